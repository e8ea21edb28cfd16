import { expect } from '@open-wc/testing';
import {
  besides,
  emptyOccupancy,
  findBeside,
  findSeat,
  findTogether,
  isTaken,
  nearestFree,
  nearestFreeTo,
  seatCode,
  seatFromCode,
  setTaken,
} from '../../src/venue/index.js';
import { chance } from '../support/chance.js';
import { arena, hall } from './samples.js';

const at = (code: string): number => seatFromCode(arena, code)!;

function takenOf(capacity: number, seats: Iterable<number>): Uint8Array {
  const taken = emptyOccupancy(capacity);
  for (const seat of seats) setTaken(taken, seat, true);
  return taken;
}

function allBut(capacity: number, ...free: number[]): Uint8Array {
  return takenOf(
    capacity,
    Array.from({ length: capacity }, (_, seat) => seat).filter((seat) => !free.includes(seat)),
  );
}

/** Every free seat, sorted by distance, then by number. */
function nearestByBruteForce(taken: Uint8Array, seat: number, limit: number): number[] {
  const d = (other: number) =>
    (arena.x[other]! - arena.x[seat]!) ** 2 + (arena.y[other]! - arena.y[seat]!) ** 2;
  return Array.from({ length: arena.capacity }, (_, other) => other)
    .filter((other) => other !== seat && !isTaken(taken, other))
    .sort((a, b) => d(a) - d(b) || a - b)
    .slice(0, limit);
}

describe('the nearest free seats', () => {
  const fullness: [what: string, share: number][] = [
    ['an empty arena', 0],
    ['a half full arena', 0.5],
    ['a nearly full arena', 0.999],
  ];
  for (const [what, share] of fullness) {
    it(`are those that sorting every seat gives, in ${what}`, () => {
      const random = chance(5);
      const taken = takenOf(
        arena.capacity,
        Array.from({ length: arena.capacity }, (_, seat) => seat).filter(() => random() < share),
      );
      for (let i = 0; i < 20; i++) {
        const seat = Math.floor(random() * arena.capacity);
        expect(nearestFree(arena, taken, seat), `near ${seat}`).to.deep.equal(
          nearestByBruteForce(taken, seat, 8),
        );
      }
    });
  }

  it('are eight at most, and the seat itself is none of them', () => {
    expect(nearestFree(hall, emptyOccupancy(10), 2)).to.deep.equal([1, 3, 8, 7, 9, 0, 4, 6]);
  });

  it('where two are equally near, the lower number comes first', () => {
    expect(nearestFree(hall, emptyOccupancy(10), 8, 3)).to.deep.equal([2, 7, 9]);
  });

  it('are fewer when fewer are free, and none when the venue is full', () => {
    expect(nearestFree(hall, allBut(10, 9, 5), 0)).to.deep.equal([9, 5]);
    expect(nearestFree(hall, allBut(10), 0)).to.deep.equal([]);
  });

  it('are none where none are asked for', () => {
    expect(nearestFree(hall, emptyOccupancy(10), 0, 0)).to.deep.equal([]);
  });

  it('are found from any point', () => {
    expect(nearestFreeTo(hall, emptyOccupancy(10), 5.2, 0.1, 2)).to.deep.equal([5, 4]);
    expect(nearestFreeTo(arena, emptyOccupancy(arena.capacity), 1e6, 0, 1)).to.have.length(1);
  });
});

describe('a seat beside somebody', () => {
  it('is the next number, then the one before', () => {
    const taken = takenOf(arena.capacity, [at('12-8-14')]);
    expect(seatCode(arena, findBeside(arena, taken, [at('12-8-14')])!)).to.equal('12-8-15');
    setTaken(taken, at('12-8-15'), true);
    expect(seatCode(arena, findBeside(arena, taken, [at('12-8-14')])!)).to.equal('12-8-13');
  });

  it('is beside the next person when both seats beside the first are taken', () => {
    const taken = takenOf(arena.capacity, ['12-8-13', '12-8-14', '12-8-15', '5-10-9'].map(at));
    expect(seatCode(arena, findBeside(arena, taken, [at('12-8-14'), at('5-10-9')])!)).to.equal('5-10-10');
  });

  it('is else the nearest to the first of them', () => {
    const taken = allBut(10, 5, 9);
    expect(findBeside(hall, taken, [2, 7])).to.equal(9);
  });

  it('is none when the venue is full, or when there is nobody', () => {
    expect(findBeside(hall, allBut(10), [2])).to.equal(null);
    expect(findBeside(hall, emptyOccupancy(10), [])).to.equal(null);
  });
});

