import type { Review } from '../review.js';
import { after } from './en/after.js';
import { form } from './en/form.js';
import { page } from './en/page.js';
import { picker } from './en/picker.js';

/** Review state of these messages. */
export const review: Review = 'source';

/**
 * English: the source of every other language. Plain, adult, present tense: what happened, what is stored, what to
 * do.
 */
export const en = { ...page, ...picker, ...form, ...after };
