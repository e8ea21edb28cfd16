/** Rules of the campaign document that need more than a pattern. Pure, and without the library that applies them. */
import { isPrivateLine } from '../address.js';
import { entryAt } from '../entry-at.js';

/**
 * Checks whether a text is an address that a page may safely link or load: https, or http of an onion service or
 * this same machine, without a password. `relative` also accepts addresses that are yet to be resolved against the
 * document's own.
 */
export function isWebAddress(value: string, relative = false): boolean {
  if (/^\s|\s$|[\p{Cc}\\]/u.test(value) || value === '') return false;
  let url: URL;
  try {
    url = relative ? new URL(value, 'https://relative.invalid/') : new URL(value);
  } catch {
    return false;
  }
  return isPrivateLine(url) && url.username === '' && url.password === '';
}

/**
 * Checks whether Intl has a time zone. Separate from `knowsTimeZone`, so that a page without a form does not load
 * life.ts.
 */
export function isKnownTimeZone(timeZone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Returns the word that was probably meant, or null. */
export function nearest(word: string, words: readonly string[]): string | null {
  const near = words
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance < (word.length < 4 ? 2 : 3))
    .sort((one, other) => one.distance - other.distance);
  return near[0]?.candidate ?? null;
}

/** Returns the sentence about a key that does not exist. */
export function unknownKey(key: string, allowed: readonly string[]): string {
  const near = nearest(key, allowed);
  return `unknown key; ${near === null ? `allowed are ${allowed.join(', ')}` : `did you mean ${near}?`}`;
}

/** Counts the letters to insert, delete or replace (Levenshtein). */
function editDistance(a: string, b: string): number {
  // Words of very different lengths are never near; this also bounds the work for a key of any length.
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  let above = new Array<number>(b.length + 1).fill(0).map((_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const line = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = entryAt(above, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      line.push(Math.min(entryAt(above, j) + 1, entryAt(line, j - 1) + 1, replaced));
    }
    above = line;
  }
  return entryAt(above, b.length);
}

/** Values allowed for the options in the description of an endpoint. */
export const CHOICES = {
  sign: {
    method: ['POST', 'PUT', 'PATCH'],
    encoding: ['json', 'form', 'multipart', 'graphql'],
    mode: ['cors', 'no-cors'],
    arrays: ['repeat', 'brackets', 'indices'],
    nesting: ['brackets', 'dots', 'json'],
  },
  count: { method: ['GET', 'POST'] },
  seats: { method: ['GET', 'POST'], format: ['occupancy', 'list'] },
} as const;

/** Range of an endpoint's timeout, in ms. */
export const TIMEOUT_MS: readonly [min: number, max: number] = [1000, 60_000];
