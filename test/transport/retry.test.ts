import { expect } from '@open-wc/testing';
import { retryAfterSeconds, retryDelay } from '../../src/transport/index.js';

describe('retryAfterSeconds', () => {
  const now = Date.UTC(2026, 10, 22, 10, 0, 0);
  const rows: [header: string | number | null, seconds: number | null][] = [
    ['30', 30],
    [30, 30],
    ['0', 1],
    ['86400', 120],
    ['1.2', 2],
    ['Sun, 22 Nov 2026 10:00:45 GMT', 45],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 1],
    ['soon', null],
    ['', null],
    ['-5', null],
    [null, null],
  ];
  for (const [header, seconds] of rows)
    it(String(header), () => expect(retryAfterSeconds(header, now)).to.equal(seconds));
});

describe('retryDelay', () => {
  const rows: [attempt: number, asked: number | null, random: number, ms: number][] = [
    [0, null, 0.5, 500],
    [1, null, 0.5, 1000],
    [2, null, 1, 4000],
    [9, null, 1, 15000],
    [0, null, 0, 0],
    [0, 10, 0, 10000],
    [0, 10, 1, 12000],
  ];
  for (const [attempt, asked, random, ms] of rows) {
    it(`attempt ${attempt}, asked ${asked}, random ${random}`, () =>
      expect(retryDelay(attempt, asked, random)).to.equal(ms));
  }
});
