import { formatDate, hasHalfDays } from './intl.js';

/** Formats days and instants. */

/**
 * Formats a day of the document exactly as precisely as it is known: "21 June 2014", "May 2014", "2014". Always in
 * the Gregorian calendar, in which the document is written: a bare year has no other. A value that is not a day is
 * returned unchanged.
 */
export function formatDay(day: string, locale: string): string {
  const date = new Date(day);
  // 30 February would become 2 March.
  if (!/^\d{4}(-\d\d){0,2}$/.test(day) || !Number(date) || !date.toISOString().startsWith(day)) return day;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', calendar: 'gregory', timeZone: 'UTC' };
  if (day.length > 4) options.month = 'long';
  if (day.length > 7) options.day = 'numeric';
  try {
    return formatDate(date, locale, options);
  } catch {
    // A locale that Intl rejects must not remove the date.
    return day;
  }
}

/**
 * Formats an instant in the device's time: "14 May at 18:40", in another year than `now` "14 May 2014 at 18:40".
 * Never "today" or "yesterday": on a device with a wrong clock they would be false, and a date is true on all.
 * `timeZone`:
 * default the device's own.
 */
export function formatMoment(iso: string, locale: string, now: number, timeZone?: string): string {
  const moment = new Date(iso);
  return formatDate(moment, locale, {
    ...dayOptions(moment.getTime(), now, timeZone),
    ...hourAndMinute(locale),
  });
}

/** Two-digit hours on a 24-hour clock, "03:25", but "3:25 am". */
function hourAndMinute(locale: string): Intl.DateTimeFormatOptions {
  return { hour: hasHalfDays(locale) ? 'numeric' : '2-digit', minute: '2-digit' };
}

/**
 * Formats the time of an instant in a time zone: "18:40". In UTC it names the zone: browsers that hide the reader's
 * time zone report UTC. `ms`: milliseconds since 1970.
 */
export function formatTime(ms: number, locale: string, timeZone: string): string {
  return formatDate(new Date(ms), locale, {
    timeZone,
    ...hourAndMinute(locale),
    ...(/^(Etc\/)?UTC$/.test(timeZone) && { timeZoneName: 'short' }),
  });
}

/**
 * Formats the day of an instant in a time zone: "14 May", in another year than `now` "14 May 2014". `ms`:
 * milliseconds since 1970.
 */
export function formatDayOf(ms: number, locale: string, now: number, timeZone: string): string {
  return formatDate(new Date(ms), locale, dayOptions(ms, now, timeZone));
}

function dayOptions(ms: number, now: number, timeZone?: string): Intl.DateTimeFormatOptions {
  // Swedish writes days as ISO 8601 does.
  const years = new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric' });
  return {
    // Gregorian, like the days of the document.
    calendar: 'gregory',
    timeZone,
    day: 'numeric',
    month: 'long',
    ...(years.format(ms) !== years.format(now) && { year: 'numeric' }),
  };
}
