import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import { mayChoose } from '../../campaign/state.js';
import { picker } from '../../i18n/locales/en/picker.js';
import { controls } from '../../styles/controls.js';
import { isSeat } from '../../venue/layout.js';
import type { Venue, VenueSpec } from '../../venue/venue.js';
import { findElement } from '../base/find-element.js';
import { PetitionElement } from '../base/petition-element.js';
import type { Kept } from '../seats/kept.js';
import { venueAttribute } from '../seats/venue-attribute.js';
import { campaignVenue, VenueController, type VenueReading } from '../seats/venue-controller.js';
import { ArrivalAnnouncer } from './arrival-announcer.js';
import type { ChoiceContext } from './choice.js';
import { ChoiceStore, type ChoiceHost } from './choice-store.js';
import { FirstPaint, type FirstPaintHost } from './first-paint.js';
import { FormValue, type FormValueHost } from './form-value.js';
import { Invitation } from './invitation.js';
import { LazyMap, LazyParts } from './lazy-parts.js';
import type { MapHost } from './map-host.js';
import { paletteStyles } from './palette.styles.js';
import { styles } from './petition-seat-picker.styles.js';
import type { PickerSnapshot } from './picker-host.js';
import { reportedLoss, selectPickerSlice, type PickerSlice } from './picker-slice.js';
import { SeatingModel, type SeatingChange, type SeatingHost } from './seating-model.js';
import { keepOneStop } from './toolbar.js';
import { pickerView, unavailableView, waitingView } from './views/picker-view.js';
import type { ViewHost } from './views/view-model.js';

export type { Kept } from '../seats/kept.js';

/** Milliseconds the first render waits for the map's script: where it is cached, one render serves for both. */
const FIRST_RENDER_GRACE_MS = 16;

/**
 * The venue to choose a seat in: a dark place in which every signature is a lit seat. Signers choose by pointer and touch,
 * by keys and screen reader (the tools are one tab stop, with arrow keys between them; the seats are another, a grid of the
 * current block; ARIA APG, toolbar and grid patterns), by a list of block, row and seat, or by "Find me a seat",
 * "Sit beside ..." and "Sit together with friends". Form-associated: its value is the seat's code.
 *
 * A page's URL that ends with `#petition-seat=<code>` is an invitation: the picker scrolls into view and offers that seat,
 * or the nearest free one, once it is known which seats are taken. It chooses nothing by itself, and changes no URL.
 *
 * @element petition-seat-picker
 * @summary Choose a seat in the venue.
 * @fires petition-seat-select - Before a seat is chosen: `{petition, seat, code}`. Cancel it to decide yourself.
 * @fires input - After the signer has chosen a seat, or given one up, in the picker or elsewhere in its campaign. `seat` and `value` are set. Not when a script sets them, the browser restores them, or an update takes the seat away.
 * @fires change - After `input`.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart picker - The dark ground beneath all content.
 * @csspart plate - The map of the venue.
 * @csspart find - "Find me a seat".
 * @csspart beside - The buttons to sit beside a person, and their menu.
 * @csspart person - The button to sit beside one person.
 * @csspart name - The name of a person beside the arena.
 * @csspart blocks - The list of blocks; absent in a venue of more than 150 blocks, where the signer types the label.
 * @csspart zoom - The zoom buttons.
 * @csspart whole - "All seats".
 * @csspart hint - How to zoom with the wheel, shown for a moment after the wheel was turned without a key.
 * @csspart sheet - The card of the seat that is offered or chosen.
 * @csspart take - The button of a seat: "Sign to keep this seat" moves on to the form; without a form, "Take this seat".
 * @csspart tip - The tooltip of a seat.
 * @csspart legend - The meaning of the symbols.
 * @csspart note - The note about exceptions: a full venue, people who stand, seats of unknown state, lights that are not people.
 * @csspart list - The choice by block, row and seat.
 * @csspart together - Seats side by side for two to six friends.
 * @csspart seat - A cell of the grid; also has the part `free`, `taken`, `kept` or `yours`, `unknown` while the state is not known, or `lit` or `unlit` where the endpoint only counts.
 * @csspart unavailable - The sentence in place of the seats.
 * @cssprop [--petition-seat-picker-max-height=1000px] - Maximum height of the map.
 * @cssprop [--petition-color-arena-night=#070b12] - Ground of the arena; its other colours are `--petition-color-arena-*` too.
 * @attr {string} venue - The name of a built-in venue (`arena`), or JSON.
 * @attr {string} value - Code of the seat chosen at first, like "12-8-15".
 */
export class PetitionSeatPicker extends PetitionElement<PickerSlice> {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override styles = [...PetitionElement.styles, controls, paletteStyles, styles];
  static override sections = { ...PetitionElement.sections, picker };

