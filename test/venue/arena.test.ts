import { expect } from '@open-wc/testing';
import { facing, isSeat, rowOf, seatAtPoint, seatIndex } from '../../src/venue/index.js';
import { arena } from './samples.js';

const { blocks, rows, x, y } = arena;
const every = Array.from({ length: arena.capacity }, (_, seat) => seat);

/** Distance of a point from the outline of the ice; negative inside. */
function offsetFromIce(px: number, py: number): number {
  const dx = Math.max(Math.abs(px) - (30 - 8.5), 0);
  const dy = Math.max(Math.abs(py) - (15 - 8.5), 0);
  return dx > 0 && dy > 0 ? Math.hypot(dx, dy) - 8.5 : Math.max(Math.abs(px) - 30, Math.abs(py) - 15);
}

function middleOf(block: { first: number; count: number }): [number, number] {
  const sum = (values: Float32Array) =>
    values.subarray(block.first, block.first + block.count).reduce((total, value) => total + value, 0);
  return [sum(x) / block.count, sum(y) / block.count];
}

describe('the arena', () => {
  it('has exactly 15,086 seats in 40 blocks and 632 rows', () => {
    expect(arena.capacity).to.equal(15086);
    expect([x.length, y.length]).to.deep.equal([15086, 15086]);
    expect(blocks.length).to.equal(40);
    expect(rows.length).to.equal(632);
  });

  it('has the layout id 6cc5179a', () => {
    expect(arena.layout).to.equal('6cc5179a');
  });

  it('labels the lower tier 1 to 18 and the upper tier 201 to 222', () => {
    const labels = Array.from({ length: 18 }, (_, i) => String(i + 1)).concat(
      Array.from({ length: 22 }, (_, i) => String(i + 201)),
    );
    expect(blocks.map(({ label }) => label)).to.deep.equal(labels);
  });

  it('has 18 rows in each lower and 14 in each upper block, row 1 nearest the ice', () => {
    for (const [b, block] of blocks.entries()) {
      expect(block.rowCount, block.label).to.equal(b < 18 ? 18 : 14);
      const own = rows.slice(block.firstRow, block.firstRow + block.rowCount);
      expect(own.map(({ label }) => label)).to.deep.equal(own.map((_, r) => String(r + 1)));
      const offsets = own.map(({ first }) => offsetFromIce(x[first]!, y[first]!));
      expect(offsets, block.label).to.deep.equal([...offsets].sort((a, b2) => a - b2));
    }
  });

  it('puts its seats one after another: blocks, rows and seats have no gap and no overlap', () => {
    let next = 0;
    for (const row of rows) {
      expect(row.first).to.equal(next);
      expect(row.count).to.be.greaterThan(0);
      next += row.count;
    }
    expect(next).to.equal(arena.capacity);
    next = 0;
    for (const block of blocks) {
      expect(block.first).to.equal(next);
      expect(block.first).to.equal(rows[block.firstRow]!.first);
      next += block.count;
    }
    expect(next).to.equal(arena.capacity);
  });

  it('finds the row of every seat', () => {
    for (const seat of every) {
      const { first, count } = rows[rowOf(arena, seat)]!;
      if (seat < first || seat >= first + count)
        expect.fail(`seat ${seat} is not in row ${rowOf(arena, seat)}`);
    }
  });

  it('lets no two seats overlap: no two centres are closer than 0.51', () => {
    const near = every.filter(
      (seat) => seatAtPoint(arena, x[seat]!, y[seat]!, 0.51, (other) => other !== seat) !== null,
    );
    expect(near).to.deep.equal([]);
  });

  it('keeps every seat between the ice and the wall, within its bounds', () => {
    const { left, right, top, bottom } = arena.bounds;
    expect([left, top, right, bottom]).to.deep.equal([-68.2, -53.2, 68.2, 53.2]);
    for (const seat of every) {
      const offset = offsetFromIce(x[seat]!, y[seat]!);
      if (!(offset > 4.19 && offset < 38.2)) expect.fail(`seat ${seat} lies ${offset} from the ice`);
    }
  });

  for (const label of ['1', '201']) {
    it(`centres block ${label} on the middle of the left end`, () => {
      const [mx, my] = middleOf(blocks.find((block) => block.label === label)!);
      expect(mx).to.be.lessThan(-30);
      expect(my).to.be.closeTo(0, 0.001);
    });
  }

  it('numbers clockwise as seen from above: blocks round the ice, and seats along every row', () => {
    // With y downwards, a positive cross product turns clockwise.
    const turns = (ax: number, ay: number, bx: number, by: number) => ax * by - ay * bx > 0;
    for (const tier of [blocks.slice(0, 18), blocks.slice(18)]) {
      const middles = tier.map(middleOf);
      middles.forEach(([ax, ay], i) => {
        const [bx, by] = middles[(i + 1) % middles.length]!;
        expect(turns(ax, ay, bx, by), `after block ${tier[i]!.label}`).to.equal(true);
      });
    }
    for (const { first, count } of rows) {
      for (let seat = first; seat + 1 < first + count; seat++) {
        if (!turns(x[seat]!, y[seat]!, x[seat + 1]!, y[seat + 1]!))
          expect.fail(`from seat ${seat} to the next`);
      }
    }
  });

  it('lets every seat look at the ice', () => {
    for (const seat of every) {
      const angle = facing(arena, seat);
      const before = offsetFromIce(x[seat]!, y[seat]!);
      const after = offsetFromIce(x[seat]! + Math.cos(angle), y[seat]! + Math.sin(angle));
      // One step towards the ice brings it one step nearer, whatever the row's curve.
      if (!(before - after > 0.99)) expect.fail(`seat ${seat} comes ${before - after} nearer`);
    }
  });

  it('needs at most 12 bytes a seat for places and their index', () => {
    const { starts, seats } = seatIndex(arena);
    const bytes = x.byteLength + y.byteLength + starts.byteLength + seats.byteLength;
    expect(bytes / arena.capacity).to.be.at.most(12);
  });
});

describe('isSeat', () => {
  const table: [value: unknown, expected: boolean][] = [
    [0, true],
    [15085, true],
    [15086, false],
    [-1, false],
    [0.5, false],
    [NaN, false],
    ['0', false],
    [null, false],
    [undefined, false],
  ];
  for (const [value, expected] of table) {
    it(`says ${expected} to ${String(value)}`, () => {
      expect(isSeat(arena, value)).to.equal(expected);
    });
  }
});
