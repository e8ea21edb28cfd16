import type { en } from './locales/en.js';
import type { Message } from './translate.js';

/** Every message has a key `element.meaning`; English is the measure. */
export type MessageKey = keyof typeof en;

/** A whole language. */
export type Dictionary = Readonly<Record<MessageKey, Message>>;

/** A language as far as it is translated: an unknown key does not compile, a missing one is said in English and named by a test. */
export type Translation = Partial<Dictionary>;
