import { preflightFault, type PreflightedRequest } from './cors-check.js';

/** Requests as the browser of a page sends them, for `check`: one try, no cookies, redirects are not followed. */

const TIMEOUT_MILLISECONDS = 15_000;
/** Maximum length of a count or a list of seats. */
const MAX_BYTES = 4 * 1024 * 1024;

export interface PageRequest {
  method: string;
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  timeoutMs?: number;
  maxBytes?: number;
}

export interface PageResponse {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
}

/** Cause of a missing response with its fix, as the end of a sentence that begins with the address. */
export class NoResponseError extends Error {
  override readonly name = 'NoResponseError';
}

/**
 * Sends a request as a page does.
 * @throws NoResponseError
 */
export async function sendAsPage(request: PageRequest): Promise<PageResponse> {
  const { method, url, headers, body, timeoutMs = TIMEOUT_MILLISECONDS, maxBytes = MAX_BYTES } = request;
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      ...(headers && { headers }),
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const bytes = await readLimited(response, maxBytes);
    return { status: response.status, headers: response.headers, bytes };
  } catch (error) {
    throw error instanceof NoResponseError ? error : new NoResponseError(failureText(error, timeoutMs));
  }
}

/**
 * Sends the preflight of `request` as a browser does for a page of `origin`, and never the request.
 * @returns the fault as the end of a sentence that begins with the request; null where the page may send it
 * @throws NoResponseError
 */
export async function sendPreflight(
  url: string,
  request: PreflightedRequest,
  origin: string,
  timeoutMs?: number,
): Promise<{ status: number; fault: string | null }> {
  const response = await sendAsPage({
    method: 'OPTIONS',
    url,
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': request.method,
      ...(request.headers.length > 0 && {
        'Access-Control-Request-Headers': [...request.headers].sort().join(','),
      }),
    },
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  return { status: response.status, fault: preflightFault(request, response, origin) };
}

async function readLimited({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (body) {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > maxBytes) throw new NoResponseError(`answers more than ${maxBytes} bytes; is it right?`);
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks);
}

const TLS = /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO$)/;

function failureText(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `does not answer within ${timeoutMs / 1000} s; is the server running, and is a firewall in between?`;
  const code = errorCode(error);
  if (TLS.test(code))
    return `cannot be reached by TLS (${code}); give it a certificate that browsers accept, with its whole chain`;
  return `cannot be reached${code && ` (${code})`}; is the address right, and the server running?`;
}

/** Code of the error that made `fetch` fail; the first one where a name has several addresses. */
function errorCode(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const [first]: unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  const { code } = (first ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
