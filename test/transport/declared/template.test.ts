import { expect } from '@open-wc/testing';
import type { Template } from '../../../src/model/endpoint.js';
import { fillTemplate } from '../../../src/transport/declared/template.js';
import { writeJson } from '../../../src/transport/signing/write-json.js';
import { FACTS } from './facts.js';

const text = (template: Template, facts = FACTS): string | undefined => {
  const filled = fillTemplate(template, facts);
  return filled === undefined ? undefined : writeJson(filled);
};

const bare = { ...FACTS, fields: { email: 'ada@example.org' }, consents: [], seat: null, story: null };

describe('fillTemplate', () => {
  const rows: [template: Template, json: string | undefined, facts?: typeof FACTS][] = [
    ['$email', '"ada@example.org"'],
    ['$$email', '"$email"'],
    ['plain', '"plain"'],
    ['$ 5', '"$ 5"'],
    ['$nobody', undefined],
    [7, '7'],
    [null, 'null'],
    [Number.NaN, 'null'],
    ['$seat', '1234'],
    ['$seat.code', '"12-8-15"'],
    ['$seat', undefined, bare],
    ['$story', '"ales"'],
    ['$name', '"Ada Lovelace"'],
    ['$name', '"A. L."', { ...FACTS, fields: { ...FACTS.fields, name: 'A. L.' } }],
    ['$field.email', '"ada@example.org"'],
    ['$utm.source', '"leaflet"'],
    ['$utm.medium', undefined],
    ['$page.origin', '"https://ngo.example"'],
    ['$page.href', undefined],
    ['$var.x', undefined],
    ['$constructor', undefined],
    ['$consent.newsletter', 'true'],
    ['$consent.newsletter.text', '"Write to me."'],
    ['$consent.unasked', undefined],
    [
      '$consents',
      '[{"purpose":"sign","given":true,"version":"1","text":"I sign."},{"purpose":"newsletter","given":true,"version":"1","text":"Write to me."}]',
    ],
    // A part whose references have no value is left out with its key; constants alone stay.
    [{ phones: [{ number: '$phone', type: 'home' }], mail: '$email' }, '{"mail":"ada@example.org"}'],
    [{ trigger: { on: true } }, '{"trigger":{"on":true}}'],
    [
      [
        { name: 'phone', value: '$phone' },
        { name: 'mail', value: '$email' },
      ],
      '[{"name":"mail","value":"ada@example.org"}]',
    ],
    [{ only: '$phone' }, undefined],
    // The rest is the fields that no reference names.
    [{ $rest: true }, '{"email":"ada@example.org"}', bare],
    [{ mail: '$email', more: { $rest: true } }, '{"mail":"ada@example.org"}', bare],
    [
      { mail: '$email', more: { $rest: true, except: ['comment', 'motto'] } },
      '{"mail":"ada@example.org","more":{"given_name":"Ada","family_name":"Lovelace","country":"GB"}}',
    ],
    [
      { $rest: ['comment'], who: '$name', mail: '$email' },
      '{"country":"GB","motto":"Sit down","who":"Ada Lovelace","mail":"ada@example.org"}',
    ],
    [{ fields: { $rest: true, as: 'json' } }, '{"fields":"{\\"email\\":\\"ada@example.org\\"}"}', bare],
    [{ $json: { mail: '$email' } }, '"{\\"mail\\":\\"ada@example.org\\"}"'],
    // Expressions.
    [{ $: '$consent.newsletter', true: 'on' }, '"on"'],
    [{ a: { $: '$consent.newsletter', false: '1' }, b: 1 }, undefined],
    [{ $: '$consent.unasked', true: 'yes', false: 'no' }, undefined],
    [{ $: '$consent.unasked', as: 'boolean', default: null }, 'null'],
    [{ $: '$seat', as: 'string' }, '"1234"'],
    [{ $: '$email', as: 'number' }, undefined],
    [{ $: '$name', part: 'first' }, '"Ada"'],
    [{ $: '$name', part: 'last' }, '"Lovelace"'],
    [{ a: { $: '$honorific', keepEmpty: true }, b: '$email' }, '{"a":"","b":"ada@example.org"}'],
    [{ $: '$family_name', default: '-' }, '"-"', bare],
    // Nothing leads to the prototype.
    [
      JSON.parse('{"__proto__":{"polluted":"$email"},"constructor":"$email","a":"$email"}') as Template,
      '{"a":"ada@example.org"}',
    ],
  ];
  for (const [template, json, facts] of rows)
    it(`${JSON.stringify(template)} -> ${json}`, () => expect(text(template, facts)).to.equal(json));

  it('leaves the prototype of all objects alone', () => {
    fillTemplate(JSON.parse('{"__proto__":{"polluted":"$email"}}') as Template, FACTS);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('leaves out a no where only a yes is written', () => {
    const consents = [{ purpose: 'newsletter', given: false, version: '1', text: '' }];
    expect(
      text({ a: { $: '$consent.newsletter', true: 'on' }, b: '$email' }, { ...FACTS, consents }),
    ).to.equal('{"b":"ada@example.org"}');
  });
});
