import { AuthorWarnings, reportError } from '../author-console.js';
import { outcomeEvent, PetitionSharedEvent, PetitionUpdateEvent } from '../events.js';
import { canonicalJson } from '../model/canonical.js';
import type { CampaignDocument, Look, Text } from '../model/campaign.js';
import { explain, type Problem } from '../model/problem.js';
import { readCampaign } from '../model/read-campaign.js';
import { decodeJson } from '../transport/decode.js';
import { retryDelay, secondsAsked } from '../transport/retry.js';
import { inTime, send, TIMEOUT_MS, within, type Transport, type TransportReply } from '../transport/send.js';
import { BoxOffice } from './box-office.js';
import { systemClock, type Clock } from './clock.js';
import { Described } from './described.js';
import type * as Diagnosis from './diagnose.js';
import type { Endpoint, EndpointContext, SignForm } from './endpoint.js';
import type { EndpointConfig } from './load-document.js';
import {
  addressOf,
  configOf,
  fetchDocument,
  isGiven,
  pageLanguages,
  pageOrigin,
  type CampaignSource,
} from './load-document.js';
import type { SigningRuntime } from './runtime.js';
import { SeatsSync } from './seats-sync.js';
import type { SigningFlow } from './signing-flow.js';
import {
  areSeatsKnown,
  hasSigned,
  initialState,
  isSending,
  pickLocale,
  reduce,
  shownCount,
  type Action,
  type CampaignState,
} from './state.js';
import { browserPage, Watch, type Page } from './watch.js';

export { pageLanguages, type CampaignSource, type EndpointConfig } from './load-document.js';

export interface CampaignOptions {
  transport?: Transport;
  clock?: Clock;
  page?: Page;
  /** What images and a relative endpoint of `data` are resolved against; default: the page's origin. */
  base?: string;
  /** Languages in order of preference; the first that the document has is used. */
  languages?: readonly string[];
  /** Judge the document strictly and say everything in the console. */
  debug?: boolean;
}

/** What people ask a campaign to do. */
export type Intent =
  /**
   * `isRestored`: nobody chose it just now (the browser or the page put it back); where it is taken it goes without a word.
   * `isChosen`: the signer chose it just now, so that seat pickers fire `input` and `change`.
   */
  | { type: 'seat-select'; seat: number | null; isRestored?: boolean; isChosen?: boolean }
  /** `anyway`: the signer knows that a signature without a key may be in already, and wants it sent again. */
  | { type: 'submit'; anyway?: boolean }
  /** Nothing is sent: the page is told that somebody shared the petition. */
  | { type: 'share' };

/**
 * One campaign: one state, its readers, and the ways to ask something of it. Elements stand on it, and a developer can
 * use it without any. It begins to read with the first subscriber and stops a microtask after the last one has left.
 */
export class Campaign {
  /** Sends every request; replace it to use a client of your own. */
  transport: Transport;
  /** Words of the page by message key, before those of the document; `petition-campaign` reads them from its templates. */
  words: Readonly<Record<string, Text>> = {};
  /** Signing is a risk where the page is read: no element of the campaign offers what gives a signer away. */
  atRisk = false;
  /** Theme of the campaign's elements, instead of the document's; null leaves it to the document. */
  theme: NonNullable<Look['theme']> | null = null;

  #source: CampaignSource;
  /** A newer document that came while a signature was being sent. */
  #newer: Pick<CampaignSource, 'data'> | null = null;
  #endpoint: Endpoint | null = null;
  /** The endpoint of the document with its base, to tell whether a newer one names another; empty where the page names it. */
  #endpointKey = '';
  readonly #options: CampaignOptions;
  readonly #clock: Clock;
  readonly #page: Page;
  #state: CampaignState = initialState;
  readonly #listeners = new Set<() => void>();
  readonly #targets = new Set<EventTarget>();
  /** More than one where two `petition-campaign` share a campaign; the first speaks for it. */
  readonly #hosts = new Set<EventTarget>();
  #watching: AbortController | null = null;
  #watch = new Watch();
  #seatWatchers = 0;
  #loading: Promise<void> | null = null;
  #reading: Promise<boolean> | null = null;
  /** Loaded with the first signature. */
  #signing: SigningFlow | null = null;
  readonly #warnings = new AuthorWarnings();
  /** Chosen by the reader; stays when the document is read again. */
  #chosenLocale: string | null = null;
  /** Layouts that were reloaded for, so that a foreign one is not reloaded for ever. */
  readonly #reloadedFor = new Set<string>();
  readonly #runtime = this.#shared();
  readonly #seats = new SeatsSync(this.#runtime, () => this.#signing?.openSeat ?? null);

