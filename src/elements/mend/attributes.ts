import { SENTENCES } from '../base/sentence-attributes.js';
import { tidyJson } from './json-text.js';
import { warnOnce } from './warn-once.js';

/** A quotation mark of any language, or one written as a character reference that was escaped once too often. */
const MARK = '(?:["\'`´‘-‟′-‶«»‹›〝-〟＂＇]|&(?:amp;)*(?:#x?[\\da-f]+|[a-z]*quo|quot|apos|prime|nbsp);)';
const INVISIBLE = '\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff';
const AROUND = `(?:[\\s${INVISIBLE}]|${MARK})*`;
const AT_START = new RegExp(`^${AROUND}${MARK}${AROUND}`, 'i');
/** The slash of a self-closed tag becomes a part of a value without straight marks. */
const AT_END = new RegExp(`${AROUND}${MARK}${AROUND}/?$`, 'i');
const ENDS = new RegExp(`^[\\s${INVISIBLE}]+|[\\s${INVISIBLE}]+$`, 'g');
/** An attribute that swallowed the next one: it ends with a mark that HTML does not know. */
const SWALLOWED = new RegExp(`${MARK}\\s+([a-z][\\w-]*)=${MARK}`, 'i');

/** Attributes that hold words separated by spaces. */
const LISTS = /^(?:data-)?(?:channels|order)$/;
const JSON_VALUE = /^[{[]/;

interface Attribute {
  readonly name: string;
  value: string;
  /** True if the parser split the value into other attributes, or merged another attribute into it. */
  isSplit?: boolean;
}

/** Restores the attributes as the author wrote them: rejoins those that the parser split at a mark it does not know, and splits those it merged. */
export function regroup(attributes: readonly Attribute[]): Attribute[] {
  const whole: Attribute[] = [];
  const left = [...attributes];
  for (let given = left.shift(); given; given = left.shift()) {
    const { name, value } = given;
    const [first = '', ...swallowed] = JSON_VALUE.test(value.trim()) ? [value] : value.split(SWALLOWED);
    const mended: Attribute = { name, value: first, isSplit: swallowed.length > 0 };
    whole.push(mended);
    for (let [key, text, ...others] = swallowed; key && text !== undefined; [key, text, ...others] = others)
      whole.push({ name: key.toLowerCase(), value: text, isSplit: true });
    const start = AT_START.exec(value)?.[0];
    if (mended.isSplit || start === undefined || /[ \t\n\f\r]/.test(value)) continue;
    if (AT_END.test(value) && start !== value) continue;
    const rest = left.splice(0, lengthOfSplit(left));
    const [head, ...pieces] = rest.map((piece) =>
      piece.value ? `${piece.name}=${piece.value}` : piece.name,
    );
    if (head === undefined) continue;
    // Outside a value the parser drops slashes.
    const words = /^https?:$/.test(head) ? [`${head}//${pieces.join('/')}`] : [head, ...pieces];
    Object.assign(mended, { value: [value, ...words].filter(Boolean).join(' '), isSplit: true });
  }
  return whole;
}

/** Returns how many attributes, from the first, the parser took for attributes that are the rest of a split value; 0 if it has no end. */
function lengthOfSplit(attributes: readonly Attribute[]): number {
  let length = 0;
  for (const { name, value } of attributes) {
    if (AT_START.test(value) && !AT_END.test(name)) break;
    length++;
    if (AT_END.test(value || name)) return length;
  }
  return 0;
}

/** Removes the marks around a value, and invisible characters. */
export function cleanValue(name: string, value: string): string {
  const bare = value.replace(ENDS, '').replace(AT_START, '').replace(AT_END, '');
  if (JSON_VALUE.test(bare)) return tidyJson(bare);
  if (SENTENCES.test(name)) return bare;
  // Joiners between letters belong to the labels of seats in some scripts, but never to a URL.
  const invisible = new RegExp(`(?!${bare.includes('/') ? '$.' : '[\\u200c\\u200d]'})[${INVISIBLE}]`, 'g');
  return bare.replace(/\s*[^\S ]\s*/g, LISTS.test(name) ? ' ' : '').replace(invisible, '');
}

/** Removes from an element's attributes what the author did not write: marks around values, stray space and invisible characters. */
export function mendAttributes(element: Element): void {
  const before = [...element.attributes].map(({ name, value }) => ({ name, value }));
  const whole = regroup(before);
  const names = new Set(whole.map(({ name }) => name));
  for (const { name } of before) if (!names.has(name)) element.removeAttribute(name);
  const quoted = whole.filter(({ name, value, isSplit }) => {
    const text = value.replace(ENDS, '');
    return isSplit || (!SENTENCES.test(name) && (AT_START.test(text) || AT_END.test(text)));
  });
  for (const { name, value } of whole) {
    // Marks around a sentence may be intended, unless the editor put them around other values too.
    if (SENTENCES.test(name) && !quoted.length) continue;
    const clean = cleanValue(name, value);
    if (element.getAttribute(name) !== clean) element.setAttribute(name, clean);
  }
  const [first] = quoted;
  if (!first) return;
  const { name, value } = first;
  warnOnce(
    'quotes',
    `${element.localName}: ${name}=${value} has quotation marks that HTML takes for a part of the value; they were removed. Write straight ones: ${name}="${element.getAttribute(name)}"`,
  );
}
