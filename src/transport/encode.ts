import type { TransportRequest } from './send.js';

/** Maximum size of a count, or of the answer to a signature. */
export const ACKNOWLEDGEMENT_BYTES = 1024 * 1024;
/** Maximum size of a document, or of the seats. */
export const SEATS_BYTES = 4 * 1024 * 1024;

/** The address of one petition at a box office. */
export interface BoxOfficeAddress {
  /** Absolute URL, with or without a trailing slash. */
  endpoint: string;
  petition: string;
}

/** Returns a petition's URL at its box office, or one under it. */
export function petitionUrl({ endpoint, petition }: BoxOfficeAddress, rest = ''): string {
  return `${endpoint.replace(/\/+$/, '')}/petitions/${encodeURIComponent(petition)}${rest}`;
}

export function documentRequest(url: string): TransportRequest {
  return { method: 'GET', url, maxBytes: SEATS_BYTES };
}

export function documentUrl(address: BoxOfficeAddress): string {
  return petitionUrl(address, '/campaign');
}

export function countRequest(address: BoxOfficeAddress): TransportRequest {
  return { method: 'GET', url: petitionUrl(address), maxBytes: ACKNOWLEDGEMENT_BYTES };
}

/** `since`: the known revision, 0 for none. */
export function seatsRequest(address: BoxOfficeAddress, since: number): TransportRequest {
  return {
    method: 'GET',
    url: petitionUrl(address, `/seats${since > 0 ? `?since=${since}` : ''}`),
    maxBytes: SEATS_BYTES,
  };
}
