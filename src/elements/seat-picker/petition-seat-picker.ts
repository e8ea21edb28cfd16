import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Campaign } from '../../campaign/campaign.js';
import { mayChoose, ownSeat, type CampaignState } from '../../campaign/state.js';
import { PetitionSeatSelectEvent } from '../../events.js';
import { formatNumber } from '../../i18n/intl.js';
import { findBeside, findSeat, nearestFreeTo } from '../../venue/find.js';
import { isSeat, makeVenue, rowOf } from '../../venue/layout.js';
import { besides } from '../../venue/neighbours.js';
import { decodeOccupancy, emptyOccupancy, OccupancyError, setTaken } from '../../venue/occupancy.js';
import { seatCode, seatFromCode } from '../../venue/seat-code.js';
import { VenueError, type Venue, type VenueSpec } from '../../venue/venue.js';
import { PetitionElement } from '../petition-element.js';
import { savesData } from '../save-data.js';
import { controls } from '../../styles/controls.js';
import { EMPTY_HAND, feel, type Contact, type Hand } from './gestures.js';
import type { Overlay, Portrait } from './painter.js';
import { paletteStyles } from './palette.js';
import { styles } from './petition-seat-picker.styles.js';
import { cornersFor, Floor, portraitSize } from './scene.js';
import {
  besideOf,
  blockOptions,
  blockSentence,
  countFree,
  rowOptions,
  seatByKey,
  seatGrid,
  seatLabel,
  seatOptions,
  seatSentence,
  stateLine,
  stateOf,
  type KeptPerson,
  type Option,
  type Seating,
} from './seat-grid.js';
import { SeatMap } from './seat-map.js';
import type { Point } from './viewport.js';

/** Somebody whose seat is kept, for a picker without a campaign. */
export interface Kept extends KeptPerson {
  /** URL of a portrait. */
  readonly portrait?: string | null;
}

/** What the picker is drawn from. */
type Slice = Pick<
  CampaignState,
  'phase' | 'document' | 'base' | 'locale' | 'venue' | 'kept' | 'taken' | 'problems' | 'seat' | 'signing'
> & {
  claimed: boolean;
};
const slice = ({
  phase,
  document,
  base,
  locale,
  venue,
  kept,
  taken,
  problems,
  seat,
  signing,
  count,
}: CampaignState): Slice => ({
  phase,
  document,
  base,
  locale,
  venue,
  kept,
  taken,
  problems,
  seat,
  signing,
  claimed: count?.seats?.mode !== 'derived',
});

const SPEAK_ARRIVALS = 60_000;
/** Reach of a finger, px. */
const REACH = 24;
/** From this width of a seat on it can be meant, px. */
const NEAR = 8;

const CONTACTS: Readonly<Record<string, Contact['type']>> = {
  pointerdown: 'down',
  pointermove: 'move',
  pointerup: 'up',
  pointercancel: 'cancel',
};

const venueAttribute = {
  fromAttribute(text: string | null): VenueSpec | null {
    try {
      return text?.trim().startsWith('{') ? (JSON.parse(text) as VenueSpec) : text;
    } catch {
      return text;
    }
  },
};

/**
 * The venue to choose a seat in: a dark arena in which every signature is a lit seat. By pointer and touch, by keys and
 * screen reader (one tab stop, a grid of the current block; ARIA APG, grid pattern), by a list of block, row and seat,
 * or by "Find me a seat" and "Sit beside ...". Form-associated: its value is the seat's code.
 *
 * @element petition-seat-picker
 * @summary Choose a seat in the arena.
 * @fires petition-seat-select - Before a seat is chosen: `{petition, seat, code}`. Cancel it to decide yourself.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart picker - The dark ground under everything.
 * @csspart plate - The picture of the venue.
 * @csspart find - "Find me a seat".
 * @csspart beside - The ways to sit beside somebody.
 * @csspart person - One of them.
 * @csspart name - The name of a person beside the arena.
 * @csspart blocks - The list of blocks.
 * @csspart zoom - The zoom buttons.
 * @csspart whole - "Whole arena".
 * @csspart sheet - The seat that is offered.
 * @csspart take - "Take this seat".
 * @csspart tip - What stands beside a seat.
 * @csspart legend - What the signs mean.
 * @csspart list - The choice by block, row and seat.
 * @csspart seat - A cell of the grid; with the words `free`, `taken`, `kept` or `yours`.
 * @csspart unavailable - The sentence in place of the seats.
 * @cssprop [--petition-seat-picker-max-height=1000px] - The picture is never higher.
 * @cssprop [--petition-color-arena-night=#070b12] - Ground of the arena; its other colours are `--petition-color-arena-*` too.
 * @attr {string} venue - The name of a built-in venue (`arena`), or JSON.
 * @attr {string} value - Code of the seat chosen at first, like "12-8-15".
 */
export class PetitionSeatPicker extends PetitionElement<Slice> {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override styles = [...PetitionElement.styles, controls, paletteStyles, styles];

  /** The venue: a name, a spec, or a built one; beats the campaign's. */
  @property({ converter: venueAttribute }) venue: VenueSpec | Venue | null = null;
  /** Taken seats: one bit a seat, or the bytes of the protocol; beats the campaign's. */
  @property({ attribute: false }) occupancy: Uint8Array | null = null;
  /** Kept seats with their people; beats the campaign's. */
  @property({ attribute: false }) kept: readonly Kept[] | null = null;
  /** Name in a form. */
  @property({ reflect: true }) name: string | null = null;
  /** A form cannot be sent before a seat is chosen. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Shows the venue, and lets nobody choose. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Without the picture: the buttons, the grid and the list stay. */
  @property({ type: Boolean, attribute: 'no-map' }) noMap = false;

  readonly #internals = this.attachInternals();
  #formDisabled = false;

  /** The chosen seat of a picker without a campaign. */
  #seat: number | null = null;
  /** A code set before the venue was there. */
  #code: string | null = null;

