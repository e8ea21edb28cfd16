import { html, nothing, type TemplateResult } from 'lit';
import type { Fallback } from '../../model/endpoint.js';
import { copyFrom } from '../actions/copy.js';
import { mailAddress, writeAnswers, type FallbackText } from './fallback.js';
import type { AskingModel } from './form-model.js';
import { seatSentence } from '../base/seat-sentence.js';

/** Id of the field with the text to copy. */
const FIELD_ID = 'own-way';

/**
 * Renders a way to sign without this page: the answers as a text to copy or to email. The email is composed on the
 * press: the page contains no URL with answers.
 */
export function fallbackView(
  { words, document: petition, answers, slice, session, on }: AskingModel,
  { copy: mayCopy, email }: Fallback,
  list: FallbackText['answers'],
): TemplateResult {
  const title = words.text(petition?.title);
  const text = writeAnswers({
    title,
    answers: list,
    consents: answers.consents.filter(({ given }) => given).map((consent) => consent.text),
    seat: slice.seat ? seatSentence(words, slice.seat) : '',
  });
  const copy = async (event: Event): Promise<void> => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    const state = await copyFrom(root.getElementById(FIELD_ID) as HTMLTextAreaElement);
    on.send({ type: 'copied', state, what: 'fallback' });
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
        mayCopy
          ? html`<button type="button" @click=${copy}>
              ${words.t(session.copied === 'copied' ? 'fallback.copied' : 'fallback.copy')}
            </button>`
          : nothing
      }
      ${email ? html`<button type="button" @click=${(event: Event) => mail(event, email)}>${words.t('fallback.email')}</button>` : nothing}
    </div>
    ${session.copied === 'selected' ? html`<p class="hint">${words.t('fallback.copy-by-hand')}</p>` : nothing}
  </div>`;
}
