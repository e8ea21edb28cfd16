/** Maximum of bytes: enough for a long comment in any script, too little for the campaign's whole text. */
export const MAX_BODY_BYTES = 16 * 1024;

/** Reason for refusing a body. */
export type BodyRefusal = 'too-large' | 'not-json';

/**
 * Refuses a body by the headers of its request, before it is sent. The type of a body without a length is checked after
 * reading, because its size is checked first.
 */
export function refusalByHeaders(headers: Headers): BodyRefusal | null {
  const contentLength = headers.get('content-length');
  if (contentLength === null) return null;
  if (Number(contentLength) > MAX_BODY_BYTES) return 'too-large';
  return isPlainJson(headers) ? null : 'not-json';
}

/**
 * Reads the body of a request up to the limit, whatever length it announces.
 * @returns null when it is longer
 */
export async function readBody(request: Request): Promise<Uint8Array | null> {
  // HTTP lets no body be longer than announced, and `refusalByHeaders` has checked that.
  if (request.headers.has('content-length')) return new Uint8Array(await request.arrayBuffer());
  if (request.body === null) return new Uint8Array();
  // Leaving a `for await` early would cut the connection before the refusal is written.
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    length += value.length;
    if (length > MAX_BODY_BYTES) return null;
    chunks.push(value);
  }
}

/** Accepts JSON without compression: a few bytes can unpack to any size. */
export function isPlainJson(headers: Headers): boolean {
  const encoding = headers.get('content-encoding') ?? 'identity';
  return isJson(headers.get('content-type')) && encoding.trim().toLowerCase() === 'identity';
}

function isJson(contentType: string | null): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType?.trim() ?? '');
}

/**
 * Parses the JSON object in these bytes; null when they are anything else. A key written twice in one object is refused
 * (RFC 7493, section 2.3): programs on the way may have read the other one. A byte order mark is ignored (RFC 8259,
 * 8.1).
 */
export function parseJsonObject(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
    return countKeys(json) === countWrittenKeys(text) ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Counts the keys of all objects in a value. Not recursive: 16 KiB hold 8,000 levels. */
function countKeys(json: object): number {
  let count = 0;
  const waiting: object[] = [json];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (!Array.isArray(value)) count += Object.keys(value).length;
    for (const inner of Object.values(value) as unknown[]) {
      if (typeof inner === 'object' && inner !== null) waiting.push(inner);
    }
  }
  return count;
}

/** Counts the keys written in a JSON text: the strings before a colon. */
function countWrittenKeys(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:?)/g)) if (colon === ':') count += 1;
  return count;
}
