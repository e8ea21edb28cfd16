import type { Review } from '../review.js';
import { after } from './en/after.js';
import { form } from './en/form.js';
import { page } from './en/page.js';
import { picker } from './en/picker.js';

/** Who has read these words. */
export const review: Review = 'source';

/** English: the words every other language is measured by. Plain, adult, present tense: what happened, what is kept, what to do. */
export const en = { ...page, ...picker, ...form, ...after };
