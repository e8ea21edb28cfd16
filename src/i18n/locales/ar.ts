import type { Review } from '../review.js';
import { after } from './ar/after.js';
import { form } from './ar/form.js';
import { page } from './ar/page.js';
import { picker } from './ar/picker.js';

/** Who has read these words. */
export const review: Review = 'machine';

/**
 * Arabic, Modern Standard. Buttons and instructions are verbal nouns («اختيار مقعد», «يُرجى…»), not imperatives, and nobody
 * is spoken to by a verb that is of a man or a woman alone. Names come after a colon or «بجانب», which need no ending in
 * writing. Figures are Western, as on the seats. `zero`, `one` and `two` are each one figure, and may say it as a word.
 *
 * | English | here |
 * | --- | --- |
 * | petition, sign, signature | عريضة، التوقيع على العريضة، توقيع |
 * | seat, take a seat, kept seat | مقعد، شغل مقعد، مقعد محفوظ |
 * | block, row | القطاع، الصف |
 * | beside | بجانب |
 * | standing | وقوفًا |
 * | take the signature back, code | سحب التوقيع، رمز |
 * | organisers, campaign team | الجهة المنظِّمة، فريق الحملة |
 * | ticket, link | تذكرة، رابط |
 */
export const ar = { ...page, ...picker, ...form, ...after };
