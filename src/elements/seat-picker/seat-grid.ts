import type { MessageKey } from '../../i18n/keys.js';
import type { MessageValues } from '../../i18n/translate.js';
import { nearestFreeTo } from '../../venue/find.js';
import { besides, nearestInRow, neighbourOf, type Direction } from '../../venue/neighbours.js';
import { countTaken, isTaken } from '../../venue/occupancy.js';
import { positionOf, rowOf, seatAlong } from '../../venue/layout.js';
import { labelled, placeOf, seatInRow } from '../../venue/seat-code.js';
import type { Venue } from '../../venue/venue.js';
import { seatSentence } from '../seat-sentence.js';

/**
 * What a seat is to the person who looks at it. `unknown`: nobody has said yet whether it is free. `lit`, `unlit`: of an
 * endpoint that only counts, where both can be chosen.
 */
export type SeatState = 'free' | 'taken' | 'kept' | 'yours' | 'unknown' | 'lit' | 'unlit';

/** Somebody whose seat is kept. */
export interface KeptPerson {
  readonly seat: number;
  readonly name: string;
}

/** Everything that words about seats are made of. */
export interface Seating {
  readonly venue: Venue;
  /** Kept seats included. */
  readonly taken: Uint8Array;
  readonly kept: readonly KeptPerson[];
  readonly own: number | null;
  /** Lit seats are people, and cannot be chosen; false where the endpoint only counts. */
  readonly claimed: boolean;
  /** A seat that is not taken is free; false while only taken ones are known. */
  readonly known: boolean;
  t(key: MessageKey, values?: MessageValues): string;
  /** A figure as the language of the words writes it. */
  figure(value: number): string;
}

export interface Cell {
  readonly seat: number;
  readonly part: string;
  readonly label: string;
  readonly tabindex: 0 | -1;
  readonly column: number;
  readonly selected: boolean;
  readonly disabled: boolean;
}

export interface GridRow {
  readonly row: number;
  readonly index: number;
  /** "Row 8": else the names of all its cells would be its own. */
  readonly label: string;
  readonly cells: readonly Cell[];
}

export interface Grid {
  readonly label: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: readonly GridRow[];
}

/** Cells on each side of the focused one: a bounded piece of the block stands in the tree, whatever its size. */
const REACH = 8;

export function stateOf({ taken, kept, own, claimed, known }: Seating, seat: number): SeatState {
  if (seat === own) return 'yours';
  if (kept.some((person) => person.seat === seat)) return 'kept';
  const hasBit = isTaken(taken, seat);
  if (!claimed) return hasBit ? 'lit' : 'unlit';
  return hasBit ? 'taken' : known ? 'free' : 'unknown';
}

/** Whether somebody may choose a seat. */
export function mayTake(seating: Seating, seat: number): boolean {
  const state = stateOf(seating, seat);
  return state !== 'taken' && state !== 'kept';
}

/** Whether it can be said of seats that they are free, and how many. */
export function isFreeKnown({ claimed, known }: Seating): boolean {
  return claimed && known;
}

/** Whose kept seat is beside a seat, or null. */
export function besideOf({ venue, kept }: Seating, seat: number): KeptPerson | null {
  const neighbours = besides(venue, seat);
  return kept.find((person) => neighbours.includes(person.seat)) ?? null;
}

/** The sentence of a seat of the venue. */
export function sentenceOf(seating: Seating, seat: number): string {
  return seatSentence(seating, placeOf(seating.venue, seat));
}

/** No seat is free: how many are kept, how many people stand, and how to sign all the same. Up to ten are written as words. */
export function fullText({ kept, t }: Seating, standing = 0): string {
  const { length } = kept;
  const word = t('picker.kept-numbers').split(' ')[length - 1] ?? length;
  return [
    length > 0 ? t('picker.full-kept', { count: length, kept: word }) : t('picker.full'),
    standing > 0 ? t('picker.full-standing', { count: standing }) : '',
    t('picker.full-hint'),
  ]
    .filter((text) => text)
    .join(' ');
}

