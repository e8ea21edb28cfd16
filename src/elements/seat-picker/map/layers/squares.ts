import { seatAlong } from '../../../../venue/layout.js';
import { isTaken } from '../../../../venue/occupancy.js';
import { setTransform } from '../canvas.js';
import type { ColourName } from '../palette.js';
import { floatAt, itemAt } from '../read.js';
import { eachSeat, warmToneOf, type MapScene } from '../scene.js';
import { mix, rgbOf, warmTones } from './colours.js';
import type { Frame } from './layer.js';
import { Raster } from './raster.js';

/** Side in px below which seats are painted as points, since their rotation is not visible. */
const MAX_POINT_PX = 1.8;
/** Squares per path: a path for each is slow to record, a path of thousands slow to fill. */
const SQUARES_PER_PATH = 64;
/** Side of a square, in pitches. */
const SIDE = 0.68;

/** Strokes of lit seats by tone, as x, y, x, y. */
type LitStrokes = readonly number[][];

/** Returns the colours of free squares, row by row: brighter next to the stage, darker under the roof. */
export function colourRows({ index, palette }: MapScene): string[] {
  // Few steps are distinguishable: each is computed once.
  const steps = (from: ColourName, to: ColourName): string[] =>
    new Array<number>(16).fill(0).map((_, i) => mix(palette[from], palette[to], i / 15));
  const near = steps('seat-free-front', 'seat-free');
  const high = steps('seat-free', 'seat-free-upper');
  return index.venue.rows.map(({ block }, r) => {
    const { firstRow, rowCount } = itemAt(index.venue.blocks, block);
    const depth = (r - firstRow) / rowCount;
    return itemAt(index.marks, block).tier > 0
      ? itemAt(high, Math.round(15 * (0.35 + 0.65 * depth)))
      : itemAt(near, Math.round(15 * Math.min(1, 1.3 * depth)));
  });
}

/** Zoomed out, in a large venue: returns the raster of the seats as points; null where they are larger. */
export function pointsOf(
  { scene, matrix, size, px, ratio }: Frame,
  freeColours: readonly string[],
): Raster | null {
  const { index, taken, kept, palette } = scene;
  const side = SIDE * px * ratio;
  if (side >= MAX_POINT_PX) return null;
  const [a, b, c, d, e, f] = matrix;
  return new Raster({
    venue: index.venue,
    taken,
    kept,
    matrix: [a * ratio, b * ratio, c * ratio, d * ratio, e * ratio, f * ratio],
    size: { width: Math.round(size.width * ratio), height: Math.round(size.height * ratio) },
    pitch: px * ratio,
    side: palette.isForced ? 0.44 * side : Math.max(side, ratio),
    litSide: Math.max(side, 1.25 * ratio),
    freeColours: Uint32Array.from(freeColours, rgbOf),
    litColours: Uint32Array.from(warmTones(palette), rgbOf),
  });
}

/** Returns the side of a lit square in venue units: at least a visible point of light. */
function litSide({ scene, px }: Frame): number {
  return Math.max(SIDE, 1.25 / px) * scene.index.venue.pitch;
}

/**
 * Zoomed out: paints free seats as squares, each a stroke along its row as long as it is wide, which a canvas draws in
 * half the time of a square. Returns the strokes of the lit seats.
 */
export function paintSquares(
  ctx: CanvasRenderingContext2D,
  frame: Frame,
  rows: readonly number[],
  freeColours: readonly string[],
): LitStrokes {
  const { index, taken, kept, palette } = frame.scene;
  const { venue } = index;
  const { x, y, pitch } = venue;
  const side = (palette.isForced ? 0.3 : Math.max(SIDE, 1 / frame.px)) * pitch;
  const litHalf = litSide(frame) / 2;
  const lit: number[][] = [[], [], [], []];
  ctx.lineWidth = side;
  let colour = '';
  let batch = 0;
  ctx.beginPath();
  for (const r of rows) {
    const row = itemAt(venue.rows, r);
    const free = itemAt(freeColours, r);
    if (free !== colour || batch > SQUARES_PER_PATH) {
      ctx.stroke();
      ctx.beginPath();
      ctx.strokeStyle = colour = free;
      batch = 0;
    }
    for (let i = 0, last = row.count - 1; i <= last; i++) {
      const seat = seatAlong(row, i);
      if (kept.has(seat)) continue;
      const before = i > 0 ? seatAlong(row, i - 1) : seat;
      const after = i < last ? seatAlong(row, i + 1) : seat;
      const dx = floatAt(x, after) - floatAt(x, before);
      const dy = floatAt(y, after) - floatAt(y, before);
      const isLit = isTaken(taken, seat);
      const share = (isLit ? litHalf : side / 2) / (Math.sqrt(dx * dx + dy * dy) || 1);
      const along = before === after ? side / 2 : dx * share;
      const across = before === after ? 0 : dy * share;
      const seatX = floatAt(x, seat);
      const seatY = floatAt(y, seat);
      if (isLit)
        itemAt(lit, warmToneOf(seat)).push(seatX - along, seatY - across, seatX + along, seatY + across);
      else {
        ctx.moveTo(seatX - along, seatY - across);
        ctx.lineTo(seatX + along, seatY + across);
        batch++;
      }
    }
  }
  ctx.stroke();
  return lit;
}

/** Paints strokes of lit seats. */
export function paintLitSquares(ctx: CanvasRenderingContext2D, frame: Frame, lit: LitStrokes): void {
  const tones = warmTones(frame.scene.palette);
  setTransform(ctx, frame.ratio, frame.matrix);
  ctx.lineWidth = litSide(frame);
  lit.forEach((strokes, tone) => {
    ctx.strokeStyle = itemAt(tones, tone);
    for (let i = 0; i < strokes.length;) {
      ctx.beginPath();
      for (const end = Math.min(strokes.length, i + 4 * SQUARES_PER_PATH); i < end; i += 4) {
        ctx.moveTo(itemAt(strokes, i), itemAt(strokes, i + 1));
        ctx.lineTo(itemAt(strokes, i + 2), itemAt(strokes, i + 3));
      }
      ctx.stroke();
    }
  });
}

/** Paints some seats as lit squares. */
export function paintSeatsLit(
  ctx: CanvasRenderingContext2D,
  frame: Frame,
  rows: readonly number[],
  only: ReadonlySet<number>,
): void {
  const lit: number[] = [];
  const half = litSide(frame) / 2;
  for (const r of rows)
    eachSeat(frame.scene.index, r, (seat, x, y, rightX, rightY) => {
      if (only.has(seat))
        lit.push(x - rightX * half, y - rightY * half, x + rightX * half, y + rightY * half);
    });
  paintLitSquares(ctx, frame, [lit]);
}
