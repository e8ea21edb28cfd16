import { foldDigits } from '../../model/signature/clean.js';
import { wholeNumberUpTo } from '../decode.js';

/** Maximum length of a written count. */
const MAX_WRITTEN = 40;
/** Direction marks, which formatters put around numbers. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Groups of three, with the same sign between all of them. A first group that begins with 0 is a fraction: "0.500". */
const THOUSANDS = /^[1-9]\d{0,2}(?:([,.'\u2018\u2019\u066C\u060C\s])\d{3})(?:\1\d{3})*$/;
/** Groups of two before the last three, as in India: 12,34,567. */
const LAKHS = /^[1-9]\d?([,\u066C])\d{2}(?:\1\d{2})*\1\d{3}$/;

/**
 * Parses a count as a service writes it, in the digits of any script: 573, "12,345", "12 345", "1.234.567",
 * "१२,३४,५६७". A sign before exactly three digits groups them. Null for anything else: text, a fraction, a negative
 * or a huge number.
 */
export function readNumber(value: unknown): number | null {
  let number = NaN;
  if (typeof value === 'number') number = value;
  else if (typeof value === 'string' && value.length <= MAX_WRITTEN) {
    const text = foldDigits(value.replace(DIRECTION, '')).trim();
    if (/^\d+$/.test(text) || THOUSANDS.test(text) || LAKHS.test(text))
      number = Number(text.replace(/\D/g, ''));
  }
  return wholeNumberUpTo(number);
}
