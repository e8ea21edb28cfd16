import type { Signing } from '../../campaign/state.js';
import type { MessageKey } from '../../i18n/keys.js';

/** Messages for a submission that did not end in a signature: what happened, what is kept, what to do. */
export interface OutcomeText {
  readonly title: MessageKey;
  readonly text: MessageKey;
}

/** Refusals with a message of their own; the others concern the people who run the page. */
const REJECTED: ReadonlyMap<string, MessageKey> = new Map(
  (['not-open', 'too-large', 'no-endpoint', 'sealed-unsupported'] as const).map((code) => [
    code,
    `outcome.${code}`,
  ]),
);

/** `offered`: number of seats to choose from instead; `full`: no seat is left in the venue; `keptFor`: true if the seat is kept for a named person. */
export function outcomeText(
  signing: Signing,
  { offered, full, keptFor }: { offered: number; full: boolean; keptFor: boolean },
): OutcomeText {
  switch (signing.outcome) {
    case 'seat-taken': {
      if (signing.perhapsOwn)
        return {
          title: 'outcome.seat-perhaps-own',
          text: signing.unsure ? 'outcome.seat-perhaps-own-unsure' : 'outcome.seat-perhaps-own-hint',
        };
      const kept = signing.kept && keptFor;
      return {
        title: kept ? 'outcome.seat-kept' : 'outcome.seat-taken',
        text: kept && offered > 0 ? 'outcome.seat-kept-hint' : seatTakenHint(offered, full),
      };
    }
    case 'rate-limited':
      return { title: 'outcome.not-sent', text: 'outcome.busy' };
    case 'unreachable':
      if (isUnsure(signing)) return { title: 'outcome.unsure', text: 'outcome.unsure-hint' };
      return {
        title: 'outcome.not-sent',
        text: signing.reason === 'offline' ? 'outcome.offline' : 'outcome.unreachable',
      };
    case 'rejected':
      return { title: 'outcome.rejected', text: REJECTED.get(signing.code) ?? 'outcome.rejected-hint' };
    default:
      return { title: 'outcome.rejected', text: 'outcome.rejected-hint' };
  }
}

/** Returns the message for a lost seat. `offered`: number of seats to choose from instead. */
export function seatTakenHint(offered: number, full: boolean): MessageKey {
  if (offered > 0) return 'outcome.seat-taken-hint';
  return full ? 'outcome.seat-taken-full' : 'outcome.seat-taken-elsewhere';
}

/** True if the signature may have been received, and sending it again would count it twice. */
export function isUnsure(signing: Signing): boolean {
  return signing.outcome === 'unreachable' && signing.unsure === true;
}
