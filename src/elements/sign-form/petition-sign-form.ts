import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import type { SignForm } from '../../campaign/endpoint.js';
import {
  areAllSeated,
  areSeatsBroken,
  areSeatsKnown,
  isFull,
  isAccepted,
  publishedAt,
  statusOf,
  type CampaignState,
  type SeatNotice,
  type Signing,
  shownCount,
} from '../../campaign/state.js';
import { PetitionSeatSelectEvent, PetitionSubmitEvent } from '../../events.js';
import { form } from '../../i18n/locales/en/form.js';
import type { CampaignDocument, CampaignStatus, Consent, Day, Field, Story } from '../../model/campaign.js';
import { canonicalJson } from '../../model/canonical.js';
import { askedConsents } from '../../model/form/consent.js';
import { dayAt } from '../../model/form/life.js';
import { countryOf, pointerTo, validateAnswers, type FieldProblem } from '../../model/signature/signature.js';
import { controls } from '../../styles/controls.js';
import type { SeatDescription } from '../../venue/describe.js';
import type { KeptSeat } from '../../venue/kept.js';
import type { Venue } from '../../venue/venue.js';
import { findElement } from '../base/find-element.js';
import { leadTo } from '../base/lead-to.js';
import { headingView } from '../actions/heading-view.js';
import { PetitionElement } from '../base/petition-element.js';
import { savesData } from '../base/save-data.js';
import { seatIconStyles } from '../base/seat-icon.js';
import { actionsView, rejectedActionsView, type Progress } from './actions-view.js';
import { nextPage } from './after-sign.js';
import { listAnswers, openChoices, readAnswers } from './answers.js';
import { buttonText } from './button-text.js';
import { consentsView, privacyView, type ConsentsView } from './consents-view.js';
import {
  closedView,
  failedView,
  thanksView,
  unconnectedView,
  type Copying,
  type EndContext,
} from './end-view.js';
import { copyFrom, copyText } from '../actions/copy.js';
import { languageShown, lettersView, loadPrintCard, personToWriteTo } from '../base/letters.js';
import type * as FallbackView from './fallback-view.js';
import { explainProblems, SEAT_ID, type Questions, type ShownProblem } from './error-text.js';
import { errorView, fieldsView, type Postcodes } from './field-view.js';
import { DEFAULT_FIELDS, idOfConsent, idOfField, nameOfConsent } from './fields.js';
import { HeightLock } from './height-lock.js';
import { deviceTimeZone, lifeView, type LifeContext } from './life-view.js';
import { isUnsure, outcomeText, seatsGone } from './outcome-text.js';
import { answersView } from './outcome-view.js';
import { styles } from './petition-sign-form.styles.js';
import { Press } from './press.js';
import { remember } from './remember.js';
import { seenView } from './seen-view.js';
import { firstStep, problemsUpTo, stepsOf } from './steps.js';
import { LOST_TITLE_ID, lostSeatView, placesView, seatRow, type SeatsView } from './seat-view.js';
import { phaseOf, type FormPhase } from './form-phase.js';
import { summaryView } from './summary-view.js';

/** Milliseconds of sending before the form shows progress; a faster answer needs none. */
const SLOW_MS = 400;

const IDLE: Signing = { outcome: 'idle' };

interface FormSlice {
  phase: CampaignState['phase'];
  document: CampaignDocument | null;
  locale: string;
  venue: Venue | null;
  kept: readonly KeptSeat[];
  seat: SeatDescription | null;
  notice: SeatNotice | null;
  signing: Signing;
  /** Occupancy bits after signing; null before, so that seats that light up do not update the form. */
  taken: Uint8Array | null;
  status: CampaignStatus;
  signatures: number | null;
  full: boolean;
  declared: CampaignState['declared'];
  refused: boolean;
  /** True when the seats cannot be built, so that the form links to none. */
  areSeatsBroken: boolean;
  /** Day of the last publication, at the campaign's place; empty if unknown, or if the campaign has no last day. */
  day: string;
  /** True while it is unknown whether the chosen seat is free. */
  isSeatUnknown: boolean;
  /** True when everyone who has signed has a seat of their own. */
  allSeated: boolean;
}

function dayOfPublication(state: CampaignState, { timeZone }: CampaignDocument): Day {
  const moment = publishedAt(state);
  return moment === null ? '' : dayAt(moment, timeZone);
}

const selectFormSlice = (state: CampaignState): FormSlice => {
  const { phase, document, locale, venue, kept, seat, notice, signing } = state;
  const areKnown = areSeatsKnown(state);
  const taken = isAccepted(signing) && areKnown ? state.taken : null;
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
    areSeatsBroken: areSeatsBroken(state),
    day: document?.closes ? dayOfPublication(state, document) : '',
    isSeatUnknown: !areKnown,
    allSeated: areAllSeated(state),
  };
};

