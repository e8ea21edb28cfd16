import type { EndpointConfig, ReadyEndpoint } from '../../model/endpoint.js';
import type { Outcome, PublishedCount } from '../../model/outcome.js';
import type { Problem } from '../../model/problem.js';
import { wholeNumberUpTo } from '../../transport/decode.js';
import {
  countInAnswer,
  decodeSeatList,
  interpretReply,
  type ReadText,
  type SignResult,
} from '../../transport/declared/decode.js';
import { encodeCount, encodeSeats, encodeSigning } from '../../transport/declared/encode.js';
import type * as Entities from '../../transport/entities/entities.js';
import { loadEndpoint } from '../../transport/declared/presets.js';
import type { SignatureFacts } from '../../transport/declared/template.js';
import { writeJson } from '../../transport/signing/write-json.js';
import { MAX_RETRIES } from '../../transport/retry.js';
import {
  TransportError,
  within,
  type TransportReply,
  type TransportRequest,
  isOffline,
} from '../../transport/send.js';
import { countTaken, decodeOccupancy, emptyOccupancy, setTaken } from '../../venue/occupancy.js';
import { isSeat } from '../../venue/layout.js';
import { seatFromCode } from '../../venue/seat-code.js';
import { makeKey } from '../signing/keys.js';
import type {
  Chosen,
  EndpointContext,
  EndpointTools,
  OpenSubmission,
  SentSubmission,
  SigningEndpoint,
  SigningTools,
  SubmissionEnd,
  SignForm,
} from '../endpoint.js';
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

/**
 * Reads a configuration with its preset, and says what is wrong; the endpoint is null where nothing can be asked.
 * `isRefused`: nothing can be signed there, by a mistake in the configuration.
 */
export async function openDescribedEndpoint(
  config: EndpointConfig,
  pageOrigin: string | null,
): Promise<{ endpoint: DescribedEndpoint | null; problems: readonly Problem[]; isRefused: boolean }> {
  const { endpoint, problems } = await loadEndpoint(config, pageOrigin);
  const isRefused =
    !endpoint || (!endpoint.sign && problems.some(({ path }) => path.startsWith('endpoint.sign')));
  return { endpoint: endpoint && new DescribedEndpoint(endpoint), problems, isRefused };
}

/** Loads the decoder of entities, only for an answer that may hold one; without it texts stay as they are. */
async function textReader(reply: TransportReply, signal: AbortSignal): Promise<ReadText | undefined> {
  if (!/&|\\u0026/.test(new TextDecoder().decode(reply.bytes))) return undefined;
  try {
    const load = (): Promise<typeof Entities> => import('../../transport/entities/entities.js');
    return (await within(LOADING_MS, signal, load)).decodeEntities;
  } catch {
    return undefined;
  }
}

/** Milliseconds to wait for the decoder of entities in an answer. */
const LOADING_MS = 3000;

/** The most pages a list of seats is read in. */
const MAX_PAGES = 400;

/** An endpoint described by data: its last answers, its requests, and their interpretation. Loaded only for such an endpoint. */
export class DescribedEndpoint implements SigningEndpoint<DescribedSubmission> {
  /** Grows with every change of count or seats, as the box office's revision does. */
  #revision = 0;
  #signatures: number | null = null;
  /** The count at which the seats were read. */
  #seatsAt: number | null = null;
  #taken: Uint8Array | null = null;
  /** Block of the endpoint -> which of its addresses answered last. */
  readonly #mirror = new Map<object, number>();
  /** Null when the last signer's signature is in. */
  #tries: Tries | null = null;

  constructor(readonly endpoint: ReadyEndpoint) {}

  /** Milliseconds between two readings; null: the campaign's own rhythm. */
  get pollMs(): number | null {
    const own =
      this.endpoint.count?.flatMap(({ pollMs }) => (typeof pollMs === 'number' ? pollMs : [])) ?? [];
    return own.length > 0 ? Math.max(15_000, ...own) : null;
  }

  /** True if the description has a count or seats to read. */
  get isReadable(): boolean {
    return !!this.endpoint.count || !!this.endpoint.seats;
  }

  get publishedAfterMs(): 0 | null {
    return this.endpoint.count?.some(({ afterSign }) => afterSign === 'refetch') ? 0 : null;
  }

