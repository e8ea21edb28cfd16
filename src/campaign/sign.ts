import type { Outcome } from '../model/outcome.js';
import type { ConsentAnswer, FieldValues } from '../model/signature.js';
import type { BoxOfficeAddress } from '../transport/encode.js';
import { MAX_RETRIES, retryDelay } from '../transport/retry.js';
import { TransportError, type Transport } from '../transport/send.js';
import { decodeSigning, encodeSignature, postSignature } from '../transport/signing.js';
import type { Clock } from './clock.js';
import { base64url, makeWithdrawal, randomBytes } from './keys.js';

/** What the form hands over: it lives there, and here only until the submission has ended. */
export interface SignForm {
  fields: FieldValues;
  consents: readonly ConsentAnswer[];
  locale: string;
}

/** One submission: its bytes are made once, and every retry sends the same. */
export interface Submission {
  readonly address: BoxOfficeAddress;
  readonly key: string;
  readonly seat: number | null;
  readonly body: string;
  readonly withdrawalCode: string | null;
  /** The content without key and code, to tell whether a second press sends the same or something new. */
  readonly content: string;
}

/** Prepares a submission, or takes up `open` again when nothing in it has changed: trying again cannot count twice. */
export async function prepare(
  address: BoxOfficeAddress,
  seat: number | null,
  form: SignForm,
  open: Submission | null,
): Promise<Submission> {
  const { fields, consents, locale } = form;
  const content = encodeSignature({ idempotencyKey: '', seat, withdrawal: null, locale, fields, consents });
  if (
    open &&
    open.content === content &&
    open.address.endpoint === address.endpoint &&
    open.address.petition === address.petition
  )
    return open;
  const key = base64url(randomBytes());
  const withdrawal = await makeWithdrawal();
  const body = encodeSignature({
    idempotencyKey: key,
    seat,
    withdrawal: withdrawal?.hash ?? null,
    locale,
    fields,
    consents,
  });
  return { address, key, seat, body, withdrawalCode: withdrawal?.code ?? null, content };
}

interface Tools {
  transport: Transport;
  clock: Clock;
  signal: AbortSignal;
  /** Told before a pause that the endpoint asked for, in seconds. */
  waiting: (seconds: number) => void;
}

/** Sends a submission, with the same key again where that can help, until it ends in an outcome. Throws only when aborted. */
export async function sign(
  submission: Submission,
  { transport, clock, signal, waiting }: Tools,
): Promise<Outcome> {
  const request = postSignature(submission.address, submission.body);
  for (let attempt = 0; ; attempt++) {
    let asked: number | null = null;
    let ended: Outcome;
    try {
      const reply = decodeSigning(await transport(request, signal), submission.key, clock.now());
      if (reply.outcome !== 'again') return reply;
      asked = reply.askedSeconds;
      ended =
        reply.because === 'busy'
          ? { outcome: 'rate-limited', retryAfter: asked ?? 30 }
          : { outcome: 'unreachable', reason: 'server' };
    } catch (error) {
      signal.throwIfAborted();
      const kind = error instanceof TransportError ? error.kind : 'network';
      ended = { outcome: 'unreachable', reason: kind === 'too-large' ? 'unreadable' : kind };
      // Offline is known at once; asking thrice would only keep the signer waiting.
      if (kind === 'offline') return ended;
    }
    if (attempt >= MAX_RETRIES) return ended;
    if (asked !== null) waiting(asked);
    await clock.sleep(retryDelay(attempt, asked, clock.random()), signal);
  }
}
