import type { MessageKey } from '../../i18n/keys.js';
import { DEFAULT_MAX_LENGTH, type Consent, type Field } from '../../model/campaign.js';
import { pointerTo, type FieldProblem, type FieldValues } from '../../model/signature/signature.js';
import { controlOf, idOfConsent, idOfField, knownName, fieldLabel } from './fields.js';
import type { Translator } from '../base/translator.js';

/** The texts of a problem: beside the field, and as an entry of the summary that links to the field. */
export interface ShownProblem {
  readonly pointer: string;
  /** Id of the control to focus; null if the page shows none. */
  readonly control: string | null;
  readonly message: string;
  readonly entry: string;
}

export interface Questions {
  readonly fields: readonly Field[];
  readonly consents: readonly Consent[];
  /** Example of a postal code in the signer's country, if known. */
  readonly postcodeExample?: string | null;
}

/** Id of the seat's row in the form. */
export const SEAT_ID = 'seat';

/** Returns the texts of problems, of our own validation and of the server alike. Texts of a server are shown as plain text. */
export function explainProblems(
  problems: readonly FieldProblem[],
  { fields, consents, postcodeExample = null }: Questions,
  values: FieldValues,
  words: Translator,
): ShownProblem[] {
  return problems.map((problem) => {
    const { pointer } = problem;
    const field = fields.find(({ name }) => pointerTo('fields', name) === pointer);
    if (field)
      return withServiceMessage(
        problem,
        problemOfField(problem, field, values[field.name], words, postcodeExample),
        words,
      );
    const consent = consents.find((_, i) => pointerTo('consents', i) === pointer);
    if (consent) {
      const control = idOfConsent(consent.purpose);
      if (problem.code === 'required' && !consent.required) {
        // The label becomes a part of another sentence.
        const label = words.text(consent.text).replace(/[.\u06D4\u0964\u3002]\s*$/, '');
        const entry = words.t('summary.required-choice', { label });
        return { pointer, control, message: words.t('problem.required-choice'), entry };
      }
      const isRequired = problem.code === 'required';
      const message = words.t(isRequired ? 'problem.required-consent' : 'problem.unknown');
      return { pointer, control, message, entry: isRequired ? words.t('summary.required-consent') : message };
    }
    if (pointer === pointerTo('seat')) {
      const message = words.t('problem.out-of-range');
      return { pointer, control: SEAT_ID, message, entry: words.t('summary.seat', { problem: message }) };
    }
    const message = words.t('problem.unknown');
    return { pointer, control: null, message, entry: message };
  });
}

/** Adds the service's own message to our text, as plain text: it may know more, in a language of its own. */
function withServiceMessage({ message }: FieldProblem, shown: ShownProblem, words: Translator): ShownProblem {
  return message === undefined
    ? shown
    : { ...shown, message: words.t('problem.said', { problem: shown.message, text: message }) };
}

function problemOfField(
  problem: FieldProblem,
  field: Field,
  value: string | boolean | undefined,
  words: Translator,
  example: string | null,
): ShownProblem {
  const { pointer, code } = problem;
  const { kind } = controlOf(field);
  const label = fieldLabel(field, words);
  const limit = field.maxLength ?? DEFAULT_MAX_LENGTH;
  const message =
    field.type === 'postcode' && code === 'format' && example && !problem.isServices
      ? words.t('problem.format-postcode', { example })
      : words.t(messageKey(field, problem, value, words), { limit });
  const isRequired = code === 'required';
  const isChoice = kind === 'select' || kind === 'radios';
  const entry =
    code === 'format' && field.type === 'email' && !String(value).includes('@')
      ? words.t('summary.no-at', { label })
      : isRequired && knownName(field, words)
        ? message
        : isRequired && (isChoice || kind === 'checkbox')
          ? words.t(isChoice ? 'summary.required-choice' : 'summary.required-checkbox', { label })
          : words.t('summary.other', { label, problem: message });
  return { pointer, control: kind === 'hidden' ? null : idOfField(field.name), message, entry };
}

function messageKey(
  field: Field,
  { code, isServices }: FieldProblem,
  value: string | boolean | undefined,
  words: Translator,
): MessageKey {
  const { type } = field;
  const chosen = type === 'country' || type === 'choice';
  switch (code) {
    case 'required': {
      const known = knownName(field, words);
      if (known) return `problem.required-${known}`;
      return type === 'checkbox'
        ? 'problem.required-checkbox'
        : chosen
          ? 'problem.required-choice'
          : 'problem.required';
    }
    case 'format':
      // Only the service knows why it refuses a well-formed answer.
      if (isServices && !chosen) return 'problem.format';
      if (type === 'email')
        return String(value).includes('@') ? 'problem.format-email-whole' : 'problem.format-email';
      return type === 'tel' ? 'problem.format-tel' : chosen ? 'problem.out-of-range' : 'problem.format';
    default:
      return `problem.${code}`;
  }
}
