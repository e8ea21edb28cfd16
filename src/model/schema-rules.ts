/** Rules of the campaign document that take more than a pattern. Pure, and without the library that applies them. */

/**
 * Whether a value may stand behind a token: it ends where it seems to end (quotes and brackets are closed, nothing
 * starts a new declaration, rule or comment), and it makes the browser fetch nothing.
 */
export function isTokenValue(value: string): boolean {
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

const LOCAL = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether a text is an address a page may safely link, load or send to: https, or http of this same machine, without
 * a password. `relative` lets addresses through that still have to be resolved against the document's own.
 */
export function isWebAddress(value: string, relative = false): boolean {
  if (/^\s|\s$|[\p{Cc}\\]/u.test(value) || value === '') return false;
  let url: URL;
  try {
    url = relative ? new URL(value, 'https://relative.invalid/') : new URL(value);
  } catch {
    return false;
  }
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.test(url.hostname));
  return isSafe && url.username === '' && url.password === '';
}

/** Whether a tag is one that Intl takes, so that dates and numbers can be written in it. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The word that was probably meant, or null. */
export function nearest(word: string, words: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = word.length < 4 ? 2 : 3;
  for (const candidate of words) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** How many letters to put in, leave out or change (Levenshtein). */
function editDistance(a: string, b: string): number {
  // Words of very different lengths are never near; this also bounds the work for a key of any length.
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const line = [i];
    for (let j = 1; j <= b.length; j++) {
      line.push(Math.min(above[j]! + 1, line[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    above = line;
  }
  return above[b.length]!;
}

/** How long an endpoint may be waited for. */
export const TIMEOUT_MS: readonly [min: number, max: number] = [1000, 60_000];
