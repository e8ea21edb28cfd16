import type { en } from './locales/en.js';
import type { Message } from './translate.js';

/** Every message has a key `element.meaning`; English is the measure. */
export type MessageKey = keyof typeof en;

/** A whole language: a missing key does not compile. */
export type Dictionary = Readonly<Record<MessageKey, Message>>;