/** A message about a seat by its state: `picker.<kind>-free`, `-free-beside`, `-taken`, `-kept`, `-yours` ... */
export function about(seating: Seating, kind: 'cell' | 'seat', seat: number, values: MessageValues): string {
  const state = stateOf(seating, seat);
  const person = state === 'kept' ? seating.kept.find((one) => one.seat === seat) : besideOf(seating, seat);
  if (state === 'unknown' || state === 'lit' || state === 'unlit') {
    const where = kind === 'seat' ? seating.t('picker.seat-free', values) : String(values['seat']);
    const text = person ? seating.t('picker.seat-beside', { seat: where, name: person.name }) : where;
    return state === 'unknown' ? seating.t('picker.seat-unknown', { seat: text }) : text;
  }
  const beside = person && (state === 'free' || (state === 'yours' && kind === 'cell')) ? '-beside' : '';
  return seating.t(`picker.${kind}-${state}${beside}` as MessageKey, { ...values, name: person?.name ?? '' });
}

/** "Block 12, row 8, seat 15, free, beside Ales Bialiatski". */
export function seatLabel(seating: Seating, seat: number): string {
  return about(seating, 'cell', seat, { seat: sentenceOf(seating, seat) });
}

/** The state alone, as a line under the sentence: "Free, beside Ales Bialiatski". */
export function stateLine(seating: Seating, seat: number): string {
  const state = stateOf(seating, seat);
  if (state === 'kept')
    return seating.t('picker.kept-for', { name: seating.kept.find((one) => one.seat === seat)!.name });
  const person = besideOf(seating, seat);
  if (state === 'unknown') return seating.t('picker.unknown');
  if (state === 'taken' || !person) return seating.t(`picker.${state}`);
  if (state === 'lit' || state === 'unlit') return seating.t('seat.beside', { name: person.name });
  return seating.t(`picker.${state}-beside`, { name: person.name });
}

/** The rows of cells round the seat `at`: its own row and one on each side, within its block. */
export function seatGrid(seating: Seating, at: number): Grid {
  const { venue, t } = seating;
  const r = rowOf(venue, at);
  const block = venue.blocks[venue.rows[r]!.block]!;
  const lastRow = block.firstRow + block.rowCount - 1;
  const rows: GridRow[] = [];
  let columnCount = 0;
  for (let row = block.firstRow; row <= lastRow; row++)
    columnCount = Math.max(columnCount, venue.rows[row]!.count);
  for (let row = Math.max(block.firstRow, r - 1); row <= Math.min(lastRow, r + 1); row++) {
    const line = venue.rows[row]!;
    const { count } = line;
    // Rows of a curve grow outwards; the same share of each lies behind the other.
    const middle = Math.round((positionOf(venue.rows[r]!, at) / venue.rows[r]!.count) * count);
    const cells: Cell[] = [];
    for (let i = Math.max(0, middle - REACH); i < Math.min(count, middle + REACH + 1); i++)
      cells.push(cellOf(seating, seatAlong(line, i), i, at));
    rows.push({ row, index: row - block.firstRow + 1, label: t('picker.row', { row: line.label }), cells });
  }
  return { label: t('picker.grid', { block: block.label }), rowCount: block.rowCount, columnCount, rows };
}

function cellOf(seating: Seating, seat: number, i: number, at: number): Cell {
  const state = stateOf(seating, seat);
  return {
    seat,
    part: `seat ${state}`,
    label: seatLabel(seating, seat),
    tabindex: seat === at ? 0 : -1,
    column: i + 1,
    selected: state === 'yours',
    disabled: state === 'taken' || state === 'kept',
  };
}

/** How many of the seats `from .. to - 1` may be chosen: free ones, where that is known (`isFreeKnown`). */
export function countFree({ taken, kept, claimed }: Seating, from: number, to: number): number {
  return (
    to -
    from -
    (claimed ? countTaken(taken, from, to) : kept.filter(({ seat }) => seat >= from && seat < to).length)
  );
}

export interface Option {
  readonly value: number;
  readonly text: string;
  readonly disabled: boolean;
}

/** "Block 12, 140 of 320 free"; without figures where nobody knows, or where lit seats are nobody's. */
export function blockSentence(seating: Seating, b: number): string {
  const { label, first, count } = seating.venue.blocks[b]!;
  if (!isFreeKnown(seating)) return seating.t('picker.block', { block: label });
  const free = seating.figure(countFree(seating, first, first + count));
  return seating.t('picker.block-free', { block: label, free, count: seating.figure(count) });
}

/** The blocks, each with what is free in it: the share of a block is text as well, never light alone. */
export function blockOptions(seating: Seating): Option[] {
  return seating.venue.blocks.map((_, value) => ({
    value,
    text: blockSentence(seating, value),
    disabled: false,
  }));
}

