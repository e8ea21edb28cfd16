import { canonicalJson } from '../../model/canonical.js';

/** Keeps a value stable that a page passes anew on each render: while its content is the same, it stays the same object, and nothing is rebuilt or repainted. */
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
