import type { Field, FieldType, Text } from '../../model/campaign.js';
import type { Translator } from '../base/translator.js';

/** The native control of a field, and the attributes that help a keyboard, a browser or a password manager with it. */
export interface Control {
  readonly kind: 'input' | 'select' | 'radios' | 'checkbox' | 'textarea' | 'hidden';
  readonly type: 'text' | 'email' | 'tel';
  readonly autocomplete: string | undefined;
  readonly inputmode: 'text' | 'email' | 'tel' | 'numeric' | undefined;
  readonly autocapitalize: 'none' | 'words' | 'characters' | undefined;
  readonly spellcheck: boolean;
  /** Addresses and numbers are written from left to right in every language; everything else in the direction of its own text. */
  readonly dir: 'ltr' | undefined;
}

/** The fields of a form without a campaign. */
export const DEFAULT_FIELDS: readonly Field[] = [
  { name: 'given_name', type: 'text', required: true, maxLength: 100, seenBy: [] },
  { name: 'family_name', type: 'text', required: true, maxLength: 100, seenBy: [] },
  { name: 'email', type: 'email', required: true, maxLength: 254, seenBy: [] },
];

/** Tokens of the HTML standard (WCAG 1.3.5); the names are OSDI's. */
const AUTOCOMPLETE: ReadonlyMap<string, string> = new Map([
  ['given_name', 'given-name'],
  ['additional_name', 'additional-name'],
  ['family_name', 'family-name'],
  ['honorific_prefix', 'honorific-prefix'],
  ['organization', 'organization'],
  ['email', 'email'],
  ['phone', 'tel'],
  ['country', 'country'],
  ['region', 'address-level1'],
  ['locality', 'address-level2'],
  ['street_address', 'street-address'],
  ['postal_code', 'postal-code'],
]);

/** The subject of a field by its type, whatever its name. */
const NAME_OF_TYPE: Readonly<Partial<Record<FieldType, string>>> = {
  email: 'email',
  tel: 'phone',
  country: 'country',
  postcode: 'postal_code',
};

/** Up to this many options are radio buttons; more become a list. */
const MAX_RADIOS = 5;

export function controlOf(field: Field): Control {
  const { name, type } = field;
  const autocomplete = AUTOCOMPLETE.get(name) ?? AUTOCOMPLETE.get(NAME_OF_TYPE[type] ?? '');
  const text: Control = {
    kind: 'input',
    type: 'text',
    autocomplete,
    inputmode: undefined,
    autocapitalize: /name$/.test(name) ? 'words' : undefined,
    spellcheck: !autocomplete,
    dir: undefined,
  };
  switch (type) {
    case 'email':
      return {
        ...text,
        type: 'email',
        inputmode: 'email',
        autocapitalize: 'none',
        spellcheck: false,
        dir: 'ltr',
      };
    case 'tel':
      return { ...text, type: 'tel', inputmode: 'tel', spellcheck: false, dir: 'ltr' };
    case 'postcode':
      return { ...text, autocapitalize: 'characters', spellcheck: false, dir: 'ltr' };
    case 'country':
      return { ...text, kind: 'select' };
    case 'choice':
      // A radio group cannot be cleared once it is answered, so an optional choice is always a list.
      return {
        ...text,
        kind: field.required && (field.options?.length ?? 0) <= MAX_RADIOS ? 'radios' : 'select',
      };
    case 'checkbox':
    case 'textarea':
    case 'hidden':
      return { ...text, kind: type };
    case 'text':
      return text;
  }
}

const KNOWN_NAMES = [
  'given_name',
  'family_name',
  'email',
  'country',
  'postal_code',
  'phone',
  'comment',
] as const;

/** A field of OSDI for which we have a label and messages. */
export type KnownName = (typeof KNOWN_NAMES)[number];

/** Returns the OSDI name of a field, by its name or type; null where the document gives it a label of its own. */
export function knownName(field: Field, words: Translator): KnownName | null {
  if (words.text(field.label)) return null;
  const names = [field.name, NAME_OF_TYPE[field.type]];
  return (
    KNOWN_NAMES.find((name) => name === names[0]) ?? KNOWN_NAMES.find((name) => name === names[1]) ?? null
  );
}

/** Returns the document's label, else ours, else the field's name, so that every field has one. */
export function fieldLabel(field: Field, words: Translator): string {
  const own = words.text(field.label);
  if (own) return own;
  const known = knownName(field, words);
  return known ? words.t(`field.${known}`) : field.name.replaceAll('_', ' ');
}

/** Returns the document's hint, else who sees the answer if that is not what people expect. */
export function hintOf(field: Field, words: Translator, target: Text | null | undefined): string {
  const { seenBy, type } = field;
  const own = words.text(field.hint);
  // A public answer is always marked as public, whatever else the hint says.
  if (seenBy.includes('public')) return [own, words.t('form.seen-by-public')].filter(Boolean).join(' ');
  if (own) return own;
  if (seenBy.includes('target'))
    return type === 'textarea' && target
      ? words.t('form.seen-by-target', { target: words.text(target) })
      : '';
  return seenBy.length > 0 && (type === 'email' || type === 'tel' || type === 'textarea')
    ? words.t('form.seen-by-team')
    : '';
}

/** True if a field is one half of a name whose halves are adjacent: they share a line where it is wide enough. */
export function isHalf(fields: readonly Field[], index: number): boolean {
  const name = fields[index]?.name;
  const other = name === 'given_name' ? 'family_name' : name === 'family_name' ? 'given_name' : null;
  return other !== null && (fields[index - 1]?.name === other || fields[index + 1]?.name === other);
}

/** Ids within the shadow root; names and purposes cannot contain a character that would need escaping. */
export const idOfField = (name: string): string => `f-${name}`;
export const idOfConsent = (purpose: string): string => `c-${purpose}`;

/** Name of a consent's control; the name of a field cannot contain a hyphen. */
export const nameOfConsent = (purpose: string): string => `consent-${purpose}`;
