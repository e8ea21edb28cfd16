import { facing } from '../../../venue/geometry.js';
import { seatAlong } from '../../../venue/layout.js';
import type { Venue } from '../../../venue/venue.js';
import type { Palette } from './palette.js';
import { floatAt, itemAt } from './read.js';
import { apply, type Matrix, type Point, type Size } from './viewport.js';

/** Width in px from which a seat is drawn by itself and can be pressed; below it is a square, or a point. */
export const NEAR = 8;
/** Width in px above which a seat is drawn as a chair and is distinct from its neighbours. */
export const DISTINCT = 18;

/** Distance from the first row of a block to its name, in pitches. */
const BEFORE = 3.4;

/** Position of a block's name, and the direction its seats face (radians). */
export interface BlockMark {
  /** Between the first row and the stage. */
  readonly front: Point;
  /** Behind the last row. */
  readonly back: Point;
  readonly facing: number;
  /** Tier of the scenery, counted from the stage; 0 where there are no tiers. */
  readonly tier: number;
}

/** Geometry of a venue's rows: about 20 bytes per row, nothing per seat. */
interface Rows {
  /** Left, top, right, bottom of every row. */
  readonly boxes: Float32Array;
  /** Side of the higher seat numbers, as seen facing the stage: right (1) or left (-1). */
  readonly sides: Int8Array;
  /** Direction the first seat of every row faces. */
  readonly facings: Float32Array;
}

/** A venue with the data that drawing needs. */
export class VenueIndex {
  readonly marks: readonly BlockMark[];
  #rows: Rows | null = null;

  constructor(readonly venue: Venue) {
    this.marks = venue.blocks.map((_, b) => markOf(venue, b));
  }

  /** Computed on first use, when the map is zoomed: the whole venue is painted without it, so that it appears sooner. */
  get rows(): Rows {
    return (this.#rows ??= makeRows(this.venue));
  }

  /** Returns the centre of a seat, in venue units. */
  placeOf(seat: number): Point {
    return [floatAt(this.venue.x, seat), floatAt(this.venue.y, seat)];
  }
}

/** State of the seats that the map paints. */
export interface MapScene {
  readonly index: VenueIndex;
  readonly taken: Uint8Array;
  /** Kept seats: never lit, drawn as portraits on the overlay. */
  readonly kept: ReadonlySet<number>;
  /** Free seats beside a kept one. */
  readonly beside: ReadonlySet<number>;
  readonly palette: Palette;
  /** Number of people who stand: counted, without a seat. */
  readonly standing: number;
}

function makeRows(venue: Venue): Rows {
  const { rows, x, y, pitch } = venue;
  const boxes = new Float32Array(rows.length * 4);
  const sides = new Int8Array(rows.length);
  const facings = new Float32Array(rows.length);
  rows.forEach((row, r) => {
    const { first, count } = row;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let seat = first; seat < first + count; seat++) {
      left = Math.min(left, floatAt(x, seat));
      right = Math.max(right, floatAt(x, seat));
      top = Math.min(top, floatAt(y, seat));
      bottom = Math.max(bottom, floatAt(y, seat));
    }
    boxes.set([left - pitch, top - pitch, right + pitch, bottom + pitch], r * 4);
    const start = seatAlong(row, 0);
    const direction = (facings[r] = facing(venue, start));
    const next = seatAlong(row, count > 1 ? 1 : 0);
    // Facing along `direction`, the right hand points to (-sin, cos): y grows downwards.
    sides[r] =
      (floatAt(y, next) - floatAt(y, start)) * Math.cos(direction) -
        (floatAt(x, next) - floatAt(x, start)) * Math.sin(direction) <
      0
        ? -1
        : 1;
  });
  return { boxes, sides, facings };
}

function markOf(venue: Venue, b: number): BlockMark {
  const { firstRow, rowCount } = itemAt(venue.blocks, b);
  const middle = (r: number): { seat: number; x: number; y: number } => {
    const row = itemAt(venue.rows, r);
    const low = seatAlong(row, (row.count - 1) >> 1);
    const high = seatAlong(row, row.count >> 1);
    return {
      seat: low,
      x: (floatAt(venue.x, low) + floatAt(venue.x, high)) / 2,
      y: (floatAt(venue.y, low) + floatAt(venue.y, high)) / 2,
    };
  };
  const front = middle(firstRow);
  const back = middle(firstRow + rowCount - 1);
  const direction = facing(venue, front.seat);
  const cos = Math.cos(direction) * venue.pitch;
  const sin = Math.sin(direction) * venue.pitch;
  const { scenery } = venue;
  const offset = scenery.kind === 'rink' ? offsetFrom(scenery.ice, front.x, front.y) : 0;
  return {
    front: [front.x + BEFORE * cos, front.y + BEFORE * sin],
    back: [back.x - 4.6 * cos, back.y - 4.6 * sin],
    facing: direction,
    tier:
      scenery.kind === 'rink'
        ? Math.max(0, scenery.tiers.filter(({ from }) => from <= offset).length - 1)
        : 0,
  };
}

