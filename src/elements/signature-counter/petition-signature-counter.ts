import { html, nothing, type ComplexAttributeConverter, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import type { CampaignState } from '../../campaign/state.js';
import { formatDay, formatMoment } from '../../i18n/format.js';
import type { MessageKey } from '../../i18n/keys.js';
import { formatNumber } from '../../i18n/intl.js';
import { isDay } from '../../model/day.js';
import { hasContent } from '../own-content.js';
import { PetitionElement } from '../petition-element.js';
import { viewCount, type CountView, type Words } from './count-view.js';
import { styles } from './petition-signature-counter.styles.js';

/** What the counter is drawn from. */
type Slice = Pick<CampaignState, 'phase' | 'document' | 'count' | 'freshness' | 'signing' | 'locale'>;
const slice = ({ phase, document, count, freshness, signing, locale }: CampaignState): Slice => ({
  phase,
  document,
  count,
  freshness,
  signing,
  locale,
});

/** From the start of one square of the row to the next, in px, and the gap in it: as in the sheet. */
const PITCH = 12;
const GAP = 3;
const MOST_SQUARES = 40;
const FEWEST_SQUARES = 8;

/** An attribute of digits; anything else is as if it were not there. */
const digits: ComplexAttributeConverter<number | null> = {
  fromAttribute: (text) => (text !== null && /^\d{1,10}$/.test(text.trim()) ? Number(text) : null),
};

/**
 * How many have signed: one figure that is true or not shown. It says when it was counted, when no newer count can be
 * had, and when there is none; the own signature is in it at once, and never twice. Assistive technology is given one
 * plain sentence; it is spoken by itself only when the signer's own signature comes in. Figures never move.
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
 * @csspart as-of - When it was counted.
 * @cssprop [--petition-signature-counter-background=var(--petition-color-ground)] - Behind the counter; `transparent` on a ground of the petition's own.
 * @cssprop [--petition-signature-counter-padding=16px 20px; compact 4px 8px] - Room inside it; 0 on a ground of the petition's own.
 * @cssprop [--petition-signature-counter-figure-size=28px to 64px by width] - Size of the number.
 */
export class PetitionSignatureCounter extends PetitionElement<Slice> {
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

  /** How many squares fit in the row. */
  @state() private squares = 24;

  readonly #resized = new ResizeObserver(([entry]) => this.#fit(entry!.contentRect.width));
  /** Whether the own signature was in the figure when it was last drawn; undefined before. */
  #wasOwn: boolean | undefined;

  constructor() {
    super(slice);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
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
    this.squares = Math.min(MOST_SQUARES, Math.max(FEWEST_SQUARES, Math.floor((width + GAP) / PITCH)));
  }

  protected override campaignChanged(campaign: Campaign | null): void {
    super.campaignChanged(campaign);
    this.#wasOwn = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.store.campaign) return;
    const view = this.#look();
    if (view.isOwn && this.#wasOwn === false) this.say(this.#spoken(view));
    this.#wasOwn = view.isOwn;
  }

  #look(): CountView {
    return viewCount(this, this.store.campaign && this.state, this.squares);
  }

  #words(words: Words | null): string {
    return words ? this.t(words.key, words.values) : '';
  }

  #moment({ asOf, isStale }: CountView, key: MessageKey): string {
    const locale = this.languageOf(key);
    if (!asOf || isDay(asOf)) return asOf ? formatDay(asOf, locale) : '';
    // A count that stays old must not lose its day at midnight, so it always has one.
    return Number.isNaN(Date.parse(asOf)) ? asOf : formatMoment(asOf, locale, isStale ? 0 : Date.now());
  }

  #asOf(view: CountView): string {
    if (!view.asOf || (this.compact && !view.isStale)) return '';
    const key = view.isStale ? 'counter.stale' : 'counter.as-of';
    return this.t(key, { moment: this.#moment(view, key) });
  }

  #figure({ number, sentence }: CountView): string {
    return number === null ? '' : formatNumber(number, sentence ? this.languageOf(sentence.key) : 'en');
  }

  /** The whole as plain sentences. */
  #spoken(view: CountView): string {
    const first = [this.#figure(view), this.#words(view.sentence), this.#words(view.standing)]
      .filter(Boolean)
      .join(' ');
    return [first, this.#words(view.goal), this.#asOf(view)]
      .filter(Boolean)
      .map((sentence) => sentence.replace(/[.]?$/, '.'))
      .join(' ');
  }

  /** What the author wrote stands outside the wrapper: its colours are the page's. */
  override render(): TemplateResult {
    const { kind } = this.#look();
    const own = this.#hasOwn(kind);
    return html`<div class="stage ${kind} ${own ? 'with-own' : ''}">
      <div class="own" ?hidden=${!own}><slot @slotchange=${() => this.requestUpdate()}></slot></div>
      ${super.render()}
    </div>`;
  }

  #hasOwn(kind: CountView['kind']): boolean {
    return kind !== 'count' && kind !== 'first' && hasContent(this);
  }

  protected view(): TemplateResult {
    const view = this.#look();
    const { kind } = view;
    const own = this.#hasOwn(kind);
    return html`<div class="plate">
      <div class="counter ${this.store.campaign ? 'reserved' : ''}">
        ${kind === 'none' || (kind === 'loading' && own) ? nothing : html`<p class="visually-hidden">${kind === 'loading' ? this.t('counter.loading') : this.#spoken(view)}</p>`}
        ${kind === 'none' || (kind === 'unknown' && own) ? nothing : this.#head(view)}
        ${kind === 'none' ? nothing : this.#below(view, own)}
      </div>
    </div>`;
  }

  #head(view: CountView): TemplateResult {
    const { sentence, standing, goal, isNear, isOwn } = view;
    if (view.number === null)
      return html`<p class="instead" part="figure" aria-hidden="true">
        <bdi>${this.#words(sentence)}</bdi>
      </p>`;
    const news = isNear && !isOwn && !this.compact;
    return html`<p class="words" aria-hidden="true">
      <span class="figure" part="figure"><bdi>${this.#figure(view)}</bdi></span>
      <bdi class="sentence" part="sentence"
        >${news ? this.#words(goal) : html`${this.#words(sentence)} ${this.compact ? nothing : this.#words(standing)}`}</bdi
      >
    </p>`;
  }

  #below(view: CountView, own: boolean): unknown {
    const { kind, goal, isNear, isOwn, isStale, total, filled, ownIndex } = view;
    const asOf = this.#asOf(view);
    const hint =
      kind === 'unknown' && own ? this.#words(view.sentence) : this.#words(isNear && !isOwn ? null : goal);
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
      ${hint && (!this.compact || own) ? html`<p class="goal" part="goal" aria-hidden="true"><bdi>${hint}</bdi></p>` : nothing}
      ${
        asOf || (kind === 'loading' && !this.compact)
          ? html`<p class="as-of ${isStale ? 'stale' : ''}" part="as-of" aria-hidden="true">
              ${isStale ? clock : nothing}<bdi>${asOf || '\u00a0'}</bdi>
            </p>`
          : nothing
      }
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
