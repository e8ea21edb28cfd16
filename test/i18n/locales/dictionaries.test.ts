import { expect } from '@open-wc/testing';
import { dictionaryFor, loadMessages } from '../../../src/i18n/dictionaries.js';
import type { MessageKey, Translation } from '../../../src/i18n/keys.js';
import { ar } from '../../../src/i18n/locales/ar.js';
import { be } from '../../../src/i18n/locales/be.js';
import { cs } from '../../../src/i18n/locales/cs.js';
import { deInformal } from '../../../src/i18n/locales/de-x-informal.js';
import { de } from '../../../src/i18n/locales/de.js';
import { en } from '../../../src/i18n/locales/en.js';
import { pl } from '../../../src/i18n/locales/pl.js';
import { ru } from '../../../src/i18n/locales/ru.js';
import { uk } from '../../../src/i18n/locales/uk.js';
import { translate, type Message } from '../../../src/i18n/translate.js';

interface Language {
  locale: string;
  words: Translation;
  /** Base of a variant, which contains only the messages that differ, under keys of its base. */
  base?: Translation;
  /** Its alphabet in lower case. Lookalikes from another script (Latin "a", Cyrillic "а") are other letters. */
  letters: string;
  /** Words in another alphabet: addresses, names of keys, services and formats. */
  foreign?: readonly string[];
  /** A day as it appears in a sentence. */
  day: string;
}

/** Words in another alphabet that every language contains. */
const FOREIGN = ['ada@example.org', 'Enter', 'Escape', 'Ctrl', 'mastodon.social', 'Mastodon', 'SVG', 'QR'];
const LATIN = 'abcdefghijklmnopqrstuvwxyz';

/** Every file of src/i18n/locales: a new language needs a new row. */
const languages: Language[] = [
  { locale: 'en', words: en, letters: LATIN, day: '14 May 2014' },
  {
    locale: 'be',
    words: be,
    letters: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
    foreign: FOREIGN,
    day: '14 мая 2014 г.',
  },
  {
    locale: 'ru',
    words: ru,
    letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
    foreign: FOREIGN,
    day: '14 мая 2014 г.',
  },
  {
    locale: 'uk',
    words: uk,
    letters: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
    foreign: FOREIGN,
    day: '14 травня 2014 р.',
  },
  {
    locale: 'pl',
    words: pl,
    letters: 'aąbcćdeęfghijklłmnńoóprsśtuwyzźż',
    foreign: FOREIGN,
    day: '14 maja 2014',
  },
  { locale: 'de', words: de, letters: `${LATIN}äöüß`, day: '14. Mai 2014' },
  { locale: 'de-x-informal', words: deInformal, base: de, letters: `${LATIN}äöüß`, day: '14. Mai 2014' },
  { locale: 'cs', words: cs, letters: `${LATIN}áčďéěíňóřšťúůýž`, day: '14. května 2014' },
  {
    locale: 'ar',
    words: ar,
    letters: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي',
    foreign: FOREIGN,
    day: '14 مايو 2014',
  },
];

const formsOf = (message: Message): [form: string, text: string][] =>
  typeof message === 'string' ? [['other', message]] : Object.entries(message);

const placeholdersOf = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name!))].sort();

/** English placeholders of all forms: its `other` contains them all. */
const placeholdersOfEnglish = (key: MessageKey): string[] => {
  const message: Message = en[key];
  return placeholdersOf(typeof message === 'string' ? message : message.other);
};

const endsLikeSentence = (text: string): boolean => /[.?。؟۔।]$/.test(text);

const keys = Object.keys(en) as MessageKey[];

/** Plural classes that cover a single number: their forms may write it as a word. */
function singleFigures(locale: string): Set<string> {
  const rules = new Intl.PluralRules(locale);
  const counts = new Map<string, number>();
  for (let count = 0; count <= 1000; count++) {
    const form = rules.select(count);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, figures]) => figures === 1).map(([form]) => form));
}

for (const { locale, words, base, letters, foreign = [], day } of languages) {
  describe(`the words of "${locale}"`, () => {
    const classes = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const single = singleFigures(locale);
    /** Removes the words that are in another alphabet on purpose. */
    const own = (text: string): string =>
      foreign.reduce((rest, word) => rest.replaceAll(word, ' '), text.replace(/\{\w+\}/g, ' '));
    const alphabet = new Set(letters + letters.toLocaleUpperCase(locale));

    it('has plural rules of its own in this browser', () => {
      expect(Intl.PluralRules.supportedLocalesOf(locale)).to.deep.equal([locale]);
    });

    it('lacks no key of English', () => {
      const all = { ...base, ...words };
      expect(
        keys.filter((key) => !Object.hasOwn(all, key)),
        `said in English, for want of words in "${locale}"`,
      ).to.deep.equal([]);
    });

    if (base)
      it('says only what differs from its base', () => {
        const same = keys.filter((key) => JSON.stringify(words[key]) === JSON.stringify(base[key]));
        expect(same.filter((key) => key in words)).to.deep.equal([]);
      });

    // English is bundled with the elements.
    if (locale !== 'en')
      it('is what elements speak', async () => {
        await loadMessages(locale, ['page', 'picker', 'form', 'after']);
        expect(dictionaryFor(locale)).to.deep.equal({ ...base, ...words });
      });

    for (const key of keys) {
      const message: Message | undefined = words[key];
      if (message === undefined) continue;
      it(`${key}: every plural form, the placeholders of English, its own letters, plain`, () => {
        if (typeof message !== 'string') expect(message).to.have.all.keys(...classes);
        else expect(typeof en[key], 'English has plural forms').to.equal('string');
        for (const [form, text] of formsOf(message)) {
          const wanted = placeholdersOfEnglish(key);
          const isWord = single.has(form) && !text.includes('{count}');
          expect(placeholdersOf(text), form).to.deep.equal(
            isWord ? wanted.filter((name) => name !== 'count') : wanted,
          );
          expect(text, form).to.match(/\S/);
          expect(text, form).not.to.match(/^\s|\s$|\s\s/);
          expect(text, form).not.to.match(/[!¡！՜߹]/);
          expect(
            own(text)
              .match(/\p{L}/gu)
              ?.filter((letter) => !alphabet.has(letter)) ?? [],
            form,
          ).to.deep.equal([]);
        }
      });

      it(`${key}: ends with a full stop where English does`, () => {
        const [, english] = formsOf(en[key]).at(-1)!;
        for (const [form, text] of formsOf(message))
          expect(endsLikeSentence(text), form).to.equal(endsLikeSentence(english));
      });

      if (/\{(date|day|moment)\}/.test(formsOf(en[key])[0]![1])) {
        it(`${key}: no full stop follows that of a date`, () => {
          const text = translate(message, locale, { date: day, day, moment: day, status: '…' });
          expect(text).to.contain(day).and.not.contain('..');
        });
      }
    }
  });
}
