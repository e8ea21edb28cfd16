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

/** A transport that answers from a function and keeps what it was asked. */
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

/** A clock whose pauses end when the test says so; `pauses` are the lengths asked for, in ms. */
export function fakeClock(): Clock & { pauses: number[]; pass(): Promise<void> } {
  const waiting: (() => void)[] = [];
  const pauses: number[] = [];
  return {
    pauses,
    now: () => Date.UTC(2026, 10, 22, 10),
    random: () => 0.5,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        pauses.push(ms);
        waiting.push(resolve);
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      }),
    async pass() {
      waiting.splice(0).forEach((end) => end());
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

/** Pauses end at once: for what must be waited out, not watched. */
export const hastyClock: Clock = { now: () => Date.now(), random: () => 0, sleep: () => Promise.resolve() };

/** A page that is shown and hidden by the test. */
export function fakePage(hidden = false): Page & { show(): void; hide(): void; listeners: Set<() => void> } {
  const listeners = new Set<() => void>();
  let isHidden = hidden;
  const set = (value: boolean): void => {
    isHidden = value;
    listeners.forEach((listener) => listener());
  };
  return {
    listeners,
    hidden: () => isHidden,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: () => set(false),
    hide: () => set(true),
  };
}

/** Resolves when `state` satisfies the condition; the runner's time limit ends a wait in vain. */
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
