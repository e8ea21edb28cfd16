import type { CampaignDocument } from '../../src/model/campaign.js';
import { setDictionary } from '../../src/i18n/dictionaries.js';
import type { Dictionary, MessageKey } from '../../src/i18n/keys.js';
import { en } from '../../src/i18n/locales/en.js';
import type { Message } from '../../src/i18n/translate.js';

/** The pseudo-locale of CLDR for text written from right to left: English, each word reversed. */
export const PSEUDO = 'ar-XB';

/** Starts with a right-to-left letter, so that automatic direction finds that one. */
const RLO = '\u200f\u202e';
const PDF = '\u202c';

/** Reverses every word, except placeholders, targets of Markdown links and addresses. */
export function turnRound(text: string): string {
  return text.replace(/\{\w+\}|\]\([^)]*\)|\S+@\S+|[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu, (part) =>
    /^[{\]]|@/.test(part) ? part : `${RLO}${part}${PDF}`,
  );
}

/** Finds the Latin words of a text that are not reversed: they came from no dictionary and no document. */
export function straightWords(text: string): string[] {
  return (
    text.replace(new RegExp(`${RLO}[^${PDF}]*${PDF}|\\S+@\\S+`, 'gu'), ' ').match(/\p{Script=Latin}{2,}/gu) ??
    []
  );
}

const turnMessage = (message: Message): Message =>
  typeof message === 'string'
    ? turnRound(message)
    : (Object.fromEntries(
        Object.entries(message).map(([form, text]) => [form, turnRound(text)]),
      ) as typeof message);

/** Adds the pseudo-locale to the elements. */
export function learnPseudo(): void {
  setDictionary(
    PSEUDO,
    Object.fromEntries(
      (Object.entries(en) as [MessageKey, Message][]).map(([key, message]) => [key, turnMessage(message)]),
    ) as Dictionary,
  );
}

/** Returns a document that has the pseudo-locale too. */
export function withPseudo(document: CampaignDocument): CampaignDocument {
  const isText = (value: object): value is Record<string, string> => {
    const keys = Object.keys(value);
    return keys.length > 0 && keys.every((key) => document.languages.includes(key));
  };
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn);
    if (typeof value !== 'object' || value === null) return value;
    if (isText(value)) return { ...value, [PSEUDO]: turnRound(value[document.languages[0]!]!) };
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, turn(inner)]));
  };
  return { ...(turn(document) as CampaignDocument), languages: [...document.languages, PSEUDO] };
}
