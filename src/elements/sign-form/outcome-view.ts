import { html, type TemplateResult } from 'lit';

/** Renders the answers as a list to read: the fields themselves are hidden, and keep them. */
export function answersView(answers: readonly (readonly [label: string, value: string])[]): TemplateResult {
  return html`<dl class="answers" part="answers">
    ${answers.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd><bdi>${value}</bdi></dd>`,
    )}
  </dl>`;
}