  #venue: Venue | null = null;
  #madeOf: unknown = null;
  #made: Venue | null = null;
  #isUnavailable = false;
  #people: readonly Kept[] = [];
  #taken = new Uint8Array();
  #bits: Uint8Array | null = null;
  #bitsOf: Uint8Array | null = null;
  #seating: Seating | null = null;
  /** The options of the list of blocks, made once for each seating. */
  #blocks: readonly Option[] | null = null;
  /** What is free in all, in words. */
  #free: string | null = null;
  /** What seating and taken were made of. */
  #sources: readonly unknown[] = [];
  readonly #told = new Set<string>();

  /** The seat at which the grid stands. */
  #at = 0;
  #isFocusSeen = false;
  /** The focus is moved after a choice, not by the person. */
  #isFollowing = false;
  /** The seat shown on the sheet, to be taken by its button. */
  #offered: number | null = null;
  #hovered: number | null = null;
  #block = -1;
  #hoveredBlock: Point | null = null;
  #isListOpen = false;
  #listBlock = 0;
  #listRow = 0;
  #listSeat = 0;
  #isMenuOpen = false;

  readonly #map = new SeatMap({
    picture: ({ venue }) => ({
      taken: this.#taken,
      kept: new Set(this.#people.map(({ seat }) => seat)),
      beside: new Set(this.#people.flatMap(({ seat }) => besides(venue, seat))),
    }),
    overlay: () => this.#overlay(),
    blockName: (block) => this.t('picker.block', { block }),
    changed: () => this.requestUpdate(),
    left: () => void (this.#hovered = this.#hoveredBlock = null),
    rested: () => this.#placeCells(),
    painted: () => {
      this.#becomeReady();
      // Once the picture is on the screen, the words that take longer to make than it.
      requestAnimationFrame(() => setTimeout(() => this.requestUpdate()));
    },
    approached: () => this.#watch(this.store.campaign),
  });
  #hasCanvas = true;
  #plate: HTMLElement | null = null;
  #arrived = 0;
  #spokeArrivals = 0;
  readonly #images = new Map<string, HTMLImageElement>();

  #hand: Hand = EMPTY_HAND;
  #isFinger = false;
  /** A tap as the fingers felt it; it counts when the browser has found it to be one as well. */
  #tapped: { at: Point; isDouble: boolean } | null = null;
  /** The last tap set off for another place. */
  #hasSetOff = false;
  #isMagnified = false;

  #stopWatching: (() => void) | null = null;

  #resolveReady: () => void = () => undefined;
  #ready = this.#promiseReady();

  constructor() {
    super(slice);
  }

  /** Resolves when the venue is painted; at once where there is nothing to paint. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** The chosen seat, or null. In a campaign the campaign's state owns it. */
  @property({ attribute: false })
  get seat(): number | null {
    if (this.store.campaign) return ownSeat(this.state) ?? this.state.seat?.seat ?? null;
    return this.#venue && isSeat(this.#venue, this.#seat) ? this.#seat : null;
  }

  set seat(seat: number | null) {
    this.#code = null;
    this.#seat = seat;
    if (this.store.campaign) void this.store.campaign.request({ type: 'seat-select', seat });
  }

  /** The code of the chosen seat, like "12-8-15"; empty when none is. */
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
    this.value = state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#map.connect(this);
    visualViewport?.addEventListener('resize', this.#magnified);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    visualViewport?.removeEventListener('resize', this.#magnified);
    this.#hand = EMPTY_HAND;
    this.#map.disconnect();
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    super.campaignChanged(campaign);
    this.#watch(campaign);
  }

  /** Seats are asked for while one is near enough to see them. */
  #watch(campaign: Campaign | null): void {
    this.#stopWatching?.();
    this.#stopWatching = campaign && this.#map.isNear ? campaign.watchSeats() : null;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.find')?.focus(options);
  }

