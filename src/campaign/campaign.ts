import { AuthorWarnings, reportError } from '../author-console.js';
import { outcomeEvent, PetitionSharedEvent, PetitionUpdateEvent } from '../events.js';
import type { Look, Text } from '../model/campaign.js';
import { explain, type Problem } from '../model/problem.js';
import { decodeJson } from '../transport/decode.js';
import { retryDelay, secondsAsked } from '../transport/retry.js';
import { inTime, send, TIMEOUT_MS, within, type Transport, type TransportReply } from '../transport/send.js';
import { systemClock, type Clock } from './clock.js';
import type * as Diagnosis from './debug/diagnose.js';
import { DocumentSync, type DocumentOptions } from './document-sync.js';
import type { EndpointContext, SignForm } from './endpoint.js';
import type { Intent } from './intent.js';
import { keepToOrigins, pageLanguages, type CampaignSource } from './load-document.js';
import type { SigningRuntime } from './runtime.js';
import { SeatsSync } from './seats-sync.js';
import type { SigningFlow } from './signing/signing-flow.js';
import {
  areSeatsKnown,
  hasSigned,
  initialState,
  isSending,
  reduce,
  shownCount,
  type Action,
  type CampaignState,
} from './state.js';
import { browserPage, Watch, type Page } from './watch.js';

export type { Intent };
export { pageLanguages, type CampaignSource, type EndpointConfig } from './load-document.js';

