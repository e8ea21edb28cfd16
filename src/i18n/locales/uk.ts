import type { Translation } from '../keys.js';
import type { Review } from '../review.js';

/** Who has read these words. */
export const review: Review = 'machine';

/**
 * Ukrainian. «Ви» in small letters; `one` is also 21 and 101, so that it never says "you alone"; `other` is for fractions.
 * Names, seats and days stand in the nominative, after a colon or as a subject; dates end with «р.», so that no full stop
 * follows one. No verb in the past says whether a man or a woman signed.
 *
 * | English | here |
 * | --- | --- |
 * | petition, sign, signature | петиція, підписати петицію, підпис |
 * | seat, take a seat, kept seat | місце, зайняти місце, збережене місце |
 * | block, row | сектор, ряд |
 * | beside | поруч |
 * | standing | стоячи |
 * | take the signature back, code | відкликати підпис, код |
 * | organisers, campaign team | організатори, команда кампанії |
 */
export const uk = {
  // campaign
  'campaign.organised-by': 'Організатор петиції: {name}',
  'campaign.privacy': 'Як обробляються ваші дані: {name}',
  'campaign.language': 'Мова',

  // story
  'story.position': '{index} з {total}',
  'story.status': 'Станом на {date}: {status}',
  'story.later': 'Що сталося пізніше',
  'story.read-more': 'Читати далі: {name}',
  'story.read-less': 'Згорнути',
  'story.told-by': 'Розповідає {teller}',
  'story.checked': 'Перевірено ({date}).',
  'story.sources': 'Джерела:',
  'story.seat-kept': 'Збережене місце: {seat}',

  // deck
  'deck.label': 'Історії',
  'deck.previous': 'Попередня',
  'deck.next': 'Наступна історія',
  'deck.coming': 'Далі: {name}',
  'deck.shown': '{name}, {index} з {total}',
  'deck.choose-seat': 'Вибрати місце',
  'deck.sign': 'Підписати петицію',

  // counter
  'counter.seats-taken': {
    one: 'місце з {capacity} зайняте',
    few: 'місця з {capacity} зайняті',
    many: 'місць із {capacity} зайнято',
    other: 'місця з {capacity} зайнято',
  },
  'counter.seats-taken-own': {
    one: 'місце з {capacity} зайняте, ваше враховано',
    few: 'місця з {capacity} зайняті, одне з них ваше',
    many: 'місць із {capacity} зайнято, одне з них ваше',
    other: 'місця з {capacity} зайнято, одне з них ваше',
  },
  'counter.seats-were-taken': {
    one: 'місце з {capacity} було зайняте',
    few: 'місця з {capacity} були зайняті',
    many: 'місць із {capacity} було зайнято',
    other: 'місця з {capacity} було зайнято',
  },
  'counter.seats-near': {
    one: 'Ще {count} місце, і зайнятих буде {goal}',
    few: 'Ще {count} місця, і зайнятих буде {goal}',
    many: 'Ще {count} місць, і зайнятих буде {goal}',
    other: 'Ще {count} місця, і зайнятих буде {goal}',
  },
  'counter.standing': {
    one: 'і ще {count} людина стоїть',
    few: 'і ще {count} людини стоять',
    many: 'і ще {count} людей стоять',
    other: 'і ще {count} людини стоять',
  },
  'counter.standing-own': {
    one: 'і ще {count} людина стоїть, ваш підпис враховано',
    few: 'і ще {count} людини стоять, серед них ви',
    many: 'і ще {count} людей стоять, серед них ви',
    other: 'і ще {count} людини стоять, серед них ви',
  },
  'counter.signatures': {
    one: 'людина підписала петицію',
    few: 'людини підписали петицію',
    many: 'людей підписали петицію',
    other: 'людини підписали петицію',
  },
  'counter.signatures-own': {
    one: 'людина підписала петицію, ваш підпис враховано',
    few: 'людини підписали петицію, серед них ви',
    many: 'людей підписали петицію, серед них ви',
    other: 'людини підписали петицію, серед них ви',
  },
  // An earlier past would sound like a book; that the count is old is said beside it.
  'counter.signatures-were': {
    one: 'людина підписала петицію',
    few: 'людини підписали петицію',
    many: 'людей підписали петицію',
    other: 'людини підписали петицію',
  },
  'counter.signatures-near': {
    one: 'Ще {count} підпис, і їх буде {goal}',
    few: 'Ще {count} підписи, і їх буде {goal}',
    many: 'Ще {count} підписів, і їх буде {goal}',
    other: 'Ще {count} підпису, і їх буде {goal}',
  },
  'counter.compact': {
    one: 'людина зайняла місце',
    few: 'людини зайняли місця',
    many: 'людей зайняли місця',
    other: 'людини зайняли місця',
  },
  'counter.compact-own': {
    one: 'людина зайняла місце, ваше враховано',
    few: 'людини зайняли місця, серед них ви',
    many: 'людей зайняли місця, серед них ви',
    other: 'людини зайняли місця, серед них ви',
  },
  'counter.goal': 'Наступна мета: {goal}',
  'counter.goal-reached': 'Мети досягнуто: {goal}',
  'counter.as-of': 'Підраховано: {moment}',
  'counter.as-of-own': 'Підраховано: {moment}, разом із вашим',
  'counter.today': 'сьогодні о {time}',
  'counter.yesterday': 'учора о {time}',
  'counter.stale': 'Підраховано: {moment}; новіші дані зараз недоступні.',
  'counter.stale-offline': 'Підраховано: {moment}; зараз пристрій не в мережі.',
  'counter.unknown': 'Кількість підписів зараз недоступна',
  'counter.unknown-hint': 'Підписати все одно можна: кожен підпис враховується.',
  'counter.offline': 'Пристрій не в мережі',
  'counter.offline-hint': 'Кількість з’явиться, коли зв’язок відновиться.',
  'counter.loading': 'Триває підрахунок',
  'counter.first': 'Будьте серед перших, хто підпише петицію',
  'counter.first-own': 'Ви серед перших, хто підписав петицію',

  // picker
  'picker.label': 'Місця',
  'picker.summary': {
    one: '{count} місце з {capacity} вільне',
    few: '{count} місця з {capacity} вільні',
    many: '{count} місць із {capacity} вільні',
    other: '{count} місця з {capacity} вільні',
  },
  'picker.find': 'Знайти мені місце',
  'picker.beside': 'Сісти поруч',
  'picker.beside-menu': 'Сісти поруч …',
  'picker.beside-person': 'Сісти поруч: {name}',
  'picker.whole': 'Уся арена',
  'picker.zoom-in': 'Наблизити',
  'picker.zoom-out': 'Віддалити',
  'picker.go-to': 'Перейти до сектора',
  'picker.block': 'Сектор {block}',
  'picker.block-free': 'Сектор {block}, вільно {free} з {count}',
  'picker.row-free': 'Ряд {row}, вільно {free} з {count}',
  'picker.grid': 'Сектор {block}, місце за місцем',
  'picker.keys': 'Стрілки ведуть від місця до місця, Enter займає місце, Escape показує всю арену.',
  'picker.free': 'Вільне',
  'picker.taken': 'Зайняте',
  'picker.kept': 'Збережене',
  'picker.yours': 'Ваше місце',
  'picker.free-beside': 'Вільне, поруч: {name}',
  'picker.yours-beside': 'Ваше місце, поруч: {name}',
  'picker.kept-for': 'Збережене місце: {name}',
  'picker.you-beside': 'Ваше місце поруч',
  'picker.enter-takes': 'Вільне. Щоб зайняти, натисніть Enter.',
  'picker.cell-free': '{seat}, вільне',
  'picker.cell-free-beside': '{seat}, вільне, поруч: {name}',
  'picker.cell-taken': '{seat}, зайняте',
  'picker.cell-kept': '{seat}, збережене: {name}',
  'picker.cell-yours': '{seat}, ваше',
  'picker.cell-yours-beside': '{seat}, ваше, поруч: {name}',
  'picker.take': 'Зайняти це місце',
  'picker.chosen': 'Ваше місце: {seat}.',
  'picker.chosen-beside': 'Ваше місце: {seat}. Поруч: {name}.',
  'picker.is-taken': '{seat}: зайняте. Виберіть вільне місце.',
  'picker.is-kept': '{seat}: збережене ({name}). Виберіть місце поруч.',
  'picker.full': 'Усі місця зайняті. Можна підписати без місця.',
  'picker.arrived': {
    one: 'Ще {count} людина зайняла місце',
    few: 'Ще {count} людини зайняли місця',
    many: 'Ще {count} людей зайняли місця',
    other: 'Ще {count} людини зайняли місця',
  },
  'picker.list': 'Вибрати зі списку: сектор, ряд, місце',
  'picker.list-block': 'Сектор',
  'picker.list-row': 'Ряд',
  'picker.list-seat': 'Місце',
  'picker.seat-free': 'Місце {number}',
  'picker.seat-free-beside': 'Місце {number}, поруч: {name}',
  'picker.seat-taken': 'Місце {number}, зайняте',
  'picker.seat-kept': 'Місце {number}, збережене: {name}',
  'picker.seat-yours': 'Місце {number}, ваше',
  'picker.required': 'Виберіть місце',
  'picker.unavailable': 'Показати місця зараз не вдається. Можна підписати без місця.',

  // seat
  'seat.sentence': 'Сектор {block}, ряд {row}, місце {number}',
  'seat.beside': 'Поруч: {name}',

  // form
  'form.title-seat': 'Виберіть місце, підтримайте петицію',
  'form.title': 'Підпишіть петицію',
  'form.no-seat': 'Місце ще не вибрано',
  'form.no-seat-hint': 'Виберіть його на арені або підпишіть стоячи: такий підпис враховується так само.',
  'form.full': 'Усі місця зайняті',
  'form.full-hint': 'Можна підписати стоячи. Ваш підпис враховується так само.',
  'form.change-seat': 'Змінити',
  'form.choose-seat': 'Вибрати місце',
  'form.optional': 'Необов’язково',
  'form.choose': 'Виберіть',
  'form.sign-seat': 'Підписати й зайняти це місце',
  'form.sign-standing': 'Підписати стоячи',
  'form.sign': 'Підписати',
  'form.sending': 'Ваш підпис надсилається',
  'form.sending-hint': 'За повільного зв’язку це триває кілька секунд.',
  'form.waiting': {
    one: 'Зараз петицію підписує багато людей. Ваш підпис буде надіслано ще раз через {count} секунду.',
    few: 'Зараз петицію підписує багато людей. Ваш підпис буде надіслано ще раз через {count} секунди.',
    many: 'Зараз петицію підписує багато людей. Ваш підпис буде надіслано ще раз через {count} секунд.',
    other: 'Зараз петицію підписує багато людей. Ваш підпис буде надіслано ще раз через {count} секунди.',
  },
  'form.privacy-note': 'Арена показує місця й ніколи не показує імен.',
  'form.withdraw-note':
    'Підпис можна відкликати за допомогою коду, який ви отримаєте, коли підпишете петицію.',
  'form.seen-by-target': 'Це побачать команда кампанії та {target}.',
  'form.seen-by-team': 'Це побачить лише команда кампанії.',
  'form.seen-by-public': 'Це побачать усі.',
  'form.errors': {
    one: 'Перевірте ще раз {count} відповідь',
    few: 'Перевірте ще раз {count} відповіді',
    many: 'Перевірте ще раз {count} відповідей',
    other: 'Перевірте ще раз {count} відповіді',
  },
  'form.errors-two': 'Перевірте ще раз дві відповіді',
  // Seen from the signer's seat: who sits before somebody has them behind.
  'form.in-front-of': 'Одразу за вами: {name}',
  'form.behind': 'Одразу перед вами: {name}',
  'form.failed': 'Петицію зараз не вдається прочитати',

  // fields of OSDI, and what is wrong with an answer
  'field.given_name': 'Ім’я',
  'field.family_name': 'Прізвище',
  'field.email': 'Електронна пошта',
  'field.country': 'Країна',
  'field.postal_code': 'Поштовий індекс',
  'field.phone': 'Телефон',
  'field.comment': 'Коментар',
  'problem.required': 'Заповніть це поле',
  'problem.required-choice': 'Виберіть один варіант',
  'problem.required-checkbox': 'Щоб продовжити, поставте тут позначку',
  'problem.required-consent':
    'Щоб підписати, поставте тут позначку. Без неї ваш підпис не можна передати адресату.',
  // Before a figure that may be any, a noun would have to agree with it.
  'problem.too-long': 'Скоротіть відповідь. Найбільша кількість знаків: {limit}',
  'problem.format': 'Така відповідь тут не приймається. Запишіть її інакше',
  'problem.format-email': 'Запишіть адресу зі знаком @, наприклад ada@example.org',
  'problem.format-email-whole': 'Запишіть адресу повністю, наприклад ada@example.org',
  'problem.format-tel': 'Запишіть номер лише цифрами, наприклад +420 123 456 789',
  'problem.unknown': 'Ця відповідь більше не потрібна',
  'problem.out-of-range': 'Виберіть інший варіант',
  'summary.required': '{label}: ще нічого не написано',
  'summary.required-choice': '{label}: ще нічого не вибрано',
  'summary.required-checkbox': '{label}: позначки ще немає',
  'summary.required-consent': 'Ваша згода підписати петицію',
  'summary.no-at': '{label}: немає знака @',
  'summary.seat': 'Ваше місце: {problem}',
  'summary.name': 'Ім’я',
  'summary.yes': 'Так',
  'summary.other': '{label}: {problem}',

  // outcomes
  'outcome.seat-taken': 'Хтось зайняв це місце за мить до вас',
  'outcome.seat-taken-hint': 'Нічого не втрачено: ваші відповіді залишилися тут. Ці місця поблизу вільні.',
  'outcome.seat-taken-full':
    'Нічого не втрачено: ваші відповіді залишилися тут. Інших вільних місць немає; можна підписати стоячи.',
  'outcome.seat-taken-elsewhere':
    'Нічого не втрачено: ваші відповіді залишилися тут. Виберіть інше місце або підпишіть стоячи.',
  'outcome.seat-kept': 'Це збережене місце: {name}',
  'outcome.seat-kept-hint': 'Ваші відповіді залишилися тут. Ці місця поблизу вільні.',
  'outcome.take-seat': 'Підписати й зайняти місце {number}',
  'outcome.take-seat-in-row': 'Підписати й зайняти місце {number} у ряду {row}',
  'outcome.choose-in-arena': 'Вибрати на арені',
  'outcome.not-sent': 'Ще не надіслано',
  'outcome.unreachable':
    'Зв’язок перервався раніше, ніж надійшла відповідь. Усе, що ви написали, залишилося тут, лише на цій сторінці. Якщо спробувати ще раз, двічі вас не порахують.',
  'outcome.offline':
    'Цей пристрій не має зв’язку з інтернетом. Усе, що ви написали, залишилося тут, лише на цій сторінці. Спробуйте ще раз, коли зв’язок відновиться.',
  'outcome.busy':
    'Зараз петицію підписує дуже багато людей. Усе, що ви написали, залишилося тут, лише на цій сторінці. Якщо спробувати ще раз, двічі вас не порахують.',
  'outcome.try-again': 'Спробувати ще раз',
  'outcome.change-answers': 'Змінити мої відповіді',
  'outcome.rejected': 'Підпис не прийнято',
  'outcome.rejected-hint':
    'Усе, що ви написали, залишилося тут. Будь ласка, повідомте про це організаторів сторінки.',
  'outcome.tell': 'Повідомити: {name} (відкриється в новій вкладці)',
  'outcome.not-open': 'Ця петиція зараз не приймає підписів. Усе, що ви написали, залишилося тут.',
  'outcome.too-large': 'Ваші відповіді задовгі. Скоротіть коментар і підпишіть ще раз.',
  'outcome.no-endpoint':
    'Цю сторінку ще не підключено, тому нічого не надіслано. Будь ласка, повідомте про це її організаторів.',
  'outcome.sealed-unsupported':
    'Ця сторінка не може зашифрувати ваші відповіді, тому нічого не надіслано. Будь ласка, повідомте про це її організаторів.',
  'outcome.signed-seat': 'Місце за вами.',
  'outcome.you-sit': 'Ви сидите в секторі {block}, ряд {row}, місце {number}.',
  'outcome.you-sit-beside': 'Ви сидите в секторі {block}, ряд {row}, місце {number}. Поруч: {name}.',
  'outcome.signed-standing': 'Ви підписали петицію.',
  'outcome.you-stand': 'Ви стоїте на арені разом із людьми. Ваш підпис враховується так само.',
  'outcome.signed': 'Дякуємо. Ваш підпис враховано.',
  'outcome.people': {
    one: '{count} людина зайняла місце.',
    few: '{count} людини зайняли місця.',
    many: '{count} людей зайняли місця.',
    other: '{count} людини зайняли місця.',
  },
  'outcome.people-signed': {
    one: '{count} людина підписала петицію.',
    few: '{count} людини підписали петицію.',
    many: '{count} людей підписали петицію.',
    other: '{count} людини підписали петицію.',
  },
  'outcome.pending': 'Залишився один крок',
  'outcome.pending-hint': 'Відкрийте лист, який ми вам надіслали, і підтвердьте свій підпис.',
  'outcome.pending-seat': 'До того часу за вами залишається сектор {block}, ряд {row}, місце {number}.',
  'outcome.duplicate': 'Ви вже підписали петицію',
  'outcome.duplicate-hint': 'Ваш підпис враховано один раз, і він залишається.',
  'outcome.assumed': 'Ваш підпис у дорозі',
  'outcome.assumed-hint':
    'Його надіслано. Відповідь служби, яка його приймає, із цієї сторінки не прочитати.',
  'outcome.code-label': 'Ваш код, щоб за потреби відкликати підпис',
  'outcome.code-hint': 'Зберігайте його там, де знайдете його лише ви. Він показується лише зараз.',
  'outcome.copy': 'Скопіювати код',
  'outcome.copied': 'Код скопійовано',
  'outcome.copy-by-hand': 'Код виділено, його можна скопіювати.',
  'closed.draft': 'Збір підписів ще не почався',
  'closed.opens': '{day} почнеться збір підписів.',
  'closed.closed': 'Збір підписів завершено',
  'closed.delivered': 'Петицію передано адресату',
  'closed.won': 'Петиція досягла своєї мети',
  'closed.thanks': 'Дякуємо всім, хто підписав.',
} satisfies Translation;
