/** A request as plain data. Reads carry no body; signing carries one that was encoded once for all its retries. */
export interface TransportRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  url: string;
  /** Text, or the parts of a `multipart/form-data`. */
  body?: string | readonly (readonly [name: string, value: string])[];
  /** Of a body that is text; JSON where it is absent. */
  contentType?: string;
  headers?: Readonly<Record<string, string>>;
  /** `no-cors`: the answer cannot be read. */
  mode?: 'cors' | 'no-cors';
  /** `manual`: a redirect is an answer of its own, `redirected`; otherwise it is an error. */
  redirect?: 'manual';
  /** The page's origin is sent as referrer; otherwise none is. */
  referrer?: 'origin';
  /** For the whole exchange, in ms, in place of the usual 15,000. */
  timeoutMs?: number;
  /** Stop reading after this many bytes. */
  maxBytes: number;
}

/** What came back. The body is bytes: `decode.ts` decides what they mean, whatever the content type says. */
export interface TransportReply {
  status: number;
  contentType: string;
  retryAfter: string | null;
  bytes: Uint8Array;
  /** All headers the page may read, names in lower case. */
  headers?: Readonly<Record<string, string>>;
  /** It was sent, and came through; nothing of the answer can be read. */
  opaque?: boolean;
  /** The answer is a redirect, of which nothing can be read: neither status nor address. */
  redirected?: boolean;
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
    /** Whether the request may have left this device: not when it was offline before it began. */
    readonly sent = true,
  ) {
    super(kind, options);
  }
}

/** Whether a request failed because the device has no connection. */
export function isOffline(error: unknown): boolean {
  return error instanceof TransportError && error.kind === 'offline';
}

/** Milliseconds for a whole exchange, the reading of the body included. */
export const TIMEOUT_MS = 15_000;
/** Browsers refuse to keep more than 64 KiB alive over a navigation. */
const KEEPALIVE_LIMIT = 60 * 1024;

/** Bounds what is waited for between the press of a button and an end: a script that never loads counts as one that failed. */
export function inTime<T>(work: Promise<T>): Promise<T> {
  return within(TIMEOUT_MS, new AbortController().signal, () => work);
}

/**
 * Bounds `work` in time, whatever it does: a page may have replaced `fetch` by one that ignores its signal. Rejects with
 * a `TransportError` (`timeout`), or with the reason of `signal`; what `work` comes to later is dropped.
 * @param work gets a signal that is aborted when it is given up
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
 * The one place that touches the network. No cookies, no referrer, no request header that a server would have to
 * allow; redirects are errors, since a login page is not an answer.
 */
export const send: Transport = (request, signal) =>
  sendWithin(request.timeoutMs ?? TIMEOUT_MS, request, signal);

/** `send` with a time limit of one's own, in ms, for the whole exchange. */
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
    // Without CORS a browser follows redirects or sends nothing at all (Fetch standard, HTTP-redirect fetch).
    redirect: mode === 'no-cors' ? 'follow' : (request.redirect ?? 'error'),
    cache: method === 'GET' ? 'no-cache' : 'no-store',
    signal,
  });
  // On the page's own origin it can be seen that a blind request was redirected, and then it may be lost.
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
    // A boundary and a header stand before each part.
    length += new TextEncoder().encode(name + value).length + 200;
  }
  return { body: form, keepalive: length <= KEEPALIVE_LIMIT };
}

async function readUpTo(response: Response, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  // A `fetch` that ignores its signal would hold the connection for ever.
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
