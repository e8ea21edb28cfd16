import type { EndpointConfig } from '../model/endpoint.js';
import { Campaign, type CampaignOptions } from './campaign.js';

const campaigns = new Map<string, Campaign>();

/** The page's one campaign for an endpoint and a petition, so that scattered elements share state and requests. `endpoint` absolute. */
export function sharedCampaign(
  endpoint: string | EndpointConfig,
  petition: string,
  options: CampaignOptions = {},
): Campaign {
  const place = typeof endpoint === 'string' ? endpoint.replace(/\/+$/, '') : JSON.stringify(endpoint);
  const key = `${place} ${petition}`;
  let campaign = campaigns.get(key);
  if (!campaign) campaigns.set(key, (campaign = new Campaign({ endpoint, petition }, options)));
  return campaign;
}
