import { css } from 'lit';

export const styles = css`
  .base {
    background: var(--_ground);
  }
  /* Around elements the author composed nothing is drawn: no ground, no containment of theirs. */
  .base:not(:has(> .petition)) {
    background: none;
    container-type: normal;
  }
  .petition {
    display: flex;
    flex-direction: column;
    gap: 48px;
    padding-block: 40px 64px;
  }
  .petition > * {
    inline-size: 100%;
    max-inline-size: 1160px;
    margin-inline: auto;
    padding-inline: 20px;
  }
  .arena {
    max-inline-size: none;
    padding-inline: 0;
  }
  header {
    display: grid;
    gap: 24px;
  }
  .notice {
    margin-block-end: 12px;
    color: var(--_text-muted);
    font-size: 14px;
  }
  h1 {
    font-size: 32px;
    line-height: 1.12;
    letter-spacing: -0.01em;
  }
  .demand {
    max-inline-size: 34em;
    margin-block-start: 16px;
    font: 400 18px/1.5 var(--_font-text);
  }
  .demand > * + * {
    margin-block-start: 0.6em;
  }
  .demand :is(ul, ol) {
    padding-inline-start: 1.2em;
  }
  .stories {
    display: grid;
    gap: 48px;
    align-content: start;
  }
  .stories > * + * {
    padding-block-start: 48px;
    border-block-start: 1px solid var(--_line);
  }
  footer {
    color: var(--_text-muted);
    font-size: 14px;
  }
  footer p + p {
    margin-block-start: 4px;
  }
  /* On a phone the story comes first and the arena after it. */
  .arena {
    order: 2;
  }
  header {
    order: 0;
  }
  .stories {
    order: 1;
  }
  .form {
    order: 3;
  }
  footer {
    order: 4;
  }
  @container (max-width: 359.9px) {
    .petition > *:not(.arena) {
      padding-inline: 16px;
    }
    h1 {
      font-size: 28px;
    }
  }
  @container (min-width: 480px) {
    .petition > *:not(.arena) {
      padding-inline: 32px;
    }
    h1 {
      font-size: 40px;
    }
    .form,
    .stories {
      max-inline-size: calc(36em + 64px);
      margin-inline: auto;
    }
  }
  @container (min-width: 840px) {
    .petition {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 400px;
      gap: 72px 56px;
      max-inline-size: none;
      padding-block: 72px 96px;
    }
    .petition > * {
      order: 0;
    }
    .petition > header,
    .petition > footer {
      grid-column: 1 / -1;
    }
    .petition > .arena {
      grid-column: 1 / -1;
    }
    header {
      grid-template-columns: minmax(0, 1fr) 320px;
      gap: 56px;
      align-items: end;
    }
    h1 {
      font-size: 52px;
      line-height: 1.06;
    }
    .demand {
      font-size: 20px;
    }
    .petition > .stories {
      padding-inline: 32px 0;
      max-inline-size: none;
      margin: 0;
    }
    .petition > .form {
      padding-inline: 0 32px;
      max-inline-size: none;
      margin: 0;
    }
    /* The form stays in view beside a long story, unless it is taller than the window. */
    petition-sign-form {
      position: sticky;
      inset-block-start: 24px;
    }
  }
  @container (min-width: 1200px) {
    .petition {
      grid-template-columns: minmax(32px, 1fr) minmax(0, 600px) 88px 432px minmax(32px, 1fr);
      column-gap: 0;
      row-gap: 88px;
    }
    .petition > header,
    .petition > footer {
      grid-column: 2 / 5;
      padding-inline: 0;
    }
    .petition > .stories {
      grid-column: 2;
      padding-inline: 0;
    }
    .petition > .form {
      grid-column: 4;
      padding-inline: 0;
    }
    header {
      grid-template-columns: minmax(0, 1fr) 350px;
      gap: 88px;
    }
    h1 {
      font-size: 60px;
    }
  }
`;
