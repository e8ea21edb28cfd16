import { mix32 } from '../mix32.js';
import type { Parameters } from '../read-spec.js';
import { circleShape, polygon, rectangle } from '../stands/shapes.js';
import {
  countPlaces,
  depthOf,
  fewest,
  seatPeople,
  smallest,
  splitRows,
  type Side,
  type Tier,
} from '../stands/stands.js';
import type { Draft, Shape } from '../venue.js';

/**
 * A crowd on a square: people stand loosely on all four sides of a monument, with ways along the diagonals. Lengths
 * in metres; 0,0 is the middle of the monument.
 */
const CAPACITY = 10_000;
/** Minimum distance between two people. */
const PITCH = 0.6;
/**
 * Maximum distance of a person from their place in the row, along it and across, in metres: neighbours stay beside
 * each other.
 */
const ALONG = 0.1 * PITCH;
const ACROSS = 0.2 * PITCH;
const MEASURE = { pitch: 1.2 * PITCH, step: 1.44 * PITCH, aisle: 1.5, maxSpacing: 1.03 };
const WALKWAY = 3.4;
/** Distance between the foot of the monument and the first row, which leaves room for the names of blocks. */
const APRON = 2.9;
const ROWS = 18;
const LONGEST = 25;
const OPENNESS = 0.23;

/** Returns one of the four sides, clockwise from the left one; rows are straight and end at the diagonals. */
function side(turns: number, half: number): Side {
  const [cos, sin] = [Math.round(Math.cos(turns)), Math.round(Math.sin(turns))];
  return {
    length: (offset) => 2 * (half + offset),
    share: (_offset, pitch) => pitch,
    place(at, offset, spot) {
      // Of the left side, from the bottom up.
      const x = -half - offset;
      const y = half + offset - at;
      spot[0] = x * cos - y * sin;
      spot[1] = x * sin + y * cos;
    },
  };
}

/** Returns a number from -1 to 1, always the same for a seat. */
function jitter(seat: number, salt: number): number {
  return mix32(Math.imul(seat, 2) + salt) / 2 ** 31 - 1;
}

export function makeSquare({ capacity }: Parameters): Draft {
  const people = capacity ?? CAPACITY;
  const least = people < 60 ? 4.4 : people < 400 ? 5 : 6;
  const sidesAt = (half: number): Side[] =>
    [0, 1, 2, 3].map((quarter) => side((quarter * Math.PI) / 2, half));
  const tiersAt = (half: number, rows: number): Tier[] =>
    splitRows(rows, ROWS, 1, MEASURE, WALKWAY, (from, own) => {
      const blocks = Math.max(1, Math.ceil((2 * (half + from + own * MEASURE.step)) / LONGEST));
      return [blocks, blocks, blocks, blocks];
    });
  const halfFor = (rows: number): number =>
    smallest(least, (half) => countPlaces(sidesAt(half), tiersAt(half, rows), MEASURE) >= people);
  const isOpenEnough = (rows: number): boolean => {
    const half = halfFor(rows);
    return half === least || half / (half + depthOf(tiersAt(half, rows), MEASURE.step)) <= OPENNESS;
  };
  const rows = fewest(isOpenEnough);
  const half = halfFor(rows);
  const tiers = tiersAt(half, rows);
  const places = seatPeople(sidesAt(half), tiers, MEASURE, people, (spot, seat, alongX, alongY) => {
    const along = ALONG * jitter(seat, 0);
    const across = ACROSS * jitter(seat, 1);
    spot[0]! += along * alongX + across * alongY;
    spot[1]! += along * alongY - across * alongX;
  });
  const edge = half + depthOf(tiers, MEASURE.step) + 4;
  return {
    ...places,
    pitch: PITCH,
    scenery: { kind: 'shapes', shapes: squareShapes(half, edge, tiers) },
    bounds: { left: -edge - 0.8, top: -edge - 0.8, right: edge + 0.8, bottom: edge + 0.8 },
  };
}

function squareShapes(half: number, edge: number, tiers: readonly Tier[]): Shape[] {
  const around = (role: Shape['role'], size: number): Shape => rectangle(role, -size, -size, size, size);
  const shapes: Shape[] = [around('ground', edge), around('wall', edge)];
  // Paving: slabs in a grid, the same number at any size.
  for (let i = -9; i <= 9; i++) {
    const at = (i * edge) / 10;
    shapes.push(polygon('line', [at, -edge], [at, edge]), polygon('line', [-edge, at], [edge, at]));
  }
  for (const { from } of tiers.slice(1)) {
    const outer = half + from - 0.75;
    const inner = outer - WALKWAY + 1.5;
    for (const [x, y] of [
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ] as const)
      shapes.push(
        polygon(
          'floor',
          ...(
            [
              [-inner, inner],
              [inner, inner],
              [outer, outer],
              [-outer, outer],
            ] as const
          ).map(([along, out]) => [along * y + out * x, along * x + out * y] as const),
        ),
      );
  }
  for (const [x, y] of [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ] as const) {
    const width = 0.55;
    shapes.push(
      polygon(
        'floor',
        [x * (half - 1), y * (half - 1 - width)],
        [x * (edge - 1), y * (edge - 1 - width)],
        [x * (edge - 1 - width), y * (edge - 1)],
        [x * (half - 1 - width), y * (half - 1)],
      ),
    );
  }
  const foot = half - APRON;
  shapes.push(
    around('floor', foot + 0.8),
    around('stage', foot),
    around('step', foot * 0.72),
    around('step', foot * 0.56),
    around('step', foot * 0.42),
    around('mark', foot * 0.26),
    polygon('line', [-foot * 0.26, -foot * 0.26], [foot * 0.26, foot * 0.26]),
    polygon('line', [foot * 0.26, -foot * 0.26], [-foot * 0.26, foot * 0.26]),
    circleShape('lamp', 0, foot * 0.58, foot * 0.06),
  );
  return shapes;
}