export interface CampaignOptions extends DocumentOptions {
  transport?: Transport;
  clock?: Clock;
  page?: Page;
}

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
  #reading: Promise<boolean> | null = null;
  /** Loaded with the first signature. */
  #signing: SigningFlow | null = null;
  readonly #warnings = new AuthorWarnings();
  readonly #runtime = this.#shared();
  readonly #seats = new SeatsSync(this.#runtime, () => this.#signing?.openSeat ?? null);
  readonly #documents: DocumentSync;

  constructor(source: CampaignSource, options: CampaignOptions = {}) {
    this.#options = { ...options, languages: options.languages ?? pageLanguages() };
    this.transport = options.transport ?? send;
    this.#clock = options.clock ?? systemClock;
    this.#page = options.page ?? browserPage;
    this.#state = { ...initialState, locale: this.#options.languages?.[0] ?? initialState.locale };
    this.#documents = new DocumentSync(source, this.#options, this.#runtime, this.#seats, {
      isWatched: () => this.#watching !== null,
      // Another endpoint than before is asked from now on.
      loaded: () => this.#listeners.size > 0 && this.#start(),
      endpointChanged: () => this.#forget(),
    });
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
    return this.#documents.petition;
  }

  /** Under this address the box office serves the petition's images; empty at any other endpoint. */
  get imagesUrl(): string {
    return this.#documents.endpoint?.imagesUrl ?? '';
  }

  /** Calls `listener` after every change of the state. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#start();
    return () => {
      this.#listeners.delete(listener);
      // An element that is moved in the page leaves and returns within one task.
      queueMicrotask(() => {
        if (this.#listeners.size === 0) this.#stop();
      });
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
    for (const part of [import('./signing/signing-flow.js'), import('./signing/box-office-signing.js')])
      part.catch(() => undefined);
  }

  /** Reads the seats, and more often, while an element shows them. Returns how to stop. */
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
      if (isSending(this.#state) || hasSigned(this.#state)) return null;
      this.#markSending();
      return this.#untilEnd(() => this.#deliver(form, from, intent.anyway ?? false), from);
    }
    if (intent.type === 'seat-select') this.#chooseSeat(intent);
    else this.#fire(new PetitionSharedEvent(this.#detail('shared')), from);
    return null;
  }

  /**
   * Replaces the document by a newer one of the same petition, as parsed JSON: what was chosen, sent and signed stays, as
   * far as it still fits. A signature that is on its way ends with the document it was given under.
   */
  replaceDocument(data: unknown): void {
    this.#documents.replace(data);
  }

  /** Reads count and seats now. Tells whether that worked. */
  async refresh(): Promise<boolean> {
    // Everybody who asks while a reading is under way gets that one.
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** Shows the texts in another of the document's languages. */
  setLocale(locale: string): void {
    this.#documents.chooseLocale(locale);
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
      probe: async (address) => {
        const { transport } = this;
        const diagnosis = transport === send ? await this.#diagnosis() : null;
        return diagnosis ? diagnosis.probeBoxOffice(transport, address) : null;
      },
      reloadFor: (layout) => this.#documents.reloadFor(layout),
      sending: (more) => this.#markSending(more),
      end: (signing, from) => this.#end(signing, from),
      untilEnd: (work, from) => this.#untilEnd(work, from),
      warnOfError: (what, error) => this.#warnOfError(what, error),
      refresh: () => this.refresh(),
      wake: () => this.#watch.wake(),
    };
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

  #detail<O extends string>(outcome: O): { petition: string; outcome: O; signatures: number | null } {
    return { petition: this.petition, outcome, signatures: shownCount(this.#state) };
  }

  #warn(...problems: readonly Problem[]): void {
    for (const problem of problems) this.#warnings.warn(explain(problem));
  }

  /** Warns of an error by its name alone: its message may quote what people typed. */
  #warnOfError(what: string, error: unknown): void {
    const name = error instanceof Error ? error.name : typeof error;
    this.#warn({ path: 'sign', value: name, message: `was thrown ${what}` });
  }

  // Reading

  #start(): void {
    if (this.#watching) return;
    const watching = (this.#watching = new AbortController());
    void this.#documents.load().then(() => {
      if (watching.signal.aborted) return;
      // Nobody to ask: the count is not on its way, it cannot be had. A document that could not be read is tried again.
      if (!this.#documents.mayBeAsked) return this.#dispatch({ type: 'count-failed' });
      return this.#watch.run({
        clock: this.#clock,
        page: this.#page,
        signal: watching.signal,
        seatsInView: () => this.#seatWatchers > 0,
        ownMs: () => this.#documents.endpoint?.pollMs ?? null,
        read: () => this.refresh(),
      });
    });
  }

  #stop(): void {
    this.#watching?.abort();
    this.#watching = null;
  }

  /** Forgets everything another endpoint published. */
  #forget(): void {
    this.#stop();
    this.#reading = null;
    this.#watch = new Watch();
  }

  async #read(): Promise<boolean> {
    await this.#documents.load();
    const signal = this.#watching?.signal ?? new AbortController().signal;
    return (await this.#documents.endpoint?.read(signal)) ?? false;
  }

  /** Seats came into view: they are read at once, the count only when it is old enough for the faster rhythm. */
  async #refreshSeats(): Promise<void> {
    // A reading under way brings them along, if it has not passed them.
    await this.#reading;
    const [endpoint, watching] = [this.#documents.endpoint, this.#watching];
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
    keepToOrigins(request, this.#options.allowedOrigins);
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
    return this.#options.debug ? inTime(import('./debug/diagnose.js')).catch(() => null) : null;
  }

  // Signing

  async #deliver(form: SignForm, from: EventTarget | undefined, anyway: boolean): Promise<SignForm | null> {
    // Without the document nobody knows whether the campaign wants its signatures sealed: nothing is sent.
    await inTime(this.#documents.load()).catch(() => undefined);
    const { document } = this.#state;
    if (!document) return this.#end({ outcome: 'unreachable', reason: 'network' }, from);
    if (document.sealing !== null)
      return this.#end({ outcome: 'rejected', code: 'sealed-unsupported' }, from);
    try {
      const { SigningFlow } = await inTime(import('./signing/signing-flow.js'));
      this.#signing ??= new SigningFlow(this.#runtime, this.#seats);
    } catch {
      return this.#end({ outcome: 'unreachable', reason: 'network' }, from);
    }
    return this.#signing.deliver(form, this.#documents.endpoint, from, anyway);
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
      this.#documents.loadNewer();
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
    this.#fire(outcomeEvent(this.#detail(signing.outcome)), from);
    return null;
  }
}

function first<T>(set: ReadonlySet<T>): T | undefined {
  return set.values().next().value;
}
