import type { ReadyCall, SeatsCall } from '../../model/endpoint.js';
import { decodeSeatList } from '../../transport/declared/decode.js';
import type { TransportReply } from '../../transport/send.js';
import type { KeptSeat } from '../../venue/kept.js';
import { isSeat } from '../../venue/layout.js';
import { countTaken, decodeOccupancy, emptyOccupancy, setTaken } from '../../venue/occupancy.js';
import { seatFromCode } from '../../venue/seat-code.js';
import type { Venue } from '../../venue/venue.js';

/** The most pages a list of seats is read in. */
const MAX_PAGES = 400;

/**
 * Reads the taken seats of an endpoint that is described by data, kept ones included, and counts the signers in them.
 * `ask`: requests a page, from 0.
 * @throws when they cannot be read
 */
export async function readDescribedSeats(
  seats: ReadyCall<SeatsCall>,
  venue: Venue,
  kept: readonly KeptSeat[],
  ask: (page: number) => Promise<TransportReply>,
): Promise<{ taken: Uint8Array; signers: number }> {
  const taken = emptyOccupancy(venue.capacity);
  if (seats.format === 'occupancy') {
    const reply = await ask(0);
    const message = reply.status === 200 ? decodeOccupancy(reply.bytes, venue) : null;
    if (message?.kind !== 'full') throw new Error(`seats: status ${reply.status}`);
    taken.set(message.taken);
  } else {
    const size = seats.pages ? Number(seats.pages.size) : Infinity;
    let [entries, found] = [0, 0];
    for (let page = 0; ; page++) {
      // Seats of the pages that are missing would count as free.
      if (page === MAX_PAGES) throw new Error('seats: a list without an end');
      const list = decodeSeatList(seats, await ask(page));
      if (!list) throw new Error('seats: no list');
      for (const one of list) {
        const seat = typeof one === 'number' ? one : seatFromCode(venue, one);
        entries++;
        if (seat === null || !isSeat(venue, seat)) continue;
        setTaken(taken, seat, true);
        found++;
      }
      if (list.length < size) break;
    }
    // Unknown seats are left out; a list of nothing else is about something else.
    if (entries > 0 && found === 0) throw new Error('seats: none of the venue');
  }
  for (const { seat } of kept) setTaken(taken, seat, true);
  return { taken, signers: Math.max(0, countTaken(taken, 0, venue.capacity) - kept.length) };
}
