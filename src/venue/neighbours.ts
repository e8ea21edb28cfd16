import { facing, goesLeft } from './geometry.js';
import { positionOf, rowOf, seatAlong } from './layout.js';
import type { Row, Venue } from './venue.js';

/**
 * A direction for a person who sits facing the stage: `forward` is the row in front. In the built-in venues `right`
 * is the lower number.
 */
export type Direction = 'left' | 'right' | 'forward' | 'back';

/** Maximum distance of a seat across an aisle or a concourse, in pitches. */
const MAX_REACH = 40;

/**
 * Returns the seat one step in a direction, or null at the edge of the venue. Along a row it is the next seat by
 * place; at its end, the nearest seat of the next block, preferably in the same row; forward and back, the nearest
 * seat by place of the next row, and beyond the block, the nearest row of another. Arithmetic first: other blocks
 * are searched only at an edge.
 */
export function neighbourOf(venue: Venue, seat: number, direction: Direction): number | null {
  const r = rowOf(venue, seat);
  const row = venue.rows[r]!;
  const block = venue.blocks[row.block]!;
  if (direction === 'left' || direction === 'right') {
    const position = positionOf(row, seat) + ((direction === 'left') === goesLeft(venue, r) ? 1 : -1);
    if (position >= 0 && position < row.count) return seatAlong(row, position);
  }
  if (direction === 'forward' && r > block.firstRow) return nearestInRow(venue, r - 1, seat);
  if (direction === 'back' && r + 1 < block.firstRow + block.rowCount)
    return nearestInRow(venue, r + 1, seat);
  return acrossEdge(venue, seat, row, direction);
}

/** Returns the seat of a row that is nearest to another seat by place; ties go to the lower number. */
export function nearestInRow(venue: Venue, row: number, seat: number): number {
  const { first, count } = venue.rows[row]!;
  let best = first;
  let bestDistance = Infinity;
  for (let candidate = first; candidate < first + count; candidate++) {
    const d = squared(venue, candidate, seat);
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

function squared(venue: Venue, a: number, b: number): number {
  return (venue.x[a]! - venue.x[b]!) ** 2 + (venue.y[a]! - venue.y[b]!) ** 2;
}

const TURN: Record<Direction, number> = { forward: 0, right: Math.PI / 2, back: Math.PI, left: -Math.PI / 2 };

/** Squared factor by which a seat sideways must be nearer to be preferred to one in a row of the same label. */
const OTHER_ROW_WEIGHT = 4;

/**
 * Returns the nearest seat of any other block that is more ahead in this direction than to the side; sideways,
 * preferably in the same row.
 */
function acrossEdge(venue: Venue, seat: number, ownRow: Row, direction: Direction): number | null {
  const angle = facing(venue, seat) + TURN[direction];
  const dirX = Math.cos(angle);
  const dirY = Math.sin(angle);
  const reach = (MAX_REACH * venue.pitch) ** 2;
  const isSideways = direction === 'left' || direction === 'right';
  let best: number | null = null;
  let bestScore = Infinity;
  for (const row of venue.rows) {
    if (row.block === ownRow.block) continue;
    const weight = isSideways && row.label !== ownRow.label ? OTHER_ROW_WEIGHT : 1;
    for (let candidate = row.first; candidate < row.first + row.count; candidate++) {
      const dx = venue.x[candidate]! - venue.x[seat]!;
      const dy = venue.y[candidate]! - venue.y[seat]!;
      const ahead = dx * dirX + dy * dirY;
      const aside = Math.abs(dx * dirY - dy * dirX);
      if (ahead <= 0 || ahead < aside) continue;
      const far = ahead * ahead + 2 * aside * aside;
      if (far <= reach && far * weight < bestScore) {
        best = candidate;
        bestScore = far * weight;
      }
    }
  }
  return best;
}

/**
 * Maximum distance between seats beside each other, in pitches, squared. With a margin for the rounding of 32-bit
 * floats.
 */
const MAX_BESIDE = 1.5 ** 2 + 1e-5;

/** Checks whether two consecutive seats along a row are beside each other, and not across an aisle. */
export function areNear(venue: Venue, a: number, b: number): boolean {
  return squared(venue, a, b) <= MAX_BESIDE * venue.pitch ** 2;
}

/**
 * Returns the seats beside a seat: the nearest on either side in its row by place, centres at most 1.5 pitches
 * apart (docs/protocol.md).
 */
export function besides(venue: Venue, seat: number): number[] {
  const row = venue.rows[rowOf(venue, seat)]!;
  const position = positionOf(row, seat);
  return [position + 1, position - 1]
    .filter((other) => other >= 0 && other < row.count)
    .map((other) => seatAlong(row, other))
    .filter((other) => areNear(venue, seat, other));
}