/** Of a longer list one types the label: the tree stays small, and nobody goes through a thousand lines. */
const BLOCKS_LISTED = 150;

export function areBlocksListed({ blocks }: Venue): boolean {
  return blocks.length <= BLOCKS_LISTED;
}

/** Where one comes to in a block: the free seat nearest to its middle, else the middle. */
export function middleOf(venue: Venue, blocked: Uint8Array, b: number): number {
  const { firstRow, rowCount } = venue.blocks[b]!;
  const row = venue.rows[firstRow + (rowCount >> 1)]!;
  const middle = seatAlong(row, row.count >> 1);
  const free = nearestFreeTo(venue, blocked, venue.x[middle]!, venue.y[middle]!, 1)[0];
  // The nearest free seat may be in the next block already.
  return free !== undefined && venue.rows[rowOf(venue, free)]!.block === b ? free : middle;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'forward',
  ArrowDown: 'back',
};
const PAGE = 5;

/**
 * Where a key leads from a seat, as in the grid pattern of the ARIA Authoring Practices; null when the key means
 * nothing here. The ice is up, whatever the writing direction: a place is never mirrored.
 */
export function seatByKey(venue: Venue, at: number, key: string, control: boolean): number | null {
  const arrow = ARROWS[key];
  if (arrow) return control ? null : (neighbourOf(venue, at, arrow) ?? at);
  const r = rowOf(venue, at);
  const row = venue.rows[r]!;
  const { firstRow, rowCount } = venue.blocks[row.block]!;
  switch (key) {
    case 'Home':
      return seatAlong(control ? venue.rows[firstRow]! : row, 0);
    case 'End':
      const last = control ? venue.rows[firstRow + rowCount - 1]! : row;
      return seatAlong(last, last.count - 1);
    case 'PageUp':
      return nearestInRow(venue, Math.max(firstRow, r - PAGE), at);
    case 'PageDown':
      return nearestInRow(venue, Math.min(firstRow + rowCount - 1, r + PAGE), at);
    default:
      return null;
  }
}

/** What was typed in the grid, since when, and where one was then. */
export interface Typed {
  readonly text: string;
  readonly from: number;
  /** ms, of the last key. */
  readonly time: number;
}

/** After such a pause, ms, another seat is meant. */
const PAUSE = 1500;
/**
 * What is typed after one more key; null where the key belongs to no code: "-" and "0" begin none, since they zoom, and
 * letters that no block, and no row or seat of the block carries are the page's.
 */
export function typeKey(
  venue: Venue,
  before: Typed | null,
  key: string,
  time: number,
  at: number,
): Typed | null {
  const goesOn = before !== null && time - before.time <= PAUSE;
  if (key === '-' || key === '0' ? !goesOn : !/^\d$/.test(key) && !isOfLabels(venue, key, at)) return null;
  return { text: (goesOn ? before.text : '') + key, from: goesOn ? before.from : at, time };
}

function isOfLabels(venue: Venue, key: string, at: number): boolean {
  if (!/^[\p{L}\p{M}\p{N}]$/u.test(key)) return false;
  const { firstRow, rowCount } = venue.blocks[venue.rows[rowOf(venue, at)]!.block]!;
  const letter = key.toLowerCase();
  const rows = venue.rows.slice(firstRow, firstRow + rowCount);
  return [
    ...[...venue.blocks, ...rows].map(({ label }) => label),
    ...rows.flatMap(({ names }) => names ?? []),
  ].some((label) => label.toLowerCase().includes(letter));
}

/**
 * The seat that a typed code means: "15" is seat 15 of the row one is in, "8-15" of row 8 of the block, "12-8-15" of
 * block 12; upper and lower case are the same. A seat with a name is typed by its name. Null while there is none such, as after "8-".
 */
export function seatByCode(venue: Venue, { text, from }: Typed): number | null {
  const row = venue.rows[rowOf(venue, from)]!;
  const parts = text.split('-');
  const number = parts.pop()!;
  const [rowLabel, blockLabel, rest] = parts.reverse();
  if (rest !== undefined) return null;
  const block =
    blockLabel === undefined ? venue.blocks[row.block] : venue.blocks[labelled(venue.blocks, blockLabel)];
  if (!block) return null;
  const rows = venue.rows.slice(block.firstRow, block.firstRow + block.rowCount);
  const found = rowLabel === undefined ? row : rows[labelled(rows, rowLabel)];
  return found ? seatInRow(found, number) : null;
}
