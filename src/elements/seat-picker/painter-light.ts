import type { Bounds } from '../../venue/venue.js';
import type { Matrix, Size } from './viewport.js';

/** Px of the light map to the width of a seat: fine enough for the narrow glow, a quarter of what a wide screen shows. */
const PX_A_SEAT = 2.2;
const MAX_SIDE = 900;

/** Glow of the lit seats and its reflection, in venue space: drawn at any distance and turn by one image. */
export interface Light {
  readonly glow: CanvasImageSource;
  /** The wide part of the glow alone. */
  readonly wide: CanvasImageSource;
  readonly sheen: CanvasImageSource;
}

export function makeCanvas(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return [canvas, canvas.getContext('2d')!];
}

/**
 * Blurs by halving the image `steps` times and doubling it again up to half its size: what `filter: blur()` does, in
 * browsers that have no filter on a canvas, for a third of one redraw.
 */
function blur(source: HTMLCanvasElement, steps: number): HTMLCanvasElement {
  const sizes = [[source.width, source.height]];
  for (let i = 0; i < steps; i++) sizes.push(sizes[i]!.map((side) => Math.max(1, Math.ceil(side / 2))));
  const way = [...sizes.slice(1), ...sizes.slice(1, -1).reverse()];
  return way.reduce((image, [width, height]) => {
    const [next, ctx] = makeCanvas(width!, height!);
    ctx.drawImage(image, 0, 0, width!, height!);
    return next;
  }, source);
}

function layered(
  images: readonly (readonly [HTMLCanvasElement, alpha: number])[],
  composite: GlobalCompositeOperation,
): HTMLCanvasElement {
  const [first] = images[0]!;
  const [canvas, ctx] = makeCanvas(first.width, first.height);
  ctx.globalCompositeOperation = composite;
  for (const [image, alpha] of images) {
    ctx.globalAlpha = alpha;
    ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

/** Size of the light map of a venue, and how places lie on it. */
export function lightPlan(
  { left, top, right, bottom }: Bounds,
  pitch: number,
): { size: Size; matrix: Matrix } {
  const scale = Math.min(PX_A_SEAT / pitch, MAX_SIDE / Math.max(right - left, bottom - top));
  return {
    size: { width: Math.ceil((right - left) * scale), height: Math.ceil((bottom - top) * scale) },
    matrix: [scale, 0, 0, scale, -left * scale, -top * scale],
  };
}

/** The light of an image of lit seats. */
export function makeLight(seats: ImageData): Light {
  const [lit, ctx] = makeCanvas(seats.width, seats.height);
  ctx.putImageData(seats, 0, 0);
  const near = blur(lit, 2);
  const wide = blur(lit, 4);
  const far = blur(wide, 4);
  return {
    glow: layered(
      [
        [near, 0.8],
        [wide, 0.7],
      ],
      'lighter',
    ),
    wide,
    sheen: layered(
      [
        [far, 1],
        [far, 1],
        [far, 1],
      ],
      'source-over',
    ),
  };
}
