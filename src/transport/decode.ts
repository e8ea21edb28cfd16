import { isMoment } from '../model/day.js';
import type { PublishedCount } from '../model/outcome.js';
import type { TransportReply } from './send.js';

/** Replies to values. Total: nothing a server says makes these throw. */

/** Beyond this no number is a count of people. */
const MAX_COUNT = 1e9;
const STATUSES = ['draft', 'open', 'closed', 'delivered', 'won'] as const;

/** The body as JSON, whatever the content type; undefined when it is none. */
export function decodeJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

type Loose = Readonly<Record<string, unknown>>;

/** A JSON object; null when it is another value. */
export function record(value: unknown): Loose | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Loose) : null;
}

/** A whole number from 0 to `max`; null when it is none. */
export function whole(value: unknown, max = MAX_COUNT): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max ? value : null;
}

/** The largest revision. */
export const U32 = 0xffffffff;

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
