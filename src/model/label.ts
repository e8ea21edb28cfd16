/** Labels of blocks, rows and seats. Pure, and without the library that validates documents. */

/** Words of letters, digits, marks and joiners, with one space between two of them. */
export const LABEL = /^[\p{L}\p{N}\p{M}\p{Join_C}]+(?: [\p{L}\p{N}\p{M}\p{Join_C}]+)*$/u;
export const IS_NO_LABEL =
  'is not a label; use 1 to 12 letters or digits, with single spaces between words and without "-"';

const MAX_LABEL = 12;

/**
 * Normalises a label for comparison and display (NFC; a number as its decimal text); null when the value is not a
 * label.
 */
export function readLabel(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const label = String(value).normalize('NFC');
  const length = [...label.replace(/[\p{M}\p{Join_C}]/gu, '')].length;
  return LABEL.test(label) && length >= 1 && length <= MAX_LABEL ? label : null;
}

/**
 * Splits a seat code (`block-row-seat`) into its three labels, whether or not a venue has such a seat; null when it
 * is not a code.
 */
export function labelsInCode(code: string): [block: string, row: string, seat: string] | null {
  const labels = code.trim().split('-').map(readLabel);
  return labels.length === 3 && labels.every((label) => label !== null)
    ? (labels as [string, string, string])
    : null;
}
