import {
  areClaimed,
  hasSeatsToChoose,
  isAccepted,
  statusOf,
  type CampaignState,
} from '../../campaign/state.js';

/** Selects the state of the default layout. */
export const selectCampaignSlice = (
  campaign: CampaignState,
): Pick<CampaignState, 'phase' | 'document' | 'locale' | 'seat'> & {
  counts: boolean;
  isSigned: boolean;
  maySign: boolean;
  hasSeats: boolean;
  isClaimed: boolean;
  /** True if the signer had signed before: there is no ticket to reserve height for. */
  isDuplicate: boolean;
} => ({
  phase: campaign.phase,
  document: campaign.document,
  locale: campaign.locale,
  seat: campaign.seat,
  counts: campaign.declared?.counts ?? true,
  isSigned: isAccepted(campaign.signing),
  maySign: statusOf(campaign) === 'open' && !campaign.endpointRefused && !isAccepted(campaign.signing),
  hasSeats: hasSeatsToChoose(campaign),
  isClaimed: areClaimed(campaign),
  isDuplicate: campaign.signing.outcome === 'duplicate',
});
