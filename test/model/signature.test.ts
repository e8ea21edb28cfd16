import { expect } from '@open-wc/testing';
import type { Consent, Field } from '../../src/model/campaign.js';
import { cleanText } from '../../src/model/signature/clean.js';
import { pointerTo, validateAnswers } from '../../src/model/signature/signature.js';

describe('cleanText', () => {
  const table: [what: string, given: string, line: string, lines?: string][] = [
    ['keeps the spaces at both ends', '  Ada \u00a0', '  Ada \u00a0'],
    ['composes combining marks', 'e\u0301', '\u00e9'],
    ['keeps marks that compose with nothing', 'q\u0303', 'q\u0303'],
    ['keeps an emoji of several code points', '\u{1F469}\u200d\u{1F680}', '\u{1F469}\u200d\u{1F680}'],
    ['keeps controls of direction', '\u202bعلي\u202c \u2067א\u2069', '\u202bعلي\u202c \u2067א\u2069'],
    ['keeps markup as it is', '<b>"Ada" & co</b>', '<b>"Ada" & co</b>'],
    ['removes control characters', 'A\u0000d\u0007a\u007f\u009f', 'Ada'],
    ['removes a tab', 'A\tda', 'Ada'],
    ['makes line breaks spaces, and keeps them in a textarea', 'a\nb\r\nc\rd', 'a b c d', 'a\nb\nc\nd'],
    ['puts a sign for half an emoji', 'a\ud83d', 'a\ufffd'],
    ['puts a sign for the other half', '\ude00b', '\ufffdb'],
    ['keeps a whole emoji', '\ud83d\ude00', '\u{1F600}'],
    ['leaves nothing of nothing', '', ''],
  ];
  for (const [what, given, line, lines = line] of table) {
    it(what, () => {
      expect(cleanText(given)).to.equal(line);
      expect(cleanText(given, true)).to.equal(lines);
    });
  }

  it('changes nothing the second time', () => {
    for (const [, given] of table) expect(cleanText(cleanText(given))).to.equal(cleanText(given));
  });
});

describe('pointerTo', () => {
  const table: [keys: (string | number)[], expected: string][] = [
    [[], '#'],
    [['fields', 'email'], '#/fields/email'],
    [['consents', 0], '#/consents/0'],
    [['a/b', '~', '~1', ''], '#/a~1b/~0/~01/'],
  ];
  for (const [keys, expected] of table) {
    it(`${JSON.stringify(keys)} is ${expected}`, () => {
      expect(pointerTo(...keys)).to.equal(expected);
    });
  }
});

const field = (changes: Partial<Field>): Field => ({
  name: 'f',
  type: 'text',
  required: false,
  seenBy: ['team'],
  ...changes,
});
const consent = (changes: Partial<Consent>): Consent => ({
  purpose: 'sign',
  organiser: 'ngo',
  required: true,
  version: '1',
  text: 'Yes',
  ...changes,
});

