import type { PublishedCount } from 'grandstand/model';
import { OccupancyError, decodeOccupancy } from 'grandstand/venue';
import { askDeclared } from './ask-declared.js';
import { note, ok, problem, type Finding } from './finding.js';
import type { Petition } from './petitions.js';

const TIMEOUT_MILLISECONDS = 15_000;

/**
 * Asks a document's endpoint for count and seats, as a page would, where it has an address of its own. `origin`: of the
 * page that will ask; null where it is not known.
 */
export async function askEndpoint(petition: Petition, origin: string | null = null): Promise<Finding[]> {
  const { id, document, venue } = petition;
  const given = document.endpoint;
  if (given === null || given === undefined) return [note('endpoint: none')];
  const isDeclared = typeof given !== 'string' && given.preset !== 'box-office';
  if (isDeclared) return askDeclared(given, petition, origin);
  const endpoint = typeof given === 'string' ? given : given.vars?.['url'];
  if (typeof endpoint !== 'string')
    return [problem('endpoint.vars.url: is missing; the address of the box office')];
  if (!/^https?:\/\//.test(endpoint)) {
    return [note(`endpoint: "${endpoint}" is relative to where the document is published, and not asked`)];
  }
  const address = `${endpoint.replace(/\/+$/, '')}/petitions/${id}`;
  try {
    const count = await readCount(address);
    const findings = [
      ok(
        `endpoint: ${address} is ${count.status}, ${count.signatures} signatures, revision ${count.revision}`,
      ),
    ];
    if (count.seats?.layout !== venue?.layout) {
      return [
        ...findings,
        problem(
          `endpoint: its layout is ${count.seats?.layout ?? 'none'}, that of the document is ${venue?.layout ?? 'none'}; give both the same venue`,
        ),
      ];
    }
    if (venue) {
      const { revision } = decodeOccupancy(await readBytes(`${address}/seats`), venue);
      findings.push(ok(`seats: ${address}/seats can be read, revision ${revision}`));
    }
    return findings;
  } catch (error) {
    return [problem(`endpoint: ${reason(error, address)}`)];
  }
}

/** What the endpoint did wrong, in words. */
class AnswerError extends Error {
  override readonly name = 'AnswerError';
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  if (!response.ok)
    throw new AnswerError(`${address} answers ${response.status}; is the petition served there?`);
  if (response.headers.get('access-control-allow-origin') !== '*') {
    throw new AnswerError(
      `${address} lacks "Access-Control-Allow-Origin: *", so no page elsewhere can read it`,
    );
  }
  return response;
}

async function readBytes(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await get(address)).arrayBuffer());
}

async function readCount(address: string): Promise<PublishedCount> {
  const text = await (await get(address)).text();
  const count = parse(text);
  if (!isCount(count)) throw new AnswerError(`${address} does not answer with a count; is it a box office?`);
  return count;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isCount(json: unknown): json is PublishedCount {
  if (typeof json !== 'object' || json === null) return false;
  const { signatures, revision, status } = json as Partial<PublishedCount>;
  return Number.isInteger(signatures) && Number.isInteger(revision) && typeof status === 'string';
}

function reason(error: unknown, address: string): string {
  if (error instanceof AnswerError || error instanceof OccupancyError) return error.message;
  if (error instanceof Error && error.name === 'TimeoutError') return `${address} does not answer`;
  return `${address} cannot be reached; is the address right, and the server running?`;
}
