import { outcomeEvent, PetitionSharedEvent, PetitionUpdateEvent } from '../events.js';
import type { CampaignDocument, Look, Text } from '../model/campaign.js';
import type { EndpointConfig } from '../model/endpoint.js';
import { checkAddress, isPathSegment } from '../model/address.js';
import { canonicalJson } from '../model/canonical.js';
import { explain, shortJson, type Problem } from '../model/problem.js';
import { readCampaign } from '../model/read-campaign.js';
import { decodeCount, decodeJson } from '../transport/decode.js';
import {
  documentUrl,
  petitionUrl,
  countRequest,
  documentRequest,
  seatsRequest,
  type BoxOfficeAddress,
} from '../transport/encode.js';
import { retryDelay, secondsAsked } from '../transport/retry.js';
import {
  send,
  TIMEOUT_MS,
  TransportError,
  within,
  type Transport,
  type TransportReply,
  isOffline,
} from '../transport/send.js';
import type { SeatDescription } from '../venue/describe.js';
import type { Venue } from '../venue/venue.js';
import { systemClock, type Clock } from './clock.js';
import type * as Declared from './described-endpoint.js';
import type * as Diagnosis from './diagnose.js';
import type * as Seats from './seats.js';
import type * as Sign from './sign.js';
import type { SignForm, Submission } from './sign.js';
import type * as Rules from './submission.js';
import type { SubmissionEnd } from './submission.js';
import type { SendTools } from './wait.js';
import {
  areClaimed,
  areSeatsKnown,
  hasSigned,
  initialState,
  mayChoose,
  ownIsUncounted,
  reduce,
  type Action,
  type CampaignState,
  type Signing,
} from './state.js';
import { browserPage, Watch, type Page } from './watch.js';

export type { EndpointConfig };

/** Where a campaign comes from. `endpoint` and `petition` beat what the document says. */
export interface CampaignSource {
  /** The document itself, as parsed JSON. */
  data?: unknown;
  /** URL of the document, absolute. */
  src?: string | undefined;
  /** Absolute; with `petition` and nothing else the document is read from the box office there. Or described by data. */
  endpoint?: string | EndpointConfig | undefined;
  petition?: string | undefined;
}

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

