import { css } from 'lit';

export const styles = css`
  .base {
    background: var(--_ground);
    /* The cards and the deck are on the ground of the petition itself. */
    --petition-story-card-background: transparent;
    --petition-story-card-padding: 0;
    --petition-story-deck-background: transparent;
    --petition-story-deck-padding: 0px;
    --petition-signature-counter-background: transparent;
    --petition-signature-counter-padding: 0;
  }
  /* Arabic letters reach further up and down, and are joined. */
  .base[dir='rtl'] {
    --_title-leading: 1.38;
    --_title-tracking: normal;
    --_demand-leading: 1.75;
  }
  /* Only direct children: the author's own boxes have a layout of their own. Any rule of the page overrides this. */
  ::slotted(
    :is(
      petition-story-card,
      petition-story-deck,
      petition-signature-counter,
      petition-seat-picker,
      petition-sign-form,
      petition-ticket,
      petition-share
    ):not(:first-child)
  ) {
    margin-block-start: var(--petition-campaign-gap, 32px);
  }
  .petition {
    --_gutter: 20px;
    display: flex;
    flex-direction: column;
    gap: 48px;
    padding-block: 12px 64px;
  }
  .petition > * {
    padding-inline: var(--_gutter);
  }
  .petition > .arena {
    padding-inline: 0;
  }
  .petition > :is(.way-on, .arena) {
    margin-block-start: -32px;
  }
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px 24px;
    color: var(--_text-muted);
    font-size: 14px;
  }
  .notice {
    flex: 1;
  }
  /* The icon is inside the menu's own box, so that the whole of it can be pressed. */
  .language {
    display: grid;
    align-items: center;
  }
  .language > * {
    grid-area: 1 / 1;
  }
  /* In a narrow column its button is the globe alone. */
  select {
    appearance: none;
    inline-size: 44px;
    min-block-size: 44px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: transparent;
    color: var(--_text);
    font: inherit;
    font-size: 0;
    cursor: pointer;
  }
  option {
    background: var(--_surface);
    color: var(--_text);
    font-size: 16px;
  }
  .language svg {
    justify-self: center;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.3;
    pointer-events: none;
  }
  h1 {
    font-size: 32px;
    line-height: var(--_title-leading, 1.12);
    letter-spacing: var(--_title-tracking, -0.01em);
    overflow-wrap: anywhere;
  }
  h1.long {
    font-size: 26px;
    hyphens: auto;
  }
  .summary,
  .demand {
    max-inline-size: 34em;
    margin-block-start: 12px;
    font: 400 17px / var(--_demand-leading, 1.45) var(--_font-text);
  }
  .read {
    margin-block-start: 8px;
  }
  /* A button for fingers is as high as two lines: it overlaps the space around it. */
  @media (pointer: coarse) {
    .read {
      margin-block: -2px -8px;
    }
  }
  .demand > * + * {
    margin-block-start: 0.6em;
  }
  .demand :is(ul, ol) {
    padding-inline-start: 1.2em;
  }
  .way-on .place {
    display: none;
  }
  .gone {
    visibility: hidden;
  }
  .gone > .act {
    display: block;
  }
  /* On a phone the next step is always in reach: a bar at the lower edge of the window, inside the petition, which
     takes no space of its own. A window as low as that of a magnified page is too small for it, and in a box with
     overflow: hidden nothing sticks. */
  @container (max-width: 479.9px) {
    @media (min-height: 500px) {
      .petition:not(.held) > .way-on {
        order: 5;
        position: sticky;
        inset-block-end: 0;
        z-index: 3;
        block-size: 0;
        margin-block-start: -48px;
        padding: 0;
      }
      .petition:not(.held) > .way-on > div {
        position: absolute;
        inset: auto 0 0;
        display: grid;
        gap: 8px;
        padding: 8px var(--_gutter) max(8px, env(safe-area-inset-bottom));
        border-block-start: 1px solid var(--_line);
        background: var(--_surface);
      }
      .petition:not(.held) .place {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 16px;
        font-size: 14px;
      }
      .place :first-child {
        font-weight: 600;
      }
      .petition:not(.held) > .in-the-way {
        visibility: hidden;
      }
      /* The bar has the same button. */
      .petition:not(.held) petition-story-deck::part(act),
      .petition:not(.held) petition-story-deck::part(gone) {
        display: none;
      }
    }
  }
  /* Forced colours would draw a transparent line. */
  petition-story-card::part(card),
  petition-story-deck::part(deck) {
    border: 0;
  }
  /* Stories that are scrolled reach the edges of the page. */
  .stories {
    --petition-story-deck-bleed: var(--_gutter);
  }
  /* Reserves their height until their script and the messages of their language have loaded. */
  petition-story-deck:not(.drawn) {
    display: block;
    min-block-size: 720px;
  }
  petition-signature-counter:not(.drawn) {
    display: block;
    min-block-size: calc(134px + clamp(52px, 13cqi - 0.26 * var(--_gutter), 64px));
  }
  petition-seat-picker:not(.drawn) {
    display: block;
    min-block-size: calc(129cqi + 463px);
  }
  petition-sign-form:not(.drawn) {
    display: block;
    min-block-size: 1060px;
  }
  footer {
    color: var(--_text-muted);
    font-size: 14px;
  }
  footer p + p {
    margin-block-start: 4px;
  }
  .reading,
  .signing {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 48px;
  }
  /* The ticket is directly below the result, under the same heading, with the same picture, and only so high that the button below it stays in view. */
  .signed > .form {
    --_held: 0px;
    --petition-ticket-upright-width: calc((100svh - 232px) * 0.5625);
    --petition-sign-form-plate: none;
  }
  petition-ticket::part(heading) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  petition-ticket:not(.drawn) {
    display: block;
    min-block-size: 100svh;
  }
  @container (max-width: 379.9px) {
    petition-signature-counter:not(.drawn) {
      min-block-size: 132px;
    }
  }
  @container (max-width: 339.9px) {
    petition-signature-counter:not(.drawn) {
      min-block-size: 153px;
    }
  }
  @container (max-width: 359.9px) {
    .petition {
      --_gutter: 16px;
    }
    h1 {
      font-size: 28px;
    }
  }
  @container (min-width: 480px) {
    petition-seat-picker:not(.drawn) {
      min-block-size: calc(80cqi + 394px);
    }
    .petition {
      --_gutter: 32px;
      padding-block-start: 24px;
    }
    h1 {
      font-size: 40px;
    }
    h1.long {
      font-size: 32px;
    }
    .summary,
    .demand {
      font-size: 18px;
    }
    .way-on button {
      inline-size: min(100%, 360px);
    }
    /* Once there is a seat, the seats and the form have the warm button. */
    .with-seat .act {
      border-color: var(--_control);
      background: transparent;
      color: var(--_text);
    }
    .with-seat .act:hover {
      background: var(--_raised);
    }
    .reading > * {
      max-inline-size: 36em;
    }
    .no-stories .reading > * {
      max-inline-size: none;
    }
    /* The menu names the current language. */
    select {
      inline-size: auto;
      min-block-size: 36px;
      padding-block: 4px;
      padding-inline: 38px 34px;
      font-size: inherit;
    }
    option {
      font-size: inherit;
    }
    .language svg {
      justify-self: start;
      margin-inline-start: 10px;
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
    @media (pointer: coarse) {
      select {
        min-block-size: 44px;
        font-size: 16px;
      }
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
      --_columns: minmax(0, 1fr) [between] 56px [aside] 400px;
      display: grid;
      grid-template-columns: [page] var(--_gutter) [main] var(--_columns) [end] var(--_gutter) [page-end];
      gap: 72px 0;
      padding-block: 32px 96px;
    }
    .petition > * {
      grid-column: main / end;
      padding-inline: 0;
    }
    header {
      --_columns: minmax(0, 1fr) [between] 56px [aside] 344px;
      grid-row: 1;
      row-gap: 16px;
    }
    .petition > .arena {
      grid-column: page / page-end;
      margin-block-start: -48px;
    }
    .reading {
      grid-template: auto 1fr / var(--_columns);
      gap: 0;
    }
    .reading > .stories {
      --petition-story-deck-bleed: 24px;
      grid-area: 1 / 1;
      max-inline-size: none;
    }
    .reading > .signing {
      display: contents;
    }
    .signing > .form {
      grid-area: 1 / aside / 3;
    }
    .signed > .form {
      --_held: initial;
      grid-area: 1 / 3;
    }
    /* Below story and result, over the whole width: it follows both. */
    .after {
      grid-area: 2 / 1 / 3 / 4;
      margin-block-start: 72px;
    }
    header {
      grid-template-columns: var(--_columns);
      align-items: end;
    }
    .top {
      grid-column: 1 / -1;
    }
    .words {
      grid-column: 1;
    }
    header > petition-signature-counter {
      grid-column: aside;
    }
    /* Below the count, in the space reserved there. */
    .leads-on > header > petition-signature-counter {
      margin-block-end: 76px;
    }
    .petition > .way-on {
      grid-row: 1;
      align-self: end;
      justify-self: end;
      inline-size: 344px;
      margin-block-start: 0;
    }
    .way-on button {
      inline-size: 100%;
    }
    h1 {
      font-size: 48px;
      line-height: var(--_title-leading, 1.06);
    }
    h1.long {
      font-size: 38px;
    }
    .summary,
    .demand {
      font-size: 20px;
    }
    /* Beside a long story the form stays in view, and beside a long form the story; if one is higher than the window, its end does. */
    .form,
    .reading > .stories {
      --_height: 0px;
      align-self: start;
      position: sticky;
      inset-block-start: min(24px, calc(100svh - var(--_height) - 24px));
    }
    .signed > .form {
      position: static;
    }
    /* Without a story there is nothing beside the form: one column, in the middle, with the arena still from edge to edge. */
    .petition.no-stories {
      --_columns: minmax(0, 720px);
      grid-template-columns:
        [page] minmax(var(--_gutter), 1fr) [main] var(--_columns) [end] minmax(var(--_gutter), 1fr)
        [page-end];
      row-gap: 56px;
    }
    .no-stories header {
      --_columns: minmax(0, 1fr);
    }
    .petition.no-stories > .arena {
      margin-block-start: -24px;
    }
    .no-stories header > petition-signature-counter {
      grid-column: 1;
      margin-block-end: 0;
    }
    .no-stories > .way-on {
      grid-row: auto;
      justify-self: start;
      margin-block-start: -36px;
    }
    .no-stories .reading {
      display: block;
    }
    .no-stories petition-signature-counter:not(.drawn) {
      min-block-size: 177px;
    }
    /* Without seats there is nothing between the title and the story: the form is beside both, and stays in view. */
    .petition.stories-only {
      grid-template-rows: auto 1fr;
    }
    .stories-only .reading {
      display: contents;
    }
    .stories-only > header {
      grid-column: main;
      grid-template-columns: minmax(0, 1fr);
    }
    .stories-only header > petition-signature-counter {
      grid-column: 1;
      margin-block-end: 0;
    }
    .stories-only > .way-on {
      display: none;
    }
    .stories-only .stories {
      grid-area: 2 / main;
    }
    .stories-only .form {
      grid-area: 1 / aside / span 2;
    }
    .stories-only .after {
      grid-area: 3 / main / 4 / end;
      margin-block-start: 0;
    }
  }
  @container (min-width: 936px) {
    .stories-only petition-signature-counter:not(.drawn) {
      min-block-size: 198px;
    }
  }
  @container (min-width: 1080px) {
    .stories-only petition-signature-counter:not(.drawn) {
      min-block-size: 177px;
    }
  }
  @container (min-width: 1184px) {
    petition-seat-picker:not(.drawn) {
      min-block-size: calc(min(67.8125cqi, 1000px) + 155px);
    }
  }
  @container (min-width: 1200px) {
    .petition {
      --_columns: minmax(0, 600px) [between] 88px [aside] 432px;
      grid-template-columns:
        [page] minmax(var(--_gutter), 1fr) [main] var(--_columns) [end] minmax(var(--_gutter), 1fr)
        [page-end];
      row-gap: 88px;
    }
    .petition > .arena {
      margin-block-start: -64px;
    }
    header {
      --_columns: minmax(0, 1fr) [between] 88px [aside] 350px;
    }
    .petition > .way-on {
      inline-size: 350px;
    }
    h1 {
      font-size: 54px;
    }
    h1.long {
      font-size: 42px;
    }
  }
  @container (min-width: 1600px) {
    petition-signature-counter:not(.drawn) {
      min-block-size: 222px;
    }
    .petition {
      --_columns: minmax(0, 760px) [between] 88px [aside] 512px;
    }
    header {
      --_columns: minmax(0, 1fr) [between] 88px [aside] 440px;
      --petition-signature-counter-figure-size: 88px;
    }
    .petition > .way-on {
      inline-size: 440px;
    }
    h1 {
      font-size: 64px;
    }
    h1.long {
      font-size: 54px;
    }
    .summary,
    .demand {
      font-size: 23px;
    }
  }
  /* On paper everything is in one column: nothing that fits on a page is cut, and the footer does not fill a page of its own. */
  @media print {
    .language,
    .read,
    .way-on {
      display: none;
    }
    .demand {
      display: block;
      content-visibility: visible;
    }
    .petition,
    .reading,
    .reading > .signing {
      display: block;
      min-block-size: 0 !important;
      padding-block: 0;
    }
    .petition > * + *,
    .reading > * + *,
    .after > * {
      margin-block-start: 32px;
    }
    .reading > * {
      max-inline-size: none;
      margin-inline: 0;
      padding-inline: 0;
    }
    header,
    .arena,
    .signing,
    .form,
    .after > * {
      break-inside: avoid;
    }
    footer {
      break-before: avoid;
    }
    .form,
    .reading > .stories {
      position: static;
    }
    :is(petition-story-deck, petition-seat-picker, petition-sign-form):not(.drawn) {
      min-block-size: 0;
    }
  }
`;
