import { BEGINNINGS, type SectionName } from '../i18n/keys.js';
import { textOnlyIn, type Text } from '../model/campaign.js';
import { AuthorWarnings } from '../author-console.js';

/** What stands in a page unseen. */
const UNSEEN = new Set(['template', 'script', 'style']);

/** Whether the author wrote something to be seen between the tags: comments, white space, scripts and templates are nothing. */
export function hasContent(element: Element): boolean {
  return [...element.childNodes].some(
    (node) =>
      (node instanceof Element && !UNSEEN.has(node.localName)) ||
      (node.nodeType === Node.TEXT_NODE && !!node.textContent?.trim()),
  );
}

const PLURAL_FORM = /\.(zero|one|two|few|many|other)$/;
const warnings = new AuthorWarnings();

/**
 * Tells the page's author, once, of a key that is no message. `isSaid`: whether one of the sections that are here has it.
 * What the others have is judged by the elements that say it.
 */
export function warnOfUnknown(
  words: Readonly<Record<string, Text>>,
  here: readonly string[],
  isSaid: (key: string) => boolean,
): void {
  for (const key of Object.keys(words)) {
    const plain = key.replace(PLURAL_FORM, '');
    const section = (Object.keys(BEGINNINGS) as SectionName[]).find((name) =>
      BEGINNINGS[name].includes(plain.split('.')[0]!),
    );
    if (isSaid(plain) || (section && !here.includes(section))) continue;
    warnings.warn(
      `data-message="${key}" is no message; the keys stand in grandstand/locales/en, like "form.sign" or "outcome.people.few".`,
    );
  }
}

/** Under which words stand that are for all languages. */
const ANY = 'und';

/** The author's words for a language, else those for all of them. */
export function authorsWord(
  words: Readonly<Record<string, Text>> | null | undefined,
  key: string,
  locale: string,
): string | undefined {
  const word = words && Object.hasOwn(words, key) ? words[key] : undefined;
  return textOnlyIn(word, locale) || textOnlyIn(word, ANY);
}

/**
 * Words the author wrote as children `<template data-message="form.sign" lang="be">…</template>`: the key of a message, and
 * the language where the words are for one alone.
 */
export function messageOverrides(element: Element): Readonly<Record<string, Text>> {
  const words: Record<string, Text> = {};
  for (const template of element.querySelectorAll<HTMLTemplateElement>(':scope > template[data-message]')) {
    const key = template.dataset['message']!;
    const text = (template.content.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text) words[key] = { ...(words[key] as object), [template.lang || ANY]: text };
  }
  return words;
}
