import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Campaign, pageLanguages, type CampaignOptions } from '../../campaign/campaign.js';
import { pickLocale } from '../../campaign/state.js';
import { absolute, sharedCampaign } from '../../campaign/shared.js';
import {
  areClaimed,
  hasSeatsToChoose,
  isAccepted,
  statusOf,
  type CampaignState,
} from '../../campaign/state.js';
import type { Transport } from '../../transport/send.js';
import { campaignContext } from '../../context/campaign-context.js';
import { readEndpointAttribute } from '../../context/find-campaign.js';
import { inheritedLang } from '../../context/locale.js';
import { THEMES, type CampaignDocument } from '../../model/campaign.js';
import { canonicalJson } from '../../model/canonical.js';
import { languageName } from '../../i18n/intl.js';
import { saysMore, summaryOf } from '../../model/summary.js';
import { controls } from '../../styles/controls.js';
import { leadTo } from '../find-element.js';
import { markdownView } from '../markdown-view.js';
import { loadMender } from '../mender.js';
import { recheckTheme } from '../page-theme.js';
import { PetitionElement } from '../petition-element.js';
import { seatIcon, seatIconStyles } from '../seat-icon.js';
import { styles } from './petition-campaign.styles.js';
import { WayOnController } from './way-on.js';
import { seatSentence } from '../seat-sentence.js';

/** Code points of a title from which on it is set smaller. */
const LONG_TITLE = 60;

/** What has its room in the layout before it is drawn (petition-campaign.styles.ts). */
const RESERVED_HEIGHT =
  'petition-signature-counter, petition-seat-picker, petition-story-deck, petition-sign-form, petition-ticket';

/** Types of a JSON script, also with parameters or with marks that HTML takes for a part of the value. */
const JSON_TYPE = /^\W*application\/json(?![\w+.-])/i;

/** What the default layout is drawn from. */
const selectCampaignSlice = (
  campaign: CampaignState,
): Pick<CampaignState, 'phase' | 'document' | 'locale' | 'seat'> & {
  counts: boolean;
  isSigned: boolean;
  maySign: boolean;
  hasSeats: boolean;
  isClaimed: boolean;
  /** Signed before: there is no ticket to keep room for. */
  isDuplicate: boolean;
} => ({
  phase: campaign.phase,
  document: campaign.document,
  locale: campaign.locale,
  seat: campaign.seat,
  counts: campaign.declared?.counts ?? true,
  isSigned: isAccepted(campaign.signing),
  maySign: statusOf(campaign) === 'open' && !campaign.endpointRefused && !isAccepted(campaign.signing),
  hasSeats: hasSeatsToChoose(campaign),
  isClaimed: areClaimed(campaign),
  isDuplicate: campaign.signing.outcome === 'duplicate',
});

/**
 * Reads a campaign and gives it to the elements inside. Without any petition element inside it draws the whole petition;
 * its children are then the author's fallback, shown until the campaign is ready, and for good when it cannot be.
 *
 * @element petition-campaign
 * @summary The campaign around the other elements, or the whole petition.
 * @fires petition-signed - After a signature was taken: signed, pending, duplicate or assumed.
 * @fires petition-refused - After the endpoint said no: invalid, seat-taken or rejected.
 * @fires petition-failed - When no answer came: rate-limited or unreachable.
 * @fires petition-update - When the published count moved.
 * @fires petition-shared - After a link of the campaign's share row was followed, copied, shared or drawn.
 * @slot - The author's fallback, or the petition elements of a composition of one's own.
 * @slot signed - In the whole petition: in place of the form's words when the signature is in.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart petition - The whole petition, where it is drawn.
 * @csspart language - The menu of languages, where the document has more than one.
 * @csspart read - The button that shows the demand in full.
 * @csspart demand - The demand in full.
 * @csspart way-on - The next step: to the seats, or to the form; on a phone a bar at the lower edge of the view.
 * @cssprop [--petition-campaign-gap=32px] - Distance above each petition element that is a child of a composition, but the first.
 */
