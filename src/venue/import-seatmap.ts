import { readLabel } from '../model/label.js';
import { makeVenue } from './make-venue.js';
import { overlap } from './overlaps.js';
import { MAX_SEATS } from './read-spec.js';
import { seatCode } from './seat-code.js';
import { readBlocks, type SourceSeat } from './seatmap-file.js';
import { normalisePlaces } from './seatmap-places.js';
import { groupIntoRows } from './seatmap-rows.js';
import { VenueError, type ExplicitSpec, type Spot } from './venue.js';

export interface ImportOptions {
  /** Name of the venue; default: the file's own, else "Imported". */
  readonly name?: string | undefined;
  /** Side of the stage, which row 1 is next to; the formats do not say. Default `top`. */
  readonly stage?: 'top' | 'bottom';
}

/**
 * Converts a seating plan into a venue: the blocks of seatmap-canvas (`{blocks: [{title, seats: [{title, x, y,
 * custom_data}]}]}` or the list of blocks alone), blocks with rows, one list of `seats`, or the zones, rows and
 * seats of pretix. Rows are identified by the names of rows, else by the letters of titles like "B12", else by
 * place. Colours, prices and sales are not imported.
 *
 * `notes` lists every difference from the file. An entry that cannot be read costs that seat, row or block.
 * @throws VenueError one sentence, when no seat is left.
 */
export function importSeatmap(
  json: unknown,
  { name, stage = 'top' }: ImportOptions = {},
): { venue: ExplicitSpec; notes: readonly string[] } {
  const notes: string[] = [];
  const blocks = normalisePlaces(readBlocks(json, notes), notes);
  const capacity = blocks.reduce((sum, { seats }) => sum + seats.length, 0);
  if (capacity === 0)
    throw new VenueError(
      'seatmap: has no seats; give {"blocks": [{"title", "seats": [{"title", "x", "y"}]}]} or {"zones": [...]}.',
    );
  if (capacity > MAX_SEATS)
    throw new VenueError(`seatmap: ${capacity} seats; at most ${MAX_SEATS} are drawn.`);
  const labels = labelsOf(blocks.map(({ title }) => title));
  const given = (json as { name?: unknown } | null)?.name;
  const venue: ExplicitSpec = {
    name: name ?? (typeof given === 'string' && given.trim() !== '' ? given : 'Imported'),
    blocks: blocks.map(({ title, seats }, b) => {
      const label = labels[b]!;
      if (label !== title) notes.push(`Block "${title}" has the label ${label}.`);
      return { label, rows: rowsOf(label, seats, stage, notes) };
    }),
  };
  const made = makeVenue(venue);
  const pair = overlap(made);
  if (pair) notes.push(`${seatCode(made, pair[0])} lies on ${seatCode(made, pair[1])}; move one of them.`);
  return { venue, notes };
}

type Line = ExplicitSpec['blocks'][number]['rows'][number];

function rowsOf(
  block: string,
  seats: readonly SourceSeat[],
  stage: 'top' | 'bottom',
  notes: string[],
): Line[] {
  const rows = groupIntoRows(block, seats, stage, notes);
  if (rows.every(({ title }) => title === ''))
    notes.push(
      `Block ${block}: rows have no names; by place there are ${rows.length}, numbered from the stage.`,
    );
  const labels = labelsOf(rows.map(({ title }) => title));
  return rows.map(({ title, seats: own }, r) => {
    const label = labels[r]!;
    if (title !== '' && label !== title) notes.push(`Block ${block}: row "${title}" has the label ${label}.`);
    const numbers = own.map((seat) => seatNumberFrom(seat.title, title));
    const isNumbered = numbers.every((number) => number !== null);
    const isWide = rangeOf(own.map(({ x }) => x)) >= rangeOf(own.map(({ y }) => y));
    const order = [...own.keys()].sort((one, other) =>
      isNumbered
        ? numbers[one]! - numbers[other]!
        : isWide
          ? own[one]!.x - own[other]!.x
          : own[one]!.y - own[other]!.y,
    );
    const line = { label, seats: order.map((seat): Spot => [own[seat]!.x, own[seat]!.y]) };
    if (order.every((seat, i) => (isNumbered ? numbers[seat] === i + 1 : own[seat]!.title === '')))
      return line;
    const printed = order.map((seat) => (isNumbered ? String(numbers[seat]) : own[seat]!.title));
    const names = labelsOf(printed, true);
    names.forEach((name, i) => {
      if (name !== printed[i])
        notes.push(`Block ${block}, row ${label}: seat "${own[order[i]!]!.title}" has the name ${name}.`);
    });
    return { ...line, names };
  });
}

function rangeOf(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
}

/**
 * Returns the number printed on a seat, alone or after letters or the name of its row; null when something else is
 * printed.
 */
function seatNumberFrom(title: string, row: string): number | null {
  const rest =
    row !== '' && title.startsWith(row) && /^[\s-]/.test(title.slice(row.length))
      ? title.slice(row.length)
      : title;
  const [, letters = '', digits] = /^(\p{L}{0,3})[\s-]*([1-9]\d{0,6})$/u.exec(rest.trim()) ?? [];
  // Letters other than the row's are part of the printed name.
  return digits === undefined || (letters !== '' && letters !== row) ? null : Number(digits);
}

/** Returns a unique label for each title. Titles that are valid labels keep them, whatever precedes them. */
function labelsOf(titles: readonly string[], isPrinted = false): string[] {
  const seen = new Set<string>();
  const own = titles.map((title) => {
    const label = isPrinted || !title.includes(' ') ? readLabel(title) : null;
    if (label === null || seen.has(label)) return null;
    seen.add(label);
    return label;
  });
  return titles.map((title, i) => {
    // Duplicates get distinct names: 7 and 7x2.
    const twice = isPrinted && title.length <= 9 ? readLabel(title) : null;
    return own[i] ?? labelFromTitle(title, twice ?? String(i + 1), seen, isPrinted);
  });
}

/**
 * Returns an unused label for a title: the title itself, its last word ("Block 12", except on a seat), or what
 * remains of it.
 */
function labelFromTitle(title: string, otherwise: string, seen: Set<string>, isPrinted = false): string {
  const words = title.match(/[\p{L}\p{N}\p{M}\p{Join_C}]+/gu) ?? [];
  const candidates = [
    isPrinted || words.length === 1 ? title : '',
    words.length === 1 ? words[0]! : '',
    isPrinted ? '' : /\d/.test(words.at(-1) ?? '') || words.at(-1)?.length === 1 ? words.at(-1)! : '',
    title,
    words.join(' '),
    [...words.join('')].slice(0, 12).join(''),
    otherwise,
  ];
  let label = candidates.map(readLabel).find((text) => text !== null && !seen.has(text)) ?? '';
  for (let i = 2; label === '' || seen.has(label); i++) label = `${otherwise}x${i}`;
  seen.add(label);
  return label;
}
