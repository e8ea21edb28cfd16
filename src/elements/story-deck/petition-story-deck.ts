import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import { hasSeatsToChoose, hasSigned, statusOf, type CampaignState } from '../../campaign/state.js';
import { campaignContext } from '../../context/campaign-context.js';
import type { Story } from '../../model/campaign.js';
import { controls } from '../../styles/controls.js';
import { findElement, leadTo } from '../base/find-element.js';
import { PetitionElement } from '../base/petition-element.js';
import { seatIcon, seatIconStyles } from '../base/seat-icon.js';
import { indexAtKey } from './keys.js';
import { orderIds, shuffleIds } from './order.js';
import { styles } from './petition-story-deck.styles.js';
import { storyInHash } from '../base/story-link.js';

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

/** Duration of the fade from one story to the next, in ms. */
const FADE_MS = 160;

/** Largest distance of the story in view from the edge of the track, in px: widths are fractions. */
const IN_VIEW_PX = 2;

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

  /** Id of the story in view. */
  @state() private shown: string | null = null;

  /** Provides the deck's campaign, however it was found, to the cards inside. */
  readonly #provider = new ContextProvider<typeof campaignContext, this>(this, { context: campaignContext });
  readonly #resized = new ResizeObserver(() => this.#keepInView());

  #ordered: readonly Story[] = [];
  #shuffled: string[] = [];
  /** The `story` handled last. */
  #requestedStory: string | null = null;
  /** The fragment handled last, and the story it names, until that story has loaded. */
  #hash = '';
  #linked: string | null = null;
  /** True once there was a way on to the seats or the form. */
  #hadWayOn = false;

  /** The action that changed the story in view, until it is rendered. */
  #changedBy: 'press' | 'swipe' | 'link' | null = null;
  #wasInside = false;
  #track: HTMLElement | null = null;
  /** Size of the track at the last scroll to the current story: "648 x 352", px. */
  #trackSize = '';
  #slide: Element | null = null;
  /** Id of the story in view at the last update. */
  #lastShown: string | null = null;
  #fades: Animation[] = [];

  constructor() {
    super(selectDeckSlice);
  }

  /** Id of the story in view; null while there is none. */
  get current(): string | null {
    return this.shown;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#readHash);
    window.addEventListener('afterprint', this.#scrollToCurrent);
    this.#readHash();
    // A move in the DOM resets the scroll position.
    if (this.#track) this.#resized.observe(this.#track);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#readHash);
    window.removeEventListener('afterprint', this.#scrollToCurrent);
    this.#resized.disconnect();
    this.#trackSize = '';
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    // A lost campaign is treated as one not found yet: the cards keep theirs until there is another.
    if (campaign) this.#provider.setValue(campaign);
  }

  get #index(): number {
    return this.#ordered.findIndex(({ id }) => id === this.shown);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#ordered = this.#orderStories(this.stories ?? this.store.value.document?.stories ?? []);
    if (!this.#ordered.length) return;
    const ids = this.#ordered.map(({ id }) => id);
    const { story } = this;
    if (story !== this.#requestedStory) {
      this.#requestedStory = story;
      if (story && this.#isKnownStory(story, ids, `story="${story}"`)) this.shown = story;
    }
    const linked = this.#linked;
    this.#linked = null;
    if (linked !== null && this.#isKnownStory(linked, ids, `#petition-story=${linked}`)) {
      this.shown = linked;
      this.#changedBy = 'link';
    }
    if (this.#index < 0) this.shown = this.#ordered[0]!.id;
  }

  #orderStories(stories: readonly Story[]): readonly Story[] {
    if (!stories.length) return [];
    const ids = stories.map(({ id }) => id);
    const first = (this.order ?? '').split(/\s+/).filter(Boolean);
    for (const id of first) this.#isKnownStory(id, ids, `"${id}" in order`);
    if (this.shuffle) {
      const known = new Set([...first, ...this.#shuffled]);
      this.#shuffled.push(
        ...shuffleIds(
          ids.filter((id) => !known.has(id)),
          Math.random,
        ),
      );
      first.push(...this.#shuffled);
    }
    return orderIds(ids, first).map((id) => stories[ids.indexOf(id)]!);
  }

  /** True if the story exists; if it does not, warns the page's author, once. */
  #isKnownStory(id: string, ids: readonly string[], source: string): boolean {
    const isKnown = ids.includes(id);
    if (!isKnown)
      this.warnAuthor(`${source} is not a story of this campaign; its stories are ${ids.join(', ')}`);
    return isKnown;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#observeTrack();
    const by = this.#changedBy;
    this.#changedBy = null;
    if (!this.#track) return;
    PetitionElement.onElementsInside?.(this.shadowRoot!);
    const slides = [...this.#track.children];
    const before = this.#slide;
    const slide = (this.#slide = slides[this.#index] ?? null);
    const was = this.#lastShown;
    this.#lastShown = this.shown;
    if (!slide || (slide === before && was === this.shown && by !== 'link')) return;
    for (const fade of this.#fades) fade.cancel();
    this.#scrollToSlide(slide);
    if (by === 'press' && before?.isConnected) this.#fade(before, slide);
    const cards = slides.map((one) => one.firstElementChild as Card);
    // In a newer document a story may have another position: it stays open there, and the one in its former position
    // does not.
    const isOpen = was === this.shown && !!(before?.firstElementChild as Card | undefined)?.open;
    if (was !== null && !by) cards[this.#index]!.open = isOpen;
    const left = cards.filter((card) => card.open && card.parentElement !== slide);
    for (const card of left) card.open = false;
    if (by) void this.#revealStory(by, slide.firstElementChild as Card, left);
  }

  /** Observes the current track. */
  #observeTrack(): void {
    const track = this.renderRoot.querySelector<HTMLElement>('.track');
    if (track === this.#track) return;
    this.#resized.disconnect();
    this.#track = track;
    this.#trackSize = '';
    this.#slide = null;
    if (track) this.#resized.observe(track);
  }

  get #size(): string {
    return this.#track ? `${this.#track.clientWidth} x ${this.#track.clientHeight}` : '';
  }

  /** Scrolls to the current story after a resize: another width moves every story, and after another height WebKit may snap to any. */
  #keepInView(): void {
    if (this.#size === this.#trackSize) return;
    this.#trackSize = this.#size;
    this.#scrollToCurrent();
  }

  readonly #scrollToCurrent = (): void => {
    if (this.#slide) this.#scrollToSlide(this.#slide);
  };

  /** Returns the distance of a slide from the edge of the track, in px; the same in both writing directions. */
  #offset(slide: Element): number {
    return slide.getBoundingClientRect().left - this.#track!.getBoundingClientRect().left;
  }

  #scrollToSlide(slide: Element): void {
    const track = this.#track!;
    // Instantly: a smooth scroll ends at the first story it passes.
    track.scrollTo({ left: track.scrollLeft + this.#offset(slide), behavior: 'instant' });
  }

  /**
   * Fades the previous card out over the new one, both at once. The cards are moved, not their slides: a slide that
   * moves takes the snapped track with it.
   */
  #fade(from: Element, to: Element): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const transform = `translateX(${-this.#offset(from)}px)`;
    this.#fades = [
      from.firstElementChild!.animate({ opacity: [1, 0], transform: [transform, transform] }, FADE_MS),
      to.firstElementChild!.animate({ opacity: [0, 1] }, FADE_MS),
    ];
  }

  /** Scrolls to the beginning of a requested story and focuses it; after a swipe, or while the reader types elsewhere, announces it. */
  async #revealStory(by: 'press' | 'swipe' | 'link', card: Card, left: readonly Card[]): Promise<void> {
    const takesFocus = by === 'press' || (by === 'link' ? !takesKeys(deepFocused()) : this.#wasInside);
    const story = this.#ordered[this.#index]!;
    await customElements.whenDefined(CARD);
    await Promise.all([card, ...left].map((one) => one.updateComplete));
    if (!this.isConnected || card.parentElement !== this.#slide) return;
    const isAbove =
      this.getBoundingClientRect().top < parseFloat(getComputedStyle(this).scrollMarginBlockStart);
    // After a swipe the page keeps its scroll position, unless a long story was folded.
    const moves = by === 'link' ? takesFocus : isAbove && (by === 'press' || left.length > 0);
    if (moves) this.scrollIntoView({ behavior: 'instant' });
    if (takesFocus) card.focus({ preventScroll: true });
    else {
      const [index, total] = [this.#index + 1, this.#ordered.length];
      this.announce(this.t('deck.shown', { name: this.text(story.name), index, total }));
    }
  }

  #showStory(index: number, by: 'press' | 'swipe'): void {
    this.#changedBy = by;
    this.shown = this.#ordered[index]!.id;
  }

  readonly #readHash = (): void => {
    if (location.hash === this.#hash) return;
    this.#hash = location.hash;
    this.#linked = storyInHash(this.#hash);
    if (this.#linked !== null) this.requestUpdate();
  };

  /** Shows the story at the edge of the track, however it got there. */
  readonly #onScroll = (): void => {
    // After a resize the deck scrolls back to the current story.
    if (!this.#slide || this.#size !== this.#trackSize) return;
    const isHere = (slide: Element): boolean => Math.abs(this.#offset(slide)) < IN_VIEW_PX;
    if (isHere(this.#slide)) return;
    const index = [...this.#track!.children].findIndex(isHere);
    if (index < 0) return;
    this.#wasInside = this.#slide.contains(this.shadowRoot!.activeElement);
    this.#showStory(index, 'swipe');
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (takesKeys(event.composedPath()[0] as Element)) return;
    const isRtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const index = indexAtKey(event.key, this.#index, this.#ordered.length, isRtl);
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
    if (this.#ordered.length) return super.render();
    if (this.stories || this.store.value.document) return html``;
    const waits = this.store.campaign !== null && this.store.value.phase === 'loading';
    return html`<div class=${waits ? 'waiting' : ''}><slot></slot></div>`;
  }

  protected view(): TemplateResult {
    const index = this.#index;
    return html`<div
      class="deck"
      part="deck"
      role="group"
      aria-label=${this.t('deck.label')}
      @keydown=${this.#onKey}
    >
      <div class="track" part="track" @scroll=${this.#onScroll}>
        ${this.#ordered.map(
          (story, i) =>
            html`<div class="story" part="story" ?inert=${i !== index}>
              <petition-story-card
                lang=${this.lang || nothing}
                heading-level=${this.headingLevel}
                story=${story.id}
                .data=${this.stories ? story : null}
                .position=${i + 1}
                .total=${this.#ordered.length}
              ></petition-story-card>
            </div>`,
        )}
      </div>
      ${this.#navigation(index)}
    </div>`;
  }

  #navigation(index: number): unknown {
    const next = this.#ordered[index + 1];
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

/** Returns the focused element, through shadow roots. */
function deepFocused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-story-deck': PetitionStoryDeck;
  }
}
