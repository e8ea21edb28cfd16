import { html, type TemplateResult } from 'lit';

/** What was written, as a list to read: the fields themselves are out of view, and keep it. */
export function answersView(answers: readonly (readonly [label: string, value: string])[]): TemplateResult {
  return html`<dl class="answers" part="answers">
    ${answers.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd><bdi>${value}</bdi></dd>`,
    )}
  </dl>`;
}
