import {
  adoptStyles,
  html,
  LitElement,
  nothing,
  type CSSResultOrNative,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Campaign } from '../../campaign/campaign.js';
import {
  areClaimed,
  areSeatsKnown,
  areSeatsMissing,
  mayChoose,
  ownSeat,
  type CampaignState,
} from '../../campaign/state.js';
import { PetitionSeatSelectEvent } from '../../events.js';
import { formatNumber } from '../../i18n/intl.js';
import { picker } from '../../i18n/locales/en/picker.js';
import { findBeside } from '../../venue/find.js';
import { isSeat, rowOf } from '../../venue/layout.js';
import {
  applyOccupancy,
  decodeOccupancy,
  emptyOccupancy,
  newlyTaken,
  OccupancyError,
  setTaken,
} from '../../venue/occupancy.js';
import { seatCode, seatFromCode } from '../../venue/seat-code.js';
import { type Venue, type VenueSpec } from '../../venue/venue.js';
import { findElement } from '../base/find-element.js';
import { leadTo } from '../base/lead-to.js';
import { StableValue } from '../base/stable-value.js';
import { PetitionElement } from '../base/petition-element.js';
import { venueAttribute } from '../seats/venue-attribute.js';
import { campaignVenue, keptPeople, VenueController, type VenueReading } from '../seats/venue-controller.js';
import { controls } from '../../styles/controls.js';
import type { Kept } from '../seats/kept.js';
import {
  bestSeat,
  blockedSeats,
  cursorOf,
  INITIAL_CHOICE,
  invitationText,
  reduceChoice,
  reduceGridKey,
  reduceKey,
  type Choice,
  type ChoiceContext,
  type ChoiceEffect,
  type ChoiceEvent,
  type FocusTarget,
  type LostSeat,
} from './choice.js';
import type { PickerSnapshot, Part } from './picker-host.js';
import { Invitation } from './invitation.js';
import { paletteStyles } from './palette.styles.js';
import { LOADERS, type PartName } from './lazy-parts.js';
import { styles } from './petition-seat-picker.styles.js';
import type { SeatMapView, MapHost } from './map-view.js';
import { legendIcon, seatOptionsView, personView, portraitView, seatIcon } from './pieces.js';
import {
  areBlocksListed,
  besideOf,
  blockOptions,
  countFree,
  fullText,
  isFreeKnown,
  mayTake,
  middleOf,
  seatGrid,
  sentenceOf,
  stateLine,
  stateOf,
  type Option,
  type Seating,
} from './seat-grid.js';

export type { Kept } from '../seats/kept.js';

/** The slice of the campaign's state that the picker is drawn from. */
type PickerSlice = Pick<
  CampaignState,
  | 'phase'
  | 'document'
  | 'base'
  | 'locale'
  | 'venue'
  | 'kept'
  | 'taken'
  | 'problems'
  | 'seat'
  | 'choices'
  | 'notice'
  | 'signing'
> & {
  claimed: boolean;
  /** Signatures without a seat. */
  standing: number;
  /** True when a seat that is not taken is free. */
  known: boolean;
  /** True when the taken seats are not known, and the next reading is not about to report them. */
  missing: boolean;
  /** True while the endpoint publishes neither count nor seats. */
  isUnpublished: boolean;
};
const selectPickerSlice = (state: CampaignState): PickerSlice => {
  const { phase, document, base, locale, venue, kept, taken, problems } = state;
  const { seat, choices, notice, signing, count } = state;
  return {
    phase,
    document,
    base,
    locale,
    venue,
    kept,
    taken,
    problems,
    seat,
    choices,
    notice,
    signing,
    claimed: areClaimed(state),
    standing: count?.seats?.standing ?? 0,
    known: areSeatsKnown(state),
    missing: areSeatsMissing(state),
    isUnpublished: count?.signatures === null,
  };
};

