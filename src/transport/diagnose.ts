import type { TransportError, TransportReply, TransportRequest } from './send.js';

/** What an exchange was, for the page's author: names of what was sent, never its values. Pure. */

/** Headers of an answer that tell why it can be read or not. */
const TELLING = ['content-type', 'retry-after', 'location', 'access-control-allow-origin', 'allow'];
/** Content types a page may send without asking the server first (Fetch standard, CORS-safelisted request-header). */
const SIMPLE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/** The names of what a body carries: `data.email`, never what stands there. */
export function bodyNames(body: TransportRequest['body']): string[] {
  if (body === undefined) return [];
  if (typeof body !== 'string') return body.map(([name]) => name);
  try {
    return namesIn(JSON.parse(body) as unknown, '');
  } catch {
    return body.split('&').map((pair) => {
      try {
        return decodeURIComponent(pair.split('=')[0]!.replace(/\+/g, ' '));
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

/** The address without its query, which a reader of the console does not need in full. */
export function shortUrl(url: string): string {
  return url.split('?')[0]!;
}

/** Request headers that make the browser ask the server beforehand (preflight), the content type among them. */
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

/** Whether the browser asks the server beforehand. */
export function isPreflighted(request: TransportRequest): boolean {
  return (
    request.mode !== 'no-cors' && (askedHeaders(request).length > 0 || !/^(?:GET|POST)$/.test(request.method))
  );
}

/** What was sent, in one line. */
export function describeRequest(request: TransportRequest): string {
  const { method, url, mode, body, contentType } = request;
  const type =
    body === undefined
      ? ''
      : ` as ${typeof body === 'string' ? (contentType ?? 'application/json') : 'multipart/form-data'}`;
  const names = bodyNames(body);
  return `${method} ${shortUrl(url)}${type}${mode === 'no-cors' ? ', blind (no-cors)' : ''}${names.length > 0 ? `, with ${names.join(', ')}` : ''}`;
}

/** What came back, in one line: status and headers that matter, nothing of the body but its size. */
export function describeReply(reply: TransportReply): string {
  if (reply.opaque) return 'sent; the answer cannot be read (no-cors)';
  const headers: Record<string, string> = { ...reply.headers, 'content-type': reply.contentType };
  const told = TELLING.filter((name) => headers[name]).map((name) => `${name}: ${headers[name]}`);
  return `status ${reply.status}, ${reply.bytes.length} bytes${told.length > 0 ? `, ${told.join(', ')}` : ''}`;
}

/** Where a request comes from. */
export interface Caller {
  /** The page's origin; "null" in a sandboxed frame. */
  origin: string;
  isSecure: boolean;
}

/** What most probably mends a request that got no answer: the lines to add, ready to be copied. */
export function likelyFixes(
  request: TransportRequest,
  error: Pick<TransportError, 'kind'>,
  caller: Caller,
): string[] {
  const target = originOf(request.url);
  if (error.kind === 'offline') return ['This device is offline.'];
  if (error.kind === 'too-large')
    return ['The answer is longer than any count, list or acknowledgement; is the address right?'];
  if (error.kind === 'timeout')
    return ['The server began no answer in time, or did not end it. Is it up, and is a firewall in between?'];
  const fixes = [
    `If the browser blocks it by the page's Content-Security-Policy: add ${target} to connect-src, like "connect-src 'self' ${target}".`,
  ];
  if (caller.isSecure && request.url.startsWith('http:'))
    fixes.unshift('A page on https may not ask an address on http: give the address with https.');
  if (request.mode === 'no-cors') return [...fixes, 'Otherwise the server cannot be reached.'];
  fixes.push(
    `If the server does not allow this page (CORS): let it answer with "Access-Control-Allow-Origin: ${caller.origin}", on errors too.`,
  );
  if (isPreflighted(request)) {
    const asked = askedHeaders(request);
    fixes.push(
      `The browser asks first (OPTIONS): the server must answer that with 2xx, "Access-Control-Allow-Origin: ${caller.origin}"${asked.length > 0 ? `, "Access-Control-Allow-Headers: ${asked.join(', ')}"` : ''}${/^(?:GET|POST)$/.test(request.method) ? '' : `, "Access-Control-Allow-Methods: ${request.method}"`}.`,
    );
    if (asked.some((name) => name !== 'content-type'))
      fixes.push(
        "Many servers allow no headers of one's own: a key may travel in the body instead (sign.idempotency.field).",
      );
    if (
      asked.length === 1 &&
      asked[0] === 'content-type' &&
      (request.contentType ?? 'application/json').includes('json')
    )
      fixes.push(
        'JSON sent as contentType "text/plain;charset=UTF-8" needs no such answer, if the server reads it all the same.',
      );
  }
  fixes.push(
    'A redirect is an error here: give the address that it leads to. Otherwise the address is wrong, or the server is down.',
  );
  return fixes;
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return url;
  }
}
