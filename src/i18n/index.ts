/** Messages, numbers and plural forms; the locale is an argument. */
export * from './translate.js';
export * from './format.js';
export type { Dictionary, MessageKey } from './keys.js';
export { en } from './locales/en.js';