const ANNOUNCE_ARRIVALS_MS = 60_000;
/** Distance from the window, px, within which the picker requests the seats. */
const NEAR_WINDOW_PX = 200;
/** Maximum number of people in the menu; beyond it, the signer types a name. */
const MAX_PEOPLE_LISTED = 6;
/** Milliseconds the first render waits for the map's script: where it is cached, one render serves for both. */
const FIRST_RENDER_GRACE_MS = 16;
/** Milliseconds to delay the heavy views while the map has not painted. */
const HEAVY_VIEWS_DELAY_MS = 250;

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

  readonly #internals = this.attachInternals();
  #formDisabled = false;

  /** The chosen seat of a picker without a campaign. */
  #seat: number | null = null;
  /** A code that was set before the venue was built. */
  #code: string | null = null;

  readonly #ownVenue = new VenueController(this, (message) => this.warnAuthor(message));
  readonly #heldKept = new StableValue<readonly Kept[] | null>();
  /** The element's own venue, else the campaign's. */
  #reading: VenueReading = { status: 'none', venue: null };
  #people: readonly Kept[] = [];
  #taken = new Uint8Array();
  #occupancyBits: Uint8Array | null = null;
  /** The value of `occupancy` that `#occupancyBits` is decoded from. */
  #occupancySource: Uint8Array | null = null;
  #seating: Seating | null = null;
  /** Options of the list of blocks, made once per seating. */
  #blockOptions: readonly Option[] | null = null;
  #freeCount: number | null = null;
  /** The label with the number of free seats, made once per seating. */
  #freeText: string | null = null;
  /** Sources of the seating and the taken seats: those whose change repaints the map, and the others. */
  #paintedSources: readonly unknown[] = [];
  #otherSources: readonly unknown[] = [];
  /** Stylesheets of the parts that have loaded. */
  readonly #partStylesheets: CSSResultOrNative[] = [];

  #choice: Choice = INITIAL_CHOICE;
  /** True while the focus is moved by a choice, and not by the signer. */
  #isFollowing = false;
  readonly #openParts = new Set<PartName>();
  readonly #parts = new Map<PartName, Part | 'coming' | 'failed'>();

  readonly #host: MapHost = {
    element: this,
    snapshot: () => this.#snapshot(),
    t: (key, values) => this.t(key, values),
    announce: (text) => this.announce(text),
    redraw: () => this.requestUpdate(),
    choose: (seat, isShown = false) => this.#choose(seat, isShown),
    offer: (seat) => this.#dispatch({ type: 'offer', seat }),
    propose: (seats) => this.#dispatch({ type: 'propose', seats }),
    sitBeside: (person) => this.#sitBeside(person),
    blocked: () => (this.#seating ? blockedSeats(this.#seating) : new Uint8Array()),
    goToSeat: (seat) => this.#dispatch({ type: 'go', seat }),
    standing: () => this.store.value.standing,
    painted: () => {
      // After the map is on the screen. Number formats load in a task of their own.
      requestAnimationFrame(() =>
        setTimeout(() => {
          this.#seating?.figure(0);
          setTimeout(() => {
            this.#showHeavyViews();
            void this.updateComplete.then(() => this.#map?.isPainted && this.#becomeReady());
          });
        }),
      );
    },
    failed: () => {
      this.warnAuthor(
        `${this.localName}: this browser has no 2D canvas; the list and the grid of seats work without it.`,
      );
      this.#hasCanvas = false;
      this.requestUpdate();
    },
    press: (seat) => this.#dispatch({ type: 'press', seat }),
    focusBlocks: () => this.#focusBlocks(),
  };
  #mapView: SeatMapView | null = null;
  /** `failed`: its script did not load. */
  #mapViewState: 'none' | 'coming' | 'failed' = 'none';
  /** Settles when the map's script has loaded, or has failed to. */
  #mapViewLoading: Promise<void> | null = null;
  /** False where the browser has no 2D canvas, or did not restore a lost one. */
  #hasCanvas = true;
  /** True once the map has painted or its time is up: the views that take longer render too. */
  #showsHeavyViews = false;
  #heavyViewsTimer: ReturnType<typeof setTimeout> | undefined;
  /** Seats taken since the last announcement, and the time of that announcement, ms. */
  #unannouncedArrivals = 0;
  #arrivalsAnnouncedAt = 0;

  readonly #invitation = new Invitation(() => this.requestUpdate());
  #stopInvitationWatch: (() => void) | null = null;

  readonly #nearObserver = new IntersectionObserver(
    (entries) => {
      this.#isNear = entries.at(-1)!.isIntersecting;
      this.#watchSeats(this.store.campaign);
    },
    { rootMargin: `${NEAR_WINDOW_PX}px` },
  );
  /** True within `NEAR_WINDOW_PX` of the window. */
  #isNear = false;
  #stopWatching: (() => void) | null = null;

  /** True once `ready` has resolved. */
  #isReady = false;
  /** True while a caller waits for `ready`, wherever the picker is. */
  #isAwaited = false;
  /** The campaign, and the number of the signer's choices already dispatched. */
  #dispatchedChoices: { of: Campaign | null; count: number } = { of: null, count: 0 };
  #resolveReady: () => void = () => undefined;
  #ready = this.#promiseReady();

  constructor() {
    super(selectPickerSlice);
  }

  /**
   * Resolves when the venue is painted and all text is rendered; where there is nothing to paint, with the text. A picker out
   * of view is not painted until it is near; reading this property paints it where it is.
   */
  get ready(): Promise<void> {
    if (!this.#isReady) {
      this.#isAwaited = true;
      this.#watchSeats(this.store.campaign);
      this.#map?.paintAnywhere();
    }
    return this.#ready;
  }

  get #venue(): Venue | null {
    return this.#reading.venue;
  }

  /** The chosen seat, or null. In a campaign, the campaign's state owns it. */
  @property({ attribute: false })
  get seat(): number | null {
    // A receipt beats the choice, also where its seat is none of the venue.
    if (this.store.campaign)
      return 'place' in this.state.signing ? ownSeat(this.state) : (this.state.seat?.seat ?? null);
    return this.#venue && isSeat(this.#venue, this.#seat) ? this.#seat : null;
  }

  set seat(seat: number | null) {
    this.#code = null;
    this.#seat = seat;
    if (this.store.campaign) void this.store.campaign.request({ type: 'seat-select', seat });
  }

  /** Code of the chosen seat, like "12-8-15"; empty when none is chosen. */
  @property()
  get value(): string {
    if (this.#code !== null && !this.#venue) return this.#code;
    const { seat } = this;
    return seat !== null && this.#venue ? seatCode(this.#venue, seat) : '';
  }

  set value(code: string) {
    this.seat = this.#venue ? seatFromCode(this.#venue, code ?? '') : null;
    if (!this.#venue) this.#code = code;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '';
  }

  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.requestUpdate();
  }

  formStateRestoreCallback(state: string): void {
    if (this.#venue) this.#presetSeat(state);
    else this.#code = state;
  }

  /** Selects a seat that the browser or the page provides, not the signer. If it has been taken, it is dropped without a message. */
  #presetSeat(code: string): void {
    this.#code = null;
    this.#seat = this.#venue && seatFromCode(this.#venue, code);
    void this.store.campaign?.request({ type: 'seat-select', seat: this.#seat, isRestored: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#nearObserver.observe(this);
    if (this.#mapView) this.#mapView.connect();
    else if (!this.noMap) this.#loadMapView();
    this.#invitation.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#nearObserver.disconnect();
    this.#invitation.disconnect();
    this.#stopInvitationWatch?.();
    this.#stopInvitationWatch = null;
    this.#isNear = false;
    this.#watchSeats(this.store.campaign);
    this.#mapView?.disconnect();
  }

  /** Loads the map after the text, which serves without it as well. */
  #loadMapView(): void {
    if (this.#mapView || this.#mapViewState === 'coming') return;
    this.#mapViewState = 'coming';
    this.#mapViewLoading = this.#importMapView();
    this.requestUpdate();
  }

  async #importMapView(): Promise<void> {
    try {
      const { SeatMapView, styles } = await LOADERS.map();
      this.#adoptStylesheet(styles);
      this.#mapView = new SeatMapView(this.#host);
      this.#mapViewState = 'none';
      this.#mapView.setVenue(this.#venue);
      if (this.#isAwaited) this.#mapView.map.paintAnywhere();
      if (this.isConnected) this.#mapView.connect();
    } catch {
      this.warnAuthor(
        `${this.localName}: the script of the map did not load; the list and the grid of seats work without it.`,
      );
      this.#mapViewState = 'failed';
    }
    this.requestUpdate();
  }

  /** Delays the first render so that it includes the map, where its script is cached: rendering the text twice takes as long as painting. */
  protected override scheduleUpdate(): void | Promise<void> {
    if (this.hasUpdated || !this.#mapViewLoading) return super.scheduleUpdate();
    const grace = new Promise<void>((resolve) => setTimeout(resolve, FIRST_RENDER_GRACE_MS));
    return Promise.race([this.#mapViewLoading, grace]).then(() => super.scheduleUpdate());
  }

  readonly #showHeavyViews = (): void => {
    clearTimeout(this.#heavyViewsTimer);
    if (this.#showsHeavyViews) return;
    this.#showsHeavyViews = true;
    this.requestUpdate();
  };

  /** Adds the styles of a part. */
  #adoptStylesheet(stylesheet: CSSResultOrNative): void {
    this.#partStylesheets.push(stylesheet);
    if (this.shadowRoot) adoptStyles(this.shadowRoot, this.#allStylesheets);
  }

  get #allStylesheets(): CSSResultOrNative[] {
    return [...(this.constructor as typeof PetitionSeatPicker).elementStyles, ...this.#partStylesheets];
  }

  /** The map may load before there is a render root. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (this.#partStylesheets.length > 0) adoptStyles(root as ShadowRoot, this.#allStylesheets);
    return root;
  }

  /** Returns a part whose script has loaded; otherwise loads it, and renders when it has loaded. After a failure, opening the part retries. */
  #part(name: PartName): Part | 'coming' | 'failed' {
    const part = this.#parts.get(name);
    if (part) return part;
    this.#parts.set(name, 'coming');
    LOADERS[name]().then(
      ({ styles, make }) => {
        this.#adoptStylesheet(styles);
        const loaded = make(this.#host);
        this.#parts.set(name, loaded);
        const snapshot = this.#snapshot();
        if (snapshot) loaded.opened?.(snapshot);
        this.requestUpdate();
      },
      () => {
        this.#parts.set(name, 'failed');
        this.announce(this.t('picker.not-loaded'));
        this.requestUpdate();
      },
    );
    return 'coming';
  }

  /** Opens or closes a part. */
  #setOpen(name: PartName, isOpen: boolean): void {
    const part = this.#parts.get(name);
    const snapshot = this.#snapshot();
    if (isOpen) {
      this.#openParts.add(name);
      if (part === 'failed') this.#parts.delete(name);
      else if (part && part !== 'coming' && snapshot) part.opened?.(snapshot);
    } else this.#openParts.delete(name);
    this.requestUpdate();
  }

  /** Renders a part: nothing while it loads, an error message where it did not load. */
  #partView(name: PartName, snapshot: PickerSnapshot): unknown {
    const part = this.#part(name);
    if (part === 'failed') return html`<p class="problem">${this.t('picker.not-loaded')}</p>`;
    return part === 'coming' ? nothing : part.view(snapshot);
  }

  #snapshot(): PickerSnapshot | null {
    const seating = this.#seating;
    const at = (): number => this.#at;
    return (
      seating && {
        seating,
        people: this.#people,
        seat: this.seat,
        get at() {
          return at();
        },
        isFocusSeen: this.#choice.isFocusSeen,
        offered: this.#choice.offer?.seat ?? null,
        together: this.#choice.proposed,
        mayChoose: this.#mayChoose,
      }
    );
  }

  /** The seat of the grid's cursor: where it is computed, it stays, whoever takes a seat then. */
  get #at(): number {
    const context = this.#context;
    const cursor = context ? cursorOf(this.#choice, context) : 0;
    if (context && this.#choice.cursor === null) this.#choice = { ...this.#choice, cursor };
    return cursor;
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    super.campaignChanged(campaign);
    this.#dispatchedChoices = { of: campaign, count: campaign?.state.choices ?? 0 };
    this.#watchSeats(campaign);
  }

  protected override stateChanged(): void {
    const { of, count } = this.#dispatchedChoices;
    const { choices } = this.store.value;
    // A campaign that is only being joined: nobody has chosen.
    if (this.store.campaign !== of || choices === count) return;
    this.#dispatchedChoices = { of, count: choices };
    this.#dispatchChoice();
  }

  /** Dispatches events for a choice as a native control does. */
  #dispatchChoice(): void {
    this.#setFormValue();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Requests the seats while the picker is near enough to be visible. */
  #watchSeats(campaign: Campaign | null): void {
    this.#stopWatching?.();
    this.#stopWatching = campaign && (this.#isNear || this.#isAwaited) ? campaign.watchSeats() : null;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.find')?.focus(options);
  }

  // State

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#resolveVenue();
    if (!this.noMap && this.isConnected && this.#mapViewState === 'none') this.#loadMapView();
    const venue = this.#venue;
    if (!venue) return;
    const { kept, taken, document, claimed, locale, standing } = this.store.value;
    const known = this.#isKnown;
    // Sources of the people, and of text on the canvas.
    const ownKept = this.#heldKept.keep(this.kept);
    const painted = [venue, ownKept, kept, document, locale, this.lang, standing];
    const others = [taken, this.occupancy, claimed, known, this.seat];
    const isNewVenue = this.#paintedSources[0] !== venue;
    const isRepainted = painted.some((source, i) => source !== this.#paintedSources[i]);
    if (!isRepainted && others.every((source, i) => source === this.#otherSources[i])) return;
    this.#paintedSources = painted;
    this.#otherSources = others;
    this.#people = ownKept
      ? this.#validKept(venue, ownKept)
      : keptPeople(this.store.value, {
          text: (text) => this.text(text),
          asset: (src) => this.asset(src),
          crossOriginOf: (url) => this.crossOriginOf(url),
        });
    const before = this.#resolveOccupancy(venue, isNewVenue);
    const wasKnown = this.#seating?.known ?? false;
    this.#seating = {
      venue,
      taken: this.#taken,
      kept: this.#people,
      own: this.seat,
      claimed,
      known,
      t: (key, values) => this.t(key, values),
      figure: (value) => formatNumber(value, this.languageOf('picker.block-free')),
    };
    this.#blockOptions = this.#freeText = this.#freeCount = null;
    if (isRepainted && this.#map?.isPainted) this.#map.repaint();
    if (before) this.#showArrivals(before, this.#taken, wasKnown && known && claimed);
    this.#dispatch({ type: 'seating', lost: this.#lostSeat(venue) });
  }

  #lostSeat(venue: Venue): LostSeat | null {
    const { notice, signing } = this.store.value;
    const near = notice?.near ?? (signing.outcome === 'seat-taken' ? signing.places : null);
    if (!near) return null;
    return {
      source: notice ?? signing,
      // Where there is a form, it announces the loss itself, with more seats nearby.
      place: notice && !findElement(this, 'petition-sign-form') ? notice.lost : null,
      near: near.find(({ seat }) => isSeat(venue, seat))?.seat ?? null,
    };
  }

  /** Returns the kept seats of this venue, each once; warns the author about the others. */
  #validKept(venue: Venue, kept: readonly Kept[]): readonly Kept[] {
    const seats = new Set<number>();
    const [good, bad]: [Kept[], Kept[]] = [[], []];
    for (const person of kept) {
      (isSeat(venue, person.seat) && !seats.has(person.seat) ? good : bad).push(person);
      seats.add(person.seat);
    }
    if (bad[0])
      this.warnAuthor(
        `kept of ${this.localName}: ${bad.length} of ${kept.length} cannot be kept, the first is seat ${bad[0].seat} (${JSON.stringify(bad[0].name)}); use whole numbers from 0 to ${venue.capacity - 1}, each once.`,
      );
    return good;
  }

  #resolveVenue(): void {
    const before = this.#reading;
    const reading =
      this.#ownVenue.read(this.venue) ?? campaignVenue(this.store.value, this.store.campaign !== null);
    this.#reading = reading;
    if (reading.status === before.status && reading.venue === before.venue) return;
    if (this.#isReady) this.#ready = this.#promiseReady();
    const { venue } = reading;
    if (venue === before.venue) return;
    this.#dispatch({ type: 'venue' });
    this.#mapView?.setVenue(venue);
    if (venue && this.#code !== null) this.#presetSeat(this.#code);
  }

  /** Updates the taken seats; returns the previous ones, where they are comparable. */
  #resolveOccupancy(venue: Venue, isNewVenue: boolean): Uint8Array | null {
    if (isNewVenue) this.#occupancyBits = this.#occupancySource = null;
    if (this.occupancy !== this.#occupancySource) {
      this.#occupancySource = this.occupancy;
      this.#occupancyBits = this.occupancy && this.#bitsFrom(this.occupancy, venue);
    }
    const taken = (this.#occupancyBits ?? this.store.value.taken ?? emptyOccupancy(venue.capacity)).slice();
    for (const { seat } of this.#people) setTaken(taken, seat, true);
    const before = isNewVenue || this.#taken.length !== taken.length ? null : this.#taken;
    this.#taken = taken;
    return before;
  }

  /** Returns bits from bits, or from the bytes of the protocol; invalid bytes keep the previous bits. */
  #bitsFrom(bytes: Uint8Array, venue: Venue): Uint8Array | null {
    const length = (venue.capacity + 7) >> 3;
    if (bytes.length === length) return bytes;
    try {
      return applyOccupancy(
        decodeOccupancy(bytes, venue),
        this.#occupancyBits ?? emptyOccupancy(venue.capacity),
      );
    } catch (error) {
      if (!(error instanceof OccupancyError)) throw error;
      this.warnAuthor(
        `occupancy of ${this.localName}: ${bytes.length} bytes are neither ${length} bytes of bits nor a message; ${error.message}`,
      );
      return this.#occupancyBits;
    }
  }

  /** True when a seat that is not taken is free. A page that uses the picker alone provides the taken seats itself. */
  get #isKnown(): boolean {
    return !this.store.campaign || this.occupancy !== null || this.store.value.known;
  }

  /**
   * Shows newly taken seats: they light up one after another, as long as the eye can follow. `arePeople`: people have taken
   * them since, and they are not seats of unknown state before, or lights that belong to nobody.
   */
  #showArrivals(before: Uint8Array, taken: Uint8Array, arePeople: boolean): void {
    if (!this.#map?.isPainted) return;
    const { seats, isOnlyMore } = newlyTaken(before, taken);
    if (isOnlyMore && seats.length === 0) return;
    const others = seats.filter(
      (seat) => seat !== this.seat && !this.#people.some((person) => person.seat === seat),
    );
    if (isOnlyMore) this.#map.lightUp(others);
    else this.#map.repaint();
    if (!arePeople) return;
    this.#map.animateArrivals(others);
    this.#unannouncedArrivals += others.length;
    const now = performance.now();
    if (this.#unannouncedArrivals > 0 && now - this.#arrivalsAnnouncedAt > ANNOUNCE_ARRIVALS_MS) {
      if (this.#arrivalsAnnouncedAt > 0)
        this.announce(this.t('picker.arrived', { count: this.#unannouncedArrivals }));
      this.#arrivalsAnnouncedAt = now;
      this.#unannouncedArrivals = 0;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const plate = this.renderRoot.querySelector<HTMLElement>('.plate:not(.waiting)');
    this.#mapView?.sync(plate);
    if ((this.#venue && this.#isPlain) || this.#reading.status === 'unavailable') this.#becomeReady();
    if (this.#venue && !this.#showsHeavyViews)
      this.#heavyViewsTimer ??= setTimeout(this.#showHeavyViews, HEAVY_VIEWS_DELAY_MS);
    if (this.#invitation.isOpen) this.#followInvitation();
    this.#keepOneStop(this.shadowRoot!.activeElement);
    this.#setFormValue();
  }

  #setFormValue(): void {
    const { value } = this;
    this.#internals.setFormValue(value || null);
    const find = this.renderRoot.querySelector<HTMLElement>('.find');
    if (this.required && !value && find)
      this.#internals.setValidity({ valueMissing: true }, this.t('picker.required'), find);
    else this.#internals.setValidity({});
  }

  #promiseReady(): Promise<void> {
    this.#isReady = false;
    return new Promise((resolve) => (this.#resolveReady = resolve));
  }

  #becomeReady(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    if (this.#isAwaited) {
      this.#isAwaited = false;
      this.#watchSeats(this.store.campaign);
    }
    this.#resolveReady();
  }

  /** Moves a seat into view; resolves with its box in client px when it is there. */
  async reveal(seat: number): Promise<DOMRect> {
    await this.updateComplete;
    await this.#ownVenue.built;
    await this.updateComplete;
    const venue = this.#venue;
    if (!venue || !isSeat(venue, seat)) throw new RangeError(`reveal: ${seat} is not a seat of this venue.`);
    this.#dispatch({ type: 'cursor', seat });
    if (this.#isPlain || !this.isConnected) return this.getBoundingClientRect();
    if (!this.#map?.isNear) this.scrollIntoView({ block: 'center' });
    await this.ready;
    return this.#mapView && this.#map?.canPaint ? this.#mapView.reveal(seat) : this.getBoundingClientRect();
  }

  // Invitations

  /** Offers the seat of an invitation, or the nearest free one, once it is known which seats are taken. */
  #followInvitation(): void {
    if (!this.#seating) return;
    const { campaign } = this.store;
    if (campaign && !this.#isKnown && !this.store.value.missing) {
      this.#stopInvitationWatch ??= campaign.watchSeats();
      return;
    }
    this.#stopInvitationWatch?.();
    this.#stopInvitationWatch = null;
    const to = this.#invitation.answer(this.#seating, blockedSeats(this.#seating));
    if (to !== null) this.#dispatch({ type: 'invite', to });
  }

  // Choosing

  get #mayChoose(): boolean {
    return !this.disabled && !this.#formDisabled && mayChoose(this.state);
  }

  get #context(): ChoiceContext | null {
    const seating = this.#seating;
    return seating && { seating, seat: this.seat, mayChoose: this.#mayChoose };
  }

  #dispatch(event: ChoiceEvent): void {
    const context = this.#context;
    if (context) this.#take(reduceChoice(this.#choice, event, context));
  }

  /** Takes over a step of the choice, and does what it asks for. */
  #take([choice, effects]: ReturnType<typeof reduceChoice>): void {
    this.#choice = choice;
    this.requestUpdate();
    for (const effect of effects) this.#perform(effect);
  }

  #perform(effect: ChoiceEffect): void {
    switch (effect.type) {
      case 'select':
        if (this.#requestSeat(effect.seat)) this.announce(effect.announcement);
        return;
      case 'announce':
        return this.announce(effect.text);
      case 'show':
        return this.#show(effect.seat, effect.how);
      case 'focus':
        return this.#moveFocus(effect.target);
    }
  }

  #show(seat: number | null, how: 'fly' | 'if-painted' | 'reveal'): void {
    const map = this.#map;
    if (seat === null) map?.showWhole();
    else if (how === 'reveal') {
      if (map?.canPaint) void this.reveal(seat);
    } else if (how === 'fly' || map?.isPainted) void map?.flyToSeat(seat);
  }

  #moveFocus(target: FocusTarget): void {
    switch (target.in) {
      case 'menu':
        return this.renderRoot.querySelector<HTMLElement>('.beside > button')?.focus();
      case 'blocks':
        return this.#focusBlocks();
      case 'card':
        void this.reveal(target.seat).then(() => {
          // A person who is typing elsewhere on the page keeps the focus there.
          if (document.activeElement && document.activeElement !== document.body) return;
          this.renderRoot.querySelector<HTMLElement>('.sheet button')?.focus({ preventScroll: true });
        });
        return;
      case 'grid':
        return this.#focusCell(target);
    }
  }

  #focusCell({ seat, follows }: Extract<FocusTarget, { in: 'grid' }>): void {
    if (follows && !this.shadowRoot?.activeElement?.matches('.cell')) return;
    void this.updateComplete.then(() => {
      this.#isFollowing = follows;
      this.#cell(seat)?.focus({ preventScroll: true });
      this.#isFollowing = false;
      // At the end of a row the focus stays, and the page may have scrolled.
      if (!follows) void this.#scrollFocusedIntoView();
    });
  }

  #requestSeat(seat: number): boolean {
    const { campaign } = this.store;
    const petition = campaign?.petition ?? this.petition ?? '';
    if (
      !this.#venue ||
      !this.dispatchEvent(new PetitionSeatSelectEvent({ petition, seat, code: seatCode(this.#venue, seat) }))
    )
      return false;
    if (campaign) void campaign.request({ type: 'seat-select', seat, isChosen: true });
    else {
      this.seat = seat;
      this.#dispatchChoice();
    }
    return true;
  }

  /** Chooses a seat; with null, announces that none is free. */
  #choose(seat: number | null, isShown: boolean): void {
    if (seat !== null) this.#dispatch({ type: 'choose', seat, isShown });
    else if (this.#seating) this.announce(fullText(this.#seating));
  }

  readonly #onFind = (): void => {
    if (this.#mayChoose && this.#seating) this.#choose(bestSeat(this.#seating), true);
  };

  #sitBeside(person: Kept): void {
    if (this.#choice.isMenuOpen) this.#toggleMenu(false);
    const seating = this.#seating;
    if (seating) this.#choose(findBeside(seating.venue, blockedSeats(seating), [person.seat]), true);
  }

  #focusBlocks(): void {
    this.renderRoot.querySelector<HTMLElement>('.where :is(select, input)')?.focus();
  }

  // Keys

  readonly #gridKey = (event: KeyboardEvent): void => {
    const context = this.#context;
    if (event.altKey || event.metaKey || !context) return;
    const step = reduceGridKey(this.#choice, event, context);
    if (!step) return;
    this.#take(step);
    event.preventDefault();
  };

  /** Handles clicks in the visible grid, and by assistive technology. */
  readonly #gridClick = (event: Event): void => {
    const cell = (event.target as Element).closest<HTMLElement>('.cell');
    if (cell) this.#choose(Number(cell.dataset['seat']), false);
  };

  #cell(seat: number): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-seat="${seat}"]`);
  }

  readonly #gridFocus = (event: FocusEvent): void => {
    const cell = (event.target as Element).closest<HTMLElement>('.cell');
    if (!cell || this.#isFollowing) return;
    const seat = Number(cell.dataset['seat']);
    this.#dispatch({ type: 'focus', seat, isSeen: cell.matches(':focus-visible') });
    void this.#scrollFocusedIntoView();
  };

  /** Scrolls the focused seat into view in the window too, with its ring and the text below it. */
  async #scrollFocusedIntoView(): Promise<void> {
    await this.#mapView?.flyToSeat(this.#at);
    this.renderRoot
      .querySelector('.cell:focus')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }

  readonly #gridBlur = (): void => this.#dispatch({ type: 'blur' });

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    const context = this.#context;
    // Lists and fields handle their own keys.
    const isField = (target as Element).matches('select, input');
    const isPlain = !ctrlKey && !altKey && !metaKey && !event.defaultPrevented;
    const step =
      isPlain && context && (!isField || key === 'Escape') ? reduceKey(this.#choice, event, context) : null;
    if (step) this.#take(step);
    else {
      this.#dispatch({ type: 'other-key' });
      if (!isPlain || isField || !this.#zoomByKey(key)) return;
    }
    event.preventDefault();
  };

  /** Zooms the map by a key; false where the key does not. */
  #zoomByKey(key: string): boolean {
    if (!this.#mapView?.map.canPaint || !/^[+=0-]$/.test(key)) return false;
    if (key === '0') this.#mapView.map.showWhole();
    else this.#mapView.zoomBy(key === '-' ? 0.5 : 2);
    return true;
  }

  // The tools: one tab stop, arrow keys between them (ARIA APG, toolbar pattern)

  get #tools(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.tools button:enabled:not(.gone)')];
  }

  /** Makes one tool the tab stop: the focused one, else the first; the items of an open menu stay tab stops too. */
  #keepOneStop(focused: EventTarget | null): void {
    const tools = this.#tools;
    const stop = tools.find((tool) => tool === focused) ?? tools[0];
    for (const tool of tools) tool.tabIndex = tool === stop || tool.closest('.open') ? 0 : -1;
  }

  readonly #toolKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const ahead = getComputedStyle(event.target as Element).direction === 'rtl' ? -1 : 1;
    // In visual order, which differs between widths.
    const tools = this.#tools
      .map((tool) => ({ tool, box: tool.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
      .sort(({ box: a }, { box: b }) => Math.round(a.top - b.top) || (a.left - b.left) * ahead)
      .map(({ tool }) => tool);
    const at = tools.indexOf(event.target as HTMLButtonElement);
    const goals: Partial<Record<string, number>> = {
      ArrowRight: at + ahead,
      ArrowLeft: at - ahead,
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: -1,
    };
    const goal = goals[event.key];
    if (at < 0 || goal === undefined) return;
    tools.at(goal % tools.length)!.focus();
    event.preventDefault();
  };

  // The list, the menu

  #toggleMenu(isOpen: boolean): void {
    if (isOpen && this.#people.length > MAX_PEOPLE_LISTED) this.#setOpen('people', true);
    this.#dispatch({ type: 'menu', isOpen, returns: !isOpen });
  }

  readonly #onMenuFocusOut = (event: FocusEvent): void => {
    if ((event.currentTarget as Element).contains(event.relatedTarget as Node | null)) return;
    this.#dispatch({ type: 'menu', isOpen: false });
  };

  readonly #goToBlock = (event: Event): void => {
    const b = Number((event.target as HTMLSelectElement).value);
    const seating = this.#seating;
    if (!seating) return;
    const seat = b < 0 ? null : middleOf(seating.venue, blockedSeats(seating), b);
    this.#dispatch({ type: 'go', seat });
  };

  // Templates

  protected view(): TemplateResult {
    if (this.#reading.status === 'unavailable') {
      return html`<div class="picker" part="picker">
        <p class="unavailable" part="unavailable">${this.t('picker.unavailable')}</p>
      </div>`;
    }
    const snapshot = this.#venue && this.#snapshot();
    // Reserves the space while the campaign loads, so that nothing shifts when the seats render.
    if (!snapshot)
      return this.#reading.status === 'loading' && !this.noMap
        ? html`<div class="picker waits" part="picker"><div class="plate waiting"></div></div>`
        : html``;
    const { seating, mayChoose } = snapshot;
    const isPlain = this.#isPlain;
    const isFull = this.#freeSeats(seating) === 0;
    return html`<div
      class="picker ${isPlain ? 'bare' : ''}"
      part="picker"
      role="group"
      aria-label=${this.#summary(seating)}
      @keydown=${this.#onKey}
      @input=${keepInside}
    >
      <div class="visually-hidden" role="heading" aria-level=${this.headingLevel}>
        ${this.t('picker.label')}
      </div>
      <div
        class="tools"
        role="toolbar"
        @keydown=${this.#toolKey}
        @focusin=${(event: FocusEvent) => this.#keepOneStop(event.target)}
        @focusout=${(event: FocusEvent) => this.#keepOneStop(event.relatedTarget)}
      >
        <button
          class="find"
          part="find"
          type="button"
          aria-disabled=${isFull ? 'true' : nothing}
          aria-describedby=${isFull ? 'note' : nothing}
          ?disabled=${!mayChoose}
          @click=${this.#onFind}
        >
          ${seatIcon}${this.t('picker.find')}
        </button>
        ${this.#people.length > 0 ? this.#besideView(snapshot, isFull) : nothing}
        ${isPlain ? nothing : (this.#mapView?.zoomView() ?? html`<div class="zoom"></div>`)}
      </div>
      ${this.#whereView(seating)}
      ${
        isPlain
          ? html`${this.#gridView(seating)}${this.#seatCardView(seating)}`
          : html`<div class=${this.#mapView?.plateClass(seating) ?? 'plate waiting'} part="plate">
              ${this.#mapView?.underlayView(snapshot)} ${this.#isMapFirst ? nothing : this.#gridView(seating)}
              ${this.#mapView?.overlayView(snapshot)} ${this.#seatCardView(seating)}
            </div>`
      }
      ${this.#legendView(seating)} ${this.#noteView(seating, isFull)} ${this.#detailsView('list', snapshot)}
      ${this.#detailsView('together', snapshot, isFull)}
    </div>`;
  }

  #freeSeats(seating: Seating): number {
    return (this.#freeCount ??= countFree(seating, 0, seating.venue.capacity));
  }

  /** "10,873 of 15,086 seats are free". */
  #summary(seating: Seating): string {
    const label = this.t('picker.label');
    if (this.#isMapFirst) return label;
    // Where lit seats are not people, a number of free ones would not be true; for a full venue the note gives it.
    if (!seating.claimed || (this.store.value.standing > 0 && this.#freeSeats(seating) === 0)) return label;
    if (!seating.known) return this.t('picker.seat-unknown', { seat: label });
    return (this.#freeText ??= this.#figures(seating));
  }

  #figures(seating: Seating): string {
    const { standing } = this.store.value;
    const { capacity } = seating.venue;
    if (!isFreeKnown(seating)) return this.t('picker.standing', { count: standing });
    const free = this.t('picker.summary', { count: this.#freeSeats(seating), capacity });
    return standing > 0 ? `${free}, ${this.t('picker.standing', { count: standing })}` : free;
  }

  /** Renders the note about exceptions: a full venue, lights that are not people, a map that did not load. */
  #noteView(seating: Seating, isFull: boolean): TemplateResult | typeof nothing {
    const { standing, missing, isUnpublished } = this.store.value;
    const hasFailed = this.#mapViewState === 'failed' && !this.noMap;
    const words = [
      isFull ? fullText(seating, isFreeKnown(seating) && !this.#isMapFirst ? standing : 0) : '',
      seating.claimed ? '' : this.t('picker.symbolic'),
      missing && !seating.known ? this.t(isUnpublished ? 'picker.not-published' : 'picker.unknown-note') : '',
      hasFailed ? this.t('picker.no-picture') : '',
    ].filter((text) => text);
    if (words.length === 0) return nothing;
    return html`<p class="note" id="note" part="note">
      ${words.join(' ')}
      ${
        hasFailed
          ? html`<button class="link" type="button" @click=${() => this.#loadMapView()}>
              ${this.t('picker.again')}
            </button>`
          : nothing
      }
    </p>`;
  }

  #besideView(snapshot: PickerSnapshot, isFull: boolean): TemplateResult {
    const isOpen = this.#choice.isMenuOpen;
    const isMany = this.#people.length > MAX_PEOPLE_LISTED;
    // The buttons have the full text: "Sit beside Ales Bialiatski".
    return html`<div
      class="beside ${isOpen ? 'open' : ''} ${isMany ? 'many' : ''}"
      part="beside"
      @focusout=${this.#onMenuFocusOut}
    >
      <p aria-hidden="true">${this.t('picker.beside')}</p>
      <button
        type="button"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls="people"
        aria-disabled=${isFull ? 'true' : nothing}
        aria-describedby=${isFull ? 'note' : nothing}
        ?disabled=${!snapshot.mayChoose}
        @click=${() => (isFull ? this.#choose(null, true) : this.#toggleMenu(!isOpen))}
      >
        ${this.t('picker.beside-menu')}<svg width="12" height="8" aria-hidden="true">
          <path d="m1.5 1.5 4.5 4.5 4.5-4.5" />
        </svg>
      </button>
      <div class="people" id="people">
        ${
          isMany
            ? isOpen
              ? this.#partView('people', snapshot)
              : nothing
            : this.#people.map((person) =>
                personView(this.#host, person, snapshot.mayChoose, () => this.#sitBeside(person), isFull),
              )
        }
      </div>
    </div>`;
  }

  /** True without a map: the grid itself is visible. */
  get #isPlain(): boolean {
    return this.noMap || !this.#hasCanvas || this.#mapViewState === 'failed';
  }

  /**
   * True while the map paints before anything that takes as long: the grid with the names of its seats, the list of blocks,
   * and figures, since loading number formats takes longer than painting.
   */
  get #isMapFirst(): boolean {
    return !this.#showsHeavyViews && !this.#isPlain;
  }

  get #map(): SeatMapView['map'] | null {
    return this.#mapView?.map ?? null;
  }

  #whereView(seating: Seating): TemplateResult {
    const { venue } = seating;
    if (!areBlocksListed(venue))
      return html`<div class="where">${this.#partView('blocks', this.#snapshot()!)}</div>`;
    const isNear = this.#map?.isZoomed || this.#isPlain;
    const block = isNear ? venue.rows[rowOf(venue, this.#at)]!.block : -1;
    const blocks = this.#isMapFirst ? [] : (this.#blockOptions ??= blockOptions(seating));
    return html`<div class="where">
      <select part="blocks" aria-label=${this.t('picker.go-to')} @change=${this.#goToBlock}>
        ${this.#isPlain ? nothing : html`<option value="-1" .selected=${!isNear}>${this.t('picker.whole')}</option>`}
        ${seatOptionsView(blocks, block)}
      </select>
    </div>`;
  }

  #gridView(seating: Seating): TemplateResult {
    const grid = seatGrid(seating, this.#at);
    const isSeen = this.#isPlain && typeof this.#part('plain') === 'object';
    return html`<div
        class="grid ${isSeen ? 'plain' : ''}"
        role="grid"
        aria-label=${grid.label}
        aria-describedby="keys"
        aria-rowcount=${grid.rowCount}
        aria-colcount=${grid.columnCount}
        @keydown=${this.#gridKey}
        @click=${this.#gridClick}
        @focusin=${this.#gridFocus}
        @focusout=${this.#gridBlur}
      >
        ${repeat(
          grid.rows,
          ({ row }) => row,
          ({ index, label, cells }) =>
            html`<div role="row" aria-label=${label} aria-rowindex=${index}>
              ${repeat(
                cells,
                ({ seat }) => seat,
                ({ seat, part, label, tabindex, column, selected, disabled }) =>
                  html`<div
                    class="cell"
                    part=${part}
                    role="gridcell"
                    data-seat=${seat}
                    tabindex=${tabindex}
                    aria-colindex=${column}
                    aria-selected=${selected ? 'true' : 'false'}
                    aria-disabled=${disabled ? 'true' : nothing}
                    aria-label=${label}
                  >
                    ${isSeen ? column : nothing}
                  </div>`,
              )}
            </div>`,
        )}
      </div>
      <p id="keys" hidden>${this.t('picker.keys')}</p>`;
  }

  /** The form to continue to with the chosen seat, while the petition can be signed; null where the page has none. */
  get #form(): HTMLElement | null {
    return this.#mayChoose ? findElement(this, 'petition-sign-form') : null;
  }

  /** The seat on the seat card: the offered one, or, zoomed in, the chosen one. */
  #cardSeat(form: HTMLElement | null): number | null {
    const { offer, isFocusSeen } = this.#choice;
    if (offer) return offer.seat;
    if (this.#isPlain) return form && this.seat;
    if (!this.#map?.isZoomed) return null;
    return form || (this.#map.isNarrow && !isFocusSeen) ? this.seat : null;
  }

  #seatCardView(seating: Seating): TemplateResult | typeof nothing {
    const form = this.#form;
    const seat = this.#cardSeat(form);
    if (seat === null) return nothing;
    const state = stateOf(seating, seat);
    const isChoosable = state !== 'yours' && mayTake(seating, seat);
    const person = seating.kept.find((one) => one.seat === seat) ?? besideOf(seating, seat);
    const { offer, invited } = this.#choice;
    const onward = seating.claimed ? 'picker.sign-to-keep' : 'picker.sign-with';
    return html`<div class="sheet" part="sheet">
      ${person ? portraitView(person) : nothing}
      <div>
        ${offer?.reason === 'lost' ? html`<p class="gone">${this.t('outcome.seat-taken')}</p>` : nothing}
        <p class="place">${sentenceOf(seating, seat)}</p>
        <p>${state === 'unknown' ? this.t('seat.unknown') : stateLine(seating, seat)}</p>
        ${invited?.seat === seat && isChoosable ? html`<p>${invitationText(seating, invited)}</p>` : nothing}
      </div>
      ${
        isChoosable || (form && state === 'yours')
          ? html`<button
              class=${form ? 'act' : ''}
              part="take"
              type="button"
              ?disabled=${!this.#mayChoose}
              @click=${() => this.#acceptSeat(seat)}
            >
              ${seatIcon}${this.t(form ? onward : 'picker.take')}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** Chooses a seat and moves on to the form; without a form the button disappears with the card, and the seat gets the focus. */
  #acceptSeat(seat: number): void {
    const form = this.#form;
    this.#choose(seat, false);
    if (form && this.seat === seat) leadTo(form);
    else void this.updateComplete.then(() => this.#cell(seat)?.focus({ preventScroll: true }));
  }

  /** Renders the legend. Its entries keep their places during the first reading, when no seat is drawn as any of them. */
  #legendView({ claimed, known }: Seating): TemplateResult {
    const isMissing = this.store.value.missing && !known;
    const first = isMissing ? 'picker.unknown' : claimed ? 'picker.free' : 'picker.unlit';
    return html`<ul class="legend" part="legend">
      <li>${legendIcon(isMissing ? 'unknown' : 'free')}${this.t(first)}</li>
      <li>${legendIcon('taken')}${this.t(claimed ? 'picker.taken' : 'picker.lit')}</li>
      <li>${legendIcon('kept')}${this.t('picker.kept')}</li>
      <li>${legendIcon('yours')}${this.t('picker.yours')}</li>
    </ul>`;
  }

  #detailsView(name: 'list' | 'together', snapshot: PickerSnapshot, isFull = false): TemplateResult {
    const isOpen = this.#openParts.has(name);
    return html`<details
      part=${name}
      @toggle=${(event: Event) => this.#setOpen(name, (event.target as HTMLDetailsElement).open)}
    >
      <summary
        aria-disabled=${isFull ? 'true' : nothing}
        aria-describedby=${isFull ? 'note' : nothing}
        @click=${(event: Event) => {
          if (!isFull || isOpen) return;
          event.preventDefault();
          this.#choose(null, true);
        }}
      >
        ${this.t(`picker.${name}`)}
      </summary>
      ${isOpen ? this.#partView(name, snapshot) : nothing}
    </details>`;
  }
}

/** Typing to find a block or a person does not choose a seat: the page gets no `input` event of the picker for it. */
const keepInside = (event: Event): void => event.stopPropagation();

declare global {
  interface HTMLElementTagNameMap {
    'petition-seat-picker': PetitionSeatPicker;
  }
}
