import { rowOf } from '../../venue/layout.js';
import { besides, nearestInRow } from '../../venue/neighbours.js';
import type { KeptSeat } from '../../venue/kept.js';
import type { Venue } from '../../venue/venue.js';

/** How a seat lies to a kept one next to it; `story` is the index of its story. */
export interface Relation {
  readonly how: 'beside' | 'in-front' | 'behind';
  readonly story: number;
}

/** Whom one would sit beside, in front of or behind; null when nobody's seat is that near. */
export function relationOf(venue: Venue, kept: readonly KeptSeat[], seat: number): Relation | null {
  const beside = besides(venue, seat);
  const neighbour = kept.find((other) => beside.includes(other.seat));
  if (neighbour) return { how: 'beside', story: neighbour.story };
  const row = rowOf(venue, seat);
  const { block } = venue.rows[row]!;
  for (const { seat: other, story } of kept) {
    const otherRow = rowOf(venue, other);
    if (
      venue.rows[otherRow]!.block !== block ||
      Math.abs(otherRow - row) !== 1 ||
      nearestInRow(venue, row, other) !== seat
    )
      continue;
    return { how: row < otherRow ? 'in-front' : 'behind', story };
  }
  return null;
}
