import type { Outcome } from '../../model/outcome.js';
import type { BoxOfficeAddress } from '../../transport/encode.js';
import { MAX_RETRIES } from '../../transport/retry.js';
import { TransportError, type TransportRequest } from '../../transport/send.js';
import { decodeSigning, encodeSignature, postSignature } from '../../transport/signing/signing.js';
import type { Chosen, OpenSubmission, SentSubmission, SigningEndpoint, SignForm } from '../endpoint.js';
import { makeKey, makeWithdrawal } from './keys.js';
import { isUnknown } from './submission.js';
import { reasonOf, waitBefore, type SendTools } from './wait.js';

type Withdrawal = NonNullable<Awaited<ReturnType<typeof makeWithdrawal>>>;

/** One submission to a box office. */
interface BoxOfficeSubmission extends OpenSubmission {
  readonly address: BoxOfficeAddress;
  readonly withdrawal: Withdrawal | null;
  /** The answers without key and code, to tell whether a second press sends the same or something new. */
  readonly content: string;
  readonly earlier: readonly BoxOfficeSubmission[];
  /** Written once, so that every retry sends the same bytes. */
  request: TransportRequest | null;
}

/** Takes signatures at a box office (docs/protocol.md); loaded where people sign. */
export class BoxOfficeSigning implements SigningEndpoint<BoxOfficeSubmission> {
  /** At most 10 s, usually 5. */
  readonly publishedAfterMs = 6_000;

  constructor(readonly address: BoxOfficeAddress) {}

  /**
   * Changed answers keep the key as long as the ones before may have been stored: the box office takes in one body per key,
   * so nobody can be counted twice.
   */
  async open(
    form: SignForm,
    { seat: place }: Chosen,
    earlier: OpenSubmission | null,
  ): Promise<BoxOfficeSubmission> {
    const seat = place?.seat ?? null;
    const content = contentOf(form, seat, '', null);
    const before = this.#isOurs(earlier) ? earlier : null;
    if (before?.content === content) return before;
    const amended = before?.mayBeStored ? before : null;
    const withdrawal = amended ? amended.withdrawal : await makeWithdrawal();
    return {
      endpoint: this,
      address: this.address,
      key: amended?.key ?? makeKey(),
      keyTravels: true,
      form,
      seat,
      withdrawal,
      withdrawalCode: withdrawal?.code ?? null,
      content,
      earlier: amended ? [amended, ...amended.earlier] : [],
      mayBeStored: amended !== null,
      request: null,
    };
  }

  /** Writes the request of a submission, where it has none. */
  encode(submission: BoxOfficeSubmission): TransportRequest {
    const { form, seat, key, withdrawal, address } = submission;
    return (submission.request ??= postSignature(
      address,
      contentOf(form, seat, key, withdrawal?.hash ?? null),
    ));
  }

  /** Sends the earlier answers again if the box office has other ones under the key: it answers for what it stored. */
  async send(submission: BoxOfficeSubmission, tools: SendTools): Promise<SentSubmission> {
    for (const sent of [submission, ...submission.earlier]) {
      const outcome = await post(sent, this.encode(sent), tools);
      submission.mayBeStored ||= sent.mayBeStored;
      if (outcome.outcome === 'rejected' && outcome.code === 'key-reused') continue;
      return { outcome, submission: isUnknown(outcome) ? submission : sent, count: null };
    }
    return { outcome: { outcome: 'rejected', code: 'key-reused' }, submission, count: null };
  }

  #isOurs(earlier: OpenSubmission | null): earlier is BoxOfficeSubmission {
    if (!(earlier?.endpoint instanceof BoxOfficeSigning)) return false;
    const { endpoint, petition } = earlier.endpoint.address;
    return endpoint === this.address.endpoint && petition === this.address.petition;
  }
}

function contentOf(
  { fields, consents, locale }: SignForm,
  seat: number | null,
  idempotencyKey: string,
  withdrawal: string | null,
): string {
  return encodeSignature({ idempotencyKey, seat, withdrawal, locale, fields, consents });
}

async function post(
  submission: BoxOfficeSubmission,
  request: TransportRequest,
  tools: SendTools,
): Promise<Outcome> {
  const { transport, signal } = tools;
  for (let attempt = 0; ; attempt++) {
    let asked: number | null = null;
    let ended: Outcome;
    try {
      const received = await transport(request, signal);
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
      // A device without a connection says so at once; asking thrice would only keep the signer waiting.
      if (reason === 'offline') return ended;
    }
    if (attempt >= MAX_RETRIES) return ended;
    await waitBefore(attempt, asked, tools);
  }
}
