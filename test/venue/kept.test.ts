import { expect } from '@open-wc/testing';
import { describeSeat, keptSeats, seatFromCode } from '../../src/venue/index.js';
import { arena, hall } from './samples.js';

describe('the kept seats of stories', () => {
  it('come in story order, with the story they belong to', () => {
    const { kept, problems } = keptSeats(arena, [
      { seat: '12-8-14' },
      { seat: null },
      {},
      { seat: '5-10-9' },
    ]);
    expect(kept).to.deep.equal([
      { seat: seatFromCode(arena, '12-8-14'), story: 0 },
      { seat: seatFromCode(arena, '5-10-9'), story: 3 },
    ]);
    expect(problems).to.deep.equal([]);
  });

  it('are none without stories', () => {
    expect(keptSeats(hall, [])).to.deep.equal({ kept: [], problems: [] });
  });

  it('that the venue lacks come back as problems that show how to write one', () => {
    const { kept, problems } = keptSeats(hall, [{ seat: 'A-1-1' }, { seat: 'A-1-7' }, { seat: '12/8' }]);
    expect(kept).to.deep.equal([{ seat: 0, story: 0 }]);
    const message = 'is not a seat of the venue "Hall"; write block-row-number, like "A-1-1"';
    expect(problems).to.deep.equal([
      { path: 'stories[1].seat', value: 'A-1-7', message },
      { path: 'stories[2].seat', value: '12/8', message },
    ]);
  });

  it('stay with the first of two stories that name the same one', () => {
    const { kept, problems } = keptSeats(hall, [{ seat: 'A-1-3' }, { seat: 'A-1-3' }]);
    expect(kept).to.deep.equal([{ seat: 2, story: 0 }]);
    expect(problems).to.deep.equal([
      {
        path: 'stories[1].seat',
        value: 'A-1-3',
        message: 'is kept for another story already; each story needs its own seat',
      },
    ]);
  });
});

describe('the description of a seat', () => {
  const kept = [{ seat: 2, story: 1 }];
  const table: [seat: number, expected: object | null][] = [
    [1, { seat: 1, code: 'A-1-2', block: 'A', row: '1', number: 2, beside: 1 }],
    [3, { seat: 3, code: 'A-1-4', block: 'A', row: '1', number: 4, beside: 1 }],
    [8, { seat: 8, code: 'A-2-3', block: 'A', row: '2', number: 3, beside: null }],
    [10, null],
    [-1, null],
    [1.5, null],
  ];
  for (const [seat, expected] of table) {
    it(`${seat} is ${expected ? JSON.stringify(expected) : 'none'}`, () => {
      expect(describeSeat(hall, kept, seat)).to.deep.equal(expected);
    });
  }
});
