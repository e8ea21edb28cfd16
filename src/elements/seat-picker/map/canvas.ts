import { invert, matrixOf, multiply, IDENTITY, type Matrix, type Size, type View } from './viewport.js';
import { present } from './read.js';

/** Creates a canvas outside the page. */
export function makeCanvas(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return [canvas, present(canvas.getContext('2d'))];
}

/** Creates a canvas outside the page that shows an image. */
export function canvasWith(image: ImageData): HTMLCanvasElement {
  const [canvas, ctx] = makeCanvas(image.width, image.height);
  ctx.putImageData(image, 0, 0);
  return canvas;
}

/** An image, and its px as `0xaabbggrr`. */
export interface PixelImage {
  readonly image: ImageData;
  readonly px: Uint32Array;
}

export function makePixels({ width, height }: Size): PixelImage {
  const image = new ImageData(width, height);
  return { image, px: new Uint32Array(image.data.buffer) };
}

/** Sets the transform so that drawing is in the units that `matrix` maps to px of the map; `k`: px of the canvas per CSS px. */
export function setTransform(ctx: CanvasRenderingContext2D, k: number, [a, b, c, d, e, f]: Matrix): void {
  ctx.setTransform(a * k, b * k, c * k, d * k, e * k, f * k);
}

/** Makes text centred on its place, in both directions. */
export function centreText(ctx: CanvasRenderingContext2D): void {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
}

/** A whole turn, in radians. */
export const TURN = 2 * Math.PI;

export type PathPaint = string | CanvasGradient;

/** Fills what `trace` adds to a new path, which stays the current one. */
export function fillPath(
  ctx: CanvasRenderingContext2D,
  paint: PathPaint,
  trace: () => void,
  rule?: CanvasFillRule,
): void {
  ctx.beginPath();
  trace();
  ctx.fillStyle = paint;
  ctx.fill(rule);
}

/** Strokes what `trace` adds to a new path. */
export function strokePath(
  ctx: CanvasRenderingContext2D,
  paint: PathPaint,
  width: number,
  trace: () => void,
): void {
  ctx.beginPath();
  trace();
  ctx.lineWidth = width;
  ctx.strokeStyle = paint;
  ctx.stroke();
}

/** Adds a circle to the current path, apart from what is on it already. */
export function addCircle(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.moveTo(x + radius, y);
  ctx.arc(x, y, radius, 0, TURN);
}

/** Fills a circle, which stays the current path. */
export function fillCircle(
  ctx: CanvasRenderingContext2D,
  paint: PathPaint,
  x: number,
  y: number,
  radius: number,
): void {
  fillPath(ctx, paint, () => addCircle(ctx, x, y, radius));
}

/** Returns the gradient with its colours, each at its share of the way, 0 to 1. */
export function withStops(
  gradient: CanvasGradient,
  ...stops: readonly (readonly [share: number, colour: string])[]
): CanvasGradient {
  for (const stop of stops) gradient.addColorStop(...stop);
  return gradient;
}

/** A canvas over the whole map, and what it shows. */
export class MapCanvas {
  /** The view it shows, and the size of the map it was painted for; null while it is empty. */
  painted: { readonly view: View; readonly size: Size } | null = null;

  private constructor(
    readonly canvas: HTMLCanvasElement,
    readonly ctx: CanvasRenderingContext2D,
  ) {}

  /** Returns null where the browser has no 2D canvas. An opaque canvas is cheaper to composite. */
  static on(canvas: HTMLCanvasElement, isOpaque: boolean): MapCanvas | null {
    const ctx = canvas.getContext('2d', { alpha: !isOpaque });
    return ctx && new MapCanvas(canvas, ctx);
  }

  /** Resizes the canvas to the map's size, where it differs; that clears it. */
  fit(size: Size, ratio: number): void {
    const { canvas } = this;
    const width = Math.round(size.width * ratio);
    const height = Math.round(size.height * ratio);
    if (canvas.width === width && canvas.height === height) return;
    canvas.width = width;
    canvas.height = height;
  }

  /** Moves the canvas so that it shows another view of a map of this size. */
  move(target: Matrix, { width, height }: Size, isShown = true): void {
    const { painted } = this;
    const { style } = this.canvas;
    style.visibility = isShown && painted ? 'visible' : 'hidden';
    if (!painted) return;
    const { view, size } = painted;
    // A canvas that was painted for another size of the map is stretched to the present size.
    const stretch: Matrix = [size.width / width, 0, 0, size.height / height, 0, 0];
    const matrix = multiply(multiply(target, invert(matrixOf(view, size))), stretch);
    style.transform = matrix.every((value, i) => Math.abs(value - Number(IDENTITY[i])) < 1e-9)
      ? 'none'
      : `matrix(${matrix.map((value) => value.toFixed(6)).join()})`;
  }
}
