import { expect } from '@open-wc/testing';
import { countryNames } from '../../src/i18n/countries/countries.js';
import { formatDay, formatMoment } from '../../src/i18n/format.js';
import { setLocaleData } from '../../src/i18n/intl.js';
import { beFormats } from '../../src/i18n/locales/be-formats.js';

before(() => setLocaleData('be', beFormats));

describe('formatDay', () => {
  const table: [day: string, locale: string, expected: string][] = [
    ['2014-06-21', 'en-GB', '21 June 2014'],
    ['2014-05', 'en-GB', 'May 2014'],
    ['2014', 'en-GB', '2014'],
    ['2014-06-21', 'en-US', 'June 21, 2014'],
    ['2014-06-01', 'de', '1. Juni 2014'],
    ['2014-05', 'pl', 'maj 2014'],
    ['2014-05', 'cs', 'květen 2014'],
    ['2014-12-31', 'en-GB', '31 December 2014'],
    ['2014-01-01', 'en-GB', '1 January 2014'],
    ['soon', 'en-GB', 'soon'],
    ['', 'en-GB', ''],
    ['2014-02-30', 'en-GB', '2014-02-30'],
    ['2014-06-21', 'be', '21 чэрвеня 2014 г.'],
    ['2014-06', 'be', 'чэрвень 2014'],
    ['2014', 'be', '2014'],
    ['2014-05', 'en_GB', '2014-05'],
    ['2014-05', '', '2014-05'],
  ];
  for (const [day, locale, expected] of table) {
    it(`${JSON.stringify(day)} in ${JSON.stringify(locale)} is ${JSON.stringify(expected)}`, () => {
      expect(formatDay(day, locale).replace(/\u00a0/g, ' ')).to.equal(expected);
    });
  }

  it('keeps to the calendar of the document where another is usual', () => {
    expect(formatDay('2014-06-21', 'th')).to.contain('2014');
    expect(formatDay('2014-06-21', 'fa-u-nu-latn')).to.contain('2014');
    expect(formatDay('2014-06-21', 'ar-SA-u-nu-latn')).to.contain('2014');
  });
});

describe('the short word for "year"', () => {
  for (const [locale, expected] of [
    ['ru', 'май 2014\u00a0г.'],
    ['uk', 'травень 2014\u00a0р.'],
  ] as const)
    it(`stands with its figure in ${locale}`, () => expect(formatDay('2014-05', locale)).to.equal(expected));
});

describe('formatMoment', () => {
  const rows: [
    name: string,
    moment: string,
    now: string,
    zone: string,
    locale: string,
    words: string | RegExp,
  ][] = [
    ['a moment of the year', '2026-11-21T18:40Z', '2026-11-23T09:00Z', 'UTC', 'en', '21 November at 18:40'],
    ['early', '2026-11-21T03:05Z', '2026-11-23T09:00Z', 'UTC', 'en', '21 November at 03:05'],
    ['of another year', '2014-05-14T18:40Z', '2026-11-23T09:00Z', 'UTC', 'en', '14 May 2014 at 18:40'],
    // Without words that are false on a device whose clock is wrong.
    ['of this day', '2026-11-22T18:40Z', '2026-11-22T20:00Z', 'UTC', 'en', '22 November at 18:40'],
    ['a device a day ahead', '2026-11-22T18:40Z', '2026-11-23T18:41Z', 'UTC', 'en', '22 November at 18:40'],
    ['a device a day late', '2026-11-22T18:40Z', '2026-11-21T18:40Z', 'UTC', 'en', '22 November at 18:40'],
    ['a device of 1970', '2026-11-22T18:40Z', '1970-01-01T00:00Z', 'UTC', 'en', '22 November 2026 at 18:40'],
    // In the reader's time zone.
    ['in Minsk', '2026-11-22T22:40Z', '2026-11-23T05:00Z', 'Europe/Minsk', 'en', '23 November at 01:40'],
    [
      'the year in New York',
      '2027-01-01T02:40Z',
      '2026-12-31T15:00Z',
      'America/New_York',
      'en',
      '31 December at 21:40',
    ],
    // In the format of the language.
    ['American', '2014-05-14T18:40Z', '2026-11-23T09:00Z', 'UTC', 'en-US', /^May 14, 2014 at 6:40\sPM$/],
    ['Belarusian', '2014-05-14T18:40Z', '2026-11-23T09:00Z', 'UTC', 'be', /^14 мая 2014\sг\. у 18:40$/],
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
      const said = formatMoment(moment, locale, Date.parse(now), zone);
      if (typeof words === 'string') expect(said).to.equal(words);
      else expect(said).to.match(words);
    });
  }
  it('is by the time zone of the device where none is given', () => {
    const now = new Date(2026, 10, 22, 20).getTime();
    expect(formatMoment(new Date(2026, 10, 22, 0, 1).toISOString(), 'en', now)).to.equal(
      '22 November at 00:01',
    );
  });
});

describe('countryNames', () => {
  it('names countries in the language, sorted', () => {
    const names = countryNames('en');
    expect(names.length).to.be.greaterThan(230);
    expect(names.find(([code]) => code === 'CZ')).to.deep.equal(['CZ', 'Czechia']);
    expect(names.every(([, name], i) => i === 0 || names[i - 1]![1].localeCompare(name, 'en') <= 0)).to.equal(
      true,
    );
  });
  it('has a Belarusian name for each in Belarusian, in the order of its alphabet', () => {
    const names = countryNames('be');
    expect(names.filter(([, name]) => /[A-Za-z]/.test(name))).to.deep.equal([]);
    expect(names.slice(0, 3).map(([code]) => code)).to.deep.equal(['AE', 'AZ', 'AX']);
  });
});
