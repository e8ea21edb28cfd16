import type { SeatNotice, Signing } from '../../campaign/state.js';
import type { MessageKey } from '../../i18n/keys.js';
import type { MessageValues } from '../../i18n/translate.js';
import type { SeatDescription } from '../../venue/describe.js';
import type { Venue } from '../../venue/venue.js';
import { seatNumberIn, rowAt } from './rows.js';
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
  readonly venue: Venue | null;
  readonly notice: SeatNotice | null;
  readonly hasVenue: boolean;
}

export function buttonText(choice: Choice): [key: MessageKey, values?: MessageValues] {
  const { phase, end, offered, hasSeat, hasVenue } = choice;
  if (phase === 'not-sent')
    return [end.outcome === 'unreachable' && end.unsure ? 'outcome.send-again' : 'outcome.try-again'];
  const chosen = offered.find((place) => place.seat === choice.chosen);
  if (chosen) {
    const { row, number } = chosen;
    const isClear =
      offered.every((other) => other === chosen || other.number !== number) && number !== lostNumber(choice);
    return [isClear ? 'outcome.take-seat' : 'outcome.take-seat-in-row', { row, number: String(number) }];
  }
  if (hasSeat) return ['form.sign-seat'];
  return [hasVenue ? 'form.sign-standing' : 'form.sign'];
}

/** Returns the number of the lost seat: the same number in another row is another seat, and must not look like it. */
function lostNumber({ phase, end, notice, venue }: Choice): number | string | null {
  if (phase === 'form') return notice?.lost.number ?? null;
  if (end.outcome !== 'seat-taken') return null;
  const row = venue?.rows[rowAt(venue, end.seat)];
  return row ? seatNumberIn(row, end.seat) : null;
}
