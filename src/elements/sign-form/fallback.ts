import { wellFormed } from '../../model/signature/well-formed.js';

/** The last way to sign, where nothing else works and the author allows it: the answers as a text to copy or to email. Pure. */

/** Longest URL that every mail program accepts (Windows: 2,083 characters). */
const MAX_MAILTO = 1900;

export interface FallbackText {
  readonly title: string;
  readonly answers: readonly (readonly [label: string, value: string])[];
  /** The sentences of the given consents. */
  readonly consents: readonly string[];
  /** The chosen seat in words; empty if there is none. */
  readonly seat: string;
}

/** Returns the signature as a person would write it. */
export function writeAnswers({ title, answers, consents, seat }: FallbackText): string {
  const lines = answers.map(([label, value]) => `${label}: ${value}`);
  const parts = [
    title,
    [...lines, ...(seat ? [seat] : [])].join('\n'),
    ...consents.map((text) => `[x] ${text}`),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Returns the URL of a prepared email; with `otherwise` in place of a text that is too long for one. */
export function mailAddress(email: string, subject: string, text: string, otherwise: string): string {
  const encode = (part: string): string => encodeURIComponent(wellFormed(part).replace(/\r?\n/g, '\r\n'));
  const write = (body: string): string =>
    `mailto:${encode(email).replace(/%40/g, '@')}?subject=${encode(subject.replace(/[\r\n]+/g, ' '))}&body=${encode(body)}`;
  const whole = write(text);
  return whole.length <= MAX_MAILTO ? whole : write(otherwise);
}
