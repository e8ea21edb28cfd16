import { createHash, timingSafeEqual } from 'node:crypto';
import { statusAt } from '../petition/days.js';
import type { Publication } from '../publication/publication.js';
import type { CommitResult } from '../signing/signing-queue.js';
import { validateSignature } from '../signing/validate-signature.js';
import { withdraw } from '../signing/withdraw.js';
import type { StoredResponse } from '../store/store.js';
import type { AppDependencies, BoxOfficeContext } from './dependencies.js';
import { busyResponse, problemResponse } from './problem-response.js';
import {
  isPlainJson,
  parseJsonObject,
  readBody,
  refusalByHeaders,
  type BodyRefusal,
} from './request-body.js';

/** Request that passed the checks of every POST, or the refusal of the first failed check. */
type CheckedPost =
  | { refusal: Response }
  | { refusal: null; publication: Publication; bytes: Uint8Array; body: Record<string, unknown> };

/** Key of 22 characters base64url: 16 random bytes. */
const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{22}$/;

/**
 * `POST /petitions/{id}/signatures`. The order of the checks is part of the protocol: a stored response is replayed
 * even when the petition has closed since, and a sender of invalid answers never learns whether a seat is free.
 */
export async function postSignature(
  c: BoxOfficeContext,
  dependencies: AppDependencies,
  originAllowed: boolean,
): Promise<Response> {
  const post = await checkPost(c, dependencies, originAllowed);
  if (post.refusal) return post.refusal;
  const { publication, bytes, body } = post;
  const { petition } = publication;

  const key = readIdempotencyKey(c, body);
  if (key.refusal) return problemResponse(key.refusal);
  const bodyHash = createHash('sha256').update(bytes).digest();
  const earlier = dependencies.store.findResponse(petition.id, key.key);
  if (earlier) return replayResponse(c, earlier, bodyHash);
  if (dependencies.signingQueue.isInProgress(petition.id, key.key)) return problemResponse('in-progress');

  if (statusAt(petition.document, dependencies.clock()) !== 'open') return problemResponse('not-open');

  // A petition that promises sealing stores nothing that the box office could read.
  if (petition.document.sealing && !Object.hasOwn(body, 'sealed')) return problemResponse('sealed-only');
  if (Object.hasOwn(body, 'sealed')) return problemResponse('sealed-unsupported');
  const { request, errors } = validateSignature(petition, { ...body, idempotencyKey: key.key });
  if (request === null) return problemResponse('invalid', { errors });

  const wait = dependencies.signatureRate?.secondsToWait(clientAddress(c)) ?? 0;
  if (wait > 0) return problemResponse('rate-limited', { retryAfter: wait });
  dependencies.signatureRate?.countRequest(clientAddress(c));

  return commitResponse(c, await dependencies.signingQueue.sign({ publication, request, bodyHash }));
}

/**
 * `POST /petitions/{id}/withdrawals`, also when the petition is closed. A client that guesses codes is limited even
 * when its next code would be right; otherwise guessing would pay.
 */
export async function postWithdrawal(
  c: BoxOfficeContext,
  dependencies: AppDependencies,
  originAllowed: boolean,
): Promise<Response> {
  const post = await checkPost(c, dependencies, originAllowed);
  if (post.refusal) return post.refusal;
  const { publication, body } = post;
  const { receipt, code, ...unknown } = body;
  if (typeof receipt !== 'string' || typeof code !== 'string' || Object.keys(unknown).length > 0) {
    return problemResponse('invalid', { errors: withdrawalErrors(body) });
  }
  const wait = dependencies.wrongCodeRate.secondsToWait(clientAddress(c));
  if (wait > 0) return problemResponse('rate-limited', { retryAfter: wait });
  if (withdraw(publication, dependencies.store, receipt, code))
    return c.body(null, 204, { 'Cache-Control': 'no-store' });
  dependencies.wrongCodeRate.countRequest(clientAddress(c));
  return problemResponse('not-found');
}

