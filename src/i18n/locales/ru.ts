import type { Translation } from '../keys.js';
import type { Review } from '../review.js';

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
 */
export const ru = {
  // campaign
  'campaign.organised-by': 'Организатор петиции: {name}',
  'campaign.privacy': 'Как обрабатываются ваши данные: {name}',
  'campaign.language': 'Язык',

  // story
  'story.position': '{index} из {total}',
  'story.status': 'По состоянию на {date}: {status}',
  'story.later': 'Что произошло позже',
  'story.read-more': 'Читать дальше: {name}',
  'story.read-less': 'Свернуть',
  'story.told-by': 'Рассказывает {teller}',
  'story.checked': 'Проверено ({date}).',
  'story.sources': 'Источники:',
  'story.seat-kept': 'Сохранённое место: {seat}',

  // deck
  'deck.label': 'Истории',
  'deck.previous': 'Предыдущая',
  'deck.next': 'Следующая история',
  'deck.coming': 'Далее: {name}',
  'deck.shown': '{name}, {index} из {total}',
  'deck.choose-seat': 'Выбрать место',
  'deck.sign': 'Подписать петицию',

  // counter
  'counter.seats-taken': {
    one: 'место из {capacity} занято',
    few: 'места из {capacity} заняты',
    many: 'мест из {capacity} занято',
    other: 'места из {capacity} занято',
  },
  'counter.seats-taken-own': {
    one: 'место из {capacity} занято, ваше учтено',
    few: 'места из {capacity} заняты, одно из них ваше',
    many: 'мест из {capacity} занято, одно из них ваше',
    other: 'места из {capacity} занято, одно из них ваше',
  },
  'counter.seats-were-taken': {
    one: 'место из {capacity} было занято',
    few: 'места из {capacity} были заняты',
    many: 'мест из {capacity} было занято',
    other: 'места из {capacity} было занято',
  },
  'counter.seats-near': {
    one: 'Ещё {count} место, и занятых будет {goal}',
    few: 'Ещё {count} места, и занятых будет {goal}',
    many: 'Ещё {count} мест, и занятых будет {goal}',
    other: 'Ещё {count} места, и занятых будет {goal}',
  },
  'counter.standing': {
    one: 'и ещё {count} человек стоит',
    few: 'и ещё {count} человека стоят',
    many: 'и ещё {count} человек стоят',
    other: 'и ещё {count} человека стоят',
  },
  'counter.standing-own': {
    one: 'и ещё {count} человек стоит, ваша подпись учтена',
    few: 'и ещё {count} человека стоят, среди них вы',
    many: 'и ещё {count} человек стоят, среди них вы',
    other: 'и ещё {count} человека стоят, среди них вы',
  },
  'counter.signatures': {
    one: 'человек подписал петицию',
    few: 'человека подписали петицию',
    many: 'человек подписали петицию',
    other: 'человека подписали петицию',
  },
  'counter.signatures-own': {
    one: 'человек подписал петицию, ваша подпись учтена',
    few: 'человека подписали петицию, среди них вы',
    many: 'человек подписали петицию, среди них вы',
    other: 'человека подписали петицию, среди них вы',
  },
  // The language has no earlier past; that the count is old is said beside it.
  'counter.signatures-were': {
    one: 'человек подписал петицию',
    few: 'человека подписали петицию',
    many: 'человек подписали петицию',
    other: 'человека подписали петицию',
  },
  'counter.signatures-near': {
    one: 'Ещё {count} подпись, и их будет {goal}',
    few: 'Ещё {count} подписи, и их будет {goal}',
    many: 'Ещё {count} подписей, и их будет {goal}',
    other: 'Ещё {count} подписи, и их будет {goal}',
  },
  'counter.compact': {
    one: 'человек занял место',
    few: 'человека заняли места',
    many: 'человек заняли места',
    other: 'человека заняли места',
  },
  'counter.compact-own': {
    one: 'человек занял место, ваше учтено',
    few: 'человека заняли места, среди них вы',
    many: 'человек заняли места, среди них вы',
    other: 'человека заняли места, среди них вы',
  },
  'counter.goal': 'Следующая цель: {goal}',
  'counter.goal-reached': 'Цель достигнута: {goal}',
  'counter.as-of': 'Подсчитано: {moment}',
  'counter.as-of-own': 'Подсчитано: {moment}, вместе с вашей',
  'counter.today': 'сегодня в {time}',
  'counter.yesterday': 'вчера в {time}',
  'counter.stale': 'Подсчитано: {moment}; более новые данные сейчас недоступны.',
  'counter.stale-offline': 'Подсчитано: {moment}; сейчас устройство не в сети.',
  'counter.unknown': 'Число подписей сейчас недоступно',
  'counter.unknown-hint': 'Подписать всё равно можно: каждая подпись учитывается.',
  'counter.offline': 'Устройство не в сети',
  'counter.offline-hint': 'Число появится, когда связь восстановится.',
  'counter.loading': 'Идёт подсчёт',
  'counter.first': 'Будьте среди первых, кто подпишет петицию',
  'counter.first-own': 'Вы среди первых, кто подписал петицию',

  // picker
  'picker.label': 'Места',
  'picker.summary': {
    one: '{count} место из {capacity} свободно',
    few: '{count} места из {capacity} свободны',
    many: '{count} мест из {capacity} свободны',
    other: '{count} места из {capacity} свободны',
  },
  'picker.find': 'Найти мне место',
  'picker.beside': 'Сесть рядом',
  'picker.beside-menu': 'Сесть рядом …',
  'picker.beside-person': 'Сесть рядом: {name}',
  'picker.whole': 'Вся арена',
  'picker.zoom-in': 'Приблизить',
  'picker.zoom-out': 'Отдалить',
  'picker.go-to': 'Перейти к сектору',
  'picker.block': 'Сектор {block}',
  'picker.block-free': 'Сектор {block}, свободно {free} из {count}',
  'picker.row-free': 'Ряд {row}, свободно {free} из {count}',
  'picker.grid': 'Сектор {block}, место за местом',
  'picker.keys': 'Стрелки ведут от места к месту, Enter занимает место, Escape показывает всю арену.',
  'picker.free': 'Свободное',
  'picker.taken': 'Занятое',
  'picker.kept': 'Сохранённое',
  'picker.yours': 'Ваше место',
  'picker.free-beside': 'Свободное, рядом: {name}',
  'picker.yours-beside': 'Ваше место, рядом: {name}',
  'picker.kept-for': 'Сохранённое место: {name}',
  'picker.you-beside': 'Ваше место рядом',
  'picker.enter-takes': 'Свободное. Чтобы занять, нажмите Enter.',
  'picker.cell-free': '{seat}, свободное',
  'picker.cell-free-beside': '{seat}, свободное, рядом: {name}',
  'picker.cell-taken': '{seat}, занятое',
  'picker.cell-kept': '{seat}, сохранённое: {name}',
  'picker.cell-yours': '{seat}, ваше',
  'picker.cell-yours-beside': '{seat}, ваше, рядом: {name}',
  'picker.take': 'Занять это место',
  'picker.chosen': 'Ваше место: {seat}.',
  'picker.chosen-beside': 'Ваше место: {seat}. Рядом: {name}.',
  'picker.is-taken': '{seat}: занято. Выберите свободное место.',
  'picker.is-kept': '{seat}: сохранено ({name}). Выберите место рядом.',
  'picker.full': 'Все места заняты. Можно подписать без места.',
  'picker.arrived': {
    one: 'Ещё {count} человек занял место',
    few: 'Ещё {count} человека заняли места',
    many: 'Ещё {count} человек заняли места',
    other: 'Ещё {count} человека заняли места',
  },
  'picker.list': 'Выбрать из списка: сектор, ряд, место',
  'picker.list-block': 'Сектор',
  'picker.list-row': 'Ряд',
  'picker.list-seat': 'Место',
  'picker.seat-free': 'Место {number}',
  'picker.seat-free-beside': 'Место {number}, рядом: {name}',
  'picker.seat-taken': 'Место {number}, занятое',
  'picker.seat-kept': 'Место {number}, сохранённое: {name}',
  'picker.seat-yours': 'Место {number}, ваше',
  'picker.required': 'Выберите место',
  'picker.unavailable': 'Показать места сейчас не удаётся. Можно подписать без места.',

  // seat
  'seat.sentence': 'Сектор {block}, ряд {row}, место {number}',
  'seat.beside': 'Рядом: {name}',

  // form
  'form.title-seat': 'Выберите место, поддержите петицию',
  'form.title': 'Подпишите петицию',
  'form.no-seat': 'Место пока не выбрано',
  'form.no-seat-hint': 'Выберите его на арене или подпишите стоя: такая подпись учитывается так же.',
  'form.full': 'Все места заняты',
  'form.full-hint': 'Можно подписать стоя. Ваша подпись учитывается так же.',
  'form.change-seat': 'Изменить',
  'form.choose-seat': 'Выбрать место',
  'form.optional': 'Необязательно',
  'form.choose': 'Выберите',
  'form.sign-seat': 'Подписать и занять это место',
  'form.sign-standing': 'Подписать стоя',
  'form.sign': 'Подписать',
  'form.sending': 'Ваша подпись отправляется',
  'form.sending-hint': 'При медленной связи это занимает несколько секунд.',
  'form.waiting': {
    one: 'Сейчас петицию подписывает много людей. Ваша подпись отправится ещё раз через {count} секунду.',
    few: 'Сейчас петицию подписывает много людей. Ваша подпись отправится ещё раз через {count} секунды.',
    many: 'Сейчас петицию подписывает много людей. Ваша подпись отправится ещё раз через {count} секунд.',
    other: 'Сейчас петицию подписывает много людей. Ваша подпись отправится ещё раз через {count} секунды.',
  },
  'form.privacy-note': 'Арена показывает места и никогда не показывает имён.',
  'form.withdraw-note':
    'Подпись можно отозвать с помощью кода, который вы получите, когда подпишете петицию.',
  'form.seen-by-target': 'Это увидят команда кампании и {target}.',
  'form.seen-by-team': 'Это увидит только команда кампании.',
  'form.seen-by-public': 'Это увидят все.',
  'form.errors': {
    one: 'Проверьте ещё раз {count} ответ',
    few: 'Проверьте ещё раз {count} ответа',
    many: 'Проверьте ещё раз {count} ответов',
    other: 'Проверьте ещё раз {count} ответа',
  },
  'form.errors-two': 'Проверьте ещё раз два ответа',
  // Seen from the signer's seat: who sits before somebody has them behind.
  'form.in-front-of': 'Сразу за вами: {name}',
  'form.behind': 'Сразу перед вами: {name}',
  'form.failed': 'Петицию сейчас не удаётся прочитать',

  // fields of OSDI, and what is wrong with an answer
  'field.given_name': 'Имя',
  'field.family_name': 'Фамилия',
  'field.email': 'Электронная почта',
  'field.country': 'Страна',
  'field.postal_code': 'Почтовый индекс',
  'field.phone': 'Телефон',
  'field.comment': 'Комментарий',
  'problem.required': 'Заполните это поле',
  'problem.required-choice': 'Выберите один вариант',
  'problem.required-checkbox': 'Чтобы продолжить, поставьте здесь отметку',
  'problem.required-consent':
    'Чтобы подписать, поставьте здесь отметку. Без неё вашу подпись нельзя передать адресату.',
  // Before a figure that may be any, a noun would have to agree with it.
  'problem.too-long': 'Сократите ответ. Наибольшее число знаков: {limit}',
  'problem.format': 'Такой ответ здесь не принимается. Запишите его иначе',
  'problem.format-email': 'Запишите адрес со знаком @, например ada@example.org',
  'problem.format-email-whole': 'Запишите адрес целиком, например ada@example.org',
  'problem.format-tel': 'Запишите номер только цифрами, например +420 123 456 789',
  'problem.unknown': 'Этот ответ больше не нужен',
  'problem.out-of-range': 'Выберите другой вариант',
  'summary.required': '{label}: пока ничего не написано',
  'summary.required-choice': '{label}: пока ничего не выбрано',
  'summary.required-checkbox': '{label}: отметки пока нет',
  'summary.required-consent': 'Ваше согласие подписать петицию',
  'summary.no-at': '{label}: нет знака @',
  'summary.seat': 'Ваше место: {problem}',
  'summary.name': 'Имя',
  'summary.yes': 'Да',
  'summary.other': '{label}: {problem}',

  // outcomes
  'outcome.seat-taken': 'Это место заняли за мгновение до вас',
  'outcome.seat-taken-hint': 'Ничего не потеряно: ваши ответы остались здесь. Эти места поблизости свободны.',
  'outcome.seat-taken-full':
    'Ничего не потеряно: ваши ответы остались здесь. Других свободных мест нет; можно подписать стоя.',
  'outcome.seat-taken-elsewhere':
    'Ничего не потеряно: ваши ответы остались здесь. Выберите другое место или подпишите стоя.',
  'outcome.seat-kept': 'Это сохранённое место: {name}',
  'outcome.seat-kept-hint': 'Ваши ответы остались здесь. Эти места поблизости свободны.',
  'outcome.take-seat': 'Подписать и занять место {number}',
  'outcome.take-seat-in-row': 'Подписать и занять место {number} в ряду {row}',
  'outcome.choose-in-arena': 'Выбрать на арене',
  'outcome.not-sent': 'Пока не отправлено',
  'outcome.unreachable':
    'Связь прервалась раньше, чем пришёл ответ. Всё, что вы написали, осталось здесь, только на этой странице. Если попробовать ещё раз, дважды вас не посчитают.',
  'outcome.offline':
    'У этого устройства нет связи с интернетом. Всё, что вы написали, осталось здесь, только на этой странице. Попробуйте ещё раз, когда связь вернётся.',
  'outcome.busy':
    'Сейчас петицию подписывает очень много людей. Всё, что вы написали, осталось здесь, только на этой странице. Если попробовать ещё раз, дважды вас не посчитают.',
  'outcome.try-again': 'Попробовать ещё раз',
  'outcome.change-answers': 'Изменить мои ответы',
  'outcome.rejected': 'Подпись не принята',
  'outcome.rejected-hint':
    'Всё, что вы написали, осталось здесь. Пожалуйста, сообщите об этом организаторам страницы.',
  'outcome.tell': 'Сообщить: {name} (откроется в новой вкладке)',
  'outcome.not-open': 'Эта петиция сейчас не принимает подписей. Всё, что вы написали, осталось здесь.',
  'outcome.too-large': 'Ваши ответы слишком длинные. Сократите комментарий и подпишите ещё раз.',
  'outcome.no-endpoint':
    'Эта страница ещё не подключена, поэтому ничего не отправлено. Пожалуйста, сообщите об этом её организаторам.',
  'outcome.sealed-unsupported':
    'Эта страница не может зашифровать ваши ответы, поэтому ничего не отправлено. Пожалуйста, сообщите об этом её организаторам.',
  'outcome.signed-seat': 'Место за вами.',
  'outcome.you-sit': 'Вы сидите в секторе {block}, ряд {row}, место {number}.',
  'outcome.you-sit-beside': 'Вы сидите в секторе {block}, ряд {row}, место {number}. Рядом: {name}.',
  'outcome.signed-standing': 'Вы подписали петицию.',
  'outcome.you-stand': 'Вы стоите на арене вместе с людьми. Ваша подпись учитывается так же.',
  'outcome.signed': 'Спасибо. Ваша подпись учтена.',
  'outcome.people': {
    one: '{count} человек занял место.',
    few: '{count} человека заняли места.',
    many: '{count} человек заняли места.',
    other: '{count} человека заняли места.',
  },
  'outcome.people-signed': {
    one: '{count} человек подписал петицию.',
    few: '{count} человека подписали петицию.',
    many: '{count} человек подписали петицию.',
    other: '{count} человека подписали петицию.',
  },
  'outcome.pending': 'Остался один шаг',
  'outcome.pending-hint': 'Откройте письмо, которое мы вам отправили, и подтвердите свою подпись.',
  'outcome.pending-seat': 'До тех пор за вами остаётся сектор {block}, ряд {row}, место {number}.',
  'outcome.duplicate': 'Вы уже подписали петицию',
  'outcome.duplicate-hint': 'Ваша подпись учтена один раз, и она остаётся.',
  'outcome.assumed': 'Ваша подпись в пути',
  'outcome.assumed-hint': 'Она отправлена. Ответ службы, которая её принимает, с этой страницы не прочитать.',
  'outcome.code-label': 'Ваш код, чтобы при желании отозвать подпись',
  'outcome.code-hint': 'Храните его там, где найдёте его только вы. Он показывается только сейчас.',
  'outcome.copy': 'Скопировать код',
  'outcome.copied': 'Код скопирован',
  'outcome.copy-by-hand': 'Код выделен, его можно скопировать.',
  'closed.draft': 'Сбор подписей ещё не начался',
  'closed.opens': '{day} начнётся сбор подписей.',
  'closed.closed': 'Сбор подписей завершён',
  'closed.delivered': 'Петиция передана адресату',
  'closed.won': 'Петиция достигла своей цели',
  'closed.thanks': 'Спасибо всем, кто подписал.',
} satisfies Translation;
