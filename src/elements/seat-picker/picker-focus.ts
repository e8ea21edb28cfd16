import type { ReactiveElement } from 'lit';
import type { ChoiceFocus } from './choice.js';
import type { SeatMapView } from './map-view.js';

/** Interface of the picker to its focus. */
export interface FocusHost {
  readonly element: ReactiveElement;
  reveal(seat: number): Promise<unknown>;
  mapView(): SeatMapView | null;
}

/** Returns the seat of the cell that an event came from; null elsewhere. */
export function seatOfEvent({ target }: Event): number | null {
  const cell = (target as Element).closest<HTMLElement>('.cell');
  return cell && Number(cell.dataset['seat']);
}

/** The focus inside a picker: moves it to what a choice names. */
export class PickerFocus {
  /** True while the focus is moved by a choice, and not by the signer. */
  isFollowing = false;

  constructor(private readonly host: FocusHost) {}

  /** Focuses the cell of a seat after the next render, which may make it. */
  toSeat(seat: number): void {
    void this.host.element.updateComplete.then(() => this.#focus(`[data-seat="${seat}"]`));
  }

  #focus(selector: string): void {
    this.#find(selector)?.focus({ preventScroll: true });
  }

  move(target: ChoiceFocus): void {
    switch (target.in) {
      case 'menu':
        return this.#find('.beside > button')?.focus();
      case 'blocks':
        return this.#find('.where :is(select, input)')?.focus();
      case 'card':
        void this.host.reveal(target.seat).then(() => {
          // A person who is typing elsewhere on the page keeps the focus there.
          if (!document.activeElement || document.activeElement === document.body)
            this.#focus('.sheet button');
        });
        return;
      case 'grid':
        return this.#moveToCell(target.seat, target.follows);
    }
  }

  #find(selector: string): HTMLElement | null {
    return this.host.element.renderRoot.querySelector<HTMLElement>(selector);
  }

  #moveToCell(seat: number, follows: boolean): void {
    const { element } = this.host;
    if (follows && !element.shadowRoot?.activeElement?.matches('.cell')) return;
    void element.updateComplete.then(() => {
      this.isFollowing = follows;
      this.#focus(`[data-seat="${seat}"]`);
      this.isFollowing = false;
      // At the end of a row the focus stays, and the page may have scrolled.
      if (!follows) void this.showCell(seat);
    });
  }

  /** Scrolls the focused seat into view in the window too, with its ring and the text below it. */
  async showCell(seat: number): Promise<void> {
    await this.host.mapView()?.flyToSeat(seat);
    this.#find('.cell:focus')?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }
}
