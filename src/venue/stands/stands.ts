import type { Plan } from '../venue.js';

/**
 * The common part of all generators: rows along curves around a stage, cut into blocks, filled with an exact number
 * of seats. Lengths in metres, y down, seen from above; offsets are measured from the line of the first row, away
 * from the stage.
 */

/** A stretch of the outline that rows run along, clockwise. */
export interface Side {
  /** Length of a row at this offset. */
  length(offset: number): number;
  /** Length along the row that one pitch takes: more than the pitch on a curve, where neighbours sit on a chord. */
  share(offset: number, pitch: number): number;
  /** Writes x and y of the place at `at` along the row into `spot`. */
  place(at: number, offset: number, spot: Float64Array): void;
}

/** Consecutive rows without a walkway between them; every side is cut into as many blocks as `blocks` says. */
export interface Tier {
  readonly from: number;
  readonly rows: number;
  readonly blocks: readonly number[];
}

export interface StandMetrics {
  /** Width of a seat with its share of the gap. */
  readonly pitch: number;
  /** Distance from row to row. */
  readonly step: number;
  /** Width between two blocks. */
  readonly aisle: number;
  /**
   * Maximum spacing of seats, in pitches, used to make a row end where its block ends; beyond 1.5 no seats are
   * beside each other.
   */
  readonly maxSpacing: number;
}

/**
 * Returns a side along the circle around `x`, `y` from `start` clockwise over `angle` (radians); offset 0 has this
 * radius.
 */
export function arcSide(x: number, y: number, radius: number, start: number, angle: number): Side {
  return {
    length: (offset) => (radius + offset) * angle,
    share: (offset, pitch) => 2 * (radius + offset) * Math.asin(Math.min(1, pitch / 2 / (radius + offset))),
    place(at, offset, spot) {
      const turn = start + at / (radius + offset);
      spot[0] = x + (radius + offset) * Math.cos(turn);
      spot[1] = y + (radius + offset) * Math.sin(turn);
    },
  };
}

function roomIn(side: Side, blocks: number, offset: number, { pitch, aisle }: StandMetrics): number {
  return Math.max(0, Math.floor((side.length(offset) / blocks - aisle) / side.share(offset, pitch) + 1e-9));
}

/** Counts the places of all tiers. */
export function countPlaces(sides: readonly Side[], tiers: readonly Tier[], measure: StandMetrics): number {
  let places = 0;
  for (const { from, rows, blocks } of tiers) {
    sides.forEach((side, s) => {
      if (blocks[s] === 0) return;
      for (let r = 0; r < rows; r++)
        places += blocks[s]! * roomIn(side, blocks[s]!, from + r * measure.step, measure);
    });
  }
  return places;
}

/**
 * Finds the smallest number from `low` on for which `holds` is true; it must hold for all greater ones. Precise
 * enough that one more step would move nothing by a millimetre.
 */
