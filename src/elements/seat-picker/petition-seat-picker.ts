import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Campaign } from '../../campaign/campaign.js';
import { mayChoose, ownSeat, type CampaignState } from '../../campaign/state.js';
import { PetitionSeatSelectEvent } from '../../events.js';
import { formatNumber } from '../../i18n/intl.js';
import { findBeside, findSeat, nearestFreeTo } from '../../venue/find.js';
import { facing, seatAtPoint } from '../../venue/geometry.js';
import { isSeat, makeVenue, rowOf } from '../../venue/layout.js';
import { besides } from '../../venue/neighbours.js';
import { decodeOccupancy, emptyOccupancy, OccupancyError, setTaken } from '../../venue/occupancy.js';
import { seatCode, seatFromCode } from '../../venue/seat-code.js';
import { VenueError, type Venue, type VenueSpec } from '../../venue/venue.js';
import { PetitionElement } from '../petition-element.js';
import { controls } from '../../styles/controls.js';
import { Painter, type Portrait } from './painter.js';
import { paletteStyles, readPalette, type Palette } from './palette.js';
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
import {
  angleFor,
  apply,
  between,
  clampView,
  ease,
  fit,
  invert,
  lookAt,
  matrixOf,
  pan,
  planeOf,
  zoomAt,
  type Matrix,
  type Point,
  type Size,
  type View,
} from './viewport.js';

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

