import { IS_NO_LABEL, readLabel } from '../../model/label.js';
import { alongRow, pitchOf } from '../along.js';
import { MAX_SEATS, formatValue } from '../read-spec.js';
import {
  SHAPE_ROLES,
  VenueError,
  type Bounds,
  type Draft,
  type ExplicitSpec,
  type Plan,
  type Scenery,
  type TypedSpec,
} from '../venue.js';

/** Largest coordinate; beyond it, the rounding of 32-bit floats loses whole seats. */
const MAX_COORDINATE = 1e6;
const MAX_SHAPES = 2000;
const MAX_POINTS = 20_000;

/**
 * Makes a venue of the author's own seats. Counts and validates everything before it allocates memory.
 * @throws VenueError one sentence for the author: the place, the wrong value, what is allowed.
 */
export function makeCustom(spec: ExplicitSpec | TypedSpec): Draft {
  if (!isFilledList(spec.blocks)) {
    throw new VenueError(
      'venue.blocks: a venue needs at least one block, like [{"label": "A", "rows": [{"label": "1", "seats": [[0, 0]]}]}].',
    );
  }
  if (typeof spec.name !== 'string' || spec.name === '') {
    throw new VenueError(
      `venue.name: ${formatValue(spec.name)} is not a name; use a text that is not empty.`,
    );
  }
  const plan = readPlan(spec);
  const capacity = plan.reduce((sum, { rows }) => rows.reduce((total, { count }) => total + count, sum), 0);
  if (capacity > MAX_SEATS)
    throw new VenueError(`venue.blocks: ${capacity} seats; at most ${MAX_SEATS} are drawn.`);
  const { x, y } = 'x' in spec ? spec : readPlaces(spec, capacity);
  if (x?.length !== capacity || y?.length !== capacity) {
    throw new VenueError(
      `venue: ${x?.length ?? 0} x and ${y?.length ?? 0} y for ${capacity} seats; give one of each per seat, in seat order.`,
    );
  }
  for (let seat = 0; seat < capacity; seat++) {
    if (!(Math.abs(x[seat]!) <= MAX_COORDINATE && Math.abs(y[seat]!) <= MAX_COORDINATE)) {
      throw new VenueError(
        `venue: seat ${seat} lies at ${x[seat]}, ${y[seat]}; use numbers between -${MAX_COORDINATE} and ${MAX_COORDINATE}.`,
      );
    }
  }
  const pitch = pitchOf(x, y);
  const scenery = readScenery(spec.scenery);
  let first = 0;
  const ordered = plan.map(({ label, rows }) => ({
    label,
    rows: rows.map((row) => {
      first += row.count;
      return { ...row, order: alongRow(x, y, first - row.count, row.count, pitch) };
    }),
  }));
  return { plan: ordered, x, y, pitch, scenery, bounds: boundsOf(x, y, scenery, pitch) };
}

/** Documents are written by people: parts that the type promises may be missing. */
function isFilledList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function readPlan({ blocks }: ExplicitSpec | TypedSpec): Plan {
  const blockLabels = new Set<string>();
  return blocks.map((block, b) => {
    const label = labelFrom(block?.label, `venue.blocks[${b}].label`, blockLabels);
    if (!isFilledList(block.rows)) {
      throw new VenueError(
        `venue.blocks[${b}].rows: a block needs at least one row, like [{"label": "1", "seats": [[0, 0]]}].`,
      );
    }
    const rowLabels = new Set<string>();
    const rows = block.rows.map((row, r) => {
      const where = `venue.blocks[${b}].rows[${r}]`;
      const rowLabel = labelFrom(row?.label, `${where}.label`, rowLabels);
      if (!('count' in row) && !Array.isArray(row.seats))
        throw new VenueError(`${where}.seats: ${formatValue(row.seats)} is not a list; use [[x, y], ...].`);
      const count = 'count' in row ? row.count : row.seats.length;
      if (!Number.isInteger(count) || count < 1)
        throw new VenueError(`${where}: ${formatValue(count)} seats; a row needs at least one.`);
      return { label: rowLabel, count, names: readNames(row.names, count, where) };
    });
    return { label, rows };
  });
}

function readPlaces(spec: ExplicitSpec, capacity: number): { x: Float32Array; y: Float32Array } {
  const x = new Float32Array(capacity);
  const y = new Float32Array(capacity);
  let seat = 0;
  spec.blocks.forEach((block, b) =>
    block.rows.forEach((row, r) => {
      // A row of counts has no places here; the total shows it.
      (row.seats ?? []).forEach((place, i) => {
        if (!Array.isArray(place)) {
          throw new VenueError(
            `venue.blocks[${b}].rows[${r}].seats[${i}]: ${formatValue(place)} is not a place; use [x, y].`,
          );
        }
        x[seat] = Number(place[0]);
        y[seat] = Number(place[1]);
        seat++;
      });
    }),
  );
  return seat === capacity ? { x, y } : { x: x.slice(0, seat), y: y.slice(0, seat) };
}

