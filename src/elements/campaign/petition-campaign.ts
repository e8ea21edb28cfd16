import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Campaign, pageLanguages, type CampaignOptions } from '../../campaign/campaign.js';
import { absolute, sharedCampaign } from '../../campaign/shared.js';
import { pickLocale } from '../../campaign/state.js';
import type { Transport } from '../../transport/send.js';
import { campaignContext } from '../../context/campaign-context.js';
import { readEndpointAttribute } from '../../context/find-campaign.js';
import { inheritedLang } from '../../context/locale.js';
import { THEMES, type CampaignDocument } from '../../model/campaign.js';
import { canonicalJson } from '../../model/canonical.js';
import { saysMore, summaryOf } from '../../model/summary.js';
import { controls } from '../../styles/controls.js';
import { leadTo } from '../base/lead-to.js';
import { markdownView } from '../base/markdown-view.js';
import { ObserverController } from '../base/observer-controller.js';
import { recheckTheme } from '../base/page-theme.js';
import { PetitionElement } from '../base/petition-element.js';
import { seatIcon, seatIconStyles } from '../base/seat-icon.js';
import { selectCampaignSlice } from './campaign-slice.js';
import { JsonChild, readData } from './json-child.js';
import { languageMenu } from './language-menu.js';
import { styles } from './petition-campaign.styles.js';
import { WayOnController } from './way-on.js';
import { seatSentence } from '../base/seat-sentence.js';

/** Number of code points from which a title is set smaller. */
const LONG_TITLE = 60;

/** Elements whose height the layout reserves before they render (petition-campaign.styles.ts). */
const RESERVED_HEIGHT =
  'petition-signature-counter, petition-seat-picker, petition-story-deck, petition-sign-form, petition-ticket';

/**
 * Loads a campaign and provides it to the elements inside. Without any petition element inside it renders the whole
 * petition; its children are then the author's fallback, shown until the campaign is ready, and for good if it cannot
 * be loaded.
 *
 * @element petition-campaign
 * @summary The campaign around the other elements, or the whole petition.
 * @fires petition-signed - After a signature was accepted: signed, pending, duplicate or assumed.
 * @fires petition-refused - After the endpoint refused a signature: invalid, seat-taken or rejected.
 * @fires petition-failed - When no answer arrived: rate-limited or unreachable.
 * @fires petition-update - When the published count changed.
 * @fires petition-shared - After the signer followed, copied or shared a link of the campaign's share row, or opened its QR code.
 * @slot - The author's fallback, or the petition elements of the author's own composition.
 * @slot signed - In the whole petition: in place of the form's words when the signature is accepted.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart petition - The whole petition, where it is rendered.
 * @csspart language - The menu of languages, where the document has more than one.
 * @csspart read - The button that shows the demand in full.
 * @csspart demand - The demand in full.
 * @csspart way-on - The next step: to the seats, or to the form; on a phone a bar at the lower edge of the view.
 * @cssprop [--petition-campaign-gap=32px] - Distance above each petition element of a composition, except the first.
 */
export class PetitionCampaign extends PetitionElement<ReturnType<typeof selectCampaignSlice>> {
  static override styles = [...PetitionElement.styles, controls, seatIconStyles, styles];

  /** URL of the campaign document. */
  @property() src: string | null = null;
  /**
   * The campaign document itself, set by script; takes precedence over everything else. The same content in a new
   * object changes nothing; a newer document of the same petition keeps the seat, the answers and the signature as far
   * as they are valid. Null: the document is still loading.
   */
  @property({ attribute: false }) data: unknown = undefined;
  /** Validates the document strictly, asks a box office whether the page may sign, and reports problems in the console. */
  @property({ type: Boolean }) debug = false;
  /** For people whom a signature may harm: the ticket offers no invitation, which would reveal the signature, and no name on the picture. */
  @property({ type: Boolean, attribute: 'at-risk', reflect: true }) atRisk = false;
  /** Origins that the document and its endpoint may be of, as `data-allow` has them for `data-petition`; null: any. */
  @property({ attribute: false }) allowedOrigins: readonly string[] | null = null;
  /** Theme of the campaign's elements: `light`, `dark`, or `auto`, which follows the page's `color-scheme`, then the device. Takes precedence over the document's. */
  @property() theme: (typeof THEMES)[number] | null = null;
  /** Sends the campaign's requests in place of `fetch`: for apps with an HTTP client of their own, stories and tests. */
  @property({ attribute: false }) transport: Transport | undefined;

