import { withoutPassword } from '../../model/problem.js';
import type { TransportError, TransportReply, TransportRequest } from '../send.js';

/** Describes an exchange for the page's author: the names that were sent, never their values. Pure. */

/** Headers of an answer that show whether and why it can be read. */
const RELEVANT_HEADERS = ['content-type', 'retry-after', 'location', 'access-control-allow-origin', 'allow'];
/** Content types that a page may send without a preflight request (Fetch standard, CORS-safelisted request-header). */
const SIMPLE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/** Returns the names in a body, such as `data.email`, never their values. */
export function bodyNames(body: TransportRequest['body']): string[] {
  if (body === undefined) return [];
  if (typeof body !== 'string') return body.map(([name]) => name);
  try {
    return namesIn(JSON.parse(body) as unknown, '');
  } catch {
    return body.split('&').map((pair) => {
      try {
        return decodeURIComponent(pair.replace(/=.*/s, '').replace(/\+/g, ' '));
      } catch {
        return '?';
      }
    });
  }
}

function namesIn(value: unknown, path: string): string[] {
  if (value === null || typeof value !== 'object') return path === '' ? [] : [path];
  const names = Object.entries(value).flatMap(([key, inner]) =>
    namesIn(inner, path === '' ? key : `${path}.${key}`),
  );
  return names.length > 0 || path === '' ? names : [path];
}

/** Shortens an address for the console: without its query and without a password. */
export function shortUrl(url: string): string {
  return withoutPassword(url.replace(/\?.*/s, ''));
}

/** Returns the request headers that cause a preflight request, the content type among them. */
export function askedHeaders(request: TransportRequest): string[] {
  const names = Object.keys(request.headers ?? {}).filter(
    (name) => !/^(?:accept|accept-language|content-language|content-type)$/i.test(name),
  );
  const type =
    typeof request.body === 'string' ? (request.contentType ?? 'application/json') : 'multipart/form-data';
  return (request.body === undefined || SIMPLE.test(type) ? names : ['content-type', ...names]).map((name) =>
    name.toLowerCase(),
  );
}

/** Checks whether the browser sends a preflight request. */
export function isPreflighted(request: TransportRequest): boolean {
  return (
    request.mode !== 'no-cors' && (askedHeaders(request).length > 0 || !/^(?:GET|POST)$/.test(request.method))
  );
}

/** Describes a request in one line. */
export function describeRequest(request: TransportRequest): string {
  const { method, url, mode, body, contentType } = request;
  const type =
    body === undefined
      ? ''
      : ` as ${typeof body === 'string' ? (contentType ?? 'application/json') : 'multipart/form-data'}`;
  const names = bodyNames(body);
  return `${method} ${shortUrl(url)}${type}${mode === 'no-cors' ? ', blind (no-cors)' : ''}${names.length > 0 ? `, with ${names.join(', ')}` : ''}`;
}

/** Describes a reply in one line: status and relevant headers; of the body only its size. */
export function describeReply(reply: TransportReply): string {
  if (reply.opaque) return 'sent; the answer cannot be read (no-cors)';
  if (reply.redirected) return 'a redirect; its target cannot be read';
  const headers: Record<string, string> = { ...reply.headers, 'content-type': reply.contentType };
  const shown = RELEVANT_HEADERS.flatMap((name) =>
    headers[name] ? `${name}: ${withoutPassword(headers[name])}` : [],
  );
  return `status ${reply.status}, ${reply.bytes.length} bytes${shown.length > 0 ? `, ${shown.join(', ')}` : ''}`;
}

/** The likely fix for each kind of status that matched no rule. */
const MISTAKES: readonly (readonly [statuses: RegExp, fix: string])[] = [
  [
    /^40[13]$/,
    'The service requires a permission or a key: allow everybody to add a signature there, and nothing else.',
  ],
  [
    /^4(?:04|10)$/,
    "There is nothing at this address: compare it with the service's own, its trailing slash included.",
  ],
  [/^405$/, 'This address does not accept the method: check the address and sign.method.'],
  [
    /^415$/,
    'The service cannot read this content type: compare sign.encoding and sign.contentType with those it accepts.',
  ],
  [
    /^4(?:00|22)$/,
    'The service rejected the data: compare the names with its own. If its answer gives a reason, let sign.response.message and sign.response.fields lead to it.',
  ],
  [
    /^2\d\d$/,
    'Nothing in the answer says that the signature was stored: is the address right? If so, describe in sign.response.success what only such an answer contains.',
  ],
];

