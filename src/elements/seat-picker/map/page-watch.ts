import { NEAR_WINDOW_PX } from './plate.js';

/** Interface of the page watch to the map. */
export interface PageListener {
  /** Calls `follower` after a change of the page's colours; returns a function that unsubscribes. */
  followTheme(follower: () => void): () => void;
  /** Called when the colours may be others: those of the page, or forced ones. */
  coloursChanged(): void;
  /** Called before the page is printed, and after it. */
  printChanged(isPaper: boolean): void;
  sizeChanged(): void;
  /** Called when the map may have to be painted: it came near the window, or the density of the screen is another. */
  frameNeeded(): void;
}

/** Watches the page for the map, while the element is connected: its colours, its printer, its window. */
export class PageWatch {
  /** Stops what is listened to; null while the element is not connected. */
  #connection: AbortController | null = null;
  #isNear = false;
  #plate: Element | null = null;

  readonly #sizeObserver = new ResizeObserver(() => this.listener.sizeChanged());
  readonly #nearObserver = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting } of entries) this.setNear(isIntersecting);
    },
    { rootMargin: `${NEAR_WINDOW_PX}px` },
  );
  readonly #forcedQuery = matchMedia('(forced-colors: active)');
  readonly #printQuery = matchMedia('print');

  constructor(private readonly listener: PageListener) {}

  get isConnected(): boolean {
    return this.#connection !== null;
  }

  /** True within `NEAR_WINDOW_PX` of the window. */
  get isNear(): boolean {
    return this.#isNear;
  }

  setNear(isNear: boolean): void {
    if (isNear === this.#isNear) return;
    this.#isNear = isNear;
    this.listener.frameNeeded();
  }

  /** The element is connected; `host` is observed for coming near the window. */
  connect(host: Element): void {
    const { signal } = (this.#connection = new AbortController());
    const { coloursChanged, printChanged, followTheme } = this.listener;
    this.#forcedQuery.addEventListener('change', () => coloursChanged(), { signal });
    this.#printQuery.addEventListener('change', ({ matches }) => printChanged(matches), { signal });
    addEventListener('beforeprint', () => printChanged(true), { signal });
    addEventListener('afterprint', () => printChanged(false), { signal });
    signal.addEventListener('abort', followTheme(coloursChanged));
    this.#watchRatio(signal);
    this.#nearObserver.observe(host);
    if (this.#plate) this.#sizeObserver.observe(this.#plate);
  }

  disconnect(): void {
    this.#connection?.abort();
    this.#connection = null;
    this.#sizeObserver.disconnect();
    this.#nearObserver.disconnect();
    this.setNear(false);
  }

  /** Watches the size of another plate, or of none. */
  observe(plate: Element | null): void {
    this.#sizeObserver.disconnect();
    this.#plate = plate;
    if (plate) this.#sizeObserver.observe(plate);
  }

  /** A query for the present density fires once, when the density changes; then a query for the new one is needed. */
  #watchRatio(signal: AbortSignal): void {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', () => this.#watchRatio(signal), { once: true, signal });
    this.listener.frameNeeded();
  }
}
