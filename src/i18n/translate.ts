import { formatNumber, isRightToLeft } from './intl.js';

/** Forms of one message by plural class (Intl.PluralRules of `count`). */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Message = string | PluralForms;
export type MessageValues = Readonly<Record<string, string | number>>;

const rules = new Map<string, Intl.PluralRules>();

/** Caches plural rules by language: creating them takes far longer than using them. */
function pluralRules(locale: string): Intl.PluralRules {
  let own = rules.get(locale);
  if (!own) rules.set(locale, (own = new Intl.PluralRules(locale)));
  return own;
}

/** Returns the plural class of a count in a language: "few". */
export function pluralClass(count: number, locale: string): Intl.LDMLPluralRule {
  return pluralRules(locale).select(count);
}

/** A letter of a script written from left to right, or from right to left. */
const LTR_LETTER = /[A-Za-z\u00aa-\u02b8\u0370-\u058f]/;
const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Isolates a value in a sentence of the other direction (Unicode UAX #9): otherwise a name before a number would
 * pull the number along, and "Ales, 1" would be displayed in the wrong order.
 */
function isolate(value: string, locale: string): string {
  return (isRightToLeft(locale) ? LTR_LETTER : RTL_LETTER).test(value) ? `\u2068${value}\u2069` : value;
}

/**
 * Formats a message with these values: selects the plural form by `count`, replaces `{name}`, formats numbers for
 * the locale, isolates words of the other direction.
 */
export function translate(message: Message, locale: string, values: MessageValues = {}): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[pluralClass(Number(values['count'] ?? 0), locale)] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(value, locale) : isolate(value, locale);
  });
}
