import { expect } from '@open-wc/testing';
import {
  besides,
  distance,
  nearestInRow,
  neighbourOf,
  placeOf,
  rowOf,
  seatCode,
  seatFromCode,
  type Direction,
} from '../../src/venue/index.js';
import { arena, hall } from './samples.js';

const DIRECTIONS: readonly Direction[] = ['left', 'right', 'forward', 'back'];
const at = (code: string): number => seatFromCode(arena, code)!;
const codeOf = (seat: number | null): string | null => (seat === null ? null : seatCode(arena, seat));
const firstUpper = arena.blocks[18]!.first;

/** Every seat with its neighbour in a direction, calculated once. */
const steps = new Map(
  DIRECTIONS.map((direction) => [
    direction,
    Array.from({ length: arena.capacity }, (_, seat) => neighbourOf(arena, seat, direction)),
  ]),
);
const step = (seat: number, direction: Direction): number | null => steps.get(direction)![seat]!;

describe('the neighbour of a seat', () => {
  const table: [from: string, direction: Direction, to: string | null][] = [
    ['12-8-15', 'left', '12-8-16'],
    ['12-8-15', 'right', '12-8-14'],
    ['12-8-1', 'right', `11-8-${arena.rows[arena.blocks[10]!.firstRow + 7]!.count}`],
    [`11-8-${arena.rows[arena.blocks[10]!.firstRow + 7]!.count}`, 'left', '12-8-1'],
    ['18-1-1', 'forward', null],
    ['1-1-1', 'forward', null],
    ['12-8-15', 'forward', '12-7-14'],
    ['12-8-15', 'back', '12-9-16'],
    ['201-14-1', 'back', null],
  ];
  for (const [from, direction, to] of table) {
    it(`${direction} of ${from} is ${to ?? 'none'}`, () => {
      expect(codeOf(step(at(from), direction))).to.equal(to);
    });
  }

  it('reaches all 15,086 seats from seat 0, over all four directions', () => {
    const reached = new Set([0]);
    for (const seat of reached) {
      for (const direction of DIRECTIONS) {
        const next = step(seat, direction);
        if (next !== null) reached.add(next);
      }
    }
    expect(reached.size).to.equal(arena.capacity);
  });

  it('is never the seat itself, and always a seat', () => {
    for (const direction of DIRECTIONS) {
      for (let seat = 0; seat < arena.capacity; seat++) {
        const next = step(seat, direction);
        if (next === seat || (next !== null && !(next >= 0 && next < arena.capacity)))
          expect.fail(`${direction} of ${seat}`);
      }
    }
  });

  it('goes left along a row as it came from the right', () => {
    for (const { first, count } of arena.rows) {
      for (let seat = first; seat + 1 < first + count; seat++) {
        if (step(seat, 'left') !== seat + 1 || step(seat + 1, 'right') !== seat) expect.fail(`seat ${seat}`);
      }
    }
  });

  it('stays in the row, over the aisle to the next block clockwise, and comes back', () => {
    for (const [b, block] of arena.blocks.entries()) {
      const tier = b < 18 ? 0 : 18;
      const next = arena.blocks[tier + ((b - tier + 1) % (tier === 0 ? 18 : 22))]!;
      for (let r = 0; r < block.rowCount; r++) {
        const own = arena.rows[block.firstRow + r]!;
        const other = arena.rows[next.firstRow + r]!;
        const last = own.first + own.count - 1;
        expect(codeOf(step(last, 'left')), `left of ${codeOf(last)}`).to.equal(codeOf(other.first));
        expect(codeOf(step(other.first, 'right')), `right of ${codeOf(other.first)}`).to.equal(codeOf(last));
      }
    }
  });

  it('goes round the whole bowl by going left only', () => {
    let seat = at('7-5-1');
    const start = seat;
    let count = 0;
    do {
      seat = step(seat, 'left')!;
      count++;
    } while (seat !== start && count < 2000);
    const around = arena.rows.filter((row) => row.label === '5' && row.first < firstUpper);
    expect(count).to.equal(around.reduce((sum, row) => sum + row.count, 0));
  });

  it('forward of row 1 of the lower tier is none: there is the ice', () => {
    for (const row of arena.rows.filter(({ label, first }) => label === '1' && first < firstUpper)) {
      for (let seat = row.first; seat < row.first + row.count; seat++) {
        if (step(seat, 'forward') !== null)
          expect.fail(`${codeOf(seat)} -> ${codeOf(step(seat, 'forward'))}`);
      }
    }
  });

  it('back of the last row of the upper tier is none: there is the wall', () => {
    for (const row of arena.rows.filter(({ label, first }) => label === '14' && first >= firstUpper)) {
      for (let seat = row.first; seat < row.first + row.count; seat++) {
        if (step(seat, 'back') !== null) expect.fail(`${codeOf(seat)} -> ${codeOf(step(seat, 'back'))}`);
      }
    }
  });

  it('forward of row 1 of the upper tier is in the last row of the lower tier', () => {
    for (const row of arena.rows.filter(({ label, first }) => label === '1' && first >= firstUpper)) {
      for (let seat = row.first; seat < row.first + row.count; seat++) {
        const next = step(seat, 'forward');
        const { row: label } = placeOf(arena, next ?? -1);
        if (next === null || next >= firstUpper || label !== '18')
          expect.fail(`${codeOf(seat)} -> ${codeOf(next)}`);
      }
    }
  });

  it('back of the last row of the lower tier is in the upper tier', () => {
    for (const row of arena.rows.filter(({ label, first }) => label === '18' && first < firstUpper)) {
      for (let seat = row.first; seat < row.first + row.count; seat++) {
        const next = step(seat, 'back');
        if (next === null || next < firstUpper) expect.fail(`${codeOf(seat)} -> ${codeOf(next)}`);
      }
    }
  });

  it('forward and back change the row by one within a block, and lead back to within a seat', () => {
    for (const block of arena.blocks) {
      for (let r = block.firstRow; r + 1 < block.firstRow + block.rowCount; r++) {
        const { first, count } = arena.rows[r]!;
        for (let seat = first; seat < first + count; seat++) {
          const behind = step(seat, 'back')!;
          const again = step(behind, 'forward')!;
          if (rowOf(arena, behind) !== r + 1 || rowOf(arena, again) !== r)
            expect.fail(`${codeOf(seat)} left its block`);
          // If the roof or an entrance shortens the row behind, its last seat is behind several.
          const isCut = distance(arena, seat, behind) > 0.95;
          if (!isCut && Math.abs(again - seat) > 1)
            expect.fail(`${codeOf(seat)} came back as ${codeOf(again)}`);
        }
      }
    }
  });

  it('in a venue of one block ends at its edges', () => {
    // The stage is at the top: the left hand is at the lower x.
    expect(DIRECTIONS.map((direction) => neighbourOf(hall, 0, direction))).to.deep.equal([null, 1, null, 6]);
    expect(DIRECTIONS.map((direction) => neighbourOf(hall, 5, direction))).to.deep.equal([4, null, null, 9]);
    expect(DIRECTIONS.map((direction) => neighbourOf(hall, 8, direction))).to.deep.equal([7, 9, 2, null]);
  });
});

