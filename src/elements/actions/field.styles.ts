import { css } from 'lit';

/** A labelled single-line input, with its hint and its error. */
export const field = css`
  label {
    display: block;
    margin-block-end: 6px;
    font-weight: 400;
  }
  input {
    display: block;
    inline-size: 100%;
    min-block-size: 48px;
    margin: 0;
    padding: 10px 14px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: var(--_ground);
    color: var(--_text);
    /* From 16 px up, iOS does not zoom the page on focus. */
    font: 400 17px/1.4 var(--_font-interface);
  }
  .hint {
    color: var(--_text-muted);
    font-size: 14px;
  }
  .wrong {
    color: var(--_error);
    font-size: 14px;
  }
  @media (forced-colors: active) {
    .hint,
    .wrong {
      color: CanvasText;
    }
  }
`;
