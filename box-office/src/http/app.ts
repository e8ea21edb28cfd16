import { OCCUPANCY_TYPE } from 'grandstand/venue';
import { Hono } from 'hono';
import type { Publication } from '../publication/publication.js';
import { isTransient } from '../store/sqlite.js';
import { corsHeaders, isOriginAllowed, preflightHeaders } from './cors.js';
import type { AppDependencies, BoxOfficeContext, BoxOfficeEnv } from './dependencies.js';
import { postSignature, postWithdrawal } from './post-routes.js';
import { busyResponse, problemResponse } from './problem-response.js';
import { respondCached, respondFile, respondPage, READ_HEADERS } from './respond-cached.js';

type ReadHandler = (c: BoxOfficeContext) => Response | Promise<Response>;
type WriteHandler = (
  c: BoxOfficeContext,
  dependencies: AppDependencies,
  originAllowed: boolean,
) => Promise<Response>;

/** Creates the routes of docs/protocol.md. */
export function createApp(dependencies: AppDependencies): Hono<BoxOfficeEnv> {
  const app = new Hono<BoxOfficeEnv>();

  function addReadRoute(path: string, handler: ReadHandler): void {
    app.get(path, handler);
    app.options(path, (c) => c.body(null, 204, { ...READ_HEADERS, Allow: 'GET, HEAD, OPTIONS' }));
    app.all(path, () =>
      problemResponse('method-not-allowed', {}, { ...READ_HEADERS, Allow: 'GET, HEAD, OPTIONS' }),
    );
  }

  function addWriteRoute(path: string, handler: WriteHandler): void {
    app.post(path, (c) => withCors(c, dependencies, (allowed) => handler(c, dependencies, allowed)));
    app.options(path, (c) => withCors(c, dependencies, (allowed) => preflight(c, allowed)));
    app.all(path, () => problemResponse('method-not-allowed', {}, { Allow: 'POST, OPTIONS' }));
  }

  function withPublication(
    handler: (c: BoxOfficeContext, publication: Publication) => Response,
  ): ReadHandler {
    return (c) => {
      const publication = dependencies.publications.get(c.req.param('id') ?? '');
      return publication ? handler(c, publication) : problemResponse('unknown-petition', {}, READ_HEADERS);
    };
  }

  addReadRoute('/healthz', (c) => c.text('ok\n', 200, { 'Cache-Control': 'no-store' }));
  addReadRoute('/readyz', (c) =>
    isReady(dependencies) ? c.text('ok\n', 200, { 'Cache-Control': 'no-store' }) : busyResponse(),
  );

  addReadRoute(
    '/petitions/:id',
    withPublication((c, publication) =>
      respondCached(c, publication.countBody, 'application/json', publication.etag),
    ),
  );
  addReadRoute('/petitions/:id/seats', withPublication(respondSeats));
  addReadRoute(
    '/petitions/:id/campaign',
    withPublication((c, { campaignFile }) => respondFile(c, campaignFile)),
  );
  addWriteRoute('/petitions/:id/signatures', postSignature);
  addWriteRoute('/petitions/:id/withdrawals', postWithdrawal);
  addReadRoute('/petitions/:id/:image{.+}', withPublication(respondImage));

  app.notFound(async (c) => {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    const file = isRead ? await dependencies.findFile(c.req.path) : null;
    return file ? respondPage(c, file) : problemResponse('not-found', {}, READ_HEADERS);
  });
  app.onError((error, c) => errorResponse(c, dependencies, error));
  return app;
}

function respondSeats(c: BoxOfficeContext, publication: Publication): Response {
  const since = c.req.query('since') ?? '';
  const bytes = publication.occupancyBytes(/^\d{1,10}$/.test(since) ? Number(since) : null);
  return bytes
    ? respondCached(c, bytes, OCCUPANCY_TYPE, publication.etag)
    : problemResponse('not-found', {}, READ_HEADERS);
}

function respondImage(c: BoxOfficeContext, { petition }: Publication): Response {
  const file = petition.images.get(c.req.param('image') ?? '');
  return file ? respondFile(c, file) : problemResponse('not-found', {}, READ_HEADERS);
}

async function withCors(
  c: BoxOfficeContext,
  dependencies: AppDependencies,
  handler: (originAllowed: boolean) => Response | Promise<Response>,
): Promise<Response> {
  const origin = c.req.header('origin');
  const allowed = isOriginAllowed(origin, c.req.header('host'), dependencies.allowedOrigins);
  if (!allowed && origin !== undefined) dependencies.onRefusedOrigin(origin);
  let response: Response;
  try {
    response = await handler(allowed);
  } catch (error) {
    response = errorResponse(c, dependencies, error);
  }
  for (const [name, value] of Object.entries(corsHeaders(origin, allowed))) response.headers.set(name, value);
  return response;
}

function preflight(c: BoxOfficeContext, originAllowed: boolean): Response {
  return originAllowed ? c.body(null, 204, preflightHeaders()) : problemResponse('origin');
}

/**
 * Responds to an error: a store that cannot write now is busy, a client that disconnected gets no response that
 * matters, and anything else is our mistake.
 */
function errorResponse(c: BoxOfficeContext, dependencies: AppDependencies, error: unknown): Response {
  const incoming = c.env?.incoming;
  // Node also destroys a request that it has read completely.
  if (incoming?.destroyed && !incoming.complete) return problemResponse('malformed');
  dependencies.onError(error);
  return isTransient(error) ? busyResponse() : problemResponse('internal');
}

function isReady({ isReady, store }: AppDependencies): boolean {
  if (!isReady()) return false;
  try {
    store.probe();
    return true;
  } catch {
    return false;
  }
}
