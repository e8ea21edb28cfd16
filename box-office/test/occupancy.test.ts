import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeOccupancy, encodeDelta, encodeFull, makeVenue, setTaken } from 'grandstand/venue';

const row = (label: string, count: number, y: number) => ({
  label,
  seats: Array.from({ length: count }, (_, x) => [x, y] as const),
});
const venue = makeVenue({
  name: 'two rows',
  blocks: [{ label: 'A', rows: [row('1', 6, 0), row('2', 4, 1)] }],
});
const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** The vectors of docs/protocol.md, as the package that the box office uses reads and writes them. */
describe('the byte vectors of the protocol', () => {
  const full = hex('47534f43 01000000 68f306a0 0a000000 03000000 00000000 8102');
  const delta = hex('47534f43 01010000 68f306a0 0a000000 03000000 02000000 09000080 04000000');
  const changes = [
    { seat: 9, taken: true },
    { seat: 4, taken: false },
  ];

  it('layout id', () => assert.equal(venue.layout, 'a006f368'));

  it('full', () => {
    const taken = new Uint8Array(2);
    for (const seat of [0, 7, 9]) setTaken(taken, seat, true);
    assert.deepEqual(Buffer.from(encodeFull({ ...venue, revision: 3 }, taken)), full);
    const message = decodeOccupancy(full, venue);
    assert.ok(message.kind === 'full');
    assert.deepEqual([message.revision, [...message.taken]], [3, [0x81, 0x02]]);
  });

  it('delta', () => {
    assert.deepEqual(Buffer.from(encodeDelta({ ...venue, revision: 3 }, 2, changes)), delta);
    const message = decodeOccupancy(delta, venue);
    assert.ok(message.kind === 'delta');
    assert.deepEqual([message.base, message.changes], [2, changes]);
  });

  it('the arena takes 1,910 bytes', () => {
    const arena = makeVenue('arena');
    assert.equal(arena.capacity, 15_086);
    assert.equal(encodeFull({ ...arena, revision: 1 }, new Uint8Array(1886)).length, 1910);
  });
});
