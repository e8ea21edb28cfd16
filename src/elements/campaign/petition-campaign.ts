import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Campaign, pageLanguages, pickLocale, type CampaignOptions } from '../../campaign/campaign.js';
import { sharedCampaign } from '../../campaign/shared.js';
import { isIn, type CampaignState } from '../../campaign/state.js';
import type { Transport } from '../../transport/send.js';
import { campaignContext } from '../../context/campaign-context.js';
import { absolute, readEndpointAttribute } from '../../context/find-campaign.js';
import { inheritedLang } from '../../context/locale.js';
import type { CampaignDocument } from '../../model/campaign.js';
import { languageName } from '../../i18n/intl.js';
import { markdownView } from '../markdown-view.js';
import { PetitionElement } from '../petition-element.js';
import { styles } from './petition-campaign.styles.js';

/** What has its room in the layout before it is drawn (petition-campaign.styles.ts). */
const KEPT_ROOM = 'petition-signature-counter, petition-seat-picker, petition-story-deck, petition-sign-form';

/** What the default layout is drawn from. */
const slice = ({
  phase,
  document,
  locale,
  declared,
  signing,
}: CampaignState): {
  phase: string;
  document: CampaignDocument | null;
  locale: string;
  counts: boolean;
  isSigned: boolean;
} => ({
  phase,
  document,
  locale,
  counts: declared?.counts ?? true,
  isSigned: isIn(signing),
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
 */
export class PetitionCampaign extends PetitionElement<ReturnType<typeof slice>> {
  static override styles = [...PetitionElement.styles, styles];

  /** URL of the campaign document. */
  @property() src: string | null = null;
  /** The campaign document itself, by script; beats everything else. */
  @property({ attribute: false }) data: unknown = undefined;
  /** Judges the document strictly and says in the console what is wrong. */
  @property({ type: Boolean }) debug = false;
  /** For people whom a signature may harm: the ticket offers no invitation, which would tell of it, and no name on the picture. */
  @property({ type: Boolean, attribute: 'at-risk', reflect: true }) atRisk = false;
  /** Sends the campaign's requests instead of `fetch`: for apps with a client of their own, stories and tests. */
  @property({ attribute: false }) transport: Transport | undefined;

  readonly isHost = true;
  readonly #provider = new ContextProvider<typeof campaignContext, this>(this, { context: campaignContext });
  #campaign: Campaign | null = null;
  /** Properties set before the upgrade, or in the same task as the element was made, arrive with the first update. */
  #isSet = false;
  /** Px the form took while it was sent: in one column the ticket comes into the room it leaves, and nothing below is pulled up. */
  #room = 0;
  /** Elements of the whole petition whose room is kept until they are drawn. */
  readonly #keeping = new WeakSet<Element>();
  #made = '';
  #madeOf: unknown;

  constructor() {
    super(slice);
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
    const made = JSON.stringify([this.src, this.endpoint, this.petition, this.debug]);
    if (this.#campaign && made === this.#made && this.data === this.#madeOf) return;
    const options: CampaignOptions = {
      languages: [inheritedLang(this), ...pageLanguages()],
      debug: this.debug,
      ...(this.transport && { transport: this.transport }),
    };
    const endpoint = (this.endpoint && readEndpointAttribute(this.endpoint)) || undefined;
    const petition = this.petition ?? undefined;
    const data = this.data ?? this.#inlineJson();
    if (data !== undefined)
      this.#campaign = new Campaign({ data, endpoint, petition }, { ...options, base: location.origin });
    else if (this.src)
      this.#campaign = new Campaign({ src: absolute(this.src), endpoint, petition }, options);
    else if (endpoint && (petition || typeof endpoint === 'object'))
      this.#campaign = sharedCampaign(endpoint, petition ?? '', options);
    else if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.isConnected && this.store.search(), {
        once: true,
      });
      return;
    } else this.#campaign = new Campaign({}, options);
    this.#made = made;
    this.#madeOf = this.data;
    this.#provider.setValue(this.#campaign);
  }

  /** The document in a `<script type="application/json">` child; text that is no JSON is told as such. */
  #inlineJson(): unknown {
    const script = this.querySelector(':scope > script[type="application/json"]');
    if (!script) return undefined;
    try {
      return JSON.parse(script.textContent ?? '');
    } catch (error) {
      return `JSON script child: ${(error as Error).message}`;
    }
  }

  protected override willUpdate(changed: PropertyValues<PetitionCampaign>): void {
    super.willUpdate(changed);
    // What is set later makes another campaign, which takes the place of the first.
    const isFirst = !this.#isSet;
    this.#isSet = true;
    if (isFirst || changed.has('src') || changed.has('data') || changed.has('debug')) this.store.search();
    const { isSigned } = this.store.value;
    if (!isSigned) this.#room = 0;
    else this.#room ||= this.shadowRoot?.querySelector<HTMLElement>('.signing')?.offsetHeight ?? 0;
    if (!this.#campaign) return;
    if (this.transport) this.#campaign.transport = this.transport;
    this.#campaign.words = this.words;
    this.#campaign.atRisk = this.atRisk;
  }

  protected override updated(changed: PropertyValues<PetitionCampaign>): void {
    super.updated(changed);
    // By script: a page's rules against inline styles are not about this.
    const signing = this.shadowRoot?.querySelector<HTMLElement>('.signing');
    if (signing) signing.style.minBlockSize = `${this.#room}px`;
    if (!this.shadowRoot?.querySelector('.petition')) return;
    PetitionElement.onElementsInside?.(this.shadowRoot);
    for (const element of this.shadowRoot.querySelectorAll(KEPT_ROOM)) void this.#keepRoom(element);
  }

  /** An element that is defined may still wait for its words: its room is let go when it is drawn, and not before. */
  async #keepRoom(element: Element): Promise<void> {
    if (this.#keeping.has(element)) return;
    this.#keeping.add(element);
    await customElements.whenDefined(element.localName);
    await (element as PetitionElement<object>).updateComplete;
    element.classList.add('drawn');
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

  /** The whole petition. On a phone the story stands before the arena; everywhere else the arena comes first. */
  #layout({ document, counts }: { document: CampaignDocument; counts: boolean }): TemplateResult {
    const notice = document.notice ? html`<p class="notice">${this.text(document.notice)}</p>` : nothing;
    const menu = document.languages.length > 1 ? this.#languageMenu(document.languages) : nothing;
    const { isSigned } = this.store.value;
    return html`<div class="petition" part="petition">
      <header>
        ${notice === nothing && menu === nothing ? nothing : html`<div class="top">${notice} ${menu}</div>`}
        <div>
          <h1>${this.text(document.title)}</h1>
          <div class="demand">${markdownView(this.text(document.demand))}</div>
        </div>
        ${counts ? html`<petition-signature-counter></petition-signature-counter>` : nothing}
      </header>
      ${document.venue ? html`<div class="arena"><petition-seat-picker></petition-seat-picker></div>` : nothing}
      <div class="reading">
        ${document.stories.length ? html`<div class="stories">${document.stories.length > 1 ? html`<petition-story-deck></petition-story-deck>` : html`<petition-story-card></petition-story-card>`}</div>` : nothing}
        <div class=${isSigned ? 'signing signed' : 'signing'}>
          <div class="form">
            <petition-sign-form>
              ${this.querySelector(':scope > [slot="signed"]') ? html`<slot name="signed" slot="signed"></slot>` : nothing}
            </petition-sign-form>
          </div>
          ${
            isSigned
              ? html`<div class="after">
                  <petition-ticket ?at-risk=${this.atRisk}></petition-ticket>
                  <petition-share></petition-share>
                </div>`
              : nothing
          }
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

const globe = html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
  <circle cx="10" cy="10" r="7.5"></circle>
  <path d="M2.5 10h15M10 2.5c5 4.5 5 10.5 0 15M10 2.5c-5 4.5-5 10.5 0 15"></path>
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'petition-campaign': PetitionCampaign;
  }
}
