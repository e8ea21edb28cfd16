import { crc32 } from './crc32.js';
import { makeArena } from './arena.js';
import {
  VenueError,
  type Block,
  type Bounds,
  type Plan,
  type Row,
  type Scenery,
  type Venue,
  type VenueSpec,
} from './venue.js';

/** The largest venue that is built; what is beyond is a mistake of the author. */
const MAX_SEATS = 1_000_000;
/** Coordinates further out than this lose whole seats to the rounding of 32-bit floats. */
const MAX_COORDINATE = 1e6;
const LABEL = /^[\p{L}\p{N}]{1,12}$/u;

/** The layout id of a plan: CRC-32 over `block TAB row TAB count LF` for every row in seat order (docs/protocol.md). */
export function layoutId(plan: Plan): string {
  let text = '';
  for (const block of plan)
    for (const row of block.rows) text += `${block.label}\t${row.label}\t${row.count}\n`;
  return crc32(text).toString(16).padStart(8, '0');
}

/**
 * Builds the venue that a campaign document or a page's script describes.
 * @throws VenueError one sentence for the author: the place, the wrong value, what is allowed.
 */
export function makeVenue(spec: VenueSpec): Venue {
  if (typeof spec === 'string') return makeNamed(spec, null);
  if (!isObject(spec)) {
    throw new VenueError(
      `venue: ${JSON.stringify(spec)} is not a venue. Use "arena", or give {"name", "blocks"} with your own seats.`,
    );
  }
  if ('kind' in spec) return makeNamed(spec.kind, spec.capacity ?? null);
  return makeCustom(spec);
}

function makeNamed(kind: string, capacity: number | null): Venue {
  if (kind !== 'arena') {
    throw new VenueError(
      `venue: "${kind}" is not a built-in venue. Use "arena", or give {"name", "blocks"} with your own seats.`,
    );
  }
  const arena = makeArena();
  if (capacity !== null && capacity !== arena.plan.reduce((sum, block) => sum + seatsOf(block), 0)) {
    throw new VenueError(
      `venue.capacity: ${capacity} does not fit; "arena" has exactly 15086 seats. Leave capacity out, or give {"name", "blocks"}.`,
    );
  }
  return assemble('arena', arena.plan, arena.x, arena.y, arena.pitch, arena.scenery, arena.bounds);
}

function seatsOf(block: Plan[number]): number {
  return block.rows.reduce((sum, row) => sum + row.count, 0);
}

