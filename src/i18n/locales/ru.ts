import type { Review } from '../review.js';
import { after } from './ru/after.js';
import { form } from './ru/form.js';
import { page } from './ru/page.js';
import { picker } from './ru/picker.js';

/** Who has read these words. */
export const review: Review = 'machine';

/**
 * Russian. «Вы» in small letters; `one` is also 21 and 101, so that it never says "you alone"; `other` is for fractions.
 * Names, seats and days stand in the nominative, after a colon or as a subject; dates end with «г.», so that no full stop
 * follows one. No verb in the past says whether a man or a woman signed.
 *
 * | English | here |
 * | --- | --- |
 * | petition, sign, signature | петиция, подписать петицию, подпись |
 * | seat, take a seat, kept seat | место, занять место, сохранённое место |
 * | block, row | сектор, ряд |
 * | beside | рядом |
 * | standing | стоя |
 * | take the signature back, code | отозвать подпись, код |
 * | organisers, campaign team | организаторы, команда кампании |
 * | ticket, link | билет, ссылка |
 */
export const ru = { ...page, ...picker, ...form, ...after };
