import { canonicalJson } from '../model/canonical.js';
import type { CampaignDocument } from '../model/campaign.js';
import type { Problem } from '../model/problem.js';
import { readCampaign } from '../model/read-campaign.js';
import { BoxOffice } from './box-office.js';
import { Described } from './described.js';
import type { Endpoint } from './endpoint.js';
import {
  addressOf,
  configOf,
  fetchDocument,
  foreignAddress,
  isGiven,
  pageOrigin,
  type CampaignSource,
  type EndpointConfig,
} from './load-document.js';
import type { CampaignRuntime } from './runtime.js';
import type { SeatsSync } from './seats-sync.js';
import { isSending, pickLocale } from './state.js';

/** The options of a campaign that its documents depend on. */
export interface DocumentOptions {
  /** Base URL of images and of a relative endpoint of `data`; default: the page's origin. */
  base?: string;
  /** Languages in order of preference; the first that the document has is used. */
  languages?: readonly string[];
  /** Judge the document strictly and say everything in the console. */
  debug?: boolean;
  /** Origins that the document and its endpoint may be of; default: any. */
  allowedOrigins?: readonly string[] | null;
}

/** Callbacks into the campaign. */
interface DocumentHooks {
  isWatched(): boolean;
  /** A document was loaded, or could not be. */
  loaded(): void;
  /** The document names another endpoint than the one before. */
  endpointChanged(): void;
}

/** Keeps a campaign true to its document: loads it, replaces it, and connects to the endpoint it names. */
export class DocumentSync {
  #source: CampaignSource;
  /** A newer document that came while a signature was being sent. */
  #newer: Pick<CampaignSource, 'data'> | null = null;
  #endpoint: Endpoint | null = null;
  /** The endpoint of the document with its base, to tell whether a newer one names another; empty where the page names it. */
  #endpointKey = '';
  #loading: Promise<void> | null = null;
  /** Chosen by the reader; stays when the document is read again. */
  #chosenLocale: string | null = null;
  /** Layouts that caused a reload, so that a foreign one does not reload for ever. */
  readonly #reloadedFor = new Set<string>();

  constructor(
    source: CampaignSource,
    private readonly options: DocumentOptions,
    private readonly runtime: CampaignRuntime,
    private readonly seats: SeatsSync,
    private readonly hooks: DocumentHooks,
  ) {
    this.#source = source;
    const { endpoint, petition } = source;
    const config = configOf(endpoint);
    if (config) this.#endpoint = this.#described(config);
    else if (isGiven(endpoint) && petition !== undefined)
      this.#endpoint = this.#boxOffice(endpoint, this.#pageBase, petition).endpoint;
  }

  get endpoint(): Endpoint | null {
    return this.#endpoint;
  }

  /** Id of the petition; empty until it is known. */
  get petition(): string {
    return this.#source.petition ?? this.runtime.state.document?.id ?? '';
  }

  /** True if there is an endpoint, or a document to load that may name one. */
  get mayBeAsked(): boolean {
    return this.#endpoint !== null || !!this.#source.src;
  }

  /** Replaces the document by a newer one of the same petition, as parsed JSON; after the signature that is on its way. */
  replace(data: unknown): void {
    this.#newer = { data };
    if (!isSending(this.runtime.state)) this.loadNewer();
  }

  chooseLocale(locale: string): void {
    this.#chosenLocale = locale;
    this.runtime.dispatch({ type: 'locale-chosen', locale });
  }

