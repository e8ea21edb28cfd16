import { fanWays, makeFan, type FanRules } from '../stands/fan.js';
import type { Parameters } from '../read-spec.js';
import { arc, bend, circleShape, polygon, ray, rectangle } from '../stands/shapes.js';
import type { Draft, Shape } from '../venue.js';

/**
 * A parliament: half a ring of seats around the well, in wedges as parties sit, and opposite the rostrum. Lengths
 * in metres; 0,0 is the middle of the ring, the rostrum is below it.
 */
const CAPACITY = 600;
const MEASURE = { pitch: 0.52, step: 0.9, aisle: 1.25, maxSpacing: 1.2 };
/** Distance between the well and the first row, which leaves room for the names of blocks; metres. */
const APRON = 2.9;
/** Maximum length of a block's longest row, in metres. */
const MAX_ROW_LENGTH = 17.5;

export function makeHemicycle({ capacity, wedges }: Parameters): Draft {
  const people = capacity ?? CAPACITY;
  const parties = wedges ?? (people < 60 ? 3 : people < 250 ? 5 : people < 3000 ? 7 : 9);
  const rules: FanRules = {
    start: Math.PI,
    end: 2 * Math.PI,
    measure: MEASURE,
    walkway: 4.2,
    rows: 16,
    tiers: 1,
    minRadius: Math.max(5, 0.9 * parties),
    openness: 0.4,
    blocks: (length) => parties * Math.max(1, Math.ceil(length / parties / MAX_ROW_LENGTH)),
  };
  const fan = makeFan(people, rules);
  const { plan, x, y, inner, outer } = fan;
  const edge = outer + 3.2;
  const well = inner - APRON;
  // The rostrum grows with the hall, but more slowly.
  const unit = 1 + (inner - 5) / 16;
  const deep = 4.4 * unit;
  const half = Math.min(well * 0.92, 4.6 * unit);
  const front = deep * 0.34;
  const hall = [
    ...bend(edge, rules.start, rules.end),
    [edge, deep + 1.6] as const,
    [-edge, deep + 1.6] as const,
  ];
  const shapes: Shape[] = [
    polygon('ground', ...hall),
    polygon('wall', ...hall),
    polygon('stage', ...bend(well, rules.start, rules.end), [well, deep + 0.2], [-well, deep + 0.2]),
    ...fanWays(fan, rules),
    arc('line', well * 0.72, well * 0.72, Math.PI, 2 * Math.PI),
    arc('line', well * 0.44, well * 0.44, Math.PI, 2 * Math.PI),
  ];
  for (let p = 1; p < parties; p++)
    shapes.push(ray('line', well * 0.44, well * 0.98, Math.PI + (Math.PI * p) / parties, 0));
  shapes.push(
    // The rostrum: two steps, the long desk of the presiding officers, and before it the speaker's.
    rectangle('step', -half, front, half, deep),
    rectangle('step', -half * 0.82, front + 0.5 * unit, half * 0.82, deep - 0.3 * unit),
    rectangle('mark', -half * 0.66, deep - 1.75 * unit, half * 0.66, deep - 1.1 * unit),
    rectangle('mark', -half * 0.16, front + 0.62 * unit, half * 0.16, front + 1.08 * unit),
    circleShape('lamp', 0, front + 0.2 * unit, 0.3 * unit),
  );
  return {
    plan,
    x,
    y,
    pitch: MEASURE.pitch,
    scenery: { kind: 'shapes', shapes },
    bounds: { left: -edge - 0.6, top: -edge - 0.6, right: edge + 0.6, bottom: deep + 2.2 },
  };
}
