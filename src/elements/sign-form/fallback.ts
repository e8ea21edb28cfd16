import { wellFormed } from '../../model/well-formed.js';

/** The last way to sign, where nothing else helps and the author allows it: the answers as a text to copy or to mail. Pure. */

/** Some mail programs take no longer address than this (Windows: 2,083 characters). */
const MAX_MAILTO = 1900;

export interface FallbackText {
  readonly title: string;
  readonly answers: readonly (readonly [label: string, value: string])[];
  /** The sentences that were agreed to. */
  readonly consents: readonly string[];
  /** The chosen seat in words; empty where there is none. */
  readonly seat: string;
}

/** The signature as a person would write it. */
export function writeAnswers({ title, answers, consents, seat }: FallbackText): string {
  const lines = answers.map(([label, value]) => `${label}: ${value}`);
  const parts = [
    title,
    [...lines, ...(seat ? [seat] : [])].join('\n'),
    ...consents.map((text) => `[x] ${text}`),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The address of a prepared e-mail; with `otherwise` in place of a text that is too long for one. */
export function mailAddress(email: string, subject: string, text: string, otherwise: string): string {
  const encode = (part: string): string => encodeURIComponent(wellFormed(part).replace(/\r?\n/g, '\r\n'));
  const write = (body: string): string =>
    `mailto:${encode(email).replace(/%40/g, '@')}?subject=${encode(subject.replace(/[\r\n]+/g, ' '))}&body=${encode(body)}`;
  const whole = write(text);
  return whole.length <= MAX_MAILTO ? whole : write(otherwise);
}
