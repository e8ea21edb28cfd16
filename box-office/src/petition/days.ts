import {
  dayAt,
  endOfDay,
  startOfDay,
  statusOn,
  type CampaignDocument,
  type CampaignStatus,
} from 'grandstand/model';

/** Days of a campaign, and what decides them. */
export type CampaignDays = Pick<CampaignDocument, 'state' | 'opens' | 'closes' | 'timeZone'>;

/** Status of a petition at a moment, by the days of its document in their time zone. */
export function statusAt(document: CampaignDays, now: Date): CampaignStatus {
  return statusOn(document, dayAt(now.getTime(), document.timeZone));
}

/** Formats a moment as the protocol does, to the second: "2026-06-01T12:00:00Z". */
function formatInstant(ms: number): string {
  return new Date(ms).toISOString().replace('.000', '');
}

/** Warning about days without a time zone; null where the document names one, or has no days. */
export function timeZoneWarning({ opens, closes, timeZone }: CampaignDays): string | null {
  if (timeZone || (!opens && !closes)) return null;
  const limits = [
    ...(opens ? [`opens "${opens}" is ${formatInstant(startOfDay(opens, null))}`] : []),
    ...(closes ? [`closes "${closes}" ends at ${formatInstant(endOfDay(closes, null))}`] : []),
  ];
  return `timeZone: is missing, so the days are those of the last place on earth (UTC-12; 0.1 counted them in UTC): ${limits.join(', ')}; name the place whose days they are, like "timeZone": "Europe/Minsk".`;
}
