/**
 * Rules of the campaign document that the lenient reader and the strict schema share, so that both refuse the same.
 * Pure, and small enough for every page.
 */

import { isFullDay, isMoment } from './day.js';

/** Id of a petition, an organiser or a story, and the purpose of a consent. */
export const ID = /^[a-z0-9-]{1,64}$/;
/** Language tags as they are written; `isLanguageTag` says whether Intl takes one. */
export const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** Keys that lead to the prototype of an object: no name of a field, message or token. */
export const NEVER_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Code points of what stands on the first screen. */
export const MAX_SUMMARY = 200;

export const MAX_CONSENTS = 20;
/** Code points of a consent's sentence. */
export const MAX_CONSENT_TEXT = 2000;
/** Code points of a consent's version. */
export const MAX_VERSION = 64;
/** Code points of the address for letters to a person, and of the advice on them. */
export const MAX_ADDRESS = 400;
export const MAX_ADVICE = 600;

/** Message keys, `form.sign`. */
export const MESSAGE_KEY = /^[A-Za-z0-9_.-]{1,64}$/;

export const SEALING_KEY_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** base64url of an uncompressed point of P-256: 65 bytes, of which the first is 4. */
export const SEALING_PUBLIC_KEY = /^B[A-P][A-Za-z0-9_-]{84}[AEIMQUYcgkosw048]$/;

/** IANA names of time zones, `America/Argentina/Ushuaia`, as they are written; `knowsTimeZone` says whether an engine has one. */
export const TIME_ZONE = /^[A-Z][\w+-]{0,31}(?:\/[A-Z][\w+-]{0,31}){0,2}$/;

/** Whether a value is a moment of ISO 8601 in UTC, `2027-01-31T12:00:00Z`, on a day of the calendar. */
export function isInstant(value: unknown): value is string {
  return isMoment(value) && value.endsWith('Z') && isFullDay(value.slice(0, 10));
}

/** Whether a value is a language tag that Intl takes, so that dates and numbers can be written in it. */
export function isLanguageTag(value: unknown): value is string {
  try {
    return typeof value === 'string' && LANGUAGE.test(value) && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** Whether a value is a text of at most `max` code points in which something is written. */
export function isFilledText(value: unknown, max = Infinity): value is string {
  return typeof value === 'string' && /\S/.test(value) && [...value].length <= max;
}

/**
 * Whether a value may stand behind a token: it ends where it seems to end (quotes and brackets are closed, nothing
 * starts a new declaration, rule or comment), and it makes the browser fetch nothing.
 */
export function isTokenValue(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const outsideQuotes = value.replace(/"[^"]*"|'[^']*'/g, '');
  let depth = 0;
  for (const bracket of outsideQuotes.match(/[()]/g) ?? []) {
    depth += bracket === '(' ? 1 : -1;
    if (depth < 0) return false;
  }
  return (
    depth === 0 &&
    !/[;{}<>@\\\p{Cc}]/u.test(value) &&
    !/["']|\/\*|(?:url|src|image|image-set|cross-fade|element)\(/i.test(outsideQuotes)
  );
}
