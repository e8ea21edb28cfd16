// The export as an office opens it, by LibreOffice without a window: `npm run test:office`.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import cases from '../../../test/cases/csv-signatures.json' with { type: 'json' };
import { openOffice } from '../../dist/office.js';
import { readSettings } from '../../dist/settings.js';
import { ID, campaign, temporaryFolder, writeCampaigns } from '../support/campaign.ts';
import { readCsv, withoutGuard } from '../support/csv.ts';
import { runCommand } from '../support/office.ts';
import { mulberry32 } from '../support/random.ts';
import { openSheet, type OpenedSheet } from '../support/spreadsheet.ts';

/** Cells that LibreOffice reads as numbers or days unless their column is opened as text. */
const REWRITTEN = ['007', '1e5', '2026-11-30', '1/2', '1.50', '00950'];

const VALUES = [
  ...cases.signatures.flatMap((answers) => Object.values(answers)),
  ...['=HYPERLINK("http://x.example","y")', '=1+1', '+1', '-1', '@SUM(1)', '\t=1', ' =1', '\u00a0=1', '"=1"'],
  ...[
    "'=1",
    "''=1",
    "x;'=1",
    "it's",
    "'quoted'",
    "'",
    '﹢1',
    '⁼1',
    '\u200b=1',
    '\u202e=1',
    'x\n=1',
    'x\n\n-1',
  ],
  ...REWRITTEN,
  ...randomValues(300),
];

/** The cells as a spreadsheet program opens them, by the options of the command that wrote the file. */
const EXPORTS = [
  { name: 'a comma', options: [], separator: ',' },
  { name: 'a semicolon', options: ['--for', 'excel'], separator: ';' },
] as const;

describe('the export, opened by LibreOffice', () => {
  const cleanups: (() => unknown)[] = [];
  let folder: string;
  let raw: string[][];
  const write = async (name: string, options: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCommand(['export', ID, ...options], environment(folder));
    assert.deepEqual([code, stderr], [0, '']);
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, stdout);
    return file;
  };

  before(async () => {
    folder = writeCampaigns(
      temporaryFolder({ after: (run: () => unknown) => cleanups.push(run) }),
      campaign(),
    );
    storeComments(folder, VALUES);
    const { stdout } = await runCommand(['export', ID, '--raw'], environment(folder));
    raw = withOneLineBreak(readCsv(stdout, ','));
    assert.equal(raw.length, VALUES.length + 1);
  });
  after(() => cleanups.forEach((run) => run()));

  it('as it was written, it would calculate: the measure finds formulas', async () => {
    const { formulas } = await openSheet(await write('raw', ['--raw']), folder, {
      separator: ',',
      asText: false,
    });
    assert.ok(formulas >= 2, `${formulas} formulas`);
  });

  for (const { name, options, separator } of EXPORTS) {
    const file = (): Promise<string> => write(`export-${separator.charCodeAt(0)}`, options);
    /** Without the column of country names, which the raw export has not. */
    const comparable = ({ cells }: OpenedSheet): string[][] => {
      const extra = cells[0]!.indexOf('country name');
      return withOneLineBreak(cells).map((row) => row.filter((_, i) => i !== extra));
    };

    it(`with ${name}: nothing calculates, and no cell begins with a sign of a formula`, async (t) => {
      const sheet = await openSheet(await file(), folder, { separator, asText: false });
      const begun = sheet.cells.flat().filter((cell) => /^[=+\-@]/.test(cell.normalize('NFKC')));
      assert.deepEqual([sheet.formulas, begun], [0, []]);
      const cells = comparable(sheet).map((row) => row.map(withoutGuard));
      const comments = (rows: string[][]): string[] => rows.map((row) => row[3]!);
      const changed = comments(raw).filter((value, i) => value !== comments(cells)[i]);
      t.diagnostic(
        `${cells.flat().length} cells, ${sheet.formulas} formulas; read as numbers or days: ${changed}`,
      );
      assert.deepEqual(
        changed.filter((value) => !REWRITTEN.includes(value)),
        [],
      );
    });

    it(`with ${name}, columns opened as text: without the apostrophes of the export every cell is what was written`, async () => {
      const sheet = await openSheet(await file(), folder, { separator, asText: true });
      assert.equal(sheet.formulas, 0);
      assert.deepEqual(
        comparable(sheet).map((row) => row.map(withoutGuard)),
        raw,
      );
    });
  }
});

function environment(folder: string): Record<string, string> {
  return { GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: `${folder}/data` };
}

/** Stores one signature for each comment, all without a seat. */
function storeComments(folder: string, comments: readonly string[]): void {
  const office = openOffice(readSettings(environment(folder)));
  office.store.transaction(() => {
    comments.forEach((comment, i) => {
      const id = String(i).padStart(22, '0');
      office.store.insert({
        petition: ID,
        key: id,
        receipt: id,
        bodyHash: new Uint8Array(),
        response: '',
        seat: null,
        withdrawal: null,
        locale: 'en',
        fields: { given_name: 'Zofia', email: `${i}@mail.example`, comment },
        consents: [{ purpose: 'sign', given: true, version: '1', text: 'Hand my name over.' }],
        signedAt: new Date('2026-11-30T00:00:00Z'),
      });
    });
  });
  office.close();
}

/** LibreOffice has one kind of line break within a cell. */
function withOneLineBreak(rows: readonly string[][]): string[][] {
  return rows.map((row) => row.map((cell) => cell.replace(/\r\n?/g, '\n')));
}

function randomValues(count: number): string[] {
  const random = mulberry32(20_261_130);
  const parts = [...'=+-@＝＋－＠,;\t\n\'" \u00a0\u200b\u202eab', 'Алесь', 'Łódź', '"=', ";'=", '\n-'];
  const anyValue = (): string =>
    Array.from(
      { length: 1 + Math.floor(random() * 8) },
      () => parts[Math.floor(random() * parts.length)]!,
    ).join('');
  return Array.from({ length: count }, anyValue);
}
