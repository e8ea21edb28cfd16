/** Brings the places of a seating plan into the units of a venue. Pure. */
import { pitchOf } from './along.js';
import { addTo, type SourceBlock } from './seatmap-file.js';

/** Metres in one degree of latitude. */
const DEGREE = 111_320;
/** Maximum size of a hall, and maximum distance between its seats, in degrees. */
const HALL_DEGREES = 0.05;
const SEAT_DEGREES = 0.0005;
/** Distance in pitches beyond which a seat is reported as a stray. */
const STRAY = 30;
const FURTHEST = 1e6;

/**
 * Returns the blocks with coordinates that 32-bit floats can represent: converts degrees to metres, and moves
 * distant blocks to the origin.
 */
export function normalisePlaces(blocks: readonly SourceBlock[], notes: string[]): SourceBlock[] {
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
  all.forEach(({ x, y }, i) => addTo(cells, `${Math.floor(x / reach)} ${Math.floor(y / reach)}`, i));
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