  // What is shown

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#takeVenue();
    const venue = this.#venue;
    if (!venue) return;
    const { kept, taken, document, claimed, locale } = this.store.value;
    const sources = [
      venue,
      this.kept,
      kept,
      taken,
      document,
      this.occupancy,
      claimed,
      locale,
      this.lang,
      this.seat,
    ];
    if (sources.every((source, i) => source === this.#sources[i])) return;
    const isNewVenue = this.#sources[0] !== venue;
    // Portraits and words on the canvas.
    const isNewPicture = [1, 2, 4, 7, 8].some((i) => sources[i] !== this.#sources[i]);
    this.#sources = sources;
    this.#people = this.kept ?? kept.map(({ seat, story }) => this.#person(seat, story));
    this.#takeOccupancy(venue, isNewVenue);
    this.#seating = {
      venue,
      taken: this.#taken,
      kept: this.#people,
      own: this.seat,
      claimed,
      t: (key, values) => this.t(key, values),
      figure: (value) => formatNumber(value, this.languageOf('picker.block-free')),
    };
    this.#blocks = this.#free = null;
    if (isNewPicture && this.#map.isPainted) this.#map.repaint();
    if (isNewVenue) this.#at = this.seat ?? this.#bestSeat() ?? 0;
    if (this.#offered === this.seat) this.#offered = null;
  }

  #person(seat: number, story: number): Kept {
    const { name, portrait } = this.state.document!.stories[story]!;
    const shows = portrait && !savesData();
    return { seat, name: this.text(name), portrait: shows ? this.asset(portrait.src) : null };
  }

  #takeVenue(): void {
    const { venue: given } = this;
    if (given !== this.#madeOf) {
      this.#madeOf = given;
      this.#made = given === null || given === undefined ? null : this.#make(given);
    }
    const isGiven = given !== null && given !== undefined;
    const { phase, document, problems, venue } = this.store.value;
    this.#isUnavailable = isGiven
      ? !this.#made
      : // The campaign has told its author already; here it is told to people.
        phase === 'ready' &&
        !venue &&
        !!document?.venue &&
        problems.some(({ path, message }) => (path || message).startsWith('venue'));
    const next = isGiven ? this.#made : venue;
    if (next === this.#venue) return;
    this.#venue = next;
    this.#offered = this.#hovered = null;
    this.#listBlock = this.#listRow = this.#listSeat = 0;
    if (this.#map.isPainted) this.#ready = this.#promiseReady();
    this.#map.change(next && new Floor(next));
    if (next && this.#code !== null) this.value = this.#code;
  }

  #make(given: VenueSpec | Venue): Venue | null {
    if (typeof given === 'object' && 'layout' in given) return given;
    try {
      return makeVenue(given);
    } catch (error) {
      if (!(error instanceof VenueError)) throw error;
      this.#tell(error.message);
      return null;
    }
  }

  /** One line for the page's author, once. */
  #tell(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    console.warn(`grandstand: ${message}`);
  }

  #takeOccupancy(venue: Venue, isNewVenue: boolean): void {
    if (isNewVenue) this.#bits = this.#bitsOf = null;
    if (this.occupancy !== this.#bitsOf) {
      this.#bitsOf = this.occupancy;
      this.#bits = this.occupancy && this.#read(this.occupancy, venue);
    }
    const taken = (this.#bits ?? this.store.value.taken ?? emptyOccupancy(venue.capacity)).slice();
    for (const { seat } of this.#people) setTaken(taken, seat, true);
    const before = isNewVenue || this.#taken.length !== taken.length ? null : this.#taken;
    this.#taken = taken;
    if (before) this.#arrive(before, taken);
  }

  /** Bits from bits, or from the bytes of the protocol; on a mistake what was known stays. */
  #read(bytes: Uint8Array, venue: Venue): Uint8Array | null {
    const length = (venue.capacity + 7) >> 3;
    if (bytes.length === length) return bytes;
    try {
      const message = decodeOccupancy(bytes, venue);
      if (message.kind === 'full') return message.taken;
      const bits = (this.#bits ?? emptyOccupancy(venue.capacity)).slice();
      for (const { seat, taken } of message.changes) setTaken(bits, seat, taken);
      return bits;
    } catch (error) {
      if (!(error instanceof OccupancyError)) throw error;
      this.#tell(
        `occupancy of ${this.localName}: ${bytes.length} bytes are neither ${length} bytes of bits nor a message; ${error.message}`,
      );
      return this.#bits;
    }
  }

  /** Seats that were taken since: they light up one after another, as long as that can be followed. */
  #arrive(before: Uint8Array, taken: Uint8Array): void {
    const seats: number[] = [];
    let isOnlyMore = true;
    for (let byte = 0; byte < taken.length; byte++) {
      if (taken[byte] === before[byte]) continue;
      if (before[byte]! & ~taken[byte]!) isOnlyMore = false;
      for (let bit = 0; bit < 8; bit++)
        if (taken[byte]! & ~before[byte]! & (1 << bit)) seats.push(byte * 8 + bit);
    }
    const others = seats.filter(
      (seat) => seat !== this.seat && !this.#people.some((person) => person.seat === seat),
    );
    if (!this.#map.isPainted) return;
    if (isOnlyMore) this.#map.lightUp(others);
    else this.#map.repaint();
    this.#map.arrive(others);
    this.#arrived += others.length;
    const now = performance.now();
    if (this.#arrived > 0 && now - this.#spokeArrivals > SPEAK_ARRIVALS) {
      if (this.#spokeArrivals > 0) this.say(this.t('picker.arrived', { count: this.#arrived }));
      this.#spokeArrivals = now;
      this.#arrived = 0;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const plate = this.renderRoot.querySelector<HTMLElement>('.plate:not(.waiting)');
    if (plate !== this.#plate) this.#adopt(plate);
    if (plate) this.#map.stage();
    else if (this.#venue || this.#isUnavailable) this.#becomeReady();
    const { value } = this;
    this.#internals.setFormValue(value || null);
    const find = this.renderRoot.querySelector<HTMLElement>('.find');
    if (this.required && !value && find)
      this.#internals.setValidity({ valueMissing: true }, this.t('picker.required'), find);
    else this.#internals.setValidity({});
  }

  /** Takes the canvases of a plate that has appeared, or lets them go. */
  #adopt(plate: HTMLElement | null): void {
    this.#plate = plate;
    if (this.#map.adopt(plate)) return;
    this.#tell(
      `${this.localName}: this browser has no 2D canvas; the list and the grid of seats serve alone.`,
    );
    this.#hasCanvas = false;
    this.requestUpdate();
  }

  readonly #restored = (): void => this.#map.restore();

  // What lies over the seats

  #overlay(): Omit<Overlay, 'arrivals' | 'isMoving'> {
    const tip = this.#placeTip();
    const at = this.#isFocusSeen ? this.#at : null;
    return {
      portraits: this.#portraits(),
      own: this.seat,
      pointer: this.#hovered,
      focus: this.#offered ?? at,
      numbered: [this.seat, this.#offered, at].filter((seat) => seat !== null),
      leaders: tip ? [tip] : [],
    };
  }

  #promiseReady(): Promise<void> {
    return new Promise((resolve) => (this.#resolveReady = resolve));
  }

  #becomeReady(): void {
    this.#resolveReady();
  }

  #portraits(): Portrait[] {
    const { isWhole, size } = this.#map;
    const points = this.#people.map(({ seat }) => this.#map.place(seat));
    const corners = cornersFor(points, size);
    return this.#people.map(({ seat, name, portrait }, i) => ({
      seat,
      initials: initialsOf(name),
      image: portrait ? this.#image(portrait) : null,
      name: isWhole && size.width >= 840 ? this.#nameEdge(i, corners[i]!) : null,
    }));
  }

  /** Puts a name into its corner, and tells where its hairline ends. */
  #nameEdge(i: number, corner: number): Point | null {
    const element = this.#plate!.querySelectorAll<HTMLElement>('.name')[i];
    if (!element) return null;
    const place =
      corner < 0 ? 'name none' : `name ${corner & 2 ? 'bottom' : 'top'} ${corner & 1 ? 'end' : 'start'}`;
    if (element.className !== place) element.className = place;
    if (corner < 0 || element.offsetWidth === 0) return null;
    const text = element.querySelector('bdi')!;
    const x = corner & 1 ? element.offsetLeft - 18 : element.offsetLeft + text.offsetWidth + 18;
    return [x, element.offsetTop + text.offsetHeight / 2 + 1];
  }