/**
 * The form that signs a petition: the seat, the campaign's fields and consents, one button, and a message for every
 * outcome. Answers stay in the form until the signature is accepted, whatever happens on the way, and are deleted after
 * that. Without a campaign it asks for name and email, fires `petition-submit` and sends nothing.
 *
 * A document may move fields to a second step; both are one form, and going back loses nothing. Modules that only some
 * forms need (the rules of postal codes, the question about a mistyped email address) load when they are used.
 *
 * Errors follow the pattern of a summary that receives focus and links to the fields (WCAG 2.2, 3.3.1 and technique
 * G139).
 *
 * @element petition-sign-form
 * @summary Fields, consents, one button, and every outcome of signing.
 * @fires petition-submit - When the answers are complete and the button is pressed, before anything is sent. Cancel it to send them yourself.
 * @fires petition-seat-select - When the signer takes a seat from the list of free seats nearby. Cancel it to decide yourself.
 * @fires petition-signed - In a campaign without `petition-campaign`: after the endpoint accepted the signature.
 * @fires petition-refused - In a campaign without `petition-campaign`: after the endpoint refused the signature.
 * @fires petition-failed - In a campaign without `petition-campaign`: when no answer arrived.
 * @slot - Shown while the petition loads and when it cannot be loaded: a link to sign elsewhere, for instance.
 * @slot intro - Under the heading: who the petition is addressed to, a link to its text.
 * @slot result - Under the heading of an accepted signature: a ticket, for instance.
 * @slot signed - In place of our words when the signature is accepted; the withdrawal code stays below.
 * @slot before-submit - Above the button: a link to the privacy notice, for instance.
 * @slot after - Below everything, in every state.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart panel - The surface behind the whole content.
 * @csspart heading - The heading, of the form and of every outcome.
 * @csspart form - The form itself.
 * @csspart summary - The box that names all errors.
 * @csspart seat - The row with the chosen seat.
 * @csspart portrait - The picture of the person the signer sits beside, or of a seat.
 * @csspart change - The button that leads to the seat picker.
 * @csspart stand - The button that gives up the seat, to sign without one.
 * @csspart places - The list of free seats to choose from.
 * @csspart place - One seat of that list.
 * @csspart fields - All fields.
 * @csspart field - One field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart hint - The hint of a field.
 * @csspart error - The error of a field or consent.
 * @csspart control - The input, list or text area of a field.
 * @csspart checkbox - The box of a checkbox field or a consent.
 * @csspart step - The number of the step, where there are two.
 * @csspart continue - The button that leads to the next step.
 * @csspart back - The button that leads to the step before.
 * @csspart life - The last day to sign.
 * @csspart suggestion - An email address that was probably meant, and the button that accepts it.
 * @csspart who-sees - Who sees the answers, folded.
 * @csspart organiser - The organiser that consents are given to, where there are several.
 * @csspart privacy - The link to the organiser's privacy notice.
 * @csspart go-on - The link to the page that follows signing, where the campaign names one.
 * @csspart consents - All consents.
 * @csspart consent - One consent with its error.
 * @csspart answers - The answers, while the fields are hidden.
 * @csspart choose - "Choose your seat", while none is chosen and the page has a seat picker.
 * @csspart submit - The button that signs.
 * @csspart outcome - The first sentence about the outcome.
 * @csspart letters - "Write to …", after signing.
 * @csspart address - The address for letters, line by line.
 * @csspart copy-address - The button that copies it.
 * @csspart advice - Advice on what may be written.
 * @csspart print-card - The button that prints a card with the address.
 * @csspart code - The box with receipt and code.
 * @csspart plate - The picture of the signer's seat among its neighbours.
 * @csspart copy - The button that copies them.
 * @csspart fallback - The answers as a text to copy or email, where the author allows it and nothing else worked.
 * @cssprop [--petition-sign-form-padding=32px] - Padding of the panel; 20px where it is narrow.
 * @cssprop [--petition-sign-form-plate=block] - `none` hides the picture of the seat above the result: for a page with a ticket below it.
 */
export class PetitionSignForm extends PetitionElement<FormSlice> {
  static override styles = [...PetitionElement.styles, controls, seatIconStyles, styles];
  static override sections = { ...PetitionElement.sections, form };

