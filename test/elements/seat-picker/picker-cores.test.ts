import { expect } from '@open-wc/testing';
import {
  countArrivals,
  NO_ARRIVALS,
  type ArrivalCount,
} from '../../../src/elements/seat-picker/arrival-announcer.js';
import { toolByKey } from '../../../src/elements/seat-picker/toolbar.js';

describe('arrivals', () => {
  const rows: [
    name: string,
    before: ArrivalCount,
    added: number,
    now: number,
    after: ArrivalCount,
    said: number,
  ][] = [
    ['none are no event', NO_ARRIVALS, 0, 90_000, NO_ARRIVALS, 0],
    ['early ones wait', NO_ARRIVALS, 3, 20_000, { waiting: 3, announcedAt: 0 }, 0],
    ['the first are not announced', NO_ARRIVALS, 3, 90_000, { waiting: 0, announcedAt: 90_000 }, 0],
    [
      'further ones wait for a minute',
      { waiting: 2, announcedAt: 90_000 },
      3,
      120_000,
      { waiting: 5, announcedAt: 90_000 },
      0,
    ],
    [
      'and are announced together',
      { waiting: 5, announcedAt: 90_000 },
      1,
      151_000,
      { waiting: 0, announcedAt: 151_000 },
      6,
    ],
  ];
  for (const [name, before, added, now, after, said] of rows)
    it(name, () => expect(countArrivals(before, added, now)).to.deep.equal([after, said]));
});

describe('keys in the toolbar', () => {
  const rows: [key: string, ahead: 1 | -1, to: number | undefined][] = [
    ['ArrowRight', 1, 3],
    ['ArrowRight', -1, 1],
    ['ArrowLeft', 1, 1],
    ['ArrowLeft', -1, 3],
    ['ArrowDown', -1, 3],
    ['ArrowUp', -1, 1],
    ['Home', 1, 0],
    ['End', 1, -1],
    ['Enter', 1, undefined],
  ];
  for (const [key, ahead, to] of rows)
    it(`${key}${ahead < 0 ? ', from right to left' : ''}: ${to ?? 'stays with the tool'}`, () =>
      expect(toolByKey(key, 2, ahead)).to.equal(to));
});
