import { dayAt, statusOn, type CampaignDocument, type CampaignStatus } from 'grandstand/model';

/** What a petition is at this moment, by the days of its document in their time zone. */
export function statusAt(
  document: Pick<CampaignDocument, 'state' | 'opens' | 'closes' | 'timeZone'>,
  now: Date,
): CampaignStatus {
  return statusOn(document, dayAt(now.getTime(), document.timeZone));
}
