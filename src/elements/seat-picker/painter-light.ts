import { isTaken } from '../../venue/occupancy.js';
import type { Venue } from '../../venue/venue.js';
import { toneOf } from './scene.js';

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

function layered(images: readonly (readonly [HTMLCanvasElement, alpha: number])[], composite: GlobalCompositeOperation): HTMLCanvasElement {
  const [first] = images[0]!;
  const [canvas, ctx] = makeCanvas(first.width, first.height);
  ctx.globalCompositeOperation = composite;
  for (const [image, alpha] of images) {
    ctx.globalAlpha = alpha;
    ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

export function makeLight(venue: Venue, taken: Uint8Array, dark: ReadonlySet<number>, tones: readonly string[]): Light {
  const { bounds, x, y, pitch } = venue;
  const width = bounds.right - bounds.left;
  const height = bounds.bottom - bounds.top;
  const scale = Math.min(PX_A_SEAT / pitch, MAX_SIDE / Math.max(width, height));
  const [lit, ctx] = makeCanvas(width * scale, height * scale);
  const side = Math.max(1, 0.68 * pitch * scale);
  tones.forEach((tone, t) => {
    ctx.fillStyle = tone;
    for (let seat = 0; seat < venue.capacity; seat++) {
      if (!isTaken(taken, seat) || toneOf(seat) !== t || dark.has(seat)) continue;
      ctx.fillRect((x[seat]! - bounds.left) * scale - side / 2, (y[seat]! - bounds.top) * scale - side / 2, side, side);
    }
  });
  const near = blur(lit, 2);
  const wide = blur(lit, 4);
  const far = blur(wide, 4);
  return {
    glow: layered([[near, 0.8], [wide, 0.7]], 'lighter'),
    wide,
    sheen: layered([[far, 1], [far, 1], [far, 1]], 'source-over'),
  };
}
