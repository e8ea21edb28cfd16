import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import { hasSeatsToChoose, hasSigned, statusOf, type CampaignState } from '../../campaign/state.js';
import { campaignContext } from '../../context/campaign-context.js';
import type { Story } from '../../model/campaign.js';
import { controls } from '../../styles/controls.js';
import { findElement } from '../base/find-element.js';
import { deepFocused, leadTo } from '../base/lead-to.js';
import { PetitionElement } from '../base/petition-element.js';
import { seatIcon, seatIconStyles } from '../base/seat-icon.js';
import { indexInView, initialDeck, showAt, withHash, withStories, type ShownBy } from './deck-state.js';
import { indexAtKey } from './keys.js';
import { styles } from './petition-story-deck.styles.js';
import { StoryTrack } from './story-track.js';

/** Selects the state of a deck; `maySign`: true if the way on has a target. */
const selectDeckSlice = (
  campaign: CampaignState,
): Pick<CampaignState, 'phase' | 'document' | 'locale' | 'base'> & {
  maySign: boolean;
  hasSeats: boolean;
} => ({
  phase: campaign.phase,
  document: campaign.document,
  locale: campaign.locale,
  base: campaign.base,
  maySign: statusOf(campaign) === 'open' && !campaign.endpointRefused && !hasSigned(campaign),
  hasSeats: hasSeatsToChoose(campaign),
});

const CARD = 'petition-story-card';

/** The members of a story card that the deck uses. */
interface Card extends HTMLElement {
  open: boolean;
  readonly updateComplete: Promise<boolean>;
}

/**
 * The stories of a campaign one after another. A finger scrolls them natively, with a story as the snap point; a press
 * or a key swaps them at once, and focuses the name of the new one, because whoever asks for the next story wants to
 * read it. Nothing moves by itself.
 *
 * Follows the carousel pattern of the ARIA Authoring Practices without its rotation, and without its role description:
 * to its reader it is an article with buttons. Stories out of view are inert. Every story is as high as the highest one
 * while it is folded, and folds again when the reader leaves it, so that only a press changes the height.
 *
 * A page's URL that ends with `#petition-story=<id>` shows that story and scrolls to it. The deck itself writes nothing
 * into the URL.
 *
 * @element petition-story-deck
 * @summary Story cards one after another, with a way on to the seats.
 * @slot - The author's own content, shown until the stories have loaded, and for good if they cannot be loaded.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart deck - The group of stories and navigation.
 * @csspart track - The scroll container.
 * @csspart story - The slide of one card.
 * @csspart navigation - The row under the story.
 * @csspart previous - The button to the previous story.
 * @csspart coming - "Next: Ben Sample".
 * @csspart next - The button to the next story.
 * @csspart act - The button that goes to the seats, or to the form.
 * @csspart gone - The space of that button after the signature was accepted.
 * @cssprop [--petition-story-deck-background=var(--petition-color-surface)] - Background of the deck; `transparent` on a background of the petition's own.
 * @cssprop [--petition-story-deck-line=var(--petition-color-line)] - Colour of the line around the deck.
 * @cssprop [--petition-story-deck-padding=20px] - Padding of the deck; 28 px and 36 px where it is wider.
 * @cssprop [--petition-story-deck-bleed=var(--petition-story-deck-padding)] - Distance by which stories overlap the text's edges while they are scrolled.
 */
export class PetitionStoryDeck extends PetitionElement<ReturnType<typeof selectDeckSlice>> {
  static override styles = [...PetitionElement.styles, controls, seatIconStyles, styles];

  /** Id of the story that is shown first. A link to another story takes precedence. */
  @property() story: string | null = null;
  /** The stories themselves, set by script: for decks without a campaign. */
  @property({ attribute: false }) stories: readonly Story[] | null = null;
  /** Ids of stories, separated by spaces: these are first, in this order, and the others follow. */
  @property() order: string | null = null;
  /** Shuffles the stories once; those that `order` names stay first. */
  @property({ type: Boolean }) shuffle = false;
  /** Level of the names' headings, from 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Provides the deck's campaign, however it was found, to the cards inside. */
  readonly #provider = new ContextProvider<typeof campaignContext, this>(this, { context: campaignContext });
  readonly #track = new StoryTrack(this);
  #deck = initialDeck;
  /** Id of the story in view at the last update. */
  #lastShown: string | null = null;
  /** True if the focus was in the story that a swipe left. */
  #wasInside = false;
  /** True once there was a way on to the seats or the form. */
  #hadWayOn = false;

