import { checkAddress, shortJson, withoutPassword, type PublishedCount } from 'grandstand/model';
import { OccupancyError, decodeOccupancy } from 'grandstand/venue';
import type { Petition } from '../petition/petition.js';
import { checkDays } from './check-days.js';
import { checkDeclared } from './check-declared.js';
import { note, ok, problem, type CheckResult } from './check-result.js';
import { sendAsPage, sendPreflight, NoResponseError, type PageResponse } from './page-request.js';

/**
 * Reads count and seats of a document's endpoint as a page would, where it has an absolute address.
 * @param origin the origin of the page; null where it is unknown
 */
export async function checkEndpoint(
  petition: Petition,
  origin: string | null = null,
): Promise<CheckResult[]> {
  const { id, document, venue } = petition;
  const configured = document.endpoint;
  if (configured === null || configured === undefined) return [note('endpoint: none')];
  const isDeclared = typeof configured !== 'string' && configured.preset !== 'box-office';
  if (isDeclared)
    return [...checkDays(document, new Date()), ...(await checkDeclared(configured, petition, origin))];
  const endpoint = typeof configured === 'string' ? configured : configured.vars?.['url'];
  const published = { base: 'https://relative.invalid/', isPrefix: true };
  const { fault } = checkAddress(endpoint, published);
  if (typeof endpoint !== 'string' || fault !== null)
    return [problem(`endpoint: ${endpoint === undefined ? '' : `${shortJson(endpoint)} `}${fault}`)];
  if (!/^https?:\/\//i.test(endpoint))
    return [
      note(
        `endpoint: "${endpoint}" is relative to where the document is published, and not asked${origin === null ? '' : `; write it with https:// to ask it for ${origin}`}`,
      ),
    ];
  const address = `${endpoint.replace(/\/+$/, '')}/petitions/${id}`;
  const results = await collectResults(async (collected) => {
    const count = await fetchCount(address, origin);
    collected.push(
      ok(
        `endpoint: ${address} is ${count.status}, ${count.signatures} signatures, revision ${count.revision}`,
      ),
    );
    if (count.seats?.layout !== venue?.layout)
      throw new ResponseError(
        `its layout is ${count.seats?.layout ?? 'none'}, that of the document is ${venue?.layout ?? 'none'}; give both the same venue`,
      );
    if (venue) {
      const { revision } = decodeOccupancy(await fetchBytes(`${address}/seats`, origin), venue);
      collected.push(ok(`seats: ${address}/seats can be read, revision ${revision}`));
    }
  });
  return origin === null ? results : [...results, ...(await checkSigningPreflight(address, origin))];
}

/** Collects the results of `work`, and the problem that ended it. */
async function collectResults(work: (collected: CheckResult[]) => Promise<void>): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  try {
    await work(results);
  } catch (error) {
    if (!isReportable(error)) throw error;
    results.push(problem(`endpoint: ${error.message}`));
  }
  return results;
}

/** Checks that pages of `origin` may sign: sends the preflight of a signature, and no signature. */
function checkSigningPreflight(address: string, origin: string): Promise<CheckResult[]> {
  const url = `${address}/signatures`;
  return collectResults(async (collected) => {
    const announced = { method: 'POST', headers: ['content-type'] };
    const { status, fault } = await withAddressInError(url, sendPreflight(url, announced, origin));
    const at = `sign: the preflight of ${url} for ${origin} (OPTIONS)`;
    if (fault === null) collected.push(ok(`${at} is allowed, so its pages may sign`));
    else if (status === 403)
      collected.push(
        problem(
          `${at} is answered 403, so its pages cannot sign; start the box office with ALLOWED_ORIGINS=${origin}, besides the origins it already allows (its own pages: let the proxy pass the Host header on)`,
        ),
      );
    else collected.push(problem(`${at} ${fault}`));
  });
}

/** Fault of a response, as a sentence. */
class ResponseError extends Error {
  override readonly name = 'ResponseError';
}

/** Adds the address to a missing response, and makes a `ResponseError` of it. */
async function withAddressInError<T>(address: string, response: Promise<T>): Promise<T> {
  try {
    return await response;
  } catch (error) {
    throw error instanceof NoResponseError ? new ResponseError(`${address} ${error.message}`) : error;
  }
}

async function fetchReadable(address: string, origin: string | null): Promise<PageResponse> {
  const response = await withAddressInError(
    address,
    sendAsPage({ method: 'GET', url: address, ...(origin !== null && { headers: { Origin: origin } }) }),
  );
  const { status, headers } = response;
  if (status >= 300 && status < 400)
    throw new ResponseError(
      `${address} redirects to ${withoutPassword(headers.get('location') ?? '')}; give the address that it leads to`,
    );
  if (status !== 200) throw new ResponseError(`${address} answers ${status}; is the petition served there?`);
  const allowed = headers.get('access-control-allow-origin');
  if (allowed !== '*' && (origin === null || allowed !== origin))
    throw new ResponseError(
      `${address} lacks "Access-Control-Allow-Origin: *", so no page elsewhere can read it; let the box office or its proxy send it`,
    );
  return response;
}

async function fetchBytes(address: string, origin: string | null): Promise<Uint8Array> {
  return (await fetchReadable(address, origin)).bytes;
}

async function fetchCount(address: string, origin: string | null): Promise<PublishedCount> {
  const count = parseJson(new TextDecoder().decode(await fetchBytes(address, origin)));
  if (!isCount(count))
    throw new ResponseError(`${address} does not answer with a count; is it a box office?`);
  return count;
}

function parseJson(text: string): unknown {
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

function isReportable(error: unknown): error is Error {
  return error instanceof ResponseError || error instanceof OccupancyError;
}
