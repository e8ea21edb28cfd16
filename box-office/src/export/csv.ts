/** Separator of a CSV file, and its guard against formulas. */
export interface CsvFormat {
  separator: ',' | ';';
  /** An apostrophe keeps spreadsheets from calculating what people wrote. */
  guarded: boolean;
}

export const PLAIN_CSV: CsvFormat = { separator: ',', guarded: true };
/** Stored text unchanged, by RFC 4180. */
export const RAW_CSV: CsvFormat = { separator: ',', guarded: false };
/** Separator for Excel where the comma is the decimal sign. */
export const EXCEL_CSV: CsvFormat = { separator: ';', guarded: true };

/** First character by which Excel recognises UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

export type CsvCell = string | number | boolean | null | undefined;

/** Signs that begin a formula, and every character that compatibility normalisation (NFKC) makes one of them. */
const FORMULA_SIGN = '[=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺₌₊﬩⩵⩶]';
/** Places that may begin a cell or one of its lines, for any separator. */
const CELL_START = '(?:^|[,;\\t\\r\\n\\v\\f\\x85\\u2028\\u2029])';
/** Characters that a program may drop in front of a cell: spaces, quotation marks, and invisible ones. */
const DROPPED = '[\\p{White_Space}\\p{Quotation_Mark}\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\u2800]';

/**
 * Places for one apostrophe: directly before a sign that a spreadsheet could take for the beginning of a formula, and
 * at the start of a cell that a tab or return begins. Apostrophes are among the skipped characters, so that text with
 * apostrophes of its own gets one more: removing one at each place always restores the text.
 */
const GUARDED_PLACE = new RegExp(`(?<=${CELL_START}${DROPPED}*)(?=${FORMULA_SIGN})|^(?='*[\\t\\r])`, 'gu');

function csvCell(value: CsvCell, { separator, guarded }: CsvFormat): string {
  if (value === null || value === undefined) return '';
  const text = guarded ? String(value).replace(GUARDED_PLACE, "'") : String(value);
  const isQuoted = /["\r\n]/.test(text) || text.includes(separator);
  return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Encodes one line by RFC 4180, with its line break. */
export function csvLine(cells: readonly CsvCell[], format: CsvFormat = PLAIN_CSV): string {
  return `${cells.map((cell) => csvCell(cell, format)).join(format.separator)}\r\n`;
}
