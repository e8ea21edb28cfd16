import { explain, type EndpointConfig, type ReadyEndpoint } from 'grandstand/model';
import type { TransportReply, TransportRequest } from 'grandstand/transport';
import {
  askedHeaders,
  decodeCount,
  decodeSeatList,
  describeRequest,
  encodeCount,
  encodeSeats,
  encodeSigning,
  isPreflighted,
  loadEndpoint,
  shortUrl,
  type SignatureFacts,
} from 'grandstand/transport/declared';
import { seatFromCode, seatCode } from 'grandstand/venue';
import { note, ok, problem, type Finding } from './finding.js';
import type { Petition } from './petitions.js';

const TIMEOUT_MILLISECONDS = 15_000;

/**
 * Reads count and seats of an endpoint that is described by data, and says what a signature would be; nothing is signed.
 * `origin`: the page's, to ask whether its browser would be let through; null: that is not asked.
 */
export async function askDeclared(
  config: EndpointConfig,
  petition: Petition,
  origin: string | null,
): Promise<Finding[]> {
  const { endpoint, problems } = await loadEndpoint(config);
  const findings = problems.map((one) => problem(explain(one)));
  if (!endpoint) return findings;
  const facts = factsOf(petition, endpoint, origin);
  return [
    ...findings,
    ok(`endpoint: ${config.preset ? `preset ${config.preset}` : 'described by the document'}`),
    ...(await askSign(endpoint, facts, origin)),
    ...(await askCount(endpoint, facts, origin)),
    ...(await askSeats(endpoint, facts, petition, origin)),
  ];
}

/** A signature as long as it need be to see every name that would be sent. */
function factsOf(
  { id, document, venue }: Petition,
  endpoint: ReadyEndpoint,
  origin: string | null,
): SignatureFacts {
  return {
    fields: Object.fromEntries(
      document.fields.map(({ name, type }) => [name, type === 'checkbox' ? true : '-']),
    ),
    consents: document.consents.map(({ purpose, version }) => ({ purpose, given: true, version, text: '-' })),
    locale: document.languages[0]!,
    petition: id,
    seat: venue && { number: 0, code: seatCode(venue, 0) },
    story: document.stories[0]?.id ?? null,
    idempotencyKey: '-',
    vars: endpoint.vars,
    utm: {},
    page: { origin: origin ?? '-', title: '-' },
  };
}

async function askSign(
  { sign }: ReadyEndpoint,
  facts: SignatureFacts,
  origin: string | null,
): Promise<Finding[]> {
  if (!sign) return [note('sign: this endpoint takes no signatures')];
  const findings: Finding[] = [];
  for (const request of encodeSigning(sign, facts)) {
    findings.push(ok(`sign: would send ${describeRequest(request)}`));
    if (request.mode === 'no-cors')
      findings.push(
        note('sign: blind; signers are told that it was sent, and that the answer cannot be read'),
      );
    else if (!isPreflighted(request))
      findings.push(ok('sign: no browser asks the server beforehand (no preflight)'));
    else if (origin === null)
      findings.push(
        note('sign: browsers ask the server beforehand (preflight); --origin https://your.page asks it here'),
      );
    else findings.push(await preflight(request, origin));
  }
  if (!sign.idempotency)
    findings.push(
      note(
        'sign: sent once, since no key travels (sign.idempotency); a signature whose answer is lost is told as unsure',
      ),
    );
  return findings;
}

