import { labelsInCode } from '../model/label.js';
import { rowOf } from './layout.js';
import type { Row, Venue } from './venue.js';

/** The place of a seat, by the labels on the blocks, rows and seats. */
export interface SeatPlace {
  block: string;
  row: string;
  /** The seat's number in its row, from 1; the printed name if the row names its seats. */
  number: number | string;
}

/** Returns the name or number on a seat of a row: its name, else its number from 1. */
export function numberOf({ names, first }: Row, seat: number): number | string {
  return names ? names[seat - first]! : seat - first + 1;
}

/** Returns the labels of a seat. `seat` must be in this venue. */
export function placeOf(venue: Venue, seat: number): SeatPlace {
  const row = venue.rows[rowOf(venue, seat)]!;
  return { block: venue.blocks[row.block]!.label, row: row.label, number: numberOf(row, seat) };
}

/** Returns the code of a seat, `block-row-number` ("12-8-15", "A-3-15b"), the same in all languages. */
export function seatCode(venue: Venue, seat: number): string {
  const { block, row, number } = placeOf(venue, seat);
  return `${block}-${row}-${number}`;
}

/** Returns the labels in a code, whether or not a venue has such a seat; null when it is not a code. */
export function placeInCode(code: string): SeatPlace | null {
  const labels = labelsInCode(code);
  if (!labels) return null;
  const [block, row, number] = labels;
  return { block, row, number };
}

/** Returns the seat of a code, or null when the venue does not have it. */
export function seatFromCode(venue: Venue, code: string): number | null {
  const place = placeInCode(code);
  return place && seatAt(venue, place.block, place.row, place.number);
}

/** Returns the seat with these labels, or null. */
export function seatAt(venue: Venue, block: string, row: string, number: number | string): number | null {
  const found = venue.blocks[labelled(venue.blocks, block)];
  if (!found) return null;
  const rows = venue.rows.slice(found.firstRow, found.firstRow + found.rowCount);
  const line = rows[labelled(rows, row)];
  return line ? seatInRow(line, String(number)) : null;
}

/** Returns the seat of a row with this number or name, or null. */
export function seatInRow({ first, count, names }: Row, text: string): number | null {
  if (names) {
    const at = indexOfLabel(names, text);
    return at < 0 ? null : first + at;
  }
  const digits = folded(text);
  const number = /^[1-9]\d{0,6}$/.test(digits) ? Number(digits) : 0;
  return number >= 1 && number <= count ? first + number - 1 : null;
}

/** Returns the index of the block or row with a label; -1 when there is none. */
export function labelled(things: readonly { readonly label: string }[], text: string): number {
  return indexOfLabel(
    things.map(({ label }) => label),
    text,
  );
}

/** Finds the exact label, else the only one that differs just in case, form and spaces; -1 for none or several. */
function indexOfLabel(labels: readonly string[], text: string): number {
  const exact = labels.indexOf(text);
  if (exact >= 0) return exact;
  const wanted = folded(text);
  const alike = labels.flatMap((label, i) => (folded(label) === wanted ? [i] : []));
  return alike.length === 1 ? alike[0]! : -1;
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Join_C}]/gu, '')
    .normalize('NFKC');
}
