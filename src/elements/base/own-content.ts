import { BEGINNINGS, type SectionName } from '../../i18n/keys.js';
import { textOnlyIn, type Text } from '../../model/campaign.js';
import { AuthorWarnings } from '../../author-console.js';

/** Elements that a page never shows. */
const INVISIBLE_TAGS = new Set(['template', 'script', 'style']);

/** True if the author wrote visible content between the tags: comments, white space, scripts and templates do not count. */
export function hasContent(element: Element): boolean {
  return [...element.childNodes].some(
    (node) =>
      (node instanceof Element && !INVISIBLE_TAGS.has(node.localName)) ||
      (node.nodeType === Node.TEXT_NODE && !!node.textContent?.trim()),
  );
}

const PLURAL_FORM = /\.(zero|one|two|few|many|other)$/;
const warnings = new AuthorWarnings();

/**
 * Warns the page's author, once, about a key that is not a message. `isSaid`: true if a loaded section has the key.
 * Keys of the other sections are checked by the elements that use them.
 */
export function warnUnknownMessages(
  words: Readonly<Record<string, Text>>,
  here: readonly string[],
  isSaid: (key: string) => boolean,
): void {
  for (const key of Object.keys(words)) {
    const plain = key.replace(PLURAL_FORM, '');
    const section = (Object.keys(BEGINNINGS) as SectionName[]).find((name) =>
      BEGINNINGS[name].includes(plain.replace(/\..*/, '')),
    );
    if (isSaid(plain) || (section && !here.includes(section))) continue;
    warnings.warn(
      `data-message="${key}" is not a message key; see grandstand/locales/en for the keys, such as "form.sign" or "outcome.people.few".`,
    );
  }
}

/** Language key of words that apply to all languages. */
const ANY_LANGUAGE = 'und';

/** Returns the author's words for a language, else those for all languages. */
export function messageOverride(
  words: Readonly<Record<string, Text>> | null | undefined,
  key: string,
  locale: string,
): string | undefined {
  const word = words && Object.hasOwn(words, key) ? words[key] : undefined;
  return textOnlyIn(word, locale) || textOnlyIn(word, ANY_LANGUAGE);
}

/**
 * Reads the words the author wrote as children `<template data-message="form.sign" lang="be">…</template>`: the message
 * key, and the language if the words apply to only one.
 */
export function messageOverrides(element: Element): Readonly<Record<string, Text>> {
  const words: Record<string, Text> = {};
  for (const template of element.querySelectorAll<HTMLTemplateElement>(':scope > template[data-message]')) {
    const { message: key } = template.dataset;
    const text = (template.content.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text && key !== undefined)
      words[key] = { ...(words[key] as object), [template.lang || ANY_LANGUAGE]: text };
  }
  return words;
}
