import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { askEndpoint } from '../ask-endpoint.js';
import { ok, type Finding } from '../finding.js';
import { PetitionError, readJson, readPetition, type Petition } from '../petitions.js';
import { StartError } from '../start-error.js';

/** Judges a campaign document the way the server does, and asks its endpoint. Findings go to stdout. */
export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { origin: { type: 'string' } },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new StartError(
      'check: name one campaign document, like "grandstand-box-office check campaigns/my-petition.json".',
    );
  }
  const origin = values.origin === undefined ? null : readOrigin(values.origin);
  const findings = await check(file, origin);
  for (const { kind, text } of findings) console.log(`${kind.padEnd(8)}${text}`);
  return findings.some(({ kind }) => kind === 'problem') ? 1 : 0;
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new StartError(`check: "${text}" is no origin; write it like --origin https://ngo.example.`);
  return url.origin;
}

async function check(file: string, origin: string | null): Promise<Finding[]> {
  let petition: Petition;
  try {
    petition = readPetition(file, readJson(file));
  } catch (error) {
    if (!(error instanceof PetitionError)) throw error;
    return error.findings.map((text) => ({ kind: 'problem', text }));
  }
  return [...describe(petition), ...(await askEndpoint(petition, origin))];
}

function describe({ id, file, document, venue, kept, images, warnings }: Petition): Finding[] {
  return [
    ok(
      `document: "${id}", ${document.stories.length} stories, ${document.fields.length} fields, in ${document.languages.join(', ')}`,
    ),
    ok(
      venue
        ? `venue: ${venue.name}, ${venue.capacity} seats, layout ${venue.layout}`
        : 'venue: none, everybody stands',
    ),
    ok(`seats kept: ${kept.length}`),
    ok(`images beside the document: ${images.size}`),
    ...warnings.map((text): Finding => ({ kind: 'problem', text: text.replace(`${file}: `, '') })),
    ...(basename(file) === `${id}.json`
      ? []
      : [{ kind: 'note', text: `a box office looks for this document under the name ${id}.json` } as const]),
  ];
}