  constructor(source: CampaignSource, options: CampaignOptions = {}) {
    this.#source = source;
    this.#options = { ...options, languages: options.languages ?? pageLanguages() };
    this.transport = options.transport ?? send;
    this.#clock = options.clock ?? systemClock;
    this.#page = options.page ?? browserPage;
    this.#state = { ...initialState, locale: this.#options.languages?.[0] ?? initialState.locale };
    const { endpoint, petition } = source;
    const config = configOf(endpoint);
    if (config) this.#endpoint = this.#described(config);
    else if (isGiven(endpoint) && petition !== undefined)
      this.#endpoint = this.#boxOffice(endpoint, this.#pageBase, petition).endpoint;
  }

  get state(): CampaignState {
    return this.#state;
  }

  /** The campaign's time, so that its elements wait by the same clock. */
  get clock(): Clock {
    return this.#clock;
  }

  /** The campaign's id, once it is known. */
  get petition(): string {
    return this.#source.petition ?? this.#state.document?.id ?? '';
  }

  /** Under this address the box office serves the petition's images; empty at any other endpoint. */
  get imagesUrl(): string {
    return this.#endpoint?.imagesUrl ?? '';
  }

  /** Calls `listener` after every change of the state. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#start();
    return () => {
      this.#listeners.delete(listener);
      // An element that is moved in the page leaves and returns within one task.
      queueMicrotask(() => this.#stopIfAlone());
    };
  }

  /** An element that belongs to the campaign: outcomes are fired on `host`, or on the element whose request they answer. */
  connect(target: EventTarget, isHost = false): () => void {
    this.#targets.add(target);
    if (isHost) this.#hosts.add(target);
    return () => {
      this.#targets.delete(target);
      this.#hosts.delete(target);
    };
  }

  /** Loads what sends signatures, so that a press on the button need not wait for it. */
  prepareSigning(): void {
    for (const part of [import('./signing-flow.js'), import('./box-office-signing.js')])
      part.catch(() => undefined);
  }

