import { expect } from '@open-wc/testing';
import { retryAfterSeconds, retryDelay, secondsAsked } from '../../src/transport/index.js';
import { chance } from '../support/chance.js';

const DATE = 'Sun, 22 Nov 2026 10:00:00 GMT';

describe('retryAfterSeconds', () => {
  const rows: [value: unknown, seconds: number | null, date?: string | null][] = [
    ['30', 30],
    [' 30 ', 30],
    [30, 30],
    [30.2, 31],
    ['0', 1],
    [0, 1],
    ['86400', 120],
    [1e300, 120],
    ['1.2', 2],
    ['Sun, 22 Nov 2026 10:00:45 GMT', 45],
    ['Sunday, 22-Nov-26 10:00:45 GMT', 45],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 1],
    // The server's own clock counts, however wrong it is.
    ['Sun, 22 Nov 2026 10:00:45 GMT', 15, 'Sun, 22 Nov 2026 10:00:30 GMT'],
    ['Tue, 01 Jan 2019 00:00:20 GMT', 20, 'Tue, 01 Jan 2019 00:00:00 GMT'],
    ['Sun, 22 Nov 2026 10:00:45 GMT', null, null],
    ['Sun, 22 Nov 2026 10:00:45 GMT', null, 'yesterday'],
    ['2026-11-22T10:00:45Z', null],
    ['soon', null],
    ['after 5', null],
    ['', null],
    ['-5', null],
    [-5, null],
    [NaN, null],
    [null, null],
    [undefined, null],
    [true, null],
    [[30], null],
    [{ toString: 1 }, null],
  ];
  for (const [value, seconds, date = DATE] of rows)
    it(`${JSON.stringify(value)} at ${date} -> ${seconds}`, () =>
      expect(retryAfterSeconds(value, date)).to.equal(seconds));
});

describe('secondsAsked', () => {
  const rows: [name: string, reply: object, body: unknown, seconds: number | null][] = [
    ['the header', { status: 503, retryAfter: '7' }, { retryAfter: 30 }, 7],
    ['the body where there is no header', { status: 429, retryAfter: null }, { retryAfter: 30 }, 30],
    ['the body where the header is nonsense', { status: 429, retryAfter: 'soon' }, { retryAfter: 30 }, 30],
    [
      'the body where the header is a date and no Date can be read',
      { status: 429, retryAfter: DATE },
      { retryAfter: 30 },
      30,
    ],
    ['5 where neither says', { status: 429, retryAfter: null }, {}, 5],
    ['5 where neither says, 503', { status: 503, retryAfter: null }, undefined, 5],
    [
      '5 where the header is a date and no Date can be read',
      { status: 503, retryAfter: DATE, headers: {} },
      null,
      5,
    ],
    ['5 where both are nonsense', { status: 503, retryAfter: 'soon' }, { retryAfter: { toString: 1 } }, 5],
    [
      'a date measured against Date',
      { status: 503, retryAfter: 'Sun, 22 Nov 2026 10:00:09 GMT', headers: { date: DATE } },
      null,
      9,
    ],
    ['another status that asks', { status: 502, retryAfter: '7' }, null, 7],
    ['another status that does not ask', { status: 502, retryAfter: null }, null, null],
  ];
  for (const [name, reply, body, seconds] of rows)
    it(name, () => expect(secondsAsked({ status: 0, retryAfter: null, ...reply }, body)).to.equal(seconds));
});

describe('retryDelay', () => {
  // Vectors of docs/protocol.md.
  const rows: [attempt: number, asked: number | null, random: number, ms: number][] = [
    [0, null, 0.5, 500],
    [1, null, 0.5, 1000],
    [2, null, 1, 4000],
    [9, null, 1, 15000],
    [0, null, 0, 0],
    [0, 1, 0, 1000],
    [0, 2, 0.5, 4500],
    [0, 5, 0.25, 6250],
    [2, 10, 0.5, 12500],
    [0, 30, 0.5, 37500],
    [0, 30, 0.999, 44985],
    [0, 120, 0.5, 150000],
  ];
  for (const [attempt, asked, random, ms] of rows) {
    it(`attempt ${attempt}, asked ${asked}, random ${random}`, () =>
      expect(retryDelay(attempt, asked, random)).to.equal(ms));
  }
});

describe('500 clients that were turned away in the same moment', () => {
  for (const [asked, spread] of [
    [2, 5],
    [30, 15],
  ] as const)
    it(`asked to wait ${asked} s, none returns before, and they return over ${spread} s`, () => {
      const peaks: number[] = [];
      for (let seed = 1; seed <= 20; seed++) {
        const random = chance(seed);
        const seconds = new Array<number>(spread).fill(0);
        for (let client = 0; client < 500; client++) {
          const late = retryDelay(0, asked, random()) - asked * 1000;
          expect(late).to.be.within(0, spread * 1000);
          seconds[Math.min(spread - 1, Math.floor(late / 1000))]!++;
        }
        peaks.push(Math.max(...seconds) / (500 / spread));
      }
      const mean = peaks.reduce((sum, peak) => sum + peak) / peaks.length;
      expect(mean, 'fullest second, of the mean').to.be.below(1.5);
    });
});
