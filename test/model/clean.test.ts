import { expect } from '@open-wc/testing';
import type { Field, FieldType } from '../../src/model/campaign.js';
import { cleanAnswer, cleanText, foldDigits, isVisible } from '../../src/model/signature/clean.js';
import { postcodes } from '../../src/model/postcode/postcode.js';
import { cleanAnswers, validateAnswers } from '../../src/model/signature/signature.js';
import emails from '../cases/emails.json';
import names from '../cases/names.json';
import phones from '../cases/phones.json';
import codes from '../cases/postcodes.json';
import { chance } from '../support/chance.js';

const COUNTRY: Field = { name: 'country', type: 'country', required: false, seenBy: [] };
const field = (type: FieldType, required = false): Field => ({ name: 'f', type, required, seenBy: [] });

/** Returns the stored form of an answer, or the problem with it. */
function stored(type: FieldType, typed: string, country = '', required = false): string {
  const fields = [COUNTRY, field(type, required)];
  const values = { ...(country && { country }), f: typed };
  const [problem] = validateAnswers(fields, [], values, [], postcodes);
  return problem ? `(${problem.code})` : String(cleanAnswers(fields, values, postcodes)['f'] ?? '');
}

function rows(type: FieldType, table: readonly (readonly string[])[]): void {
  for (const [typed = '', clean = typed, country = ''] of table)
    it(`${country} ${JSON.stringify(typed)} is ${JSON.stringify(clean)}`, () =>
      expect(stored(type, typed, country)).to.equal(clean));
}

describe('names', () => {
  for (const name of names.accepted)
    it(`${JSON.stringify(name)} is stored in NFC, else unchanged`, () =>
      expect(stored('text', name, '', true)).to.equal(name.normalize('NFC')));
  for (const name of [
    ...names.refused_as_empty,
    '\u2800',
    '\u00ad',
    '\u200b\u200d',
    '\ufe0f',
    '\u3164',
    ' \t\u0000',
  ])
    it(`${JSON.stringify(name)} is nothing that can be seen`, () => {
      expect(stored('text', name, '', true)).to.equal('(required)');
      expect(stored('text', name), 'not stored where it may be left out').to.equal('');
    });
  it('keep spaces, joiners, marks of direction and soft hyphens', () => {
    const name = ' \u2067\u05d0\u2069 Ma\u00adria\u200c ';
    expect(stored('text', name)).to.equal(name);
  });
});

describe('email addresses', () => {
  rows('email', emails.cleaned);
  rows(
    'email',
    emails.accepted.map((typed) => [typed]),
  );
  rows(
    'email',
    emails.refused.map((typed) => [typed, '(format)']),
  );
  rows('email', [
    ['\u201cmaria@ngo.example\u201d,', 'maria@ngo.example'],
    ["'maria@ngo.example'", 'maria@ngo.example'],
    ['(maria@ngo.example)', 'maria@ngo.example'],
    ['\u00abmaria@ngo.example\u00bb;', 'maria@ngo.example'],
    ['<mailto:maria@ngo.example>', 'maria@ngo.example'],
    ['MAILTO: maria@ngo.example', 'maria@ngo.example'],
    ['ma\u00adria@ngo.example', 'maria@ngo.example'],
    ['\u202amaria@ngo.example\u202c', 'maria@ngo.example'],
    ['maria@ngo.example!', 'maria@ngo.example'],
    ['mailto:<maria@ngo.example>', 'maria@ngo.example'],
    ['\uff1cmaria@ngo.example\uff1e', 'maria@ngo.example'],
    ['\uff02maria@ngo.example\uff02', 'maria@ngo.example'],
    [
      '\u0438\u0440\u0430@\u041f\u041e\u0428\u0422\u0410.\u0423\u041a\u0420',
      '\u0438\u0440\u0430@\u043f\u043e\u0448\u0442\u0430.\u0443\u043a\u0440',
    ],
    ['maria@xn--bcher-kva.example'],
    ['maria@1und1.example'],
    ['Ada <ada@example.org>', '(format)'],
    ['maria@.example', '(format)'],
    ['@ngo.example', '(format)'],
    ['maria', '(format)'],
    ['maria@ngo.4x'],
  ]);
});

