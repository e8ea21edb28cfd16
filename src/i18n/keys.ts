import type { en } from './locales/en.js';
import type { Message } from './translate.js';

/** Every message has a key `element.meaning`; English is the measure. */
export type MessageKey = keyof typeof en;

/** A whole language. */
export type Dictionary = Readonly<Record<MessageKey, Message>>;

/** A language as far as it is translated: an unknown key does not compile, a missing one is said in English and named by a test. */
export type Translation = Partial<Dictionary>;

/**
 * Words that are loaded together: what stands on the page first with what several elements say, what the seat picker
 * says, what the form says, what ticket and share row say. Each is a file of a language's folder.
 */
export type SectionName = 'page' | 'picker' | 'form' | 'after';

/** How the keys of a section begin: `form` of `form.sign`. Single keys of the others stand in `page` too. */
export const BEGINNINGS: Readonly<Record<SectionName, readonly string[]>> = {
  page: ['campaign', 'story', 'deck', 'counter', 'seat'],
  picker: ['picker'],
  form: ['form', 'field', 'problem', 'summary', 'outcome', 'fallback', 'closed'],
  after: ['ticket', 'share'],
};
