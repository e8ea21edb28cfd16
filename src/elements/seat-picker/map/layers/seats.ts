import { setTransform, type MapCanvas } from '../canvas.js';
import { invert, matrixOf, multiply, type View } from '../viewport.js';
import type { Frame } from './layer.js';
import type { Raster } from './raster.js';
import type { StripPainter } from './strips.js';

/** A deadline that never passes. */
const NO_DEADLINE = Infinity;
/** Number of strips of a layer, each painted in a frame of its own: filling them all at once would stall motion. */
const STRIP_COUNT = 6;

/**
 * One of the two layers of seats: the whole venue, or the zoomed view over it. What is painted on its canvas overlaps
 * (floor, light, seats, labels) and can be stale only together: these parts are functions of a frame, and have no staleness
 * of their own.
 */
export class SeatLayer {
  /** True while it shows outdated content, until the new content is painted. */
  #isOutdated = true;
  /** The painting in progress: points in a large venue, then strips. */
  #job: { readonly view: View; readonly points: Raster | null; strip: number } | null = null;
  /** Seats that were taken while the layer was being painted. */
  #pendingSeats: number[] = [];

  constructor(
    readonly canvas: MapCanvas,
    private readonly painter: StripPainter,
    /** The layer of the whole venue, beneath the zoomed one; null for the whole itself. */
    private readonly whole: SeatLayer | null,
  ) {}

  isStale(view: View): boolean {
    return this.#isOutdated || this.canvas.painted?.view !== view;
  }

  invalidate(): void {
    this.#pendingSeats = [];
    this.#isOutdated = true;
    this.#job = null;
  }

  /** Paints, or continues until `deadline` (of `performance.now()`); returns true when it is done. `isBare`: without glow and labels, which take as long again and are painted next. */
  paint(frame: Frame, deadline: number, isBare = false): boolean {
    const { view, size, ratio } = frame;
    const { canvas } = this;
    const isWhole = !this.whole;
    if (this.#job?.view !== view) this.#job = { view, points: this.painter.points(frame), strip: 0 };
    const job = this.#job;
    const { points } = job;
    if (points && !points.fill(deadline)) return false;
    if (!isBare && this.painter.makeLight(frame.scene) && isWhole && performance.now() > deadline)
      return false;
    // In strips, where a similar image is visible meanwhile.
    const isSeen = (this.whole ?? this).canvas.painted?.size === size;
    const isInStrips = !isBare && !points && deadline !== NO_DEADLINE && isSeen;
    if (isInStrips && (!isWhole || canvas.painted?.view === view)) {
      if (job.strip === 0 && this.whole) this.#paintPreview(frame, this.whole.canvas);
      this.#isOutdated = true;
      const edge = (strip: number): number => Math.round((strip * size.height * ratio) / STRIP_COUNT) / ratio;
      this.painter.paint(canvas.ctx, frame, null, false, edge(job.strip), edge(job.strip + 1));
      if (++job.strip < STRIP_COUNT) return false;
    } else {
      canvas.fit(size, ratio);
      this.painter.paint(canvas.ctx, frame, points, isBare, 0, size.height);
    }
    if (!isBare) this.#job = null;
    canvas.painted = { view, size };
    this.#isOutdated = isBare;
    if (this.#pendingSeats.length > 0) this.painter.paintLit(canvas.ctx, frame, this.#pendingSeats.splice(0));
    return true;
  }

  /** Fills the layer with what is already painted, transformed to the new view, until its strips are painted. */
  #paintPreview({ view, size, ratio, matrix }: Frame, whole: MapCanvas): void {
    const { ctx, canvas, painted } = this.canvas;
    const { width, height } = size;
    const drawLayer = (from: MapCanvas): void => {
      if (!from.painted) return;
      setTransform(ctx, ratio, multiply(matrix, invert(matrixOf(from.painted.view, from.painted.size))));
      ctx.drawImage(from.canvas, 0, 0, width, height);
    };
    this.canvas.fit(size, ratio);
    ctx.save();
    if (painted?.size === size) {
      ctx.globalCompositeOperation = 'copy';
      drawLayer(this.canvas);
      ctx.globalCompositeOperation = 'source-over';
      // Around it, the whole arena.
      ctx.beginPath();
      ctx.rect(0, 0, width, height);
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.rect(0, 0, canvas.width, canvas.height);
      ctx.clip('evenodd');
    }
    drawLayer(whole);
    ctx.restore();
    this.canvas.painted = { view, size };
  }

  /** True while newly taken seats cannot be painted on the layer, since points of them are being made. */
  get isRastering(): boolean {
    return !!this.#job?.points;
  }

  /** Paints newly taken seats after the painting in progress, if there is one. */
  keepForLater(seats: readonly number[]): void {
    // Pushed in a loop: a whole stadium exceeds the maximum number of arguments.
    if (this.#job) for (const seat of seats) this.#pendingSeats.push(seat);
  }

  /** Marks the layer for painting, without dropping what is in progress. */
  outdate(): void {
    this.#isOutdated = true;
  }
}