  /** True while the demand is unfolded. */
  @state() private isDemandOpen = false;

  /** True once the next step was rendered, so that its space is kept when it goes. */
  #hadNextStep = false;

  readonly isHost = true;
  readonly #wayOn = new WayOnController(this);
  readonly #provider = new ContextProvider<typeof campaignContext, this>(this, { context: campaignContext });
  #campaign: Campaign | null = null;
  /** True after the first update, which sees the properties set before the upgrade, or in the same task that created the element. */
  #isSet = false;
  /** Height of the form in px while it was sent: in one column nothing below moves up. */
  #signingHeight = 0;
  /** Elements of the whole petition whose height is reserved until they render. */
  readonly #reserved = new WeakSet<Element>();
  /** Source of the campaign: a key of the attributes, the text of its document, and the petition id in it. */
  #source: { readonly key: string; readonly text: string; readonly id: unknown } | null = null;
  readonly #jsonChild = new JsonChild(this, () => this.store.search());

  constructor() {
    super(selectCampaignSlice);
    // Publishes the height of each column to the style sheet.
    const resized = new ResizeObserver((entries) => {
      for (const { target } of entries)
        if (target instanceof HTMLElement) target.style.setProperty('--_height', `${target.offsetHeight}px`);
    });
    new ObserverController(this, resized, () => this.renderRoot.querySelectorAll('.stories, .form'));
  }

  /** The campaign, for scripts: its `state`, `subscribe`, `request` and `refresh`. Null before the element is connected. */
  get campaign(): Campaign | null {
    return this.#campaign;
  }

  /** One of the document's languages: `lang` sets the first one, the language menu the current one. */
  override get locale(): string {
    return this.#campaign?.state.locale || super.locale;
  }

  protected override languageChanged(): void {
    const languages = this.store.value.document?.languages;
    if (this.lang && languages) this.#campaign?.setLocale(pickLocale(languages, [this.lang]));
    super.languageChanged();
  }

