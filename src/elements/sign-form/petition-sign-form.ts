import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { shownCount, type Campaign } from '../../campaign/campaign.js';
// A press on the button must not find that what sends the signature is yet to be loaded.
import '../../campaign/sign.js';
import type { SignForm } from '../../campaign/sign.js';
import {
  areAllSeated,
  areSeatsKnown,
  isFull,
  isIn,
  publishedAt,
  statusOf,
  type CampaignState,
  type SeatNotice,
  type Signing,
} from '../../campaign/state.js';
import { PetitionSeatSelectEvent, PetitionSubmitEvent } from '../../events.js';
import { form } from '../../i18n/locales/en/form.js';
import type { CampaignDocument, CampaignStatus, Consent, Day, Field, Story } from '../../model/campaign.js';
import { canonicalJson } from '../../model/canonical.js';
import { askedConsents } from '../../model/consent.js';
import { dayAt } from '../../model/life.js';
import { countryOf, pointerTo, validateAnswers, type FieldProblem } from '../../model/signature.js';
import { controls } from '../../styles/controls.js';
import type { SeatDescription } from '../../venue/describe.js';
import type { KeptSeat } from '../../venue/kept.js';
import type { Venue } from '../../venue/venue.js';
import { findElement, leadTo } from '../find-element.js';
import { headingView } from '../heading-view.js';
import { PetitionElement } from '../petition-element.js';
import { savesData } from '../save-data.js';
import { seatIconStyles } from '../seat-icon.js';
import { actionsView, rejectedActionsView, type Progress } from './actions-view.js';
import { nextPage } from './after-sign.js';
import { listAnswers, openChoices, readAnswers } from './answers.js';
import { buttonText } from './button-text.js';
import { consentsView, privacyView, type ConsentsView } from './consents-view.js';
import { closedView, failedView, thanksView, unconnectedView, type Copying, type End } from './end-view.js';
import { copyFrom, copyText } from '../copy.js';
import { languageShown, lettersView, loadPrintCard, personToWriteTo } from '../letters.js';
import type * as FallbackView from './fallback-view.js';
import { explainProblems, SEAT_ID, type Questions, type ShownProblem } from './error-text.js';
import { errorView, fieldsView, type Postcodes } from './field-view.js';
import { DEFAULT_FIELDS, idOfConsent, idOfField, nameOfConsent } from './fields.js';
import { HeldRoom } from './held-room.js';
import { deviceTimeZone, lifeView, type LifeContext } from './life-view.js';
import { isUnsure, outcomeText, seatsGone } from './outcome-text.js';
import { answersView } from './outcome-view.js';
import { styles } from './petition-sign-form.styles.js';
import { Press } from './press.js';
import { remember } from './remember.js';
import { seenView } from './seen-view.js';
import { firstStep, problemsUpTo, stepsOf } from './steps.js';
import { LOST_TITLE_ID, lostSeatView, placesView, seatRow, type SeatsView } from './seat-view.js';
import { stageOf, type Stage } from './stage.js';
import { summaryView } from './summary-view.js';
import type { Words } from './words.js';

/** A signature that takes longer than this is said to be on its way; a faster one needs no words. */
const SLOW_MS = 400;

const IDLE: Signing = { outcome: 'idle' };

interface Slice {
  phase: CampaignState['phase'];
  document: CampaignDocument | null;
  locale: string;
  venue: Venue | null;
  kept: readonly KeptSeat[];
  seat: SeatDescription | null;
  notice: SeatNotice | null;
  signing: Signing;
  /** Only where it is drawn: seats that light up elsewhere do not redraw a form. */
  taken: Uint8Array | null;
  status: CampaignStatus;
  signatures: number | null;
  full: boolean;
  declared: CampaignState['declared'];
  refused: boolean;
  /** The day of the last publication, at the campaign's place; empty where it is not known, or the campaign has no last day. */
  day: string;
  /** It is not known whether the chosen seat is free. */
  isSeatUnknown: boolean;
  /** Everybody who has signed has a seat of their own. */
  allSeated: boolean;
}

function dayOfPublication(state: CampaignState, { timeZone }: CampaignDocument): Day {
  const moment = publishedAt(state);
  return moment === null ? '' : dayAt(moment, timeZone);
}

const slice = (state: CampaignState): Slice => {
  const { phase, document, locale, venue, kept, seat, notice, signing } = state;
  const areKnown = areSeatsKnown(state);
  const taken = isIn(signing) && areKnown ? state.taken : null;
  return {
    phase,
    document,
    locale,
    venue,
    kept,
    seat,
    notice,
    signing,
    taken,
    status: statusOf(state),
    signatures: shownCount(state),
    full: isFull(state),
    declared: state.declared,
    refused: state.endpointRefused,
    day: document?.closes ? dayOfPublication(state, document) : '',
    isSeatUnknown: !areKnown,
    allSeated: areAllSeated(state),
  };
};

