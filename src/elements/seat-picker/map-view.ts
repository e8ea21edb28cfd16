import { html, nothing, type TemplateResult } from 'lit';
import { findBeside, nearestFreeTo } from '../../venue/find.js';
import { rowOf } from '../../venue/layout.js';
import { besides } from '../../venue/neighbours.js';
import type { Venue } from '../../venue/venue.js';
import { followPageTheme } from '../base/page-theme.js';
import type { Kept } from '../seats/kept.js';
import type { PickerHost, PickerSnapshot } from './picker-host.js';
import { INITIAL_GESTURE_STATE, recognise, type PointerSample, type GestureState } from './map/gestures.js';
import type { Overlay } from './map/layers/overlay.js';
import type { PortraitMark } from './map/layers/portraits.js';
import { initialsOf } from '../actions/initials.js';
import { cornersFor, VenueIndex, NEAR, portraitSize } from './map/scene.js';
import {
  besideOf,
  blockSentence,
  fullText,
  mayTake,
  sentenceOf,
  stateLine,
  stateOf,
  type Seating,
} from './seat-grid.js';
import { SeatMap } from './map/seat-map.js';
import type { Point } from './map/viewport.js';

export { styles } from './map-view.styles.js';

/** Distance at which a finger still presses a seat, px. */
const FINGER_REACH_PX = 24;
/** Time for which the hint about the wheel is visible, ms. */
const HINT_MS = 2400;
/** Time to wait for the browser to restore a lost canvas, ms. */
const CANVAS_RESTORE_MS = 3000;
const IS_MAC = /mac/i.test(globalThis.navigator?.platform ?? '');
/** Maximum number of names beside the arena, one in each of its corners; more people only have buttons. */
const MAX_NAMES = 4;

const SAMPLE_TYPES: Readonly<Record<string, PointerSample['type']>> = {
  pointerdown: 'down',
  pointermove: 'move',
  pointerup: 'up',
  pointercancel: 'cancel',
};

/** Interface of the picker to its map, in addition to that of its lazy parts. */
export interface MapHost extends PickerHost {
  /** Called after the first painting of a venue. */
  painted(): void;
  /** Called where the browser has no 2D canvas, or does not restore a lost one. */
  failed(): void;
  /** Signatures without a seat. */
  standing(): number;
  /** Called when a seat was pressed; null for the floor between seats. */
  press(seat: number | null): void;
  focusBlocks(): void;
}

/**
 * The map of the venue with everything that belongs only to it: pointer, wheel and fingers, tooltips, names and portraits.
 * It loads separately, after the text: buttons, grid and list work without it.
 */
export class SeatMapView {
  readonly #host: MapHost;
  readonly map: SeatMap;
  #venue: Venue | null = null;
  #plate: HTMLElement | null = null;

  #hovered: number | null = null;
  #hoveredBlock = -1;
  #blockTooltipAt: Point | null = null;
  readonly #images = new Map<string, HTMLImageElement>();

  #gestureState: GestureState = INITIAL_GESTURE_STATE;
  /** True if the last press was not by a mouse. */
  #isFinger = false;
  /** A tap that the gestures recognised; it takes effect with the browser's click. */
  #recognisedTap: { at: Point; isDouble: boolean } | null = null;
  /** True when the last tap moved the map to another place. */
  #hasTapMovedMap = false;
  /** True while the page is pinch-zoomed. */
  #isMagnified = false;
  #hintTimer: ReturnType<typeof setTimeout> | undefined;
  #canvasLostTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: MapHost) {
    this.#host = host;
    this.map = new SeatMap({
      scene: ({ venue }) => {
        const { seating, people } = host.snapshot()!;
        return {
          taken: seating.taken,
          kept: new Set(people.map(({ seat }) => seat)),
          // While the taken seats are not known, no seat is shown as free.
          beside: new Set(seating.known ? people.flatMap(({ seat }) => besides(venue, seat)) : []),
          standing: host.standing(),
        };
      },
      overlay: () => this.#currentOverlay(host.snapshot()!),
      followTheme: (follower) => followPageTheme(host.element, follower),
      blockName: (block) => host.t('picker.block', { block }),
      stateChanged: () => host.redraw(),
      viewMoved: () => void (this.#hovered = this.#blockTooltipAt = null),
      atRest: () => this.#placeCells(),
      painted: () => host.painted(),
    });
  }

