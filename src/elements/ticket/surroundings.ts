import { facing, pointOf } from '../../venue/geometry.js';
import type { Venue } from '../../venue/venue.js';

/** A seat on the ticket. */
export interface Chair {
  readonly seat: number;
  /** Centre, px from the middle of the drawing; y downwards. */
  readonly x: number;
  readonly y: number;
  /** Rotation, radians clockwise; 0 faces up. */
  readonly rotation: number;
}

/**
 * Lists the seats around a seat, as seen from behind it: the stage is up. The middle of the drawing is halfway between
 * the seat and the seat it is `beside`, where there is one. `pitch`: px from seat to seat. Only seats whose centres are
 * less than one pitch outside `width` x `height` px are returned.
 */
export function chairsAround(
  venue: Venue,
  seat: number,
  beside: number | null,
  { width, height, pitch }: { width: number; height: number; pitch: number },
): Chair[] {
  const direction = facing(venue, seat);
  // Rotated so that the seat faces up: (0, -1).
  const angle = -Math.PI / 2 - direction;
  const scale = pitch / venue.pitch;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const [own, other] = [pointOf(venue, seat), pointOf(venue, beside ?? seat)];
  const [middleX, middleY] = [(own[0] + other[0]) / 2, (own[1] + other[1]) / 2];
  const reach = Math.hypot(width / 2 + pitch, height / 2 + pitch) / scale;
  const chairs: Chair[] = [];
  for (let one = 0; one < venue.capacity; one++) {
    const [x, y] = pointOf(venue, one);
    const [dx, dy] = [x - middleX, y - middleY];
    if (dx * dx + dy * dy > reach * reach) continue;
    const [px, py] = [dx * cos - dy * sin, dx * sin + dy * cos];
    if (Math.abs(px) > width / 2 + pitch || Math.abs(py) > height / 2 + pitch) continue;
    chairs.push({ seat: one, x: px, y: py, rotation: facing(venue, one) - direction });
  }
  return chairs;
}
