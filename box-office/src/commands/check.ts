import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { askEndpoint, type Finding } from '../ask-endpoint.js';
import { PetitionError, readJson, readPetition, type Petition } from '../petitions.js';
import { StartError } from '../start-error.js';

/** Judges a campaign document the way the server does, and asks its endpoint. Findings go to stdout. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new StartError(
      'check: name one campaign document, like "grandstand-box-office check campaigns/my-petition.json".',
    );
  }
  const findings = await check(file);
  for (const { kind, text } of findings) console.log(`${kind.padEnd(8)}${text}`);
  return findings.some(({ kind }) => kind === 'problem') ? 1 : 0;
}

async function check(file: string): Promise<Finding[]> {
  let petition: Petition;
  try {
    petition = readPetition(file, readJson(file));
  } catch (error) {
    if (!(error instanceof PetitionError)) throw error;
    return error.findings.map((text) => ({ kind: 'problem', text }));
  }
  return [...describe(petition), ...(await askEndpoint(petition))];
}

function describe({ id, file, document, venue, kept, images, warnings }: Petition): Finding[] {
  const ok = (text: string): Finding => ({ kind: 'ok', text });
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
