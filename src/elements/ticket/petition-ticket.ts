import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import {
  areAllSeated,
  areClaimed,
  areSeatsKnown,
  isAccepted,
  type CampaignState,
  shownCount,
} from '../../campaign/state.js';
import { after } from '../../i18n/locales/en/after.js';
import { controls } from '../../styles/controls.js';
import { field } from '../actions/field.styles.js';
import { loadVenue } from '../../venue/load-venue.js';
import { besides } from '../../venue/neighbours.js';
import { isTaken } from '../../venue/occupancy.js';
import { placeInCode, placeOf, seatCode, seatFromCode, type SeatPlace } from '../../venue/seat-code.js';
import { VenueError, type Venue, type VenueSpec } from '../../venue/venue.js';
import { copyFrom } from '../actions/copy.js';
import { findElement, leadTo } from '../base/find-element.js';
import { headingView } from '../actions/heading-view.js';
import type { Kept } from '../seats/kept.js';
import { pageAddress, takesFragment } from '../actions/page-address.js';
import { ObserverController } from '../base/observer-controller.js';
import { PetitionElement } from '../base/petition-element.js';
import { savesData } from '../base/save-data.js';
import { seatIcon, seatIconStyles } from '../base/seat-icon.js';
import { seatLink } from '../seats/seat-link.js';
import { StableValue } from '../base/stable-value.js';
import { isBuilt, venueAttribute } from '../seats/venue-attribute.js';
import type { MeasureText } from './fit.js';
import { styles } from './petition-ticket.styles.js';
import { drawTicket, type Format, type Ticket } from './picture.js';
import { pictureView } from './picture-view.js';
import type { FileKind } from './save.js';
import type { TicketDrawing } from './shapes.js';
import { seatSentence } from '../base/seat-sentence.js';

type TicketSlice = Pick<
  CampaignState,
  'document' | 'locale' | 'base' | 'venue' | 'kept' | 'taken' | 'signing' | 'seat'
> & { signatures: number | null; claimed: boolean; allSeated: boolean };

const selectTicketSlice = (state: CampaignState): TicketSlice => {
  const { document, locale, base, venue, kept, signing, seat } = state;
  const taken = areSeatsKnown(state) ? state.taken : null;
  const signatures = shownCount(state);
  const claimed = areClaimed(state);
  const allSeated = areAllSeated(state);
  return { document, locale, base, venue, kept, taken, signing, seat, signatures, claimed, allSeated };
};

/** The facts a ticket is drawn from. */
interface TicketFacts {
  readonly venue: Venue | null;
  readonly seat: number | null;
  readonly place: SeatPlace | null;
  /** True while the seat of a signature is held until the signer answers an email. */
  readonly isPending: boolean;
  /** True where the signer chose the seat but the endpoint does not guarantee that it is theirs alone. */
  readonly isChosen: boolean;
  readonly beside: Kept | null;
  readonly kept: readonly Kept[];
  /** One bit per seat, set where it is taken; null while unknown. */
  readonly taken: Uint8Array | null;
  /** A free seat beside the signer's, to invite another person to. */
  readonly next: number | null;
}

/** Width of the element, px, from which the ticket is wide; below it is upright. */
const WIDE_FROM_PX = 560;

/** Maximum length of the first name on the ticket, in code points. */
const NAME_LENGTH = 40;

/**
 * The signer's ticket: their seat among its neighbours, and the person they sit beside. It is drawn on the device and can
 * be saved as PNG or SVG. It does not say who signed, unless the signer writes a first name on it, which is not stored.
 * Where the seat beside is free, the ticket offers a link that opens the petition at that seat, and explains what the link
 * reveals before it makes one. Where there is nothing to offer, its button moves to the page's share row. Without a
 * campaign it shows the `seat` of its attributes.
 *
 * @element petition-ticket
 * @summary The seat as an image to save, and an invitation to the seat beside it.
 * @slot - Shown until there is a ticket.
 * @slot after - Below all other content, once there is a ticket.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart ticket - All content, once there is a ticket.
 * @csspart heading - "Your ticket".
 * @csspart picture - The ticket itself.
 * @csspart name - The field for a first name.
 * @csspart save - The buttons that save the ticket.
 * @csspart invitation - The invitation to the seat beside.
 * @csspart invite - The button that makes the link.
 * @csspart link - The link, once the signer has asked for it.
 * @csspart copy - The button that copies the link.
 * @csspart share - The button that moves to the share row, where there is no invitation.
 * @cssprop [--petition-ticket-upright-width=432px] - Maximum width of an upright ticket, from 176px to 432px.
 * @attr {string} venue - The name of a built-in venue (`arena`), or JSON; overrides the campaign's.
 */
