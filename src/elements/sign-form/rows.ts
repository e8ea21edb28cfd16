import type { Row, Venue } from '../../venue/venue.js';

/**
 * Just enough arithmetic for a seat and its neighbours. The venue's own modules come with the script that builds
 * venues, which a petition without seats never loads.
 */

/** Index of the row a seat is in. */
export function rowAt(venue: Venue, seat: number): number {
  return venue.rows.findIndex(({ first, count }) => seat >= first && seat < first + count);
}

/** What is written on a seat of a row: its name, else its number from 1. */
export function seatNumberIn({ names, first }: Row, seat: number): number | string {
  return names?.[seat - first] ?? seat - first + 1;
}

/** The seat of a row that is nearest to another seat. */
export function nearestIn(venue: Venue, row: number, seat: number): number {
  const { first, count } = venue.rows[row]!;
  const distance = (other: number): number =>
    Math.hypot(venue.x[other]! - venue.x[seat]!, venue.y[other]! - venue.y[seat]!);
  let best = first;
  for (let other = first; other < first + count; other++) if (distance(other) < distance(best)) best = other;
  return best;
}