export class PetitionCampaign extends PetitionElement<ReturnType<typeof selectCampaignSlice>> {
  static override styles = [...PetitionElement.styles, controls, seatIconStyles, styles];

  /** URL of the campaign document. */
  @property() src: string | null = null;
  /**
   * The campaign document itself, by script; beats everything else. The same content in a new object changes nothing; a newer
   * document of the same petition keeps what was chosen, written and signed as far as it fits. Null: it is on its way.
   */
  @property({ attribute: false }) data: unknown = undefined;
  /** Judges the document strictly, asks a box office whether the page may sign, and says in the console what is wrong. */
  @property({ type: Boolean }) debug = false;
  /** For people whom a signature may harm: the ticket offers no invitation, which would tell of it, and no name on the picture. */
  @property({ type: Boolean, attribute: 'at-risk', reflect: true }) atRisk = false;
  /** Theme of the campaign's elements: `light`, `dark`, or `auto`, which follows the page's `color-scheme`, then the device. Beats the document's. */
  @property() theme: (typeof THEMES)[number] | null = null;
  /** Sends the campaign's requests instead of `fetch`: for apps with a client of their own, stories and tests. */
  @property({ attribute: false }) transport: Transport | undefined;

  /** The demand is unfolded. */
  @state() private isRead = false;

  /** The next step was drawn once, so that its room is kept when it goes. */
  #ledOn = false;

