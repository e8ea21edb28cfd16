import { html, type TemplateResult } from 'lit';
import { besides } from '../../venue/neighbours.js';
import type { Venue } from '../../venue/venue.js';
import { followPageTheme } from '../base/page-theme.js';
import { seatWidth } from './map/camera.js';
import type { Overlay } from './map/layers/overlay.js';
import { present } from './map/read.js';
import { VenueIndex } from './map/scene.js';
import { SeatMap, type MapOwner } from './map/seat-map.js';
import type { MapHost } from './map-host.js';
import { MapNames } from './map-names.js';
import { MapPointer } from './map-pointer.js';
import { MapTooltip } from './map-tooltip.js';
import type { PickerSnapshot } from './picker-host.js';
import type { Seating } from './seat-grid.js';

export { styles } from './map-view.styles.js';

/** Time to wait for the browser to restore a lost canvas, ms. */
const CANVAS_RESTORE_MS = 3000;

/**
 * The map of the venue with everything that belongs only to it: pointer, wheel and fingers, tooltips, names and portraits.
 * It loads separately, after the text: buttons, grid and list work without it.
 */
export class SeatMapView {
  readonly map: SeatMap;
  readonly #tooltip: MapTooltip;
  readonly #names: MapNames;
  readonly #pointer: MapPointer;
  #plate: HTMLElement | null = null;
  #canvasLostTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: MapHost) {
    this.map = new SeatMap({
      scene: (index) => this.#scene(index),
      overlay: () => this.#overlay(present(host.snapshot())),
      followTheme: (follower) => followPageTheme(host.element, follower),
      blockName: (block) => host.t('picker.block', { block }),
      stateChanged: () => host.redraw(),
      viewMoved: () => this.#tooltip.viewMoved(),
      atRest: () => this.#placeCells(),
      painted: () => host.painted(),
    });
    this.#tooltip = new MapTooltip(host, this.map);
    this.#names = new MapNames(host, this.map);
    this.#pointer = new MapPointer(host, this.map, this.#tooltip);
  }

  connect(): void {
    this.map.connect(this.host.element);
    this.#pointer.connect();
  }

  disconnect(): void {
    this.#pointer.disconnect();
    clearTimeout(this.#canvasLostTimer);
    this.map.disconnect();
  }

  /** Changes the venue, and shows all of it. */
  setVenue(venue: Venue | null): void {
    if (venue === this.map.venue) return;
    this.#tooltip.clear();
    this.map.setVenue(venue && new VenueIndex(venue));
  }

  /** Called after each render: takes over the canvases of a new plate, and shows changes. */
  sync(plate: HTMLElement | null): void {
    if (plate !== this.#plate) {
      this.#plate = plate;
      if (!this.map.attach(plate)) return this.host.failed();
    }
    if (plate) this.map.sync();
  }

  // What the map paints

  #scene({ venue }: VenueIndex): ReturnType<MapOwner['scene']> {
    const { taken, kept, known } = present(this.host.snapshot()).seating;
    return {
      taken,
      kept: new Set(kept.map(({ seat }) => seat)),
      // While the taken seats are not known, no seat is shown as free.
      beside: new Set(known ? kept.flatMap(({ seat }) => besides(venue, seat)) : []),
      standing: this.host.standing(),
    };
  }

  #overlay(snapshot: PickerSnapshot): Omit<Overlay, 'arrivals' | 'isMoving'> {
    const { seat, offered, together } = snapshot;
    const plate = present(this.#plate);
    const tip = this.#tooltip.place(plate, snapshot);
    const at = snapshot.isFocusSeen ? snapshot.at : null;
    return {
      portraits: this.#names.portraits(plate, snapshot.seating.kept),
      own: seat,
      pointer: this.#tooltip.seat,
      focus: offered ?? at,
      together,
      numbered: [seat, offered, at, together[0] ?? null].filter((one) => one !== null),
      leaders: tip ? [tip] : [],
    };
  }

  /** Places the grid's cells on their seats, so that magnifiers and touch exploration find them there. */
  #placeCells(): void {
    for (const cell of this.#plate?.querySelectorAll<HTMLElement>('.cell') ?? []) {
      const side = Math.max(24, seatWidth(this.map.camera));
      const [x, y] = this.map.placeOf(Number(cell.dataset['seat']));
      Object.assign(cell.style, {
        transform: `translate(${(x - side / 2).toFixed(1)}px, ${(y - side / 2).toFixed(1)}px)`,
        inlineSize: `${side}px`,
        blockSize: `${side}px`,
      });
    }
  }

  // What the map shows

  /** Moves a seat into view, and its cell with it. */
  async flyToSeat(seat: number): Promise<void> {
    await this.map.flyToSeat(seat);
    if (this.map.venue) this.#placeCells();
  }

  /** Moves a seat into view, also within the window; resolves with its box in client px when it is there. */
  async reveal(seat: number): Promise<DOMRect> {
    const plate = present(this.#plate);
    await this.map.flyToSeat(seat);
    const box = this.map.boxOf(seat);
    if (box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth) return box;
    plate.scrollIntoView({ block: this.map.size.height > innerHeight ? 'center' : 'nearest' });
    return this.map.boxOf(seat);
  }

  /** Zooms by the buttons, towards the current seat. */
  zoomBy(factor: number): void {
    const snapshot = this.host.snapshot();
    if (!snapshot) return;
    const { width, height } = this.map.size;
    const seen = this.map.placeOf(snapshot.offered ?? snapshot.at);
    const isSeen = seen[0] > 0 && seen[1] > 0 && seen[0] < width && seen[1] < height;
    this.map.zoom(factor, isSeen ? seen : [width / 2, height / 2], true);
  }

  readonly #showWhole = (event: Event): void => {
    this.map.showWhole();
    // The button disappears on the whole map; the focus moves to the controls beside it.
    if ((event.currentTarget as Element).matches(':focus')) this.host.focusBlocks();
  };

  /** The browser drops a canvas when it is short of memory, and restores it later. If it does not, the seats are shown without the map. */
  readonly #contextLost = (): void => {
    clearTimeout(this.#canvasLostTimer);
    this.#canvasLostTimer = setTimeout(() => this.host.failed(), CANVAS_RESTORE_MS);
  };

  readonly #contextRestored = (): void => {
    clearTimeout(this.#canvasLostTimer);
    this.map.restore();
  };

  // Templates

  /** The class of the plate. */
  plateClass(seating: Seating): string {
    return `plate ${seating.known ? '' : 'unknown'} ${this.map.isZoomed ? 'zoomed' : ''} ${this.#pointer.isMagnified ? 'magnified' : ''}`;
  }

  /** Renders the elements beneath the grid's cells. */
  underlayView(snapshot: PickerSnapshot): TemplateResult {
    const canvas = html`<canvas
      aria-hidden="true"
      @contextlost=${this.#contextLost}
      @contextrestored=${this.#contextRestored}
    ></canvas>`;
    return html`${canvas}${canvas}${canvas} ${this.#pointer.view(snapshot)}
      <canvas class="map" aria-hidden="true"></canvas>
      <span class="corner"></span><span class="corner right"></span
      ><span class="corner bottom"></span> ${this.#names.view(snapshot)}`;
  }

  /** Renders the elements over the grid's cells. */
  overlayView(snapshot: PickerSnapshot): TemplateResult {
    return html`${this.#tooltip.view(snapshot)} ${this.#pointer.hintView()}`;
  }

  /** Renders the zoom buttons. "All seats" is on the plate while the map is zoomed. */
  zoomView(): TemplateResult {
    const { t } = this.host;
    return html`<div class="zoom" part="zoom">
        <button type="button" aria-label=${t('picker.zoom-out')} @click=${() => this.zoomBy(0.5)}>
          <svg width="16" height="16" aria-hidden="true"><path d="M2 8h12" /></svg>
        </button>
        <button type="button" aria-label=${t('picker.zoom-in')} @click=${() => this.zoomBy(2)}>
          <svg width="16" height="16" aria-hidden="true"><path d="M2 8h12M8 2v12" /></svg>
        </button>
      </div>
      <button
        class="whole ${this.map.isZoomed ? '' : 'gone'}"
        part="whole"
        type="button"
        @click=${this.#showWhole}
      >
        <svg width="18" height="12" aria-hidden="true"><path d="M17 6H1.5M6 1.5 1.5 6 6 10.5" /></svg
        ><span>${t('picker.whole')}</span>
      </button>`;
  }
}