/** Returns the distance of a point from the edge of a rounded rectangle round 0,0. */
function offsetFrom(
  ice: { halfLength: number; halfWidth: number; corner: number },
  x: number,
  y: number,
): number {
  const dx = Math.max(0, Math.abs(x) - ice.halfLength + ice.corner);
  const dy = Math.max(0, Math.abs(y) - ice.halfWidth + ice.corner);
  return Math.hypot(dx, dy) - ice.corner;
}

/**
 * Finds a place for a block's name that covers no seat within `reach` (venue units): behind the block, before it, or,
 * where there is no space, in its own middle, over its own seats.
 */
export function labelPlace(index: VenueIndex, b: number, reach: number): { at: Point; isClear: boolean } {
  const { front, back } = itemAt(index.marks, b);
  const at = [back, front].find(([x, y]) => seatNear(index, x, y, reach) === null);
  if (at) return { at, isClear: true };
  const { blocks, rows } = index.venue;
  const { firstRow, rowCount } = itemAt(blocks, b);
  const { first, count } = itemAt(rows, firstRow + (rowCount >> 1));
  return { at: index.placeOf(first + (count >> 1)), isClear: false };
}

/** Space that a block's name needs round its middle, px; the upper corners of the map have a button. */
const NAME_ROOM = { width: 56, height: 24, buttonWidth: 240, buttonHeight: 76 };

/**
 * Finds the place of a block's name on the zoomed map: before the middle of its first row, or, where that is outside the
 * map or under a button, before the nearest seat of this row that is clear. Without one it stays before the middle.
 */
export function namePlace(
  index: VenueIndex,
  b: number,
  matrix: Matrix,
  { width, height }: Size,
): { readonly at: Point; readonly facing: number } {
  const isInside = ([x, y]: Point): boolean =>
    x > NAME_ROOM.width &&
    x < width - NAME_ROOM.width &&
    y > NAME_ROOM.height &&
    y < height - NAME_ROOM.height &&
    (y > NAME_ROOM.buttonHeight || (x > NAME_ROOM.buttonWidth && x < width - NAME_ROOM.buttonWidth));
  const { front, facing: direction } = itemAt(index.marks, b);
  const middle = apply(matrix, ...front);
  if (isInside(middle)) return { at: middle, facing: direction };
  const { venue } = index;
  const row = itemAt(venue.rows, itemAt(venue.blocks, b).firstRow);
  const half = row.count >> 1;
  for (let away = 1; away <= half; away++) {
    for (const i of [half - away, half + away]) {
      if (i >= row.count) continue;
      const seat = seatAlong(row, i);
      const own = facing(venue, seat);
      const [x, y] = index.placeOf(seat);
      const reach = BEFORE * venue.pitch;
      const at = apply(matrix, x + reach * Math.cos(own), y + reach * Math.sin(own));
      if (isInside(at)) return { at, facing: own };
    }
  }
  return { at: middle, facing: direction };
}

/** Returns the rows that may be visible in this view between two px of the map's height, in order. */
export function rowsInView(
  index: VenueIndex,
  matrix: Matrix,
  width: number,
  above: number,
  below: number,
): number[] {
  const { boxes } = index.rows;
  const [a, b, c, d] = matrix.map(Math.abs) as unknown as Matrix;
  const rows: number[] = [];
  for (let r = 0; r * 4 < boxes.length; r++) {
    const left = floatAt(boxes, r * 4);
    const top = floatAt(boxes, r * 4 + 1);
    const right = floatAt(boxes, r * 4 + 2);
    const bottom = floatAt(boxes, r * 4 + 3);
    const [x, y] = apply(matrix, (left + right) / 2, (top + bottom) / 2);
    const halfWidth = (a * (right - left) + c * (bottom - top)) / 2;
    const halfHeight = (b * (right - left) + d * (bottom - top)) / 2;
    if (x + halfWidth > 0 && x - halfWidth < width && y + halfHeight > above && y - halfHeight < below)
      rows.push(r);
  }
  return rows;
}

/**
 * Calls `draw` for every seat of a row with its place and the unit vector to the right of the person in that seat.
 * The vector is computed from the neighbouring seats, so that it needs no memory.
 */
