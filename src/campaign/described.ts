import type { EndpointConfig } from '../model/endpoint.js';
import { isOffline } from '../transport/send.js';
import type { DescribedEndpoint } from './declared/described-endpoint.js';
import type { Endpoint, SigningEndpoint } from './endpoint.js';
import type { CampaignRuntime } from './runtime.js';
import type { SeatsSync } from './seats-sync.js';

/** An endpoint described by data (docs/endpoints.md), whose engine loads with the first request. */
export class Described implements Endpoint {
  readonly imagesUrl = '';
  readonly readSeats = null;
  pollMs: number | null = null;
  #opened: Promise<DescribedEndpoint | null | undefined> | null = null;

  constructor(
    private readonly config: EndpointConfig,
    private readonly pageOrigin: string | null,
    private readonly runtime: CampaignRuntime,
    private readonly seats: SeatsSync,
  ) {}

  /** Tells the state what it offers, until it is opened: a described endpoint gives no code to withdraw with. */
  offer(): void {
    if (!this.#opened)
      this.runtime.dispatch({
        type: 'endpoint-read',
        declared: { fallback: null, counts: true, seats: true },
      });
  }

  /** Returns all addresses that may be asked; null where the engine did not load. */
  async addresses(): Promise<readonly string[] | null> {
    const endpoint = await this.#open();
    return endpoint === undefined ? null : (endpoint?.addresses ?? []);
  }

  async read(signal: AbortSignal): Promise<boolean> {
    const { dispatch, clock, send } = this.runtime;
    try {
      const endpoint = await this.#open();
      const explain = await this.runtime.explainer();
      const read = endpoint?.isReadable
        ? await endpoint.read(this.runtime.context, { transport: send, clock, signal, explain })
        : null;
      if (!read) {
        dispatch({ type: 'count-failed' });
        return !!endpoint && !endpoint.isReadable;
      }
      dispatch({ type: 'count-read', count: read.count });
      if (read.taken) dispatch({ type: 'seats-read', taken: read.taken, revision: read.count.revision });
      else if (!read.isGood) dispatch({ type: 'seats-failed' });
      this.seats.countRead(read.count.signatures ?? 0);
      return read.isGood;
    } catch (error) {
      if (!signal.aborted) dispatch({ type: 'count-failed', isOffline: isOffline(error) });
      return false;
    }
  }

  async signing(): Promise<SigningEndpoint | null | undefined> {
    const endpoint = await this.#open();
    if (endpoint && !endpoint.signing && !this.runtime.state.endpointRefused)
      this.runtime.warn({
        path: 'endpoint',
        value: null,
        message:
          'takes no signatures, so nothing can be sent; give it a sign block, or a preset that has one',
      });
    return endpoint && endpoint.signing;
  }

  /** Loads the engine and the description: null where it cannot be used, undefined where a script did not load, so that it is tried again. */
  #open(): Promise<DescribedEndpoint | null | undefined> {
    const { warn, dispatch } = this.runtime;
    this.#opened ??= import('./declared/described-endpoint.js')
      .then(({ openDescribedEndpoint }) => openDescribedEndpoint(this.config, this.pageOrigin))
      .then(({ endpoint, problems, isRefused }) => {
        warn(...problems);
        void this.runtime.mistakesIn(this.config, endpoint, problems).then((mistakes) => warn(...mistakes));
        dispatch({ type: 'endpoint-judged', refused: isRefused });
        this.pollMs = endpoint?.pollMs ?? null;
        dispatch({
          type: 'endpoint-read',
          declared: {
            fallback: endpoint?.endpoint.fallback ?? null,
            counts: !endpoint || endpoint.isReadable,
            seats: !endpoint || !!endpoint.endpoint.seats,
          },
        });
        return endpoint;
      })
      .catch(() => {
        this.#opened = null;
        warn({ path: 'endpoint', value: null, message: 'cannot be used: its script did not load' });
        return undefined;
      });
    return this.#opened;
  }
}
