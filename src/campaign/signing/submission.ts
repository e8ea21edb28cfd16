import type { OutcomeName } from '../../model/outcome.js';
import type { OpenSubmission, SubmissionEnd } from '../endpoint.js';

/** The rules of open submissions: what must be settled by its key first, and what only the signer may decide. */

const REFUSALS = new Set<OutcomeName>(['invalid', 'seat-taken', 'rejected']);

/** True if an end does not say whether the signature is stored. */
export function isUnknown({ outcome }: { readonly outcome: string }): boolean {
  return outcome === 'unreachable' || outcome === 'rate-limited';
}

/** True if `open` must be settled by its key before `next` may be sent. False if `next` settles it itself (`earlier`). */
export function mustSettle(open: OpenSubmission | null, next: OpenSubmission): open is OpenSubmission {
  const isOther = open !== next && (open?.key !== next.key || !next.earlier);
  return !!open && open.mayBeStored && open.keyTravels && isOther;
}

/** True if only the signer can decide to send again: without a key, a second try may be a second signature. */
export function mustAsk(open: OpenSubmission | null): boolean {
  return !!open && open.mayBeStored && !open.keyTravels;
}

/** True if the end of a submission settles whether it, or one before it, is stored. */
export function isSettled({ outcome, submission }: SubmissionEnd): boolean {
  if (isUnknown(outcome)) return false;
  if (!REFUSALS.has(outcome.outcome)) return true;
  if (submission.followsUnsure) return false;
  const code = outcome.outcome === 'rejected' ? outcome.code : '';
  if (!submission.mayBeStored) return !code.startsWith('status-');
  // A try that was held up may arrive after a refusal of other answers: where one key can hold them all, it stays theirs.
  if (submission.earlier) return code === 'key-reused';
  // A service that knows the key would have given back its answer: a 4xx to the same bytes says that there is none.
  return !code || code.startsWith('status-4');
}

/** True if an end proves that nothing is stored, so that changed answers are not a second signature. */
export function isRefused(end: SubmissionEnd): boolean {
  return REFUSALS.has(end.outcome.outcome) && isSettled(end);
}
