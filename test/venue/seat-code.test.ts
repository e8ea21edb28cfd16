import { expect } from '@open-wc/testing';
import { placeOf, seatAt, seatCode, seatFromCode } from '../../src/venue/index.js';
import { arena, hall } from './samples.js';

describe('seat codes', () => {
  it('map every seat of the arena to its own code and back', () => {
    const codes = new Set<string>();
    for (let seat = 0; seat < arena.capacity; seat++) {
      const code = seatCode(arena, seat);
      codes.add(code);
      if (seatFromCode(arena, code) !== seat)
        expect.fail(`${seat} became ${code} became ${seatFromCode(arena, code)}`);
    }
    expect(codes.size).to.equal(arena.capacity);
  });

  it('follow document order', () => {
    expect([0, 5, 6, 9].map((seat) => seatCode(hall, seat))).to.deep.equal([
      'A-1-1',
      'A-1-6',
      'A-2-1',
      'A-2-4',
    ]);
    expect(seatCode(arena, 0)).to.equal('1-1-1');
    expect(placeOf(arena, arena.capacity - 1)).to.include({ block: '222', row: '14' });
  });

  for (const code of ['12-8-14', '5-10-9', '18-9-11']) {
    it(`know the kept seat ${code}`, () => {
      const seat = seatFromCode(arena, code)!;
      expect(seatCode(arena, seat)).to.equal(code);
    });
  }

  const foreign = [
    '',
    '-',
    '--',
    'A',
    'A-1',
    'A-1-',
    '-1-1',
    'A--1',
    'A-1-1-1',
    'A-1-0',
    'A-1-7',
    'A-2-5',
    'A-3-1',
    'B-1-1',
    'A-1-01',
    'A-1-+1',
    'A-1--1',
    'A-1-1.0',
    'A-1-1e0',
    'A-1-0x1',
    'A-1-NaN',
    'A-01-1',
    'A-1-99999999',
    'A-1-1 2',
    'A 1 1',
    '__proto__-1-1',
    'constructor-1-1',
  ];
  for (const code of foreign) {
    it(`refuse ${JSON.stringify(code)}`, () => {
      expect(seatFromCode(hall, code)).to.equal(null);
    });
  }

  it('may have spaces around them, as copied text has', () => {
    expect(seatFromCode(hall, ' A-2-4\n')).to.equal(9);
  });
});

describe('seatAt', () => {
  const table: [block: string, row: string, number: number, seat: number | null][] = [
    ['A', '1', 1, 0],
    ['A', '2', 4, 9],
    ['A', '2', 5, null],
    ['A', '2', 0, null],
    ['A', '2', 1.5, null],
    ['A', '2', NaN, null],
    ['A', '9', 1, null],
    ['B', '1', 1, null],
  ];
  for (const [block, row, number, seat] of table) {
    it(`block ${block}, row ${row}, seat ${number} is ${seat}`, () => {
      expect(seatAt(hall, block, row, number)).to.equal(seat);
    });
  }
});
