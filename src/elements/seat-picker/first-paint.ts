import type { ReactiveController } from 'lit';
import type { Campaign } from '../../campaign/campaign.js';

/** Distance from the window, px, within which the picker requests the seats. */
const NEAR_WINDOW_PX = 200;
/** Milliseconds to delay the heavy views while the map has not painted. */
const HEAVY_VIEWS_DELAY_MS = 250;

/** Interface of the picker to its first painting. */
export interface FirstPaintHost {
  readonly element: HTMLElement & { readonly updateComplete: Promise<boolean> };
  campaign(): Campaign | null;
  /** The map, once its script has loaded. */
  mapView(): { readonly map: { readonly isPainted: boolean; paintAnywhere(): void } } | null;
  redraw(): void;
  /** Loads the formats of the numbers that the heavy views show. */
  loadFigures(): void;
}

/** The promise `ready`: nobody waits for it, somebody does wherever the picker is, or it is kept. */
type Readiness =
  { readonly status: 'pending' | 'awaited'; readonly resolve: () => void } | { readonly status: 'kept' };

/** The views that take as long to render as the map to paint: not yet, when the time is up, or now. */
type HeavyViews = 'hidden' | { readonly timer: ReturnType<typeof setTimeout> } | 'shown';

/** The order of the first seconds: what paints first, when `ready` resolves, and whether the seats are requested. */
export class FirstPaint implements ReactiveController {
  #heavyViews: HeavyViews = 'hidden';
  #readiness: Readiness = { status: 'kept' };
  #ready = this.#promise();
  /** True within `NEAR_WINDOW_PX` of the window. */
  #isNear = false;
  #stopWatching: (() => void) | null = null;
  readonly #observer = new IntersectionObserver(
    (entries) => {
      this.#isNear = entries.at(-1)?.isIntersecting ?? false;
      this.watchSeats(this.host.campaign());
    },
    { rootMargin: `${NEAR_WINDOW_PX}px` },
  );

  constructor(private readonly host: FirstPaintHost) {}

  hostConnected(): void {
    this.#observer.observe(this.host.element);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#isNear = false;
    this.watchSeats(this.host.campaign());
  }

  /** True once the views that take longer may render: the map has painted, or its time is up. */
  get showsHeavyViews(): boolean {
    return this.#heavyViews === 'shown';
  }

  get isAwaited(): boolean {
    return this.#readiness.status === 'awaited';
  }

  /** Returns the promise `ready`, and paints the picker where it is. */
  awaitReady(): Promise<void> {
    const readiness = this.#readiness;
    if (readiness.status !== 'kept') {
      this.#readiness = { ...readiness, status: 'awaited' };
      this.watchSeats(this.host.campaign());
      this.host.mapView()?.map.paintAnywhere();
    }
    return this.#ready;
  }

  /** Makes a new promise where the last is kept: there is another venue to paint. */
  restart(): void {
    if (this.#readiness.status === 'kept') this.#ready = this.#promise();
  }

  #promise(): Promise<void> {
    return new Promise((resolve) => (this.#readiness = { status: 'pending', resolve }));
  }

  /** Called after each render. `isPainted`: there is nothing more to paint than what it shows. */
  rendered(hasVenue: boolean, isPainted: boolean): void {
    if (isPainted) this.#keepPromise();
    if (hasVenue && this.#heavyViews === 'hidden')
      this.#heavyViews = { timer: setTimeout(() => this.#showHeavyViews(), HEAVY_VIEWS_DELAY_MS) };
  }

  /** Called after the first painting of a venue. */
  painted(): void {
    const finish = (): void => {
      this.#showHeavyViews();
      void this.host.element.updateComplete.then(
        () => this.host.mapView()?.map.isPainted && this.#keepPromise(),
      );
    };
    if (this.showsHeavyViews) return finish();
    // After the map is on the screen. Number formats load in a task of their own.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.host.loadFigures();
        setTimeout(finish);
      }),
    );
  }

  #showHeavyViews(): void {
    if (this.#heavyViews === 'shown') return;
    if (this.#heavyViews !== 'hidden') clearTimeout(this.#heavyViews.timer);
    this.#heavyViews = 'shown';
    this.host.redraw();
  }

  #keepPromise(): void {
    const readiness = this.#readiness;
    if (readiness.status === 'kept') return;
    this.#readiness = { status: 'kept' };
    if (readiness.status === 'awaited') this.watchSeats(this.host.campaign());
    readiness.resolve();
  }

  /** Requests the seats of a campaign while the picker is near enough to be visible, or somebody waits for it. */
  watchSeats(campaign: Campaign | null): void {
    this.#stopWatching?.();
    this.#stopWatching = campaign && (this.#isNear || this.isAwaited) ? campaign.watchSeats() : null;
  }
}
