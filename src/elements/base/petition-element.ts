import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import { initialState, type CampaignState } from '../../campaign/state.js';
import { announce, holdRegion } from '../../context/announcer.js';
import { findCampaign } from '../../context/find-campaign.js';
import { inheritedLang } from '../../context/locale.js';
import { StateController } from '../../context/state-controller.js';
import { dictionaryFor, loadMessages } from '../../i18n/dictionaries.js';
import { isRightToLeft } from '../../i18n/intl.js';
import type { MessageKey, SectionName, Translation } from '../../i18n/keys.js';
import { page } from '../../i18n/locales/en/page.js';
import { pluralClass, translate, type Message, type MessageValues } from '../../i18n/translate.js';
import { textIn, type Text } from '../../model/campaign.js';
import { shortJson } from '../../model/problem.js';
import { canonicalJson } from '../../model/canonical.js';
import type { EndpointConfig } from '../../model/endpoint.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { crossOriginOf } from './image-request.js';
import { loadAndMendAttributes, loadAndMendContent } from './load-mender.js';
import { followPageTheme, isDark, recheckTheme } from './page-theme.js';
import { messageOverride, messageOverrides, warnUnknownMessages } from './message-overrides.js';
import { hasContent, showContentInstead, whyUndrawn } from './own-content.js';
import { keepKeyInside } from './own-keys.js';
import type { Translator } from './translator.js';
import { AuthorWarnings } from '../../author-console.js';

/**
 * Base class of the petition elements: finds the campaign and the language, renders the wrapper that carries theme and
 * tokens, and announces to screen readers. `select` picks the slice of the state that the element renders.
 *
 * @attr {string} lang - Language of the element's text; without it, the campaign's, the page's, or English.
 */
export abstract class PetitionElement<Slice extends object> extends LitElement {
  static override styles = [tokens, base];

  /** Message sections of the element, in English, which loads with the element; other languages load on demand. */
  static sections: Readonly<Partial<Record<SectionName, Translation>>> = { page };

  /**
   * Registers the class under a tag, in the page's registry or another; does nothing if the tag is already this class.
   * @throws TypeError, Error when that is not possible, with the reason and the fix
   */
  static define(
    this: CustomElementConstructor,
    tag: string,
    registry: CustomElementRegistry = customElements,
  ): void {
    const named = 'PetitionTicket.define("petition-ticket")';
    if (!((this as typeof this | undefined)?.prototype instanceof PetitionElement))
      throw new TypeError(`define: not called on a class of Grandstand; write ${named}`);
    if (typeof registry?.define !== 'function')
      throw new TypeError(
        `define: ${shortJson(registry)} is not a registry; omit it, or pass a CustomElementRegistry`,
      );
    if (typeof tag !== 'string' || !tag)
      throw new TypeError(`define: ${shortJson(tag)} is not a tag; write one, as in ${named}`);
    const holder = registry.get(tag);
    if (holder === this) return;
    if (holder) throw new Error(`define: <${tag}> is registered for another class; choose an unused tag`);
    try {
      registry.define(tag, this);
    } catch (error) {
      const { name } = error as Error;
      if (name === 'SyntaxError')
        throw new TypeError(
          `define: ${shortJson(tag)} is not a valid element name; write lower-case letters with a hyphen, as in ${named}`,
        );
      if (name === 'NotSupportedError') {
        const own = (registry as { getName?(of: unknown): string | null }).getName?.(this);
        throw new Error(
          `define: the class is registered ${own ? `as <${own}>` : 'under another tag'}, so it cannot be <${tag}> too; define a class that extends it`,
        );
      }
      throw error;
    }
  }

  /** Callback for a shadow root that contains other petition elements, so that a loader can load them. */
  static onElementsInside: ((root: ShadowRoot) => void) | undefined;

  /** Observes `lang` in addition to the properties, since messages follow the element's language. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  protected readonly store: StateController<Slice>;
  /** The author's words from the element's own templates. */
  protected words: Readonly<Record<string, Text>> = {};

  /** Id of a `petition-campaign` elsewhere in the same tree. */
  @property() for: string | null = null;
  /** URL of the box office, used together with `petition`: elements with the same pair share one campaign. Or JSON (docs/endpoints.md). */
  @property() endpoint: string | EndpointConfig | null = null;
  /** Id of the petition at `endpoint`. */
  @property() petition: string | null = null;

