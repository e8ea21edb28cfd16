import type { SignatureRequest } from '../model/signature.js';
import type { TransportRequest } from './send.js';

const ACKNOWLEDGEMENT_BYTES = 1024 * 1024;
const SEATS_BYTES = 4 * 1024 * 1024;

/** Where a box office answers for one petition. */
export interface BoxOfficeAddress {
  /** Absolute, with or without a slash at the end. */
  endpoint: string;
  petition: string;
}

function petitionUrl({ endpoint, petition }: BoxOfficeAddress, rest = ''): string {
  return `${endpoint.replace(/\/+$/, '')}/petitions/${encodeURIComponent(petition)}${rest}`;
}

export function readDocument(url: string): TransportRequest {
  return { method: 'GET', url, maxBytes: SEATS_BYTES };
}

export function documentUrl(address: BoxOfficeAddress): string {
  return petitionUrl(address, '/campaign');
}

export function readCount(address: BoxOfficeAddress): TransportRequest {
  return { method: 'GET', url: petitionUrl(address), maxBytes: ACKNOWLEDGEMENT_BYTES };
}

/** `since`: the revision already known, 0 for none. */
export function readSeats(address: BoxOfficeAddress, since: number): TransportRequest {
  return {
    method: 'GET',
    url: petitionUrl(address, `/seats${since > 0 ? `?since=${since}` : ''}`),
    maxBytes: SEATS_BYTES,
  };
}

export function postSignature(address: BoxOfficeAddress, body: string): TransportRequest {
  return { method: 'POST', url: petitionUrl(address, '/signatures'), body, maxBytes: ACKNOWLEDGEMENT_BYTES };
}

/**
 * The body of a signing, as JSON.
 * @throws TypeError when the text read back is not what went in, so that a damaged signature is never sent.
 */
export function encodeSignature(request: SignatureRequest): string {
  const text = writeJson(request);
  if (writeJson(JSON.parse(text)) !== text)
    throw new TypeError('The signature could not be written as JSON.');
  return text;
}

/**
 * JSON without `toJSON`: old versions of Prototype.js give arrays and strings such a method, and JSON.stringify then
 * writes arrays as strings. Primitives are safe, since JSON.stringify asks only objects for it.
 */
export function writeJson(value: unknown): string {
  if (Array.isArray(value)) {
    let items = '';
    for (let i = 0; i < value.length; i++) items += (i ? ',' : '') + writeJson(value[i]);
    return `[${items}]`;
  }
  if (value !== null && typeof value === 'object') {
    let members = '';
    for (const key of Object.keys(value)) {
      members += `${members && ','}${JSON.stringify(key)}:${writeJson((value as Record<string, unknown>)[key])}`;
    }
    return `{${members}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
