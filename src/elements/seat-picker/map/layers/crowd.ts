import { eachSeat, seatNear, type VenueIndex } from '../scene.js';
import { addCircle, fillPath, TURN } from '../canvas.js';
import type { Palette } from '../palette.js';
import { itemAt } from '../read.js';

/** Maximum number of people drawn; the text of the picker gives the full count. */
const MAX_PEOPLE = 900;
/** Space of one standing person, in metres on the ice, in pitches elsewhere. */
const PERSON_SPACE = 0.62;
/** Distances behind the last row, in pitches. */
const DISTANCES_BEHIND = [1.5, 2.3, 3.1];

/**
 * Returns places for `count` standing people, as x, y, x, y ... in venue units: round the ice between the boards and the
 * first row, elsewhere behind the last rows. The places are always the same; more people stand closer together.
 */
export function standingPlaces(index: VenueIndex, count: number): number[] {
  const candidates = index.venue.scenery.kind === 'rink' ? roundTheIce(index) : behindTheRows(index);
  const places: number[] = [];
  const order = candidates
    .map((place, i) => ({ place, rank: hashToUnit(i) }))
    .sort((one, other) => one.rank - other.rank);
  const { pitch, scenery } = index.venue;
  for (const { place } of order) {
    if (places.length >= 2 * Math.min(count, MAX_PEOPLE)) break;
    if (scenery.kind === 'rink' || seatNear(index, ...place, 1.2 * pitch) === null) places.push(...place);
  }
  return places;
}

/** Hashes a number to a value from 0 to 1, always the same one. */
function hashToUnit(i: number): number {
  return ((Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(i + 7, 0x85ebca6b)) >>> 0) / 2 ** 32;
}

function roundTheIce({ venue }: VenueIndex): [number, number][] {
  if (venue.scenery.kind !== 'rink') return [];
  const { ice, tiers } = venue.scenery;
  const [sideX, sideY] = [ice.halfLength - ice.corner, ice.halfWidth - ice.corner];
  const places: [number, number][] = [];
  for (let offset = 1; offset < itemAt(tiers, 0).from - 0.7; offset += PERSON_SPACE) {
    const radius = ice.corner + offset;
    const quarter = (radius * TURN) / 4;
    const around = 4 * (sideX + sideY + quarter);
    for (let i = 0, n = Math.floor(around / PERSON_SPACE); i < n; i++) {
      let at = ((i + 0.5 + 0.7 * (hashToUnit(i) - 0.5)) * around) / n;
      // Along a side, then round the corner at its end; four times.
      for (let side = 0; side < 4; side++) {
        const length = 2 * (side % 2 === 0 ? sideX : sideY);
        if (at >= length + quarter) {
          at -= length + quarter;
          continue;
        }
        const [cos, sin] = [Math.round(Math.cos((side * TURN) / 4)), Math.round(Math.sin((side * TURN) / 4))];
        const bend = Math.max(0, at - length) / radius;
        const reach = radius + 0.4 * PERSON_SPACE * hashToUnit(places.length);
        const along = Math.min(at, length) - length / 2 + reach * Math.sin(bend);
        const out = (side % 2 === 0 ? sideY : sideX) + reach * Math.cos(bend);
        const [x, y] = [along * cos + out * sin, along * sin - out * cos];
        // Keep the benches of the teams clear.
        if (Math.abs(x) > 14.5 || offset > 2.4) places.push([x, y]);
        break;
      }
    }
  }
  return places;
}

function behindTheRows(index: VenueIndex): [number, number][] {
  const { venue } = index;
  const { pitch } = venue;
  const places: [number, number][] = [];
  for (const { firstRow, rowCount } of venue.blocks) {
    eachSeat(index, firstRow + rowCount - 1, (seat, x, y, rightX, rightY) => {
      const distance =
        (itemAt(DISTANCES_BEHIND, seat % DISTANCES_BEHIND.length) + 0.3 * hashToUnit(seat)) * pitch;
      places.push([x - rightY * distance, y + rightX * distance]);
    });
  }
  return places;
}

/** Paints the standing people, small and warm, shoulder to shoulder; `unit`: venue units per CSS px. */
export function paintCrowd(
  ctx: CanvasRenderingContext2D,
  { venue }: VenueIndex,
  places: readonly number[],
  palette: Palette,
  unit: number,
): void {
  const size = venue.scenery.kind === 'rink' ? PERSON_SPACE : venue.pitch;
  const dots = (radius: number, colour: string, parity?: number): void =>
    fillPath(ctx, colour, () => {
      for (let i = 0; i < places.length; i += 2) {
        if (parity !== undefined && (i >> 1) % 2 !== parity) continue;
        addCircle(ctx, itemAt(places, i), itemAt(places, i + 1), radius);
      }
    });
  const body = Math.max(0.34 * size, 1.2 * unit);
  if (palette.isForced) return dots(0.47 * body, palette.label);
  // One dark mass behind them, so that they read as a crowd and not as specks.
  dots(1.5 * body, '#3a2410');
  dots(body, palette['seat-taken-1'], 0);
  dots(body, palette['seat-taken-2'], 1);
  dots(0.5 * body, palette['seat-head']);
}
