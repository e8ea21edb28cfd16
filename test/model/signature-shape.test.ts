import { expect } from '@open-wc/testing';
import { parseSignatureShape } from '../../src/model/schema/schema.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break it in every way
function sampleBody(): Record<string, any> {
  return {
    idempotencyKey: 'AAECAwQFBgcICQoLDA0ODw',
    seat: 1234,
    withdrawal: 'a'.repeat(43),
    locale: 'en',
    fields: { given_name: 'Ada', subscribe: true },
    consents: [{ purpose: 'sign', given: true, version: '2014-05', text: 'My name may be handed over.' }],
  };
}

describe('parseSignatureShape: what is right', () => {
  const table: [what: string, change: (body: ReturnType<typeof sampleBody>) => void][] = [
    ['the sample', () => {}],
    ['standing', (body) => (body.seat = null)],
    ['seat 0', (body) => (body.seat = 0)],
    ['no withdrawal code, as on plain http', (body) => (body.withdrawal = null)],
    ['a regional locale', (body) => (body.locale = 'zh-Hant-TW')],
    ['no fields and no consents', (body) => Object.assign(body, { fields: {}, consents: [] })],
    ['an empty field', (body) => (body.fields.comment = '')],
    ['a consent text of 2000 emoji', (body) => (body.consents[0].text = '\u{1F64B}'.repeat(2000))],
  ];
  for (const [what, change] of table) {
    it(what, () => {
      const body = sampleBody();
      change(body);
      expect(parseSignatureShape(body)).to.deep.equal({ request: body, errors: [] });
    });
  }

  it('a seat and a withdrawal code that are absent are null', () => {
    const body = sampleBody();
    delete body['seat'];
    delete body['withdrawal'];
    expect(parseSignatureShape(body).request).to.deep.equal({ ...body, seat: null, withdrawal: null });
  });
});

