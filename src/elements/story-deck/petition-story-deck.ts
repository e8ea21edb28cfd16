import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import { hasSeatsToChoose, hasSigned, statusOf, type CampaignState } from '../../campaign/state.js';
import { campaignContext } from '../../context/campaign-context.js';
import type { Story } from '../../model/campaign.js';
import { controls } from '../../styles/controls.js';
import { findElement, leadTo } from '../find-element.js';
import { PetitionElement } from '../petition-element.js';
import { seatIcon, seatIconStyles } from '../seat-icon.js';
import { indexAtKey } from './keys.js';
import { orderIds, shuffleIds } from './order.js';
import { styles } from './petition-story-deck.styles.js';
import { storyInHash } from '../story-link.js';

/** What a deck is drawn from; `maySign`: whether the way on leads anywhere. */
const slice = (
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

/** A story card, as far as the deck knows it. */
interface Card extends HTMLElement {
  open: boolean;
  readonly updateComplete: Promise<boolean>;
}

/** How long one story fades into the next, in ms. */
const FADE_MS = 160;

/** How far a story may be from the edge of the track and still be the one in view, in px: widths are fractions. */
const NEAR = 2;

/**
 * The stories of a campaign one after another. A finger scrolls them natively, with a story as the snap point; a press or
 * a key exchanges them at once, and puts the focus on the name of the new one, because who asked for the next story wants
 * to read it. Nothing moves by itself.
 *
 * Follows the carousel pattern of the ARIA Authoring Practices without its rotation, and without its role description: to
 * its reader it is an article with buttons. Stories out of view are inert. Every story is as high as the highest one while
 * it is folded, and is folded again when it is left, so that only a press changes the height.
 *
 * A page's URL that ends with `#petition-story=<id>` shows that story and brings it into view. The deck itself writes
 * nothing into the URL.
 *
 * @element petition-story-deck
 * @summary Story cards one after another, with a way on to the seats.
 * @slot - The author's own content, shown until the stories are known, and for good when they cannot be.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart deck - The group of stories and navigation.
 * @csspart track - What is scrolled.
 * @csspart story - The place of one card.
 * @csspart navigation - The row under the story.
 * @csspart previous - The button back.
 * @csspart coming - "Next: Ben Sample".
 * @csspart next - The button on.
 * @csspart act - The button that leads to the seats, or to the form.
 * @csspart gone - The room of that button, since the signature is in.
 * @cssprop [--petition-story-deck-background=var(--petition-color-surface)] - Behind the deck; `transparent` on a ground of the petition's own.
 * @cssprop [--petition-story-deck-line=var(--petition-color-line)] - Colour of the line around the deck.
 * @cssprop [--petition-story-deck-padding=20px] - Inside the deck; 28 px and 36 px where there is more room.
 * @cssprop [--petition-story-deck-bleed=var(--petition-story-deck-padding)] - How far stories reach over the text's edges while they are scrolled.
 */
export class PetitionStoryDeck extends PetitionElement<ReturnType<typeof slice>> {
  static override styles = [...PetitionElement.styles, controls, seatIconStyles, styles];

  /** Id of the story that is shown first. A link to another story beats it. */
  @property() story: string | null = null;
  /** The stories themselves, by script: for decks without a campaign. */
  @property({ attribute: false }) stories: readonly Story[] | null = null;
  /** Ids of stories with spaces between them: these come first, in this order, and the others after them. */
  @property() order: string | null = null;
  /** Puts the stories in an order of chance, drawn once; those that `order` names stay first. */
  @property({ type: Boolean }) shuffle = false;
  /** Level of the names' headings, from 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Id of the story in view. */
  @state() private shown: string | null = null;

  /** The cards inside ask their surroundings for a campaign: this is theirs too, however it was found. */
  readonly #provider = new ContextProvider<typeof campaignContext, this>(this, { context: campaignContext });
  readonly #resized = new ResizeObserver(() => this.#keepInView());

  #list: readonly Story[] = [];
  #shuffled: string[] = [];
  /** The `story` that was read last. */
  #asked: string | null = null;
  /** The fragment that was read last, and the story it names, until that is known. */
  #hash = '';
  #linked: string | null = null;
  /** Whether there was a way on to the seats or the form. */
  #hadGoal = false;

  /** How the story in view came there, until that is drawn. */
  #by: 'press' | 'swipe' | 'link' | null = null;
  #wasInside = false;
  #track: HTMLElement | null = null;
  /** "648 x 352", px. */
  #trackSize = '';
  #slide: Element | null = null;
  /** Id of the story it held when it was drawn last. */
  #drawn: string | null = null;
  #fades: Animation[] = [];

  constructor() {
    super(slice);
  }

  /** Id of the story in view; null while there is none. */
  get current(): string | null {
    return this.shown;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#readHash);
    window.addEventListener('afterprint', this.#bringBack);
    this.#readHash();
    // A move loses what was scrolled.
    if (this.#track) this.#resized.observe(this.#track);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#readHash);
    window.removeEventListener('afterprint', this.#bringBack);
    this.#resized.disconnect();
    this.#trackSize = '';
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    // Lost is as good as not found yet: the cards keep what they have until there is another.
    if (campaign) this.#provider.setValue(campaign);
  }

  get #index(): number {
    return this.#list.findIndex(({ id }) => id === this.shown);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#list = this.#arrange(this.stories ?? this.store.value.document?.stories ?? []);
    if (!this.#list.length) return;
    const ids = this.#list.map(({ id }) => id);
    const { story } = this;
    if (story !== this.#asked) {
      this.#asked = story;
      if (story && this.#knows(story, ids, `story="${story}"`)) this.shown = story;
    }
    const linked = this.#linked;
    this.#linked = null;
    if (linked !== null && this.#knows(linked, ids, `#petition-story=${linked}`)) {
      this.shown = linked;
      this.#by = 'link';
    }
    if (this.#index < 0) this.shown = this.#list[0]!.id;
  }

  #arrange(stories: readonly Story[]): readonly Story[] {
    if (!stories.length) return [];
    const ids = stories.map(({ id }) => id);
    const first = (this.order ?? '').split(/\s+/).filter(Boolean);
    for (const id of first) this.#knows(id, ids, `"${id}" in order`);
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

  /** Whether there is such a story; where there is none, the page's author is told, once. */
  #knows(id: string, ids: readonly string[], source: string): boolean {
    const isKnown = ids.includes(id);
    if (!isKnown) this.tell(`${source} is no story of this campaign; it has ${ids.join(', ')}`);
    return isKnown;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#follow();
    const by = this.#by;
    this.#by = null;
    if (!this.#track) return;
    PetitionElement.onElementsInside?.(this.shadowRoot!);
    const slides = [...this.#track.children];
    const before = this.#slide;
    const slide = (this.#slide = slides[this.#index] ?? null);
    const was = this.#drawn;
    this.#drawn = this.shown;
    if (!slide || (slide === before && was === this.shown && by !== 'link')) return;
    for (const fade of this.#fades) fade.cancel();
    this.#bring(slide);
    if (by === 'press' && before?.isConnected) this.#fade(before, slide);
    const cards = slides.map((one) => one.firstElementChild as Card);
    // In a newer document a story may have another place: it stays open there, and what takes its place does not.
    const isOpen = was === this.shown && !!(before?.firstElementChild as Card | undefined)?.open;
    if (was !== null && !by) cards[this.#index]!.open = isOpen;
    const left = cards.filter((card) => card.open && card.parentElement !== slide);
    for (const card of left) card.open = false;
    if (by) void this.#arrive(by, slide.firstElementChild as Card, left);
  }

  /** Watches the track that is there now. */
  #follow(): void {
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

  /** Another width moves every story, and after another height WebKit may snap to any: the one in view stays in view. */
  #keepInView(): void {
    if (this.#size === this.#trackSize) return;
    this.#trackSize = this.#size;
    this.#bringBack();
  }

  readonly #bringBack = (): void => {
    if (this.#slide) this.#bring(this.#slide);
  };

  /** How far a place is from the edge of the track, in px; the same in both directions of writing. */
  #offset(slide: Element): number {
    return slide.getBoundingClientRect().left - this.#track!.getBoundingClientRect().left;
  }

  #bring(slide: Element): void {
    const track = this.#track!;
    // To a place, not by a way: a way ends at the first story it passes.
    track.scrollTo({ left: track.scrollLeft + this.#offset(slide), behavior: 'instant' });
  }

  /**
   * The one that goes stands over the one that comes, and both change at once. The cards are moved, not their places: a
   * place that moves takes the snapped track along.
   */
  #fade(from: Element, to: Element): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const transform = `translateX(${-this.#offset(from)}px)`;
    this.#fades = [
      from.firstElementChild!.animate({ opacity: [1, 0], transform: [transform, transform] }, FADE_MS),
      to.firstElementChild!.animate({ opacity: [0, 1] }, FADE_MS),
    ];
  }

  /** Whoever asked for a story is led to its beginning; whoever swiped, or writes elsewhere, is told. */
  async #arrive(by: 'press' | 'swipe' | 'link', card: Card, left: readonly Card[]): Promise<void> {
    const takesFocus = by === 'press' || (by === 'link' ? !takesKeys(focused()) : this.#wasInside);
    const story = this.#list[this.#index]!;
    await customElements.whenDefined(CARD);
    await Promise.all([card, ...left].map((one) => one.updateComplete));
    if (!this.isConnected || card.parentElement !== this.#slide) return;
    const isAbove =
      this.getBoundingClientRect().top < parseFloat(getComputedStyle(this).scrollMarginBlockStart);
    // After a swipe the page stays where it is, unless the long story that was there is folded away.
    const moves = by === 'link' ? takesFocus : isAbove && (by === 'press' || left.length > 0);
    if (moves) this.scrollIntoView({ behavior: 'instant' });
    if (takesFocus) card.focus({ preventScroll: true });
    else {
      const [index, total] = [this.#index + 1, this.#list.length];
      this.say(this.t('deck.shown', { name: this.text(story.name), index, total }));
    }
  }

  #turn(index: number, by: 'press' | 'swipe'): void {
    this.#by = by;
    this.shown = this.#list[index]!.id;
  }

  readonly #readHash = (): void => {
    if (location.hash === this.#hash) return;
    this.#hash = location.hash;
    this.#linked = storyInHash(this.#hash);
    if (this.#linked !== null) this.requestUpdate();
  };

  /** A story that stands at the edge of the track is in view, whatever brought it there. */
  readonly #onScroll = (): void => {
    // What a new size moved is brought back.
    if (!this.#slide || this.#size !== this.#trackSize) return;
    const isHere = (slide: Element): boolean => Math.abs(this.#offset(slide)) < NEAR;
    if (isHere(this.#slide)) return;
    const index = [...this.#track!.children].findIndex(isHere);
    if (index < 0) return;
    this.#wasInside = this.#slide.contains(this.shadowRoot!.activeElement);
    this.#turn(index, 'swipe');
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (takesKeys(event.composedPath()[0] as Element)) return;
    const isRtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const index = indexAtKey(event.key, this.#index, this.#list.length, isRtl);
    if (index === null) return;
    event.preventDefault();
    this.#turn(index, 'press');
  };

  /** Where the way on leads: the seats of the same campaign, or its form where there are none, or none is free. */
  get #goal(): { element: HTMLElement; isSeats: boolean } | null {
    const { document, maySign, hasSeats } = this.store.value;
    if (!maySign) return null;
    const picker = document && !hasSeats ? null : findElement(this, 'petition-seat-picker');
    const element = picker ?? findElement(this, 'petition-sign-form');
    return element && { element, isSeats: element === picker };
  }

  readonly #toGoal = (): void => leadTo(this.#goal?.element ?? null);

  /** Until the stories are known, what the author wrote stands outside the wrapper: its colours are the page's. */
  override render(): TemplateResult {
    if (this.#list.length) return super.render();
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
        ${this.#list.map(
          (story, i) =>
            html`<div class="story" part="story" ?inert=${i !== index}>
              <petition-story-card
                lang=${this.lang || nothing}
                heading-level=${this.headingLevel}
                story=${story.id}
                .data=${this.stories ? story : null}
                .position=${i + 1}
                .total=${this.#list.length}
              ></petition-story-card>
            </div>`,
        )}
      </div>
      ${this.#navigation(index)}
    </div>`;
  }

  #navigation(index: number): unknown {
    const next = this.#list[index + 1];
    const goal = this.#goal;
    // The room of a way on that is gone since the signature is in: nothing below moves up.
    const isGone = !goal && this.store.value.document?.state === 'open' && this.#hadGoal;
    this.#hadGoal ||= !!goal;
    if (!next && index === 0 && !goal && !isGone) return nothing;
    return html`<div class="navigation" part="navigation">
      ${
        index > 0
          ? html`<button
              class="previous"
              part="previous"
              type="button"
              @click=${() => this.#turn(index - 1, 'press')}
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
                @click=${() => this.#turn(index + 1, 'press')}
              >
                <span>${this.t('deck.next')}</span>${arrow}
              </button>`
          : nothing
      }
      ${
        goal
          ? html`<button class="act ${next ? '' : 'last'}" part="act" type="button" @click=${this.#toGoal}>
              ${goal.isSeats ? seatIcon : nothing}
              <span>${this.t(goal.isSeats ? 'deck.choose-seat' : 'deck.sign')}</span>
            </button>`
          : isGone
            ? html`<span class="act gone ${next ? '' : 'last'}" part="gone" aria-hidden="true"></span>`
            : nothing
      }
    </div>`;
  }
}

/** Points to where reading goes on; the sheet turns it. */
const arrow = html`<svg class="arrow" viewBox="0 0 20 12" width="20" height="12" aria-hidden="true">
  <path d="M1 6h17M13 1l5 5-5 5" />
</svg>`;

/** Whether the keys belong to the element: somebody writes or chooses in it. */
function takesKeys(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || element.matches('input, textarea, select'))
  );
}

/** What has the focus, through shadow roots. */
function focused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-story-deck': PetitionStoryDeck;
  }
}
