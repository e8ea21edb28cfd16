import { expect } from '@open-wc/testing';
import {
  OccupancyError,
  applyOccupancy,
  countTaken,
  decodeOccupancy,
  emptyOccupancy,
  encodeDelta,
  encodeFull,
  isTaken,
  newlyTaken,
  setTaken,
} from '../../src/venue/index.js';
import { chance } from '../support/chance.js';
import { arena, hall } from './samples.js';

const FULL = '47534f43 01000000 68f306a0 0a000000 03000000 00000000 8102';
const DELTA = '47534f43 01010000 68f306a0 0a000000 03000000 02000000 09000080 04000000';

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (byte) => parseInt(byte, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function takenOf(capacity: number, seats: readonly number[]): Uint8Array {
  const taken = emptyOccupancy(capacity);
  for (const seat of seats) setTaken(taken, seat, true);
  return taken;
}

const head = { layout: hall.layout, capacity: hall.capacity, revision: 3 };

describe('occupancy bytes: the vectors of the protocol', () => {
  it('belong to the layout a006f368', () => {
    expect(hall.layout).to.equal('a006f368');
  });

  it('are what the full message encodes to', () => {
    expect(hexOf(encodeFull(head, takenOf(10, [0, 7, 9])))).to.equal(FULL.replaceAll(' ', ''));
  });

  it('are what the delta encodes to', () => {
    const changes = [
      { seat: 9, taken: true },
      { seat: 4, taken: false },
    ];
    expect(hexOf(encodeDelta(head, 2, changes))).to.equal(DELTA.replaceAll(' ', ''));
  });

  it('are read as the full message', () => {
    const message = decodeOccupancy(bytesOf(FULL), hall);
    expect(message).to.deep.equal({ ...head, kind: 'full', taken: takenOf(10, [0, 7, 9]) });
  });

  it('are read as the delta', () => {
    const message = decodeOccupancy(bytesOf(DELTA), hall);
    const changes = [
      { seat: 9, taken: true },
      { seat: 4, taken: false },
    ];
    expect(message).to.deep.equal({ ...head, kind: 'delta', base: 2, changes });
  });

  it('of the arena have 1,910 bytes', () => {
    expect(encodeFull({ ...arena, revision: 1 }, emptyOccupancy(arena.capacity)).length).to.equal(1910);
  });
});

describe('occupancy bytes that are refused whole', () => {
  const malformed: [what: string, hex: string, message: string][] = [
    ['no byte at all', '', 'occupancy: 0 bytes, a header alone has 24'],
    ['a header that ends early', FULL.slice(0, -7), 'occupancy: 23 bytes, a header alone has 24'],
    ['another magic', FULL.replace('47534f43', '47534f44'), 'occupancy: does not begin with "GSOC"'],
    [
      'HTML',
      hexOf(new TextEncoder().encode('<!doctype html><html><body>')),
      'occupancy: does not begin with "GSOC"',
    ],
    ['version 0', FULL.replace('01000000', '00000000'), 'occupancy: version 0, known is 1'],
    ['version 2', FULL.replace('01000000', '02000000'), 'occupancy: version 2, known is 1'],
    ['kind 2', FULL.replace('01000000', '01020000'), 'occupancy: kind 2, known are 0 (full) and 1 (delta)'],
    ['byte 6 set', FULL.replace('01000000', '01000100'), 'occupancy: bytes 6 and 7 must be zero'],
    ['byte 7 set', DELTA.replace('01010000', '01010001'), 'occupancy: bytes 6 and 7 must be zero'],
    [
      'a base in a full message',
      FULL.replace('03000000 00000000', '03000000 02000000'),
      'occupancy: a full message has base 0',
    ],
    ['a full message without its bits', FULL.slice(0, -5), 'occupancy: 0 bytes for 10 seats'],
    ['a full message that is too short', FULL.slice(0, -2), 'occupancy: 1 bytes for 10 seats'],
    ['a full message that is too long', `${FULL}00`, 'occupancy: 3 bytes for 10 seats'],
    ['the first spare bit set', FULL.replace('8102', '8106'), 'occupancy: a spare bit is set'],
    ['the last spare bit set', FULL.replace('8102', '8182'), 'occupancy: a spare bit is set'],
    ['half a change', DELTA.slice(0, -4), 'occupancy: a delta of 6 bytes is not made of 4-byte changes'],
    ['a delta for seat 10 of 10', DELTA.replace('04000000', '0a000000'), 'occupancy: seat 10 of 10'],
    [
      'a delta for the largest seat',
      DELTA.replace('04000000', 'ffffffff'),
      'occupancy: seat 2147483647 of 10',
    ],
  ];
  for (const [what, hex, message] of malformed) {
    it(what, () => {
      expect(() => decodeOccupancy(bytesOf(hex), hall))
        .to.throw(OccupancyError, message)
        .with.property('reason', 'malformed');
    });
  }

  const foreign: [what: string, hex: string][] = [
    ['another layout', FULL.replace('68f306a0', '68f306a1')],
    ['another capacity', FULL.replace('0a000000', '0b000000')],
    ['another layout of a delta', DELTA.replace('68f306a0', '00000000')],
  ];
  for (const [what, hex] of foreign) {
    it(`${what}, which asks for the campaign anew`, () => {
      expect(() => decodeOccupancy(bytesOf(hex), hall))
        .to.throw(OccupancyError, 'this venue is a006f368 with 10')
        .with.property('reason', 'layout');
    });
  }
});

describe('occupancy bytes', () => {
  it('allow a delta without changes', () => {
    expect(decodeOccupancy(encodeDelta(head, 3, []), hall)).to.deep.equal({
      ...head,
      kind: 'delta',
      base: 3,
      changes: [],
    });
  });

  it('keep a revision that uses all 32 bits', () => {
    const { revision } = decodeOccupancy(
      encodeFull({ ...head, revision: 0xffffffff }, takenOf(10, [])),
      hall,
    );
    expect(revision).to.equal(0xffffffff);
  });

  it('are read from a part of a larger buffer', () => {
    const buffer = new Uint8Array(100);
    buffer.set(bytesOf(FULL), 33);
    const message = decodeOccupancy(buffer.subarray(33, 33 + 26), hall);
    expect(message).to.deep.include({ kind: 'full', taken: takenOf(10, [0, 7, 9]) });
  });

  it('are copied: a later change of the buffer changes nothing', () => {
    const bytes = bytesOf(FULL);
    const message = decodeOccupancy(bytes, hall);
    bytes.fill(0);
    expect(message).to.deep.include({ taken: takenOf(10, [0, 7, 9]) });
  });

  const sizes: [what: string, seats: (random: () => number) => number[]][] = [
    ['the empty arena', () => []],
    ['the first seat', () => [0]],
    ['the last seat', () => [15085]],
    ['the full arena', () => Array.from({ length: 15086 }, (_, seat) => seat)],
    [
      'every third seat by chance',
      (random) => Array.from({ length: 15086 }, (_, s) => s).filter(() => random() < 1 / 3),
    ],
  ];
  for (const [what, choose] of sizes) {
    it(`make the round trip bytes -> bits -> bytes with ${what}`, () => {
      const seats = choose(chance(1));
      const taken = takenOf(arena.capacity, seats);
      const bytes = encodeFull({ ...arena, revision: 7 }, taken);
      const message = decodeOccupancy(bytes, arena);
      if (message.kind !== 'full') return expect.fail(message.kind);
      expect(hexOf(message.taken)).to.equal(hexOf(taken));
      expect(hexOf(encodeFull(message, message.taken))).to.equal(hexOf(bytes));
      expect(countTaken(message.taken, 0, arena.capacity)).to.equal(seats.length);
    });
  }
});

describe('the bits of seats', () => {
  it('are set and cleared one by one, the last seat too', () => {
    const taken = emptyOccupancy(10);
    for (const seat of [0, 7, 8, 9]) {
      setTaken(taken, seat, true);
      expect(isTaken(taken, seat)).to.equal(true);
    }
    expect([...taken]).to.deep.equal([0x81, 0x03]);
    setTaken(taken, 7, false);
    setTaken(taken, 7, false);
    expect([...taken]).to.deep.equal([0x01, 0x03]);
  });

  it('are counted between two seats', () => {
    const taken = takenOf(10, [0, 3, 4, 9]);
    expect([
      countTaken(taken, 0, 10),
      countTaken(taken, 3, 5),
      countTaken(taken, 5, 9),
      countTaken(taken, 4, 4),
    ]).to.deep.equal([4, 2, 0, 0]);
  });

  it('beyond the end are free, and setting them changes nothing', () => {
    const taken = emptyOccupancy(10);
    setTaken(taken, 16, true);
    expect(isTaken(taken, 16)).to.equal(false);
    expect([...taken]).to.deep.equal([0, 0]);
  });

  it('follow a message, and leave what was before as it is', () => {
    const head = { layout: '00000000', capacity: 10, revision: 2 };
    const before = takenOf(10, [0, 3]);
    const changes = [
      { seat: 3, taken: false },
      { seat: 9, taken: true },
    ];
    expect([...applyOccupancy({ ...head, kind: 'delta', base: 1, changes }, before)]).to.deep.equal([
      ...takenOf(10, [0, 9]),
    ]);
    expect([...applyOccupancy({ ...head, kind: 'full', taken: takenOf(10, [5]) }, before)]).to.deep.equal([
      ...takenOf(10, [5]),
    ]);
    expect([...before]).to.deep.equal([...takenOf(10, [0, 3])]);
  });

  it('tell who has sat down since, and whether somebody left', () => {
    const before = takenOf(20, [0, 9]);
    expect(newlyTaken(before, takenOf(20, [0, 7, 9, 19]))).to.deep.equal({
      seats: [7, 19],
      isOnlyMore: true,
    });
    expect(newlyTaken(before, takenOf(20, [0, 8]))).to.deep.equal({ seats: [8], isOnlyMore: false });
    expect(newlyTaken(before, before)).to.deep.equal({ seats: [], isOnlyMore: true });
  });
});
