import type { Problem } from '../../model/problem.js';
import { canonicalJson } from '../../model/canonical.js';
import type { CampaignDocument } from '../../model/campaign.js';
import { entryAt } from '../../model/entry-at.js';
import { derivedSeats } from '../../venue/derived.js';
import { describeSeat, type SeatDescription } from '../../venue/describe.js';
import { nearestFree } from '../../venue/find.js';
import { keptSeats, type KeptSeat } from '../../venue/kept.js';
import { loadVenue } from '../../venue/load-venue.js';
import {
  applyOccupancy,
  decodeOccupancy,
  emptyOccupancy,
  isTaken,
  OccupancyError,
  setTaken,
} from '../../venue/occupancy.js';
import { overlap } from '../../venue/overlaps.js';
import { seatCode, seatFromCode } from '../../venue/seat-code.js';
import { VenueError, type Venue } from '../../venue/venue.js';
import { hasSigned, type CampaignState, type NewerSeats } from '../state.js';

/** The rules of seats; loaded only when the document has a venue. */

/** The document's venue with its kept seats, or what is wrong with it. */
export type Built =
  | {
      venue: Venue;
      kept: readonly KeptSeat[];
      problems: readonly Problem[];
      /** Moves the seats of a state to this venue. */
      renew: (state: CampaignState) => NewerSeats;
    }
  | { venue: null; problem: Problem };

/**
 * Builds the document's venue; `before`: the venue of the document that it takes the place of, which is taken over where it
 * is described alike. Rejects where the script of its generator does not load.
 */
export async function buildVenue(
  spec: NonNullable<CampaignDocument['venue']>,
  { stories }: Pick<CampaignDocument, 'stories'>,
  before: Pick<CampaignState, 'document' | 'venue'>,
): Promise<Built> {
  let venue: Venue;
  try {
    venue =
      before.venue && canonicalJson(before.document?.venue) === canonicalJson(spec)
        ? before.venue
        : await loadVenue(spec);
  } catch (error) {
    if (!(error instanceof VenueError)) throw error;
    return { venue: null, problem: { path: '', value: null, message: error.message } };
  }
  const { kept, problems } = keptSeats(venue, stories);
  return {
    venue,
    kept,
    problems: [...overlapOf(venue), ...problems],
    renew: (state) => renewSeats(state, venue, kept),
  };
}

/**
 * Moves the seats of a state to a newer venue: each seat is found again by its code.
 * A chosen seat that is kept for somebody by now is lost, with others offered in its place; one that the venue lacks is gone.
 */
function renewSeats(state: CampaignState, venue: Venue, kept: readonly KeptSeat[]): NewerSeats {
  const taken = keptOnly(venue, kept);
  if (state.taken && state.venue?.layout === venue.layout)
    state.taken.forEach((bits, i) => (taken[i] = bits | entryAt(taken, i)));
  const again = (place: SeatDescription | null): SeatDescription | null => {
    const seat = place && seatFromCode(venue, place.code);
    return seat === null ? null : describeSeat(venue, kept, seat);
  };
  const all = (places: readonly SeatDescription[]): SeatDescription[] =>
    places.flatMap((place) => again(place) ?? []);
  const { signing, notice } = state;
  const seat = again(state.seat);
  const isLost = seat !== null && !hasSigned(state) && kept.some((other) => other.seat === seat.seat);
  const renewed = isLost
    ? { lost: seat, near: offers(venue, kept, taken, seat.seat) }
    : notice && { lost: again(notice.lost) ?? notice.lost, near: all(notice.near) };
  return {
    venue,
    kept: unlessSame(state.kept, kept),
    taken,
    seat: unlessSame(state.seat, isLost ? null : seat),
    notice: unlessSame(notice, renewed),
    signing: unlessSame(signing, {
      ...signing,
      ...('place' in signing && { place: again(signing.place) }),
      ...('places' in signing && { places: all(signing.places) }),
    }),
  };
}

/** Returns the earlier value if the new one is equal, so that nothing unchanged renders again. */
function unlessSame<T>(before: T, now: T): T {
  return canonicalJson(before) === canonicalJson(now) ? before : now;
}

/** Occupancy bits of the kept seats alone. */
export function keptOnly({ capacity }: Venue, kept: readonly KeptSeat[]): Uint8Array {
  const taken = emptyOccupancy(capacity);
  for (const { seat } of kept) setTaken(taken, seat, true);
  return taken;
}

/** Seats of the author's own that lie on each other; the generators' never do. */
function overlapOf(venue: Venue): Problem[] {
  const pair = venue.kind === 'custom' ? overlap(venue) : null;
  if (!pair) return [];
  return [
    {
      path: 'venue.blocks',
      value: seatCode(venue, pair[0]),
      message: `lies on ${seatCode(venue, pair[1])}, nearer than half the way between neighbours; move one of them, so that both can be hit`,
    },
  ];
}

/** The occupancy that represents a count. */
export function seatsFor(
  { capacity }: Venue,
  petition: string,
  kept: readonly KeptSeat[],
  count: number,
): Uint8Array {
  return derivedSeats(
    capacity,
    petition,
    kept.map(({ seat }) => seat),
    count,
  );
}

/** Revisions by which seats may be ahead of the count that was read before them: an hour of publications at one per second. */
const MAX_LEAD = 3600;

/**
 * The occupancy after a message: full -> replaced; delta on the revision that is known -> applied; `null` when the
 * message does not build on what is known, so that all of it must be read. `published`: the revision of the count.
 * @throws OccupancyError when the bytes are not what the protocol allows, or of a revision that cannot be: once known, it
 *   would keep every later one out
 */
export function applySeats(
  venue: Venue,
  known: { taken: Uint8Array; revision: number },
  bytes: Uint8Array,
  published: number,
): { taken: Uint8Array; revision: number } | null {
  const message = decodeOccupancy(bytes, venue);
  if (message.revision > published + MAX_LEAD)
    throw new OccupancyError(`occupancy: revision ${message.revision}, the count has ${published}`);
  // Base 0 is that of a full message: nothing builds on it.
  if (message.kind === 'delta' && (message.base === 0 || message.base !== known.revision)) return null;
  return { taken: applyOccupancy(message, known.taken), revision: message.revision };
}

export function isFree(taken: Uint8Array, seat: number): boolean {
  return !isTaken(taken, seat);
}

/** Up to three free seats near a seat, described. */
export function offers(
  venue: Venue,
  kept: readonly KeptSeat[],
  taken: Uint8Array,
  seat: number,
  near: readonly number[] | null = null,
): SeatDescription[] {
  const seats = near ? near.filter((other) => isFree(taken, other)) : nearestFree(venue, taken, seat, 3);
  return seats.slice(0, 3).flatMap((other) => describeSeat(venue, kept, other) ?? []);
}

export { describeSeat };