  constructor() {
    super(selectDeckSlice);
  }

  /** Id of the story in view; null while there is none. */
  get current(): string | null {
    return this.#deck.shown;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#readHash);
    this.#readHash();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#readHash);
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    // A lost campaign is treated as one not found yet: the cards keep theirs until there is another.
    if (campaign) this.#provider.setValue(campaign);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const stories = this.stories ?? this.store.value.document?.stories ?? [];
    const [deck, warnings] = withStories(this.#deck, stories, this, Math.random);
    this.#deck = deck;
    for (const warning of warnings) this.warnAuthor(warning);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { by, shown } = this.#deck;
    this.#deck = { ...this.#deck, by: null };
    const { slides, slide: before } = this.#track;
    if (!slides.length) return;
    if (this.shadowRoot) PetitionElement.onElementsInside?.(this.shadowRoot);
    const index = indexInView(this.#deck);
    const slide = (this.#track.slide = slides[index] ?? null);
    const was = this.#lastShown;
    this.#lastShown = shown;
    const cards = slides.map((one) => one.firstElementChild as Card);
    const card = cards[index];
    if (!slide || !card || (slide === before && was === shown && by !== 'link')) return;
    this.#track.moveToSlide(by === 'press' && before?.isConnected ? before : null);
    // In a newer document a story may have another position: it stays open there, and the one in its former position
    // does not.
    const isOpen = was === shown && !!(before?.firstElementChild as Card | undefined)?.open;
    if (was !== null && !by) card.open = isOpen;
    const left = cards.filter((one) => one.open && one !== card);
    for (const one of left) one.open = false;
    if (by) void this.#revealStory(by, card, left);
  }

  /** Scrolls to the beginning of a requested story and focuses it; after a swipe, or while the reader types elsewhere, announces it. */
  async #revealStory(by: ShownBy, card: Card, left: readonly Card[]): Promise<void> {
    const takesFocus = by === 'press' || (by === 'link' ? !takesKeys(deepFocused()) : this.#wasInside);
    const { ordered } = this.#deck;
    const index = indexInView(this.#deck);
    await customElements.whenDefined(CARD);
    await Promise.all([card, ...left].map((one) => one.updateComplete));
    if (!this.isConnected || card.parentElement !== this.#track.slide) return;
    const isAbove =
      this.getBoundingClientRect().top < parseFloat(getComputedStyle(this).scrollMarginBlockStart);
    // After a swipe the page keeps its scroll position, unless a long story was folded.
    const moves = by === 'link' ? takesFocus : isAbove && (by === 'press' || left.length > 0);
    if (moves) this.scrollIntoView({ behavior: 'instant' });
    if (takesFocus) card.focus({ preventScroll: true });
    else {
      const name = this.text(ordered[index]?.name);
      this.announce(this.t('deck.shown', { name, index: index + 1, total: ordered.length }));
    }
  }

  #showStory(index: number, by: ShownBy): void {
    this.#deck = showAt(this.#deck, index, by);
    this.requestUpdate();
  }

  readonly #readHash = (): void => {
    this.#deck = withHash(this.#deck, location.hash);
    if (this.#deck.linked !== null) this.requestUpdate();
  };

  /** Shows the story at the edge of the track, however it got there. */
  readonly #onScroll = (): void => {
    const index = this.#track.swipedTo();
    if (index < 0) return;
    this.#wasInside = !!this.#track.slide?.contains(this.shadowRoot?.activeElement ?? null);
    this.#showStory(index, 'swipe');
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (takesKeys(event.composedPath()[0] as Element)) return;
    const isRtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const index = indexAtKey(event.key, indexInView(this.#deck), this.#deck.ordered.length, isRtl);
    if (index === null) return;
    event.preventDefault();
    this.#showStory(index, 'press');
  };

  /** The target of the way on: the seats of the same campaign, or its form if there are none, or none is free. */
  get #wayOnTarget(): { element: HTMLElement; isSeats: boolean } | null {
    const { document, maySign, hasSeats } = this.store.value;
    if (!maySign) return null;
    const picker = document && !hasSeats ? null : findElement(this, 'petition-seat-picker');
    const element = picker ?? findElement(this, 'petition-sign-form');
    return element && { element, isSeats: element === picker };
  }

  readonly #goToTarget = (): void => leadTo(this.#wayOnTarget?.element ?? null);

  /** Until the stories are known, the author's content is outside the wrapper: its colours are the page's. */
  override render(): TemplateResult {
    if (this.#deck.ordered.length) return super.render();
    if (this.stories || this.store.value.document) return html``;
    const waits = this.store.campaign !== null && this.store.value.phase === 'loading';
    return html`<div class=${waits ? 'waiting' : ''}><slot></slot></div>`;
  }

  protected view(): TemplateResult {
    const { ordered } = this.#deck;
    const index = indexInView(this.#deck);
    return html`<div
      class="deck"
      part="deck"
      role="group"
      aria-label=${this.t('deck.label')}
      @keydown=${this.#onKey}
    >
      <div class="track" part="track" @scroll=${this.#onScroll}>
        ${ordered.map(
          (story, i) =>
            html`<div class="story" part="story" ?inert=${i !== index}>
              <petition-story-card
                lang=${this.lang || nothing}
                heading-level=${this.headingLevel}
                story=${story.id}
                .data=${this.stories ? story : null}
                .position=${i + 1}
                .total=${ordered.length}
              ></petition-story-card>
            </div>`,
        )}
      </div>
      ${this.#navigation(index)}
    </div>`;
  }

  #navigation(index: number): unknown {
    const next = this.#deck.ordered[index + 1];
    const target = this.#wayOnTarget;
    // Keeps the space of a way on that disappeared with the signature: nothing below moves up.
    const isGone = !target && this.store.value.document?.state === 'open' && this.#hadWayOn;
    this.#hadWayOn ||= !!target;
    if (!next && index === 0 && !target && !isGone) return nothing;
    return html`<div class="navigation" part="navigation">
      ${
        index > 0
          ? html`<button
              class="previous"
              part="previous"
              type="button"
              @click=${() => this.#showStory(index - 1, 'press')}
            >
              ${arrow}<span>${this.t('deck.previous')}</span>
            </button>`
          : nothing
      }
      ${
        next
          ? html`<p id="coming" class="coming" part="coming" aria-hidden="true">
                <bdi>${this.t('deck.coming', { name: this.text(next.name) })}</bdi>
              </p>
              <button
                class="next"
                part="next"
                type="button"
                aria-describedby="coming"
                @click=${() => this.#showStory(index + 1, 'press')}
              >
                <span>${this.t('deck.next')}</span>${arrow}
              </button>`
          : nothing
      }
      ${
        target
          ? html`<button
              class="act ${next ? '' : 'last'}"
              part="act"
              type="button"
              @click=${this.#goToTarget}
            >
              ${target.isSeats ? seatIcon : nothing}
              <span>${this.t(target.isSeats ? 'deck.choose-seat' : 'deck.sign')}</span>
            </button>`
          : isGone
            ? html`<span class="act gone ${next ? '' : 'last'}" part="gone" aria-hidden="true"></span>`
            : nothing
      }
    </div>`;
  }
}

/** Points in the reading direction; the style sheet flips it. */
const arrow = html`<svg class="arrow" viewBox="0 0 20 12" width="20" height="12" aria-hidden="true">
  <path d="M1 6h17M13 1l5 5-5 5" />
</svg>`;

/** True if the element handles keys itself, because the reader types or chooses in it. */
function takesKeys(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || element.matches('input, textarea, select'))
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-story-deck': PetitionStoryDeck;
  }
}
