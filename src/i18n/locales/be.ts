import type { Translation } from '../keys.js';
import type { Review } from '../review.js';

/** Who has read these words. */
export const review: Review = 'machine';

/**
 * Belarusian. The orthography of 2008, as taught in school; «вы» in small letters. Names, days and goals come in the nominative, so
 * that they stand after a colon or as a subject; dates end with «г.», so that no full stop follows one. `one` is also 21
 * and 101, so that it never says "you alone". `other` is for fractions. No verb in the past
 * says whether a man or a woman signed.
 *
 * | English | here |
 * | --- | --- |
 * | petition, sign, signature | петыцыя, падпісаць петыцыю, подпіс |
 * | seat, take a seat, kept seat | месца, заняць месца, захаванае месца |
 * | block, row | сектар, рад |
 * | beside | побач |
 * | standing | стоячы |
 * | take the signature back, code | адклікаць подпіс, код |
 * | organisers, campaign team | арганізатары, каманда кампаніі |
 */
export const be = {
  // campaign
  'campaign.organised-by': 'Арганізатар петыцыі: {name}',
  'campaign.privacy': 'Як апрацоўваюцца вашы даныя: {name}',
  'campaign.language': 'Мова',

  // story
  'story.position': '{index} з {total}',
  'story.status': 'Станам на {date}: {status}',
  'story.later': 'Што адбылося пазней',
  'story.read-more': 'Чытаць далей: {name}',
  'story.read-less': 'Згарнуць',
  'story.told-by': 'Расказвае {teller}',
  'story.checked': 'Праверана ({date}).',
  'story.sources': 'Крыніцы:',
  'story.seat-kept': 'Захаванае месца: {seat}',

  // deck
  'deck.label': 'Гісторыі',
  'deck.previous': 'Папярэдняя',
  'deck.next': 'Наступная гісторыя',
  'deck.coming': 'Далей: {name}',
  'deck.shown': '{name}, {index} з {total}',
  'deck.choose-seat': 'Выбраць месца',
  'deck.sign': 'Падпісаць петыцыю',

  // counter
  'counter.seats-taken': {
    one: 'месца з {capacity} занята',
    few: 'месцы з {capacity} занятыя',
    many: 'месцаў з {capacity} занята',
    other: 'месца з {capacity} занята',
  },
  'counter.seats-taken-own': {
    one: 'месца з {capacity} занята, ваша ўлічана',
    few: 'месцы з {capacity} занятыя, адно з іх ваша',
    many: 'месцаў з {capacity} занята, адно з іх ваша',
    other: 'месца з {capacity} занята, адно з іх ваша',
  },
  'counter.seats-were-taken': {
    one: 'месца з {capacity} было занята',
    few: 'месцы з {capacity} былі занятыя',
    many: 'месцаў з {capacity} было занята',
    other: 'месца з {capacity} было занята',
  },
  'counter.seats-near': {
    one: 'Яшчэ {count} месца, і занятых будзе {goal}',
    few: 'Яшчэ {count} месцы, і занятых будзе {goal}',
    many: 'Яшчэ {count} месцаў, і занятых будзе {goal}',
    other: 'Яшчэ {count} месца, і занятых будзе {goal}',
  },
  'counter.standing': {
    one: 'і яшчэ {count} чалавек стаіць',
    few: 'і яшчэ {count} чалавекі стаяць',
    many: 'і яшчэ {count} чалавек стаяць',
    other: 'і яшчэ {count} чалавека стаяць',
  },
  'counter.standing-own': {
    one: 'і яшчэ {count} чалавек стаіць, ваш подпіс улічаны',
    few: 'і яшчэ {count} чалавекі стаяць, сярод іх вы',
    many: 'і яшчэ {count} чалавек стаяць, сярод іх вы',
    other: 'і яшчэ {count} чалавека стаяць, сярод іх вы',
  },
  'counter.signatures': {
    one: 'чалавек падпісаў петыцыю',
    few: 'чалавекі падпісалі петыцыю',
    many: 'чалавек падпісалі петыцыю',
    other: 'чалавека падпісалі петыцыю',
  },
  'counter.signatures-own': {
    one: 'чалавек падпісаў петыцыю, ваш подпіс улічаны',
    few: 'чалавекі падпісалі петыцыю, сярод іх вы',
    many: 'чалавек падпісалі петыцыю, сярод іх вы',
    other: 'чалавека падпісалі петыцыю, сярод іх вы',
  },
  // The language has no earlier past; that the count is old is said beside it.
  'counter.signatures-were': {
    one: 'чалавек падпісаў петыцыю',
    few: 'чалавекі падпісалі петыцыю',
    many: 'чалавек падпісалі петыцыю',
    other: 'чалавека падпісалі петыцыю',
  },
  'counter.signatures-near': {
    one: 'Яшчэ {count} подпіс, і іх будзе {goal}',
    few: 'Яшчэ {count} подпісы, і іх будзе {goal}',
    many: 'Яшчэ {count} подпісаў, і іх будзе {goal}',
    other: 'Яшчэ {count} подпісу, і іх будзе {goal}',
  },
  'counter.compact': {
    one: 'чалавек заняў месца',
    few: 'чалавекі занялі месцы',
    many: 'чалавек занялі месцы',
    other: 'чалавека занялі месцы',
  },
  'counter.compact-own': {
    one: 'чалавек заняў месца, ваша ўлічана',
    few: 'чалавекі занялі месцы, сярод іх вы',
    many: 'чалавек занялі месцы, сярод іх вы',
    other: 'чалавека занялі месцы, сярод іх вы',
  },
  'counter.goal': 'Наступная мэта: {goal}',
  'counter.goal-reached': 'Мэта дасягнута: {goal}',
  'counter.as-of': 'Падлічана: {moment}',
  'counter.as-of-own': 'Падлічана: {moment}, разам з вашым',
  'counter.today': 'сёння ў {time}',
  'counter.yesterday': 'учора ў {time}',
  'counter.stale': 'Падлічана: {moment}; навейшыя звесткі цяпер недаступныя.',
  'counter.stale-offline': 'Падлічана: {moment}; цяпер прылада не ў сетцы.',
  'counter.unknown': 'Колькасць подпісаў цяпер недаступная',
  'counter.unknown-hint': 'Падпісаць усё адно можна: кожны подпіс улічваецца.',
  'counter.offline': 'Прылада не ў сетцы',
  'counter.offline-hint': 'Колькасць з’явіцца, калі злучэнне адновіцца.',
  'counter.loading': 'Ідзе падлік',
  'counter.first': 'Будзьце сярод першых, хто падпіша петыцыю',
  'counter.first-own': 'Вы сярод першых, хто падпісаў петыцыю',

  // picker
  'picker.label': 'Месцы',
  'picker.summary': {
    one: '{count} месца з {capacity} вольнае',
    few: '{count} месцы з {capacity} вольныя',
    many: '{count} месцаў з {capacity} вольныя',
    other: '{count} месца з {capacity} вольныя',
  },
  'picker.find': 'Знайсці мне месца',
  'picker.beside': 'Сесці побач',
  'picker.beside-menu': 'Сесці побач …',
  'picker.beside-person': 'Сесці побач: {name}',
  'picker.beside-name': 'Імя',
  'picker.beside-more': {
    one: 'і яшчэ {count}: напішыце частку імя',
    few: 'і яшчэ {count}: напішыце частку імя',
    many: 'і яшчэ {count}: напішыце частку імя',
    other: 'і яшчэ {count}: напішыце частку імя',
  },
  'picker.beside-none': 'Для чалавека з такім імем месца не захавана.',
  'picker.wheel': 'Ctrl + кола мышы набліжае',
  'picker.wheel-mac': '⌘ + кола мышы набліжае',
  'picker.whole': 'Усе месцы',
  'picker.zoom-in': 'Наблізіць',
  'picker.zoom-out': 'Аддаліць',
  'picker.go-to': 'Перайсці да сектара',
  'picker.block': 'Сектар {block}',
  'picker.block-free': 'Сектар {block}, вольна {free} з {count}',
  'picker.row-free': 'Рад {row}, вольна {free} з {count}',
  'picker.grid': 'Сектар {block}, месца за месцам',
  'picker.keys':
    'Стрэлкі вядуць ад месца да месца, Enter займае месца; + і - набліжаюць і аддаляюць. Каб перайсці да месца, набярыце яго, напрыклад 12-8-15. Escape вяртае да сектараў.',
  'picker.free': 'Вольнае',
  'picker.taken': 'Занятае',
  'picker.lit': 'Свеціцца',
  'picker.kept': 'Захаванае',
  'picker.yours': 'Ваша месца',
  'picker.free-beside': 'Вольнае, побач: {name}',
  'picker.yours-beside': 'Ваша месца, побач: {name}',
  'picker.kept-for': 'Захаванае месца: {name}',
  'picker.you-beside': 'Ваша месца побач',
  'picker.enter-takes': 'Вольнае. Каб заняць, націсніце Enter.',
  'picker.cell-free': '{seat}, вольнае',
  'picker.cell-free-beside': '{seat}, вольнае, побач: {name}',
  'picker.cell-taken': '{seat}, занятае',
  'picker.cell-kept': '{seat}, захаванае: {name}',
  'picker.cell-yours': '{seat}, ваша',
  'picker.cell-yours-beside': '{seat}, ваша, побач: {name}',
  'picker.take': 'Заняць гэтае месца',
  'picker.chosen': 'Ваша месца: {seat}.',
  'picker.chosen-beside': 'Ваша месца: {seat}. Побач: {name}.',
  'picker.is-taken': '{seat}: занята. Выберыце вольнае месца.',
  'picker.is-kept': '{seat}: захавана ({name}). Выберыце месца побач.',
  'picker.full': 'Усе месцы занятыя. Можна падпісаць стоячы: такі подпіс улічваецца гэтак жа.',
  'picker.full-standing': {
    one: 'Усе месцы занятыя, і {count} чалавек стаіць. Можна падпісаць стоячы: такі подпіс улічваецца гэтак жа.',
    few: 'Усе месцы занятыя, і {count} чалавекі стаяць. Можна падпісаць стоячы: такі подпіс улічваецца гэтак жа.',
    many: 'Усе месцы занятыя, і {count} чалавек стаяць. Можна падпісаць стоячы: такі подпіс улічваецца гэтак жа.',
    other:
      'Усе месцы занятыя, і {count} чалавека стаяць. Можна падпісаць стоячы: такі подпіс улічваецца гэтак жа.',
  },
  'picker.standing': {
    one: 'і {count} чалавек стаіць',
    few: 'і {count} чалавекі стаяць',
    many: 'і {count} чалавек стаяць',
    other: 'і {count} чалавека стаяць',
  },
  'picker.symbolic':
    'Месцы загараюцца па меры падліку. Якія з іх свецяцца, сімвалічна, а сваё месца паказваеце толькі вы.',
  'picker.lost': '{lost}: ужо занята. Бліжэйшае вольнае: {seat}.',
  'picker.no-picture': 'Малюнак месцаў не загрузіўся. Выбраць месца можна і тут.',
  'picker.not-loaded': 'Не загрузілася. Праверце злучэнне і адкрыйце яшчэ раз.',
  'picker.again': 'Паспрабаваць яшчэ раз',
  'picker.arrived': {
    one: 'Яшчэ {count} чалавек заняў месца',
    few: 'Яшчэ {count} чалавекі занялі месцы',
    many: 'Яшчэ {count} чалавек занялі месцы',
    other: 'Яшчэ {count} чалавека занялі месцы',
  },
  'picker.list': 'Выбраць са спіса: сектар, рад, месца',
  'picker.list-block': 'Сектар',
  'picker.list-row': 'Рад',
  'picker.list-seat': 'Месца',
  'picker.seat-free': 'Месца {number}',
  'picker.seat-free-beside': 'Месца {number}, побач: {name}',
  'picker.seat-taken': 'Месца {number}, занятае',
  'picker.seat-kept': 'Месца {number}, захаванае: {name}',
  'picker.seat-yours': 'Месца {number}, ваша',
  'picker.no-block': 'Сектара {block} няма. Сектары ідуць ад {first} да {last}.',
  'picker.no-row': 'Рада {row} тут няма. Рады ідуць ад {first} да {last}.',
  'picker.no-seat': 'Месца {number} тут няма. Месцы ідуць ад 1 да {last}.',
  'picker.together': 'Сесці разам з сябрамі',
  'picker.together-count': 'Колькі вас',
  'picker.together-find': 'Знайсці месцы побач',
  'picker.together-found': '{seats}: вольныя, адно каля аднаго.',
  'picker.together-take': 'Заняць месца {number}',
  'picker.together-friends':
    'Ваша месца {number}. Побач для вашых сяброў вольна: {seats}. Нічога не бранюецца: месца зойме той, хто першы падпіша.',
  'picker.together-none': {
    one: 'У ніводным радзе няма {count} вольнага месца побач. Паспрабуйце менш.',
    few: 'У ніводным радзе няма {count} вольных месцаў побач. Паспрабуйце менш.',
    many: 'У ніводным радзе няма {count} вольных месцаў побач. Паспрабуйце менш.',
    other: 'У ніводным радзе няма {count} вольнага месца побач. Паспрабуйце менш.',
  },
  'picker.together-gone': 'Там ужо хтосьці сеў. Пашукайце іншыя месцы.',
  'picker.seats': 'Сектар {block}, рад {row}, месцы {first}–{last}',
  'picker.seats-two': 'Сектар {block}, рад {row}, месцы {first} і {last}',
  'picker.required': 'Выберыце месца',
  'picker.unavailable': 'Месцы цяпер паказаць не ўдаецца. Можна падпісаць без месца.',

  // seat
  'seat.sentence': 'Сектар {block}, рад {row}, месца {number}',
  'seat.beside': 'Побач: {name}',

  // form
  'form.title-seat': 'Выберыце месца, падтрымайце петыцыю',
  'form.title': 'Падпішыце петыцыю',
  'form.no-seat': 'Месца пакуль не выбрана',
  'form.no-seat-hint': 'Выберыце яго або падпішыце стоячы: такі подпіс улічваецца гэтак жа.',
  'form.full': 'Усе месцы занятыя',
  'form.full-hint': 'Можна падпісаць стоячы. Ваш подпіс улічваецца гэтак жа.',
  'form.change-seat': 'Змяніць',
  'form.choose-seat': 'Выбраць месца',
  'form.stand': 'Лепш стоячы',
  'form.standing': 'Вы падпісваеце стоячы',
  'form.standing-hint': 'Такі подпіс улічваецца гэтак жа. Месца яшчэ можна выбраць.',
  'form.optional': 'Неабавязкова',
  'form.choose': 'Выберыце',
  'form.sign-seat': 'Падпісаць і заняць гэтае месца',
  'form.sign-standing': 'Падпісаць стоячы',
  'form.sign': 'Падпісаць',
  'form.sending': 'Ваш подпіс адпраўляецца',
  'form.sending-hint': 'Пры павольнай сувязі гэта доўжыцца некалькі секунд.',
  'form.waiting': {
    one: 'Цяпер петыцыю падпісвае шмат людзей. Ваш подпіс адправіцца яшчэ раз праз {count} секунду.',
    few: 'Цяпер петыцыю падпісвае шмат людзей. Ваш подпіс адправіцца яшчэ раз праз {count} секунды.',
    many: 'Цяпер петыцыю падпісвае шмат людзей. Ваш подпіс адправіцца яшчэ раз праз {count} секунд.',
    other: 'Цяпер петыцыю падпісвае шмат людзей. Ваш подпіс адправіцца яшчэ раз праз {count} секунды.',
  },
  'form.privacy-note': 'Малюнак паказвае месцы і ніколі не паказвае імёнаў.',
  'form.withdraw-note': 'Подпіс можна адклікаць з дапамогай кода, які вы атрымаеце, калі падпішаце петыцыю.',
  'form.seen-by-target': 'Гэта ўбачаць каманда кампаніі і {target}.',
  'form.seen-by-team': 'Гэта ўбачыць толькі каманда кампаніі.',
  'form.seen-by-public': 'Гэта ўбачаць усе.',
  'form.errors': {
    one: 'Праверце яшчэ раз {count} адказ',
    few: 'Праверце яшчэ раз {count} адказы',
    many: 'Праверце яшчэ раз {count} адказаў',
    other: 'Праверце яшчэ раз {count} адказу',
  },
  'form.errors-two': 'Праверце яшчэ раз два адказы',
  // Seen from the signer's seat: who sits before somebody has them behind.
  'form.in-front-of': 'Адразу за вамі: {name}',
  'form.behind': 'Адразу перад вамі: {name}',
  'form.failed': 'Петыцыю цяпер не ўдаецца прачытаць',

  // fields of OSDI, and what is wrong with an answer
  'field.given_name': 'Імя',
  'field.family_name': 'Прозвішча',
  'field.email': 'Электронная пошта',
  'field.country': 'Краіна',
  'field.postal_code': 'Паштовы індэкс',
  'field.phone': 'Тэлефон',
  'field.comment': 'Каментарый',
  'problem.required': 'Запоўніце гэтае поле',
  'problem.required-choice': 'Выберыце адзін варыянт',
  'problem.required-checkbox': 'Каб працягнуць, пастаўце тут адзнаку',
  'problem.required-consent':
    'Каб падпісаць, пастаўце тут адзнаку. Без яе ваш подпіс нельга перадаць адрасату.',
  // Before a figure that may be any, a noun would have to agree with it.
  'problem.too-long': 'Скараціце адказ. Найбольшая колькасць знакаў: {limit}',
  'problem.format': 'Такі адказ тут не прымаецца. Запішыце яго інакш',
  'problem.format-email': 'Запішыце адрас са знакам @, напрыклад ada@example.org',
  'problem.format-email-whole': 'Запішыце адрас цалкам, напрыклад ada@example.org',
  'problem.format-tel': 'Запішыце нумар толькі лічбамі, напрыклад +420 123 456 789',
  'problem.said': '{problem}. Служба адказвае: {text}',
  'problem.unknown': 'Гэты адказ больш не патрэбны',
  'problem.out-of-range': 'Выберыце іншы варыянт',
  'summary.required': '{label}: пакуль нічога не напісана',
  'summary.required-choice': '{label}: пакуль нічога не выбрана',
  'summary.required-checkbox': '{label}: адзнакі пакуль няма',
  'summary.required-consent': 'Ваша згода падпісаць петыцыю',
  'summary.no-at': '{label}: няма знака @',
  'summary.seat': 'Ваша месца: {problem}',
  'summary.name': 'Імя',
  'summary.yes': 'Так',
  'summary.other': '{label}: {problem}',

  // outcomes
  'outcome.seat-taken': 'Хтосьці заняў гэтае месца за імгненне да вас',
  'outcome.seat-taken-hint':
    'Нічога не страчана: вашы адказы засталіся тут. Гэтыя месцы паблізу яшчэ вольныя.',
  'outcome.seat-taken-full':
    'Нічога не страчана: вашы адказы засталіся тут. Іншых вольных месцаў няма; можна падпісаць стоячы.',
  'outcome.seat-taken-elsewhere':
    'Нічога не страчана: вашы адказы засталіся тут. Выберыце іншае месца або падпішыце стоячы.',
  'outcome.seat-kept': 'Гэта захаванае месца: {name}',
  'outcome.seat-kept-hint': 'Вашы адказы засталіся тут. Гэтыя месцы паблізу вольныя.',
  'outcome.take-seat': 'Падпісаць і заняць месца {number}',
  'outcome.take-seat-in-row': 'Падпісаць і заняць месца {number} у радзе {row}',
  'outcome.choose-in-arena': 'Выбраць з усіх месцаў',
  'outcome.not-sent': 'Пакуль не адпраўлена',
  'outcome.unreachable':
    'Сувязь перарвалася, перш чым прыйшоў адказ. Усё, што вы напісалі, засталося тут, толькі на гэтай старонцы. Калі паспрабаваць яшчэ раз, двойчы вас не палічаць.',
  'outcome.offline':
    'На гэтай прыладзе няма сувязі з інтэрнэтам. Усё, што вы напісалі, засталося тут, толькі на гэтай старонцы. Паспрабуйце яшчэ раз, калі сувязь вернецца.',
  'outcome.busy':
    'Цяпер петыцыю падпісвае вельмі шмат людзей. Усё, што вы напісалі, засталося тут, толькі на гэтай старонцы. Калі паспрабаваць яшчэ раз, двойчы вас не палічаць.',
  'outcome.unsure': 'Невядома, ці дайшоў ваш подпіс',
  'outcome.unsure-hint':
    'Адказу, які гэтая старонка можа прачытаць, не было. Магчыма, подпіс ужо прыняты: калі адправіць яго яшчэ раз, яго могуць улічыць двойчы. Усё, што вы напісалі, засталося тут, толькі на гэтай старонцы.',
  'outcome.send-again': 'Усё роўна адправіць яшчэ раз',
  'outcome.said': 'Служба, якая прымае подпісы, адказвае: {text}',
  'fallback.hint': 'Калі нічога не дапамагае, адпраўце адказы арганізатарам самі:',
  'fallback.copy': 'Скапіраваць мае адказы',
  'fallback.copied': 'Адказы скапіраваны',
  'fallback.copy-by-hand': 'Адказы вылучаны, іх можна скапіраваць.',
  'fallback.email': 'Напісаць ліст з маімі адказамі',
  'fallback.subject': 'Подпіс: {title}',
  'fallback.paste': 'Устаўце сюды свае адказы: яны скапіраваны.',
  'outcome.try-again': 'Паспрабаваць яшчэ раз',
  'outcome.change-answers': 'Змяніць мае адказы',
  'outcome.rejected': 'Подпіс не прыняты',
  'outcome.rejected-hint':
    'Усё, што вы напісалі, засталося тут. Калі ласка, паведаміце пра гэта арганізатарам старонкі.',
  'outcome.tell': 'Паведаміць: {name} (адкрыецца ў новай укладцы)',
  'outcome.not-open': 'Гэтая петыцыя цяпер не прымае подпісаў. Усё, што вы напісалі, засталося тут.',
  'outcome.too-large': 'Вашы адказы занадта доўгія. Скараціце каментарый і падпішыце яшчэ раз.',
  'outcome.no-endpoint':
    'Гэтая старонка яшчэ не падключана, таму нічога не адпраўлена. Калі ласка, паведаміце пра гэта яе арганізатарам.',
  'outcome.sealed-unsupported':
    'Гэтая старонка не можа зашыфраваць вашы адказы, таму нічога не адпраўлена. Калі ласка, паведаміце пра гэта яе арганізатарам.',
  'outcome.signed-seat': 'Месца за вамі.',
  'outcome.you-sit': 'Вы сядзіце ў сектары {block}, рад {row}, месца {number}.',
  'outcome.you-sit-beside': 'Вы сядзіце ў сектары {block}, рад {row}, месца {number}. Побач: {name}.',
  'outcome.signed-standing': 'Вы падпісалі петыцыю.',
  'outcome.you-stand': 'Вы стаіце разам з людзьмі. Ваш подпіс улічваецца гэтак жа.',
  'outcome.signed': 'Дзякуем. Ваш подпіс улічаны.',
  'outcome.people': {
    one: '{count} чалавек заняў месца.',
    few: '{count} чалавекі занялі месцы.',
    many: '{count} чалавек занялі месцы.',
    other: '{count} чалавека занялі месцы.',
  },
  'outcome.people-signed': {
    one: '{count} чалавек падпісаў петыцыю.',
    few: '{count} чалавекі падпісалі петыцыю.',
    many: '{count} чалавек падпісалі петыцыю.',
    other: '{count} чалавека падпісалі петыцыю.',
  },
  'outcome.pending': 'Застаўся адзін крок',
  'outcome.pending-hint': 'Адкрыйце ліст, які мы вам даслалі, і пацвердзіце свой подпіс.',
  'outcome.pending-seat': 'Да таго часу за вамі застаецца сектар {block}, рад {row}, месца {number}.',
  'outcome.duplicate': 'Вы ўжо падпісалі петыцыю',
  'outcome.duplicate-hint': 'Ваш подпіс улічаны адзін раз, і ён застаецца.',
  'outcome.assumed': 'Ваш подпіс у дарозе',
  'outcome.assumed-hint': 'Ён адпраўлены. Адказ службы, якая яго прымае, з гэтай старонкі не прачытаць.',
  'outcome.code-label': 'Ваш код, каб пры патрэбе адклікаць подпіс',
  'outcome.code-hint': 'Захоўвайце яго там, дзе знойдзеце яго толькі вы. Ён паказваецца толькі цяпер.',
  'outcome.copy': 'Скапіраваць код',
  'outcome.copied': 'Код скапіраваны',
  'outcome.copy-by-hand': 'Код вылучаны, яго можна скапіраваць.',
  'closed.draft': 'Збор подпісаў яшчэ не пачаўся',
  'closed.opens': '{day} пачнецца збор подпісаў.',
  'closed.closed': 'Збор подпісаў завершаны',
  'closed.delivered': 'Петыцыя перададзена адрасату',
  'closed.won': 'Петыцыя дасягнула сваёй мэты',
  'closed.thanks': 'Дзякуем усім, хто падпісаў.',
} satisfies Translation;
