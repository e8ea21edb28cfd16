import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  areSeatsBroken,
  areSeatsKnown,
  hasSigned,
  isFull,
  statusOf,
  type CampaignState,
} from '../../campaign/state.js';
import type { MessageKey } from '../../i18n/keys.js';
import type { CampaignDocument, Portrait, Story } from '../../model/campaign.js';
import { formatDay } from '../../i18n/format.js';
import { controls } from '../../styles/controls.js';
import { linkView, markdownLine, markdownView } from '../base/markdown-view.js';
import { findElement, leadTo } from '../base/find-element.js';
import { lettersView } from '../base/letters.js';
import { PetitionElement } from '../base/petition-element.js';
import { savesData } from '../base/save-data.js';
import { seatIcon, seatIconStyles } from '../base/seat-icon.js';
import { heading } from './heading.js';
import { styles } from './petition-story-card.styles.js';
import { seatSentence } from '../base/seat-sentence.js';

/** Selects the state of a card; `maySit`: true if seats can be taken at all. */
const selectCardSlice = (
  state: CampaignState,
): Pick<CampaignState, 'phase' | 'document' | 'locale' | 'base'> & { maySit: boolean } => ({
  phase: state.phase,
  document: state.document,
  locale: state.locale,
  base: state.base,
  maySit:
    statusOf(state) === 'open' &&
    !state.endpointRefused &&
    !hasSigned(state) &&
    !isFull(state) &&
    !areSeatsBroken(state),
});

/** Marks the position of a text in a message: no text of a document contains it. */
const PLACEHOLDER = '\u0000';

/**
 * One story of a campaign: who the person is, what became of them, and their words in the first person. What happened
 * later is directly under the name and is never folded away, so that nobody who was released is read about as a
 * prisoner.
 *
 * The status is shown after its date ("May 2014: in prison since August 2011"), unless its own words begin with it.
 * Follows the disclosure pattern of the ARIA Authoring Practices; find-in-page searches the folded part where the
 * browser supports `hidden="until-found"`.
 *
 * Where a seat is kept for the person and seats can be taken, a button takes the one beside it and goes to the arena.
 * Where the reader saves data, the portrait loads on request.
 *
 * @element petition-story-card
 * @summary One story: portrait, name, dated status, what happened later, first-person lede, and the whole behind a button.
 * @fires petition-seat-select - Before the seat beside the person is chosen. Cancel it to decide yourself.
 * @slot - The author's own content, shown until the story has loaded, and for good if it cannot be loaded.
 * @slot body - The author's own HTML, in place of the story's body.
 * @slot after - At the end of the card, also while it is folded.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart card - The article.
 * @csspart portrait - The medallion; with the word `empty` when it shows the empty seat.
 * @csspart position - "1 of 3".
 * @csspart name - The heading.
 * @csspart status - The dated status.
 * @csspart later - What happened later.
 * @csspart lede - The first-person paragraph.
 * @csspart teller - The person who tells the story, where it is someone else.
 * @csspart note - The note on the content.
 * @csspart more - The button that unfolds and folds.
 * @csspart body - The story itself.
 * @csspart sit - The button that takes the seat beside the person.
 * @csspart show - The button that loads the portrait, where data is saved.
 * @csspart less - The button at its end that folds it.
 * @csspart letters - "Write to …", folded, with address and advice.
 * @csspart address - The address for letters, line by line.
 * @csspart advice - Advice on what may be written.
 * @csspart facts - Kept seat, date of checking, sources, credit of the portrait.
 * @cssprop [--petition-story-card-background=var(--petition-color-surface)] - Background of the card; `transparent` on a background of the petition's own.
 * @cssprop [--petition-story-card-line=var(--petition-color-line)] - Colour of the line around the card.
 * @cssprop [--petition-story-card-padding=20px; from 400 px 28px; from 520 px 36px] - Padding of the card.
 */
export class PetitionStoryCard extends PetitionElement<ReturnType<typeof selectCardSlice>> {
  static override styles = [...PetitionElement.styles, controls, seatIconStyles, styles];

