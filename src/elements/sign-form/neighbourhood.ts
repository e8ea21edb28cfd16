import type { KeptSeat } from '../../venue/kept.js';
import type { Venue } from '../../venue/venue.js';
import { nearestIn, rowAt } from './rows.js';

/** One seat around the signer's own, by its position in the picture: columns to the right, rows away from the stage. */
export interface Neighbour {
  readonly column: number;
  readonly row: number;
  readonly state: 'yours' | 'kept' | 'taken' | 'free' | 'unknown';
  /** Index of the story, for a kept seat. */
  readonly story: number | null;
}

/** Returns the seats around one, as a person facing the stage sees them: lower numbers to the right, the row in front above; those beside each other by position. `taken`: null while unknown. */
export function neighbourhood(
  venue: Venue,
  taken: Uint8Array | null,
  kept: readonly KeptSeat[],
  seat: number,
  columns = 6,
): Neighbour[] {
  const own = rowAt(venue, seat);
  const block = venue.blocks[venue.rows[own]!.block]!;
  const stateOf = (other: number): 'taken' | 'free' | 'unknown' =>
    !taken ? 'unknown' : ((taken[other >> 3]! >> (other & 7)) & 1) === 1 ? 'taken' : 'free';
  const seats: Neighbour[] = [];
  for (const row of [-1, 0, 1]) {
    const r = own + row;
    if (r < block.firstRow || r >= block.firstRow + block.rowCount) continue;
    const { first, count, order } = venue.rows[r]!;
    const middle = row === 0 ? seat : nearestIn(venue, r, seat);
    const position = order ? order.indexOf(middle) : middle - first;
    for (let column = -columns; column <= columns; column++) {
      const along = position - column;
      if (along < 0 || along >= count) continue;
      const other = order ? order[along]! : first + along;
      const story = kept.find((one) => one.seat === other)?.story ?? null;
      const state = other === seat ? 'yours' : story !== null ? 'kept' : stateOf(other);
      seats.push({ column, row, state, story });
    }
  }
  return seats;
}
