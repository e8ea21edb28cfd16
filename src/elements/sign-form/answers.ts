import type { SignForm } from '../../campaign/endpoint.js';
import { countryNamer } from '../../i18n/intl.js';
import type { Consent, Field } from '../../model/campaign.js';
import { askedConsents, modeOf } from '../../model/form/consent.js';
import type { PostcodeRules } from '../../model/signature/clean.js';
import {
  cleanAnswers,
  countryOf,
  pointerTo,
  validateAnswers,
  type FieldProblem,
} from '../../model/signature/signature.js';
import type { Questions } from './error-text.js';
import { fieldLabel, nameOfConsent } from './fields.js';
import type { Translator } from '../base/translator.js';

/** Reads the answers as they are sent: cleaned, empty ones left out, each requested consent with the sentence that was shown. */
export function readAnswers(
  data: FormData,
  fields: readonly Field[],
  consents: readonly Consent[],
  words: Translator,
  postcodes: PostcodeRules | null = null,
): SignForm {
  const typed = Object.create(null) as Record<string, string | boolean>;
  for (const { name, type } of fields)
    typed[name] = type === 'checkbox' ? data.has(name) : String(data.get(name) ?? '');
  const values = cleanAnswers(fields, typed, postcodes);
  return {
    fields: values,
    consents: askedConsents(consents, countryOf(fields, values)).map(({ purpose, version, text }) => ({
      purpose,
      // The value of a checked checkbox is "on".
      given: ['on', 'yes'].includes(String(data.get(nameOfConsent(purpose)))),
      version,
      text: words.text(text),
    })),
    locale: words.locale,
  };
}

/** A form as it was read once. */
export interface FormReading {
  readonly questions: Questions;
  readonly answers: SignForm;
  /** ISO 3166-1 alpha-2; empty while unknown. */
  readonly country: string;
  /** The consents that are asked for in that country. */
  readonly asked: readonly Consent[];
  validate(): FieldProblem[];
}

/** Reads the controls of a form; without one, empty answers. */
export function readControls(
  form: HTMLFormElement | null,
  questions: Questions,
  words: Translator,
  postcodes: PostcodeRules | null,
): FormReading {
  const { fields, consents } = questions;
  const data = form ? new FormData(form) : new FormData();
  const answers = readAnswers(data, fields, consents, words, postcodes);
  const country = countryOf(fields, answers.fields);
  const asked = askedConsents(consents, country);
  return {
    questions,
    answers,
    country,
    asked,
    validate: () => [
      ...validateAnswers(fields, consents, answers.fields, answers.consents, postcodes),
      ...openChoices(data, asked, country),
    ],
  };
}

/** Returns the pointer to the answer of a control, by the control's name. */
export function pointerOf(name: string, asked: readonly Consent[]): string {
  const consent = asked.findIndex(({ purpose }) => nameOfConsent(purpose) === name);
  return consent < 0 ? pointerTo('fields', name) : pointerTo('consents', consent);
}

/** Returns the problems of the requested consents that need Yes or No and have neither yet. */
function openChoices(data: FormData, asked: readonly Consent[], country: string): FieldProblem[] {
  return asked.flatMap((consent, i) =>
    modeOf(consent, country) === 'choice' && !data.has(nameOfConsent(consent.purpose))
      ? [{ pointer: pointerTo('consents', i), code: 'required' }]
      : [],
  );
}

/** Lists the answers as a person reads them, without the empty ones: a name in one line, countries and options by their label. */
export function listAnswers(
  fields: readonly Field[],
  values: SignForm['fields'],
  words: Translator,
): [label: string, value: string][] {
  const list: [string, string][] = [];
  let name: [string, string] | undefined;
  for (const field of fields) {
    const value = values[field.name];
    if (!value || field.type === 'hidden') continue;
    if (field.name === 'given_name' || field.name === 'family_name') {
      if (name) name[1] += ` ${value}`;
      else list.push((name = [words.t('summary.name'), String(value)]));
    } else {
      list.push([
        fieldLabel(field, words),
        value === true ? words.t('summary.yes') : shownAnswer(field, value, words),
      ]);
    }
  }
  return list;
}

function shownAnswer({ type, options }: Field, value: string, words: Translator): string {
  if (type === 'country') return countryNamer(words.locale)(value) ?? value;
  if (type === 'choice') return words.text(options?.find((option) => option.value === value)?.label) || value;
  return value;
}
