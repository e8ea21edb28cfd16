import type { Review } from '../review.js';
import { after } from './be/after.js';
import { form } from './be/form.js';
import { page } from './be/page.js';
import { picker } from './be/picker.js';

/** Review state of these messages. */
export const review: Review = 'machine';

/**
 * Belarusian. The orthography of 2008, as taught in school; «вы» in lower case. Names, days and goals are in the
 * nominative, after a colon or as a subject; dates end with «г.», so that no full stop follows one. `one` also covers 21
 * and 101, so it never says "you alone"; `other` is for fractions. No past-tense verb reveals whether a man or a woman
 * signed.
 *
 * | English | Belarusian |
 * | --- | --- |
 * | petition, sign, signature | петыцыя, падпісаць петыцыю, подпіс |
 * | seat, take a seat, kept seat | месца, заняць месца, захаванае месца |
 * | block, row | сектар, рад |
 * | beside | побач |
 * | standing | стоячы |
 * | withdraw the signature, code | адклікаць подпіс, код |
 * | organisers, campaign team | арганізатары, каманда кампаніі |
 * | ticket, link | білет, спасылка |
 */
export const be = { ...page, ...picker, ...form, ...after };
