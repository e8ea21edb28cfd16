import { expect } from '@open-wc/testing';
import { countTaken, derivedOrder, derivedSeats, isTaken } from '../../src/venue/index.js';
import { crc32 } from '../../src/venue/crc32.js';
import { mix32 } from '../../src/venue/mix32.js';

describe('the hash that derived seats are sorted by', () => {
  // MurmurHash3_x86_32 of nothing with these seeds is its finalizer of the seed.
  const table: [value: number, hash: number][] = [
    [0, 0],
    [1, 0x514e28b7],
    [0xffffffff, 0x81f16f39],
  ];
  for (const [value, hash] of table) {
    it(`of ${value} is ${hash.toString(16)}`, () => {
      expect(mix32(value)).to.equal(hash);
    });
  }
});

describe('the order in which derived seats light up', () => {
  for (const capacity of [1, 20, 3000, 70_000]) {
    it(`is the one of the protocol for ${capacity} seats`, () => {
      const kept = [3, 17, 2999].filter((seat) => seat < capacity);
      const seed = crc32('human-rights-match');
      const expected = Array.from({ length: capacity }, (_, seat) => seat)
        .filter((seat) => !kept.includes(seat))
        .sort((a, b) => mix32(a ^ seed) - mix32(b ^ seed));
      expect([...derivedOrder(capacity, 'human-rights-match', kept)]).to.deep.equal(expected);
    });
  }

  it('is another one for another petition', () => {
    expect([...derivedOrder(50, 'one', [])]).not.to.deep.equal([...derivedOrder(50, 'two', [])]);
  });

  it('has each of a million seats once', () => {
    const order = derivedOrder(1_000_000, 'p', []);
    const seen = new Uint8Array(1_000_000);
    for (const seat of order) seen[seat] = 1;
    expect(order.length).to.equal(1_000_000);
    expect(seen.every((one) => one === 1)).to.equal(true);
  });
});

describe('derived seats', () => {
  const lit = (count: number) => derivedSeats(100, 'p', [4, 50], count);

  const table: [count: number, taken: number][] = [
    [0, 2],
    [1, 3],
    [40, 42],
    [98, 100],
    [5000, 100],
    [-1, 2],
  ];
  for (const [count, taken] of table) {
    it(`of ${count} people and two who are kept a seat are ${taken}`, () => {
      expect(countTaken(lit(count), 0, 100)).to.equal(taken);
    });
  }

  it('always have the kept ones', () => {
    for (const seat of [4, 50]) expect(isTaken(lit(0), seat)).to.equal(true);
  });

  it('stay lit when more people come', () => {
    const [few, more] = [lit(30), lit(31)];
    for (let seat = 0; seat < 100; seat++) if (isTaken(few, seat)) expect(isTaken(more, seat)).to.equal(true);
  });
});