/** Returns the names on the seats of a row, or null when they are the numbers. */
function readNames(names: unknown, count: number, row: string): string[] | null {
  if (names === null || names === undefined) return null;
  if (!Array.isArray(names))
    throw new VenueError(
      `${row}.names: ${formatValue(names)} is not a list; use ["1", "3", ...], a name for each seat.`,
    );
  if (names.length !== count)
    throw new VenueError(`${row}.names: ${names.length} names for ${count} seats; give each seat one.`);
  const seen = new Set<string>();
  return names.map((name, i) => labelFrom(name, `${row}.names[${i}]`, seen));
}

function labelFrom(value: unknown, where: string, seen: Set<string>): string {
  const label = readLabel(value);
  if (label === null) throw new VenueError(`${where}: ${formatValue(value)} ${IS_NO_LABEL}.`);
  if (seen.has(label))
    throw new VenueError(`${where}: "${label}" occurs twice; labels beside each other must differ.`);
  seen.add(label);
  return label;
}

/** @throws VenueError */
function readScenery(shapes: unknown): Scenery {
  if (shapes === null || shapes === undefined) return { kind: 'none' };
  if (!Array.isArray(shapes)) {
    throw new VenueError(
      `venue.scenery: ${formatValue(shapes)} is not a list; use [{"shape": "circle", "role": "stage", "at": [0, 0], "radius": 5}].`,
    );
  }
  if (shapes.length > MAX_SHAPES)
    throw new VenueError(`venue.scenery: ${shapes.length} shapes; at most ${MAX_SHAPES} are drawn.`);
  shapes.forEach((shape: unknown, i) => checkShape(shape, `venue.scenery[${i}]`));
  return { kind: 'shapes', shapes };
}

function isLength(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= MAX_COORDINATE;
}

function isSpot(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isLength);
}

/** Keys that each shape needs besides its role. */
const NEEDS: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  polygon: {
    points: (value) =>
      Array.isArray(value) && value.length >= 2 && value.length <= MAX_POINTS && value.every(isSpot),
  },
  circle: { at: isSpot, radius: (value) => isLength(value) && (value as number) > 0 },
  arc: {
    at: isSpot,
    inner: (value) => isLength(value) && (value as number) >= 0,
    outer: (value) => isLength(value) && (value as number) > 0,
    start: isLength,
    end: isLength,
  },
};

function checkShape(shape: unknown, where: string): void {
  const { shape: kind, role, ...rest } = (shape ?? {}) as Record<string, unknown>;
  const needs = typeof kind === 'string' && Object.hasOwn(NEEDS, kind) ? NEEDS[kind] : undefined;
  if (!needs)
    throw new VenueError(`${where}.shape: ${formatValue(kind)} is not a shape; use polygon, circle or arc.`);
  if (!SHAPE_ROLES.some((known) => known === role)) {
    throw new VenueError(
      `${where}.role: ${formatValue(role)} is not a role; use ${SHAPE_ROLES.slice(0, -1).join(', ')} or ${SHAPE_ROLES.at(-1)}.`,
    );
  }
  for (const [key, isRight] of Object.entries(needs)) {
    if (!isRight(rest[key])) {
      throw new VenueError(
        `${where}.${key}: ${formatValue(rest[key])} cannot be drawn; places are [x, y], lengths numbers up to ${MAX_COORDINATE}, angles degrees.`,
      );
    }
  }
}

/** Margin around the seats, in pitches: room for the names of blocks and the glow. */
const ROOM = 5;

/** Returns the box of seats and scenery, with room for the names around them. */
function boundsOf(x: Float32Array, y: Float32Array, scenery: Scenery, pitch: number): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const extend = (px: number, py: number, reach: number): void => {
    left = Math.min(left, px - reach);
    top = Math.min(top, py - reach);
    right = Math.max(right, px + reach);
    bottom = Math.max(bottom, py + reach);
  };
  for (let seat = 0; seat < x.length; seat++) extend(x[seat]!, y[seat]!, ROOM * pitch);
  for (const shape of scenery.kind === 'shapes' ? scenery.shapes : []) {
    if (shape.shape === 'polygon') for (const [px, py] of shape.points) extend(px, py, pitch);
    else extend(...shape.at, pitch + (shape.shape === 'circle' ? shape.radius : shape.outer));
  }
  return { left, top, right, bottom };
}
