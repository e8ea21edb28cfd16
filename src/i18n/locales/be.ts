import type { Review } from '../review.js';
import { after } from './be/after.js';
import { form } from './be/form.js';
import { page } from './be/page.js';
import { picker } from './be/picker.js';

/** Who has read these words. */
export const review: Review = 'machine';

/**
 * Belarusian. The orthography of 2008, as taught in school; «вы» in small letters. Names, days and goals come in the nominative, so
 * that they stand after a colon or as a subject; dates end with «г.», so that no full stop follows one. `one` is also 21
 * and 101, so that it never says "you alone". `other` is for fractions. No verb in the past
 * says whether a man or a woman signed.
 *
 * | English | here |
 * | --- | --- |
 * | petition, sign, signature | петыцыя, падпісаць петыцыю, подпіс |
 * | seat, take a seat, kept seat | месца, заняць месца, захаванае месца |
 * | block, row | сектар, рад |
 * | beside | побач |
 * | standing | стоячы |
 * | take the signature back, code | адклікаць подпіс, код |
 * | organisers, campaign team | арганізатары, каманда кампаніі |
 * | ticket, link | білет, спасылка |
 */
export const be = { ...page, ...picker, ...form, ...after };
