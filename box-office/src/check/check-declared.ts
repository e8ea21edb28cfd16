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
  countInAnswer,
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
import type { Petition } from '../petition/petition.js';
import { note, ok, problem, type CheckResult } from './check-result.js';
import { readingFault } from './cors-check.js';
import { sendAsPage, sendPreflight, NoResponseError } from './page-request.js';

/** Email address anywhere in a list. A match is never quoted in a result. */
const EMAIL = /[^\s"<>@]@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/i;

/**
 * Reads count and seats of an endpoint that is described by data, and describes the request of a signature; nothing is
 * signed.
 * @param origin the origin whose browser permissions are checked too; null: none
 */
export async function checkDeclared(
  config: EndpointConfig,
  petition: Petition,
  origin: string | null,
): Promise<CheckResult[]> {
  const { endpoint, problems } = await loadEndpoint(config);
  const results = checkDescription(config, petition, endpoint, problems);
  if (!endpoint) return results;
  const facts = placeholderFacts(petition, endpoint, origin);
  return [
    ...results,
    ok(`endpoint: ${config.preset ? `preset ${config.preset}` : 'described by the document'}`),
    ...(await checkSign(endpoint, facts, origin)),
    ...(await checkCount(endpoint, facts, origin)),
    ...(await checkSeats(endpoint, facts, petition, origin)),
  ];
}

/** Problems of a description: those found while loading it, then those of the validation that `debug` uses. */
export function checkDescription(
  config: EndpointConfig,
  { document }: Petition,
  endpoint: ReadyEndpoint | null,
  known: readonly Problem[],
): CheckResult[] {
  const names = { document, variables: endpoint && Object.keys(endpoint.vars) };
  const mistakes = validateDescription(config, names).filter(
    ({ path }) => !known.some((one) => one.path === path),
  );
  return [...known, ...mistakes].map((one) => problem(explain(one)));
}

/** Placeholder facts of a signature, enough to show every name that would be sent. */
export function placeholderFacts(
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

/** Reports a sign block without a rule for success, where only the status shows that a signature was stored. */
function lacksSuccessRule({ encoding, mode, response }: SignCall): boolean {
  return encoding !== 'graphql' && mode !== 'no-cors' && !response?.success && !response?.assumed;
}

async function checkSign(
  { sign }: ReadyEndpoint,
  facts: SignatureFacts,
  origin: string | null,
): Promise<CheckResult[]> {
  if (!sign) return [note('sign: this endpoint takes no signatures')];
  const results: CheckResult[] = [];
  for (const request of encodeSigning(sign, facts)) {
    results.push(ok(`sign: would send ${describeRequest(request)}`));
    if (request.mode === 'no-cors')
      results.push(
        note('sign: blind; signers are told that it was sent, and that the answer cannot be read'),
      );
    else if (origin === null)
      results.push(
        isPreflighted(request)
          ? note(
              'sign: browsers ask the server beforehand (preflight); --origin https://your.page asks it here',
            )
          : ok('sign: no browser asks the server beforehand (no preflight)'),
      );
    else if (isSameOrigin(request, origin))
      results.push(
        ok(`sign: ${shortUrl(request.url)} is on ${origin} itself, so browsers need no permission (CORS)`),
      );
    else if (isPreflighted(request)) results.push(...(await checkPreflight('sign', request, origin)));
    else
      results.push(
        note(
          `sign: no browser asks ${shortUrl(request.url)} beforehand (no preflight), so whether ${origin} may read its answer cannot be known without signing; every answer to the POST, errors too, must have "Access-Control-Allow-Origin: ${origin}"`,
        ),
      );
  }
  if (lacksSuccessRule(sign))
    results.push(
      note(
        'sign: sign.response.success is missing, so an answer with 2xx is a signature unless it is plainly an error or a page; write what only a stored one has, like {"path": "id", "exists": true}',
      ),
    );
  if (!sign.idempotency)
    results.push(
      note(
        'sign: the page sends it once, since no key travels (sign.idempotency); a signature whose answer is lost is told as unsure',
      ),
    );
  return results;
}

/**
 * Sends the preflight of `request` for pages of `origin`, and never the request; no result where browsers send none.
 */
async function checkPreflight(
  part: string,
  request: TransportRequest,
  origin: string,
): Promise<CheckResult[]> {
  if (isSameOrigin(request, origin) || !isPreflighted(request)) return [];
  const url = shortUrl(request.url);
  const at = `${part}: the preflight of ${url} for ${origin} (OPTIONS)`;
  try {
    const announced = { method: request.method, headers: askedHeaders(request) };
    const { fault } = await sendPreflight(request.url, announced, origin, request.timeoutMs);
    return [fault === null ? ok(`${at} is allowed`) : problem(`${at} ${fault}`)];
  } catch (error) {
    if (!(error instanceof NoResponseError)) throw error;
    return [problem(`${part}: ${url} ${error.message}`)];
  }
}

/** Compares the origins of a request and its page: browsers need no permission where they are equal. */
function isSameOrigin({ url }: TransportRequest, origin: string): boolean {
  return new URL(url).origin === origin;
}

async function checkCount(
  { count }: ReadyEndpoint,
  facts: SignatureFacts,
  origin: string | null,
): Promise<CheckResult[]> {
  if (!count)
    return [note('count: this endpoint publishes none; leave the counter out, or add a count block')];
  const results: CheckResult[] = [];
  let sum = 0;
  for (const [i, one] of count.entries()) {
    const request = encodeCount(one, facts);
    const reply = await requestReply(request, origin, 'count');
    if ('kind' in reply) return [...results, reply];
    const counted = countInAnswer(one, reply);
    // The number may be wrong or missing where the pattern matches only a part.
    results.push(
      ...countProblems(one, reply, count.length > 1 ? `count[${i}]` : 'count').map((fault) =>
        problem(`count: ${shortUrl(request.url)}: ${explain(fault)}`),
      ),
    );
    if (!counted) return results;
    const header = /^header:(.+)$/.exec(one.path ?? '')?.[1];
    const exposed = reply.headers?.['access-control-expose-headers'] ?? '';
    if (
      origin !== null &&
      !isSameOrigin(request, origin) &&
      header &&
      exposed !== '*' &&
      !exposed.toLowerCase().includes(header.trim().toLowerCase())
    )
      results.push(
        problem(
          `count: no page can read the header ${header}; add "Access-Control-Expose-Headers: ${header}"`,
        ),
      );
    sum += counted.signatures;
  }
  return [...results, ok(`count: ${sum}`)];
}

async function checkSeats(
  { seats, sign }: ReadyEndpoint,
  facts: SignatureFacts,
  { venue }: Petition,
  origin: string | null,
): Promise<CheckResult[]> {
  if (!venue) return [];
  if (!seats)
    return [
      note('seats: this endpoint gives none; as many as the count are lit, and a chosen one is not promised'),
    ];
  const results: CheckResult[] = [];
  // Pages offer another seat even where the service does not report a taken one.
  if (!sign?.response?.seatTaken && !sign?.response?.notUnique)
    results.push(
      problem('seats: sign.response.seatTaken is missing, so a seat that is taken is not told as such'),
    );
  const request = encodeSeats(seats, facts);
  const reply = await requestReply(request, origin, 'seats');
  if ('kind' in reply) return [...results, reply];
  if (seats.format === 'occupancy')
    return [
      ...results,
      reply.status === 200
        ? ok(`seats: ${reply.bytes.length} bytes`)
        : unexpectedReply('seats', request, reply),
    ];
  if (EMAIL.test(new TextDecoder().decode(reply.bytes)))
    results.push(
      problem(
        `seats: ${shortUrl(request.url)} gives email addresses to everyone who opens it; publish only a view with the seat column`,
      ),
    );
  const list = decodeSeatList(seats, reply);
  if (!list) return [...results, unexpectedReply('seats', request, reply)];
  const unknownSeats = list.filter(
    (one) => one !== '' && typeof one === 'string' && seatFromCode(venue, one) === null,
  );
  if (unknownSeats.length > 0)
    results.push(problem(`seats: ${unknownSeats.length} of ${list.length} are not seats of this venue`));
  return [...results, ok(`seats: ${list.length} are read${seats.pages ? ' from the first page' : ''}`)];
}

function unexpectedReply(part: string, request: TransportRequest, reply: TransportReply): CheckResult {
  return problem(`${part}: ${shortUrl(request.url)} answers ${reply.status}, and no list at ${part}.path`);
}

/** Reply to a read request as a page of `origin` gets it, or the problem that keeps it from the page. */
async function requestReply(
  request: TransportRequest,
  origin: string | null,
  part: string,
): Promise<TransportReply | CheckResult> {
  const url = shortUrl(request.url);
  if (origin !== null) {
    const [refused] = (await checkPreflight(part, request, origin)).filter(({ kind }) => kind === 'problem');
    if (refused) return refused;
  }
  try {
    const { status, headers, bytes } = await sendAsPage({
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
        `${part}: ${url} redirects to ${withoutPassword(headers.get('location') ?? '')}; give that address`,
      );
    const fault =
      origin === null || isSameOrigin(request, origin) ? null : readingFault({ status, headers }, origin);
    if (fault) return problem(`${part}: ${url} ${fault}`);
    return {
      status,
      contentType: headers.get('content-type') ?? '',
      retryAfter: headers.get('retry-after'),
      headers: Object.fromEntries(headers),
      bytes,
    };
  } catch (error) {
    if (!(error instanceof NoResponseError)) throw error;
    return problem(`${part}: ${url} ${error.message}`);
  }
}
