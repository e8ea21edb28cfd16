import type { Venue } from '../../src/venue/venue.js';
import { chance } from './chance.ts';

/**
 * Seats a crowd of this size, the same on every run. Groups of one to four sit side by side; there are more of them
 * close to a kept seat, and every block differs. Nobody sits on a kept seat or on a spared one.
 */
export function crowd(
  venue: Venue,
  kept: readonly number[],
  size: number,
  spared: readonly number[] = [],
): number[] {
  const random = chance(2014);
  const mood = venue.blocks.map(() => 0.45 + random());
  const closed = new Set([...kept, ...spared]);
  if (size > venue.capacity - closed.size) throw new RangeError(`${size} people have no room`);
  const seats = new Set<number>();
  while (seats.size < size) {
    const row = venue.rows[Math.floor(random() * venue.rows.length)]!;
    const start = row.first + Math.floor(random() * row.count);
    const near = Math.min(
      ...kept.map((seat) => Math.hypot(venue.x[seat]! - venue.x[start]!, venue.y[seat]! - venue.y[start]!)),
    );
    if (random() > mood[row.block]! * (0.16 + 1.6 * Math.exp(-near / 9))) continue;
    for (
      let i = 0, group = 1 + Math.floor(random() * 4);
      i < group && start + i < row.first + row.count;
      i++
    ) {
      const seat = start + i;
      if (!closed.has(seat) && seats.size < size) seats.add(seat);
    }
  }
  return [...seats];
}
