import type { CampaignDocument, CampaignStatus, Day } from './campaign.js';

/** How many days before its last one a campaign is about to close. */
const SOON_DAYS = 7;
const DAY_MS = 86_400_000;

type Life = Pick<CampaignDocument, 'state' | 'opens' | 'closes'>;

/** The day of a moment, in UTC, in which a campaign's days are counted. `ms`: milliseconds since 1970. */
export function dayAt(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

/**
 * What a campaign is on a day: the document's `state`, but `draft` before the day it opens and `closed` after the day it
 * closes. Only an open campaign has days: one that is delivered or won stays so after it closed.
 */
export function statusOn({ state, opens, closes }: Life, day: Day): CampaignStatus {
  if (state !== 'open' || !day) return state;
  // Days in ISO 8601 sort as text.
  if (opens && day < opens) return 'draft';
  if (closes && day > closes) return 'closed';
  return 'open';
}

/** Whether the last day of an open campaign is at most a week away. */
export function closesSoon({ closes }: Pick<Life, 'closes'>, day: Day): boolean {
  if (!closes || !day || day > closes) return false;
  return Date.parse(closes) - Date.parse(day) <= SOON_DAYS * DAY_MS;
}
