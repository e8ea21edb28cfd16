import type { Field } from '../campaign.js';
import { wellFormed } from './well-formed.js';

/** Cleans answers for storage: one rule for the form before it sends and for the box office on receipt. Pure. */

/** Control characters, removed from every answer; a textarea keeps line feeds. */
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g;
/** Characters without a shape of their own: joiners, direction marks, byte order marks, variation selectors. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Maximum length of an address or number (RFC 5321 allows 254 octets); keeps long texts away from the patterns. */
const MAX_TYPED = 400;
/** Invisible characters; U+2800 is a Braille cell without a dot. */
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/gu;
/** A hyphen or dash of any kind; people also type the minus sign and the Japanese length mark for one. */
export const DASH = '\\p{Pd}\u2212\u30FC';

/**
 * Checks whether a text contains at least one visible character. For validation only: nothing is removed from the
 * stored text.
 */
export function isVisible(text: string): boolean {
  return text.replace(INVISIBLE, '') !== '';
}

/**
 * Returns a name or text as it is stored and measured: in NFC, without control characters; outside a textarea, line
 * breaks become spaces.
 */
export function cleanText(value: string, multiline = false): string {
  const lines = value.replace(/\r\n?/g, '\n');
  return wellFormed((multiline ? lines : lines.replace(/\n/g, ' ')).replace(CONTROL, '')).normalize('NFC');
}

/** Removes invisible characters from an answer that machines read (an address, number or code). */
function cleanLine(value: string): string {
  return cleanText(value).replace(IGNORABLE, '').normalize('NFC');
}

/** Converts the digits of every script to 0 to 9, and resolves compatibility forms (full width, superscript). */
export function foldDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    // The ten digits of a script are consecutive, zero first (The Unicode Standard, 4.6); so are the digit sets of
    // some scripts.
    const code = digit.codePointAt(0) ?? NaN;
    let value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
    return String(value % 10);
  });
}

/**
 * Cleans an email address as people paste it: removes the brackets, quotes, `mailto:` and punctuation around it,
 * and lower-cases its domain.
 */
export function cleanEmail(value: string): string {
  const line = cleanLine(value).trim();
  if (line.length > MAX_TYPED) return line;
  const inner = line
    .replace(/^[\p{White_Space}\p{Pi}\p{Pf}\p{Ps}"'`<＂＇＜]+/u, '')
    .replace(/^mailto:[\p{White_Space}<]*/iu, '')
    .replace(/[\p{White_Space}\p{Po}\p{Pi}\p{Pf}\p{Ps}\p{Pe}`<>＜＞]+$/u, '');
  const at = inner.lastIndexOf('@') + 1;
  return inner.slice(0, at) + inner.slice(at).toLowerCase();
}

/** An atom of a local part: RFC 5322, with the additions of RFC 6531. */
const ATOM = /^[^\s@"(),:;<>[\]\\.\p{Cc}]+$/u;
const DOMAIN_LABEL = /^[\p{L}\p{M}\p{Nd}](?:[\p{L}\p{M}\p{Nd}-]*[\p{L}\p{M}\p{Nd}])?$/u;

/**
 * Checks whether a cleaned text has the form of an email address; only the mail server knows whether mail arrives
 * there.
 */
export function isEmail(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  return (
    more.length === 0 &&
    local.split('.').every((atom) => ATOM.test(atom)) &&
    labels.length > 1 &&
    labels.every((label) => DOMAIN_LABEL.test(label)) &&
    [...last].length > 1 &&
    /\p{L}/u.test(last)
  );
}

/** Separators within a number. A slash counts only between two digits: elsewhere it separates two numbers. */
const SEPARATORS = /(?:[-\p{White_Space}.\u00B7\p{Ps}\p{Pe}]|(?<=\d)\/(?=\d))+/gu;
/** `ext. 12`, `x12`, `#12`, `;ext=12`, or a word of any language before the last digits. */
const EXTENSION =
  /[\p{White_Space}\p{Ps},;]*(?:#|(?:ext|x)\.?[-=:]?|(?<=[\d\p{White_Space}\p{Ps}\p{Pe},;])\p{L}[\p{L}\p{M}]*\.?[-:]?)\p{White_Space}*(\d+)[.\p{White_Space}\p{Pe}]*$/iu;

/**
 * Returns a telephone number as it is stored: `+` if it was typed, digits, one space per run of separators, and an
 * extension as ` x12`. A text that is not a number is returned without its invisible characters, for the signer to
 * correct.
 */
export function cleanTelephone(value: string): string {
  const line = cleanLine(value).trim();
  if (line.length > MAX_TYPED) return line;
  const text = foldDigits(line)
    .replace(IGNORABLE, '')
    // The Japanese length mark is a letter, and would start an extension.
    .replace(new RegExp(`[${DASH}]`, 'gu'), '-')
    .replace(/^tel[.:]?/i, '');
  const extension = EXTENSION.exec(text);
  const number = (extension ? text.slice(0, extension.index) : text).replace(SEPARATORS, ' ').trim();
  const plain = `${number}${extension ? ` x${extension[1]}` : ''}`;
  return isTelephone(plain) ? plain.replace('+ ', '+') : line;
}

/** Checks whether a cleaned text is a telephone number: at least three digits before the extension. */
export function isTelephone(text: string): boolean {
  return /^\+? ?\d+(?: \d+)*(?: x\d+)?$/.test(text) && text.replace(/ x.*| |\+/g, '').length >= 3;
}

/** Validates and formats postal codes; `country` is ISO 3166-1 alpha-2, or empty while it is unknown. */
export interface PostcodeRules {
  /** Checks whether the country has postal codes at all. */
  isNeeded(country: string): boolean;
  /** Checks whether a text can be a code of that country. */
  isPossible(country: string, text: string): boolean;
  /** Formats a code as that country writes it; an invalid one is returned as typed. */
  clean(country: string, text: string): string;
}

/**
 * Returns an answer as it is stored, cleaned by the type of its field; empty if nothing in it is visible. `country`
 * is ISO 3166-1 alpha-2, or empty while it is unknown; without `postcodes`, postal codes only lose their invisible
 * characters.
 */
export function cleanAnswer(
  { type }: Pick<Field, 'type'>,
  value: string,
  country: string,
  postcodes: PostcodeRules | null,
): string {
  if (!isVisible(value)) return '';
  switch (type) {
    case 'email':
      return cleanEmail(value);
    case 'tel':
      return cleanTelephone(value);
    case 'postcode': {
      const code = cleanLine(value).trim();
      if (!postcodes) return code;
      return postcodes.isNeeded(country) ? postcodes.clean(country, code) : '';
    }
    case 'country':
      return cleanText(value).trim();
    default:
      return cleanText(value, type === 'textarea');
  }
}
