import { shortJson, type Problem } from '../../model/problem.js';
import { decodeJson, looseObject } from '../decode.js';
import { ACKNOWLEDGEMENT_BYTES, petitionUrl, type BoxOfficeAddress } from '../encode.js';
import { shortUrl } from './diagnose.js';
import type { TransportReply, TransportRequest } from '../send.js';

/** Checks whether a box office accepts signatures from the pages of an origin, without sending one. Pure. */

/**
 * Returns a signature request without its key, with the content type and method of a real one, so that the browser
 * sends the same preflight request. A box office checks the origin before it reads the body, and refuses a body
 * without a key before it stores anything.
 */
export function probeRequest(address: BoxOfficeAddress): TransportRequest {
  return {
    method: 'POST',
    url: petitionUrl(address, '/signatures'),
    body: '{}',
    maxBytes: ACKNOWLEDGEMENT_BYTES,
  };
}

/**
 * Explains the reply to the probe to the page's author; null when this page may sign. `reply`: null when the
 * browser exposes none, although the same box office can be read.
 */
export function explainProbe(
  address: BoxOfficeAddress,
  origin: string,
  reply: TransportReply | null,
): Problem | null {
  const path = 'endpoint';
  const value = shortJson(shortUrl(petitionUrl(address)));
  const code = reply && looseObject(decodeJson(reply.bytes))?.['code'];
  const allow = `start the box office with ALLOWED_ORIGINS=${origin}, besides the origins it already allows`;
  if (!reply || code === 'origin') {
    const fix =
      origin === 'null'
        ? `serve the page from an address of its own, because null is every sandboxed frame and every file, or ${allow}`
        : code === 'origin'
          ? `let the proxy in front forward the Host header, or ${allow}`
          : `${allow}, and check that no proxy in front removes its CORS headers`;
    return { path, value, message: `does not let pages of ${origin} sign; ${fix}` };
  }
  if (code === 'unknown-petition')
    return {
      path,
      value,
      message: `does not know the petition ${shortJson(address.petition)}; put its document into GRANDSTAND_CAMPAIGNS`,
    };
  // Every more specific refusal comes after the check of the origin.
  if (typeof code === 'string') return null;
  return {
    path,
    value,
    message: `answers a signature without a key with status ${reply.status}, which no box office does; check the address`,
  };
}
