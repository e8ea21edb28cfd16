import type { en } from './locales/en.js';
import type { Message } from './translate.js';

/** Keys of all messages, `element.meaning`; English defines them. */
export type MessageKey = keyof typeof en;

/** All messages of a language. */
export type Dictionary = Readonly<Record<MessageKey, Message>>;

/**
 * The translated messages of a language: an unknown key does not compile; a missing one is shown in English, and a
 * test reports it.
 */
export type Translation = Partial<Dictionary>;

/**
 * Sections of messages that load together: `page`, whatever is first on the page and shared by several elements;
 * `picker`, the seat picker; `form`, the form; `after`, the ticket and the share row. Each is a file in a
 * language's folder.
 */
export type SectionName = 'page' | 'picker' | 'form' | 'after';

/** Key prefixes of each section: `form` of `form.sign`. Some keys with the other prefixes are in `page` too. */
export const BEGINNINGS: Readonly<Record<SectionName, readonly string[]>> = {
  page: ['campaign', 'story', 'deck', 'counter', 'seat'],
  picker: ['picker'],
  form: ['form', 'field', 'problem', 'summary', 'outcome', 'fallback', 'closed'],
  after: ['ticket', 'share'],
};
