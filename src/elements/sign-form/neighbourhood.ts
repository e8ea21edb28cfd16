import type { KeptSeat } from '../../venue/kept.js';
import { positionOf, rowOf, seatAlong } from '../../venue/layout.js';
import { nearestInRow } from '../../venue/neighbours.js';
import { isTaken } from '../../venue/occupancy.js';
import type { Venue } from '../../venue/venue.js';

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
  const own = rowOf(venue, seat);
  const stateOf = (other: number): 'taken' | 'free' | 'unknown' =>
    !taken ? 'unknown' : isTaken(taken, other) ? 'taken' : 'free';
  const seats: Neighbour[] = [];
  for (const row of [-1, 0, 1]) {
    const line = venue.rows[own + row];
    if (!line || line.block !== venue.rows[own]?.block) continue;
    const position = positionOf(line, row === 0 ? seat : nearestInRow(venue, own + row, seat));
    for (let column = -columns; column <= columns; column++) {
      const along = position - column;
      if (along < 0 || along >= line.count) continue;
      const other = seatAlong(line, along);
      const story = kept.find((one) => one.seat === other)?.story ?? null;
      const state = other === seat ? 'yours' : story !== null ? 'kept' : stateOf(other);
      seats.push({ column, row, state, story });
    }
  }
  return seats;
}
