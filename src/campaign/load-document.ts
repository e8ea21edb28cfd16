import { checkAddress, isPathSegment } from '../model/address.js';
import type { EndpointConfig } from '../model/endpoint.js';
import { shortJson, type Problem } from '../model/problem.js';
import { decodeJson } from '../transport/decode.js';
import { documentRequest, documentUrl, type BoxOfficeAddress } from '../transport/encode.js';
import { isOffline, TransportError, type Transport, type TransportRequest } from '../transport/send.js';

export type { EndpointConfig };

/** The source of a campaign. `endpoint` and `petition` override the document. */
export interface CampaignSource {
  /** The document itself, as parsed JSON. */
  data?: unknown;
  /** URL of the document, absolute. */
  src?: string | undefined;
  /** Absolute; with `petition` and nothing else the document is read from the box office there. Or described by data. */
  endpoint?: string | EndpointConfig | undefined;
  petition?: string | undefined;
}

/** A document as JSON with the URL its images are resolved against, or why there is none. */
export type FetchedDocument =
  | { readonly json: unknown; readonly base: string }
  /** Nothing names a document: a described endpoint can be counted without one. */
  | { readonly json: null; readonly base: null }
  | { readonly problem: Problem; readonly isRefused?: boolean }
  | { readonly isOffline: true };

/** Fetches the document of a source that has no `data`. `address`: of the box office that has it otherwise. */
export async function fetchDocument(
  { src }: CampaignSource,
  base: string,
  endpoint: { address: BoxOfficeAddress | null; isDescribed: boolean; problem: Problem | null },
  send: Transport,
  origins: readonly string[] | null,
): Promise<FetchedDocument> {
  const place = src === undefined ? null : checkAddress(src, { base, pageOrigin: pageOrigin() });
  // A document that the page itself made is no address of the web, and goes over no line.
  const blob = src?.startsWith('blob:') ? src : undefined;
  if (place && place.fault !== null && blob === undefined)
    return { problem: { path: 'src', value: shortJson(src), message: place.fault }, isRefused: true };
  const { address, isDescribed, problem } = endpoint;
  const url = blob ?? place?.url ?? (address ? documentUrl(address) : null);
  if (!url && isDescribed) return { json: null, base: null };
  if (!url)
    return {
      problem: problem ?? {
        path: 'document',
        value: null,
        message: 'is missing; give src, endpoint and petition, or a JSON script child',
      },
    };
  const foreign = foreignAddress('src', url, origins);
  if (foreign) return { problem: foreign, isRefused: true };
  try {
    const reply = await send(documentRequest(url), new AbortController().signal);
    const json = reply.status === 200 ? decodeJson(reply.bytes) : undefined;
    if (json !== undefined) return { json, base: url };
    const message = 'is not a JSON campaign document; check the address';
    return { problem: { path: url, value: `status ${reply.status}`, message } };
  } catch (error) {
    // No mistake of the page's author, and over when the connection is back.
    if (isOffline(error)) return { isOffline: true };
    return {
      problem: {
        path: url,
        value: String((error as Error).message),
        message: 'cannot be reached; check the address, and that its server allows this page (CORS)',
      },
    };
  }
}

/** An endpoint that is described by data; null where it is an address, or the box office under its name. */
export function configOf(endpoint: string | EndpointConfig | null | undefined): EndpointConfig | null {
  return typeof endpoint === 'object' && endpoint?.preset !== 'box-office' ? endpoint : null;
}

/** The address of a box office as page or document say, or the problem with it; `petition` may not be known yet. */
export function addressOf(
  endpoint: unknown,
  base: string,
  petition: string | undefined,
): { address: BoxOfficeAddress | null; problem: Problem | null } {
  const isPreset = typeof endpoint === 'object';
  const value = isPreset ? (endpoint as EndpointConfig).vars?.['url'] : endpoint;
  const { url, fault } = checkAddress(value, { base, pageOrigin: pageOrigin(), isPrefix: true });
  const refuse = (path: string, wrong: unknown, message: string): ReturnType<typeof addressOf> => ({
    address: null,
    problem: { path, value: wrong === undefined ? null : shortJson(wrong), message },
  });
  if (fault !== null) return refuse(isPreset ? 'endpoint.vars.url' : 'endpoint', value, fault);
  if (petition !== undefined && !isPathSegment(petition))
    return refuse('petition', petition, 'cannot be a part of an address; use 1 to 64 of a-z, 0-9 and -');
  return { address: petition === undefined ? null : { endpoint: url, petition }, problem: null };
}

/** Returns the problem of an address of an origin that is not among these; null where it may be asked, or all may. */
export function foreignAddress(path: string, url: string, origins: readonly string[] | null): Problem | null {
  const { origin } = new URL(url);
  return !origins || origins.includes(origin)
    ? null
    : {
        path,
        value: origin,
        message: 'may not be used by data-petition; if you trust it, list it in data-allow on the script tag',
      };
}

/** Keeps requests to the origins that are allowed, whatever names their addresses. @throws TransportError for another one */
export function keepToOrigins({ url }: TransportRequest, origins: readonly string[] | null = null): void {
  if (foreignAddress('', url, origins)) throw new TransportError('network', undefined, false);
}

export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The origin of the page; null where there is none. */
export function pageOrigin(): string | null {
  return globalThis.location?.origin ?? null;
}

/** The language of the page, where it says one. */
export function pageLanguages(): readonly string[] {
  const language = globalThis.document?.documentElement?.lang;
  return language ? [language] : [];
}
