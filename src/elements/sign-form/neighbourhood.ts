import type { KeptSeat } from '../../venue/kept.js';
import type { Venue } from '../../venue/venue.js';
import { nearestIn, rowAt } from './rows.js';

/** One seat around the signer's own, by its place in the picture: columns to the right, rows away from the stage. */
export interface Neighbour {
  readonly column: number;
  readonly row: number;
  readonly state: 'yours' | 'kept' | 'taken' | 'free';
  /** Index of the story, for a kept seat. */
  readonly story: number | null;
}

/** The seats around one, as one sees them looking at the stage: lower numbers to the right, the row in front above. */
export function neighbourhood(
  venue: Venue,
  taken: Uint8Array,
  kept: readonly KeptSeat[],
  seat: number,
  columns = 6,
): Neighbour[] {
  const own = rowAt(venue, seat);
  const block = venue.blocks[venue.rows[own]!.block]!;
  const isTaken = (other: number): boolean => ((taken[other >> 3]! >> (other & 7)) & 1) === 1;
  const seats: Neighbour[] = [];
  for (const row of [-1, 0, 1]) {
    const r = own + row;
    if (r < block.firstRow || r >= block.firstRow + block.rowCount) continue;
    const { first, count } = venue.rows[r]!;
    const middle = row === 0 ? seat : nearestIn(venue, r, seat);
    for (let column = -columns; column <= columns; column++) {
      const other = middle - column;
      if (other < first || other >= first + count) continue;
      const story = kept.find((one) => one.seat === other)?.story ?? null;
      const state = other === seat ? 'yours' : story !== null ? 'kept' : isTaken(other) ? 'taken' : 'free';
      seats.push({ column, row, state, story });
    }
  }
  return seats;
}
