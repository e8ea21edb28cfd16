import { makeCanvas, setTransform, strokePath, type MapCanvas } from '../canvas.js';
import { apply, fitBounds, IDENTITY, invert, matrixOf, multiply, type View } from '../viewport.js';
import type { Frame } from './layer.js';

/** The overview: the whole venue, and a frame round the visible part. It is never rotated, also where the large map is upright. */
export class Minimap {
  /** The whole venue at the size of the overview: scaling it down costs more than the rest of a frame. */
  #base: { readonly view: View; readonly image: HTMLCanvasElement } | null = null;

  constructor(
    private readonly canvas: MapCanvas,
    /** The layer of the whole venue, which the overview scales down. */
    private readonly whole: MapCanvas,
  ) {}

  invalidate(): void {
    this.#base = null;
  }

  /** Draws the frame round `seen`; `frame` is that of the whole venue. */
  paint(frame: Frame, seen: View): void {
    const { scene, ratio, size } = frame;
    const { canvas, ctx } = this.canvas;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (!this.whole.painted || !width) return;
    const box = { width, height };
    const flat = matrixOf(fitBounds(scene.index.venue.bounds, box, 0, 8), box);
    if (this.#base?.view !== frame.view) {
      const [image, base] = makeCanvas(width * ratio, height * ratio);
      this.#base = { view: frame.view, image };
      base.fillStyle = scene.palette.night;
      base.fillRect(0, 0, image.width, image.height);
      setTransform(base, ratio, multiply(flat, invert(frame.matrix)));
      base.imageSmoothingQuality = 'high';
      base.drawImage(this.whole.canvas, 0, 0, size.width, size.height);
      canvas.width = image.width;
      canvas.height = image.height;
    }
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(this.#base.image, 0, 0);
    setTransform(ctx, ratio, IDENTITY);
    const back = multiply(flat, invert(matrixOf(seen, size)));
    strokePath(ctx, scene.palette.text, 2, () => {
      for (const [x, y] of [
        [0, 0],
        [size.width, 0],
        [size.width, size.height],
        [0, size.height],
      ] as const)
        ctx.lineTo(...apply(back, x, y));
      ctx.closePath();
    });
  }
}
