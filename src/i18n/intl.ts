/**
 * What Intl writes, also for languages that a browser's Intl does not know: Chromium carries no data for Belarusian
 * (2026), and would write its dates, figures and countries in the language of the browser.
 */

/** How a language is written that some browsers do not know. It comes with the language's dictionary. */
export interface LocaleData {
  /** A language every browser knows that sorts, and writes figures and the order of dates, in the same way. */
  readonly like: string;
  readonly figures?: Intl.NumberFormatOptions;
  /** Of every month: its name beside a day, and alone. */
  readonly months: readonly (readonly [besideDay: string, alone: string])[];
  /** The last touch on a date that was put together in the like language. */
  readonly finish: (date: string, hasDay: boolean) => string;
  /** Names by ISO 3166-1 alpha-2. */
  readonly countries: Readonly<Record<string, string>>;
  /** Names of places by the IANA name of their time zone. */
  readonly places: Readonly<Record<string, string>>;
}

const given = new Map<string, LocaleData>();

/** Names of languages for themselves that Intl may not know: a menu shows them before anything of the language is loaded. */
const OWN_NAMES: Readonly<Record<string, string>> = { be: 'беларуская', 'de-x-informal': 'Deutsch (Du)' };

/** Languages written from right to left. */
const RTL = /^(ar|fa|he|ur|ps|ckb|dv|yi)\b/;

export const baseOf = (locale: string): string => locale.split('-')[0]!;

/** Whether this browser writes the language itself. */
export function isKnownToIntl(locale: string): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
}

/** Teaches a language that Intl may not know. Used only where it does not. */
export function setLocaleData(language: string, data: LocaleData): void {
  given.set(language, data);
  figures.clear();
}

function dataFor(locale: string): LocaleData | undefined {
  return isKnownToIntl(locale) ? undefined : given.get(baseOf(locale));
}

/**
 * By which locale Intl writes a language. To it, English without a region is that of the United States; elsewhere the day
 * stands before the month. Arabic has its figures from the seats, whose codes are the same in all languages: a sentence
 * never has two kinds.
 */
function localeFor(locale: string): string {
  const like = dataFor(locale)?.like;
  if (like) return like;
  if (locale === 'en') return 'en-GB';
  return baseOf(locale) === 'ar' && !locale.includes('-u-') ? `${locale}-u-nu-latn` : locale;
}

/** Whether a language is written from right to left. */
export function isRightToLeft(locale: string): boolean {
  return RTL.test(locale);
}

/** Intl's formatters take far longer to make than to use: one of each for a language. */
const figures = new Map<string, Intl.NumberFormat>();

/** A figure as the language writes it: "15,086". */
export function formatNumber(value: number, locale: string): string {
  let format = figures.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(localeFor(locale), dataFor(locale)?.figures);
    figures.set(locale, format);
  }
  return format.format(value);
}

/** A date as the language writes it, by Intl's options. A locale that Intl does not take throws. */
export function formatDate(date: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const data = dataFor(locale);
  const format = new Intl.DateTimeFormat(localeFor(locale), options);
  // The short word for "year" never begins a line: "2014 г.".
  if (!data) return format.format(date).replace(/(\d) (?=[гр]\.)/, '$1\u00a0');
  const parts = format.formatToParts(date);
  const hasDay = parts.some(({ type }) => type === 'day');
  const { timeZone, calendar } = options;
  const month = new Intl.DateTimeFormat('en', { month: 'numeric', timeZone, calendar }).format(date);
  const text = parts
    .map(({ type, value }) => (type === 'month' ? data.months[Number(month) - 1]![hasDay ? 0 : 1] : value))
    .join('');
  return data.finish(text, hasDay);
}

/** Whether the language counts the hours of half a day: "6:40 pm". */
export function hasHalfDays(locale: string): boolean {
  const { hour12 } = new Intl.DateTimeFormat(localeFor(locale), { timeStyle: 'short' }).resolvedOptions();
  return hour12 === true;
}

/** The names of countries in a language, by code; null where there is none. */
export function countryNamer(locale: string): (code: string) => string | null {
  const own = dataFor(locale)?.countries;
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'region', style: 'short', fallback: 'none' });
  return (code) => own?.[code] ?? names.of(code) ?? null;
}

/**
 * The name of a time zone's place. Where the language is written in Latin letters, and where Intl has no other name, it
 * is the city of the IANA name: "Minsk". Elsewhere it is what Intl calls the place, the country where that has one time
 * zone: "Беларусь".
 */
export function placeName(timeZone: string, locale: string): string {
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const own = dataFor(locale);
  if (own) return own.places[timeZone] ?? city;
  if (!isKnownToIntl(locale) || new Intl.Locale(locale).maximize().script === 'Latn') return city;
  try {
    const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortGeneric' });
    const name = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    // "час: Білорусь" and "توقيت بيلاروس" are "Belarus Time"; "GMT+3" is no place.
    return /\w/.test(name) ? city : name.replace(/^(?:[^:]+: |توقيت )/, '') || city;
  } catch {
    // A browser that does not know the zone, or such names.
    return city;
  }
}

/** Compares words in the order of the language's alphabet. */
export function collatorFor(locale: string): Intl.Collator {
  return new Intl.Collator(dataFor(locale)?.like ?? locale);
}

/** A language's name for itself, as it stands in a menu: "Беларуская". */
export function languageName(language: string): string {
  const own = OWN_NAMES[isKnownToIntl(language) ? language : baseOf(language)];
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
  // Of a private variant ("de-x-informal") Intl tells no name.
  const [first = '', ...rest] = own ?? names.of(language.replace(/-x-.*/, '')) ?? language;
  return first.toLocaleUpperCase(language) + rest.join('');
}
