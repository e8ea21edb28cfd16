import { rowOf } from '../../../../venue/layout.js';
import { isTaken } from '../../../../venue/occupancy.js';
import { numberOf } from '../../../../venue/seat-code.js';
import { isNarrow } from '../camera.js';
import { addCircle, fillCircle, fillPath, strokePath, withStops } from '../canvas.js';
import { itemAt } from '../read.js';
import { DISTINCT, eachSeat, hairline, markPlace, NEAR } from '../scene.js';
import { apply, type Point } from '../viewport.js';
import { outlineText, writeLabel } from './labels.js';
import type { Frame } from './layer.js';
import { SeatPen } from './pen.js';
import type { PortraitMark, PortraitPainter } from './portraits.js';

/** The parts that change from frame to frame. */
export interface Overlay {
  readonly portraits: readonly PortraitMark[];
  readonly own: number | null;
  readonly pointer: number | null;
  readonly focus: number | null;
  /** Seats side by side that are proposed to friends. */
  readonly together: readonly number[];
  /** Seats whose rows show seat numbers. */
  readonly numbered: readonly number[];
  /** Seats that have just been taken, with their age, 0 to 1. */
  readonly arrivals: readonly { readonly seat: number; readonly age: number }[];
  /** True while the map moves: portraits are scaled from the next larger step instead of drawn at each size. */
  readonly isMoving: boolean;
  /** Lines from a tooltip to its seat. */
  readonly leaders: readonly { readonly seat: number; readonly from: Point }[];
}

/** Paints the few things over the seats that change from frame to frame. */
export function paintOverlay(
  ctx: CanvasRenderingContext2D,
  frame: Frame,
  overlay: Overlay,
  portraits: PortraitPainter,
): void {
  const pen = new SeatPen(ctx, frame);
  const { own, isMoving } = overlay;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  paintArrivals(pen, overlay);
  if (pen.px > DISTINCT) paintNumbers(pen, overlay);
  paintLines(pen, overlay);
  paintPointer(pen, overlay);
  const others = overlay.portraits.filter(({ seat }) => seat !== own);
  // Zoomed out, a portrait is wider than a seat: the own mark is over it, at its rim. Zoomed in, they are side by side.
  if (pen.isFar) portraits.paint(pen, others, isMoving);
  if (own !== null) paintOwn(pen, own, others);
  if (!pen.isFar) portraits.paint(pen, others, isMoving);
  paintFrames(pen, overlay);
}

function paintArrivals(pen: SeatPen, { arrivals }: Overlay): void {
  const { ctx, px, palette } = pen;
  for (const { seat, age } of arrivals) {
    // 200 ms of 1100 to light up, the rest to fade.
    const grown = Math.min(1, age / 0.18);
    pen.atSeat(seat, () => {
      ctx.globalAlpha = grown;
      if (px < NEAR) {
        const side = Math.max(2, 0.68 * px);
        ctx.fillStyle = palette['seat-lit-3'];
        ctx.fillRect(-side / 2, -side / 2, side, side);
      }
      ctx.globalAlpha = (1 - age) * grown;
      const radius = Math.max(7, 0.74 * px) * (0.8 + 0.2 * grown);
      strokePath(ctx, palette['seat-lit-2'], 2, () => addCircle(ctx, 0, 0, radius));
      ctx.globalAlpha = 1;
    });
  }
}

/** Draws seat numbers behind the rows of the own and of the focused seat. */
function paintNumbers(pen: SeatPen, { numbered, own, focus }: Overlay): void {
  const { ctx, frame, palette } = pen;
  const { index, kept } = frame.scene;
  const { venue } = index;
  pen.level();
  ctx.font = `13px ${palette.interfaceFont}`;
  // A dark outline: where rows are uneven, a number may overlap a seat of the next row.
  outlineText(ctx, palette.night, 3);
  for (const r of new Set(numbered.map((seat) => rowOf(venue, seat)))) {
    const row = itemAt(venue.rows, r);
    eachSeat(index, r, (seat, x, y, rightX, rightY) => {
      if (kept.has(seat)) return;
      const isChosen = seat === own || seat === focus;
      // Clear of the frame round a seat.
      const back = (isChosen ? 0.93 : 0.76) * venue.pitch;
      ctx.fillStyle = isChosen ? palette.text : palette.label;
      ctx.globalAlpha = isChosen || palette.isForced ? 1 : 0.85;
      const place = apply(frame.matrix, x - rightY * back, y + rightX * back);
      writeLabel(ctx, String(numberOf(row, seat)), ...place);
    });
  }
  ctx.globalAlpha = 1;
}

