import { css } from 'lit';

export const styles = css`
  .base {
    --_background: var(--petition-story-card-background, var(--_surface));
    --_border: var(--petition-story-card-line, var(--_line));
    --_lede-leading: 1.45;
    --_text-leading: 1.6;
    --_name-leading: 1.16;
  }
  /* Arabic letters reach further up and down. */
  .base[dir='rtl'] {
    --_lede-leading: 1.75;
    --_text-leading: 1.75;
    --_name-leading: 1.38;
  }
  .card {
    padding: var(--petition-story-card-padding, 20px);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-panel);
    background: var(--_background);
  }
  /* Reserves the height of a folded card, so that the page below does not jump when the story loads. */
  .waiting {
    min-block-size: 340px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 16px;
  }
  /* Beside the middle of the portrait; a text that is higher than the portrait starts at its top, and a large one goes below. */
  header > div:last-child {
    flex: 1 1 7em;
    align-self: center;
    min-inline-size: 0;
  }
  .quiet,
  .position {
    color: var(--_text-muted);
    font-size: 14px;
    line-height: 1.5;
  }
  /* Two rings with the card between them: a dark drawing keeps its edge on a light card too. */
  .portrait {
    inline-size: 88px;
    block-size: 88px;
    padding: 3px;
    border: 2px solid var(--_text);
    border-radius: 50%;
  }
  .portrait img,
  .portrait svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 1px solid var(--_control);
    border-radius: 50%;
    background: var(--_raised);
  }
  .portrait img {
    object-fit: cover;
    object-position: 50% 30%;
    color: transparent;
  }
  .portrait svg {
    fill: none;
    stroke: var(--_text);
    stroke-width: 2.6;
    stroke-linecap: round;
  }
  [part='name'] {
    font-size: 26px;
    line-height: var(--_name-leading);
  }
  [part='name']:focus {
    outline: none;
  }
  .status {
    margin-block-start: 6px;
    color: var(--_text-muted);
    font-size: 15px;
    line-height: 1.45;
    text-wrap: balance;
  }
  .later {
    margin-block-start: 20px;
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--_control);
  }
  /* No bullets; unlike none, an empty string keeps it a list for VoiceOver. */
  .later > ul {
    list-style-type: '';
  }
  .later > ul > li {
    margin-block-start: 4px;
    line-height: 1.45;
  }
  .later > ul > li > div {
    display: inline;
  }
  .later time {
    display: inline-block;
    margin-inline-end: 6px;
    color: var(--_text-muted);
    font-variant-numeric: lining-nums tabular-nums;
  }
  /* Many languages write months in lower case; this one starts a line. */
  .later time::first-letter {
    text-transform: uppercase;
  }
  .lede {
    margin-block-start: 24px;
    max-inline-size: 34em;
    font: 400 20px / var(--_lede-leading) var(--_font-text);
  }
  .lede ~ .quiet {
    margin-block-start: 10px;
    max-inline-size: 42em;
  }
  .toggle {
    margin-block-start: 16px;
  }
  .toggle .link {
    font: 400 17px/1.5 var(--_font-text);
    text-align: start;
  }
  .more {
    gap: 10px;
    max-inline-size: 100%;
  }
  :is(.more, summary) > span {
    min-inline-size: 0;
  }
  :is(.more, summary)::after {
    content: '';
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    margin-block-end: 4px;
    border: solid currentcolor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
  }
  :is(.more[aria-expanded='true'], [open] > summary)::after {
    margin-block: 4px 0;
    rotate: 225deg;
  }
  .body {
    margin-block-start: 14px;
    max-inline-size: 36em;
    font: 400 17px / var(--_text-leading) var(--_font-text);
  }
  .body * + :is(p, ul, ol) {
    margin-block-start: 0.8em;
  }
  :is(.body, .later li div) :is(ul, ol) {
    padding-inline-start: 1.3em;
    list-style: revert;
  }
  .sit {
    min-block-size: 48px;
    margin-block-start: 20px;
  }
  .sit button {
    text-align: start;
  }
  .sit .lamp {
    fill: var(--_warm);
  }
  .show {
    font-size: 15px;
  }
  .letters {
    margin-block-start: 8px;
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    max-inline-size: 100%;
    color: var(--_link);
    font: 400 17px/1.5 var(--_font-text);
    text-decoration: underline;
    text-underline-offset: 0.16em;
    text-decoration-thickness: 1px;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .address {
    max-inline-size: 28em;
    margin-block: 12px 8px;
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--_control);
    line-height: 1.5;
    white-space: pre-line;
    user-select: text;
  }
  .advice {
    max-inline-size: 36em;
    margin-block-start: 8px;
    color: var(--_text-muted);
    font-size: 15px;
    white-space: pre-line;
  }
  .facts {
    margin-block-start: 24px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .facts > * + * {
    margin-block-start: 2px;
  }
  @container (max-width: 299.9px) {
    header {
      gap: 12px;
    }
    .portrait {
      inline-size: 64px;
      block-size: 64px;
    }
    [part='name'] {
      font-size: 23px;
    }
  }
  @container (min-width: 400px) {
    .card {
      padding: var(--petition-story-card-padding, 28px);
    }
    header {
      gap: 24px;
    }
    .portrait {
      inline-size: 110px;
      block-size: 110px;
    }
    [part='name'] {
      font-size: 30px;
    }
    .lede {
      font-size: 21px;
    }
  }
  @container (min-width: 520px) {
    .card {
      padding: var(--petition-story-card-padding, 36px);
    }
  }
  @container (min-width: 580px) {
    header {
      gap: 28px;
    }
    .portrait {
      inline-size: 130px;
      block-size: 130px;
    }
    [part='name'] {
      font-size: 36px;
    }
    .status {
      font-size: 16px;
    }
    .lede {
      font-size: 23px;
    }
    .body {
      font-size: 18px;
    }
  }
  /* The dates are a column of their own, as wide as the longest of them. */
  @supports (grid-template-columns: subgrid) {
    @container (min-width: 400px) {
      .later > ul {
        display: grid;
        grid-template-columns: minmax(0, max-content) minmax(0, 1fr);
        column-gap: 16px;
      }
      .later > ul > li {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
      }
      .later > ul > li > div {
        display: block;
      }
    }
  }
  @media (pointer: coarse) {
    .toggle {
      margin-block-start: 8px;
    }
    summary {
      min-block-size: 44px;
    }
  }
  @media print {
    :is(.toggle, .sit, .show) {
      display: none;
    }
    [hidden] {
      display: block;
      content-visibility: visible;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    summary::after {
      display: none;
    }
    /* So that a story fits on one page. */
    .card {
      break-inside: avoid;
    }
    .lede {
      margin-block-start: 16px;
      font-size: 18px;
    }
    .body {
      max-inline-size: none;
      font-size: 15px;
      line-height: 1.5;
    }
    .facts {
      margin-block-start: 16px;
    }
  }
  @media print and (orientation: landscape) {
    .lede {
      font-size: 16px;
    }
    .body {
      columns: 2;
      column-gap: 32px;
      font-size: 14px;
    }
  }
`;
