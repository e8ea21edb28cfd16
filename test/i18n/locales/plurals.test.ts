import { expect } from '@open-wc/testing';
import { formatNumber } from '../../../src/i18n/intl.js';
import type { MessageKey, Translation } from '../../../src/i18n/keys.js';
import { ar } from '../../../src/i18n/locales/ar.js';
import { cs } from '../../../src/i18n/locales/cs.js';
import { de } from '../../../src/i18n/locales/de.js';
import { pl } from '../../../src/i18n/locales/pl.js';
import { ru } from '../../../src/i18n/locales/ru.js';
import { uk } from '../../../src/i18n/locales/uk.js';
import { translate } from '../../../src/i18n/translate.js';

/** A count with its words, as readers see it; `#` is the count, text before the dots is outside the message. */
type Row = readonly [count: number, sentence: string];
interface Table {
  locale: string;
  words: Translation;
  rows: Partial<Record<MessageKey, readonly Row[]>>;
}

const tables: Table[] = [
  {
    locale: 'ru',
    words: ru,
    rows: {
      'counter.seats-taken': [
        [1, '# … место из 900 занято'],
        [3, '# … места из 900 заняты'],
        [11, '# … мест из 900 занято'],
        [21, '# … место из 900 занято'],
        [114, '# … мест из 900 занято'],
        [1.5, '# … места из 900 занято'],
      ],
      'outcome.people': [
        [1, '# человек занял место.'],
        [22, '# человека заняли места.'],
        [5, '# человек заняли места.'],
        [4213, '# человек заняли места.'],
      ],
      'form.waiting': [
        [1, 'Сейчас петицию подписывает много людей. Мы попробуем ещё раз через # секунду.'],
        [30, 'Сейчас петицию подписывает много людей. Мы попробуем ещё раз через # секунд.'],
      ],
    },
  },
  {
    locale: 'uk',
    words: uk,
    rows: {
      'counter.seats-taken': [
        [1, '# … місце з 900 зайняте'],
        [4, '# … місця з 900 зайняті'],
        [12, '# … місць із 900 зайнято'],
        [101, '# … місце з 900 зайняте'],
      ],
      'outcome.people': [
        [1, '# людина зайняла місце.'],
        [3, '# людини зайняли місця.'],
        [5, '# людей зайняли місця.'],
        [4213, '# людей зайняли місця.'],
        [4222, '# людини зайняли місця.'],
      ],
    },
  },
  {
    locale: 'pl',
    words: pl,
    rows: {
      'counter.seats-taken': [
        [1, '# … miejsce z 900 jest zajęte'],
        [2, '# … miejsca z 900 są zajęte'],
        [12, '# … miejsc z 900 jest zajętych'],
        [21, '# … miejsc z 900 jest zajętych'],
        [22, '# … miejsca z 900 są zajęte'],
      ],
      'outcome.people-signed': [
        [1, '# osoba podpisała petycję.'],
        [24, '# osoby podpisały petycję.'],
        [4213, '# osób podpisało petycję.'],
      ],
    },
  },
  {
    locale: 'cs',
    words: cs,
    rows: {
      'counter.seats-taken': [
        [1, '# … místo z 900 je obsazené'],
        [4, '# … místa z 900 jsou obsazená'],
        [5, '# … míst z 900 je obsazeno'],
        [22, '# … míst z 900 je obsazeno'],
        [1.5, '# … místa z 900 je obsazeno'],
      ],
      'outcome.people': [
        [1, '# člověk obsadil místo.'],
        [2, '# lidé obsadili místa.'],
        [4213, '# lidí obsadilo místa.'],
      ],
    },
  },
  {
    locale: 'de',
    words: de,
    rows: {
      'counter.seats-taken': [
        [1, '# … von 900 Plätzen ist besetzt'],
        [21, '# … von 900 Plätzen sind besetzt'],
      ],
      'form.errors': [
        [1, 'Es gibt ein Problem mit einer Antwort'],
        [3, 'Es gibt ein Problem mit # Antworten'],
      ],
    },
  },
  {
    locale: 'ar',
    words: ar,
    rows: {
      'counter.seats-taken': [
        [0, '# … مقعد مشغول من أصل 900'],
        [1, '# … مقعد مشغول من أصل 900'],
        [2, '# … مقعدان مشغولان من أصل 900'],
        [3, '# … مقاعد مشغولة من أصل 900'],
        [11, '# … مقعدًا مشغولًا من أصل 900'],
        [100, '# … مقعد مشغول من أصل 900'],
        [4213, '# … مقعدًا مشغولًا من أصل 900'],
      ],
      'outcome.people': [
        [0, 'لم يُشغل أي مقعد بعد.'],
        [1, 'شخص واحد شغل مقعدًا.'],
        [2, 'شخصان شغلا مقعدين.'],
        [10, '# أشخاص شغلوا مقاعد.'],
        [99, '# شخصًا شغلوا مقاعد.'],
        [102, '# شخص شغلوا مقاعد.'],
        [103, '# أشخاص شغلوا مقاعد.'],
      ],
    },
  },
];

for (const { locale, words, rows } of tables) {
  describe(`a count and its words in "${locale}"`, () => {
    for (const [key, sentences] of Object.entries(rows) as [MessageKey, readonly Row[]][]) {
      for (const [count, sentence] of sentences) {
        it(`${key} with ${count}: ${sentence}`, () => {
          expect(translate(words[key]!, locale, { count, capacity: 900 })).to.equal(
            sentence.replace(/^# … /, '').replaceAll('#', formatNumber(count, locale)),
          );
        });
      }
    }
  });
}
