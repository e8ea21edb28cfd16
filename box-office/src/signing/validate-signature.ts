import {
  cleanAnswers,
  postcodes,
  validateAnswers,
  type FieldProblem,
  type SignatureRequest,
} from 'grandstand/model';
import { parseSignatureShape } from 'grandstand/model/schema';
import { isSeat } from 'grandstand/venue';
import type { Petition } from '../petition/petition.js';

/** Cleaned request that may be stored, or all its errors. */
export type SignatureValidation =
  { request: SignatureRequest; errors: readonly [] } | { request: null; errors: readonly FieldProblem[] };

/** Validates a body against the protocol and against the petition's fields, consents and venue. */
export function validateSignature({ document, venue }: Petition, body: unknown): SignatureValidation {
  const { request, errors } = parseSignatureShape(body);
  if (request === null) return { request, errors };
  const problems = validateAnswers(
    document.fields,
    document.consents,
    request.fields,
    request.consents,
    postcodes,
  );
  const isSeatPossible = request.seat === null || (venue !== null && isSeat(venue, request.seat));
  if (!isSeatPossible) problems.push({ pointer: '#/seat', code: 'out-of-range' });
  if (problems.length > 0) return { request: null, errors: problems };
  return {
    request: { ...request, fields: cleanAnswers(document.fields, request.fields, postcodes) },
    errors: [],
  };
}
