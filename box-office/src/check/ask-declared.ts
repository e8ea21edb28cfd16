import {
  explain,
  withoutPassword,
  type EndpointConfig,
  type Problem,
  type ReadyEndpoint,
  type SignCall,
} from 'grandstand/model';
import type { TransportReply, TransportRequest } from 'grandstand/transport';
import { validateDescription } from 'grandstand/model/schema';
import {
  askedHeaders,
  countProblems,
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
import type { Petition } from '../petition/petitions.js';
import { readingFault } from './cors-check.js';
import { note, ok, problem, type Finding } from './finding.js';
import { ask, askPreflight, NoAnswerError } from './page-request.js';

/** An address as it stands in a list; what is found is never repeated. */
const EMAIL = /[^\s"<>@]@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/i;

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
  const findings = descriptionFindings(config, petition, endpoint, problems);
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

/** Findings about a description: the problems found while reading it, then those of the judge that `debug` uses. */
export function descriptionFindings(
  config: EndpointConfig,
  { document }: Petition,
  endpoint: ReadyEndpoint | null,
  told: readonly Problem[],
): Finding[] {
  const names = { document, variables: endpoint && Object.keys(endpoint.vars) };
  const mistakes = validateDescription(config, names).filter(
    ({ path }) => !told.some((one) => one.path === path),
  );
  return [...told, ...mistakes].map((one) => problem(explain(one)));
}

/** A signature as long as it need be to see every name that would be sent. */
export function factsOf(
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

/** True for a sign block without a rule for success, where the status alone must tell a stored signature. */
function lacksSuccess({ encoding, mode, response }: SignCall): boolean {
  return encoding !== 'graphql' && mode !== 'no-cors' && !response?.success && !response?.assumed;
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
    else if (origin === null)
      findings.push(
        isPreflighted(request)
          ? note(
              'sign: browsers ask the server beforehand (preflight); --origin https://your.page asks it here',
            )
          : ok('sign: no browser asks the server beforehand (no preflight)'),
      );
    else if (isSameOrigin(request, origin))
      findings.push(
        ok(`sign: ${shortUrl(request.url)} is on ${origin} itself, so browsers need no permission (CORS)`),
      );
    else if (isPreflighted(request)) findings.push(...(await preflightFindings('sign', request, origin)));
    else
      findings.push(
        note(
          `sign: no browser asks ${shortUrl(request.url)} beforehand (no preflight), so whether ${origin} may read its answer cannot be known without signing; every answer to the POST, errors too, must have "Access-Control-Allow-Origin: ${origin}"`,
        ),
      );
  }
  if (lacksSuccess(sign))
    findings.push(
      note(
        'sign: sign.response.success is missing, so an answer with 2xx is a signature unless it is plainly an error or a page; write what only a stored one has, like {"path": "id", "exists": true}',
      ),
    );
  if (!sign.idempotency)
    findings.push(
      note(
        'sign: the page sends it once, since no key travels (sign.idempotency); a signature whose answer is lost is told as unsure',
      ),
    );
  return findings;
}

/** Asks the preflight of `request` for pages of `origin`, without sending the request; no finding where browsers ask none. */
async function preflightFindings(
  what: string,
  request: TransportRequest,
  origin: string,
): Promise<Finding[]> {
  if (isSameOrigin(request, origin) || !isPreflighted(request)) return [];
  const url = shortUrl(request.url);
  const at = `${what}: the preflight of ${url} for ${origin} (OPTIONS)`;
  try {
    const asked = { method: request.method, headers: askedHeaders(request) };
    const { fault } = await askPreflight(request.url, asked, origin, request.timeoutMs);
    return [fault === null ? ok(`${at} is allowed`) : problem(`${at} ${fault}`)];
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    return [problem(`${what}: ${url} ${error.message}`)];
  }
}

/** True for a request to the page's own origin, where browsers need no permission. */
function isSameOrigin({ url }: TransportRequest, origin: string): boolean {
  return new URL(url).origin === origin;
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
  for (const [i, one] of count.entries()) {
    const request = encodeCount(one, facts);
    const got = await read(request, origin, 'count');
    if ('kind' in got) return [...findings, got];
    const counted = decodeCount(one, got);
    // Where the pattern reads only a part, the number may be the wrong one, or missing.
    findings.push(
      ...countProblems(one, got, count.length > 1 ? `count[${i}]` : 'count').map((fault) =>
        problem(`count: ${shortUrl(request.url)}: ${explain(fault)}`),
      ),
    );
    if (!counted) return findings;
    const header = /^header:(.+)$/.exec(one.path ?? '')?.[1];
    const exposed = got.headers?.['access-control-expose-headers'] ?? '';
    if (
      origin !== null &&
      !isSameOrigin(request, origin) &&
      header &&
      exposed !== '*' &&
      !exposed.toLowerCase().includes(header.trim().toLowerCase())
    )
      findings.push(
        problem(
          `count: no page can read the header ${header}; add "Access-Control-Expose-Headers: ${header}"`,
        ),
      );
    sum += counted.signatures;
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
  // A service that does not say what is there already is asked for another seat all the same.
  if (!sign?.response?.seatTaken && !sign?.response?.notUnique)
    findings.push(
      problem('seats: sign.response.seatTaken is missing, so a seat that is taken is not told as such'),
    );
  const request = encodeSeats(seats, facts);
  const got = await read(request, origin, 'seats');
  if ('kind' in got) return [...findings, got];
  if (seats.format === 'occupancy')
    return [
      ...findings,
      got.status === 200 ? ok(`seats: ${got.bytes.length} bytes`) : answered('seats', request, got),
    ];
  if (EMAIL.test(new TextDecoder().decode(got.bytes)))
    findings.push(
      problem(
        `seats: ${shortUrl(request.url)} gives email addresses to everyone who opens it; publish only a view with the seat column`,
      ),
    );
  const list = decodeSeatList(seats, got);
  if (!list) return [...findings, answered('seats', request, got)];
  const strange = list.filter(
    (one) => one !== '' && typeof one === 'string' && seatFromCode(venue, one) === null,
  );
  if (strange.length > 0)
    findings.push(problem(`seats: ${strange.length} of ${list.length} are not seats of this venue`));
  return [...findings, ok(`seats: ${list.length} are read${seats.pages ? ' from the first page' : ''}`)];
}

function answered(what: string, request: TransportRequest, reply: TransportReply): Finding {
  return problem(`${what}: ${shortUrl(request.url)} answers ${reply.status}, and no list at ${what}.path`);
}

/** The answer to a reading as a page of `origin` gets it, or why it gets none. */
async function read(
  request: TransportRequest,
  origin: string | null,
  what: string,
): Promise<TransportReply | Finding> {
  const url = shortUrl(request.url);
  if (origin !== null) {
    const [refused] = (await preflightFindings(what, request, origin)).filter(
      ({ kind }) => kind === 'problem',
    );
    if (refused) return refused;
  }
  try {
    const { status, headers, bytes } = await ask({
      method: request.method,
      url: request.url,
      headers: {
        ...request.headers,
        ...(origin !== null && { Origin: origin }),
        ...(request.body !== undefined && { 'content-type': request.contentType ?? 'application/json' }),
      },
      ...(typeof request.body === 'string' && { body: request.body }),
      ...(request.timeoutMs !== undefined && { timeoutMs: request.timeoutMs }),
      maxBytes: request.maxBytes,
    });
    if (status >= 300 && status < 400)
      return problem(
        `${what}: ${url} redirects to ${withoutPassword(headers.get('location') ?? '')}; give that address`,
      );
    const fault =
      origin === null || isSameOrigin(request, origin) ? null : readingFault({ status, headers }, origin);
    if (fault) return problem(`${what}: ${url} ${fault}`);
    return {
      status,
      contentType: headers.get('content-type') ?? '',
      retryAfter: headers.get('retry-after'),
      headers: Object.fromEntries(headers),
      bytes,
    };
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    return problem(`${what}: ${url} ${error.message}`);
  }
}