  connect(): void {
    this.map.connect(this.#host.element);
    visualViewport?.addEventListener('resize', this.#onViewportResize);
  }

  disconnect(): void {
    visualViewport?.removeEventListener('resize', this.#onViewportResize);
    this.#gestureState = INITIAL_GESTURE_STATE;
    clearTimeout(this.#hintTimer);
    clearTimeout(this.#canvasLostTimer);
    this.#hintTimer = undefined;
    this.map.disconnect();
  }

  /** Changes the venue, and shows all of it. */
  setVenue(venue: Venue | null): void {
    if (venue === this.#venue) return;
    this.#venue = venue;
    this.#hovered = this.#blockTooltipAt = null;
    this.map.setVenue(venue && new VenueIndex(venue));
  }

  /** Called after each render: takes over the canvases of a new plate, and shows changes. */
  sync(plate: HTMLElement | null): void {
    if (plate !== this.#plate) {
      this.#plate = plate;
      if (!this.map.attach(plate)) return this.#host.failed();
    }
    if (plate) this.map.sync();
  }

  // The overlay

  #currentOverlay(snapshot: PickerSnapshot): Omit<Overlay, 'arrivals' | 'isMoving'> {
    const { seat, offered, together } = snapshot;
    const tip = this.#placeTooltip(snapshot);
    const at = snapshot.isFocusSeen ? snapshot.at : null;
    return {
      portraits: this.#portraits(snapshot.people),
      own: seat,
      pointer: this.#hovered,
      focus: offered ?? at,
      together,
      numbered: [seat, offered, at, together[0] ?? null].filter((one) => one !== null),
      leaders: tip ? [tip] : [],
    };
  }

  #portraits(people: readonly Kept[]): PortraitMark[] {
    const { isWhole, size } = this.map;
    const corners = cornersFor(
      people.map(({ seat }) => this.map.placeOf(seat)),
      size,
    );
    return people.map(({ seat, name, portrait, crossOrigin }, i) => ({
      seat,
      initials: initialsOf(name),
      image: portrait ? this.#image(portrait, crossOrigin ?? null) : null,
      name: isWhole && size.width >= 840 ? this.#nameEdge(i, corners[i]!) : null,
    }));
  }

  /** Places a name in its corner, and returns the end of its hairline. */
  #nameEdge(i: number, corner: number): Point | null {
    const element = this.#plate!.querySelectorAll<HTMLElement>('.name')[i];
    if (!element) return null;
    const place =
      corner < 0 ? 'name none' : `name ${corner & 2 ? 'bottom' : 'top'} ${corner & 1 ? 'end' : 'start'}`;
    if (element.className !== place) element.className = place;
    if (corner < 0 || element.offsetWidth === 0) return null;
    const text = element.querySelector('bdi')!;
    const x = corner & 1 ? element.offsetLeft - 18 : element.offsetLeft + text.offsetWidth + 18;
    return [x, element.offsetTop + text.offsetHeight / 2 + 1];
  }

  /** Returns a portrait once it has loaded. */
  #image(url: string, crossOrigin: 'anonymous' | null): HTMLImageElement | null {
    let image = this.#images.get(url);
    if (!image) {
      image = new Image();
      image.referrerPolicy = 'no-referrer';
      image.crossOrigin = crossOrigin;
      image.onload = () => this.map.schedule();
      image.src = url;
      this.#images.set(url, image);
    }
    return image.complete && image.naturalWidth > 0 ? image : null;
  }

  /** Places the grid's cells on their seats, so that magnifiers and touch exploration find them there. */
  #placeCells(): void {
    for (const cell of this.#plate!.querySelectorAll<HTMLElement>('.cell')) {
      const side = Math.max(24, this.map.pitch);
      const [x, y] = this.map.placeOf(Number(cell.dataset['seat']));
      Object.assign(cell.style, {
        transform: `translate(${(x - side / 2).toFixed(1)}px, ${(y - side / 2).toFixed(1)}px)`,
        inlineSize: `${side}px`,
        blockSize: `${side}px`,
      });
    }
  }

  /** Moves a seat into view, and its cell with it. */
  async flyToSeat(seat: number): Promise<void> {
    await this.map.flyToSeat(seat);
    if (this.#plate && this.#venue) this.#placeCells();
  }

  /** Moves a seat into view, also within the window; resolves with its box in client px when it is there. */
  async reveal(seat: number): Promise<DOMRect> {
    const plate = this.#plate!;
    await this.map.flyToSeat(seat);
    let box = this.map.boxOf(seat);
    if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) {
      plate.scrollIntoView({ block: this.map.size.height > innerHeight ? 'center' : 'nearest' });
      box = this.map.boxOf(seat);
    }
    return box;
  }

  // Zoom

  /** Zooms by the buttons, towards the current seat. */
  zoomBy(factor: number): void {
    const snapshot = this.#host.snapshot();
    if (!snapshot) return;
    const { width, height } = this.map.size;
    const seen = this.map.placeOf(snapshot.offered ?? snapshot.at);
    const isSeen = seen[0] > 0 && seen[1] > 0 && seen[0] < width && seen[1] < height;
    this.map.zoom(factor, isSeen ? seen : [width / 2, height / 2], true);
  }

  // Pointer

  readonly #pointer = (event: PointerEvent): void => {
    const { pointerId, pointerType, timeStamp, button, buttons } = event;
    if (!this.#venue || (event.type === 'pointerdown' && button !== 0)) return;
    const isMouse = pointerType === 'mouse';
    const isHeld = this.#gestureState.fingers.some(({ id }) => id === pointerId);
    const at = this.map.mapPointOf(event);
    let type = SAMPLE_TYPES[event.type]!;
    // The button was released outside the window.
    if (type === 'move' && isHeld && isMouse && buttons === 0) type = 'cancel';
    if (type === 'move' && !isHeld) {
      if (pointerType !== 'touch') this.#hover(at);
      return;
    }
    if (type === 'down') {
      this.#isFinger = !isMouse;
      this.#recognisedTap = null;
      if (this.#isMagnified && this.#gestureState.fingers.length > 0) {
        // In a magnified page two fingers belong to the page, so that nobody is trapped in the map.
        this.#gestureState = INITIAL_GESTURE_STATE;
        return;
      }
    }
    const wasDragging = this.#gestureState.isDragging;
    const [state, gesture] = recognise(
      this.#gestureState,
      { type, id: pointerId, at, time: timeStamp, isMouse },
      this.map,
    );
    this.#gestureState = state;
    if (isMouse && state.isDragging && !wasDragging)
      (event.currentTarget as Element).setPointerCapture(pointerId);
    switch (gesture?.type) {
      case 'grab':
        return this.map.stopMotion();
      case 'move':
        return this.map.move(gesture.from, gesture.to, gesture.factor);
      case 'tap':
        this.#recognisedTap = gesture;
        return;
      case 'release':
        this.#host.redraw();
        this.map.release(gesture.velocity);
    }
  };

  /** A press that stopped the scrolling page is not a click, and chooses nothing. */
  readonly #click = (): void => {
    const tap = this.#recognisedTap;
    this.#recognisedTap = null;
    const snapshot = this.#host.snapshot();
    if (!tap || !snapshot) return;
    if (tap.isDouble) this.#doubleTap(snapshot, tap.at);
    else this.#tap(snapshot, tap.at);
  };

