import type { Clock } from './clock.js';

/** Visibility of the page and connection of the device. */
export interface Page {
  hidden(): boolean;
  /** The device's own report; only a failed reading proves it. */
  offline(): boolean;
  /** Calls when either may have changed. Returns how to stop listening. */
  onChange(listener: () => void): () => void;
  /** Calls the listener when the page returns from the back/forward cache: requests that were under way may be dead. Returns how to stop listening. */
  onRestored(listener: () => void): () => void;
}

/** The browser's page; elsewhere (Node) always visible and connected. */
export const browserPage: Page = {
  hidden: () => globalThis.document?.visibilityState === 'hidden',
  offline: () => globalThis.navigator?.onLine === false,
  onChange(listener) {
    const stop = new AbortController();
    const { signal } = stop;
    if (globalThis.document) {
      document.addEventListener('visibilitychange', listener, { signal });
      // Not every browser that takes a page out of the back/forward cache says so by a change of visibility as well.
      for (const type of ['pageshow', 'online', 'offline']) addEventListener(type, listener, { signal });
    }
    return () => stop.abort();
  },
  onRestored(listener) {
    const restored = ({ persisted }: PageTransitionEvent): void => void (persisted && listener());
    globalThis.addEventListener?.('pageshow', restored);
    return () => globalThis.removeEventListener?.('pageshow', restored);
  },
};

const COUNT_MS = 60_000;
const SEATS_MS = 15_000;
const MAX_BACKOFF = 8;
/** A connection returns to a whole stadium at once: its phones spread their requests over this time. */
const ONLINE_SPREAD_MS = 10_000;

/** Milliseconds until the next reading: the rhythm of docs/protocol.md or the endpoint's own, +-20 %, slower with every failure in a row. */
export function pollDelay(
  seatsInView: boolean,
  failures: number,
  random: number,
  ownMs: number | null = null,
): number {
  const rhythm = ownMs ?? (seatsInView ? SEATS_MS : COUNT_MS);
  return Math.round(rhythm * Math.min(2 ** failures, MAX_BACKOFF) * (0.8 + 0.4 * random));
}

interface WatchTools {
  clock: Clock;
  page: Page;
  signal: AbortSignal;
  seatsInView: () => boolean;
  /** The endpoint's own rhythm, in ms. */
  ownMs?: () => number | null;
  /** Reads count and seats; resolves to true if that worked. */
  read: () => Promise<boolean>;
}

/**
 * Keeps a campaign fresh until the signal is aborted: it reads in its rhythm, and never while the page is hidden. A page
 * that is shown again, and a campaign that is taken up again, wait for what is left of the pause: nobody causes a
 * request by flipping tabs.
 */
export class Watch {
  #nap = new AbortController();
  /** When the last reading ended, by the clock of the device. It may be set meanwhile: that costs one reading, or one pause. */
  #readAt = -Infinity;
  /** The time of a reading requested out of turn. */
  #askedFor = Infinity;
  #failures = 0;
  #random = 0;
  /** Milliseconds the endpoint asked to be left alone, and since when; 0 if it did not, or if that is over. */
  #holdMs = 0;
  #heldAt = 0;

  /** Reads now instead of after the pause. */
  wake(): void {
    this.#askedFor = -Infinity;
    this.reschedule();
  }

  /** Reads nothing for so many milliseconds from `now` on, whatever happens: the endpoint asked for it. */
  hold(ms: number, now: number): void {
    this.#holdMs = Math.max(ms, this.heldFor(now));
    this.#heldAt = now;
  }

  /** Milliseconds that are left of a hold, at the most the whole of it, should the clock of the device have been set. */
  heldFor(now: number): number {
    return Math.max(0, Math.min(this.#holdMs, this.#heldAt + this.#holdMs - now));
  }

  /** Computes the pause again, since the rhythm may have changed. */
  reschedule(): void {
    this.#nap.abort();
  }

  async run({ clock, page, signal, seatsInView, ownMs, read }: WatchTools): Promise<void> {
    let wasHidden = page.hidden();
    let wasOffline = page.offline();
    const changed = (): void => {
      const [isHidden, isOffline] = [page.hidden(), page.offline()];
      // Whoever looks again, or has a connection again, does not wait for what went wrong before.
      if ((wasHidden && !isHidden) || (wasOffline && !isOffline)) this.#failures = 0;
      if (isOffline !== wasOffline)
        // That the device is offline is known once a reading has failed, which costs the network nothing.
        this.#askedFor = isOffline ? -Infinity : clock.now() + clock.random() * ONLINE_SPREAD_MS;
      [wasHidden, wasOffline] = [isHidden, isOffline];
      this.reschedule();
    };
    const stop = (): void => this.reschedule();
    const unlisten = page.onChange(changed);
    signal.addEventListener('abort', stop);
    try {
      while (!signal.aborted) {
        this.#nap = new AbortController();
        if (page.hidden()) {
          await aborted(this.#nap.signal);
          continue;
        }
        const pause = pollDelay(seatsInView(), this.#failures, this.#random, ownMs?.());
        const now = clock.now();
        const left = Math.max(
          this.heldFor(now),
          Math.min(pause, Math.min(this.#readAt + pause, this.#askedFor) - now),
        );
        if (left > 0) {
          await clock.sleep(left, this.#nap.signal).then(
            () => {
              this.#askedFor = -Infinity;
              this.#holdMs = 0;
            },
            () => undefined,
          );
          continue;
        }
        // Whoever asks during the reading is answered by reading again.
        this.#askedFor = Infinity;
        const isGood = await read();
        if (signal.aborted) break;
        this.#failures = isGood ? 0 : this.#failures + 1;
        this.#readAt = clock.now();
        this.#random = clock.random();
      }
    } finally {
      unlisten();
      signal.removeEventListener('abort', stop);
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
