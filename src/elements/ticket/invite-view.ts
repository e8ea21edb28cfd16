import { html, nothing, type TemplateResult } from 'lit';
import { seatIcon } from '../base/seat-icon.js';
import { seatSentence } from '../base/seat-sentence.js';
import type { Translator } from '../base/translator.js';
import type { NextSeat } from './facts.js';

/** The invitation to the seat beside: not asked for, its link shown, the link copied, or selected for copying by hand. */
export type InvitationState = 'closed' | 'open' | 'copied' | 'selected';

/** Renders the invitation. The explanation of what the link reveals belongs to the button, and precedes the link. */
export function inviteView(
  translator: Translator,
  { place }: NextSeat,
  link: string,
  state: InvitationState,
  { invite, copy }: { invite: () => unknown; copy: () => unknown },
): TemplateResult {
  const { t } = translator;
  const hint = html`<p class="hint" id="invite-hint">${t('ticket.invite-hint')}</p>`;
  return html`<div class="invitation" part="invitation">
    ${
      state === 'closed'
        ? html`<button
              class="act"
              type="button"
              part="invite"
              aria-describedby="invite-hint"
              @click=${invite}
            >
              ${seatIcon}${t('ticket.invite', { number: String(place.number) })}
            </button>
            ${hint}`
        : html`${hint}
            <div class="address" part="link">
              <label for="link">${t('ticket.invite-link', { seat: seatSentence(translator, place) })}</label>
              <input
                id="link"
                type="text"
                readonly
                dir="ltr"
                translate="no"
                aria-describedby="invite-hint"
                .value=${link}
                @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
              />
            </div>
            <button class="act" type="button" part="copy" @click=${copy}>
              ${t(state === 'copied' ? 'share.copied' : 'share.copy')}
            </button>
            ${state === 'selected' ? html`<p class="hint">${t('share.copy-by-hand')}</p>` : nothing}`
    }
  </div>`;
}