describe('the seat of a row nearest to another seat', () => {
  it('is found by place', () => {
    expect([0, 2, 3, 4, 5].map((seat) => nearestInRow(hall, 1, seat))).to.deep.equal([6, 8, 9, 9, 9]);
  });
});

describe('the seats beside a seat', () => {
  const table: [seat: string, beside: string[]][] = [
    ['12-8-14', ['12-8-15', '12-8-13']],
    ['5-10-9', ['5-10-10', '5-10-8']],
    ['18-9-11', ['18-9-12', '18-9-10']],
    ['12-8-1', ['12-8-2']],
  ];
  for (const [seat, beside] of table) {
    it(`${seat} are ${beside.join(' and ')}`, () => {
      expect(besides(arena, at(seat)).map(codeOf)).to.deep.equal(beside);
    });
  }

  it('never lie over an aisle', () => {
    const last = arena.rows[0]!.count - 1;
    expect(besides(arena, last).map(codeOf)).to.deep.equal([codeOf(last - 1)]);
  });

  it('never lie over the way in of an upper block, though the numbers follow each other', () => {
    let ways = 0;
    for (const row of arena.rows) {
      for (let seat = row.first; seat + 1 < row.first + row.count; seat++) {
        const isBeside = distance(arena, seat, seat + 1) <= 1.5 * arena.pitch;
        if (!isBeside) ways++;
        expect(besides(arena, seat).includes(seat + 1)).to.equal(isBeside);
        expect(besides(arena, seat + 1).includes(seat)).to.equal(isBeside);
      }
    }
    // One in each of the first three rows of the 22 upper blocks.
    expect(ways).to.equal(3 * 22);
  });

  it('are at most 1.5 pitches away in a venue of explicit seats too', () => {
    expect(besides(hall, 0)).to.deep.equal([1]);
    expect(besides(hall, 2)).to.deep.equal([3, 1]);
    expect(besides(hall, 5)).to.deep.equal([4]);
    expect(besides(hall, 6)).to.deep.equal([7]);
  });
});