/**
 * The form that signs a petition: the seat, the campaign's fields and consents, one button, and words for everything
 * that can become of it. What is typed stays in the form until the signature is in, whatever happens on the way, and is
 * gone after that. Without a campaign it asks for name and e-mail, fires `petition-submit` and sends nothing.
 *
 * A document may put fields into a second step; both are one form, and going back loses nothing. What only some forms
 * need (the rules of postal codes, the question about a mistyped e-mail address) is loaded when it is used.
 *
 * Errors follow the pattern of a summary that receives focus and leads to the fields (WCAG 2.2, 3.3.1 and technique G139).
 *
 * @element petition-sign-form
 * @summary Fields, consents, one button, and every outcome of signing.
 * @fires petition-submit - When the answers are complete and the button was pressed, before anything is sent. Cancel it to send them yourself.
 * @fires petition-seat-select - When a seat was taken from the list of free seats nearby. Cancel it to decide yourself.
 * @fires petition-signed - In a campaign without `petition-campaign`: after the signature was taken.
 * @fires petition-refused - In a campaign without `petition-campaign`: after the endpoint said no.
 * @fires petition-failed - In a campaign without `petition-campaign`: when no answer came.
 * @slot - Shown while the petition is being read and when it cannot be: a link to sign elsewhere, for instance.
 * @slot intro - Under the heading: whom the petition goes to, a link to its text.
 * @slot result - Under the heading of a signature that is in: a ticket, for instance.
 * @slot signed - In place of our words when the signature is in; the code that takes it back stays below.
 * @slot before-submit - Above the button: a link to the privacy notice, for instance.
 * @slot after - Below everything, in every state.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart panel - The surface everything stands on.
 * @csspart heading - The heading, of the form and of every outcome.
 * @csspart form - The form itself.
 * @csspart summary - The box that names all errors.
 * @csspart seat - The row with the chosen seat.
 * @csspart portrait - The picture of the person one sits beside, or of a seat.
 * @csspart change - The button that leads to the seat picker.
 * @csspart stand - The button that gives the seat up, to sign without a seat.
 * @csspart places - The list of free seats to choose from.
 * @csspart place - One seat of that list.
 * @csspart fields - All fields.
 * @csspart field - One field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart hint - The hint of a field.
 * @csspart error - The error of a field or consent.
 * @csspart control - The input, list or text area of a field.
 * @csspart checkbox - The box of a checkbox field or a consent.
 * @csspart step - Which step of how many it is, where there are two.
 * @csspart continue - The button that leads to the next step.
 * @csspart back - The button that leads to the step before.
 * @csspart life - Until when one can sign.
 * @csspart suggestion - An e-mail address that was probably meant, and the button that takes it.
 * @csspart who-sees - Who sees the answers, folded.
 * @csspart organiser - Whom consents are given to, where there are several.
 * @csspart privacy - The link to what becomes of the data.
 * @csspart go-on - The link to the page that comes after signing, where the campaign names one.
 * @csspart consents - All consents.
 * @csspart consent - One consent with its error.
 * @csspart answers - What was written, where the form itself is out of view.
 * @csspart choose - "Choose your seat", while none is chosen and the page has a seat picker.
 * @csspart submit - The button that signs.
 * @csspart outcome - The first sentence about what became of the signature.
 * @csspart letters - "Write to …", after signing.
 * @csspart address - The address for letters, line by line.
 * @csspart copy-address - The button that copies it.
 * @csspart advice - What may be written.
 * @csspart print-card - The button that prints a card with the address.
 * @csspart code - The box with receipt and code.
 * @csspart plate - The picture of the signer's seat among its neighbours.
 * @csspart copy - The button that copies them.
 * @csspart fallback - The answers as a text to copy or mail, where the author allows it and nothing else helped.
 * @cssprop [--petition-sign-form-padding=32px] - Inner distance of the panel; 20px where it is narrow.
 * @cssprop [--petition-sign-form-plate=block] - `none` leaves out the picture of the seat that stands above the result: for a page where a ticket stands below it.
 */
export class PetitionSignForm extends PetitionElement<Slice> {
  static override styles = [...PetitionElement.styles, controls, seatIconStyles, styles];
  static override sections = { ...PetitionElement.sections, form };

  /** What to draw from: the fields of the last document; of a form that stands alone, the usual three. */
  #questions: Questions | null = null;
  /** The document that the questions are from. */
  #document: CampaignDocument | null = null;
  /** The fields before the last document, and what was written in them, until that is carried over. */
  #earlier: { fields: readonly Field[]; written: ReadonlyMap<string, string> } | null = null;
  /** The campaign those questions and everything below belong to; it outlives a move in the page. */
  #campaign: Campaign | null = null;
  #stage: Stage = 'waiting';
  /** The signing as it was last looked at, and its last end: while sending, the one before. */
  #seen: Signing = IDLE;
  #end: Signing = IDLE;
  /** The end the signer left to go back to the answers. */
  #dismissed: Signing | null = null;
  /** Whether this form asked for the submission: another form of the campaign has answers of its own. */
  #own = false;
  #problems: readonly FieldProblem[] = [];
  /** Which step is in view, from 0; a form of one step has no other. */
  #step = 0;
  #postcodes: Postcodes | null = null;
  #loadsPostcodes = false;
  #suggestEmail: ((address: string) => string | null) | null = null;
  #typo: { name: string; address: string } | null = null;
  readonly #room = new HeldRoom(() => this.renderRoot.querySelector('.base'));
  /** The chosen seat as it was last looked at: another one is no longer the one with a problem. */
  #seat: SeatDescription | null = null;
  /** The seat was given up to sign without a seat. */
  #stands = false;
  /** The seat chosen from a list of offered ones; `#gone` are those that were taken since. */
  #chosen: number | null = null;
  readonly #gone = new Set<number>();
  /** The lost seat that was last told about. */
  #noticed: SeatNotice | null = null;
  #isSlow = false;
  #slowTimer = new AbortController();
  /** Puts back what was sent, should a control be changed meanwhile. */
  #putBack: (() => void) | null = null;
  #copied: Copying['state'] = 'no';
  #codeShown = true;
  /** What was written before the last change, where that is what was stored; until the page is left. */
  #stored: SignForm | null = null;
  #isAddressCopied = false;
  #focusNext: 'heading' | 'summary' | null = null;
  #restore: (() => void) | null = null;
  readonly #press = new Press();
  /** Loaded beforehand where the author allows a last way: when it is needed, the network is what fails. */
  #fallback: typeof FallbackView | null = null;
  #loadsFallback = false;

