import { leadTo } from '../base/lead-to.js';
import {
  cursorOf,
  INITIAL_CHOICE,
  reduceChoice,
  reduceGridKey,
  reduceKey,
  type SeatChoice,
  type ChoiceContext,
  type ChoiceEffect,
  type ChoiceEvent,
} from './choice.js';
import type { MapHost } from './map-host.js';
import { PickerFocus, seatOfEvent, type FocusHost } from './picker-focus.js';
import type { ViewHost } from './views/view-model.js';

/** Interface of the picker to its choice: the seats, and what a step of it asks for. */
export interface ChoiceHost extends FocusHost {
  /** Returns the seats; null while there is no venue. */
  context(): ChoiceContext | null;
  redraw(): void;
  announce(text: string): void;
  /** Selects a seat; false where the page forbids it. */
  select(seat: number): boolean;
}

/** The choice of a picker: holds the value, and does what its steps ask for. */
export class ChoiceStore {
  /** The current choice. */
  value: SeatChoice = INITIAL_CHOICE;

  readonly #focus: PickerFocus;

  constructor(private readonly host: ChoiceHost) {
    this.#focus = new PickerFocus(host);
  }

  /** The seat of the grid's cursor: where it is computed, it stays, whoever takes a seat then. */
  get cursor(): number {
    const context = this.host.context();
    const cursor = context ? cursorOf(this.value, context) : 0;
    if (context && this.value.cursor === null) this.value = { ...this.value, cursor };
    return cursor;
  }

  dispatch(event: ChoiceEvent): void {
    const context = this.host.context();
    if (context) this.#follow(reduceChoice(this.value, event, context));
  }

  /** Everything by which the signer chooses. */
  readonly actions = {
    dispatch: (event) => this.dispatch(event),
    acceptSeat: (seat, form) => {
      this.dispatch({ type: 'choose', seat });
      if (form && this.host.context()?.seat === seat) leadTo(form);
      // The button disappears with the card.
      else this.#focus.toSeat(seat);
    },
    focusBlocks: () => this.#focus.move({ in: 'blocks' }),
    onKey: (event) => this.#onKey(event),
    grid: {
      onKey: (event) => {
        const context = this.host.context();
        if (event.altKey || event.metaKey || !context) return;
        const step = reduceGridKey(this.value, event, context);
        if (!step) return;
        this.#follow(step);
        event.preventDefault();
      },
      onClick: (event) => {
        const seat = seatOfEvent(event);
        if (seat !== null) this.dispatch({ type: 'choose', seat });
      },
      onFocus: (event) => {
        const seat = this.#focus.isFollowing ? null : seatOfEvent(event);
        if (seat === null) return;
        this.dispatch({ type: 'focus', seat, isSeen: (event.target as Element).matches(':focus-visible') });
        void this.#focus.showCell(seat);
      },
      onBlur: () => this.dispatch({ type: 'blur' }),
    },
  } satisfies Partial<ViewHost & MapHost>;

  /** Handles a key anywhere in the picker. Lists and fields handle their own keys, but for Escape. */
  #onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey, target, defaultPrevented } = event;
    const context = this.host.context();
    const isField = (target as Element).matches('select, input');
    const isPlain = !ctrlKey && !altKey && !metaKey && !defaultPrevented;
    const isOurs = isPlain && context && (!isField || key === 'Escape');
    const step = isOurs ? reduceKey(this.value, event, context) : null;
    if (step) this.#follow(step);
    else {
      this.dispatch({ type: 'other-key' });
      if (!isPlain || isField || !this.#zoom(key)) return;
    }
    event.preventDefault();
  }

  /** Zooms the map by a key; false where the key does not. */
  #zoom(key: string): boolean {
    const view = this.host.mapView();
    if (!view?.map.canPaint || !/^[+=0-]$/.test(key)) return false;
    if (key === '0') view.map.showWhole();
    else view.zoomBy(key === '-' ? 0.5 : 2);
    return true;
  }

  #follow([choice, effects]: readonly [SeatChoice, readonly ChoiceEffect[]]): void {
    this.value = choice;
    this.host.redraw();
    for (const effect of effects) this.#perform(effect);
  }

  #perform(effect: ChoiceEffect): void {
    switch (effect.type) {
      case 'select':
        if (this.host.select(effect.seat)) this.host.announce(effect.announcement);
        return;
      case 'announce':
        return this.host.announce(effect.text);
      case 'show':
        return this.#show(effect);
      case 'focus':
        return this.#focus.move(effect.target);
    }
  }

  #show({ seat, how }: Extract<ChoiceEffect, { type: 'show' }>): void {
    const map = this.host.mapView()?.map;
    if (seat === null) map?.showWhole();
    else if (how !== 'reveal') void ((how === 'fly' || map?.isPainted) && map?.flyToSeat(seat));
    else if (map?.canPaint) void this.host.reveal(seat);
  }
}
