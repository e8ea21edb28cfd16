import { newlyTaken } from '../../venue/occupancy.js';
import type { SeatMap } from './map/seat-map.js';
import { keptAt } from './seat-grid.js';
import type { SeatingChange } from './seating-model.js';

const ANNOUNCE_ARRIVALS_MS = 60_000;

/** Seats taken since the last announcement, and the time of that announcement, ms since the page was opened. */
export interface ArrivalCount {
  readonly waiting: number;
  readonly announcedAt: number;
}

export const NO_ARRIVALS: ArrivalCount = { waiting: 0, announcedAt: 0 };

/** Counts arrivals; returns also the number to announce, 0 for none. The first ones are not announced: the signer has just come. */
export function countArrivals(
  { waiting, announcedAt }: ArrivalCount,
  added: number,
  now: number,
): [ArrivalCount, number] {
  const total = waiting + added;
  if (total === 0 || now - announcedAt <= ANNOUNCE_ARRIVALS_MS) return [{ waiting: total, announcedAt }, 0];
  return [{ waiting: 0, announcedAt: now }, announcedAt > 0 ? total : 0];
}

/** The arrivals of a picker: seats that others take light up one after another, as long as the eye can follow. */
export class ArrivalAnnouncer {
  #count = NO_ARRIVALS;

  /** Shows newly taken seats on a painted map; returns the text to announce, or an empty one. */
  show(map: SeatMap, before: Uint8Array, { seating, arePeople }: SeatingChange): string {
    const { taken, own, t } = seating;
    const { seats, isOnlyMore } = newlyTaken(before, taken);
    if (isOnlyMore && seats.length === 0) return '';
    const others = seats.filter((seat) => seat !== own && !keptAt(seating, seat));
    if (isOnlyMore) map.lightUp(others);
    else map.repaint();
    if (!arePeople) return '';
    map.animateArrivals(others);
    const [count, announced] = countArrivals(this.#count, others.length, performance.now());
    this.#count = count;
    return announced > 0 ? t('picker.arrived', { count: announced }) : '';
  }
}
