import type { PublicFile } from '../petition/public-file.js';
import { EXPOSED_HEADERS } from './cors.js';
import type { BoxOfficeContext } from './dependencies.js';

/** Headers of every answer that pages of all origins may read. */
export const READ_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED_HEADERS,
};
/** An SVG opened by its own address is a page of ours: it may draw, and nothing else. */
const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function respondFile(c: BoxOfficeContext, { bytes, type, etag }: PublicFile): Response {
  const policy = type === 'image/svg+xml' ? { 'Content-Security-Policy': SVG_POLICY } : {};
  return respondCached(c, bytes, type, etag, { 'X-Content-Type-Options': 'nosniff', ...policy });
}

/** Something everybody may read and keep for a moment. */
export function respondCached(
  c: BoxOfficeContext,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  etag: string,
  more: Record<string, string> = {},
): Response {
  const headers = { ...READ_HEADERS, 'Cache-Control': 'public, max-age=5', ETag: etag };
  if (matchesEtag(c, etag)) return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, 'Content-Type': type, ...more });
}

/** A file of the page that is served beside the API: asked for anew each time, so that a change is seen at once. */
export function respondPage(c: BoxOfficeContext, { bytes, type, etag }: PublicFile): Response {
  const headers = { ...READ_HEADERS, 'Cache-Control': 'no-cache', ETag: etag };
  if (matchesEtag(c, etag)) return c.body(null, 304, headers);
  return c.body(bytes, 200, { ...headers, 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
}

/** RFC 9110, If-None-Match: a list, compared weakly, because a proxy that compresses makes a strong tag weak. */
function matchesEtag(c: BoxOfficeContext, etag: string): boolean {
  const header = c.req.header('if-none-match');
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
