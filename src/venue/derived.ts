import { crc32 } from './crc32.js';
import { mix32 } from './mix32.js';
import { emptyOccupancy, setTaken } from './occupancy.js';

/** Seats that are lit for a count, where the endpoint only counts (docs/protocol.md, Derived). A lit one is nobody's. */

const DIGIT = 11;
const DIGITS = 2 ** DIGIT;

/**
 * The seats of a petition's venue in the order in which they light up: all that are not kept, by their hash, the same
 * for everybody who reads the same campaign. Sorted by digits, so that a million take some tens of milliseconds.
 */
export function derivedOrder(capacity: number, petition: string, kept: readonly number[]): Uint32Array {
  const seed = crc32(petition);
  const isKept = new Set(kept);
  let seats = Uint32Array.from({ length: capacity }, (_, seat) => seat);
  if (kept.length > 0) seats = seats.filter((seat) => !isKept.has(seat));
  let sorted = new Uint32Array(seats.length);
  for (let shift = 0; shift < 32; shift += DIGIT) {
    const starts = new Uint32Array(DIGITS + 1);
    const digitOf = (seat: number): number => (mix32(seat ^ seed) >>> shift) & (DIGITS - 1);
    for (const seat of seats) starts[digitOf(seat) + 1]!++;
    for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!;
    for (const seat of seats) sorted[starts[digitOf(seat)]!++] = seat;
    [seats, sorted] = [sorted, seats];
  }
  return seats;
}

let last: { key: string; order: Uint32Array } | null = null;

/** Occupancy bits of so many people: the first of the order, and the kept seats. The order is made once for a campaign. */
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
  for (const seat of last.order.subarray(0, Math.max(0, count))) setTaken(taken, seat, true);
  return taken;
}
