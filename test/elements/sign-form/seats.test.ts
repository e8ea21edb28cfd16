import { expect } from '@open-wc/testing';
import { neighbourhood } from '../../../src/elements/sign-form/neighbourhood.js';
import { relationOf } from '../../../src/elements/sign-form/relation.js';
import { describeSeat } from '../../../src/venue/describe.js';
import { makeVenue } from '../../../src/venue/make-venue.js';
import { emptyOccupancy, setTaken } from '../../../src/venue/occupancy.js';
import { seatFromCode } from '../../../src/venue/seat-code.js';

const row = (label: string, y: number, n: number): { label: string; seats: [number, number][] } => ({
  label,
  seats: Array.from({ length: n }, (_, i) => [i, y]),
});
const venue = makeVenue({
  name: 'Hall',
  blocks: [
    { label: 'A', rows: [row('1', 0, 7), row('2', 1, 7), row('3', 2, 4)] },
    { label: 'B', rows: [row('1', 3, 7)] },
  ],
});
const at = (code: string): number => seatFromCode(venue, code)!;
const kept = [{ seat: at('A-2-3'), story: 0 }];

describe('how a seat lies to a kept one', () => {
  const rows: [string, ReturnType<typeof relationOf>][] = [
    ['A-2-2', { how: 'beside', story: 0 }],
    ['A-2-4', { how: 'beside', story: 0 }],
    ['A-1-3', { how: 'in-front', story: 0 }],
    ['A-3-3', { how: 'behind', story: 0 }],
    ['A-1-2', null],
    ['A-2-5', null],
    ['B-1-3', null],
  ];
  for (const [code, relation] of rows)
    it(code, () =>
      expect(relationOf(venue, kept, describeSeat(venue, kept, at(code))!)).to.deep.equal(relation),
    );
});

describe('the seats around one', () => {
  it('shows lower numbers to the right and the row in front above', () => {
    const taken = emptyOccupancy(venue.capacity);
    setTaken(taken, at('A-1-5'), true);
    const seats = neighbourhood(venue, taken, kept, at('A-2-4'), 1);
    expect(seats).to.deep.equal([
      { column: -1, row: -1, state: 'taken', story: null },
      { column: 0, row: -1, state: 'free', story: null },
      { column: 1, row: -1, state: 'free', story: null },
      { column: -1, row: 0, state: 'free', story: null },
      { column: 0, row: 0, state: 'yours', story: null },
      { column: 1, row: 0, state: 'kept', story: 0 },
      { column: 0, row: 1, state: 'free', story: null },
      { column: 1, row: 1, state: 'free', story: null },
    ]);
  });
  it('ends where the block ends', () => {
    expect(
      neighbourhood(venue, emptyOccupancy(venue.capacity), kept, at('B-1-1'), 6).map(({ column }) => column),
    ).to.deep.equal([-6, -5, -4, -3, -2, -1, 0]);
  });
});
