import { expect } from '@open-wc/testing';
import { distance, facing, makeVenue, seatAtPoint, seatIndex } from '../../src/venue/index.js';
import { chance } from '../support/chance.js';
import { arena, hall } from './samples.js';

/** The same result by checking every seat. */
function nearestByBruteForce(px: number, py: number, reach: number): number | null {
  let best: number | null = null;
  let bestDistance = reach * reach;
  for (let seat = 0; seat < arena.capacity; seat++) {
    const d = (arena.x[seat]! - px) ** 2 + (arena.y[seat]! - py) ** 2;
    if (d < bestDistance || (d === bestDistance && best === null)) [best, bestDistance] = [seat, d];
  }
  return best;
}

describe('the seat at a point', () => {
  it('is the seat whose centre it is, for 1,000 seats', () => {
    const random = chance(2);
    for (let i = 0; i < 1000; i++) {
      const seat = Math.floor(random() * arena.capacity);
      if (seatAtPoint(arena, arena.x[seat]!, arena.y[seat]!) !== seat) expect.fail(`seat ${seat}`);
    }
  });

  it('is the seat whose square holds it, a little off the centre', () => {
    const random = chance(3);
    for (let i = 0; i < 1000; i++) {
      const seat = Math.floor(random() * arena.capacity);
      const [dx, dy] = [(random() - 0.5) * 0.3, (random() - 0.5) * 0.3];
      if (seatAtPoint(arena, arena.x[seat]! + dx, arena.y[seat]! + dy) !== seat) expect.fail(`seat ${seat}`);
    }
  });

  for (const reach of [0.52, 3, 200]) {
    it(`is the nearest of all within ${reach}, wherever the point`, () => {
      const random = chance(4);
      for (let i = 0; i < 100; i++) {
        const [px, py] = [(random() - 0.5) * 200, (random() - 0.5) * 160];
        expect(seatAtPoint(arena, px, py, reach), `${px}, ${py}`).to.equal(
          nearestByBruteForce(px, py, reach),
        );
      }
    });
  }

  const outside: [what: string, x: number, y: number][] = [
    ['the middle of the ice', 0, 0],
    ['far to the left', -1000, 0],
    ['far below', 0, 1e9],
    ['endlessly far', Infinity, -Infinity],
    ['nowhere', NaN, NaN],
    ['the corner of the picture', arena.bounds.left, arena.bounds.top],
  ];
  for (const [what, px, py] of outside) {
    it(`is none at ${what}`, () => {
      expect(seatAtPoint(arena, px, py)).to.equal(null);
    });
  }

  it('is the lower one of two that are equally near', () => {
    expect(seatAtPoint(hall, 2.5, 0)).to.equal(2);
    expect(seatAtPoint(hall, 0.5, 0.5)).to.equal(0);
  });

  it('lies on the edge of the reach still', () => {
    expect(seatAtPoint(hall, -1, 0, 1)).to.equal(0);
    expect(seatAtPoint(hall, -1, 0, 0.999)).to.equal(null);
  });

  it('is the nearest that is accepted', () => {
    expect(seatAtPoint(hall, 2, 0, 3, (seat) => seat > 3)).to.equal(8);
    expect(seatAtPoint(hall, 2, 0, 3, () => false)).to.equal(null);
  });
});

describe('the index of places', () => {
  it('holds every seat exactly once', () => {
    const { seats, starts } = seatIndex(arena);
    expect([...seats].sort((a, b) => a - b)).to.deep.equal(
      Array.from({ length: arena.capacity }, (_, seat) => seat),
    );
    expect(starts.at(-1)).to.equal(arena.capacity);
  });

  it('is made once for a venue', () => {
    expect(seatIndex(arena)).to.equal(seatIndex(arena));
  });

  const odd: [what: string, seats: [number, number][]][] = [
    ['one seat', [[5, 5]]],
    [
      'all seats in one place',
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'a thread of a thousand kilometres',
      [
        [-1e6, 0],
        [-1e6 + 1e-3, 0],
        [-1e6 + 2e-3, 0],
        [1e6, 0],
      ],
    ],
    [
      'two stray seats far out',
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 0],
        [1e6, 1e6],
        [-1e6, 1e6],
      ],
    ],
  ];
  for (const [what, seats] of odd) {
    it(`stays small with ${what}`, () => {
      const venue = makeVenue({ name: 'Odd', blocks: [{ label: 'A', rows: [{ label: '1', seats }] }] });
      const { columns, lines } = seatIndex(venue);
      expect(columns * lines).to.be.at.most(1000);
      expect(seatAtPoint(venue, ...seats[0]!)).to.equal(0);
    });
  }
});

describe('distance', () => {
  it('is straight, in venue units', () => {
    expect(distance(hall, 0, 4)).to.equal(4);
    expect(distance(hall, 3, 6)).to.be.closeTo(Math.hypot(3, 1), 1e-6);
    expect(distance(hall, 2, 2)).to.equal(0);
  });
});

describe('facing', () => {
  const oneRow = makeVenue({
    name: 'Two rows, two blocks',
    blocks: [
      {
        label: 'N',
        rows: [
          {
            label: '1',
            seats: [
              [0, -5],
              [1, -5],
            ],
          },
        ],
      },
      {
        label: 'S',
        rows: [
          {
            label: '1',
            seats: [
              [1, 5],
              [0, 5],
            ],
          },
        ],
      },
      { label: 'W', rows: [{ label: '1', seats: [[-5, 0]] }] },
      { label: 'E', rows: [{ label: '1', seats: [[6, 0]] }] },
    ],
  });
  const table: [what: string, angle: number, expected: number][] = [
    ['the row in front, for the row behind', facing(hall, 7), -Math.PI / 2],
    ['away from the row behind, for the front row', facing(hall, 1), -Math.PI / 2],
    ['down to the middle, from one row in the north', facing(oneRow, 0), Math.PI / 2],
    ['up to the middle, from one row in the south', facing(oneRow, 2), -Math.PI / 2],
    ['right to the middle, from a lone seat in the west', facing(oneRow, 4), 0],
    ['left to the middle, from a lone seat in the east', Math.abs(facing(oneRow, 5)), Math.PI],
  ];
  for (const [what, angle, expected] of table) {
    it(`is towards ${what}`, () => {
      expect(angle).to.be.closeTo(expected, 1e-6);
    });
  }
});