  /**
   * Keeps two fingers on the map. `touch-action` does so in Chromium; where the browser applies it to each finger, `pan-y`
   * alone would let two of them scroll the page.
   */
  readonly #keepTwoFingers = {
    handleEvent: (event: TouchEvent): void => {
      if (event.targetTouches.length > 1 && !this.#isMagnified && event.cancelable) event.preventDefault();
    },
    passive: false,
  };

  /** Suppresses the browser's menu on a long press of a finger; a mouse keeps it. */
  readonly #contextMenu = (event: Event): void => {
    if (this.#isFinger) event.preventDefault();
  };

  readonly #onViewportResize = (): void => {
    const isMagnified = (visualViewport?.scale ?? 1) > 1.01;
    if (isMagnified === this.#isMagnified) return;
    this.#isMagnified = isMagnified;
    this.#host.redraw();
  };

  readonly #pointerLeave = (): void => {
    this.#hovered = this.#blockTooltipAt = null;
    this.#hoveredBlock = -1;
    this.#host.redraw();
  };

  #hover(point: Point): void {
    const venue = this.#venue!;
    const { pitch } = this.map;
    const isNear = pitch >= NEAR;
    const seat = this.map.seatNear(point, (isNear ? 0.8 : 3) * pitch);
    const hovered = isNear ? seat : null;
    const block = isNear || seat === null ? -1 : venue.rows[rowOf(venue, seat)]!.block;
    this.#blockTooltipAt = block < 0 ? null : point;
    if (hovered === this.#hovered && block === this.#hoveredBlock) {
      if (block >= 0) this.map.schedule();
      return;
    }
    this.#hovered = hovered;
    this.#hoveredBlock = block;
    this.#host.redraw();
  }

  #tap({ seating, people }: PickerSnapshot, point: Point): void {
    const { venue } = seating;
    const { pitch, isNarrow } = this.map;
    this.#hasTapMovedMap = pitch < NEAR;
    if (!this.#hasTapMovedMap) {
      const near = (reach: number, accept?: (seat: number) => boolean): number | null =>
        this.map.seatNear(point, reach, accept);
      // A seat that is large enough to be pressed is the one that is meant, also when it is taken.
      const meant = pitch >= FINGER_REACH_PX ? near(0.6 * pitch) : null;
      const seat = meant ?? near(FINGER_REACH_PX, (one) => mayTake(seating, one)) ?? near(FINGER_REACH_PX);
      this.#host.press(seat);
      return;
    }
    const person = people.find(({ seat }) => {
      const [x, y] = this.map.placeOf(seat);
      return Math.hypot(x - point[0], y - point[1]) <= portraitSize(pitch, isNarrow) / 2;
    });
    const [x, y] = this.map.venuePointOf(point);
    const blocked = this.#host.blocked();
    const seat = person
      ? findBeside(venue, blocked, [person.seat])
      : (nearestFreeTo(venue, blocked, x, y, 1)[0] ?? null);
    if (seat === null) this.#host.announce(fullText(seating));
    else this.#host.offer(seat);
  }

  /**
   * Handles the second tap of a double tap. The first took effect at once, without waiting for a second. Zoomed out, the map
   * is already moving to its place and continues; zoomed in, the map zooms further, and the first tap's choice stays, since
   * many people double-tap by habit.
   */
  #doubleTap({ offered }: PickerSnapshot, point: Point): void {
    if (!this.#hasTapMovedMap) this.map.zoom(2, point, true);
    else if (offered !== null) void this.map.flyToSeat(offered);
  }

  readonly #wheel = (event: WheelEvent): void => {
    if (!this.#venue) return;
    // Without Ctrl or ⌘ the wheel scrolls the page.
    if (!event.ctrlKey && !event.metaKey) return this.#showHint();
    this.#hideHint();
    event.preventDefault();
    const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
    this.map.zoom(Math.exp(-Math.max(-60, Math.min(60, px)) * 0.01), this.map.mapPointOf(event), false);
  };

  #showHint(): void {
    const wasShown = this.#hintTimer !== undefined;
    clearTimeout(this.#hintTimer);
    this.#hintTimer = setTimeout(() => this.#hideHint(), HINT_MS);
    if (!wasShown) this.#host.redraw();
  }

  #hideHint(): void {
    if (this.#hintTimer === undefined) return;
    clearTimeout(this.#hintTimer);
    this.#hintTimer = undefined;
    this.#host.redraw();
  }

  readonly #showWhole = (event: Event): void => {
    this.map.showWhole();
    // The button disappears on the whole map; the focus moves to the controls beside it.
    if ((event.currentTarget as Element).matches(':focus')) this.#host.focusBlocks();
  };

  /** A press on the map must not move the focus. */
  readonly #keepFocus = (event: Event): void => event.preventDefault();

  /** The browser drops a canvas when it is short of memory, and restores it later. If it does not, the seats are shown without the map. */
  readonly #contextLost = (): void => {
    clearTimeout(this.#canvasLostTimer);
    this.#canvasLostTimer = setTimeout(() => this.#host.failed(), CANVAS_RESTORE_MS);
  };

  readonly #contextRestored = (): void => {
    clearTimeout(this.#canvasLostTimer);
    this.map.restore();
  };

  // Templates

  /** The class of the plate. */
  plateClass(seating: Seating): string {
    return `plate ${seating.known ? '' : 'unknown'} ${this.map.isZoomed ? 'zoomed' : ''} ${this.#isMagnified ? 'magnified' : ''}`;
  }

  /** Renders the elements beneath the grid's cells. */
  underlayView({ seating, people }: PickerSnapshot): TemplateResult {
    const canvas = html`<canvas
      aria-hidden="true"
      @contextlost=${this.#contextLost}
      @contextrestored=${this.#contextRestored}
    ></canvas>`;
    const isOnSeat = this.#hovered !== null && mayTake(seating, this.#hovered);
    return html`${canvas}${canvas}${canvas}
      <div
        class="hit ${this.#gestureState.isDragging ? 'dragging' : ''} ${isOnSeat ? 'on-seat' : ''}"
        aria-hidden="true"
        @pointerdown=${this.#pointer}
        @pointermove=${this.#pointer}
        @pointerup=${this.#pointer}
        @pointercancel=${this.#pointer}
        @pointerleave=${this.#pointerLeave}
        @click=${this.#click}
        @touchmove=${this.#keepTwoFingers}
        @contextmenu=${this.#contextMenu}
        @mousedown=${this.#keepFocus}
        @wheel=${this.#wheel}
      ></div>
      <canvas class="map" aria-hidden="true"></canvas>
      <span class="corner"></span><span class="corner right"></span
      ><span class="corner bottom"></span>
      ${people.length > MAX_NAMES ? nothing : people.map((person) => this.#nameView(seating, person))}`;
  }

  #nameView(seating: Seating, person: Kept): TemplateResult {
    const isBeside = seating.own !== null && besideOf(seating, seating.own)?.seat === person.seat;
    return html`<p class="name" part="name">
      <b><bdi>${person.name}</bdi></b>
      <span>${sentenceOf(seating, person.seat)}</span>
      ${isBeside ? this.#host.t('picker.you-beside') : nothing}
    </p>`;
  }

  /** Renders the elements over the grid's cells. */
  overlayView(snapshot: PickerSnapshot): TemplateResult {
    const hint = IS_MAC ? 'picker.wheel-mac' : 'picker.wheel';
    return html`${this.#tooltipView(snapshot)}
    ${
      this.#hintTimer === undefined
        ? nothing
        : html`<p class="hint" part="hint" aria-hidden="true">${this.#host.t(hint)}</p>`
    }`;
  }

  /** Returns the seat that has a tooltip, and the kind of the tooltip. */
  #tooltip(snapshot: PickerSnapshot): { seat: number; kind: '' | 'focus' | 'yours' } | null {
    if (this.map.pitch < NEAR) return null;
    const { seat, offered, isFocusSeen } = snapshot;
    if (this.#hovered !== null) return { seat: this.#hovered, kind: this.#hovered === seat ? 'yours' : '' };
    if (offered !== null || !this.map.isAtRest) return null;
    if (isFocusSeen) return { seat: snapshot.at, kind: 'focus' };
    return seat !== null && !this.map.isNarrow ? { seat, kind: 'yours' } : null;
  }

  #tooltipView(snapshot: PickerSnapshot): TemplateResult | typeof nothing {
    const { seating } = snapshot;
    if (this.#blockTooltipAt && this.map.pitch < NEAR && this.#hoveredBlock >= 0) {
      return html`<p class="tip" part="tip" aria-hidden="true">
        ${blockSentence(seating, this.#hoveredBlock)}
      </p>`;
    }
    const tip = this.#tooltip(snapshot);
    if (!tip) return nothing;
    const state = stateOf(seating, tip.seat);
    const person = state === 'kept' ? snapshot.people.find(({ seat }) => seat === tip.seat) : null;
    const sentence = sentenceOf(seating, tip.seat);
    const line =
      tip.kind === 'focus' && state === 'free' && !besideOf(seating, tip.seat)
        ? this.#host.t('picker.enter-takes')
        : stateLine(seating, tip.seat);
    const [first, second] =
      state === 'yours' ? [line, sentence] : person ? [person.name, `${sentence}`] : [sentence, line];
    return html`<p class="tip ${tip.kind}" part="tip" aria-hidden="true">
      <b><bdi>${first}</bdi></b
      >${second}${person ? html`<br />${line}` : nothing}
    </p>`;
  }

  /** Places the tooltip beside its seat, inside the map; returns its seat and the start of the line to it. */
  #placeTooltip(snapshot: PickerSnapshot): { seat: number; from: Point } | null {
    const element = this.#plate!.querySelector<HTMLElement>('.tip');
    if (!element) return null;
    const { offsetWidth: width, offsetHeight: height } = element;
    const within = (value: number, most: number): number =>
      Math.min(Math.max(8, value), Math.max(8, most - 8));
    const put = (x: number, y: number): Point => {
      const left = within(x, this.map.size.width - width);
      const top = within(y, this.map.size.height - height);
      element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
      return [left, top];
    };
    const tip = this.#tooltip(snapshot);
    if (!tip) {
      if (this.#blockTooltipAt) put(this.#blockTooltipAt[0] + 16, this.#blockTooltipAt[1] - height - 12);
      return null;
    }
    const [x, y] = this.map.placeOf(tip.seat);
    const gap = this.map.pitch * 0.6 + 22;
    const isBelow = tip.kind === 'focus' || y - gap - height < 8;
    const isLeft = tip.kind === 'yours' && !isBelow;
    const [left, top] = put(
      tip.kind === 'focus' ? x - width / 2 : isLeft ? x - width - 12 : x + 12,
      isBelow ? y + gap : y - gap - height,
    );
    if (tip.kind === 'focus') return null;
    const edge = isBelow ? top : top + height;
    return { seat: tip.seat, from: [Math.min(Math.max(x, left + 8), left + width - 8), edge] };
  }

  /** Renders the zoom buttons. "All seats" is on the plate while the map is zoomed. */
  zoomView(): TemplateResult {
    const { t } = this.#host;
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
