import { crc32 } from './crc32.js';
import { mix32 } from './mix32.js';
import { emptyOccupancy, setTaken } from './occupancy.js';

/**
 * Derives the lit seats from a count, when the endpoint only counts (docs/protocol.md, Derived). A lit seat belongs
 * to nobody.
 */

const DIGIT = 11;
const DIGITS = 2 ** DIGIT;

/**
 * Returns the seats of a petition's venue in the order in which they light up: all except the kept ones, by their
 * hash, the same for everybody who reads the same campaign. A radix sort: a million seats take some tens of
 * milliseconds.
 */
export function derivedOrder(capacity: number, petition: string, kept: readonly number[]): Uint32Array {
  const seed = crc32(petition);
  const isKept = new Set(kept);
  let seats = new Uint32Array(capacity);
  let found = 0;
  for (let seat = 0; seat < capacity; seat++) if (!isKept.has(seat)) seats[found++] = seat;
  seats = seats.subarray(0, found);
  let keys = seats.map((seat) => mix32(seat ^ seed));
  let nextSeats = new Uint32Array(found);
  let nextKeys = new Uint32Array(found);
  const starts = new Uint32Array(DIGITS + 1);
  for (let shift = 0; shift < 32; shift += DIGIT) {
    starts.fill(0);
    for (let i = 0; i < found; i++) starts[((keys[i]! >>> shift) & (DIGITS - 1)) + 1]!++;
    for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!;
    for (let i = 0; i < found; i++) {
      const at = starts[(keys[i]! >>> shift) & (DIGITS - 1)]!++;
      nextSeats[at] = seats[i]!;
      nextKeys[at] = keys[i]!;
    }
    [seats, nextSeats] = [nextSeats, seats];
    [keys, nextKeys] = [nextKeys, keys];
  }
  return seats;
}

let last: { key: string; order: Uint32Array } | null = null;

/**
 * Returns the occupancy bits for a number of people: the first seats of the order, and the kept ones. The order is
 * calculated once per campaign.
 */
export function derivedSeats(
  capacity: number,
  petition: string,
  kept: readonly number[],
  count: number,
): Uint8Array {
  const key = `${capacity} ${petition} ${kept.join()}`;
  if (last?.key !== key) last = { key, order: derivedOrder(capacity, petition, kept) };
  const taken = emptyOccupancy(capacity);
  for (const seat of kept) setTaken(taken, seat, true);
  const { order } = last;
  for (let i = 0; i < order.length && i < count; i++) setTaken(taken, order[i]!, true);
  return taken;
}