  /** The venue: a name, a spec, or a built venue; overrides the campaign's. */
  @property({ converter: venueAttribute }) venue: VenueSpec | Venue | null = null;
  /** Taken seats: one bit per seat, or the bytes of the protocol; overrides the campaign's. */
  @property({ attribute: false }) occupancy: Uint8Array | null = null;
  /** Kept seats with their people; overrides the campaign's. */
  @property({ attribute: false }) kept: readonly Kept[] | null = null;
  /** Name in a form. */
  @property({ reflect: true }) name: string | null = null;
  /** Makes the form invalid until a seat is chosen. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Shows the venue without letting the signer choose. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Leaves out the map: the buttons, the grid and the list stay. */
  @property({ type: Boolean, attribute: 'no-map' }) noMap = false;
  /** Level of the heading "Seats", from 1 to 6; only screen readers find it. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** The element as its parts know it. */
  readonly #ports: FormValueHost & SeatingHost & ChoiceHost & FirstPaintHost = {
    element: this,
    campaign: () => this.store.campaign,
    venue: () => this.#reading.venue,
    context: () => this.#context(),
    mapView: () => this.#map.view,
    redraw: () => this.requestUpdate(),
    announce: (text) => this.announce(text),
    warnAuthor: (message) => this.warnAuthor(message),
    t: (key, values) => this.t(key, values),
    text: (text) => this.text(text),
    asset: (src) => this.asset(src),
    crossOriginOf: (url) => this.crossOriginOf(url),
    figureLocale: () => this.languageOf('picker.block-free'),
    loadFigures: () => this.#seats.seating?.figure(0),
    select: (seat) => this.#form.choose(seat),
    reveal: (seat) => this.reveal(seat),
  };
  readonly #form = new FormValue(this.#ports);
  #isFormDisabled = false;
  readonly #ownVenue = new VenueController(this, (message) => this.warnAuthor(message));
  /** The element's own venue, else the campaign's. */
  #reading: VenueReading = { status: 'none', venue: null };
  readonly #seats = new SeatingModel(this.#ports);
  readonly #choice: ChoiceStore = new ChoiceStore(this.#ports);
  readonly #arrivals = new ArrivalAnnouncer();
  readonly #invitation = new Invitation(() => this.requestUpdate());
  readonly #paint = new FirstPaint(this.#ports);

  readonly #host: ViewHost & MapHost = {
    ...this.#ports,
    ...this.#choice.actions,
    snapshot: () => this.#snapshot(),
    retryMap: () => this.#map.load(true),
    standing: () => this.store.value.standing,
    painted: () => this.#paint.painted(),
    failed: () => this.#map.loseCanvas(),
  };
  readonly #parts = new LazyParts(this.#host);
  readonly #map = new LazyMap(
    this.#host,
    (view, mapStyles) => {
      this.#parts.adopt(mapStyles);
      view.setVenue(this.#reading.venue);
      if (this.#paint.isAwaited) view.map.paintAnywhere();
    },
    (problem) =>
      this.warnAuthor(`${this.localName}: ${problem}; the list and the grid of seats work without it.`),
  );

  constructor() {
    super(selectPickerSlice);
    this.addController(this.#paint);
  }

  /**
   * Resolves when the venue is painted and all text is rendered; where there is nothing to paint, with the text. A picker out
   * of view is not painted until it is near; reading this property paints it where it is.
   */
  get ready(): Promise<void> {
    return this.#paint.awaitReady();
  }

  /** The chosen seat, or null. In a campaign, the campaign's state owns it. */
  @property({ attribute: false })
  get seat(): number | null {
    return this.#form.seat;
  }

  set seat(seat: number | null) {
    this.#form.seat = seat;
  }

  /** Code of the chosen seat, like "12-8-15"; empty when none is chosen. */
  @property()
  get value(): string {
    return this.#form.code;
  }

  set value(code: string) {
    this.#form.code = code;
  }

  get form(): HTMLFormElement | null {
    return this.#form.internals.form;
  }

  get validity(): ValidityState {
    return this.#form.internals.validity;
  }

  get validationMessage(): string {
    return this.#form.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#form.internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#form.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#form.internals.reportValidity();
  }

  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '';
  }

  formDisabledCallback(disabled: boolean): void {
    this.#isFormDisabled = disabled;
    this.requestUpdate();
  }

  formStateRestoreCallback(code: string): void {
    this.#form.restore(code);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#map.view) this.#map.view.connect();
    else if (!this.noMap) this.#map.load(true);
    this.#invitation.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#invitation.disconnect();
    this.#map.view?.disconnect();
  }

  /** Delays the first render so that it includes the map, where its script is cached: rendering the text twice takes as long as painting. */
  protected override scheduleUpdate(): void | Promise<void> {
    if (this.hasUpdated || !this.#map.loading) return super.scheduleUpdate();
    const grace = new Promise<void>((resolve) => setTimeout(resolve, FIRST_RENDER_GRACE_MS));
    return Promise.race([this.#map.loading, grace]).then(() => super.scheduleUpdate());
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    super.campaignChanged(campaign);
    this.#form.join(campaign);
    this.#paint.watchSeats(campaign);
  }

  protected override stateChanged(): void {
    this.#form.stateChanged(this.store.value.choices);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.find')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#readVenue();
    if (!this.noMap && this.isConnected) this.#map.load(false);
    const { venue } = this.#reading;
    if (!venue) return;
    const { kept, occupancy, lang, seat, store } = this;
    const change = this.#seats.update({
      venue,
      slice: store.value,
      kept,
      occupancy,
      lang,
      seat,
      known: this.#isKnown,
    });
    if (change) this.#showChange(change);
  }

  #readVenue(): void {
    const before = this.#reading;
    const { campaign, value } = this.store;
    const reading = this.#ownVenue.read(this.venue) ?? campaignVenue(value, campaign !== null);
    this.#reading = reading;
    const { status, venue } = reading;
    if (status === before.status && venue === before.venue) return;
    this.#paint.restart();
    if (venue === before.venue) return;
    this.#choice.dispatch({ type: 'venue' });
    this.#map.view?.setVenue(venue);
    if (venue) this.#form.venueBuilt();
  }

  /** True when a seat that is not taken is free. A page that uses the picker alone provides the taken seats itself. */
  get #isKnown(): boolean {
    return !this.store.campaign || this.occupancy !== null || this.store.value.known;
  }

  #showChange(change: SeatingChange): void {
    const map = this.#map.view?.map;
    const { before, isRepainted, seating } = change;
    if (isRepainted && map?.isPainted) map.repaint();
    if (before && map?.isPainted) this.announce(this.#arrivals.show(map, before, change));
    // Where there is a form, it announces the loss itself, with more seats nearby.
    const hasForm = (): boolean => findElement(this, 'petition-sign-form') !== null;
    this.#choice.dispatch({ type: 'seating', lost: reportedLoss(this.store.value, seating.venue, hasForm) });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#map.view?.sync(this.renderRoot.querySelector<HTMLElement>('.plate:not(.waiting)'));
    const { status, venue } = this.#reading;
    const hasNone = status === 'unavailable' || (status === 'none' && this.store.campaign !== null);
    this.#paint.rendered(venue !== null, hasNone || (venue !== null && this.#isPlain));
    this.#answerInvitation();
    keepOneStop(this.renderRoot, this.shadowRoot?.activeElement ?? null);
    this.#form.report();
  }

  #answerInvitation(): void {
    const { seating } = this.#seats;
    const isUndecided = !this.#isKnown && !this.store.value.missing;
    const to = seating && this.#invitation.answer(seating, isUndecided ? this.store.campaign : null);
    if (to !== null) this.#choice.dispatch({ type: 'invite', to });
  }

  /** Moves a seat into view; resolves with its box in client px when it is there. */
  async reveal(seat: number): Promise<DOMRect> {
    await this.updateComplete;
    await this.#ownVenue.built;
    await this.updateComplete;
    const { venue } = this.#reading;
    if (!venue || !isSeat(venue, seat)) throw new RangeError(`reveal: ${seat} is not a seat of this venue.`);
    this.#choice.dispatch({ type: 'cursor', seat });
    if (this.#isPlain || !this.isConnected) return this.getBoundingClientRect();
    if (!this.#map.view?.map.isNear) this.scrollIntoView({ block: 'center' });
    await this.ready;
    const { view } = this.#map;
    return view?.map.canPaint ? view.reveal(seat) : this.getBoundingClientRect();
  }

  #snapshot(): PickerSnapshot | null {
    const context = this.#context();
    const choice = this.#choice;
    const { offer, proposed, isFocusSeen } = choice.value;
    return (
      context && {
        ...context,
        get at() {
          return choice.cursor;
        },
        isFocusSeen,
        offered: offer?.seat ?? null,
        together: proposed,
      }
    );
  }

  #context(): ChoiceContext | null {
    const { seating } = this.#seats;
    const isOpen = !this.disabled && !this.#isFormDisabled && mayChoose(this.state);
    return seating && { seating, seat: this.seat, mayChoose: isOpen };
  }

  /** True without a map: the grid itself is visible. */
  get #isPlain(): boolean {
    return this.noMap || this.#map.isMissing;
  }

  protected view(): TemplateResult {
    const { status, venue } = this.#reading;
    if (status === 'unavailable') return unavailableView(this.#host);
    const snapshot = venue && this.#snapshot();
    if (!snapshot) return status === 'loading' && !this.noMap ? waitingView() : html``;
    const isPlain = this.#isPlain;
    return pickerView(
      {
        snapshot,
        choice: this.#choice.value,
        slice: this.store.value,
        headingLevel: this.headingLevel,
        mapView: this.#map.view,
        hasMapFailed: this.#map.hasFailed && !this.noMap,
        isPlain,
        isMapFirst: !this.#paint.showsHeavyViews && !isPlain,
        form: snapshot.mayChoose ? findElement(this, 'petition-sign-form') : null,
        parts: this.#parts,
      },
      this.#host,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-seat-picker': PetitionSeatPicker;
  }
}
