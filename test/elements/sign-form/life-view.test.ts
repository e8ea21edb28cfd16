import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { deviceTimeZone, lifeView, opensView } from '../../../src/elements/sign-form/life-view.js';
import { setLocaleData } from '../../../src/i18n/intl.js';
import type { Translation } from '../../../src/i18n/keys.js';
import { ar } from '../../../src/i18n/locales/ar.js';
import { beFormats } from '../../../src/i18n/locales/be-formats.js';
import { be } from '../../../src/i18n/locales/be.js';
import { cs } from '../../../src/i18n/locales/cs.js';
import { de } from '../../../src/i18n/locales/de.js';
import { en } from '../../../src/i18n/locales/en.js';
import { pl } from '../../../src/i18n/locales/pl.js';
import { ru } from '../../../src/i18n/locales/ru.js';
import { uk } from '../../../src/i18n/locales/uk.js';
import { translate } from '../../../src/i18n/translate.js';
import type { CampaignDocument } from '../../../src/model/campaign.js';

type Days = Pick<CampaignDocument, 'opens' | 'closes' | 'timeZone'>;

const dictionaries: Readonly<Record<string, Translation>> = { ar, be, cs, de, en, pl, ru, uk };

/** Returns the sentence that a reader in a time zone sees, on a device whose date is in 2026. `day`: of the last publication. */
function sentence(document: Days, timeZone: string, { locale = 'en', day = '' } = {}): string {
  const context = () => ({
    words: {
      locale,
      t: (key: keyof typeof en, values = {}) => translate(dictionaries[locale]![key] ?? '', locale, values),
      text: () => '',
    },
    languageOf: () => locale,
    now: Date.UTC(2026, 4, 20),
    timeZone,
  });
  const root = document.closes ? lifeView(document, day, context) : opensView(document, context);
  const box = window.document.createElement('div');
  render(root, box);
  return box.textContent.replace(/[\s\u2066-\u2069]+/g, ' ').trim();
}

