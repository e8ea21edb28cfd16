import { distance, seatAtPoint } from './geometry.js';
import type { Venue } from './venue.js';

/** Two seats closer than half a pitch lie on each other: one can hardly be hit. The first such pair, or null. */
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