  /** Reads the count, and the seats when it moved. Null when the answer is no count, so that the last good one stays. */
  async read(
    context: EndpointContext,
    tools: EndpointTools,
  ): Promise<{ count: PublishedCount; taken: Uint8Array | null; isGood: boolean } | null> {
    const { count, seats } = this.endpoint;
    const { venue } = context;
    const facts = { vars: this.endpoint.vars, petition: context.petition, locale: context.locale };
    let signatures: number | null = null;
    let goal: number | null = null;
    if (count) {
      const parts = await Promise.all(
        count.map(async (one, i) => {
          const reply = await this.#ask(one, (url) => encodeCount(one, facts, url), tools);
          tools.explain?.count(one, reply, count.length > 1 ? `count[${i}]` : 'count');
          return countInAnswer(one, reply);
        }),
      );
      for (const part of parts) {
        if (!part) return null;
        signatures = (signatures ?? 0) + part.signatures;
        goal ??= part.goal;
      }
      // Summands may be good one by one, and no count together.
      if (wholeNumberUpTo(signatures) === null) return null;
    }
    let taken: Uint8Array | null = null;
    let isGood = true;
    if (seats && venue && (signatures === null || signatures !== this.#seatsAt || !this.#taken)) {
      try {
        taken = await this.#readSeats(context, tools, facts);
        this.#seatsAt = signatures;
      } catch (error) {
        // The count is fresh all the same; the last good seats stay.
        if (signatures === null) throw error;
        isGood = false;
      }
    }
    const given = (): number =>
      (this.#taken && venue ? countTaken(this.#taken, 0, venue.capacity) : 0) -
      (this.#taken ? context.kept.length : 0);
    const hasMoved = taken !== null && !sameBytes(taken, this.#taken);
    if (hasMoved) this.#taken = taken;
    signatures ??= Math.max(0, given());
    if (signatures !== this.#signatures || hasMoved) this.#revision++;
    this.#signatures = signatures;
    return {
      count: this.#published(context, signatures, goal, tools.clock.now(), given()),
      taken: hasMoved ? taken : null,
      isGood,
    };
  }

  /** The count an answer to a signature brought along. */
  #acceptCount(signatures: number, context: EndpointContext, now: number): PublishedCount {
    if (signatures !== this.#signatures) this.#revision++;
    this.#signatures = signatures;
    const { venue, kept } = context;
    const seated = this.#taken && venue ? countTaken(this.#taken, 0, venue.capacity) - kept.length : 0;
    return this.#published(context, signatures, null, now, seated);
  }

  #published(
    context: EndpointContext,
    signatures: number,
    goal: number | null,
    now: number,
    seated: number,
  ): PublishedCount {
    const { venue } = context;
    // A list that was never read says nothing: neither that all seats are free, nor that everybody stands.
    const taken = this.#taken && Math.max(0, seated);
    return {
      id: context.petition,
      status: context.status,
      signatures,
      revision: this.#revision,
      asOf: new Date(now).toISOString(),
      ...(goal !== null && { goal }),
      seats:
        this.endpoint.seats && venue
          ? {
              mode: 'claimed',
              venue: venue.name,
              layout: venue.layout,
              capacity: venue.capacity,
              taken,
              standing: taken === null ? null : Math.max(0, signatures - taken),
            }
          : null,
    };
  }

  /** The taken seats, kept ones included. @throws when they cannot be read */
  async #readSeats(
    { venue, kept }: EndpointContext,
    tools: EndpointTools,
    facts: Parameters<typeof encodeSeats>[1],
  ): Promise<Uint8Array> {
    const seats = this.endpoint.seats!;
    const taken = emptyOccupancy(venue!.capacity);
    if (seats.format === 'occupancy') {
      const reply = await this.#ask(seats, (url) => encodeSeats(seats, facts, 0, url), tools);
      const message = reply.status === 200 ? decodeOccupancy(reply.bytes, venue!) : null;
      if (message?.kind !== 'full') throw new Error(`seats: status ${reply.status}`);
      taken.set(message.taken);
    } else {
      const size = seats.pages ? Number(seats.pages.size) : Infinity;
      let [entries, found] = [0, 0];
      for (let page = 0; ; page++) {
        // Seats of the pages that are missing would count as free.
        if (page === MAX_PAGES) throw new Error('seats: a list without an end');
        const list = decodeSeatList(
          seats,
          await this.#ask(seats, (url) => encodeSeats(seats, facts, page, url), tools),
        );
        if (!list) throw new Error('seats: no list');
        for (const one of list) {
          const seat = typeof one === 'number' ? one : seatFromCode(venue!, one);
          entries++;
          if (seat === null || !isSeat(venue!, seat)) continue;
          setTaken(taken, seat, true);
          found++;
        }
        if (list.length < size) break;
      }
      // Unknown seats are left out; a list of nothing else is about something else.
      if (entries > 0 && found === 0) throw new Error('seats: none of the venue');
    }
    for (const { seat } of kept) setTaken(taken, seat, true);
    return taken;
  }

  /** Requests one address after the other, beginning with the one that answered last. @throws the error of the last one */
  async #ask(
    block: { urls: readonly string[] },
    encode: (url: string) => TransportRequest,
    { transport, signal }: EndpointTools,
  ): Promise<TransportReply> {
    const { urls } = block;
    const first = this.#mirror.get(block) ?? 0;
    for (let tried = 0; ; tried++) {
      const at = (first + tried) % urls.length;
      try {
        const reply = await transport(encode(urls[at]!), signal);
        this.#mirror.set(block, at);
        return reply;
      } catch (error) {
        signal.throwIfAborted();
        if (tried + 1 >= urls.length || isOffline(error)) throw error;
      }
    }
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
    const { endpoint } = this;
    const { fields, consents, locale } = form;
    const content = writeJson({ petition, seat: seat?.seat ?? null, fields, consents, locale });
    if (earlier?.endpoint === this && (earlier as DescribedSubmission).content === content)
      return earlier as DescribedSubmission;
    const { idempotency, response } = endpoint.sign!;
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
      vars: endpoint.vars,
      utm: pageUtm(),
      page: { origin: globalThis.location?.origin ?? '', title: globalThis.document?.title ?? '' },
    };
    // Nobody can say what became of the one before, where no key tells them apart.
    const followsUnsure = !!earlier && earlier.mayBeStored && !earlier.keyTravels;
    return {
      endpoint: this,
      key: facts.idempotencyKey,
      keyTravels: !!endpoint.sign!.idempotency,
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

  /** @throws TypeError as `encodeSigning` */
  encode(submission: DescribedSubmission): void {
    submission.requests ??= encodeSigning(this.endpoint.sign!, submission.facts);
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
        : (context: EndpointContext) => this.#acceptCount(counted, context, tools.clock.now());
    return { ...end, count };
  }

  async #send(
    submission: DescribedSubmission,
    { explain, ...tools }: SigningTools,
  ): Promise<SubmissionEnd & { counted: number | null }> {
    const { transport, signal } = tools;
    const { facts, seat, keyTravels: travels, tries } = submission;
    const requests = submission.requests!;
    const sign = this.endpoint.sign!;
    const isUnanswered = (): void => {
      tries.unanswered.add(submission);
      submission.mayBeStored = true;
    };
    const revision = this.#revision;
    let address = 0;
    let untried = requests.length - 1;
    for (let attempt = 0; ; attempt++) {
      let asked: number | null = null;
      let ended: Outcome;
      try {
        const reply = await transport(requests[address]!, signal);
        const interpretation = interpretReply(sign, reply, facts, await textReader(reply, signal));
        const { result } = interpretation;
        explain?.answer(sign, reply, interpretation, facts);
        if (endsRetries(result)) this.#tries = null;
        switch (result.outcome) {
          case 'stored': {
            const { id } = result;
            const [first = submission, ...others] = tries.unanswered;
            // Of several tries nobody knows which one is stored, and so which seat and answers it has.
            if (others.length > 0) return { outcome: { outcome: 'duplicate' }, counted: null, submission };
            const receipt = { id, seat: first.seat };
            return { outcome: { outcome: 'signed', receipt, revision }, counted: null, submission: first };
          }
          case 'signed':
          case 'pending':
            return {
              outcome: { outcome: result.outcome, receipt: { id: result.id, seat }, revision },
              counted: result.count,
              submission,
            };
          case 'assumed':
            return { outcome: { outcome: 'assumed', revision }, counted: null, submission };
          case 'seat-taken':
            return {
              outcome: {
                outcome: 'seat-taken',
                seat: seat ?? -1,
                near: null,
                kept: false,
                ...((result.isUnnamed || [...tries.unanswered].some((one) => one.seat === seat)) && {
                  perhapsOwn: true,
                }),
                ...(!travels && submission.mayBeStored && { unsure: true }),
              },
              counted: null,
              submission,
            };
          case 'rejected': {
            const { message, code } = result;
            return {
              outcome: { outcome: 'rejected', code, ...(message !== null && { message }) },
              counted: null,
              submission,
            };
          }
          case 'unreadable':
            isUnanswered();
            return { outcome: unreachable('unreadable', submission), counted: null, submission };
          case 'again': {
            asked = result.askedSeconds;
            const isRefused = result.because === 'busy' && reply.status === 429;
            // A server that is at its end may have stored it all the same; one that says "too many" has not.
            if (!isRefused) isUnanswered();
            ended =
              result.because === 'busy' && asked !== null && (travels || isRefused)
                ? { outcome: 'rate-limited', retryAfter: asked }
                : unreachable('server', submission);
            break;
          }
          default:
            return { outcome: result, counted: null, submission };
        }
      } catch (error) {
        signal.throwIfAborted();
        const reason = reasonOf(error, tools);
        const isSent = !(error instanceof TransportError) || error.sent;
        if (isSent) isUnanswered();
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

function sameBytes(a: Uint8Array, b: Uint8Array | null): boolean {
  return b !== null && a.length === b.length && a.every((byte, i) => byte === b[i]);
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
