/**
 * The taken seats: one bit per seat, seat s = bit (s & 7) of byte (s >> 3), 1 = given, held or kept; and their
 * encoding as bytes (`application/vnd.grandstand.occupancy`, docs/protocol.md).
 */

export const OCCUPANCY_TYPE = 'application/vnd.grandstand.occupancy';

const MAGIC = 0x434f5347; // "GSOC", little-endian
const VERSION = 1;
const HEADER = 24;
const TAKEN_BIT = 0x80000000;

/** Returns a set in which all of `capacity` seats are free. */
export function emptyOccupancy(capacity: number): Uint8Array {
  return new Uint8Array((capacity + 7) >> 3);
}

export function isTaken(taken: Uint8Array, seat: number): boolean {
  return ((taken[seat >> 3] ?? 0) & (1 << (seat & 7))) !== 0;
}

/** Sets or clears one seat, in place. */
export function setTaken(taken: Uint8Array, seat: number, value: boolean): void {
  if (value) taken[seat >> 3]! |= 1 << (seat & 7);
  else taken[seat >> 3]! &= ~(1 << (seat & 7));
}

/** Counts the taken seats in `from .. to - 1`. */
export function countTaken(taken: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let seat = from; seat < to; seat++) if (isTaken(taken, seat)) count++;
  return count;
}

/** One seat that was taken or freed. */
export interface SeatChange {
  seat: number;
  taken: boolean;
}

/** The header of both kinds of message. `layout` is the layout id as 8 hex digits. */
export interface OccupancyHead {
  layout: string;
  capacity: number;
  revision: number;
}

export type OccupancyMessage = OccupancyHead &
  ({ kind: 'full'; taken: Uint8Array } | { kind: 'delta'; base: number; changes: SeatChange[] });

function writeHeader(
  kind: 0 | 1,
  head: OccupancyHead,
  base: number,
  body: number,
): { bytes: Uint8Array<ArrayBuffer>; view: DataView } {
  const bytes = new Uint8Array(HEADER + body);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  bytes[4] = VERSION;
  bytes[5] = kind;
  view.setUint32(8, parseInt(head.layout, 16), true);
  view.setUint32(12, head.capacity, true);
  view.setUint32(16, head.revision, true);
  view.setUint32(20, base, true);
  return { bytes, view };
}

/** Encodes the whole occupancy. */
export function encodeFull(head: OccupancyHead, taken: Uint8Array): Uint8Array<ArrayBuffer> {
  const { bytes } = writeHeader(0, head, 0, (head.capacity + 7) >> 3);
  bytes.set(taken.subarray(0, (head.capacity + 7) >> 3), HEADER);
  return bytes;
}

/** Encodes the changes since revision `base`. */
export function encodeDelta(
  head: OccupancyHead,
  base: number,
  changes: readonly SeatChange[],
): Uint8Array<ArrayBuffer> {
  const { bytes, view } = writeHeader(1, head, base, changes.length * 4);
  changes.forEach(({ seat, taken }, i) =>
    view.setUint32(HEADER + i * 4, (seat | (taken ? TAKEN_BIT : 0)) >>> 0, true),
  );
  return bytes;
}

/** Thrown when the bytes break the protocol; none of them has been used. */
export class OccupancyError extends Error {
  override readonly name = 'OccupancyError';
  constructor(
    message: string,
    /** `layout`: well-formed, but for another layout or capacity, so the campaign must be read again. */
    readonly reason: 'malformed' | 'layout' = 'malformed',
  ) {
    super(message);
  }
}

/**
 * Decodes occupancy bytes for a venue; rejects all of them if any are wrong.
 * @throws OccupancyError
 */
export function decodeOccupancy(
  bytes: Uint8Array,
  expected: { layout: string; capacity: number },
): OccupancyMessage {
  if (bytes.length < HEADER)
    throw new OccupancyError(`occupancy: ${bytes.length} bytes, a header alone has ${HEADER}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0, true) !== MAGIC) throw new OccupancyError('occupancy: does not begin with "GSOC"');
  if (bytes[4] !== VERSION) throw new OccupancyError(`occupancy: version ${bytes[4]}, known is ${VERSION}`);
  const kind = bytes[5];
  if (kind !== 0 && kind !== 1)
    throw new OccupancyError(`occupancy: kind ${kind}, known are 0 (full) and 1 (delta)`);
  if (view.getUint16(6, true) !== 0) throw new OccupancyError('occupancy: bytes 6 and 7 must be zero');
  const layout = view.getUint32(8, true).toString(16).padStart(8, '0');
  const capacity = view.getUint32(12, true);
  if (layout !== expected.layout || capacity !== expected.capacity) {
    throw new OccupancyError(
      `occupancy: layout ${layout} with ${capacity} seats, this venue is ${expected.layout} with ${expected.capacity}`,
      'layout',
    );
  }
  const revision = view.getUint32(16, true);
  const base = view.getUint32(20, true);
  const body = bytes.length - HEADER;
  if (kind === 0) {
    if (base !== 0) throw new OccupancyError('occupancy: a full message has base 0');
    if (body !== (capacity + 7) >> 3)
      throw new OccupancyError(`occupancy: ${body} bytes for ${capacity} seats`);
    const taken = bytes.slice(HEADER);
    if (capacity & 7 && taken[taken.length - 1]! >> (capacity & 7))
      throw new OccupancyError('occupancy: a spare bit is set');
    return { kind: 'full', layout, capacity, revision, taken };
  }
  if (body % 4 !== 0)
    throw new OccupancyError(`occupancy: a delta of ${body} bytes is not made of 4-byte changes`);
  const changes: SeatChange[] = [];
  for (let at = HEADER; at < bytes.length; at += 4) {
    const word = view.getUint32(at, true);
    const seat = word & 0x7fffffff;
    if (seat >= capacity) throw new OccupancyError(`occupancy: seat ${seat} of ${capacity}`);
    changes.push({ seat, taken: word >>> 31 === 1 });
  }
  return { kind: 'delta', layout, capacity, revision, base, changes };
}

/**
 * Returns the occupancy after a message: its full content, or its changes applied to `before`, which is not
 * modified.
 */
export function applyOccupancy(message: OccupancyMessage, before: Uint8Array): Uint8Array {
  if (message.kind === 'full') return message.taken;
  const taken = before.slice();
  for (const change of message.changes) setTaken(taken, change.seat, change.taken);
  return taken;
}

/**
 * Returns the seats that are taken now and were not before, in order; `isOnlyMore`: no seat was freed. Both sets
 * have the same capacity.
 */
export function newlyTaken(before: Uint8Array, taken: Uint8Array): { seats: number[]; isOnlyMore: boolean } {
  const seats: number[] = [];
  let isOnlyMore = true;
  for (let byte = 0; byte < taken.length; byte++) {
    if (taken[byte] === before[byte]) continue;
    if (before[byte]! & ~taken[byte]!) isOnlyMore = false;
    for (let bit = 0; bit < 8; bit++)
      if (taken[byte]! & ~before[byte]! & (1 << bit)) seats.push(byte * 8 + bit);
  }
  return { seats, isOnlyMore };
}
