import { nearestFree } from '../../venue/find.js';
import { seatFromCode } from '../../venue/seat-code.js';
import { seatInHash } from '../seat-link.js';
import { mayTake, type Seating } from './seat-grid.js';

/**
 * The seat that the page's address invites to, as in `#petition-seat=12-8-16`. Each address is read once; only the code of a
 * seat is taken from it, and it goes nowhere.
 */
export class Invitation {
  readonly #came: () => void;
  #hash = '';
  #code: string | null = null;

  /** `came`: called when the address invites to a seat, also later in the same page. */
  constructor(came: () => void) {
    this.#came = came;
  }

  /** Whether a seat is to be offered as soon as it is known which are taken. */
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
    if (this.isOpen) this.#came();
  };

  /**
   * The seat to offer: the one that is named, else the free one nearest to it (`isOther`), `full` where there is none; null
   * where no seat has this code. The invitation is answered by this, and not open any longer. `blocked`: bits of seats that
   * may not be given.
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
