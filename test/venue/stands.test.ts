import { expect } from '@open-wc/testing';
import {
  besides,
  distance,
  makeVenue,
  neighbourOf,
  seatAtPoint,
  seatCode,
  VENUE_KINDS,
  type Direction,
  type Shape,
  type Venue,
} from '../../src/venue/index.js';
import { fewest, smallest } from '../../src/venue/stands/stands.js';

const CAPACITIES = [20, 21, 99, 600, 15_086, 100_000, 1_000_000];
const DIRECTIONS: readonly Direction[] = ['left', 'right', 'forward', 'back'];

/** Every seat of a small venue, some thousands of a large one. */
function* some({ capacity }: Venue): Iterable<number> {
  const step = Math.max(1, Math.floor(capacity / 5000));
  for (let seat = 0; seat < capacity; seat += step) yield seat;
}

for (const kind of VENUE_KINDS) {
  describe(`any ${kind}`, () => {
    for (const capacity of CAPACITIES) {
      describe(`of ${capacity} places`, () => {
        let venue: Venue;
        before(() => (venue = makeVenue({ kind, capacity })));

        it('has exactly so many, blocks, rows and places without a gap', () => {
          expect([venue.capacity, venue.x.length, venue.y.length]).to.deep.equal([
            capacity,
            capacity,
            capacity,
          ]);
          let next = 0;
          for (const { first, count } of venue.rows) {
            if (first !== next || count < 1) expect.fail(`row at ${first}`);
            next += count;
          }
          expect(next).to.equal(capacity);
          expect(venue.blocks.reduce((sum, { count }) => sum + count, 0)).to.equal(capacity);
        });

        it('labels blocks and rows so that no two are alike, with 1 to 12 letters or digits', () => {
          const labels = venue.blocks.map(({ label }) => label);
          expect(new Set(labels).size).to.equal(labels.length);
          expect(labels.every((label) => /^[\p{L}\p{N}]{1,12}$/u.test(label))).to.equal(true);
          for (const { firstRow, rowCount } of venue.blocks)
            for (let r = 0; r < rowCount; r++)
              if (venue.rows[firstRow + r]!.label !== String(r + 1)) expect.fail(`row ${firstRow + r}`);
        });

        it('has blocks and rows that people find their way in', () => {
          const rows = venue.rows.map(({ count }) => count);
          const blocks = venue.blocks.map(({ count }) => count);
          expect(Math.max(...rows), 'a row').to.be.at.most(41);
          expect(Math.max(...blocks), 'a block').to.be.at.most(700);
          expect(Math.max(...venue.blocks.map(({ rowCount }) => rowCount)), 'rows').to.be.at.most(18);
          if (capacity > 15_000) expect(Math.min(...blocks), 'a block').to.be.at.least(100);
        });

        it('has no place outside its bounds, and none that is no number', () => {
          const { left, right, top, bottom } = venue.bounds;
          for (let seat = 0; seat < capacity; seat++) {
            const [x, y] = [venue.x[seat]!, venue.y[seat]!];
            if (!(x > left && x < right && y > top && y < bottom)) expect.fail(`${seat} at ${x}, ${y}`);
          }
        });

        it('has no two places nearer than a pitch', () => {
          for (const seat of some(venue)) {
            const near = seatAtPoint(
              venue,
              venue.x[seat]!,
              venue.y[seat]!,
              0.998 * venue.pitch,
              (other) => other !== seat,
            );
            if (near !== null) expect.fail(`${seatCode(venue, seat)} and ${seatCode(venue, near)}`);
          }
        });

        it('sits the next number of a row beside the one before, unless a way in lies between', () => {
          let apart = 0;
          for (const seat of some(venue)) {
            const next = besides(venue, seat)[0];
            const isLast = venue.rows.some(({ first, count }) => first + count - 1 === seat);
            if (!isLast && next !== seat + 1) apart++;
          }
          // Only in the arena of 15,086.
          if (kind !== 'arena' || capacity !== 15_086) expect(apart).to.equal(0);
        });

        it('has row 1 nearest the stage', () => {
          // In all of them the stage is in the middle.
          const far = (r: number): number => {
            const { first, count } = venue.rows[r]!;
            let sum = 0;
            for (let seat = first; seat < first + count; seat++) {
              const [x, y] = [Math.abs(venue.x[seat]!), Math.abs(venue.y[seat]!)];
              sum +=
                kind === 'square'
                  ? Math.max(x, y)
                  : kind === 'arena'
                    ? Math.max(x - 30, y - 15)
                    : Math.hypot(x, y);
            }
            return sum / count;
          };
          for (const { firstRow, rowCount, label } of venue.blocks.slice(0, 60))
            for (let r = firstRow + 1; r < firstRow + rowCount; r++)
              if (kind !== 'arena' && far(r) <= far(r - 1)) expect.fail(`block ${label}`);
        });

        it('is the same on every run', () => {
          const again = makeVenue({ kind, capacity });
          expect(again.layout).to.equal(venue.layout);
          expect(again.x.every((x, seat) => x === venue.x[seat])).to.equal(true);
          expect(again.y.every((y, seat) => y === venue.y[seat])).to.equal(true);
        });

        it('has scenery of numbers within its bounds', () => {
          const { scenery, bounds } = venue;
          if (scenery.kind !== 'shapes') return expect(scenery.kind).to.equal('rink');
          const numbers = (shape: Shape): number[] =>
            shape.shape === 'polygon'
              ? shape.points.flat()
              : shape.shape === 'circle'
                ? [...shape.at, shape.radius]
                : [...shape.at, shape.inner, shape.outer];
          const size = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top);
          for (const shape of scenery.shapes)
            if (!numbers(shape).every((value) => Math.abs(value) <= size)) expect.fail(JSON.stringify(shape));
          const roles = new Set(scenery.shapes.map(({ role }) => role));
          expect([...roles]).to.include.members(['ground', 'stage', 'mark', 'wall', 'lamp']);
        });
      });
    }

    for (const capacity of [20, 21, 99, 600, 3000]) {
      it(`of ${capacity} places can be walked through by arrow keys, every place of it`, () => {
        const venue = makeVenue({ kind, capacity });
        const reached = new Set([0]);
        for (const seat of reached)
          for (const direction of DIRECTIONS) {
            const next = neighbourOf(venue, seat, direction);
            if (next !== null) reached.add(next);
          }
        expect(reached.size).to.equal(capacity);
      });
    }
  });
}

