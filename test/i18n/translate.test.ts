import { expect } from '@open-wc/testing';
import {
  countryNames,
  en,
  formatMoment,
  formatNumber,
  translate,
  untilMidnight,
} from '../../src/i18n/index.js';

describe('translate', () => {
  const seats = { one: '{count} seat', other: '{count} seats' };
  const belarusian = {
    one: '{count} месца',
    few: '{count} месцы',
    many: '{count} месцаў',
    other: '{count} месца',
  };
  const rows: [name: string, text: string, expected: string][] = [
    ['one', translate(seats, 'en', { count: 1 }), '1 seat'],
    ['none', translate(seats, 'en', { count: 0 }), '0 seats'],
    ['numbers as the locale writes them', translate(seats, 'en', { count: 15086 }), '15,086 seats'],
    ['Belarusian one', translate(belarusian, 'be', { count: 21 }), '21 месца'],
    ['Belarusian few', translate(belarusian, 'be', { count: 3 }), '3 месцы'],
    ['Belarusian many', translate(belarusian, 'be', { count: 11 }), '11 месцаў'],
    ['a value', translate('Beside {name}', 'en', { name: 'Ales' }), 'Beside Ales'],
    ['a value that looks like a hole', translate('{a} {b}', 'en', { a: '{b}', b: 'x' }), '{b} x'],
    ['a missing value stays visible', translate('Beside {name}', 'en'), 'Beside {name}'],
    ['an inherited name is no value', translate('{constructor}', 'en'), '{constructor}'],
  ];
  for (const [name, text, expected] of rows) it(name, () => expect(text).to.equal(expected));
});

describe('English', () => {
  for (const [key, message] of Object.entries(en)) {
    it(`${key} has words, every plural form it needs, and no exclamation`, () => {
      const forms = typeof message === 'string' ? [message] : Object.values(message);
      for (const form of forms) expect(form).to.match(/\S/).and.not.match(/!/);
      if (typeof message !== 'string') expect(message).to.have.all.keys('one', 'other');
    });
  }
});

describe('format', () => {
  it('writes numbers', () => expect(formatNumber(4213, 'de')).to.equal('4.213'));
  it('names countries in the language, sorted', () => {
    const names = countryNames('en');
    expect(names.length).to.be.greaterThan(230);
    expect(names.find(([code]) => code === 'CZ')).to.deep.equal(['CZ', 'Czechia']);
    expect(names.every(([, name], i) => i === 0 || names[i - 1]![1].localeCompare(name, 'en') <= 0)).to.equal(
      true,
    );
  });
});

describe('a moment in words', () => {
  const say = (day: string, time: string): string => `${day} ${time}`;
  const rows: [
    name: string,
    moment: string,
    now: string,
    zone: string,
    locale: string,
    words: string | RegExp,
  ][] = [
    ['today', '2026-11-22T18:40Z', '2026-11-22T20:00Z', 'UTC', 'en', 'today 18:40'],
    ['this moment', '2026-11-22T18:40Z', '2026-11-22T18:40Z', 'UTC', 'en', 'today 18:40'],
    ['early', '2026-11-22T03:05Z', '2026-11-22T20:00Z', 'UTC', 'en', 'today 03:05'],
    ['yesterday', '2026-11-22T18:40Z', '2026-11-23T09:00Z', 'UTC', 'en', 'yesterday 18:40'],
    [
      'a minute ago, before midnight',
      '2026-11-22T23:59Z',
      '2026-11-23T00:00Z',
      'UTC',
      'en',
      'yesterday 23:59',
    ],
    ['47 hours ago', '2026-11-22T00:30Z', '2026-11-23T23:30Z', 'UTC', 'en', 'yesterday 00:30'],
    ['the day before', '2026-11-21T18:40Z', '2026-11-23T09:00Z', 'UTC', 'en', '21 November at 18:40'],
    [
      'early on the day before',
      '2026-11-21T03:05Z',
      '2026-11-23T09:00Z',
      'UTC',
      'en',
      '21 November at 03:05',
    ],
    ['another year', '2014-05-14T18:40Z', '2026-11-23T09:00Z', 'UTC', 'en', '14 May 2014 at 18:40'],
    ['yesterday, in another year', '2025-12-31T18:40Z', '2026-01-01T09:00Z', 'UTC', 'en', 'yesterday 18:40'],
    // Where the reader is.
    [
      'today in Minsk, yesterday in UTC',
      '2026-11-22T22:40Z',
      '2026-11-23T05:00Z',
      'Europe/Minsk',
      'en',
      'today 01:40',
    ],
    [
      'yesterday in New York, today in UTC',
      '2026-11-23T02:40Z',
      '2026-11-23T15:00Z',
      'America/New_York',
      'en',
      'yesterday 21:40',
    ],
    [
      'after a day of 23 hours',
      '2026-03-28T23:30Z',
      '2026-03-29T22:30Z',
      'Europe/Prague',
      'en',
      'yesterday 00:30',
    ],
    [
      'after a day of 25 hours',
      '2026-10-24T22:10Z',
      '2026-10-25T23:30Z',
      'Europe/Prague',
      'en',
      'yesterday 00:10',
    ],
    // A device whose clock is wrong.
    [
      'a device that is late by an hour',
      '2026-11-22T18:40Z',
      '2026-11-22T17:40Z',
      'UTC',
      'en',
      'today 18:40',
    ],
    [
      'a device that is late, at midnight',
      '2026-11-23T00:01Z',
      '2026-11-22T23:59Z',
      'UTC',
      'en',
      '23 November at 00:01',
    ],
    ['a device of 1970', '2026-11-22T18:40Z', '1970-01-01T00:00Z', 'UTC', 'en', '22 November 2026 at 18:40'],
    // As the language writes it.
    ['American', '2014-05-14T18:40Z', '2026-11-23T09:00Z', 'UTC', 'en-US', /^May 14, 2014 at 6:40\sPM$/],
    ['American, today', '2026-11-22T18:40Z', '2026-11-22T20:00Z', 'UTC', 'en-US', /^today 6:40\sPM$/],
    ['German', '2014-05-14T18:40Z', '2026-11-23T09:00Z', 'UTC', 'de', '14. Mai 2014 um 18:40'],
    [
      'Persian, by the calendar of the document',
      '2014-05-14T18:40Z',
      '2026-11-23T09:00Z',
      'UTC',
      'fa-u-nu-latn',
      /2014/,
    ],
  ];
  for (const [name, moment, now, zone, locale, words] of rows) {
    it(name, () => {
      const said = formatMoment(moment, locale, Date.parse(now), say, zone);
      if (typeof words === 'string') expect(said).to.equal(words);
      else expect(said).to.match(words);
    });
  }
  it('is by the time zone of the device where none is given', () => {
    const now = new Date(2026, 10, 22, 20).getTime();
    expect(formatMoment(new Date(2026, 10, 22, 0, 1).toISOString(), 'en', now, say)).to.equal('today 00:01');
    expect(formatMoment(new Date(2026, 10, 21, 23, 59).toISOString(), 'en', now, say)).to.equal(
      'yesterday 23:59',
    );
  });
  it('knows when the day ends', () => {
    expect(untilMidnight(new Date(2026, 10, 22, 23, 59, 30).getTime())).to.equal(30_000);
    expect(untilMidnight(new Date(2026, 10, 22).getTime())).to.equal(86_400_000);
  });
});
