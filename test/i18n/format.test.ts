import { expect } from '@open-wc/testing';
import { countryNames, formatDay, formatMoment } from '../../src/i18n/format.js';
import { setLocaleData } from '../../src/i18n/intl.js';
import { beFormats } from '../../src/i18n/locales/be-formats.js';

describe('formatDay', () => {
  before(() => setLocaleData('be', beFormats));

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

describe('formatMoment', () => {
  it('says only the hour today, and the day otherwise', () => {
    const now = new Date(2026, 10, 22, 20);
    const at = new Date(2026, 10, 22, 18, 40).toISOString();
    expect(formatMoment(at, 'en-GB', now.getTime())).to.equal('18:40');
    expect(formatMoment(at, 'en-GB', now.getTime() + 86400e3)).to.equal('22 November 2026 at 18:40');
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
    setLocaleData('be', beFormats);
    const names = countryNames('be');
    expect(names.filter(([, name]) => /[A-Za-z]/.test(name))).to.deep.equal([]);
    expect(names.slice(0, 3).map(([code]) => code)).to.deep.equal(['AE', 'AZ', 'AX']);
  });
});
