import type { Review } from '../review.js';
import { after } from './cs/after.js';
import { form } from './cs/form.js';
import { page } from './cs/page.js';
import { picker } from './cs/picker.js';

/** Review state of these messages. */
export const review: Review = 'machine';

/**
 * Czech. «Vy» in lower case, only in the present tense and the imperative: no verb reveals whether a man or a woman
 * signed. Names, seats and days are in the nominative, after a colon or as a subject. `many` is for fractions.
 *
 * | English | Czech |
 * | --- | --- |
 * | petition, sign, signature | petice, podepsat petici, podpis |
 * | seat, take a seat, kept seat | místo, obsadit místo, vyhrazené místo |
 * | block, row | sektor, řada |
 * | beside | vedle |
 * | standing | vestoje |
 * | withdraw the signature, code | odvolat podpis, kód |
 * | organisers, campaign team | organizátoři, tým kampaně |
 * | ticket, link | vstupenka, odkaz |
 */
export const cs = { ...page, ...picker, ...form, ...after };
