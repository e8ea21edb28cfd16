import { isTaken } from './occupancy.js';
import { besides } from './neighbours.js';
import type { Venue } from './venue.js';

/** Free seats nearest to a seat by straight distance, ties by lower number; at most `limit`, none when the venue is full. */
export function nearestFree(venue: Venue, taken: Uint8Array, seat: number, limit = 8): number[] {
  return nearestFreeTo(venue, taken, venue.x[seat]!, venue.y[seat]!, limit, seat);
}

/** As `nearestFree`, from any point in venue units. */
export function nearestFreeTo(
  venue: Venue,
  taken: Uint8Array,
  px: number,
  py: number,
  limit: number,
  except = -1,
): number[] {
  // A short sorted list beats sorting every seat: one pass, whatever the capacity.
  const best: { seat: number; d: number }[] = [];
  if (limit < 1) return [];
  for (let seat = 0; seat < venue.capacity; seat++) {
    if (seat === except || isTaken(taken, seat)) continue;
    const d = (venue.x[seat]! - px) ** 2 + (venue.y[seat]! - py) ** 2;
    if (best.length === limit && d >= best[limit - 1]!.d) continue;
    let at = best.length;
    while (at > 0 && best[at - 1]!.d > d) at--;
    best.splice(at, 0, { seat, d });
    if (best.length > limit) best.pop();
  }
  return best.map(({ seat }) => seat);
}

/** A free seat directly beside one of these seats, in their order; else the free seat nearest to the first of them; null when full. */
export function findBeside(venue: Venue, taken: Uint8Array, seats: readonly number[]): number | null {
  for (const seat of seats) {
    const free = besides(venue, seat).find((other) => !isTaken(taken, other));
    if (free !== undefined) return free;
  }
  return seats[0] === undefined ? null : (nearestFree(venue, taken, seats[0], 1)[0] ?? null);
}

/**
 * A good free seat for somebody who does not mind which: beside a kept seat, else the free seat nearest to one,
 * else the one nearest to the middle of the venue; null when full.
 */
export function findSeat(venue: Venue, taken: Uint8Array, kept: readonly number[]): number | null {
  if (kept.length > 0) return findBeside(venue, taken, kept);
  const { left, right, top, bottom } = venue.bounds;
  return nearestFreeTo(venue, taken, (left + right) / 2, (top + bottom) / 2, 1)[0] ?? null;
}
