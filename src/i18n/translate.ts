/** Forms of one message by plural class (Intl.PluralRules of `count`). */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Message = string | PluralForms;
export type Values = Readonly<Record<string, string | number>>;

/** Intl's formatters take far longer to make than to use: one of each for a language. */
function cached<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    let one = made.get(locale);
    if (!one) made.set(locale, (one = make(locale)));
    return one;
  };
}

const pluralRules = cached((locale) => new Intl.PluralRules(locale));
const numberFormat = cached((locale) => new Intl.NumberFormat(locale));

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

export function formatNumber(value: number, locale: string): string {
  return numberFormat(locale).format(value);
}
