import type { Clock } from './clock.js';

/** Whether somebody can see the page, and when that changes. */
export interface Page {
  hidden(): boolean;
  /** Returns how to stop listening. */
  onChange(listener: () => void): () => void;
}

/** The browser's page; elsewhere (Node) always visible. */
export const browserPage: Page = {
  hidden: () => globalThis.document?.visibilityState === 'hidden',
  onChange(listener) {
    globalThis.document?.addEventListener('visibilitychange', listener);
    return () => globalThis.document?.removeEventListener('visibilitychange', listener);
  },
};

const COUNT_MS = 60_000;
const SEATS_MS = 15_000;
const MAX_BACKOFF = 8;

/** Milliseconds until the next reading: the rhythm of docs/protocol.md, +-20 %, slower with every failure in a row. */
export function pollDelay(seatsInView: boolean, failures: number, random: number): number {
  const rhythm = seatsInView ? SEATS_MS : COUNT_MS;
  return Math.round(rhythm * Math.min(2 ** failures, MAX_BACKOFF) * (0.8 + 0.4 * random));
}

interface Tools {
  clock: Clock;
  page: Page;
  signal: AbortSignal;
  seatsInView: () => boolean;
  /** Reads count and seats; tells whether that worked. */
  read: () => Promise<boolean>;
}

/** Keeps a campaign fresh until the signal is aborted. `wake` cuts a pause short. */
export class Watch {
  #nap = new AbortController();

  /** Reads now instead of after the pause. */
  wake(): void {
    this.#nap.abort();
  }

  async run({ clock, page, signal, seatsInView, read }: Tools): Promise<void> {
    const wake = (): void => this.wake();
    const unlisten = page.onChange(wake);
    signal.addEventListener('abort', wake);
    try {
      for (let failures = 0; !signal.aborted;) {
        this.#nap = new AbortController();
        if (page.hidden()) {
          await aborted(this.#nap.signal);
          continue;
        }
        failures = (await read()) ? 0 : failures + 1;
        // Whoever woke us during the reading is answered by reading again.
        await clock
          .sleep(pollDelay(seatsInView(), failures, clock.random()), this.#nap.signal)
          .catch(() => undefined);
      }
    } finally {
      unlisten();
      signal.removeEventListener('abort', wake);
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
