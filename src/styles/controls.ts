import { css } from 'lit';

/** Buttons. Only one warm button in view, `.act`; all others are outlines. */
export const controls = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-block-size: 48px;
    padding: 10px 20px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: transparent;
    color: var(--_text);
    font: 600 16px/1.35 var(--_font-interface);
    text-align: center;
    text-wrap: balance;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 120ms,
      border-color 120ms;
    -webkit-tap-highlight-color: transparent;
  }
  button:hover,
  .button:hover {
    background: var(--_raised);
  }
  button[aria-disabled='true'],
  button:disabled {
    color: var(--_text-muted);
    cursor: default;
  }
  .act {
    min-block-size: 56px;
    border-color: var(--_act);
    background: var(--_act);
    color: var(--_act-text);
    font-size: 17px;
  }
  .act:hover {
    background: color-mix(in srgb, var(--_act) 88%, var(--_text));
  }
  button.link {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_link);
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.16em;
    text-decoration-thickness: 1px;
  }
  @media (pointer: coarse) {
    button.link {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .act {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
      border-color: ButtonText;
    }
    .act:hover {
      background: Highlight;
      color: HighlightText;
    }
    .act:focus-visible {
      outline-color: Highlight;
    }
  }
`;
