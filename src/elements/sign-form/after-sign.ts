import type { CampaignDocument } from '../../model/campaign.js';

/**
 * The page a signer goes on to after signing, or null where they stay. Only an address of the web that others cannot
 * read along (https, or a server of this very machine): a document from elsewhere must not send people to a script.
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