  /** A portrait, once it is loaded. */
  #image(url: string): HTMLImageElement | null {
    let image = this.#images.get(url);
    if (!image) {
      image = new Image();
      image.onload = () => this.#map.schedule();
      image.src = url;
      this.#images.set(url, image);
    }
    return image.complete && image.naturalWidth > 0 ? image : null;
  }

  /** The cells of the grid stand on their seats, so that magnifiers and touch exploration find them there. */
  #placeCells(): void {
    for (const cell of this.#plate!.querySelectorAll<HTMLElement>('.cell')) {
      const side = Math.max(24, this.#map.pitch);
      const [x, y] = this.#map.place(Number(cell.dataset['seat']));
      Object.assign(cell.style, {
        transform: `translate(${(x - side / 2).toFixed(1)}px, ${(y - side / 2).toFixed(1)}px)`,
        inlineSize: `${side}px`,
        blockSize: `${side}px`,
      });
    }
  }

  /** Brings a seat into view; resolves, once it is there, to its box in client px. */
  async reveal(seat: number): Promise<DOMRect> {
    await this.updateComplete;
    const venue = this.#venue;
    if (!venue || !isSeat(venue, seat)) throw new RangeError(`reveal: ${seat} is not a seat of this venue.`);
    if (!this.#plate || !this.#map.isThere) return this.getBoundingClientRect();
    if (!this.#map.isNear) this.#plate.scrollIntoView({ block: 'center' });
    await this.ready;
    await this.#map.bring(seat);
    let box = this.#map.boxOf(seat);
    if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) {
      this.#plate.scrollIntoView({ block: this.#map.size.height > innerHeight ? 'center' : 'nearest' });
      box = this.#map.boxOf(seat);
    }
    return box;
  }

  // Larger and smaller

  /** By the buttons: towards the seat one is at. */
  #step(factor: number): void {
    const { width, height } = this.#map.size;
    const seen = this.#map.place(this.#offered ?? this.#at);
    const isSeen = seen[0] > 0 && seen[1] > 0 && seen[0] < width && seen[1] < height;
    this.#map.zoom(factor, isSeen ? seen : [width / 2, height / 2], true);
  }

  // Choosing

  get #mayChoose(): boolean {
    return !this.disabled && !this.#formDisabled && mayChoose(this.state);
  }

  /** Bits of what may not be given: taken and kept, or kept alone where lit seats are no people. */
  #blocked(): Uint8Array {
    if (this.#seating!.claimed) return this.#taken;
    const bits = emptyOccupancy(this.#venue!.capacity);
    for (const { seat } of this.#people) setTaken(bits, seat, true);
    return bits;
  }

  #bestSeat(): number | null {
    return findSeat(
      this.#venue!,
      this.#blocked(),
      this.#people.map(({ seat }) => seat),
    );
  }

  #isFree(seat: number): boolean {
    const state = stateOf(this.#seating!, seat);
    return state === 'free' || state === 'yours';
  }

  /** Chooses a seat, or says why it cannot be. */
  #choose(seat: number): void {
    if (!this.#mayChoose) return;
    const seating = this.#seating!;
    const state = stateOf(seating, seat);
    this.#moveAt(seat);
    if (state === 'taken' || state === 'kept') {
      this.#offered = seat;
      const name = this.#people.find((person) => person.seat === seat)?.name ?? '';
      this.say(this.t(`picker.is-${state}`, { seat: seatSentence(seating, seat), name }));
      this.requestUpdate();
      return;
    }
    this.#offered = null;
    if (state === 'free' && !this.#select(seat)) return;
    const person = besideOf(seating, seat);
    const values = { seat: seatSentence(seating, seat), name: person?.name ?? '' };
    this.say(this.t(person ? 'picker.chosen-beside' : 'picker.chosen', values));
    this.requestUpdate();
  }

  #select(seat: number): boolean {
    const { campaign } = this.store;
    const petition = campaign?.petition ?? this.petition ?? '';
    if (
      !this.dispatchEvent(new PetitionSeatSelectEvent({ petition, seat, code: seatCode(this.#venue!, seat) }))
    )
      return false;
    this.seat = seat;
    return true;
  }

  #offer(seat: number): void {
    this.#moveAt(seat);
    this.#offered = seat === this.seat ? null : seat;
    this.say(seatLabel(this.#seating!, seat));
    this.requestUpdate();
    void this.#map.bring(seat);
  }

  #chooseAndBring(seat: number | null): void {
    if (seat === null) return this.say(this.t('picker.full'));
    this.#choose(seat);
    if (this.#map.isThere) void this.reveal(seat);
  }

  readonly #find = (): void => {
    this.#chooseAndBring(this.#bestSeat());
  };

  #sitBeside(person: Kept): void {
    this.#isMenuOpen = false;
    this.#chooseAndBring(findBeside(this.#venue!, this.#blocked(), [person.seat]));
  }

  // Pointer

  readonly #pointer = (event: PointerEvent): void => {
    const { pointerId, pointerType, timeStamp, button, buttons } = event;
    if (!this.#venue || (event.type === 'pointerdown' && button !== 0)) return;
    const isMouse = pointerType === 'mouse';
    const isHeld = this.#hand.fingers.some(({ id }) => id === pointerId);
    const at = this.#map.pointOf(event);
    let type = CONTACTS[event.type]!;
    // Let go outside of the window.
    if (type === 'move' && isHeld && isMouse && buttons === 0) type = 'cancel';
    if (type === 'move' && !isHeld) {
      if (pointerType !== 'touch') this.#hover(at);
      return;
    }
    if (type === 'down') {
      this.#isFinger = !isMouse;
      this.#tapped = null;
      if (this.#isMagnified && this.#hand.fingers.length > 0) {
        // In a magnified page two fingers are the page's, so that nobody is held in the map.
        this.#hand = EMPTY_HAND;
        return;
      }
    }
    const wasDragging = this.#hand.isDragging;
    const [hand, gesture] = feel(
      this.#hand,
      { type, id: pointerId, at, time: timeStamp, isMouse },
      this.#map,
    );
    this.#hand = hand;
    if (isMouse && hand.isDragging && !wasDragging)
      (event.currentTarget as Element).setPointerCapture(pointerId);
    switch (gesture?.type) {
      case 'grab':
        return this.#map.grab();
      case 'move':
        return this.#map.move(gesture.from, gesture.to, gesture.factor);
      case 'tap':
        this.#tapped = gesture;
        return;
      case 'release':
        this.requestUpdate();
        this.#map.release(gesture.velocity);
    }
  };

  /** A press that stopped the page as it scrolled is no click, and chooses nothing. */
  readonly #click = (): void => {
    const tap = this.#tapped;
    this.#tapped = null;
    if (!tap || !this.#venue) return;
    if (tap.isDouble) this.#tapAgain(tap.at);
    else this.#tap(tap.at);
  };

  /**
   * With a second finger the map is meant. `touch-action` says so to Chromium; where it is read finger by finger, `pan-y` alone
   * would let two of them scroll the page.
   */
  readonly #holdPage = {
    handleEvent: (event: TouchEvent): void => {
      if (event.targetTouches.length > 1 && !this.#isMagnified && event.cancelable) event.preventDefault();
    },
    passive: false,
  };

  /** A finger that lies long wants nothing of the browser; a mouse may have its menu. */
  readonly #contextMenu = (event: Event): void => {
    if (this.#isFinger) event.preventDefault();
  };

  readonly #magnified = (): void => {
    const isMagnified = (visualViewport?.scale ?? 1) > 1.01;
    if (isMagnified === this.#isMagnified) return;
    this.#isMagnified = isMagnified;
    this.requestUpdate();
  };

  readonly #pointerLeave = (): void => {
    this.#hovered = this.#hoveredBlock = null;
    this.#block = -1;
    this.requestUpdate();
  };

  #hover(point: Point): void {
    const { pitch } = this.#map;
    const isNear = pitch >= NEAR;
    const seat = this.#map.seatNear(point, (isNear ? 0.8 : 3) * pitch);
    const hovered = isNear ? seat : null;
    const block = isNear || seat === null ? -1 : this.#venue!.rows[rowOf(this.#venue!, seat)]!.block;
    this.#hoveredBlock = block < 0 ? null : point;
    if (hovered === this.#hovered && block === this.#block) {
      if (block >= 0) this.#map.schedule();
      return;
    }
    this.#hovered = hovered;
    this.#block = block;
    this.requestUpdate();
  }

  #tap(point: Point): void {
    const venue = this.#venue!;
    const { pitch, isNarrow } = this.#map;
    this.#hasSetOff = pitch < NEAR;
    if (!this.#hasSetOff) {
      const near = (reach: number, accept?: (seat: number) => boolean): number | null =>
        this.#map.seatNear(point, reach, accept);
      // A seat that is large enough to be meant is meant, also when it is taken.
      const meant = pitch >= REACH ? near(0.6 * pitch) : null;
      const seat = meant ?? near(REACH, (one) => this.#isFree(one)) ?? near(REACH);
      this.#isFocusSeen = false;
      if (seat === null) this.#offered = null;
      else this.#choose(seat);
      this.requestUpdate();
      return;
    }
    const person = this.#people.find(({ seat }) => {
      const [x, y] = this.#map.place(seat);
      return Math.hypot(x - point[0], y - point[1]) <= portraitSize(pitch, isNarrow) / 2;
    });
    const [x, y] = this.#map.under(point);
    const seat = person
      ? findBeside(venue, this.#blocked(), [person.seat])
      : (nearestFreeTo(venue, this.#blocked(), x, y, 1)[0] ?? null);
    if (seat === null) this.say(this.t('picker.full'));
    else this.#offer(seat);
  }

  /**
   * The first tap has acted already: nobody waits to see whether there comes a second. From far it is on its way to the
   * place, and goes on; near, one looks closer, and what the first one chose stays chosen, since many tap twice by habit.
   */
  #tapAgain(point: Point): void {
    if (!this.#hasSetOff) this.#map.zoom(2, point, true);
    else if (this.#offered !== null) void this.#map.bring(this.#offered);
  }

  readonly #wheel = (event: WheelEvent): void => {
    // The wheel alone scrolls the page.
    if ((!event.ctrlKey && !event.metaKey) || !this.#venue) return;
    event.preventDefault();
    const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
    this.#map.zoom(Math.exp(-Math.max(-60, Math.min(60, px)) * 0.01), this.#map.pointOf(event), false);
  };

  readonly #showWhole = (): void => {
    this.#map.showWhole();
    // The button goes with the near picture; the focus stays among its like.
    if (this.shadowRoot?.activeElement?.matches('.whole')) this.#focusBlocks();
  };

  #focusBlocks(): void {
    this.renderRoot.querySelector<HTMLElement>('.where select')?.focus();
  }

  /** A press on the picture must not take the focus away from where it is. */
  readonly #keepFocus = (event: Event): void => event.preventDefault();

  // Keys

  readonly #gridKey = (event: KeyboardEvent): void => {
    const { key, altKey, metaKey, ctrlKey } = event;
    if (altKey || metaKey) return;
    const venue = this.#venue!;
    const next = seatByKey(venue, this.#at, key, ctrlKey);
    if (next !== null) this.#goTo(next);
    else if (key === 'Enter' || key === ' ') this.#choose(this.#at);
    else if (key === 'Escape') {
      this.#map.showWhole();
      this.#focusBlocks();
    } else return;
    event.preventDefault();
  };

  #goTo(seat: number): void {
    this.#at = seat;
    this.#offered = null;
    this.#isFocusSeen = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.#cell(seat)?.focus({ preventScroll: true }));
  }

  /** The grid goes along; where the focus was in it, the focus too, so that it is not lost with its cell. */
  #moveAt(seat: number): void {
    this.#at = seat;
    if (!this.shadowRoot?.activeElement?.matches('.cell')) return;
    void this.updateComplete.then(() => {
      this.#isFollowing = true;
      this.#cell(seat)?.focus({ preventScroll: true });
      this.#isFollowing = false;
    });
  }

  /** In the plain grid, and by assistive technology. */
  readonly #gridClick = (event: Event): void => {
    const cell = (event.target as Element).closest<HTMLElement>('.cell');
    if (cell) this.#choose(Number(cell.dataset['seat']));
  };

  #cell(seat: number): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-seat="${seat}"]`);
  }

  readonly #gridFocus = (event: FocusEvent): void => {
    const cell = (event.target as Element).closest<HTMLElement>('.cell');
    if (!cell || this.#isFollowing) return;
    this.#at = Number(cell.dataset['seat']);
    this.#isFocusSeen = cell.matches(':focus-visible');
    this.#offered = null;
    this.requestUpdate();
    void this.#map.bring(this.#at);
  };

  readonly #gridBlur = (): void => {
    this.#isFocusSeen = false;
    this.requestUpdate();
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (ctrlKey || altKey || metaKey || event.defaultPrevented) return;
    if (key === 'Escape') {
      if (!this.#isMenuOpen && this.#offered === null) return;
      if (this.#isMenuOpen) this.#toggleMenu(false);
      this.#offered = null;
      this.requestUpdate();
    } else if (target instanceof HTMLSelectElement || !this.#map.isThere) {
      // A list takes its own keys.
      return;
    } else if (key === '+' || key === '=') this.#step(2);
    else if (key === '-') this.#step(0.5);
    else if (key === '0') this.#map.showWhole();
    else return;
    event.preventDefault();
  };

  // The list, the menu

  #toggleMenu(isOpen: boolean): void {
    this.#isMenuOpen = isOpen;
    this.requestUpdate();
    if (!isOpen) this.renderRoot.querySelector<HTMLElement>('.beside > button')?.focus();
  }

  readonly #menuLeave = (event: FocusEvent): void => {
    if ((event.currentTarget as Element).contains(event.relatedTarget as Node | null)) return;
    this.#isMenuOpen = false;
    this.requestUpdate();
  };

  readonly #goToBlock = (event: Event): void => {
    const b = Number((event.target as HTMLSelectElement).value);
    this.#offered = null;
    if (b < 0) {
      this.#map.showWhole();
      return;
    }
    const venue = this.#venue!;
    const { firstRow, rowCount } = venue.blocks[b]!;
    const { first, count } = venue.rows[firstRow + (rowCount >> 1)]!;
    const middle = first + (count >> 1);
    const free = nearestFreeTo(venue, this.#blocked(), venue.x[middle]!, venue.y[middle]!, 1)[0];
    // The nearest free seat may be in the next block already.
    this.#at = free !== undefined && venue.rows[rowOf(venue, free)]!.block === b ? free : middle;
    this.requestUpdate();
    void this.#map.bring(this.#at);
  };

  readonly #openList = (event: Event): void => {
    this.#isListOpen = (event.target as HTMLDetailsElement).open;
    const venue = this.#venue!;
    this.#listRow = rowOf(venue, this.#at);
    this.#listBlock = venue.rows[this.#listRow]!.block;
    this.#listSeat = this.#at;
    this.requestUpdate();
  };

  #pickBlock(block: number): void {
    this.#listBlock = block;
    const rows = rowOptions(this.#seating!, block);
    this.#pickRow((rows.find(({ disabled }) => !disabled) ?? rows[0]!).value);
  }

  #pickRow(row: number): void {
    this.#listRow = row;
    const seats = seatOptions(this.#seating!, row);
    this.#listSeat = (seats.find(({ disabled }) => !disabled) ?? seats[0]!).value;
    this.requestUpdate();
  }

  // Templates

  protected view(): TemplateResult {
    if (this.#isUnavailable) {
      return html`<div class="picker" part="picker">
        <p class="unavailable" part="unavailable">${this.t('picker.unavailable')}</p>
      </div>`;
    }
    const seating = this.#seating;
    const venue = this.#venue;
    // The place is held while the campaign is read, so that nothing moves when the arena comes.
    if (!venue || !seating)
      return this.#waits()
        ? html`<div class="picker" part="picker"><div class="plate waiting"></div></div>`
        : html``;
    return html`<div
      class="picker ${this.#isPlain ? 'bare' : ''}"
      part="picker"
      role="group"
      aria-label=${this.#summary(seating)}
      @keydown=${this.#key}
    >
      <button class="find" part="find" type="button" ?disabled=${!this.#mayChoose} @click=${this.#find}>
        ${seatIcon}${this.t('picker.find')}
      </button>
      ${this.#people.length > 0 ? this.#besideView() : nothing}
      ${this.#isPlain ? html`${this.#whereView(seating)}${this.#gridView(seating)}${this.#sheetView(seating)}` : this.#mapView(seating)}
      ${this.#legendView()} ${this.#listView(seating)}
    </div>`;
  }

  /** "Seats: 10,873 of 15,086 seats are free". */
  #summary(seating: Seating): string {
    const label = this.t('picker.label');
    // The picture first: to load how figures are written takes longer than to paint it.
    if (!this.#map.isPainted && !this.#isPlain) return label;
    const { capacity } = seating.venue;
    return (this.#free ??= `${label}: ${this.t('picker.summary', { count: countFree(seating, 0, capacity), capacity })}`);
  }

  #waits(): boolean {
    const { phase, document } = this.store.value;
    return (
      !this.noMap && (phase === 'ready' ? !!document?.venue : phase === 'loading' && !!this.store.campaign)
    );
  }

  #besideView(): TemplateResult {
    const isOpen = this.#isMenuOpen;
    return html`<div
      class="beside ${isOpen ? 'open' : ''}"
      part="beside"
      role="group"
      aria-labelledby="beside"
      @focusout=${this.#menuLeave}
    >
      <p id="beside">${this.t('picker.beside')}</p>
      <button
        type="button"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls="people"
        ?disabled=${!this.#mayChoose}
        @click=${() => this.#toggleMenu(!isOpen)}
      >
        ${this.t('picker.beside-menu')}<svg width="12" height="8" aria-hidden="true">
          <path d="m1.5 1.5 4.5 4.5 4.5-4.5" />
        </svg>
      </button>
      <div class="people" id="people">
        ${this.#people.map(
          (person) =>
            html`<button
              part="person"
              type="button"
              aria-label=${this.t('picker.beside-person', { name: person.name })}
              ?disabled=${!this.#mayChoose}
              @click=${() => this.#sitBeside(person)}
            >
              ${portraitView(person)}<bdi>${person.name}</bdi>
            </button>`,
        )}
      </div>
    </div>`;
  }

  /** No picture: the grid is seen itself. */
  get #isPlain(): boolean {
    return this.noMap || !this.#hasCanvas;
  }

  #whereView(seating: Seating): TemplateResult {
    const isNear = this.#map.isZoomed || this.#isPlain;
    const block = isNear ? seating.venue.rows[rowOf(seating.venue, this.#at)]!.block : -1;
    // The picture first: the options come with the next drawing.
    const blocks = this.#map.isPainted || this.#isPlain ? (this.#blocks ??= blockOptions(seating)) : [];
    return html`<div class="where">
      <select part="blocks" aria-label=${this.t('picker.go-to')} @change=${this.#goToBlock}>
        ${this.#isPlain ? nothing : html`<option value="-1" .selected=${!isNear}>${this.t('picker.whole')}</option>`}
        ${optionsView(blocks, block)}
      </select>
    </div>`;
  }

  #mapView(seating: Seating): TemplateResult {
    const isZoomed = this.#map.isZoomed;
    return html`
      ${this.#whereView(seating)}
      <div class="plate ${isZoomed ? 'zoomed' : ''} ${this.#isMagnified ? 'magnified' : ''}" part="plate">
        <canvas aria-hidden="true" @contextrestored=${this.#restored}></canvas>
        <canvas aria-hidden="true" @contextrestored=${this.#restored}></canvas>
        <canvas aria-hidden="true" @contextrestored=${this.#restored}></canvas>
        <div
          class="hit ${this.#hand.isDragging ? 'dragging' : ''} ${this.#hovered !== null && this.#isFree(this.#hovered) ? 'on-seat' : ''}"
          aria-hidden="true"
          @pointerdown=${this.#pointer}
          @pointermove=${this.#pointer}
          @pointerup=${this.#pointer}
          @pointercancel=${this.#pointer}
          @pointerleave=${this.#pointerLeave}
          @click=${this.#click}
          @touchmove=${this.#holdPage}
          @contextmenu=${this.#contextMenu}
          @mousedown=${this.#keepFocus}
          @wheel=${this.#wheel}
        ></div>
        <canvas class="map" aria-hidden="true"></canvas>
        <span class="corner"></span><span class="corner right"></span><span class="corner bottom"></span>
        ${this.#people.map((person) => this.#nameView(seating, person))}
        <button class="whole" part="whole" type="button" @click=${this.#showWhole}>
          <svg width="18" height="12" aria-hidden="true"><path d="M17 6H1.5M6 1.5 1.5 6 6 10.5" /></svg
          ><span>${this.t('picker.whole')}</span>
        </button>
        ${this.#gridView(seating)} ${this.#tipView(seating)} ${this.#sheetView(seating)}
      </div>
      <div class="zoom" part="zoom">
        <button type="button" aria-label=${this.t('picker.zoom-out')} @click=${() => this.#step(0.5)}>
          <svg width="16" height="16" aria-hidden="true"><path d="M2 8h12" /></svg>
        </button>
        <button type="button" aria-label=${this.t('picker.zoom-in')} @click=${() => this.#step(2)}>
          <svg width="16" height="16" aria-hidden="true"><path d="M2 8h12M8 2v12" /></svg>
        </button>
      </div>
    `;
  }

  #nameView(seating: Seating, person: Kept): TemplateResult {
    const isBeside = this.seat !== null && besideOf(seating, this.seat)?.seat === person.seat;
    return html`<p class="name" part="name">
      <b><bdi>${person.name}</bdi></b>
      <span>${seatSentence(seating, person.seat)}</span> ${isBeside ? this.t('picker.you-beside') : nothing}
    </p>`;
  }

  #gridView(seating: Seating): TemplateResult {
    const grid = seatGrid(seating, this.#at);
    return html`<div
        class="grid ${this.#isPlain ? 'plain' : ''}"
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
          ({ index, cells }) =>
            html`<div role="row" aria-rowindex=${index}>
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
                    ${this.#isPlain ? column : nothing}
                  </div>`,
              )}
            </div>`,
        )}
      </div>
      <p id="keys" class="visually-hidden">${this.t('picker.keys')}</p>`;
  }

  /** Which seat has a tooltip, and how it looks. */
  #tip(): { seat: number; kind: '' | 'focus' | 'yours' } | null {
    if (this.#map.pitch < NEAR) return null;
    if (this.#hovered !== null)
      return { seat: this.#hovered, kind: this.#hovered === this.seat ? 'yours' : '' };
    if (this.#offered !== null || !this.#map.isAtRest) return null;
    if (this.#isFocusSeen) return { seat: this.#at, kind: 'focus' };
    return this.seat !== null && !this.#map.isNarrow ? { seat: this.seat, kind: 'yours' } : null;
  }

  #tipView(seating: Seating): TemplateResult | typeof nothing {
    if (this.#hoveredBlock && this.#map.pitch < NEAR && this.#block >= 0) {
      return html`<p class="tip" part="tip" aria-hidden="true">${blockSentence(seating, this.#block)}</p>`;
    }
    const tip = this.#tip();
    if (!tip) return nothing;
    const state = stateOf(seating, tip.seat);
    const person = state === 'kept' ? this.#people.find(({ seat }) => seat === tip.seat) : null;
    const sentence = seatSentence(seating, tip.seat);
    const line =
      tip.kind === 'focus' && state === 'free' && !besideOf(seating, tip.seat)
        ? this.t('picker.enter-takes')
        : stateLine(seating, tip.seat);
    const [first, second] =
      state === 'yours' ? [line, sentence] : person ? [person.name, `${sentence}`] : [sentence, line];
    return html`<p class="tip ${tip.kind}" part="tip" aria-hidden="true">
      <b><bdi>${first}</bdi></b
      >${second}${person ? html`<br />${line}` : nothing}
    </p>`;
  }

  /** Puts the tooltip beside its seat, inside the map; tells where its line begins. */
  #placeTip(): { seat: number; from: Point } | null {
    const element = this.#plate!.querySelector<HTMLElement>('.tip');
    if (!element) return null;
    const { offsetWidth: width, offsetHeight: height } = element;
    const within = (value: number, most: number): number =>
      Math.min(Math.max(8, value), Math.max(8, most - 8));
    const put = (x: number, y: number): Point => {
      const left = within(x, this.#map.size.width - width);
      const top = within(y, this.#map.size.height - height);
      element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
      return [left, top];
    };
    const tip = this.#tip();
    if (!tip) {
      if (this.#hoveredBlock) put(this.#hoveredBlock[0] + 16, this.#hoveredBlock[1] - height - 12);
      return null;
    }
    const [x, y] = this.#map.place(tip.seat);
    const gap = this.#map.pitch * 0.6 + 22;
    const isBelow = tip.kind === 'focus' || y - gap - height < 8;
    const isLeft = tip.kind === 'yours' && !isBelow;
    const [left, top] = put(
      tip.kind === 'focus' ? x - width / 2 : isLeft ? x - width - 12 : x + 12,
      isBelow ? y + gap : y - gap - height,
    );
    if (tip.kind === 'focus') return null;
    const edge = isBelow ? top : top + height;
    return { seat: tip.seat, from: [Math.min(Math.max(x, left + 8), left + width - 8), edge] };
  }

  #sheetView(seating: Seating): TemplateResult | typeof nothing {
    const seat =
      this.#offered ?? (this.#map.isNarrow && this.#map.isZoomed && !this.#isFocusSeen ? this.seat : null);
    if (seat === null) return nothing;
    const state = stateOf(seating, seat);
    const person = this.#people.find((one) => one.seat === seat) ?? besideOf(seating, seat);
    return html`<div class="sheet" part="sheet">
      ${person ? portraitView(person as Kept) : nothing}
      <div>
        <p>${seatSentence(seating, seat)}</p>
        <p>${stateLine(seating, seat)}</p>
      </div>
      ${
        state === 'free'
          ? html`<button
              part="take"
              type="button"
              ?disabled=${!this.#mayChoose}
              @click=${() => this.#take(seat)}
            >
              ${seatIcon}${this.t('picker.take')}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** The button goes with the sheet: the focus goes on to the seat. */
  #take(seat: number): void {
    this.#choose(seat);
    void this.updateComplete.then(() => this.#cell(seat)?.focus({ preventScroll: true }));
  }

  #legendView(): TemplateResult {
    return html`<ul class="legend" part="legend">
      <li>${legendIcon('free')}${this.t('picker.free')}</li>
      <li>${legendIcon('taken', dot)}${this.t('picker.taken')}</li>
      <li>
        <svg class="kept" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <circle cx="10" cy="10" r="8.5" />
          <circle cx="10" cy="10" r="5" /></svg
        >${this.t('picker.kept')}
      </li>
      <li>${legendIcon('yours', dot)}${this.t('picker.yours')}</li>
    </ul>`;
  }

  #listView(seating: Seating): TemplateResult {
    const isOpen = this.#isListOpen;
    const field = (
      label: string,
      options: readonly Option[],
      chosen: number,
      pick: (value: number) => void,
    ): TemplateResult =>
      html`<label
        >${label}<select @change=${(event: Event) => pick(Number((event.target as HTMLSelectElement).value))}>
          ${optionsView(options, chosen)}
        </select></label
      >`;
    return html`<details part="list" @toggle=${this.#openList}>
      <summary>${this.t('picker.list')}</summary>
      ${
        isOpen
          ? html`<div class="list">
              ${field(this.t('picker.list-block'), (this.#blocks ??= blockOptions(seating)), this.#listBlock, (block) => this.#pickBlock(block))}
              ${field(this.t('picker.list-row'), rowOptions(seating, this.#listBlock), this.#listRow, (row) => this.#pickRow(row))}
              ${field(this.t('picker.list-seat'), seatOptions(seating, this.#listRow), this.#listSeat, (seat) => (this.#listSeat = seat))}
              <button
                type="button"
                ?disabled=${!this.#mayChoose || !this.#isFree(this.#listSeat)}
                @click=${() => this.#chooseAndBring(this.#listSeat)}
              >
                ${this.t('picker.take')}
              </button>
            </div>`
          : nothing
      }
    </details>`;
  }
}

function optionsView(options: readonly Option[], chosen: number): TemplateResult[] {
  return options.map(
    ({ value, text, disabled }) =>
      html`<option value=${value} ?disabled=${disabled} .selected=${value === chosen}>${text}</option>`,
  );
}

function portraitView({ portrait, name }: Kept): TemplateResult {
  return portrait
    ? html`<img class="portrait" src=${portrait} alt="" width="48" height="48" />`
    : // As text of the sheet, not of the tree: initials are a picture.
      html`<span class="portrait" data-initials=${initialsOf(name)}></span>`;
}

/** At most two letters: of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

const dot = svg`<circle cx="10" cy="9" r="4" />`;
const seatIcon = html`<svg viewBox="0 0 20 20" width="22" height="22" aria-hidden="true">
  <rect x="2" y="2" width="16" height="16" rx="4" />
  <path d="M6 15h8" />
</svg>`;

function legendIcon(name: string, inner: unknown = nothing): TemplateResult {
  return html`<svg class=${name} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <rect x="2" y="2" width="16" height="16" rx="4" />
    ${inner}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-seat-picker': PetitionSeatPicker;
  }
}
