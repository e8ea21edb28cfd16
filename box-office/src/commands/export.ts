import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { seatCode } from 'grandstand/venue';
import { csvLine } from '../csv.js';
import { readPetitions, type Petition } from '../petitions.js';
import { readSettings } from '../settings.js';
import { SignaturesFile, type StoredSignature } from '../signatures-file.js';
import { StartError } from '../start-error.js';

/** Writes the signatures of one petition to stdout as CSV. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const settings = readSettings(process.env);
  const petition = choose(readPetitions(settings.campaigns), positionals[0]);
  endWithReader();
  const file = new SignaturesFile(settings.data, petition.id);
  try {
    const fields = inOrder(
      petition.document.fields.map(({ name }) => name),
      file.fieldNames(),
    );
    const purposes = inOrder(
      petition.document.consents.map(({ purpose }) => purpose),
      file.purposes(),
    );
    await write(csvLine(header(fields, purposes)));
    for (const signature of file.signatures())
      await write(csvLine(row(petition, fields, purposes, signature)));
  } finally {
    file.close();
  }
  return 0;
}

function choose(petitions: readonly Petition[], id: string | undefined): Petition {
  const ids = petitions.map((petition) => petition.id).join(', ');
  if (id === undefined && petitions.length > 1) {
    throw new StartError(`export: there are several petitions; name one of ${ids}.`);
  }
  const chosen = id === undefined ? petitions[0] : petitions.find((petition) => petition.id === id);
  if (!chosen) throw new StartError(`export: "${id}" is not a petition here; there is ${ids}.`);
  return chosen;
}

/** The document's order; behind it what is stored, but not in the document any more. */
function inOrder(documented: readonly string[], stored: readonly string[]): string[] {
  return [...documented, ...stored.filter((name) => !documented.includes(name))];
}

function header(fields: readonly string[], purposes: readonly string[]): string[] {
  const consents = purposes.flatMap((purpose) =>
    ['given', 'version', 'text', 'locale'].map((what) => `consent_${purpose}_${what}`),
  );
  return [...fields, ...consents, 'seat', 'signed_at'];
}

function row(
  { venue }: Petition,
  fields: readonly string[],
  purposes: readonly string[],
  signature: StoredSignature,
): (string | boolean | null | undefined)[] {
  const consents = purposes.flatMap((purpose) => {
    const consent = signature.consents.find((answer) => answer.purpose === purpose);
    return consent
      ? [consent.given, consent.version, consent.text, signature.locale]
      : [null, null, null, null];
  });
  const seat = signature.seat === null || venue === null ? null : seatCode(venue, signature.seat);
  return [...fields.map((name) => signature.fields[name]), ...consents, seat, signature.signedAt];
}

/** `export | head` stops reading before we stop writing, and that is no mistake. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

/** Waits while the reader is slower than we are, so that the lines do not pile up in memory. */
async function write(line: string): Promise<void> {
  if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}
