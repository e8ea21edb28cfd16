import { canonicalJson } from '../model/canonical.js';

/** A value that a page hands in anew each time it renders: while its content is the same, it stays the same value, and nothing is made or painted again. */
export class StableValue<T> {
  #given: T | undefined;
  #text: string | null = null;
  #value!: T;

  keep(given: T): T {
    if (given === this.#given && this.#text !== null) return this.#value;
    this.#given = given;
    const text = canonicalJson(given);
    if (text !== this.#text) this.#value = given;
    this.#text = text;
    return this.#value;
  }
}
