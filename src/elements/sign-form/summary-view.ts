import { html, nothing } from 'lit';
import type { ShownProblem } from './error-text.js';
import type { Translator } from '../base/translator.js';

/** Renders all errors in one place, each with a link to its field. */
export function summaryView(
  words: Translator,
  problems: readonly ShownProblem[],
  goTo: (control: string) => void,
): unknown {
  const count = problems.length;
  if (count === 0) return nothing;
  return html`<div
    class="summary"
    part="summary"
    id="summary"
    role="group"
    aria-label=${count === 2 ? words.t('form.errors-two') : words.t('form.errors', { count })}
    tabindex="-1"
  >
    <p class="strong">${words.t('form.problem')}</p>
    <ul>
      ${problems.map(({ control, entry }) => {
        if (!control) return html`<li><span>${entry}</span></li>`;
        return html`<li>
          <button type="button" class="link" @click=${() => goTo(control)}>${entry}</button>
        </li>`;
      })}
    </ul>
  </div>`;
}
