import { rowOf, isSeat } from './layout.js';
import type { Venue } from './venue.js';

/** Where a seat is, in the words written on the blocks and rows. */
export interface SeatPlace {
  block: string;
  row: string;
  /** The seat's number in its row, from 1. */
  number: number;
}

/** The labels of a seat. `seat` must be of this venue. */
export function placeOf(venue: Venue, seat: number): SeatPlace {
  const row = venue.rows[rowOf(venue, seat)]!;
  return { block: venue.blocks[row.block]!.label, row: row.label, number: seat - row.first + 1 };
}

/** The code of a seat, `block-row-number` ("12-8-15"), the same in all languages. */
export function seatCode(venue: Venue, seat: number): string {
  const { block, row, number } = placeOf(venue, seat);
  return `${block}-${row}-${number}`;
}

/** The labels in a code, whether or not a venue has such a seat; null when it is no code. */
export function placeInCode(code: string): SeatPlace | null {
  const [block, row, number, rest] = code.trim().split('-');
  return block && row && /^[1-9]\d{0,6}$/.test(number ?? '') && rest === undefined
    ? { block, row, number: Number(number) }
    : null;
}

/** The seat of a code, or null when the venue has none such. */
export function seatFromCode(venue: Venue, code: string): number | null {
  const place = placeInCode(code);
  return place && seatAt(venue, place.block, place.row, place.number);
}

/** The seat with these labels, or null. */
export function seatAt(venue: Venue, block: string, row: string, number: number): number | null {
  const found = venue.blocks.find((candidate) => candidate.label === block);
  if (!found) return null;
  for (let r = found.firstRow; r < found.firstRow + found.rowCount; r++) {
    const { label, first, count } = venue.rows[r]!;
    if (label === row)
      return number >= 1 && number <= count && isSeat(venue, first + number - 1) ? first + number - 1 : null;
  }
  return null;
}