describe('the hemicycle', () => {
  for (const wedges of [1, 2, 5, 12, 60]) {
    it(`has ${wedges} wedges when asked, or as many in each`, () => {
      const { blocks } = makeVenue({ kind: 'hemicycle', capacity: 3000, wedges });
      const inFirstTier = blocks.filter(({ label }) => Number(label) < 100).length;
      expect(inFirstTier % wedges).to.equal(0);
    });
  }

  it('numbers its blocks clockwise, from the left end', () => {
    const venue = makeVenue({ kind: 'hemicycle', capacity: 600 });
    const angles = venue.blocks.map(({ first }) => Math.atan2(venue.y[first]!, venue.x[first]!));
    expect(angles[0]).to.be.lessThan(-2.5);
    expect(angles).to.deep.equal([...angles].sort((a, b) => a - b));
  });
});

describe('the amphitheatre', () => {
  it('reaches more than half round', () => {
    const { y } = makeVenue('amphitheatre');
    expect(Math.max(...y)).to.be.greaterThan(5);
  });

  it('has a walkway between its tiers, and twice as many stairs above it', () => {
    const { blocks } = makeVenue('amphitheatre');
    expect(blocks.filter(({ label }) => Number(label) < 200)).to.have.length(8);
    expect(blocks.filter(({ label }) => Number(label) > 200)).to.have.length(16);
  });
});

describe('the square', () => {
  it('has the crowd stand loosely: no row is straight', () => {
    const venue = makeVenue({ kind: 'square', capacity: 600 });
    for (const { first, count } of venue.rows.slice(0, 20)) {
      const ys = new Set(venue.y.subarray(first, first + count));
      const xs = new Set(venue.x.subarray(first, first + count));
      expect(Math.min(xs.size, ys.size)).to.be.greaterThan(count / 2);
    }
  });
});

describe('an arena of another size', () => {
  it('keeps its ice', () => {
    for (const capacity of [20, 3000, 100_000]) {
      const { scenery, pitch } = makeVenue({ kind: 'arena', capacity });
      expect(scenery.kind === 'rink' && scenery.ice).to.deep.equal({
        halfLength: 30,
        halfWidth: 15,
        corner: 8.5,
      });
      expect(pitch < 0.52).to.equal(capacity > 15_086);
    }
  });

  it('has nobody on the ice', () => {
    const venue = makeVenue({ kind: 'arena', capacity: 600 });
    for (const seat of some(venue))
      expect(Math.max(Math.abs(venue.x[seat]!) - 30, Math.abs(venue.y[seat]!) - 15)).to.be.greaterThan(0);
    expect(distance(venue, 0, 1)).to.be.greaterThan(0);
  });
});

describe('searching', () => {
  it('finds the smallest number', () => {
    expect(smallest(2, (value) => value >= 77.5)).to.be.closeTo(77.5, 1e-3);
    expect(smallest(2, () => true)).to.equal(2);
  });

  it('finds the fewest rows', () => {
    for (const few of [1, 2, 3, 16, 17, 1000]) expect(fewest((rows) => rows >= few)).to.equal(few);
  });
});
