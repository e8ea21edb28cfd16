import { facing } from '../../../venue/geometry.js';
import type { Overlay } from './layers/overlay.js';
import { Renderer } from './renderer.js';
import { readPalette, type Palette } from './palette.js';
import { DISTINCT, seatNear, type VenueIndex, type MapScene } from './scene.js';
import {
  angleFor,
  apply,
  interpolate,
  clampView,
  ease,
  fitBounds,
  glideOffset,
  glideDuration,
  invert,
  lookAt,
  matrixOf,
  pan,
  planeOf,
  refit,
  rubberBand,
  zoomAt,
  type Matrix,
  type Point,
  type Size,
  type View,
} from './viewport.js';

/** Durations of docs/look.md, ms. */
const FLIGHT_MS = 420;
const ARRIVAL_MS = 1100;
/** Rate at which newly taken seats light up one after another; the rest just appear. */
const ARRIVALS_PER_SECOND = 12;
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
const MAX_PITCH = 72;
/** Width of a seat that is moved into view, px. */
const PITCH = { narrow: 44, wide: 28.5 };

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

/**
 * The map of the venue: its canvases, its size, the current view, flights and throws, and when to paint a frame. It knows
 * the places of seats; their state is the owner's.
 */
export class SeatMap {
  readonly #owner: MapOwner;
  #renderer: Renderer | null = null;
  #plate: HTMLElement | null = null;
  #palette: Palette | null = null;
  #index: VenueIndex | null = null;

  #size: Size = { width: 0, height: 0 };
  #whole: View = { x: 0, y: 0, scale: 1, angle: 0 };
  #view: View = this.#whole;
  #isPainted = false;
  #isConnected = false;
  /** True within `NEAR_WINDOW_PX` of the window. */
  #isNear = false;
  /** True while a caller waits for the first painting, wherever the map is. */
  #isAwaited = false;

  #flight: { from: View; to: View; start: number } | null = null;
  #onLanded: (() => void)[] = [];
  #glide: { from: View; velocity: Point; start: number } | null = null;
  /** True during a gesture or a throw; a flight has its own state. */
  #isMoving = false;
  /** Scale the fingers ask for, also beyond the limits. */
  #wishedScale = 1;
  /** Latest place of the fingers. */
  #heldAt: Point = [0, 0];
  #frame = 0;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #glowTimer: ReturnType<typeof setTimeout> | undefined;
  #arrivals: { seat: number; start: number }[] = [];

