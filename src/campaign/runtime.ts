import type { EndpointConfig } from '../model/endpoint.js';
import type { Problem } from '../model/problem.js';
import type { BoxOfficeAddress } from '../transport/encode.js';
import type { Transport } from '../transport/send.js';
import type { Clock } from './clock.js';
import type { DescribedEndpoint } from './declared/described-endpoint.js';
import type { Endpoint, EndpointContext, Explain } from './endpoint.js';
import type { Action, CampaignState, Signing } from './state.js';
import type { Page } from './watch.js';

/** State and functions that the parts of a campaign share. */
export interface CampaignRuntime {
  readonly state: CampaignState;
  readonly petition: string;
  readonly clock: Clock;
  readonly page: Page;
  /** The petition of a request, from the current state. */
  readonly context: EndpointContext;
  readonly dispatch: (action: Action) => void;
  readonly warn: (...problems: readonly Problem[]) => void;
  /** The transport of the page, bounded in time; with `debug` it reports each exchange. */
  readonly send: Transport;
  /** Reports how answers were read; undefined without `debug`. */
  explainer(): Promise<Explain | undefined>;
  /** With `debug`, asks a box office whether this page may sign: what keeps it from that. Not by a transport of the page's own. */
  probe(address: BoxOfficeAddress): Promise<Problem | null>;
  /** Mistakes of a description that reading it did not find; none without `debug`. */
  mistakesIn(
    config: EndpointConfig,
    endpoint: DescribedEndpoint | null,
    found: readonly Problem[],
  ): Promise<readonly Problem[]>;
  /** Loads the document again, once for each `layout` of its endpoint: the endpoint it names now, or null; false where that was done before. */
  readonly reloadFor: (layout: string) => Promise<Endpoint | null | false>;
  /** True while an element shows seats. */
  readonly areSeatsInView: boolean;
}

/** State and functions for sending a signature. */
export interface SigningRuntime extends CampaignRuntime {
  /** Marks a submission as under way, or as waiting. */
  sending(more?: { waitSeconds?: number | null; isCheck?: boolean }): void;
  /** Marks a submission as ended, and dispatches its event on the page. */
  end(signing: Exclude<Signing, { outcome: 'idle' | 'sending' }>, from: EventTarget | undefined): null;
  /** Sends until there is an end, whatever breaks. */
  untilEnd<T>(work: () => Promise<T>, from: EventTarget | undefined): Promise<T | null>;
  /** Warns of a mistake in code, by the name of what was thrown: its message may quote what people typed. */
  warnOfError(what: string, error: unknown): void;
  /** Reads the count now. */
  refresh(): Promise<boolean>;
  /** Reads the count as soon as its pause allows. */
  wake(): void;
}