  /** Id of a story of the campaign; without it, the first one. */
  @property() story: string | null = null;
  /** The story itself, set by script: for cards without a campaign. */
  @property({ attribute: false }) data: Story | null = null;
  /** Level of the name's heading, from 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** Number of the story in `total`, counted from 1, where the page has an order of its own; without it, the place in the campaign. */
  @property({ type: Number }) position: number | null = null;
  /** Number of stories shown together; without it, that of the campaign. */
  @property({ type: Number }) total: number | null = null;
  /** Hides the position ("1 of 3"). */
  @property({ type: Boolean, attribute: 'no-position' }) noPosition = false;
  /** True while the whole story is shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** URL of the image that failed to load. */
  @state() private broken = '';

  /** True if the portrait may load; where data is saved, after the reader asked for it. */
  @state() private mayLoadPortrait = !savesData();

  /** Id of the last story that was not found, so that the warning appears once. */
  #missingStory = '';

  constructor() {
    super(selectCardSlice);
  }

  /** The story shown, once it is known. */
  get shown(): Story | null {
    if (this.data) return this.data;
    const stories = this.store.value.document?.stories ?? [];
    return (this.story ? stories.find(({ id }) => id === this.story) : stories[0]) ?? null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { document } = this.store.value;
    if (!this.story || !document || this.shown || this.#missingStory === this.story) return;
    this.#missingStory = this.story;
    this.warnAuthor(
      `story="${this.story}" is not a story of this campaign; its stories are ${document.stories.map(({ id }) => id).join(', ') || 'none'}`,
    );
  }

  /** Focuses the name, so that the story is read from there, with its position. */
  override focus(options?: FocusOptions): void {
    const name = this.renderRoot.querySelector<HTMLElement>('#name');
    // Set only now: someone who reads from top to bottom has read the position before the name.
    if (this.renderRoot.querySelector('#position')) name?.setAttribute('aria-describedby', 'position');
    name?.addEventListener('blur', () => name.removeAttribute('aria-describedby'), { once: true });
    name?.focus(options);
  }

  #fold = async (): Promise<void> => {
    this.open = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.more')?.focus();
  };

