import type { Review } from '../review.js';
import { after } from './cs/after.js';
import { form } from './cs/form.js';
import { page } from './cs/page.js';
import { picker } from './cs/picker.js';

/** Who has read these words. */
export const review: Review = 'machine';

/**
 * Czech. «Vy» in small letters, in the present tense and the imperative only: no verb says whether a man or a woman
 * signed. Names, seats and days stand in the nominative, after a colon or as a subject. `many` is for fractions.
 *
 * | English | here |
 * | --- | --- |
 * | petition, sign, signature | petice, podepsat petici, podpis |
 * | seat, take a seat, kept seat | místo, obsadit místo, vyhrazené místo |
 * | block, row | sektor, řada |
 * | beside | vedle |
 * | standing | vestoje |
 * | take the signature back, code | odvolat podpis, kód |
 * | organisers, campaign team | organizátoři, tým kampaně |
 * | ticket, link | vstupenka, odkaz |
 */
export const cs = { ...page, ...picker, ...form, ...after };
