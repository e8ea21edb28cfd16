import type { EndpointConfig, ReadyEndpoint } from '../../model/endpoint.js';
import type { PublishedCount } from '../../model/outcome.js';
import type { Problem } from '../../model/problem.js';
import { wholeNumberUpTo } from '../../transport/decode.js';
import { countInAnswer } from '../../transport/declared/decode.js';
import { encodeCount, encodeSeats } from '../../transport/declared/encode.js';
import { loadEndpoint } from '../../transport/declared/presets.js';
import type { SignatureFacts } from '../../transport/declared/template.js';
import { isOffline, type TransportReply, type TransportRequest } from '../../transport/send.js';
import { DescribedSigning } from './described-endpoint-signing.js';
import type { EndpointContext, EndpointTools } from '../endpoint.js';

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

/** An endpoint described by data: its last answers, its requests for them, and its signing half. Loaded only for such an endpoint. */
export class DescribedEndpoint {
  /** Takes signatures; null where the description has no way to send them. */
  readonly signing: DescribedSigning | null;
  /** Grows with every change of count or seats, as the box office's revision does. */
  #revision = 0;
  #signatures: number | null = null;
  /** The count at which the seats were read. */
  #seatsAt: number | null = null;
  #taken: Uint8Array | null = null;
  /** The signers in the seats that were read last. */
  #seated = 0;
  /** Block of the endpoint -> which of its addresses answered last. */
  readonly #mirror = new Map<object, number>();

  constructor(readonly endpoint: ReadyEndpoint) {
    const { sign, vars } = endpoint;
    this.signing = sign ? new DescribedSigning(sign, vars, this) : null;
  }

  /** Milliseconds between two readings; null: the campaign's own rhythm. */
  get pollMs(): number | null {
    const own =
      this.endpoint.count?.flatMap(({ pollMs }) => (typeof pollMs === 'number' ? pollMs : [])) ?? [];
    return own.length > 0 ? Math.max(15_000, ...own) : null;
  }

  /** All addresses that may be asked. */
  get addresses(): readonly string[] {
    const { sign, count = [], seats } = this.endpoint;
    return [sign, ...count, seats].flatMap((call) => call?.urls ?? []);
  }

  /** True if the description has a count or seats to read. */
  get isReadable(): boolean {
    return !!this.endpoint.count || !!this.endpoint.seats;
  }

  /** Number of the last change of count or seats. */
  get revision(): number {
    return this.#revision;
  }

  /** Milliseconds after a signature until the count holds it; null: the next reading finds it. */
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
    const facts = this.#facts(context);
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
        const { readDescribedSeats } = await import('../seats/described-seats.js');
        const read = await readDescribedSeats(seats, venue, context.kept, (page) =>
          this.#ask(seats, (url) => encodeSeats(seats, facts, page, url), tools),
        );
        taken = read.taken;
        this.#seated = read.signers;
        this.#seatsAt = signatures;
      } catch (error) {
        // The count is fresh all the same; the last good seats stay.
        if (signatures === null) throw error;
        isGood = false;
      }
    }
    const hasMoved = taken !== null && !sameBytes(taken, this.#taken);
    if (hasMoved) this.#taken = taken;
    signatures ??= this.#seated;
    if (hasMoved && signatures === this.#signatures) this.#revision++;
    return {
      count: this.acceptCount(signatures, context, tools.clock.now(), goal),
      taken: hasMoved ? taken : null,
      isGood,
    };
  }

  /** The count of an answer, as it is published to the campaign. */
  acceptCount(
    signatures: number,
    context: EndpointContext,
    now: number,
    goal: number | null = null,
  ): PublishedCount {
    if (signatures !== this.#signatures) this.#revision++;
    this.#signatures = signatures;
    const { venue } = context;
    // A list that was never read says nothing: neither that all seats are free, nor that everybody stands.
    const taken = this.#taken && this.#seated;
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

  #facts({ petition, locale }: EndpointContext): Pick<SignatureFacts, 'vars' | 'petition' | 'locale'> {
    return { vars: this.endpoint.vars, petition, locale };
  }

  /** Requests one address after the other, beginning with the one that answered last. @throws the error of the last one */
  async #ask(
    block: { urls: readonly string[] },
    encode: (url: string) => TransportRequest,
    { transport, signal }: EndpointTools,
  ): Promise<TransportReply> {
    const { urls } = block;
    const first = this.#mirror.get(block) ?? 0;
    let failure: unknown;
    for (const url of [...urls.slice(first), ...urls.slice(0, first)]) {
      try {
        const reply = await transport(encode(url), signal);
        this.#mirror.set(block, urls.indexOf(url));
        return reply;
      } catch (error) {
        signal.throwIfAborted();
        failure = error;
        if (isOffline(error)) break;
      }
    }
    throw failure;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array | null): boolean {
  return b !== null && a.length === b.length && a.every((byte, i) => byte === b[i]);
}
