import { facing } from './geometry.js';
import { rowOf } from './layout.js';
import type { Row, Venue } from './venue.js';

/** From where one sits, looking at the stage: `right` is the lower number (seat 1 is the first clockwise), `forward` the row in front. */
export type Direction = 'left' | 'right' | 'forward' | 'back';

/** How far a seat across an aisle or a concourse may lie, in pitches. */
const FAR = 40;

/**
 * The seat one step in a direction, or null at the edge of the venue. Along a row it is the next number; at its end
 * the nearest seat of the next block, rather in the same row; forward and back the nearest seat by place of the next
 * row, and beyond the block the nearest row of another. Arithmetic first: only at an edge are other blocks looked at.
 */
export function neighbourOf(venue: Venue, seat: number, direction: Direction): number | null {
  const r = rowOf(venue, seat);
  const row = venue.rows[r]!;
  const block = venue.blocks[row.block]!;
  if (direction === 'left' && seat + 1 < row.first + row.count) return seat + 1;
  if (direction === 'right' && seat > row.first) return seat - 1;
  if (direction === 'forward' && r > block.firstRow) return nearestInRow(venue, r - 1, seat);
  if (direction === 'back' && r + 1 < block.firstRow + block.rowCount)
    return nearestInRow(venue, r + 1, seat);
  return acrossEdge(venue, seat, row, direction);
}

/** The seat of a row nearest to another seat by place; ties go to the lower number. */
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

/** How much nearer, squared, a seat sideways must be to win over one in a row of the same label. */
const OTHER_ROW = 4;

/** Nearest seat of any other block that lies more in this direction than beside it; sideways rather in the same row. */
function acrossEdge(venue: Venue, seat: number, ownRow: Row, direction: Direction): number | null {
  const angle = facing(venue, seat) + TURN[direction];
  const dirX = Math.cos(angle);
  const dirY = Math.sin(angle);
  const reach = (FAR * venue.pitch) ** 2;
  const isSideways = direction === 'left' || direction === 'right';
  let best: number | null = null;
  let bestScore = Infinity;
  for (const row of venue.rows) {
    if (row.block === ownRow.block) continue;
    const weight = isSideways && row.label !== ownRow.label ? OTHER_ROW : 1;
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

/** The seats beside a seat: the numbers before and after in its row, centres at most 1.5 pitches apart (docs/protocol.md). */
export function besides(venue: Venue, seat: number): number[] {
  const row = venue.rows[rowOf(venue, seat)]!;
  return [seat + 1, seat - 1].filter(
    (other) =>
      other >= row.first &&
      other < row.first + row.count &&
      squared(venue, seat, other) <= (1.5 * venue.pitch) ** 2,
  );
}
