import { MAX_FIELD_PROBLEMS, type FieldProblem } from 'grandstand/model';

/** Every refusal: its status and its title. Clients read the code (docs/protocol.md). */
const REFUSALS = {
  malformed: [400, 'The request cannot be read'],
  'key-missing': [400, 'An idempotency key is needed'],
  'key-mismatch': [400, 'The idempotency keys in body and header differ'],
  'not-open': [403, 'This petition takes no signatures now'],
  'sealed-only': [403, 'This petition takes sealed signatures only'],
  origin: [403, 'Pages of this origin may not sign here'],
  'unknown-petition': [404, 'There is no such petition'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'This method is not possible here'],
  'seat-taken': [409, 'The seat is taken'],
  'seat-kept': [409, 'The seat is kept'],
  'in-progress': [409, 'A request with this idempotency key is in progress'],
  'too-large': [413, 'The request is too large'],
  'not-json': [415, 'The request must be application/json'],
  invalid: [422, 'There is a problem with some answers'],
  'key-reused': [422, 'This idempotency key was used for another request'],
  'sealed-unsupported': [422, 'This box office does not take sealed signatures'],
  'rate-limited': [429, 'Too many requests'],
  internal: [500, 'Something went wrong here'],
  busy: [503, 'The box office is busy'],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalCode = keyof typeof REFUSALS;

/** What some refusals say besides. Never a value that was sent, except the seat. */
export interface RefusalFacts {
  errors?: readonly FieldProblem[];
  seat?: number;
  near?: readonly number[];
  retryAfter?: number;
}

/** Seconds after which a client should ask a busy box office again. */
export const BUSY_SECONDS = 30;

/** A refusal as `application/problem+json` (RFC 9457). `retryAfter` is also sent as the header. */
export function problem(
  code: RefusalCode,
  facts: RefusalFacts = {},
  headers: Record<string, string> = {},
): Response {
  const [status, title] = REFUSALS[code];
  const shown = facts.errors ? { ...facts, errors: facts.errors.slice(0, MAX_FIELD_PROBLEMS) } : facts;
  return new Response(JSON.stringify({ type: `/problems/${code}`, title, status, code, ...shown }), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(facts.retryAfter === undefined ? {} : { 'Retry-After': String(facts.retryAfter) }),
      ...headers,
    },
  });
}

export function busy(): Response {
  return problem('busy', { retryAfter: BUSY_SECONDS });
}
