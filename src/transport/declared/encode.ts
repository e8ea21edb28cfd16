import type {
  Count,
  GraphQL,
  ReadyEndpoint,
  SeatsCall,
  SignCall,
  Target,
  Template,
} from '../../model/endpoint.js';
import { isObject, setAt } from '../../model/endpoint.js';
import { wellFormed } from '../../model/well-formed.js';
import { ACKNOWLEDGEMENT_BYTES, SEATS_BYTES } from '../encode.js';
import type { TransportRequest } from '../send.js';
import { writeJson } from '../write-json.js';
import { readForm, toPairs, writeForm } from './form.js';
import { fillTemplate, type Json, type SignatureFacts } from './template.js';

/**
 * The requests that send a signature: one for each address, in the order they are tried, all with the same bytes.
 * @throws TypeError when what was written reads back as something else, so that a damaged signature is never sent
 */
export function encodeSigning(
  sign: NonNullable<ReadyEndpoint['sign']>,
  facts: SignatureFacts,
): TransportRequest[] {
  const { encoding = 'json', mode, method = 'POST' } = sign;
  const key = sign.idempotency || {};
  const headers = {
    ...sign.headers,
    // A structured field whose value is a string, hence the quotes (IETF draft, Idempotency-Key).
    ...(key.header && { [key.header]: `"${facts.idempotencyKey}"` }),
  };
  const template: Template = encoding === 'graphql' ? envelope(sign.graphql) : (sign.body ?? { $rest: true });
  const filled = fillTemplate(template, facts) ?? (Object.create(null) as Record<string, Json>);
  if (key.field) setAt(filled as Record<string, unknown>, key.field, facts.idempotencyKey);
  const written = write(sign, filled);
  return sign.urls.map((url) => ({
    method,
    url: withQuery(url, sign.query, facts),
    ...written,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(mode === 'no-cors' && { mode }),
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
    const back = readForm(body);
    const isSame =
      back.length === pairs.length &&
      pairs.every(
        ([name, value], i) => back[i]![0] === wellFormed(name) && back[i]![1] === wellFormed(value),
      );
    if (!isSame) throw new TypeError('The signature could not be written as a form.');
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

/** Nothing of a signature: reads and addresses know the variables and the campaign only. */
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

/** An address with the query of its block. A form's values never get there: only variables, campaign and language do. */
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

type Ready<T> = T & { urls: readonly string[] };
type Reading = Pick<SignatureFacts, 'vars' | 'petition' | 'locale'>;

/** The request that reads one summand of the count, by one of its addresses. */
export function encodeCount(count: Ready<Count>, facts: Reading, url = count.urls[0]!): TransportRequest {
  const { graphql, headers, query } = count;
  const bare = withoutSignature(facts);
  if (!graphql || count.method !== 'POST') {
    const asked = graphql && fillTemplate(envelope(graphql), bare);
    const more: [string, string][] = isObject(asked)
      ? Object.entries(asked).map(([key, value]) => [
          key,
          typeof value === 'string' ? value : writeJson(value),
        ])
      : [];
    return {
      method: 'GET',
      url: withQuery(url, query, bare, more),
      ...(headers && { headers }),
      ...shared(count),
      maxBytes: ACKNOWLEDGEMENT_BYTES,
    };
  }
  return {
    method: 'POST',
    url: withQuery(url, query, bare),
    body: writeJson(fillTemplate(envelope(graphql), bare) ?? null),
    ...(headers && { headers }),
    ...shared(count),
    maxBytes: ACKNOWLEDGEMENT_BYTES,
  };
}

/** The request that reads the taken seats; `page` from 0, where the service gives them in pages. */
export function encodeSeats(
  seats: Ready<SeatsCall>,
  facts: Reading,
  page = 0,
  url = seats.urls[0]!,
): TransportRequest {
  const { pages, headers, query } = seats;
  const more: [string, string][] = pages
    ? [[pages.key, String(pages.by === 'offset' ? page * Number(pages.size) : page + 1)]]
    : [];
  return {
    method: 'GET',
    url: withQuery(url, query, withoutSignature(facts), more),
    ...(headers && { headers }),
    ...shared(seats),
    maxBytes: SEATS_BYTES,
  };
}
