import { expect } from '@open-wc/testing';
import { isDay, isFullDay, isMoment } from '../../src/model/day.js';

describe('isDay', () => {
  const table: [value: unknown, day: boolean, fullDay: boolean][] = [
    ['2014', true, false],
    ['2014-05', true, false],
    ['2014-06-21', true, true],
    ['2014-01-31', true, true],
    ['2014-12-31', true, true],
    ['2024-02-29', true, true],
    ['2000-02-29', true, true],
    ['1000', true, false],
    ['9999-12-31', true, true],
    ['1900-02-29', false, false],
    ['2023-02-29', false, false],
    ['2014-02-30', false, false],
    ['2014-04-31', false, false],
    ['2014-00', false, false],
    ['2014-13', false, false],
    ['2014-05-00', false, false],
    ['2014-05-32', false, false],
    ['0014', false, false],
    ['14', false, false],
    ['2014-5', false, false],
    ['2014-05-1', false, false],
    ['2014/05/01', false, false],
    ['2014-05-01T00:00', false, false],
    ['2014-05-01\n', false, false],
    [' 2014', false, false],
    ['May 2014', false, false],
    ['', false, false],
    [2014, false, false],
    [null, false, false],
    [undefined, false, false],
  ];
  for (const [value, day, fullDay] of table) {
    it(`says ${day}, and to the day ${fullDay}, to ${JSON.stringify(value)}`, () => {
      expect([isDay(value), isFullDay(value)]).to.deep.equal([day, fullDay]);
    });
  }
});
describe('isMoment', () => {
  const table: [value: unknown, isOne: boolean][] = [
    ['2014-05-14T18:40:00Z', true],
    ['2014-05-14T18:40:00.123Z', true],
    ['2014-05-14T18:40Z', true],
    ['2014-05-14T18:40', true],
    ['2014-05-14T18:40:00+03:00', true],
    ['2014-05-14', false],
    ['2014-05-14T25:40:00Z', false],
    ['2014-13-14T18:40:00Z', false],
    ['2014-05-14 18:40', false],
    ['May 14', false],
    ['Monday 1', false],
    ['1795342805', false],
    [1795342805, false],
    [null, false],
  ];
  for (const [value, isOne] of table) it(String(value), () => expect(isMoment(value)).to.equal(isOne));
});
