import type { Clock } from '../../campaign/clock.js';

/** Milliseconds of sending before the form shows progress; a faster answer needs none. */
const SLOW_MS = 400;

/** Waits whether sending takes its time. */
export class SlowTimer {
  #stopped = new AbortController();

  constructor(private readonly onSlow: () => void) {}

  /** Starts anew; without a clock nothing is slow. */
  start(clock: Clock | undefined): void {
    this.stop();
    const { signal } = (this.#stopped = new AbortController());
    clock?.sleep(SLOW_MS, signal).then(this.onSlow, () => undefined);
  }

  stop(): void {
    this.#stopped.abort();
  }
}
