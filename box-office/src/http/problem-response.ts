import { MAX_FIELD_PROBLEMS, type FieldProblem } from 'grandstand/model';

/** Statuses and titles of all refusals. Clients read the code (docs/protocol.md). */
const PROBLEMS = {
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

export type ProblemCode = keyof typeof PROBLEMS;

/** Additional members of some refusals. They never contain a value that was sent, except the seat. */
export interface ProblemDetails {
  errors?: readonly FieldProblem[];
  seat?: number;
  near?: readonly number[];
  retryAfter?: number;
}

/** Seconds after which a client should retry a busy box office. */
export const BUSY_RETRY_SECONDS = 30;

/** Creates a refusal as `application/problem+json` (RFC 9457). `retryAfter` is also sent as the header. */
export function problemResponse(
  code: ProblemCode,
  details: ProblemDetails = {},
  headers: Record<string, string> = {},
): Response {
  const [status, title] = PROBLEMS[code];
  const shown = details.errors
    ? { ...details, errors: details.errors.slice(0, MAX_FIELD_PROBLEMS) }
    : details;
  return new Response(JSON.stringify({ type: `/problems/${code}`, title, status, code, ...shown }), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(details.retryAfter === undefined ? {} : { 'Retry-After': String(details.retryAfter) }),
      ...headers,
    },
  });
}

export function busyResponse(): Response {
  return problemResponse('busy', { retryAfter: BUSY_RETRY_SECONDS });
}
