import type { Review } from '../review.js';
import { after } from './de-x-informal/after.js';
import { form } from './de-x-informal/form.js';
import { page } from './de-x-informal/page.js';
import { picker } from './de-x-informal/picker.js';

/** Review state of these messages. */
export const review: Review = 'machine';

/** German with «du», in lower case: only the messages that differ from de.ts, whose glossary applies here too. */
export const deInformal = { ...page, ...picker, ...form, ...after };
