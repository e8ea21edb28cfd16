import { adoptStyles, html, nothing, type CSSResult, type ReactiveElement, type TemplateResult } from 'lit';
import type { Part, PartModule, PickerSnapshot } from './picker-host.js';
import type { MapHost } from './map-host.js';
import type * as MapView from './map-view.js';

/** Loaders of the map, and of the parts that load when they are opened or needed, by name. */
export const LOADERS = {
  map: (): Promise<typeof MapView> => import('./map-view.js'),
  /** The choice by block, row and seat. */
  list: (): Promise<PartModule> => import('./list-part.js'),
  /** Seats side by side, for friends. */
  together: (): Promise<PartModule> => import('./together-part.js'),
  /** The field for a block's label, where there are too many blocks to list. */
  blocks: (): Promise<PartModule> => import('./blocks-part.js'),
  /** The search for a person to sit beside, where there are too many to show. */
  people: (): Promise<PartModule> => import('./people-part.js'),
  /** The styles of the grid where it is visible itself. */
  plain: (): Promise<PartModule> => import('./plain-part.js'),
};

export type PartName = Exclude<keyof typeof LOADERS, 'map'>;

/** The parts of a picker, each with the state of its script. */
export class LazyParts {
  readonly #styles: CSSResult[] = [];
  readonly #open = new Set<PartName>();
  readonly #parts = new Map<PartName, Part | 'loading' | 'failed'>();

  constructor(private readonly host: MapHost) {}

  isOpen(name: PartName): boolean {
    return this.#open.has(name);
  }

  /** Opens a part. After a failure its script is loaded again. */
  open(name: PartName): void {
    const part = this.#parts.get(name);
    this.#open.add(name);
    if (part === 'failed') this.#parts.delete(name);
    else if (typeof part === 'object') this.#showOpened(part);
    this.host.redraw();
  }

  close(name: PartName): void {
    this.#open.delete(name);
    this.host.redraw();
  }

  /** Renders a part: nothing while it loads, an error message where it did not load. */
  view(name: PartName, snapshot: PickerSnapshot): TemplateResult | typeof nothing {
    const part = this.get(name);
    if (part === 'failed') return html`<p class="problem">${this.host.t('picker.not-loaded')}</p>`;
    return part === 'loading' ? nothing : part.view(snapshot);
  }

  /** Returns a part whose script has loaded; otherwise loads it, and renders when it has loaded. */
  get(name: PartName): Part | 'loading' | 'failed' {
    const part = this.#parts.get(name);
    if (part) return part;
    this.#parts.set(name, 'loading');
    void this.#load(name);
    return 'loading';
  }

  async #load(name: PartName): Promise<void> {
    try {
      const { styles, make } = await LOADERS[name]();
      this.adopt(styles);
      const part = make(this.host);
      this.#parts.set(name, part);
      this.#showOpened(part);
    } catch {
      this.#parts.set(name, 'failed');
      this.host.announce(this.host.t('picker.not-loaded'));
    }
    this.host.redraw();
  }

  /** Adds the styles of a part. */
  adopt(styles: CSSResult): void {
    const { shadowRoot, constructor } = this.host.element;
    this.#styles.push(styles);
    if (shadowRoot)
      adoptStyles(shadowRoot, [...(constructor as typeof ReactiveElement).elementStyles, ...this.#styles]);
  }

  #showOpened(part: Part): void {
    const snapshot = this.host.snapshot();
    if (snapshot) part.opened?.(snapshot);
  }
}

/** The map of a picker: not asked for, its script loads, the script did not load, or it is there. */
type MapState =
  | { readonly status: 'none' | 'failed' }
  | { readonly status: 'loading'; readonly loaded: Promise<void> }
  /** `hasCanvas`: false where the browser has no 2D canvas, or did not restore a lost one. */
  | { readonly status: 'loaded'; readonly view: MapView.SeatMapView; readonly hasCanvas: boolean };

/** The map of a picker, which loads after the text; the text serves without it as well. */
export class LazyMap {
  #state: MapState = { status: 'none' };

  /** `onLoad`: called with the view of a map before it is connected. */
  constructor(
    private readonly host: MapHost,
    private readonly onLoad: (view: MapView.SeatMapView, styles: CSSResult) => void,
    private readonly warnAuthor: (problem: string) => void,
  ) {}

  get view(): MapView.SeatMapView | null {
    return this.#state.status === 'loaded' ? this.#state.view : null;
  }

  get hasFailed(): boolean {
    return this.#state.status === 'failed';
  }

  /** True where the list and the grid serve without a map. */
  get isMissing(): boolean {
    return this.hasFailed || (this.#state.status === 'loaded' && !this.#state.hasCanvas);
  }

  /** Settles when the map's script has loaded, or has failed to; null where it is not loading. */
  get loading(): Promise<void> | null {
    return this.#state.status === 'loading' ? this.#state.loaded : null;
  }

  /** Loads the map unless that is under way. `retries`: also where its script did not load before. */
  load(retries: boolean): void {
    const { status } = this.#state;
    if (status !== 'none' && !(retries && status === 'failed')) return;
    this.#state = { status: 'loading', loaded: this.#import() };
    this.host.redraw();
  }

  async #import(): Promise<void> {
    try {
      const { SeatMapView, styles } = await LOADERS.map();
      const view = new SeatMapView(this.host);
      this.#state = { status: 'loaded', view, hasCanvas: true };
      this.onLoad(view, styles);
      if (this.host.element.isConnected) view.connect();
    } catch {
      this.warnAuthor('the script of the map did not load');
      this.#state = { status: 'failed' };
    }
    this.host.redraw();
  }

  /** Gives up the canvas. */
  loseCanvas(): void {
    this.warnAuthor('this browser has no 2D canvas');
    if (this.#state.status === 'loaded') this.#state = { ...this.#state, hasCanvas: false };
    this.host.redraw();
  }
}
