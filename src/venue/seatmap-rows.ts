/** Finds the rows of seats in a seating plan. Pure. */
import { linksOf, pitchOf } from './along.js';
import { addTo, type SourceSeat } from './seatmap-file.js';

export interface SourceRow {
  /** Empty when the rows have no names of their own. */
  readonly title: string;
  readonly seats: readonly SourceSeat[];
}

/** Groups the seats of a block into rows, from the stage on: by their names, their titles, or their places. */
export function groupIntoRows(
  block: string,
  seats: readonly SourceSeat[],
  stage: 'top' | 'bottom',
  notes: string[],
): SourceRow[] {
  const byName = (nameOf: (seat: SourceSeat) => string | null): SourceRow[] | null => {
    const groups = new Map<string, SourceSeat[]>();
    const nameless: SourceSeat[] = [];
    for (const seat of seats) {
      const own = nameOf(seat);
      if (own === null || own === '') nameless.push(seat);
      else addTo(groups, own, seat);
    }
    if (nameless.length >= seats.length / 2) return null;
    const named = [...groups].flatMap(([title, group]) => group.map((seat) => [title, seat] as const));
    for (const seat of nameless) {
      let [nearest, best] = ['', Infinity];
      for (const [title, { x, y }] of named) {
        const far = Math.hypot(x - seat.x, 1.01 * (y - seat.y));
        if (far < best) [nearest, best] = [title, far];
      }
      addTo(groups, nearest, seat);
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
    [...x].map((px, i) => px * Math.cos(angle) + y[i]! * Math.sin(angle)),
    [...x].map((px, i) => y[i]! * Math.cos(angle) - px * Math.sin(angle)),
  ]);
  const size = xx * yy - xy * xy;
  const [cx, cy] = [(yy * xd - xy * yd) / size, (xx * yd - xy * xd) / size];
  // Angles start opposite the seats, so that no row is cut.
  const [mx, my] = [x, y].map((places) => places.reduce((sum, place) => sum + place, 0) / places.length) as [
    number,
    number,
  ];
  const towards = Math.atan2(my - cy, mx - cx);
  const radii = [...x].map((px, i) => Math.hypot(px - cx, y[i]! - cy));
  const arcs = [...x].map((px, i) => {
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
