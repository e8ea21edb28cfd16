import { collatorFor, countryNamer, formatDate } from './intl.js';

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

/** "14 May 2014, 18:40"; today "18:40", so that a fresh count is short. */
export function formatMoment(iso: string, locale: string, now: number): string {
  const date = new Date(iso);
  const sameDay = date.toDateString() === new Date(now).toDateString();
  return formatDate(
    date,
    locale,
    sameDay ? { timeStyle: 'short' } : { dateStyle: 'long', timeStyle: 'short' },
  );
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
