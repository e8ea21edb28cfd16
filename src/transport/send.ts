/** A request as plain data. Reads carry no body; signing carries JSON, encoded once for all its retries. */
export interface TransportRequest {
  method: 'GET' | 'POST';
  url: string;
  body?: string;
  /** Stop reading after this many bytes. */
  maxBytes: number;
}

/** What came back. The body is bytes: `decode.ts` decides what they mean, whatever the content type says. */
export interface TransportReply {
  status: number;
  contentType: string;
  retryAfter: string | null;
  bytes: Uint8Array;
}

/**
 * Request in, reply out; a host page, a story or a test may bring its own. It throws `TransportError` when no
 * answer could be read, and the signal's reason when it was aborted.
 */
export type Transport = (request: TransportRequest, signal: AbortSignal) => Promise<TransportReply>;

/** No answer could be read. `kind` is for the words, `cause` for the console. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  constructor(
    readonly kind: 'offline' | 'timeout' | 'network' | 'too-large',
    options?: ErrorOptions,
  ) {
    super(kind, options);
  }
}

/** For the whole exchange, the reading of the body included. */
const TIMEOUT_MS = 15_000;
/** Browsers refuse to keep more than 64 KiB alive over a navigation. */
const KEEPALIVE_LIMIT = 60 * 1024;

/**
 * The one place that touches the network. No cookies, no referrer, no request header that a server would have to
 * allow; redirects are errors, since a login page is not an answer.
 */
export const send: Transport = (request, signal) => sendWithin(TIMEOUT_MS, request, signal);

/** `send` with a time limit of one's own, in ms, for the whole exchange. */
export async function sendWithin(
  milliseconds: number,
  request: TransportRequest,
  signal: AbortSignal,
): Promise<TransportReply> {
  const timeout = AbortSignal.timeout(milliseconds);
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  signal.addEventListener('abort', abort);
  timeout.addEventListener('abort', abort);
  try {
    signal.throwIfAborted();
    const response = await fetch(request.url, {
      method: request.method,
      ...(request.body !== undefined && {
        body: request.body,
        headers: { 'content-type': 'application/json' },
        keepalive: new TextEncoder().encode(request.body).length <= KEEPALIVE_LIMIT,
      }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: request.method === 'POST' ? 'no-store' : 'no-cache',
      signal: stop.signal,
    });
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      retryAfter: response.headers.get('retry-after'),
      bytes: await readUpTo(response, request.maxBytes),
    };
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof TransportError) throw cause;
    if (timeout.aborted) throw new TransportError('timeout', { cause });
    throw new TransportError(globalThis.navigator?.onLine === false ? 'offline' : 'network', { cause });
  } finally {
    signal.removeEventListener('abort', abort);
    timeout.removeEventListener('abort', abort);
  }
}

async function readUpTo(response: Response, maxBytes: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      void reader.cancel();
      throw new TransportError('too-large');
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
