import type { CampaignDocument, CampaignStatus } from 'grandstand/model';

/**
 * What a petition is at this moment: the document's `state`, but `draft` before the day it opens and `closed`
 * after the day it closes. Days are whole days in UTC. Only an open petition has days: one that is delivered or
 * won stays so after it closed.
 */
export function statusAt(
  document: Pick<CampaignDocument, 'state' | 'opens' | 'closes'>,
  now: Date,
): CampaignStatus {
  if (document.state !== 'open') return document.state;
  // Days in ISO 8601 sort as text.
  const today = now.toISOString().slice(0, 10);
  if (document.opens && today < document.opens) return 'draft';
  if (document.closes && today > document.closes) return 'closed';
  return 'open';
}