function makeCustom(spec: Exclude<VenueSpec, string | { kind: string }>): Venue {
  if (!isFilled(spec.blocks)) {
    throw new VenueError(
      'venue.blocks: a venue needs at least one block, like [{"label": "A", "rows": [{"label": "1", "seats": [[0, 0]]}]}].',
    );
  }
  if (typeof spec.name !== 'string' || spec.name === '') {
    throw new VenueError(
      `venue.name: ${JSON.stringify(spec.name)} is not a name; use a text that is not empty.`,
    );
  }
  const plan: { label: string; rows: { label: string; count: number }[] }[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  const blockLabels = new Set<string>();
  spec.blocks.forEach((block, b) => {
    checkLabel(block?.label, `venue.blocks[${b}].label`, blockLabels);
    if (!isFilled(block.rows)) {
      throw new VenueError(
        `venue.blocks[${b}].rows: a block needs at least one row, like [{"label": "1", "seats": [[0, 0]]}].`,
      );
    }
    const rowLabels = new Set<string>();
    const rows = block.rows.map((row, r) => {
      const where = `venue.blocks[${b}].rows[${r}]`;
      checkLabel(row?.label, `${where}.label`, rowLabels);
      if ('count' in row) return { label: row.label, count: row.count };
      if (!Array.isArray(row.seats))
        throw new VenueError(`${where}.seats: ${JSON.stringify(row.seats)} is no list; use [[x, y], ...].`);
      row.seats.forEach((place, i) => {
        if (!Array.isArray(place))
          throw new VenueError(`${where}.seats[${i}]: ${JSON.stringify(place)} is not a place; use [x, y].`);
        xs.push(place[0]);
        ys.push(place[1]);
      });
      return { label: row.label, count: row.seats.length };
    });
    rows.forEach((row, r) => {
      if (!Number.isInteger(row.count) || row.count < 1) {
        throw new VenueError(`venue.blocks[${b}].rows[${r}]: ${row.count} seats; a row needs at least one.`);
      }
    });
    plan.push({ label: block.label, rows });
  });
  const capacity = plan.reduce((sum, block) => sum + seatsOf(block), 0);
  if (capacity > MAX_SEATS)
    throw new VenueError(`venue.blocks: ${capacity} seats; at most ${MAX_SEATS} are drawn.`);
  const x = 'x' in spec ? spec.x : Float32Array.from(xs);
  const y = 'y' in spec ? spec.y : Float32Array.from(ys);
  if (x.length !== capacity || y.length !== capacity) {
    throw new VenueError(
      `venue: ${x.length} x and ${y.length} y for ${capacity} seats; give one of each a seat, in seat order.`,
    );
  }
  for (let seat = 0; seat < capacity; seat++) {
    if (!(Math.abs(x[seat]!) <= MAX_COORDINATE && Math.abs(y[seat]!) <= MAX_COORDINATE)) {
      throw new VenueError(
        `venue: seat ${seat} lies at ${x[seat]}, ${y[seat]}; use numbers between -${MAX_COORDINATE} and ${MAX_COORDINATE}.`,
      );
    }
  }
  return assemble(spec.name, plan, x, y, pitchOf(plan, x, y), { kind: 'none' }, null);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Documents come from people: what the type promises may not be there. */
function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function checkLabel(label: unknown, where: string, seen: Set<string>): void {
  if (typeof label !== 'string' || !LABEL.test(label)) {
    throw new VenueError(`${where}: ${JSON.stringify(label)} is not a label; use 1 to 12 letters or digits.`);
  }
  if (seen.has(label))
    throw new VenueError(`${where}: "${label}" stands twice; labels beside each other must differ.`);
  seen.add(label);
}

/** The median distance between row neighbours: robust where an aisle cuts through a row. */
function pitchOf(plan: Plan, x: Float32Array, y: Float32Array): number {
  const steps: number[] = [];
  let seat = 0;
  for (const block of plan) {
    for (const row of block.rows) {
      for (let i = 1; i < row.count; i++)
        steps.push(Math.hypot(x[seat + i]! - x[seat + i - 1]!, y[seat + i]! - y[seat + i - 1]!));
      seat += row.count;
    }
  }
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1] || 1;
}

function assemble(
  name: string,
  plan: Plan,
  x: Float32Array,
  y: Float32Array,
  pitch: number,
  scenery: Scenery,
  bounds: Bounds | null,
): Venue {
  const blocks: Block[] = [];
  const rows: Row[] = [];
  let seat = 0;
  for (const { label, rows: planned } of plan) {
    const firstRow = rows.length;
    const first = seat;
    for (const row of planned) {
      rows.push({ label: row.label, block: blocks.length, first: seat, count: row.count });
      seat += row.count;
    }
    blocks.push({ label, firstRow, rowCount: planned.length, first, count: seat - first });
  }
  return {
    name,
    blocks,
    rows,
    capacity: seat,
    layout: layoutId(plan),
    x,
    y,
    pitch,
    bounds: bounds ?? around(x, y, pitch),
    scenery,
  };
}

function around(x: Float32Array, y: Float32Array, margin: number): Bounds {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let seat = 0; seat < x.length; seat++) {
    left = Math.min(left, x[seat]!);
    right = Math.max(right, x[seat]!);
    top = Math.min(top, y[seat]!);
    bottom = Math.max(bottom, y[seat]!);
  }
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
}

/** The row (index into `venue.rows`) that holds a seat; binary search, rows are few. */
export function rowOf(venue: Venue, seat: number): number {
  let low = 0;
  let high = venue.rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (venue.rows[middle]!.first <= seat) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a number is a seat of this venue. */
export function isSeat(venue: Venue, seat: unknown): seat is number {
  return typeof seat === 'number' && Number.isInteger(seat) && seat >= 0 && seat < venue.capacity;
}
