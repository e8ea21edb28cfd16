import { expect } from '@open-wc/testing';
import { orderIds, shuffleIds } from '../../../src/elements/story-deck/order.js';

describe('the order of stories', () => {
  const rows: [first: string[], ordered: string[]][] = [
    [[], ['a', 'b', 'c']],
    [['c'], ['c', 'a', 'b']],
    [
      ['c', 'a'],
      ['c', 'a', 'b'],
    ],
    [
      ['b', 'a', 'c'],
      ['b', 'a', 'c'],
    ],
    [
      ['c', 'c', 'a'],
      ['c', 'a', 'b'],
    ],
    [
      ['nobody', 'b'],
      ['b', 'a', 'c'],
    ],
  ];
  for (const [first, ordered] of rows) {
    it(`a b c with "${first.join(' ')}" named is ${ordered.join(' ')}`, () => {
      expect(orderIds(['a', 'b', 'c'], first)).to.deep.equal(ordered);
    });
  }
  it('nothing stays nothing', () => {
    expect(orderIds([], ['a'])).to.deep.equal([]);
  });
});

describe('an order of chance', () => {
  /** Every sequence of choices among 4, 3 and 2, each once. */
  const choices = [0, 1, 2, 3].flatMap((x) => [0, 1, 2].flatMap((y) => [0, 1].map((z) => [x, y, z])));

  it('gives each of the 24 orders of four once for the 24 ways chance can go', () => {
    const orders = choices.map((way) => {
      let at = 0;
      // A value in the middle of the choice's interval.
      return shuffleIds(['a', 'b', 'c', 'd'], () => (way[at]! + 0.5) / (4 - at++)).join('');
    });
    expect(new Set(orders).size).to.equal(24);
  });
  const rows: [random: number, shuffled: string][] = [
    [0, 'b c d a'],
    [0.999999, 'a b c d'],
  ];
  for (const [random, shuffled] of rows) {
    it(`stays in its bounds at ${random}`, () => {
      expect(shuffleIds(['a', 'b', 'c', 'd'], () => random).join(' ')).to.equal(shuffled);
    });
  }
  it('leaves the list it was given as it is', () => {
    const ids = ['a', 'b', 'c'];
    shuffleIds(ids, () => 0);
    expect(ids).to.deep.equal(['a', 'b', 'c']);
  });
  for (const ids of [[], ['a']]) {
    it(`of ${ids.length} is the same`, () => {
      expect(shuffleIds(ids, () => 0)).to.deep.equal(ids);
    });
  }
});