  /** Fields and consents to render: of the last document; of a form without a campaign, the usual three fields. */
  #questions: Questions | null = null;
  /** The document that the questions are from. */
  #document: CampaignDocument | null = null;
  /** The fields of the previous document and the answers to them, until those are carried over. */
  #earlier: { fields: readonly Field[]; written: ReadonlyMap<string, string> } | null = null;
  /** The campaign of those questions and of all state below; it outlives a move in the page. */
  #campaign: Campaign | null = null;
  #phase: FormPhase = 'waiting';
  /** The `signing` handled last, and its last result: while sending, the previous one. */
  #lastSigning: Signing = IDLE;
  #end: Signing = IDLE;
  /** The result the signer left to go back to the answers. */
  #dismissed: Signing | null = null;
  /** True if this form sent the submission: another form of the campaign has answers of its own. */
  #isOwn = false;
  #problems: readonly FieldProblem[] = [];
  /** Index of the step in view; always 0 in a form of one step. */
  #step = 0;
  #postcodes: Postcodes | null = null;
  #loadsPostcodes = false;
  #suggestEmail: ((address: string) => string | null) | null = null;
  #typo: { name: string; address: string } | null = null;
  readonly #heightLock = new HeightLock(() => this.renderRoot.querySelector('.base'));
  /** The chosen seat at the last update: the problem of a seat does not apply to another one. */
  #lastSeat: SeatDescription | null = null;
  /** True after the signer gave up the seat, to sign without one. */
  #isStanding = false;
  /** The seat chosen from a list of offered ones; `#gone` are those that were taken since. */
  #chosen: number | null = null;
  readonly #gone = new Set<number>();
  /** The lost seat announced last. */
  #announcedNotice: SeatNotice | null = null;
  #isSlow = false;
  #slowTimer = new AbortController();
  /** Restores the answers that were sent, in case a control changes meanwhile. */
  #restoreSent: (() => void) | null = null;
  #copied: Copying['state'] = 'no';
  #codeShown = true;
  /** The answers before the last change, if those were stored; kept until the signer leaves the page. */
  #stored: SignForm | null = null;
  #isAddressCopied = false;
  #focusNext: 'heading' | 'summary' | null = null;
  #restore: (() => void) | null = null;
  readonly #press = new Press();
  /** Loaded beforehand where the author allows a last way: when it is needed, the network is what fails. */
  #fallback: typeof FallbackView | null = null;
  #loadsFallback = false;

