import { expect } from '@open-wc/testing';
import type { Dictionary, MessageKey } from '../../../src/i18n/keys.js';
import { be } from '../../../src/i18n/locales/be.js';
import { en } from '../../../src/i18n/locales/en.js';
import { translate, type Message } from '../../../src/i18n/translate.js';

interface Language {
  locale: string;
  dictionary: Dictionary;
  /** Its alphabet in small letters. What only looks like one of them (Latin "a", Cyrillic "а") is another letter. */
  letters: string;
  /** Words of another alphabet: addresses, names of keys, services and formats. */
  foreign?: readonly string[];
  /** A day as it stands in a sentence. */
  day: string;
  /** Forms with other placeholders than English has, and why. */
  differs?: Partial<Record<MessageKey, { form: string; placeholders: readonly string[]; why: string }>>;
}

/** Every file of src/i18n/locales: a new language is a new row. */
const languages: Language[] = [
  {
    locale: 'en',
    dictionary: en,
    letters: 'abcdefghijklmnopqrstuvwxyz',
    day: '14 May 2014',
    differs: {
      'form.errors': {
        form: 'one',
        placeholders: [],
        why: 'in English this form is 1 alone, written as a word',
      },
    },
  },
  {
    locale: 'be',
    dictionary: be,
    letters: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
    foreign: ['ada@example.org', 'Enter', 'Escape', 'mastodon.social', 'Mastodon', 'SVG', 'QR'],
    day: '14 мая 2014 г.',
  },
];

const formsOf = (message: Message): [form: string, text: string][] =>
  typeof message === 'string' ? [['other', message]] : Object.entries(message);

const placeholdersOf = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name!))].sort();

/** What English says in every form: its `other` has all placeholders. */
const placeholdersOfEnglish = (key: MessageKey): string[] => {
  const message: Message = en[key];
  return placeholdersOf(typeof message === 'string' ? message : message.other);
};

const endsLikeSentence = (text: string): boolean => /[.。؟۔।]$/.test(text);

const keys = Object.keys(en) as MessageKey[];

for (const { locale, dictionary, letters, foreign = [], day, differs = {} } of languages) {
  describe(`the words of "${locale}"`, () => {
    const classes = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    /** Without what is written in another alphabet on purpose. */
    const own = (text: string): string =>
      foreign.reduce((rest, word) => rest.replaceAll(word, ' '), text.replace(/\{\w+\}/g, ' '));
    const alphabet = new Set(letters + letters.toLocaleUpperCase(locale));

    it('has plural rules of its own in this browser', () => {
      expect(Intl.PluralRules.supportedLocalesOf(locale)).to.deep.equal([locale]);
    });

    it('has the keys of English', () => {
      expect(dictionary).to.have.all.keys(...keys);
    });

    it('names its differences truly', () => {
      for (const [key, { form, placeholders }] of Object.entries(differs)) {
        const text = Object.fromEntries(formsOf(dictionary[key as MessageKey]))[form];
        expect(placeholdersOf(text!), key).to.deep.equal(placeholders);
        expect(placeholders, key).not.to.deep.equal(placeholdersOfEnglish(key as MessageKey));
      }
    });

    for (const key of keys) {
      const message: Message = dictionary[key];
      it(`${key}: every plural form, the placeholders of English, its own letters, plain`, () => {
        if (typeof message !== 'string') expect(message).to.have.all.keys(...classes);
        else expect(typeof en[key], 'English has plural forms').to.equal('string');
        for (const [form, text] of formsOf(message)) {
          const other = differs[key];
          expect(placeholdersOf(text), form).to.deep.equal(
            other?.form === form ? other.placeholders : placeholdersOfEnglish(key),
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
