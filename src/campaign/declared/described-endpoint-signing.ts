import type { ReadyCall, SignCall } from '../../model/endpoint.js';
import { entryAt } from '../../model/entry-at.js';
import type { Outcome, PublishedCount } from '../../model/outcome.js';
import { interpretReply, type ReadText, type SignResult } from '../../transport/declared/decode.js';
import { encodeSigning } from '../../transport/declared/encode.js';
import type { SignatureFacts } from '../../transport/declared/template.js';
import { MAX_RETRIES } from '../../transport/retry.js';
import { TransportError, within, type TransportReply, type TransportRequest } from '../../transport/send.js';
import { writeJson } from '../../transport/signing/write-json.js';
import type {
  Chosen,
  EndpointContext,
  OpenSubmission,
  SentSubmission,
  SigningEndpoint,
  SigningTools,
  SubmissionEnd,
  SignForm,
} from '../endpoint.js';
import { makeKey } from '../signing/keys.js';
import { reasonOf, waitBefore } from '../signing/wait.js';

/** One submission to a described endpoint. */
interface DescribedSubmission extends OpenSubmission {
  readonly facts: SignatureFacts;
  /** One for each address of the service; written once, so that every retry sends the same bytes. */
  requests: readonly TransportRequest[] | null;
  /** There is no code to take it back: only the service itself can. */
  readonly withdrawalCode: null;
  /** The content without the key, to tell whether a second press sends the same or something new. */
  readonly content: string;
  readonly tries: Tries;
}

/** The tries of one signer, from the first to the end. */
interface Tries {
  readonly key: string;
  /** The tries without a readable answer: one of them may be stored. */
  readonly unanswered: Set<DescribedSubmission>;
}

/** The end of a submission, and the number of signatures its answer named. */
type CountedEnd = SubmissionEnd & { readonly counted: number | null };

/** The count of the same endpoint, which an answer to a signature may bring along. */
interface CountedEndpoint {
  readonly revision: number;
  readonly publishedAfterMs: number | null;
  acceptCount(signatures: number, context: EndpointContext, now: number): PublishedCount;
}

/** Loads the decoder of entities, only for an answer that may hold one; without it texts stay as they are. */
async function textReader(reply: TransportReply, signal: AbortSignal): Promise<ReadText | undefined> {
  if (!/&|\\u0026/.test(new TextDecoder().decode(reply.bytes))) return undefined;
  try {
    return (await within(LOADING_MS, signal, () => import('../../transport/entities/entities.js')))
      .decodeEntities;
  } catch {
    return undefined;
  }
}

/** Milliseconds to wait for the decoder of entities in an answer. */
const LOADING_MS = 3000;

/** Takes signatures at an endpoint described by data: writes them, sends them, and interprets its answers. */
export class DescribedSigning implements SigningEndpoint<DescribedSubmission> {
  /** Null when the last signer's signature is in. */
  #tries: Tries | null = null;

  constructor(
    private readonly sign: ReadyCall<SignCall>,
    private readonly vars: SignatureFacts['vars'],
    private readonly counted: CountedEndpoint,
  ) {}

  get publishedAfterMs(): number | null {
    return this.counted.publishedAfterMs;
  }