export function smallest(low: number, holds: (value: number) => boolean): number {
  if (holds(low)) return low;
  let high = Math.max(1, low * 2);
  while (!holds(high)) high *= 2;
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Finds the fewest rows for which `holds` is true; it must hold for all greater numbers. */
export function fewest(holds: (rows: number) => boolean): number {
  let [low, high] = [0, 1];
  while (!holds(high)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Divides rows into tiers of at most `most`, as even as possible, with a walkway between them. */
export function splitRows(
  rows: number,
  most: number,
  least: number,
  { step }: StandMetrics,
  walkway: number,
  blocksOf: (from: number, rows: number) => readonly number[],
): Tier[] {
  const count = Math.max(Math.ceil(rows / most), Math.min(least, rows));
  const tiers: Tier[] = [];
  let from = 0;
  for (let t = 0, left = rows; t < count; t++) {
    const own = Math.round(left / (count - t));
    tiers.push({ from, rows: own, blocks: blocksOf(from, own) });
    left -= own;
    from += own * step + walkway;
  }
  return tiers;
}

/** Returns the depth of tiers, from the first row to the last. */
export function depthOf(tiers: readonly Tier[], step: number): number {
  const last = tiers.at(-1)!;
  return last.from + (last.rows - 1) * step;
}

/**
 * Returns labels and places of exactly `capacity` seats. If there is room for more, rows are thinned out evenly,
 * the longest and outermost ones first. Blocks are numbered clockwise, from 1 in the first tier and from 201, 301,
 * ... in the others. `displace` may move each place slightly; it receives the direction of the row.
 */
export function seatPeople(
  sides: readonly Side[],
  tiers: readonly Tier[],
  measure: StandMetrics,
  capacity: number,
  displace: ((spot: Float64Array, seat: number, alongX: number, alongY: number) => void) | null = null,
): { plan: Plan; x: Float32Array; y: Float32Array } {
  const { step, aisle, pitch, maxSpacing } = measure;
  const room: number[] = [];
  for (const { from, rows, blocks } of tiers)
    sides.forEach((side, s) => {
      for (let b = 0; b < blocks[s]!; b++)
        for (let r = 0; r < rows; r++) room.push(roomIn(side, blocks[s]!, from + r * step, measure));
    });
  const counts = thinOut(room, capacity);
  const x = new Float32Array(capacity);
  const y = new Float32Array(capacity);
  const spot = new Float64Array(2);
  const next = new Float64Array(2);
  const plan: { label: string; rows: { label: string; count: number }[] }[] = [];
  const most = Math.max(...tiers.map(({ blocks }) => blocks.reduce((sum, own) => sum + own, 0)));
  const hundred = most > 99 ? 10 ** String(most).length : 100;
  let seat = 0;
  let row = 0;
  tiers.forEach(({ from, rows, blocks }, t) => {
    let label = t === 0 ? 1 : (t + 1) * hundred + 1;
    sides.forEach((side, s) => {
      for (let b = 0; b < blocks[s]!; b++) {
        const own: { label: string; count: number }[] = [];
        for (let r = 0; r < rows; r++) {
          const count = counts[row++]!;
          if (count === 0) continue;
          const offset = from + r * step;
          const length = side.length(offset) / blocks[s]!;
          const share = side.share(offset, pitch);
          const gap = Math.max(share, Math.min(maxSpacing * share, (length - aisle) / count));
          const middle = (b + 0.5) * length;
          for (let i = 0; i < count; i++) {
            const at = middle + (i - (count - 1) / 2) * gap;
            side.place(at, offset, spot);
            if (displace) {
              side.place(at + 1, offset, next);
              displace(spot, seat, next[0]! - spot[0]!, next[1]! - spot[1]!);
            }
            x[seat] = spot[0]!;
            y[seat++] = spot[1]!;
          }
          own.push({ label: String(own.length + 1), count });
        }
        if (own.length > 0) plan.push({ label: String(label++), rows: own });
      }
    });
  });
  return { plan, x, y };
}

/**
 * Returns the number of seats per row, `capacity` in all, each with its fair share; the seats left by rounding go
 * to the rows with the largest fractions, first rows first.
 */
function thinOut(room: readonly number[], capacity: number): Uint32Array {
  const places = room.reduce((sum, own) => sum + own, 0);
  if (places < capacity) throw new RangeError(`${places} places for ${capacity} seats`);
  const counts = new Uint32Array(room.length);
  const rest = new Float64Array(room.length);
  let given = 0;
  room.forEach((own, row) => {
    const share = (own * capacity) / places;
    counts[row] = Math.floor(share);
    rest[row] = share - counts[row]!;
    given += counts[row]!;
  });
  const order = [...room.keys()].sort((a, b) => rest[b]! - rest[a]! || a - b);
  for (const row of order) {
    if (given === capacity) break;
    if (counts[row]! >= room[row]!) continue;
    counts[row]!++;
    given++;
  }
  return counts;
}
