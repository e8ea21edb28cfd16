/**
 * Formats by Intl, also for languages that a browser's Intl does not know: Chromium has no data for Belarusian
 * (2026), and would write its dates, numbers and countries in the browser's language.
 */

/** Formats of a language that some browsers do not know. Loaded with the language's dictionary. */
export interface LocaleData {
  /** A language that every browser knows, with the same sorting, numbers and order of dates. */
  readonly like: string;
  readonly figures?: Intl.NumberFormatOptions;
  /** Names of the months, each beside a day and alone. */
  readonly months: readonly (readonly [besideDay: string, alone: string])[];
  /** Final corrections to a date that was formatted in the `like` language. */
  readonly finish: (date: string, hasDay: boolean) => string;
  /** Names of countries by ISO 3166-1 alpha-2. */
  readonly countries: Readonly<Record<string, string>>;
  /** Names of places by the IANA name of their time zone. */
  readonly places: Readonly<Record<string, string>>;
}

const localeData = new Map<string, LocaleData>();

/** Languages' own names that Intl may not know: a menu shows them before anything of the language has loaded. */
const OWN_NAMES: Readonly<Record<string, string>> = { be: 'беларуская', 'de-x-informal': 'Deutsch (Du)' };

/** Languages written from right to left. */
const RTL = /^(ar|fa|he|ur|ps|ckb|dv|yi)\b/;

export const baseOf = (locale: string): string => locale.replace(/-.*/s, '');

/** Checks whether this browser's Intl knows the language. */
export function isKnownToIntl(locale: string): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
}

/** Sets the data of a language that Intl may not know. Used only if Intl does not. */
export function setLocaleData(language: string, data: LocaleData): void {
  localeData.set(language, data);
  figures.clear();
}

function dataFor(locale: string): LocaleData | undefined {
  return isKnownToIntl(locale) ? undefined : localeData.get(baseOf(locale));
}

/**
 * Returns the locale in which Intl formats a language. For Intl, English without a region is that of the United
 * States; elsewhere the day precedes the month. Arabic uses the digits of the seats, whose codes are the same in
 * all languages: a sentence never mixes two kinds.
 */
function localeFor(locale: string): string {
  const like = dataFor(locale)?.like;
  if (like) return like;
  if (locale === 'en') return 'en-GB';
  return baseOf(locale) === 'ar' && !locale.includes('-u-') ? `${locale}-u-nu-latn` : locale;
}

/** Checks whether a language is written from right to left. */
export function isRightToLeft(locale: string): boolean {
  return RTL.test(locale);
}

/** Cache of Intl's number formatters, one per language: creating one takes far longer than using it. */
const figures = new Map<string, Intl.NumberFormat>();

/** Formats a number in the language: "15,086". */
export function formatNumber(value: number, locale: string): string {
  let format = figures.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(localeFor(locale), dataFor(locale)?.figures);
    figures.set(locale, format);
  }
  return format.format(value);
}

/** Formats a date in the language, by Intl's options. Throws for a locale that Intl rejects. */
export function formatDate(date: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const data = dataFor(locale);
  const format = new Intl.DateTimeFormat(localeFor(locale), options);
  // The abbreviation for "year" never starts a line: "2014 г.".
  if (!data) return format.format(date).replace(/(\d) (?=[гр]\.)/, '$1\u00a0');
  const parts = format.formatToParts(date);
  const hasDay = parts.some(({ type }) => type === 'day');
  const { timeZone, calendar } = options;
  const month = new Intl.DateTimeFormat('en', { month: 'numeric', timeZone, calendar }).format(date);
  const text = parts
    .map(({ type, value }) =>
      type === 'month' ? (data.months[Number(month) - 1]?.[hasDay ? 0 : 1] ?? value) : value,
    )
    .join('');
  return data.finish(text, hasDay);
}

/** Checks whether the language uses a 12-hour clock: "6:40 pm". */
export function hasHalfDays(locale: string): boolean {
  const { hour12 } = new Intl.DateTimeFormat(localeFor(locale), { timeStyle: 'short' }).resolvedOptions();
  return hour12 === true;
}

/** Returns a function from code to country name in a language; null for a code without a name. */
export function countryNamer(locale: string): (code: string) => string | null {
  const own = dataFor(locale)?.countries;
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'region', style: 'short', fallback: 'none' });
  return (code) => own?.[code] ?? names.of(code) ?? null;
}

/**
 * Returns the name of a time zone's place. For languages in Latin script, and when Intl has no other name, it is
 * the city of the IANA name: "Minsk". Otherwise it is Intl's name of the place, the country if that has only one
 * time zone: "Беларусь".
 */
export function placeName(timeZone: string, locale: string): string {
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const own = dataFor(locale);
  if (own) return own.places[timeZone] ?? city;
  if (!isKnownToIntl(locale) || new Intl.Locale(locale).maximize().script === 'Latn') return city;
  try {
    const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortGeneric' });
    const name = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    // "час: Білорусь" and "توقيت بيلاروس" are "Belarus Time"; "GMT+3" is not a place.
    return /\w/.test(name) ? city : name.replace(/^(?:[^:]+: |توقيت )/, '') || city;
  } catch {
    // This browser does not know the zone, or such names.
    return city;
  }
}

/** Returns a collator for the language's alphabetical order. */
export function collatorFor(locale: string): Intl.Collator {
  return new Intl.Collator(dataFor(locale)?.like ?? locale);
}

/** Returns a language's own name as menus show it: "Беларуская". */
export function languageName(language: string): string {
  const own = OWN_NAMES[isKnownToIntl(language) ? language : baseOf(language)];
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
  // Intl has no name for a private variant ("de-x-informal").
  const [first = '', ...rest] = own ?? names.of(language.replace(/-x-.*/, '')) ?? language;
  return first.toLocaleUpperCase(language) + rest.join('');
}