  /**
   * Keeps the key for another seat and for changed answers if the key is a unique column, until the signature is stored: the service
   * stores one of them, and says which it has.
   */
  async open(
    form: SignForm,
    { petition, seat, story }: Chosen,
    earlier: OpenSubmission | null,
  ): Promise<DescribedSubmission> {
    const { fields, consents, locale } = form;
    const content = writeJson({ petition, seat: seat?.seat ?? null, fields, consents, locale });
    if (earlier?.endpoint === this && (earlier as DescribedSubmission).content === content)
      return earlier as DescribedSubmission;
    const { idempotency, response } = this.sign;
    // Without such a column a service may give the answer of the first try back, whatever is sent with the key.
    const isColumn = !!idempotency && !!(response?.stored ?? response?.notUnique);
    const before = this.#tries;
    const tries = (this.#tries = {
      key: (isColumn && before?.key) || makeKey(),
      unanswered: before?.unanswered ?? new Set(),
    });
    const facts: SignatureFacts = {
      fields,
      consents,
      locale,
      petition,
      seat: seat && { number: seat.seat, code: seat.code },
      story,
      idempotencyKey: tries.key,
      vars: this.vars,
      utm: pageUtm(),
      page: { origin: globalThis.location?.origin ?? '', title: globalThis.document?.title ?? '' },
    };
    // Nobody can say what became of the one before, where no key tells them apart.
    const followsUnsure = !!earlier && earlier.mayBeStored && !earlier.keyTravels;
    return {
      endpoint: this,
      key: facts.idempotencyKey,
      keyTravels: !!idempotency,
      form,
      seat: seat?.seat ?? null,
      facts,
      requests: null,
      withdrawalCode: null,
      content,
      mayBeStored: followsUnsure,
      followsUnsure,
      tries,
    };
  }

  /** Writes the requests of a submission, where it has none. @throws TypeError as `encodeSigning` */
  encode(submission: DescribedSubmission): readonly TransportRequest[] {
    return (submission.requests ??= encodeSigning(this.sign, submission.facts));
  }

  /**
   * Sends a submission again by itself only where its key travels: without one a second try could be a second signature.
   * Resolves with the try that is stored or refused, and with the count of the answer.
   */
  async send(submission: DescribedSubmission, tools: SigningTools): Promise<SentSubmission> {
    const { counted, ...end } = await this.#send(submission, tools);
    const count =
      counted === null
        ? null
        : (context: EndpointContext) => this.counted.acceptCount(counted, context, tools.clock.now());
    return { ...end, count };
  }

  async #send(submission: DescribedSubmission, { explain, ...tools }: SigningTools): Promise<CountedEnd> {
    const { transport, signal } = tools;
    const { facts, keyTravels: travels } = submission;
    const sign = this.sign;
    const requests = this.encode(submission);
    const { revision } = this.counted;
    let address = 0;
    let untried = requests.length - 1;
    for (let attempt = 0; ; attempt++) {
      let asked: number | null = null;
      let ended: Outcome;
      try {
        const reply = await transport(entryAt(requests, address), signal);
        const interpretation = interpretReply(sign, reply, facts, await textReader(reply, signal));
        const { result } = interpretation;
        explain?.answer(sign, reply, interpretation, facts);
        if (endsRetries(result)) this.#tries = null;
        if (result.outcome !== 'again') return endWith(result, submission, revision);
        asked = result.askedSeconds;
        const isRefused = result.because === 'busy' && reply.status === 429;
        // A server that is at its end may have stored it all the same; one that says "too many" has not.
        if (!isRefused) leaveUnanswered(submission);
        ended =
          result.because === 'busy' && asked !== null && (travels || isRefused)
            ? { outcome: 'rate-limited', retryAfter: asked }
            : unreachable('server', submission);
      } catch (error) {
        signal.throwIfAborted();
        const reason = reasonOf(error, tools);
        if (!(error instanceof TransportError) || error.sent) leaveUnanswered(submission);
        ended = unreachable(reason, submission);
        if (reason === 'offline') return { outcome: ended, counted: null, submission };
        if (travels && untried > 0) {
          // Another way to the same service is open at once: where one is blocked, waiting does not help.
          untried--;
          address = (address + 1) % requests.length;
          attempt--;
          continue;
        }
      }
      if (!travels || attempt >= MAX_RETRIES) return { outcome: ended, counted: null, submission };
      address =
        (address + (ended.outcome === 'unreachable' && ended.reason !== 'server' ? 1 : 0)) % requests.length;
      await waitBefore(attempt, asked, tools);
    }
  }
}

/** Notes that a try may be stored, though nobody said so. */
function leaveUnanswered(submission: DescribedSubmission): void {
  submission.tries.unanswered.add(submission);
  submission.mayBeStored = true;
}

/** The end that an answer gives to a submission; `revision`: of the count before it was sent. */
function endWith(
  result: Exclude<SignResult, { outcome: 'again' }>,
  submission: DescribedSubmission,
  revision: number,
): CountedEnd {
  const { seat, tries } = submission;
  const end = (outcome: Outcome, counted: number | null = null, stored = submission): CountedEnd => ({
    outcome,
    counted,
    submission: stored,
  });
  switch (result.outcome) {
    case 'stored': {
      const [first = submission, ...others] = tries.unanswered;
      // Of several tries nobody knows which one is stored, and so which seat and answers it has.
      if (others.length > 0) return end({ outcome: 'duplicate' });
      return end({ outcome: 'signed', receipt: { id: result.id, seat: first.seat }, revision }, null, first);
    }
    case 'signed':
    case 'pending':
      return end({ outcome: result.outcome, receipt: { id: result.id, seat }, revision }, result.count);
    case 'assumed':
      return end({ outcome: 'assumed', revision });
    case 'seat-taken':
      return end(seatTaken(submission, result.isUnnamed ?? false));
    case 'rejected': {
      const { message, code } = result;
      return end({ outcome: 'rejected', code, ...(message !== null && { message }) });
    }
    case 'unreadable':
      leaveUnanswered(submission);
      return end(unreachable('unreadable', submission));
    default:
      return end(result);
  }
}

/** The refusal of a seat. It may be taken by the signer's own earlier try. */
function seatTaken(
  { seat, tries, keyTravels, mayBeStored }: DescribedSubmission,
  isUnnamed: boolean,
): Outcome {
  const isPerhapsOwn = isUnnamed || [...tries.unanswered].some((one) => one.seat === seat);
  return {
    outcome: 'seat-taken',
    seat: seat ?? -1,
    near: null,
    kept: false,
    ...(isPerhapsOwn && { perhapsOwn: true }),
    ...(!keyTravels && mayBeStored && { unsure: true }),
  };
}

function unreachable(
  reason: Extract<Outcome, { outcome: 'unreachable' }>['reason'],
  { keyTravels, mayBeStored }: DescribedSubmission,
): Outcome {
  return { outcome: 'unreachable', reason, ...(mayBeStored && !keyTravels && { unsure: true }) };
}

/** True if an answer ends the tries: the next submission is another signer's. */
function endsRetries({ outcome }: SignResult): boolean {
  return !['seat-taken', 'invalid', 'rejected', 'unreadable', 'again'].includes(outcome);
}

/** The campaign parameters (`utm_*`) of the page's address; nothing else of it. */
function pageUtm(): Record<string, string> {
  const utm: Record<string, string> = {};
  const query = new URLSearchParams(globalThis.location?.search ?? '');
  for (const name of ['source', 'medium', 'campaign']) {
    const value = query.get(`utm_${name}`);
    if (value) utm[name] = value.slice(0, 200);
  }
  return utm;
}
