/** Finds which seats of an author's own venue are beside each other, whatever their numbers. */

/** Number of seats sampled to estimate the distance between neighbours. */
const SAMPLE_SIZE = 4096;
/** More than the seats of any venue: a position and its seat form one number, which sorts without allocating pairs. */
const SEAT_LIMIT = 2 ** 20;
const STEPS = 2 ** 32;
/** Number of seats examined on each side: more than a bend brings within reach, few when all are in one spot. */
const MAX_EXAMINED = 256;

/** Returns the ends of the stretch that places cover. */
function extentOf(places: Float32Array): { low: number; high: number } {
  return {
    low: places.reduce((a, b) => Math.min(a, b), Infinity),
    high: places.reduce((a, b) => Math.max(a, b), -Infinity),
  };
}

/** Returns the seats sorted along one axis. */
function sortAlong(places: Float32Array, first: number, count: number): Uint32Array {
  const own = places.subarray(first, first + count);
  const { low, high } = extentOf(own);
  const scale = (STEPS - 1) / (high - low || 1);
  const keys = Float64Array.from(
    own,
    (place, i) => Math.floor((place - low) * scale) * SEAT_LIMIT + i,
  ).sort();
  return Uint32Array.from(keys, (key) => first + (key % SEAT_LIMIT));
}

/** Returns the axis along which the seats are spread wider. */
function widestAxis(x: Float32Array, y: Float32Array, first: number, count: number): Float32Array {
  const width = (places: Float32Array): number => {
    const { low, high } = extentOf(places.subarray(first, first + count));
    return high - low;
  };
  return width(x) >= width(y) ? x : y;
}

/**
 * Returns the pitch: the median distance from a seat to its nearest other seat (a sample of some thousand seats in
 * larger venues); 1 when there is no such distance.
 */
export function pitchOf(x: Float32Array, y: Float32Array): number {
  const axis = widestAxis(x, y, 0, x.length);
  const line = sortAlong(axis, 0, x.length);
  const stride = Math.ceil(x.length / SAMPLE_SIZE);
  const distances: number[] = [];
  for (let at = 0; at < line.length && line.length > 1; at += stride) {
    const seat = line[at]!;
    let best = Infinity;
    for (const step of [1, -1]) {
      for (let i = at + step; i >= 0 && i < line.length; i += step) {
        const other = line[i]!;
        if (Math.abs(axis[other]! - axis[seat]!) >= best) break;
        best = Math.min(best, Math.hypot(x[other]! - x[seat]!, y[other]! - y[seat]!));
      }
    }
    distances.push(best);
  }
  return distances.sort((a, b) => a - b)[distances.length >> 1] || 1;
}

/**
 * Returns the seats of a row in the order in which they are beside each other, or null when that is the order of
 * their numbers. Each seat is followed by the nearest one on its other side, at most 1.5 pitches away; runs
 * separated by an aisle follow each other in their order in space.
 */
export function alongRow(
  x: Float32Array,
  y: Float32Array,
  first: number,
  count: number,
  pitch: number,
): Uint32Array | null {
  if (!turnsBack(x, y, first, count)) return null;
  const links = linksOf(x, y, first, count, 1.5 * pitch * (1 + 1e-6));
  const order = new Uint32Array(count);
  const isPlaced = new Uint8Array(count);
  let placed = 0;
  const place = (start: number): void => {
    let seat: number | undefined = start;
    while (seat !== undefined) {
      isPlaced[seat - first] = 1;
      order[placed++] = seat;
      seat = links[seat - first]!.find((other) => !isPlaced[other - first]);
    }
  };
  const line = sortAlong(widestAxis(x, y, first, count), first, count);
  // Runs start at an end; whatever remains is a ring.
  for (const most of [1, 2])
    for (const seat of line) if (!isPlaced[seat - first] && links[seat - first]!.length <= most) place(seat);
  return order;
}

/** Checks whether a row, in the order of its numbers, turns back somewhere. */
function turnsBack(x: Float32Array, y: Float32Array, first: number, count: number): boolean {
  for (let seat = first + 1; seat < first + count - 1; seat++) {
    const along =
      (x[seat]! - x[seat - 1]!) * (x[seat + 1]! - x[seat]!) +
      (y[seat]! - y[seat - 1]!) * (y[seat + 1]! - y[seat]!);
    if (along <= 0) return true;
  }
  return false;
}

/**
 * Links each seat to the nearest in the row, and to the nearest on its other side, within reach; only mutual links
 * count.
 */
export function linksOf(
  x: Float32Array,
  y: Float32Array,
  first: number,
  count: number,
  reach: number,
): readonly (readonly number[])[] {
  const axis = widestAxis(x, y, first, count);
  const line = sortAlong(axis, first, count);
  const sides: number[][] = new Array<number>(count).fill(0).map(() => []);
  line.forEach((seat, at) => {
    const near: { seat: number; dx: number; dy: number; d: number }[] = [];
    for (const step of [1, -1]) {
      for (let i = at + step; i >= 0 && i < count && Math.abs(i - at) <= MAX_EXAMINED; i += step) {
        const other = line[i]!;
        if (Math.abs(axis[other]! - axis[seat]!) > reach) break;
        const [dx, dy] = [x[other]! - x[seat]!, y[other]! - y[seat]!];
        const d = dx * dx + dy * dy;
        if (d <= reach * reach) near.push({ seat: other, dx, dy, d });
      }
    }
    near.sort((a, b) => a.d - b.d || a.seat - b.seat);
    const one = near[0];
    if (!one) return;
    const opposite = near.find(({ dx, dy }) => dx * one.dx + dy * one.dy < 0);
    sides[seat - first] = opposite ? [one.seat, opposite.seat] : [one.seat];
  });
  return sides.map((own, i) => own.filter((other) => sides[other - first]!.includes(first + i)));
}
