import type { Clock } from '../../src/campaign/clock.js';
import type { Page } from '../../src/campaign/watch.js';
import type { Transport, TransportReply, TransportRequest } from '../../src/transport/send.js';

/** A reply with a JSON body. */
export function jsonReply(body: unknown, status = 200, contentType = 'application/json'): TransportReply {
  return { status, contentType, retryAfter: null, bytes: new TextEncoder().encode(JSON.stringify(body)) };
}

export function bytesReply(bytes: Uint8Array): TransportReply {
  return { status: 200, contentType: 'application/vnd.grandstand.occupancy', retryAfter: null, bytes };
}

/** A transport that answers from a function and records its requests. */
export function answerWith(
  answer: (request: TransportRequest, n: number) => TransportReply | Promise<TransportReply>,
): Transport & { requests: TransportRequest[] } {
  const requests: TransportRequest[] = [];
  const transport = async (request: TransportRequest): Promise<TransportReply> => {
    requests.push(request);
    return answer(request, requests.length);
  };
  return Object.assign(transport, { requests });
}

/**
 * A clock whose pauses end when the test says so, all or only those of one length; `pauses` are the requested
 * lengths, in ms.
 */
export function fakeClock(): Clock & {
  pauses: number[];
  pass(): Promise<void>;
  passOnly(ms: number): Promise<void>;
} {
  let waiting: { ms: number; end: () => void }[] = [];
  const pauses: number[] = [];
  return {
    pauses,
    now: () => Date.UTC(2026, 10, 22, 10),
    random: () => 0.5,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        pauses.push(ms);
        waiting.push({ ms, end: resolve });
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      }),
    async pass() {
      waiting.splice(0).forEach(({ end }) => end());
      await new Promise((resolve) => setTimeout(resolve));
    },
    async passOnly(length) {
      const over = waiting.filter(({ ms }) => ms === length);
      waiting = waiting.filter(({ ms }) => ms !== length);
      over.forEach(({ end }) => end());
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

/** A clock that advances when the test says so; `random` can be set. */
export function movingClock(start = Date.UTC(2026, 10, 22, 10)): Clock & {
  chance: number;
  /** Advances the time, in ms, and ends the pauses that are then over, one after another. */
  go(ms: number): Promise<void>;
  /** Sets the clock, as people set their device: no time passes. */
  set(now: number): void;
} {
  let [now, passed] = [start, 0];
  const pauses = new Set<{ until: number; end: () => void }>();
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return {
    chance: 0.5,
    now: () => now,
    random() {
      return this.chance;
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const pause = { until: passed + ms, end: resolve };
        pauses.add(pause);
        signal.addEventListener('abort', () => {
          pauses.delete(pause);
          reject(signal.reason as Error);
        });
      }),
    set: (moment) => (now = moment),
    async go(ms) {
      const end = passed + ms;
      await turn();
      for (;;) {
        const [next] = [...pauses].filter(({ until }) => until <= end).sort((a, b) => a.until - b.until);
        if (!next) break;
        pauses.delete(next);
        now += next.until - passed;
        passed = next.until;
        next.end();
        await turn();
      }
      now += end - passed;
      passed = end;
      await turn();
    },
  };
}

/** Ends pauses at once: for delays that a test does not examine. */
export const hastyClock: Clock = { now: () => Date.now(), random: () => 0, sleep: () => Promise.resolve() };

export interface FakePage extends Page {
  show(): void;
  hide(): void;
  goOffline(): void;
  goOnline(): void;
  /** Restores the page from the back/forward cache, without any other change. */
  comeBack(): void;
  listeners: Set<() => void>;
}

/** A page that is shown and hidden, and loses its connection, when the test says so. */
export function fakePage(hidden = false): FakePage {
  const listeners = new Set<() => void>();
  let [isHidden, isOffline] = [hidden, false];
  const restored = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  return {
    listeners,
    hidden: () => isHidden,
    offline: () => isOffline,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: () => ((isHidden = false), tell()),
    hide: () => ((isHidden = true), tell()),
    goOffline: () => ((isOffline = true), tell()),
    goOnline: () => ((isOffline = false), tell()),
    onRestored(listener) {
      restored.add(listener);
      return () => restored.delete(listener);
    },
    comeBack: () => (tell(), restored.forEach((listener) => listener())),
  };
}

/** Resolves when `state` satisfies the condition; otherwise the runner's timeout ends the wait. */
export function until<C extends { subscribe(listener: () => void): () => void }>(
  subject: C,
  holds: (subject: C) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    if (holds(subject)) return resolve();
    const stop = subject.subscribe(() => {
      if (!holds(subject)) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}
