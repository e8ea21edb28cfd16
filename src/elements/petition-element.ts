import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Campaign } from '../campaign/campaign.js';
import { initialState, type CampaignState } from '../campaign/state.js';
import { announce, holdRegion } from '../context/announcer.js';
import { findCampaign } from '../context/find-campaign.js';
import { inheritedLang } from '../context/locale.js';
import { StateController } from '../context/state-controller.js';
import { dictionaryFor, loadMessages } from '../i18n/dictionaries.js';
import { isRightToLeft } from '../i18n/intl.js';
import type { MessageKey, SectionName, Translation } from '../i18n/keys.js';
import { page } from '../i18n/locales/en/page.js';
import { pluralClass, translate, type Message, type MessageValues } from '../i18n/translate.js';
import { textIn, type Text } from '../model/campaign.js';
import { shortJson } from '../model/problem.js';
import { canonicalJson } from '../model/canonical.js';
import type { EndpointConfig } from '../model/endpoint.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { crossOriginOf } from './image-request.js';
import { loadAndMendAttributes, loadAndMendContent } from './mender.js';
import { followPageTheme, isDark, recheckTheme } from './page-theme.js';
import { authorsWord, messageOverrides, hasContent, warnOfUnknown } from './own-content.js';
import type { Translator } from './translator.js';
import { AuthorWarnings } from '../author-console.js';

/**
 * What all petition elements share: how they find their campaign, in which language they speak, the wrapper that
 * carries theme and tokens, and the voice for screen readers. `select` names the slice of the state they draw from.
 *
 * @attr {string} lang - Language of the words; otherwise the campaign's, that of the page around, or English.
 */
export abstract class PetitionElement<Slice extends object> extends LitElement {
  static override styles = [tokens, base];

  /** The sections of words an element says, with their English: it comes with the element, other languages when they are spoken. */
  static sections: Readonly<Partial<Record<SectionName, Translation>>> = { page };