export class PetitionTicket extends PetitionElement<TicketSlice> {
  static override styles = [...PetitionElement.styles, controls, field, seatIconStyles, styles];
  static override sections = { ...PetitionElement.sections, after };

  /** Code of the seat, like "12-8-15"; overrides the campaign's. */
  @property() seat: string | null = null;
  /** Shows the ticket of a signer without a seat, where no campaign says so. */
  @property({ type: Boolean }) standing = false;
  /** The venue: a name, a spec, or a built venue; overrides the campaign's. */
  @property({ converter: venueAttribute }) venue: VenueSpec | Venue | null = null;
  /** Taken seats, one bit per seat; overrides the campaign's. */
  @property({ attribute: false }) occupancy: Uint8Array | null = null;
  /** Kept seats with their people; overrides the campaign's. */
  @property({ attribute: false }) kept: readonly Kept[] | null = null;
  /** Title above the seats; overrides the campaign's title. */
  @property() headline: string | null = null;
  /** Address to sign at; overrides the campaign's `share.url`. */
  @property() url: string | null = null;
  /** `wide` (1200 x 630 px), `upright` (1080 x 1920 px), or `auto`: by the width of the element. */
  @property() format: Format | 'auto' = 'auto';
  /** For people whom a signature may put at risk: no invitation, which would reveal it, and no name on the ticket. */
  @property({ type: Boolean, attribute: 'at-risk', reflect: true }) atRisk = false;
  /** Level of the heading in the page, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  #facts: TicketFacts | null = null;
  #drawing: TicketDrawing | null = null;
  /** Font families from the page's tokens; null until the element has rendered once. */
  #fonts: TicketDrawing['fonts'] | null = null;
  /** True below `WIDE_FROM_PX`; null until the element has rendered once. */
  #isNarrow: boolean | null = null;
  /** First name that the signer typed; it exists only here and on the drawing. */
  #name = '';
  #saved: 'no' | 'saved' | 'failed' = 'no';
  /** True once the signer has asked for the link. */
  #isInviting = false;
  #copied: 'no' | 'copied' | 'selected' = 'no';
  readonly #images = new Map<string, HTMLImageElement>();
  #built: { of: unknown; venue: Venue | null } = { of: null, venue: null };
  readonly #stableVenue = new StableValue<VenueSpec | Venue | null>();

  constructor() {
    super(selectTicketSlice);
    // Measures a frame later: another format changes the height, which would make the observer loop.
    const resized = new ResizeObserver(() => requestAnimationFrame(() => this.#measureHost()));
    new ObserverController(this, resized, () => [this]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pageshow', this.#forgetName);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.#forgetName);
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    if (campaign) this.#name = '';
  }

  /** Clears the name when the browser restores the page from its back/forward cache: another person may be at the device. */
  readonly #forgetName = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    this.#name = '';
    this.#isInviting = false;
    this.requestUpdate();
  };

  /** Focuses the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus(options);
  }

  /** Renders the ticket to a file, for a page that handles it itself; null while there is no ticket. Runs on the device. */
  async picture(kind: FileKind = 'png'): Promise<Blob | null> {
    await this.updateComplete;
    const drawing = this.#drawing;
    if (!drawing) return null;
    const { makeFile } = await import('./save.js');
    return makeFile(drawing, this.#loadedPortraits(), kind);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#facts = this.#readFacts();
    const { next } = this.#facts ?? {};
    if (typeof next !== 'number') this.#isInviting = false;
    const fonts = this.#fonts;
    this.#drawing =
      this.#facts && fonts && this.#isNarrow !== null
        ? drawTicket(this.#ticket(this.#facts, fonts), this.#format, measureWith(fonts))
        : null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#measureHost();
  }

  /** Reads the font families and the width, which only the rendered element has. */
  #measureHost(): void {
    const heading = this.renderRoot.querySelector?.('#heading');
    if (!heading) return;
    const fonts = {
      display: getComputedStyle(heading).fontFamily,
      interface: getComputedStyle(heading.closest('.base')!).fontFamily,
    };
    const isNarrow = this.offsetWidth < WIDE_FROM_PX;
    if (
      fonts.display === this.#fonts?.display &&
      fonts.interface === this.#fonts.interface &&
      isNarrow === this.#isNarrow
    )
      return;
    this.#fonts = fonts;
    this.#isNarrow = isNarrow;
    this.requestUpdate();
  }

  get #format(): Format {
    const { format } = this;
    return format === 'wide' || format === 'upright' ? format : this.#isNarrow ? 'upright' : 'wide';
  }

  get #isAtRisk(): boolean {
    return (
      this.atRisk ||
      this.store.campaign?.atRisk === true ||
      this.closest('petition-campaign[at-risk]') !== null
    );
  }

  // Content of the ticket

  #venue(): Venue | null {
    const given = isBuilt(this.venue) ? this.venue : this.#stableVenue.keep(this.venue);
    if (given === null || given === undefined) return this.store.value.venue;
    if (this.#built.of !== given) {
      const venue = isBuilt(given) ? given : null;
      this.#built = { of: given, venue };
      if (!venue) void this.#buildVenue(given);
    }
    return this.#built.venue;
  }

