import type { SeatDescription } from '../../venue/describe.js';
import type { KeptSeat } from '../../venue/kept.js';
import type { Venue } from '../../venue/venue.js';
import { nearestIn, rowAt } from './rows.js';

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
  const row = rowAt(venue, seat);
  for (const { seat: other, story } of kept) {
    const otherRow = rowAt(venue, other);
    const isNext = Math.abs(otherRow - row) === 1 && venue.rows[otherRow]!.block === venue.rows[row]?.block;
    if (isNext && nearestIn(venue, row, other) === seat)
      return { how: row < otherRow ? 'in-front' : 'behind', story };
  }
  return null;
}