describe('the sentence about the first or the last day', () => {
  before(() => setLocaleData('be', beFormats));

  const closes = (timeZone: string | null = null): Days => ({ closes: '2026-05-31', timeZone });
  const opens = (timeZone: string | null = null): Days => ({ opens: '2026-06-01', timeZone });
  const table: [what: string, document: Days, reader: string, text: string][] = [
    [
      'the day, at the place itself',
      closes('Europe/Minsk'),
      'Europe/Minsk',
      'Open for signatures until 31 May 2026.',
    ],
    [
      'the day, where the clocks are the same',
      closes('Europe/Minsk'),
      'Europe/Moscow',
      'Open for signatures until 31 May 2026.',
    ],
    [
      'hour and place west of it',
      closes('Europe/Minsk'),
      'Europe/Lisbon',
      'Open for signatures until 31 May, 22:00 (midnight in Minsk).',
    ],
    [
      'hour and place east of it',
      closes('Europe/Minsk'),
      'Asia/Seoul',
      'Open for signatures until 1 June, 06:00 (midnight in Minsk).',
    ],
    [
      'a place of two words',
      closes('America/Argentina/Buenos_Aires'),
      'Europe/Lisbon',
      'Open for signatures until 1 June, 04:00 (midnight in Buenos Aires).',
    ],
    [
      'the hour where there is no time zone',
      closes(),
      'America/Sao_Paulo',
      'Open for signatures until 1 June, 09:00.',
    ],
    [
      'UTC, since a browser may hide where it is',
      closes(),
      'UTC',
      'Open for signatures until 1 June, 12:00 UTC.',
    ],
    [
      'a whole day of the reader, which is another',
      closes(),
      'Pacific/Auckland',
      'Open for signatures until 1 June 2026.',
    ],
    [
      'another year',
      { closes: '2027-05-31', timeZone: 'Europe/Minsk' },
      'Europe/Lisbon',
      'Open for signatures until 31 May 2027, 22:00 (midnight in Minsk).',
    ],
    [
      'a place that this browser does not know',
      closes('Europe/New_Name'),
      'Europe/Lisbon',
      'Open for signatures until 31 May 2026 (New Name).',
    ],
    ['the first day without a time zone', opens(), 'Asia/Seoul', 'It opens on 1 June, 21:00.'],
    ['the first day at the place itself', opens('Asia/Seoul'), 'Asia/Seoul', 'It opens on 1 June 2026.'],
    [
      'the first day elsewhere',
      opens('Asia/Seoul'),
      'Europe/Lisbon',
      'It opens on 31 May, 16:00 (midnight in Seoul).',
    ],
    [
      'a first day without midnight',
      { opens: '2026-04-24', timeZone: 'Africa/Cairo' },
      'Europe/Lisbon',
      'It opens on 23 April, 23:00 (01:00 in Cairo).',
    ],
    ['nothing', { closes: null, opens: null }, 'Asia/Seoul', ''],
  ];
  for (const [what, document, reader, text] of table)
    it(`names ${what} (${reader})`, () => expect(sentence(document, reader)).to.equal(text));

  it('says that the last day is near by the day of the last publication at the place', () => {
    const soon = 'This petition closes soon. You can sign until 31 May, 22:00 (midnight in Minsk).';
    for (const [day, text] of [
      ['2026-05-23', 'Open for signatures until 31 May, 22:00 (midnight in Minsk).'],
      ['2026-05-24', soon],
      ['2026-05-31', soon],
      ['2026-06-01', ''],
    ] as const)
      expect(sentence(closes('Europe/Minsk'), 'Europe/Lisbon', { day }), day).to.equal(text);
  });

  const languages: [locale: string, until: string, soon: string, opening: string][] = [
    [
      'de',
      'Unterschreiben ist bis 31. Mai, 22:00 (Mitternacht in Minsk) möglich.',
      'Diese Petition schließt bald. Unterschreiben ist bis 31. Mai, 22:00 (Mitternacht in Minsk) möglich.',
      'Sie beginnt am 1. Juni, 21:00.',
    ],
    [
      'pl',
      'Petycję można podpisać do 31 maja, godz. 22:00 (o północy, Minsk).',
      'Zbieranie podpisów wkrótce się zakończy. Petycję można podpisać do 31 maja, godz. 22:00 (o północy, Minsk).',
      'Zbieranie podpisów zacznie się 1 czerwca, godz. 21:00.',
    ],
    [
      'cs',
      'Petici lze podepsat do 31. května, 22:00 (půlnoc, Minsk).',
      'Sběr podpisů brzy skončí. Petici lze podepsat do 31. května, 22:00 (půlnoc, Minsk).',
      'Sběr podpisů začne 1. června, 21:00.',
    ],
    [
      'be',
      'Петыцыю можна падпісаць да 31 мая, 22:00 (апоўначы, Мінск).',
      'Збор хутка завершыцца: падпісаць петыцыю яшчэ можна да 31 мая, 22:00 (апоўначы, Мінск).',
      'Збор подпісаў пачнецца 1 чэрвеня, 21:00.',
    ],
    [
      'ru',
      'Петицию можно подписать до 31 мая, 22:00 (полночь, Беларусь).',
      'Сбор скоро завершится: подписать петицию ещё можно до 31 мая, 22:00 (полночь, Беларусь).',
      'Сбор подписей начнётся 1 июня, 21:00.',
    ],
    [
      'uk',
      'Петицію можна підписати до 31 травня, 22:00 (опівночі, Білорусь).',
      'Збір незабаром завершиться: підписати петицію ще можна до 31 травня, 22:00 (опівночі, Білорусь).',
      'Збір підписів почнеться 1 червня, 21:00.',
    ],
    [
      'ar',
      'يمكن التوقيع حتى 31 مايو، الساعة 10:00 م (منتصف الليل في بيلاروس).',
      'ينتهي جمع التوقيعات قريبًا. يمكن التوقيع حتى 31 مايو، الساعة 10:00 م (منتصف الليل في بيلاروس).',
      'يبدأ جمع التوقيعات في 1 يونيو، الساعة 9:00 م.',
    ],
  ];
  for (const [locale, until, soon, opening] of languages)
    it(`is in the reader's language: ${locale}`, () => {
      expect([
        sentence(closes('Europe/Minsk'), 'Europe/Lisbon', { locale }),
        sentence(closes('Europe/Minsk'), 'Europe/Lisbon', { locale, day: '2026-05-30' }),
        sentence(opens(), 'Asia/Seoul', { locale }),
      ]).to.deep.equal([until, soon, opening]);
    });

  it('asks for neither clock nor time zone where the document has no days', () => {
    let asked = 0;
    const context = (): never => {
      asked += 1;
      throw new Error('asked');
    };
    lifeView({}, '', context);
    lifeView(null, '', context);
    opensView({ closes: '2026-05-31' }, context);
    expect(asked).to.equal(0);
  });
});

describe('the time zone of the device', () => {
  it('is what Intl says, and UTC where it says one that it does not know itself', () => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    const own = resolvedOptions.call(new Intl.DateTimeFormat()).timeZone;
    const say = (timeZone: string | undefined): string => {
      Intl.DateTimeFormat.prototype.resolvedOptions = function () {
        return { ...resolvedOptions.call(this), timeZone } as Intl.ResolvedDateTimeFormatOptions;
      };
      return deviceTimeZone();
    };
    try {
      expect(deviceTimeZone()).to.equal(own);
      expect([undefined, '', 'Etc/Unknown', 'Asia/Seoul'].map(say)).to.deep.equal([
        'UTC',
        'UTC',
        'UTC',
        'Asia/Seoul',
      ]);
    } finally {
      Intl.DateTimeFormat.prototype.resolvedOptions = resolvedOptions;
    }
  });
});