  /** Builds the venue. Until it has loaded, and where it does not load, the ticket shows the seat alone. */
  async #buildVenue(given: VenueSpec): Promise<void> {
    try {
      const venue = await loadVenue(given);
      if (this.#built.of !== given) return;
      this.#built = { of: given, venue };
      this.requestUpdate();
    } catch (error) {
      this.warnAuthor(
        error instanceof VenueError
          ? error.message
          : `${this.localName}: the script of the venue did not load.`,
      );
    }
  }

  #readFacts(): TicketFacts | null {
    const venue = this.#venue();
    const { signing, seat: chosen, claimed } = this.store.value;
    if (this.seat) return this.#factsOf(venue, this.#seatOf(this.seat, venue), placeInCode(this.seat), {});
    if (this.standing) return this.#factsOf(venue, null, null, {});
    switch (signing.outcome) {
      case 'signed':
      case 'pending': {
        const { place, receipt } = signing;
        // A seat that the venue does not have: the ticket can show neither a seat nor a signature without one.
        if (receipt.seat !== null && !place) return null;
        return this.#factsOf(venue, place?.seat ?? null, place, {
          isPending: signing.outcome === 'pending',
          isChosen: !claimed,
        });
      }
      // The endpoint's decision about the chosen seat cannot be read.
      case 'assumed':
        return this.#factsOf(venue, chosen?.seat ?? null, chosen, { isChosen: true });
      default:
        return null;
    }
  }

  #seatOf(code: string, venue: Venue | null): number | null {
    const seat = venue && seatFromCode(venue, code);
    if (venue && seat === null)
      this.warnAuthor(
        `seat="${code}" of ${this.localName} is not a seat of the venue "${venue.name}"; use block-row-number, like "${seatCode(venue, 0)}"`,
      );
    return seat;
  }

  #factsOf(
    venue: Venue | null,
    seat: number | null,
    place: SeatPlace | null,
    { isPending = false, isChosen = false }: Partial<Pick<TicketFacts, 'isPending' | 'isChosen'>>,
  ): TicketFacts {
    const { kept: keptSeats, document } = this.store.value;
    const kept =
      this.kept ??
      keptSeats.map(({ seat: one, story }) => {
        const { name, portrait } = document!.stories[story]!;
        return {
          seat: one,
          name: this.text(name),
          portrait: portrait && !savesData() ? this.asset(portrait.src) : null,
        };
      });
    const taken = this.occupancy ?? this.store.value.taken;
    const near = venue && seat !== null ? besides(venue, seat) : [];
    const isKept = (one: number): boolean => kept.some((person) => person.seat === one);
    const isFree = (one: number): boolean =>
      !isKept(one) && (isChosen || (taken !== null && !isTaken(taken, one)));
    return {
      venue,
      seat,
      place: venue && seat !== null ? placeOf(venue, seat) : place,
      isPending,
      isChosen: isChosen && place !== null,
      beside: kept.find((person) => near.includes(person.seat)) ?? null,
      kept,
      taken,
      next: near.find(isFree) ?? null,
    };
  }

  get #address(): string {
    return pageAddress(this.url ?? this.store.value.document?.share?.url);
  }

  /** True where the signer may invite to the seat beside: the invitation reveals a signature, and its link needs the URL's fragment. */
  get #mayInvite(): boolean {
    return !this.#isAtRisk && takesFragment(this.#address);
  }

  #ticket(facts: TicketFacts, fonts: TicketDrawing['fonts']): Ticket {
    const { place, beside, venue, seat, kept, taken, isChosen } = facts;
    const { document } = this.store.value;
    const isSeated = place !== null;
    const withoutSeat = this.t(
      venue || document?.venue || this.standing ? 'ticket.standing' : 'ticket.signed',
    );
    const title = this.headline ?? this.text(document?.title);
    const portrait = beside?.portrait ? this.#image(beside.portrait) : null;
    return {
      locale: this.locale,
      rtl: this.isRtl,
      label: `${title}${/[^\p{P}]$/u.test(title) ? '.' : ''} ${this.#label(facts, withoutSeat)}`.trim(),
      title,
      place,
      words: {
        block: this.t('picker.list-block'),
        row: this.t('picker.list-row'),
        seat: this.t('picker.list-seat'),
      },
      standing: withoutSeat,
      beside: isSeated
        ? beside
          ? this.t('ticket.beside')
          : ''
        : venue || document?.venue || this.standing
          ? this.t('ticket.standing-with')
          : '',
      person: beside && { name: beside.name, portrait },
      lines: this.#lines(facts),
      address: this.#address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''),
      name: this.#isAtRisk ? '' : this.#name,
      fonts,
      scene:
        venue && seat !== null
          ? {
              venue,
              seat,
              beside: beside?.seat ?? null,
              next: isChosen || !this.#mayInvite ? null : facts.next,
              stateOf: (one) =>
                kept.some((person) => person.seat === one)
                  ? 'kept'
                  : taken && isTaken(taken, one)
                    ? 'taken'
                    : taken
                      ? 'free'
                      : 'unknown',
            }
          : null,
    };
  }

  #label({ place, beside }: TicketFacts, withoutSeat: string): string {
    if (!place) return this.t('ticket.label', { seat: withoutSeat });
    const values = { seat: seatSentence(this.translator, place), name: beside?.name ?? '' };
    return this.t(beside ? 'ticket.label-beside' : 'ticket.label', values);
  }

  /** The count of people together; a signer has no number of their own. */
  #lines({ place, next, isPending, isChosen }: TicketFacts): string[] {
    const { document, signatures, allSeated } = this.store.value;
    const isShown = signatures !== null && signatures >= Math.max(1, document?.minimum ?? 0);
    const key =
      signatures === 1
        ? 'ticket.first'
        : place && !isChosen && allSeated
          ? 'outcome.people'
          : 'outcome.people-signed';
    const people = isShown ? this.t(key, { count: signatures }) : '';
    const second = isPending
      ? place && this.t('ticket.held')
      : isChosen
        ? this.t('ticket.chosen')
        : next !== null && this.#mayInvite && this.t('ticket.next-free');
    return [people, second || ''].filter(Boolean);
  }

  /** The portrait's URL once it has loaded and scripts may read it; until then, and where they may not, the initials show. */
  #image(url: string): string | null {
    let image = this.#images.get(url);
    if (!image) {
      image = new Image();
      image.referrerPolicy = 'no-referrer';
      // Otherwise the canvas that the file is made of could not be read.
      image.crossOrigin = 'anonymous';
      image.onload = () => this.requestUpdate();
      image.src = url;
      this.#images.set(url, image);
    }
    return isLoaded(image) ? url : null;
  }

  #loadedPortraits(): Map<string, HTMLImageElement> {
    return new Map([...this.#images].filter(([, image]) => isLoaded(image)));
  }

  // Actions

  readonly #onName = (event: Event): void => {
    this.#name = [...(event.target as HTMLInputElement).value].slice(0, NAME_LENGTH).join('');
    this.#saved = 'no';
    this.requestUpdate();
  };

  async #save(kind: FileKind): Promise<void> {
    const drawing = this.#drawing;
    if (!drawing) return;
    try {
      const { makeFile, download } = await import('./save.js');
      const id = this.store.campaign?.petition ?? this.petition ?? '';
      // More people see a file's name than its content: it does not contain the seat.
      download(await makeFile(drawing, this.#loadedPortraits(), kind), `${id || 'petition'}-ticket.${kind}`);
      this.#saved = 'saved';
    } catch {
      this.#saved = 'failed';
    }
    this.announce(this.t(this.#saved === 'saved' ? 'ticket.saved' : 'ticket.not-saved'));
    this.requestUpdate();
  }

  readonly #invite = async (): Promise<void> => {
    this.#isInviting = true;
    this.#copied = 'no';
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('#link')?.focus();
  };

  readonly #copy = async (): Promise<void> => {
    const input = this.renderRoot.querySelector<HTMLInputElement>('#link');
    if (!input) return;
    this.#copied = await copyFrom(input);
    this.announce(this.t(this.#copied === 'copied' ? 'share.copied' : 'share.copy-by-hand'));
    this.requestUpdate();
  };

  // Templates

  override render(): TemplateResult {
    if (this.#facts) return super.render();
    return html`<slot></slot>${isAccepted(this.store.value.signing) ? super.render() : nothing}`;
  }

  protected view(): TemplateResult {
    const facts = this.#facts;
    return facts ? this.#ticketView(facts) : html`${this.#shareView()}`;
  }

  #ticketView(facts: TicketFacts): TemplateResult {
    const drawing = this.#drawing;
    return html`<section class="ticket" part="ticket" aria-labelledby="heading">
      ${headingView(this.t('ticket.title'), this.headingLevel)}
      ${
        drawing
          ? html`<svg
              class="picture ${this.#format}"
              part="picture"
              role="img"
              aria-label=${drawing.label}
              lang=${drawing.locale}
              viewBox="0 0 ${drawing.width} ${drawing.height}"
            >
              <g aria-hidden="true">${pictureView(drawing)}</g>
            </svg>`
          : nothing
      }
      <div class="under">
        ${facts.next !== null && this.#mayInvite ? this.#inviteView(facts.venue!, facts.next) : this.#shareView()}
        ${facts.isChosen ? html`<p class="hint">${this.t('ticket.chosen-hint')}</p>` : nothing}
        ${this.#isAtRisk ? nothing : this.#nameView()} ${this.#saveView()}
      </div>
      <slot name="after"></slot>
    </section>`;
  }

  #nameView(): TemplateResult {
    return html`<div class="name" part="name">
      <label for="name">${this.t('ticket.name')}</label>
      <input
        id="name"
        type="text"
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        maxlength=${NAME_LENGTH * 2}
        aria-describedby="name-hint"
        .value=${this.#name}
        @input=${this.#onName}
      />
      <p class="hint" id="name-hint">${this.t('ticket.name-hint')}</p>
    </div>`;
  }

  #saveView(): TemplateResult {
    const text =
      this.#saved === 'no' ? '' : this.t(this.#saved === 'saved' ? 'ticket.saved' : 'ticket.not-saved');
    return html`<div class="actions">
      <button type="button" part="save" @click=${() => this.#save('png')}>${this.t('ticket.save')}</button>
      <button class="link" type="button" part="save" @click=${() => this.#save('svg')}>
        ${this.t('ticket.save-svg')}
      </button>
      ${text ? html`<p class="hint">${text}</p>` : nothing}
    </div>`;
  }

  /** The primary button where there is nobody to invite; not at risk, where sharing also reveals the signature. */
  #shareView(): unknown {
    if (this.#isAtRisk || !findElement(this, 'petition-share')) return nothing;
    return html`<button
      class="act"
      type="button"
      part="share"
      @click=${() => leadTo(findElement(this, 'petition-share'))}
    >
      ${this.t('share.title')}
    </button>`;
  }

  /** The explanation of what the link reveals belongs to the button, and precedes the link. */
  #inviteView(venue: Venue, next: number): TemplateResult {
    const place = placeOf(venue, next);
    const sentence = seatSentence(this.translator, place);
    const hint = html`<p class="hint" id="invite-hint">${this.t('ticket.invite-hint')}</p>`;
    return html`<div class="invitation" part="invitation">
      ${
        this.#isInviting
          ? html`${hint}
              <div class="address" part="link">
                <label for="link">${this.t('ticket.invite-link', { seat: sentence })}</label>
                <input
                  id="link"
                  type="text"
                  readonly
                  dir="ltr"
                  translate="no"
                  aria-describedby="invite-hint"
                  .value=${seatLink(this.#address, seatCode(venue, next))}
                  @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
                />
              </div>
              <button class="act" type="button" part="copy" @click=${this.#copy}>
                ${this.t(this.#copied === 'copied' ? 'share.copied' : 'share.copy')}
              </button>
              ${this.#copied === 'selected' ? html`<p class="hint">${this.t('share.copy-by-hand')}</p>` : nothing}`
          : html`<button
                class="act"
                type="button"
                part="invite"
                aria-describedby="invite-hint"
                @click=${this.#invite}
              >
                ${seatIcon}${this.t('ticket.invite', { number: String(place.number) })}
              </button>
              ${hint}`
      }
    </div>`;
  }
}

function isLoaded(image: HTMLImageElement): boolean {
  return image.complete && image.naturalWidth > 0;
}

let ruler: CanvasRenderingContext2D | null | undefined;

/** Measures text as this browser sets it. Without a canvas, an estimate keeps the texts apart. */
function measureWith(fonts: TicketDrawing['fonts']): MeasureText {
  if (ruler === undefined) ruler = document.createElement('canvas').getContext('2d');
  const ctx = ruler;
  return (text, size, face) => {
    if (!ctx) return text.length * size * 0.56;
    ctx.font = `${size}px ${fonts[face]}`;
    return ctx.measureText(text).width;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-ticket': PetitionTicket;
  }
}