/** Draws the lines from portraits to their names, and from a tooltip to its seat. */
function paintLines(pen: SeatPen, { portraits, leaders }: Overlay): void {
  const { px, palette } = pen;
  pen.level();
  for (const { seat, name } of portraits)
    if (name) pen.line(1, palette.label, ...hairline(pen.at(seat), pen.diameter / 2, name));
  for (const { seat, from } of leaders) {
    const [x, y] = pen.at(seat);
    const [dx, dy] = [x - from[0], y - from[1]];
    const stop = Math.max(0, 1 - (0.6 * px) / (Math.hypot(dx, dy) || 1));
    pen.line(1.5, palette.text, from, [from[0] + dx * stop, from[1] + dy * stop]);
  }
}

function paintPointer(pen: SeatPen, { pointer, own }: Overlay): void {
  const { ctx, px, palette } = pen;
  const { kept, taken } = pen.frame.scene;
  if (pointer === null || px < NEAR || pointer === own || kept.has(pointer)) return;
  const seat = (): void => ctx.roundRect(-0.41 * px, -0.45 * px, 0.82 * px, 0.9 * px, 0.15 * px);
  pen.atSeat(pointer, () => {
    if (!isTaken(taken, pointer)) {
      fillPath(ctx, palette['seat-pointer'], seat);
      ctx.fillStyle = palette['seat-beside'];
      ctx.fillRect(-0.2 * px, 0.27 * px, 0.4 * px, 0.07 * px);
    }
    strokePath(ctx, palette['seat-beside'], palette.isForced ? 4.6 : 2.4, seat);
  });
}

/** Paints the mark of the own seat. */
function paintOwn(pen: SeatPen, own: number, portraits: readonly PortraitMark[]): void {
  const { ctx, px, palette, isFar } = pen;
  const inner = isFar ? (isNarrow(pen.frame) ? 5 : 6) : 0.43 * px;
  const half = inner + (isFar ? 3.5 : 1.5 + Math.max(3, 0.09 * px));
  const places = isFar ? portraits.map(({ seat }) => pen.at(seat)) : [];
  const place = markPlace(pen.at(own), places, pen.diameter / 2 + half - 2);
  pen.level();
  if (!palette.isForced) halo(ctx, place, half * (isFar ? 3.4 : 2.4), palette['seat-yours']);
  pen.atSeat(
    own,
    () => {
      fillPath(ctx, palette.night, () =>
        ctx.roundRect(-half - 3, -half - 3, 2 * half + 6, 2 * half + 6, half * 0.45),
      );
      pen.box(half, 2.4, palette['seat-yours']);
      fillPath(ctx, palette['seat-yours'], () =>
        ctx.roundRect(-inner, -inner, 2 * inner, 2 * inner, inner * 0.28),
      );
      fillCircle(ctx, palette.isForced ? palette.night : palette['seat-lit-1'], 0, 0, inner * 0.57);
    },
    place,
  );
}

/** Frames the seats that are proposed to friends, and the focused one. */
function paintFrames(pen: SeatPen, { together, focus, own }: Overlay): void {
  const { px, palette } = pen;
  for (const seat of together)
    pen.atSeat(seat, () => {
      const half = Math.max(5, 0.56 * px);
      if (!palette.isForced) pen.box(half, 6, palette.night);
      pen.box(half, 3, palette['seat-beside']);
    });
  if (focus === null) return;
  pen.atSeat(focus, () => {
    const half = Math.max(10, (focus === own ? 0.78 : 0.62) * px);
    if (palette.isForced) pen.box(half + 4, 2, palette.label);
    else pen.box(half, 8, palette.night);
    pen.box(half, palette.isForced ? 4 : 3, palette.focus);
  });
}

function halo(ctx: CanvasRenderingContext2D, [x, y]: Point, radius: number, colour: string): void {
  const light = ctx.createRadialGradient(x, y, 0, x, y, radius);
  ctx.fillStyle = withStops(light, [0.2, `${colour}55`], [1, `${colour}00`]);
  ctx.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}