  constructor(select: (state: CampaignState) => Slice) {
    super();
    this.store = new StateController(
      this,
      select,
      (campaign) => this.campaignChanged(campaign),
      () => this.stateChanged(),
    );
    for (const type of ['keydown', 'keypress', 'keyup'] as const) this.addEventListener(type, this.#endKey);
  }

  /** Ends keys here, unless another element of ours is around this one: it may follow them. */
  readonly #endKey = (event: KeyboardEvent): void => {
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    if (!(host instanceof PetitionElement)) keepKeyInside(event);
  };

  /** The state of the campaign, or the initial state while the element has no campaign. */
  protected get state(): CampaignState {
    return this.store.campaign?.state ?? initialState;
  }

  /** Called when the campaign is found, changed or lost. */
  protected campaignChanged(_campaign: Campaign | null): void {}

  /** Called as soon as the element's slice of the state changes, before it renders. */
  protected stateChanged(): void {}

  /** The language of the element: its own `lang`, else the campaign's, else that of the nearest ancestor, else English. */
  get locale(): string {
    const { campaign } = this.store;
    return (
      validLocale(this.lang) ?? validLocale(campaign ? campaign.state.locale : inheritedLang(this)) ?? 'en'
    );
  }

  /** True when the element's language is written from right to left. */
  protected get isRtl(): boolean {
    return isRightToLeft(this.locale);
  }

  /** Returns a message in the element's language; the author's words take precedence. */
  protected t(key: MessageKey, values: MessageValues = {}): string {
    const { count } = values;
    const own =
      (typeof count === 'number' && this.#overrideOf(`${key}.${pluralClass(count, this.locale)}`)) ||
      this.#overrideOf(key);
    const message = own || (dictionaryFor(this.locale)?.[key] ?? this.#english(key) ?? key);
    return translate(message, own ? this.locale : this.languageOf(key), values);
  }

  /** Messages and document texts in the element's language, for views and rules outside the class. */
  protected readonly translator: Translator = ((element: PetitionElement<Slice>) => ({
    get locale() {
      return element.locale;
    },
    t: (key, values) => element.t(key, values),
    text: (text) => element.text(text),
  }))(this);

  get #sections(): (typeof PetitionElement)['sections'] {
    return (this.constructor as typeof PetitionElement).sections;
  }

  /** Returns the English of a message in the element's sections. */
  #english(key: string): Message | undefined {
    return Object.values(this.#sections).find((words) => Object.hasOwn(words, key))?.[key as MessageKey];
  }

  /** Returns the language a message is shown in. Figures and dates in it use the same one, so that "1.000" is not read as one. */
  protected languageOf(key: MessageKey): string {
    const { locale } = this;
    return this.#overrideOf(key) || dictionaryFor(locale)?.[key] || /^en\b/.test(locale) ? locale : 'en';
  }

  /**
   * Returns the author's words for a message, or for one of its plural forms (`outcome.people.few`). Precedence: this
   * element > the host of its shadow root > the page's campaign > the document.
   */
  #overrideOf(key: string): string | undefined {
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    const around = host instanceof PetitionElement ? (host.words as typeof this.words) : undefined;
    for (const words of [this.words, around, this.store.campaign?.words, this.state.document?.messages]) {
      const text = messageOverride(words, key, this.locale);
      if (text) return text;
    }
    return undefined;
  }

  /** Returns a text of the document in the element's language. */
  protected text(text: Text | null | undefined): string {
    return textIn(text, this.locale, this.state.document?.languages);
  }

  /** Resolves the URL of an image in the document. */
  protected asset(src: string): string {
    try {
      return new URL(src, this.state.base || location.href).href;
    } catch {
      return '';
    }
  }

  /** Returns the `crossorigin` value for an image of this URL; its host never learns the address of the page. */
  protected crossOriginOf(url: string): 'anonymous' | null {
    return crossOriginOf(url, this.store.campaign?.imagesUrl ?? '', this.state.base);
  }

  readonly #warnings = new AuthorWarnings();

  /** Warns the page's author in the console, once per message. */
  protected warnAuthor(message: string): void {
    this.#warnings.warn(message);
  }

  /** Announces a text politely to screen readers. */
  protected announce(text: string): void {
    if (text) announce(this.store.campaign ?? this, text);
  }

  /** Looks for the element's campaign; called by the controller, again after every connection. */
  seekCampaign(found: (campaign: Campaign | null) => void): () => void {
    return this.#mending ? () => undefined : findCampaign(this, found);
  }

  /** Names of the campaign's tokens set on the wrapper. */
  #tokens: readonly string[] = [];

  /** Search key of the last campaign lookup. */
  #lastLookup = '';

