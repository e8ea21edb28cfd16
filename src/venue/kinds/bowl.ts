import { AISLE, ICE, OUTLINE, PITCH, place, STEP } from './arena.js';
import type { Parameters } from '../read-spec.js';
import {
  arcSide,
  countPlaces,
  depthOf,
  fewest,
  seatPeople,
  smallest,
  splitRows,
  type StandMetrics,
  type Side,
  type Tier,
} from '../stands/stands.js';
import type { Draft } from '../venue.js';

/**
 * Distance of the first row from the edge of the ice, in a bowl of another size; wider seats leave more room for
 * names.
 */
const firstRow = (scale: number): number => 4.2 + Math.max(0, scale - 1) * 1.3;
/** Minimum distance of the last row from the edge of the ice, unless there are only a few seats. */
const MIN_DEPTH = 34.8;
/** Maximum scale of the seats, relative to the arena of 15,086. */
const MAX_SCALE = 2.2;
/** Maximum length of a block's longest row, at the scale of the arena's seats. */
const MAX_ROW_LENGTH = 21;
const ROWS = 18;

/**
 * Makes an arena of another size. The ice keeps its size, and the seats get finer or coarser until they have the
 * requested number; a small audience sits in a few rows next to the ice.
 */
export function makeBowl({ capacity }: Parameters): Draft {
  const people = capacity!;
  const measureAt = (scale: number): StandMetrics => ({
    pitch: PITCH * scale,
    step: STEP * scale,
    aisle: AISLE * scale,
    maxSpacing: 1.2,
  });
  const sides = OUTLINE.map((piece): Side =>
    piece.straight
      ? {
          length: () => piece.length,
          share: (_offset, pitch) => pitch,
          place: (at, offset, spot) => spot.set(place(piece, at, offset)),
        }
      : arcSide(piece.centreX, piece.centreY, ICE.corner, piece.start, Math.PI / 2),
  );
  const tiersAt = (scale: number, rows: number): Tier[] => {
    const measure = measureAt(scale);
    const first = firstRow(scale);
    return splitRows(rows, ROWS, rows > 12 ? 2 : 1, measure, 4.2 * scale, (from, own) =>
      sides.map((side, s) =>
        // A handful of people sit only along the sides and ends.
        people < 60 && !OUTLINE[s]!.straight
          ? 0
          : Math.max(1, Math.ceil(side.length(first + from + own * measure.step) / (MAX_ROW_LENGTH * scale))),
      ),
    ).map((tier) => ({ ...tier, from: tier.from + first }));
  };
  // Finds the largest scale that has room, by its inverse, fineness.
  const scaleFor = (rows: number): number =>
    1 /
    smallest(
      1 / MAX_SCALE,
      (fineness) => countPlaces(sides, tiersAt(1 / fineness, rows), measureAt(1 / fineness)) >= people,
    );
  const rows = fewest((count) => {
    const scale = scaleFor(count);
    return scale >= MAX_SCALE * 0.999 || depthOf(tiersAt(scale, count), STEP * scale) >= MIN_DEPTH;
  });
  const scale = scaleFor(rows);
  const tiers = tiersAt(scale, rows);
  const measure = measureAt(scale);
  const bands = tiers.map(({ from, rows: own }) => ({
    from: from - measure.step / 2,
    to: from + (own - 0.5) * measure.step,
  }));
  const wall = depthOf(tiers, measure.step) + 3.4;
  const halfLength = ICE.halfLength + wall;
  const halfWidth = ICE.halfWidth + wall;
  return {
    ...seatPeople(sides, tiers, measure, people),
    pitch: measure.pitch,
    scenery: {
      kind: 'rink',
      ice: ICE,
      // Walkways too narrow to be seen are omitted.
      tiers: scale < 0.4 ? [{ from: bands[0]!.from, to: bands.at(-1)!.to }] : bands,
      wall,
    },
    bounds: { left: -halfLength, top: -halfWidth, right: halfLength, bottom: halfWidth },
  };
}
