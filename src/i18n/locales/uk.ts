import type { Review } from '../review.js';
import { after } from './uk/after.js';
import { form } from './uk/form.js';
import { page } from './uk/page.js';
import { picker } from './uk/picker.js';

/** Review state of these messages. */
export const review: Review = 'machine';

/**
 * Ukrainian. «Ви» in lower case. `one` also covers 21 and 101, so it never says "you alone"; `other` is for fractions.
 * Names, seats and days are in the nominative, after a colon or as a subject; dates end with «р.», so that no full stop
 * follows one. No past-tense verb reveals whether a man or a woman signed.
 *
 * | English | Ukrainian |
 * | --- | --- |
 * | petition, sign, signature | петиція, підписати петицію, підпис |
 * | seat, take a seat, kept seat | місце, зайняти місце, збережене місце |
 * | block, row | сектор, ряд |
 * | beside | поруч |
 * | standing | стоячи |
 * | withdraw the signature, code | відкликати підпис, код |
 * | organisers, campaign team | організатори, команда кампанії |
 * | ticket, link | квиток, посилання |
 */
export const uk = { ...page, ...picker, ...form, ...after };
