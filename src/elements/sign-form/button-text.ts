import type { Signing } from '../../campaign/state.js';
import type { MessageKey } from '../../i18n/keys.js';
import type { MessageValues } from '../../i18n/translate.js';
import type { SeatDescription } from '../../venue/describe.js';
import type { FormPhase } from './form-phase.js';

/** The label of the button that signs. Pure. */

export interface Choice {
  readonly phase: FormPhase;
  /** Last result of a submission. */
  readonly end: Signing;
  /** The seats offered in place of a lost one, and the one of them that the button takes. */
  readonly offered: readonly SeatDescription[];
  readonly chosen: number | null;
  readonly hasSeat: boolean;
  /** The lost seat. */
  readonly lost: SeatDescription | null;
  readonly hasVenue: boolean;
}

export function buttonText(choice: Choice): [key: MessageKey, values?: MessageValues] {
  const { phase, end, offered, hasSeat, hasVenue } = choice;
  if (phase === 'not-sent')
    return [end.outcome === 'unreachable' && end.unsure ? 'outcome.send-again' : 'outcome.try-again'];
  const chosen = offered.find((place) => place.seat === choice.chosen);
  if (chosen) {
    const { row, number } = chosen;
    // The same number in another row is another seat, and must not look like the lost one.
    const isClear =
      offered.every((other) => other === chosen || other.number !== number) && number !== choice.lost?.number;
    return [isClear ? 'outcome.take-seat' : 'outcome.take-seat-in-row', { row, number: String(number) }];
  }
  if (hasSeat) return ['form.sign-seat'];
  return [hasVenue ? 'form.sign-standing' : 'form.sign'];
}
