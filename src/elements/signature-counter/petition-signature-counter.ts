import { html, nothing, type ComplexAttributeConverter, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import { systemClock, type Clock } from '../../campaign/clock.js';
import type { CampaignState } from '../../campaign/state.js';
import { formatDay, formatMoment } from '../../i18n/format.js';
import { formatNumber } from '../../i18n/intl.js';
import type { MessageKey } from '../../i18n/keys.js';
import { isMoment } from '../../model/day.js';
import { ObserverController } from '../base/observer-controller.js';
import { hasContent } from '../base/own-content.js';
import { PetitionElement } from '../base/petition-element.js';
import { viewCount, type CountView, type MessageRef } from './count-view.js';
import { styles } from './petition-signature-counter.styles.js';

/** The state that the counter renders. */
type CounterSlice = Pick<
  CampaignState,
  'phase' | 'document' | 'count' | 'freshness' | 'offline' | 'signing' | 'locale'
>;
const selectCounterSlice = ({
  phase,
  document,
  count,
  freshness,
  offline,
  signing,
  locale,
}: CampaignState): CounterSlice => ({
  phase,
  document,
  count,
  freshness,
  offline,
  signing,
  locale,
});

/** Distance between the starts of two squares of the row, in px, and the gap in it: as in the style sheet. */
const PITCH = 12;
const GAP = 3;
const MOST_SQUARES = 40;
const FEWEST_SQUARES = 8;
/** Number of squares that fit on a phone of 320 px, which has wider gaps. */
const PHONE_SQUARES = 20;
const PHONE_FITS = 24;

/** Shortest time between two announcements of goals. */
const MILESTONE_MS = 60_000;

/** Converts an attribute of digits; any other value counts as absent. */
const digits: ComplexAttributeConverter<number | null> = {
  fromAttribute: (text) => (text !== null && /^\d{1,10}$/.test(text.trim()) ? Number(text) : null),
};

/**
 * The number of people who have signed: one figure that is true or not shown. The counter says when it was counted,
 * when no newer count is available and whether that is because the device is offline, and when there is no count. It
 * includes the signer's own signature at once, and never twice. Figures never move.
 *
 * Assistive technology gets plain sentences, with the goal in them. There is no `progressbar` or `meter` as well: its
 * value text would repeat the same words, and a progress bar says that this page is busy. The counter announces only
 * the signer's own signature and a reached goal, the latter at most once a minute.
 *
 * @element petition-signature-counter
 * @summary Count and goal, with a row of seats that fills.
 * @slot - The author's own number, shown until a count is known, and while none is available.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart figure - The number, or the words in its place.
 * @csspart sentence - The text beside the number.
 * @csspart row - The row of small seats.
 * @csspart seat - One of them; with the words `taken` and `own`.
 * @csspart goal - The distance to the next goal.
 * @csspart milestone - The next milestone; all of them share one place, so that nothing moves.
 * @csspart standing - The number of people who signed without a seat.
 * @csspart as-of - The time of the count.
 * @cssprop [--petition-signature-counter-background=var(--petition-color-ground)] - Background of the counter; `transparent` on a background of the petition's own.
 * @cssprop [--petition-signature-counter-padding=16px 20px; compact 4px 8px] - Padding of the counter; 0 on a background of the petition's own.
 * @cssprop [--petition-signature-counter-figure-size=28px to 64px by width] - Size of the number.
 */
export class PetitionSignatureCounter extends PetitionElement<CounterSlice> {
  static override styles = [...PetitionElement.styles, styles];

  static {
    // The number of squares that fit is known only after their row has rendered. (Lit's development build would warn.)
    this.disableWarning?.('change-in-update');
  }

  /** The count, if the page knows it; takes precedence over the campaign's. With `capacity`: a number of seats. */
  @property({ converter: digits }) count: number | null = null;
  /** The goal, in place of the campaign's goals. */
  @property({ converter: digits }) goal: number | null = null;
  /** Number of seats. */
  @property({ converter: digits }) capacity: number | null = null;
  /** Time of the count: a day, a moment (ISO 8601), or words. */
  @property({ attribute: 'as-of' }) asOf: string | null = null;
  /** Renders one line, without the row. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** Renders larger figures, for the head of a page or a wall. */
  @property({ type: Boolean, reflect: true }) large = false;

  /** Number of squares that fit in the row. */
  @state() private squares = 24;

  /** True if the last rendered figure included the signer's own signature; undefined before the first. */
  #wasOwn: boolean | undefined;
  /** The highest goal that was reached when the figure was first rendered, or announced since; undefined before. */
  #reached: number | undefined;
  /** Time of the last announcement. */
  #announcedAt = -Infinity;

  constructor() {
    super(selectCounterSlice);
    const resized = new ResizeObserver(([entry]) => entry && this.#fitSquares(entry.contentRect.width));
    new ObserverController(this, resized, () => this.renderRoot.querySelectorAll('.counter'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.#measure();
    this.requestUpdate();
  }

  protected override firstUpdated(): void {
    this.#measure();
  }

  /** Measures at once: a page in the background is laid out, but its observers wait. */
  #measure(): void {
    this.#fitSquares(this.renderRoot.querySelector('.counter')?.clientWidth ?? 0);
  }

  #fitSquares(width: number): void {
    const fit = Math.min(MOST_SQUARES, Math.max(FEWEST_SQUARES, Math.floor((width + GAP) / PITCH)));
    this.squares = fit <= PHONE_FITS ? Math.min(PHONE_SQUARES, fit) : fit;
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    super.campaignChanged(campaign);
    this.#wasOwn = undefined;
    this.#reached = undefined;
  }

  /** The campaign's clock; the device's, while the counter has no campaign. */
  get #clock(): Clock {
    return this.store.campaign?.clock ?? systemClock;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.store.campaign) this.#announceChanges(this.#viewModel());
  }

  /** Announces the signer's own signature when it is counted, and goals when they are reached. */
  #announceChanges(view: CountView): void {
    const now = this.#clock.now();
    const isOwnNew = view.isOwn && this.#wasOwn === false;
    this.#wasOwn = view.isOwn;
    if (view.kind !== 'count' && !isOwnNew) return;
    const reached = view.reached ?? 0;
    const isGoalNew = reached > (this.#reached ?? Infinity);
    // A goal reached within that minute is announced after it, unless a higher one is reached by then.
    if (isOwnNew || (isGoalNew && Math.abs(now - this.#announcedAt) >= MILESTONE_MS)) {
      const goal = isGoalNew ? this.#sentences(this.t('counter.goal-reached', { goal: reached })) : '';
      this.announce(`${goal} ${this.#spoken(view)}`.trim());
      this.#announcedAt = now;
      this.#reached = reached;
    }
    this.#reached ??= reached;
  }

  #viewModel(): CountView {
    return viewCount(this, this.store.campaign && this.state, this.squares);
  }

  #message(words: MessageRef | null): string {
    return words ? this.t(words.key, words.values) : '';
  }

  /** Formats the time of the count; the author's own words stay as they are. */
  #moment(asOf: string, key: MessageKey): string {
    const locale = this.languageOf(key);
    return isMoment(asOf) ? formatMoment(asOf, locale, this.#clock.now()) : formatDay(asOf, locale);
  }

  #asOf({ asOf, isStale, isOffline, isOwn }: CountView): string {
    if (!asOf || (this.compact && !isStale)) return '';
    const key = isStale
      ? isOffline
        ? 'counter.stale-offline'
        : 'counter.stale'
      : isOwn
        ? 'counter.as-of-own'
        : 'counter.as-of';
    return this.t(key, { moment: this.#moment(asOf, key) });
  }

  #figure({ number, sentence }: CountView): string {
    return number === null ? '' : formatNumber(number, sentence ? this.languageOf(sentence.key) : 'en');
  }

  /** Returns the whole counter as plain sentences. */
  #spoken(view: CountView): string {
    const first = [this.#figure(view), this.#message(view.sentence), this.#message(view.standing)]
      .filter(Boolean)
      .join(' ');
    const { milestones } = this.store.value.document ?? {};
    const milestone = view.milestone === null ? null : milestones?.[view.milestone];
    return this.#sentences(
      first,
      this.#message(view.goal),
      this.compact ? '' : this.text(milestone?.text),
      this.#asOf(view),
    );
  }

  #sentences(...sentences: string[]): string {
    return sentences
      .filter(Boolean)
      .map((sentence) => sentence.replace(/[.]?$/, '.'))
      .join(' ');
  }

  /** The author's content is outside the wrapper: its colours are the page's. */
  override render(): TemplateResult {
    const { kind } = this.#viewModel();
    const own = this.#hasOwn(kind);
    return html`<div class="stage ${kind} ${own ? 'with-own' : ''}">
      <div class="own" ?hidden=${!own}><slot @slotchange=${() => this.requestUpdate()}></slot></div>
      ${super.render()}
    </div>`;
  }

  /** True if every state reserves the same height: only in a campaign do states follow one another. */
  get #isReserved(): boolean {
    return !!this.store.campaign && !this.compact;
  }

  #hasOwn(kind: CountView['kind']): boolean {
    return kind !== 'count' && kind !== 'first' && hasContent(this);
  }

  protected view(): TemplateResult {
    const view = this.#viewModel();
    const { kind, isRoomy } = view;
    const own = this.#hasOwn(kind);
    return html`<div class="plate">
      <div class="counter ${this.#isReserved ? 'reserved' : ''} ${isRoomy ? 'roomy' : ''}">
        ${kind === 'none' || (kind === 'loading' && own) ? nothing : html`<p class="visually-hidden">${kind === 'loading' ? this.t('counter.loading') : this.#spoken(view)}</p>`}
        ${kind === 'none' || (kind === 'unknown' && own) ? nothing : this.#head(view)}
        ${kind === 'none' ? nothing : this.#below(view, own)}
      </div>
    </div>`;
  }

  #head(view: CountView): TemplateResult {
    const { sentence, wide, narrow, other } = view;
    if (view.number === null)
      return html`<p class="instead" part="figure" aria-hidden="true">
        <bdi>${this.#message(sentence)}</bdi>
      </p>`;
    const beside = (words: MessageRef | null, where: string): TemplateResult =>
      html`<bdi class="sentence ${where}" part="sentence" data-other=${this.#message(other)}
        >${this.#message(words)}</bdi
      >`;
    return html`<p class="words" aria-hidden="true">
      <span class="figure" part="figure"><bdi>${this.#figure(view)}</bdi></span>
      ${wide?.key === narrow?.key ? beside(wide, '') : [beside(wide, 'wide'), beside(narrow, 'narrow')]}
    </p>`;
  }

  /** Renders the milestones in one place, as high as the highest of them: the next replaces the last without a shift. */
  #milestones({ milestone }: CountView): unknown {
    const { document } = this.store.value;
    if (!document?.milestones?.length) return nothing;
    return html`<div class="milestones" aria-hidden="true">
      ${document.milestones.map(
        ({ text }, i) =>
          html`<p class=${i === milestone ? 'shown' : ''} part=${i === milestone ? 'milestone' : nothing}>
            <bdi>${this.text(text)}</bdi>
          </p>`,
      )}
    </div>`;
  }

  #below(view: CountView, own: boolean): unknown {
    const { kind, goal, isGoalNarrow, isStale, total, filled, ownIndex } = view;
    const asOf = this.#asOf(view);
    const note = kind === 'unknown' && own ? view.sentence : goal;
    const line = (words: MessageRef | null, where = ''): unknown =>
      words &&
      html`<p class="goal ${where}" part="goal" aria-hidden="true"><bdi>${this.#message(words)}</bdi></p>`;
    const notes = [
      (!this.compact || own) && line(note, isGoalNarrow ? 'narrow' : ''),
      !this.compact &&
        view.standing &&
        html`<p part="standing" aria-hidden="true"><bdi>${this.#message(view.standing)}</bdi></p>`,
      asOf &&
        html`<p class="as-of ${isStale ? 'stale' : ''}" part="as-of" aria-hidden="true">
          ${isStale ? clock : nothing}<bdi>${asOf}</bdi>
        </p>`,
    ].filter(Boolean);
    return html`
      ${
        total > 0
          ? html`<div class="row" part="row" aria-hidden="true">
              ${new Array<number>(total).fill(0).map((_, i) => {
                const part = `seat${i < filled ? ' taken' : ''}${i === ownIndex ? ' own' : ''}`;
                return html`<span class=${part} part=${part}></span>`;
              })}
            </div>`
          : nothing
      }
      ${notes.length || this.#isReserved ? html`<div class="notes">${notes}</div>` : nothing}
      ${this.compact ? nothing : this.#milestones(view)}
    `;
  }
}

const clock = html`<svg viewBox="0 0 16 16" width="16" height="16" focusable="false">
  <circle cx="8" cy="8" r="6.75"></circle>
  <path d="M8 4.2V8l2.6 1.6"></path>
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'petition-signature-counter': PetitionSignatureCounter;
  }
}