/** Motion of docs/look.md, in ms. */
const FLIGHT = 420;
const ARRIVAL = 1100;
/** Seats that light up one after another; the rest simply appear. */
const ARRIVALS_A_SECOND = 12;
/** A finished picture is moved during a gesture and painted anew when it rests this long. */
const REST = 80;
/** The glow of many arrivals is gathered. */
const GLOW_REST = 1000;
const SPEAK_ARRIVALS = 60_000;
/** Reach of a finger, px. */
const REACH = 24;
const NEAR = 8;
const MAX_PITCH = 72;
/** Width of a seat that is brought into view, px. */
const PITCH = { narrow: 44, wide: 28.5 };

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
  #floor: Floor | null = null;
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

  #painter: Painter | null = null;
  #hasCanvas = true;
  #plate: HTMLElement | null = null;
  #palette: Palette | null = null;
  #size: Size = { width: 0, height: 0 };
  #whole: View = { x: 0, y: 0, scale: 1, angle: 0 };
  #view: View = this.#whole;
  #isPainted = false;
  #flight: { from: View; to: View; start: number } | null = null;
  #landed: (() => void)[] = [];
  #isMoving = false;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #glow: ReturnType<typeof setTimeout> | undefined;
  #arrivals: { seat: number; start: number }[] = [];
  #arrived = 0;
  #spokeArrivals = 0;
  readonly #images = new Map<string, HTMLImageElement>();

  readonly #pointers = new Map<number, Point>();
  #pressed: Point | null = null;
  #isDragging = false;

  #isNear = false;
  #stopWatching: (() => void) | null = null;
  readonly #resized = new ResizeObserver(() => this.#measure());
  readonly #approached = new IntersectionObserver(
    (entries) => this.#approach(entries.at(-1)!.isIntersecting),
    { rootMargin: '200px' },
  );
  readonly #media = ['(forced-colors: active)', 'print'].map((query) => matchMedia(query));

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
    for (const query of this.#media) query.addEventListener('change', this.#recolour);
    this.#approached.observe(this);
    if (this.#plate && this.#painter) this.#resized.observe(this.#plate);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const query of this.#media) query.removeEventListener('change', this.#recolour);
    this.#resized.disconnect();
    this.#approached.disconnect();
    this.#approach(false);
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    clearTimeout(this.#glow);
    this.#frame = 0;
    this.#land();
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    super.campaignChanged(campaign);
    this.#stopWatching?.();
    this.#stopWatching = campaign && this.#isNear ? campaign.watchSeats() : null;
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
    if (isNewPicture && this.#isPainted) this.#repaint();
    if (isNewVenue) this.#at = this.seat ?? this.#bestSeat() ?? 0;
    if (this.#offered === this.seat) this.#offered = null;
  }

  #person(seat: number, story: number): Kept {
    const { name, portrait } = this.state.document!.stories[story]!;
    return { seat, name: this.text(name), portrait: portrait ? this.asset(portrait.src) : null };
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
    this.#floor = next && new Floor(next);
    this.#offered = this.#hovered = null;
    this.#view = this.#whole;
    this.#listBlock = this.#listRow = this.#listSeat = 0;
    if (this.#isPainted) this.#ready = this.#promiseReady();
    this.#isPainted = false;
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
    if (!this.#painter || !this.#isPainted) return;
    if (isOnlyMore) {
      this.#painter.lightUp(this.#picture()!, others);
      clearTimeout(this.#glow);
      this.#glow = setTimeout(() => this.#repaint(), GLOW_REST);
    } else this.#repaint();
    this.#arrived += others.length;
    const now = performance.now();
    // One by one only what comes in one by one: the first reading of a full house is no event.
    if (!this.#isStill()) {
      let start = Math.max(now, (this.#arrivals.at(-1)?.start ?? 0) + 1000 / ARRIVALS_A_SECOND);
      for (const seat of others) {
        if (start > now + 1000) break;
        this.#arrivals.push({ seat, start });
        start += 1000 / ARRIVALS_A_SECOND;
      }
    }
    if (this.#arrived > 0 && now - this.#spokeArrivals > SPEAK_ARRIVALS) {
      if (this.#spokeArrivals > 0) this.say(this.t('picker.arrived', { count: this.#arrived }));
      this.#spokeArrivals = now;
      this.#arrived = 0;
    }
    this.#schedule();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const plate = this.renderRoot.querySelector<HTMLElement>('.plate:not(.waiting)');
    if (plate !== this.#plate) this.#adopt(plate);
    if (plate) this.#stage();
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
    this.#resized.disconnect();
    this.#plate = plate;
    this.#painter = null;
    if (!plate) return;
    const [far, near, over, map] = plate.querySelectorAll('canvas');
    this.#painter = Painter.on(far!, near!, over!, map!);
    if (!this.#painter) {
      this.#tell(
        `${this.localName}: this browser has no 2D canvas; the list and the grid of seats serve alone.`,
      );
      this.#hasCanvas = false;
      this.requestUpdate();
      return;
    }
    this.#palette = readPalette(plate);
    this.#resized.observe(plate);
  }

  /** Gives the painter what is true now, and the overlay and the cells their places. */
  #stage(): void {
    const picture = this.#picture();
    if (!this.#painter || !picture) return;
    this.#painter.blockName = (block) => this.t('picker.block', { block });
    if (!this.#isPainted) {
      this.#painter.show(picture);
      this.#measure();
    }
    this.#schedule();
  }

  #picture(): Parameters<Painter['show']>[0] | null {
    if (!this.#floor || !this.#palette) return null;
    const { venue } = this.#floor;
    return {
      floor: this.#floor,
      taken: this.#taken,
      kept: new Set(this.#people.map(({ seat }) => seat)),
      beside: new Set(this.#people.flatMap(({ seat }) => besides(venue, seat))),
      palette: this.#palette,
    };
  }

  #repaint(): void {
    const picture = this.#picture();
    if (picture) this.#painter?.show(picture);
    this.#schedule();
  }

  readonly #recolour = (): void => {
    if (!this.#plate) return;
    this.#palette = readPalette(this.#plate);
    this.#repaint();
    // Printing does not wait for a frame.
    this.#draw(performance.now());
  };

  // Size, nearness, frames

  #measure(): void {
    const plate = this.#plate;
    const venue = this.#venue;
    if (!plate || !venue || !this.#painter) return;
    const size = { width: plate.clientWidth, height: plate.clientHeight };
    if (size.width === 0 || size.height === 0) return;
    const isFirst = !this.#isPainted;
    const isSame = size.width === this.#size.width && size.height === this.#size.height;
    if (isSame && !isFirst) return this.#schedule();
    const wasWhole = this.#view === this.#whole;
    this.#size = size;
    const { bounds, pitch } = venue;
    const isUpright = size.width < 480 && bounds.right - bounds.left > bounds.bottom - bounds.top;
    const whole = fit(
      bounds,
      size,
      isUpright ? Math.PI / 2 : 0,
      size.width < 480 ? 4 : size.width < 840 ? 12 : 32,
    );
    // A small venue is not blown up: its seats are never larger than those that are brought into view.
    this.#whole = { ...whole, scale: Math.min(whole.scale, (1.5 * PITCH.narrow) / pitch) };
    if (wasWhole || isFirst) this.#view = this.#whole;
    else this.#view = { ...this.#view };
    this.#painter.resize(size, devicePixelRatio || 1);
    if (isFirst) {
      // The observer tells a frame later: the first painting does not wait for it.
      const { top, bottom } = plate.getBoundingClientRect();
      if (top < innerHeight + 200 && bottom > -200) this.#approach(true);
      if (this.#isNear) this.#draw(performance.now());
    }
    this.#schedule();
  }

  #approach(isNear: boolean): void {
    if (isNear === this.#isNear) return;
    this.#isNear = isNear;
    this.#stopWatching?.();
    this.#stopWatching = isNear ? (this.store.campaign?.watchSeats() ?? null) : null;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#frame || !this.#isNear || !this.isConnected) return;
    this.#frame = requestAnimationFrame((now) => {
      this.#frame = 0;
      this.#draw(now);
    });
  }

  #draw(now: number): void {
    const painter = this.#painter;
    if (!painter || !this.#floor || this.#size.width === 0) return;
    let share = 1;
    const flight = this.#flight;
    if (flight) {
      const t = Math.min(1, (now - flight.start) / FLIGHT);
      share = ease(Math.max(0, t));
      this.#view = t < 1 ? between(flight.from, flight.to, share) : flight.to;
      if (t >= 1) this.#land();
    }
    painter.resize(this.#size, devicePixelRatio || 1);
    if (painter.farIsStale(this.#whole)) painter.paintFar(this.#whole);
    const view = this.#view;
    const isWhole = view === this.#whole;
    if (!isWhole && !this.#flight && !this.#isMoving && painter.nearIsStale(view)) painter.paintNear(view);
    // The near picture comes and goes with the flight from and to the whole.
    const opacity = !this.#flight
      ? 1
      : flight!.from === this.#whole
        ? share
        : flight!.to === this.#whole
          ? 1 - share
          : 1;
    painter.move(view, this.#whole, opacity);
    this.#arrivals = this.#arrivals.filter(({ start }) => now - start < ARRIVAL);
    // While one drags, the finished overlay goes along as it is.
    if (!this.#isMoving || this.#arrivals.length > 0 || !painter.canMoveOverlay(view))
      this.#drawOverlay(now, view, isWhole);
    if (!isWhole) painter.paintMap(view, this.#whole);
    if (!this.#flight && !this.#isMoving) this.#placeCells();
    if (this.#flight || this.#arrivals.length > 0) this.#schedule();
    if (!this.#isPainted) {
      this.#isPainted = true;
      this.#becomeReady();
      // Once the picture is on the screen, the words that take longer to make than it.
      requestAnimationFrame(() => setTimeout(() => this.requestUpdate()));
    }
  }

  #drawOverlay(now: number, view: View, isWhole: boolean): void {
    const tip = this.#placeTip();
    const at = this.#isFocusSeen ? this.#at : null;
    this.#painter!.paintOverlay(view, {
      portraits: this.#portraits(isWhole),
      own: this.seat,
      pointer: this.#hovered,
      focus: this.#offered ?? at,
      numbered: [this.seat, this.#offered, at].filter((seat) => seat !== null),
      arrivals: this.#arrivals
        .filter(({ start }) => start <= now)
        .map(({ seat, start }) => ({ seat, age: (now - start) / ARRIVAL })),
      leaders: tip ? [tip] : [],
    });
  }

  #promiseReady(): Promise<void> {
    return new Promise((resolve) => (this.#resolveReady = resolve));
  }

  #becomeReady(): void {
    this.#resolveReady();
  }

  /** Whether nothing may move. */
  #isStill(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  get #isZoomed(): boolean {
    return (this.#flight?.to ?? this.#view) !== this.#whole;
  }

  get #isNarrow(): boolean {
    return this.#size.width < 480;
  }

  /** Width of a seat on the screen, px. */
  get #pitch(): number {
    return this.#view.scale * (this.#venue?.pitch ?? 1);
  }

  #place(seat: number): [number, number] {
    return apply(matrixOf(this.#view, this.#size), this.#venue!.x[seat]!, this.#venue!.y[seat]!);
  }

  #portraits(isWhole: boolean): Portrait[] {
    const points = this.#people.map(({ seat }) => this.#place(seat));
    const corners = cornersFor(points, this.#size);
    return this.#people.map(({ seat, name, portrait }, i) => ({
      seat,
      initials: initialsOf(name),
      image: portrait ? this.#image(portrait) : null,
      name: isWhole && this.#size.width >= 840 ? this.#nameEdge(i, corners[i]!) : null,
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
      image.onload = () => this.#schedule();
      image.src = url;
      this.#images.set(url, image);
    }
    return image.complete && image.naturalWidth > 0 ? image : null;
  }

  /** The cells of the grid stand on their seats, so that magnifiers and touch exploration find them there. */
  #placeCells(): void {
    for (const cell of this.#plate!.querySelectorAll<HTMLElement>('.cell')) {
      const side = Math.max(24, this.#pitch);
      const [x, y] = this.#place(Number(cell.dataset['seat']));
      Object.assign(cell.style, {
        transform: `translate(${(x - side / 2).toFixed(1)}px, ${(y - side / 2).toFixed(1)}px)`,
        inlineSize: `${side}px`,
        blockSize: `${side}px`,
      });
    }
  }

  // Moving through the venue

  #fly(to: View): Promise<void> {
    this.#land();
    if (to === this.#view) return Promise.resolve();
    if (this.#isStill() || !this.#isNear || !this.#isPainted) {
      this.#view = to;
    } else {
      // The goal is painted first: it grows out of the whole and is crisp on arrival.
      if (to !== this.#whole && this.#painter?.nearIsStale(to)) this.#painter.paintNear(to);
      this.#flight = { from: this.#view, to, start: performance.now() };
    }
    this.#hovered = this.#hoveredBlock = null;
    this.requestUpdate();
    this.#schedule();
    return this.#flight ? new Promise((resolve) => this.#landed.push(resolve)) : Promise.resolve();
  }

  #land(): void {
    if (this.#flight) this.requestUpdate();
    this.#flight = null;
    this.#landed.splice(0).forEach((resolve) => resolve());
  }

  /** Moves at once, as a gesture does. */
  #moveTo(view: View): void {
    this.#land();
    this.#view = clampView(view, this.#venue!.bounds, this.#size, this.#whole, this.#maxScale);
    // The first step takes the tooltip away and may be the first that is near; the others only move pictures.
    if (!this.#isMoving) this.requestUpdate();
    this.#isMoving = true;
    this.#hovered = this.#hoveredBlock = null;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#isMoving = false;
      this.requestUpdate();
    }, REST);
    this.#schedule();
  }

  get #maxScale(): number {
    return Math.max(MAX_PITCH / this.#venue!.pitch, this.#whole.scale);
  }

  #zoom(factor: number, [x, y]: Point, isStep: boolean): void {
    const view = this.#flight?.to ?? this.#view;
    if (view.scale * factor <= this.#whole.scale * 1.02) {
      if (this.#isZoomed) void this.#fly(this.#whole);
      return;
    }
    const next = clampView(
      zoomAt(view, this.#size, Math.min(factor, this.#maxScale / view.scale), x, y),
      this.#venue!.bounds,
      this.#size,
      this.#whole,
      this.#maxScale,
    );
    if (isStep) void this.#fly(next);
    else this.#moveTo(next);
  }

  /** Larger or smaller by the buttons: towards the seat one is at. */
  #step(factor: number): void {
    const seen = this.#place(this.#offered ?? this.#at);
    const { width, height } = this.#size;
    const isSeen = seen[0] > 0 && seen[1] > 0 && seen[0] < width && seen[1] < height;
    this.#zoom(factor, isSeen ? seen : [width / 2, height / 2], true);
  }

  /** Where a seat is seen near, with the ice up. */
  #viewOf(seat: number): View {
    const venue = this.#venue!;
    const near = 18 / venue.pitch;
    // A small venue shows its seats as chairs already.
    if (this.#whole.scale > near) return this.#whole;
    const aim = (this.#isNarrow ? PITCH.narrow : PITCH.wide) / venue.pitch;
    const { scale } = this.#flight?.to ?? this.#view;
    // Clear of the sheet; where there is room, with the ice in sight.
    const down = this.#isNarrow ? -64 : 48;
    return lookAt(
      venue.x[seat]!,
      venue.y[seat]!,
      scale > near ? scale : aim,
      angleFor(facing(venue, seat)),
      0,
      down,
    );
  }

  /** Near enough to be told from its neighbours, upright, and well inside the map. */
  #isInView(seat: number): boolean {
    const view = this.#flight?.to ?? this.#view;
    const venue = this.#venue!;
    if (view.scale * venue.pitch <= 18) return false;
    if (view === this.#whole) return true;
    const [x, y] = apply(matrixOf(view, this.#size), venue.x[seat]!, venue.y[seat]!);
    const { width, height } = this.#size;
    const turned = Math.cos(view.angle - angleFor(facing(venue, seat)));
    const floor = this.#isNarrow ? 150 : 90;
    return x > width * 0.12 && x < width * 0.88 && y > 70 && y < height - floor && turned > 0.93;
  }

  #bring(seat: number): Promise<void> {
    if (!this.#painter || !this.#venue) return Promise.resolve();
    if (this.#isInView(seat))
      return this.#flight ? new Promise((resolve) => this.#landed.push(resolve)) : Promise.resolve();
    return this.#fly(this.#viewOf(seat));
  }

  /** Brings a seat into view; resolves, once it is there, to its box in client px. */
  async reveal(seat: number): Promise<DOMRect> {
    await this.updateComplete;
    const venue = this.#venue;
    if (!venue || !isSeat(venue, seat)) throw new RangeError(`reveal: ${seat} is not a seat of this venue.`);
    if (!this.#plate || !this.#painter) return this.getBoundingClientRect();
    if (!this.#isNear) this.#plate.scrollIntoView({ block: 'center' });
    await this.ready;
    await this.#bring(seat);
    let box = this.#boxOf(seat);
    if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) {
      this.#plate.scrollIntoView({ block: this.#size.height > innerHeight ? 'center' : 'nearest' });
      box = this.#boxOf(seat);
    }
    return box;
  }

  #boxOf(seat: number): DOMRect {
    const [x, y] = this.#place(seat);
    const half = this.#pitch / 2;
    const plane = this.#plane();
    const corners = [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ].map(([dx, dy]) => apply(plane, x + dx!, y + dy!));
    const xs = corners.map((corner) => corner[0]);
    const ys = corners.map((corner) => corner[1]);
    const left = Math.min(...xs);
    const top = Math.min(...ys);
    return new DOMRect(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
  }

  /** Px of the map -> client px. */
  #plane(): Matrix {
    const [topLeft, topRight, bottomLeft] = [...this.#plate!.querySelectorAll('.corner')].map(
      (corner): Point => {
        const { left, top } = corner.getBoundingClientRect();
        return [left, top];
      },
    );
    return planeOf(topLeft!, topRight!, bottomLeft!, this.#size);
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
    void this.#bring(seat);
  }

  #chooseAndBring(seat: number | null): void {
    if (seat === null) return this.say(this.t('picker.full'));
    this.#choose(seat);
    if (this.#plate && this.#painter) void this.reveal(seat);
  }

  readonly #find = (): void => {
    this.#chooseAndBring(this.#bestSeat());
  };

  #sitBeside(person: Kept): void {
    this.#isMenuOpen = false;
    this.#chooseAndBring(findBeside(this.#venue!, this.#blocked(), [person.seat]));
  }

  // Pointer

  #pointOf(event: MouseEvent): Point {
    return apply(invert(this.#plane()), event.clientX, event.clientY);
  }

  #seatNear([x, y]: Point, reach: number, accept?: (seat: number) => boolean): number | null {
    const [venueX, venueY] = apply(invert(matrixOf(this.#view, this.#size)), x, y);
    return seatAtPoint(this.#venue!, venueX, venueY, reach / this.#view.scale, accept);
  }

  readonly #pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !this.#venue) return;
    const point = this.#pointOf(event);
    this.#pointers.set(event.pointerId, point);
    this.#pressed = this.#pointers.size === 1 ? point : null;
    this.#isDragging = this.#pointers.size > 1;
    this.#land();
  };

  readonly #pointerMove = (event: PointerEvent): void => {
    if (!this.#venue) return;
    const point = this.#pointOf(event);
    const before = this.#pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') this.#hover(point);
      return;
    }
    if (!this.#isDragging) {
      const [x, y] = this.#pressed ?? point;
      if (Math.hypot(point[0] - x, point[1] - y) < 5 || !this.#isZoomed) return;
      this.#isDragging = true;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    }
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, point);
    if (!other) {
      this.#moveTo(pan(this.#view, point[0] - before[0], point[1] - before[1]));
      return;
    }
    // Two fingers: the place between them goes along, their distance is the zoom.
    const distance = (a: Point, b: Point): number => Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1]));
    const middle: Point = [(point[0] + other[0]) / 2, (point[1] + other[1]) / 2];
    const moved = pan(this.#view, (point[0] - before[0]) / 2, (point[1] - before[1]) / 2);
    const factor = distance(point, other) / distance(before, other);
    this.#moveTo(zoomAt(moved, this.#size, factor, ...middle));
  };

  readonly #pointerUp = (event: PointerEvent): void => {
    const point = this.#pointers.get(event.pointerId);
    if (!this.#pointers.delete(event.pointerId) || !point) return;
    if (this.#pointers.size === 0) {
      const isTap = !this.#isDragging && this.#pressed !== null && event.type === 'pointerup';
      this.#isDragging = false;
      this.#pressed = null;
      if (isTap) this.#tap(point);
      else if (this.#isZoomed && this.#view.scale <= this.#whole.scale * 1.02) void this.#fly(this.#whole);
    }
  };

  readonly #pointerLeave = (): void => {
    this.#hovered = this.#hoveredBlock = null;
    this.#block = -1;
    this.requestUpdate();
  };

  #hover(point: Point): void {
    const isNear = this.#pitch >= NEAR;
    const seat = this.#seatNear(point, isNear ? 0.8 * this.#pitch : 3 * this.#pitch);
    const hovered = isNear ? seat : null;
    const block = isNear || seat === null ? -1 : this.#venue!.rows[rowOf(this.#venue!, seat)]!.block;
    this.#hoveredBlock = block < 0 ? null : point;
    if (hovered === this.#hovered && block === this.#block) {
      if (block >= 0) this.#schedule();
      return;
    }
    this.#hovered = hovered;
    this.#block = block;
    this.requestUpdate();
  }

  #tap(point: Point): void {
    const venue = this.#venue!;
    const pitch = this.#pitch;
    if (pitch >= NEAR) {
      // A seat that is large enough to be meant is meant, also when it is taken.
      const meant = pitch >= REACH ? this.#seatNear(point, 0.6 * pitch) : null;
      const seat =
        meant ?? this.#seatNear(point, REACH, (one) => this.#isFree(one)) ?? this.#seatNear(point, REACH);
      this.#isFocusSeen = false;
      if (seat === null) this.#offered = null;
      else this.#choose(seat);
      this.requestUpdate();
      return;
    }
    const person = this.#people.find(({ seat }) => {
      const [x, y] = this.#place(seat);
      return Math.hypot(x - point[0], y - point[1]) <= portraitSize(pitch, this.#isNarrow) / 2;
    });
    const [x, y] = apply(invert(matrixOf(this.#view, this.#size)), ...point);
    const seat = person
      ? findBeside(venue, this.#blocked(), [person.seat])
      : (nearestFreeTo(venue, this.#blocked(), x, y, 1)[0] ?? null);
    if (seat === null) this.say(this.t('picker.full'));
    else this.#offer(seat);
  }

  readonly #wheel = (event: WheelEvent): void => {
    // The wheel alone scrolls the page.
    if ((!event.ctrlKey && !event.metaKey) || !this.#venue) return;
    event.preventDefault();
    const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
    this.#zoom(Math.exp(-Math.max(-60, Math.min(60, px)) * 0.01), this.#pointOf(event), false);
  };

  readonly #showWhole = (): void => {
    void this.#fly(this.#whole);
    // The button goes with the near picture; the focus stays among its like.
    if (this.shadowRoot?.activeElement?.matches('.whole')) this.#focusBlocks();
  };

  #focusBlocks(): void {
    this.renderRoot.querySelector<HTMLElement>('.where select')?.focus();
  }

  /** A press on the picture must not take the focus away from where it is. */
  readonly #keepFocus = (event: Event): void => event.preventDefault();

  readonly #restored = (): void => {
    this.#painter?.stale();
    this.#schedule();
  };

  // Keys

  readonly #gridKey = (event: KeyboardEvent): void => {
    const { key, altKey, metaKey, ctrlKey } = event;
    if (altKey || metaKey) return;
    const venue = this.#venue!;
    const next = seatByKey(venue, this.#at, key, ctrlKey);
    if (next !== null) this.#goTo(next);
    else if (key === 'Enter' || key === ' ') this.#choose(this.#at);
    else if (key === 'Escape') {
      void this.#fly(this.#whole);
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
    void this.#bring(this.#at);
  };

  readonly #gridBlur = (): void => {
    this.#isFocusSeen = false;
    this.requestUpdate();
    this.#schedule();
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (ctrlKey || altKey || metaKey || event.defaultPrevented) return;
    if (key === 'Escape') {
      if (!this.#isMenuOpen && this.#offered === null) return;
      if (this.#isMenuOpen) this.#toggleMenu(false);
      this.#offered = null;
      this.requestUpdate();
    } else if (target instanceof HTMLSelectElement || !this.#painter) {
      // A list takes its own keys.
      return;
    } else if (key === '+' || key === '=') this.#step(2);
    else if (key === '-') this.#step(0.5);
    else if (key === '0') void this.#fly(this.#whole);
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
      void this.#fly(this.#whole);
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
    void this.#bring(this.#at);
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
    if (!this.#isPainted && !this.#isPlain) return label;
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
    const isNear = this.#isZoomed || this.#isPlain;
    const block = isNear ? seating.venue.rows[rowOf(seating.venue, this.#at)]!.block : -1;
    // The picture first: the options come with the next drawing.
    const blocks = this.#isPainted || this.#isPlain ? (this.#blocks ??= blockOptions(seating)) : [];
    return html`<div class="where">
      <select part="blocks" aria-label=${this.t('picker.go-to')} @change=${this.#goToBlock}>
        ${this.#isPlain ? nothing : html`<option value="-1" .selected=${!isNear}>${this.t('picker.whole')}</option>`}
        ${optionsView(blocks, block)}
      </select>
    </div>`;
  }

  #mapView(seating: Seating): TemplateResult {
    const isZoomed = this.#isZoomed;
    return html`
      ${this.#whereView(seating)}
      <div class="plate ${isZoomed ? 'zoomed' : ''}" part="plate">
        <canvas aria-hidden="true" @contextrestored=${this.#restored}></canvas>
        <canvas aria-hidden="true" @contextrestored=${this.#restored}></canvas>
        <canvas aria-hidden="true" @contextrestored=${this.#restored}></canvas>
        <div
          class="hit ${this.#isDragging ? 'dragging' : ''} ${this.#hovered !== null && this.#isFree(this.#hovered) ? 'on-seat' : ''}"
          @pointerdown=${this.#pointerDown}
          @pointermove=${this.#pointerMove}
          @pointerup=${this.#pointerUp}
          @pointercancel=${this.#pointerUp}
          @pointerleave=${this.#pointerLeave}
          @mousedown=${this.#keepFocus}
          @wheel=${this.#wheel}
        ></div>
        <canvas class="map" aria-hidden="true"></canvas>
        <span class="corner"></span><span class="corner right"></span><span class="corner bottom"></span>
        ${this.#people.map((person) => this.#nameView(seating, person))}
        <button class="whole" part="whole" type="button" @click=${this.#showWhole}>
          <svg width="18" height="12" aria-hidden="true"><path d="M17 6H1.5M6 1.5 1.5 6 6 10.5" /></svg
          >${this.t('picker.whole')}
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
    if (this.#pitch < NEAR) return null;
    if (this.#hovered !== null)
      return { seat: this.#hovered, kind: this.#hovered === this.seat ? 'yours' : '' };
    if (this.#offered !== null || this.#flight || this.#isMoving) return null;
    if (this.#isFocusSeen) return { seat: this.#at, kind: 'focus' };
    return this.seat !== null && !this.#isNarrow ? { seat: this.seat, kind: 'yours' } : null;
  }

  #tipView(seating: Seating): TemplateResult | typeof nothing {
    if (this.#hoveredBlock && this.#pitch < NEAR && this.#block >= 0) {
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
      const left = within(x, this.#size.width - width);
      const top = within(y, this.#size.height - height);
      element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
      return [left, top];
    };
    const tip = this.#tip();
    if (!tip) {
      if (this.#hoveredBlock) put(this.#hoveredBlock[0] + 16, this.#hoveredBlock[1] - height - 12);
      return null;
    }
    const [x, y] = this.#place(tip.seat);
    const gap = this.#pitch * 0.6 + 22;
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
    const seat = this.#offered ?? (this.#isNarrow && this.#isZoomed && !this.#isFocusSeen ? this.seat : null);
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