  /** The heading of the form, instead of the campaign's `ask`. */
  @property() heading: string | null = null;
  /** Level of the heading in the page, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  constructor() {
    super(selectFormSlice);
    this.addEventListener('click', this.#releaseHeight);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pageshow', this.#onPageShow);
    // Changes while the element was disconnected were not rendered.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.#onPageShow);
    this.#heightLock.release();
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    if (!campaign || campaign === this.#campaign) return;
    this.#campaign = campaign;
    campaign.prepareSigning();
    this.#lastSigning = this.#end = IDLE;
    this.#dismissed = null;
    this.#isOwn = false;
    this.#problems = [];
    this.#step = 0;
    this.#typo = null;
    this.#heightLock.release();
    this.#announcedNotice = null;
    this.#resetOffered([]);
    this.#stopWaiting();
    this.#copied = 'no';
    this.#codeShown = true;
    this.#stored = null;
  }

  /** A disconnected element has no campaign to render; the rendered form stays, with its answers. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { document, phase, status, seat, notice, declared, refused } = this.store.value;
    if (declared?.fallback && !this.#loadsFallback) this.#loadFallback();
    const { campaign } = this.store;
    // An endpoint described by data has no document of its own, so nothing defines which fields to ask for.
    const lacksDocument = phase === 'loading' && declared !== null && !document;
    if (lacksDocument)
      this.warnAuthor(
        `${this.localName}: the endpoint has no campaign document; add one to a petition-campaign around the form (src, or a JSON script child)`,
      );
    const place = lacksDocument
      ? 'failed'
      : campaign
        ? phase
        : this.for || this.closest('petition-campaign')
          ? 'expected'
          : 'none';
    if (document) this.#resolveDocument(document);
    else if (place === 'none') this.#questions ??= { fields: DEFAULT_FIELDS, consents: [] };
    if (campaign) this.#signingChanged(campaign.state.signing, notice);
    if (seat !== this.#lastSeat) this.#removeProblem(pointerTo('seat'));
    this.#lastSeat = seat;
    if (seat) this.#isStanding = false;
    this.#phase = phaseOf({
      campaign: place,
      status,
      refused,
      sending: this.#sending,
      signing: this.#end,
      own: this.#isOwn,
      dismissed: this.#dismissed === this.#end,
    });
    if (this.#questions?.fields.some(({ type }) => type === 'postcode')) this.#loadPostcodes();
    const form = this.#form;
    this.#restore = form && remember(form);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Options in another language are another list; the answer stays the same.
    if (this.#form?.isConnected) this.#restore?.();
    this.#restore = null;
    this.#carryAnswers();
    this.#heightLock.apply();
    const id = this.#focusNext;
    this.#focusNext = null;
    if (id === 'heading' && this.#phase === 'signed') this.#showResult();
    else if (id) this.#byId(id)?.focus();
  }

  /** Scrolls the result to the top of the view, and focuses its heading so that it is read. */
  #showResult(): void {
    const heading = this.#byId('heading');
    // Instantly: a page may have set smooth scrolling, and the visitor reduced motion.
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start', behavior: isStill ? 'instant' : 'auto' });
  }

  /** Adopts the questions of a document. If it is the same petition, answers are kept as far as they are valid; another petition starts with an empty form. */
  #resolveDocument(document: CampaignDocument): void {
    const before = this.#document;
    if (before === document) return;
    this.#document = this.#questions = document;
    if (!before) return;
    if (before.id !== document.id) return this.#clearAnswers();
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
      // Without the module, an invalid answer is reported when it is sent.
      () => undefined,
    );
  }

  /** Handles a change of `signing`, once. */
  #signingChanged(signing: Signing, notice: SeatNotice | null): void {
    const before = this.#lastSigning;
    this.#lastSigning = signing;
    if (signing !== before) this.#copied = 'no';
    if (notice !== this.#announcedNotice) this.#announceLostSeat(notice);
    if (signing === before) return;
    if (signing.outcome === before.outcome && signing.outcome !== 'sending') {
      // The same result, with seats renamed by a newer document.
      if (this.#dismissed === this.#end) this.#dismissed = signing;
      this.#end = signing;
      return;
    }
    if (signing.outcome === 'sending') {
      if (before.outcome !== 'sending') this.#beginSending();
      if (signing.waitSeconds === null) this.#expectSlow();
      else this.#announceWait(signing.waitSeconds);
      return;
    }
    this.#stopWaiting();
    this.#end = signing;
    if (isAccepted(signing)) this.#clearAnswers();
    if (!this.#isOwn || signing.outcome === 'idle') return;
    if (signing.outcome === 'invalid') this.#setProblems(this.#withService(signing.errors));
    if (isAccepted(signing)) this.#openNextPage(signing);
    if (signing.outcome === 'seat-taken') this.#resetOffered(signing.places);
    this.#focusOrAnnounce(signing.outcome === 'invalid' && signing.errors.length > 0 ? 'summary' : 'heading');
  }

  #beginSending(): void {
    this.#typo = null;
    const form = this.#form;
    if (this.#isOwn && form) this.#restoreSent ??= remember(form);
    this.#heightLock.hold();
  }

  /** Shows and announces that sending takes its time, unless the answer arrives at once. */
  #expectSlow(): void {
    this.#slowTimer.abort();
    const { signal } = (this.#slowTimer = new AbortController());
    this.store.campaign?.clock.sleep(SLOW_MS, signal).then(
      () => {
        this.#isSlow = true;
        const { label, text } = this.#progress;
        this.announce(`${label}. ${text}`);
        this.requestUpdate();
      },
      () => undefined,
    );
  }

  #stopWaiting(): void {
    this.#slowTimer.abort();
    this.#isSlow = false;
    this.#restoreSent = null;
  }

  /** Shows and announces once that the endpoint asked for a wait. Nothing is being sent meanwhile, so "sending" is not announced. */
  #announceWait(count: number): void {
    this.#slowTimer.abort();
    this.#isSlow = true;
    this.announce(this.t('form.waiting', { count }));
  }

  /** Announces that the chosen seat was lost while the signer was answering; the focus stays where they type. */
  #announceLostSeat(notice: SeatNotice | null): void {
    this.#announcedNotice = notice;
    if (!notice) return;
    this.#resetOffered(notice.near);
    this.announce(
      `${this.t('outcome.seat-taken')}. ${this.t(notice.near.length > 0 ? 'outcome.seat-taken-hint' : seatsGone(this.store.value.full))}`,
    );
  }

  #resetOffered(places: readonly SeatDescription[]): void {
    this.#gone.clear();
    this.#chosen = places[0]?.seat ?? null;
  }

  /** Moves the focus to the new content; if the signer is elsewhere in the page by now, announces it instead. */
  #focusOrAnnounce(id: 'heading' | 'summary'): void {
    const active = document.activeElement;
    // If nothing has the focus (Safari does not focus pressed buttons), the form may take it.
    if (!active || active.localName === 'body' || this.matches(':focus-within')) this.#focusNext = id;
    else void this.updateComplete.then(() => this.announce(this.#byId(id)?.innerText ?? ''));
  }

  /** Deletes all answers after success. */
  #clearAnswers(): void {
    const form = this.#form;
    // Called on the prototype: a field may be named `reset`.
    if (form) HTMLFormElement.prototype.reset.call(form);
    this.#problems = [];
    this.#step = 0;
  }

  /** Releases the kept height at a press in the element: the signer is looking here. */
  readonly #releaseHeight = (): void => {
    if (!this.#sending && this.#heightLock.release()) this.requestUpdate();
  };

  #loadPostcodes(): void {
    if (this.#loadsPostcodes) return;
    this.#loadsPostcodes = true;
    import('../../model/postcode/postcode.js').then(
      (postcodes) => {
        this.#postcodes = postcodes;
        this.requestUpdate();
      },
      // Without the rules every code is valid; the endpoint may still refuse it.
      () => undefined,
    );
  }

  /** URL of the page to open after signing, if the campaign names one that is allowed. */
  get #nextPage(): string | null {
    const { afterSign } = this.store.value.document ?? {};
    return nextPage(afterSign, this.state.base);
  }

  /** Opens the campaign's next page, unless the signer still has to keep a code or confirm. */
  #openNextPage(signing: Signing): void {
    const { afterSign } = this.store.value.document ?? {};
    const next = this.#nextPage;
    if (afterSign?.action === 'redirect' && !next)
      this.warnAuthor(
        `afterSign.url: "${afterSign.url}" is not allowed, so the page does not open; write a full URL with https://`,
      );
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

  readonly #lifeContext = (): LifeContext => ({
    words: this.translator,
    languageOf: (key) => this.languageOf(key),
    now: this.store.campaign?.clock.now() ?? Date.now(),
    timeZone: deviceTimeZone(),
  });

  get #steps(): readonly (readonly Field[])[] {
    return stepsOf(this.#questions?.fields ?? []);
  }

  /** Shows the problems in the step of the first of them. */
  #setProblems(problems: readonly FieldProblem[]): void {
    this.#problems = problems;
    if (problems.length > 0) this.#step = firstStep(problems, this.#steps, this.#step);
  }

  /** The answers as they would be sent: for a page that cancels `petition-submit` and sends them itself. Null when there is no form. */
  get answers(): SignForm | null {
    const form = this.#form;
    if (!form || !this.#questions) return null;
    const { fields, consents } = this.#questions;
    return readAnswers(
      new FormData(form),
      fields,
      consents,
      this.translator,
      this.#postcodes?.postcodes ?? null,
    );
  }

  #removeProblem(at: string): void {
    this.#problems = this.#problems.filter(({ pointer }) => pointer !== at);
  }

  /** Marks the problems that only the service found, and our own validation did not. */
  #withService(errors: readonly FieldProblem[]): FieldProblem[] {
    const { answers } = this;
    const own = new Set(answers && this.#validateAnswers(answers).map(({ pointer }) => pointer));
    return errors.map((error) => (own.has(error.pointer) ? error : { ...error, isServices: true }));
  }

  #validateAnswers(answers: SignForm): FieldProblem[] {
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
    if (this.#sending || !answers || !['form', 'seat-taken', 'not-sent'].includes(this.#phase)) return;
    const steps = this.#steps;
    const isLast = this.#phase !== 'form' || this.#step === steps.length - 1;
    const problems = this.#validateAnswers(answers);
    this.#setProblems(isLast ? problems : problemsUpTo(this.#step, problems, steps));
    this.requestUpdate();
    if (this.#problems.length > 0) {
      this.#dismissed = this.#end;
      this.#focusNext = 'summary';
      return;
    }
    if (!isLast) return this.#showStep(this.#step + 1);
    if (this.#offered.length > 0 && this.#chosen !== null && !this.#acceptSeat(this.#chosen)) return;
    const goesOn = this.dispatchEvent(
      new PetitionSubmitEvent({ petition: campaign?.petition ?? this.petition ?? '' }),
    );
    if (!goesOn || !campaign) return;
    this.#isOwn = true;
    this.#restoreSent = remember(event.currentTarget as HTMLFormElement);
    // A signer who presses the button below the warning that it may count twice has read it.
    const anyway = this.#phase === 'not-sent' && isUnsure(this.#end);
    void campaign.request({ type: 'submit', anyway }, answers, this).then((stored) => {
      if (!stored || stored === answers || campaign !== this.#campaign) return;
      this.#stored = stored;
      this.requestUpdate();
    });
  };

  /** Shows another step, from its beginning. */
  #showStep(step: number): void {
    this.#step = step;
    this.#problems = [];
    this.#typo = null;
    this.#heightLock.release();
    this.#focusNext = 'heading';
    this.requestUpdate();
  }

  /** Chooses an offered seat. Returns false if the page cancelled it, or someone else has the seat by now. */
  #acceptSeat(seat: number): boolean {
    const campaign = this.store.campaign;
    const place = this.#offered.find((offered) => offered.seat === seat);
    if (!campaign || !place) return false;
    const { petition } = campaign;
    if (!this.dispatchEvent(new PetitionSeatSelectEvent({ petition, seat, code: place.code }))) return false;
    void campaign.request({ type: 'seat-select', seat, isChosen: true });
    if (campaign.state.seat?.seat === seat) return true;
    this.#gone.add(seat);
    this.#chosen = this.#offered[0]?.seat ?? null;
    this.announce(this.t('problem.out-of-range'));
    return false;
  }

  /** The seats offered in place of a lost one. */
  get #offered(): readonly SeatDescription[] {
    const { notice, seat } = this.store.value;
    const places =
      this.#phase === 'seat-taken' && this.#end.outcome === 'seat-taken'
        ? this.#end.places
        : !seat && notice && this.#phase === 'form'
          ? notice.near
          : [];
    return places.filter((place) => !this.#gone.has(place.seat));
  }

  /** Removes the error of a corrected answer; an answer that was sent stays as it was sent. */
  readonly #onChange = async (event: Event): Promise<void> => {
    if (this.#restoreSent) return this.#restoreSent();
    const { name } = event.target as HTMLInputElement;
    const { fields, consents: all } = this.#questions!;
    if (this.#typo?.name === name) this.#typo = null;
    // Other fields may depend on this answer.
    this.requestUpdate();
    void this.#checkEmailTypo(event.target as HTMLInputElement);
    const consents = askedConsents(all, countryOf(fields, this.answers?.fields ?? {}));
    const consent = consents.findIndex(({ purpose }) => nameOfConsent(purpose) === name);
    const at = consent < 0 ? pointerTo('fields', name) : pointerTo('consents', consent);
    if (!this.#problems.some(({ pointer }) => pointer === at)) return;
    if (this.#press.ended) await this.#press.ended;
    const answers = this.answers;
    if (!answers) return;
    const still = this.#validateAnswers(answers).find(({ pointer }) => pointer === at);
    this.#problems = this.#problems.flatMap((problem) =>
      problem.pointer !== at ? [problem] : still ? [still] : [],
    );
    this.requestUpdate();
  };

  readonly #onInput = (): void => this.#restoreSent?.();

  /** Loads the check for mistyped addresses when an email field gets the focus, before the address is complete. */
  readonly #onFocusIn = ({ target }: FocusEvent): void => {
    // Browsers scroll the line that is typed into view, but not the box and focus ring around it.
    if (target instanceof HTMLTextAreaElement)
      target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    if (this.#suggestEmail || (target as HTMLInputElement).type !== 'email') return;
    this.#suggestEmail = () => null;
    import('./email-typo.js').then(
      ({ suggestEmail }) => (this.#suggestEmail = suggestEmail),
      () => undefined,
    );
  };

  /** Asks about an address that looks mistyped. Waits while a press is in progress, so that nothing moves under the pointer. */
  async #checkEmailTypo(field: HTMLInputElement): Promise<void> {
    if (field.type !== 'email') return;
    const { name, value } = field;
    const address = this.#suggestEmail?.(value) ?? null;
    if (!address) return;
    if (this.#press.ended) await this.#press.ended;
    if (this.#sending || this.#phase !== 'form' || field.value !== value) return;
    this.#typo = { name, address };
    this.announce(this.t('form.typo', { email: address }));
    this.requestUpdate();
  }

  readonly #acceptSuggestion = (): void => {
    if (!this.#typo || this.#sending) return;
    const { name, address } = this.#typo;
    const field = this.#byId(idOfField(name)) as HTMLInputElement | null;
    if (!field) return;
    field.value = address;
    field.focus();
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  /** Clears the form when the browser's Back button restores the page from the back/forward cache: a finished signature stays finished. */
  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (!event.persisted || this.#phase !== 'signed') return;
    this.#codeShown = false;
    this.#stored = null;
    this.#clearAnswers();
    this.requestUpdate();
  };

  get #picker(): HTMLElement | null {
    return this.store.value.areSeatsBroken ? null : findElement(this, 'petition-seat-picker');
  }

  readonly #toPicker = (): void => leadTo(this.#picker);

  /** Gives up the seat: the signer signs standing, unless a seat is chosen again. */
  readonly #signWithoutSeat = (): void => {
    this.#isStanding = true;
    this.#chosen = null;
    void this.store.campaign?.request({ type: 'seat-select', seat: null, isChosen: true });
    this.announce(`${this.t('form.standing')}. ${this.t('form.standing-hint')}`);
    this.requestUpdate();
    // The pressed button disappears with the seat.
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#${SEAT_ID} button, [type='submit'], .act`)?.focus(),
    );
  };

  readonly #backToAnswers = (): void => {
    this.#dismissed = this.#end;
    this.#focusNext = 'heading';
    this.requestUpdate();
  };

  readonly #copy = async (): Promise<void> => {
    const field = this.#byId('code') as HTMLTextAreaElement | null;
    if (field) this.#announceCopied(await copyFrom(field), 'outcome');
  };

  #announceCopied(state: 'copied' | 'selected', what: 'outcome' | 'fallback'): void {
    this.#copied = state;
    this.announce(this.t(state === 'copied' ? `${what}.copied` : `${what}.copy-by-hand`));
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

  /** Focuses the heading, so that a link of the page can lead here. */
  override focus(options?: FocusOptions): void {
    this.#byId('heading')?.focus(options);
  }

  protected view(): TemplateResult {
    const phase = this.#phase;
    const waiting = phase === 'waiting';
    const hasFallback = waiting || phase === 'failed' || phase === 'unconnected';
    return html`<div class="panel ${waiting ? 'waiting' : ''}" part="panel" aria-busy=${String(waiting)}>
      ${this.#endView()}
      <slot ?hidden=${!hasFallback}></slot>
      ${this.#questions && phase !== 'signed' ? this.#formView(this.#questions) : nothing}
      <slot name="after"></slot>
    </div>`;
  }

  /** Renders the content that replaces the form. */
  #endView(): unknown {
    const { document, taken, signatures, status, allSeated } = this.store.value;
    const end: EndContext = {
      heading: (text, isLarge = false, describedBy = null) =>
        headingView(text, this.headingLevel, { isLarge, describedBy }),
      view: this.#seatsView,
      document,
      taken,
      signatures,
      allSeated,
    };
    switch (this.#phase) {
      case 'signed':
        return thanksView(this.#end, end, {
          copying: { shown: this.#codeShown, state: this.#copied, copy: this.#copy },
          stored:
            this.#stored && listAnswers(this.#questions?.fields ?? [], this.#stored.fields, this.translator),
          isOwn: this.querySelector(':scope > [slot="signed"]') !== null,
          slotChanged: () => this.requestUpdate(),
          next: this.#nextPage,
          letters: this.#lettersView(),
        });
      case 'closed':
        return status === 'open' ? nothing : closedView(status, end, this.#lifeContext);
      case 'unconnected':
        return unconnectedView(end);
      case 'failed':
        // A document that the author never gave cannot be loaded by trying again.
        return failedView(
          end,
          this.store.value.phase === 'failed' ? () => void this.store.campaign?.refresh() : null,
        );
      default:
        return nothing;
    }
  }

  /** Renders how to write to the person the signer sits beside; a card with the address can be printed, if the browser prints. */
  #lettersView(): unknown {
    const end = this.#end;
    const place = 'place' in end ? end.place : null;
    const story = personToWriteTo(this.store.value.document?.stories ?? [], place?.beside ?? null);
    if (!story?.letters) return nothing;
    const { letters } = story;
    const address = this.text(letters.address);
    const copy = async (): Promise<void> => {
      // Without a clipboard the address is selected, so that the signer can copy it with the keyboard.
      if (!(await copyText(address)))
        return getSelection()?.selectAllChildren(this.renderRoot.querySelector('.address')!);
      this.#isAddressCopied = true;
      this.announce(this.t('outcome.address-copied'));
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
      words: this.translator,
      stories: savesData() ? withoutPortraits(document?.stories) : (document?.stories ?? []),
      venue,
      kept,
      asset: (src) => this.asset(src),
      crossOriginOf: (url) => this.crossOriginOf(url),
    };
  }

  /** Renders one form for all phases that may return to it: hidden or shown, its controls keep the answers. */
  #formView(questions: Questions): TemplateResult {
    const { document } = this.store.value;
    const phase = this.#phase;
    const editing = phase === 'form';
    const shown = editing || phase === 'seat-taken' || phase === 'not-sent' || phase === 'rejected';
    const values = this.answers?.fields ?? {};
    const country = countryOf(questions.fields, values);
    const asked = askedConsents(questions.consents, country);
    const postcodeExample = this.#postcodes?.postcodeExample(country) ?? null;
    const problems = editing
      ? explainProblems(
          this.#problems,
          { fields: questions.fields, consents: asked, postcodeExample },
          values,
          this.translator,
        )
      : [];
    const steps = this.#steps;
    const step = (this.#step = Math.min(this.#step, steps.length - 1));
    const isLast = step === steps.length - 1;
    const fields: ConsentsView = {
      words: this.translator,
      problems,
      target: document?.target,
      frozen: this.#sending && this.#isOwn,
      country,
      postcodes: this.#postcodes,
      typo: this.#typo,
      acceptSuggestion: this.#acceptSuggestion,
      organisers: document?.organisers ?? [],
      petition: document?.id ?? '',
    };
    const hasSteps = editing && steps.length > 1;
    // The heading takes the focus; with Tab one would pass by the words under it, which say what is kept and what to do.
    const describedBy = hasSteps ? 'step' : editing ? null : 'outcome';
    // method="dialog": a script that calls submit() and skips our validation must not send the answers in a URL.
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
      ${summaryView(this.translator, problems, (id) => void this.#goTo(id))}
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
      ${phase === 'not-sent' || phase === 'rejected' ? this.#fallbackView(listAnswers(questions.fields, values, this.translator)) : nothing}
      ${editing ? this.#footView(questions, asked) : nothing}
    </form>`;
  }

  /** Renders who sees what, and the privacy notice. Below the button, so that the way to it stays short. */
  #footView({ fields }: Questions, asked: readonly Consent[]): TemplateResult {
    const { document } = this.store.value;
    const hasSeat = !!document?.venue && !!this.store.campaign;
    const ids = new Set(asked.map(({ organiser }) => organiser));
    const only = ids.size === 1 ? document?.organisers.find(({ id }) => ids.has(id)) : undefined;
    return html`${seenView(this.translator, fields, document?.target, hasSeat)}${privacyView(this.translator, only)}`;
  }

  #title(): string {
    const { document } = this.store.value;
    if (this.#phase === 'form') {
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
    const signWithoutSeat = this.#sending ? null : this.#signWithoutSeat;
    const view = this.#seatsView;
    const problem = problems.find(({ control }) => control === SEAT_ID);
    if (seat || !notice) {
      return html`<div id=${SEAT_ID}>
        ${seatRow(view, { seat, full, isUnknown: isSeatUnknown, change, signWithoutSeat, isStanding: this.#isStanding })}${errorView(SEAT_ID, problem)}
      </div>`;
    }
    const offered = this.#offered;
    return lostSeatView(view, {
      id: SEAT_ID,
      lost: notice.lost,
      text: this.t(offered.length > 0 ? 'outcome.seat-taken-hint' : seatsGone(full)),
      places: this.#placesView(offered, LOST_TITLE_ID),
      change: full ? null : change,
      signWithoutSeat,
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

  /** Returns the name of the person a refused seat is kept for. */
  #keptFor(): string {
    const { document, kept } = this.store.value;
    const end = this.#end;
    const story =
      end.outcome === 'seat-taken' ? kept.find(({ seat }) => seat === end.seat)?.story : undefined;
    return story === undefined ? '' : this.text(document?.stories[story]?.name);
  }

  /** Renders the outcome of a signature that was not accepted, in place of the fields, which are hidden meanwhile. */
  #outcomeView({ fields }: Questions, values: SignForm['fields']): TemplateResult {
    const { document, seat } = this.store.value;
    const text = html`<p class="text" part="outcome" id="outcome">${this.t(this.#outcomeText().text)}</p>`;
    if (this.#phase === 'seat-taken') return html`${text}${this.#placesView(this.#offered, 'heading')}`;
    const end = this.#end;
    const serviceMessage = end.outcome === 'rejected' ? end.message : undefined;
    const answers = listAnswers(fields, values, this.translator);
    return html`${text}
    ${serviceMessage ? html`<p class="text">${this.t('outcome.said', { text: serviceMessage })}</p>` : nothing}
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
      () => this.warnAuthor('endpoint.fallback: its script did not load, so the form cannot offer it.'),
    );
  }

  /** Renders the last way to sign, where the author allows it. */
  #fallbackView(answers: readonly (readonly [string, string])[]): unknown {
    const { declared, document, seat } = this.store.value;
    const fallback = declared?.fallback;
    const last = this.#fallback;
    // Answers that must be sealed are not offered as plain text either.
    if (this.#sending || !last || document?.sealing || (!fallback?.copy && !fallback?.email)) return nothing;
    return last.fallbackView({
      words: this.translator,
      fallback,
      title: this.text(document?.title),
      answers,
      consents: (this.answers?.consents ?? []).filter(({ given }) => given).map(({ text }) => text),
      seat,
      state: this.#copied,
      copied: (state) => this.#announceCopied(state, 'fallback'),
    });
  }

  #actionsView(): TemplateResult {
    const phase = this.#phase;
    const { document, seat, full, venue, notice } = this.store.value;
    if (phase === 'rejected') {
      return rejectedActionsView(this.translator, document?.organisers ?? [], this.#backToAnswers);
    }
    if (phase === 'form' && this.#step < this.#steps.length - 1) {
      return html`<div class="actions">
        <button class="act" type="submit" part="continue">${this.t('form.continue')}</button>
      </div>`;
    }
    const sending = this.#sending;
    const isBack = phase !== 'form' && !sending;
    return actionsView({
      words: this.translator,
      label: this.t(
        ...buttonText({
          phase,
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
      note: phase === 'form' ? this.#noteText() : '',
      toChoice: this.#mayChooseFirst ? this.#toPicker : null,
      toPicker: isBack && phase === 'seat-taken' && !full && this.#picker ? this.#toPicker : null,
      toAnswers: isBack ? this.#backToAnswers : null,
      toStep: phase === 'form' && this.#step > 0 && !sending ? () => this.#showStep(this.#step - 1) : null,
    });
  }

  /** True if choosing a seat is the step before signing: none is chosen, given up or offered, and the page shows free ones. */
  get #mayChooseFirst(): boolean {
    const { document, seat, notice, full } = this.store.value;
    return (
      this.#phase === 'form' &&
      !this.#sending &&
      !!document?.venue &&
      seat === null &&
      notice === null &&
      !this.#isStanding &&
      !full &&
      this.#picker !== null
    );
  }

  /** Texts of the button and the line below it while a submission takes its time. */
  get #progress(): Progress {
    const signing = this.#lastSigning;
    const { waitSeconds: count = null, isCheck = false } = signing.outcome === 'sending' ? signing : {};
    return count === null
      ? { label: this.t(isCheck ? 'form.checking' : 'form.sending'), text: this.t('form.sending-hint') }
      : { label: this.t('outcome.not-sent'), text: this.t('form.waiting', { count }) };
  }

  /** Returns what the button does, and how to withdraw: not on plain http, where no code can be made, and not with services that give none. */
  #noteText(): string {
    const { document, declared } = this.store.value;
    if (!document) return '';
    const subtle = declared ? undefined : (globalThis.crypto.subtle as SubtleCrypto | undefined);
    return [document.venue && this.t('form.privacy-note'), subtle && this.t('form.withdraw-note')]
      .filter(Boolean)
      .join(' ');
  }
}

/** Removes the portraits, which the text beside them makes redundant: they do not load where the reader saves data. */
function withoutPortraits(stories: readonly Story[] = []): Story[] {
  return stories.map((story) => ({ ...story, portrait: null }));
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-sign-form': PetitionSignForm;
  }
}
