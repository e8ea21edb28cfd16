import type { Review } from '../review.js';
import { after } from './de/after.js';
import { form } from './de/form.js';
import { page } from './de/page.js';
import { picker } from './de/picker.js';

/** Review state of these messages. */
export const review: Review = 'machine';

/**
 * German, with «Sie»; de-x-informal.ts has the messages that differ with «du». People are «Menschen», never of one gender
 * alone. Names are in the nominative, after a colon or as a subject. `one` covers only 1.
 *
 * | English | German |
 * | --- | --- |
 * | petition, sign, signature | Petition, unterschreiben, Unterschrift |
 * | seat, take a seat, kept seat | Platz, Platz einnehmen, freigehaltener Platz |
 * | block, row | Block, Reihe |
 * | beside | neben |
 * | standing | im Stehen |
 * | withdraw the signature, code | Unterschrift zurücknehmen, Code |
 * | organisers, campaign team | die Verantwortlichen, Kampagnenteam |
 * | ticket, link | Ticket, Link |
 */
export const de = { ...page, ...picker, ...form, ...after };
