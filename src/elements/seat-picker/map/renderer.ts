import { isAtRest, isCarried, shareOf, type Camera } from './camera.js';
import { MapCanvas } from './canvas.js';
import type { Frame } from './layers/layer.js';
import { Minimap } from './layers/minimap.js';
import { paintOverlay, type Overlay } from './layers/overlay.js';
import { PortraitPainter } from './layers/portraits.js';
import { SeatLayer } from './layers/seats.js';
import { StripPainter } from './layers/strips.js';
import type { MapScene } from './scene.js';
import { matrixOf, type Size, type View } from './viewport.js';

/** Maximum px of a canvas: beyond it, painting costs more than the eye gains. */
const MAX_PIXELS = 6e6;

/**
 * Paints the layers of the map: decides which are stale, in what order they are painted, and until when. The whole arena is
 * painted anew only when it changes, the zoomed view when motion stops, and the overlay with the few things that move in each
 * frame; the overview is a small picture of the whole. During a gesture the compositor moves the finished layers, so that its
 * cost does not grow with the number of seats.
 */
export class Renderer {
  readonly #far: SeatLayer;
  readonly #near: SeatLayer;
  readonly #minimap: Minimap;
  readonly #strips = new StripPainter(this);
  readonly #portraits = new PortraitPainter();
  #size: Size = { width: 0, height: 0 };
  #ratio = 1;
  #scene: MapScene | null = null;

  /** Called when something has loaded that makes a layer stale. */
  requestPaint: () => void = () => undefined;

  /** Returns "Block 12", in the reader's language. */
  blockName: (label: string) => string = (label) => label;

  /**
   * Takes the canvases of the whole, the zoomed layer, the overlay and the overview; returns null where the browser has no
   * 2D canvas: then the list serves alone.
   */
  static on(...canvases: HTMLCanvasElement[]): Renderer | null {
    // The whole and the zoomed layer cover everything beneath them.
    const [far, near, over, overview] = canvases.map((canvas, i) => MapCanvas.on(canvas, i < 2));
    return far && near && over && overview ? new Renderer(far, near, over, overview) : null;
  }

  private constructor(
    far: MapCanvas,
    near: MapCanvas,
    private readonly over: MapCanvas,
    overview: MapCanvas,
  ) {
    this.#far = new SeatLayer(far, this.#strips, null);
    this.#near = new SeatLayer(near, this.#strips, this.#far);
    this.#minimap = new Minimap(overview, far);
  }

  #frame(view: View, scene: MapScene): Frame {
    const [size, ratio] = [this.#size, this.#ratio];
    const px = view.scale * scene.index.venue.pitch;
    return { scene, view, size, ratio, matrix: matrixOf(view, size), px };
  }

  /** Called when the code of the standing crowd has loaded. */
  crowdLoaded(): void {
    this.invalidate();
    this.requestPaint();
  }

  // What is stale

