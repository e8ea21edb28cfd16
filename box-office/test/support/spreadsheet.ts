import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { readCsv } from './csv.ts';

const run = promisify(execFile);

export interface Opening {
  separator: ',' | ';';
  /** True to import every column as text; else LibreOffice decides for each cell: a number, a day, a formula. */
  asText: boolean;
}

export interface OpenedSheet {
  cells: string[][];
  /** Number of cells that hold a formula. */
  formulas: number;
}

/** Most columns that an export of a test has. */
const COLUMNS = 40;

/**
 * Opens a CSV file with LibreOffice as somebody does who chooses UTF-8 and the separator, and reads back what stands in
 * the cells. What could calculate is allowed to: special numbers are recognised and formulas evaluated.
 */
export async function openSheet(file: string, folder: string, opening: Opening): Promise<OpenedSheet> {
  const { separator, asText } = opening;
  const columns = asText ? Array.from({ length: COLUMNS }, (_, i) => `${i + 1}/2`).join('/') : '';
  const read = `CSV:${separator.charCodeAt(0)},34,76,1,${columns},0,false,${!asText},false,false,false,0,true`;
  const convert = (to: string): Promise<unknown> =>
    run('soffice', [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      `--infilter=${read}`,
      '--convert-to',
      to,
      '--outdir',
      folder,
      file,
    ]);
  const name = basename(file, '.csv');
  await convert('fods:OpenDocument Spreadsheet Flat XML');
  const sheet = readFileSync(join(folder, `${name}.fods`), 'utf8');
  // UTF-8, every text quoted, each cell as it is and not as it is shown.
  await convert('txt:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false');
  const cells = readCsv(readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/^\ufeff/, ''), ',');
  return { cells, formulas: sheet.split('table:formula=').length - 1 };
}
