import { DEFAULT_MAX_LENGTH, type Consent, type Field } from '../campaign.js';
import { cleanAnswer, cleanText, isEmail, isTelephone, isVisible, type PostcodeRules } from './clean.js';

/** A signer's answers: field name -> text, or true/false for a checkbox. */
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

/** A problem with one answer. `pointer` is a JSON pointer into the body: `#/fields/email`, `#/consents/0`, `#/seat`. */
export interface FieldProblem {
  pointer: string;
  code: FieldProblemCode;
  /** The service's own message, as plain text in a language of the service's choice. */
  message?: string;
  /** Only the service refused it: by our own rules nothing is wrong with the answer. */
  isServices?: true;
}

/** Maximum number of problems that one reply lists and a client reads: nobody can mend more at once. */
export const MAX_FIELD_PROBLEMS = 50;

/** Returns the pointer to a place in the body; `~` and `/` within a key are escaped (RFC 6901). */
export function pointerTo(...keys: readonly (string | number)[]): string {
  return `#${keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

/** Returns the signer's country, from the first field that asks for one; empty when there is none. */
export function countryOf(fields: readonly Field[], values: Readonly<Record<string, unknown>>): string {
  const name = fields.find(({ type }) => type === 'country')?.name;
  const value = name !== undefined && Object.hasOwn(values, name) ? values[name] : '';
  return typeof value === 'string' ? cleanText(value).trim() : '';
}

/**
 * Validates a signer's answers against the campaign's fields and consents, in their order. Used by the form before
 * sending and by the box office on receipt, so that both agree. Without `postcodes`, any postal code is valid.
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
    const code = validateField(field, value, country, postcodes);
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

function validateField(
  field: Field,
  value: unknown,
  country: string,
  postcodes: PostcodeRules | null,
): FieldProblemCode | null {
  if (field.type === 'checkbox') {
    if (value !== undefined && typeof value !== 'boolean') return 'format';
    return field.required && value !== true ? 'required' : null;
  }
  if (value !== undefined && typeof value !== 'string') return 'format';
  // Countries without postal codes need none.
  if (field.type === 'postcode' && postcodes && !postcodes.isNeeded(country)) return null;
  const text = cleanAnswer(field, value ?? '', country, postcodes);
  if (!isVisible(text)) return field.required ? 'required' : null;
  if ([...text].length > (field.maxLength ?? DEFAULT_MAX_LENGTH)) return 'too-long';
  return isWellFormed(field, text, country, postcodes) ? null : 'format';
}

function isWellFormed(
  { type, options }: Field,
  text: string,
  country: string,
  postcodes: PostcodeRules | null,
): boolean {
  switch (type) {
    case 'email':
      return isEmail(text);
    case 'tel':
      return isTelephone(text);
    case 'country':
      return /^[A-Z]{2}$/.test(text);
    case 'postcode':
      return postcodes?.isPossible(country, text) ?? true;
    case 'choice':
      return !!options?.some((option) => cleanText(option.value) === text);
    default:
      return true;
  }
}

/**
 * Returns a signer's answers as they are stored: each one cleaned, without the empty ones and those the campaign
 * has no field for.
 */
export function cleanAnswers(
  fields: readonly Field[],
  values: FieldValues,
  postcodes: PostcodeRules | null,
): FieldValues {
  const country = countryOf(fields, values);
  // Without a prototype: a field may be called `constructor`.
  const cleaned = Object.create(null) as Record<string, string | boolean>;
  for (const field of fields) {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : '';
    const clean = typeof value === 'string' ? cleanAnswer(field, value, country, postcodes) : value;
    if (clean !== undefined && clean !== '') cleaned[field.name] = clean;
  }
  return cleaned;
}
