import { html, type TemplateResult } from 'lit';

/** An empty seat. */
export const emptySeatIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 20 20"
  width="24"
  height="24"
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
    stroke-width="1.5"
  />
  <path d="M6.2 15.2h7.6" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
</svg>`;

export const errorIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 16 16"
  width="16"
  height="16"
  aria-hidden="true"
>
  <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.6" />
  <path d="M8 4.2v4.6" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
  <circle cx="8" cy="11.5" r="1.05" fill="currentColor" />
</svg>`;

/** Three seats of a row, two of them lit: sending is in progress. It is not animated. */
export const sendingIcon: TemplateResult = html`<svg
  class="icon sending-seats"
  viewBox="0 0 36 10"
  width="36"
  height="10"
  aria-hidden="true"
>
  <rect class="lit" x="0.5" y="0.5" width="9" height="9" rx="2.5" />
  <rect class="lit" x="13.5" y="0.5" width="9" height="9" rx="2.5" />
  <rect
    x="27.1"
    y="1.1"
    width="7.8"
    height="7.8"
    rx="2"
    fill="none"
    stroke="currentColor"
    stroke-width="1.2"
  />
</svg>`;
