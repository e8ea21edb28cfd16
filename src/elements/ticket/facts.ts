import type { CampaignState } from '../../campaign/state.js';
import { besides } from '../../venue/neighbours.js';
import { isTaken } from '../../venue/occupancy.js';
import { placeInCode, placeOf, seatCode, seatFromCode, type SeatPlace } from '../../venue/seat-code.js';
import type { Venue } from '../../venue/venue.js';
import type { Kept } from '../seats/kept.js';

/** A free seat beside the signer's, to invite another person to. */
export interface NextSeat {
  readonly seat: number;
  readonly place: SeatPlace;
  readonly code: string;
}

/** The facts a ticket is drawn from. */
export interface TicketFacts {
  readonly venue: Venue | null;
  readonly seat: number | null;
  readonly place: SeatPlace | null;
  /** True while the seat of a signature is held until the signer answers an email. */
  readonly isPending: boolean;
  /** True where the signer chose the seat but the endpoint does not guarantee that it is theirs alone. */
  readonly isChosen: boolean;
  readonly beside: Kept | null;
  readonly kept: readonly Kept[];
  /** One bit per seat, set where it is taken; null while unknown. */
  readonly taken: Uint8Array | null;
  readonly next: NextSeat | null;
}

/** The sources of the facts: the element's own attributes, which take precedence, and the state of its campaign. */
export interface TicketSources
  extends Pick<TicketFacts, 'venue' | 'kept' | 'taken'>, Pick<CampaignState, 'signing'> {
  /** The attributes. */
  readonly own: { readonly seat: string | null; readonly standing: boolean };
  /** The seat that the signer chose. */
  readonly chosen: CampaignState['seat'];
  /** True where the endpoint guarantees that a seat is one signer's alone. */
  readonly claimed: boolean;
}

/** Returns the facts of a ticket; null while there is none. */
export function readFacts(sources: TicketSources): TicketFacts | null {
  const { own, venue, signing, chosen, claimed } = sources;
  if (own.seat) return factsOf(sources, venue && seatFromCode(venue, own.seat), placeInCode(own.seat));
  if (own.standing) return factsOf(sources, null, null);
  switch (signing.outcome) {
    case 'signed':
    case 'pending': {
      const { place, receipt, outcome } = signing;
      // A seat that the venue does not have: the ticket can show neither a seat nor a signature without one.
      if (receipt.seat !== null && !place) return null;
      return factsOf(sources, place?.seat ?? null, place, outcome === 'pending', !claimed);
    }
    // The endpoint's decision about the chosen seat cannot be read.
    case 'assumed':
      return factsOf(sources, chosen?.seat ?? null, chosen, false, true);
    default:
      return null;
  }
}

function factsOf(
  { venue, kept, taken }: TicketSources,
  seat: number | null,
  place: SeatPlace | null,
  isPending = false,
  isChosen = false,
): TicketFacts {
  const near = venue && seat !== null ? besides(venue, seat) : [];
  const isKept = (one: number): boolean => kept.some((person) => person.seat === one);
  const free = near.find((one) => !isKept(one) && (isChosen || (taken !== null && !isTaken(taken, one))));
  return {
    venue,
    seat,
    place: venue && seat !== null ? placeOf(venue, seat) : place,
    isPending,
    isChosen: isChosen && place !== null,
    beside: kept.find((person) => near.includes(person.seat)) ?? null,
    kept,
    taken,
    next:
      venue && free !== undefined
        ? { seat: free, place: placeOf(venue, free), code: seatCode(venue, free) }
        : null,
  };
}
