import type { CampaignDocument } from '../model/campaign.js';
import type { SeatDescription } from '../venue/describe.js';
import type { Venue } from '../venue/venue.js';
import type { CampaignRuntime } from './runtime.js';
import type * as Seats from './seats/seat-rules.js';
import { areClaimed, areSeatsKnown, mayChoose, type NewerSeats } from './state.js';

/** Keeps the seats of a campaign true to its document, its count and its occupancy. */
export class SeatsSync {
  /** Loaded when a document has a venue. */
  #rules: typeof Seats | null = null;
  /** The count that the lit seats show, where the endpoint only counts. */
  #lit: { venue: Venue; signatures: number } | null = null;
  /** A chosen seat that the browser or the page put back, until the seats have been read. */
  #restoredSeat: number | null = null;

  constructor(
    private readonly runtime: CampaignRuntime,
    /** The seat of the open submission, whose answer may have been lost. */
    private readonly openSeat: () => number | null,
  ) {}

  get rules(): typeof Seats | null {
    return this.#rules;
  }

  /** Builds the venue of a document, if it has one; a script that does not load must not take the petition along. */
  async build(document: CampaignDocument): Promise<Seats.Built | null> {
    const { venue } = document;
    if (!venue) return null;
    try {
      this.#rules ??= await import('./seats/seat-rules.js');
      return await this.#rules.buildVenue(venue, document, this.runtime.state);
    } catch {
      return {
        venue: null,
        problem: { path: 'venue', value: null, message: 'cannot be shown: its script did not load' },
      };
    }
  }

  /** Shows the venue of the document that is shown already. */
  show(built: Seats.Built): void {
    const { dispatch, warn } = this.runtime;
    if (!built.venue) {
      warn(built.problem);
      return dispatch({ type: 'venue-failed', problem: built.problem });
    }
    const { problems } = built;
    warn(...problems);
    dispatch({ type: 'venue-built', problems, ...built.renew(this.runtime.state) });
  }

  /** The seats of a newer document; null where it has none. */
  renew(built: Seats.Built | null): NewerSeats | null {
    return built?.venue ? built.renew(this.runtime.state) : null;
  }

  /** Lights are laid out around the kept seats, which a newer document may have moved. */
  relight(): void {
    if (!this.#lit) return this.guard();
    this.#lit = null;
    this.countRead(this.runtime.state.count?.signatures ?? 0);
  }

  /** The occupancy of which nothing but the kept seats is known; null without a venue. */
  forgotten(): Uint8Array | null {
    this.#lit = null;
    const { venue, kept } = this.runtime.state;
    return venue && this.#rules ? this.#rules.keptOnly(venue, kept) : null;
  }

  /** Lights as many seats as there are signatures, where the count is all that is known of them. A lit seat is nobody's. */
  countRead(signatures: number): void {
    const { state, petition, dispatch } = this.runtime;
    const { venue, kept } = state;
    if (!this.#rules || !venue || areClaimed(state)) return this.guard();
    if (this.#lit?.venue === venue && this.#lit.signatures === signatures) return;
    this.#lit = { venue, signatures };
    dispatch({ type: 'seats-derived', taken: this.#rules.seatsFor(venue, petition, kept, signatures) });
  }

  /** Drops what was lit for a count, which is no occupancy, and what is not published any longer. */
  forgetUnpublished(): void {
    const { state, dispatch } = this.runtime;
    if (!this.#lit && !(state.count?.signatures === null && state.takenRevision >= 0)) return;
    const taken = this.forgotten();
    if (taken) dispatch({ type: 'seats-forgotten', taken });
  }

  /** Offers seats near the chosen one when another signer has it. Never while sending or after signing. */
  guard(): void {
    const { state, dispatch } = this.runtime;
    const { seat, taken, venue, kept, takenRevision } = state;
    const isRestored = !!seat && seat.seat === this.#restoredSeat;
    if (takenRevision > 0) this.#restoredSeat = null;
    if (!seat || !taken || !venue || !this.#rules || !mayChoose(state) || !areSeatsKnown(state)) return;
    if (this.#rules.isFree(taken, seat.seat)) return;
    // The answer to a submission was lost: the one who took the seat may be this signer, and the same must be sent again.
    if (this.openSeat() === seat.seat) return;
    if (isRestored) return dispatch({ type: 'seat-chosen', seat: null });
    dispatch({ type: 'seat-lost', near: this.#rules.offers(venue, kept, taken, seat.seat) });
  }

  /** Chooses a seat if it is free; null gives the seat up. Returns true if a seat was chosen. */
  choose(
    seat: number | null,
    { isRestored, isChosen }: { isRestored?: boolean; isChosen?: boolean },
  ): boolean {
    const { state, dispatch } = this.runtime;
    const { venue, kept, taken } = state;
    this.#restoredSeat = isRestored ? seat : null;
    const chosen = isChosen && { isChosen };
    if (seat === null) {
      dispatch({ type: 'seat-chosen', seat: null, ...chosen });
      return false;
    }
    if (!venue || !this.#rules) return false;
    const description = this.describe(seat);
    // Where seats are nobody's, only a kept one is not to be had.
    const isOpen = areClaimed(state)
      ? !taken || this.#rules.isFree(taken, seat)
      : kept.every((other) => other.seat !== seat);
    if (!description || !isOpen) return false;
    dispatch({ type: 'seat-chosen', seat: description, ...chosen });
    return true;
  }

  /** The words for a seat; null without a venue, or when the venue has none such. */
  describe(seat: number): SeatDescription | null {
    const { venue, kept } = this.runtime.state;
    return venue && this.#rules ? this.#rules.describeSeat(venue, kept, seat) : null;
  }

  /** Free seats to offer in place of another. While it is not known which are free, only the endpoint (`near`) can offer any. */
  offers(seat: number | null, near: readonly number[] | null): readonly SeatDescription[] {
    const { state } = this.runtime;
    const { venue, kept, taken } = state;
    const mayOffer = near !== null || areSeatsKnown(state);
    if (!venue || !this.#rules || !taken || seat === null || !mayOffer) return [];
    return this.#rules.offers(venue, kept, taken, seat, near);
  }
}
