import { linksOf, pitchOf } from './along.js';
import { readLabel } from '../model/label.js';
import { makeVenue } from './make-venue.js';
import { overlap } from './overlaps.js';
import { MAX_SEATS, formatValue } from './read-spec.js';
import { seatCode } from './seat-code.js';
import { VenueError, type ExplicitSpec, type Spot } from './venue.js';

/** The properties that are read from one seat of a file. */
interface SourceSeat {
  readonly title: string;
  /** Name of its row; null when none is given. */
  readonly row: string | null;
  readonly x: number;
  readonly y: number;
}

interface SourceBlock {
  readonly title: string;
  readonly seats: readonly SourceSeat[];
}

export interface ImportOptions {
  /** Name of the venue; default: the file's own, else "Imported". */
  readonly name?: string | undefined;
  /** Side of the stage, which row 1 is next to; the formats do not say. Default `top`. */
  readonly stage?: 'top' | 'bottom';
}

type SourceObject = Readonly<Record<string, unknown>>;

/** Metres in one degree of latitude. */
const DEGREE = 111_320;
/** Maximum size of a hall, and maximum distance between its seats, in degrees. */
const HALL_DEGREES = 0.05;
const SEAT_DEGREES = 0.0005;
/** Distance in pitches beyond which a seat is reported as a stray. */
const STRAY = 30;
const FURTHEST = 1e6;

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

function asObject(value: unknown): SourceObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as SourceObject)
    : null;
}

function textContent(...values: unknown[]): string | null {
  const text = values.find(
    (value) => typeof value === 'number' || (typeof value === 'string' && value.trim() !== ''),
  );
  return text === undefined ? null : String(text).trim();
}

/** Returns the entries of a list that are objects; each other one adds a note. */
function entries(list: unknown, where: string, notes: string[]): (readonly [SourceObject, number])[] {
  if (!Array.isArray(list)) {
    notes.push(`${where} is left out: ${formatValue(list)} is not a list.`);
    return [];
  }
  return list.flatMap((entry: unknown, i) => {
    const bag = asObject(entry);
    if (!bag) notes.push(`${where}[${i}] is left out: ${formatValue(entry)} is not an object.`);
    return bag ? [[bag, i] as const] : [];
  });
}

function readBlocks(json: unknown, notes: string[]): SourceBlock[] {
  const file = asObject(json);
  if (file && file['blocks'] === undefined && file['zones'] === undefined && file['seats'] !== undefined)
    return groupBySection(readSeatRows(file['seats'], 'seats', null, [0, 0], notes));
  const areSeats = (list: readonly unknown[]): boolean => {
    const bags = list.map(asObject).filter((one) => one !== null);
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
  for (const { section, ...seat } of seats) {
    const own = sections.get(section);
    if (own) own.push(seat);
    else sections.set(section, [seat]);
  }
  return [...sections].map(([title, own]) => ({ title, seats: own }));
}

/** Returns the position of a zone, row or seat in a plan, relative to its parent. */
function seatPositionIn(bag: SourceObject): Spot {
  const { x, y } = asObject(bag['position']) ?? {};
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
    const place = asObject(seat['position']) ?? seat;
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
        row: rowTitle ?? textContent(asObject(seat['custom_data'])?.['row'], seat['row']),
        section: textContent(seat['section'], seat['zone'], seat['block']) ?? '1',
        x: left + x,
        y: top + y,
      },
    ];
  });
}

/**
 * Returns the blocks with coordinates that 32-bit floats can represent: converts degrees to metres, and moves
 * distant blocks to the origin.
 */
function normalisePlaces(blocks: readonly SourceBlock[], notes: string[]): SourceBlock[] {
  const all = blocks.flatMap(({ seats }) => seats);
  if (all.length === 0) return [];
  const sort = (values: number[]): number[] => values.sort((a, b) => a - b);
  const [xs, ys] = [sort(all.map(({ x }) => x)), sort(all.map(({ y }) => y))];
  const share = (values: readonly number[], part: number): number =>
    values[Math.floor((values.length - 1) * part)]!;
  const [middleX, middleY] = [share(xs, 0.5), share(ys, 0.5)];
  const extent = Math.max(share(xs, 0.9) - share(xs, 0.1), share(ys, 0.9) - share(ys, 0.1));
  const isFar = Math.max(Math.abs(middleX), Math.abs(middleY)) > 1000 * extent && extent > 0;
  const steps = pitchOf(
    Float32Array.from(all, ({ x }) => (x - middleX) * 1e6),
    Float32Array.from(all, ({ y }) => (y - middleY) * 1e6),
  );
  const isDegrees =
    Math.abs(middleX) <= 180 &&
    Math.abs(middleY) <= 90 &&
    extent > 0 &&
    extent <= HALL_DEGREES &&
    steps / 1e6 <= SEAT_DEGREES;
  if (isDegrees) notes.push('Places in degrees are metres, from the middle of the hall; north is up.');
  else if (isFar) notes.push(`Places are counted from ${middleX}, ${middleY}.`);
  const [scaleX, scaleY] = isDegrees ? [DEGREE * Math.cos((middleY * Math.PI) / 180), -DEGREE] : [1, 1];
  const [originX, originY] = isDegrees || isFar ? [middleX, middleY] : [0, 0];
  const round = (value: number): number => (isDegrees ? Math.round(value * 1000) / 1000 : value);
  const moved = blocks.map(({ title, seats }) => ({
    title,
    seats: seats.map((seat) => ({
      ...seat,
      x: round((seat.x - originX) * scaleX),
      y: round((seat.y - originY) * scaleY),
    })),
  }));
  return withoutStrays(moved, notes);
}