/** Returns the likely fix for a signature whose answer, with this status, matched no rule; null when it is unknown. */
export function likelyMistake(status: number): string | null {
  return MISTAKES.find(([statuses]) => statuses.test(String(status)))?.[1] ?? null;
}

/** The page that sends a request. */
export interface Caller {
  /** Origin of the page; "null" in a sandboxed frame. */
  origin: string;
  isSecure: boolean;
  /**
   * True when the browser reported that the page's Content-Security-Policy blocks the request; null when that is
   * unknown.
   */
  isBlockedByPolicy: boolean | null;
}

/** The words for each failure that has one cause. */
const FAILURES: Readonly<Record<Exclude<TransportError['kind'], 'network'>, string>> = {
  offline: 'This device is offline.',
  'too-large': 'The answer is larger than any count, list or acknowledgement; is the address right?',
  timeout:
    'The server did not answer in time, or did not finish its answer. Is it up, and is there a firewall in between?',
};

/**
 * Returns the likely fixes for a request that got no answer, the likeliest first: the lines to add, ready to copy,
 * without any that cannot apply to it.
 */
export function likelyFixes(
  request: TransportRequest,
  error: Pick<TransportError, 'kind'>,
  caller: Caller,
): string[] {
  const target = originOf(request.url);
  if (error.kind !== 'network') return [FAILURES[error.kind]];
  const policy = `add ${target} to connect-src, like "connect-src 'self' ${target}".`;
  if (caller.isBlockedByPolicy)
    return [`The page's Content-Security-Policy blocks it, so the browser did not send it: ${policy}`];
  if (isMixed(request.url, caller))
    return ['A page on https may not request an address on http: give the address with https.'];
  const isOwn = target === caller.origin;
  const isBlind = request.mode === 'no-cors';
  const fixes = isOwn || isBlind ? [] : corsFixes(request, caller.origin);
  // Blind requests follow redirects, which cannot be detected on other origins.
  if (isBlind ? isOwn : request.redirect !== 'manual')
    fixes.push('A redirect is an error here: give the address that it leads to.');
  if (caller.isBlockedByPolicy === null)
    fixes.push(`If the page's Content-Security-Policy blocks it: ${policy}`);
  fixes.push(`${fixes.length > 0 ? 'Otherwise the' : 'The'} address is wrong, or the server is down.`);
  return fixes;
}

/** Checks whether a page on https requests plain http, which browsers block unless it is on the same machine. */
function isMixed(url: string, { origin, isSecure }: Caller): boolean {
  const isHttps = origin === 'null' ? isSecure : origin.startsWith('https:');
  const host = /^http:\/\/(\[[^\]]*\]|[^/:?#]+)/i.exec(url)?.[1];
  return isHttps && host !== undefined && !/^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/i.test(host);
}

/** Returns the CORS headers that the server of another origin must send. */
function corsFixes(request: TransportRequest, origin: string): string[] {
  // Every sandboxed frame and every file has the origin "null": allowing that would allow everybody.
  const allow = `"Access-Control-Allow-Origin: ${origin === 'null' ? '*' : origin}"`;
  const answers = `If the server does not allow this page (CORS): it must answer with ${allow}, on errors too.`;
  if (!isPreflighted(request)) return [answers];
  const asked = askedHeaders(request);
  const isSimpleMethod = /^(?:GET|POST)$/.test(request.method);
  const fixes = [
    `The browser sends a preflight request (OPTIONS): the server must answer it with 2xx, ${allow}${asked.length > 0 ? `, "Access-Control-Allow-Headers: ${asked.join(', ')}"` : ''}${isSimpleMethod ? '' : `, "Access-Control-Allow-Methods: ${request.method}"`}.`,
    answers,
  ];
  const key = /^"[\w-]{22}"$/;
  if (Object.values(request.headers ?? {}).some((value) => key.test(value)))
    fixes.push(
      'Many servers allow no custom headers: the key can be sent in the body instead (sign.idempotency.field).',
    );
  const isJson = typeof request.body === 'string' && /json/i.test(request.contentType ?? 'application/json');
  // GraphQL servers refuse text bodies: that keeps out the forms of other sites.
  const isGraphQl = isJson && bodyNames(request.body).includes('query');
  if (isSimpleMethod && isJson && !isGraphQl && asked.length === 1)
    fixes.push(
      'JSON sent as contentType "text/plain;charset=UTF-8" needs no preflight request, if the server accepts it as JSON.',
    );
  return fixes;
}

/** Returns the origin of an address. */
export function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return shortUrl(url);
  }
}
