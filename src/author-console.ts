/** The console as the page's author reads it: the one file that writes there. Nothing that people typed comes here. */

/** Warns of something to mend, in one sentence. */
export function warnAuthor(message: string): void {
  globalThis.console?.warn(`grandstand: ${message}`);
}

/** Reports an exchange or a reading; with `debug` alone. */
export function informAuthor(message: string): void {
  globalThis.console?.info(`grandstand: ${message}`);
}

/** Reports what a listener of the page threw, as the browser reports an error of the page. */
export function reportError(error: unknown): void {
  (globalThis.reportError ?? globalThis.console?.error)?.(error);
}

/** Warns of each kind of mistake once: whoever made it made it everywhere. */
export class AuthorWarnings {
  readonly #given = new Set<string>();

  /** `kind`: what counts as the same mistake; default: the message. */
  warn(message: string, kind = message): void {
    if (this.#given.has(kind)) return;
    this.#given.add(kind);
    warnAuthor(message);
  }
}
