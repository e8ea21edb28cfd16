import type { PublicFile } from '../petition/public-file.js';
import { EXPOSED_HEADERS } from './cors.js';
import type { BoxOfficeContext } from './dependencies.js';

/** Headers of responses that pages of all origins may read. */
export const READ_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED_HEADERS,
};
/** Policy for an SVG opened by its own address: as a page of ours it may draw, and nothing else. */
const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Responds with a public file, whose type browsers must not guess. */
export function respondFile(c: BoxOfficeContext, { bytes, type, etag }: PublicFile): Response {
  const policy = type === 'image/svg+xml' ? { 'Content-Security-Policy': SVG_POLICY } : {};
  return respondCached(c, bytes, type, etag, { 'X-Content-Type-Options': 'nosniff', ...policy });
}

/** Responds with public data that caches may keep for five seconds, or with 304. */
export function respondCached(
  c: BoxOfficeContext,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  etag: string,
  moreHeaders: Record<string, string> = {},
): Response {
  const headers = { ...READ_HEADERS, 'Cache-Control': 'public, max-age=5', ETag: etag };
  if (matchesEtag(c, etag)) return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, 'Content-Type': type, ...moreHeaders });
}

/** Responds with a file of the page beside the API, revalidated each time, so that a change shows at once. */
export function respondPage(c: BoxOfficeContext, { bytes, type, etag }: PublicFile): Response {
  const headers = { ...READ_HEADERS, 'Cache-Control': 'no-cache', ETag: etag };
  if (matchesEtag(c, etag)) return c.body(null, 304, headers);
  return c.body(bytes, 200, { ...headers, 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
}

/** Matches If-None-Match (RFC 9110), a list, weakly, because a proxy that compresses makes a strong tag weak. */
function matchesEtag(c: BoxOfficeContext, etag: string): boolean {
  const header = c.req.header('if-none-match');
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
