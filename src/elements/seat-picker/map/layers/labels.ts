import { centreText, setTransform } from '../canvas.js';
import { itemAt } from '../read.js';
import { labelPlace, namePlace, NEAR, seatNear } from '../scene.js';
import { apply, IDENTITY, invert, multiply } from '../viewport.js';
import { aislePlace } from './aisles.js';
import type { Frame, Strip } from './layer.js';

/** Maximum distance outside a strip from which a label can extend into it, px. */
export function labelReach(px: number): number {
  return 64 + 4 * px;
}

/** Paints the labels of a strip: zoomed out the blocks', zoomed in those of rows and the names of blocks. `nameOf`: "Block 12". */
export function paintLabels(
  ctx: CanvasRenderingContext2D,
  frame: Frame,
  strip: Strip,
  nameOf: (label: string) => string,
): void {
  const { px, ratio, scene } = frame;
  setTransform(ctx, ratio, IDENTITY);
  ctx.fillStyle = scene.palette.label;
  // A dark outline keeps a name readable where it has to overlap seats or people.
  outlineText(ctx, scene.palette.night, 4);
  if (px < NEAR) return px < 2 ? undefined : blockLabels(ctx, frame, strip);
  if (px < 14) return;
  rowLabels(ctx, frame, strip);
  blockNames(ctx, frame, strip, nameOf);
}

/** Makes text centred on its place, with an outline. */
export function outlineText(ctx: CanvasRenderingContext2D, colour: string, width: number): void {
  centreText(ctx);
  ctx.strokeStyle = colour;
  ctx.lineJoin = 'round';
  ctx.lineWidth = width;
}

/** Writes a text; with the outline unless it overlaps nothing. */
export function writeLabel(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  isClear = false,
): void {
  if (!isClear) ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
}

function blockLabels(
  ctx: CanvasRenderingContext2D,
  { scene: { index, palette }, matrix, px }: Frame,
  { top, bottom }: Strip,
): void {
  const { venue, marks } = index;
  const tiers = marks.reduce((most, { tier }) => Math.max(most, tier), 0);
  ctx.font = `${px < 2.5 ? 11 : 13}px ${palette.interfaceFont}`;
  const reach = (9 * venue.pitch) / px;
  marks.forEach(({ tier, front, back }, b) => {
    // The numbers of the upper tier only have space at a larger scale.
    if (tier > 0 && tier === tiers && px <= 5.5) return;
    const [, y] = apply(matrix, ...front);
    const [, otherY] = apply(matrix, ...back);
    if (Math.max(y, otherY) < top - labelReach(px) || Math.min(y, otherY) > bottom + labelReach(px)) return;
    const { at, isClear } = labelPlace(index, b, reach);
    writeLabel(ctx, itemAt(venue.blocks, b).label, ...apply(matrix, ...at), isClear);
  });
}

function rowLabels(
  ctx: CanvasRenderingContext2D,
  { scene: { index, palette }, matrix }: Frame,
  { rows }: Strip,
): void {
  const { venue } = index;
  ctx.font = `13px ${palette.interfaceFont}`;
  for (const r of rows) {
    const at = aislePlace(index, r);
    const isClear = seatNear(index, ...at, 0.8 * venue.pitch) === null;
    writeLabel(ctx, itemAt(venue.rows, r).label, ...apply(matrix, ...at), isClear);
  }
}

function blockNames(
  ctx: CanvasRenderingContext2D,
  { scene: { index, palette, standing }, matrix, px, size, ratio, view }: Frame,
  { rows }: Strip,
  nameOf: (label: string) => string,
): void {
  const { venue } = index;
  ctx.font = `${Math.min(24, 0.8 * px)}px ${palette.displayFont}`;
  for (const b of new Set(rows.map((row) => itemAt(venue.rows, row).block))) {
    const { at, facing } = namePlace(index, b, matrix, size);
    let turn = view.angle + facing + Math.PI / 2;
    if (Math.cos(turn) < 0) turn += Math.PI;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    setTransform(ctx, ratio, multiply([1, 0, 0, 1, ...at], [cos, sin, -sin, cos, 0, 0]));
    const ground = apply(invert(matrix), ...at);
    const isClear = standing === 0 && seatNear(index, ...ground, 1.2 * venue.pitch) === null;
    writeLabel(ctx, nameOf(itemAt(venue.blocks, b).label), 0, 0, isClear);
  }
}
