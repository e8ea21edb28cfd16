import { Campaign, type CampaignOptions } from './campaign.js';

const campaigns = new Map<string, Campaign>();

/** The page's one campaign for an endpoint and a petition, so that scattered elements share state and requests. `endpoint` absolute. */
export function sharedCampaign(endpoint: string, petition: string, options: CampaignOptions = {}): Campaign {
  const key = `${endpoint.replace(/\/+$/, '')} ${petition}`;
  let campaign = campaigns.get(key);
  if (!campaign) campaigns.set(key, (campaign = new Campaign({ endpoint, petition }, options)));
  return campaign;
}
