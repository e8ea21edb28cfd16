import { formatNumber } from './intl.js';

/** Forms of one message by plural class (Intl.PluralRules of `count`). */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Message = string | PluralForms;
export type Values = Readonly<Record<string, string | number>>;

const rules = new Map<string, Intl.PluralRules>();

/** To make such rules takes far longer than to use them: one of each for a language. */
function pluralRules(locale: string): Intl.PluralRules {
  let own = rules.get(locale);
  if (!own) rules.set(locale, (own = new Intl.PluralRules(locale)));
  return own;
}

/** The message for these values: its plural form by `count`, `{name}` replaced, numbers written as the locale writes them. */
export function translate(message: Message, locale: string, values: Values = {}): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[pluralRules(locale).select(Number(values['count'] ?? 0))] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : typeof value === 'number' ? formatNumber(value, locale) : value;
  });
}