describe('parseSignatureShape: what is wrong', () => {
  const table: [
    what: string,
    change: (body: ReturnType<typeof sampleBody>) => void,
    pointer: string,
    code: string,
  ][] = [
    ['no key', (body) => delete body.idempotencyKey, '#/idempotencyKey', 'required'],
    ['a key that is too short', (body) => (body.idempotencyKey = 'AAEC'), '#/idempotencyKey', 'format'],
    [
      'a key of base64',
      (body) => (body.idempotencyKey = 'AAECAwQFBgcICQoLDA0O+/'),
      '#/idempotencyKey',
      'format',
    ],
    ['a key and a line break', (body) => (body.idempotencyKey += '\n'), '#/idempotencyKey', 'format'],
    ['a seat as text', (body) => (body.seat = '1234'), '#/seat', 'format'],
    ['half a seat', (body) => (body.seat = 1.5), '#/seat', 'format'],
    ['a seat below 0', (body) => (body.seat = -1), '#/seat', 'out-of-range'],
    ['a seat beyond 31 bits', (body) => (body.seat = 2 ** 31), '#/seat', 'out-of-range'],
    ['a seat that is infinite', (body) => (body.seat = Infinity), '#/seat', 'format'],
    ['a short withdrawal code', (body) => (body.withdrawal = 'abc'), '#/withdrawal', 'format'],
    ['a withdrawal code that is true', (body) => (body.withdrawal = true), '#/withdrawal', 'format'],
    ['no locale', (body) => delete body.locale, '#/locale', 'required'],
    ['a locale that is null', (body) => (body.locale = null), '#/locale', 'format'],
    ['a locale that is none', (body) => (body.locale = 'en_US'), '#/locale', 'format'],
    ['an endless locale', (body) => (body.locale = `en${'-abcd'.repeat(10)}`), '#/locale', 'too-long'],
    ['no fields', (body) => delete body.fields, '#/fields', 'required'],
    ['fields that are a list', (body) => (body.fields = []), '#/fields', 'format'],
    ['fields that are null', (body) => (body.fields = null), '#/fields', 'format'],
    ['a field that is a number', (body) => (body.fields.age = 5), '#/fields/age', 'format'],
    ['a field that is null', (body) => (body.fields.age = null), '#/fields/age', 'format'],
    ['a field with the name of none', (body) => (body.fields['a/b~c'] = 'x'), '#/fields/a~1b~0c', 'unknown'],
    [
      'a field called constructor',
      (body) => (body.fields.constructor = 'x'),
      '#/fields/constructor',
      'unknown',
    ],
    ['no consents', (body) => delete body.consents, '#/consents', 'required'],
    ['consents that are an object', (body) => (body.consents = {}), '#/consents', 'format'],
    ['a consent that is a text', (body) => (body.consents[0] = 'sign'), '#/consents/0', 'format'],
    [
      'a consent without an answer',
      (body) => delete body.consents[0].given,
      '#/consents/0/given',
      'required',
    ],
    ['an answer that is "true"', (body) => (body.consents[0].given = 'true'), '#/consents/0/given', 'format'],
    [
      'a purpose that can be none',
      (body) => (body.consents[0].purpose = 'Sign!'),
      '#/consents/0/purpose',
      'unknown',
    ],
    [
      'a consent text of 2001 letters',
      (body) => (body.consents[0].text = 'x'.repeat(2001)),
      '#/consents/0/text',
      'too-long',
    ],
    [
      'a consent text with a zero byte',
      (body) => (body.consents[0].text = 'a\0b'),
      '#/consents/0/text',
      'format',
    ],
    [
      'a consent text with half an emoji',
      (body) => (body.consents[0].text = '\ud83d'),
      '#/consents/0/text',
      'format',
    ],
    [
      'a long version',
      (body) => (body.consents[0].version = 'v'.repeat(65)),
      '#/consents/0/version',
      'too-long',
    ],
    ['an unknown key in a consent', (body) => (body.consents[0].ip = '::1'), '#/consents/0/ip', 'unknown'],
    [
      'two answers to one consent',
      (body) => body.consents.push({ ...body.consents[0], given: false }),
      '#/consents/1/purpose',
      'format',
    ],
    [
      '21 consents',
      (body) =>
        (body.consents = Array.from({ length: 21 }, (_, i) => ({ ...body.consents[0], purpose: `p${i}` }))),
      '#/consents',
      'too-long',
    ],
    ['an unknown key', (body) => (body.admin = true), '#/admin', 'unknown'],
    ['sealed fields', (body) => (body.sealed = 'gs1.k.e.c'), '#/sealed', 'unknown'],
  ];
  for (const [what, change, pointer, code] of table) {
    it(`${what}: ${pointer} ${code}`, () => {
      const body = sampleBody();
      change(body);
      expect(parseSignatureShape(body)).to.deep.equal({ request: null, errors: [{ pointer, code }] });
    });
  }

  const wholes: unknown[] = [null, undefined, 5, 'x', [], true];
  for (const body of wholes) {
    it(`${JSON.stringify(body)} as a whole`, () => {
      expect(parseSignatureShape(body)).to.deep.equal({
        request: null,
        errors: [{ pointer: '#', code: 'format' }],
      });
    });
  }

  it('several things are all told, fifty at most', () => {
    const { errors } = parseSignatureShape({ ...sampleBody(), seat: 'x', locale: 5, extra: 1 });
    expect(errors.map(({ pointer }) => pointer)).to.deep.equal(['#/seat', '#/locale', '#/extra']);
    const flood = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, 1]));
    expect(parseSignatureShape({ ...sampleBody(), ...flood }).errors.length).to.equal(50);
    const consents = Array.from({ length: 5000 }, () => ({}));
    expect(parseSignatureShape({ ...sampleBody(), consents }).errors).to.deep.equal([
      { pointer: '#/consents', code: 'too-long' },
    ]);
  });

  it('keys that lead to the prototype change nothing', () => {
    const body: unknown = JSON.parse(
      JSON.stringify(sampleBody())
        .replace('"given_name"', '"__proto__":{"polluted":1},"given_name"')
        .replace('{', '{"__proto__":{"polluted":1},'),
    );
    const { request, errors } = parseSignatureShape(body);
    expect(request).to.equal(null);
    expect(errors).to.deep.include({ pointer: '#/fields/__proto__', code: 'unknown' });
    expect(errors).to.deep.include({ pointer: '#/__proto__', code: 'unknown' });
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });
});