  override seekCampaign(found: (campaign: Campaign | null) => void): () => void {
    if (this.#isSet) this.#createCampaign();
    if (this.#campaign) found(this.#campaign);
    return () => undefined;
  }

  /** Creates the campaign, once for the same attributes; a JSON child may not be parsed yet while the page is loading. */
  #createCampaign(): void {
    const key = canonicalJson([this.src, this.endpoint, this.petition, this.debug]);
    const inline = this.#jsonChild.read();
    // The document is there, but is still being repaired.
    if (inline === null && (this.data ?? undefined) === undefined) return;
    const { data, text, id } = readData(this.data ?? inline?.json);
    const before = this.#source;
    const isSame = key === before?.key;
    if (this.#campaign && isSame) {
      if (text === before.text) return;
      // The same petition as before: the same campaign, with a newer document.
      if (
        data !== undefined &&
        before.id !== undefined &&
        (this.petition ?? id) === (this.petition ?? before.id)
      ) {
        this.#source = { key, text, id };
        return this.#campaign.replaceDocument(data);
      }
    }
    const options: CampaignOptions = {
      languages: [inheritedLang(this), ...pageLanguages()],
      debug: this.debug,
      allowedOrigins: this.allowedOrigins,
      ...(this.transport && { transport: this.transport }),
    };
    const endpoint = readEndpointAttribute(this.endpoint) ?? undefined;
    const petition = this.petition ?? undefined;
    if (data !== undefined)
      this.#campaign = new Campaign({ data, endpoint, petition }, { ...options, base: location.origin });
    else if (this.src !== null)
      this.#campaign = new Campaign({ src: absolute(this.src), endpoint, petition }, options);
    else if (endpoint !== undefined && (petition || typeof endpoint === 'object'))
      this.#campaign = sharedCampaign(endpoint, petition ?? '', options);
    // The previous campaign stays until there is another source; null says that one follows.
    else if ((this.#campaign && isSame) || this.data === null) return;
    else if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.isConnected && this.store.search(), {
        once: true,
      });
      return;
    } else this.#campaign = new Campaign({}, options);
    this.#source = { key, text, id };
    this.#provider.setValue(this.#campaign);
  }

  protected override willUpdate(changed: PropertyValues<PetitionCampaign>): void {
    super.willUpdate(changed);
    // A later change creates another campaign, which replaces the first.
    const isFirst = !this.#isSet;
    this.#isSet = true;
    if (isFirst || changed.has('src') || changed.has('data') || changed.has('debug')) {
      const before = this.#campaign;
      this.#createCampaign();
      if (isFirst || this.#campaign !== before) this.store.search();
    }
    const { isSigned } = this.store.value;
    if (!isSigned) this.#signingHeight = 0;
    else this.#signingHeight ||= this.shadowRoot?.querySelector<HTMLElement>('.signing')?.offsetHeight ?? 0;
    if (!this.#campaign) return;
    if (this.transport) this.#campaign.transport = this.transport;
    this.#campaign.words = this.words;
    this.#campaign.atRisk = this.atRisk;
    const theme = this.theme?.toLowerCase() ?? null;
    const known = THEMES.find((name) => name === theme) ?? null;
    if (theme !== null && !known)
      this.warnAuthor(
        `petition-campaign: theme="${this.theme}" is not known; write one of ${THEMES.join(', ')}`,
      );
    if (this.#campaign.theme !== known) {
      this.#campaign.theme = known;
      recheckTheme();
    }
  }

  protected override updated(changed: PropertyValues<PetitionCampaign>): void {
    super.updated(changed);
    // Set by script: the page's rules against inline styles do not apply to it.
    const signing = this.shadowRoot?.querySelector<HTMLElement>('.signing');
    if (signing) signing.style.minBlockSize = `${this.#signingHeight}px`;
    if (!this.shadowRoot?.querySelector('.petition')) return;
    PetitionElement.onElementsInside?.(this.shadowRoot);
    for (const element of this.shadowRoot.querySelectorAll(RESERVED_HEIGHT))
      void this.#releaseWhenRendered(element);
  }

  /** Releases an element's reserved height once it has rendered: a defined element may still wait for its messages. */
  async #releaseWhenRendered(element: Element): Promise<void> {
    if (this.#reserved.has(element)) return;
    this.#reserved.add(element);
    await customElements.whenDefined(element.localName);
    await (element as PetitionElement<object>).updateComplete;
    element.classList.add('drawn');
    // The way on must not cover the form's button.
    if (element.localName === 'petition-sign-form') this.requestUpdate();
  }

  /** True if the author composed the petition from single elements. */
  #isComposed(): boolean {
    return [...this.querySelectorAll('*')].some(({ localName }) => localName.startsWith('petition-'));
  }

  /** Renders the author's content, in the page's own colours, until the petition can replace it. */
  override render(): TemplateResult {
    const { phase, document } = this.store.value;
    if (phase === 'ready' && document && !this.#isComposed()) return super.render();
    return html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  protected view(): TemplateResult {
    const { document } = this.store.value;
    return document ? this.#layout(document) : html``;
  }

  /** Renders the demand in full, behind a button if it says more than the summary above it. */
  #demand(document: CampaignDocument, summary: string): unknown {
    const demand = this.text(document.demand);
    if (!saysMore(demand, summary)) return nothing;
    return html`<button
        class="link read"
        part="read"
        type="button"
        aria-expanded=${String(this.isDemandOpen)}
        aria-controls="demand"
        @click=${() => (this.isDemandOpen = !this.isDemandOpen)}
      >
        ${this.t('campaign.read')}
      </button>
      <div
        id="demand"
        class="demand"
        part="demand"
        hidden=${this.isDemandOpen ? nothing : 'until-found'}
        @beforematch=${() => (this.isDemandOpen = true)}
      >
        ${markdownView(demand)}
      </div>`;
  }

  readonly #goToNextStep = (): void => {
    const { hasSeats, seat } = this.store.value;
    const tag = hasSeats && !seat ? 'petition-seat-picker' : 'petition-sign-form';
    leadTo(this.renderRoot.querySelector<HTMLElement>(tag));
  };

  /** Renders the next step. Its button is warm at the head of the page only until there is a seat: after that the seats and the form have the warm button. */
  #wayOnView({ stories }: CampaignDocument): unknown {
    const { seat, maySign, hasSeats, isClaimed } = this.store.value;
    // Its space stays when it goes, so that nothing below moves while an answer is read.
    if (!maySign)
      return this.#hadNextStep
        ? html`<div class="way-on gone" aria-hidden="true"><span class="act"></span></div>`
        : nothing;
    this.#hadNextStep = true;
    const label = seat
      ? isClaimed
        ? 'picker.sign-to-keep'
        : 'picker.sign-with'
      : hasSeats
        ? 'deck.choose-seat'
        : 'deck.sign';
    return html`<div
      class="way-on ${this.#wayOn.isInTheWay ? 'in-the-way' : ''} ${seat ? 'with-seat' : ''}"
      part="way-on"
    >
      <div>
        ${
          seat
            ? html`<p class="place">
                <bdi>${seatSentence(this.translator, seat)}</bdi>
                ${seat.beside === null ? nothing : html`<bdi>${this.t('seat.beside', { name: this.text(stories[seat.beside]?.name) })}</bdi>`}
              </p>`
            : nothing
        }
        <button class="act" type="button" @click=${this.#goToNextStep}>
          ${seat || hasSeats ? seatIcon : nothing}<span>${this.t(label)}</span>
        </button>
      </div>
    </div>`;
  }

  /** Renders the whole petition: its subject, the count and the next step at its head; seats, stories and form below. */
  #layout(document: CampaignDocument): TemplateResult {
    const notice = document.notice ? html`<p class="notice">${this.text(document.notice)}</p>` : nothing;
    const menu =
      document.languages.length > 1
        ? languageMenu(this.translator, document.languages, (tag) => this.#campaign?.setLocale(tag))
        : nothing;
    const { isSigned, isDuplicate, counts } = this.store.value;
    const layout = !document.stories.length ? 'no-stories' : !document.venue ? 'stories-only' : '';
    const title = this.text(document.title);
    const summary = summaryOf(this.text(document.summary), this.text(document.demand));
    const wayOn = this.#wayOnView(document);
    return html`<div
      class="petition ${layout} ${wayOn === nothing ? '' : 'leads-on'} ${this.#wayOn.isHeld ? 'held' : ''}"
      part="petition"
      @focusin=${this.#wayOn.follow}
      @focusout=${this.#wayOn.follow}
      @keyup=${this.#wayOn.follow}
      @click=${this.#wayOn.follow}
    >
      <header>
        ${notice === nothing && menu === nothing ? nothing : html`<div class="top">${notice} ${menu}</div>`}
        <div class="words">
          <h1 class=${[...title].length > LONG_TITLE ? 'long' : ''}>${title}</h1>
          ${summary ? html`<p class="summary" dir="auto">${summary}</p>` : nothing}
          ${this.#demand(document, summary)}
        </div>
        ${counts ? html`<petition-signature-counter></petition-signature-counter>` : nothing}
      </header>
      ${wayOn}
      ${document.venue ? html`<div class="arena"><petition-seat-picker></petition-seat-picker></div>` : nothing}
      <div class="reading">
        ${document.stories.length ? html`<div class="stories">${document.stories.length > 1 ? html`<petition-story-deck></petition-story-deck>` : html`<petition-story-card></petition-story-card>`}</div>` : nothing}
        <div class=${isSigned ? 'signing signed' : 'signing'}>
          <div class="form">
            <petition-sign-form>
              ${this.querySelector(':scope > [slot="signed"]') ? html`<slot name="signed" slot="signed"></slot>` : nothing}
              ${isSigned ? html`<petition-ticket slot="result" class=${isDuplicate ? 'drawn' : ''} ?at-risk=${this.atRisk}></petition-ticket>` : nothing}
            </petition-sign-form>
          </div>
          ${isSigned ? html`<div class="after"><petition-share></petition-share></div>` : nothing}
        </div>
      </div>
      <footer>
        ${document.organisers.map(
          ({ name, url, privacy }) =>
            html`<p>
              <a href=${url}>${this.t('campaign.organised-by', { name })}</a> ·
              <a href=${privacy}>${this.t('campaign.privacy', { name })}</a>
            </p>`,
        )}
      </footer>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-campaign': PetitionCampaign;
  }
}
