import { css } from 'lit';

export const styles = css`
  .heading {
    margin-block-end: 16px;
    font: var(--_display-weight) 28px/1.15 var(--_font-display);
    text-wrap: balance;
  }
  .base[dir='rtl'] .heading {
    line-height: 1.38;
  }
  ul {
    display: grid;
    /* Two per line, or four: of three the last would be alone. */
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(9.25em, 34%)), 1fr));
    gap: 12px;
    list-style: none;
  }
  @container (min-width: 640px) {
    ul {
      grid-template-columns: repeat(auto-fill, minmax(9.25em, 1fr));
    }
  }
  li {
    display: grid;
  }
  .text {
    margin-block-end: 16px;
    max-inline-size: 36em;
    color: var(--_text-muted);
    font: 400 17px/1.6 var(--_font-text);
  }
  .below {
    max-inline-size: 24em;
    margin-block-start: 20px;
  }
  .below > * + * {
    margin-block-start: 6px;
  }
  .below button {
    margin-block-start: 12px;
  }
  .status {
    margin-block-start: 16px;
  }
  .code {
    display: block;
    inline-size: 240px;
    max-inline-size: 100%;
    block-size: auto;
    margin-block-end: 12px;
    /* A camera needs dark on light, in every theme. */
    background: #ffffff;
    color: #000000;
    forced-color-adjust: none;
  }
  .code path {
    fill: #000000;
  }
  .address {
    overflow-wrap: anywhere;
    color: var(--_text-muted);
    font-size: 14px;
  }
  @media print {
    .share {
      display: none;
    }
  }
`;
