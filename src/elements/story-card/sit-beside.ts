import type { Campaign } from '../../campaign/campaign.js';
import { areClaimed, areSeatsKnown, mayChoose } from '../../campaign/state.js';
import { PetitionSeatSelectEvent } from '../../events.js';
import { describeSeat, type SeatDescription } from '../../venue/describe.js';
import { findBeside } from '../../venue/find.js';
import { emptyOccupancy, setTaken } from '../../venue/occupancy.js';

/** What knows neighbours; loaded when somebody wants to sit beside the person of a story. */

/**
 * Chooses a free seat beside the one kept for a story, or the nearest to it, after `petition-seat-select` was fired on
 * `from` and not cancelled. Returns the seat as it was chosen; null where the page decided otherwise, or none is free.
 */
export async function sitBeside(
  campaign: Campaign,
  story: number,
  from: EventTarget,
): Promise<SeatDescription | null> {
  const unwatch = campaign.watchSeats();
  try {
    // Whoever presses before the seats are read would be given one that may be taken.
    if (!areSeatsKnown(campaign.state)) await campaign.refresh();
    const { venue, kept, taken } = campaign.state;
    const own = kept.find((one) => one.story === story);
    if (!venue || !taken || !own || !mayChoose(campaign.state)) return null;
    // A lit seat that is nobody's can be chosen.
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
