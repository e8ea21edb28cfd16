import { expect } from '@open-wc/testing';
import { textIn, type Text } from '../../src/model/campaign.js';
import { explain, shortJson } from '../../src/model/problem.js';

describe('textIn', () => {
  const both = { en: 'Sign', be: 'Падпісаць', 'de-AT': 'Jänner' };
  const table: [
    what: string,
    text: Text | null | undefined,
    locale: string,
    languages: string[],
    expected: string,
  ][] = [
    ['one text for all', 'Sign', 'be', ['en'], 'Sign'],
    ['the exact language', both, 'be', ['en'], 'Падпісаць'],
    ['the exact region', both, 'de-AT', ['en'], 'Jänner'],
    ['the base language of a region', both, 'be-BY', ['en'], 'Падпісаць'],
    ['the base language of a script and region', both, 'be-Latn-BY', ['en'], 'Падпісаць'],
    ['the first language of the campaign', both, 'cs', ['be', 'en'], 'Падпісаць'],
    ['whatever there is', both, 'cs', ['pl'], 'Sign'],
    ['whatever there is, without languages', both, 'cs', [], 'Sign'],
    ['nothing of null', null, 'en', ['en'], ''],
    ['nothing of undefined', undefined, 'en', ['en'], ''],
    ['nothing of no text', {}, 'en', ['en'], ''],
    ['an empty text as it is', { en: '', be: 'x' }, 'en', ['be'], ''],
    ['nothing that is inherited', { en: 'Sign' }, 'constructor', ['toString'], 'Sign'],
    ['nothing by an empty locale', { en: 'Sign' }, '', ['en'], 'Sign'],
  ];
  for (const [what, text, locale, languages, expected] of table) {
    it(what, () => {
      expect(textIn(text, locale, languages)).to.equal(expected);
    });
  }
});

describe('explain', () => {
  const table: [path: string, value: string | null, message: string, expected: string][] = [
    ['state', '"x"', 'is not one of a, b', 'state: "x" is not one of a, b'],
    ['title', null, 'is missing', 'title: is missing'],
    ['', '5', 'is no object', '5 is no object'],
  ];
  for (const [path, value, message, expected] of table) {
    it(expected, () => {
      expect(explain({ path, value, message })).to.equal(expected);
    });
  }
});

describe('shortJson', () => {
  const round: Record<string, unknown> = {};
  round['self'] = round;
  const table: [what: string, value: unknown, expected: string][] = [
    ['a text', 'a "b"\n', '"a \\"b\\"\\n"'],
    ['undefined', undefined, 'undefined'],
    ['80 letters', 'x'.repeat(78), `"${'x'.repeat(78)}"`],
    ['more', 'x'.repeat(79), `"${'x'.repeat(76)}...`],
    ['a circle', round, '[object Object]'],
    ['a big integer', 5n, '[object BigInt]'],
    ['a symbol', Symbol('s'), 'Symbol(s)'],
  ];
  for (const [what, value, expected] of table) {
    it(`of ${what}`, () => {
      expect(shortJson(value)).to.equal(expected);
    });
  }
});
