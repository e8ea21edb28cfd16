import { outcomeEvent, PetitionSharedEvent, PetitionUpdateEvent } from '../events.js';
import type { CampaignDocument, Text } from '../model/campaign.js';
import type { EndpointConfig } from '../model/endpoint.js';
import type { Outcome, OutcomeName } from '../model/outcome.js';
import { statusOn } from '../model/life.js';
import { explain, type Problem } from '../model/problem.js';
import { dayAt } from '../model/life.js';
import { readCampaign } from '../model/read-campaign.js';
import { decodeCount, decodeJson } from '../transport/decode.js';
import {
  documentUrl,
  readCount,
  readDocument,
  readSeats,
  type BoxOfficeAddress,
} from '../transport/encode.js';
import { send, TransportError, type Transport } from '../transport/send.js';
import type { SeatDescription } from '../venue/describe.js';
import type { Venue } from '../venue/venue.js';
import { systemClock, type Clock } from './clock.js';
import type * as Declared from './declared.js';
import type * as Diagnosis from './diagnose.js';
import type * as Seats from './seats.js';
import type * as Sign from './sign.js';
import type { SignForm, Submission } from './sign.js';
import {
  areClaimed,
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
  | { type: 'seat-select'; seat: number | null }
  | { type: 'submit' }
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

  readonly #source: CampaignSource;
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
  #desk: Promise<Declared.Desk | null> | null = null;
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
  #told = new Set<string>();
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
    this.#config = configOf(source.endpoint);
    if (typeof source.endpoint === 'string' && source.petition)
      this.#address = { endpoint: source.endpoint, petition: source.petition };
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
    if (this.#seatWatchers === 1) void this.#bringSeats();
    let stopped = false;
    return () => {
      if (!stopped) this.#seatWatchers--;
      stopped = true;
    };
  }

  /** Asks for something. Resolves when it has ended, however it ended. `from`: the element that asks. */
  async request(intent: Intent, form?: SignForm, from?: EventTarget): Promise<void> {
    if (intent.type === 'seat-select') return this.#chooseSeat(intent.seat);
    if (intent.type === 'share') return this.#tellShared(from);
    if (!form)
      throw new TypeError('request({type: "submit"}) needs the fields, consents and locale of the form.');
    return this.#submit(form, from);
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

  get #today(): string {
    return dayAt(this.#clock.now());
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
  #tell(problems: readonly Problem[]): void {
    for (const problem of problems) {
      const line = explain(problem);
      if (this.#told.has(line)) continue;
      this.#told.add(line);
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

  /** Reads document and venue, once; a failure may be tried again. */
  #load(): Promise<void> {
    this.#loading ??= this.#loadDocument().then((good) => {
      if (!good) this.#loading = null;
    });
    return this.#loading;
  }

  async #loadDocument(): Promise<boolean> {
    const { data, src, endpoint, petition } = this.#source;
    let json = data;
    let base = this.#options.base ?? globalThis.location?.origin ?? '';
    if (json === undefined) {
      const url = src ?? (this.#address ? documentUrl(this.#address) : null);
      // A count needs no document; what asks people for something does.
      if (!url && this.#config) return true;
      if (!url)
        return this.#failDocument(
          'document',
          null,
          'is missing; give src, endpoint and petition, or a JSON script child',
        );
      base = url;
      try {
        const reply = await this.#send(readDocument(url), new AbortController().signal);
        json = reply.status === 200 ? decodeJson(reply.bytes) : undefined;
        if (json === undefined)
          return this.#failDocument(
            url,
            `status ${reply.status}`,
            'is no JSON campaign document; check the address',
          );
      } catch (error) {
        // No mistake of the page's author, and over when the connection is back.
        if (isOffline(error)) {
          this.#dispatch({ type: 'document-failed', problems: [], isOffline: true });
          return false;
        }
        return this.#failDocument(
          url,
          String((error as Error).message),
          'cannot be reached; check the address, and that its server allows this page (CORS)',
        );
      }
    }
    const { document, problems } = readCampaign(json);
    if (this.#options.debug) await this.#judge(json);
    else this.#tell(problems);
    if (!document) {
      this.#dispatch({ type: 'document-failed', problems });
      return false;
    }
    this.#config = configOf(endpoint) ?? (endpoint ? null : configOf(document.endpoint));
    this.#address = this.#config
      ? null
      : (addressOf(document, base, { endpoint, petition }) ?? this.#address);
    // Of a desk that is open already it is known what it offers.
    if (this.#config) {
      if (!this.#desk) this.#dispatch({ type: 'endpoint-read', declared: { fallback: null, counts: true } });
    } else if (!this.#address)
      this.#tell([
        {
          path: 'endpoint',
          value: JSON.stringify(document.endpoint),
          message: 'is no address a signature can be sent to; use an absolute https URL',
        },
      ]);
    this.#dispatch({
      type: 'document-read',
      document,
      base,
      problems,
      today: this.#today,
      locale: pickLocale(
        document.languages,
        this.#chosenLocale ? [this.#chosenLocale] : (this.#options.languages ?? []),
      ),
    });
    if (document.venue) await this.#loadVenue(document);
    return true;
  }

  #failDocument(path: string, value: string | null, message: string): false {
    const problem = { path, value, message };
    this.#tell([problem]);
    this.#dispatch({ type: 'document-failed', problems: [problem] });
    return false;
  }

  /** Strict judgement, for authors: the schema is loaded only for them. */
  async #judge(json: unknown): Promise<void> {
    try {
      const { parseCampaign } = await import('../model/schema.js');
      this.#tell(parseCampaign(json).problems);
    } catch {
      this.#tell([{ path: 'debug', value: null, message: 'is not possible: its script did not load' }]);
    }
  }

  async #loadVenue(document: CampaignDocument): Promise<void> {
    let built: Awaited<ReturnType<typeof Seats.buildVenue>>;
    try {
      this.#seats ??= await import('./seats.js');
      built = await this.#seats.buildVenue(document);
    } catch {
      // A chunk that does not come must not take the petition along: signing without a seat goes on.
      const problem = { path: 'venue', value: null, message: 'cannot be shown: its script did not load' };
      this.#tell([problem]);
      return this.#dispatch({ type: 'venue-failed', problem });
    }
    if (!built.venue) {
      this.#tell([built.problem]);
      return this.#dispatch({ type: 'venue-failed', problem: built.problem });
    }
    this.#tell(built.problems);
    this.#dispatch({ type: 'venue-built', ...built });
  }

  async #read(): Promise<boolean> {
    await this.#load();
    const signal = this.#watching?.signal ?? new AbortController().signal;
    if (this.#config) return this.#readDeclared(signal);
    const address = this.#address;
    if (!address) return false;
    try {
      const count = decodeCount(await this.#send(readCount(address), signal), address.petition);
      if (!count) {
        this.#dispatch({ type: 'count-failed' });
        return false;
      }
      this.#dispatch({ type: 'count-read', count, today: this.#today });
    } catch (error) {
      if (!signal.aborted) this.#dispatch({ type: 'count-failed', isOffline: isOffline(error) });
      return false;
    }
    try {
      return await this.#readSeats(address, signal);
    } catch {
      // The count is fresh all the same; the last good seats stay.
      return false;
    }
  }

  /** What speaks with an endpoint described by data; null where it cannot be used. A script that did not come is asked for again. */
  async #openDesk(): Promise<Declared.Desk | null> {
    const config = this.#config;
    if (!config) return null;
    this.#desk ??= import('./declared.js')
      .then(({ openDesk }) => openDesk(config))
      .then(({ desk, problems }) => {
        this.#tell(problems);
        this.#pollMs = desk?.pollMs ?? null;
        this.#dispatch({
          type: 'endpoint-read',
          declared: { fallback: desk?.endpoint.fallback ?? null, counts: !desk || desk.isReadable },
        });
        return desk;
      })
      .catch(() => {
        this.#desk = null;
        this.#tell([{ path: 'endpoint', value: null, message: 'cannot be used: its script did not load' }]);
        return null;
      });
    return this.#desk;
  }

  async #readDeclared(signal: AbortSignal): Promise<boolean> {
    try {
      const desk = await this.#openDesk();
      const read = desk?.isReadable ? await desk.read(this.#place, this.#tools(signal)) : null;
      if (!read) {
        this.#dispatch({ type: 'count-failed' });
        return !!desk && !desk.isReadable;
      }
      this.#dispatch({ type: 'count-read', count: read.count });
      if (read.taken)
        this.#dispatch({ type: 'seats-read', taken: read.taken, revision: read.count.revision });
      this.#seatCount(read.count.signatures);
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
  get #place(): Declared.Place {
    const { document, venue, kept, locale, today } = this.#state;
    const status = document ? statusOn(document, today) : 'open';
    return { petition: this.petition, locale, status, venue, kept };
  }

  #tools(signal: AbortSignal): Declared.Tools {
    return { transport: this.#send, clock: this.#clock, signal };
  }

  /** The campaign's transport; with `debug` each exchange is told in the console, without what people wrote. */
  readonly #send: Transport = async (request, signal) => {
    const diagnosis = await this.#loadDiagnosis();
    return diagnosis ? diagnosis.tell(this.transport, request, signal) : this.transport(request, signal);
  };

  async #loadDiagnosis(): Promise<typeof Diagnosis | null> {
    if (!this.#options.debug) return null;
    this.#diagnosis ??= import('./diagnose.js').catch(() => null);
    return this.#diagnosis;
  }

  /** Seats came into view: they are read at once, the count only when it is old enough for the faster rhythm. */
  async #bringSeats(): Promise<void> {
    // A reading under way brings them along, if it has not passed them.
    await this.#reading;
    const [address, watching] = [this.#address, this.#watching];
    if (this.#config) return this.#watch.look();
    if (this.#page.hidden()) return this.#watch.wake();
    if (address && watching) await this.#readSeats(address, watching.signal).catch(() => undefined);
    this.#watch.look();
  }

  async #readSeats(address: BoxOfficeAddress, signal: AbortSignal): Promise<boolean> {
    const { count, venue, taken } = this.#state;
    const seats = this.#seats;
    if (!seats || !venue || !taken || !count) return true;
    if (!areClaimed(this.#state) || !count.seats) {
      this.#light(seats, venue, count.signatures);
      return true;
    }
    this.#lit = null;
    if (count.seats.layout !== venue.layout) return this.#reload(count.seats.layout, signal);
    // A chosen seat is watched too, also when the venue is out of view.
    if (this.#seatWatchers === 0 && !this.#state.seat) return true;
    let known = { taken, revision: this.#state.takenRevision };
    if (known.revision >= count.revision) return true;
    const ask = async (since: number): Promise<ReturnType<typeof seats.applySeats>> => {
      const reply = await this.#send(readSeats(address, since), signal);
      if (reply.status !== 200) throw new Error(`seats: status ${reply.status}`);
      return seats.applySeats(venue, known, reply.bytes);
    };
    try {
      const next = (await ask(known.revision)) ?? (await ask(0));
      if (next) known = next;
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
    const { seat, taken, venue, kept } = this.#state;
    if (
      !seat ||
      !taken ||
      !venue ||
      !this.#seats ||
      !mayChoose(this.#state) ||
      this.#seats.isFree(taken, seat.seat)
    )
      return;
    // The answer to a submission was lost: the one who took the seat may be this signer, and the same must be sent again.
    if (this.#open?.seat === seat.seat) return;
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
      this.#tell([problem]);
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

  #tellShared(from: EventTarget | undefined): void {
    const target = this.#host ?? from;
    target?.dispatchEvent(
      new PetitionSharedEvent({
        petition: this.petition,
        outcome: 'shared',
        signatures: shownCount(this.#state),
      }),
    );
  }

  #chooseSeat(seat: number | null): void {
    const { venue, kept, taken } = this.#state;
    if (seat === null) return this.#dispatch({ type: 'seat-chosen', seat: null });
    if (!venue || !this.#seats) return;
    const description = this.#seats.describeSeat(venue, kept, seat);
    // Where seats are nobody's, only a kept one is not to be had.
    const isOpen = areClaimed(this.#state)
      ? !taken || this.#seats.isFree(taken, seat)
      : kept.every((other) => other.seat !== seat);
    if (!description || !isOpen) return;
    this.#dispatch({ type: 'seat-chosen', seat: description });
  }

  async #submit(form: SignForm, from: EventTarget | undefined): Promise<void> {
    if (this.#state.signing.outcome === 'sending' || hasSigned(this.#state)) return;
    const seat = this.#state.seat?.seat ?? null;
    this.#dispatch({ type: 'signing', signing: { outcome: 'sending', seat, waitSeconds: null } });
    // Without the document nobody knows whether the campaign wants its signatures sealed: nothing is sent.
    await this.#load();
    const { document } = this.#state;
    if (!document) return this.#end({ outcome: 'unreachable', reason: 'network' }, from);
    if (document.sealing) return this.#end({ outcome: 'rejected', code: 'sealed-unsupported' }, from);
    if (this.#config) return this.#submitDeclared(form, from);
    const address = this.#address;
    if (!address) {
      this.#tell([
        {
          path: 'endpoint',
          value: null,
          message: 'is missing, so nothing can be sent; give endpoint and petition',
        },
      ]);
      return this.#end({ outcome: 'rejected', code: 'no-endpoint' }, from);
    }
    let flow: typeof Sign;
    try {
      flow = await import('./sign.js');
    } catch {
      return this.#end({ outcome: 'unreachable', reason: 'network' }, from);
    }
    let submission: Submission;
    try {
      const open = this.#open && 'address' in this.#open ? this.#open : null;
      submission = this.#open = await flow.prepare(address, seat, form, open);
    } catch {
      // A page whose scripts damage what is written as JSON: nothing was sent, and that is said.
      return this.#end({ outcome: 'rejected', code: 'not-encoded' }, from);
    }
    const outcome = await flow.sign(submission, {
      // Leaving the campaign must not lose a signature that is on its way.
      ...this.#tools(new AbortController().signal),
      waiting: (waitSeconds) => this.#wait(seat, waitSeconds),
    });
    this.#close(outcome, submission, from);
    if (outcome.outcome === 'signed' || outcome.outcome === 'pending')
      void this.#clock.sleep(PUBLISHED_BY_MS, new AbortController().signal).then(() => this.#watch.wake());
  }

  #wait(seat: number | null, waitSeconds: number): void {
    this.#dispatch({ type: 'signing', signing: { outcome: 'sending', seat, waitSeconds } });
  }

  /** Signs at an endpoint that is described by data. */
  async #submitDeclared(form: SignForm, from: EventTarget | undefined): Promise<void> {
    const desk = await this.#openDesk();
    const { document, seat } = this.#state;
    if (!desk?.endpoint.sign) {
      const message =
        'takes no signatures, so nothing can be sent; give it a sign block, or a preset that has one';
      if (desk) this.#tell([{ path: 'endpoint', value: null, message }]);
      return this.#end({ outcome: 'rejected', code: 'no-endpoint' }, from);
    }
    let submission: Declared.DeclaredSubmission;
    try {
      const open = this.#open && 'facts' in this.#open ? this.#open : null;
      const story = seat?.beside == null ? null : (document?.stories[seat.beside]?.id ?? null);
      submission = this.#open = desk.prepare(form, { petition: this.petition, seat, story }, open);
    } catch {
      return this.#end({ outcome: 'rejected', code: 'not-encoded' }, from);
    }
    const diagnosis = await this.#loadDiagnosis();
    const { outcome, count } = await desk.sign(submission, {
      ...this.#tools(new AbortController().signal),
      waiting: (waitSeconds) => this.#wait(submission.seat, waitSeconds),
      ...(diagnosis && { explain: diagnosis.explainRule }),
    });
    if (count !== null) {
      this.#dispatch({ type: 'count-read', count: desk.take(count, this.#place, this.#clock.now()) });
      this.#seatCount(count);
    }
    this.#close(outcome, submission, from);
    if (desk.refetches && hasSigned(this.#state)) void this.refresh();
  }

  /** How a submission ended, with the words for its seat. */
  #close(
    outcome: Outcome,
    submission: Submission | Declared.DeclaredSubmission,
    from: EventTarget | undefined,
  ): void {
    const { seat } = submission;
    // A submission whose end is not known stays open, so that trying again sends the same key.
    const isSettled =
      outcome.outcome === 'rejected' ? !outcome.code.startsWith('status-') : !isUnknown(outcome.outcome);
    if (isSettled) this.#open = null;
    const { venue, kept, taken } = this.#state;
    const describe = (one: number): SeatDescription | null =>
      venue && this.#seats ? this.#seats.describeSeat(venue, kept, one) : null;
    switch (outcome.outcome) {
      case 'signed':
      case 'pending': {
        const place = outcome.receipt.seat === null ? null : describe(outcome.receipt.seat);
        return this.#end({ ...outcome, place, withdrawalCode: submission.withdrawalCode }, from);
      }
      case 'seat-taken': {
        const places =
          venue && this.#seats && taken && seat !== null
            ? this.#seats.offers(venue, kept, taken, seat, outcome.near)
            : [];
        return this.#end({ ...outcome, places }, from);
      }
      default:
        return this.#end(outcome, from);
    }
  }

  #end(signing: Exclude<Signing, { outcome: 'idle' | 'sending' }>, from: EventTarget | undefined): void {
    this.#dispatch({ type: 'signing', signing });
    const target = this.#host ?? from;
    target?.dispatchEvent(
      outcomeEvent({
        petition: this.petition,
        outcome: signing.outcome,
        signatures: shownCount(this.#state),
      }),
    );
  }
}

/** An endpoint that is described by data; null where it is an address, or the box office under its name. */
function configOf(endpoint: string | EndpointConfig | null | undefined): EndpointConfig | null {
  return typeof endpoint === 'object' && endpoint?.preset !== 'box-office' ? endpoint : null;
}

/** An end that does not tell whether the signature was stored. */
function isUnknown(outcome: OutcomeName): boolean {
  return outcome === 'unreachable' || outcome === 'rate-limited';
}

function isOffline(error: unknown): boolean {
  return error instanceof TransportError && error.kind === 'offline';
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
  return state.count ? state.count.signatures + (ownIsUncounted(state) ? 1 : 0) : null;
}

/** Where signatures go: the page's word, else the document's, resolved against the document's URL; null when there is none. */
function addressOf(
  document: CampaignDocument,
  base: string,
  { endpoint, petition }: Pick<CampaignSource, 'endpoint' | 'petition'>,
): BoxOfficeAddress | null {
  const given = endpoint ?? document.endpoint;
  const address = typeof given === 'object' ? given?.vars?.['url'] : given;
  if (typeof address !== 'string') return null;
  try {
    const url = new URL(address, base || undefined);
    return /^https?:$/.test(url.protocol) ? { endpoint: url.href, petition: petition ?? document.id } : null;
  } catch {
    return null;
  }
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
