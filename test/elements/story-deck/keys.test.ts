import { expect } from '@open-wc/testing';
import { indexAtKey } from '../../../src/elements/story-deck/keys.js';

describe('keys of a deck of three', () => {
  const rows: [key: string, index: number, ltr: number | null, rtl: number | null][] = [
    ['ArrowRight', 0, 1, null],
    ['ArrowRight', 1, 2, 0],
    ['ArrowRight', 2, null, 1],
    ['ArrowLeft', 0, null, 1],
    ['ArrowLeft', 1, 0, 2],
    ['ArrowLeft', 2, 1, null],
    ['Home', 0, null, null],
    ['Home', 2, 0, 0],
    ['End', 0, 2, 2],
    ['End', 2, null, null],
    ['ArrowDown', 1, null, null],
    ['Enter', 1, null, null],
    ['a', 1, null, null],
  ];
  for (const [key, index, ltr, rtl] of rows) {
    it(`${key} at ${index}`, () => {
      expect(indexAtKey(key, index, 3, false)).to.equal(ltr);
      expect(indexAtKey(key, index, 3, true), 'from right to left').to.equal(rtl);
    });
  }
  it('lead nowhere in a deck of one', () => {
    for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End'])
      expect(indexAtKey(key, 0, 1, false), key).to.equal(null);
  });
});
