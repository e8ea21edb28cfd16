import type { TransportReply } from './send.js';

/** When to send again. Pure: nothing here waits. */

/** Times the same submission is sent again by itself; after that the signer decides. */
export const MAX_RETRIES = 3;

const BASE_MS = 1000;
const CAP_MS = 15_000;

/** Bounds of what a server can ask for, in seconds. */
const MIN_SECONDS = 1;
const MAX_SECONDS = 120;
/** Seconds to wait after a 429 or 503 that does not say how long. */
const DEFAULT_SECONDS = 5;
/** Seconds over which clients return at the least, however short the wait. */
const MIN_SPREAD_SECONDS = 5;

/**
 * Seconds of a Retry-After, clamped to 1..120; null when it is missing, nonsense, or a date without a reading of the
 * server's own clock: the device's clock may be wrong by hours.
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
          : // A moment in the past asks for nothing more than the shortest wait.
            Math.max(0, (parseDate(value) - parseDate(date)) / 1000);
  return seconds >= 0 ? Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, Math.ceil(seconds))) : null;
}

/** Milliseconds since 1970 of an HTTP date; NaN for anything else, of which `Date.parse` alone takes nearly everything. */
function parseDate(text: string | null | undefined): number {
  return text && /^\s*[a-z]{3,9}, .* GMT\s*$/i.test(text) ? Date.parse(text) : NaN;
}

/**
 * Seconds a reply asks to wait before the next request: by its header, else by `retryAfter` in its body, else 5 for 429
 * and 503; null when it does not ask.
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
 * Milliseconds until the next try. Where the server asked for a wait: that, and a random addition of up to half of it
 * or 5 s, whichever is more, so that those who were turned away together do not return together. Otherwise exponential
 * backoff with full jitter (AWS Architecture Blog, 2015).
 * @param attempt 0 for the first retry
 * @param random 0 <= random < 1
 */
export function retryDelay(attempt: number, asked: number | null, random: number): number {
  if (asked !== null) return Math.round(1000 * (asked + random * Math.max(asked / 2, MIN_SPREAD_SECONDS)));
  return Math.round(Math.min(CAP_MS, BASE_MS * 2 ** attempt) * random);
}
