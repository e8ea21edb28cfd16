import type { Campaign } from '../../campaign/campaign.js';
import { areClaimed, areSeatsKnown, mayChoose } from '../../campaign/state.js';
import { PetitionSeatSelectEvent } from '../../events.js';
import { describeSeat, type SeatDescription } from '../../venue/describe.js';
import { findBeside } from '../../venue/find.js';
import { emptyOccupancy, setTaken } from '../../venue/occupancy.js';

/** Finds and chooses a seat beside a person; loaded at the press on that button. */

/**
 * Chooses a free seat beside the one kept for a story, or the nearest to it, after `petition-seat-select` was
 * dispatched on `from` and not cancelled. Returns the chosen seat; null if the page cancelled it, or no seat is free.
 */
export async function sitBeside(
  campaign: Campaign,
  story: number,
  from: EventTarget,
): Promise<SeatDescription | null> {
  const unwatch = campaign.watchSeats();
  try {
    // Before the seats have loaded, the chosen one might be taken.
    if (!areSeatsKnown(campaign.state)) await campaign.refresh();
    const { venue, kept, taken } = campaign.state;
    const own = kept.find((one) => one.story === story);
    if (!venue || !taken || !own || !mayChoose(campaign.state)) return null;
    // A lit seat that belongs to nobody can be chosen.
    const blocked = areClaimed(campaign.state) ? taken : emptyOccupancy(venue.capacity);
    if (blocked !== taken) for (const one of kept) setTaken(blocked, one.seat, true);
    const seat = findBeside(venue, blocked, [own.seat]);
    const place = seat === null ? null : describeSeat(venue, kept, seat);
    if (!place) return null;
    const { petition } = campaign;
    const goesOn = from.dispatchEvent(
      new PetitionSeatSelectEvent({ petition, seat: place.seat, code: place.code }),
    );
    if (!goesOn) return null;
    await campaign.request({ type: 'seat-select', seat: place.seat, isChosen: true });
    return campaign.state.seat?.seat === place.seat ? place : null;
  } finally {
    unwatch();
  }
}
