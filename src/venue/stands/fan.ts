import { arc, ray } from './shapes.js';
import {
  arcSide,
  countPlaces,
  depthOf,
  fewest,
  seatPeople,
  smallest,
  splitRows,
  type StandMetrics,
  type Side,
  type Tier,
} from './stands.js';
import type { Plan, Shape } from '../venue.js';

/** Rows as arcs around one point, 0,0: the common shape of a parliament and a theatre. */
export interface FanRules {
  /** Radians, clockwise from the right. */
  readonly start: number;
  readonly end: number;
  readonly measure: StandMetrics;
  readonly walkway: number;
  /** Maximum rows per tier, and minimum number of tiers. */
  readonly rows: number;
  readonly tiers: number;
  /** Minimum radius of the first row. */
  readonly minRadius: number;
  /** Radius of the first row as a share of the last one's. */
  readonly openness: number;
  /** Number of blocks in a tier whose last row has this length (metres). */
  readonly blocks: (length: number) => number;
}

export interface Fan {
  readonly plan: Plan;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly tiers: readonly Tier[];
  /** Radius of the first row, and of the last. */
  readonly inner: number;
  readonly outer: number;
}

/**
 * Makes the fan with exactly `capacity` seats: as many rows as its proportions require, and no wider than
 * necessary.
 */
export function makeFan(capacity: number, rules: FanRules): Fan {
  const { start, end, measure } = rules;
  const sidesAt = (radius: number): Side[] => [arcSide(0, 0, radius, start, end - start)];
  const tiersAt = (radius: number, rows: number): Tier[] =>
    splitRows(rows, rules.rows, rules.tiers, measure, rules.walkway, (from, own) => [
      rules.blocks((radius + from + (own - 1) * measure.step) * (end - start)),
    ]);
  const radiusFor = (rows: number): number =>
    smallest(
      rules.minRadius,
      (radius) => countPlaces(sidesAt(radius), tiersAt(radius, rows), measure) >= capacity,
    );
  const isOpenEnough = (rows: number): boolean => {
    const radius = radiusFor(rows);
    const depth = depthOf(tiersAt(radius, rows), measure.step);
    return radius === rules.minRadius || radius / (radius + depth) <= rules.openness;
  };
  const rows = fewest(isOpenEnough);
  const inner = radiusFor(rows);
  const tiers = tiersAt(inner, rows);
  return {
    ...seatPeople(sidesAt(inner), tiers, measure, capacity),
    tiers,
    inner,
    outer: inner + depthOf(tiers, measure.step),
  };
}

/** Maximum number of stairs; more would be too fine to see. */
const MAX_STAIRS = 600;

/** Returns the walkways between the tiers and the stairs between the blocks. */
export function fanWays({ tiers, inner }: Fan, { start, end, measure, walkway }: FanRules): Shape[] {
  const { step, aisle } = measure;
  const shapes: Shape[] = [];
  const stairs = tiers.reduce((sum, { blocks }) => sum + blocks[0]!, 0);
  for (const tier of tiers) {
    const { from, rows, blocks } = tier;
    const near = inner + from - 0.6 * step;
    const far = inner + from + (rows - 0.4) * step;
    if (tier !== tiers[0]) {
      // All the way around, including the room left for the names of blocks.
      const way = near - walkway + step * 0.9;
      shapes.push(arc('floor', way, near - 0.1 * step, start, end));
    }
    if (stairs > MAX_STAIRS) continue;
    for (let b = 1; b < blocks[0]!; b++) {
      const turn = start + ((end - start) * b) / blocks[0]!;
      shapes.push(ray('floor', near, far, turn, aisle * 0.86));
    }
  }
  return shapes;
}
