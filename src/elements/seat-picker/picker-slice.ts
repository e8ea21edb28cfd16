import { areClaimed, areSeatsKnown, areSeatsMissing, type CampaignState } from '../../campaign/state.js';
import { isSeat } from '../../venue/layout.js';
import type { Venue } from '../../venue/venue.js';
import type { LostSeat } from './choice.js';

/** The slice of the campaign's state that the picker is drawn from. */
export type PickerSlice = Pick<
  CampaignState,
  | 'phase'
  | 'document'
  | 'base'
  | 'locale'
  | 'venue'
  | 'kept'
  | 'taken'
  | 'problems'
  | 'seat'
  | 'choices'
  | 'notice'
  | 'signing'
> & {
  readonly claimed: boolean;
  /** Signatures without a seat. */
  readonly standing: number;
  /** True when a seat that is not taken is free. */
  readonly known: boolean;
  /** True when the taken seats are not known, and the next reading is not about to report them. */
  readonly missing: boolean;
  /** True while the endpoint publishes neither count nor seats. */
  readonly isUnpublished: boolean;
};

export const selectPickerSlice = (state: CampaignState): PickerSlice => {
  const { phase, document, base, locale, venue, kept, taken, problems } = state;
  const { seat, choices, notice, signing, count } = state;
  return {
    phase,
    document,
    base,
    locale,
    venue,
    kept,
    taken,
    problems,
    seat,
    choices,
    notice,
    signing,
    claimed: areClaimed(state),
    standing: count?.seats?.standing ?? 0,
    known: areSeatsKnown(state),
    missing: areSeatsMissing(state),
    isUnpublished: count?.signatures === null,
  };
};

/** Returns the loss of the chosen seat that a state reports. `isAnnounced`: somebody else announces it, with more seats nearby. */
export function reportedLoss(
  { notice, signing }: Pick<PickerSlice, 'notice' | 'signing'>,
  venue: Venue,
  isAnnounced: () => boolean,
): LostSeat | null {
  const near = notice?.near ?? (signing.outcome === 'seat-taken' ? signing.places : null);
  return (
    near && {
      source: notice ?? signing,
      place: notice && !isAnnounced() ? notice.lost : null,
      near: near.find(({ seat }) => isSeat(venue, seat))?.seat ?? null,
    }
  );
}