  /** Base URL of the page's own addresses. */
  get #pageBase(): string {
    return this.options.base ?? pageOrigin() ?? '';
  }

  /** Loads a newer document that had to wait. */
  loadNewer(): void {
    if (!this.#newer) return;
    this.#source = { ...this.#source, ...this.#newer };
    this.#newer = this.#loading = null;
    this.#reloadedFor.clear();
    // Else it is read by the next who subscribes.
    if (this.hooks.isWatched()) void this.load();
  }

  /** Loads the document again, once for each layout: the endpoint it names now; false where that was done before. */
  async reloadFor(layout: string): Promise<Endpoint | null | false> {
    if (this.#reloadedFor.has(layout)) return false;
    this.#reloadedFor.add(layout);
    this.#loading = null;
    await this.load();
    return this.#endpoint;
  }

  /** Reads document and venue, once; a failure may be tried again. */
  load(): Promise<void> {
    const source = this.#source;
    this.#loading ??= this.#loadDocument(source).then((isGood) => {
      if (source !== this.#source) return;
      if (!isGood) this.#loading = null;
      this.hooks.loaded();
    });
    return this.#loading;
  }

  async #loadDocument(source: CampaignSource): Promise<boolean> {
    const fetched =
      source.data === undefined ? await this.#fetch(source) : { json: source.data, base: this.#pageBase };
    if (!fetched) return false;
    const { json, base } = fetched;
    // A count needs no document; what asks people for something does.
    if (base === null) return true;
    const { document, problems } = readCampaign(json);
    if (this.options.debug) await this.#validateStrictly(json, document, isGiven(source.endpoint));
    else this.runtime.warn(...problems);
    // Of a newer document the seats come together with the words, so that neither is shown beside the other's.
    const built = this.runtime.state.venue && document ? await this.seats.build(document) : null;
    const foreign = document && this.#origins && (await this.#foreignEndpoint(document, base, this.#origins));
    if (source !== this.#source) return true;
    if (this.runtime.state.document && isSending(this.runtime.state)) {
      this.#newer ??= { data: source.data };
      return true;
    }
    if (!document || foreign) {
      if (foreign) this.runtime.warn(foreign);
      this.runtime.dispatch({
        type: 'document-failed',
        problems: foreign ? [foreign] : problems,
        isRefused: true,
      });
      return false;
    }
    this.#connectTo(document, base);
    const isNewer = this.runtime.state.venue !== null;
    this.runtime.dispatch({
      type: 'document-read',
      document,
      base,
      problems: [...problems, ...(built?.venue ? built.problems : [])],
      locale: pickLocale(
        document.languages,
        this.#chosenLocale ? [this.#chosenLocale] : (this.options.languages ?? []),
      ),
      ...(isNewer && { seats: this.seats.renew(built) }),
    });
    void this.#probe();
    const isShown = isNewer && built?.venue;
    const venue = isNewer ? built : await this.seats.build(document);
    // Of a document that has been replaced meanwhile.
    if (source !== this.#source) return true;
    if (!isShown && venue) this.seats.show(venue);
    if (isShown) {
      this.runtime.warn(...built.problems);
      this.seats.relight();
    }
    return true;
  }

  /** The document of a source that has none of its own; null where there is none. */
  async #fetch(source: CampaignSource): Promise<{ json: unknown; base: string | null } | null> {
    const { endpoint, petition } = source;
    const isDescribed = configOf(endpoint) !== null;
    const own = isGiven(endpoint) && !isDescribed ? addressOf(endpoint, this.#pageBase, petition) : null;
    if (own) this.#endpointChecked(own.problem);
    const address = own?.address ?? null;
    const problem = own?.problem ?? null;
    const fetched = await fetchDocument(
      source,
      this.#pageBase,
      { address, isDescribed, problem },
      this.runtime.send,
      this.#origins,
    );
    if ('json' in fetched) return fetched;
    if ('isOffline' in fetched) {
      this.runtime.dispatch({ type: 'document-failed', problems: [], isOffline: true });
      return null;
    }
    if (fetched.isRefused) this.runtime.dispatch({ type: 'endpoint-judged', refused: true });
    this.runtime.warn(fetched.problem);
    this.runtime.dispatch({ type: 'document-failed', problems: [fetched.problem] });
    return null;
  }

  /** Checks strictly, for authors: the schema is loaded only for them. A described endpoint is checked with its preset, when it is opened. */
  async #validateStrictly(json: unknown, document: CampaignDocument | null, isOwn: boolean): Promise<void> {
    const isDescribed = !isOwn && !!document && configOf(document.endpoint) !== null;
    try {
      const { parseCampaign } = await import('../model/schema/schema.js');
      const { problems } = parseCampaign(json);
      this.runtime.warn(...problems.filter(({ path }) => !isDescribed || !path.startsWith('endpoint.')));
    } catch {
      this.runtime.warn({ path: 'debug', value: null, message: 'is not possible: its script did not load' });
    }
  }

  #described(config: EndpointConfig): Described {
    return new Described(config, pageOrigin(), this.runtime, this.seats);
  }

  #boxOffice(
    endpoint: unknown,
    base: string,
    petition: string | undefined,
  ): { endpoint: BoxOffice | null; problem: Problem | null } {
    const { address, problem } = addressOf(endpoint, base, petition);
    return { endpoint: address && new BoxOffice(address, this.runtime, this.seats), problem };
  }

  /** Connects to the endpoint of the page, else of the document. */
  #connectTo(document: CampaignDocument, base: string): void {
    const { endpoint = null, petition = document.id } = this.#source;
    const isOwn = isGiven(endpoint);
    if (!isOwn) this.#turnTo(document.endpoint, base);
    const named = isOwn ? endpoint : document.endpoint;
    const config = configOf(named);
    if (config) {
      const described = this.#endpoint instanceof Described ? this.#endpoint : this.#described(config);
      this.#endpoint = described;
      return described.offer();
    }
    this.#endpoint = null;
    if (!isGiven(named))
      return this.runtime.warn({
        path: 'endpoint',
        value: null,
        message: 'is missing, so nothing can be sent; write its https address',
      });
    const found = this.#boxOffice(named, isOwn ? this.#pageBase : base, petition);
    this.#endpoint = found.endpoint;
    this.#endpointChecked(found.problem);
  }

  /** Forgets what another endpoint published, when a newer document names a new one. */
  #turnTo(endpoint: CampaignDocument['endpoint'], base: string): void {
    const before = this.#endpointKey;
    this.#endpointKey = canonicalJson([endpoint, base]);
    if (!before || before === this.#endpointKey) return;
    this.#endpoint = null;
    this.hooks.endpointChanged();
    this.runtime.dispatch({ type: 'endpoint-changed', taken: this.seats.forgotten() });
  }

  get #origins(): readonly string[] | null {
    return this.options.allowedOrigins ?? null;
  }

  /** Returns the problem of an endpoint that has an address of a foreign origin; null where any may be asked. */
  async #foreignEndpoint(
    document: CampaignDocument,
    base: string,
    origins: readonly string[],
  ): Promise<Problem | null> {
    const { endpoint, petition = document.id } = this.#source;
    const named = endpoint ?? document.endpoint;
    const config = configOf(named);
    let addresses: readonly string[];
    if (config) {
      const opened = await this.#described(config).addresses();
      if (!opened)
        return { path: 'endpoint', value: null, message: 'cannot be used: its script did not load' };
      addresses = opened;
    } else {
      const { address } = addressOf(named, isGiven(endpoint) ? this.#pageBase : base, petition);
      addresses = address ? [address.endpoint] : [];
    }
    for (const address of addresses) {
      const problem = foreignAddress('endpoint', address, origins);
      if (problem) return problem;
    }
    return null;
  }

  #endpointChecked(problem: Problem | null): void {
    if (problem) this.runtime.warn(problem);
    this.runtime.dispatch({ type: 'endpoint-judged', refused: problem !== null });
  }

  /** Asks a box office whether this page may sign. */
  async #probe(): Promise<void> {
    const endpoint = this.#endpoint;
    const problem = endpoint instanceof BoxOffice ? await this.runtime.probe(endpoint.address) : null;
    if (problem) this.runtime.warn(problem);
  }
}
