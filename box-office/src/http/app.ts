import { OCCUPANCY_TYPE } from 'grandstand/venue';
import { Hono } from 'hono';
import type { PublicFile } from '../petition/public-file.js';
import type { Publication } from '../publication/publish.js';
import { isPassing } from '../store/sqlite.js';
import { corsHeaders, EXPOSED_HEADERS, isOriginAllowed, preflightHeaders } from './cors.js';
import type { AppParts, BoxOfficeContext, BoxOfficeEnv } from './parts.js';
import { busy, problem } from './problems.js';
import { postSignature, postWithdrawal } from './submit.js';

type Read = (c: BoxOfficeContext) => Response | Promise<Response>;
type Write = (c: BoxOfficeContext, parts: AppParts, originAllowed: boolean) => Promise<Response>;

const READ_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED_HEADERS,
};
/** An SVG opened by its own address is a page of ours: it may draw, and nothing else. */
const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The routes of docs/protocol.md. */
export function createApp(parts: AppParts): Hono<BoxOfficeEnv> {
  const app = new Hono<BoxOfficeEnv>();

  function read(path: string, handler: Read): void {
    app.get(path, handler);
    app.options(path, (c) => c.body(null, 204, { ...READ_HEADERS, Allow: 'GET, HEAD, OPTIONS' }));
    app.all(path, () => problem('method-not-allowed', {}, { ...READ_HEADERS, Allow: 'GET, HEAD, OPTIONS' }));
  }

  function write(path: string, handler: Write): void {
    app.post(path, (c) => withCors(c, parts, (allowed) => handler(c, parts, allowed)));
    app.options(path, (c) => withCors(c, parts, (allowed) => preflight(c, allowed)));
    app.all(path, () => problem('method-not-allowed', {}, { Allow: 'POST, OPTIONS' }));
  }

  function ofPetition(handler: (c: BoxOfficeContext, publication: Publication) => Response): Read {
    return (c) => {
      const publication = parts.publications.get(c.req.param('id') ?? '');
      return publication ? handler(c, publication) : problem('unknown-petition', {}, READ_HEADERS);
    };
  }

  read('/healthz', (c) => c.text('ok\n', 200, { 'Cache-Control': 'no-store' }));
  read('/readyz', (c) => (isReady(parts) ? c.text('ok\n', 200, { 'Cache-Control': 'no-store' }) : busy()));

  read(
    '/petitions/:id',
    ofPetition((c, publication) => give(c, publication.count, 'application/json', publication.etag)),
  );
  read('/petitions/:id/seats', ofPetition(seats));
  read(
    '/petitions/:id/campaign',
    ofPetition((c, { campaign }) => giveFile(c, campaign)),
  );
  write('/petitions/:id/signatures', postSignature);
  write('/petitions/:id/withdrawals', postWithdrawal);
  read('/petitions/:id/:image{.+}', ofPetition(image));

  app.notFound(async (c) => {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    const file = isRead ? await parts.page(c.req.path) : null;
    return file ? givePage(c, file) : problem('not-found', {}, READ_HEADERS);
  });
  app.onError((error, c) => faultResponse(c, parts, error));
  return app;
}

function seats(c: BoxOfficeContext, publication: Publication): Response {
  const since = c.req.query('since') ?? '';
  const bytes = publication.seats(/^\d{1,10}$/.test(since) ? Number(since) : null);
  return bytes ? give(c, bytes, OCCUPANCY_TYPE, publication.etag) : problem('not-found', {}, READ_HEADERS);
}

function image(c: BoxOfficeContext, { petition }: Publication): Response {
  const file = petition.images.get(c.req.param('image') ?? '');
  return file ? giveFile(c, file) : problem('not-found', {}, READ_HEADERS);
}

function giveFile(c: BoxOfficeContext, { bytes, type, etag }: PublicFile): Response {
  const policy = type === 'image/svg+xml' ? { 'Content-Security-Policy': SVG_POLICY } : {};
  return give(c, bytes, type, etag, { 'X-Content-Type-Options': 'nosniff', ...policy });
}

/** Something everybody may read and keep for a moment. */
function give(
  c: BoxOfficeContext,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  etag: string,
  more: Record<string, string> = {},
): Response {
  const headers = { ...READ_HEADERS, 'Cache-Control': 'public, max-age=5', ETag: etag };
  if (isKnown(c, etag)) return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, 'Content-Type': type, ...more });
}

/** A file of the page that is served beside the API: asked for anew each time, so that a change is seen at once. */
function givePage(c: BoxOfficeContext, { bytes, type, etag }: PublicFile): Response {
  const headers = { ...READ_HEADERS, 'Cache-Control': 'no-cache', ETag: etag };
  if (isKnown(c, etag)) return c.body(null, 304, headers);
  return c.body(bytes, 200, { ...headers, 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
}

/** RFC 9110, If-None-Match: a list, compared weakly, because a proxy that compresses makes a strong tag weak. */
function isKnown(c: BoxOfficeContext, etag: string): boolean {
  const known = c.req.header('if-none-match');
  if (known === undefined) return false;
  return known.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

async function withCors(
  c: BoxOfficeContext,
  parts: AppParts,
  handler: (originAllowed: boolean) => Response | Promise<Response>,
): Promise<Response> {
  const origin = c.req.header('origin');
  const allowed = isOriginAllowed(origin, c.req.header('host'), parts.allowedOrigins);
  if (!allowed && origin !== undefined) parts.onRefusedOrigin(origin);
  let response: Response;
  try {
    response = await handler(allowed);
  } catch (error) {
    response = faultResponse(c, parts, error);
  }
  for (const [name, value] of Object.entries(corsHeaders(origin, allowed))) response.headers.set(name, value);
  return response;
}

function preflight(c: BoxOfficeContext, originAllowed: boolean): Response {
  return originAllowed ? c.body(null, 204, preflightHeaders()) : problem('origin');
}

/** A store that cannot write just now is busy; a sender who went away needs no answer; the rest is our mistake. */
function faultResponse(c: BoxOfficeContext, parts: AppParts, error: unknown): Response {
  const incoming = c.env?.incoming;
  // Node also destroys a request that it has read to its end.
  if (incoming?.destroyed && !incoming.complete) return problem('malformed');
  parts.onFault(error);
  return isPassing(error) ? busy() : problem('internal');
}

function isReady({ isReady, store }: AppParts): boolean {
  if (!isReady()) return false;
  try {
    store.probe();
    return true;
  } catch {
    return false;
  }
}
