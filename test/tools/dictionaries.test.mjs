import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const root = new URL('../../', import.meta.url);
/** A file named by a language tag alone has words; others stand beside one. */
const languages = readdirSync(new URL('src/i18n/locales/', root))
  .map((name) => /^([a-z]{2,3}(?:-[A-Z]\w+|-x-\w+)?)\.ts$/.exec(name)?.[1])
  .filter(Boolean);
const tests = readFileSync(new URL('test/i18n/locales/dictionaries.test.ts', root), 'utf8');

describe('the words of every language', () => {
  it('are found', () => assert.ok(languages.includes('en')));
  for (const language of languages) {
    it(`are judged: ${language}`, () => assert.match(tests, new RegExp(`locale: '${language}'`)));
  }
});
