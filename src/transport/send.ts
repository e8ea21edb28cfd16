/** A request as plain data. Reads have no body; a signature has one, encoded once for all retries. */
export interface TransportRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  url: string;
  /** Text, or the parts of a `multipart/form-data` body. */
  body?: string | readonly (readonly [name: string, value: string])[];
  /** Content type of a text body; default JSON. */
  contentType?: string;
  headers?: Readonly<Record<string, string>>;
  /** `no-cors`: the answer cannot be read. */
  mode?: 'cors' | 'no-cors';
  /** `manual`: a redirect counts as an answer, `redirected`; otherwise it is an error. */
  redirect?: 'manual';
  /** Sends the page's origin as referrer; by default none is sent. */
  referrer?: 'origin';
  /** Timeout of the whole exchange in ms; default 15,000. */
  timeoutMs?: number;
  /** Maximum bytes to read from the answer. */
  maxBytes: number;
}

/** The reply. The body is bytes: `decode.ts` interprets them, whatever the content type says. */
export interface TransportReply {
  status: number;
  contentType: string;
  retryAfter: string | null;
  bytes: Uint8Array;
  /** All headers the page may read, with lower-case names. */
  headers?: Readonly<Record<string, string>>;
  /** True when the request was sent and answered, but nothing of the answer can be read. */
  opaque?: boolean;
  /** True when the answer is a redirect, of which nothing can be read: neither status nor address. */
  redirected?: boolean;
}

/**
 * Sends a request and resolves with the reply; a host page, a story or a test may supply its own. Rejects with a
 * `TransportError` when no answer could be read, and with the signal's reason when it was aborted.
 */
export type Transport = (request: TransportRequest, signal: AbortSignal) => Promise<TransportReply>;

/** Thrown when no answer could be read. `kind` selects the displayed text, `cause` is for the console. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  constructor(
    readonly kind: 'offline' | 'timeout' | 'network' | 'too-large',
    options?: ErrorOptions,
    /** True when the request may have left this device; false when the device was offline before it began. */
    readonly sent = true,
  ) {
    super(kind, options);
  }
}

/** Checks whether a request failed because the device has no connection. */
export function isOffline(error: unknown): boolean {
  return error instanceof TransportError && error.kind === 'offline';
}

/** Timeout of the whole exchange in milliseconds, reading the body included. */
export const TIMEOUT_MS = 15_000;
/** Maximum body size for `keepalive`: browsers refuse to keep more than 64 KiB alive during navigation. */
const KEEPALIVE_LIMIT = 60 * 1024;

/** Bounds what is waited for between the press of a button and an end: a script that never loads counts as one that failed. */
export function inTime<T>(work: Promise<T>): Promise<T> {
  return within(TIMEOUT_MS, new AbortController().signal, () => work);
}

/**
 * Limits the time of `work`, whatever it does: a page may have replaced `fetch` by one that ignores its signal.
 * Rejects with a `TransportError` (`timeout`), or with the reason of `signal`; any later result of `work` is
 * ignored.
 * @param work receives a signal that is aborted when time is up
 */
export async function within<T>(
  milliseconds: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const timeout = AbortSignal.timeout(milliseconds);
  const stop = new AbortController();
  let giveUp!: () => void;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => {
      reject(
        signal.aborted
          ? (signal.reason as Error)
          : new TransportError('timeout', { cause: timeout.reason as Error }),
      );
      stop.abort();
    };
  });
  signal.addEventListener('abort', giveUp);
  timeout.addEventListener('abort', giveUp);
  try {
    return await Promise.race([givenUp, work(stop.signal)]);
  } finally {
    signal.removeEventListener('abort', giveUp);
    timeout.removeEventListener('abort', giveUp);
  }
}

/**
 * Sends a request: the only code that touches the network. No cookies, no referrer, no added request header that a
 * server would have to allow; redirects are errors, since a login page is not an answer.
 */
export const send: Transport = (request, signal) =>
  sendWithin(request.timeoutMs ?? TIMEOUT_MS, request, signal);

/** Like `send`, with a custom timeout of the whole exchange, in ms. */
export async function sendWithin(
  milliseconds: number,
  request: TransportRequest,
  signal: AbortSignal,
): Promise<TransportReply> {
  const wasOffline = globalThis.navigator?.onLine === false;
  try {
    return await within(milliseconds, signal, (stop) => exchange(request, stop));
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof TransportError) throw cause;
    const isOffline = globalThis.navigator?.onLine === false;
    throw new TransportError(isOffline ? 'offline' : 'network', { cause }, !wasOffline);
  }
}

async function exchange(request: TransportRequest, signal: AbortSignal): Promise<TransportReply> {
  const { method, body, mode, headers } = request;
  const response = await fetch(request.url, {
    method,
    ...(body !== undefined && bodyOf(body)),
    ...((headers || typeof body === 'string') && {
      headers: {
        ...headers,
        ...(typeof body === 'string' && { 'content-type': request.contentType ?? 'application/json' }),
      },
    }),
    ...(mode && { mode }),
    credentials: 'omit',
    referrerPolicy: request.referrer ?? 'no-referrer',
    // Without CORS, a browser either follows redirects or sends nothing at all (Fetch standard, HTTP-redirect
    // fetch).
    redirect: mode === 'no-cors' ? 'follow' : (request.redirect ?? 'error'),
    cache: method === 'GET' ? 'no-cache' : 'no-store',
    signal,
  });
  // On the page's own origin, the redirect of a blind request is visible; the signature may then be lost.
  if (mode === 'no-cors' && response.redirected) throw new TransportError('network');
  const { type } = response;
  if (type === 'opaque' || type === 'opaqueredirect')
    return {
      status: 0,
      contentType: '',
      retryAfter: null,
      bytes: new Uint8Array(),
      [type === 'opaque' ? 'opaque' : 'redirected']: true,
    };
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    retryAfter: response.headers.get('retry-after'),
    headers: Object.fromEntries(response.headers),
    bytes: await readUpTo(response, request.maxBytes, signal),
  };
}

function bodyOf(body: NonNullable<TransportRequest['body']>): Pick<RequestInit, 'body' | 'keepalive'> {
  if (typeof body === 'string')
    return { body, keepalive: new TextEncoder().encode(body).length <= KEEPALIVE_LIMIT };
  const form = new FormData();
  let length = 0;
  for (const [name, value] of body) {
    form.append(name, value);
    // A boundary and a header precede each part.
    length += new TextEncoder().encode(name + value).length + 200;
  }
  return { body: form, keepalive: length <= KEEPALIVE_LIMIT };
}

async function readUpTo(response: Response, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  // A `fetch` that ignores its signal would keep the connection open for ever.
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
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