  readonly #sizeObserver = new ResizeObserver(() => this.#measure());
  readonly #nearObserver = new IntersectionObserver(
    (entries) => this.#setNear(entries.at(-1)!.isIntersecting),
    {
      rootMargin: `${NEAR_WINDOW_PX}px`,
    },
  );
  readonly #forcedQuery = matchMedia('(forced-colors: active)');
  readonly #printQuery = matchMedia('print');
  /** Size and views before printing; null while not printing. */
  #beforePrint: { size: Size; whole: View; view: View } | null = null;
  #ratioQuery: MediaQueryList | null = null;
  /** Stops following the page's theme switch, which may set tokens of the arena. */
  #unfollowTheme: (() => void) | undefined;

  constructor(owner: MapOwner) {
    this.#owner = owner;
  }

  get size(): Size {
    return this.#size;
  }

  /** True when the map has canvases to paint. */
  get canPaint(): boolean {
    return this.#renderer !== null;
  }

  get isPainted(): boolean {
    return this.#isPainted;
  }

  get isNear(): boolean {
    return this.#isNear;
  }

  get isNarrow(): boolean {
    return this.#size.width < 480;
  }

  /** True where the seat card has two lines and covers the lower part of the map, as the stylesheet says. */
  get #isCovered(): boolean {
    return this.#size.width < 840;
  }

  /** True when the map shows less than the whole venue, or is about to. */
  get isZoomed(): boolean {
    return this.#goal !== this.#whole;
  }

  get isWhole(): boolean {
    return this.#view === this.#whole;
  }

  get isGliding(): boolean {
    return this.#glide !== null;
  }

  /** Neither in flight nor moved. */
  get isAtRest(): boolean {
    return !this.#flight && !this.#isMoving;
  }

  /** Width of a seat on the screen, px. */
  get pitch(): number {
    return this.#view.scale * (this.#index?.venue.pitch ?? 1);
  }

  get #goal(): View {
    return this.#flight?.to ?? this.#view;
  }

  get #maxScale(): number {
    return Math.max(MAX_PITCH / this.#index!.venue.pitch, this.#whole.scale);
  }

  // Lifecycle

  /** The element is connected; `host` is observed for coming near the window. */
  connect(host: Element): void {
    this.#isConnected = true;
    this.#forcedQuery.addEventListener('change', this.#updatePalette);
    this.#printQuery.addEventListener('change', this.#onPrintChange);
    addEventListener('beforeprint', this.#onPrintChange);
    addEventListener('afterprint', this.#onPrintChange);
    this.#unfollowTheme = this.#owner.followTheme(() => {
      const palette = this.#plate && !this.#beforePrint && readPalette(this.#plate);
      if (palette && JSON.stringify(palette) !== JSON.stringify(this.#palette)) this.#updatePalette();
    });
    this.#watchRatio();
    this.#nearObserver.observe(host);
    if (this.#plate && this.#renderer) this.#sizeObserver.observe(this.#plate);
  }

  disconnect(): void {
    this.#isConnected = false;
    this.#forcedQuery.removeEventListener('change', this.#updatePalette);
    this.#printQuery.removeEventListener('change', this.#onPrintChange);
    removeEventListener('beforeprint', this.#onPrintChange);
    removeEventListener('afterprint', this.#onPrintChange);
    this.#unfollowTheme?.();
    this.#ratioQuery?.removeEventListener('change', this.#watchRatio);
    this.#sizeObserver.disconnect();
    this.#nearObserver.disconnect();
    this.#setNear(false);
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#restTimer);
    clearTimeout(this.#glowTimer);
    this.#glowTimer = undefined;
    this.#frame = 0;
    this.#glide = null;
    this.#isMoving = false;
    this.#land();
  }

  /** Changes the venue, and shows all of it. */
  setVenue(index: VenueIndex | null): void {
    this.#index = index;
    this.#glide = null;
    this.#land();
    this.#view = this.#whole;
    this.#isPainted = false;
  }

  /** Takes over the canvases of a new plate, or releases them; returns false where the browser has no 2D canvas. */
  attach(plate: HTMLElement | null): boolean {
    this.#sizeObserver.disconnect();
    this.#plate = plate;
    this.#renderer = null;
    if (!plate) return true;
    const [far, near, over, map] = plate.querySelectorAll('canvas');
    this.#renderer = Renderer.on(far!, near!, over!, map!);
    if (!this.#renderer) return false;
    this.#palette = readPalette(plate);
    this.#sizeObserver.observe(plate);
    return true;
  }

  /** Updates the overlay, or, the first time, everything. */
  sync(): void {
    if (!this.#renderer || !this.#index) return;
    this.#renderer.requestPaint = () => this.schedule();
    this.#renderer.blockName = (label) => this.#owner.blockName(label);
    if (!this.#isPainted) {
      this.#renderer.setScene(this.#scene()!);
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
    if (scene) this.#renderer?.setScene(scene);
    this.schedule();
  }

  /** Paints again after the browser has restored lost canvases, which are empty. */
  restore(): void {
    this.#renderer?.restore();
    this.schedule();
  }

  /** Paints newly taken seats. */
  lightUp(seats: readonly number[]): void {
    const scene = this.#scene();
    if (!this.#renderer || !this.#isPainted || !scene) return;
    this.#renderer.lightUp(scene, seats, this.isWhole);
    // Not postponed by further arrivals.
    this.#glowTimer ??= setTimeout(() => {
      this.#glowTimer = undefined;
      this.repaint();
    }, GLOW_DELAY_MS);
  }

  /** Animates people taking seats, one by one at a limited rate, so that the first reading of a full venue is not an event. */
  animateArrivals(seats: readonly number[]): void {
    const now = performance.now();
    if (!this.#isMotionReduced()) {
      let start = Math.max(now, (this.#arrivals.at(-1)?.start ?? 0) + 1000 / ARRIVALS_PER_SECOND);
      for (const seat of seats) {
        if (start > now + 1000) break;
        this.#arrivals.push({ seat, start });
        start += 1000 / ARRIVALS_PER_SECOND;
      }
    }
    this.schedule();
  }

  readonly #updatePalette = (): void => {
    if (!this.#plate || this.#beforePrint) return;
    this.#palette = readPalette(this.#plate);
    this.repaint();
  };

  /** Paints the whole venue in black on white for printing, at once and also where the map is not visible; restores the view after it. */
  readonly #onPrintChange = ({ type }: Event): void => {
    const isPaper = type === 'beforeprint' || (type === 'change' && this.#printQuery.matches);
    const plate = this.#plate;
    const renderer = this.#renderer;
    if (!plate || !renderer || !this.#index || isPaper === !!this.#beforePrint) return;
    this.#land();
    if (isPaper) {
      this.#beforePrint = { size: this.#size, whole: this.#whole, view: this.#view };
      this.#view = this.#whole;
      this.#size = PAPER_SIZE;
      this.#fitTo(PAPER_SIZE);
    } else {
      const { size, whole, view } = this.#beforePrint!;
      this.#beforePrint = null;
      this.#size = size;
      this.#whole = whole;
      this.#view = view;
    }
    this.#palette = readPalette(plate, isPaper);
    const scene = this.#scene()!;
    renderer.setScene(scene);
    if (!isPaper) {
      renderer.restore();
      if (this.#isPainted) this.#draw(performance.now(), Infinity);
      return this.schedule();
    }
    renderer.resize(PAPER_SIZE, PAPER_RATIO);
    renderer.paintFar(this.#whole);
    renderer.move(this.#whole, this.#whole, 0);
    renderer.paintOverlay(this.#whole, { ...this.#owner.overlay(), isMoving: false, arrivals: [] });
    renderer.flatten();
  };

  /** A query for the present density fires once, when the density changes; then a query for the new one is needed. */
  readonly #watchRatio = (): void => {
    this.#ratioQuery?.removeEventListener('change', this.#watchRatio);
    this.#ratioQuery = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#ratioQuery.addEventListener('change', this.#watchRatio);
    this.schedule();
  };

  /** True when motion is reduced. */
  #isMotionReduced(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  // Size, visibility, frames

  #measure(): void {
    const plate = this.#plate;
    if (!plate || !this.#index || !this.#renderer || this.#beforePrint) return;
    const size = { width: plate.clientWidth, height: plate.clientHeight };
    if (size.width === 0 || size.height === 0) return;
    const isFirst = !this.#isPainted;
    const isSame = size.width === this.#size.width && size.height === this.#size.height;
    if (isSame && !isFirst) return this.schedule();
    this.#size = size;
    this.#fitTo(size);
    if (isFirst) {
      // The observer reports a frame later: the first painting does not wait for it.
      if (isInWindow(plate)) this.#setNear(true);
    } else this.#owner.stateChanged();
    this.schedule();
  }

  /** Keeps the view at the same place in a map of a new size; a flight is moved to its goal. */
  #fitTo(size: Size): void {
    const { bounds, pitch } = this.#index!.venue;
    const before = this.#whole;
    const goal = this.#goal;
    const isUpright = size.width < 480 && bounds.right - bounds.left > bounds.bottom - bounds.top;
    const whole = fitBounds(
      bounds,
      size,
      isUpright ? Math.PI / 2 : 0,
      size.width < 480 ? 4 : size.width < 840 ? 12 : 32,
    );
    // A small venue is not enlarged: its seats are never larger than a seat that is moved into view.
    this.#whole = { ...whole, scale: Math.min(whole.scale, (1.5 * PITCH.narrow) / pitch) };
    this.#glide = null;
    this.#land();
    const isWhole = goal === before || goal.scale <= this.#whole.scale * 1.02;
    this.#view = isWhole ? this.#whole : this.#clamp(refit(goal, before, this.#whole));
    this.#wishedScale = this.#view.scale;
  }

  #clamp(view: View): View {
    return clampView(view, this.#index!.venue.bounds, this.#size, this.#whole, this.#maxScale);
  }

  #setNear(isNear: boolean): void {
    if (isNear === this.#isNear) return;
    this.#isNear = isNear;
    this.schedule();
  }

  /** Paints also out of view, until the map has been painted once. */
  paintAnywhere(): void {
    this.#isAwaited = !this.#isPainted;
    this.schedule();
  }

  /** Requests a frame: one at a time, and none while the map is not visible. */
  schedule(): void {
    if (this.#frame || !(this.#isNear || this.#isAwaited) || !this.#isConnected) return;
    this.#frame = requestAnimationFrame((now) => {
      this.#frame = 0;
      this.#draw(now);
    });
  }

  #draw(now: number, slice?: number): void {
    const renderer = this.#renderer;
    if (!renderer || !this.#index || this.#size.width === 0 || this.#beforePrint) return;
    const share = this.#advanceFlight(now);
    this.#advanceGlide(now);
    const flight = this.#flight;
    renderer.resize(this.#size, devicePixelRatio || 1);
    const view = this.#view;
    const { isWhole } = this;
    const isMoving = !this.isAtRest || this.#arrivals.length > 0;
    const { first, rest, moving } = FRAME_BUDGET_MS;
    const until = performance.now() + (slice ?? (!this.#isPainted ? first : isMoving ? moving : rest));
    // The visible layer first; the painted one stays until then.
    let isDone = isWhole || !this.isAtRest || !renderer.nearIsStale(view) || renderer.paintNear(view, until);
    if (isDone && (isWhole || this.#flight || this.isAtRest) && renderer.farIsStale(this.#whole))
      isDone = renderer.paintFar(this.#whole, until, !this.#isPainted && slice === undefined);
    if (!isDone) this.schedule();
    if (!this.#isPainted) {
      if (!isDone) return;
      // The seats first: the overlay follows in the next frame.
      renderer.move(view, this.#whole, 1);
      this.#isPainted = true;
      this.#isAwaited = false;
      this.#owner.painted();
      return this.schedule();
    }
    // The zoomed layer fades with a flight from and to the whole. One that was painted at a much larger scale would look like a
    // patch in the arena.
    const opacity = !flight
      ? 2 * view.scale < renderer.nearScale
        ? 0
        : 1
      : flight.from === this.#whole
        ? share
        : flight.to === this.#whole
          ? 1 - share
          : 1;
    renderer.move(view, this.#whole, opacity);
    this.#arrivals = this.#arrivals.filter(({ start }) => now - start < ARRIVAL_MS);
    // During a drag the finished overlay moves along unchanged.
    if (!this.#isMoving || this.#arrivals.length > 0 || !renderer.canMoveOverlay(view))
      renderer.paintOverlay(view, {
        ...this.#owner.overlay(),
        isMoving: !this.isAtRest,
        arrivals: this.#arrivals
          .filter(({ start }) => start <= now)
          .map(({ seat, start }) => ({ seat, age: (now - start) / ARRIVAL_MS })),
      });
    if (!isWhole) renderer.paintMap(view, this.#whole);
    if (this.isAtRest) this.#owner.atRest();
    if (this.#flight || this.#glide || this.#arrivals.length > 0) this.schedule();
  }

  // Places

  /** Returns the place of a seat, px of the map. */
  placeOf(seat: number): [number, number] {
    const { x, y } = this.#index!.venue;
    return apply(matrixOf(this.#view, this.#size), x[seat]!, y[seat]!);
  }

  /** Px of the map -> venue. */
  venuePointOf([x, y]: Point): Point {
    return apply(invert(matrixOf(this.#view, this.#size)), x, y);
  }

  /** Returns the seat nearest to px of the map, within `reach` px. */
  seatNear(point: Point, reach: number, accept?: (seat: number) => boolean): number | null {
    return seatNear(this.#index!, ...this.venuePointOf(point), reach / this.#view.scale, accept);
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
    const corners = [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ].map(([dx, dy]) => apply(plane, x + dx!, y + dy!));
    const xs = corners.map((corner) => corner[0]);
    const ys = corners.map((corner) => corner[1]);
    const left = Math.min(...xs);
    const top = Math.min(...ys);
    return new DOMRect(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
  }

  /** Px of the map -> client px. */
  #plane(): Matrix {
    const [topLeft, topRight, bottomLeft] = [...this.#plate!.querySelectorAll('.corner')].map(
      (corner): Point => {
        const { left, top } = corner.getBoundingClientRect();
        return [left, top];
      },
    );
    return planeOf(topLeft!, topRight!, bottomLeft!, this.#size);
  }

  // Flights and throws

  showWhole(): void {
    void this.#flyTo(this.#whole);
  }

  #flyTo(to: View): Promise<void> {
    this.stopMotion();
    if (to === this.#view) return Promise.resolve();
    if (this.#isMotionReduced() || !this.#isNear || !this.#isPainted) {
      this.#view = to;
    } else {
      // The goal is painted first: it is crisp on arrival.
      if (to !== this.#whole && this.#renderer?.nearIsStale(to)) this.#renderer.paintNear(to);
      this.#flight = { from: this.#view, to, start: performance.now() };
    }
    this.#owner.viewMoved();
    this.#owner.stateChanged();
    this.schedule();
    return this.#flightEnded();
  }

  #flightEnded(): Promise<void> {
    return this.#flight ? new Promise((resolve) => this.#onLanded.push(resolve)) : Promise.resolve();
  }

  /** Advances a flight; returns its eased share. */
  #advanceFlight(now: number): number {
    const flight = this.#flight;
    if (!flight) return 1;
    const t = Math.min(1, (now - flight.start) / FLIGHT_MS);
    const share = ease(Math.max(0, t));
    this.#view = t < 1 ? interpolate(flight.from, flight.to, share) : flight.to;
    if (t >= 1) this.#land();
    return share;
  }

  #land(): void {
    if (this.#flight) this.#owner.stateChanged();
    this.#flight = null;
    this.#onLanded.splice(0).forEach((resolve) => resolve());
  }

  /** Advances a throw until it stops or meets an edge. */
  #advanceGlide(now: number): void {
    const thrown = this.#glide;
    if (!thrown) return;
    const time = glideDuration(thrown.velocity);
    const t = Math.min(time, Math.max(0, now - thrown.start));
    const { x, y } = this.#view;
    this.#view = this.#clamp(pan(thrown.from, ...glideOffset(thrown.velocity, t)));
    const isAtEdge = t > 0 && x === this.#view.x && y === this.#view.y;
    if (t < time && !isAtEdge) return;
    this.#glide = null;
    this.#finishMotion();
  }

  /** Returns the zoomed view of a seat, with the ice up. */
  #viewOf(seat: number): View {
    const { venue } = this.#index!;
    const near = DISTINCT / venue.pitch;
    // A small venue shows its seats as chairs already.
    if (this.#whole.scale > near) return this.#whole;
    const aim = (this.isNarrow ? PITCH.narrow : PITCH.wide) / venue.pitch;
    const { scale } = this.#goal;
    // Clear of the seat card; where there is space, with the ice visible.
    const { height } = this.#size;
    const down = this.isNarrow
      ? -Math.min(64, height * 0.2)
      : this.#isCovered || height < 400
        ? -0.12 * height
        : 0.17 * height;
    return lookAt(
      venue.x[seat]!,
      venue.y[seat]!,
      scale > near ? scale : aim,
      angleFor(facing(venue, seat)),
      0,
      down,
    );
  }

  /** True when a seat is distinct from its neighbours, upright, and well inside the map. */
  #isInView(seat: number): boolean {
    const view = this.#goal;
    const { venue } = this.#index!;
    if (view.scale * venue.pitch <= DISTINCT) return false;
    if (view === this.#whole) return true;
    const [x, y] = apply(matrixOf(view, this.#size), venue.x[seat]!, venue.y[seat]!);
    const { width, height } = this.#size;
    const turned = Math.cos(view.angle - angleFor(facing(venue, seat)));
    const [roof, floor] = this.isNarrow
      ? [Math.min(70, height * 0.15), Math.min(150, height * 0.5)]
      : [Math.min(70, height * 0.25), this.#isCovered ? height * 0.5 : Math.min(140, height * 0.3)];
    return x > width * 0.12 && x < width * 0.88 && y > roof && y < height - floor && turned > 0.93;
  }

  /** Moves a seat into view; resolves when it is there. */
  flyToSeat(seat: number): Promise<void> {
    if (!this.#renderer || !this.#index) return Promise.resolve();
    return this.#isInView(seat) ? this.#flightEnded() : this.#flyTo(this.#viewOf(seat));
  }

  // Gestures

  /** Stops motion in its place. */
  stopMotion(): void {
    this.#land();
    if (this.#glide) {
      this.#glide = null;
      this.#finishMotion();
    }
    this.#wishedScale = this.#view.scale;
  }

  /** Moves the point at `from` to `to`, scaled by `factor`. Beyond the limits the map follows a little, and returns when it is released. */
  move(from: Point, to: Point, factor: number): void {
    this.#land();
    this.#wishedScale *= factor;
    this.#heldAt = to;
    const scale = rubberBand(this.#wishedScale, this.#whole.scale, this.#maxScale);
    const moved = pan(this.#view, to[0] - from[0], to[1] - from[1]);
    const view = factor === 1 ? moved : zoomAt(moved, this.#size, scale / moved.scale, to[0], to[1]);
    this.#moveTo(
      clampView(
        view,
        this.#index!.venue.bounds,
        this.#size,
        { ...this.#whole, scale: Math.min(view.scale, this.#whole.scale) },
        Math.max(view.scale, this.#maxScale),
      ),
      HELD_REST_MS,
    );
  }

  /** Ends a gesture: a throw glides on, and a view beyond the limits returns. */
  release(velocity: Point): void {
    const view = this.#view;
    if (!this.isZoomed) return;
    if (view.scale <= this.#whole.scale * 1.02) this.showWhole();
    else if (view.scale > this.#maxScale)
      void this.#flyTo(
        this.#clamp(zoomAt(view, this.#size, this.#maxScale / view.scale, this.#heldAt[0], this.#heldAt[1])),
      );
    else if (Math.hypot(...velocity) > 0 && !this.#isMotionReduced()) {
      this.#glide = { from: view, velocity, start: performance.now() };
      clearTimeout(this.#restTimer);
      this.#isMoving = true;
      this.schedule();
    } else if (this.#isMoving) this.#restIn(REST_MS);
  }

  /** Zooms at px of the map. */
  zoom(factor: number, [x, y]: Point, isStep: boolean): void {
    const view = this.#goal;
    if (view.scale * factor <= this.#whole.scale * 1.02) {
      if (this.isZoomed) this.showWhole();
      return;
    }
    const next = this.#clamp(zoomAt(view, this.#size, Math.min(factor, this.#maxScale / view.scale), x, y));
    this.stopMotion();
    if (isStep) void this.#flyTo(next);
    else this.#moveTo(next);
  }

  /** Moves at once, as a gesture does. */
  #moveTo(view: View, rest = REST_MS): void {
    this.#view = view;
    // The first step hides the tooltip and may be the first zoomed one; the others only move layers.
    if (!this.#isMoving) this.#owner.stateChanged();
    this.#isMoving = true;
    this.#owner.viewMoved();
    this.#restIn(rest);
    this.schedule();
  }

  #restIn(ms: number): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#finishMotion(), ms);
  }

  #finishMotion(): void {
    clearTimeout(this.#restTimer);
    this.#isMoving = false;
    this.#owner.stateChanged();
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
