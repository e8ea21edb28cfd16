import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Maximum of remembered addresses; beyond that, those of past minutes are dropped. */
const MAX_ADDRESSES = 100_000;

interface MinuteCount {
  start: number;
  count: number;
}

/**
 * Counts requests per address and minute. Kept in memory only, under a keyed hash whose key changes daily: the machine
 * never reveals who was here.
 */
export class RateLimit {
  readonly #limit: number;
  readonly #clock: () => Date;
  #key = randomBytes(32);
  #keyMade: number;
  readonly #minutes = new Map<string, MinuteCount>();

  constructor(limit: number, clock: () => Date) {
    this.#limit = limit;
    this.#clock = clock;
    this.#keyMade = clock().getTime();
  }

  /** Seconds this address has to wait; 0 when it may continue. */
  secondsToWait(address: string): number {
    const now = this.#clock().getTime();
    const minute = this.#minutes.get(this.#hash(address, now));
    if (!minute || minute.count < this.#limit || now >= minute.start + MINUTE) return 0;
    return Math.max(1, Math.ceil((minute.start + MINUTE - now) / 1000));
  }

  countRequest(address: string): void {
    const now = this.#clock().getTime();
    const hash = this.#hash(address, now);
    const minute = this.#minutes.get(hash);
    if (minute && now < minute.start + MINUTE) {
      minute.count += 1;
      return;
    }
    if (this.#minutes.size >= MAX_ADDRESSES) this.#dropPastMinutes(now);
    this.#minutes.set(hash, { start: now, count: 1 });
  }

  #hash(address: string, now: number): string {
    if (now >= this.#keyMade + DAY) {
      this.#key = randomBytes(32);
      this.#keyMade = now;
      this.#minutes.clear();
    }
    return createHmac('sha256', this.#key).update(networkOf(address)).digest('base64');
  }

  #dropPastMinutes(now: number): void {
    for (const [hash, { start }] of this.#minutes) if (now >= start + MINUTE) this.#minutes.delete(hash);
  }
}

/** Network of an address: one household has one IPv4 address, but a whole /64 of IPv6 ones. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? 0 : tail.split(':').length;
    while (groups.length < 8 - after) groups.push('0');
  }
  while (groups.length < 4) groups.push('0');
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
