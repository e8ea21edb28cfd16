import { distance, seatAtPoint } from './geometry.js';
import type { Venue } from './venue.js';

/**
 * Finds the first two seats closer than half a pitch, or returns null. They overlap, so that one of them is hard to
 * hit.
 */
export function overlap(venue: Venue): readonly [number, number] | null {
  for (let seat = 0; seat < venue.capacity; seat++) {
    const other = seatAtPoint(
      venue,
      venue.x[seat]!,
      venue.y[seat]!,
      venue.pitch / 2,
      (candidate) => candidate > seat,
    );
    if (other !== null && distance(venue, seat, other) < venue.pitch / 2) return [seat, other];
  }
  return null;
}
