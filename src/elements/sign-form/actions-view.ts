import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../i18n/keys.js';
import { seatIcon } from '../base/seat-icon.js';
import { buttonText } from './button-text.js';
import type { FormModel } from './form-model.js';
import { sendingIcon } from './icons.js';
import { lostSeat, progressOf, resultIn } from './session.js';

/** Renders what may be pressed at the end of the form. */
export function actionsView(model: FormModel): TemplateResult {
  const { words, document, possible, on } = model;
  const toAnswers = (): void => on.send({ type: 'answers-chosen' });
  switch (possible.submit) {
    case 'sign':
      return signView(model, toAnswers);
    case 'continue':
      return html`<div class="actions">
        <button class="act" type="submit" part="continue" @click=${on.click}>
          ${words.t('form.continue')}
        </button>
      </div>`;
    case 'none':
      // Sending again would not change the refusal: back to the answers, or contact the people who run the page.
      return html`<div class="actions">
        <button type="button" @click=${toAnswers}>${words.t('outcome.change-answers')}</button>
        ${document?.organisers.map(({ name, url }) =>
          // In a new tab, since the answers exist on this page only.
          url
            ? html`<p>
                <a href=${url} target="_blank" rel="noopener noreferrer"
                  >${words.t('outcome.tell', { name })}</a
                >
              </p>`
            : nothing,
        )}
      </div>`;
  }
}

/**
 * Renders the one button that signs, and the secondary actions beside it. It is never disabled, so that it keeps the
 * focus. Where a seat is still to be chosen, that is the next step, and signing without one is the secondary action.
 */
function signView(model: FormModel, toAnswers: () => void): TemplateResult {
  const { slice, session, words, document, phase, isSending, possible, offered, chosen, on } = model;
  const hasSeat = slice.seat !== null;
  const isSlow = session.sending === 'slow';
  const [progress, wait] = progressOf(session.signing);
  const label = buttonText({
    phase,
    end: resultIn(session),
    offered,
    chosen,
    hasSeat,
    lost: lostSeat(session),
    hasVenue: !!document?.venue,
  });
  const below = isSlow ? words.t(...wait) : phase === 'form' ? noteOf(model) : '';
  const toPicker = phase === 'seat-taken' && possible.change && !slice.full;
  const link = (text: MessageKey, press: () => void, part?: string): TemplateResult =>
    html`<button class="link" type="button" part=${part ?? nothing} @click=${press}>
      ${words.t(text)}
    </button>`;
  const toStep = (): void => on.send({ type: 'step-chosen', step: session.step - 1 });
  return html`<div class="actions">
    ${
      possible.chooseFirst
        ? html`<button class="act" type="button" part="choose" @click=${on.toPicker}>
            ${seatIcon}${words.t('deck.choose-seat')}
          </button>`
        : nothing
    }
    <button
      class=${isSlow ? 'act sending' : possible.chooseFirst ? 'link' : 'act'}
      type="submit"
      part="submit"
      @click=${on.click}
      aria-disabled=${isSending ? 'true' : nothing}
    >
      ${isSlow ? sendingIcon : hasSeat || offered.length > 0 ? seatIcon : nothing}${words.t(...(isSlow ? progress : label))}
    </button>
    ${below ? html`<p class="hint">${below}</p>` : nothing}
    <div class="links" ?hidden=${!toPicker && !possible.toAnswers && !possible.stepBack}>
      ${possible.stepBack ? link('form.back', toStep, 'back') : nothing}
      ${toPicker ? link('outcome.choose-in-arena', on.toPicker, 'change') : nothing}
      ${possible.toAnswers ? link('outcome.change-answers', toAnswers) : nothing}
    </div>
  </div>`;
}

/** Returns what the button does, and how to withdraw: not on plain http, where no code can be made, and not with services that give none. */
function noteOf({ slice, document, words }: FormModel): string {
  if (!document) return '';
  const subtle = slice.declared ? undefined : (globalThis.crypto.subtle as SubtleCrypto | undefined);
  return [document.venue && words.t('form.privacy-note'), subtle && words.t('form.withdraw-note')]
    .filter(Boolean)
    .join(' ');
}
