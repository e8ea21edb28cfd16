import { whole } from '../decode.js';

/**
 * A count as a service writes it: 573, "12,345", "12 345", "1.234.567". Null when it is none: text, a fraction, a
 * negative or a huge number.
 */
export function readNumber(value: unknown): number | null {
  let number = NaN;
  if (typeof value === 'number') number = value;
  else if (typeof value === 'string' && value.length <= 40) {
    const text = value.trim();
    // Signs between groups of three digits only: "12.5" is a fraction.
    if (/^\d{1,3}(?:([,.'’\s\u00A0\u202F])\d{3})(?:\1\d{3})*$|^\d+$/u.test(text))
      number = Number(text.replace(/\D/g, ''));
  }
  return whole(number);
}
