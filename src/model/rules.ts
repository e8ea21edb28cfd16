/**
 * Rules of the campaign document that the lenient reader and the strict schema share, so that both refuse the same.
 * Pure, and small enough for every page.
 */

import { isFullDay, isMoment } from './day.js';

/** Id of a petition, an organiser or a story, or the purpose of a consent. */
export const ID = /^[a-z0-9-]{1,64}$/;
/** Syntax of language tags; `isLanguageTag` checks whether Intl accepts one. */
export const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** Keys that lead to the prototype of all objects: never a name of ours, never followed, never written. */
export const NEVER_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Maximum length of a summary, in code points. */
export const MAX_SUMMARY = 200;

/** The fault of a value that is no address at all. */
export const IS_NO_ADDRESS = 'is not an address; write one that begins with https://';

export const MAX_CONSENTS = 20;
/** Maximum length of a consent's sentence, in code points. */
export const MAX_CONSENT_TEXT = 2000;
/** Maximum length of a consent's version, in code points. */
export const MAX_VERSION = 64;
/** Maximum length of the address for letters to a person, and of the advice on them, in code points. */
export const MAX_ADDRESS = 400;
export const MAX_ADVICE = 600;

/** Message keys, such as `form.sign`. */
export const MESSAGE_KEY = /^[A-Za-z0-9_.-]{1,64}$/;

export const SEALING_KEY_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** base64url of an uncompressed P-256 point: 65 bytes, of which the first is 4. */
export const SEALING_PUBLIC_KEY = /^B[A-P][A-Za-z0-9_-]{84}[AEIMQUYcgkosw048]$/;

/**
 * Syntax of IANA time zone names, such as `America/Argentina/Ushuaia`; `knowsTimeZone` checks whether an engine has
 * one.
 */
export const TIME_ZONE = /^[A-Z][\w+-]{0,31}(?:\/[A-Z][\w+-]{0,31}){0,2}$/;

/** Checks whether a value is an ISO 8601 instant in UTC, such as `2027-01-31T12:00:00Z`, on a real calendar day. */
export function isInstant(value: unknown): value is string {
  return isMoment(value) && value.endsWith('Z') && isFullDay(value.slice(0, 10));
}

/**
 * Checks whether a value is a language tag that Intl accepts, so that it can format dates and numbers in the
 * language.
 */
export function isLanguageTag(value: unknown): value is string {
  try {
    return typeof value === 'string' && LANGUAGE.test(value) && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** Checks whether a value is a text of at most `max` code points that is not blank. */
export function isFilledText(value: unknown, max = Infinity): value is string {
  return typeof value === 'string' && /\S/.test(value) && [...value].length <= max;
}

/**
 * Checks whether a value is safe as a token's value: it ends where it seems to end (quotes and brackets are closed,
 * nothing starts a new declaration, rule or comment), and it makes the browser fetch nothing.
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
