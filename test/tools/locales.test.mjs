import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { beFormats } from '../../src/i18n/locales/be-formats.ts';

/** Node's Intl knows every language (full ICU): what we bring for browsers that do not must say the same. */
describe('formats that are brought along for Belarusian', () => {
  const { months, countries, finish, like, figures } = beFormats;
  const date = (month) => new Date(Date.UTC(2014, month, 14, 18, 40));
  const utc = { timeZone: 'UTC' };
  const by = (locale, options, month = 4) =>
    new Intl.DateTimeFormat(locale, { ...utc, ...options }).format(date(month));

  it('are checked against an Intl that knows it', () =>
    assert.deepEqual(Intl.DateTimeFormat.supportedLocalesOf('be'), ['be']));
  it('name the months', () => {
    months.forEach(([besideDay, alone], month) => {
      assert.equal(by('be', { day: 'numeric', month: 'long' }, month), `14 ${besideDay}`);
      assert.equal(by('be', { month: 'long' }, month), alone);
    });
  });
  it('finish a date as it is written', () => {
    const may = (options, hasDay) => finish(by(like, options), hasDay);
    assert.equal(
      may({ dateStyle: 'long', timeStyle: 'short' }, true),
      by('be', { dateStyle: 'long', timeStyle: 'short' }),
    );
    assert.equal(may({ dateStyle: 'long' }, true), by('be', { dateStyle: 'long' }));
    assert.equal(
      may({ month: 'long', year: 'numeric' }, false),
      by('be', { month: 'long', year: 'numeric' }),
    );
  });
  it('write figures', () => {
    for (const value of [0, 7, 1508, 15086, 1234567, 1.5])
      assert.equal(
        new Intl.NumberFormat(like, figures).format(value),
        new Intl.NumberFormat('be').format(value),
      );
  });
  it('name the countries', () => {
    const names = new Intl.DisplayNames(['be'], { type: 'region', style: 'short' });
    for (const [code, name] of Object.entries(countries)) assert.equal(name, names.of(code), code);
    const asked = /'((?:[A-Z]{2} )+[A-Z]{2})'/.exec(
      readFileSync(new URL('../../src/i18n/countries/countries.ts', import.meta.url), 'utf8'),
    )[1];
    assert.deepEqual(Object.keys(countries), asked.split(' '));
  });
});