  /** Says that seats are looked at: they are read, and more often. Returns how to stop. */
  watchSeats(): () => void {
    this.#seatWatchers++;
    if (this.#seatWatchers === 1) void this.#refreshSeats();
    let stopped = false;
    return () => {
      if (!stopped) this.#seatWatchers--;
      stopped = true;
    };
  }

  /**
   * Asks for something. Resolves when it has ended, however it ended: after signing with the answers that are stored, which
   * may be those of an earlier try, else with null. `from`: the element that asks.
   */
  async request(intent: Intent, form?: SignForm, from?: EventTarget): Promise<SignForm | null> {
    if (intent.type === 'submit') {
      if (!form)
        throw new TypeError('request({type: "submit"}) needs the fields, consents and locale of the form.');
      return this.#submit(form, from, intent.anyway ?? false);
    }
    if (intent.type === 'seat-select') this.#chooseSeat(intent);
    else this.#fire(new PetitionSharedEvent({ ...this.#facts, outcome: 'shared' }), from);
    return null;
  }

  /**
   * Replaces the document by a newer one of the same petition, as parsed JSON: what was chosen, sent and signed stays, as
   * far as it still fits. A signature that is on its way ends with the document it was given under.
   */
  replaceDocument(data: unknown): void {
    this.#newer = { data };
    if (!isSending(this.#state)) this.#loadNewer();
  }

  /** Reads count and seats now. Tells whether that worked. */
  async refresh(): Promise<boolean> {
    // Everybody who asks while a reading is under way gets that one.
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** Shows the texts in another of the document's languages. */
  setLocale(locale: string): void {
    this.#chosenLocale = locale;
    this.#dispatch({ type: 'locale-chosen', locale });
  }

  /** The parts of the campaign reach it by this. */
  #shared(): SigningRuntime {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const campaign = this;
    return {
      get state() {
        return campaign.#state;
      },
      get petition() {
        return campaign.petition;
      },
      get clock() {
        return campaign.#clock;
      },
      get page() {
        return campaign.#page;
      },
      get areSeatsInView() {
        return campaign.#seatWatchers > 0;
      },
      get context(): EndpointContext {
        const { document, venue, kept, locale } = campaign.#state;
        return { petition: campaign.petition, locale, status: document?.state ?? 'open', venue, kept };
      },
      dispatch: (action) => this.#dispatch(action),
      warn: (...problems) => this.#warn(...problems),
      send: (request, signal) => this.#send(request, signal),
      explainer: async () => (await this.#diagnosis())?.explainer((problems) => this.#warn(...problems)),
      mistakesIn: async (config, endpoint, found) =>
        (await this.#diagnosis())?.mistakesIn(config, this.#state.document, endpoint, found) ?? [],
      reloadFor: (layout) => this.#reloadFor(layout),
      sending: (more) => this.#markSending(more),
      end: (signing, from) => this.#end(signing, from),
      untilEnd: (work, from) => this.#untilEnd(work, from),
      warnOfError: (what, error) => this.#warnOfError(what, error),
      refresh: () => this.refresh(),
      wake: () => this.#watch.wake(),
    };
  }

  /** What the page's own addresses are resolved against. */
  get #pageBase(): string {
    return this.#options.base ?? pageOrigin() ?? '';
  }

  #dispatch(action: Action): void {
    const before = this.#state;
    this.#state = reduce(before, action);
    if (this.#state === before) return;
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        // A listener's mistake is reported as one, and must not take a signature along.
        reportError(error);
      }
    }
    if (action.type !== 'count-read' || before.count?.signatures === action.count.signatures) return;
    const { signatures } = action.count;
    this.#fire(
      new PetitionUpdateEvent({ petition: this.petition, outcome: 'update', signatures }),
      first(this.#targets),
    );
  }

  /** Dispatches an event on the element that speaks for the campaign, else on `otherwise`. */
  #fire(event: Event, otherwise: EventTarget | undefined): void {
    (first(this.#hosts) ?? otherwise)?.dispatchEvent(event);
  }

  get #facts(): { petition: string; signatures: number | null } {
    return { petition: this.petition, signatures: shownCount(this.#state) };
  }

  #warn(...problems: readonly Problem[]): void {
    for (const problem of problems) this.#warnings.warn(explain(problem));
  }

  /** Of an error only its name: its message may quote what people typed. */
  #warnOfError(what: string, error: unknown): void {
    const name = error instanceof Error ? error.name : typeof error;
    this.#warn({ path: 'sign', value: name, message: `was thrown ${what}` });
  }

  // Reading

  #start(): void {
    if (this.#watching) return;
    const watching = (this.#watching = new AbortController());
    void this.#load().then(() => {
      if (watching.signal.aborted) return;
      // Nobody to ask: the count is not on its way, it cannot be had. A document that could not be read is tried again.
      if (!this.#endpoint && !this.#source.src) return this.#dispatch({ type: 'count-failed' });
      return this.#watch.run({
        clock: this.#clock,
        page: this.#page,
        signal: watching.signal,
        seatsInView: () => this.#seatWatchers > 0,
        ownMs: () => this.#endpoint?.pollMs ?? null,
        read: () => this.refresh(),
      });
    });
  }

  #stopIfAlone(): void {
    if (this.#listeners.size > 0) return;
    this.#watching?.abort();
    this.#watching = null;
  }

