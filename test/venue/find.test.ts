import { expect } from '@open-wc/testing';
import {
  emptyOccupancy,
  findBeside,
  findSeat,
  isTaken,
  nearestFree,
  nearestFreeTo,
  seatCode,
  seatFromCode,
  setTaken,
} from '../../src/venue/index.js';
import { arena, hall, pseudoRandom } from './samples.js';

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
      const random = pseudoRandom(5);
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
