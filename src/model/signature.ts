import { DEFAULT_MAX_LENGTH, type Consent, type Field } from './campaign.js';
import { wellFormed } from './well-formed.js';

/** What a signer gave: field name -> text, or true/false for a checkbox. */
export type FieldValues = Readonly<Record<string, string | boolean>>;

/** A consent as it was shown and answered; its text and version are the proof. */
export interface ConsentAnswer {
  purpose: string;
  given: boolean;
  version: string;
  text: string;
}

/** The body of `POST /petitions/{id}/signatures` (docs/protocol.md, Signing). */
export interface SignatureRequest {
  idempotencyKey: string;
  seat: number | null;
  /** base64url SHA-256 of the withdrawal code, or null where there is no `crypto.subtle`. */
  withdrawal: string | null;
  locale: string;
  fields: FieldValues;
  consents: readonly ConsentAnswer[];
}

export type FieldProblemCode = 'required' | 'too-long' | 'format' | 'unknown' | 'out-of-range';

/** One answer that needs another look. `pointer` is a JSON pointer into the body: `#/fields/email`, `#/consents/0`, `#/seat`. */
export interface FieldProblem {
  pointer: string;
  code: FieldProblemCode;
  /** What the service itself said, as plain text in a language of its own. */
  message?: string;
}

/** The pointer of a place in the body; `~` and `/` within a key are escaped (RFC 6901). */
export function pointerTo(...keys: readonly (string | number)[]): string {
  return `#${keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

/** Control characters, which no field keeps; line breaks stay in a textarea. */
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g;

/** A text as it is stored and measured: NFC, without control characters, trimmed at both ends. */
export function cleanText(value: string, multiline = false): string {
  const lines = value.replace(/\r\n?/g, '\n');
  return wellFormed((multiline ? lines : lines.replace(/\n/g, ' ')).replace(CONTROL, ''))
    .normalize('NFC')
    .trim();
}

/** How postal codes are judged; `country` is ISO 3166-1 alpha-2, or empty while it is not known. */
export interface PostcodeRules {
  /** Whether there are codes at all. */
  isNeeded(country: string): boolean;
  /** Whether a code may be one of that country. */
  isPossible(country: string, text: string): boolean;
}

/** The country somebody gave, by the first field that asks for one; empty where there is none. */
export function countryOf(fields: readonly Field[], values: Readonly<Record<string, unknown>>): string {
  const name = fields.find(({ type }) => type === 'country')?.name;
  const value = name !== undefined && Object.hasOwn(values, name) ? values[name] : '';
  return typeof value === 'string' ? value : '';
}

/** Enough of an address to be delivered: something, @, something with a dot; the rest is for the mail server to know. */
const EMAIL = /^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\]+\.[^\s@.]{2,}$/u;

/**
 * Judges what a signer gave against the campaign's fields and consents, in the order they stand. Used by the form
 * before sending and by the box office on receipt, so that both say the same. Without `postcodes` any postal code is good.
 */
export function validateAnswers(
  fields: readonly Field[],
  consents: readonly Consent[],
  values: Readonly<Record<string, unknown>>,
  answers: readonly { purpose: string; given: boolean }[],
  postcodes: PostcodeRules | null = null,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const country = countryOf(fields, values);
  for (const field of fields) {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    const code =
      field.type === 'postcode' && postcodes
        ? judgePostcode(field, value, country, postcodes)
        : judgeField(field, value);
    if (code) problems.push({ pointer: pointerTo('fields', field.name), code });
  }
  for (const name of Object.keys(values)) {
    if (!fields.some((field) => field.name === name))
      problems.push({ pointer: pointerTo('fields', name), code: 'unknown' });
  }
  answers.forEach((answer, i) => {
    const consent = consents.find(({ purpose }) => purpose === answer.purpose);
    if (!consent) problems.push({ pointer: pointerTo('consents', i), code: 'unknown' });
    else if (consent.required && !answer.given)
      problems.push({ pointer: pointerTo('consents', i), code: 'required' });
  });
  consents.forEach((consent, i) => {
    if (consent.required && !answers.some(({ purpose }) => purpose === consent.purpose)) {
      problems.push({ pointer: pointerTo('consents', i), code: 'required' });
    }
  });
  return problems;
}

/** Nobody is asked for what their country has not. */
function judgePostcode(
  field: Field,
  value: unknown,
  country: string,
  { isNeeded, isPossible }: PostcodeRules,
): FieldProblemCode | null {
  const code = judgeField(field, value);
  if (code === 'required' && !isNeeded(country)) return null;
  if (code || typeof value !== 'string') return code;
  const text = cleanText(value);
  return text === '' || isPossible(country, text) ? null : 'format';
}

function judgeField(field: Field, value: unknown): FieldProblemCode | null {
  if (field.type === 'checkbox') {
    if (value !== undefined && typeof value !== 'boolean') return 'format';
    return field.required && value !== true ? 'required' : null;
  }
  if (value !== undefined && typeof value !== 'string') return 'format';
  const text = cleanText(value ?? '', field.type === 'textarea');
  if (text === '') return field.required ? 'required' : null;
  if ([...text].length > (field.maxLength ?? DEFAULT_MAX_LENGTH)) return 'too-long';
  if (field.type === 'email' && !EMAIL.test(text)) return 'format';
  if (field.type === 'country' && !/^[A-Z]{2}$/.test(text)) return 'format';
  if (field.type === 'tel' && !/^\+?[\d\s().\-/]{3,30}$/.test(text)) return 'format';
  if (field.type === 'choice' && !field.options?.some((option) => option.value === text)) return 'format';
  return null;
}