describe('telephone numbers', () => {
  rows('tel', phones.accepted);
  rows(
    'tel',
    phones.refused.map((typed) => [typed, '(format)']),
  );
  rows('tel', [
    ['+48 601 234 567 ext. 12', '+48 601 234 567 x12'],
    ['601234567x12', '601234567 x12'],
    ['+48-601-234-567;ext=12', '+48 601 234 567 x12'],
    ['(+48) 601.234.567', '+48 601 234 567'],
    ['+ 48 601', '+48 601'],
    ['030/123456', '030 123456'],
    ['+81 3\u22121234\u22125678', '+81 3 1234 5678'],
    ['03\u30fc1234\u30fc5678', '03 1234 5678'],
    ['\u0664\u0665\u0666 \u06f4\u06f5\u06f6', '456 456'],
    ['\u{1d7dc}\u{1d7d9}\u{1e950}23', '41023'],
    ['03-1234-5678 \u5185\u7dda12', '03 1234 5678 x12'],
    ['601 234 567, wewn. 12', '601 234 567 x12'],
    ['+48 601 234 567 (ext. 12)', '+48 601 234 567 x12'],
    ['+48 601 234 567 (wew. 12)', '+48 601 234 567 x12'],
    ['+7 495 123-45-67 [\u0434\u043e\u0431. 12]', '+7 495 123 45 67 x12'],
    ['03-1234-5678\uff08\u5185\u7dda12\uff09', '03 1234 5678 x12'],
    ['601 234 567 wew.: 12', '601 234 567 x12'],
    ['601-abc-567', '(format)'],
    ['+48 601 +48 602', '(format)'],
    ['601 234 567 / 602 345 678', '(format)'],
    ['12 ext 345', '(format)'],
    ['call me', '(format)'],
    ['601 234 567 x', '(format)'],
  ]);
});

describe('postal codes', () => {
  rows(
    'postcode',
    codes.accepted.map(([country = '', typed = '', clean = '']) => [typed, clean, country]),
  );
  rows(
    'postcode',
    codes.refused.map(([country = '', typed = '']) => [typed, '(format)', country]),
  );
  rows('postcode', [
    ['AD500', 'AD500', 'AD'],
    ['AD-500', 'AD500', 'AD'],
    ['500', 'AD500', 'AD'],
    ['JE2 3AB', 'JE2 3AB', 'JE'],
    ['je23ab', 'JE2 3AB', 'JE'],
    ['MST 1000', 'MST 1000', 'MT'],
    ['mst1000', 'MST 1000', 'MT'],
    ['LV-1010', 'LV-1010', 'LV'],
    ['LV 1010', 'LV-1010', 'LV'],
    ['1010', 'LV-1010', 'LV'],
    ['LT-01001', '01001', 'LT'],
    ['D-10115', '10115', 'DE'],
    ['F 75001.', '75001', 'FR'],
    ['FIN-00100', '00100', 'FI'],
    ['UK EC1A 1BB', 'EC1A 1BB', 'GB'],
    ['\u30121500043', '150-0043', 'JP'],
    ['S\u2013111 22', '111 22', 'SE'],
    ['\uff33\uff37\uff11\uff21 \uff12\uff21\uff21', 'SW1A 2AA', 'GB'],
    ['10115\u200b', '10115', 'DE'],
    ['20500\u20140003', '20500-0003', 'US'],
    ['D-1010', '(format)', 'AT'],
    ['M-VLT 1010', 'VLT 1010', 'MT'],
    ['AND-AD500', 'AD500', 'AD'],
    ['GBJ-JE2 3AB', 'JE2 3AB', 'JE'],
    ['RCH-8320000', '8320000', 'CL'],
    ['ROU-11000', '11000', 'UY'],
    ['A 1BB', '(format)', 'GB'],
    ['12 3AB', '(format)', 'GB'],
    ['L1010', '(format)', 'MT'],
    ['1234', '(format)', 'BN'],
    ['PE-15001', '15001', 'PE'],
    ['IR-1193653471', '1193653471', 'IR'],
    ['AI-2640', 'AI-2640', 'AI'],
    ['12345', '', 'JM'],
    ['12345', '', 'HK'],
    ['not a code!', '', 'AE'],
    ['ab\u2013\u2013c 1.', 'AB-C 1', ''],
    ['ab-c 1', 'AB-C 1', 'XX'],
  ]);
  it('lose only what cannot be seen as long as the rules are not loaded', () => {
    expect(cleanAnswer({ type: 'postcode' }, ' D-10115\u200b ', 'DE', null)).to.equal('D-10115');
  });
});

