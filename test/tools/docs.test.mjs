import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { documents } from '../../scripts/docs.mjs';

const expectedDocuments = await documents();

describe('what is written about the elements and the languages', () => {
  for (const [path, expected] of Object.entries(expectedDocuments)) {
    it(`is up to date in ${path}`, () =>
      assert.equal(
        readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'),
        expected,
        'not up to date: npm run build && npm run docs',
      ));
  }
});
