/**
 * Whether a browser lets a page of another origin read an answer (Fetch standard: CORS check and CORS-preflight fetch).
 * Each function returns what is wrong with its fix, as the end of a sentence that says what was asked, or null. Pure.
 */

/** What a page is going to send, and so what a preflight asks for. */
export interface PreflightedRequest {
  method: string;
  /** Header names that need leave, in lower case. */
  headers: readonly string[];
}

/** What of an answer a browser judges. */
export interface ResponseHead {
  status: number;
  headers: Headers;
}

/** Fault of an answer that a page wants to read. */
export function readingFault({ headers }: ResponseHead, origin: string): string | null {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === '*' || allowed === origin) return null;
  const fix = `"Access-Control-Allow-Origin: ${origin}"`;
  if (allowed === null) return `lacks ${fix}; let the service send it, on errors too`;
  if (allowed.includes(','))
    return `says "Access-Control-Allow-Origin: ${shorten(allowed)}", but browsers take one value only; send ${fix} once, since proxy and service may both add it`;
  return `says "Access-Control-Allow-Origin: ${shorten(allowed)}"; it must be ${fix}`;
}

/** Fault of the answer to a preflight. */
export function preflightFault(
  asked: PreflightedRequest,
  answer: ResponseHead,
  origin: string,
): string | null {
  const { status, headers } = answer;
  if (status >= 300 && status < 400)
    return `is redirected (${status}), which browsers refuse; give the address that it leads to`;
  if (status < 200 || status > 299)
    return `is answered ${status}; let the service answer OPTIONS with 204 and "Access-Control-Allow-Origin: ${origin}"`;
  const fault = readingFault(answer, origin);
  if (fault) return fault;
  const allowed = splitList(headers.get('access-control-allow-headers')).map((name) => name.toLowerCase());
  // The wildcard never stands for this one.
  const mayUse = (name: string): boolean =>
    allowed.includes(name) || (allowed.includes('*') && name !== 'authorization');
  const missing = asked.headers.filter((name) => !mayUse(name));
  if (missing.length > 0)
    return `does not allow ${missing.join(', ')}; add "Access-Control-Allow-Headers: ${asked.headers.join(', ')}"`;
  const methods = splitList(headers.get('access-control-allow-methods'));
  // GET and POST need no word of it; the others are compared letter by letter.
  const isAllowed =
    /^(?:GET|POST)$/.test(asked.method) || methods.includes('*') || methods.includes(asked.method);
  return isAllowed
    ? null
    : `does not allow ${asked.method}; add "Access-Control-Allow-Methods: ${asked.method}"`;
}

function splitList(value: string | null): string[] {
  return (value ?? '').split(',').map((one) => one.trim());
}

function shorten(value: string): string {
  return value.length > 80 ? `${value.slice(0, 77)}...` : value;
}
