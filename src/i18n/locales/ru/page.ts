import type { Translation } from '../../keys.js';

/** Russian: whatever is first on the page, and the messages that several elements share. */
export const page = {
  // campaign
  'campaign.organised-by': 'Организатор петиции: {name}',
  'campaign.privacy': 'Как обрабатываются ваши данные: {name}',
  'campaign.language': 'Язык',
  'campaign.read': 'Прочитать петицию',

  // story
  'story.position': '{index} из {total}',
  'story.status': 'По состоянию на {date}: {status}',
  'story.later': 'Что произошло позже',
  'story.read-more': 'Читать дальше: {name}',
  'story.read-less': 'Свернуть',
  'story.told-by': 'Рассказывает {teller}',
  'story.checked': 'Проверено ({date}).',
  'story.sources': 'Источники:',
  'story.seat-kept': 'Сохранённое место ({name}): сектор {block}, ряд {row}, место {number}',
  'story.show-picture': 'Показать изображение',
  'story.write-to': 'Написать письмо: {name}',

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
    one: 'Ещё {count} место до {goal}',
    few: 'Ещё {count} места до {goal}',
    many: 'Ещё {count} мест до {goal}',
    other: 'Ещё {count} места до {goal}',
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
  // The language has no pluperfect; the text beside it says that the count is old.
  'counter.signatures-were': {
    one: 'человек подписал петицию',
    few: 'человека подписали петицию',
    many: 'человек подписали петицию',
    other: 'человека подписали петицию',
  },
  'counter.signatures-near': {
    one: 'Ещё {count} подпись до {goal}',
    few: 'Ещё {count} подписи до {goal}',
    many: 'Ещё {count} подписей до {goal}',
    other: 'Ещё {count} подписи до {goal}',
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
  'counter.stale': 'Подсчитано: {moment}; более новые данные сейчас недоступны.',
  'counter.stale-offline': 'Подсчитано: {moment}; сейчас устройство не в сети.',
  'counter.unknown': 'Число подписей сейчас недоступно',
  'counter.unknown-hint': 'Подписать всё равно можно: каждая подпись учитывается.',
  'counter.not-published': 'Число подписей пока не опубликовано',
  'counter.offline': 'Устройство не в сети',
  'counter.offline-hint': 'Число появится, когда связь восстановится.',
  'counter.loading': 'Идёт подсчёт',
  'counter.empty': {
    one: '{count} свободное место. Займите первое.',
    few: '{count} свободных места. Займите первое.',
    many: '{count} свободных мест. Займите первое.',
    other: '{count} свободного места. Займите первое.',
  },
  'counter.first': 'Будьте среди первых, кто подпишет петицию',
  'counter.first-own': 'Вы среди первых, кто подписал петицию',

  // seat
  'seat.sentence': 'Сектор {block}, ряд {row}, место {number}',
  'seat.beside': 'Рядом: {name}',
  'seat.unknown': 'Мы пока не знаем, свободно ли это место. Скажем об этом при подписании.',

  // messages of the picker and of the outcomes that other elements use too
  'picker.beside-person': 'Сесть рядом: {name}',
  'picker.sign-to-keep': 'Подписать и сохранить это место',
  'picker.sign-with': 'Подписать с этим местом',
  'picker.yours': 'Ваше место',
  'picker.chosen': 'Ваше место: {seat}.',
  'picker.chosen-beside': 'Ваше место: {seat}. Рядом: {name}.',
  'picker.list-block': 'Сектор',
  'picker.list-row': 'Ряд',
  'picker.list-seat': 'Место',
  'outcome.seat-taken': 'Это место заняли за мгновение до вас',
  'outcome.first': 'Ваша подпись первая.',
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
} satisfies Translation;
