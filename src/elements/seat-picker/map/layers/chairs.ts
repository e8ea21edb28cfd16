import { isTaken } from '../../../../venue/occupancy.js';
import { fillCircle, fillPath, makeCanvas, setTransform, strokePath } from '../canvas.js';
import type { Palette } from '../palette.js';
import { DISTINCT, eachSeat, warmToneOf } from '../scene.js';
import { apply, multiply } from '../viewport.js';
import { mix } from './colours.js';
import type { Frame, Strip } from './layer.js';

/** Scale of the sprites over the size they are drawn at, so that rotated ones stay sharp. */
const SPRITE_SCALE = 2;
/** Width of a sprite, in pitches. */
const SPRITE_WIDTH = 1.2;
/** Number of sprites: free, free beside a kept seat, and taken in four tones. */
const SPRITE_COUNT = 6;

/** Zoomed in: outlines and solid seats; larger, chairs. Each kind is drawn once, as a sprite, and painted at its seats with their rotation. */
export class Chairs {
  #sprites: { readonly key: string; readonly palette: Palette; readonly canvas: HTMLCanvasElement } | null =
    null;

  /** Paints the seats of a strip, or some of them. */
  paint(
    ctx: CanvasRenderingContext2D,
    frame: Frame,
    { rows, top, bottom }: Strip,
    only?: ReadonlySet<number>,
  ): void {
    const { scene, matrix, px, size, ratio } = frame;
    const { index, taken, kept, beside } = scene;
    const { pitch } = index.venue;
    const sprites = this.#spritesFor(frame);
    const cell = sprites.height;
    ctx.imageSmoothingQuality = 'medium';
    for (const r of rows) {
      eachSeat(index, r, (seat, x, y, rightX, rightY) => {
        const [sx, sy] = apply(matrix, x, y);
        if (sx < -px || sy < top - px || sx > size.width + px || sy > bottom + px) return;
        if ((only && !only.has(seat)) || kept.has(seat)) return;
        const which = isTaken(taken, seat) ? 2 + warmToneOf(seat) : beside.has(seat) ? 1 : 0;
        const [cos, sin] = [rightX * pitch, rightY * pitch];
        setTransform(ctx, ratio, multiply(matrix, [cos, sin, -sin, cos, x, y]));
        const half = SPRITE_WIDTH / 2;
        ctx.drawImage(sprites, which * cell, 0, cell, cell, -half, -half, SPRITE_WIDTH, SPRITE_WIDTH);
      });
    }
  }

  #spritesFor({ scene: { palette }, px, ratio }: Frame): HTMLCanvasElement {
    const key = `${px.toFixed(2)} ${ratio}`;
    if (this.#sprites?.key === key && this.#sprites.palette === palette) return this.#sprites.canvas;
    const unit = Math.min(SPRITE_SCALE, Math.max(1, 160 / (px * ratio))) * px * ratio;
    const cell = Math.ceil(SPRITE_WIDTH * unit);
    const [canvas, ctx] = makeCanvas(SPRITE_COUNT * cell, cell);
    for (let which = 0; which < SPRITE_COUNT; which++) {
      ctx.setTransform(unit, 0, 0, unit, (which + 0.5) * cell, cell / 2);
      if (which < 2) drawFree(ctx, palette, px, which === 1);
      else drawTaken(ctx, palette, px, which - 2);
    }
    this.#sprites = { key, palette, canvas };
    return canvas;
  }
}

function drawFree(ctx: CanvasRenderingContext2D, palette: Palette, px: number, isBeside: boolean): void {
  const colour = palette[isBeside ? 'seat-beside' : 'seat-outline'];
  const seat = (): void => ctx.roundRect(-0.41, -0.45, 0.82, 0.9, 0.15);
  fillPath(ctx, palette.isForced ? palette.night : '#0b1320', seat);
  strokePath(ctx, colour, (isBeside || palette.isForced ? 2 : 1.5) / px, seat);
  if (px > DISTINCT) fillPath(ctx, colour, () => ctx.roundRect(-0.22, 0.27, 0.44, 0.07, 0.035));
}

function drawTaken(ctx: CanvasRenderingContext2D, palette: Palette, px: number, tone: number): void {
  const low = palette['seat-taken-1'];
  const high = palette['seat-taken-2'];
  fillPath(ctx, mix(low, high, tone / 3), () => ctx.roundRect(-0.43, -0.46, 0.86, 0.92, 0.13));
  if (px <= DISTINCT || palette.isForced) return;
  const head = mix(palette['seat-head'], tone & 1 ? '#ffffff' : high, tone & 1 ? 0.22 : 0.16);
  fillCircle(ctx, head, 0, -0.07, 0.29);
  fillPath(ctx, mix(low, '#3a1d00', 0.5), () => ctx.roundRect(-0.22, 0.3, 0.44, 0.07, 0.035));
}
