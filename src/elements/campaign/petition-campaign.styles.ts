import { css } from 'lit';

export const styles = css`
  .base {
    background: var(--_ground);
    /* The page's ground is the plate of what stands on it. */
    --petition-story-card-background: transparent;
    --petition-story-card-padding: 0;
    --petition-story-deck-background: transparent;
    --petition-story-deck-padding: 0px;
    --petition-signature-counter-background: transparent;
    --petition-signature-counter-padding: 0;
  }
  /* Arabic letters reach further up and down, and are written together. */
  .base[dir='rtl'] {
    --_title-leading: 1.38;
    --_title-tracking: normal;
    --_demand-leading: 1.75;
  }
  .petition {
    --_gutter: 20px;
    display: flex;
    flex-direction: column;
    gap: 48px;
    padding-block: 40px 64px;
  }
  .petition > *,
  .reading > * {
    padding-inline: var(--_gutter);
  }
  @media (pointer: coarse) {
    select {
      min-block-size: 44px;
      font-size: 16px;
    }
  }
  .petition > .arena {
    padding-inline: 0;
  }
  header {
    display: grid;
    gap: 16px;
  }
  .top {
    display: flex;
    flex-wrap: wrap-reverse;
    align-items: center;
    justify-content: space-between;
    gap: 12px 24px;
    color: var(--_text-muted);
    font-size: 14px;
  }
  .notice {
    flex: 1 1 16em;
  }
  /* The icon lies in the menu's own box, so that all of it can be pressed. */
  .language {
    display: grid;
    align-items: center;
  }
  .language > * {
    grid-area: 1 / 1;
  }
  .language svg {
    margin-inline-start: 10px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.3;
    pointer-events: none;
  }
  .language::after {
    content: '';
    grid-area: 1 / 1;
    justify-self: end;
    inline-size: 7px;
    block-size: 7px;
    margin-inline-end: 14px;
    margin-block-end: 4px;
    border: solid currentcolor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    pointer-events: none;
  }
  select {
    appearance: none;
    min-block-size: 36px;
    max-inline-size: 100%;
    padding-block: 4px;
    padding-inline: 38px 34px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: transparent;
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }
  option {
    background: var(--_surface);
    color: var(--_text);
  }
  h1 {
    font-size: 32px;
    line-height: var(--_title-leading, 1.12);
    letter-spacing: var(--_title-tracking, -0.01em);
  }
  .demand {
    max-inline-size: 34em;
    margin-block-start: 16px;
    font: 400 18px / var(--_demand-leading, 1.5) var(--_font-text);
  }
  .demand > * + * {
    margin-block-start: 0.6em;
  }
  .demand :is(ul, ol) {
    padding-inline-start: 1.2em;
  }
  /* A transparent line would be drawn in forced colours. */
  petition-story-card::part(card),
  petition-story-deck::part(deck) {
    border: 0;
  }
  /* Stories that are scrolled go to the edges of the page. */
  .stories {
    --petition-story-deck-bleed: var(--_gutter);
  }
  .stories::before {
    content: '';
    display: block;
    margin-block: -12px 32px;
    border-block-start: 1px solid var(--_line);
  }
  /* Their room while their script, or the words of their language, are on the way. */
  petition-story-deck:not(.drawn) {
    display: block;
    min-block-size: 440px;
  }
  petition-signature-counter {
    margin-block-start: 8px;
  }
  petition-signature-counter:not(.drawn) {
    display: block;
    min-block-size: 186px;
  }
  petition-seat-picker:not(.drawn) {
    display: block;
    min-block-size: calc(129cqi + 463px);
  }
  petition-sign-form:not(.drawn) {
    display: block;
    min-block-size: 640px;
  }
  footer {
    color: var(--_text-muted);
    font-size: 14px;
  }
  footer p + p {
    margin-block-start: 4px;
  }
  /* On a phone the story comes first and the arena after it. */
  .reading {
    display: contents;
  }
  .stories {
    order: 1;
  }
  .arena {
    order: 2;
  }
  .signing {
    display: grid;
    align-content: start;
    gap: 48px;
    order: 3;
  }
  /* What a signature leads on to, in the order it is read: under its result, whatever stands beside that. */
  .after {
    display: grid;
    gap: 48px;
  }
  /* The ticket comes directly below the result: into the room of the answers, and with the same picture. */
  .signed > .form {
    --_held: 0px;
    --petition-sign-form-plate: none;
  }
  footer {
    order: 4;
  }
  @container (max-width: 359.9px) {
    petition-signature-counter:not(.drawn) {
      min-block-size: 153px;
    }
    .petition {
      --_gutter: 16px;
    }
    h1 {
      font-size: 28px;
    }
  }
  @container (min-width: 480px) {
    petition-signature-counter:not(.drawn) {
      min-block-size: 198px;
    }
    petition-seat-picker:not(.drawn) {
      min-block-size: calc(80cqi + 394px);
    }
    .petition {
      --_gutter: 32px;
    }
    h1 {
      font-size: 40px;
    }
    .reading > * {
      inline-size: 100%;
      max-inline-size: calc(36em + 2 * var(--_gutter));
      margin-inline: auto;
    }
  }
  @container (min-width: 624px) {
    petition-signature-counter:not(.drawn) {
      min-block-size: 177px;
    }
  }
  @container (min-width: 640px) {
    petition-seat-picker:not(.drawn) {
      min-block-size: calc(80cqi + 309px);
    }
  }
  @container (min-width: 840px) {
    petition-signature-counter:not(.drawn) {
      min-block-size: 186px;
    }
    petition-seat-picker:not(.drawn) {
      min-block-size: calc(min(67.8125cqi, 1000px) + 176px);
    }
    .petition {
      display: grid;
      grid-template-columns:
        [page] var(--_gutter) [main] minmax(0, 1fr) 56px [aside] 400px [end] var(--_gutter)
        [page-end];
      gap: 72px 0;
      padding-block: 72px 96px;
    }
    .petition > * {
      grid-column: main / end;
      order: 0;
    }
    .petition > *,
    .reading > * {
      padding-inline: 0;
    }
    .petition > .arena {
      grid-column: page / page-end;
    }
    .reading {
      display: grid;
      grid-template: auto 1fr / minmax(0, 1fr) 56px 400px;
    }
    .reading > .stories {
      --petition-story-deck-bleed: 24px;
      grid-area: 1 / 1;
      max-inline-size: none;
    }
    .stories::before {
      content: none;
    }
    .reading > .signing {
      display: contents;
    }
    .signing > .form {
      grid-area: 1 / 3 / 3;
    }
    .signed > .form {
      --_held: initial;
      --petition-sign-form-plate: initial;
    }
    /* Below the story, beside the result that stays in view. */
    .after {
      grid-area: 2 / 1;
      gap: 72px;
      margin-block-start: 72px;
    }
    header {
      grid-template-columns: minmax(0, 1fr) 344px;
      gap: 16px 56px;
      align-items: end;
    }
    .top {
      grid-column: 1 / -1;
    }
    h1 {
      font-size: 52px;
      line-height: var(--_title-leading, 1.06);
    }
    .demand {
      font-size: 20px;
    }
    /* The form stays in view beside a long story. */
    petition-sign-form {
      position: sticky;
      inset-block-start: 24px;
    }
  }
  @container (min-width: 1200px) {
    petition-seat-picker:not(.drawn) {
      min-block-size: calc(min(67.8125cqi, 1000px) + 155px);
    }
    .petition {
      grid-template-columns:
        [page] minmax(var(--_gutter), 1fr) [main] minmax(0, 600px) 88px [aside] 432px [end] minmax(
          var(--_gutter),
          1fr
        )
        [page-end];
      row-gap: 88px;
    }
    .reading {
      grid-template-columns: minmax(0, 1fr) 88px 432px;
    }
    header {
      grid-template-columns: minmax(0, 1fr) 350px;
      column-gap: 88px;
    }
    h1 {
      font-size: 60px;
    }
  }
  @media print {
    .language {
      display: none;
    }
  }
`;
