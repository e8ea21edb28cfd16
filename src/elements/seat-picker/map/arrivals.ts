const ARRIVAL_MS = 1100;
/** Milliseconds between two seats that light up; more seats at once just appear. */
const STEP_MS = 1000 / 12;
/** Time ahead for which arrivals are queued, ms. */
const AHEAD_MS = 1000;

/** The people who are taking their seats, one by one at a limited rate, so that the first reading of a full venue is not an event. */
export class Arrivals {
  #coming: { readonly seat: number; readonly start: number }[] = [];

  get isEmpty(): boolean {
    return this.#coming.length === 0;
  }

  add(seats: readonly number[], now: number): void {
    let start = Math.max(now, (this.#coming.at(-1)?.start ?? 0) + STEP_MS);
    for (const seat of seats) {
      if (start > now + AHEAD_MS) return;
      this.#coming.push({ seat, start });
      start += STEP_MS;
    }
  }

  /** Drops those who have arrived. */
  advance(now: number): void {
    this.#coming = this.#coming.filter(({ start }) => now - start < ARRIVAL_MS);
  }

  /** Returns the seats that are lighting up, with their age, 0 to 1. */
  shown(now: number): { seat: number; age: number }[] {
    return this.#coming
      .filter(({ start }) => start <= now)
      .map(({ seat, start }) => ({ seat, age: (now - start) / ARRIVAL_MS }));
  }
}