/** After signing, count and seats are read once the box office has published (at most 10 s, usually 5). */
const PUBLISHED_BY_MS = 6_000;

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
  /** What the document said about its endpoint, where the page says nothing. */
  #endpoint = '';
  readonly #options: CampaignOptions;
  readonly #clock: Clock;
  readonly #page: Page;
  #state: CampaignState = initialState;
  readonly #listeners = new Set<() => void>();
  readonly #targets = new Set<EventTarget>();
  /** More than one where two `petition-campaign` share a campaign; the first speaks for it. */
  readonly #hosts = new Set<EventTarget>();
  #address: BoxOfficeAddress | null = null;
  /** An endpoint that is described by data, and what speaks with it; loaded only for such a one. */
  #config: EndpointConfig | null = null;
  #desk: Promise<Declared.DescribedEndpoint | null | undefined> | null = null;
  #watching: AbortController | null = null;
  #watch = new Watch();
  #seatWatchers = 0;
  #loading: Promise<void> | null = null;
  #reading: Promise<boolean> | null = null;
  /** The code that knows seats, loaded when the document has a venue. */
  #seats: typeof Seats | null = null;
  /** What the lit seats stand for, where the endpoint only counts. */
  #lit: { venue: Venue; signatures: number } | null = null;
  /** The submission that has not ended: it holds what was typed, in memory only. */
  #open: Submission | Declared.DeclaredSubmission | null = null;
  /** What is known of open submissions, loaded with what sends them. */
  #rules: typeof Rules | null = null;
  #sign: typeof Sign | null = null;
  /** Ends the request that carries it. */
  #cut = new AbortController();
  #wasRestored = false;
  #stopRestoring: (() => void) | null = null;
  /** A chosen seat that nobody chose just now, until the seats have been read. */
  #restoredSeat: number | null = null;
  #warned = new Set<string>();
  /** Chosen by the reader; stays when the document is read again. */
  #chosenLocale: string | null = null;
  /** Layouts that were reloaded for, so that a foreign one is not reloaded for ever. */
  readonly #reloadedFor = new Set<string>();
  #pollMs: number | null = null;
  #diagnosis: Promise<typeof Diagnosis | null> | null = null;

  constructor(source: CampaignSource, options: CampaignOptions = {}) {
    this.#source = source;
    this.#options = { ...options, languages: options.languages ?? pageLanguages() };
    this.transport = options.transport ?? send;
    this.#clock = options.clock ?? systemClock;
    this.#page = options.page ?? browserPage;
    this.#state = { ...initialState, locale: this.#options.languages?.[0] ?? initialState.locale };
    const { endpoint, petition } = source;
    this.#config = configOf(endpoint);
    if (given(endpoint) && !this.#config && petition !== undefined)
      this.#address = addressOf(endpoint, this.#pageBase, petition).address;
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
    return this.#address ? petitionUrl(this.#address, '/') : '';
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
    else this.#dispatchShared(from);
    return null;
  }

  /**
   * Replaces the document by a newer one of the same petition, as parsed JSON: what was chosen, sent and signed stays, as
   * far as it still fits. A signature that is on its way ends with the document it was given under.
   */
  replaceDocument(data: unknown): void {
    this.#newer = { data };
    if (this.#state.signing.outcome !== 'sending') this.#loadNewer();
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

  /** What the page's own words are resolved against. */
  get #pageBase(): string {
    return this.#options.base ?? pageOrigin() ?? '';
  }

  get #host(): EventTarget | undefined {
    return first(this.#hosts);
  }

  #dispatch(action: Action): void {
    const before = this.#state;
    this.#state = reduce(before, action);
    if (this.#state === before) return;
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        // A listener's mistake is told as one, and must not take the signature of somebody along.
        (globalThis.reportError ?? console.error)(error);
      }
    }
    if (action.type === 'count-read' && before.count?.signatures !== action.count.signatures) {
      const target = this.#host ?? first(this.#targets);
      target?.dispatchEvent(
        new PetitionUpdateEvent({
          petition: this.petition,
          outcome: 'update',
          signatures: action.count.signatures,
        }),
      );
    }
  }

  /** One line in the console for each problem, for the page's author. */
  #warnOfProblems(problems: readonly Problem[]): void {
    for (const problem of problems) {
      const line = explain(problem);
      if (this.#warned.has(line)) continue;
      this.#warned.add(line);
      console.warn(`grandstand: ${line}`);
    }
  }

  #start(): void {
    if (this.#watching) return;
    const watching = (this.#watching = new AbortController());
    void this.#load().then(() => {
      if (watching.signal.aborted) return;
      // Nobody to ask: the count is not on its way, it cannot be had. A document that could not be read is tried again.
      if (!this.#address && !this.#config && !this.#source.src)
        return this.#dispatch({ type: 'count-failed' });
      return this.#watch.run({
        clock: this.#clock,
        page: this.#page,
        signal: watching.signal,
        seatsInView: () => this.#seatWatchers > 0,
        ownMs: () => this.#pollMs,
        read: () => this.refresh(),
      });
    });
  }

  #stopIfAlone(): void {
    if (this.#listeners.size > 0) return;
    this.#watching?.abort();
    this.#watching = null;
  }

  #loadNewer(): void {
    if (!this.#newer) return;
    this.#source = { ...this.#source, ...this.#newer };
    this.#newer = this.#loading = null;
    this.#reloadedFor.clear();
    // Else it is read by the next who subscribes.
    if (this.#watching) void this.#load();
  }

  /** Reads document and venue, once; a failure may be tried again. */
  #load(): Promise<void> {
    const source = this.#source;
    this.#loading ??= this.#loadDocument(source).then((good) => {
      if (source !== this.#source) return;
      if (!good) this.#loading = null;
      // Another endpoint than before: it is asked from now on.
      if (!this.#watching && this.#listeners.size > 0) this.#start();
    });
    return this.#loading;
  }

  async #loadDocument(source: CampaignSource): Promise<boolean> {
    const { data, src, endpoint, petition } = source;
    let json = data;
    let base = this.#pageBase;
    const isOwn = given(endpoint);
    const own = isOwn && !this.#config ? addressOf(endpoint, base, petition) : null;
    if (own) this.#endpointChecked(own.problem);
    if (json === undefined) {
      const place = src === undefined ? null : checkAddress(src, { base, pageOrigin: pageOrigin() });
      // A document that the page itself made is no address of the web, and goes over no line.
      const isBlob = src?.startsWith('blob:');
      if (place && place.fault !== null && !isBlob) {
        this.#dispatch({ type: 'endpoint-judged', refused: true });
        return this.#failDocument({ path: 'src', value: shortJson(src), message: place.fault });
      }
      const url = isBlob ? src! : (place?.url ?? (this.#address ? documentUrl(this.#address) : null));
      // A count needs no document; what asks people for something does.
      if (!url && this.#config) return true;
      if (!url && own?.problem) return this.#failDocument(own.problem);
      if (!url)
        return this.#failDocument({
          path: 'document',
          value: null,
          message: 'is missing; give src, endpoint and petition, or a JSON script child',
        });
      base = url;
      try {
        const reply = await this.#send(documentRequest(url), new AbortController().signal);
        json = reply.status === 200 ? decodeJson(reply.bytes) : undefined;
        if (json === undefined)
          return this.#failDocument({
            path: url,
            value: `status ${reply.status}`,
            message: 'is not a JSON campaign document; check the address',
          });
      } catch (error) {
        // No mistake of the page's author, and over when the connection is back.
        if (isOffline(error)) {
          this.#dispatch({ type: 'document-failed', problems: [], isOffline: true });
          return false;
        }
        return this.#failDocument({
          path: url,
          value: String((error as Error).message),
          message: 'cannot be reached; check the address, and that its server allows this page (CORS)',
        });
      }
    }
    const { document, problems } = readCampaign(json);
    // An endpoint of its own that is described is judged with its preset, when it is opened.
    const isDescribed = !isOwn && !!document && configOf(document.endpoint) !== null;
    if (this.#options.debug) await this.#validateStrictly(json, isDescribed);
    else this.#warnOfProblems(problems);
    // Of a newer document the seats come together with the words, so that neither is shown beside the other's.
    const built = this.#state.venue && document?.venue ? await this.#buildVenue(document) : null;
    if (source !== this.#source) return true;
    if (this.#state.document && this.#state.signing.outcome === 'sending') {
      this.#newer ??= { data };
      return true;
    }
    if (!document) {
      this.#dispatch({ type: 'document-failed', problems, isRefused: true });
      return false;
    }
    if (!isOwn) this.#turnToEndpoint(document.endpoint, base);
    const id = petition ?? document.id;
    this.#address = null;
    // Of a desk that is open already it is known what it offers.
    if (this.#config) {
      if (!this.#desk)
        this.#dispatch({ type: 'endpoint-read', declared: { fallback: null, counts: true, seats: true } });
    } else if (isOwn || given(document.endpoint)) {
      const { address, problem } = isOwn
        ? addressOf(endpoint, this.#pageBase, id)
        : addressOf(document.endpoint, base, id);
      this.#address = address;
      this.#endpointChecked(problem);
    } else
      this.#warnOfProblems([
        {
          path: 'endpoint',
          value: null,
          message: 'is missing, so nothing can be sent; write its https address',
        },
      ]);
    const isNewer = this.#state.venue !== null;
    const seats = built?.venue ? this.#seats!.renewSeats(this.#state, built.venue, built.kept) : null;
    this.#dispatch({
      type: 'document-read',
      document,
      base,
      problems: [...problems, ...(built?.venue ? built.problems : [])],
      locale: pickLocale(
        document.languages,
        this.#chosenLocale ? [this.#chosenLocale] : (this.#options.languages ?? []),
      ),
      ...(isNewer && { seats }),
    });
    void this.#probe();
    if (!isNewer) {
      if (document.venue) this.#resolveVenue(await this.#buildVenue(document), source);
      return true;
    }
    if (!built?.venue) {
      if (built) this.#resolveVenue(built, source);
      return true;
    }
    this.#warnOfProblems(built.problems);
    const { signatures } = this.#state.count ?? {};
    // Lights are laid out around the kept seats.
    if (this.#lit) {
      this.#lit = null;
      this.#seatCount(signatures ?? 0);
    } else this.#guardSeat();
    return true;
  }

  /** With `debug`, asks a box office whether this page may sign; no other service, and by no transport of the page's own. */
  async #probe(): Promise<void> {
    const [address, { transport }] = [this.#address, this];
    if (!address || transport !== send) return;
    const problem = await (await this.#loadDiagnosis())?.probeBoxOffice(transport, address);
    if (problem) this.#warnOfProblems([problem]);
  }

  /** Takes the endpoint that a document names; nothing that another one said is known of it. */
  #turnToEndpoint(endpoint: CampaignDocument['endpoint'], base: string): void {
    const before = this.#endpoint;
    this.#endpoint = canonicalJson([endpoint, base]);
    if (before && before !== this.#endpoint) {
      this.#watching?.abort();
      this.#watching = this.#reading = this.#desk = this.#lit = this.#pollMs = null;
      this.#watch = new Watch();
      const { venue, kept } = this.#state;
      this.#dispatch({
        type: 'endpoint-changed',
        taken: venue && this.#seats ? this.#seats.keptOnly(venue, kept) : null,
      });
    }
    this.#config = configOf(endpoint);
  }

  /** What was found about the endpoint, before anybody types. */
  #endpointChecked(problem: Problem | null): void {
    if (problem) this.#warnOfProblems([problem]);
    this.#dispatch({ type: 'endpoint-judged', refused: problem !== null });
  }

  #failDocument(problem: Problem): false {
    this.#warnOfProblems([problem]);
    this.#dispatch({ type: 'document-failed', problems: [problem] });
    return false;
  }

  /** Strict judgement, for authors: the schema is loaded only for them. */
  async #validateStrictly(json: unknown, withoutEndpoint: boolean): Promise<void> {
    try {
      const { parseCampaign } = await import('../model/schema.js');
      const { problems } = parseCampaign(json);
      this.#warnOfProblems(
        withoutEndpoint ? problems.filter(({ path }) => !path.startsWith('endpoint.')) : problems,
      );
    } catch {
      this.#warnOfProblems([
        { path: 'debug', value: null, message: 'is not possible: its script did not load' },
      ]);
    }
  }

  async #buildVenue(document: CampaignDocument): Promise<Seats.Built> {
    try {
      this.#seats ??= await import('./seats.js');
      return await this.#seats.buildVenue(document, this.#state);
    } catch {
      // A chunk that does not come must not take the petition along: signing without a seat goes on.
      return {
        venue: null,
        problem: { path: 'venue', value: null, message: 'cannot be shown: its script did not load' },
      };
    }
  }

  #resolveVenue(built: Seats.Built, source: CampaignSource): void {
    // Of a document that has been replaced meanwhile.
    if (source !== this.#source) return;
    if (!built.venue) {
      this.#warnOfProblems([built.problem]);
      return this.#dispatch({ type: 'venue-failed', problem: built.problem });
    }
    const { venue, kept, problems } = built;
    this.#warnOfProblems(problems);
    this.#dispatch({
      type: 'venue-built',
      problems,
      ...this.#seats!.renewSeats(this.#state, venue, kept),
    });
  }

  async #read(): Promise<boolean> {
    await this.#load();
    const signal = this.#watching?.signal ?? new AbortController().signal;
    if (this.#config) return this.#readDeclared(signal);
    const address = this.#address;
    if (!address) return false;
    try {
      const count = decodeCount(await this.#send(countRequest(address), signal), address.petition);
      const { venue } = this.#state;
      // A layout has one capacity: another one is nonsense.
      const isOdd = count?.seats?.layout === venue?.layout && count?.seats?.capacity !== venue?.capacity;
      if (!count || isOdd) {
        this.#dispatch({ type: 'count-failed' });
        return false;
      }
      this.#dispatch({ type: 'count-read', count });
    } catch (error) {
      if (!signal.aborted) this.#dispatch({ type: 'count-failed', isOffline: isOffline(error) });
      return false;
    }
    try {
      return await this.#readSeats(address, signal);
    } catch {
      return this.#failSeats(signal);
    }
  }

  /** The count is fresh all the same, and the last good seats stay. */
  #failSeats(signal: AbortSignal): false {
    if (!signal.aborted) this.#dispatch({ type: 'seats-failed' });
    return false;
  }

  /** What speaks with an endpoint described by data; null where it cannot be used, undefined where its script did not load: it is asked for again. */
  async #openDescribed(): Promise<Declared.DescribedEndpoint | null | undefined> {
    const config = this.#config;
    if (!config) return null;
    this.#desk ??= import('./described-endpoint.js')
      .then(({ openDescribedEndpoint, rules }) => {
        this.#rules = rules;
        return openDescribedEndpoint(config, pageOrigin());
      })
      .then(({ desk, problems, isRefused }) => {
        this.#warnOfProblems(problems);
        void this.#loadDiagnosis()
          .then((diagnosis) => diagnosis?.mistakesIn(config, this.#state.document, desk, problems))
          .then((mistakes = []) => this.#warnOfProblems(mistakes));
        this.#dispatch({ type: 'endpoint-judged', refused: isRefused });
        this.#pollMs = desk?.pollMs ?? null;
        this.#dispatch({
          type: 'endpoint-read',
          declared: {
            fallback: desk?.endpoint.fallback ?? null,
            counts: !desk || desk.isReadable,
            seats: !desk || !!desk.endpoint.seats,
          },
        });
        return desk;
      })
      .catch(() => {
        this.#desk = null;
        this.#warnOfProblems([
          { path: 'endpoint', value: null, message: 'cannot be used: its script did not load' },
        ]);
        return undefined;
      });
    return this.#desk;
  }

  async #readDeclared(signal: AbortSignal): Promise<boolean> {
    try {
      const desk = await this.#openDescribed();
      const explain = (await this.#loadDiagnosis())?.explainer((problems) => this.#warnOfProblems(problems));
      const read = desk?.isReadable
        ? await desk.read(this.#place, { ...this.#tools(signal), explain })
        : null;
      if (!read) {
        this.#dispatch({ type: 'count-failed' });
        return !!desk && !desk.isReadable;
      }
      this.#dispatch({ type: 'count-read', count: read.count });
      if (read.taken)
        this.#dispatch({ type: 'seats-read', taken: read.taken, revision: read.count.revision });
      else if (!read.isGood) this.#dispatch({ type: 'seats-failed' });
      this.#seatCount(read.count.signatures ?? 0);
      return read.isGood;
    } catch (error) {
      if (!signal.aborted) this.#dispatch({ type: 'count-failed', isOffline: isOffline(error) });
      return false;
    }
  }

  /** What a count means for the seats: as many are lit, where it is all that is known of them. */
  #seatCount(signatures: number): void {
    const { venue } = this.#state;
    if (this.#seats && venue && !areClaimed(this.#state)) this.#light(this.#seats, venue, signatures);
    else this.#guardSeat();
  }

  /** Where a declared endpoint is asked from. */
  get #place(): Declared.EndpointContext {
    const { document, venue, kept, locale } = this.#state;
    return { petition: this.petition, locale, status: document?.state ?? 'open', venue, kept };
  }

  #tools(signal: AbortSignal): Declared.EndpointTools {
    return { transport: this.#send, clock: this.#clock, signal };
  }

  /** The campaign's transport; with `debug` each exchange is told in the console, without what people wrote. */
  readonly #send: Transport = async (request, signal) => {
    const diagnosis = await this.#loadDiagnosis();
    // A transport of the page may ignore its signal, and never answer.
    const bounded: Transport = (one, stop) =>
      within(one.timeoutMs ?? TIMEOUT_MS, stop, (given) => this.transport(one, given));
    const reply = await (diagnosis
      ? diagnosis.sendAndReport(bounded, request, signal)
      : bounded(request, signal));
    if (request.method === 'GET') this.#holdPollingAfter(reply);
    return reply;
  };

  /** An endpoint at its end is not read again before it asks for it. */
  #holdPollingAfter(reply: TransportReply): void {
    if (reply.status !== 429 && !(reply.status >= 500)) return;
    const asked = secondsAsked(reply, decodeJson(reply.bytes));
    if (asked !== null) this.#watch.hold(retryDelay(0, asked, this.#clock.random()), this.#clock.now());
  }

  async #loadDiagnosis(): Promise<typeof Diagnosis | null> {
    if (!this.#options.debug) return null;
    this.#diagnosis ??= import('./diagnose.js').catch(() => null);
    return inTime(this.#diagnosis).catch(() => null);
  }

  /** Seats came into view: they are read at once, the count only when it is old enough for the faster rhythm. */
  async #refreshSeats(): Promise<void> {
    // A reading under way brings them along, if it has not passed them.
    await this.#reading;
    const [address, watching] = [this.#address, this.#watching];
    if (this.#config) return this.#watch.reschedule();
    if (this.#page.hidden() || this.#watch.heldFor(this.#clock.now()) > 0) return this.#watch.wake();
    if (address && watching)
      await this.#readSeats(address, watching.signal).catch(() => this.#failSeats(watching.signal));
    this.#watch.reschedule();
  }

  async #readSeats(address: BoxOfficeAddress, signal: AbortSignal): Promise<boolean> {
    const { count, venue, taken } = this.#state;
    const seats = this.#seats;
    if (!seats || !venue || !taken || !count) return true;
    if (!areClaimed(this.#state)) {
      this.#light(seats, venue, count.signatures ?? 0);
      return true;
    }
    // What was lit for a count is no occupancy, and what is not published any longer is not known.
    if (this.#lit || (count.signatures === null && this.#state.takenRevision >= 0)) {
      this.#dispatch({ type: 'seats-forgotten', taken: seats.keptOnly(venue, this.#state.kept) });
      this.#lit = null;
    }
    if (count.signatures === null || !count.seats) return true;
    if (count.seats.layout !== venue.layout) return this.#reload(count.seats.layout, signal);
    // A chosen seat is watched too, also when the venue is out of view.
    if (this.#seatWatchers === 0 && !this.#state.seat) return true;
    let known = { taken: this.#state.taken ?? taken, revision: this.#state.takenRevision };
    if (known.revision >= count.revision) return true;
    const ask = async (since: number): Promise<ReturnType<typeof seats.applySeats>> => {
      const reply = await this.#send(seatsRequest(address, since), signal);
      if (reply.status !== 200) throw new Error(`seats: status ${reply.status}`);
      return seats.applySeats(venue, known, reply.bytes, count.revision);
    };
    try {
      const next = (await ask(known.revision)) ?? (await ask(0));
      if (!next) throw new Error('seats: changes, where all of them were asked for');
      known = next;
    } catch (error) {
      if ((error as { reason?: unknown }).reason === 'layout') return this.#reload('bytes', signal);
      throw error;
    }
    this.#dispatch({ type: 'seats-read', ...known });
    this.#guardSeat();
    return true;
  }

  /** The endpoint only counts: so many seats are lit as there are signatures. A lit seat is nobody's, so nothing is guarded. */
  #light(seats: typeof Seats, venue: Venue, signatures: number): void {
    if (this.#lit?.venue === venue && this.#lit.signatures === signatures) return;
    this.#lit = { venue, signatures };
    this.#dispatch({
      type: 'seats-derived',
      taken: seats.seatsFor(venue, this.petition, this.#state.kept, signatures),
    });
  }

  /** The chosen seat became somebody else's: said at once, with seats near it. Never while sending or after signing. */
  #guardSeat(): void {
    const { seat, taken, venue, kept, takenRevision } = this.#state;
    const isRestored = !!seat && seat.seat === this.#restoredSeat;
    if (takenRevision > 0) this.#restoredSeat = null;
    if (
      !seat ||
      !taken ||
      !venue ||
      !this.#seats ||
      !mayChoose(this.#state) ||
      !areSeatsKnown(this.#state) ||
      this.#seats.isFree(taken, seat.seat)
    )
      return;
    // The answer to a submission was lost: the one who took the seat may be this signer, and the same must be sent again.
    if (this.#open?.seat === seat.seat) return;
    if (isRestored) return this.#dispatch({ type: 'seat-chosen', seat: null });
    this.#dispatch({ type: 'seat-lost', near: this.#seats.offers(venue, kept, taken, seat.seat) });
  }

  /** The endpoint seats people in another layout: read the document again, once for each layout. The form keeps what was typed. */
  async #reload(layout: string, signal: AbortSignal): Promise<boolean> {
    if (this.#reloadedFor.has(layout)) {
      // Seats numbered otherwise must not be chosen: signing goes on without them.
      const problem = {
        path: 'venue',
        value: layout,
        message: `is the endpoint's layout, not ${this.#state.venue?.layout}; give page and box office the same document`,
      };
      this.#warnOfProblems([problem]);
      this.#dispatch({ type: 'layout-changed' });
      this.#dispatch({ type: 'venue-failed', problem });
      return true;
    }
    this.#reloadedFor.add(layout);
    this.#dispatch({ type: 'layout-changed' });
    this.#loading = null;
    await this.#load();
    return this.#address ? this.#readSeats(this.#address, signal) : true;
  }

  #dispatchShared(from: EventTarget | undefined): void {
    const target = this.#host ?? from;
    target?.dispatchEvent(
      new PetitionSharedEvent({
        petition: this.petition,
        outcome: 'shared',
        signatures: shownCount(this.#state),
      }),
    );
  }

  #chooseSeat({ seat, isRestored, isChosen }: Extract<Intent, { type: 'seat-select' }>): void {
    const { venue, kept, taken } = this.#state;
    this.#restoredSeat = isRestored ? seat : null;
    const chosen = isChosen && { isChosen };
    if (seat === null) return this.#dispatch({ type: 'seat-chosen', seat: null, ...chosen });
    if (!venue || !this.#seats) return;
    const description = this.#seats.describeSeat(venue, kept, seat);
    // Where seats are nobody's, only a kept one is not to be had.
    const isOpen = areClaimed(this.#state)
      ? !taken || this.#seats.isFree(taken, seat)
      : kept.every((other) => other.seat !== seat);
    if (!description || !isOpen) return;
    this.#dispatch({ type: 'seat-chosen', seat: description, ...chosen });
    // A chosen seat is watched, also where the venue is out of view.
    if (!areSeatsKnown(this.#state)) void this.#refreshSeats();
  }

  async #submit(form: SignForm, from: EventTarget | undefined, anyway: boolean): Promise<SignForm | null> {
    if (this.#state.signing.outcome === 'sending' || hasSigned(this.#state)) return null;
    this.#sending();
    return this.#untilEnd(() => this.#deliver(form, from, anyway), from);
  }

  /** Sends until there is an end. Whatever breaks, nobody is left waiting: the submission stays open, and its key makes trying again safe. */
  async #untilEnd(
    work: () => Promise<SignForm | null>,
    from: EventTarget | undefined,
  ): Promise<SignForm | null> {
    try {
      return await work();
    } catch (error) {
      if (this.#state.signing.outcome === 'sending')
        this.#end({ outcome: 'unreachable', reason: 'unreadable' }, from);
      this.#warnOfError('while sending; check which scripts of the page change what browsers offer', error);
      return null;
    } finally {
      this.#loadNewer();
    }
  }

  /** One line for the page's author about a mistake in code. Of the error only its name: its message may quote what people wrote. */
  #warnOfError(what: string, error: unknown): void {
    const name = error instanceof Error ? error.name : typeof error;
    this.#warnOfProblems([{ path: 'sign', value: name, message: `was thrown ${what}` }]);
  }

  async #deliver(form: SignForm, from: EventTarget | undefined, anyway: boolean): Promise<SignForm | null> {
    // Without the document nobody knows whether the campaign wants its signatures sealed: nothing is sent.
    await inTime(this.#load()).catch(() => undefined);
    const { document } = this.#state;
    if (!document) return this.#end({ outcome: 'unreachable', reason: 'network' }, from);
    if (document.sealing !== null)
      return this.#end({ outcome: 'rejected', code: 'sealed-unsupported' }, from);
    try {
      if (!this.#config) this.#rules = (this.#sign ??= await inTime(import('./sign.js'))).rules;
      // The network's doing, and over soon perhaps.
      else if ((await inTime(this.#openDescribed())) === undefined)
        return this.#end({ outcome: 'unreachable', reason: 'network' }, from);
    } catch {
      return this.#end({ outcome: 'unreachable', reason: 'network' }, from);
    }
    const open = this.#open;
    if (this.#rules?.mustAsk(open) && !anyway)
      return this.#end({ outcome: 'unreachable', reason: 'network', unsure: true }, from);
    let next: Submission | Declared.DeclaredSubmission | null;
    try {
      next = await (this.#config ? inTime(this.#prepareDeclared(form)) : inTime(this.#prepare(form)));
    } catch (error) {
      // The signature could not be written: nothing was sent, and that is said.
      this.#warnOfError(
        'before anything was sent; check which scripts of the page change JSON or crypto',
        error,
      );
      return this.#end({ outcome: 'rejected', code: 'not-encoded' }, from);
    }
    const rules = this.#rules;
    if (!next || !rules) return this.#end({ outcome: 'rejected', code: 'no-endpoint' }, from);
    if (rules.mustSettle(open, next)) {
      const end = await this.#exchange(rules, open);
      if (!rules.isRefused(end)) return this.#close(rules, end, from, true);
    }
    this.#keep(next, from);
    const end = await this.#exchange(rules, next);
    return this.#close(rules, end, from, end.submission !== next);
  }

  /** The page came out of the back/forward cache: a request that was under way counts as broken, and an open end is asked after. */
  async #restored(from: EventTarget | undefined): Promise<void> {
    const [open, rules] = [this.#open, this.#rules];
    this.#wasRestored = true;
    if (!open?.keyTravels || !rules) return;
    if (this.#state.signing.outcome === 'sending') return this.#cut.abort();
    if (!open.mayBeStored || !rules.isUnknown(this.#state.signing)) return;
    this.#sending({ isCheck: true });
    await this.#untilEnd(async () => this.#close(rules, await this.#exchange(rules, open), from, true), from);
  }

  /** Keeps the submission whose end is open; null: none is. */
  #keep(open: Submission | Declared.DeclaredSubmission | null, from?: EventTarget): void {
    this.#open = open;
    this.#stopRestoring?.();
    this.#stopRestoring = open && this.#page.onRestored(() => void this.#restored(from));
  }

  #sending(more: { waitSeconds?: number | null; isCheck?: boolean } = {}): void {
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

  async #prepare(form: SignForm): Promise<Submission | null> {
    const open = this.#open && 'address' in this.#open ? this.#open : null;
    return this.#address && this.#sign!.prepare(this.#address, this.#state.seat?.seat ?? null, form, open);
  }

  async #prepareDeclared(form: SignForm): Promise<Declared.DeclaredSubmission | null> {
    const desk = await this.#openDescribed();
    const { document, seat } = this.#state;
    if (!desk?.endpoint.sign) {
      const message =
        'takes no signatures, so nothing can be sent; give it a sign block, or a preset that has one';
      if (desk && !this.#state.endpointRefused)
        this.#warnOfProblems([{ path: 'endpoint', value: null, message }]);
      return null;
    }
    const open = this.#open && 'facts' in this.#open ? this.#open : null;
    const story = seat?.beside == null ? null : (document?.stories[seat.beside]?.id ?? null);
    return desk.prepare(form, { petition: this.petition, seat, story }, open);
  }

  /** Sends a submission until it ends; once more from the beginning where the page was away meanwhile. */
  async #exchange(
    rules: typeof Rules,
    open: Submission | Declared.DeclaredSubmission,
  ): Promise<SubmissionEnd> {
    const tools: SendTools = {
      clock: this.#clock,
      // Leaving the campaign must not lose a signature that is on its way.
      signal: new AbortController().signal,
      transport: this.#post,
      waiting: (waitSeconds) => this.#sending({ waitSeconds }),
      broken: (error) =>
        this.#warnOfError('by the transport of the page; throw a TransportError, or return a reply', error),
    };
    for (;;) {
      this.#wasRestored = false;
      const end =
        'facts' in open ? await this.#signDeclared(open, tools) : await this.#sign!.sign(open, tools);
      if (!this.#wasRestored || !open.keyTravels || !rules.isUnknown(end.outcome)) return end;
    }
  }

  readonly #post: Transport = async (request) => {
    const { signal } = (this.#cut = new AbortController());
    try {
      return await this.#send(request, signal);
    } catch (error) {
      throw signal.aborted ? new TransportError('network', { cause: error }) : error;
    }
  };

  async #signDeclared(submission: Declared.DeclaredSubmission, tools: SendTools): Promise<SubmissionEnd> {
    const { desk } = submission;
    const diagnosis = await this.#loadDiagnosis();
    const { count, ...end } = await desk.sign(submission, {
      ...tools,
      explain: diagnosis?.explainer((problems) => this.#warnOfProblems(problems)),
    });
    try {
      if (count !== null) {
        this.#dispatch({
          type: 'count-read',
          count: desk.acceptCount(count, this.#place, this.#clock.now()),
        });
        this.#seatCount(count);
      }
    } catch (error) {
      // A count that cannot be shown takes nothing away from the signature.
      this.#warnOfError('while the count in the answer was read', error);
    }
    return end;
  }

  /** How a submission ended, with the words for its seat. `isEarlier`: its answers are not the ones the signer pressed last. */
  #close(
    rules: typeof Rules,
    end: SubmissionEnd,
    from: EventTarget | undefined,
    isEarlier: boolean,
  ): SignForm | null {
    const { outcome, submission } = end;
    const { seat } = submission;
    const open = this.#open;
    // A submission whose end is not known stays open, so that trying again sends the same key.
    if (rules.isSettled(end)) this.#keep(null);
    const { venue, kept, taken } = this.#state;
    const describe = (one: number): SeatDescription | null =>
      venue && this.#seats ? this.#seats.describeSeat(venue, kept, one) : null;
    switch (outcome.outcome) {
      case 'signed':
      case 'pending': {
        const place = outcome.receipt.seat === null ? null : describe(outcome.receipt.seat);
        const { withdrawalCode } = submission;
        this.#end({ ...outcome, place, withdrawalCode, ...(isEarlier && { hasEarlierAnswers: true }) }, from);
        break;
      }
      case 'seat-taken': {
        // Where it is not known which seats are free, only the endpoint can offer one.
        const mayOffer = outcome.near !== null || areSeatsKnown(this.#state);
        const places =
          venue && this.#seats && taken && seat !== null && mayOffer
            ? this.#seats.offers(venue, kept, taken, seat, outcome.near)
            : [];
        return this.#end({ ...outcome, places }, from);
      }
      default:
        this.#end(outcome, from);
    }
    if (!hasSigned(this.#state)) return null;
    this.#readSoon(open);
    return submission.form;
  }

  /** Reads the count that holds the own signature: at once where the service says so, else once the box office has published. */
  #readSoon(open: Submission | Declared.DeclaredSubmission | null): void {
    if (!open) return;
    if (!('facts' in open))
      void this.#clock.sleep(PUBLISHED_BY_MS, new AbortController().signal).then(
        () => this.#watch.wake(),
        () => undefined,
      );
    else if (open.desk.refetches) void this.refresh();
  }

  #end(signing: Exclude<Signing, { outcome: 'idle' | 'sending' }>, from: EventTarget | undefined): null {
    this.#dispatch({ type: 'signing', signing });
    const target = this.#host ?? from;
    target?.dispatchEvent(
      outcomeEvent({
        petition: this.petition,
        outcome: signing.outcome,
        signatures: shownCount(this.#state),
      }),
    );
    return null;
  }
}

/** An endpoint that is described by data; null where it is an address, or the box office under its name. */
function configOf(endpoint: string | EndpointConfig | null | undefined): EndpointConfig | null {
  return typeof endpoint === 'object' && endpoint?.preset !== 'box-office' ? endpoint : null;
}

/** Bounds what is waited for between the press of a button and an end: a script that never comes is one that did not. */
function inTime<T>(work: Promise<T>): Promise<T> {
  return within(TIMEOUT_MS, new AbortController().signal, () => work);
}

function first<T>(set: ReadonlySet<T>): T | undefined {
  return set.values().next().value;
}

/** The language of the page around, where there is one. */
export function pageLanguages(): readonly string[] {
  const language = globalThis.document?.documentElement?.lang;
  return language ? [language] : [];
}

/** The count as it is shown: what is published, and the own signature while that is not in it. */
export function shownCount(state: CampaignState): number | null {
  const signatures = state.count?.signatures ?? null;
  return signatures === null ? null : signatures + (ownIsUncounted(state) ? 1 : 0);
}

function given(endpoint: unknown): boolean {
  return endpoint !== undefined && endpoint !== null;
}

function pageOrigin(): string | null {
  return globalThis.location?.origin ?? null;
}

/** Where a box office takes signatures, as page or document say, or what is wrong with that; `petition` may not be known yet. */
function addressOf(
  endpoint: unknown,
  base: string,
  petition: string | undefined,
): { address: BoxOfficeAddress | null; problem: Problem | null } {
  const isPreset = typeof endpoint === 'object';
  const value = isPreset ? (endpoint as EndpointConfig).vars?.['url'] : endpoint;
  const { url, fault } = checkAddress(value, { base, pageOrigin: pageOrigin(), isPrefix: true });
  const refuse = (path: string, wrong: unknown, message: string): ReturnType<typeof addressOf> => ({
    address: null,
    problem: { path, value: wrong === undefined ? null : shortJson(wrong), message },
  });
  if (fault !== null) return refuse(isPreset ? 'endpoint.vars.url' : 'endpoint', value, fault);
  if (petition !== undefined && !isPathSegment(petition))
    return refuse('petition', petition, 'cannot be a part of an address; use 1 to 64 of a-z, 0-9 and -');
  return { address: petition === undefined ? null : { endpoint: url, petition }, problem: null };
}

/** The first wanted language that the campaign has (exactly, or the same base language), else its first. */
export function pickLocale(has: readonly string[], wanted: readonly string[]): string {
  for (const tag of wanted) {
    const found =
      has.find((own) => own === tag) ?? has.find((own) => own.split('-')[0] === tag.split('-')[0]);
    if (found) return found;
  }
  return has[0] ?? 'en';
}
