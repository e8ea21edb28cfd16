import { isKnownToIntl, setLocaleData } from './intl.js';
import type { Translation } from './keys.js';
import { en } from './locales/en.js';

/** Languages that are loaded when somebody uses them. */
const LOADERS: Readonly<Record<string, () => Promise<Translation>>> = {
  ar: async () => (await import('./locales/ar.js')).ar,
  be: async () => {
    if (!isKnownToIntl('be')) setLocaleData('be', (await import('./locales/be-formats.js')).beFormats);
    return (await import('./locales/be.js')).be;
  },
  cs: async () => (await import('./locales/cs.js')).cs,
  de: async () => (await import('./locales/de.js')).de,
  // Only what differs from the formal words.
  'de-x-informal': async () => {
    const [{ de }, { deInformal }] = await Promise.all([
      import('./locales/de.js'),
      import('./locales/de-x-informal.js'),
    ]);
    return { ...de, ...deInformal };
  },
  pl: async () => (await import('./locales/pl.js')).pl,
  ru: async () => (await import('./locales/ru.js')).ru,
  uk: async () => (await import('./locales/uk.js')).uk,
};

/** Our words that are here, by language. What is missing in a language is said in English. */
const ours = new Map<string, Translation>([['en', en]]);
/** What pages have given themselves: it stands before ours. */
const given = new Map<string, Translation>();
/** Both in one, by language. */
const spoken = new Map<string, Translation>([['en', en]]);
const loading = new Map<string, Promise<void>>();

/** The language that speaks for a locale: the same tag, its variant ("de-AT-x-informal" -> "de-x-informal"), its base language ("be-tarask" -> "be"), else none. */
function languageFor(locale: string): string | undefined {
  const base = locale.split('-')[0]!;
  const variant = locale.replace(/^.*?(?=-x-)/, base);
  return [locale, variant, base].find((tag) => spoken.has(tag) || Object.hasOwn(LOADERS, tag));
}

/** The words for a locale, as far as they are here: null where English has to stand in. */
export function dictionaryFor(locale: string): Translation | null {
  return spoken.get(languageFor(locale) ?? '') ?? null;
}

/**
 * Brings the words for a locale; null when nothing is to be brought. Never rejects: where they do not load, English
 * stands in for good, and the page's author is told once.
 */
export function loadDictionary(locale: string): Promise<void> | null {
  const language = languageFor(locale);
  if (language === undefined || ours.has(language) || !Object.hasOwn(LOADERS, language)) return null;
  let coming = loading.get(language);
  if (!coming) {
    coming = LOADERS[language]!().then(
      (words) => speak(language, words),
      () => {
        speak(language, {});
        console.warn(`grandstand: the words of "${language}" did not load; English stands in for them.`);
      },
    );
    loading.set(language, coming);
  }
  return coming;
}

function speak(language: string, words: Translation): void {
  ours.set(language, words);
  spoken.set(language, { ...words, ...given.get(language) });
}

/**
 * Teaches a language that Grandstand does not speak, or single words of one it does; call it before elements use it.
 * What is not given stays as it is in that language, or is said in English.
 */
export function setDictionary(language: string, words: Translation): void {
  given.set(language, words);
  spoken.set(language, { ...ours.get(language), ...words });
}
