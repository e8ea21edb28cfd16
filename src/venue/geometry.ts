import type { Venue } from './venue.js';
import { aroundIn, rowOf, seatAlong } from './layout.js';

/**
 * Seats by place: the venue divided into square cells of about two seats each, as runs in one list (about 4 bytes
 * per seat; twice as much beyond 65,535 seats). Finding the seat at a point examines 9 cells, whatever the
 * capacity.
 */
export interface SeatIndex {
  readonly cell: number;
  readonly columns: number;
  readonly lines: number;
  /** `seats[starts[c] .. starts[c + 1]]` are in cell c. */
  readonly starts: Uint16Array | Uint32Array;
  readonly seats: Uint16Array | Uint32Array;
}

const indexes = new WeakMap<Venue, SeatIndex>();

/** Returns the index of a venue, built once. */
export function seatIndex(venue: Venue): SeatIndex {
  let index = indexes.get(venue);
  if (!index) indexes.set(venue, (index = makeIndex(venue)));
  return index;
}

function makeIndex(venue: Venue): SeatIndex {
  const { bounds, capacity, x, y } = venue;
  const width = bounds.right - bounds.left;
  const height = bounds.bottom - bounds.top;
  // A few stray seats far out, or a long thin venue, must not create millions of empty cells.
  const cell = Math.max(
    venue.pitch * 2,
    Math.sqrt((width * height) / capacity / 2),
    Math.max(width, height) / capacity / 2,
  );
  const columns = Math.max(1, Math.ceil(width / cell));
  const lines = Math.max(1, Math.ceil(height / cell));
  const cellAt = (seat: number): number =>
    clamp(Math.floor((y[seat]! - bounds.top) / cell), lines) * columns +
    clamp(Math.floor((x[seat]! - bounds.left) / cell), columns);
  const Numbers = capacity < 2 ** 16 ? Uint16Array : Uint32Array;
  const starts = new Numbers(columns * lines + 1);
  for (let seat = 0; seat < capacity; seat++) starts[cellAt(seat) + 1]!++;
  for (let c = 0; c < columns * lines; c++) starts[c + 1]! += starts[c]!;
  const next = starts.slice(0, -1);
  const seats = new Numbers(capacity);
  for (let seat = 0; seat < capacity; seat++) seats[next[cellAt(seat)]!++] = seat;
  return { cell, columns, lines, starts, seats };
}

function clamp(value: number, size: number): number {
  return value < 0 ? 0 : value >= size ? size - 1 : value;
}

/**
 * Returns the seat whose centre is nearest to a point, or null when none is within `reach` (venue units).
 * Constant time while `reach` is about a seat: only the cells within reach are examined. Ties go to the lower seat.
 */
export function seatAtPoint(
  venue: Venue,
  px: number,
  py: number,
  reach: number = venue.pitch,
  accept: (seat: number) => boolean = () => true,
): number | null {
  const { cell, columns, lines, starts, seats } = seatIndex(venue);
  const { bounds, x, y } = venue;
  const left = clamp(Math.floor((px - reach - bounds.left) / cell), columns);
  const right = clamp(Math.floor((px + reach - bounds.left) / cell), columns);
  const top = clamp(Math.floor((py - reach - bounds.top) / cell), lines);
  const bottom = clamp(Math.floor((py + reach - bounds.top) / cell), lines);
  let best: number | null = null;
  let bestDistance = reach * reach;
  for (let line = top; line <= bottom; line++) {
    for (let i = starts[line * columns + left]!; i < starts[line * columns + right + 1]!; i++) {
      const seat = seats[i]!;
      const distance = (x[seat]! - px) ** 2 + (y[seat]! - py) ** 2;
      if (distance > bestDistance || (distance === bestDistance && best !== null && seat > best)) continue;
      if (!accept(seat)) continue;
      best = seat;
      bestDistance = distance;
    }
  }
  return best;
}

/** Returns the position of a seat, in venue units. */
export function pointOf({ x, y }: Venue, seat: number): readonly [x: number, y: number] {
  return [x[seat]!, y[seat]!];
}

/** Returns the straight distance between two seats, in venue units. */
export function distance(venue: Venue, a: number, b: number): number {
  return Math.hypot(venue.x[a]! - venue.x[b]!, venue.y[a]! - venue.y[b]!);
}

/**
 * Returns the direction from a seat towards the stage, as an angle in radians (0 = right, clockwise). It is
 * perpendicular to the line of the row; the row in front determines which of the two sides is the stage, or the
 * middle of the venue in a block with a single row.
 */
export function facing(venue: Venue, seat: number): number {
  const r = rowOf(venue, seat);
  const row = venue.rows[r]!;
  const [before, after] = aroundIn(row, seat);
  const [tx, ty] = stageward(venue, r, seat);
  if (before === after) return Math.atan2(ty, tx);
  const dx = venue.x[after]! - venue.x[before]!;
  const dy = venue.y[after]! - venue.y[before]!;
  // Both normals of the row; take the one on the stage's side.
  return -dy * tx + dx * ty >= 0 ? Math.atan2(dx, -dy) : Math.atan2(-dx, dy);
}

/** Checks whether the seats along a row (index into `venue.rows`) run to the left of the people who sit there. */
export function goesLeft(venue: Venue, r: number): boolean {
  const row = venue.rows[r]!;
  // One result for the whole row, so that moving along it never turns back.
  const middle = seatAlong(row, row.count >> 1);
  const [before, after] = aroundIn(row, middle);
  const [tx, ty] = stageward(venue, r, middle);
  return (venue.x[after]! - venue.x[before]!) * ty >= (venue.y[after]! - venue.y[before]!) * tx;
}

function stageward(venue: Venue, r: number, seat: number): [number, number] {
  const row = venue.rows[r]!;
  const block = venue.blocks[row.block]!;
  const middle = (index: number): [number, number] => {
    const line = venue.rows[index]!;
    const a = seatAlong(line, (line.count - 1) >> 1);
    const b = seatAlong(line, line.count >> 1);
    return [(venue.x[a]! + venue.x[b]!) / 2, (venue.y[a]! + venue.y[b]!) / 2];
  };
  if (block.rowCount > 1) {
    const inner = middle(block.firstRow);
    const outer = middle(block.firstRow + block.rowCount - 1);
    return [inner[0] - outer[0], inner[1] - outer[1]];
  }
  const { left, right, top, bottom } = venue.bounds;
  return [(left + right) / 2 - venue.x[seat]!, (top + bottom) / 2 - venue.y[seat]!];
}
