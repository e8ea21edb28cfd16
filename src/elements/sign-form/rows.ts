import type { Row, Venue } from '../../venue/venue.js';

/**
 * Minimal arithmetic for a seat and its neighbours. The venue's own modules load with the script that builds venues,
 * which a petition without seats never loads.
 */

/** Returns the index of a seat's row. */
export function rowAt(venue: Venue, seat: number): number {
  return venue.rows.findIndex(({ first, count }) => seat >= first && seat < first + count);
}

/** Returns the label of a seat of a row: its name, else its number from 1. */
export function seatNumberIn({ names, first }: Row, seat: number): number | string {
  return names?.[seat - first] ?? seat - first + 1;
}

/** Returns the seat of a row that is nearest to another seat. */
export function nearestIn(venue: Venue, row: number, seat: number): number {
  const { first, count } = venue.rows[row]!;
  const distance = (other: number): number =>
    Math.hypot(venue.x[other]! - venue.x[seat]!, venue.y[other]! - venue.y[seat]!);
  let best = first;
  for (let other = first; other < first + count; other++) if (distance(other) < distance(best)) best = other;
  return best;
}
