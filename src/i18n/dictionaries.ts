import { baseOf, isKnownToIntl, setLocaleData } from './intl.js';
import type { SectionName, Translation } from './keys.js';
import { AuthorWarnings } from '../author-console.js';

/**
 * Loaders of the languages, by section: a language loads when it is used, a section when an element needs its
 * messages.
 */
const LOADERS: Readonly<Record<string, Readonly<Record<SectionName, () => Promise<Translation>>>>> = {
  ar: {
    page: async () => (await import('./locales/ar/page.js')).page,
    picker: async () => (await import('./locales/ar/picker.js')).picker,
    form: async () => (await import('./locales/ar/form.js')).form,
    after: async () => (await import('./locales/ar/after.js')).after,
  },
  be: {
    page: async () => (await import('./locales/be/page.js')).page,
    picker: async () => (await import('./locales/be/picker.js')).picker,
    form: async () => (await import('./locales/be/form.js')).form,
    after: async () => (await import('./locales/be/after.js')).after,
  },
  cs: {
    page: async () => (await import('./locales/cs/page.js')).page,
    picker: async () => (await import('./locales/cs/picker.js')).picker,
    form: async () => (await import('./locales/cs/form.js')).form,
    after: async () => (await import('./locales/cs/after.js')).after,
  },
  de: {
    page: async () => (await import('./locales/de/page.js')).page,
    picker: async () => (await import('./locales/de/picker.js')).picker,
    form: async () => (await import('./locales/de/form.js')).form,
    after: async () => (await import('./locales/de/after.js')).after,
  },
  // Only the messages that differ from the formal ones.
  'de-x-informal': {
    page: async () => (await import('./locales/de-x-informal/page.js')).page,
    picker: async () => (await import('./locales/de-x-informal/picker.js')).picker,
    form: async () => (await import('./locales/de-x-informal/form.js')).form,
    after: async () => (await import('./locales/de-x-informal/after.js')).after,
  },
  pl: {
    page: async () => (await import('./locales/pl/page.js')).page,
    picker: async () => (await import('./locales/pl/picker.js')).picker,
    form: async () => (await import('./locales/pl/form.js')).form,
    after: async () => (await import('./locales/pl/after.js')).after,
  },
  ru: {
    page: async () => (await import('./locales/ru/page.js')).page,
    picker: async () => (await import('./locales/ru/picker.js')).picker,
    form: async () => (await import('./locales/ru/form.js')).form,
    after: async () => (await import('./locales/ru/after.js')).after,
  },
  uk: {
    page: async () => (await import('./locales/uk/page.js')).page,
    picker: async () => (await import('./locales/uk/picker.js')).picker,
    form: async () => (await import('./locales/uk/form.js')).form,
    after: async () => (await import('./locales/uk/after.js')).after,
  },
};

/** Loaders of formats for languages that some browsers do not know. */
const FORMATS: Readonly<Record<string, () => Promise<void>>> = {
  be: async () => setLocaleData('be', (await import('./locales/be-formats.js')).beFormats),
};

/** The library's loaded messages, by language. English replaces whatever a language lacks. */
const loaded = new Map<string, Translation>();
/** Messages that pages supplied: they override the library's. */
const overrides = new Map<string, Translation>();
/** Both merged, by language. */
const merged = new Map<string, Translation>();
/** Pending loads, by language and section; null when a section has loaded, or never will. */
const loads = new Map<string, Promise<void> | null>();
const warnings = new AuthorWarnings();

/**
 * Returns the dictionary language for a locale: the same tag, its variant ("de-AT-x-informal" -> "de-x-informal"),
 * its base language ("be-tarask" -> "be"), else none.
 */
function languageFor(locale: string): string | undefined {
  const base = baseOf(locale);
  const variant = locale.replace(/^.*?(?=-x-)/, base);
  return [locale, variant, base].find((tag) => overrides.has(tag) || Object.hasOwn(LOADERS, tag));
}

/** Returns the messages for a locale, as far as they have loaded; null when English has to replace them. */
export function dictionaryFor(locale: string): Translation | null {
  return merged.get(languageFor(locale) ?? '') ?? null;
}

/**
 * Loads sections of the messages for a locale; null when there is nothing to load. Never rejects: if they do not
 * load, English replaces them for good, and the page's author is warned once.
 */
export function loadMessages(locale: string, sections: readonly SectionName[]): Promise<unknown> | null {
  const language = languageFor(locale);
  if (language === undefined || !Object.hasOwn(LOADERS, language)) return null;
  const pending = sections.flatMap((section) => loadSection(language, section) ?? []);
  return pending.length ? Promise.all(pending) : null;
}

function loadSection(language: string, section: SectionName): Promise<void> | null {
  const name = `${language}/${section}`;
  if (!loads.has(name))
    loads.set(
      name,
      loadLanguageSection(language, section)
        .catch(() => {
          warnings.warn(`the messages of "${language}" did not load; English is used instead.`);
        })
        .then(() => void loads.set(name, null)),
    );
  return loads.get(name) ?? null;
}

async function loadLanguageSection(language: string, section: SectionName): Promise<void> {
  const base = baseOf(language);
  // A variant overrides the messages of its language.
  const tags = base === language ? [language] : [base, language];
  const format = isKnownToIntl(base) ? undefined : FORMATS[base]?.();
  const [, ...words] = await Promise.all([format, ...tags.map((tag) => LOADERS[tag]?.[section]())]);
  loaded.set(language, Object.assign({}, loaded.get(language), ...words) as Translation);
  mergeMessages(language);
}

function mergeMessages(language: string): void {
  merged.set(language, { ...loaded.get(language), ...overrides.get(language) });
}

/**
 * Adds a language that Grandstand does not include, or overrides single messages of one it does; call it before
 * elements use the language. Messages that are not given stay as they are in that language, or are English.
 */
export function setDictionary(language: string, words: Translation): void {
  overrides.set(language, words);
  mergeMessages(language);
}
