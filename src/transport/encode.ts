import type { TransportRequest } from './send.js';

/** How much a count or an answer to a signature may be. */
export const ACKNOWLEDGEMENT_BYTES = 1024 * 1024;
/** How much a document or the seats may be. */
export const SEATS_BYTES = 4 * 1024 * 1024;

/** Where a box office answers for one petition. */
export interface BoxOfficeAddress {
  /** Absolute, with or without a slash at the end. */
  endpoint: string;
  petition: string;
}

/** A petition's URL at its box office, or one under it. */
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

/** `since`: the revision already known, 0 for none. */
export function seatsRequest(address: BoxOfficeAddress, since: number): TransportRequest {
  return {
    method: 'GET',
    url: petitionUrl(address, `/seats${since > 0 ? `?since=${since}` : ''}`),
    maxBytes: SEATS_BYTES,
  };
}
