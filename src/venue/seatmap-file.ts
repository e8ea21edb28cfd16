/** Reads the files of seating plans (seatmap-canvas, pretix): blocks and rows of seats, as they are written. Pure. */
import { isObject, type UnknownObject } from '../model/objects.js';
import { formatValue } from './read-spec.js';
import type { Spot } from './venue.js';

/** The properties that are read from one seat of a file. */
export interface SourceSeat {
  readonly title: string;
  /** Name of its row; null when none is given. */
  readonly row: string | null;
  readonly x: number;
  readonly y: number;
}

export interface SourceBlock {
  readonly title: string;
  readonly seats: readonly SourceSeat[];
}

/** Adds a value to those of its group. */
export function addTo<K, T>(groups: Map<K, T[]>, key: K, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** Returns an object as it is, and an empty one in place of anything else. */
function objectIn(value: unknown): UnknownObject {
  return isObject(value) ? value : {};
}

function textContent(...values: unknown[]): string | null {
  const text = values.find(
    (value) => typeof value === 'number' || (typeof value === 'string' && value.trim() !== ''),
  );
  return text === undefined ? null : String(text).trim();
}

/** Returns the entries of a list that are objects; each other one adds a note. */
function entries(list: unknown, where: string, notes: string[]): (readonly [UnknownObject, number])[] {
  if (!Array.isArray(list)) {
    notes.push(`${where} is left out: ${formatValue(list)} is not a list.`);
    return [];
  }
  return list.flatMap((entry: unknown, i) => {
    if (isObject(entry)) return [[entry, i] as const];
    notes.push(`${where}[${i}] is left out: ${formatValue(entry)} is not an object.`);
    return [];
  });
}

/** Reads the blocks of a file; each entry that cannot be read adds a note. */
export function readBlocks(json: unknown, notes: string[]): SourceBlock[] {
  const file = isObject(json) ? json : null;
  if (file && file['blocks'] === undefined && file['zones'] === undefined && file['seats'] !== undefined)
    return groupBySection(readSeatRows(file['seats'], 'seats', null, [0, 0], notes));
  const areSeats = (list: readonly unknown[]): boolean => {
    const bags = list.filter(isObject);
    return bags.length > 0 && bags.every((one) => one['seats'] === undefined && one['rows'] === undefined);
  };
  if (Array.isArray(json) && areSeats(json))
    return groupBySection(readSeatRows(json, 'seats', null, [0, 0], notes));
  const key = file && file['zones'] !== undefined && file['blocks'] === undefined ? 'zones' : 'blocks';
  return entries(file ? file[key] : json, key, notes).flatMap(([block, b]) => {
    const where = `${key}[${b}]`;
    const at = seatPositionIn(block);
    const rows = block['rows'] ?? [];
    const printed = new Map<string, Set<string>>();
    const inRows = entries(rows, `${where}.rows`, notes).flatMap(([row, r]) => {
      const [x, y] = seatPositionIn(row);
      const given = textContent(row['row_number'], row['label'], row['title'], row['name']) ?? String(r + 1);
      const own = readSeatRows(
        row['seats'],
        `${where}.rows[${r}].seats`,
        given,
        [at[0] + x, at[1] + y],
        notes,
      );
      if (own.length === 0) notes.push(`${where}.rows[${r}] "${given}" is left out: it has no seats.`);
      // Another row of the same name continues its numbers, or becomes a row of its own.
      let title = given;
      const isTaken = (name: string): boolean =>
        own.some((seat) => seat.title !== '' && printed.get(name)?.has(seat.title));
      for (let i = 2; isTaken(title); i++) title = `${given} ${i}`;
      if (title !== given)
        notes.push(
          `${where}.rows[${r}] is the row "${title}": another "${given}" has seats of the same names.`,
        );
      const seen = printed.get(title) ?? new Set();
      printed.set(title, seen);
      for (const seat of own) seen.add(seat.title);
      return own.map((seat) => ({ ...seat, row: title }));
    });
    const loose =
      block['seats'] === undefined && block['rows'] !== undefined
        ? []
        : readSeatRows(block['seats'], `${where}.seats`, null, at, notes);
    const seats = [...inRows, ...loose];
    if (seats.length === 0) {
      notes.push(`${where} is left out: it has no seats.`);
      return [];
    }
    return [{ title: textContent(block['title'], block['name'], block['label'], block['id']) ?? '', seats }];
  });
}

/** Groups one list of seats by the section that each names. */
function groupBySection(seats: readonly (SourceSeat & { readonly section: string })[]): SourceBlock[] {
  const sections = new Map<string, SourceSeat[]>();
  for (const { section, ...seat } of seats) addTo(sections, section, seat);
  return [...sections].map(([title, own]) => ({ title, seats: own }));
}

/** Returns the position of a zone, row or seat in a plan, relative to its parent. */
function seatPositionIn(bag: UnknownObject): Spot {
  const { x, y } = objectIn(bag['position']);
  return [Number(x ?? 0), Number(y ?? 0)];
}

function readSeatRows(
  list: unknown,
  where: string,
  rowTitle: string | null,
  [left, top]: Spot,
  notes: string[],
): (SourceSeat & { readonly section: string })[] {
  return entries(list, where, notes).flatMap(([seat, s]) => {
    const place = isObject(seat['position']) ? seat['position'] : seat;
    const [x, y] = [place['x'] ?? place['lon'] ?? place['lng'], place['y'] ?? place['lat']].map((value) =>
      typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : value,
    );
    const title =
      textContent(seat['title'], seat['seat_number'], seat['name'], seat['label'], seat['number']) ?? '';
    if (
      typeof x !== 'number' ||
      typeof y !== 'number' ||
      !Number.isFinite(left + x) ||
      !Number.isFinite(top + y)
    ) {
      notes.push(
        `${where}[${s}] "${title}" is left out: ${formatValue(x ?? null)}, ${formatValue(y ?? null)} is not a place.`,
      );
      return [];
    }
    return [
      {
        title,
        row: rowTitle ?? textContent(objectIn(seat['custom_data'])['row'], seat['row']),
        section: textContent(seat['section'], seat['zone'], seat['block']) ?? '1',
        x: left + x,
        y: top + y,
      },
    ];
  });
}
