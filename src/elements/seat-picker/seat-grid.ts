import type { MessageKey } from '../../i18n/keys.js';
import type { MessageValues } from '../../i18n/translate.js';
import { nearestFreeTo } from '../../venue/find.js';
import { besides, nearestInRow, neighbourOf, type Direction } from '../../venue/neighbours.js';
import { countTaken, emptyOccupancy, isTaken, setTaken } from '../../venue/occupancy.js';
import { blockAt, centreOf, positionOf, rowOf, rowsIn, rowWith, seatAlong } from '../../venue/layout.js';
import { labelled, placeOf, seatInRow } from '../../venue/seat-code.js';
import type { Venue } from '../../venue/venue.js';
import { seatSentence } from '../base/seat-sentence.js';
import type { Kept } from '../seats/kept.js';

/**
 * State of a seat for the signer. `unknown`: it is not known whether the seat is free. `lit`, `unlit`: of an endpoint that
 * only counts signatures; both can be chosen.
 */
export type SeatState = 'free' | 'taken' | 'kept' | 'yours' | 'unknown' | 'lit' | 'unlit';

/** The data from which texts about seats are formed. */
export interface Seating {
  readonly venue: Venue;
  /** One bit per seat; kept seats included. */
  readonly taken: Uint8Array;
  readonly kept: readonly Kept[];
  readonly own: number | null;
  /** True where a lit seat belongs to a person and cannot be chosen; false where the endpoint only counts. */
  readonly claimed: boolean;
  /** True where a seat that is not taken is free; false while only some of the taken ones are known. */
  readonly known: boolean;
  t(key: MessageKey, values?: MessageValues): string;
  /** Formats a number in the language of the texts. */
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

export interface Grid {
  readonly label: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: readonly {
    readonly row: number;
    readonly index: number;
    /** "Row 8": without it the row's name would be the names of all its cells. */
    readonly label: string;
    readonly cells: readonly Cell[];
  }[];
}

/** Cells on each side of the cursor: the grid renders a bounded part of the block, whatever its size. */
const CELLS_EACH_SIDE = 8;

/** Returns the person for whom a seat is kept, or null. */
export function keptAt({ kept }: Seating, seat: number): Kept | null {
  return kept.find((person) => person.seat === seat) ?? null;
}

export function stateOf(seating: Seating, seat: number): SeatState {
  const { taken, own, claimed, known } = seating;
  if (seat === own) return 'yours';
  if (keptAt(seating, seat)) return 'kept';
  const hasBit = isTaken(taken, seat);
  if (!claimed) return hasBit ? 'lit' : 'unlit';
  return hasBit ? 'taken' : known ? 'free' : 'unknown';
}

/** True when the signer can choose a seat. */
export function mayTake(seating: Seating, seat: number): boolean {
  const state = stateOf(seating, seat);
  return state !== 'taken' && state !== 'kept';
}

/** Returns one bit per seat, set where it may not be taken: taken and kept seats, or only kept ones where lit seats are not people. */
export function blockedSeats({ venue, taken, kept, claimed }: Seating): Uint8Array {
  if (claimed) return taken;
  const bits = emptyOccupancy(venue.capacity);
  for (const { seat } of kept) setTaken(bits, seat, true);
  return bits;
}

/** True when the number of free seats is known. */
export function isFreeKnown({ claimed, known }: Seating): boolean {
  return claimed && known;
}

/** Returns the person whose kept seat is beside a seat, or null. */
export function besideOf({ venue, kept }: Seating, seat: number): Kept | null {
  const neighbours = besides(venue, seat);
  return kept.find((person) => neighbours.includes(person.seat)) ?? null;
}

/** Returns the sentence that names a seat. */
export function sentenceOf(seating: Seating, seat: number): string {
  return seatSentence(seating, placeOf(seating.venue, seat));
}

/** The text of a full venue: how many seats are kept, how many people stand, and how to sign anyway. Numbers up to ten are words. */
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

/** Translates a message about a seat by its state: `picker.<kind>-free`, `-free-beside`, `-taken`, `-kept`, `-yours` ... */
export function about(seating: Seating, kind: 'cell' | 'seat', seat: number, values: MessageValues): string {
  const state = stateOf(seating, seat);
  const person = state === 'kept' ? keptAt(seating, seat) : besideOf(seating, seat);
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
  if (state === 'kept') return seating.t('picker.kept-for', { name: keptAt(seating, seat)?.name ?? '' });
  const person = besideOf(seating, seat);
  if (state === 'unknown') return seating.t('picker.unknown');
  if (state === 'taken' || !person) return seating.t(`picker.${state}`);
  if (state === 'lit' || state === 'unlit') return seating.t('seat.beside', { name: person.name });
  return seating.t(`picker.${state}-beside`, { name: person.name });
}

/** The grid of cells round the seat `at`: its own row and one on each side, within its block. */
export function seatGrid(seating: Seating, at: number): Grid {
  const { venue, t } = seating;
  const own = rowWith(venue, at);
  const block = blockAt(venue, own.block);
  const lines = rowsIn(venue, block);
  const middle = lines.indexOf(own);
  const rows = lines.slice(Math.max(0, middle - 1), middle + 2).map((line) => {
    const { count, label } = line;
    const index = lines.indexOf(line);
    // Rows of a curve grow longer outwards: seats at the same share of their rows are behind each other.
    const nearest = Math.round((positionOf(own, at) / own.count) * count);
    const from = Math.max(0, nearest - CELLS_EACH_SIDE);
    const to = Math.min(count, nearest + CELLS_EACH_SIDE + 1);
    return {
      row: block.firstRow + index,
      index: index + 1,
      label: t('picker.row', { row: label }),
      cells: new Array<number>(to - from)
        .fill(0)
        .map((_, i) => cellOf(seating, seatAlong(line, from + i), from + i, at)),
    };
  });
  const columnCount = Math.max(...lines.map(({ count }) => count));
  return { label: t('picker.grid', { block: block.label }), rowCount: lines.length, columnCount, rows };
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

/** Counts the seats `from .. to - 1` that can be chosen: the free ones, where `isFreeKnown`. */
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

/** "Block 12, 140 of 320 free"; without figures where they are unknown, or where lit seats belong to nobody. */
export function blockSentence(seating: Seating, b: number): string {
  const { label, first, count } = blockAt(seating.venue, b);
  if (!isFreeKnown(seating)) return seating.t('picker.block', { block: label });
  const free = seating.figure(countFree(seating, first, first + count));
  return seating.t('picker.block-free', { block: label, free, count: seating.figure(count) });
}

/** Caches a value that is made from nothing but the seating: counting and naming its seats takes longer than a render. */
function perSeating<Value>(make: (seating: Seating) => Value): (seating: Seating) => Value {
  const values = new WeakMap<Seating, Value>();
  return (seating) => {
    const value = values.get(seating) ?? make(seating);
    values.set(seating, value);
    return value;
  };
}

/** Number of seats that can be chosen. */
export const freeSeats = perSeating((seating) => countFree(seating, 0, seating.venue.capacity));

/** Options for the blocks, each with its number of free seats, so that it is available as text and not only as light. */
export const blockOptions = perSeating((seating): readonly Option[] =>
  seating.venue.blocks.map((_, value) => ({
    value,
    text: blockSentence(seating, value),
    disabled: false,
  })),
);

/** Maximum length of the list of blocks. In a larger venue the signer types the label: the tree stays small. */
const MAX_BLOCKS_LISTED = 150;

export function areBlocksListed({ blocks }: Venue): boolean {
  return blocks.length <= MAX_BLOCKS_LISTED;
}

/** The seat that choosing a block leads to: the free one nearest to its middle, else the middle. */
export function middleOf(seating: Seating, b: number): number {
  const { venue } = seating;
  const rows = rowsIn(venue, blockAt(venue, b));
  const row = rows[rows.length >> 1] ?? rows[0];
  const middle = seatAlong(row, row.count >> 1);
  const free = nearestFreeTo(venue, blockedSeats(seating), ...centreOf(venue, middle), 1)[0];
  // The nearest free seat may be in the next block already.
  return free !== undefined && rowWith(venue, free).block === b ? free : middle;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'forward',
  ArrowDown: 'back',
};
const ROWS_PER_PAGE = 5;

/**
 * Returns the seat that a key moves to, as in the grid pattern of the ARIA Authoring Practices; null when the key has no
 * meaning here. The ice is up, whatever the writing direction: a place is never mirrored.
 */
export function seatByKey(venue: Venue, at: number, key: string, control: boolean): number | null {
  const arrow = ARROWS[key];
  if (arrow) return control ? null : (neighbourOf(venue, at, arrow) ?? at);
  const row = rowWith(venue, at);
  const block = blockAt(venue, row.block);
  const rows = rowsIn(venue, block);
  const last = control ? (rows.at(-1) ?? row) : row;
  const r = rowOf(venue, at);
  switch (key) {
    case 'Home':
      return seatAlong(control ? rows[0] : row, 0);
    case 'End':
      return seatAlong(last, last.count - 1);
    case 'PageUp':
      return nearestInRow(venue, Math.max(block.firstRow, r - ROWS_PER_PAGE), at);
    case 'PageDown':
      return nearestInRow(venue, Math.min(block.firstRow + block.rowCount - 1, r + ROWS_PER_PAGE), at);
    default:
      return null;
  }
}

/** Keys typed in the grid so far, the time of the last one, and the seat of the cursor when typing started. */
export interface Typed {
  readonly text: string;
  readonly from: number;
  /** Time of the last key, ms. */
  readonly time: number;
}

/** Pause after which typing starts a new code, ms. */
const TYPING_PAUSE_MS = 1500;
/**
 * Returns the typed code after one more key. Null for a key that belongs to no code and stays with the page: "-" and "0" at
 * the start, since they zoom, and letters that appear in no label of a block, or of the block's rows and seats.
 */
export function addTypedKey(
  venue: Venue,
  before: Typed | null,
  key: string,
  time: number,
  at: number,
): Typed | null {
  const continues = before !== null && time - before.time <= TYPING_PAUSE_MS;
  if (key === '-' || key === '0' ? !continues : !/^\d$/.test(key) && !isOfLabels(venue, key, at)) return null;
  return { text: (continues ? before.text : '') + key, from: continues ? before.from : at, time };
}

function isOfLabels(venue: Venue, key: string, at: number): boolean {
  if (!/^[\p{L}\p{M}\p{N}]$/u.test(key)) return false;
  const rows = rowsIn(venue, blockAt(venue, rowWith(venue, at).block));
  const letter = key.toLowerCase();
  return [
    ...[...venue.blocks, ...rows].map(({ label }) => label),
    ...rows.flatMap(({ names }) => names ?? []),
  ].some((label) => label.toLowerCase().includes(letter));
}

/**
 * Returns the seat for a typed code: "15" is seat 15 of the cursor's row, "8-15" of row 8 of the block, "12-8-15" of
 * block 12; case does not matter. A named seat is typed by its name. Null for a code without a seat, such as "8-".
 */
export function seatByCode(venue: Venue, { text, from }: Typed): number | null {
  const row = rowWith(venue, from);
  const [number = '', rowLabel, blockLabel, rest] = text.split('-').reverse();
  if (rest !== undefined) return null;
  const block =
    blockLabel === undefined ? venue.blocks[row.block] : venue.blocks[labelled(venue.blocks, blockLabel)];
  if (!block) return null;
  const rows = rowsIn(venue, block);
  const found = rowLabel === undefined ? row : rows[labelled(rows, rowLabel)];
  return found ? seatInRow(found, number) : null;
}
