import { MAX_SEATS, shown } from './read-spec.js';
import { VenueError, type ExplicitSpec, type Spot } from './venue.js';

/** One seat of a seatmap-canvas file, as far as it is read. */
interface SourceSeat {
  readonly title: string;
  /** `custom_data.row`, where it is given. */
  readonly row: string | null;
  readonly x: number;
  readonly y: number;
}

export interface ImportOptions {
  /** Of the venue; default "Imported". */
  readonly name?: string;
  /** On which side the stage lies, so that row 1 is the one next to it; the format does not say. Default `top`. */
  readonly stage?: 'top' | 'bottom';
}

/**
 * Makes a venue of the data of seatmap-canvas: `{blocks: [{title, seats: [{title, x, y, custom_data}]}]}`, or the list of
 * blocks alone. That format has no rows: they are told by `custom_data.row`, else by the letters of titles like "B12",
 * else by the height at which seats lie. Colours, prices, notes and what is sold stay behind.
 *
 * `notes` says what became of labels that cannot stay as they are: labels have 1 to 12 letters or digits, and a seat's
 * number is its position in its row.
 * @throws VenueError one sentence: the place, the wrong value, what is expected.
 */
export function importSeatmap(
  json: unknown,
  { name = 'Imported', stage = 'top' }: ImportOptions = {},
): { venue: ExplicitSpec; notes: readonly string[] } {
  const given = Array.isArray(json) ? json : (json as { blocks?: unknown } | null)?.blocks;
  if (!Array.isArray(given) || given.length === 0)
    throw new VenueError(
      'seatmap: has no blocks; give {"blocks": [{"title", "seats": [{"title", "x", "y"}]}]}.',
    );
  const notes: string[] = [];
  const labels = new Set<string>();
  let capacity = 0;
  const blocks = given.map((block: { title?: unknown; id?: unknown; seats?: unknown } | null, b) => {
    const where = `blocks[${b}]`;
    if (!Array.isArray(block?.seats) || block.seats.length === 0)
      throw new VenueError(
        `seatmap: ${where}.seats: ${shown(block?.seats)}; a block needs at least one seat.`,
      );
    capacity += block.seats.length;
    if (capacity > MAX_SEATS)
      throw new VenueError(`seatmap: more than ${MAX_SEATS} seats; that is more than is drawn.`);
    const title = String(block.title ?? block.id ?? '');
    const label = labelOf(title, String(b + 1), labels);
    if (label !== title) notes.push(`Block "${title}" has the label ${label}.`);
    const seats = block.seats.map((seat: unknown, s) => readSeat(seat, `${where}.seats[${s}]`));
    const rowLabels = new Set<string>();
    const rows = intoRows(seats, stage).map(({ title: row, seats: own }, r) => {
      const rowLabel = labelOf(row, String(r + 1), rowLabels);
      if (row !== '' && rowLabel !== row)
        notes.push(`Block ${label}: row "${row}" has the label ${rowLabel}.`);
      const numbers = own.map(({ title: text }) => numberIn(text));
      const isNumbered = numbers.every((number) => number !== null) && new Set(numbers).size === own.length;
      const order = [...own.keys()].sort((one, other) =>
        isNumbered
          ? numbers[one]! - numbers[other]!
          : own[one]!.x - own[other]!.x || own[one]!.y - own[other]!.y,
      );
      if (isNumbered && order.some((seat, i) => numbers[seat] !== i + 1)) {
        const first = order.slice(0, 3).map((seat) => numbers[seat]);
        notes.push(
          `Block ${label}, row ${rowLabel}: seats ${first.join(', ')}${own.length > 3 ? ', ...' : ''} are numbered from 1.`,
        );
      }
      return { label: rowLabel, seats: order.map((seat): Spot => [own[seat]!.x, own[seat]!.y]) };
    });
    return { label, rows };
  });
  return { venue: { name, blocks }, notes };
}

function readSeat(seat: unknown, where: string): SourceSeat {
  const { x, y, title, custom_data: data } = (seat ?? {}) as Record<string, unknown>;
  for (const [axis, value] of [
    ['x', x],
    ['y', y],
  ] as const) {
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw new VenueError(`seatmap: ${where}.${axis}: ${shown(value)} is not a number.`);
  }
  const row = (data as { row?: unknown } | null | undefined)?.row;
  return {
    title: String(title ?? ''),
    row: typeof row === 'string' || typeof row === 'number' ? String(row) : null,
    x: x as number,
    y: y as number,
  };
}

interface SourceRow {
  /** Empty where rows have no names of their own. */
  readonly title: string;
  readonly seats: readonly SourceSeat[];
}

function intoRows(seats: readonly SourceSeat[], stage: 'top' | 'bottom'): SourceRow[] {
  const byName = (nameOf: (seat: SourceSeat) => string | null): SourceRow[] | null => {
    const groups = new Map<string, SourceSeat[]>();
    for (const seat of seats) {
      const own = nameOf(seat);
      if (own === null || own === '') return null;
      const group = groups.get(own);
      if (group) group.push(seat);
      else groups.set(own, [seat]);
    }
    return [...groups].map(([title, group]) => ({ title, seats: group }));
  };
  const rows =
    byName(({ row }) => row) ??
    byName(({ title }) => /^\s*(\p{L}{1,3})[\s-]*\d+\s*$/u.exec(title)?.[1] ?? null) ??
    byHeight(seats);
  const height = ({ seats: own }: SourceRow): number => own.reduce((sum, { y }) => sum + y, 0) / own.length;
  const down = stage === 'top' ? 1 : -1;
  return rows.sort((one, other) => (height(one) - height(other)) * down);
}

/** Seats that lie at the same height, give or take less than half the way from seat to seat. */
function byHeight(seats: readonly SourceSeat[]): SourceRow[] {
  const steps = seats
    .slice(1)
    .map(({ x, y }, i) => Math.hypot(x - seats[i]!.x, y - seats[i]!.y))
    .sort((a, b) => a - b);
  const slack = 0.4 * (steps[steps.length >> 1] ?? 0);
  const rows: { title: string; seats: SourceSeat[] }[] = [];
  let start = -Infinity;
  for (const seat of [...seats].sort((a, b) => a.y - b.y)) {
    if (rows.length === 0 || seat.y - start > slack) {
      rows.push({ title: '', seats: [] });
      start = seat.y;
    }
    rows.at(-1)!.seats.push(seat);
  }
  return rows;
}

function numberIn(title: string): number | null {
  const digits = /(\d{1,7})\s*$/.exec(title)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A label of 1 to 12 letters or digits, unlike those before: the title itself, the last word of it ("Block 12"), or what is left of it. */
function labelOf(title: string, otherwise: string, seen: Set<string>): string {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  const candidates = [
    words.length === 1 ? words[0]! : '',
    /\d/.test(words.at(-1) ?? '') || words.at(-1)?.length === 1 ? words.at(-1)! : '',
    words.join('').slice(0, 12),
    otherwise,
  ];
  let label = candidates.find((text) => text !== '' && text.length <= 12 && !seen.has(text)) ?? '';
  for (let i = 2; label === '' || seen.has(label); i++) label = `${otherwise}x${i}`;
  seen.add(label);
  return label;
}
