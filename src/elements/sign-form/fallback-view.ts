import { html, nothing, type TemplateResult } from 'lit';
import type { Fallback } from '../../model/endpoint.js';
import type { Words } from './words.js';

export interface FallbackView {
  readonly words: Words;
  readonly fallback: Fallback;
  readonly text: string;
  readonly state: 'no' | 'copied' | 'selected';
  copy(): void;
  mail(): void;
}

/** Id of the field that holds the text to copy. */
export const FALLBACK_ID = 'own-way';

/** What a signer may do without this page. The e-mail is written on the press: no address that holds answers stands in the page. */
export function fallbackView({ words, fallback, text, state, copy, mail }: FallbackView): TemplateResult {
  return html`<div class="code" part="fallback">
    <label class="hint" for=${FALLBACK_ID}>${words.t('fallback.hint')}</label>
    <textarea
      id=${FALLBACK_ID}
      readonly
      rows="4"
      dir="auto"
      translate="no"
      spellcheck="false"
      autocomplete="off"
      .value=${text}
    ></textarea>
    <div class="actions">
      ${
        fallback.copy
          ? html`<button type="button" @click=${copy}>
              ${words.t(state === 'copied' ? 'fallback.copied' : 'fallback.copy')}
            </button>`
          : nothing
      }
      ${fallback.email ? html`<button type="button" @click=${mail}>${words.t('fallback.email')}</button>` : nothing}
    </div>
    ${state === 'selected' ? html`<p class="hint">${words.t('fallback.copy-by-hand')}</p>` : nothing}
  </div>`;
}
