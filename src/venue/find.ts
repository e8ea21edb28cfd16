import { positionOf, rowOf, seatAlong } from './layout.js';
import { isTaken } from './occupancy.js';
import { areNear, besides } from './neighbours.js';
import type { Row, Venue } from './venue.js';

/**
 * Returns the free seats nearest to a seat by straight distance, ties by lower number; at most `limit`, none when
 * the venue is full.
 */
export function nearestFree(venue: Venue, taken: Uint8Array, seat: number, limit = 8): number[] {
  return nearestFreeTo(venue, taken, venue.x[seat]!, venue.y[seat]!, limit, seat);
}

/** Like `nearestFree`, from any point in venue units. */
export function nearestFreeTo(
  venue: Venue,
  taken: Uint8Array,
  px: number,
  py: number,
  limit: number,
  except = -1,
): number[] {
  // A short sorted list is cheaper than sorting every seat: one pass, whatever the capacity.
  const best: { seat: number; d: number }[] = [];
  if (limit < 1) return [];
  for (let seat = 0; seat < venue.capacity; seat++) {
    if (seat === except || isTaken(taken, seat)) continue;
    const d = (venue.x[seat]! - px) ** 2 + (venue.y[seat]! - py) ** 2;
    if (best.length === limit && d >= best[limit - 1]!.d) continue;
    let at = best.length;
    while (at > 0 && best[at - 1]!.d > d) at--;
    best.splice(at, 0, { seat, d });
    if (best.length > limit) best.pop();
  }
  return best.map(({ seat }) => seat);
}

/**
 * Checks whether two adjacent positions along a row exist, and their seats are beside each other, not across an
 * aisle.
 */
function areBeside(venue: Venue, row: Row, a: number, b: number): boolean {
  return (
    Math.min(a, b) >= 0 && Math.max(a, b) < row.count && areNear(venue, seatAlong(row, a), seatAlong(row, b))
  );
}

/**
 * The neighbour beyond an end of a run of free seats that is about to be given: a person, an edge, one free seat
 * that would be left between others, or several free ones.
 */
type RunEnd = 'somebody' | 'edge' | 'single' | 'free';

function endOf(venue: Venue, taken: Uint8Array, row: Row, position: number, step: 1 | -1): RunEnd {
  const next = position + step;
  if (!areBeside(venue, row, position, next)) return 'edge';
  if (isTaken(taken, seatAlong(row, next))) return 'somebody';
  const after = next + step;
  return !areBeside(venue, row, next, after) || isTaken(taken, seatAlong(row, after)) ? 'single' : 'free';
}

/**
 * Ranks a run in one row, from position `first` to `last`, 0 the best: first beside somebody, then without leaving
 * a seat alone.
 */
function rankOf(venue: Venue, taken: Uint8Array, row: Row, first: number, last: number): number {
  const before = endOf(venue, taken, row, first, -1);
  const after = endOf(venue, taken, row, last, 1);
  return (
    (before === 'somebody' || after === 'somebody' ? 0 : 4) +
    (before === 'single' ? 1 : 0) +
    (after === 'single' ? 1 : 0)
  );
}

function rowRank(venue: Venue, taken: Uint8Array, seat: number): number {
  const row = venue.rows[rowOf(venue, seat)]!;
  const position = positionOf(row, seat);
  return rankOf(venue, taken, row, position, position);
}

/**
 * Finds a free seat directly beside one of these seats, in their order, and of two the one that leaves no single
 * free seat alone; else the free seat nearest to the first of them; null when the venue is full.
 */
export function findBeside(venue: Venue, taken: Uint8Array, seats: readonly number[]): number | null {
  for (const seat of seats) {
    const free = besides(venue, seat).filter((other) => !isTaken(taken, other));
    if (free.length > 0)
      return free.reduce((best, other) =>
        rowRank(venue, taken, other) < rowRank(venue, taken, best) ? other : best,
      );
  }
  return seats[0] === undefined ? null : (nearestFree(venue, taken, seats[0], 1)[0] ?? null);
}

/**
 * Finds a good free seat for a signer who has no preference: directly beside a kept seat, in their order; else
 * beside somebody and nearest to the first kept one (without any, to the middle of the venue), preferably without
 * leaving a single free seat alone; a seat without neighbours only when nobody sits beside a free one; null when
 * the venue is full. `taken` includes the kept seats.
 */
export function findSeat(venue: Venue, taken: Uint8Array, kept: readonly number[]): number | null {
  return findTogether(venue, taken, kept, 1)?.[0] ?? null;
}

/**
 * Finds `count` free seats side by side, with the same preferences as `findSeat`. The first is the signer's own:
 * beside the kept seat, else nearest to the preferred place; the others follow along the row. Null when no row has
 * that many. One pass over the seats, whatever the capacity.
 * @param count 1 or more.
 */
export function findTogether(
  venue: Venue,
  taken: Uint8Array,
  kept: readonly number[],
  count: number,
): number[] | null {
  if (!Number.isInteger(count) || count < 1) return null;
  const { left, right, top, bottom } = venue.bounds;
  const anchor = kept[0];
  const px = anchor === undefined ? (left + right) / 2 : venue.x[anchor]!;
  const py = anchor === undefined ? (top + bottom) / 2 : venue.y[anchor]!;
  const squaredFromAnchor = (seat: number): number => (venue.x[seat]! - px) ** 2 + (venue.y[seat]! - py) ** 2;
  /** Priority of each kept seat. */
  const order = new Map(kept.map((seat, i) => [seat, i]));
  const preferenceOf = (row: Row, end: number, beyond: number): number => {
    if (order.size === 0 || !areBeside(venue, row, end, beyond)) return Infinity;
    const seat = seatAlong(row, beyond);
    return isTaken(taken, seat) ? (order.get(seat) ?? Infinity) : Infinity;
  };
  let best: {
    wished: number;
    rank: number;
    d: number;
    row: Row;
    places: [from: number, to: number];
  } | null = null;
  for (const row of venue.rows) {
    // Length of the free run that ends here.
    let run = 0;
    for (let last = 0; last < row.count; last++) {
      run = isTaken(taken, seatAlong(row, last))
        ? 0
        : run > 0 && areBeside(venue, row, last - 1, last)
          ? run + 1
          : 1;
      if (run < count) continue;
      const first = last - count + 1;
      const [low, high] = [preferenceOf(row, first, first - 1), preferenceOf(row, last, last + 1)];
      const wished = Math.min(low, high);
      if (best && wished > best.wished) continue;
      const [atFirst, atLast] = [
        squaredFromAnchor(seatAlong(row, first)),
        squaredFromAnchor(seatAlong(row, last)),
      ];
      const d = Math.min(atFirst, atLast);
      if (best && wished === Infinity && best.rank === 0 && d >= best.d) continue;
      const rank = rankOf(venue, taken, row, first, last);
      const isBetter =
        !best ||
        wished < best.wished ||
        rank < best.rank ||
        // The seat after a kept one is preferred to the one before it, as on a ticket.
        (rank === best.rank && (wished < Infinity ? row !== best.row || first > best.places[0] : d < best.d));
      if (!isBetter) continue;
      const isBackward = low !== high ? high < low : atLast < atFirst;
      best = { wished, rank, d, row, places: isBackward ? [last, first] : [first, last] };
    }
  }
  if (!best) return null;
  const {
    row,
    places: [start, end],
  } = best;
  return new Array<number>(count).fill(0).map((_, i) => seatAlong(row, start + (end > start ? i : -i)));
}