/** Removes seats that are too far out to be drawn; a seat far from all others only adds a note. */
function withoutStrays(blocks: readonly SourceBlock[], notes: string[]): SourceBlock[] {
  const inside = blocks
    .map(({ title, seats }) => ({
      title,
      seats: seats.filter(({ title: own, x, y }) => {
        const isInside = Math.abs(x) <= FURTHEST && Math.abs(y) <= FURTHEST;
        if (!isInside) notes.push(`Block "${title}": seat "${own}" is left out: it lies at ${x}, ${y}.`);
        return isInside;
      }),
    }))
    .filter(({ seats }) => seats.length > 0);
  const all = inside.flatMap(({ title, seats }) => seats.map((seat) => ({ block: title, ...seat })));
  const [xs, ys] = [Float32Array.from(all, ({ x }) => x), Float32Array.from(all, ({ y }) => y)];
  const reach = STRAY * pitchOf(xs, ys);
  const cells = new Map<string, number[]>();
  all.forEach(({ x, y }, i) => {
    const key = `${Math.floor(x / reach)} ${Math.floor(y / reach)}`;
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  });
  for (const cell of cells.values()) {
    if (cell.length > 1) continue;
    const { x, y, title, block } = all[cell[0]!]!;
    const [cx, cy] = [Math.floor(x / reach), Math.floor(y / reach)];
    const hasCompany = [-1, 0, 1].some((dx) =>
      [-1, 0, 1].some((dy) =>
        (cells.get(`${cx + dx} ${cy + dy}`) ?? []).some(
          (i) => i !== cell[0] && Math.hypot(all[i]!.x - x, all[i]!.y - y) <= reach,
        ),
      ),
    );
    if (!hasCompany && all.length > 1)
      notes.push(
        `Block "${block}": seat "${title}" lies far from all others, at ${x}, ${y}; check whether it belongs there.`,
      );
  }
  return inside;
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

interface SourceRow {
  /** Empty when the rows have no names of their own. */
  readonly title: string;
  readonly seats: readonly SourceSeat[];
}

function groupIntoRows(
  block: string,
  seats: readonly SourceSeat[],
  stage: 'top' | 'bottom',
  notes: string[],
): SourceRow[] {
  const byName = (nameOf: (seat: SourceSeat) => string | null): SourceRow[] | null => {
    const groups = new Map<string, SourceSeat[]>();
    const nameless: SourceSeat[] = [];
    const addTo = (own: string, seat: SourceSeat): void => {
      const group = groups.get(own);
      if (group) group.push(seat);
      else groups.set(own, [seat]);
    };
    for (const seat of seats) {
      const own = nameOf(seat);
      if (own === null || own === '') nameless.push(seat);
      else addTo(own, seat);
    }
    if (nameless.length >= seats.length / 2) return null;
    const named = [...groups].flatMap(([title, group]) => group.map((seat) => [title, seat] as const));
    for (const seat of nameless) {
      let [nearest, best] = ['', Infinity];
      for (const [title, { x, y }] of named) {
        const far = Math.hypot(x - seat.x, 1.01 * (y - seat.y));
        if (far < best) [nearest, best] = [title, far];
      }
      addTo(nearest, seat);
      notes.push(`Block ${block}: seat "${seat.title}" names no row; by place it is in row "${nearest}".`);
    }
    return [...groups].map(([title, group]) => ({ title, seats: group }));
  };
  const rows =
    byName(({ row }) => row) ??
    byName(({ title }) => /^\s*(\p{L}{1,3})[\s-]*\d+\s*$/u.exec(title)?.[1] ?? null) ??
    groupByPlace(seats);
  const height = ({ seats: own }: SourceRow): number => own.reduce((sum, { y }) => sum + y, 0) / own.length;
  const down = stage === 'top' ? 1 : -1;
  return rows.sort((one, other) => (height(one) - height(other)) * down);
}

/**
 * Groups seats without row names into rows: straight, level or rotated, or around one centre; else along lines from
 * neighbour to neighbour.
 */
function groupByPlace(seats: readonly SourceSeat[]): SourceRow[] {
  const [x, y] = [Float32Array.from(seats, (seat) => seat.x), Float32Array.from(seats, (seat) => seat.y)];
  const pitch = pitchOf(x, y);
  const links = linksOf(x, y, 0, seats.length, 1.5 * pitch);
  // Four times the angle: a link has no direction, and may lead along a row or to the row behind.
  let [cos, sin] = [0, 0];
  let [xx, xy, yy, xd, yd] = [0, 0, 0, 0, 0];
  links.forEach((others, i) => {
    for (const other of others) {
      const turns = 4 * Math.atan2(y[other]! - y[i]!, x[other]! - x[i]!);
      cos += Math.cos(turns);
      sin += Math.sin(turns);
    }
    const [one, two] = others;
    if (two === undefined) return;
    // In a fan, seats behind each other are on a line through its centre; along a row, the perpendicular leads
    // there.
    const [ax, ay, bx, by] = [x[one!]! - x[i]!, y[one!]! - y[i]!, x[two]! - x[i]!, y[two]! - y[i]!];
    if (ax * bx + ay * by > -0.8 * Math.hypot(ax, ay) * Math.hypot(bx, by)) return;
    const isStraight = Math.abs(ax * by - ay * bx) < 0.01 * Math.hypot(ax, ay) * Math.hypot(bx, by);
    const chord = Math.hypot(bx - ax, by - ay);
    const [nx, ny] = isStraight
      ? [(ay - by) / chord, (bx - ax) / chord]
      : [(bx - ax) / chord, (by - ay) / chord];
    const far = nx * x[i]! + ny * y[i]!;
    xx += nx * nx;
    xy += nx * ny;
    yy += ny * ny;
    xd += nx * far;
    yd += ny * far;
  });
  const turn = Math.atan2(sin, cos) / 4;
  const lines = [0, turn, turn + Math.PI / 2].map((angle): [number[], number[]] => [
    Array.from(x, (px, i) => px * Math.cos(angle) + y[i]! * Math.sin(angle)),
    Array.from(x, (px, i) => y[i]! * Math.cos(angle) - px * Math.sin(angle)),
  ]);
  const size = xx * yy - xy * xy;
  const [cx, cy] = [(yy * xd - xy * yd) / size, (xx * yd - xy * xd) / size];
  // Angles start opposite the seats, so that no row is cut.
  const [mx, my] = [x, y].map((places) => places.reduce((sum, place) => sum + place, 0) / places.length) as [
    number,
    number,
  ];
  const towards = Math.atan2(my - cy, mx - cx);
  const radii = Array.from(x, (px, i) => Math.hypot(px - cx, y[i]! - cy));
  const arcs = Array.from(x, (px, i) => {
    const angle = Math.atan2(y[i]! - cy, px - cx) - towards;
    return Math.atan2(Math.sin(angle), Math.cos(angle)) * radii[i]!;
  });
  const candidates = Number.isFinite(cx + cy) ? [...lines, [arcs, radii] as const] : lines;
  const found = candidates
    .map(([along, down], c) => inRows(along, down, c === 3 ? [] : links, pitch, c === 0 ? 0.95 : 1))
    .filter((one) => one !== null)
    .sort((one, other) => one.step - other.step)[0];
  if (found) return found.rows.map((row) => ({ title: '', seats: row.map((seat) => seats[seat]!) }));
  const isPlaced = new Set<number>();
  return seats.flatMap((_, start) => {
    if (isPlaced.has(start)) return [];
    const own = [start];
    isPlaced.add(start);
    for (const seat of own)
      for (const other of links[seat]!) {
        if (isPlaced.has(other)) continue;
        isPlaced.add(other);
        own.push(other);
      }
    return [{ title: '', seats: own.map((seat) => seats[seat]!) }];
  });
}

/** Groups seats into rows that are clearly separate; null when they are not. */
function inRows(
  along: readonly number[],
  down: readonly number[],
  links: readonly (readonly number[])[],
  pitch: number,
  weight: number,
): { readonly rows: number[][]; readonly step: number } | null {
  const rows: number[][] = [];
  const rowAt = new Map<number, number>();
  let last = -Infinity;
  for (const seat of [...along.keys()].sort((a, b) => down[a]! - down[b]!)) {
    if (down[seat]! - last > 0.4 * pitch) rows.push([]);
    last = down[seat]!;
    rows.at(-1)!.push(seat);
    rowAt.set(seat, rows.length - 1);
  }
  const steps: number[] = [];
  for (const row of rows) {
    row.sort((a, b) => along[a]! - along[b]!);
    for (let i = 1; i < row.length; i++) {
      const step = along[row[i]!]! - along[row[i - 1]!]!;
      // Seats behind each other belong to two rows.
      if (step < 0.5 * pitch && Math.abs(down[row[i]!]! - down[row[i - 1]!]!) > 0.4 * pitch) return null;
      steps.push(step + Math.abs(down[row[i]!]! - down[row[i - 1]!]!));
    }
  }
  const isBroken = links.some((others, i) =>
    others.some(
      (other) =>
        rowAt.get(i) !== rowAt.get(other) &&
        Math.abs(down[other]! - down[i]!) < Math.abs(along[other]! - along[i]!),
    ),
  );
  const step = steps.sort((a, b) => a - b)[steps.length >> 1] ?? 0;
  const alone = rows.filter(({ length }) => length === 1).length;
  return isBroken || alone > rows.length / 2 || step > 4 * pitch
    ? null
    : { rows, step: Math.round((step * weight * 1000) / pitch) };
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
