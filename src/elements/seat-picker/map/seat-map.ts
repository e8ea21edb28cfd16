import {
  advance,
  drag,
  flyTo,
  INITIAL_CAMERA,
  isAtRest,
  isCarried,
  isNarrow,
  isWhole,
  isZoomed,
  overGround,
  release,
  resize,
  rest,
  seatWidth,
  showSeat,
  STILL,
  stop,
  zoom,
  type Camera,
} from './camera.js';
import type { Venue } from '../../../venue/venue.js';
import { Arrivals } from './arrivals.js';
import type { Overlay } from './layers/overlay.js';
import { PageWatch, type PageListener } from './page-watch.js';
import { Plate } from './plate.js';
import { present } from './read.js';
import { seatNear, type MapScene, type VenueIndex } from './scene.js';
import { apply, invert, matrixOf, type Point, type Size } from './viewport.js';

/** Time without motion after which a view is painted, ms; until then the finished layers are moved. */
const REST_MS = 80;
/** The same while fingers are on the map: painting in the middle of a gesture would stall it. */
const HELD_REST_MS = 250;
/** Time over which arrivals are collected before their glow is painted, ms. */
const GLOW_DELAY_MS = 1000;
/** Time budget of a frame for painting, ms: the first time, at rest, and during motion. */
const FRAME_BUDGET_MS = { first: 24, rest: 12, moving: 4 };
/** Size of the map on paper, px, and its dots per px; the proportions are those of the plate on a printed page. */
const PAPER_SIZE = { width: 720, height: 576 };
const PAPER_RATIO = 3;

/** Interface of the map to the element that owns it. */
export interface MapOwner extends Pick<PageListener, 'followTheme'> {
  /** Returns the state of the seats. */
  scene(index: VenueIndex): Omit<MapScene, 'index' | 'palette'>;
  /** Returns the current overlay. */
  overlay(): Omit<Overlay, 'arrivals' | 'isMoving'>;
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

/**
 * The map of the venue: its canvases, the camera over it, and when to paint a frame. It knows the places of seats; their
 * state is the owner's.
 */
export class SeatMap {
  #plate: Plate | null = null;
  #index: VenueIndex | null = null;
  #camera = INITIAL_CAMERA;
  /** The first painting of a venue; `awaited` while a caller waits for it, wherever the map is. */
  #painting: 'due' | 'awaited' | 'done' = 'due';
  #frame = 0;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #glowTimer: ReturnType<typeof setTimeout> | undefined;
  /** The camera before printing; null while not printing. */
  #beforePrint: Camera | null = null;
  readonly #onLanded: (() => void)[] = [];
  readonly #arrivals = new Arrivals();

  readonly #page = new PageWatch({
    followTheme: (follower) => this.owner.followTheme(follower),
    coloursChanged: () => {
      if (!this.#beforePrint && this.#plate?.updatePalette()) this.repaint();
    },
    printChanged: (isPaper) => this.#print(isPaper),
    sizeChanged: () => this.#measure(),
    frameNeeded: () => this.schedule(),
  });

  constructor(private readonly owner: MapOwner) {}

  get size(): Size {
    return this.#camera.size;
  }

  get venue(): Venue | null {
    return this.#index?.venue ?? null;
  }

  /** True when the map has canvases to paint. */
  get canPaint(): boolean {
    return this.#plate !== null;
  }

  get isPainted(): boolean {
    return this.#painting === 'done';
  }

  get isNear(): boolean {
    return this.#page.isNear;
  }

