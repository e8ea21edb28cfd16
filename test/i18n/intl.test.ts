import { expect } from '@open-wc/testing';
import {
  collatorFor,
  countryNamer,
  formatDate,
  formatNumber,
  isKnownToIntl,
  isRightToLeft,
  languageName,
  placeName,
  setLocaleData,
} from '../../src/i18n/intl.js';
import { beFormats } from '../../src/i18n/locales/be-formats.js';

/** Replaces Intl's non-breaking spaces. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('Intl, and what it lacks', () => {
  before(() => setLocaleData('be', beFormats));

  const moment = new Date('2014-05-14T18:40:00Z');
  const utc = { timeZone: 'UTC' } as const;
  const dates: [name: string, locale: string, options: Intl.DateTimeFormatOptions, text: string][] = [
    ['English as most of the world writes it', 'en', { dateStyle: 'long' }, '14 May 2014'],
    ['American English where that is asked for', 'en-US', { dateStyle: 'long' }, 'May 14, 2014'],
    ['an Arabic day, with the figures of the seats', 'ar-EG', { dateStyle: 'long' }, '14 مايو 2014'],
    ['a Belarusian day', 'be', { dateStyle: 'long' }, '14 мая 2014 г.'],
    ['a Belarusian day of parts', 'be', { day: 'numeric', month: 'long', year: 'numeric' }, '14 мая 2014 г.'],
    ['a Belarusian moment', 'be', { dateStyle: 'long', timeStyle: 'short' }, '14 мая 2014 г. у 18:40'],
    ['a Belarusian month', 'be', { month: 'long', year: 'numeric' }, 'май 2014'],
    ['a year', 'be', { year: 'numeric' }, '2014'],
    ['a time', 'be', { timeStyle: 'short' }, '18:40'],
  ];
  for (const [name, locale, options, text] of dates)
    it(name, () => expect(plain(formatDate(moment, locale, { ...options, ...utc }))).to.equal(text));

  it('names every month beside a day and alone', () => {
    const written = Array.from({ length: 12 }, (_, month) => {
      const date = new Date(Date.UTC(2023, month, 26));
      return [
        formatDate(date, 'be', { day: 'numeric', month: 'long', ...utc }),
        formatDate(date, 'be', { month: 'long', year: 'numeric', ...utc }),
      ].map(plain);
    });
    expect(written).to.deep.equal(
      beFormats.months.map(([besideDay, alone]) => [`26 ${besideDay}`, `${alone} 2023`]),
    );
  });
  const places: [timeZone: string, locale: string, name: string][] = [
    ['Europe/Minsk', 'en', 'Minsk'],
    ['Europe/Minsk', 'de-x-informal', 'Minsk'],
    ['Europe/Minsk', 'be', 'Мінск'],
    ['Europe/Minsk', 'ru', 'Беларусь'],
    ['Europe/Minsk', 'uk', 'Білорусь'],
    ['Europe/Minsk', 'ar', 'بيلاروس'],
    ['America/New_York', 'en', 'New York'],
    ['America/Argentina/Ushuaia', 'pl', 'Ushuaia'],
    // Nobody has a name for it, or Intl does not know the zone or the language.
    ['Pacific/Nauru', 'be', 'Nauru'],
    ['Etc/GMT+12', 'ru', 'GMT+12'],
    ['Europe/New_Name', 'ru', 'New Name'],
    ['Europe/Minsk', 'tlh', 'Minsk'],
  ];
  for (const [timeZone, locale, name] of places)
    it(`names the place of ${timeZone} in ${locale}`, () =>
      expect(placeName(timeZone, locale)).to.equal(name));
  it('names every place by a name alone: in letters of the language, else by the city of its zone', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    expect(zones.length).to.be.greaterThan(300);
    for (const locale of ['ru', 'uk', 'ar']) {
      const names = zones.map((zone) => [zone, placeName(zone, locale)] as const);
      const mixed = names.filter(
        ([zone, name]) =>
          /:|توقيت/.test(name) || (/\w/.test(name) && !zone.replaceAll('_', ' ').endsWith(name)),
      );
      expect(mixed, locale).to.deep.equal([]);
      expect(names.filter(([, name]) => !/\w/.test(name)).length, locale).to.be.greaterThan(150);
    }
  });
  it('takes the month of the time zone', () => {
    const night = new Date('2014-05-31T23:30:00Z');
    expect(formatDate(night, 'be', { day: 'numeric', month: 'long', timeZone: 'Europe/Minsk' })).to.equal(
      '1 чэрвеня',
    );
  });

  const numbers: [value: number, locale: string, text: string][] = [
    [15086, 'en', '15,086'],
    [15086, 'be', '15 086'],
    [1508, 'be', '1508'],
    [1.5, 'be', '1,5'],
    [15086, 'de', '15.086'],
    [15086, 'de-x-informal', '15.086'],
    [15086, 'ar', '15,086'],
    [15086, 'ar-EG', '15,086'],
    [15086, 'ar-EG-u-nu-arab', '١٥٬٠٨٦'],
  ];
  for (const [value, locale, text] of numbers)
    it(`${value} in ${locale}`, () => expect(plain(formatNumber(value, locale))).to.equal(text));

  const countries: [code: string, locale: string, name: string | null][] = [
    ['PL', 'en', 'Poland'],
    ['PL', 'be', 'Польшча'],
    ['BY', 'be', 'Беларусь'],
    ['BY', 'pl', 'Białoruś'],
    ['HK', 'en', 'Hong Kong'],
    ['HK', 'be', 'Ганконг'],
    ['MO', 'de', 'Macau'],
    ['PS', 'en', 'Palestine'],
    ['PS', 'be', 'Палесціна'],
    ['GB', 'en', 'UK'],
    ['US', 'be', 'ЗША'],
    ['QQ', 'en', null],
  ];
  for (const [code, locale, name] of countries)
    it(`${code} in ${locale}`, () => expect(countryNamer(locale)(code)).to.equal(name));

  const languages: [language: string, name: string][] = [
    ['en', 'English'],
    ['be', 'Беларуская'],
    ['pl', 'Polski'],
    ['cs', 'Čeština'],
    ['de', 'Deutsch'],
    ['de-x-informal', 'Deutsch (Du)'],
    ['ru', 'Русский'],
    ['uk', 'Українська'],
    ['ar', 'العربية'],
    ['qtx', 'Qtx'],
  ];
  for (const [language, name] of languages)
    it(`${language} calls itself ${name}`, () => expect(languageName(language)).to.equal(name));

  it('knows what is written from right to left', () => {
    expect(['ar', 'ar-EG', 'fa', 'he'].every(isRightToLeft)).to.equal(true);
    expect(['en', 'be', 'arn', 'de-x-informal'].some(isRightToLeft)).to.equal(false);
  });
  it('sorts in the order of the alphabet', () => {
    expect(['Ямайка', 'Ёта', 'Індыя', 'Аўстрыя', 'Егіпет'].sort(collatorFor('be').compare)).to.deep.equal([
      'Аўстрыя',
      'Егіпет',
      'Ёта',
      'Індыя',
      'Ямайка',
    ]);
  });
  it('leaves a language that Intl knows to it', () => {
    expect(isKnownToIntl('pl')).to.equal(true);
    setLocaleData('pl', beFormats);
    expect(formatDate(moment, 'pl', { dateStyle: 'long', ...utc })).to.equal('14 maja 2014');
  });
});