  /** Applies a size in CSS px; a different one makes all layers stale. Layers keep their content until they are painted. */
  resize(size: Size, ratio: number): void {
    const capped = Math.min(ratio, Math.sqrt(MAX_PIXELS / Math.max(1, size.width * size.height)));
    if (size.width === this.#size.width && size.height === this.#size.height && capped === this.#ratio)
      return;
    // A new object, also where only the density differs: layers compare it to know whether their canvas fits.
    this.#size = { ...size };
    this.#ratio = capped;
    this.over.painted = null;
    this.#invalidateLayers();
  }

  setScene(scene: MapScene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (scene.palette !== before?.palette) this.#portraits.forget();
    this.invalidate();
  }

  /** Marks all layers of seats for painting, the light included. */
  invalidate(): void {
    this.#strips.invalidate();
    this.#invalidateLayers();
  }

  /** Marks everything for painting after the browser has restored lost canvases, which are empty. */
  restore(): void {
    for (const canvas of [this.#far.canvas, this.#near.canvas, this.over]) canvas.painted = null;
    this.invalidate();
  }

  #invalidateLayers(): void {
    for (const layer of [this.#far, this.#near, this.#minimap]) layer.invalidate();
  }

  /** True when the whole arena has to be painted for this view. */
  farIsStale(view: View): boolean {
    return this.#far.isStale(view);
  }

  nearIsStale(view: View): boolean {
    return this.#near.isStale(view);
  }

  // Painting

  /**
   * Paints the layers of seats that are stale, the visible one first, until `deadline` (of `performance.now()`); returns
   * true when none is left. What is painted already is visible until then.
   */
  paintSeats(camera: Camera, deadline: number, isBare: boolean): boolean {
    const { view, whole, motion } = camera;
    const isResting = isAtRest(camera);
    const isWhole = view === whole;
    if (!isWhole && isResting && this.nearIsStale(view) && !this.paintNear(view, deadline)) return false;
    const mayPaintWhole = isWhole || isResting || motion.type === 'flight';
    return !mayPaintWhole || !this.farIsStale(whole) || this.paintFar(whole, deadline, isBare);
  }

  /**
   * Paints the whole arena, or continues until `deadline` (of `performance.now()`); returns true when it is done. `isBare`:
   * without glow and labels, which take as long again and are painted next.
   */
  paintFar(view: View, deadline = Infinity, isBare = false): boolean {
    if (!this.#scene) return true;
    const isDone = this.#far.paint(this.#frame(view, this.#scene), deadline, isBare);
    if (isDone) this.#minimap.invalidate();
    return isDone;
  }

  /** Like `paintFar`, for the zoomed view. Until the first zoom its canvas has no pixels: half the memory of a page that only shows the arena. */
  paintNear(view: View, deadline = Infinity): boolean {
    return !this.#scene || this.#near.paint(this.#frame(view, this.#scene), deadline);
  }

  /**
   * Paints newly taken seats on the finished layers; their glow follows with the next full painting. A layer that is not
   * visible is painted when it becomes visible.
   */
  lightUp(scene: MapScene, seats: readonly number[], isWhole: boolean): void {
    this.#scene = scene;
    this.#far.keepForLater(seats);
    if (isWhole) this.#paintLit(this.#far, scene, seats);
    else this.#far.outdate();
    // Strips that are still due include these seats anyway.
    if (isWhole || this.#near.isRastering) this.#near.invalidate();
    else this.#paintLit(this.#near, scene, seats);
  }

  #paintLit({ canvas: { ctx, painted } }: SeatLayer, scene: MapScene, seats: readonly number[]): void {
    if (painted?.size === this.#size) this.#strips.paintLit(ctx, this.#frame(painted.view, scene), seats);
  }

  // Showing

  /** Shows the finished layers in the camera's view, with the overlay and the overview as they are now. */
  show(camera: Camera, now: number, isChanging: boolean, overlay: () => Overlay): void {
    const { view, whole } = camera;
    this.move(view, whole, this.#nearOpacity(camera, now));
    // During a drag the finished overlay moves along unchanged.
    if (!isCarried(camera) || isChanging || !this.#canMoveOverlay(view)) this.paintOverlay(view, overlay());
    if (view !== whole && this.#scene) this.#minimap.paint(this.#frame(whole, this.#scene), view);
  }

  /** The zoomed layer fades with a flight from and to the whole. One that was painted at a much larger scale would look like a patch in the arena. */
  #nearOpacity({ view, whole, motion }: Camera, now: number): number {
    if (motion.type !== 'flight')
      return 2 * view.scale < (this.#near.canvas.painted?.view.scale ?? 0) ? 0 : 1;
    if (motion.from === whole) return shareOf(motion, now);
    return motion.to === whole ? 1 - shareOf(motion, now) : 1;
  }

  /** Transforms the finished layers so that they show this view, until it is painted. */
  move(view: View, whole: View, nearOpacity: number): void {
    const target = matrixOf(view, this.#size);
    this.#far.canvas.move(target, this.#size);
    this.#near.canvas.move(target, this.#size, view !== whole);
    this.over.move(target, this.#size);
    this.#near.canvas.canvas.style.opacity = String(nearOpacity);
  }

  /** True when the overlay can follow a view by being moved, since nothing in it changes its size. */
  #canMoveOverlay({ scale, angle }: View): boolean {
    const painted = this.over.painted?.view;
    return painted?.scale === scale && painted.angle === angle;
  }

  /** Paints portraits, own seat, pointer, focus and arrivals. */
  paintOverlay(view: View, overlay: Overlay): void {
    if (!this.#scene) return;
    this.over.painted = { view, size: this.#size };
    this.over.fit(this.#size, this.#ratio);
    this.over.move(matrixOf(view, this.#size), this.#size);
    paintOverlay(this.over.ctx, this.#frame(view, this.#scene), overlay, this.#portraits);
  }

  /** Draws the whole arena beneath the overlay, on the overlay's canvas: with thousands of strokes on a canvas Chromium prints none of them, but it prints an image. */
  flatten(): void {
    const { ctx, canvas } = this.over;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalCompositeOperation = 'destination-over';
    ctx.drawImage(this.#far.canvas.canvas, 0, 0, canvas.width, canvas.height);
    ctx.restore();
  }
}
