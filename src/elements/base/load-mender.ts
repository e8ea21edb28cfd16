import type * as Mender from '../mend/mend.js';
import { SENTENCES } from './sentence-attributes.js';

/** A quotation mark at an end of a value, before another attribute, or as a character reference. */
const MARKS = /^["'`´‘-‟′-‶«»‹›〝-〟＂＇]|["'`´‘-‟′-‶«»‹›〝-〟＂＇](?:\/?$|\s+[\w-]+=)|&[\w#;]+;/;

/** Space at the ends of a value, space other than U+0020, and invisible characters; the line breaks of JSON do not count. */
const SPACES =
  /^(?!\s*[{[])(?:\s|.*[\t\r\n]|.*\s$)|[^\S \t\r\n]|[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/s;

/** Loads the module that repairs markup changed by an editor: most pages never need it. */
export const loadMender = (): Promise<typeof Mender> => import('../mend/mend.js');

/** Repairs the attributes of an element; null if they need no repair. */
export function loadAndMendAttributes(element: Element): Promise<void> | null {
  const isSuspect = ({ name, value }: Attr): boolean =>
    MARKS.test(name) || (!SENTENCES.test(name) && (MARKS.test(value) || SPACES.test(value)));
  if (![...element.attributes].some(isSuspect)) return null;
  return loadMender().then(
    (mender) => mender.mendAttributes(element),
    () => undefined,
  );
}

/**
 * Moves content back out of an element whose tag is self-closed: HTML ignores the slash, so that everything up to the
 * end of its parent becomes its content. Such an element is the last node of its parent and not empty.
 */
export function loadAndMendContent(element: Element): void {
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => loadAndMendContent(element), { once: true });
  else if (!element.nextSibling && element.firstElementChild)
    loadMender().then(
      (mender) => mender.mendContent(element),
      () => undefined,
    );
}
