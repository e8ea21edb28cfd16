import type { Review } from '../review.js';
import { after } from './pl/after.js';
import { form } from './pl/form.js';
import { page } from './pl/page.js';
import { picker } from './pl/picker.js';

/** Who has read these words. */
export const review: Review = 'machine';

/**
 * Polish. «Ty» in small letters, in the present tense and the imperative only: no verb says whether a man or a woman
 * signed, and who is counted is an «osoba». Names, seats and days stand in the nominative, after a colon or as a subject.
 * `other` is for fractions.
 *
 * | English | here |
 * | --- | --- |
 * | petition, sign, signature | petycja, podpisać petycję, podpis |
 * | seat, take a seat, kept seat | miejsce, zająć miejsce, zachowane miejsce |
 * | block, row | sektor, rząd |
 * | beside | obok |
 * | standing | na stojąco |
 * | take the signature back, code | wycofać podpis, kod |
 * | organisers, campaign team | organizatorzy, zespół kampanii |
 * | ticket, link | bilet, link |
 */
export const pl = { ...page, ...picker, ...form, ...after };
