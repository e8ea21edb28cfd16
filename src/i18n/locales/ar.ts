import type { Review } from '../review.js';
import { after } from './ar/after.js';
import { form } from './ar/form.js';
import { page } from './ar/page.js';
import { picker } from './ar/picker.js';

/** Review state of these messages. */
export const review: Review = 'machine';

/**
 * Arabic, Modern Standard. Buttons and instructions are verbal nouns («اختيار مقعد», «يُرجى…»), not imperatives, and no
 * verb addresses only men or only women. Names follow a colon or «بجانب», which need no case ending in writing. Numbers
 * use Western digits, as the seats do. `zero`, `one` and `two` are each a single number, and may be written as a word.
 *
 * | English | Arabic |
 * | --- | --- |
 * | petition, sign, signature | عريضة، التوقيع على العريضة، توقيع |
 * | seat, take a seat, kept seat | مقعد، شغل مقعد، مقعد محفوظ |
 * | block, row | القطاع، الصف |
 * | beside | بجانب |
 * | standing | وقوفًا |
 * | withdraw the signature, code | سحب التوقيع، رمز |
 * | organisers, campaign team | الجهة المنظِّمة، فريق الحملة |
 * | ticket, link | تذكرة، رابط |
 */
export const ar = { ...page, ...picker, ...form, ...after };
