import type { CampaignDocument } from '../../model/campaign.js';

/**
 * Returns the page to open after signing, or null where the signer stays. Only a web address whose traffic nobody else
 * can read (https, or a server on this machine): a document from elsewhere must not send people to a script.
 */
export function nextPage(rule: CampaignDocument['afterSign'], base: string): string | null {
  if (rule?.action !== 'redirect') return null;
  try {
    const { href, protocol, hostname } = new URL(rule.url, base || undefined);
    const isOwn = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
    return protocol === 'https:' || (protocol === 'http:' && isOwn) ? href : null;
  } catch {
    return null;
  }
}
