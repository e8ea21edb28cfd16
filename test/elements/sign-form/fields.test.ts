import { expect } from '@open-wc/testing';
import {
  controlOf,
  hintOf,
  isHalf,
  fieldLabel,
  type Control,
} from '../../../src/elements/sign-form/fields.js';
import type { Audience, Field, FieldType } from '../../../src/model/campaign.js';
import { englishWords } from '../../support/sign-form.js';

const field = (name: string, type: FieldType = 'text', more: Partial<Field> = {}): Field => ({
  name,
  type,
  required: true,
  seenBy: ['team'],
  ...more,
});
const options = (n: number): Field['options'] =>
  Array.from({ length: n }, (_, i) => ({ value: `v${i}`, label: `Label ${i}` }));

describe('field -> control', () => {
  const rows: [Field, Partial<Control>][] = [
    [
      field('given_name'),
      {
        kind: 'input',
        type: 'text',
        autocomplete: 'given-name',
        autocapitalize: 'words',
        spellcheck: false,
        dir: undefined,
      },
    ],
    [field('family_name'), { autocomplete: 'family-name' }],
    [
      field('email', 'email'),
      {
        type: 'email',
        autocomplete: 'email',
        inputmode: 'email',
        autocapitalize: 'none',
        spellcheck: false,
        dir: 'ltr',
      },
    ],
    [field('contact', 'email'), { type: 'email', autocomplete: 'email' }],
    [field('phone', 'tel'), { type: 'tel', autocomplete: 'tel', inputmode: 'tel', dir: 'ltr' }],
    [field('country', 'country'), { kind: 'select', autocomplete: 'country' }],
    [
      field('postal_code', 'postcode'),
      { kind: 'input', autocomplete: 'postal-code', autocapitalize: 'characters', dir: 'ltr' },
    ],
    [field('motto'), { autocomplete: undefined, spellcheck: true }],
    [field('constructor'), { kind: 'input', autocomplete: undefined }],
    [field('who', 'choice', { options: options(2) }), { kind: 'radios' }],
    [field('who', 'choice', { options: options(5) }), { kind: 'radios' }],
    [field('who', 'choice', { options: options(6) }), { kind: 'select' }],
    [field('who', 'choice', { options: options(2), required: false }), { kind: 'select' }],
    [field('shown', 'checkbox'), { kind: 'checkbox' }],
    [field('comment', 'textarea'), { kind: 'textarea' }],
    [field('source', 'hidden'), { kind: 'hidden' }],
  ];
  for (const [given, control] of rows) {
    it(`${given.name}: ${given.type}${given.required ? '' : ', optional'}${given.options ? ` of ${given.options.length}` : ''}`, () => {
      expect(controlOf(given)).to.include(control);
    });
  }
});

describe('field -> label', () => {
  const rows: [Field, string][] = [
    [field('given_name'), 'Given name'],
    [field('given_name', 'text', { label: { en: 'First name' } }), 'First name'],
    [field('contact', 'email'), 'Email'],
    [field('mobile', 'tel'), 'Phone'],
    [field('zip', 'postcode'), 'Postal code'],
    [field('my_own_words'), 'my own words'],
    [field('constructor'), 'constructor'],
  ];
  for (const [given, label] of rows)
    it(`${given.name} -> ${label}`, () => expect(fieldLabel(given, englishWords)).to.equal(label));
});

describe('field -> who sees it', () => {
  const rows: [string, FieldType, Audience[], string | null, string][] = [
    ['email', 'email', ['team'], null, 'Only the campaign team will see this.'],
    ['email', 'email', ['team'], 'Never shown.', 'Never shown.'],
    ['phone', 'tel', ['team'], null, 'Only the campaign team will see this.'],
    ['comment', 'textarea', ['team'], null, 'Only the campaign team will see this.'],
    ['comment', 'textarea', ['team', 'target'], null, 'The campaign team and the President will see this.'],
    ['comment', 'textarea', ['public'], 'Be kind.', 'Be kind. Everyone can see this.'],
    ['given_name', 'text', ['team', 'target'], null, ''],
    ['given_name', 'text', ['team', 'public'], null, 'Everyone can see this.'],
    ['email', 'email', [], null, ''],
  ];
  for (const [name, type, seenBy, hint, expected] of rows) {
    it(`${name}, seen by ${seenBy.join(', ') || 'nobody'}${hint ? ', with a hint' : ''}`, () => {
      expect(hintOf(field(name, type, { seenBy, hint }), englishWords, 'the President')).to.equal(expected);
    });
  }
});

describe('two halves of a name', () => {
  const names = (...all: string[]): Field[] => all.map((name) => field(name));
  it('share a line when they follow one another, in either order', () => {
    expect([0, 1, 2].map((i) => isHalf(names('given_name', 'family_name', 'email'), i))).to.deep.equal([
      true,
      true,
      false,
    ]);
    expect([0, 1, 2].map((i) => isHalf(names('email', 'family_name', 'given_name'), i))).to.deep.equal([
      false,
      true,
      true,
    ]);
  });
  it('stand alone when something is between them or one is missing', () => {
    expect([0, 1, 2].map((i) => isHalf(names('given_name', 'email', 'family_name'), i))).to.deep.equal([
      false,
      false,
      false,
    ]);
    expect(isHalf(names('given_name'), 0)).to.equal(false);
  });
});
