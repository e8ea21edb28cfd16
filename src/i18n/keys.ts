import type { en } from './locales/en.js';
import type { Message } from './translate.js';

/** Every message has a key `element.meaning`; English is the measure. */
export type MessageKey = keyof typeof en;

/** A whole language. */
export type Dictionary = Readonly<Record<MessageKey, Message>>;

/** A language as far as it is translated: an unknown key does not compile, a missing one is said in English and named by a test. */
export type Translation = Partial<Dictionary>;

/**
 * Who has read the words of a language: `source`, written here first; `machine`, written by machine and not reviewed;
 * or the native speaker who reviewed them, and the day (`YYYY-MM-DD`).
 */
export type Review = 'source' | 'machine' | { readonly by: string; readonly on: string };
