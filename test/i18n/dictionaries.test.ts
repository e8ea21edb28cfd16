import { expect } from '@open-wc/testing';
import { dictionaryFor, loadMessages, setDictionary } from '../../src/i18n/dictionaries.js';
import { BEGINNINGS, type SectionName } from '../../src/i18n/keys.js';
import { deInformal } from '../../src/i18n/locales/de-x-informal.js';
import { de } from '../../src/i18n/locales/de.js';
import { form as deForm } from '../../src/i18n/locales/de/form.js';
import { page as dePage } from '../../src/i18n/locales/de/page.js';
import { after } from '../../src/i18n/locales/en/after.js';
import { form } from '../../src/i18n/locales/en/form.js';
import { page } from '../../src/i18n/locales/en/page.js';
import { picker } from '../../src/i18n/locales/en/picker.js';
import { pl } from '../../src/i18n/locales/pl.js';

const SECTIONS: readonly SectionName[] = ['page', 'picker', 'form', 'after'];

describe('the words for a locale', () => {
  it('of English come with the elements: nothing is to be brought', () => {
    expect(loadMessages('en', SECTIONS)).to.equal(null);
    expect(loadMessages('en-GB', SECTIONS)).to.equal(null);
    expect(dictionaryFor('en-GB')).to.equal(null);
  });
  it('of a language nobody speaks are none, and nothing is brought', () => {
    expect(loadMessages('tlh', SECTIONS)).to.equal(null);
    expect(dictionaryFor('tlh')).to.equal(null);
    expect(dictionaryFor('constructor')).to.equal(null);
  });
  it('come by section when they are asked for, once', async () => {
    expect(dictionaryFor('de-AT')).to.equal(null);
    const coming = loadMessages('de-AT', ['page']);
    expect(loadMessages('de', ['page'])).not.to.equal(null);
    await coming;
    expect(loadMessages('de', ['page'])).to.equal(null);
    expect(dictionaryFor('de-AT')).to.deep.equal(dePage);
    const rest = loadMessages('de', ['page', 'form']);
    expect(dictionaryFor('de')).to.deep.equal(dePage);
    await rest;
    expect(dictionaryFor('de')).to.deep.equal({ ...dePage, ...deForm });
    await loadMessages('de', SECTIONS);
    expect(dictionaryFor('de')).to.deep.equal(de);
  });
  it('of a variant stand on those of its language, in every country', async () => {
    await loadMessages('de-AT-x-informal', SECTIONS);
    expect(dictionaryFor('de-x-informal')).to.deep.equal({ ...de, ...deInformal });
    expect(dictionaryFor('de-AT-x-informal')).to.equal(dictionaryFor('de-x-informal'));
    expect(dictionaryFor('de-x-informal')!['form.sign']).to.equal('Unterschreiben');
    expect(dictionaryFor('de')!['outcome.signed-standing']).to.equal('Sie haben unterschrieben.');
  });
  it('of the page stand before ours, which are brought all the same', async () => {
    setDictionary('pl', { 'form.sign': 'Podpisuję' });
    expect(dictionaryFor('pl')!['form.sign']).to.equal('Podpisuję');
    await loadMessages('pl', SECTIONS);
    expect(dictionaryFor('pl')).to.deep.equal({ ...pl, 'form.sign': 'Podpisuję' });
    setDictionary('pl', {});
    expect(dictionaryFor('pl')).to.deep.equal(pl);
  });
  it('of another language are what the page says', () => {
    setDictionary('tlh', { 'form.sign': 'qI’' });
    expect(loadMessages('tlh', SECTIONS)).to.equal(null);
    expect(dictionaryFor('tlh')).to.deep.equal({ 'form.sign': 'qI’' });
  });
});

describe('the sections', () => {
  const words = { page, picker, form, after };
  const beginningOf = (key: string): string => key.split('.')[0]!;
  const all = SECTIONS.flatMap((section) => Object.keys(words[section]));

  it('share no message', () => expect(new Set(all).size).to.equal(all.length));
  it('are told from one another by how their keys begin, but for those that several elements say', () => {
    for (const section of SECTIONS) {
      const begins = new Set(Object.keys(words[section]).map(beginningOf));
      expect([...begins]).to.include.members([...BEGINNINGS[section]]);
      if (section !== 'page') expect(BEGINNINGS[section]).to.include.members([...begins]);
    }
  });
});
