import type { Outcome } from '../../model/outcome.js';
import {
  MAX_FIELD_PROBLEMS,
  type FieldProblem,
  type FieldProblemCode,
  type SignatureRequest,
} from '../../model/signature/signature.js';
import { decodeJson, looseObject, U32, wholeNumberUpTo } from '../decode.js';
import { ACKNOWLEDGEMENT_BYTES, petitionUrl, type BoxOfficeAddress } from '../encode.js';
import { secondsAsked } from '../retry.js';
import type { TransportReply, TransportRequest } from '../send.js';
import { writeJson } from './write-json.js';

/**
 * Encodes a signature as a request and decodes the reply into an outcome. Loaded only where people sign: a page
 * that just shows the count does not need it.
 */

const CODES: readonly FieldProblemCode[] = ['required', 'too-long', 'format', 'unknown', 'out-of-range'];

export function postSignature(address: BoxOfficeAddress, body: string): TransportRequest {
  return { method: 'POST', url: petitionUrl(address, '/signatures'), body, maxBytes: ACKNOWLEDGEMENT_BYTES };
}

/**
 * Encodes the body of a signature request as JSON.
 * @throws TypeError when the text does not parse back into the same data, so that a damaged signature is never
 * sent.
 */
export function encodeSignature(request: SignatureRequest): string {
  const text = writeJson(request);
  if (writeJson(JSON.parse(text)) !== text)
    throw new TypeError('The signature could not be written as JSON.');
  return text;
}

/** The interpreted reply to a signature: an outcome, or a request to send the same bytes again. */
export type SignReply =
  Outcome | { outcome: 'again'; askedSeconds: number | null; because: 'in-progress' | 'busy' | 'server' };

/**
 * Decodes the reply to `POST /petitions/{id}/signatures`. Success is 2xx + JSON content type + a body of the right
 * shape that echoes the key: a captive portal's page with status 200 is not one.
 */
export function decodeSigning(reply: TransportReply, key: string): SignReply {
  const body = looseObject(decodeJson(reply.bytes));
  const { status } = reply;
  if (status >= 200 && status < 300) {
    const receipt = looseObject(body?.['receipt']);
    const state = body?.['status'];
    const revision = wholeNumberUpTo(body?.['revision'], U32);
    const id = receipt?.['id'];
    const seat = receipt?.['seat'] === null ? null : wholeNumberUpTo(receipt?.['seat']);
    const echoed = body?.['idempotencyKey'] === key && /\bjson\b/i.test(reply.contentType);
    if (
      echoed &&
      (state === 'signed' || state === 'pending') &&
      revision !== null &&
      typeof id === 'string' &&
      id !== '' &&
      (seat !== null || receipt?.['seat'] === null)
    ) {
      return { outcome: state, receipt: { id, seat }, revision };
    }
    return { outcome: 'unreachable', reason: 'unreadable' };
  }
  const code = typeof body?.['code'] === 'string' ? body['code'] : '';
  const asked = secondsAsked(reply, body);
  if (status === 409 && code === 'in-progress')
    return { outcome: 'again', askedSeconds: asked, because: 'in-progress' };
  if (status === 429 || status === 503) return { outcome: 'again', askedSeconds: asked, because: 'busy' };
  if (code === 'seat-taken' || code === 'seat-kept') {
    const near = Array.isArray(body?.['near']) ? body['near'] : null;
    return {
      outcome: 'seat-taken',
      seat: wholeNumberUpTo(body?.['seat']) ?? -1,
      near: near && near.flatMap((seat) => wholeNumberUpTo(seat) ?? []).slice(0, 8),
      kept: code === 'seat-kept',
    };
  }
  if (status === 422 && code === 'invalid')
    return { outcome: 'invalid', errors: fieldProblems(body?.['errors']) };
  if (status === 500 || status === 502 || status === 504 || (status >= 505 && status < 600)) {
    return { outcome: 'again', askedSeconds: asked, because: 'server' };
  }
  // Only codes in our own format are passed on: they select the displayed text, as part of a message key.
  return { outcome: 'rejected', code: /^[a-z-]{1,32}$/.test(code) ? code : `status-${status}` };
}

function fieldProblems(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.slice(0, MAX_FIELD_PROBLEMS).flatMap((entry) => {
    const error = looseObject(entry);
    const code = CODES.find((known) => known === error?.['code']) ?? 'format';
    return typeof error?.['pointer'] === 'string' ? [{ pointer: error['pointer'], code }] : [];
  });
}