  /** The heading of the form, instead of the campaign's ask. */
  @property() heading: string | null = null;
  /** Level of the heading in the page, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  constructor() {
    super(slice);
    this.addEventListener('click', this.#release);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pageshow', this.#onPageShow);
    // What changed while the element was out of the page was not drawn.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.#onPageShow);
    this.#room.release();
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    if (!campaign || campaign === this.#campaign) return;
    this.#campaign = campaign;
    this.#seen = this.#end = IDLE;
    this.#dismissed = null;
    this.#own = false;
    this.#problems = [];
    this.#step = 0;
    this.#typo = null;
    this.#room.release();
    this.#noticed = null;
    this.#offer([]);
    this.#stopWaiting();
    this.#copied = 'no';
    this.#codeShown = true;
    this.#stored = null;
  }

  /** Out of the page there is no campaign to draw from; what is drawn stays, and with it what was typed. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { document, phase, status, seat, notice, declared, refused } = this.store.value;
    if (declared?.fallback && !this.#loadsFallback) this.#loadFallback();
    const { campaign } = this.store;
    // An endpoint that is described by data has no document of its own: what it may ask people for, nobody has said.
    const isSilent = phase === 'loading' && declared !== null && !document;
    if (isSilent)
      this.tell(
        `${this.localName}: a campaign document is missing beside the endpoint; give it to a petition-campaign around the form (src, or a JSON script child)`,
      );
    const place = isSilent
      ? 'failed'
      : campaign
        ? phase
        : this.for || this.closest('petition-campaign')
          ? 'expected'
          : 'none';
    if (document) this.#takeDocument(document);
    else if (place === 'none') this.#questions ??= { fields: DEFAULT_FIELDS, consents: [] };
    if (campaign) this.#follow(campaign.state.signing, notice);
    if (seat !== this.#seat) this.#drop(pointerTo('seat'));
    this.#seat = seat;
    if (seat) this.#stands = false;
    this.#stage = stageOf({
      campaign: place,
      status,
      refused,
      sending: this.#sending,
      signing: this.#end,
      own: this.#own,
      dismissed: this.#dismissed === this.#end,
    });
    if (this.#questions?.fields.some(({ type }) => type === 'postcode')) this.#loadPostcodes();
    const form = this.#form;
    this.#restore = form && remember(form);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // A list of options in another language is another list; the answer stays the same.
    if (this.#form?.isConnected) this.#restore?.();
    this.#restore = null;
    this.#carryAnswers();
    this.#room.apply();
    const id = this.#focusNext;
    this.#focusNext = null;
    if (id === 'heading' && this.#stage === 'signed') this.#showResult();
    else if (id) this.#byId(id)?.focus();
  }

  /** What has become of the signature comes to the top of the view, and is read. */
  #showResult(): void {
    const heading = this.#byId('heading');
    // At once: a page may have asked for scrolls that take their time, and a visitor for none.
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start', behavior: isStill ? 'instant' : 'auto' });
  }

  /** Takes the questions of a document. Of the petition that is shown, answers stay as far as they fit; another one begins anew. */
  #takeDocument(document: CampaignDocument): void {
    const before = this.#document;
    if (before === document) return;
    this.#document = this.#questions = document;
    if (!before) return;
    if (before.id !== document.id) return this.#clear();
    if (canonicalJson(before.consents) !== canonicalJson(document.consents)) this.#problems = [];
    const { fields } = before;
    const form = this.#form;
    if (!form || canonicalJson(fields) === canonicalJson(document.fields)) return;
    this.#problems = [];
    const written = new Map([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    this.#earlier ??= { fields, written };
  }

  #carryAnswers(): void {
    const earlier = this.#earlier;
    this.#earlier = null;
    if (!earlier) return;
    import('./carry-answers.js').then(
      ({ carryAnswers }) => {
        if (!this.#form || !this.#questions) return;
        carryAnswers(this.#form, earlier.written, earlier.fields, this.#questions.fields);
        this.requestUpdate();
      },
      // Without it an answer that does not fit is told when it is sent.
      () => undefined,
    );
  }

  /** Looks at what became of a submission, once for each change. */
  #follow(signing: Signing, notice: SeatNotice | null): void {
    const before = this.#seen;
    this.#seen = signing;
    if (signing !== before) this.#copied = 'no';
    if (notice !== this.#noticed) this.#notice(notice);
    if (signing === before) return;
    if (signing.outcome === before.outcome && signing.outcome !== 'sending') {
      // The same end, whose seats have other words by a newer document.
      if (this.#dismissed === this.#end) this.#dismissed = signing;
      this.#end = signing;
      return;
    }
    if (signing.outcome === 'sending') {
      if (before.outcome !== 'sending') this.#begin();
      if (signing.waitSeconds === null) this.#expectSlow();
      else this.#wait(signing.waitSeconds);
      return;
    }
    this.#stopWaiting();
    this.#end = signing;
    if (isIn(signing)) this.#clear();
    if (!this.#own || signing.outcome === 'idle') return;
    if (signing.outcome === 'invalid') this.#setProblems(this.#withService(signing.errors));
    if (isIn(signing)) this.#goOn(signing);
    if (signing.outcome === 'seat-taken') this.#offer(signing.places);
    this.#turnTo(signing.outcome === 'invalid' && signing.errors.length > 0 ? 'summary' : 'heading');
  }

  #begin(): void {
    this.#typo = null;
    const form = this.#form;
    if (this.#own && form) this.#putBack ??= remember(form);
    this.#room.hold();
  }

  /** Sending takes its time: shown and said, unless the answer comes at once. */
  #expectSlow(): void {
    this.#slowTimer.abort();
    const { signal } = (this.#slowTimer = new AbortController());
    this.store.campaign?.clock.sleep(SLOW_MS, signal).then(
      () => {
        this.#isSlow = true;
        const { label, text } = this.#progress;
        this.say(`${label}. ${text}`);
        this.requestUpdate();
      },
      () => undefined,
    );
  }

  #stopWaiting(): void {
    this.#slowTimer.abort();
    this.#isSlow = false;
    this.#putBack = null;
  }

  /** The endpoint asked for a wait: shown and said once. Nothing is being sent meanwhile, so that is not said either. */
  #wait(count: number): void {
    this.#slowTimer.abort();
    this.#isSlow = true;
    this.say(this.t('form.waiting', { count }));
  }

  /** The chosen seat was lost while the answers were being written: said, but the focus stays where somebody writes. */
  #notice(notice: SeatNotice | null): void {
    this.#noticed = notice;
    if (!notice) return;
    this.#offer(notice.near);
    this.say(
      `${this.t('outcome.seat-taken')}. ${this.t(notice.near.length > 0 ? 'outcome.seat-taken-hint' : seatsGone(this.store.value.full))}`,
    );
  }

  #offer(places: readonly SeatDescription[]): void {
    this.#gone.clear();
    this.#chosen = places[0]?.seat ?? null;
  }

  /** Moves the focus to what is new; somebody who is elsewhere in the page by now is told instead. */
  #turnTo(id: 'heading' | 'summary'): void {
    const active = document.activeElement;
    // Where nothing has the focus (Safari gives buttons none when they are pressed), it is nobody's.
    if (!active || active.localName === 'body' || this.matches(':focus-within')) this.#focusNext = id;
    else void this.updateComplete.then(() => this.say(this.#byId(id)?.innerText ?? ''));
  }

  /** After success nothing of what was typed is kept. */
  #clear(): void {
    const form = this.#form;
    // By the prototype: a field may be called `reset`.
    if (form) HTMLFormElement.prototype.reset.call(form);
    this.#problems = [];
    this.#step = 0;
  }

  /** Who presses something here looks here: the empty room may go then. */
  readonly #release = (): void => {
    if (!this.#sending && this.#room.release()) this.requestUpdate();
  };

  #loadPostcodes(): void {
    if (this.#loadsPostcodes) return;
    this.#loadsPostcodes = true;
    import('../../model/postcode.js').then(
      (postcodes) => {
        this.#postcodes = postcodes;
        this.requestUpdate();
      },
      // Without the rules every code is good; the endpoint may say more.
      () => undefined,
    );
  }

  /** The page that comes after signing, where the campaign names one that may be gone to. */
  get #next(): string | null {
    const { afterSign } = this.store.value.document ?? {};
    return nextPage(afterSign, this.state.base);
  }

  /** Goes on to the campaign's next page, unless something here is still to be kept or done. */
  #goOn(signing: Signing): void {
    const { afterSign } = this.store.value.document ?? {};
    const next = this.#next;
    if (afterSign?.action === 'redirect' && !next)
      this.tell(`afterSign.url: "${afterSign.url}" is not gone to; write a whole address with https://`);
    const hasCode = 'withdrawalCode' in signing && signing.withdrawalCode !== null;
    if (next && !hasCode && signing.outcome !== 'pending') location.assign(next);
  }

  get #sending(): boolean {
    return this.store.campaign?.state.signing.outcome === 'sending';
  }

  get #form(): HTMLFormElement | null {
    return this.renderRoot?.querySelector?.('form') ?? null;
  }

  #byId(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  }

  readonly #words: Words = ((element: PetitionSignForm) => ({
    get locale() {
      return element.locale;
    },
    t: (key, values) => element.t(key, values),
    text: (text) => element.text(text),
  }))(this);

  readonly #lifeContext = (): LifeContext => ({
    words: this.#words,
    languageOf: (key) => this.languageOf(key),
    now: this.store.campaign?.clock.now() ?? Date.now(),
    timeZone: deviceTimeZone(),
  });

  get #steps(): readonly (readonly Field[])[] {
    return stepsOf(this.#questions?.fields ?? []);
  }

  /** Shows the problems in the step where the first of them is. */
  #setProblems(problems: readonly FieldProblem[]): void {
    this.#problems = problems;
    if (problems.length > 0) this.#step = firstStep(problems, this.#steps, this.#step);
  }

  /** What the form holds, as it would be sent: for a page that cancelled `petition-submit` and sends it itself. Null when there is no form. */
  get answers(): SignForm | null {
    const form = this.#form;
    if (!form || !this.#questions) return null;
    const { fields, consents } = this.#questions;
    return readAnswers(new FormData(form), fields, consents, this.#words, this.#postcodes?.postcodes ?? null);
  }

  #drop(at: string): void {
    this.#problems = this.#problems.filter(({ pointer }) => pointer !== at);
  }

  /** The problems a service found, those apart that our own rule does not know. */
  #withService(errors: readonly FieldProblem[]): FieldProblem[] {
    const { answers } = this;
    const own = new Set(answers && this.#judge(answers).map(({ pointer }) => pointer));
    return errors.map((error) => (own.has(error.pointer) ? error : { ...error, isServices: true }));
  }

  #judge(answers: SignForm): FieldProblem[] {
    const { fields, consents } = this.#questions!;
    const country = countryOf(fields, answers.fields);
    const rules = this.#postcodes?.postcodes ?? null;
    return [
      ...validateAnswers(fields, consents, answers.fields, answers.consents, rules),
      ...openChoices(new FormData(this.#form!), askedConsents(consents, country), country).map(
        (i): FieldProblem => ({ pointer: pointerTo('consents', i), code: 'required' }),
      ),
    ];
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { campaign } = this.store;
    const answers = this.answers;
    if (this.#sending || !answers || !['form', 'seat-taken', 'not-sent'].includes(this.#stage)) return;
    const steps = this.#steps;
    const isLast = this.#stage !== 'form' || this.#step === steps.length - 1;
    const problems = this.#judge(answers);
    this.#setProblems(isLast ? problems : problemsUpTo(this.#step, problems, steps));
    this.requestUpdate();
    if (this.#problems.length > 0) {
      this.#dismissed = this.#end;
      this.#focusNext = 'summary';
      return;
    }
    if (!isLast) return this.#turn(this.#step + 1);
    if (this.#offered.length > 0 && this.#chosen !== null && !this.#takeSeat(this.#chosen)) return;
    const goesOn = this.dispatchEvent(
      new PetitionSubmitEvent({ petition: campaign?.petition ?? this.petition ?? '' }),
    );
    if (!goesOn || !campaign) return;
    this.#own = true;
    this.#putBack = remember(event.currentTarget as HTMLFormElement);
    // Whoever presses below the words that it may count twice has read them.
    const anyway = this.#stage === 'not-sent' && isUnsure(this.#end);
    void campaign.request({ type: 'submit', anyway }, answers, this).then((stored) => {
      if (!stored || stored === answers || campaign !== this.#campaign) return;
      this.#stored = stored;
      this.requestUpdate();
    });
  };

  /** Another step: to its beginning. */
  #turn(step: number): void {
    this.#step = step;
    this.#problems = [];
    this.#typo = null;
    this.#room.release();
    this.#focusNext = 'heading';
    this.requestUpdate();
  }

  /** Chooses an offered seat. False when the page decided otherwise, or somebody else has it by now. */
  #takeSeat(seat: number): boolean {
    const campaign = this.store.campaign;
    const place = this.#offered.find((offered) => offered.seat === seat);
    if (!campaign || !place) return false;
    const { petition } = campaign;
    if (!this.dispatchEvent(new PetitionSeatSelectEvent({ petition, seat, code: place.code }))) return false;
    void campaign.request({ type: 'seat-select', seat, isChosen: true });
    if (campaign.state.seat?.seat === seat) return true;
    this.#gone.add(seat);
    this.#chosen = this.#offered[0]?.seat ?? null;
    this.say(this.t('problem.out-of-range'));
    return false;
  }

  /** The seats offered instead of a lost one. */
  get #offered(): readonly SeatDescription[] {
    const { notice, seat } = this.store.value;
    const places =
      this.#stage === 'seat-taken' && this.#end.outcome === 'seat-taken'
        ? this.#end.places
        : !seat && notice && this.#stage === 'form'
          ? notice.near
          : [];
    return places.filter((place) => !this.#gone.has(place.seat));
  }

  /** A corrected answer loses its error; an answer that was sent stays as it was sent. */
  readonly #onChange = async (event: Event): Promise<void> => {
    if (this.#putBack) return this.#putBack();
    const { name } = event.target as HTMLInputElement;
    const { fields, consents: all } = this.#questions!;
    if (this.#typo?.name === name) this.#typo = null;
    // What is asked for, and how, may depend on it.
    this.requestUpdate();
    void this.#doubt(event.target as HTMLInputElement);
    const consents = askedConsents(all, countryOf(fields, this.answers?.fields ?? {}));
    const consent = consents.findIndex(({ purpose }) => nameOfConsent(purpose) === name);
    const at = consent < 0 ? pointerTo('fields', name) : pointerTo('consents', consent);
    if (!this.#problems.some(({ pointer }) => pointer === at)) return;
    if (this.#press.over) await this.#press.over;
    const answers = this.answers;
    if (!answers) return;
    const still = this.#judge(answers).find(({ pointer }) => pointer === at);
    this.#problems = this.#problems.flatMap((problem) =>
      problem.pointer !== at ? [problem] : still ? [still] : [],
    );
    this.requestUpdate();
  };

  readonly #onInput = (): void => this.#putBack?.();

  /** Who comes to an e-mail field is about to write an address: what knows common slips is there when it is written. */
  readonly #onFocusIn = ({ target }: FocusEvent): void => {
    // Browsers bring the line one writes in into view, and not the box and ring around it.
    if (target instanceof HTMLTextAreaElement)
      target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    if (this.#suggestEmail || (target as HTMLInputElement).type !== 'email') return;
    this.#suggestEmail = () => null;
    import('./email-typo.js').then(
      ({ suggestEmail }) => (this.#suggestEmail = suggestEmail),
      () => undefined,
    );
  };

  /** Asks about an address that looks mistyped. Not under a pointer that is about to press something. */
  async #doubt(field: HTMLInputElement): Promise<void> {
    if (field.type !== 'email') return;
    const { name, value } = field;
    const address = this.#suggestEmail?.(value) ?? null;
    if (!address) return;
    if (this.#press.over) await this.#press.over;
    if (this.#sending || this.#stage !== 'form' || field.value !== value) return;
    this.#typo = { name, address };
    this.say(this.t('form.typo', { email: address }));
    this.requestUpdate();
  }

  readonly #takeAddress = (): void => {
    if (!this.#typo || this.#sending) return;
    const { name, address } = this.#typo;
    const field = this.#byId(idOfField(name)) as HTMLInputElement | null;
    if (!field) return;
    field.value = address;
    field.focus();
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  /** Back by the browser's button into a page that was kept whole: what is over stays over. */
  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (!event.persisted || this.#stage !== 'signed') return;
    this.#codeShown = false;
    this.#stored = null;
    this.#clear();
    this.requestUpdate();
  };

  get #picker(): HTMLElement | null {
    return findElement(this, 'petition-seat-picker');
  }

  readonly #toPicker = (): void => leadTo(this.#picker);

  /** Gives the seat up: one signs standing, unless a seat is chosen again. */
  readonly #stand = (): void => {
    this.#stands = true;
    this.#chosen = null;
    void this.store.campaign?.request({ type: 'seat-select', seat: null, isChosen: true });
    this.say(`${this.t('form.standing')}. ${this.t('form.standing-hint')}`);
    this.requestUpdate();
    // The link goes with the seat.
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#${SEAT_ID} button, [type='submit'], .act`)?.focus(),
    );
  };

  readonly #toAnswers = (): void => {
    this.#dismissed = this.#end;
    this.#focusNext = 'heading';
    this.requestUpdate();
  };

  readonly #copy = async (): Promise<void> => {
    const field = this.#byId('code') as HTMLTextAreaElement | null;
    if (field) this.#tellCopied(await copyFrom(field), 'outcome');
  };

  #tellCopied(state: 'copied' | 'selected', what: 'outcome' | 'fallback'): void {
    this.#copied = state;
    this.say(this.t(state === 'copied' ? `${what}.copied` : `${what}.copy-by-hand`));
    this.requestUpdate();
  }

  async #goTo(id: string): Promise<void> {
    const step = this.#steps.findIndex((fields) => fields.some(({ name }) => idOfField(name) === id));
    const isConsent = id.startsWith(idOfConsent(''));
    if (step >= 0 || isConsent) {
      this.#step = isConsent ? this.#steps.length - 1 : step;
      this.requestUpdate();
      await this.updateComplete;
    }
    const target = this.#byId(id);
    const control = target?.matches('input, select, textarea, button')
      ? target
      : target?.querySelector<HTMLElement>('input:checked, input, button');
    control?.focus();
  }

  /** Puts the focus on the heading, so that a link of the page can lead here. */
  override focus(options?: FocusOptions): void {
    this.#byId('heading')?.focus(options);
  }

  protected view(): TemplateResult {
    const stage = this.#stage;
    const waiting = stage === 'waiting';
    const hasFallback = waiting || stage === 'failed' || stage === 'unconnected';
    return html`<div class="panel ${waiting ? 'waiting' : ''}" part="panel" aria-busy=${String(waiting)}>
      ${this.#endView()}
      <slot ?hidden=${!hasFallback}></slot>
      ${this.#questions && stage !== 'signed' ? this.#formView(this.#questions) : nothing}
      <slot name="after"></slot>
    </div>`;
  }

  /** Everything that stands in place of the form. */
  #endView(): unknown {
    const { document, taken, signatures, status, allSeated } = this.store.value;
    const end: End = {
      heading: (text, isLarge = false, describedBy = null) =>
        headingView(text, this.headingLevel, { isLarge, describedBy }),
      view: this.#seatsView,
      document,
      taken,
      signatures,
      allSeated,
    };
    switch (this.#stage) {
      case 'signed':
        return thanksView(this.#end, end, {
          copying: { shown: this.#codeShown, state: this.#copied, copy: this.#copy },
          stored:
            this.#stored && listAnswers(this.#questions?.fields ?? [], this.#stored.fields, this.#words),
          isOwn: this.querySelector(':scope > [slot="signed"]') !== null,
          slotChanged: () => this.requestUpdate(),
          next: this.#next,
          letters: this.#lettersView(),
        });
      case 'closed':
        return status === 'open' ? nothing : closedView(status, end, this.#lifeContext);
      case 'unconnected':
        return unconnectedView(end);
      case 'failed':
        // What was never given does not come by trying again.
        return failedView(
          end,
          this.store.value.phase === 'failed' ? () => void this.store.campaign?.refresh() : null,
        );
      default:
        return nothing;
    }
  }

  /** How to write to the person one sits beside; a card with the address can be printed, where this browser prints. */
  #lettersView(): unknown {
    const end = this.#end;
    const place = 'place' in end ? end.place : null;
    const story = personToWriteTo(this.store.value.document?.stories ?? [], place?.beside ?? null);
    if (!story?.letters) return nothing;
    const { letters } = story;
    const address = this.text(letters.address);
    const copy = async (): Promise<void> => {
      // Where there is no clipboard the address is selected, and the rest is a key away.
      if (!(await copyText(address)))
        return getSelection()?.selectAllChildren(this.renderRoot.querySelector('.address')!);
      this.#isAddressCopied = true;
      this.say(this.t('outcome.address-copied'));
      this.requestUpdate();
    };
    const print = async (): Promise<void> => {
      const { printCard } = await loadPrintCard();
      printCard(address, languageShown(letters.address, address));
    };
    return html`<section class="letters" part="letters" aria-labelledby="letters">
      <div id="letters" class="subheading" role="heading" aria-level=${Math.min(this.headingLevel + 1, 6)}>
        ${this.t('story.write-to', { name: this.text(story.name) })}
      </div>
      ${lettersView(letters, (text) => this.text(text))}
      <p class="text">
        <button class="link" type="button" part="copy-address" @click=${copy}>
          ${this.t(this.#isAddressCopied ? 'outcome.address-copied' : 'outcome.copy-address')}
        </button>
      </p>
      ${
        'print' in window
          ? html`<button type="button" part="print-card" aria-describedby="print-hint" @click=${print}>
                ${this.t('outcome.print-card')}
              </button>
              <p class="hint" id="print-hint">${this.t('outcome.print-card-hint')}</p>`
          : nothing
      }
    </section>`;
  }

  get #seatsView(): SeatsView {
    const { document, venue, kept } = this.store.value;
    return {
      words: this.#words,
      stories: savesData() ? withoutPortraits(document?.stories) : (document?.stories ?? []),
      venue,
      kept,
      asset: (src) => this.asset(src),
      crossOriginOf: (url) => this.crossOriginOf(url),
    };
  }

  /** One form for all stages that may come back to it: hidden or shown, its controls keep what was typed. */
  #formView(questions: Questions): TemplateResult {
    const { document } = this.store.value;
    const stage = this.#stage;
    const editing = stage === 'form';
    const shown = editing || stage === 'seat-taken' || stage === 'not-sent' || stage === 'rejected';
    const values = this.answers?.fields ?? {};
    const country = countryOf(questions.fields, values);
    const asked = askedConsents(questions.consents, country);
    const postcodeExample = this.#postcodes?.postcodeExample(country) ?? null;
    const problems = editing
      ? explainProblems(
          this.#problems,
          { fields: questions.fields, consents: asked, postcodeExample },
          values,
          this.#words,
        )
      : [];
    const steps = this.#steps;
    const step = (this.#step = Math.min(this.#step, steps.length - 1));
    const isLast = step === steps.length - 1;
    const fields: ConsentsView = {
      words: this.#words,
      problems,
      target: document?.target,
      frozen: this.#sending && this.#own,
      country,
      postcodes: this.#postcodes,
      typo: this.#typo,
      takeAddress: this.#takeAddress,
      organisers: document?.organisers ?? [],
      petition: document?.id ?? '',
    };
    const hasSteps = editing && steps.length > 1;
    // The heading takes the focus; with Tab one would pass by the words under it, which say what is kept and what to do.
    const describedBy = hasSteps ? 'step' : editing ? null : 'outcome';
    // A dialog's method: a script that calls submit() past our rule must not send the answers in a URL.
    return html`<form
      part="form"
      method="dialog"
      novalidate
      aria-labelledby="heading"
      ?hidden=${!shown}
      @submit=${this.#onSubmit}
      @change=${this.#onChange}
      @input=${this.#onInput}
      @focusin=${this.#onFocusIn}
      @pointerdown=${this.#press.down}
    >
      ${summaryView(this.#words, problems, (id) => void this.#goTo(id))}
      ${
        hasSteps
          ? html`<p class="hint step" part="step" id="step">
              ${this.t('form.step', { index: step + 1, total: steps.length })}
            </p>`
          : nothing
      }
      ${shown ? headingView(this.#title(), this.headingLevel, { describedBy }) : nothing}
      <div ?hidden=${!editing}>
        ${editing ? lifeView(document, this.store.value.day, this.#lifeContext) : nothing}
        <slot name="intro"></slot>
        ${editing ? this.#seatView(problems) : nothing}
        ${steps.map(
          (some, i) =>
            html`<div class="fields" part="fields" ?hidden=${i !== step || some.length === 0}>
              ${fieldsView(some, fields)}
            </div>`,
        )}
        <div class="consents" part="consents" ?hidden=${!isLast || asked.length === 0}>
          ${consentsView(asked, fields)}
        </div>
        <slot name="before-submit" ?hidden=${!isLast}></slot>
      </div>
      ${shown && !editing ? this.#outcomeView(questions, values) : nothing}${this.#actionsView()}
      ${stage === 'not-sent' || stage === 'rejected' ? this.#fallbackView(listAnswers(questions.fields, values, this.#words)) : nothing}
      ${editing ? this.#footView(questions, asked) : nothing}
    </form>`;
  }

  /** Below the button, so that the way to it stays short: who will see what, and what becomes of the data. */
  #footView({ fields }: Questions, asked: readonly Consent[]): TemplateResult {
    const { document } = this.store.value;
    const hasSeat = !!document?.venue && !!this.store.campaign;
    const ids = new Set(asked.map(({ organiser }) => organiser));
    const only = ids.size === 1 ? document?.organisers.find(({ id }) => ids.has(id)) : undefined;
    return html`${seenView(this.#words, fields, document?.target, hasSeat)}${privacyView(this.#words, only)}`;
  }

  #title(): string {
    const { document } = this.store.value;
    if (this.#stage === 'form') {
      return (
        this.heading ??
        (this.text(document?.ask) || this.t(document?.venue ? 'form.title-seat' : 'form.title'))
      );
    }
    return this.t(this.#outcomeText().title, { name: this.#keptFor() });
  }

  #seatView(problems: readonly ShownProblem[]): unknown {
    const { document, seat, notice, full, isSeatUnknown } = this.store.value;
    if (!document?.venue || !this.store.campaign) return nothing;
    const change = !this.#sending && this.#picker ? this.#toPicker : null;
    const stand = this.#sending ? null : this.#stand;
    const view = this.#seatsView;
    const problem = problems.find(({ control }) => control === SEAT_ID);
    if (seat || !notice) {
      return html`<div id=${SEAT_ID}>
        ${seatRow(view, { seat, full, isUnknown: isSeatUnknown, change, stand, stands: this.#stands })}${errorView(SEAT_ID, problem)}
      </div>`;
    }
    const offered = this.#offered;
    return lostSeatView(view, {
      id: SEAT_ID,
      lost: notice.lost,
      text: this.t(offered.length > 0 ? 'outcome.seat-taken-hint' : seatsGone(full)),
      places: this.#placesView(offered, LOST_TITLE_ID),
      change: full ? null : change,
      stand,
    });
  }

  #placesView(places: readonly SeatDescription[], labelledby: string): unknown {
    if (places.length === 0) return nothing;
    const choose = (seat: number): void => {
      this.#chosen = seat;
      this.requestUpdate();
    };
    return placesView(this.#seatsView, {
      places,
      chosen: this.#chosen,
      frozen: this.#sending,
      labelledby,
      choose,
    });
  }

  #outcomeText(): ReturnType<typeof outcomeText> {
    return outcomeText(this.#end, {
      offered: this.#offered.length,
      full: this.store.value.full,
      keptFor: this.#keptFor() !== '',
    });
  }

  /** The name of the person a refused seat is kept for. */
  #keptFor(): string {
    const { document, kept } = this.store.value;
    const end = this.#end;
    const story =
      end.outcome === 'seat-taken' ? kept.find(({ seat }) => seat === end.seat)?.story : undefined;
    return story === undefined ? '' : this.text(document?.stories[story]?.name);
  }

  /** What became of the signature, where it is not in: in place of the fields, which are hidden meanwhile. */
  #outcomeView({ fields }: Questions, values: SignForm['fields']): TemplateResult {
    const { document, seat } = this.store.value;
    const text = html`<p class="text" part="outcome" id="outcome">${this.t(this.#outcomeText().text)}</p>`;
    if (this.#stage === 'seat-taken') return html`${text}${this.#placesView(this.#offered, 'heading')}`;
    const end = this.#end;
    const said = end.outcome === 'rejected' ? end.message : undefined;
    const answers = listAnswers(fields, values, this.#words);
    return html`${text}
    ${said ? html`<p class="text">${this.t('outcome.said', { text: said })}</p>` : nothing}
    ${document?.venue && seat ? seatRow(this.#seatsView, { seat, full: false, change: null }) : nothing}
    ${answersView(answers)}`;
  }

  #loadFallback(): void {
    this.#loadsFallback = true;
    import('./fallback-view.js').then(
      (loaded) => {
        this.#fallback = loaded;
        this.requestUpdate();
      },
      () => this.tell('endpoint.fallback: cannot be offered, its script did not load.'),
    );
  }

  /** The last way, where the author allows it. */
  #fallbackView(answers: readonly (readonly [string, string])[]): unknown {
    const { declared, document, seat } = this.store.value;
    const fallback = declared?.fallback;
    const last = this.#fallback;
    // What is to be sealed is not offered as plain text either.
    if (this.#sending || !last || document?.sealing || (!fallback?.copy && !fallback?.email)) return nothing;
    return last.fallbackView({
      words: this.#words,
      fallback,
      title: this.text(document?.title),
      answers,
      consents: (this.answers?.consents ?? []).filter(({ given }) => given).map(({ text }) => text),
      seat,
      state: this.#copied,
      copied: (state) => this.#tellCopied(state, 'fallback'),
    });
  }

  #actionsView(): TemplateResult {
    const stage = this.#stage;
    const { document, seat, full, venue, notice } = this.store.value;
    if (stage === 'rejected') {
      return rejectedActionsView(this.#words, document?.organisers ?? [], this.#toAnswers);
    }
    if (stage === 'form' && this.#step < this.#steps.length - 1) {
      return html`<div class="actions">
        <button class="act" type="submit" part="continue">${this.t('form.continue')}</button>
      </div>`;
    }
    const sending = this.#sending;
    const isBack = stage !== 'form' && !sending;
    return actionsView({
      words: this.#words,
      label: this.t(
        ...buttonText({
          stage,
          end: this.#end,
          offered: this.#offered,
          chosen: this.#chosen,
          hasSeat: seat !== null,
          venue,
          notice,
          hasVenue: !!document?.venue,
        }),
      ),
      seat: seat !== null || this.#offered.length > 0,
      sending,
      progress: sending && this.#isSlow ? this.#progress : null,
      note: stage === 'form' ? this.#noteText() : '',
      toChoice: this.#mayChooseFirst ? this.#toPicker : null,
      toPicker: isBack && stage === 'seat-taken' && !full && this.#picker ? this.#toPicker : null,
      toAnswers: isBack ? this.#toAnswers : null,
      toStep: stage === 'form' && this.#step > 0 && !sending ? () => this.#turn(this.#step - 1) : null,
    });
  }

  /** Whether choosing a seat comes before signing: none is chosen, given up or offered, and the page shows some that are free. */
  get #mayChooseFirst(): boolean {
    const { document, seat, notice, full } = this.store.value;
    return (
      this.#stage === 'form' &&
      !this.#sending &&
      !!document?.venue &&
      seat === null &&
      notice === null &&
      !this.#stands &&
      !full &&
      this.#picker !== null
    );
  }

  /** What the button and the line below it say while a submission takes its time. */
  get #progress(): Progress {
    const signing = this.#seen;
    const { waitSeconds: count = null, isCheck = false } = signing.outcome === 'sending' ? signing : {};
    return count === null
      ? { label: this.t(isCheck ? 'form.checking' : 'form.sending'), text: this.t('form.sending-hint') }
      : { label: this.t('outcome.not-sent'), text: this.t('form.waiting', { count }) };
  }

  /** What the button leads to, and how it is taken back: not on plain http, where no code can be made, and not at services that give none. */
  #noteText(): string {
    const { document, declared } = this.store.value;
    if (!document) return '';
    const subtle = declared ? undefined : (globalThis.crypto.subtle as SubtleCrypto | undefined);
    return [document.venue && this.t('form.privacy-note'), subtle && this.t('form.withdraw-note')]
      .filter(Boolean)
      .join(' ');
  }
}

/** Small pictures beside words that say the same: not fetched where data is saved. */
function withoutPortraits(stories: readonly Story[] = []): Story[] {
  return stories.map((story) => ({ ...story, portrait: null }));
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-sign-form': PetitionSignForm;
  }
}
