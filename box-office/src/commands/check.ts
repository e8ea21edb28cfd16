import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { shortJson } from 'grandstand/model';
import { checkEndpoint } from '../check/check-endpoint.js';
import { note, ok, type CheckResult } from '../check/check-result.js';
import { checkSample, type SampleResponse } from '../check/check-sample.js';
import { originFault } from '../origin.js';
import { timeZoneWarning } from '../petition/days.js';
import { PetitionError, readJson, buildPetition, type Petition } from '../petition/petition.js';
import { StartError } from '../start-error.js';

/**
 * Validates a campaign document as the server does, and checks its endpoint or a stored response. Results go to stdout.
 */
export async function runChecks(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      origin: { type: 'string' },
      answer: { type: 'string' },
      status: { type: 'string' },
      header: { type: 'string', multiple: true },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new StartError(
      'check: name one campaign document, like "grandstand-box-office check campaigns/my-petition.json".',
    );
  }
  const { origin, answer, status, header } = values;
  if (answer !== undefined && origin !== undefined)
    throw new StartError(
      'check: --origin asks the endpoint and --answer asks nobody; give one of the two at a time.',
    );
  if (answer === undefined && (status !== undefined || header !== undefined))
    throw new StartError(
      'check: --status and --header belong to an answer; name its file, like --answer sample.json.',
    );
  const results = await checkDocument(
    file,
    answer === undefined
      ? endpointStep(origin === undefined ? null : readOrigin(origin))
      : sampleStep(readSample(answer, status, header ?? [])),
  );
  for (const { kind, text } of results) console.log(`${kind.padEnd(8)}${text}`);
  return results.some(({ kind }) => kind === 'problem') ? 1 : 0;
}

type CheckStep = (petition: Petition) => Promise<CheckResult[]>;

function endpointStep(origin: string | null): CheckStep {
  return async (petition) => [...describePetition(petition), ...(await checkEndpoint(petition, origin))];
}

function sampleStep(sample: SampleResponse): CheckStep {
  return (petition) => checkSample(petition, sample);
}

function readOrigin(text: string): string {
  const fault =
    text === 'null'
      ? 'is the origin of sandboxed frames and files; write the one of a page, like https://ngo.example'
      : originFault(text);
  if (fault) throw new StartError(`check: --origin ${shortJson(text)} ${fault}.`);
  return text;
}

/** Reads a stored response: its body from a file, status and headers from options. */
function readSample(file: string, status: string | undefined, headers: readonly string[]): SampleResponse {
  if (status === undefined || !/^[2-5]\d\d$/.test(status))
    throw new StartError(
      `check: --status ${status === undefined ? 'is missing' : `${shortJson(status)} is not a status from 200 to 599`}; write the one the answer had, like --status 409.`,
    );
  return {
    name: basename(file),
    status: Number(status),
    headers: Object.fromEntries(headers.map(parseHeader)),
    bytes: readSampleFile(file),
  };
}

function parseHeader(text: string): [name: string, value: string] {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new StartError(
      `check: --header ${shortJson(text)} is not a header; write name, colon and value, like --header "Content-Type: text/html".`,
    );
  return [name.toLowerCase(), value.trim()];
}

function readSampleFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `check: --answer ${shortJson(file)} cannot be read (${code}); name the file with the body of an answer.`,
    );
  }
}

async function checkDocument(file: string, step: CheckStep): Promise<CheckResult[]> {
  let petition: Petition;
  try {
    petition = buildPetition(file, readJson(file));
  } catch (error) {
    if (!(error instanceof PetitionError)) throw error;
    return error.problems.map((text) => ({ kind: 'problem', text }));
  }
  return step(petition);
}

function describePetition({ id, file, document, venue, kept, images, warnings }: Petition): CheckResult[] {
  const zoneWarning = timeZoneWarning(document);
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
    ...(zoneWarning ? [note(zoneWarning)] : []),
    ...warnings.map((text): CheckResult => ({ kind: 'problem', text: text.replace(`${file}: `, '') })),
    ...(basename(file) === `${id}.json`
      ? []
      : [{ kind: 'note', text: `a box office looks for this document under the name ${id}.json` } as const]),
  ];
}