  readonly isHost = true;
  readonly #wayOn = new WayOnController(this);
  readonly #provider = new ContextProvider<typeof campaignContext, this>(this, { context: campaignContext });
  #campaign: Campaign | null = null;
  /** Properties set before the upgrade, or in the same task as the element was made, arrive with the first update. */
  #isSet = false;
  /** Px the form took while it was sent: in one column nothing below is pulled up. */
  #room = 0;
  /** Height of each column, for the sheet. Set by script: a page's rules against inline styles are not about this. */
  readonly #sized = new ResizeObserver((entries) => {
    for (const { target } of entries)
      (target as HTMLElement).style.setProperty('--_height', `${(target as HTMLElement).offsetHeight}px`);
  });
  /** Elements of the whole petition whose room is kept until they are drawn. */
  readonly #keeping = new WeakSet<Element>();
  /** What the campaign was made from: the attributes, the text of its document, and the petition that names. */
  #made = '';
  #text = '';
  #id: unknown;
  /** The JSON of a script that was no JSON as it stood, and what it was read as. */
  #repaired: { text: string; json: unknown } | null = null;

  constructor() {
    super(selectCampaignSlice);
  }

  /** The campaign, for scripts: its `state`, `subscribe`, `request` and `refresh`. Null before it is connected. */
  get campaign(): Campaign | null {
    return this.#campaign;
  }

  /** Of the languages the document has: `lang` says which is shown first, the language menu which is shown now. */
  override get locale(): string {
    return this.#campaign?.state.locale || super.locale;
  }

  protected override languageChanged(): void {
    const languages = this.store.value.document?.languages;
    if (this.lang && languages) this.#campaign?.setLocale(pickLocale(languages, [this.lang]));
    super.languageChanged();
  }

  override seekCampaign(found: (campaign: Campaign | null) => void): () => void {
    if (this.#isSet) this.#make();
    if (this.#campaign) found(this.#campaign);
    return () => undefined;
  }

  /** Makes the campaign, once for what the attributes say; a JSON child may not be parsed yet while the page is loading. */
  #make(): void {
    const made = canonicalJson([this.src, this.endpoint, this.petition, this.debug]);
    const script = this.#jsonScript();
    const inline = script && this.#inlineJson(script);
    // The document is there, but not readable yet.
    if (inline === null && (this.data ?? undefined) === undefined) return;
    const { data, text, id } = readData(this.data ?? inline?.json);
    const isSame = made === this.#made;
    if (this.#campaign && isSame) {
      if (text === this.#text) return;
      // Of the same petition as before: one campaign, with a newer document.
      if (
        data !== undefined &&
        this.#id !== undefined &&
        (this.petition ?? id) === (this.petition ?? this.#id)
      ) {
        this.#text = text;
        this.#id = id;
        return this.#campaign.replaceDocument(data);
      }
    }
    const options: CampaignOptions = {
      languages: [inheritedLang(this), ...pageLanguages()],
      debug: this.debug,
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
    // What was given stays until there is something else; null says that it will come.
    else if ((this.#campaign && isSame) || this.data === null) return;
    else if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.isConnected && this.store.search(), {
        once: true,
      });
      return;
    } else this.#campaign = new Campaign({}, options);
    this.#made = made;
    this.#text = text;
    this.#id = id;
    this.#provider.setValue(this.#campaign);
  }

  /** The JSON script among the children; an editor may have put paragraphs around it, but what stands in another element is that one's. */
  #jsonScript(): HTMLScriptElement | undefined {
    const owner = (at: Element): Element =>
      at === this || at.localName.includes('-') || at.hasAttribute('data-petition')
        ? at
        : owner(at.parentElement!);
    return [...this.querySelectorAll('script')].find(
      (script) => JSON_TYPE.test(script.getAttribute('type') ?? '') && owner(script) === this,
    );
  }

  /** The document in a JSON script; null while the text, which is no JSON as it stands, is being repaired. */
  #inlineJson(script: HTMLScriptElement): { json: unknown } | null {
    const text = script.textContent ?? '';
    if (this.#repaired?.text === text) return this.#repaired;
    try {
      return { json: JSON.parse(text) };
    } catch (error) {
      const use = (json: unknown): void => {
        this.#repaired = { text, json };
        this.store.search();
      };
      loadMender()
        .then(({ parseEditedJson }) => parseEditedJson(text))
        .then(use, () => use(`JSON script child: ${(error as Error).message}`));
      return null;
    }
  }

  protected override willUpdate(changed: PropertyValues<PetitionCampaign>): void {
    super.willUpdate(changed);
    // What is set later makes another campaign, which takes the place of the first.
    const isFirst = !this.#isSet;
    this.#isSet = true;
    if (isFirst || changed.has('src') || changed.has('data') || changed.has('debug')) {
      const before = this.#campaign;
      this.#make();
      if (isFirst || this.#campaign !== before) this.store.search();
    }
    const { isSigned } = this.store.value;
    if (!isSigned) this.#room = 0;
    else this.#room ||= this.shadowRoot?.querySelector<HTMLElement>('.signing')?.offsetHeight ?? 0;
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
    // By script: a page's rules against inline styles are not about this.
    const signing = this.shadowRoot?.querySelector<HTMLElement>('.signing');
    if (signing) signing.style.minBlockSize = `${this.#room}px`;
    if (!this.shadowRoot?.querySelector('.petition')) return;
    PetitionElement.onElementsInside?.(this.shadowRoot);
    for (const column of this.shadowRoot.querySelectorAll('.stories, .form')) this.#sized.observe(column);
    for (const element of this.shadowRoot.querySelectorAll(RESERVED_HEIGHT)) void this.#keepRoom(element);
  }

  /** An element that is defined may still wait for its words: its room is let go when it is drawn, and not before. */
  async #keepRoom(element: Element): Promise<void> {
    if (this.#keeping.has(element)) return;
    this.#keeping.add(element);
    await customElements.whenDefined(element.localName);
    await (element as PetitionElement<object>).updateComplete;
    element.classList.add('drawn');
    // The way on keeps off the button of the form.
    if (element.localName === 'petition-sign-form') this.requestUpdate();
  }

  /** Whether the author composed the petition from single elements. */
  #isComposed(): boolean {
    return [...this.querySelectorAll('*')].some(({ localName }) => localName.startsWith('petition-'));
  }

  /** The author's content, in the page's own colours, until the petition can be drawn over it. */
  override render(): TemplateResult {
    const { phase, document } = this.store.value;
    if (phase === 'ready' && document && !this.#isComposed()) return super.render();
    return html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  protected view(): TemplateResult {
    const { document, counts } = this.store.value;
    return document ? this.#layout({ document, counts }) : html``;
  }

  #languageMenu(languages: readonly string[]): TemplateResult {
    const { locale } = this;
    const choose = ({ target }: Event): void =>
      this.#campaign?.setLocale((target as HTMLSelectElement).value);
    return html`<div class="language">
      ${globe}
      <select part="language" aria-label=${this.t('campaign.language')} @change=${choose}>
        ${languages.map(
          (language) =>
            html`<option value=${language} lang=${language} .selected=${language === locale}>
              ${languageName(language)}
            </option>`,
        )}
      </select>
    </div>`;
  }

  /** The demand in full, behind a button where it says more than the summary above it. */
  #demand(document: CampaignDocument, summary: string): unknown {
    const demand = this.text(document.demand);
    if (!saysMore(demand, summary)) return nothing;
    return html`<button
        class="link read"
        part="read"
        type="button"
        aria-expanded=${String(this.isRead)}
        aria-controls="demand"
        @click=${() => (this.isRead = !this.isRead)}
      >
        ${this.t('campaign.read')}
      </button>
      <div
        id="demand"
        class="demand"
        part="demand"
        hidden=${this.isRead ? nothing : 'until-found'}
        @beforematch=${() => (this.isRead = true)}
      >
        ${markdownView(demand)}
      </div>`;
  }

  readonly #goOn = (): void => {
    const { hasSeats, seat } = this.store.value;
    const tag = hasSeats && !seat ? 'petition-seat-picker' : 'petition-sign-form';
    leadTo(this.shadowRoot!.querySelector<HTMLElement>(tag));
  };

  /** The next step. Warm at the head of the page only until there is a seat: from then on seats and form have that button. */
  #wayOnView({ stories }: CampaignDocument): unknown {
    const { seat, maySign, hasSeats, isClaimed } = this.store.value;
    // Its room stays when it goes, so that nothing below moves while an answer is read.
    if (!maySign)
      return this.#ledOn
        ? html`<div class="way-on gone" aria-hidden="true"><span class="act"></span></div>`
        : nothing;
    this.#ledOn = true;
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
        <button class="act" type="button" @click=${this.#goOn}>
          ${seat || hasSeats ? seatIcon : nothing}<span>${this.t(label)}</span>
        </button>
      </div>
    </div>`;
  }

  /** The whole petition: what it is about, how many have signed and the next step at its head; seats, stories and form below. */
  #layout({ document, counts }: { document: CampaignDocument; counts: boolean }): TemplateResult {
    const notice = document.notice ? html`<p class="notice">${this.text(document.notice)}</p>` : nothing;
    const menu = document.languages.length > 1 ? this.#languageMenu(document.languages) : nothing;
    const { isSigned, isDuplicate } = this.store.value;
    const { stories, venue } = document;
    const layout = !stories.length ? 'no-stories' : !venue ? 'stories-only' : '';
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

/** A document as it was given, its text, and the petition it names; undefined where it names none. What cannot be written as JSON is told as such. */
function readData(given: unknown): { data: unknown; text: string; id: unknown } {
  try {
    const id = (given as { id?: unknown } | null | undefined)?.id;
    return { data: given, text: canonicalJson(given), id: typeof id === 'string' ? id : undefined };
  } catch {
    const data = 'data is not plain JSON; give what JSON.parse returns';
    return { data, text: data, id: undefined };
  }
}

const globe = html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
  <circle cx="10" cy="10" r="7.5"></circle>
  <path d="M2.5 10h15M10 2.5c5 4.5 5 10.5 0 15M10 2.5c-5 4.5-5 10.5 0 15"></path>
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'petition-campaign': PetitionCampaign;
  }
}
