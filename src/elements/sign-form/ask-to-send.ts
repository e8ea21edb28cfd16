import type { Campaign } from '../../campaign/campaign.js';
import { PetitionSeatSelectEvent, PetitionSubmitEvent } from '../../events.js';
import type { SessionEffect, SessionEvent } from './reduce-session.js';

export type Submission = Extract<SessionEffect, { type: 'send' }>;

/** Asks the page, then the campaign, to take an offered seat if one is chosen, and to send the answers. The page may cancel either. */
export function askToSend(
  element: HTMLElement,
  campaign: Campaign | null,
  petition: string,
  { answers, place, anyway }: Submission,
  send: (event: SessionEvent) => void,
): void {
  if (place) {
    const { seat, code } = place;
    if (!campaign || !element.dispatchEvent(new PetitionSeatSelectEvent({ petition, seat, code }))) return;
    void campaign.request({ type: 'seat-select', seat, isChosen: true });
    if (campaign.state.seat?.seat !== seat) return send({ type: 'place-gone', seat });
  }
  if (!element.dispatchEvent(new PetitionSubmitEvent({ petition })) || !campaign) return;
  send({ type: 'sent' });
  void campaign.request({ type: 'submit', anyway }, answers, element).then((stored) => {
    if (stored && stored !== answers) send({ type: 'stored', answers: stored });
  });
}
