import { html, nothing, type TemplateResult } from 'lit';
import type { Fallback } from '../../model/endpoint.js';
import type { SeatDescription } from '../../venue/describe.js';
import { copyFrom } from '../actions/copy.js';
import { mailAddress, writeAnswers } from './fallback.js';
import type { Translator } from '../base/translator.js';
import { seatSentence } from '../base/seat-sentence.js';

/** Id of the field with the text to copy. */
const FIELD_ID = 'own-way';

export interface FallbackContext {
  readonly words: Translator;
  readonly fallback: Fallback;
  /** Title of the petition. */
  readonly title: string;
  readonly answers: readonly (readonly [label: string, value: string])[];
  /** The sentences of the given consents. */
  readonly consents: readonly string[];
  readonly seat: SeatDescription | null;
  readonly state: 'no' | 'copied' | 'selected';
  /** Called after a press on the copy button. */
  copied(state: 'copied' | 'selected'): void;
}

/**
 * Renders a way to sign without this page: the answers as a text to copy or to email. The email is composed on the
 * press: the page contains no URL with answers.
 */
export function fallbackView(way: FallbackContext): TemplateResult {
  const { words, fallback, title, answers, consents, seat, state } = way;
  const { email } = fallback;
  const text = writeAnswers({
    title,
    answers,
    consents,
    seat: seat ? seatSentence(words, seat) : '',
  });
  const copy = async (event: Event): Promise<void> => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    way.copied(await copyFrom(root.getElementById(FIELD_ID) as HTMLTextAreaElement));
  };
  /** Opens the mail program; a text that is too long for its URL is copied instead, to be pasted. */
  const mail = async (event: Event, email: string): Promise<void> => {
    const paste = words.t('fallback.paste');
    const link = document.createElement('a');
    link.href = mailAddress(email, words.t('fallback.subject', { title }), text, paste);
    link.click();
    if (link.href.endsWith(encodeURIComponent(paste))) await copy(event);
  };
  return html`<div class="code own" part="fallback">
    <label class="hint" for=${FIELD_ID}>${words.t('fallback.hint')}</label>
    <textarea
      id=${FIELD_ID}
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
      ${email ? html`<button type="button" @click=${(event: Event) => mail(event, email)}>${words.t('fallback.email')}</button>` : nothing}
    </div>
    ${state === 'selected' ? html`<p class="hint">${words.t('fallback.copy-by-hand')}</p>` : nothing}
  </div>`;
}
