import { isAccepted, type CampaignState, type Signing } from '../../campaign/state.js';
import type { CampaignStatus } from '../../model/campaign.js';

/** The view of the element. In `form`, `seat-taken`, `not-sent` and `rejected` the form is rendered with its answers, visible or not. */
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
  /** `none`: the element has no campaign; `expected`: a campaign surrounds it, but has not loaded yet. */
  readonly campaign: 'none' | 'expected' | CampaignState['phase'];
  readonly status: CampaignStatus;
  /** True when the page's author gave an endpoint that no request is ever sent to. */
  readonly refused: boolean;
  readonly sending: boolean;
  /** Last result of a submission; while another one is in progress, the one before it. */
  readonly signing: Signing;
  /** True if this form sent it: another form's result is not shown here. */
  readonly own: boolean;
  /** True if the signer went back from it to the answers. */
  readonly dismissed: boolean;
}

export function phaseOf({
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
  // A signature in progress gets its answer first.
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
      // Refused without naming a problem: there is nothing to mark at a field.
      return signing.errors.length > 0 ? 'form' : 'rejected';
    default:
      return 'form';
  }
}
