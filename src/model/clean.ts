import type { Field } from './campaign.js';
import { wellFormed } from './well-formed.js';

/** Answers as they are stored: one rule for the form before it sends and for the box office on receipt. Pure. */

/** Control characters, which no answer keeps; line feeds stay in a textarea. */
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g;
/** Characters without a shape of their own: joiners, marks of direction, byte order marks, variation selectors. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
/** No address and no number is longer (RFC 5321 allows 254 octets); patterns then see no long text. */
const MAX_TYPED = 400;
/** What nobody can see; U+2800 is a Braille cell without a dot. */
const UNSEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/gu;
/** A hyphen or dash of any kind; the minus sign and the Japanese length mark are typed for one. */
export const DASH = '\\p{Pd}\u2212\u30FC';

/** Whether a text holds at least one character that can be seen. For judging only: nothing is removed from what is stored. */
export function isVisible(text: string): boolean {
  return text.replace(UNSEEN, '') !== '';
}

/** A name or text as it is stored and measured: in NFC and without control characters; line breaks become spaces outside of a textarea. */
export function cleanText(value: string, multiline = false): string {
  const lines = value.replace(/\r\n?/g, '\n');
  return wellFormed((multiline ? lines : lines.replace(/\n/g, ' ')).replace(CONTROL, '')).normalize('NFC');
}

/** An answer without the characters that nobody sees: for what machines read (addresses, numbers, codes). */
function cleanLine(value: string): string {
  return cleanText(value).replace(IGNORABLE, '').normalize('NFC');
}

/** The digits of every script as 0 to 9, compatibility forms (full width, superscript) resolved. */
export function foldDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    // The ten digits of a script follow one another, zero first (The Unicode Standard, 4.6); some scripts do so too.
    const code = digit.codePointAt(0)!;
    let value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
    return String(value % 10);
  });
}

/** An email address as people paste it, without the brackets, quotes, `mailto:` and punctuation around it; its domain in lower case. */
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

/** An atom of a local part: RFC 5322, and what RFC 6531 adds to it. */
const ATOM = /^[^\s@"(),:;<>[\]\\.\p{Cc}]+$/u;
const DOMAIN_LABEL = /^[\p{L}\p{M}\p{Nd}](?:[\p{L}\p{M}\p{Nd}-]*[\p{L}\p{M}\p{Nd}])?$/u;

/** Whether a cleaned text is an email address by its form; whether mail arrives there is for the mail server to know. */
export function isEmail(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  const labels = domain.split('.');
  const last = labels.at(-1)!;
  return (
    more.length === 0 &&
    local.split('.').every((atom) => ATOM.test(atom)) &&
    labels.length > 1 &&
    labels.every((label) => DOMAIN_LABEL.test(label)) &&
    [...last].length > 1 &&
    /\p{L}/u.test(last)
  );
}

/** Between the digits of a number. A slash stands between two digits only: elsewhere it parts two numbers. */
const SEPARATORS = /(?:[-\p{White_Space}.\u00B7\p{Ps}\p{Pe}]|(?<=\d)\/(?=\d))+/gu;
/** `ext. 12`, `x12`, `#12`, `;ext=12`, or a word of any language before the last digits. */
const EXTENSION =
  /[\p{White_Space}\p{Ps},;]*(?:#|(?:ext|x)\.?[-=:]?|(?<=[\d\p{White_Space}\p{Ps}\p{Pe},;])\p{L}[\p{L}\p{M}]*\.?[-:]?)\p{White_Space}*(\d+)[.\p{White_Space}\p{Pe}]*$/iu;

/**
 * A telephone number as it is stored: `+` where it was typed, digits, one space for each run of separators, and an
 * extension as ` x12`. What is no number comes back without its unseen characters, for its writer to mend.
 */
export function cleanTelephone(value: string): string {
  const line = cleanLine(value).trim();
  if (line.length > MAX_TYPED) return line;
  const text = foldDigits(line)
    .replace(IGNORABLE, '')
    // The Japanese length mark is a letter, and would begin an extension.
    .replace(new RegExp(`[${DASH}]`, 'gu'), '-')
    .replace(/^tel[.:]?/i, '');
  const extension = EXTENSION.exec(text);
  const number = (extension ? text.slice(0, extension.index) : text).replace(SEPARATORS, ' ').trim();
  const plain = `${number}${extension ? ` x${extension[1]}` : ''}`;
  return isTelephone(plain) ? plain.replace('+ ', '+') : line;
}

/** Whether a cleaned text is a telephone number: at least three digits before the extension. */
export function isTelephone(text: string): boolean {
  return /^\+? ?\d+(?: \d+)*(?: x\d+)?$/.test(text) && text.replace(/ x.*| |\+/g, '').length >= 3;
}

/** How postal codes are judged; `country` is ISO 3166-1 alpha-2, or empty while it is not known. */
export interface PostcodeRules {
  /** Whether there are codes at all. */
  isNeeded(country: string): boolean;
  /** Whether a code may be one of that country. */
  isPossible(country: string, text: string): boolean;
  /** A code as that country writes it; one that is none, as it was typed. */
  clean(country: string, text: string): string;
}

/**
 * An answer as it is stored, by the type of its field; empty where nothing can be seen in it. `country` is ISO 3166-1
 * alpha-2, or empty while it is not known; without `postcodes` postal codes only lose their unseen characters.
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
