import { baseOf, isKnownToIntl, setLocaleData } from './intl.js';
import type { SectionName, Translation } from './keys.js';
import { AuthorWarnings } from '../author-console.js';

/** Languages that are loaded when somebody uses them, a section when an element says its words. */
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
  // Only what differs from the formal words.
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

/** How languages are written that some browsers do not know. */
const FORMATS: Readonly<Record<string, () => Promise<void>>> = {
  be: async () => setLocaleData('be', (await import('./locales/be-formats.js')).beFormats),
};

/** Our words that are here, by language. What is missing in a language is said in English. */
const ours = new Map<string, Translation>();
/** What pages have given themselves: it stands before ours. */
const given = new Map<string, Translation>();
/** Both in one, by language. */
const spoken = new Map<string, Translation>();
/** What is on its way, by language and section; null when it is here, or will never be. */
const loads = new Map<string, Promise<void> | null>();
/** Languages whose words did not load. */
const warnings = new AuthorWarnings();

/** The language that speaks for a locale: the same tag, its variant ("de-AT-x-informal" -> "de-x-informal"), its base language ("be-tarask" -> "be"), else none. */
function languageFor(locale: string): string | undefined {
  const base = baseOf(locale);
  const variant = locale.replace(/^.*?(?=-x-)/, base);
  return [locale, variant, base].find((tag) => given.has(tag) || Object.hasOwn(LOADERS, tag));
}

/** The words for a locale, as far as they are here: null where English has to stand in. */
export function dictionaryFor(locale: string): Translation | null {
  return spoken.get(languageFor(locale) ?? '') ?? null;
}

/**
 * Brings sections of the words for a locale; null when nothing is to be brought. Never rejects: where they do not load,
 * English stands in for good, and the page's author is told once.
 */
export function loadMessages(locale: string, sections: readonly SectionName[]): Promise<unknown> | null {
  const language = languageFor(locale);
  if (language === undefined || !Object.hasOwn(LOADERS, language)) return null;
  const coming = sections.flatMap((section) => loadSection(language, section) ?? []);
  return coming.length ? Promise.all(coming) : null;
}

function loadSection(language: string, section: SectionName): Promise<void> | null {
  const name = `${language}/${section}`;
  if (!loads.has(name))
    loads.set(
      name,
      loadLanguageSection(language, section)
        .catch(() => {
          warnings.warn(`the words of "${language}" did not load; English stands in for them.`);
        })
        .then(() => void loads.set(name, null)),
    );
  return loads.get(name)!;
}

async function loadLanguageSection(language: string, section: SectionName): Promise<void> {
  const base = baseOf(language);
  // A variant stands on the words of its language.
  const tags = base === language ? [language] : [base, language];
  const format = !isKnownToIntl(base) && Object.hasOwn(FORMATS, base) ? FORMATS[base]!() : undefined;
  const [, ...words] = await Promise.all([format, ...tags.map((tag) => LOADERS[tag]![section]())]);
  ours.set(language, Object.assign({}, ours.get(language), ...words) as Translation);
  join(language);
}

function join(language: string): void {
  spoken.set(language, { ...ours.get(language), ...given.get(language) });
}

/**
 * Teaches a language that Grandstand does not speak, or single words of one it does; call it before elements use it.
 * What is not given stays as it is in that language, or is said in English.
 */
export function setDictionary(language: string, words: Translation): void {
  given.set(language, words);
  join(language);
}
