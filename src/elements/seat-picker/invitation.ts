import type { Campaign } from '../../campaign/campaign.js';
import { nearestFree } from '../../venue/find.js';
import { seatFromCode } from '../../venue/seat-code.js';
import { seatInHash } from '../seats/seat-link.js';
import type { InvitedSeat } from './choice.js';
import { blockedSeats, mayTake, type Seating } from './seat-grid.js';

/**
 * The seat that the page's URL invites to, as in `#petition-seat=12-8-16`. Each URL is read once. Only the seat's code is
 * read from it, and it is not sent anywhere.
 */
export class Invitation {
  #hash = '';
  /** The code of a seat that waits to be offered. */
  #code: string | null = null;
  #stopWatching: (() => void) | null = null;

  /** `onInvitation`: called when the URL invites to a seat, also later in the same page. */
  constructor(private readonly onInvitation: () => void) {}

  connect(): void {
    window.addEventListener('hashchange', this.#read);
    this.#read();
  }

  disconnect(): void {
    window.removeEventListener('hashchange', this.#read);
    this.#watch(null);
  }

  readonly #read = (): void => {
    if (location.hash === this.#hash) return;
    this.#hash = location.hash;
    this.#code = seatInHash(this.#hash);
    if (this.#code !== null) this.onInvitation();
  };

  #watch(campaign: Campaign | null): void {
    if (campaign) this.#stopWatching ??= campaign.watchSeats();
    else {
      this.#stopWatching?.();
      this.#stopWatching = null;
    }
  }

  /**
   * Returns the seat to offer: the named one, else the nearest free one (`isOther`); `full` where no seat is free; null
   * where none is to be offered. The invitation is closed after that. `undecided`: the campaign that is yet to report which
   * seats are taken; until then the invitation stays open.
   */
  answer(seating: Seating, undecided: Campaign | null): InvitedSeat | 'full' | null {
    const code = this.#code;
    if (code === null) return null;
    this.#watch(undecided);
    if (undecided) return null;
    this.#code = null;
    const { venue } = seating;
    const wanted = seatFromCode(venue, code);
    if (wanted === null) return null;
    if (mayTake(seating, wanted)) return { seat: wanted, isOther: false };
    const seat = nearestFree(venue, blockedSeats(seating), wanted, 1)[0];
    return seat === undefined ? 'full' : { seat, isOther: true };
  }
}
