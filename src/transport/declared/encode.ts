import type {
  Count,
  GraphQL,
  ReadCall,
  ReadyCall,
  SeatsCall,
  SignCall,
  Target,
  Template,
} from '../../model/endpoint.js';
import { entryAt } from '../../model/entry-at.js';
import { wellFormed } from '../../model/signature/well-formed.js';
import { ACKNOWLEDGEMENT_BYTES, SEATS_BYTES } from '../encode.js';
import type { TransportRequest } from '../send.js';
import { writeJson } from '../signing/write-json.js';
import { readForm, toPairs, writeForm } from './form.js';
import { setAt } from './merge.js';
import { requiresRedirect } from './rule.js';
import { fillTemplate, type Json, type SignatureFacts } from './template.js';
import { isObject } from '../../model/objects.js';

/**
 * Encodes a signature as requests: one per address, in the order they are tried, all with the same bytes.
 * @throws TypeError when the body does not parse back into the same data, so that a damaged signature is never sent
 */
export function encodeSigning(sign: ReadyCall<SignCall>, facts: SignatureFacts): TransportRequest[] {
  const { encoding = 'json', mode, method = 'POST' } = sign;
  const key = sign.idempotency || {};
  const headers = {
    ...sign.headers,
    // A structured field with a string value, hence the quotes (IETF draft, Idempotency-Key).
    ...(key.header && { [key.header]: `"${facts.idempotencyKey}"` }),
  };
  const template: Template = encoding === 'graphql' ? envelope(sign.graphql) : (sign.body ?? { $rest: true });
  const isForm = encoding === 'form' || encoding === 'multipart';
  const filled =
    fillTemplate(template, facts, isForm ? sign : undefined) ?? (Object.create(null) as Record<string, Json>);
  if (key.field) setAt(filled as Record<string, unknown>, key.field, facts.idempotencyKey);
  const written = write(sign, filled);
  return sign.urls.map((url) => ({
    method,
    url: withQuery(url, sign.query, facts),
    ...written,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(mode === 'no-cors' && { mode }),
    ...(requiresRedirect(sign.response?.assumed) && { redirect: 'manual' as const }),
    ...shared(sign),
    maxBytes: ACKNOWLEDGEMENT_BYTES,
  }));
}

function write(sign: SignCall, filled: Json): Pick<TransportRequest, 'body' | 'contentType'> {
  const { encoding = 'json', contentType } = sign;
  if (encoding === 'multipart') return { body: toPairs(filled, sign) };
  if (encoding === 'form') {
    const pairs = toPairs(filled, sign);
    const body = writeForm(pairs);
    if (writeJson(readForm(body)) !== writeJson(pairs.map((pair) => pair.map(wellFormed))))
      throw new TypeError('The signature could not be written as a form.');
    return { body, contentType: contentType ?? 'application/x-www-form-urlencoded' };
  }
  const body = writeJson(filled);
  if (writeJson(JSON.parse(body)) !== body)
    throw new TypeError('The signature could not be written as JSON.');
  return { body, ...(contentType && { contentType }) };
}

function envelope(graphql: GraphQL | undefined): Template {
  const { query = '', operationName, variables, extensions } = graphql ?? {};
  return {
    ...(operationName && { operationName }),
    query: query.startsWith('$') ? `$${query}` : query,
    ...(variables !== undefined && { variables }),
    ...(extensions !== undefined && { extensions }),
  };
}

function shared({ timeoutMs, referrer }: Target): Pick<TransportRequest, 'timeoutMs' | 'referrer'> {
  return { ...(timeoutMs !== undefined && { timeoutMs }), ...(referrer === 'origin' && { referrer }) };
}

/** Facts without a signature: reads and addresses know only the variables and the campaign. */
export function withoutSignature(
  facts: Pick<SignatureFacts, 'vars' | 'petition' | 'locale'>,
): SignatureFacts {
  return {
    ...facts,
    fields: {},
    consents: [],
    seat: null,
    story: null,
    idempotencyKey: '',
    utm: {},
    page: { origin: '', title: '' },
  };
}

/**
 * Appends the query of a block to its address. It contains only variables, campaign and language, never a form's
 * values.
 */
function withQuery(
  url: string,
  query: Target['query'],
  facts: SignatureFacts,
  more: [string, string][] = [],
): string {
  const filled = query ? fillTemplate(query, withoutSignature(facts)) : undefined;
  const pairs = [...toPairs(filled, {}), ...more];
  return pairs.length > 0 ? `${url}${url.includes('?') ? '&' : '?'}${writeForm(pairs)}` : url;
}

type Reading = Pick<SignatureFacts, 'vars' | 'petition' | 'locale'>;

/** Returns the request for one summand of the count, at one of its addresses. */
export function encodeCount(
  count: ReadyCall<Count>,
  facts: Reading,
  url = entryAt(count.urls, 0),
): TransportRequest {
  return { ...encodeRead(count, facts, url), maxBytes: ACKNOWLEDGEMENT_BYTES };
}

/** Returns the request for the taken seats; `page` counts from 0, for services that return pages. */
export function encodeSeats(
  seats: ReadyCall<SeatsCall>,
  facts: Reading,
  page = 0,
  url = entryAt(seats.urls, 0),
): TransportRequest {
  const { pages } = seats;
  const at = pages && { key: pages.key, at: pages.by === 'offset' ? page * Number(pages.size) : page + 1 };
  return { ...encodeRead(seats, facts, url, at), maxBytes: SEATS_BYTES };
}

/**
 * Returns a request that reads; `page`: the place of the page number in the body, or its query key if there is no
 * body.
 */
function encodeRead(
  call: ReadCall,
  facts: Reading,
  url: string,
  page?: { key: string; at: number },
): Omit<TransportRequest, 'maxBytes'> {
  const { method = 'GET', graphql, headers, query } = call;
  const readFacts = withoutSignature(facts);
  const template = graphql ? envelope(graphql) : method === 'POST' ? (call.body ?? {}) : undefined;
  const sent = template === undefined ? undefined : (fillTemplate(template, readFacts) ?? {});
  const more: [string, string][] = [];
  if (page && isObject(sent)) setAt(sent as Record<string, unknown>, page.key, page.at);
  else if (page) more.push([page.key, String(page.at)]);
  // GraphQL over GET sends the parts of its body in the query.
  if (method === 'GET' && isObject(sent))
    for (const [key, value] of Object.entries(sent))
      more.push([key, typeof value === 'string' ? value : writeJson(value)]);
  return {
    method,
    url: withQuery(url, query, readFacts, more),
    ...(method === 'POST' && { body: writeJson(sent) }),
    ...(headers && { headers }),
    ...shared(call),
  };
}