  /**
   * Registers the class under a tag, of the page or of a registry of its own; harmless when it has that tag already.
   * @throws TypeError, Error when that is not possible, with what is wrong and what to write instead
   */
  static define(
    this: CustomElementConstructor,
    tag: string,
    registry: CustomElementRegistry = customElements,
  ): void {
    const named = 'PetitionTicket.define("petition-ticket")';
    if (!((this as typeof this | undefined)?.prototype instanceof PetitionElement))
      throw new TypeError(`define: it is not called on one of our classes; write ${named}`);
    if (typeof registry?.define !== 'function')
      throw new TypeError(
        `define: ${shortJson(registry)} is not a registry; leave it out, or give a CustomElementRegistry`,
      );
    if (typeof tag !== 'string' || !tag)
      throw new TypeError(`define: the tag is ${shortJson(tag)}; write one, as in ${named}`);
    const holder = registry.get(tag);
    if (holder === this) return;
    if (holder)
      throw new Error(`define: <${tag}> is registered for another class; choose a tag that is free`);
    try {
      registry.define(tag, this);
    } catch (error) {
      const { name } = error as Error;
      if (name === 'SyntaxError')
        throw new TypeError(
          `define: ${shortJson(tag)} is not a name for an element; write small letters with a hyphen, as in ${named}`,
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

  /** Told about a shadow root that holds other petition elements, so that a loader can bring them. */
  static onElementsInside: ((root: ShadowRoot) => void) | undefined;

  /** Besides the properties: words follow the element's language. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  protected readonly store: StateController<Slice>;
  /** What the author says in the element's own templates. */
  protected words: Readonly<Record<string, Text>> = {};

  /** Id of a `petition-campaign` elsewhere in the same tree. */
  @property() for: string | null = null;
  /** URL of the box office, together with `petition`: elements with the same pair share one campaign. Or JSON (docs/endpoints.md). */
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
  }

  /** The state of the campaign; of an empty one while the element stands alone. */
  protected get state(): CampaignState {
    return this.store.campaign?.state ?? initialState;
  }

  /** Called when the campaign was found, changed or lost. */
  protected campaignChanged(_campaign: Campaign | null): void {}

  /** Called at once when the element's slice of the state changed, before it is drawn. */
  protected stateChanged(): void {}

  /** The language of the element: its own `lang`, else the campaign's, else that of the place it stands in, else English. */
  get locale(): string {
    const { campaign } = this.store;
    return (
      validLocale(this.lang) ?? validLocale(campaign ? campaign.state.locale : inheritedLang(this)) ?? 'en'
    );
  }

  /** Whether the element's language is written from right to left. */
  protected get isRtl(): boolean {
    return isRightToLeft(this.locale);
  }

  /** A message in the element's language; the author's words come first. */
  protected t(key: MessageKey, values: MessageValues = {}): string {
    const { count } = values;
    const own =
      (typeof count === 'number' && this.#authors(`${key}.${pluralClass(count, this.locale)}`)) ||
      this.#authors(key);
    const message = own || (dictionaryFor(this.locale)?.[key] ?? this.#english(key)!);
    return translate(message, own ? this.locale : this.languageOf(key), values);
  }

  /** Messages and document texts in the element's language, for views and rules outside of the class. */
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

  /** Our English for a message that the element says. */
  #english(key: string): Message | undefined {
    return Object.values(this.#sections).find((words) => Object.hasOwn(words, key))?.[key as MessageKey];
  }

  /** The language a message is shown in: figures and dates that stand with it follow it, so that "1.000" is not read as one. */
  protected languageOf(key: MessageKey): string {
    const { locale } = this;
    return this.#authors(key) || dictionaryFor(locale)?.[key] || /^en\b/.test(locale) ? locale : 'en';
  }

  /**
   * The author's words for a message, or for one of its plural forms (`outcome.people.few`): of this element, of the one in
   * whose shadow root it stands, of the page's campaign, of the document.
   */
  #authors(key: string): string | undefined {
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    const around = host instanceof PetitionElement ? (host.words as typeof this.words) : undefined;
    for (const words of [this.words, around, this.store.campaign?.words, this.state.document?.messages]) {
      const text = authorsWord(words, key, this.locale);
      if (text) return text;
    }
    return undefined;
  }

  /** A text of the document in the element's language. */
  protected text(text: Text | null | undefined): string {
    return textIn(text, this.locale, this.state.document?.languages);
  }

  /** URL of an image the document names. */
  protected asset(src: string): string {
    try {
      return new URL(src, this.state.base || location.href).href;
    } catch {
      return '';
    }
  }

  /** How an image of this URL is asked for; its host never learns the address of the page. */
  protected crossOriginOf(url: string): 'anonymous' | null {
    return crossOriginOf(url, this.store.campaign?.imagesUrl ?? '', this.state.base);
  }

  readonly #warnings = new AuthorWarnings();

  /** Warns the page's author, once of each mistake. */
  protected warnAuthor(message: string): void {
    this.#warnings.warn(message);
  }

  /** Says something politely to screen readers. */
  protected announce(text: string): void {
    if (text) announce(this.store.campaign ?? this, text);
  }

  /** How the element finds its campaign; called by the controller, again after every connection. */
  seekCampaign(found: (campaign: Campaign | null) => void): () => void {
    return this.#mending ? () => undefined : findCampaign(this, found);
  }

  /** Tokens of the campaign that were set on the wrapper. */
  #tokens: readonly string[] = [];

  /** How the element looked for its campaign last. */
  #search = '';

  #finder(): string {
    const { endpoint } = this;
    return canonicalJson([this.for, endpoint, this.petition]);
  }

  /** While the attributes are repaired nothing is read from them. */
  #mending: Promise<void> | null = null;

  override connectedCallback(): void {
    this.#mending = loadAndMendAttributes(this);
    this.#search = this.#mending ? '' : this.#finder();
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
  /** The theme that is drawn. */
  #theme: 'light' | 'dark' = 'light';

  /** The theme of the campaign's element, else of the document, else of the page. */
  #findTheme(): 'light' | 'dark' {
    const wanted = this.store.campaign?.theme ?? this.state.document?.look?.theme;
    return wanted === 'light' || wanted === 'dark' ? wanted : isDark(this) ? 'dark' : 'light';
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'lang' && before !== value) this.languageChanged();
  }

  /** Called when the element's own `lang` changed. */
  protected languageChanged(): void {
    this.requestUpdate();
  }

  #loadMessages(): Promise<unknown> | null {
    return loadMessages(this.locale, Object.keys(this.#sections) as SectionName[]);
  }

  /** A drawing waits for the words of its language, but not where the author's content is shown meanwhile. */
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

  protected override willUpdate(_changed: Map<PropertyKey, unknown>): void {
    this.words = messageOverrides(this);
    const here = Object.keys(this.#sections);
    warnOfUnknown({ ...this.store.campaign?.words, ...this.words }, here, (key) => !!this.#english(key));
    if (this.#search === this.#finder()) return;
    this.#search = this.#finder();
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

  /** An address alone says nothing: which petition is meant there, only the author knows. */
  #warnOfEndpoint(): void {
    const { endpoint, petition, localName } = this;
    if (typeof endpoint !== 'string' || /^\s*(\{|$)/.test(endpoint) || petition || this.for) return;
    if (!this.store.campaign && !this.closest('petition-campaign'))
      this.warnAuthor(
        `${localName}: endpoint="${endpoint}" needs petition="…" beside it; without that the element belongs to no petition, and nothing is sent`,
      );
  }

  /** What is inside the wrapper. */
  protected abstract view(): TemplateResult;

  override render(): TemplateResult {
    const { locale } = this;
    const theme = this.#findTheme();
    // Elements inside take their colours from this one.
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

/** A language tag that Intl takes, or undefined: a page's `lang` may be anything. */
function validLocale(tag: string | null | undefined): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}
