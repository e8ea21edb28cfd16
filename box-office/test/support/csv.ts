const BREAKS = /\r\n|[\r\n\v\f\x85\u2028\u2029]/u;
const DROPPED =
  /^(?:(?!')[\p{White_Space}\p{Quotation_Mark}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800])+/u;

/** Reads CSV as spreadsheets do: a quotation mark opens a cell only at its beginning; after the closing one all is text. */
export function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  let isFresh = true;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
    isFresh = true;
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else isQuoted = false;
    } else if (sign === '"' && isFresh) {
      isQuoted = true;
      isFresh = false;
    } else if (sign === separator) endCell();
    else if (sign === '\r' || sign === '\n') {
      if (sign === '\r' && text[i + 1] === '\n') i++;
      endCell();
      rows.push(row);
      row = [];
    } else {
      cell += sign;
      isFresh = false;
    }
  }
  if (row.length > 0 || cell !== '') {
    endCell();
    rows.push(row);
  }
  return rows;
}

/** Cells that a spreadsheet could calculate, on any of their lines, after what it may drop in front. */
export function formulasIn(text: string, separator: string): string[] {
  return readCsv(text, separator)
    .flat()
    .filter((cell) => cell.split(BREAKS).some(beginsFormula));
}

/** Looks at the line without what is in front, but never past an apostrophe: that is the guard. */
function beginsFormula(line: string): boolean {
  const [first = ''] = line.replace(DROPPED, '');
  return /^[=+\-@]/.test(first.normalize('NFKC'));
}

/** Takes the apostrophes of the export away, as the README says. */
export function withoutGuard(text: string): string {
  const signs = '[=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺₌₊﬩⩵⩶]';
  const skipped =
    '[\\p{White_Space}\\p{Quotation_Mark}\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\u2800]';
  const start = '(?:^|[,;\\t\\r\\n\\v\\f\\x85\\u2028\\u2029])';
  return text.replace(new RegExp(`(?<=${start}${skipped}*)'(?=${signs})|^'(?='*[\\t\\r])`, 'gu'), '');
}
