import { css } from 'lit';

export const styles = css`
  .base {
    --_background: var(--petition-signature-counter-background, var(--_ground));
    --_figure-size: var(--petition-signature-counter-figure-size, 28px);
    --_figure-size-wide: var(--petition-signature-counter-figure-size, clamp(52px, 13cqi, 64px));
  }
  .plate {
    padding: var(--petition-signature-counter-padding, 16px 20px);
    border-radius: var(--_radius-panel);
    background: var(--_background);
  }
  :host([compact]) .plate {
    padding: var(--petition-signature-counter-padding, 4px 8px);
  }
  /* In a campaign every state reserves the height of a figure with a sentence, and of the lines under the row. Texts
     that may be long are under the row, where a second line moves nothing: nothing jumps from one state to the next. */
  .reserved :is(.words, .instead) {
    min-block-size: calc(var(--_figure-size) + 6px);
  }
  .reserved .notes {
    min-block-size: 42px;
  }
  .reserved.roomy .notes {
    min-block-size: 63px;
  }
  .figure,
  .instead {
    font-family: var(--_font-display);
    font-weight: var(--_display-weight);
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1;
  }
  .words {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 8px;
  }
  .figure {
    font-size: var(--_figure-size);
  }
  .instead {
    display: flex;
    align-items: end;
    font-size: 22px;
    line-height: 1.15;
    text-wrap: balance;
  }
  /* One line has the height of the figure that it stands in for. */
  :host([compact]) :is(.words, .instead) {
    min-block-size: 34px;
  }
  :host([compact]) .instead {
    align-items: center;
    font: 400 15px/17px var(--_font-interface);
  }
  /* On the side of the counter, whatever the direction of the text. */
  bdi {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* As wide as the same sentence of an older or newer count, so that both break the line or neither does. */
  .sentence::after {
    content: attr(data-other);
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
  }
  .wide {
    display: none;
  }
  .none .plate {
    display: none;
  }
  .loading :is(.words, .notes, .milestones) {
    visibility: hidden;
  }
  /* The author's number uses the space of ours, so that nothing jumps when ours loads. */
  .loading.with-own {
    display: grid;
  }
  .loading.with-own > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .loading.with-own .base {
    visibility: hidden;
  }
  .row {
    display: flex;
    justify-content: space-between;
    gap: 3px;
    max-inline-size: 512px;
    margin-block-start: 12px;
    padding-block: 3px;
  }
  .seat {
    flex: none;
    inline-size: 9px;
    block-size: 9px;
    border: 1.5px solid var(--_control);
    border-radius: 2.5px;
  }
  .taken,
  .seat.own {
    border-color: var(--_warm);
    background: var(--_warm);
  }
  /* Frame and gap together are as wide as the space between two seats. */
  .seat.own {
    outline: 2px solid var(--_text);
    outline-offset: 1px;
  }
  .with-own .reserved .notes {
    min-block-size: 0;
  }
  .unknown .seat,
  .loading .seat {
    border-width: 1px;
    border-style: dashed;
  }
  .notes {
    margin-block-start: 8px;
    font-size: 14px;
    line-height: 1.5;
  }
  .milestones {
    display: grid;
    font-size: 14px;
    line-height: 1.5;
  }
  .milestones > p {
    grid-area: 1 / 1;
    visibility: hidden;
  }
  .milestones > .shown {
    visibility: inherit;
  }
  .as-of {
    color: var(--_text-muted);
  }
  .stale {
    display: flex;
    gap: 10px;
    color: var(--_text);
  }
  svg {
    flex: none;
    margin-block-start: 2.5px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  /* For reading from far away: the figure takes the available width. */
  :host([large]) .base {
    --_figure-size: var(--petition-signature-counter-figure-size, clamp(40px, 15cqi, 52px));
    --_figure-size-wide: var(--petition-signature-counter-figure-size, clamp(64px, 19cqi, 160px));
  }
  :host([large]) .sentence {
    font-size: clamp(16px, 4cqi, 28px);
    line-height: 1.35;
  }
  :host([large]) :is(.notes, .milestones) {
    font-size: 16px;
  }
  @container (min-width: 340px) {
    :host(:not([compact])) .figure {
      display: block;
      inline-size: 100%;
      font-size: var(--_figure-size-wide);
    }
    .reserved :is(.words, .instead) {
      min-block-size: calc(var(--_figure-size-wide) + 36px);
    }
    :host(:not([compact])) .instead {
      font-size: 28px;
    }
    :host(:not([compact])) .words {
      row-gap: 12px;
    }
  }
  /* One line, in the space of the figure that follows; a wider column fits two. */
  @container (max-width: 339.9px) {
    .first .reserved .instead {
      font-size: clamp(15px, 5.7cqi, 22px);
    }
  }
  @container (max-width: 299px) {
    svg {
      display: none;
    }
    .reserved .notes {
      min-block-size: 63px;
    }
    .reserved.roomy .notes {
      min-block-size: 84px;
    }
  }
  /* From this width the longest sentence fits in one line. */
  @container (min-width: 460px) {
    .wide {
      display: inline;
    }
    .narrow {
      display: none;
    }
  }
  @container (min-width: 560px) {
    .reserved .notes {
      min-block-size: 21px;
    }
    .reserved.roomy .notes {
      min-block-size: 42px;
    }
  }
  @media (forced-colors: active) {
    .seat {
      forced-color-adjust: none;
      border-color: CanvasText;
    }
    .taken,
    .seat.own {
      background: CanvasText;
    }
    .seat.own {
      outline-color: Highlight;
    }
  }
`;
