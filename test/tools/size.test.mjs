import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sizes } from '../../scripts/size.mjs';

/** Bytes after Brotli 11 as last measured; a growth of more than 5 % must be meant, and then these change with it. */
const MEASURED = {
  first: 50307,
  picker: 34533,
  after: 15209,
  all: 122286,
  engine: 10338,
  largestPreset: 781,
  language: 5812,
};

describe('bytes of the script tag', () => {
  const now = sizes();
  for (const [name, measured] of Object.entries(MEASURED)) {
    it(`${name}: at most 5 % over ${measured}`, () =>
      assert.ok(now[name] <= measured * 1.05, `${name} is ${now[name]} bytes`));
  }
});
