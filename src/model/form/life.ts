import type { CampaignDocument, CampaignStatus, Day } from '../campaign.js';

/** Days before its last one during which a campaign closes soon. */
const SOON_DAYS = 7;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** The largest offset from UTC that any place has ever had, in minutes. */
const FURTHEST_OFFSET = 16 * 60;
/** The time zone in which every day ends last (UTC-12); the default for a campaign without `timeZone`. */
export const LAST_TIME_ZONE = 'Etc/GMT+12';
/** Milliseconds by which it is behind UTC, at all times. */
const LAST_OFFSET_MS = 12 * 60 * MINUTE_MS;

type Life = Pick<CampaignDocument, 'state' | 'opens' | 'closes'>;

/**
 * Cache of formatters by time zone, since creating one takes far longer than using it; null: this engine does not
 * know the zone.
 */
const calendars = new Map<string, Intl.DateTimeFormat | null>();

function calendarOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = calendars.get(timeZone);
  if (known !== undefined) return known;
  let calendar: Intl.DateTimeFormat | null = null;
  try {
    // Swedish writes days as ISO 8601 does.
    calendar = new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  } catch {
    // A RangeError: an unknown zone.
  }
  calendars.set(timeZone, calendar);
  return calendar;
}

/** Checks whether this engine knows a time zone. An old engine lacks newer names, such as `Europe/Kyiv`. */
export function knowsTimeZone(timeZone: string): boolean {
  return calendarOf(timeZone) !== null;
}

/**
 * Returns the day of an instant in a campaign's time zone; without a zone, or with one that this engine does not
 * know, in the last place on earth. `ms`: milliseconds since 1970.
 */
export function dayAt(ms: number, timeZone: string | null | undefined): Day {
  const calendar = timeZone ? calendarOf(timeZone) : null;
  return calendar?.format(ms) ?? new Date(ms - LAST_OFFSET_MS).toISOString().slice(0, 10);
}

/**
 * Returns the first instant of a day in a time zone, in milliseconds since 1970. If clocks skip midnight, the day
 * begins when they jump; if they skip the whole day, the result is the first instant of the next one.
 */
export function startOfDay(day: Day, timeZone: string | null | undefined): number {
  const midnight = Date.parse(day) / MINUTE_MS;
  let before = midnight - FURTHEST_OFFSET;
  let start = midnight + FURTHEST_OFFSET;
  while (start - before > 1) {
    const middle = Math.floor((before + start) / 2);
    // Days in ISO 8601 sort as text.
    if (dayAt(middle * MINUTE_MS, timeZone) < day) before = middle;
    else start = middle;
  }
  return start * MINUTE_MS;
}

/** Returns the first instant after a day in a time zone, in milliseconds since 1970. */
export function endOfDay(day: Day, timeZone: string | null | undefined): number {
  const next = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
  return startOfDay(next, timeZone);
}

/**
 * The start or end of signing, for a reader in another time zone: one of their whole days, or an instant
 * (milliseconds since 1970). `isElsewhere`: the day is that of the campaign's place, since this engine does not
 * know its time zone.
 */
export type Limit = { readonly day: Day; readonly isElsewhere: boolean } | { readonly moment: number };

/**
 * Returns the first (`opens`) or last day of a campaign (`closes`) for a reader in a time zone; null when there is
 * none.
 */
export function limitFor(
  { opens, closes, timeZone }: Pick<CampaignDocument, 'opens' | 'closes' | 'timeZone'>,
  which: 'opens' | 'closes',
  readerZone: string,
): Limit | null {
  const day = which === 'opens' ? opens : closes;
  if (!day) return null;
  if (timeZone && !knowsTimeZone(timeZone)) return { day, isElsewhere: true };
  const moment = which === 'opens' ? startOfDay(day, timeZone) : endOfDay(day, timeZone);
  const [last, first] = [dayAt(moment - MINUTE_MS, readerZone), dayAt(moment, readerZone)];
  // The reader's day changes at that instant.
  if (last !== first) return { day: which === 'opens' ? first : last, isElsewhere: false };
  return { moment };
}

/**
 * Returns the status of a campaign on a day: the document's `state`, but `draft` before the opening day and
 * `closed` after the closing day. Only an open campaign has days: one that is delivered or won stays so after it
 * has closed.
 */
export function statusOn({ state, opens, closes }: Life, day: Day): CampaignStatus {
  if (state !== 'open' || !day) return state;
  if (opens && day < opens) return 'draft';
  if (closes && day > closes) return 'closed';
  return 'open';
}

/** Checks whether the last day of an open campaign is at most a week away. */
export function closesSoon({ closes }: Pick<Life, 'closes'>, day: Day): boolean {
  if (!closes || !day || day > closes) return false;
  return Date.parse(closes) - Date.parse(day) <= SOON_DAYS * DAY_MS;
}