describe('choices and countries', () => {
  const choice: Field = { ...field('choice'), options: [{ value: 'e\u0301cole', label: 'E' }] };
  it('a choice is found in whatever Unicode form the document writes it', () => {
    expect(validateAnswers([choice], [], { f: 'e\u0301cole' }, [])).to.deep.equal([]);
    expect(validateAnswers([choice], [], { f: '\u00e9cole' }, [])).to.deep.equal([]);
  });
  rows('country', [
    [' PL ', 'PL'],
    ['pl', '(format)'],
  ]);
});

describe('digits', () => {
  it('of every script of this browser are 0 to 9, ten in a row', () => {
    let run = 0;
    for (let code = 0x30; code < 0x20000; code++) {
      if (code === 0xd800) code = 0xe000;
      const digit = String.fromCodePoint(code);
      if (!/\p{Nd}/u.test(digit)) continue;
      expect(foldDigits(digit), code.toString(16)).to.equal(String(run++ % 10));
    }
    expect(run % 10).to.equal(0);
  });
});

describe('any Unicode', () => {
  const TYPES: FieldType[] = ['text', 'textarea', 'email', 'tel', 'postcode', 'country'];
  const COUNTRIES = ['', 'DE', 'PL', 'LV', 'GB', 'JE', 'US', 'HK', 'IE', 'AR'];
  const PARTS = [
    '@',
    '.',
    '-',
    '+',
    '0',
    '9',
    ' ',
    'ext',
    'x',
    '#',
    'a',
    'é',
    'e\u0301',
    '\u200d',
    '\ufeff',
    '\u0664',
    '\uff11',
    '\u2212',
    '(',
    ')',
    '<',
    '"',
    '\ud83d',
    '\u115f',
    'maria@ngo.example',
    '601 234 567',
    'LV-1010',
    'SW1A 2AA',
    '10115',
  ];
  const random = chance(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const anyText = (): string =>
    Array.from({ length: Math.floor(random() * 8) }, () =>
      random() < 0.7 ? pick(PARTS) : String.fromCodePoint(Math.floor(random() * 0x110000)),
    ).join('');

  it('cleaning twice is cleaning once, judging what is stored is judging what was typed', () => {
    for (let i = 0; i < 20_000; i++) {
      const type = pick(TYPES);
      const country = pick(COUNTRIES);
      const typed = anyText();
      const clean = cleanAnswer({ type }, typed, country, postcodes);
      const told = `${type} ${country} ${JSON.stringify(typed)}`;
      expect(cleanAnswer({ type }, clean, country, postcodes), told).to.equal(clean);
      expect(stored(type, clean, country, true), told).to.equal(stored(type, typed, country, true));
      expect(clean === '' || isVisible(clean), told).to.equal(true);
      expect(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/.test(clean), told).to.equal(false);
      expect(clean, told).to.equal(clean.normalize('NFC'));
      if (type === 'text') expect(clean === '' ? '' : cleanText(typed), told).to.equal(clean);
    }
  });
  it('long hostile answers are judged at once', () => {
    const start = performance.now();
    for (const type of TYPES)
      for (const part of [' ', '!', '.', '-', '1 ', 'x1', ';', '\u0664'])
        stored(type, `1${part.repeat(20_000)}a`, 'DE');
    expect(performance.now() - start).to.be.lessThan(2000);
  });
});
