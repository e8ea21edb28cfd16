import { isMoment } from '../model/day.js';
import type { PublishedCount } from '../model/outcome.js';
import type { TransportReply } from './send.js';

/** Decodes replies into values. Total: nothing a server sends makes these functions throw. */

/** Largest number that can be a count of people. */
const MAX_COUNT = 1e9;
const STATUSES = ['draft', 'open', 'closed', 'delivered', 'won'] as const;

/** Parses the body as JSON, whatever the content type; undefined when it is not JSON. */
export function decodeJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

type Loose = Readonly<Record<string, unknown>>;

/** Returns a JSON object; null when the value is something else. */
export function looseObject(value: unknown): Loose | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Loose) : null;
}

/** Returns a whole number from 0 to `max`; null when the value is something else. */
export function wholeNumberUpTo(value: unknown, max = MAX_COUNT): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max ? value : null;
}

/** Largest revision. */
export const U32 = 0xffffffff;

/** Years in which a petition can be counted. No date is compared with the device's clock. */
const ASOF_YEAR = /^20\d\d-/;
const LAYOUT = /^[0-9a-f]{8}$/;

/**
 * Decodes the reply to `GET /petitions/{id}`; null when it is not a count, or contradicts itself anywhere, so that
 * the last good one is kept whole: a valid count without its invalid seats would mean that the endpoint has no
 * seats.
 */
export function decodeCount(reply: TransportReply, petition: string): PublishedCount | null {
  const body = reply.status === 200 ? looseObject(decodeJson(reply.bytes)) : null;
  if (!body || body['id'] !== petition) return null;
  const isHidden = body['signatures'] === null;
  const signatures = wholeNumberUpTo(body['signatures']);
  const revision = wholeNumberUpTo(body['revision'], U32);
  const status = STATUSES.find((known) => known === body['status']);
  const asOf = body['asOf'];
  if (signatures === null && !isHidden) return null;
  if (revision === null || !status || !isMoment(asOf) || !ASOF_YEAR.test(asOf)) return null;
  const count: PublishedCount = { id: petition, status, signatures, revision, asOf, seats: null };
  if (body['seats'] === null || body['seats'] === undefined) return count;
  const seats = looseObject(body['seats']);
  const capacity = wholeNumberUpTo(seats?.['capacity']);
  const { layout, venue, mode } = seats ?? {};
  if (
    !seats ||
    capacity === null ||
    typeof layout !== 'string' ||
    !LAYOUT.test(layout) ||
    typeof venue !== 'string' ||
    (mode !== 'claimed' && mode !== 'derived')
  )
    return null;
  const taken = isHidden ? null : wholeNumberUpTo(seats['taken']);
  const standing = isHidden ? null : wholeNumberUpTo(seats['standing']);
  if (signatures !== null) {
    if (taken === null || standing === null || taken > capacity || standing > signatures) return null;
  }
  return { ...count, seats: { mode, venue, layout, capacity, taken, standing } };
}
