import { css, html, type TemplateResult } from 'lit';

/** A seat with a person in it. */
export const seatIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 20 20"
  width="20"
  height="20"
  aria-hidden="true"
>
  <rect
    x="1.9"
    y="1.9"
    width="16.2"
    height="16.2"
    rx="4"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
  />
  <circle class="lamp" cx="10" cy="9" r="4.3" />
  <path d="M6.2 15.6h7.6" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
</svg>`;

/** Styles of the icon on a warm button. */
export const seatIconStyles = css`
  .base {
    --_lamp: #ffb95e;
  }
  /* On the dark theme's warm button a warm lamp would be invisible. */
  .base[data-theme='dark'] {
    --_lamp: currentColor;
  }
  @media (prefers-color-scheme: dark) {
    .base:not([data-theme='light']) {
      --_lamp: currentColor;
    }
  }
  .icon {
    flex: none;
    overflow: visible;
  }
  /* Keeps the icon in a line with the first word: beside balanced lines it would be alone at the edge. */
  button:has(> .icon) {
    display: inline-block;
  }
  button > .icon {
    margin-inline-end: 10px;
    vertical-align: -0.25em;
  }
  @supports not selector(:has(a)) {
    button > .icon {
      margin-inline-end: 0;
    }
  }
  .lamp {
    fill: var(--_lamp);
  }
  @media (forced-colors: active) {
    .lamp {
      fill: currentColor;
    }
  }
`;