  /** Renders a message with a text of the document in it, isolated, since the two may have different directions. */
  #sentence(key: MessageKey, name: string, text: string): unknown {
    const [before, after] = this.t(key, { [name]: PLACEHOLDER }).split(PLACEHOLDER);
    return after === undefined ? before : html`${before}<bdi>${text}</bdi>${after}`;
  }

  /** Until the story is known, the author's content is outside the wrapper: its colours are the page's. */
  override render(): TemplateResult {
    if (this.shown) return super.render();
    const waits = this.store.campaign !== null && this.store.value.phase === 'loading';
    return html`<div class=${waits ? 'waiting' : ''}>
      <slot></slot><slot name="body"></slot><slot name="after"></slot>
    </div>`;
  }

  protected view(): TemplateResult {
    const story = this.shown;
    const { document } = this.store.value;
    if (!story) return html``;
    const stories = document?.stories ?? [];
    const index = this.position ?? stories.indexOf(story) + 1;
    const total = this.total ?? stories.length;
    const hasPosition = index > 0 && total > 1 && !this.noPosition;
    const name = this.text(story.name);
    return html`<article class="card" part="card" aria-labelledby="name">
      <header>
        ${this.#portraitView(story.portrait)}
        <div>
          ${
            hasPosition
              ? html`<p id="position" class="position" part="position">
                  <bdi>${this.t('story.position', { index, total })}</bdi>
                </p>`
              : nothing
          }
          ${heading(this.headingLevel, name)}
          <p class="status" part="status"><bdi>${this.#status(story)}</bdi></p>
          ${this.#showPortraitView(story.portrait)}
        </div>
      </header>
      ${this.#laterView(story)}
      <p class="lede" part="lede" dir="auto">${this.text(story.lede)}</p>
      ${story.teller ? html`<p class="quiet" part="teller">${this.#sentence('story.told-by', 'teller', this.text(story.teller))}</p>` : nothing}
      ${story.note ? html`<p class="quiet" part="note" dir="auto">${this.text(story.note)}</p>` : nothing}
      ${this.#wholeStoryView(story, name, document)} ${this.#lettersView(story, name)}
      ${this.#sitView(story, name)}
      <slot name="after"></slot>
    </article>`;
  }

  /** Returns a person's name for a button: of a name of two words, the first. */
  #shortName(name: string): string {
    const [first = name, ...others] = name.trim().split(/\s+/);
    return others.length === 1 ? first : name;
  }

  /** The pressed button disappears; the focus stays in the story. */
  readonly #loadPortrait = async (): Promise<void> => {
    this.mayLoadPortrait = true;
    await this.updateComplete;
    this.focus({ preventScroll: true });
  };

  /** Renders the button that loads the portrait, which then shows at once, with the same text beside it. */
  #showPortraitView(portrait: Portrait | null | undefined): unknown {
    if (this.mayLoadPortrait || !portrait) return nothing;
    return html`<p>
      <button class="link show" part="show" type="button" @click=${this.#loadPortrait}>
        ${this.t('story.show-picture')}
      </button>
    </p>`;
  }

  /** Finds another element of the campaign: a card in a deck also searches the deck's tree. */
  #find(tag: string): HTMLElement | null {
    const root = this.getRootNode();
    const host = root instanceof ShadowRoot && root.host instanceof PetitionElement ? root.host : null;
    return findElement(this, tag) ?? (host && findElement(host, tag));
  }

  /** Renders the button that takes the seat. Its space stays when it goes, so that the page does not jump when the signature is accepted. */
  #sitView({ seat }: Story, name: string): unknown {
    const { document, maySit } = this.store.value;
    if (!seat || !document?.venue || document.state !== 'open') return nothing;
    if (!this.#find('petition-seat-picker') && !this.#find('petition-sign-form')) return nothing;
    return html`<p class="sit">
      ${
        maySit
          ? html`<button type="button" part="sit" @click=${this.#sit}>
              ${seatIcon}<span>${this.#sentence('picker.beside-person', 'name', this.#shortName(name))}</span>
            </button>`
          : nothing
      }
    </p>`;
  }

  readonly #sit = async (): Promise<void> => {
    const { campaign } = this.store;
    const story = campaign?.state.document?.stories.findIndex(({ id }) => id === this.shown?.id) ?? -1;
    if (!campaign || story < 0) return;
    const picker = this.#find('petition-seat-picker') as
      (HTMLElement & { reveal?: (seat: number) => Promise<unknown> }) | null;
    const { sitBeside } = await import('./sit-beside.js');
    const place = await sitBeside(campaign, story, this);
    if (!place) return;
    leadTo(picker ?? this.#find('petition-sign-form'));
    const { beside } = place;
    const seat = seatSentence(this.translator, place);
    const who = beside === null ? '' : this.text(campaign.state.document?.stories[beside]?.name);
    const chosen = this.t(who ? 'picker.chosen-beside' : 'picker.chosen', { seat, name: who });
    this.announce(areSeatsKnown(campaign.state) ? chosen : `${chosen} ${this.t('seat.unknown')}`);
    await picker?.reveal?.(place.seat);
  };

  #lettersView({ letters }: Story, name: string): unknown {
    if (!letters) return nothing;
    return html`<details class="letters" part="letters">
      <summary><span>${this.#sentence('story.write-to', 'name', name)}</span></summary>
      ${lettersView(letters, (text) => this.text(text))}
    </details>`;
  }

  #status({ status, statusDate }: Story): string {
    const words = this.text(status);
    const date = formatDay(statusDate, this.locale);
    return words.startsWith(date) ? words : this.t('story.status', { date, status: words });
  }

  #portraitView(portrait: Portrait | null | undefined): TemplateResult {
    const src = portrait ? this.asset(portrait.src) : '';
    if (!portrait || !src || src === this.broken || !this.mayLoadPortrait) {
      return html`<div class="portrait" part="portrait empty">${emptySeat}</div>`;
    }
    const { width, height, alt } = portrait;
    return html`<div class="portrait" part="portrait">
      <img
        @error=${() => (this.broken = src)}
        referrerpolicy="no-referrer"
        crossorigin=${this.crossOriginOf(src) ?? nothing}
        src=${src}
        alt=${this.text(alt)}
        width=${width}
        height=${height}
        loading="lazy"
        decoding="async"
      />
    </div>`;
  }

  #laterView({ updates }: Story): unknown {
    if (!updates?.length) return nothing;
    return html`<div class="later" part="later">
      <p class="quiet">${this.t('story.later')}</p>
      <ul>
        ${updates.map(
          ({ date, text, source }) =>
            html`<li>
              <time datetime=${date}>${formatDay(date, this.locale)}</time>
              <div>
                <bdi>${markdownLine(this.text(text))}</bdi>
                ${source ? linkView(source, html`<bdi>${siteOf(source)}</bdi>`) : nothing}
              </div>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  /** Renders the story and its facts, behind a button if there is something to unfold. */
  #wholeStoryView(story: Story, name: string, document: CampaignDocument | null): TemplateResult {
    const body = this.text(story.body);
    const folds = body.trim() !== '' || this.querySelector(':scope > [slot="body"]') !== null;
    return html`
      ${
        folds
          ? html`<p class="toggle">
              <button
                class="link more"
                part="more"
                type="button"
                aria-expanded=${this.open ? 'true' : 'false'}
                aria-controls="whole"
                @click=${() => (this.open = !this.open)}
              >
                <span>${this.#sentence('story.read-more', 'name', this.#shortName(name))}</span>
              </button>
            </p>`
          : nothing
      }
      <div
        id="whole"
        hidden=${folds && !this.open ? 'until-found' : nothing}
        @beforematch=${() => (this.open = true)}
      >
        <div class="body" part="body">
          <slot name="body" @slotchange=${() => this.requestUpdate()}>${markdownView(body)}</slot>
        </div>
        ${
          folds
            ? html`<p class="toggle">
                <button class="link" part="less" type="button" @click=${this.#fold}>
                  ${this.t('story.read-less')}
                </button>
              </p>`
            : nothing
        }
        ${this.#facts(story, document)}
      </div>
    `;
  }

  #facts({ name, seat, verified, sources, portrait }: Story, document: CampaignDocument | null): unknown {
    const [block, row, number] = seat && document?.venue ? seat.split('-') : [];
    const credit = portrait?.credit && this.text(portrait.credit);
    if (!number && !verified && !sources?.length && !credit) return nothing;
    return html`<div class="facts quiet" part="facts">
      ${block && row && number ? html`<p><bdi>${this.t('story.seat-kept', { name: this.text(name), block, row, number })}</bdi></p>` : nothing}
      ${
        verified || sources?.length
          ? html`<p>
              ${verified ? this.t('story.checked', { date: formatDay(verified, this.languageOf('story.checked')) }) : nothing}
              ${sources?.length ? this.t('story.sources') : nothing}
              ${(sources ?? []).map(({ title, url }, i) => html`${i ? ' · ' : nothing}${linkView(url, html`<bdi>${title}</bdi>`)}`)}
            </p>`
          : nothing
      }
      ${credit ? html`<p><bdi>${credit}</bdi></p>` : nothing}
    </div>`;
  }
}

/** The kept seat, shown if there is no portrait. */
const emptySeat = html`<svg viewBox="0 0 110 110" aria-hidden="true" focusable="false">
  <rect x="31" y="29" width="48" height="45" rx="12"></rect>
  <path d="M41 81h28"></path>
</svg>`;

/** Returns the host of a URL ("spring96.org"); the URL itself if it has none. */
function siteOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '') || url;
  } catch {
    return url;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-story-card': PetitionStoryCard;
  }
}
