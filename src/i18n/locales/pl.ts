import type { Review } from '../review.js';
import { after } from './pl/after.js';
import { form } from './pl/form.js';
import { page } from './pl/page.js';
import { picker } from './pl/picker.js';

/** Review state of these messages. */
export const review: Review = 'machine';

/**
 * Polish. «Ty» in lower case, only in the present tense and the imperative: no verb reveals whether a man or a woman
 * signed, and a counted person is an «osoba». Names, seats and days are in the nominative, after a colon or as a subject.
 * `other` is for fractions.
 *
 * | English | Polish |
 * | --- | --- |
 * | petition, sign, signature | petycja, podpisać petycję, podpis |
 * | seat, take a seat, kept seat | miejsce, zająć miejsce, zachowane miejsce |
 * | block, row | sektor, rząd |
 * | beside | obok |
 * | standing | na stojąco |
 * | withdraw the signature, code | wycofać podpis, kod |
 * | organisers, campaign team | organizatorzy, zespół kampanii |
 * | ticket, link | bilet, link |
 */
export const pl = { ...page, ...picker, ...form, ...after };