describe('a good free seat', () => {
  it('is beside a kept seat', () => {
    const kept = [at('12-8-14'), at('5-10-9')];
    expect(seatCode(arena, findSeat(arena, takenOf(arena.capacity, kept), kept)!)).to.equal('12-8-15');
  });

  it('is the one nearest to the middle where no seat is kept', () => {
    const seat = findSeat(arena, emptyOccupancy(arena.capacity), [])!;
    const middle = (other: number) => Math.hypot(arena.x[other]!, arena.y[other]!);
    for (let other = 0; other < arena.capacity; other++) {
      if (middle(other) < middle(seat) - 1e-6) expect.fail(`${other} is nearer than ${seat}`);
    }
  });

  it('is the last free one, and then none', () => {
    expect(findSeat(hall, allBut(10, 7), [])).to.equal(7);
    expect(findSeat(hall, allBut(10, 7), [0])).to.equal(7);
    expect(findSeat(hall, allBut(10), [])).to.equal(null);
  });
});

describe('a good free seat, with others in the hall', () => {
  /** Row 1 of the hall is seats 0 to 5, row 2 is 6 to 9. */
  const rows: [what: string, taken: number[], kept: number[], seat: number][] = [
    ['beside somebody rather than alone in the middle', [0], [], 1],
    ['where it leaves nobody a single seat', [0, 3, 5], [], 4],
    ['the single seat between two, which is nobody else’s wish', [0, 2, 3, 4, 5, 6, 9], [], 1],
    ['beside the kept seat, on the side that leaves no single seat', [3], [3], 2],
    ['beside the kept seat, also where a single seat is left', [2, 3, 0], [2], 1],
    ['beside others near the kept seat, where both sides of it are taken', [1, 2, 3], [2], 0],
  ];
  for (const [what, taken, kept, seat] of rows) {
    it(what, () => expect(findSeat(hall, takenOf(10, taken), kept)).to.equal(seat));
  }

  it('is beside somebody whenever anybody has a free seat beside, in an arena filled at random', () => {
    const random = chance(7);
    for (let round = 0; round < 5; round++) {
      const taken = emptyOccupancy(arena.capacity);
      for (let i = 0; i < 400 * (round + 1); i++)
        setTaken(taken, Math.floor(random() * arena.capacity), true);
      const seat = findSeat(arena, taken, [])!;
      expect(isTaken(taken, seat)).to.equal(false);
      expect(besides(arena, seat).some((other) => isTaken(taken, other))).to.equal(true);
    }
  });
});

describe('seats together', () => {
  const rows: [what: string, taken: number[], kept: number[], count: number, seats: number[] | null][] = [
    ['begin beside the kept seat, and go along the row', [2], [2], 3, [3, 4, 5]],
    ['go back along the row, where there is room on that side alone', [3, 5], [3], 3, [2, 1, 0]],
    ['are beside somebody', [5], [], 3, [2, 3, 4]],
    ['take another row, where no run is long enough', [1, 4], [], 4, [9, 8, 7, 6]],
    ['are none where no row has so many', [2, 7], [], 4, null],
    ['are none for none', [], [], 0, null],
    ['are none for a part of one', [], [], 1.5, null],
  ];
  for (const [what, taken, kept, count, seats] of rows) {
    it(what, () => expect(findTogether(hall, takenOf(10, taken), kept, count)).to.deep.equal(seats));
  }

  it('are free, in one row, and each beside the next, in an arena filled at random', () => {
    const random = chance(11);
    for (let count = 2; count <= 6; count++) {
      const taken = emptyOccupancy(arena.capacity);
      for (let seat = 0; seat < arena.capacity; seat++) if (random() < 0.5) setTaken(taken, seat, true);
      const seats = findTogether(arena, taken, [at('12-8-14')], count)!;
      expect(seats).to.have.length(count);
      seats.forEach((seat, i) => {
        expect(isTaken(taken, seat)).to.equal(false);
        if (i > 0) expect(besides(arena, seats[i - 1]!)).to.include(seat);
      });
    }
  });

  it('never reach over an aisle or a way in', () => {
    for (let row = 0; row < arena.rows.length; row++) {
      const { first, count } = arena.rows[row]!;
      for (let seat = first + 1; seat < first + count; seat++) {
        if (besides(arena, seat).includes(seat - 1)) continue;
        // The only free seats are two on the two sides of a gap.
        const taken = allBut(arena.capacity, seat - 1, seat);
        expect(findTogether(arena, taken, [], 2)).to.equal(null);
        return;
      }
    }
    expect.fail('the arena has no gap in a row');
  });
});