  async #read(): Promise<boolean> {
    await this.#load();
    const signal = this.#watching?.signal ?? new AbortController().signal;
    return this.#endpoint?.read(signal) ?? false;
  }

  /** Seats came into view: they are read at once, the count only when it is old enough for the faster rhythm. */
  async #refreshSeats(): Promise<void> {
    // A reading under way brings them along, if it has not passed them.
    await this.#reading;
    const [endpoint, watching] = [this.#endpoint, this.#watching];
    if (endpoint && !endpoint.readSeats) return this.#watch.reschedule();
    if (this.#page.hidden() || this.#watch.heldFor(this.#clock.now()) > 0) return this.#watch.wake();
    if (watching) await endpoint?.readSeats?.(watching.signal);
    this.#watch.reschedule();
  }

  #chooseSeat({ seat, ...how }: Extract<Intent, { type: 'seat-select' }>): void {
    const isChosen = this.#seats.choose(seat, how);
    // A chosen seat is watched, also where the venue is out of view.
    if (isChosen && !areSeatsKnown(this.#state)) void this.#refreshSeats();
  }

  readonly #send: Transport = async (request, signal) => {
    const diagnosis = await this.#diagnosis();
    // A transport of the page may ignore its signal, and never answer.
    const bounded: Transport = (one, stop) =>
      within(one.timeoutMs ?? TIMEOUT_MS, stop, (given) => this.transport(one, given));
    const reply = await (diagnosis
      ? diagnosis.sendAndReport(bounded, request, signal)
      : bounded(request, signal));
    if (request.method === 'GET') this.#holdPollingAfter(reply);
    return reply;
  };

  /** An overloaded endpoint is not read again before the time it asks for. */
  #holdPollingAfter(reply: TransportReply): void {
    if (reply.status !== 429 && !(reply.status >= 500)) return;
    const asked = secondsAsked(reply, decodeJson(reply.bytes));
    if (asked !== null) this.#watch.hold(retryDelay(0, asked, this.#clock.random()), this.#clock.now());
  }

  async #diagnosis(): Promise<typeof Diagnosis | null> {
    return this.#options.debug ? inTime(import('./diagnose.js')).catch(() => null) : null;
  }

  // The document

  #loadNewer(): void {
    if (!this.#newer) return;
    this.#source = { ...this.#source, ...this.#newer };
    this.#newer = this.#loading = null;
    this.#reloadedFor.clear();
    // Else it is read by the next who subscribes.
    if (this.#watching) void this.#load();
  }

  async #reloadFor(layout: string): Promise<Endpoint | null | false> {
    if (this.#reloadedFor.has(layout)) return false;
    this.#reloadedFor.add(layout);
    this.#loading = null;
    await this.#load();
    return this.#endpoint;
  }

  /** Reads document and venue, once; a failure may be tried again. */
  #load(): Promise<void> {
    const source = this.#source;
    this.#loading ??= this.#loadDocument(source).then((isGood) => {
      if (source !== this.#source) return;
      if (!isGood) this.#loading = null;
      // Another endpoint than before: it is asked from now on.
      if (!this.#watching && this.#listeners.size > 0) this.#start();
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
    if (this.#options.debug) await this.#validateStrictly(json, document, isGiven(source.endpoint));
    else this.#warn(...problems);
    // Of a newer document the seats come together with the words, so that neither is shown beside the other's.
    const built = this.#state.venue && document?.venue ? await this.#seats.build(document) : null;
    if (source !== this.#source) return true;
    if (this.#state.document && isSending(this.#state)) {
      this.#newer ??= { data: source.data };
      return true;
    }
    if (!document) {
      this.#dispatch({ type: 'document-failed', problems, isRefused: true });
      return false;
    }
    this.#connectTo(document, base);
    const isNewer = this.#state.venue !== null;
    this.#dispatch({
      type: 'document-read',
      document,
      base,
      problems: [...problems, ...(built?.venue ? built.problems : [])],
      locale: pickLocale(
        document.languages,
        this.#chosenLocale ? [this.#chosenLocale] : (this.#options.languages ?? []),
      ),
      ...(isNewer && { seats: this.#seats.renew(built) }),
    });
    void this.#probe();
    const isShown = isNewer && built?.venue;
    const venue = isNewer ? built : document.venue ? await this.#seats.build(document) : null;
    // Of a document that has been replaced meanwhile.
    if (source !== this.#source) return true;
    if (!isShown && venue) this.#seats.show(venue);
    if (isShown) {
      this.#warn(...built.problems);
      this.#seats.relight();
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
      this.#send,
    );
    if ('json' in fetched) return fetched;
    if ('isOffline' in fetched) {
      this.#dispatch({ type: 'document-failed', problems: [], isOffline: true });
      return null;
    }
    if (fetched.isRefused) this.#dispatch({ type: 'endpoint-judged', refused: true });
    this.#warn(fetched.problem);
    this.#dispatch({ type: 'document-failed', problems: [fetched.problem] });
    return null;
  }

  /** Checks strictly, for authors: the schema is loaded only for them. A described endpoint is checked with its preset, when it is opened. */
  async #validateStrictly(json: unknown, document: CampaignDocument | null, isOwn: boolean): Promise<void> {
    const isDescribed = !isOwn && !!document && configOf(document.endpoint) !== null;
    try {
      const { parseCampaign } = await import('../model/schema.js');
      const { problems } = parseCampaign(json);
      this.#warn(...problems.filter(({ path }) => !isDescribed || !path.startsWith('endpoint.')));
    } catch {
      this.#warn({ path: 'debug', value: null, message: 'is not possible: its script did not load' });
    }
  }

  // The endpoint

  #described(config: EndpointConfig): Described {
    return new Described(config, pageOrigin(), this.#runtime, this.#seats);
  }

  #boxOffice(
    endpoint: unknown,
    base: string,
    petition: string | undefined,
  ): { endpoint: BoxOffice | null; problem: Problem | null } {
    const { address, problem } = addressOf(endpoint, base, petition);
    return { endpoint: address && new BoxOffice(address, this.#runtime, this.#seats), problem };
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
      return this.#warn({
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
    this.#watching?.abort();
    this.#watching = this.#reading = this.#endpoint = null;
    this.#watch = new Watch();
    this.#dispatch({ type: 'endpoint-changed', taken: this.#seats.forgotten() });
  }

  #endpointChecked(problem: Problem | null): void {
    if (problem) this.#warn(problem);
    this.#dispatch({ type: 'endpoint-judged', refused: problem !== null });
  }

  /** With `debug`, asks a box office whether this page may sign; no other service, and by no transport of the page's own. */
  async #probe(): Promise<void> {
    const [endpoint, { transport }] = [this.#endpoint, this];
    if (!(endpoint instanceof BoxOffice) || transport !== send) return;
    const problem = await (await this.#diagnosis())?.probeBoxOffice(transport, endpoint.address);
    if (problem) this.#warn(problem);
  }

  // Signing

  async #submit(form: SignForm, from: EventTarget | undefined, anyway: boolean): Promise<SignForm | null> {
    if (isSending(this.#state) || hasSigned(this.#state)) return null;
    this.#markSending();
    return this.#untilEnd(() => this.#deliver(form, from, anyway), from);
  }

  async #deliver(form: SignForm, from: EventTarget | undefined, anyway: boolean): Promise<SignForm | null> {
    // Without the document nobody knows whether the campaign wants its signatures sealed: nothing is sent.
    await inTime(this.#load()).catch(() => undefined);
    const { document } = this.#state;
    if (!document) return this.#end({ outcome: 'unreachable', reason: 'network' }, from);
    if (document.sealing !== null)
      return this.#end({ outcome: 'rejected', code: 'sealed-unsupported' }, from);
    try {
      const { SigningFlow } = await inTime(import('./signing-flow.js'));
      this.#signing ??= new SigningFlow(this.#runtime, this.#seats);
    } catch {
      return this.#end({ outcome: 'unreachable', reason: 'network' }, from);
    }
    return this.#signing.deliver(form, this.#endpoint, from, anyway);
  }

  /** Whatever breaks, nobody is left waiting: the submission stays open, and its key makes trying again safe. */
  async #untilEnd<T>(work: () => Promise<T>, from: EventTarget | undefined): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (isSending(this.#state)) this.#end({ outcome: 'unreachable', reason: 'unreadable' }, from);
      this.#warnOfError('while sending; check which scripts of the page change what browsers offer', error);
      return null;
    } finally {
      this.#loadNewer();
    }
  }

  #markSending(more: Parameters<SigningRuntime['sending']>[0] = {}): void {
    const { signing, seat } = this.#state;
    const isCheck = signing.outcome === 'sending' && signing.isCheck;
    this.#dispatch({
      type: 'signing',
      signing: {
        outcome: 'sending',
        seat: seat?.seat ?? null,
        waitSeconds: null,
        ...(isCheck && { isCheck }),
        ...more,
      },
    });
  }

  #end(signing: Parameters<SigningRuntime['end']>[0], from: EventTarget | undefined): null {
    this.#dispatch({ type: 'signing', signing });
    this.#fire(outcomeEvent({ ...this.#facts, outcome: signing.outcome }), from);
    return null;
  }
}

function first<T>(set: ReadonlySet<T>): T | undefined {
  return set.values().next().value;
}
