import type { TransportReply } from './send.js';

/** Calculates retry delays. Pure: nothing here waits. */

/** Number of automatic retries of one submission; after that the signer decides. */
export const MAX_RETRIES = 3;

const BASE_MS = 1000;
const CAP_MS = 15_000;

/** Bounds of the delay that a server can ask for, in seconds. */
const MIN_SECONDS = 1;
const MAX_SECONDS = 120;
/** Delay after a 429 or 503 without a `Retry-After`, in seconds. */
const DEFAULT_SECONDS = 5;
/** Smallest interval over which the retries of all clients are spread, in seconds, however short the delay. */
const MIN_SPREAD_SECONDS = 5;

/**
 * Returns the seconds of a Retry-After, clamped to 1..120; null when it is missing, invalid, or a date without the
 * server's own time to compare it with: the device's clock may be wrong by hours.
 * @param date the `Date` header of the same reply
 */
export function retryAfterSeconds(value: unknown, date: string | null | undefined): number | null {
  const seconds =
    typeof value === 'number'
      ? value
      : typeof value !== 'string'
        ? NaN
        : /^\s*\d+(\.\d+)?\s*$/.test(value)
          ? Number(value)
          : // A date in the past means the shortest delay.
            Math.max(0, (parseDate(value) - parseDate(date)) / 1000);
  return seconds >= 0 ? Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, Math.ceil(seconds))) : null;
}

/**
 * Parses an HTTP date into milliseconds since 1970; NaN for anything else. `Date.parse` alone accepts almost any
 * text.
 */
function parseDate(text: string | null | undefined): number {
  return text && /^\s*[a-z]{3,9}, .* GMT\s*$/i.test(text) ? Date.parse(text) : NaN;
}

/**
 * Returns the delay that a reply asks for before the next request, in seconds: from its header, else from
 * `retryAfter` in its body, else 5 for 429 and 503; null when it asks for none.
 * @param body the body as parsed JSON
 */
export function secondsAsked(
  { status, retryAfter, headers }: Pick<TransportReply, 'status' | 'retryAfter' | 'headers'>,
  body: unknown,
): number | null {
  const date = headers?.['date'];
  return (
    retryAfterSeconds(retryAfter, date) ??
    retryAfterSeconds((body as { retryAfter?: unknown } | null | undefined)?.retryAfter, date) ??
    (status === 429 || status === 503 ? DEFAULT_SECONDS : null)
  );
}

/**
 * Returns the delay before the next try, in milliseconds. If the server asked for one: that, plus a random addition
 * of up to half of it or 5 s, whichever is more, so that clients refused at the same time do not return at the same
 * time. Otherwise exponential backoff with full jitter (AWS Architecture Blog, 2015).
 * @param attempt 0 for the first retry
 * @param random 0 <= random < 1
 */
export function retryDelay(attempt: number, asked: number | null, random: number): number {
  if (asked !== null) return Math.round(1000 * (asked + random * Math.max(asked / 2, MIN_SPREAD_SECONDS)));
  return Math.round(Math.min(CAP_MS, BASE_MS * 2 ** attempt) * random);
}
