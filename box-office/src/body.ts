/** A signature with a long comment in any script fits; the campaign's whole text would not. */
export const BODY_LIMIT = 16 * 1024;

/**
 * Reads the body of a request, but never more than the limit, whatever it says about its length.
 * @returns null when it is longer
 */
export async function readBody(request: Request): Promise<Uint8Array | null> {
  const announced = request.headers.get('content-length');
  if (announced !== null) {
    // HTTP lets no body be longer than it was announced.
    return Number(announced) > BODY_LIMIT ? null : new Uint8Array(await request.arrayBuffer());
  }
  if (request.body === null) return new Uint8Array();
  // Not `for await`: leaving it early would cut the connection before the refusal is written.
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    length += value.length;
    if (length > BODY_LIMIT) return null;
    chunks.push(value);
  }
}

export function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType?.trim() ?? '');
}

/** The JSON object in these bytes, or null when they are anything else. */
export function parseObject(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
