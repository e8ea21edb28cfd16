import type { Review } from '../review.js';
import { after } from './de-x-informal/after.js';
import { form } from './de-x-informal/form.js';
import { page } from './de-x-informal/page.js';
import { picker } from './de-x-informal/picker.js';

/** Who has read these words. */
export const review: Review = 'machine';

/** German with «du», in small letters: only what differs from de.ts, whose glossary holds here too. */
export const deInformal = { ...page, ...picker, ...form, ...after };
