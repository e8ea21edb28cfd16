import { collatorFor, countryNamer, formatDate, hasHalfDays } from './intl.js';

/** Days, moments and countries in words. */

/**
 * A day of the document in words, exactly as far as it is known: "21 June 2014", "May 2014", "2014". Always by the
 * Gregorian calendar, in which the document is written: a bare year has no other. What is no day comes back as it is.
 */
export function formatDay(day: string, locale: string): string {
  const date = new Date(day);
  // 30 February would be 2 March.
  if (!/^\d{4}(-\d\d){0,2}$/.test(day) || !Number(date) || !date.toISOString().startsWith(day)) return day;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', calendar: 'gregory', timeZone: 'UTC' };
  if (day.length > 4) options.month = 'long';
  if (day.length > 7) options.day = 'numeric';
  try {
    return formatDate(date, locale, options);
  } catch {
    // A locale that Intl does not take must not take the date away.
    return day;
  }
}

/** Days that have words of their own. */
export type NearDay = 'today' | 'yesterday';

const DAY_MS = 86_400_000;

/**
 * A moment in words: as `near` says it when it was today or yesterday, else "14 May at 18:40", in another year "14 May
 * 2014 at 18:40". A moment after `now` comes from a device with a wrong clock: its date is written out, which is true
 * whatever that clock says. `timeZone`: the device's own where it is not given.
 */
export function formatMoment(
  iso: string,
  locale: string,
  now: number,
  near: (day: NearDay, time: string) => string,
  timeZone?: string,
): string {
  const moment = new Date(iso);
  // Swedish writes days as ISO 8601 does. Counted as days of the calendar, since some have 23 hours, or 25.
  const days = new Intl.DateTimeFormat('sv', { timeZone });
  const [day, today] = [days.format(moment), days.format(now)];
  const ago = (Date.parse(today) - Date.parse(day)) / DAY_MS;
  if (ago === 0 || ago === 1)
    return near(ago ? 'yesterday' : 'today', formatDate(moment, locale, { timeStyle: 'short', timeZone }));
  return formatDate(moment, locale, {
    // As the days of the document.
    calendar: 'gregory',
    timeZone,
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
    // "03:25", but "3:25 am".
    hour: hasHalfDays(locale) ? 'numeric' : '2-digit',
    minute: '2-digit',
  });
}

/** Milliseconds until the day ends where the device is. */
export function untilMidnight(now: number): number {
  return new Date(now).setHours(24, 0, 0, 0) - now;
}

/** Names of countries in a language, sorted as that language sorts: `[code, name]`. */
export function countryNames(locale: string): [code: string, name: string][] {
  const nameOf = countryNamer(locale);
  const { compare } = collatorFor(locale);
  return COUNTRIES.split(' ')
    .map((code): [string, string] => [code, nameOf(code) ?? code])
    .sort((a, b) => compare(a[1], b[1]));
}

/** ISO 3166-1 alpha-2, with XK for Kosovo. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW';
