import type { Review } from '../review.js';
import { after } from './ru/after.js';
import { form } from './ru/form.js';
import { page } from './ru/page.js';
import { picker } from './ru/picker.js';

/** Review state of these messages. */
export const review: Review = 'machine';

/**
 * Russian. «Вы» in lower case. `one` also covers 21 and 101, so it never says "you alone"; `other` is for fractions.
 * Names, seats and days are in the nominative, after a colon or as a subject; dates end with «г.», so that no full stop
 * follows one. No past-tense verb reveals whether a man or a woman signed.
 *
 * | English | Russian |
 * | --- | --- |
 * | petition, sign, signature | петиция, подписать петицию, подпись |
 * | seat, take a seat, kept seat | место, занять место, сохранённое место |
 * | block, row | сектор, ряд |
 * | beside | рядом |
 * | standing | стоя |
 * | withdraw the signature, code | отозвать подпись, код |
 * | organisers, campaign team | организаторы, команда кампании |
 * | ticket, link | билет, ссылка |
 */
export const ru = { ...page, ...picker, ...form, ...after };
