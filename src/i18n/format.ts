import { formatDate, hasHalfDays } from './intl.js';

/** Days and moments in words. */

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
