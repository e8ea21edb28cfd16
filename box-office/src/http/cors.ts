/** Seconds for which browsers cache the response to a preflight. */
const PREFLIGHT_SECONDS = '7200';

/**
 * Allows our own pages (host and port of the request), the listed origins, and clients that are no browser and send no
 * origin.
 */
export function isOriginAllowed(
  origin: string | undefined,
  host: string | undefined,
  allowed: ReadonlySet<string>,
): boolean {
  if (origin === undefined || allowed.has(origin)) return true;
  return isOwnOrigin(origin, host);
}

function isOwnOrigin(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  const page = new URL(origin);
  // The page's own scheme makes a default port optional.
  const own = `${page.protocol}//${host}`;
  return page.origin === origin && URL.canParse(own) && new URL(own).host === page.host;
}

/** Headers of the time to retry: dates in Retry-After are measured against Date, since devices have wrong clocks. */
export const EXPOSED_HEADERS = 'Retry-After, Date';

/**
 * Headers that let a page read the response to a POST. Without an allowed origin only `Vary`, for caches on the way.
 */
export function corsHeaders(origin: string | undefined, allowed: boolean): Record<string, string> {
  if (origin === undefined || !allowed) return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': EXPOSED_HEADERS,
  };
}

/** Headers of the response to a preflight of an allowed origin. */
export function preflightHeaders(): Record<string, string> {
  return {
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': 'content-type, idempotency-key',
    'Access-Control-Max-Age': PREFLIGHT_SECONDS,
  };
}
