import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { targetColumns, teamColumns, type ExportColumn } from '../export/columns.js';
import { BYTE_ORDER_MARK, EXCEL_CSV, PLAIN_CSV, RAW_CSV, csvLine, type CsvFormat } from '../export/csv.js';
import { loadPetitions, type Petition } from '../petition/petition.js';
import { readSettings } from '../settings.js';
import { StartError } from '../start-error.js';
import { OWNER_ONLY, syncFolder } from '../store/private-file.js';
import { SignatureReader } from '../store/signature-reader.js';

const AUDIENCES = ['excel', 'target'];

/** Writes the signatures of one petition as CSV, to stdout or into a folder. */
export async function exportSignatures(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      for: { type: 'string', multiple: true, default: [] },
      raw: { type: 'boolean', default: false },
      consent: { type: 'string', multiple: true, default: [] },
      output: { type: 'string' },
    },
  });
  if (positionals.length > 1) {
    throw new StartError(
      `export: "${positionals.join(' ')}" are ${positionals.length} petitions; name one, and export the others by themselves.`,
    );
  }
  const isFor = readAudiences(values.for, values.raw);
  const settings = readSettings(process.env);
  const petition = choosePetition(loadPetitions(settings.campaigns), positionals[0]);
  const file = new SignatureReader(settings.data, petition.id);
  try {
    const format = values.raw ? RAW_CSV : isFor.excel ? EXCEL_CSV : PLAIN_CSV;
    const stored = { fields: file.fieldNames(), purposes: file.purposes() };
    assertPurposes(petition, stored.purposes, values.consent);
    const columns = isFor.target
      ? targetColumns(petition)
      : teamColumns(petition, stored, { countries: isFor.excel });
    if (columns.length === 0) {
      throw new StartError(
        `export: "${petition.id}" has no field that the target sees; add "target" to "seenBy" of a field before people sign.`,
      );
    }
    const lines = csvLines(file, columns, format, values.consent);
    if (values.output === undefined) await writeToStdout(lines);
    else await writeToFolder(lines, values.output, petition.id);
  } finally {
    file.close();
  }
  return 0;
}

function readAudiences(names: readonly string[], raw: boolean): { excel: boolean; target: boolean } {
  for (const name of names) {
    if (!AUDIENCES.includes(name))
      throw new StartError(
        `export: --for "${name}" is not known; write --for ${AUDIENCES.join(' or --for ')}.`,
      );
    if (raw)
      throw new StartError(
        `export: --raw and --for ${name} exclude each other; --raw is for machines, so leave one of them out.`,
      );
  }
  return { excel: names.includes('excel'), target: names.includes('target') };
}

function choosePetition(petitions: readonly Petition[], id: string | undefined): Petition {
  const ids = petitions.map((petition) => petition.id).join(', ');
  if (id === undefined && petitions.length > 1) {
    throw new StartError(`export: there are several petitions; name one of ${ids}.`);
  }
  const chosen = id === undefined ? petitions[0] : petitions.find((petition) => petition.id === id);
  if (!chosen) throw new StartError(`export: "${id}" is not a petition here; there is ${ids}.`);
  return chosen;
}

function assertPurposes({ document }: Petition, stored: readonly string[], asked: readonly string[]): void {
  const known = [...new Set([...document.consents.map(({ purpose }) => purpose), ...stored])];
  const unknown = asked.find((purpose) => !known.includes(purpose));
  if (unknown !== undefined) {
    throw new StartError(
      `export: --consent "${unknown}" is not a purpose of this petition; known purposes: ${known.join(', ') || 'none'}.`,
    );
  }
}

/** Yields the file line by line, so that a million signatures need no more memory than one. */
function* csvLines(
  file: SignatureReader,
  columns: readonly ExportColumn[],
  format: CsvFormat,
  purposes: readonly string[],
): Generator<string> {
  const head = csvLine(
    columns.map(({ heading }) => heading),
    format,
  );
  yield format === EXCEL_CSV ? BYTE_ORDER_MARK + head : head;
  for (const signature of file.signatures()) {
    const saidYes = (purpose: string): boolean =>
      signature.consents.some((consent) => consent.purpose === purpose && consent.given);
    if (!purposes.every(saidYes)) continue;
    yield csvLine(
      columns.map(({ cell }) => cell(signature)),
      format,
    );
  }
}

/** Waits while the reader is slower than we are, so that the lines do not pile up in memory. */
async function writeToStdout(lines: Iterable<string>): Promise<void> {
  // A reader like `export | head` may close the pipe early, which is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  for (const line of lines) if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}

/** Writes a file that gets its name once it is complete; nothing is overwritten. */
async function writeToFolder(lines: Iterable<string>, output: string, id: string): Promise<void> {
  const folder = resolve(output);
  const isOther = existsSync(folder) && !statSync(folder).isDirectory();
  if (isOther)
    throw new StartError(`export: --output "${output}" is not a folder; name the folder for the file.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${id}-signatures-${new Date().toISOString().slice(0, 10)}.csv`);
  if (existsSync(file))
    throw new StartError(`export: ${file} exists already; move or delete it, or name another folder.`);
  const draft = `${file}.partial`;
  rmSync(draft, { force: true });
  try {
    await pipeline(lines, createWriteStream(draft, { flags: 'wx', mode: OWNER_ONLY, flush: true }));
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(folder);
  console.log(`${file}: ${statSync(file).size} bytes, for its owner alone`);
}
