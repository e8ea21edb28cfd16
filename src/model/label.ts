/** What is written on a block, a row or a seat. Pure, and without the library that judges documents. */

/** Letters, digits, marks and joiners in words, with one space between two of them. */
export const LABEL = /^[\p{L}\p{N}\p{M}\p{Join_C}]+(?: [\p{L}\p{N}\p{M}\p{Join_C}]+)*$/u;
export const IS_NO_LABEL =
  'is not a label; use 1 to 12 letters or digits, with single spaces between words and without "-"';

const MAX_LABEL = 12;

/** A label as it is compared and shown (NFC, and a number as its decimal text), or null where a value is none. */
export function readLabel(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const label = String(value).normalize('NFC');
  const length = [...label.replace(/[\p{M}\p{Join_C}]/gu, '')].length;
  return LABEL.test(label) && length >= 1 && length <= MAX_LABEL ? label : null;
}

/** The three labels of a seat's code (`block-row-seat`), whether or not a venue has such a seat; null when it is no code. */
export function labelsInCode(code: string): [block: string, row: string, seat: string] | null {
  const labels = code.trim().split('-').map(readLabel);
  return labels.length === 3 && labels.every((label) => label !== null)
    ? (labels as [string, string, string])
    : null;
}
