import { html, nothing, type TemplateResult } from 'lit';
import { findBeside, nearestFreeTo } from '../../venue/find.js';
import { seatWidth } from './map/camera.js';
import { INITIAL_GESTURE_STATE, recognise, type GestureState, type PointerSample } from './map/gestures.js';
import { NEAR, portraitSize } from './map/scene.js';
import type { SeatMap } from './map/seat-map.js';
import type { Point } from './map/viewport.js';
import type { MapHost } from './map-host.js';
import type { MapTooltip } from './map-tooltip.js';
import type { PickerSnapshot } from './picker-host.js';
import { blockedSeats, fullText, mayTake } from './seat-grid.js';

/** Distance at which a finger still presses a seat, px. */
const FINGER_REACH_PX = 24;
/** Time for which the hint about the wheel is visible, ms. */
const HINT_MS = 2400;
const IS_MAC = /mac/i.test(globalThis.navigator?.platform ?? '');

const SAMPLE_TYPES: Readonly<Record<string, PointerSample['type']>> = {
  pointerdown: 'down',
  pointermove: 'move',
  pointerup: 'up',
  pointercancel: 'cancel',
};

/** Mouse, fingers and wheel on the map: what they mean, and what they do. */
export class MapPointer {
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

  constructor(
    private readonly host: MapHost,
    private readonly map: SeatMap,
    private readonly tooltip: MapTooltip,
  ) {}

  connect(): void {
    visualViewport?.addEventListener('resize', this.#onViewportResize);
  }

  disconnect(): void {
    visualViewport?.removeEventListener('resize', this.#onViewportResize);
    this.#gestureState = INITIAL_GESTURE_STATE;
    clearTimeout(this.#hintTimer);
    this.#hintTimer = undefined;
  }

  get isMagnified(): boolean {
    return this.#isMagnified;
  }

  /** Renders the area that takes events; the seats below it are only painted. */
  view({ seating }: PickerSnapshot): TemplateResult {
    const { seat } = this.tooltip;
    const isOnSeat = seat !== null && mayTake(seating, seat);
    return html`<div
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
    ></div>`;
  }

  /** Renders the hint about the wheel, for a moment. */
  hintView(): TemplateResult | typeof nothing {
    const hint = IS_MAC ? 'picker.wheel-mac' : 'picker.wheel';
    return this.#hintTimer === undefined
      ? nothing
      : html`<p class="hint" part="hint" aria-hidden="true">${this.host.t(hint)}</p>`;
  }

  readonly #pointer = (event: PointerEvent): void => {
    const { pointerId: id, pointerType, timeStamp: time, button, buttons } = event;
    const { venue } = this.map;
    let type = SAMPLE_TYPES[event.type];
    if (!venue || !type || (type === 'down' && button !== 0)) return;
    const isMouse = pointerType === 'mouse';
    const isHeld = this.#gestureState.fingers.some((finger) => finger.id === id);
    const at = this.map.mapPointOf(event);
    if (type === 'move' && !isHeld) {
      if (pointerType !== 'touch') this.tooltip.hover(venue, at);
      return;
    }
    // The button was released outside the window.
    if (type === 'move' && isMouse && buttons === 0) type = 'cancel';
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
    const { isZoomed, camera } = this.map;
    const mode = { isZoomed, isGliding: camera.motion.type === 'glide' };
    const [state, gesture] = recognise(this.#gestureState, { type, id, at, time, isMouse }, mode);
    this.#gestureState = state;
    if (isMouse && state.isDragging && !wasDragging) (event.currentTarget as Element).setPointerCapture(id);
    switch (gesture?.type) {
      case 'grab':
        return this.map.stopMotion();
      case 'move':
        return this.map.move(gesture.from, gesture.to, gesture.factor);
      case 'tap':
        this.#recognisedTap = gesture;
        return;
      case 'release':
        this.host.redraw();
        this.map.release(gesture.velocity);
    }
  };

  /** A press that stopped the scrolling page is not a click, and chooses nothing. */
  readonly #click = (): void => {
    const tap = this.#recognisedTap;
    this.#recognisedTap = null;
    const snapshot = this.host.snapshot();
    if (!tap || !snapshot) return;
    if (tap.isDouble) this.#doubleTap(snapshot, tap.at);
    else this.#tap(snapshot, tap.at);
  };

  #tap({ seating }: PickerSnapshot, point: Point): void {
    const { venue } = seating;
    const width = seatWidth(this.map.camera);
    this.#hasTapMovedMap = width < NEAR;
    if (!this.#hasTapMovedMap) {
      const near = (reach: number, accept?: (seat: number) => boolean): number | null =>
        this.map.seatNear(point, reach, accept);
      // A seat that is large enough to be pressed is the one that is meant, also when it is taken.
      const meant = width >= FINGER_REACH_PX ? near(0.6 * width) : null;
      const seat = meant ?? near(FINGER_REACH_PX, (one) => mayTake(seating, one)) ?? near(FINGER_REACH_PX);
      this.host.dispatch({ type: 'press', seat });
      return;
    }
    const person = seating.kept.find(({ seat }) => {
      const [x, y] = this.map.placeOf(seat);
      const radius = portraitSize(width, this.map.isNarrow) / 2;
      return Math.hypot(x - point[0], y - point[1]) <= radius;
    });
    const blocked = blockedSeats(seating);
    const seat = person
      ? findBeside(venue, blocked, [person.seat])
      : (nearestFreeTo(venue, blocked, ...this.map.venuePointOf(point), 1)[0] ?? null);
    if (seat === null) this.host.announce(fullText(seating));
    else this.host.dispatch({ type: 'offer', seat });
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

  /** A press on the map must not move the focus. */
  readonly #keepFocus = (event: Event): void => event.preventDefault();

  readonly #pointerLeave = (): void => {
    this.tooltip.clear();
    this.host.redraw();
  };

  readonly #onViewportResize = (): void => {
    const isMagnified = (visualViewport?.scale ?? 1) > 1.01;
    if (isMagnified === this.#isMagnified) return;
    this.#isMagnified = isMagnified;
    this.host.redraw();
  };

  readonly #wheel = (event: WheelEvent): void => {
    if (!this.map.venue) return;
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
    if (!wasShown) this.host.redraw();
  }

  #hideHint(): void {
    if (this.#hintTimer === undefined) return;
    clearTimeout(this.#hintTimer);
    this.#hintTimer = undefined;
    this.host.redraw();
  }
}
