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
import { seatCode } from '../../venue/seat-code.js';
import type { Venue, VenueSpec } from '../../venue/venue.js';
import { copyFrom } from '../actions/copy.js';
import { headingView } from '../actions/heading-view.js';
import { pageAddress, takesFragment } from '../actions/page-address.js';
import { findElement, leadTo } from '../base/find-element.js';
import { ObserverController } from '../base/observer-controller.js';
import { PetitionElement } from '../base/petition-element.js';
import { seatIconStyles } from '../base/seat-icon.js';
import type { Kept } from '../seats/kept.js';
import { seatLink } from '../seats/seat-link.js';
import { venueAttribute } from '../seats/venue-attribute.js';
import { keptPeople, VenueController } from '../seats/venue-controller.js';
import { contentOf } from './content.js';
import { readFacts, type NextSeat, type TicketFacts } from './facts.js';
import { inviteView, type InvitationState } from './invite-view.js';
import type { Format } from './layout.js';
import { measureWith } from './measure-text.js';
import { styles } from './petition-ticket.styles.js';
import { drawTicket } from './picture.js';
import { pictureView } from './picture-view.js';
import { PortraitImages } from './portraits.js';
import type { FileKind } from './save.js';
import type { TicketDrawing } from './shapes.js';

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
  /** The font families of the page's tokens, and whether the width is below `WIDE_FROM_PX`; null until the element has rendered once. */
  #measured: { readonly fonts: TicketDrawing['fonts']; readonly isNarrow: boolean } | null = null;
  /** First name that the signer typed; it exists only here and on the drawing. */
  #name = '';
  #saved: 'no' | 'saved' | 'failed' = 'no';
  #invitation: InvitationState = 'closed';
  readonly #portraits = new PortraitImages(() => this.requestUpdate());
  readonly #ownVenue = new VenueController(this, (message) => this.warnAuthor(message));

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
    this.#invitation = 'closed';
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
    return makeFile(drawing, this.#portraits.loaded, kind);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#facts = this.#readFacts();
    if (!this.#facts?.next) this.#invitation = 'closed';
    this.#drawing = this.#facts && this.#measured && this.#draw(this.#facts, this.#measured.fonts);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#measureHost();
  }

  /** Reads the font families and the width, which only the rendered element has. */
  #measureHost(): void {
    const heading = this.renderRoot.querySelector('#heading');
    const base = heading?.closest('.base');
    if (!heading || !base) return;
    const fonts = {
      display: getComputedStyle(heading).fontFamily,
      interface: getComputedStyle(base).fontFamily,
    };
    const isNarrow = this.offsetWidth < WIDE_FROM_PX;
    const before = this.#measured;
    if (
      fonts.display === before?.fonts.display &&
      fonts.interface === before.fonts.interface &&
      isNarrow === before.isNarrow
    )
      return;
    this.#measured = { fonts, isNarrow };
    this.requestUpdate();
  }

  get #format(): Format {
    const { format } = this;
    return format === 'wide' || format === 'upright' ? format : this.#measured?.isNarrow ? 'upright' : 'wide';
  }

  get #isAtRisk(): boolean {
    return (
      this.atRisk ||
      this.store.campaign?.atRisk === true ||
      this.closest('petition-campaign[at-risk]') !== null
    );
  }

  // Content of the ticket

  #readFacts(): TicketFacts | null {
    const { value } = this.store;
    const { venue } = this.#ownVenue.read(this.venue) ?? value;
    const kept = keptPeople(value, {
      text: (text) => this.text(text),
      asset: (src) => this.asset(src),
      crossOriginOf: (url) => this.crossOriginOf(url),
    });
    const facts = readFacts({
      own: this,
      venue,
      kept: this.kept ?? kept,
      taken: this.occupancy ?? value.taken,
      signing: value.signing,
      chosen: value.seat,
      claimed: value.claimed,
    });
    if (this.seat && venue && facts?.seat === null)
      this.warnAuthor(
        `seat="${this.seat}" of ${this.localName} is not a seat of the venue "${venue.name}"; use block-row-number, like "${seatCode(venue, 0)}"`,
      );
    return facts;
  }

  get #address(): string {
    return pageAddress(this.url ?? this.store.value.document?.share?.url);
  }

  /** True where the signer may invite to the seat beside: the invitation reveals a signature, and its link needs the URL's fragment. */
  get #mayInvite(): boolean {
    return !this.#isAtRisk && takesFragment(this.#address);
  }

  #draw(facts: TicketFacts, fonts: TicketDrawing['fonts']): TicketDrawing {
    const { document, signatures, allSeated } = this.store.value;
    const ticket = contentOf(facts, {
      translator: this.translator,
      rtl: this.isRtl,
      title: this.headline ?? this.text(document?.title),
      url: this.#address,
      name: this.#isAtRisk ? '' : this.#name,
      fonts,
      signatures:
        signatures !== null && signatures >= Math.max(1, document?.minimum ?? 0) ? signatures : null,
      allSeated,
      hasSeats: !!facts.venue || !!document?.venue || this.standing,
      mayInvite: this.#mayInvite,
      portrait: (url) => this.#portraits.load(url),
    });
    return drawTicket(ticket, this.#format, measureWith(fonts));
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
      download(await makeFile(drawing, this.#portraits.loaded, kind), `${id || 'petition'}-ticket.${kind}`);
      this.#saved = 'saved';
    } catch {
      this.#saved = 'failed';
    }
    this.announce(this.t(this.#saved === 'saved' ? 'ticket.saved' : 'ticket.not-saved'));
    this.requestUpdate();
  }

  readonly #invite = async (): Promise<void> => {
    this.#invitation = 'open';
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('#link')?.focus();
  };

  readonly #copy = async (): Promise<void> => {
    const input = this.renderRoot.querySelector<HTMLInputElement>('#link');
    if (!input) return;
    this.#invitation = await copyFrom(input);
    this.announce(this.t(this.#invitation === 'copied' ? 'share.copied' : 'share.copy-by-hand'));
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
        ${facts.next && this.#mayInvite ? this.#inviteView(facts.next) : this.#shareView()}
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

  #inviteView(next: NextSeat): TemplateResult {
    const link = seatLink(this.#address, next.code);
    return inviteView(this.translator, next, link, this.#invitation, {
      invite: this.#invite,
      copy: this.#copy,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-ticket': PetitionTicket;
  }
}
