import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import type { SignForm } from '../../campaign/endpoint.js';
import { form } from '../../i18n/locales/en/form.js';
import type { CampaignDocument } from '../../model/campaign.js';
import { canonicalJson } from '../../model/canonical.js';
import { controls } from '../../styles/controls.js';
import { findElement } from '../base/find-element.js';
import { leadTo } from '../base/lead-to.js';
import { PetitionElement } from '../base/petition-element.js';
import { savesData } from '../base/save-data.js';
import { seatIconStyles } from '../base/seat-icon.js';
import { nextPage, openNextPage } from './after-sign.js';
import { AnswerKeeper } from './answer-keeper.js';
import { pointerOf, readControls, type FormReading } from './answers.js';
import { askToSend, type Submission } from './ask-to-send.js';
import { SEAT_ID, type Questions } from './error-text.js';
import { DEFAULT_FIELDS } from './fields.js';
import { campaignPhase, modelOf, selectFormSlice, type FormHandlers, type FormSlice } from './form-model.js';
import { panelView } from './form-view.js';
import { HeightLock } from './height-lock.js';
import { LazyModule } from './lazy-module.js';
import { focusControl, focusResult, mayTakeFocus } from './lead-focus.js';
import { deviceTimeZone, type LifeContext } from './life-view.js';
import { styles } from './petition-sign-form.styles.js';
import { Press, whereNoSubmitFollows } from './press.js';
import { reduceSession, type SessionEffect, type SessionEvent } from './reduce-session.js';
import { initialSession, phaseIn } from './session.js';
import { SlowTimer } from './slow-timer.js';
import { stepOfControl, stepsOf } from './steps.js';

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
  /** The campaign of those questions and of the session; it outlives a move in the page. */
  #campaign: Campaign | null = null;
  #session = initialSession;
  #focusNext: 'heading' | 'summary' | null = null;
  readonly #rerender = (): void => this.requestUpdate();
  readonly #answers = new AnswerKeeper(() => this.#form, this.#rerender);
  readonly #heightLock = new HeightLock(() => this.renderRoot.querySelector('.base'));
  readonly #press = new Press();
  readonly #slowTimer = new SlowTimer(() => this.#send({ type: 'slow' }));
  /** The rules of postal codes. Without them every code is valid; the endpoint may still refuse it. */
  readonly #postcodes = new LazyModule(() => import('../../model/postcode/postcode.js'), this.#rerender);
  /** Loads when an email field gets the focus, before the address is complete. */
  readonly #emailTypo = new LazyModule(() => import('./email-typo.js'));
  readonly #nearSeats = new LazyModule(() => import('./near-seats.js'), this.#rerender);
  /** Loaded beforehand where the author allows a last way: when it is needed, the network is what fails. */
  readonly #fallback = new LazyModule(
    () => import('./fallback-view.js'),
    this.#rerender,
    () => this.warnAuthor('endpoint.fallback: its script did not load, so the form cannot offer it.'),
  );

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
    this.#send({ type: 'campaign-replaced' });
  }

  /** A disconnected element has no campaign to render; the rendered form stays, with its answers. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { campaign, value: slice } = this.store;
    const { document } = slice;
    const isExpected = !!this.for || !!this.closest('petition-campaign');
    const place = campaignPhase(slice, campaign !== null, isExpected);
    if (place === 'failed' && slice.phase === 'loading')
      this.warnAuthor(
        `${this.localName}: the endpoint has no campaign document; add one to a petition-campaign around the form (src, or a JSON script child)`,
      );
    if (document) this.#resolveDocument(document);
    else if (place === 'none') this.#questions ??= { fields: DEFAULT_FIELDS, consents: [] };
    const { fields = [] } = this.#questions ?? {};
    if (slice.declared?.fallback) this.#fallback.load();
    if (document?.venue && campaign) this.#nearSeats.load();
    if (fields.some(({ type }) => type === 'postcode')) this.#postcodes.load();
    const signing = campaign && slice.signing;
    const isRefusal = signing?.outcome === 'invalid' && signing !== this.#session.signing;
    this.#send({
      type: 'campaign-read',
      facts: { ...slice, campaign: place, signing, steps: stepsOf(fields) },
      own: (isRefusal && this.#form && this.#reading?.validate()) || [],
    });
    this.#answers.beforeUpdate();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#answers.afterUpdate(() => this.#questions?.fields ?? []);
    this.#heightLock.apply();
    const id = this.#focusNext;
    this.#focusNext = null;
    if (id === 'heading' && phaseIn(this.#session) === 'signed') focusResult(this.#byId('heading'));
    else if (id) this.#byId(id)?.focus();
  }

  /** Adopts the questions of a document. If it is the same petition, answers are kept as far as they are valid; another petition starts with an empty form. */
  #resolveDocument(document: CampaignDocument): void {
    const before = this.#document;
    if (before === document) return;
    this.#document = this.#questions = document;
    if (!before) return;
    const isOtherPetition = before.id !== document.id;
    const haveChanged =
      (!isOtherPetition && this.#answers.replaceFields(before.fields, document.fields)) ||
      canonicalJson(before.consents) !== canonicalJson(document.consents);
    if (isOtherPetition || haveChanged) this.#send({ type: 'questions-replaced', isOtherPetition });
  }

  /** Reduces an event, and does in the page what follows from it. */
  readonly #send = (event: SessionEvent): void => {
    const [session, effects] = reduceSession(this.#session, event);
    this.#session = session;
    for (const effect of effects) this.#run(effect);
    this.requestUpdate();
  };

  #run(effect: SessionEffect): void {
    switch (effect.type) {
      case 'announce':
        return this.announce(effect.messages.map((message) => this.t(...message)).join('. '));
      case 'focus':
        // A signer who is elsewhere in the page by now keeps the focus there.
        if (!effect.orAnnounce || mayTakeFocus(this)) this.#focusNext = effect.target;
        else void this.updateComplete.then(() => this.announce(this.#byId(effect.target)?.innerText ?? ''));
        return;
      case 'clear-answers':
        return this.#answers.clear();
      case 'hold':
        if (effect.answers) this.#answers.hold();
        return this.#heightLock.hold();
      case 'release':
        this.#slowTimer.stop();
        return this.#answers.release();
      case 'release-height':
        return void this.#heightLock.release();
      case 'start-timer':
        return this.#slowTimer.start(this.store.campaign?.clock);
      case 'send':
        return this.#ask(effect);
      case 'open-next-page':
        return openNextPage(
          effect.signing,
          this.store.value.document?.afterSign,
          this.state.base,
          (message) => this.warnAuthor(message),
        );
    }
  }

  /** Releases the kept height at a press in the element: the signer is looking here. */
  readonly #releaseHeight = (): void => {
    if (this.#session.sending === 'no' && this.#heightLock.release()) this.requestUpdate();
  };

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

  /** Reads the controls, as often as the form is rendered or pressed; null while it is unknown what is asked. */
  get #reading(): FormReading | null {
    const rules = this.#postcodes.loaded?.postcodes ?? null;
    return this.#questions && readControls(this.#form, this.#questions, this.translator, rules);
  }

  /** The answers as they would be sent: for a page that cancels `petition-submit` and sends them itself. Null when there is no form. */
  get answers(): SignForm | null {
    return (this.#form && this.#reading?.answers) ?? null;
  }

  #ask(submission: Submission): void {
    const { campaign } = this.store;
    const petition = campaign?.petition ?? this.petition ?? '';
    askToSend(this, campaign, petition, submission, (event) => {
      if (campaign === this.#campaign) this.#send(event);
    });
  }

  /** Clears the form when the browser's Back button restores the page from the back/forward cache. */
  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#send({ type: 'page-restored' });
  };

  get #picker(): HTMLElement | null {
    return this.store.value.areSeatsBroken ? null : findElement(this, 'petition-seat-picker');
  }

  #submit(): void {
    const reading = this.#reading;
    if (reading) this.#send({ type: 'submit', answers: reading.answers, problems: reading.validate() });
  }

  readonly #on: FormHandlers = {
    submit: (event) => {
      event.preventDefault();
      this.#submit();
    },
    click: (event) => whereNoSubmitFollows(event, () => this.#submit()),
    // Removes the error of a corrected answer; an answer that was sent stays as it was sent.
    change: async ({ target }) => {
      if (this.#answers.undo()) return;
      const control = target as HTMLInputElement;
      // Other fields may depend on this answer, so this also renders.
      this.#send({ type: 'answer-changed', name: control.name });
      void this.#emailTypo.loaded?.checkEmail(control, this.#press, (suggestion) =>
        this.#send({ type: 'email-questioned', suggestion }),
      );
      const pointer = pointerOf(control.name, this.#reading?.asked ?? []);
      if (!this.#session.problems.some((problem) => problem.pointer === pointer)) return;
      if (this.#press.ended) await this.#press.ended;
      const found = this.#reading?.validate().find((problem) => problem.pointer === pointer);
      this.#send({ type: 'answer-validated', pointer, problem: found ?? null });
    },
    input: () => void this.#answers.undo(),
    focusin: ({ target }) => {
      // Browsers scroll the line that is typed into view, but not the box and focus ring around it.
      if (target instanceof HTMLTextAreaElement)
        target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      if ((target as HTMLInputElement).type === 'email') this.#emailTypo.load();
    },
    pointerdown: this.#press.down,
    slotChanged: this.#rerender,
    goTo: async (id) => {
      const step = stepOfControl(id, this.#session.facts.steps);
      if (step !== null) this.#send({ type: 'step-revealed', step });
      await this.updateComplete;
      focusControl(this.#byId(id));
    },
    toPicker: () => leadTo(this.#picker),
    // The signer signs standing, unless a seat is chosen again.
    signWithoutSeat: () => {
      void this.store.campaign?.request({ type: 'seat-select', seat: null, isChosen: true });
      this.#send({ type: 'seat-given-up' });
      // The pressed button disappears with the seat.
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>(`#${SEAT_ID} button, [type='submit'], .act`)?.focus(),
      );
    },
    retry: () => void this.store.campaign?.refresh(),
    send: this.#send,
  };

  /** Focuses the heading, so that a link of the page can lead here. */
  override focus(options?: FocusOptions): void {
    this.#byId('heading')?.focus(options);
  }

  protected view(): TemplateResult {
    const { store, heading, headingLevel } = this;
    const stories = store.value.document?.stories ?? [];
    return panelView(
      modelOf({
        slice: store.value,
        session: this.#session,
        form: this.#reading,
        seats: {
          ...store.value,
          words: this.translator,
          // The text beside them makes portraits redundant: they do not load where the reader saves data.
          stories: savesData() ? stories.map((story) => ({ ...story, portrait: null })) : stories,
          near: this.#nearSeats.loaded,
          asset: (src) => this.asset(src),
          crossOriginOf: (url) => this.crossOriginOf(url),
        },
        heading,
        headingLevel,
        hasSeats: !!store.value.document?.venue && !!store.campaign,
        hasPicker: this.#picker !== null,
        postcodes: this.#postcodes.loaded,
        fallback: this.#fallback.loaded,
        life: this.#lifeContext,
        hasOwnWords: this.querySelector(':scope > [slot="signed"]') !== null,
        next: nextPage(store.value.document?.afterSign, this.state.base),
        on: this.#on,
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-sign-form': PetitionSignForm;
  }
}
