import { besides } from './neighbours.js';
import { isSeat } from './layout.js';
import { placeOf, type SeatPlace } from './seat-code.js';
import type { KeptSeat } from './kept.js';
import type { Venue } from './venue.js';

/** A seat as data for a sentence: its place, and the person beside it. */
export interface SeatDescription extends SeatPlace {
  seat: number;
  /** "12-8-15" */
  code: string;
  /** Index of the story whose kept seat is beside it, or null. */
  beside: number | null;
}

/** Describes a seat; null when the venue does not have it. */
export function describeSeat(venue: Venue, kept: readonly KeptSeat[], seat: number): SeatDescription | null {
  if (!isSeat(venue, seat)) return null;
  const place = placeOf(venue, seat);
  const neighbours = besides(venue, seat);
  const beside = kept.find((other) => neighbours.includes(other.seat))?.story ?? null;
  return { seat, code: `${place.block}-${place.row}-${place.number}`, ...place, beside };
}
