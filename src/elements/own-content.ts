import { en } from '../i18n/locales/en.js';
import type { Text } from '../model/campaign.js';

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
const told = new Set<string>();

function warnOfUnknown(key: string): void {
  if (Object.hasOwn(en, key.replace(PLURAL_FORM, '')) || told.has(key)) return;
  told.add(key);
  console.warn(
    `grandstand: data-message="${key}" is no message; the keys stand in grandstand/locales/en, like "form.sign" or "outcome.people.few".`,
  );
}

/**
 * Words the author wrote as children `<template data-message="form.sign" lang="be">…</template>`: the key of a message, and
 * the language where the words are for one alone.
 */
export function authorsWords(element: Element): Readonly<Record<string, Text>> {
  const words: Record<string, Text> = {};
  for (const template of element.querySelectorAll<HTMLTemplateElement>(':scope > template[data-message]')) {
    const key = template.dataset['message']!;
    const text = (template.content.textContent ?? '').replace(/\s+/g, ' ').trim();
    const before = words[key];
    warnOfUnknown(key);
    if (text)
      words[key] = template.lang
        ? { ...(typeof before === 'object' && before), [template.lang]: text }
        : text;
  }
  return words;
}
