import type { Problem } from '../model/problem.js';
import type { CampaignDocument } from '../model/campaign.js';
import { derivedSeats } from '../venue/derived.js';
import { describeSeat, type SeatDescription } from '../venue/describe.js';
import { nearestFree } from '../venue/find.js';
import { keptSeats, type KeptSeat } from '../venue/kept.js';
import { loadVenue } from '../venue/load-venue.js';
import { applyOccupancy, decodeOccupancy, emptyOccupancy, isTaken, setTaken } from '../venue/occupancy.js';
import { overlap } from '../venue/overlaps.js';
import { seatCode } from '../venue/seat-code.js';
import { VenueError, type Venue } from '../venue/venue.js';

/** What a campaign knows of its seats; loaded only when the document has a venue. */

/** The document's venue with the kept seats marked taken, or what is wrong with it. */
type Built =
  | { venue: Venue; kept: readonly KeptSeat[]; taken: Uint8Array; problems: readonly Problem[] }
  | { venue: null; problem: Problem };

/** Builds the document's venue. Rejects where the script of its generator does not load. */
export async function buildVenue(document: CampaignDocument): Promise<Built> {
  let venue: Venue;
  try {
    venue = await loadVenue(document.venue!);
  } catch (error) {
    if (!(error instanceof VenueError)) throw error;
    return { venue: null, problem: { path: '', value: null, message: error.message } };
  }
  const { kept, problems } = keptSeats(venue, document.stories);
  const taken = emptyOccupancy(venue.capacity);
  for (const { seat } of kept) setTaken(taken, seat, true);
  return { venue, kept, taken, problems: [...overlapOf(venue), ...problems] };
}

/** Seats of the author's own that lie on each other; the generators' never do. */
function overlapOf(venue: Venue): Problem[] {
  const pair = venue.kind === 'custom' ? overlap(venue) : null;
  if (!pair) return [];
  const [value, other] = pair.map((seat) => seatCode(venue, seat));
  return [
    {
      path: 'venue.blocks',
      value: value!,
      message: `lies on ${other}, nearer than half the way between neighbours; move one of them, so that both can be hit`,
    },
  ];
}

/** The occupancy that stands for a count. */
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

/**
 * The occupancy after a message: full -> replaced; delta on the revision that is known -> applied; `null` when the
 * message does not build on what is known, so that all of it must be read.
 * @throws OccupancyError when the bytes are not what the protocol allows
 */
export function applySeats(
  venue: Venue,
  known: { taken: Uint8Array; revision: number },
  bytes: Uint8Array,
): { taken: Uint8Array; revision: number } | null {
  const message = decodeOccupancy(bytes, venue);
  if (message.kind === 'delta' && message.base !== known.revision) return null;
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
