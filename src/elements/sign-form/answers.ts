import type { SignForm } from '../../campaign/endpoint.js';
import { countryNamer } from '../../i18n/intl.js';
import type { Consent, Field } from '../../model/campaign.js';
import { askedConsents, modeOf } from '../../model/form/consent.js';
import type { PostcodeRules } from '../../model/signature/clean.js';
import { cleanAnswers, countryOf } from '../../model/signature/signature.js';
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

/** Returns the indices of the requested consents that need Yes or No and have neither yet. */
export function openChoices(data: FormData, asked: readonly Consent[], country: string): number[] {
  return asked.flatMap((consent, i) =>
    modeOf(consent, country) === 'choice' && !data.has(nameOfConsent(consent.purpose)) ? [i] : [],
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
