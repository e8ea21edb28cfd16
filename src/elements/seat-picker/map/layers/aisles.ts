import { seatAlong } from '../../../../venue/layout.js';
import { setTransform, strokePath } from '../canvas.js';
import { floatAt, itemAt } from '../read.js';
import { eachSeat, type VenueIndex } from '../scene.js';
import type { Point } from '../viewport.js';
import type { Frame } from './layer.js';

/** Returns the middle of the stairs at a row: before its first seat. */
export function aislePlace(index: VenueIndex, r: number): Point {
  const { venue, rows } = index;
  const [x, y] = index.placeOf(seatAlong(itemAt(venue.rows, r), 0));
  const direction = floatAt(rows.facings, r);
  const out = -itemAt(rows.sides, r) * 1.95 * venue.pitch;
  return [x - Math.sin(direction) * out, y + Math.cos(direction) * out];
}

/** Zoomed in: paints the stairs between the blocks, and the edges of the steps along the rows. */
export function paintAisles(ctx: CanvasRenderingContext2D, frame: Frame, rows: readonly number[]): void {
  const { venue } = frame.scene.index;
  setTransform(ctx, frame.ratio, frame.matrix);
  if (venue.scenery.kind === 'rink')
    for (const b of new Set(rows.map((r) => itemAt(venue.rows, r).block))) paintStairs(ctx, frame, b);
  paintSteps(ctx, frame, rows);
}

function paintStairs(ctx: CanvasRenderingContext2D, { scene: { index }, view }: Frame, b: number): void {
  const { firstRow, rowCount } = itemAt(index.venue.blocks, b);
  const from = aislePlace(index, firstRow);
  // The last rows may be shortened; the stairs continue straight.
  const through = aislePlace(index, firstRow + Math.max(0, rowCount - 4));
  const far = (rowCount - 0.5) / Math.max(1, rowCount - 4);
  const to: Point = [from[0] + (through[0] - from[0]) * far, from[1] + (through[1] - from[1]) * far];
  const start: Point = [from[0] - (to[0] - from[0]) * 0.035, from[1] - (to[1] - from[1]) * 0.035];
  const edge = 1.6 / view.scale;
  for (const [colour, dash] of [
    ['#0f1926', []],
    ['#1c2b40', [edge, 0.43 - edge]],
  ] as const) {
    ctx.setLineDash([...dash]);
    strokePath(ctx, colour, 1.12, () => [start, to].forEach((place) => ctx.lineTo(...place)));
  }
  ctx.setLineDash([]);
}

function paintSteps(
  ctx: CanvasRenderingContext2D,
  { scene: { index }, view }: Frame,
  rows: readonly number[],
): void {
  const { venue } = index;
  const { pitch } = venue;
  for (const r of rows) {
    const row = itemAt(venue.rows, r);
    const [first, last] = [seatAlong(row, 0), seatAlong(row, row.count - 1)];
    const side = itemAt(index.rows.sides, r);
    for (const back of [0.62, 0.95])
      strokePath(ctx, '#8fa8c824', 1 / view.scale, () =>
        eachSeat(index, r, (seat, x, y, rightX, rightY) => {
          // Half a seat further at both ends.
          const end = ((seat === first ? -0.6 : 0) + (seat === last ? 0.6 : 0)) * side;
          ctx.lineTo(x + (rightX * end - rightY * back) * pitch, y + (rightY * end + rightX * back) * pitch);
        }),
      );
  }
}
