import { fanWays, makeFan, type FanRules } from '../stands/fan.js';
import type { Parameters } from '../read-spec.js';
import { bend, circleShape, polar, polygon, rectangle } from '../stands/shapes.js';
import type { Draft, Shape } from '../venue.js';

/**
 * A theatre as the Greeks built it: more than half a ring of steps around the orchestra, a walkway between the
 * tiers, twice as many stairs above it, and the stage house opposite. Lengths in metres; 0,0 is the middle of the
 * orchestra.
 */
const CAPACITY = 6000;
const MEASURE = { pitch: 0.52, step: 0.84, aisle: 1.25, maxSpacing: 1.2 };
/** Distance between the orchestra and the first row, which leaves room for the names of blocks; metres. */
const APRON = 2.9;
/** Maximum length of a block's longest row, in metres. */
const MAX_ROW_LENGTH = 19;
/** Angle over which the seats extend, in radians: 220 degrees. */
const SPAN = (220 / 180) * Math.PI;

export function makeAmphitheatre({ capacity }: Parameters): Draft {
  const people = capacity ?? CAPACITY;
  const least = people < 60 ? 2 : people < 400 ? 4 : people < 2500 ? 6 : 8;
  const rules: FanRules = {
    start: 1.5 * Math.PI - SPAN / 2,
    end: 1.5 * Math.PI + SPAN / 2,
    measure: MEASURE,
    walkway: 4.2,
    rows: 18,
    tiers: people < 900 ? 1 : 2,
    minRadius: 5.2,
    openness: 0.27,
    // Doubled, so that every flight of stairs continues in the tier above.
    blocks: (length) => least * 2 ** Math.max(0, Math.ceil(Math.log2(length / MAX_ROW_LENGTH / least))),
  };
  const fan = makeFan(people, rules);
  const { plan, x, y, inner, outer } = fan;
  const orchestra = inner - APRON;
  const edge = outer + 3.2;
  // The house grows with the theatre, but more slowly.
  const unit = 1 + (inner - 5) / 9;
  const top = orchestra + 0.25 * unit;
  const half = Math.min(orchestra * 1.35 + unit, outer * 0.92);
  const bottom = top + 3.5 * unit;
  // The walls at the ends of the steps lead to the house.
  const slack = 1.2 / outer;
  const end = rules.end + slack;
  const [wingX, wingY] = polar(inner - 1.2, end);
  const wing = Math.max(half + 0.8 * unit, wingX);
  const site = [
    ...bend(edge, rules.start - slack, end),
    [wing, Math.max(wingY, top - 0.4 * unit)] as const,
    [wing, bottom + 0.8 * unit] as const,
    [-wing, bottom + 0.8 * unit] as const,
    [-wing, Math.max(wingY, top - 0.4 * unit)] as const,
  ];
  const shapes: Shape[] = [
    polygon('ground', ...site),
    polygon('wall', ...site),
    circleShape('floor', 0, 0, orchestra + 0.75),
    ...fanWays(fan, rules),
    circleShape('stage', 0, 0, orchestra),
    circleShape('line', 0, 0, orchestra * 0.86),
    circleShape('line', 0, 0, orchestra * 0.34),
    // The stage house: platform, wings, back wall and its columns.
    rectangle('step', -half, top, half, bottom),
    rectangle('step', -half * 0.8, top, half * 0.8, top + 1.2 * unit),
    rectangle('mark', -half, top + 1.7 * unit, half, bottom),
    rectangle('mark', -half, top + 0.2 * unit, -half * 0.84, top + 1.7 * unit),
    rectangle('mark', half * 0.84, top + 0.2 * unit, half, top + 1.7 * unit),
  ];
  const columns = 12;
  for (let i = 0; i < columns; i++)
    shapes.push(
      circleShape('step', half * 0.76 * ((2 * i) / (columns - 1) - 1), top + 1.35 * unit, 0.13 * unit),
    );
  shapes.push(
    circleShape('step', 0, 0, Math.max(0.5, 0.12 * orchestra)),
    circleShape('lamp', 0, 0, Math.max(0.3, 0.07 * orchestra)),
  );
  const low = Math.max(...site.map(([, y]) => y));
  return {
    plan,
    x,
    y,
    pitch: MEASURE.pitch,
    scenery: { kind: 'shapes', shapes },
    bounds: { left: -edge - 0.6, top: -edge - 0.6, right: edge + 0.6, bottom: low + 0.6 },
  };
}