export function eachSeat(
  { venue, rows }: VenueIndex,
  r: number,
  draw: (seat: number, x: number, y: number, rightX: number, rightY: number) => void,
): void {
  const { x, y } = venue;
  const row = itemAt(venue.rows, r);
  const side = itemAt(rows.sides, r);
  const facing = floatAt(rows.facings, r);
  const last = row.count - 1;
  for (let i = 0; i <= last; i++) {
    const seat = seatAlong(row, i);
    const before = i > 0 ? seatAlong(row, i - 1) : seat;
    const after = i < last ? seatAlong(row, i + 1) : seat;
    let dx = (floatAt(x, after) - floatAt(x, before)) * side;
    let dy = (floatAt(y, after) - floatAt(y, before)) * side;
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length > 0) {
      dx /= length;
      dy /= length;
    } else {
      dx = -Math.sin(facing);
      dy = Math.cos(facing);
    }
    draw(seat, floatAt(x, seat), floatAt(y, seat), dx, dy);
  }
}

/**
 * Returns the seat whose centre is nearest to a point, or null when none is within `reach` (venue units); ties go to the
 * lower seat. It searches the rows whose box is in reach: some thousand comparisons in a venue of 100,000, and no memory per seat.
 */
export function seatNear(
  { venue, rows: { boxes } }: VenueIndex,
  px: number,
  py: number,
  reach: number,
  accept: (seat: number) => boolean = () => true,
): number | null {
  const { x, y, rows, pitch } = venue;
  // A box has a margin of one pitch already.
  const more = reach - pitch;
  let best: number | null = null;
  let bestDistance = reach * reach;
  for (let r = 0, i = 0; r < rows.length; r++, i += 4) {
    if (px < floatAt(boxes, i) - more || px > floatAt(boxes, i + 2) + more) continue;
    if (py < floatAt(boxes, i + 1) - more || py > floatAt(boxes, i + 3) + more) continue;
    const { first, count } = itemAt(rows, r);
    for (let seat = first; seat < first + count; seat++) {
      const distance = (floatAt(x, seat) - px) ** 2 + (floatAt(y, seat) - py) ** 2;
      if (distance > bestDistance || (distance === bestDistance && best !== null)) continue;
      if (!accept(seat)) continue;
      best = seat;
      bestDistance = distance;
    }
  }
  return best;
}

/** Picks one of four tones for a seat, always the same one: the crowd looks varied without flickering. */
export function warmToneOf(seat: number): number {
  let hash = Math.imul(seat + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 3;
}

/**
 * Returns the diameter of a portrait in px, where a seat is `px` wide: wider than a seat when zoomed out, as wide as the
 * pitch allows when zoomed in, and interpolated between 6 and 10 px per seat.
 */
export function portraitSize(px: number, narrow: boolean): number {
  const far = narrow ? 40 : 52;
  const near = Math.max(1.22 * px, 36 - 1.4 * (px - 8));
  const share = Math.min(1, Math.max(0, (px - 6) / 4));
  return far + (near - far) * share;
}

/**
 * Returns the place of the mark of the own seat. Zoomed out, a portrait is wider than a seat and would hide it: then the
 * mark moves to the portrait's rim, on the side of the seat.
 */
export function markPlace(own: Point, portraits: readonly Point[], reach: number): Point {
  for (const [x, y] of portraits) {
    const dx = own[0] - x;
    const dy = own[1] - y;
    const distance = Math.hypot(dx, dy);
    if (distance < reach && distance > 0) return [x + (dx / distance) * reach, y + (dy / distance) * reach];
  }
  return own;
}

/**
 * Assigns a corner of the map (bit 0: right, bit 1: bottom) to the name of each point so that no hairline has to be long:
 * the sum of their squared lengths is minimal. -1 where all four corners are assigned to earlier points.
 */
export function cornersFor(points: readonly Point[], { width, height }: Size): number[] {
  let best: readonly number[] = [];
  let least = Infinity;
  const give = (corners: readonly number[], sum: number): void => {
    const point = points[corners.length];
    if (sum >= least) return;
    if (!point || corners.length === 4) {
      [best, least] = [corners, sum];
      return;
    }
    for (const corner of [0, 1, 2, 3])
      if (!corners.includes(corner))
        give(
          [...corners, corner],
          sum + (point[0] - (corner & 1) * width) ** 2 + (point[1] - (corner >> 1) * height) ** 2,
        );
  };
  give([], 0);
  return points.map((_, i) => best[i] ?? -1);
}

/** Returns the hairline from a portrait to its name: from the rim to the elbow to the text. Steep first, then level. */
export function hairline([x, y]: Point, radius: number, [textX, textY]: Point): [Point, Point, Point] {
  const side = Math.sign(x - textX) || 1;
  const level = Math.max(24, Math.abs(x - textX) - 0.75 * Math.abs(y - textY));
  const elbow: Point = [textX + side * Math.min(level, Math.abs(x - textX)), textY];
  const length = Math.hypot(elbow[0] - x, elbow[1] - y) || 1;
  return [
    [x + ((elbow[0] - x) / length) * radius, y + ((elbow[1] - y) / length) * radius],
    elbow,
    [textX, textY],
  ];
}
