/**
 * Checks of a browser that lets a page of another origin read a response (Fetch standard: CORS check and CORS-preflight
 * fetch). Each function returns the fault with its fix, as the end of a sentence about the request, or null. Pure.
 */

/** Request of a page, as its preflight announces it. */
export interface PreflightedRequest {
  method: string;
  /** Header names that need permission, in lower case. */
  headers: readonly string[];
}

/** Part of a response that decides whether a browser shows it to the page. */
export interface ResponseHead {
  status: number;
  headers: Headers;
}

/** Fault of a response that a page wants to read. */
export function readingFault({ headers }: ResponseHead, origin: string): string | null {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === '*' || allowed === origin) return null;
  const fix = `"Access-Control-Allow-Origin: ${origin}"`;
  if (allowed === null) return `lacks ${fix}; let the service send it, on errors too`;
  if (allowed.includes(','))
    return `says "Access-Control-Allow-Origin: ${shorten(allowed)}", but browsers take one value only; send ${fix} once, since proxy and service may both add it`;
  return `says "Access-Control-Allow-Origin: ${shorten(allowed)}"; it must be ${fix}`;
}

/** Fault of the response to a preflight. */
export function preflightFault(
  request: PreflightedRequest,
  response: ResponseHead,
  origin: string,
): string | null {
  const { status, headers } = response;
  if (status >= 300 && status < 400)
    return `is redirected (${status}), which browsers refuse; give the address that it leads to`;
  if (status < 200 || status > 299)
    return `is answered ${status}; let the service answer OPTIONS with 204 and "Access-Control-Allow-Origin: ${origin}"`;
  const fault = readingFault(response, origin);
  if (fault) return fault;
  const allowed = splitList(headers.get('access-control-allow-headers')).map((name) => name.toLowerCase());
  // The wildcard does not include Authorization.
  const mayUse = (name: string): boolean =>
    allowed.includes(name) || (allowed.includes('*') && name !== 'authorization');
  const missing = request.headers.filter((name) => !mayUse(name));
  if (missing.length > 0)
    return `does not allow ${missing.join(', ')}; add "Access-Control-Allow-Headers: ${request.headers.join(', ')}"`;
  const methods = splitList(headers.get('access-control-allow-methods'));
  // GET and POST are always allowed; other methods are compared case-sensitively.
  const isAllowed =
    /^(?:GET|POST)$/.test(request.method) || methods.includes('*') || methods.includes(request.method);
  return isAllowed
    ? null
    : `does not allow ${request.method}; add "Access-Control-Allow-Methods: ${request.method}"`;
}

function splitList(value: string | null): string[] {
  return (value ?? '').split(',').map((one) => one.trim());
}

function shorten(value: string): string {
  return value.length > 80 ? `${value.slice(0, 77)}...` : value;
}