/** Checks petition, origin, size, type and JSON, in this order. */
async function checkPost(
  c: BoxOfficeContext,
  dependencies: AppDependencies,
  originAllowed: boolean,
): Promise<CheckedPost> {
  const id = c.req.param('id') ?? '';
  if (!dependencies.publications.has(id)) return { refusal: problemResponse('unknown-petition') };
  if (!originAllowed) return { refusal: problemResponse('origin') };
  const { headers } = c.req.raw;
  const refused = refusalByHeaders(headers);
  if (refused) return { refusal: bodyProblemResponse(refused) };
  sendContinue(c);
  const bytes = await readBody(c.req.raw);
  if (bytes === null) return { refusal: bodyProblemResponse('too-large') };
  if (!isPlainJson(headers)) return { refusal: bodyProblemResponse('not-json') };
  const body = parseJsonObject(bytes);
  if (body === null) return { refusal: problemResponse('malformed') };
  // Read after the body has arrived: the document may have changed meanwhile, and one publication must validate and
  // store.
  return { refusal: null, publication: dependencies.publications.get(id)!, bytes, body };
}

/** Answers `Expect: 100-continue`, which HTTP/1.0 does not know; Node has refused every other expectation. */
function sendContinue({ req, env }: BoxOfficeContext): void {
  const isAwaited = req.header('expect') !== undefined && env?.incoming?.httpVersion === '1.1';
  if (isAwaited) env.outgoing?.writeContinue();
}

function bodyProblemResponse(code: BodyRefusal): Response {
  // RFC 9110, section 15.5.16: names the accepted types.
  return problemResponse(
    code,
    {},
    code === 'not-json' ? { Accept: 'application/json', 'Accept-Encoding': 'identity' } : {},
  );
}

/** Reads the key from the body, from the header, or from both where they are equal. */
function readIdempotencyKey(
  c: BoxOfficeContext,
  { idempotencyKey }: Record<string, unknown>,
): { refusal: 'key-missing' | 'key-mismatch' | 'malformed' } | { refusal: null; key: string } {
  const header = c.req
    .header('idempotency-key')
    ?.trim()
    .replace(/^"(.*)"$/, '$1');
  const key = idempotencyKey ?? header;
  if (key === undefined || key === null) return { refusal: 'key-missing' };
  if (header !== undefined && header !== key) return { refusal: 'key-mismatch' };
  return typeof key === 'string' && IDEMPOTENCY_KEY.test(key)
    ? { refusal: null, key }
    : { refusal: 'malformed' };
}

/**
 * Replays the response to the same request; refuses another request under the same key, and one whose signature was
 * withdrawn.
 */
function replayResponse(
  c: BoxOfficeContext,
  { bodyHash: stored, response }: StoredResponse,
  bodyHash: Uint8Array,
): Response {
  const isSame = stored !== null && response !== null && timingSafeEqual(stored, bodyHash);
  return isSame ? createdResponse(c, response) : problemResponse('key-reused');
}

function commitResponse(c: BoxOfficeContext, result: CommitResult): Response {
  switch (result.result) {
    case 'signed':
      return createdResponse(c, result.response);
    case 'seat-taken':
    case 'seat-kept':
      return problemResponse(result.result, { seat: result.seat, near: result.near });
    case 'in-progress':
      return problemResponse('in-progress');
    case 'busy':
      return busyResponse();
  }
}

function createdResponse(c: BoxOfficeContext, body: string): Response {
  return c.body(body, 201, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
}

function withdrawalErrors(
  body: Record<string, unknown>,
): { pointer: string; code: 'required' | 'format' | 'unknown' }[] {
  const known = ['receipt', 'code'];
  return [
    ...known
      .filter((name) => typeof body[name] !== 'string')
      .map((name) => ({
        pointer: `#/${name}`,
        code: body[name] === undefined ? ('required' as const) : ('format' as const),
      })),
    ...Object.keys(body)
      .filter((name) => !known.includes(name))
      .map((name) => ({ pointer: `#/${name}`, code: 'unknown' as const })),
  ];
}

function clientAddress(c: BoxOfficeContext): string {
  return c.env?.incoming?.socket.remoteAddress ?? '';
}
