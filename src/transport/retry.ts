/** When to ask again. Pure: nothing here waits. */

/** Times the same submission is sent again by itself; after that the signer decides. */
export const MAX_RETRIES = 3;

const BASE_MS = 1000;
const CAP_MS = 15_000;

/** Seconds of a Retry-After (seconds or a date), clamped to 1..120; null when it is missing or nonsense. */
export function retryAfterSeconds(header: string | number | null | undefined, now: number): number | null {
  if (header === null || header === undefined || header === '') return null;
  const text = String(header).trim();
  // A date has letters ("Sun, 22 Nov ..."); Date.parse alone takes nearly anything for one.
  const seconds = /^\d+(\.\d+)?$/.test(text)
    ? Number(text)
    : /[a-z]/i.test(text)
      ? (Date.parse(text) - now) / 1000
      : NaN;
  return Number.isFinite(seconds) ? Math.min(120, Math.max(1, Math.ceil(seconds))) : null;
}

/**
 * Milliseconds until the next try: what the server asked for plus up to a fifth more, so that not everybody returns
 * in the same second; else exponential backoff with full jitter (AWS Architecture Blog, 2015).
 * @param attempt 0 for the first retry
 * @param random 0 <= random < 1
 */
export function retryDelay(attempt: number, askedSeconds: number | null, random: number): number {
  if (askedSeconds !== null) return Math.round(askedSeconds * 1000 * (1 + random / 5));
  return Math.round(Math.min(CAP_MS, BASE_MS * 2 ** attempt) * random);
}
