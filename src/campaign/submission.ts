import type { Outcome, OutcomeName } from '../model/outcome.js';
import type { ConsentAnswer, FieldValues } from '../model/signature.js';

/** What the form hands over: it lives there, and here only until the submission has ended. */
export interface SignForm {
  fields: FieldValues;
  consents: readonly ConsentAnswer[];
  locale: string;
}

/** A submission whose end is not known. It holds what was typed, in memory only. */
export interface OpenSubmission {
  /** Its idempotency key. */
  readonly key: string;
  /** Whether the key is sent along, so that the endpoint knows a signature it has stored already. */
  readonly keyTravels: boolean;
  readonly form: SignForm;
  readonly seat: number | null;
  readonly withdrawalCode: string | null;
  /** A try whose answer was lost may have been stored. */
  mayBeStored: boolean;
  /** Another submission, with other answers and without a key, may have been stored before: no refusal of this one disproves that. */
  readonly followsUnsure?: boolean;
  /** What was sent under the same key before and may have been stored, the newest first; only where the endpoint takes one body per key. */
  readonly earlier?: readonly OpenSubmission[];
}

/** How a submission ended. */
export interface SubmissionEnd {
  readonly outcome: Outcome;
  /** The submission that was stored or refused; an earlier one where the endpoint had that. */
  readonly submission: OpenSubmission;
}

const REFUSALS = new Set<OutcomeName>(['invalid', 'seat-taken', 'rejected']);

/** Whether an end leaves it open if the signature is stored. */
export function isUnknown({ outcome }: { readonly outcome: string }): boolean {
  return outcome === 'unreachable' || outcome === 'rate-limited';
}

/** Whether `open` has to be asked after, by its key, before `next` may be sent. Not where `next` asks after it by itself (`earlier`). */
export function mustSettle(open: OpenSubmission | null, next: OpenSubmission): open is OpenSubmission {
  const isOther = open !== next && (open?.key !== next.key || !next.earlier);
  return !!open && open.mayBeStored && open.keyTravels && isOther;
}

/** Whether only the signer can decide to send again: no key travels, so a second try may be a second signature. */
export function mustAsk(open: OpenSubmission | null): boolean {
  return !!open && open.mayBeStored && !open.keyTravels;
}

/** Whether the end of a submission also ends the question if it, or one before it, is stored. */
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

/** Whether an end shows that nothing is stored, so that changed answers are not a second signature. */
export function isRefused(end: SubmissionEnd): boolean {
  return REFUSALS.has(end.outcome.outcome) && isSettled(end);
}
