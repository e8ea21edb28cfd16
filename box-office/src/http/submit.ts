import { createHash, timingSafeEqual } from 'node:crypto';
import { statusAt } from '../petition/days.js';
import type { Publication } from '../publication/publish.js';
import { judgeRequest } from '../signing/judge.js';
import type { SigningResult } from '../signing/sign.js';
import { withdraw } from '../signing/withdraw.js';
import type { StoredAnswer } from '../store/store.js';
import { isPlainJson, parseObject, readBody, refuseByHeaders, type BodyRefusal } from './body.js';
import type { AppParts, BoxOfficeContext } from './parts.js';
import { busy, problem } from './problems.js';

/** A request that passed the checks every POST has, or the refusal of the first it did not pass. */
type Submission =
  | { refusal: Response }
  | { refusal: null; publication: Publication; bytes: Uint8Array; body: Record<string, unknown> };

/** 22 characters base64url = 16 random bytes. */
const KEY = /^[A-Za-z0-9_-]{22}$/;

/**
 * `POST /petitions/{id}/signatures`. The order of the checks is part of the protocol: a stored answer is given back
 * even when the petition has closed since, and who sends something invalid never learns whether a seat is free.
 */
export async function postSignature(
  c: BoxOfficeContext,
  parts: AppParts,
  originAllowed: boolean,
): Promise<Response> {
  const submission = await readSubmission(c, parts, originAllowed);
  if (submission.refusal) return submission.refusal;
  const { publication, bytes, body } = submission;
  const { petition } = publication;

  const key = readKey(c, body);
  if (key.refusal) return problem(key.refusal);
  const bodyHash = createHash('sha256').update(bytes).digest();
  const earlier = parts.store.findAnswer(petition.id, key.key);
  if (earlier) return repeat(c, earlier, bodyHash);
  if (parts.signer.isInProgress(petition.id, key.key)) return problem('in-progress');

  if (statusAt(petition.document, parts.clock()) !== 'open') return problem('not-open');

  // Nothing that the box office could read is stored where the petition promises that it cannot.
  if (petition.document.sealing && !Object.hasOwn(body, 'sealed')) return problem('sealed-only');
  if (Object.hasOwn(body, 'sealed')) return problem('sealed-unsupported');
  const { request, errors } = judgeRequest(petition, { ...body, idempotencyKey: key.key });
  if (request === null) return problem('invalid', { errors });

  const wait = parts.signatureRate?.secondsToWait(addressOf(c)) ?? 0;
  if (wait > 0) return problem('rate-limited', { retryAfter: wait });
  parts.signatureRate?.count(addressOf(c));

  return signingResponse(c, await parts.signer.sign({ publication, request, bodyHash }));
}

/**
 * `POST /petitions/{id}/withdrawals`. Possible as long as the petition is served, also when it is closed. Who tries
 * codes is stopped, also when the next one would be right; otherwise trying would pay.
 */
export async function postWithdrawal(
  c: BoxOfficeContext,
  parts: AppParts,
  originAllowed: boolean,
): Promise<Response> {
  const submission = await readSubmission(c, parts, originAllowed);
  if (submission.refusal) return submission.refusal;
  const { publication, body } = submission;
  const { receipt, code, ...unknown } = body;
  if (typeof receipt !== 'string' || typeof code !== 'string' || Object.keys(unknown).length > 0) {
    return problem('invalid', { errors: withdrawalErrors(body) });
  }
  const wait = parts.wrongCodeRate.secondsToWait(addressOf(c));
  if (wait > 0) return problem('rate-limited', { retryAfter: wait });
  if (withdraw(publication, parts.store, receipt, code))
    return c.body(null, 204, { 'Cache-Control': 'no-store' });
  parts.wrongCodeRate.count(addressOf(c));
  return problem('not-found');
}

/** Petition known, origin, size, type, JSON: in this order. */
async function readSubmission(
  c: BoxOfficeContext,
  parts: AppParts,
  originAllowed: boolean,
): Promise<Submission> {
  const id = c.req.param('id') ?? '';
  if (!parts.publications.has(id)) return { refusal: problem('unknown-petition') };
  if (!originAllowed) return { refusal: problem('origin') };
  const { headers } = c.req.raw;
  const refused = refuseByHeaders(headers);
  if (refused) return { refusal: bodyProblem(refused) };
  askForBody(c);
  const bytes = await readBody(c.req.raw);
  if (bytes === null) return { refusal: bodyProblem('too-large') };
  if (!isPlainJson(headers)) return { refusal: bodyProblem('not-json') };
  const body = parseObject(bytes);
  if (body === null) return { refusal: problem('malformed') };
  // Not before the body has come: the document may have changed meanwhile, and one and the same judges and stores.
  return { refusal: null, publication: parts.publications.get(id)!, bytes, body };
}

/** Answers `Expect: 100-continue`, which HTTP/1.0 does not know; Node has refused every other expectation. */
function askForBody({ req, env }: BoxOfficeContext): void {
  const isAwaited = req.header('expect') !== undefined && env?.incoming?.httpVersion === '1.1';
  if (isAwaited) env.outgoing?.writeContinue();
}

function bodyProblem(code: BodyRefusal): Response {
  // RFC 9110, section 15.5.16: says what would have been taken.
  return problem(
    code,
    {},
    code === 'not-json' ? { Accept: 'application/json', 'Accept-Encoding': 'identity' } : {},
  );
}

/** The key stands in the body, in the header, or in both alike. */
function readKey(
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
  return typeof key === 'string' && KEY.test(key) ? { refusal: null, key } : { refusal: 'malformed' };
}

/** The same request gets the same answer; another one under the same key, or one whose signature was withdrawn, none. */
function repeat(
  c: BoxOfficeContext,
  { bodyHash: stored, answer }: StoredAnswer,
  bodyHash: Uint8Array,
): Response {
  const same = stored !== null && answer !== null && timingSafeEqual(stored, bodyHash);
  return same ? created(c, answer) : problem('key-reused');
}

function signingResponse(c: BoxOfficeContext, result: SigningResult): Response {
  switch (result.result) {
    case 'signed':
      return created(c, result.answer);
    case 'seat-taken':
    case 'seat-kept':
      return problem(result.result, { seat: result.seat, near: result.near });
    case 'in-progress':
      return problem('in-progress');
    case 'busy':
      return busy();
  }
}

function created(c: BoxOfficeContext, answer: string): Response {
  return c.body(answer, 201, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
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

function addressOf(c: BoxOfficeContext): string {
  return c.env?.incoming?.socket.remoteAddress ?? '';
}
