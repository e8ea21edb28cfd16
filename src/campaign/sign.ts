import type { Outcome } from '../model/outcome.js';
import type { BoxOfficeAddress } from '../transport/encode.js';
import { MAX_RETRIES } from '../transport/retry.js';
import { TransportError, type TransportRequest } from '../transport/send.js';
import { decodeSigning, encodeSignature, postSignature } from '../transport/signing.js';
import { makeKey, makeWithdrawal } from './keys.js';
import { isUnknown, type OpenSubmission, type SignForm, type SubmissionEnd } from './submission.js';
import { reasonOf, waitBefore, type SendTools } from './wait.js';

export type { SignForm };
export * as rules from './submission.js';

/** One submission: its bytes are made once, and every retry sends the same. */
export interface Submission extends OpenSubmission {
  readonly address: BoxOfficeAddress;
  readonly request: TransportRequest;
  readonly withdrawal: Withdrawal | null;
  /** The content without key and code, to tell whether a second press sends the same or something new. */
  readonly content: string;
  readonly earlier: readonly Submission[];
}

type Withdrawal = NonNullable<Awaited<ReturnType<typeof makeWithdrawal>>>;

/**
 * Prepares a submission, or takes up `open` again when nothing in it has changed. Changed answers keep the key as long as
 * the ones before may have been stored: the box office takes in one body per key, so nobody can be counted twice.
 * @throws whatever keeps it from being written; nothing has been sent then
 */
export async function prepare(
  address: BoxOfficeAddress,
  seat: number | null,
  form: SignForm,
  open: Submission | null,
): Promise<Submission> {
  const { fields, consents, locale } = form;
  const content = encodeSignature({ idempotencyKey: '', seat, withdrawal: null, locale, fields, consents });
  const before =
    open && open.address.endpoint === address.endpoint && open.address.petition === address.petition
      ? open
      : null;
  if (before?.content === content) return before;
  const amended = before?.mayBeStored ? before : null;
  const key = amended?.key ?? makeKey();
  const withdrawal = amended ? amended.withdrawal : await makeWithdrawal();
  const body = encodeSignature({
    idempotencyKey: key,
    seat,
    withdrawal: withdrawal?.hash ?? null,
    locale,
    fields,
    consents,
  });
  return {
    address,
    key,
    keyTravels: true,
    form,
    seat,
    request: postSignature(address, body),
    withdrawal,
    withdrawalCode: withdrawal?.code ?? null,
    content,
    earlier: amended ? [amended, ...amended.earlier] : [],
    mayBeStored: amended !== null,
  };
}

/**
 * Sends a submission, with the same key again where that can help, until it ends in an outcome. Where the box office has
 * something else under the key, the earlier answers are sent again: the one it stored is answered. Throws only when aborted.
 */
export async function sign(submission: Submission, tools: SendTools): Promise<SubmissionEnd> {
  for (const sent of [submission, ...submission.earlier]) {
    const outcome = await post(sent, tools);
    submission.mayBeStored ||= sent.mayBeStored;
    if (outcome.outcome === 'rejected' && outcome.code === 'key-reused') continue;
    return { outcome, submission: isUnknown(outcome) ? submission : sent };
  }
  return { outcome: { outcome: 'rejected', code: 'key-reused' }, submission };
}

async function post(submission: Submission, tools: SendTools): Promise<Outcome> {
  const { transport, signal } = tools;
  for (let attempt = 0; ; attempt++) {
    let asked: number | null = null;
    let ended: Outcome;
    try {
      const received = await transport(submission.request, signal);
      const reply = decodeSigning(received, submission.key);
      // "Too many" is said before anything is stored; every other answer that settles nothing may come after.
      submission.mayBeStored ||=
        reply.outcome === 'unreachable' || (reply.outcome === 'again' && received.status !== 429);
      if (reply.outcome !== 'again') return reply;
      asked = reply.askedSeconds;
      ended =
        reply.because === 'busy' && asked !== null
          ? { outcome: 'rate-limited', retryAfter: asked }
          : { outcome: 'unreachable', reason: 'server' };
    } catch (error) {
      signal.throwIfAborted();
      submission.mayBeStored ||= !(error instanceof TransportError) || error.sent;
      const reason = reasonOf(error, tools);
      ended = { outcome: 'unreachable', reason };
      // Offline is known at once; asking thrice would only keep the signer waiting.
      if (reason === 'offline') return ended;
    }
    if (attempt >= MAX_RETRIES) return ended;
    await waitBefore(attempt, asked, tools);
  }
}