  #lookupKey(): string {
    const { endpoint } = this;
    return canonicalJson([this.for, endpoint, this.petition]);
  }

  /** Pending while the attributes are repaired; nothing reads them until then. */
  #mending: Promise<void> | null = null;

  override connectedCallback(): void {
    this.#mending = loadAndMendAttributes(this);
    this.#lastLookup = this.#mending ? '' : this.#lookupKey();
    super.connectedCallback();
    loadAndMendContent(this);
    const follow = (): void => {
      if (this.hasUpdated && this.#theme !== this.#findTheme()) this.requestUpdate();
    };
    this.#unfollowTheme = followPageTheme(this, follow);
    follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollowTheme?.();
  }

  #unfollowTheme: (() => void) | undefined;
  /** The rendered theme. */
  #theme: 'light' | 'dark' = 'light';

  /** Returns the theme of the campaign element, else of the document, else of the page. */
  #findTheme(): 'light' | 'dark' {
    const wanted = this.store.campaign?.theme ?? this.state.document?.look?.theme;
    return wanted === 'light' || wanted === 'dark' ? wanted : isDark(this) ? 'dark' : 'light';
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'lang' && before !== value) this.languageChanged();
  }

  /** Called when the element's own `lang` changes. */
  protected languageChanged(): void {
    this.requestUpdate();
  }

  #loadMessages(): Promise<unknown> | null {
    return loadMessages(this.locale, Object.keys(this.#sections) as SectionName[]);
  }

  /** Delays an update until the messages of its language have loaded, unless the author's content is shown meanwhile. */
  protected override scheduleUpdate(): void | Promise<void> {
    if (this.#mending)
      return this.#mending.then(() => {
        this.#mending = null;
        return this.scheduleUpdate();
      });
    const words = this.#loadMessages();
    if (words && (this.hasUpdated || this.state.document || !hasContent(this)))
      return words.then(() => super.scheduleUpdate() as void);
    super.scheduleUpdate();
  }

  /** Updates; what keeps the element from being drawn at first leaves the author's content in view. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
      this.shadowRoot?.querySelector('slot.instead')?.remove();
    } catch (error) {
      if (this.shadowRoot?.querySelector('.base')) throw error;
      showContentInstead(this);
      this.warnAuthor(whyUndrawn(this.localName, error));
    }
  }

  protected override willUpdate(_changed: Map<PropertyKey, unknown>): void {
    this.words = messageOverrides(this);
    const loadedSections = Object.keys(this.#sections);
    warnUnknownMessages(
      { ...this.store.campaign?.words, ...this.words },
      loadedSections,
      (key) => !!this.#english(key),
    );
    if (this.#lastLookup === this.#lookupKey()) return;
    this.#lastLookup = this.#lookupKey();
    this.store.search();
  }

  protected override updated(_changed: Map<PropertyKey, unknown>): void {
    void this.#loadMessages()?.then(() => this.requestUpdate());
    this.#warnOfEndpoint();
    if (this.shadowRoot) holdRegion(this.store.campaign ?? this, this.shadowRoot);
    const wrapper = this.shadowRoot?.querySelector<HTMLElement>('.base');
    const tokens = this.state.document?.look?.tokens ?? {};
    for (const name of this.#tokens)
      if (!Object.hasOwn(tokens, name)) wrapper?.style.removeProperty(`--petition-${name}`);
    for (const [name, value] of Object.entries(tokens))
      wrapper?.style.setProperty(`--petition-${name}`, value);
    this.#tokens = Object.keys(tokens);
  }

  /** Warns about an `endpoint` without a `petition`: only the author knows which petition is meant. */
  #warnOfEndpoint(): void {
    const { endpoint, petition, localName } = this;
    if (typeof endpoint !== 'string' || /^\s*(\{|$)/.test(endpoint) || petition || this.for) return;
    if (!this.store.campaign && !this.closest('petition-campaign'))
      this.warnAuthor(
        `${localName}: endpoint="${endpoint}" needs petition="…" beside it; without that the element belongs to no petition, and nothing is sent`,
      );
  }

  /** Renders the content of the wrapper. */
  protected abstract view(): TemplateResult;

  override render(): TemplateResult {
    const { locale } = this;
    const theme = this.#findTheme();
    // Elements inside inherit their colours from this one.
    if (this.hasUpdated && theme !== this.#theme) recheckTheme();
    this.#theme = theme;
    return html`<div
      class="base"
      part="base"
      data-theme=${theme}
      lang=${locale}
      dir=${this.isRtl ? 'rtl' : 'ltr'}
    >
      ${this.view()}
    </div>`;
  }
}

/** Returns a language tag that Intl accepts, or undefined: a page's `lang` may be anything. */
function validLocale(tag: string | null | undefined): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}