async function preflight(request: TransportRequest, origin: string): Promise<Finding> {
  const asked = askedHeaders(request);
  const at = `sign: the preflight of ${shortUrl(request.url)} for ${origin}`;
  let response: Response;
  try {
    response = await fetch(request.url, {
      method: 'OPTIONS',
      redirect: 'manual',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': request.method,
        ...(asked.length > 0 && { 'Access-Control-Request-Headers': asked.join(',') }),
      },
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    await response.body?.cancel();
  } catch {
    return problem(`${at} is not answered; is the address right, and the server running?`);
  }
  if (!response.ok)
    return problem(`${at} is answered ${response.status}; it must be 2xx, without a redirect`);
  const allowed = corsProblem(response, origin);
  if (allowed) return problem(`${at} ${allowed}`);
  const list = (name: string): string[] =>
    (response.headers.get(name) ?? '').split(',').map((one) => one.trim().toLowerCase());
  const headers = list('access-control-allow-headers');
  const missing = asked.filter((header) => !headers.includes(header) && !headers.includes('*'));
  if (missing.length > 0)
    return problem(
      `${at} does not allow ${missing.join(', ')}; add "Access-Control-Allow-Headers: ${asked.join(', ')}"`,
    );
  const methods = list('access-control-allow-methods');
  // POST needs no word of it.
  if (request.method !== 'POST' && !methods.includes(request.method.toLowerCase()) && !methods.includes('*'))
    return problem(
      `${at} does not allow ${request.method}; add "Access-Control-Allow-Methods: ${request.method}"`,
    );
  return ok(`${at} is allowed`);
}

/** Why the page's browser may not read an answer; null when it may. */
function corsProblem(response: Response, origin: string): string | null {
  const allowed = response.headers.get('access-control-allow-origin');
  if (allowed === '*' || allowed === origin) return null;
  return `lacks "Access-Control-Allow-Origin: ${origin}"${allowed === null ? '' : ` (it says ${allowed})`}`;
}

async function askCount(
  { count }: ReadyEndpoint,
  facts: SignatureFacts,
  origin: string | null,
): Promise<Finding[]> {
  if (!count)
    return [note('count: this endpoint publishes none; leave the counter out, or add a count block')];
  const findings: Finding[] = [];
  let sum = 0;
  for (const one of count) {
    const request = encodeCount(one, facts);
    const got = await ask(request, origin, 'count');
    if ('kind' in got) return [...findings, got];
    const read = decodeCount(one, got);
    if (!read)
      return [
        ...findings,
        problem(
          `count: ${shortUrl(request.url)} answers ${got.status}, and no number at ${one.path ?? 'text'}`,
        ),
      ];
    const header = /^header:(.+)$/.exec(one.path ?? '')?.[1];
    const exposed = got.headers?.['access-control-expose-headers'] ?? '';
    if (
      origin !== null &&
      header &&
      exposed !== '*' &&
      !exposed.toLowerCase().includes(header.trim().toLowerCase())
    )
      findings.push(
        problem(
          `count: no page can read the header ${header}; add "Access-Control-Expose-Headers: ${header}"`,
        ),
      );
    sum += read.signatures;
  }
  return [...findings, ok(`count: ${sum}`)];
}

async function askSeats(
  { seats, sign }: ReadyEndpoint,
  facts: SignatureFacts,
  { venue }: Petition,
  origin: string | null,
): Promise<Finding[]> {
  if (!venue) return [];
  if (!seats)
    return [
      note('seats: this endpoint gives none; as many as the count are lit, and a chosen one is not promised'),
    ];
  const findings: Finding[] = [];
  if (!sign?.response?.seatTaken)
    findings.push(
      problem('seats: sign.response.seatTaken is missing, so a seat that is taken is not told as such'),
    );
  const request = encodeSeats(seats, facts);
  const got = await ask(request, origin, 'seats');
  if ('kind' in got) return [...findings, got];
  if (seats.format === 'occupancy')
    return [
      ...findings,
      got.status === 200 ? ok(`seats: ${got.bytes.length} bytes`) : answered('seats', request, got),
    ];
  const list = decodeSeatList(seats, got);
  if (!list) return [...findings, answered('seats', request, got)];
  const strange = list.filter(
    (one) => one !== '' && typeof one === 'string' && seatFromCode(venue, one) === null,
  );
  if (strange.length > 0)
    findings.push(problem(`seats: ${strange.length} of ${list.length} are no seats of this venue`));
  return [...findings, ok(`seats: ${list.length} are read${seats.pages ? ' from the first page' : ''}`)];
}

function answered(what: string, request: TransportRequest, reply: TransportReply): Finding {
  return problem(`${what}: ${shortUrl(request.url)} answers ${reply.status}, and no list at ${what}.path`);
}

async function ask(
  request: TransportRequest,
  origin: string | null,
  what: string,
): Promise<TransportReply | Finding> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      redirect: 'manual',
      headers: {
        ...request.headers,
        ...(origin !== null && { Origin: origin }),
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(typeof request.body === 'string' && { body: request.body }),
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status >= 300 && response.status < 400)
      return problem(
        `${what}: ${shortUrl(request.url)} redirects to ${response.headers.get('location')}; give that address`,
      );
    const blocked = origin === null ? null : corsProblem(response, origin);
    if (blocked) return problem(`${what}: ${shortUrl(request.url)} ${blocked}`);
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      retryAfter: response.headers.get('retry-after'),
      headers: Object.fromEntries(response.headers),
      bytes,
    };
  } catch {
    return problem(
      `${what}: ${shortUrl(request.url)} cannot be reached; is the address right, and the server running?`,
    );
  }
}
