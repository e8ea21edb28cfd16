import type { CampaignDocument } from '../../model/campaign.js';
import type { AcceptedSigning } from './session.js';

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

/** Opens the page after signing, unless the signer still has to keep a code or confirm. */
export function openNextPage(
  signing: AcceptedSigning,
  rule: CampaignDocument['afterSign'],
  base: string,
  warn: (message: string) => void,
): void {
  const next = nextPage(rule, base);
  if (rule?.action === 'redirect' && !next)
    warn(
      `afterSign.url: "${rule.url}" is not allowed, so the page does not open; write a full URL with https://`,
    );
  const hasCode = 'withdrawalCode' in signing && signing.withdrawalCode !== null;
  if (next && !hasCode && signing.outcome !== 'pending') location.assign(next);
}
