import type { SeatDescription } from '../../venue/describe.js';
import type { KeptSeat } from '../../venue/kept.js';
import { rowOf } from '../../venue/layout.js';
import { nearestInRow } from '../../venue/neighbours.js';
import type { Venue } from '../../venue/venue.js';

/** The position of a seat relative to a kept one next to it; `story` is the index of its story. */
export interface Relation {
  readonly how: 'beside' | 'in-front' | 'behind';
  readonly story: number;
}

/** Returns the kept seat that a seat is beside, in front of or behind; null if no kept seat is that near. */
export function relationOf(
  venue: Venue | null,
  kept: readonly KeptSeat[],
  { seat, beside }: Pick<SeatDescription, 'seat' | 'beside'>,
): Relation | null {
  if (beside !== null) return { how: 'beside', story: beside };
  if (!venue) return null;
  const row = rowOf(venue, seat);
  for (const { seat: other, story } of kept) {
    const otherRow = rowOf(venue, other);
    const isNext = Math.abs(otherRow - row) === 1 && venue.rows[otherRow]?.block === venue.rows[row]?.block;
    if (isNext && nearestInRow(venue, row, other) === seat)
      return { how: row < otherRow ? 'in-front' : 'behind', story };
  }
  return null;
}
