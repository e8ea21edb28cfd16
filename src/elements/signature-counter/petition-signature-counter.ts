import { html, nothing, type ComplexAttributeConverter, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import { systemClock, type Clock } from '../../campaign/clock.js';
import type { CampaignState } from '../../campaign/state.js';
import { formatDay, formatMoment } from '../../i18n/format.js';
import { formatNumber } from '../../i18n/intl.js';
import type { MessageKey } from '../../i18n/keys.js';
import { isMoment } from '../../model/day.js';
import { hasContent } from '../own-content.js';
import { PetitionElement } from '../petition-element.js';
import { viewCount, type CountView, type MessageRef } from './count-view.js';
import { styles } from './petition-signature-counter.styles.js';

/** What the counter is drawn from. */
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

/** From the start of one square of the row to the next, in px, and the gap in it: as in the sheet. */
const PITCH = 12;
const GAP = 3;
const MOST_SQUARES = 40;
const FEWEST_SQUARES = 8;
/** As many as a phone of 320 px has, with more room between them. */
const PHONE_SQUARES = 20;
const PHONE_FITS = 24;

/** Goals are told by themselves once in this time. */
const MILESTONE_MS = 60_000;

/** An attribute of digits; anything else is as if it were not there. */
const digits: ComplexAttributeConverter<number | null> = {
  fromAttribute: (text) => (text !== null && /^\d{1,10}$/.test(text.trim()) ? Number(text) : null),
};

/**
 * How many have signed: one figure that is true or not shown. It says when it was counted, when no newer count can be
 * had and whether that is for want of a connection, and when there is none; the own signature is in it at once, and never
 * twice. Figures never move.
 *
 * Assistive technology is given plain sentences, with the goal in them. There is no `progressbar` or `meter` besides: its
 * value text would be the same words a second time, and a progress bar says that this page is busy with something. They
 * are spoken by themselves only when the signer's own signature comes in and when a goal is reached, the latter at most
 * once a minute.
 *
 * @element petition-signature-counter
 * @summary Count and goal, with a row of seats that fills.
 * @slot - The author's own number, shown until a count is known, and when it cannot be reached.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart figure - The number, or the words in its place.
 * @csspart sentence - What stands beside the number.
 * @csspart row - The row of small seats.
 * @csspart seat - One of them; with the words `taken` and `own`.
 * @csspart goal - How far it is to the next goal.
 * @csspart milestone - What happens at the next milestone; all of them have one place, so that nothing moves.
 * @csspart standing - Who signed without a seat.
 * @csspart as-of - When it was counted.
 * @cssprop [--petition-signature-counter-background=var(--petition-color-ground)] - Behind the counter; `transparent` on a ground of the petition's own.
 * @cssprop [--petition-signature-counter-padding=16px 20px; compact 4px 8px] - Room inside it; 0 on a ground of the petition's own.
 * @cssprop [--petition-signature-counter-figure-size=28px to 64px by width] - Size of the number.
 */
export class PetitionSignatureCounter extends PetitionElement<CounterSlice> {
  static override styles = [...PetitionElement.styles, styles];

  static {
    // How many squares fit is known only after the room for them was drawn. (Lit's development build would warn.)
    this.disableWarning?.('change-in-update');
  }

  /** The count, where the page knows it; beats the campaign's. With `capacity`: of seats. */
  @property({ converter: digits }) count: number | null = null;
  /** The goal, in place of the campaign's goals. */
  @property({ converter: digits }) goal: number | null = null;
  /** How many seats there are. */
  @property({ converter: digits }) capacity: number | null = null;
  /** When it was counted: a day, a moment (ISO 8601), or words. */
  @property({ attribute: 'as-of' }) asOf: string | null = null;
  /** One line, without the row. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** Larger figures, for the head of a page or a wall. */
  @property({ type: Boolean, reflect: true }) large = false;

  /** How many squares fit in the row. */
  @state() private squares = 24;

  readonly #resized = new ResizeObserver(([entry]) => this.#fit(entry!.contentRect.width));
  /** Whether the own signature was in the figure when it was last drawn; undefined before. */
  #wasOwn: boolean | undefined;
  /** The highest goal that was reached when the figure was first drawn, or told since; undefined before. */
  #reached: number | undefined;
  /** When something was told. */
  #announcedAt = -Infinity;

  constructor() {
    super(selectCounterSlice);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.#observe();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override firstUpdated(): void {
    this.#observe();
  }

  #observe(): void {
    const room = this.renderRoot.querySelector('.counter')!;
    // At once as well: a page in the background is laid out, but its observers wait.
    this.#fit(room.clientWidth);
    this.#resized.observe(room);
  }

  #fit(width: number): void {
    const fit = Math.min(MOST_SQUARES, Math.max(FEWEST_SQUARES, Math.floor((width + GAP) / PITCH)));
    this.squares = fit <= PHONE_FITS ? Math.min(PHONE_SQUARES, fit) : fit;
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    super.campaignChanged(campaign);
    this.#wasOwn = undefined;
    this.#reached = undefined;
  }

  /** The campaign's time; the device's, while the counter stands alone. */
  get #clock(): Clock {
    return this.store.campaign?.clock ?? systemClock;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.store.campaign) this.#announceChanges(this.#viewModel());
  }

  /** Tells the own signature when it comes in, and goals when they are reached. */
  #announceChanges(view: CountView): void {
    const now = this.#clock.now();
    const isOwnNew = view.isOwn && this.#wasOwn === false;
    this.#wasOwn = view.isOwn;
    if (view.kind !== 'count' && !isOwnNew) return;
    const reached = view.reached ?? 0;
    const isGoalNew = reached > (this.#reached ?? Infinity);
    // One that is reached within the minute is told after it, if no higher one has come.
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

  /** Words of the author's stay as they are. */
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

  /** The whole as plain sentences. */
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

  /** What the author wrote stands outside the wrapper: its colours are the page's. */
  override render(): TemplateResult {
    const { kind } = this.#viewModel();
    const own = this.#hasOwn(kind);
    return html`<div class="stage ${kind} ${own ? 'with-own' : ''}">
      <div class="own" ?hidden=${!own}><slot @slotchange=${() => this.requestUpdate()}></slot></div>
      ${super.render()}
    </div>`;
  }

  /** Whether every state has the same room: only a campaign brings one after another. */
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

  /** The texts lie in one place, which is as high as the highest: another one takes it without a movement. */
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
              ${Array.from({ length: total }, (_, i) => {
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
