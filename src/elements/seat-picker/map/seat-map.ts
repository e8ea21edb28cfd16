import {
  advance,
  drag,
  flyTo,
  INITIAL_CAMERA,
  isAtRest,
  isCarried,
  isInView,
  isNarrow,
  isZoomed,
  overGround,
  release,
  resize,
  rest,
  seatWidth,
  STILL,
  stop,
  viewOfSeat,
  zoom,
  type Camera,
} from './camera.js';
import { Arrivals } from './arrivals.js';
import type { Overlay } from './layers/overlay.js';
import { readPalette, type Palette } from './palette.js';
import { floatAt, present } from './read.js';
import { Renderer } from './renderer.js';
import { seatNear, type MapScene, type VenueIndex } from './scene.js';
import { apply, invert, matrixOf, planeOf, type Matrix, type Point, type Size } from './viewport.js';

/** Time without motion after which a view is painted, ms; until then the finished layers are moved. */
const REST_MS = 80;
/** The same while fingers are on the map: painting in the middle of a gesture would stall it. */
const HELD_REST_MS = 250;
/** Time over which arrivals are collected before their glow is painted, ms. */
const GLOW_DELAY_MS = 1000;
/** Time budget of a frame for painting, ms: the first time, at rest, and during motion. */
const FRAME_BUDGET_MS = { first: 24, rest: 12, moving: 4 };
/** Distance from the window within which the map is painted, px. */
const NEAR_WINDOW_PX = 200;
/** Size of the map on paper, px, and its dots per px; the proportions are those of the plate on a printed page. */
const PAPER_SIZE = { width: 720, height: 576 };
const PAPER_RATIO = 3;

/** Interface of the map to the element that owns it. */
export interface MapOwner {
  /** Returns the state of the seats. */
  scene(index: VenueIndex): Omit<MapScene, 'index' | 'palette'>;
  /** Returns the current overlay. */
  overlay(): Omit<Overlay, 'arrivals' | 'isMoving'>;
  /** Calls `follower` after a change of the page's colours; returns a function that unsubscribes. */
  followTheme(follower: () => void): () => void;
  /** Returns "Block 12", in the reader's language. */
  blockName(label: string): string;
  /** Called when a state that the template shows started or ended. */
  stateChanged(): void;
  /** Called when the view moves: places on the map no longer fit. */
  viewMoved(): void;
  /** Called at rest, when elements can be placed on the seats. */
  atRest(): void;
  /** Called after the first painting of a venue. */
  painted(): void;
}

/** A plate with canvases to paint on. */
interface Surface {
  readonly plate: HTMLElement;
  readonly renderer: Renderer;
}

/**
 * The map of the venue: its canvases, the camera over it, and when to paint a frame. It knows the places of seats; their
 * state is the owner's.
 */
export class SeatMap {
  readonly #owner: MapOwner;
  #surface: Surface | null = null;
  #palette: Palette | null = null;
  #index: VenueIndex | null = null;
  #camera = INITIAL_CAMERA;
  /** The first painting of a venue; `awaited` while a caller waits for it, wherever the map is. */
  #painting: 'due' | 'awaited' | 'done' = 'due';
  /** True within `NEAR_WINDOW_PX` of the window. */
  #isNear = false;
  /** Stops what the map listens to; null while the element is not connected. */
  #connection: AbortController | null = null;
  #frame = 0;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #glowTimer: ReturnType<typeof setTimeout> | undefined;
  /** The camera before printing; null while not printing. */
  #beforePrint: Camera | null = null;
  readonly #onLanded: (() => void)[] = [];
  readonly #arrivals = new Arrivals();

