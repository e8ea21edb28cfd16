import { AuthorWarnings } from '../../author-console.js';

const warnings = new AuthorWarnings();

/** Warns the page's author about one kind of mistake, once per page: whoever made it made it everywhere. */
export function warnOnce(kind: string, message: string): void {
  warnings.warn(message, kind);
}
