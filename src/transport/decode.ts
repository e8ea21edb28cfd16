import { isMoment } from '../model/day.js';
import type { Outcome, PublishedCount } from '../model/outcome.js';
import type { FieldProblem, FieldProblemCode } from '../model/signature.js';
import type { TransportReply } from './send.js';
import { retryAfterSeconds } from './retry.js';

/** Replies to values. Total: nothing a server says makes these throw. */

const MAX_COUNT = 1e9;
const STATUSES = ['draft', 'open', 'closed', 'delivered', 'won'] as const;
const CODES: readonly FieldProblemCode[] = ['required', 'too-long', 'format', 'unknown', 'out-of-range'];

/** The body as JSON, whatever the content type; undefined when it is none. */
export function decodeJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

type Loose = Readonly<Record<string, unknown>>;

function record(value: unknown): Loose | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Loose) : null;
}

function whole(value: unknown, max = MAX_COUNT): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max ? value : null;
}

const U32 = 0xffffffff;

/** `GET /petitions/{id}`; null when it is not a count, so that the last good one stays. */
export function decodeCount(reply: TransportReply, petition: string): PublishedCount | null {
  const body = reply.status === 200 ? record(decodeJson(reply.bytes)) : null;
  if (!body || body['id'] !== petition) return null;
  const signatures = whole(body['signatures']);
  const revision = whole(body['revision'], U32);
  const status = STATUSES.find((known) => known === body['status']);
  const asOf = body['asOf'];
  if (signatures === null || revision === null || !status || !isMoment(asOf)) return null;
  const seats = record(body['seats']);
  const count: PublishedCount = { id: petition, status, signatures, revision, asOf, seats: null };
  if (!seats) return count;
  const capacity = whole(seats['capacity']);
  const taken = whole(seats['taken']);
  const standing = whole(seats['standing']);
  const { layout, venue, mode } = seats;
  if (
    capacity === null ||
    taken === null ||
    standing === null ||
    taken > capacity ||
    typeof layout !== 'string' ||
    typeof venue !== 'string'
  )
    return count;
  return {
    ...count,
    seats: { mode: mode === 'derived' ? 'derived' : 'claimed', venue, layout, capacity, taken, standing },
  };
}

/** What a reply to a signing asks for: an outcome, or the same bytes once more. */
export type SignReply =
  Outcome | { outcome: 'again'; askedSeconds: number | null; because: 'in-progress' | 'busy' | 'server' };

/**
 * The reply to `POST /petitions/{id}/signatures`. Success is 2xx + JSON content type + a body of the right shape that
 * echoes the key: a captive portal's page with status 200 is none of that.
 */
export function decodeSigning(reply: TransportReply, key: string, now: number): SignReply {
  const body = record(decodeJson(reply.bytes));
  const { status } = reply;
  if (status >= 200 && status < 300) {
    const receipt = record(body?.['receipt']);
    const state = body?.['status'];
    const revision = whole(body?.['revision'], U32);
    const id = receipt?.['id'];
    const seat = receipt?.['seat'] === null ? null : whole(receipt?.['seat']);
    const echoed = body?.['idempotencyKey'] === key && /\bjson\b/i.test(reply.contentType);
    if (
      echoed &&
      (state === 'signed' || state === 'pending') &&
      revision !== null &&
      typeof id === 'string' &&
      id !== '' &&
      (seat !== null || receipt?.['seat'] === null)
    ) {
      return { outcome: state, receipt: { id, seat }, revision };
    }
    return { outcome: 'unreachable', reason: 'unreadable' };
  }
  const code = typeof body?.['code'] === 'string' ? body['code'] : '';
  const asked = retryAfterSeconds(
    reply.retryAfter ?? (body?.['retryAfter'] as string | number | null | undefined),
    now,
  );
  if (status === 409 && code === 'in-progress')
    return { outcome: 'again', askedSeconds: asked, because: 'in-progress' };
  if (status === 429 || status === 503) return { outcome: 'again', askedSeconds: asked, because: 'busy' };
  if (code === 'seat-taken' || code === 'seat-kept') {
    const near = Array.isArray(body?.['near']) ? body['near'] : null;
    return {
      outcome: 'seat-taken',
      seat: whole(body?.['seat']) ?? -1,
      near: near && near.flatMap((seat) => whole(seat) ?? []).slice(0, 8),
      kept: code === 'seat-kept',
    };
  }
  if (status === 422 && code === 'invalid')
    return { outcome: 'invalid', errors: fieldProblems(body?.['errors']) };
  if (status === 500 || status === 502 || status === 504 || (status >= 505 && status < 600)) {
    return { outcome: 'again', askedSeconds: asked, because: 'server' };
  }
  // Only codes of our own are passed on: they choose words, and become part of a message key.
  return { outcome: 'rejected', code: /^[a-z-]{1,32}$/.test(code) ? code : `status-${status}` };
}

function fieldProblems(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((entry) => {
    const error = record(entry);
    const code = CODES.find((known) => known === error?.['code']) ?? 'format';
    return typeof error?.['pointer'] === 'string' ? [{ pointer: error['pointer'], code }] : [];
  });
}