  get isNarrow(): boolean {
    return isNarrow(this.#camera);
  }

  /** True when the map shows less than the whole venue, or is about to. */
  get isZoomed(): boolean {
    return isZoomed(this.#camera);
  }

  /** The view of the venue, and how it moves. */
  get camera(): Camera {
    return this.#camera;
  }

  // Lifecycle

  /** The element is connected; `host` is observed for coming near the window. */
  connect(host: Element): void {
    this.#page.connect(host);
  }

  disconnect(): void {
    this.#page.disconnect();
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
    this.#plate = plate && Plate.on(plate);
    this.#page.observe(this.#plate && plate);
    if (!this.#plate) return !plate;
    const { renderer } = this.#plate;
    renderer.requestPaint = () => this.schedule();
    renderer.blockName = (label) => this.owner.blockName(label);
    return true;
  }

  /** Updates the overlay, or, the first time, everything. */
  sync(): void {
    if (!this.#plate || !this.#index) return;
    this.schedule();
    if (this.isPainted) return;
    this.repaint();
    this.#measure();
  }

  #scene(): MapScene | null {
    const index = this.#index;
    return index && this.#plate && { index, palette: this.#plate.palette, ...this.owner.scene(index) };
  }

  /** Paints everything again, after a change of seats, people or texts. */
  repaint(): void {
    const scene = this.#scene();
    if (scene) this.#plate?.renderer.setScene(scene);
    this.schedule();
  }

  /** Paints again after the browser has restored lost canvases, which are empty. */
  restore(): void {
    this.#plate?.renderer.restore();
    this.schedule();
  }

  /** Paints newly taken seats. */
  lightUp(seats: readonly number[]): void {
    const scene = this.#scene();
    if (!this.#plate || !this.isPainted || !scene) return;
    this.#plate.renderer.lightUp(scene, seats, isWhole(this.#camera));
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

  /** Paints the whole venue in black on white for printing, at once and also where the map is not visible; restores the view after it. */
  #print(isPaper: boolean): void {
    if (!this.#plate || !this.#index || isPaper === !!this.#beforePrint) return;
    const { renderer } = this.#plate;
    const before = this.#beforePrint;
    this.#beforePrint = isPaper ? { ...this.#camera, motion: STILL } : null;
    this.#refit(before ?? resize(overGround(this.#camera, this.#index.venue), PAPER_SIZE));
    this.#plate.updatePalette(isPaper);
    this.repaint();
    if (before) {
      renderer.restore();
      if (this.isPainted) this.#draw(performance.now(), Infinity);
      return this.schedule();
    }
    const { whole } = this.#camera;
    renderer.resize(PAPER_SIZE, PAPER_RATIO);
    renderer.paintFar(whole);
    renderer.move(whole, whole, 0);
    renderer.paintOverlay(whole, { ...this.owner.overlay(), isMoving: false, arrivals: [] });
    renderer.flatten();
  }

  #isMotionReduced(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  // Size, visibility, frames

  #measure(): void {
    if (!this.#plate || !this.#index || this.#beforePrint) return;
    const { size } = this.#plate;
    if (size.width === 0 || size.height === 0) return;
    if (size.width !== this.size.width || size.height !== this.size.height || !this.isPainted) {
      this.#refit(resize(this.#camera, size));
      // The observer reports a frame later: the first painting does not wait for it.
      if (this.isPainted) this.owner.stateChanged();
      else if (this.#plate.isNear) this.#page.setNear(true);
    }
    this.schedule();
  }

  /** Paints also out of view, until the map has been painted once. */
  paintAnywhere(): void {
    if (!this.isPainted) this.#painting = 'awaited';
    this.schedule();
  }

  /** Requests a frame: one at a time, and none while the map is not visible. */
  schedule(): void {
    if (this.#frame || !(this.#page.isNear || this.#painting === 'awaited') || !this.#page.isConnected)
      return;
    this.#frame = requestAnimationFrame((now) => {
      this.#frame = 0;
      this.#draw(now);
    });
  }

  #draw(now: number, slice?: number): void {
    if (!this.#plate || !this.#index || this.size.width === 0 || this.#beforePrint) return;
    const { renderer } = this.#plate;
    this.#turn(advance(this.#camera, now));
    renderer.resize(this.size, devicePixelRatio || 1);
    const { isPainted } = this;
    const isResting = isAtRest(this.#camera);
    const isMoving = !isResting || !this.#arrivals.isEmpty;
    const { first, rest, moving } = FRAME_BUDGET_MS;
    const until = performance.now() + (slice ?? (!isPainted ? first : isMoving ? moving : rest));
    const isDone = renderer.paintSeats(this.#camera, until, !isPainted && slice === undefined);
    if (!isDone) this.schedule();
    if (!isPainted) {
      if (!isDone) return;
      // The seats first: the overlay follows in the next frame.
      renderer.move(this.#camera.view, this.#camera.whole, 1);
      this.#painting = 'done';
      this.owner.painted();
      return this.schedule();
    }
    this.#arrivals.advance(now);
    renderer.show(this.#camera, now, !this.#arrivals.isEmpty, () => ({
      ...this.owner.overlay(),
      isMoving: !isResting,
      arrivals: this.#arrivals.shown(now),
    }));
    if (isResting) this.owner.atRest();
    const { type } = this.#camera.motion;
    if (type === 'flight' || type === 'glide' || !this.#arrivals.isEmpty) this.schedule();
  }

  // Places

  /** Returns the place of a seat, px of the map. */
  placeOf(seat: number): [number, number] {
    return apply(matrixOf(this.#camera.view, this.size), ...present(this.#index).placeOf(seat));
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
    return apply(invert(present(this.#plate).plane(this.size)), clientX, clientY);
  }

  /** Returns the box of a seat in client px. */
  boxOf(seat: number): DOMRect {
    return present(this.#plate).boxAround(this.placeOf(seat), seatWidth(this.#camera), this.size);
  }

  // The camera

  showWhole(): void {
    this.#steer(flyTo(this.#camera, this.#camera.whole, this.#takeoff()));
  }

  /** Moves a seat into view; resolves when it is there. */
  flyToSeat(seat: number): Promise<void> {
    if (this.#plate && this.#index) this.#steer(showSeat(this.#camera, this.#index, seat, this.#takeoff()));
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
    return this.#isMotionReduced() || !this.#page.isNear || !this.isPainted ? null : performance.now();
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
    if (isAway) this.owner.viewMoved();
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
    const { renderer } = this.#plate ?? {};
    if (motion.type === 'flight' && motion.to !== whole && renderer?.nearIsStale(motion.to))
      renderer.paintNear(motion.to);
    // The first step of a drag hides the tooltip and may be the first zoomed one; the others only move layers.
    if (!isCarried(before) || !isCarried(camera)) this.owner.stateChanged();
  }
}
