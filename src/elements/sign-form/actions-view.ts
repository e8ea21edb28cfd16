import { html, nothing, type TemplateResult } from 'lit';
import type { Organiser } from '../../model/campaign.js';
import { seatIcon } from '../seat-icon.js';
import { sendingIcon } from './icons.js';
import type { Words } from './words.js';

export interface Actions {
  readonly words: Words;
  readonly label: string;
  /** Whether the press takes a seat. */
  readonly seat: boolean;
  readonly sending: boolean;
  /** What is said below the button while it takes its time; null before. */
  readonly progress: string | null;
  /** What is said below it otherwise. */
  readonly note: string;
  /** Goes to the seat picker, and back to the answers; null where that is no next step. */
  readonly toPicker: (() => void) | null;
  readonly toAnswers: (() => void) | null;
  /** Goes to the step before; null in the first, and while sending. */
  readonly toStep: (() => void) | null;
}

/** The one button that signs, and the quiet ways beside it. It is never disabled, so that it keeps the focus. */
export function actionsView(actions: Actions): TemplateResult {
  const { words, label, seat, sending, progress, note, toPicker, toAnswers, toStep } = actions;
  const isSlow = progress !== null;
  const below = progress ?? note;
  return html`<div class="actions">
    <button
      class=${isSlow ? 'act sending' : 'act'}
      type="submit"
      part="submit"
      aria-disabled=${sending ? 'true' : nothing}
    >
      ${isSlow ? sendingIcon : seat ? seatIcon : nothing}${isSlow ? words.t('form.sending') : label}
    </button>
    ${below ? html`<p class="hint">${below}</p>` : nothing}
    <div class="links" ?hidden=${!toPicker && !toAnswers && !toStep}>
      ${
        toStep
          ? html`<button class="link" type="button" part="back" @click=${toStep}>
              ${words.t('form.back')}
            </button>`
          : nothing
      }
      ${
        toPicker
          ? html`<button class="link" type="button" part="change" @click=${toPicker}>
              ${words.t('outcome.choose-in-arena')}
            </button>`
          : nothing
      }
      ${
        toAnswers
          ? html`<button class="link" type="button" @click=${toAnswers}>
              ${words.t('outcome.change-answers')}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** After a refusal that sending again would not change: back to the answers, or to the people who run the page. */
export function rejectedActionsView(
  words: Words,
  organisers: readonly Organiser[],
  toAnswers: () => void,
): TemplateResult {
  return html`<div class="actions">
    <button type="button" @click=${toAnswers}>${words.t('outcome.change-answers')}</button>
    ${organisers.map(({ name, url }) =>
      // In a new tab, since what was written stands on this page only.
      url
        ? html`<p>
            <a href=${url} target="_blank" rel="noopener noreferrer">${words.t('outcome.tell', { name })}</a>
          </p>`
        : nothing,
    )}
  </div>`;
}
