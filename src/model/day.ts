import type { Day } from './campaign.js';

const DAY = /^[1-9]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Checks whether a value is a calendar day, month or year: `2014-06-21`, `2014-06`, `2014`. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const [year, month, day] = value.split('-');
  // Day 0 of the next month is the last day of this one.
  return day === undefined || Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** Checks whether a value is a complete date: year, month and day. */
export function isFullDay(value: unknown): value is Day {
  return isDay(value) && value.length === 10;
}

const MOMENT = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/;

/**
 * Checks whether a value is an ISO 8601 date and time. `Date` alone accepts almost any text: "May 14" becomes a day
 * in 2001.
 */
export function isMoment(value: unknown): value is string {
  return typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value));
}
