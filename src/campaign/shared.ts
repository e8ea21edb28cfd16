import { checkAddress } from '../model/address.js';
import { canonicalJson } from '../model/canonical.js';
import type { EndpointConfig } from '../model/endpoint.js';
import { Campaign, type CampaignOptions } from './campaign.js';

const campaigns = new Map<string, Campaign>();

/** The page's one campaign for an endpoint and a petition, so that scattered elements share state and requests. `endpoint` absolute. */
export function sharedCampaign(
  endpoint: string | EndpointConfig,
  petition: string,
  options: CampaignOptions = {},
): Campaign {
  const place = typeof endpoint === 'string' ? endpoint.replace(/\/+$/, '') : canonicalJson(endpoint);
  const key = `${place} ${petition}`;
  let campaign = campaigns.get(key);
  if (!campaign) campaigns.set(key, (campaign = new Campaign({ endpoint, petition }, options)));
  return campaign;
}

/** An address in an attribute, resolved against the page's own URL, never against `<base>`. A bad one stays: the campaign refuses it. */
export function absolute(text: string): string {
  return checkAddress(text, { base: location.href, pageOrigin: location.origin }).url ?? text;
}