  readonly #sizeObserver = new ResizeObserver(() => this.#measure());
  readonly #nearObserver = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting } of entries) this.#setNear(isIntersecting);
    },
    { rootMargin: `${NEAR_WINDOW_PX}px` },
  );
  readonly #forcedQuery = matchMedia('(forced-colors: active)');
  readonly #printQuery = matchMedia('print');

  constructor(owner: MapOwner) {
    this.#owner = owner;
  }

  get size(): Size {
    return this.#camera.size;
  }

  /** True when the map has canvases to paint. */
  get canPaint(): boolean {
    return this.#surface !== null;
  }

  get isPainted(): boolean {
    return this.#painting === 'done';
  }

  get isNear(): boolean {
    return this.#isNear;
  }

  get isNarrow(): boolean {
    return isNarrow(this.#camera);
  }

  /** True when the map shows less than the whole venue, or is about to. */
  get isZoomed(): boolean {
    return isZoomed(this.#camera);
  }

  get isWhole(): boolean {
    return this.#camera.view === this.#camera.whole;
  }

  get isGliding(): boolean {
    return this.#camera.motion.type === 'glide';
  }

  /** Neither in flight nor moved. */
  get isAtRest(): boolean {
    return isAtRest(this.#camera);
  }

  /** Width of a seat on the screen, px. */
  get pitch(): number {
    return seatWidth(this.#camera);
  }

  // Lifecycle

  /** The element is connected; `host` is observed for coming near the window. */
  connect(host: Element): void {
    const { signal } = (this.#connection = new AbortController());
    this.#forcedQuery.addEventListener('change', () => this.#updatePalette(), { signal });
    this.#printQuery.addEventListener('change', this.#onPrintChange, { signal });
    addEventListener('beforeprint', this.#onPrintChange, { signal });
    addEventListener('afterprint', this.#onPrintChange, { signal });
    signal.addEventListener(
      'abort',
      this.#owner.followTheme(() => this.#updatePalette()),
    );
    this.#watchRatio(signal);
    this.#nearObserver.observe(host);
    if (this.#surface) this.#sizeObserver.observe(this.#surface.plate);
  }

  disconnect(): void {
    this.#connection?.abort();
    this.#connection = null;
    this.#sizeObserver.disconnect();
    this.#nearObserver.disconnect();
    this.#setNear(false);
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#restTimer);
    clearTimeout(this.#glowTimer);
    this.#glowTimer = undefined;
    this.#frame = 0;
    this.#refit({ ...this.#camera, motion: STILL });
  }

  /** Changes the venue, and shows all of it. */
  setVenue(index: VenueIndex | null): void {
    this.#index = index;
    if (this.isPainted) this.#painting = 'due';
    this.#refit(overGround(this.#camera, index?.venue ?? INITIAL_CAMERA.ground));
  }

  /** Takes over the canvases of a new plate, or releases them; returns false where the browser has no 2D canvas. */
  attach(plate: HTMLElement | null): boolean {
    this.#sizeObserver.disconnect();
    this.#surface = null;
    if (!plate) return true;
    const renderer = Renderer.on(...plate.querySelectorAll('canvas'));
    if (!renderer) return false;
    renderer.requestPaint = () => this.schedule();
    renderer.blockName = (label) => this.#owner.blockName(label);
    this.#surface = { plate, renderer };
    this.#palette = readPalette(plate);
    this.#sizeObserver.observe(plate);
    return true;
  }

  /** Updates the overlay, or, the first time, everything. */
  sync(): void {
    const scene = this.#scene();
    if (!this.#surface || !scene) return;
    if (!this.isPainted) {
      this.#surface.renderer.setScene(scene);
      this.#measure();
    }
    this.schedule();
  }

  #scene(): MapScene | null {
    const index = this.#index;
    const palette = this.#palette;
    return index && palette && { index, palette, ...this.#owner.scene(index) };
  }

  /** Paints everything again, after a change of seats, people or texts. */
  repaint(): void {
    const scene = this.#scene();
    if (scene) this.#surface?.renderer.setScene(scene);
    this.schedule();
  }

  /** Paints again after the browser has restored lost canvases, which are empty. */
  restore(): void {
    this.#surface?.renderer.restore();
    this.schedule();
  }

  /** Paints newly taken seats. */
  lightUp(seats: readonly number[]): void {
    const scene = this.#scene();
    if (!this.#surface || !this.isPainted || !scene) return;
    this.#surface.renderer.lightUp(scene, seats, this.isWhole);
    // Not postponed by further arrivals.
    this.#glowTimer ??= setTimeout(() => {
      this.#glowTimer = undefined;
      this.repaint();
    }, GLOW_DELAY_MS);
  }

  /** Animates people taking seats. */
  animateArrivals(seats: readonly number[]): void {
    if (!this.#isMotionReduced()) this.#arrivals.add(seats, performance.now());
    this.schedule();
  }

  /** Reads the colours again, and paints where they have changed. */
  #updatePalette(): void {
    if (!this.#surface || this.#beforePrint) return;
    const palette = readPalette(this.#surface.plate);
    if (JSON.stringify(palette) === JSON.stringify(this.#palette)) return;
    this.#palette = palette;
    this.repaint();
  }

  /** Paints the whole venue in black on white for printing, at once and also where the map is not visible; restores the view after it. */
  readonly #onPrintChange = ({ type }: Event): void => {
    const isPaper = type === 'beforeprint' || (type === 'change' && this.#printQuery.matches);
    if (!this.#surface || !this.#index || isPaper === !!this.#beforePrint) return;
    const { plate, renderer } = this.#surface;
    const before = this.#beforePrint;
    this.#beforePrint = isPaper ? { ...this.#camera, motion: STILL } : null;
    this.#refit(before ?? resize(overGround(this.#camera, this.#index.venue), PAPER_SIZE));
    this.#palette = readPalette(plate, isPaper);
    renderer.setScene({ index: this.#index, palette: this.#palette, ...this.#owner.scene(this.#index) });
    if (before) {
      renderer.restore();
      if (this.isPainted) this.#draw(performance.now(), Infinity);
      return this.schedule();
    }
    const { whole } = this.#camera;
    renderer.resize(PAPER_SIZE, PAPER_RATIO);
    renderer.paintFar(whole);
    renderer.move(whole, whole, 0);
    renderer.paintOverlay(whole, { ...this.#owner.overlay(), isMoving: false, arrivals: [] });
    renderer.flatten();
  };

  /** A query for the present density fires once, when the density changes; then a query for the new one is needed. */
  #watchRatio(signal: AbortSignal): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => this.#watchRatio(signal),
      { once: true, signal },
    );
    this.schedule();
  }

  #isMotionReduced(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  // Size, visibility, frames

  #measure(): void {
    if (!this.#surface || !this.#index || this.#beforePrint) return;
    const { plate } = this.#surface;
    const { clientWidth: width, clientHeight: height } = plate;
    if (width === 0 || height === 0) return;
    if (width !== this.size.width || height !== this.size.height || !this.isPainted) {
      this.#refit(resize(this.#camera, { width, height }));
      // The observer reports a frame later: the first painting does not wait for it.
      if (this.isPainted) this.#owner.stateChanged();
      else if (isInWindow(plate)) this.#setNear(true);
    }
    this.schedule();
  }

  #setNear(isNear: boolean): void {
    if (isNear === this.#isNear) return;
    this.#isNear = isNear;
    this.schedule();
  }

  /** Paints also out of view, until the map has been painted once. */
  paintAnywhere(): void {
    if (!this.isPainted) this.#painting = 'awaited';
    this.schedule();
  }

  /** Requests a frame: one at a time, and none while the map is not visible. */
  schedule(): void {
    if (this.#frame || !(this.#isNear || this.#painting === 'awaited') || !this.#connection) return;
    this.#frame = requestAnimationFrame((now) => {
      this.#frame = 0;
      this.#draw(now);
    });
  }

  #draw(now: number, slice?: number): void {
    if (!this.#surface || !this.#index || this.size.width === 0 || this.#beforePrint) return;
    const { renderer } = this.#surface;
    this.#turn(advance(this.#camera, now));
    renderer.resize(this.size, devicePixelRatio || 1);
    const { isPainted, isAtRest } = this;
    const isMoving = !isAtRest || !this.#arrivals.isEmpty;
    const { first, rest, moving } = FRAME_BUDGET_MS;
    const until = performance.now() + (slice ?? (!isPainted ? first : isMoving ? moving : rest));
    const isDone = renderer.paintSeats(this.#camera, until, !isPainted && slice === undefined);
    if (!isDone) this.schedule();
    if (!isPainted) {
      if (!isDone) return;
      // The seats first: the overlay follows in the next frame.
      renderer.move(this.#camera.view, this.#camera.whole, 1);
      this.#painting = 'done';
      this.#owner.painted();
      return this.schedule();
    }
    this.#arrivals.advance(now);
    renderer.show(this.#camera, now, !this.#arrivals.isEmpty, () => ({
      ...this.#owner.overlay(),
      isMoving: !isAtRest,
      arrivals: this.#arrivals.shown(now),
    }));
    if (isAtRest) this.#owner.atRest();
    const { type } = this.#camera.motion;
    if (type === 'flight' || type === 'glide' || !this.#arrivals.isEmpty) this.schedule();
  }

  // Places

  #venuePlaceOf(seat: number): Point {
    const { x, y } = present(this.#index).venue;
    return [floatAt(x, seat), floatAt(y, seat)];
  }

  /** Returns the place of a seat, px of the map. */
  placeOf(seat: number): [number, number] {
    return apply(matrixOf(this.#camera.view, this.size), ...this.#venuePlaceOf(seat));
  }

  /** Px of the map -> venue. */
  venuePointOf([x, y]: Point): Point {
    return apply(invert(matrixOf(this.#camera.view, this.size)), x, y);
  }

  /** Returns the seat nearest to px of the map, within `reach` px. */
  seatNear(point: Point, reach: number, accept?: (seat: number) => boolean): number | null {
    return seatNear(
      present(this.#index),
      ...this.venuePointOf(point),
      reach / this.#camera.view.scale,
      accept,
    );
  }

  /** Returns the place of an event, px of the map. */
  mapPointOf({ clientX, clientY }: MouseEvent): Point {
    return apply(invert(this.#plane()), clientX, clientY);
  }

  /** Returns the box of a seat in client px. */
  boxOf(seat: number): DOMRect {
    const [x, y] = this.placeOf(seat);
    const half = this.pitch / 2;
    const plane = this.#plane();
    const corners = (
      [
        [-half, -half],
        [half, -half],
        [half, half],
        [-half, half],
      ] as const
    ).map(([dx, dy]) => apply(plane, x + dx, y + dy));
    const xs = corners.map((corner) => corner[0]);
    const ys = corners.map((corner) => corner[1]);
    const left = Math.min(...xs);
    const top = Math.min(...ys);
    return new DOMRect(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
  }

  /** Px of the map -> client px. */
  #plane(): Matrix {
    const { plate } = present(this.#surface);
    const corner = (selector: string): Point => {
      const { left, top } = present(plate.querySelector(selector)).getBoundingClientRect();
      return [left, top];
    };
    return planeOf(corner('.corner'), corner('.corner.right'), corner('.corner.bottom'), this.size);
  }

  // The camera

  showWhole(): void {
    this.#steer(flyTo(this.#camera, this.#camera.whole, this.#takeoff()));
  }

  /** Moves a seat into view; resolves when it is there. */
  flyToSeat(seat: number): Promise<void> {
    if (this.#surface && this.#index) {
      const { venue } = this.#index;
      const place = this.#venuePlaceOf(seat);
      if (!isInView(this.#camera, venue, seat, place))
        this.#steer(flyTo(this.#camera, viewOfSeat(this.#camera, venue, seat, place), this.#takeoff()));
    }
    return this.#camera.motion.type === 'flight'
      ? new Promise((resolve) => this.#onLanded.push(resolve))
      : Promise.resolve();
  }

  /** Stops motion in its place. */
  stopMotion(): void {
    this.#turn(stop(this.#camera));
  }

  /** Moves the point at `from` to `to`, scaled by `factor`, as fingers do. */
  move(from: Point, to: Point, factor: number): void {
    this.#steer(drag(this.#camera, from, to, factor), HELD_REST_MS);
  }

  /** Ends a gesture. */
  release(velocity: Point): void {
    this.#steer(release(this.#camera, velocity, this.#takeoff()));
  }

  /** Zooms at px of the map. */
  zoom(factor: number, at: Point, isStep: boolean): void {
    this.#steer(zoom(this.#camera, factor, at, isStep, this.#takeoff()));
  }

  /** Returns the time at which a flight or a throw starts; null where the view jumps. */
  #takeoff(): number | null {
    return this.#isMotionReduced() || !this.#isNear || !this.isPainted ? null : performance.now();
  }

  /** Follows the signer: what is on the map moves with it. */
  #steer(camera: Camera, restMs = REST_MS): void {
    const { motion, view } = camera;
    const isAway = motion.type === 'flight' || view !== this.#camera.view;
    this.#turn(camera);
    if (motion.type === 'held') {
      clearTimeout(this.#restTimer);
      this.#restTimer = setTimeout(() => this.#turn(rest(this.#camera)), restMs);
    }
    if (isAway) this.#owner.viewMoved();
    this.schedule();
  }

  /** Replaces the camera by that of another size or venue; a motion ends where it is. */
  #refit(camera: Camera): void {
    this.#turn({ ...this.#camera, motion: STILL });
    this.#camera = camera;
  }

  /** Replaces the camera, and reports a motion that began or ended with it. */
  #turn(camera: Camera): void {
    const before = this.#camera;
    this.#camera = camera;
    const { motion, view, whole } = camera;
    if (motion === before.motion && (motion.type !== 'still' || view === before.view)) return;
    if (before.motion.type === 'flight') for (const resolve of this.#onLanded.splice(0)) resolve();
    // The goal is painted first: it is crisp on arrival.
    const { renderer } = this.#surface ?? {};
    if (motion.type === 'flight' && motion.to !== whole && renderer?.nearIsStale(motion.to))
      renderer.paintNear(motion.to);
    // The first step of a drag hides the tooltip and may be the first zoomed one; the others only move layers.
    if (!isCarried(before) || !isCarried(camera)) this.#owner.stateChanged();
  }
}

/** True when an element is in the window or close to it, in a visible page. An element in a closed `details` has a box and is not visible. */
function isInWindow(element: Element): boolean {
  if (document.hidden || !(element.checkVisibility?.() ?? true)) return false;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return (
    top < innerHeight + NEAR_WINDOW_PX &&
    bottom > -NEAR_WINDOW_PX &&
    left < innerWidth + NEAR_WINDOW_PX &&
    right > -NEAR_WINDOW_PX
  );
}
