import { html, nothing, type TemplateResult } from 'lit';
import type { Organiser } from '../../model/campaign.js';
import { seatIcon } from '../base/seat-icon.js';
import { sendingIcon } from './icons.js';
import type { Translator } from '../base/translator.js';

/** Texts shown while a submission takes its time. */
export interface Progress {
  /** Label of the button. */
  readonly label: string;
  /** Text below the button. */
  readonly text: string;
}

export interface Actions {
  readonly words: Translator;
  readonly label: string;
  /** True when signing also takes a seat. */
  readonly seat: boolean;
  readonly sending: boolean;
  /** Null unless a submission takes its time. */
  readonly progress: Progress | null;
  /** Text below the button at all other times. */
  readonly note: string;
  /** Goes to the seat picker, which is the next step before signing; null where there is no seat to choose. */
  readonly toChoice: (() => void) | null;
  /** Goes to the seat picker beside the way back to the answers; null where that is not a next step. */
  readonly toPicker: (() => void) | null;
  readonly toAnswers: (() => void) | null;
  /** Goes to the previous step; null in the first, and while sending. */
  readonly toStep: (() => void) | null;
}

/**
 * Renders the one button that signs, and the secondary actions beside it. It is never disabled, so that it keeps the
 * focus. Where a seat is still to be chosen, that is the next step, and signing without one is the secondary action.
 */
export function actionsView(actions: Actions): TemplateResult {
  const { words, label, seat, sending, progress, note, toChoice, toPicker, toAnswers, toStep } = actions;
  const below = progress?.text ?? note;
  return html`<div class="actions">
    ${
      toChoice
        ? html`<button class="act" type="button" part="choose" @click=${toChoice}>
            ${seatIcon}${words.t('deck.choose-seat')}
          </button>`
        : nothing
    }
    <button
      class=${progress ? 'act sending' : toChoice ? 'link' : 'act'}
      type="submit"
      part="submit"
      aria-disabled=${sending ? 'true' : nothing}
    >
      ${progress ? sendingIcon : seat ? seatIcon : nothing}${progress?.label ?? label}
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

/** Renders the actions after a refusal that sending again would not change: back to the answers, or contact the people who run the page. */
export function rejectedActionsView(
  words: Translator,
  organisers: readonly Organiser[],
  toAnswers: () => void,
): TemplateResult {
  return html`<div class="actions">
    <button type="button" @click=${toAnswers}>${words.t('outcome.change-answers')}</button>
    ${organisers.map(({ name, url }) =>
      // In a new tab, since the answers exist on this page only.
      url
        ? html`<p>
            <a href=${url} target="_blank" rel="noopener noreferrer">${words.t('outcome.tell', { name })}</a>
          </p>`
        : nothing,
    )}
  </div>`;
}
