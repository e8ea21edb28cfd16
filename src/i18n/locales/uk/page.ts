import type { Translation } from '../../keys.js';

/** Ukrainian: whatever is first on the page, and the messages that several elements share. */
export const page = {
  // campaign
  'campaign.organised-by': 'Організатор петиції: {name}',
  'campaign.privacy': 'Як обробляються ваші дані: {name}',
  'campaign.language': 'Мова',
  'campaign.read': 'Прочитати петицію',

  // story
  'story.position': '{index} з {total}',
  'story.status': 'Станом на {date}: {status}',
  'story.later': 'Що сталося пізніше',
  'story.read-more': 'Читати далі: {name}',
  'story.read-less': 'Згорнути',
  'story.told-by': 'Розповідає {teller}',
  'story.checked': 'Перевірено ({date}).',
  'story.sources': 'Джерела:',
  'story.seat-kept': 'Збережене місце ({name}): сектор {block}, ряд {row}, місце {number}',
  'story.show-picture': 'Показати зображення',
  'story.write-to': 'Написати листа: {name}',

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
    one: 'Ще {count} місце до {goal}',
    few: 'Ще {count} місця до {goal}',
    many: 'Ще {count} місць до {goal}',
    other: 'Ще {count} місця до {goal}',
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
  // A pluperfect would sound bookish; the text beside it says that the count is old.
  'counter.signatures-were': {
    one: 'людина підписала петицію',
    few: 'людини підписали петицію',
    many: 'людей підписали петицію',
    other: 'людини підписали петицію',
  },
  'counter.signatures-near': {
    one: 'Ще {count} підпис до {goal}',
    few: 'Ще {count} підписи до {goal}',
    many: 'Ще {count} підписів до {goal}',
    other: 'Ще {count} підпису до {goal}',
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
  'counter.stale': 'Підраховано: {moment}; новіші дані зараз недоступні.',
  'counter.stale-offline': 'Підраховано: {moment}; зараз пристрій не в мережі.',
  'counter.unknown': 'Кількість підписів зараз недоступна',
  'counter.unknown-hint': 'Підписати все одно можна: кожен підпис враховується.',
  'counter.not-published': 'Кількість підписів поки не опублікована',
  'counter.offline': 'Пристрій не в мережі',
  'counter.offline-hint': 'Кількість з’явиться, коли зв’язок відновиться.',
  'counter.loading': 'Триває підрахунок',
  'counter.empty': {
    one: '{count} вільне місце. Займіть перше.',
    few: '{count} вільні місця. Займіть перше.',
    many: '{count} вільних місць. Займіть перше.',
    other: '{count} вільного місця. Займіть перше.',
  },
  'counter.first': 'Будьте серед перших, хто підпише петицію',
  'counter.first-own': 'Ви серед перших, хто підписав петицію',

  // seat
  'seat.sentence': 'Сектор {block}, ряд {row}, місце {number}',
  'seat.beside': 'Поруч: {name}',
  'seat.unknown': 'Ми поки не знаємо, чи вільне це місце. Скажемо про це під час підписання.',

  // messages of the picker and of the outcomes that other elements use too
  'picker.beside-person': 'Сісти поруч: {name}',
  'picker.sign-to-keep': 'Підписати й зберегти це місце',
  'picker.sign-with': 'Підписати з цим місцем',
  'picker.yours': 'Ваше місце',
  'picker.chosen': 'Ваше місце: {seat}.',
  'picker.chosen-beside': 'Ваше місце: {seat}. Поруч: {name}.',
  'picker.list-block': 'Сектор',
  'picker.list-row': 'Ряд',
  'picker.list-seat': 'Місце',
  'outcome.seat-taken': 'Хтось зайняв це місце за мить до вас',
  'outcome.first': 'Ваш підпис перший.',
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
} satisfies Translation;
