import { nearestFree } from '../../venue/find.js';
import { seatFromCode } from '../../venue/seat-code.js';
import { seatInHash } from '../seats/seat-link.js';
import { mayTake, type Seating } from './seat-grid.js';

/**
 * The seat that the page's URL invites to, as in `#petition-seat=12-8-16`. Each URL is read once. Only the seat's code is
 * read from it, and it is not sent anywhere.
 */
export class Invitation {
  readonly #onInvitation: () => void;
  #hash = '';
  #code: string | null = null;

  /** `onInvitation`: called when the URL invites to a seat, also later in the same page. */
  constructor(onInvitation: () => void) {
    this.#onInvitation = onInvitation;
  }

  /** True while a seat waits to be offered, until it is known which seats are taken. */
  get isOpen(): boolean {
    return this.#code !== null;
  }

  connect(): void {
    window.addEventListener('hashchange', this.#read);
    this.#read();
  }

  disconnect(): void {
    window.removeEventListener('hashchange', this.#read);
  }

  readonly #read = (): void => {
    if (location.hash === this.#hash) return;
    this.#hash = location.hash;
    this.#code = seatInHash(this.#hash);
    if (this.isOpen) this.#onInvitation();
  };

  /**
   * Returns the seat to offer: the named one, else the nearest free one (`isOther`); `full` where no seat is free; null
   * where no seat has this code. The invitation is closed after that. `blocked`: one bit per seat, set where it may not be
   * offered.
   */
  answer(seating: Seating, blocked: Uint8Array): { seat: number; isOther: boolean } | 'full' | null {
    const { venue } = seating;
    const wanted = seatFromCode(venue, this.#code!);
    this.#code = null;
    if (wanted === null) return null;
    if (mayTake(seating, wanted)) return { seat: wanted, isOther: false };
    const seat = nearestFree(venue, blocked, wanted, 1)[0];
    return seat === undefined ? 'full' : { seat, isOther: true };
  }
}