describe('validateAnswers: one field', () => {
  const options = [{ value: 'web', label: 'On the web' }];
  const long = (count: number, text: string) => text.repeat(count);
  const table: [what: string, field: Partial<Field>, value: unknown, code: string | null][] = [
    ['a text', {}, 'Ada', null],
    ['no text', {}, undefined, null],
    ['an empty text', {}, '', null],
    ['no required text', { required: true }, undefined, 'required'],
    ['an empty required text', { required: true }, '', 'required'],
    ['a required text of spaces and controls', { required: true }, ' \u0000\t\n ', 'required'],
    ['a number', {}, 5, 'format'],
    ['null', {}, null, 'format'],
    ['true for a text', {}, true, 'format'],
    ['a list', {}, ['Ada'], 'format'],

    ['200 letters without a limit', {}, long(200, 'x'), null],
    ['201 letters without a limit', {}, long(201, 'x'), 'too-long'],
    ['200 letters where the limit is null', { maxLength: null }, long(201, 'x'), 'too-long'],
    ['3 letters of 3', { maxLength: 3 }, 'Ada', null],
    ['4 letters of 3', { maxLength: 3 }, 'Adas', 'too-long'],
    ['3 emoji of 3, six code units', { maxLength: 3 }, '\u{1F600}\u{1F600}\u{1F600}', null],
    ['4 emoji of 3', { maxLength: 3 }, long(4, '\u{1F600}'), 'too-long'],
    ['a family of five code points of 5', { maxLength: 5 }, '\u{1F468}\u200d\u{1F469}\u200d\u{1F467}', null],
    [
      'a family of five code points of 4',
      { maxLength: 4 },
      '\u{1F468}\u200d\u{1F469}\u200d\u{1F467}',
      'too-long',
    ],
    ['a mark that composes, of 1', { maxLength: 1 }, 'e\u0301', null],
    ['a mark that does not compose, of 1', { maxLength: 1 }, 'q\u0303', 'too-long'],
    ['spaces at both ends, which count', { maxLength: 3 }, ' Ada', 'too-long'],
    ['control characters of 3', { maxLength: 3 }, 'A\u0000d\u0000a', null],
    ['halves of emoji, each of which counts', { maxLength: 1 }, '\ud83d\ud83d', 'too-long'],
    ['line breaks in a textarea count', { type: 'textarea', maxLength: 2 }, 'a\r\nb', 'too-long'],

    ['an address', { type: 'email' }, 'ada@example.org', null],
    ['an address with a plus', { type: 'email' }, 'ada+x@mail.example.org', null],
    ['an address in another script', { type: 'email' }, 'ада@пошта.бел', null],
    ['an address with spaces round it', { type: 'email' }, ' ada@example.org ', null],
    ['an address without @', { type: 'email' }, 'ada.example.org', 'format'],
    ['an address without a dot', { type: 'email' }, 'ada@example', 'format'],
    ['two addresses', { type: 'email' }, 'a@b.org, c@d.org', 'format'],
    ['an address with two @', { type: 'email' }, 'a@b@c.org', 'format'],
    ['an address with a header', { type: 'email' }, 'a@b.org\nBcc: c@d.org', 'format'],
    ['an address with a name', { type: 'email' }, 'Ada <ada@example.org>', 'format'],
    ['no address where none is required', { type: 'email' }, '', null],

    ['a country', { type: 'country' }, 'PL', null],
    ['a country in small letters', { type: 'country' }, 'pl', 'format'],
    ['a country in words', { type: 'country' }, 'Poland', 'format'],
    ['a telephone number', { type: 'tel' }, '+48 (22) 123-45.67', null],
    ['a telephone number in words', { type: 'tel' }, 'call me', 'format'],
    ['a postcode of any form', { type: 'postcode' }, 'SW1A 1AA', null],

    ['one of the options', { type: 'choice', options }, 'web', null],
    ['none of the options', { type: 'choice', options }, 'radio', 'format'],
    ['an option where there are none', { type: 'choice' }, 'web', 'format'],
    ['no option', { type: 'choice', options }, '', null],
    ['no option where one is required', { type: 'choice', options, required: true }, '', 'required'],

    ['a checkbox that is ticked', { type: 'checkbox' }, true, null],
    ['a checkbox that is not', { type: 'checkbox' }, false, null],
    ['a checkbox that was not sent', { type: 'checkbox' }, undefined, null],
    ['a required checkbox that is not ticked', { type: 'checkbox', required: true }, false, 'required'],
    ['a required checkbox that was not sent', { type: 'checkbox', required: true }, undefined, 'required'],
    ['a checkbox that says "on"', { type: 'checkbox' }, 'on', 'format'],
    ['a hidden value', { type: 'hidden' }, 'leaflet-7', null],
  ];
  for (const [what, changes, value, code] of table) {
    it(`${what}: ${code ?? 'good'}`, () => {
      const values = value === undefined ? {} : { f: value };
      const expected = code === null ? [] : [{ pointer: '#/fields/f', code }];
      expect(validateAnswers([field(changes)], [], values, [])).to.deep.equal(expected);
    });
  }

  it('a long hostile address is judged at once', () => {
    const start = performance.now();
    const email = field({ type: 'email', maxLength: 200_000 });
    validateAnswers([email], [], { f: `a@${'a.'.repeat(50_000)}` }, []);
    validateAnswers([email], [], { f: 'a'.repeat(100_000) }, []);
    expect(performance.now() - start).to.be.lessThan(1000);
  });
});

describe('validateAnswers: fields that the campaign has not', () => {
  const table: [name: string, pointer: string][] = [
    ['comment', '#/fields/comment'],
    ['a/b', '#/fields/a~1b'],
    ['constructor', '#/fields/constructor'],
  ];
  for (const [name, pointer] of table) {
    it(`${name}: ${pointer}`, () => {
      expect(validateAnswers([], [], { [name]: 'x' }, [])).to.deep.equal([{ pointer, code: 'unknown' }]);
    });
  }

  it('a field whose name every object inherits is not taken for given', () => {
    const constructor = field({ name: 'constructor', required: true });
    expect(validateAnswers([constructor], [], {}, [])).to.deep.equal([
      { pointer: '#/fields/constructor', code: 'required' },
    ]);
  });
});

describe('validateAnswers: consents', () => {
  const newsletter = consent({ purpose: 'newsletter', required: false });
  const table: [
    what: string,
    answers: { purpose: string; given: boolean }[],
    expected: [string, string][],
  ][] = [
    [
      'both given',
      [
        { purpose: 'sign', given: true },
        { purpose: 'newsletter', given: true },
      ],
      [],
    ],
    [
      'the newsletter refused',
      [
        { purpose: 'sign', given: true },
        { purpose: 'newsletter', given: false },
      ],
      [],
    ],
    ['the newsletter not answered', [{ purpose: 'sign', given: true }], []],
    ['the required one refused', [{ purpose: 'sign', given: false }], [['#/consents/0', 'required']]],
    ['the required one not answered', [], [['#/consents/0', 'required']]],
    [
      'an unknown purpose',
      [
        { purpose: 'sign', given: true },
        { purpose: 'sell', given: true },
      ],
      [['#/consents/1', 'unknown']],
    ],
  ];
  for (const [what, answers, expected] of table) {
    it(what, () => {
      const problems = validateAnswers([], [consent({}), newsletter], {}, answers);
      expect(problems.map(({ pointer, code }) => [pointer, code])).to.deep.equal(expected);
    });
  }

  it('come after the fields, which come in the order of the campaign', () => {
    const fields = [field({ name: 'b', required: true }), field({ name: 'a', required: true })];
    const problems = validateAnswers(fields, [consent({})], { zzz: 'x' }, []);
    expect(problems.map(({ pointer }) => pointer)).to.deep.equal([
      '#/fields/b',
      '#/fields/a',
      '#/fields/zzz',
      '#/consents/0',
    ]);
  });
});
