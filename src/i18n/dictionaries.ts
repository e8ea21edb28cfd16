import { isKnownToIntl, setLocaleData } from './intl.js';
import type { Dictionary } from './keys.js';
import { en } from './locales/en.js';

/** Languages that are loaded when somebody uses them. */
const LOADERS: Readonly<Record<string, () => Promise<Dictionary>>> = {
  be: async () => {
    if (!isKnownToIntl('be')) setLocaleData('be', (await import('./locales/be-formats.js')).beFormats);
    return (await import('./locales/be.js')).be;
  },
};

/** What is missing in a dictionary is said in English. */
const loaded = new Map<string, Partial<Dictionary>>([['en', en]]);
const loading = new Map<string, Promise<void>>();

/** The language that speaks for a locale: the same tag, else its base language ("be-tarask" -> "be"), else none. */
function languageFor(locale: string): string | undefined {
  return [locale, locale.split('-')[0]!].find((tag) => loaded.has(tag) || Object.hasOwn(LOADERS, tag));
}

/** The words for a locale, as far as they are here: null where English has to stand in. */
export function dictionaryFor(locale: string): Partial<Dictionary> | null {
  return loaded.get(languageFor(locale) ?? '') ?? null;
}

/**
 * Brings the words for a locale; null when nothing is to be brought. Never rejects: where they do not load, English
 * stands in for good, and the page's author is told once.
 */
export function loadDictionary(locale: string): Promise<void> | null {
  const language = languageFor(locale);
  if (language === undefined || loaded.has(language)) return null;
  let coming = loading.get(language);
  if (!coming) {
    coming = LOADERS[language]!().then(
      (dictionary) => setDictionary(language, dictionary),
      () => {
        setDictionary(language, {});
        console.warn(`grandstand: the words of "${language}" did not load; English stands in for them.`);
      },
    );
    loading.set(language, coming);
  }
  return coming;
}

/** Teaches a language that Grandstand does not speak, or other words for one it does; call it before elements use it. */
export function setDictionary(language: string, dictionary: Partial<Dictionary>): void {
  loaded.set(language, dictionary);
}
