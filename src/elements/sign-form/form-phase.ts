import { isAccepted, type CampaignState, type Signing } from '../../campaign/state.js';
import type { CampaignStatus } from '../../model/campaign.js';

/** What the element shows. In `form`, `seat-taken`, `not-sent` and `rejected` the form is there with what was typed, seen or not. */
export type FormPhase =
  | 'waiting'
  | 'unconnected'
  | 'failed'
  | 'closed'
  | 'form'
  | 'seat-taken'
  | 'not-sent'
  | 'rejected'
  | 'signed';

export interface PhaseFacts {
  /** `none`: the element stands alone; `expected`: a campaign is around it, but not there yet. */
  readonly campaign: 'none' | 'expected' | CampaignState['phase'];
  readonly status: CampaignStatus;
  /** Whether the page's author gave an endpoint that nothing is ever sent to. */
  readonly refused: boolean;
  readonly sending: boolean;
  /** The last end of a submission; while another one is under way, the one before it. */
  readonly signing: Signing;
  /** Whether this form sent it: what became of another form's answers is not for this one to say. */
  readonly own: boolean;
  /** Whether the signer went back from it to the answers. */
  readonly dismissed: boolean;
}

export function stageOf({
  campaign,
  status,
  refused,
  sending,
  signing,
  own,
  dismissed,
}: PhaseFacts): FormPhase {
  if (campaign === 'none') return 'form';
  if (isAccepted(signing)) return 'signed';
  if (campaign === 'expected' || campaign === 'loading') return 'waiting';
  if (refused && status === 'open' && !sending) return 'unconnected';
  if (campaign === 'failed') return 'failed';
  // A signature that is on its way is answered first.
  if (status !== 'open' && !sending) return 'closed';
  if (!own || dismissed) return 'form';
  switch (signing.outcome) {
    case 'seat-taken':
    case 'rejected':
      return signing.outcome;
    case 'unreachable':
    case 'rate-limited':
      return 'not-sent';
    case 'invalid':
      // Refused without a word about what: there is nothing to mark at a field.
      return signing.errors.length > 0 ? 'form' : 'rejected';
    default:
      return 'form';
  }
}
