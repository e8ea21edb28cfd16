import { html, type TemplateResult } from 'lit';

/** Renders a heading of level 1 to 6; any other number is a 2. Focusable by script only. */
export function heading(level: number, content: unknown): TemplateResult {
  switch (level) {
    case 1:
      return html`<h1 id="name" part="name" tabindex="-1"><bdi>${content}</bdi></h1>`;
    case 3:
      return html`<h3 id="name" part="name" tabindex="-1"><bdi>${content}</bdi></h3>`;
    case 4:
      return html`<h4 id="name" part="name" tabindex="-1"><bdi>${content}</bdi></h4>`;
    case 5:
      return html`<h5 id="name" part="name" tabindex="-1"><bdi>${content}</bdi></h5>`;
    case 6:
      return html`<h6 id="name" part="name" tabindex="-1"><bdi>${content}</bdi></h6>`;
    default:
      return html`<h2 id="name" part="name" tabindex="-1"><bdi>${content}</bdi></h2>`;
  }
}
