import type { Review } from '../review.js';
import { after } from './de/after.js';
import { form } from './de/form.js';
import { page } from './de/page.js';
import { picker } from './de/picker.js';

/** Who has read these words. */
export const review: Review = 'machine';

/**
 * German, with «Sie»; what differs with «du» stands in de-x-informal.ts. People are «Menschen», never of one gender alone.
 * Names stand in the nominative, after a colon or as a subject. `one` is 1 alone.
 *
 * | English | here |
 * | --- | --- |
 * | petition, sign, signature | Petition, unterschreiben, Unterschrift |
 * | seat, take a seat, kept seat | Platz, Platz einnehmen, freigehaltener Platz |
 * | block, row | Block, Reihe |
 * | beside | neben |
 * | standing | im Stehen |
 * | take the signature back, code | Unterschrift zurücknehmen, Code |
 * | organisers, campaign team | die Verantwortlichen, Kampagnenteam |
 * | ticket, link | Ticket, Link |
 */
export const de = { ...page, ...picker, ...form, ...after };
