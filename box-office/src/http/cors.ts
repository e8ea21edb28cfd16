/** Browsers keep the answer to a preflight this long. */
const PREFLIGHT_SECONDS = '7200';

/**
 * Whether a page of this origin may sign: our own pages (host and port are those the request was sent to), the
 * origins that are listed, and what is no browser and sends no origin.
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
  // Built from the page's own scheme, so that a default port may be written out or left out.
  const own = `${page.protocol}//${host}`;
  return page.origin === origin && URL.canParse(own) && new URL(own).host === page.host;
}

/** What tells a page when to come back: dates in Retry-After are measured against Date, since devices have wrong clocks. */
export const EXPOSED_HEADERS = 'Retry-After, Date';

/** What lets a page read the answer to a POST. Without an allowed origin only `Vary`, for caches on the way. */
export function corsHeaders(origin: string | undefined, allowed: boolean): Record<string, string> {
  if (origin === undefined || !allowed) return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': EXPOSED_HEADERS,
  };
}

export function preflightHeaders(): Record<string, string> {
  return {
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': 'content-type, idempotency-key',
    'Access-Control-Max-Age': PREFLIGHT_SECONDS,
  };
}
