import { css } from 'lit';

/**
 * Styles that protect every element from its page: a host layout that no global reset can override, and inherited
 * properties set again on the wrapper. Sizes are in px: a page's `html { font-size }` does not apply to us.
 */
export const base = css`
  :host {
    display: block !important;
    box-sizing: border-box !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .base {
    color: var(--_text);
    font: 400 16px/1.5 var(--_font-interface);
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    white-space: normal;
    /* Avoids a last line with a single short word. */
    text-wrap: pretty;
    overflow-wrap: break-word;
    visibility: visible;
    cursor: auto;
    container-type: inline-size;
    /* A container has no intrinsic width: shrink-to-fit layouts (flex, float) would collapse it. */
    contain-intrinsic-inline-size: 240px;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .visually-hidden {
    position: absolute;
    /* At the start of the line, whatever precedes it, so that it never widens the page. */
    inset-inline-start: 0;
    inline-size: 1px;
    block-size: 1px;
    margin-block: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  figure,
  fieldset,
  dl,
  dd {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-family: var(--_font-display);
    font-weight: var(--_display-weight);
    text-wrap: balance;
  }
  a {
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.16em;
    text-decoration-thickness: 1px;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    /* Scrolls the ring into view together with the focused control. */
    scroll-margin: 8px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
