import { expect } from '@open-wc/testing';
import { readAll, readAnswer, type EndpointAnswer } from '../../../src/transport/declared/path.js';
import { readNumber } from '../../../src/transport/declared/number.js';
import { holds } from '../../../src/transport/declared/rule.js';
import type { Rule } from '../../../src/model/endpoint.js';
import { chance } from '../../support/chance.js';
import { FACTS } from './facts.js';

const BODY = {
  data: { total: 3 },
  rows: [
    {
      columns: [
        { name: 'a', value: 1 },
        { name: 'participating', value: 573 },
      ],
    },
  ],
  errors: [
    { path: ['contact', 'email'], message: 'no' },
    { path: ['seat'], message: 'must be unique' },
  ],
  status: 'error',
};

describe('readAll', () => {
  const rows: [path: string, values: unknown[]][] = [
    ['data.total', [3]],
    ['', [BODY]],
    ['rows.0.columns[name=participating].value', [573]],
    ['rows.-1.columns.0.name', ['a']],
    ['errors.*.path.-1', ['email', 'seat']],
    ['errors[path.0=seat].message', ['must be unique']],
    ['errors.7', []],
    ['data.total.more', []],
    ['__proto__.x', []],
    ['constructor.name', []],
    ['data.toString', []],
    ['[', []],
    ['...', []],
  ];
  for (const [path, values] of rows)
    it(`${path || '(empty)'} -> ${values.length}`, () => expect(readAll(BODY, path)).to.deep.equal(values));
});

const answer = (more: Partial<EndpointAnswer> = {}): EndpointAnswer => ({
  status: 200,
  headers: { 'content-range': '0-0/573' },
  text: JSON.stringify(BODY),
  json: BODY,
  ...more,
});

describe('readAnswer', () => {
  it('reads a header', () => expect(readAnswer(answer(), 'header:Content-Range')).to.deep.equal(['0-0/573']));
  it('reads nothing where there is no header', () =>
    expect(readAnswer(answer(), 'header:x')).to.deep.equal([]));
  it('takes the key "status" of the body first', () =>
    expect(readAnswer(answer(), 'status')).to.deep.equal(['error']));
  it('else the HTTP status', () => expect(readAnswer(answer({ json: {} }), 'status')).to.deep.equal([200]));
  it('reads the text', () =>
    expect(readAnswer(answer({ json: undefined, text: '573' }), 'text')).to.deep.equal(['573']));
});

describe('holds', () => {
  const rows: [Rule | undefined, boolean][] = [
    [{ status: 200 }, true],
    [{ status: '2xx' }, true],
    [{ status: '4xx' }, false],
    [{ path: 'status', equals: 'error' }, true],
    [{ status: 409, path: 'status', equals: 'error' }, false],
    [{ path: 'errors.*.message', matches: 'UNIQUE' }, true],
    [{ path: 'errors.*.message', matches: '(' }, false],
    [{ path: 'data.total', equals: '3' }, true],
    [{ path: 'data.total' }, true],
    [{ path: 'data.goal', exists: false }, true],
    [{ path: 'data.goal', exists: true }, false],
    [{ path: 'status', equals: '$var.nothing' }, false],
    [{ any: [{ status: 500 }, { status: 200 }] }, true],
    [{ all: [] }, false],
    [{ not: { status: 500 } }, true],
    [{}, false],
    [undefined, false],
    ['nonsense' as unknown as Rule, false],
  ];
  for (const [rule, expected] of rows)
    it(`${JSON.stringify(rule)} -> ${expected}`, () =>
      expect(holds(rule, answer(), FACTS)).to.equal(expected));
});

describe('readNumber', () => {
  const rows: [unknown, number | null][] = [
    [573, 573],
    ['573', 573],
    ['12,345', 12345],
    ['12 345', 12345],
    ['12\u202F345', 12345],
    ['1.234.567', 1234567],
    ['1.234', 1234],
    ['12’345', 12345],
    ["12'345", 12345],
    ['12\u00A0345', 12345],
    ['12,34,567', 1234567],
    ['1,00,000', 100000],
    ['१२,३४,५६७', 1234567],
    ['१२३', 123],
    ['١٢٬٣٤٥', 12345],
    ['۱۲٬۳۴۵', 12345],
    ['\u200F١٢٣\u200E', 123],
    ['１２，３４５', 12345],
    ['৫৭৩', 573],
    ['𑄷𑄸', 12],
    [' 7 ', 7],
    [0, 0],
    ['0', 0],
    [-1, null],
    ['-1', null],
    [1.5, null],
    ['12.5', null],
    ['1.5', null],
    ['१.५', null],
    ['٠٫٥', null],
    ['0.500', null],
    ['1,23', null],
    ['1.234,567', null],
    ['1,2,345', null],
    ['123,45,678', null],
    ['12.34.567', null],
    ['1,234.00', null],
    ['−5', null],
    ['½', null],
    [NaN, null],
    [Infinity, null],
    [1e300, null],
    ['1e3', null],
    ['', null],
    ['many', null],
    [null, null],
    [undefined, null],
    [true, null],
    [[5], null],
    [{}, null],
    ['9'.repeat(30), null],
  ];
  for (const [value, expected] of rows)
    it(`${JSON.stringify(value) ?? 'undefined'} -> ${expected}`, () =>
      expect(readNumber(value)).to.equal(expected));

  const DIGITS =
    'arab arabext beng deva fullwide gujr guru khmr knda laoo mlym mymr orya tamldec telu thai tibt';
  const LOCALES = ['en', 'en-IN', 'de', 'de-CH', 'fr', 'cs', 'pl', 'ar', 'fa', 'hi'];
  it('reads back whatever a browser writes, in every script and grouping', () => {
    const random = chance(5);
    for (const script of ['latn', ...DIGITS.split(' ')])
      for (const locale of LOCALES) {
        const format = new Intl.NumberFormat(`${locale}-u-nu-${script}`);
        for (let run = 0; run < 20; run++) {
          const number = Math.floor(10 ** (random() * 9));
          const text = format.format(number);
          expect(readNumber(text), `${locale} ${script} ${text}`).to.equal(number);
        }
      }
  });
  it('reads no fraction that a browser writes, unless three digits follow the sign', () => {
    const random = chance(6);
    for (const locale of LOCALES) {
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
      for (let run = 0; run < 50; run++) {
        const text = format.format(Math.floor(random() * 1e7) / 100);
        expect(readNumber(text), `${locale} ${text}`).to.equal(null);
      }
    }
  });
});
