import { dayAt } from 'grandstand/model';
import type { CampaignDays } from '../petition/days.js';
import { note, problem, type CheckResult } from './check-result.js';

/** Checks days against the state: an endpoint that is described by data never opens or closes by itself. */
export function checkDays({ state, opens, closes, timeZone }: CampaignDays, now: Date): CheckResult[] {
  const today = dayAt(now.getTime(), timeZone);
  const results: CheckResult[] = [];
  if (opens && state === 'open' && today < opens) {
    results.push(
      problem(
        `opens: "${opens}" has not come, and people can sign: an endpoint that is described by data does not wait for it; set "state": "draft" until then`,
      ),
    );
  } else if (opens && state === 'draft') {
    results.push(
      note(
        `opens: "${opens}" is words here: an endpoint that is described by data never opens by itself; set "state": "open" when the day begins`,
      ),
    );
  }
  if (closes && state === 'open') {
    results.push(
      today > closes
        ? problem(
            `closes: "${closes}" is over, and people can still sign: an endpoint that is described by data never closes by itself; set "state": "closed"`,
          )
        : note(
            `closes: "${closes}" is words here: an endpoint that is described by data never closes by itself; set "state": "closed" when the day is over`,
          ),
    );
  }
  return results;
}
