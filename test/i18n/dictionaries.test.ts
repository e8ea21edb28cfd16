import { expect } from '@open-wc/testing';
import { dictionaryFor, loadDictionary, setDictionary } from '../../src/i18n/dictionaries.js';
import { deInformal } from '../../src/i18n/locales/de-x-informal.js';
import { de } from '../../src/i18n/locales/de.js';
import { en } from '../../src/i18n/locales/en.js';
import { pl } from '../../src/i18n/locales/pl.js';

describe('the words for a locale', () => {
  it('of English are here', () => {
    expect(loadDictionary('en')).to.equal(null);
    expect(loadDictionary('en-GB')).to.equal(null);
    expect(dictionaryFor('en-GB')).to.equal(en);
  });
  it('of a language nobody speaks are none, and nothing is brought', () => {
    expect(loadDictionary('tlh')).to.equal(null);
    expect(dictionaryFor('tlh')).to.equal(null);
    expect(dictionaryFor('constructor')).to.equal(null);
  });
  it('come when they are asked for, once', async () => {
    expect(dictionaryFor('de-AT')).to.equal(null);
    const coming = loadDictionary('de-AT');
    expect(loadDictionary('de')).to.equal(coming);
    await coming;
    expect(loadDictionary('de')).to.equal(null);
    expect(dictionaryFor('de-AT')).to.deep.equal(de);
  });
  it('of a variant stand on those of its language, in every country', async () => {
    await loadDictionary('de-AT-x-informal');
    expect(dictionaryFor('de-x-informal')).to.deep.equal({ ...de, ...deInformal });
    expect(dictionaryFor('de-AT-x-informal')).to.equal(dictionaryFor('de-x-informal'));
    expect(dictionaryFor('de-x-informal')!['form.sign']).to.equal('Unterschreiben');
    expect(dictionaryFor('de')!['outcome.signed-standing']).to.equal('Sie haben unterschrieben.');
  });
  it('of the page stand before ours, which are brought all the same', async () => {
    setDictionary('pl', { 'form.sign': 'Podpisuję' });
    expect(dictionaryFor('pl')!['form.sign']).to.equal('Podpisuję');
    await loadDictionary('pl');
    expect(dictionaryFor('pl')).to.deep.equal({ ...pl, 'form.sign': 'Podpisuję' });
    setDictionary('pl', {});
    expect(dictionaryFor('pl')).to.deep.equal(pl);
  });
  it('of another language are what the page says', () => {
    setDictionary('tlh', { 'form.sign': 'qI’' });
    expect(loadDictionary('tlh')).to.equal(null);
    expect(dictionaryFor('tlh')).to.deep.equal({ 'form.sign': 'qI’' });
  });
});
