import { dayAt, endOfDay, startOfDay, type CampaignDocument } from 'grandstand/model';
import { note, problem, type Finding } from './finding.js';

type Days = Pick<CampaignDocument, 'state' | 'opens' | 'closes' | 'timeZone'>;

/** A moment as it is in the protocol, to the second: "2026-06-01T12:00:00Z". */
function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000', '');
}

/** What follows from days without a place, for the team; null where the document names the place, or has no days. */
export function missingTimeZone({ opens, closes, timeZone }: Days): string | null {
  if (timeZone || (!opens && !closes)) return null;
  const limits = [
    ...(opens ? [`opens "${opens}" is ${instant(startOfDay(opens, null))}`] : []),
    ...(closes ? [`closes "${closes}" ends at ${instant(endOfDay(closes, null))}`] : []),
  ];
  return `timeZone: is missing, so the days are those of the last place on earth (UTC-12; 0.1 counted them in UTC): ${limits.join(', ')}; name the place whose days they are, like "timeZone": "Europe/Minsk".`;
}

/** What the days mean before an endpoint that is described by data: it never opens or closes by itself. */
export function describedDays({ state, opens, closes, timeZone }: Days, now: Date): Finding[] {
  const today = dayAt(now.getTime(), timeZone);
  const findings: Finding[] = [];
  if (opens && state === 'open' && today < opens) {
    findings.push(
      problem(
        `opens: "${opens}" has not come, and people can sign: an endpoint that is described by data does not wait for it; set "state": "draft" until then`,
      ),
    );
  } else if (opens && state === 'draft') {
    findings.push(
      note(
        `opens: "${opens}" is words here: an endpoint that is described by data never opens by itself; set "state": "open" when the day begins`,
      ),
    );
  }
  if (closes && state === 'open') {
    findings.push(
      today > closes
        ? problem(
            `closes: "${closes}" is over, and people can still sign: an endpoint that is described by data never closes by itself; set "state": "closed"`,
          )
        : note(
            `closes: "${closes}" is words here: an endpoint that is described by data never closes by itself; set "state": "closed" when the day is over`,
          ),
    );
  }
  return findings;
}
