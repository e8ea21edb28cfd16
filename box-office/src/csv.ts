/** A spreadsheet would take such a cell for a formula and run it. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell by RFC 4180. What a spreadsheet would calculate is made text by an apostrophe in front. */
function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line by RFC 4180, with its line break. */
export function csvLine(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
