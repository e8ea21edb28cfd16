import { centreText, fillCircle, makeCanvas } from '../canvas.js';
import type { Palette } from '../palette.js';
import type { Point } from '../viewport.js';
import type { Frame } from './layer.js';
import type { SeatPen } from './pen.js';

/** Step between the sizes of portraits while zooming, px: drawing one for each size costs more than the rest of a frame. */
const STEP_PX = 12;
/** Maximum number of portraits that are kept. */
const MAX_KEPT = 60;

export interface PortraitMark {
  readonly seat: number;
  readonly initials: string;
  /** Null until it has loaded, and for good where there is no portrait. */
  readonly image: HTMLImageElement | null;
  /** Start or end of the name's text, px of the map; null where names are not on the map. */
  readonly name: Point | null;
}

/** The painter of portraits in their rings, each drawn once for each size. */
export class PortraitPainter {
  readonly #medallions = new Map<string, HTMLCanvasElement>();

  /** Drops what is kept, after a change of colours. */
  forget(): void {
    this.#medallions.clear();
  }

  /** Paints those that are on the map. `isMoving`: scaled from the next larger step instead of drawn at each size. */
  paint(pen: SeatPen, marks: readonly PortraitMark[], isMoving: boolean): void {
    const { ctx, frame, diameter } = pen;
    const { width, height } = frame.size;
    const size = isMoving ? STEP_PX * Math.ceil(diameter / STEP_PX) : Math.round(diameter);
    pen.level();
    for (const mark of marks) {
      const [x, y] = pen.at(mark.seat);
      if (Math.abs(x - width / 2) > width / 2 + diameter || Math.abs(y - height / 2) > height / 2 + diameter)
        continue;
      const medallion = this.#medallion(frame, mark, size);
      const side = (medallion.width / frame.ratio) * (isMoving ? diameter / size : 1);
      ctx.drawImage(medallion, x - side / 2, y - side / 2, side, side);
    }
  }

  #medallion(
    { scene: { palette }, ratio }: Frame,
    { image, initials }: PortraitMark,
    size: number,
  ): HTMLCanvasElement {
    const key = `${size} ${image?.src ?? initials}`;
    const kept = this.#medallions.get(key);
    if (kept) return kept;
    if (this.#medallions.size > MAX_KEPT) this.#medallions.clear();
    const side = (size + 8) * ratio;
    const [canvas, ctx] = makeCanvas(side, side);
    ctx.setTransform(ratio, 0, 0, ratio, side / 2, side / 2);
    const radius = size / 2 - (size < 30 ? 1.5 : 2.5);
    drawRing(ctx, palette, size / 2, radius);
    if (image && !palette.isForced) drawFace(ctx, image, 2 * radius);
    else {
      ctx.font = `600 ${Math.max(9, size * 0.34)}px ${palette.interfaceFont}`;
      centreText(ctx);
      ctx.fillStyle = palette['kept-ring'];
      ctx.fillText(initials, 0, size * 0.03);
    }
    this.#medallions.set(key, canvas);
    return canvas;
  }
}

/** Draws the ring, and the ground within it, whose outline stays the current path. */
function drawRing(ctx: CanvasRenderingContext2D, palette: Palette, outer: number, inner: number): void {
  const disc = (radius: number, colour: string): void => fillCircle(ctx, colour, 0, 0, radius);
  disc(outer + 2.5, palette.night);
  disc(outer, palette['kept-ring']);
  disc(inner, palette.isForced ? palette.night : '#16243a');
  if (!palette.isForced) return;
  disc(inner - 1.5, palette['kept-ring']);
  disc(inner - 3, palette.night);
}

function drawFace(ctx: CanvasRenderingContext2D, image: HTMLImageElement, side: number): void {
  ctx.clip();
  const width = image.naturalWidth || 480;
  const height = image.naturalHeight || 600;
  const crop = Math.min(width, height) * 0.86;
  ctx.imageSmoothingQuality = 'high';
  // Faces are in the upper part of a portrait.
  ctx.drawImage(
    image,
    (width - crop) / 2,
    (height - crop) * 0.28,
    crop,
    crop,
    -side / 2,
    -side / 2,
    side,
    side,
  );
}
