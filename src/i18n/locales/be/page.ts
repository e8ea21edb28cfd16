import type { Translation } from '../../keys.js';

/** Belarusian: whatever is first on the page, and the messages that several elements share. */
export const page = {
  // campaign
  'campaign.organised-by': 'Арганізатар петыцыі: {name}',
  'campaign.privacy': 'Як апрацоўваюцца вашы даныя: {name}',
  'campaign.language': 'Мова',
  'campaign.read': 'Прачытаць петыцыю',

  // story
  'story.position': '{index} з {total}',
  'story.status': 'Станам на {date}: {status}',
  'story.later': 'Што адбылося пазней',
  'story.read-more': 'Чытаць далей: {name}',
  'story.read-less': 'Згарнуць',
  'story.told-by': 'Расказвае {teller}',
  'story.checked': 'Праверана ({date}).',
  'story.sources': 'Крыніцы:',
  'story.seat-kept': 'Захаванае месца ({name}): сектар {block}, рад {row}, месца {number}',
  'story.show-picture': 'Паказаць малюнак',
  'story.write-to': 'Напісаць ліст: {name}',

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
    one: 'Яшчэ {count} месца да {goal}',
    few: 'Яшчэ {count} месцы да {goal}',
    many: 'Яшчэ {count} месцаў да {goal}',
    other: 'Яшчэ {count} месца да {goal}',
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
  // The language has no pluperfect; the text beside it says that the count is old.
  'counter.signatures-were': {
    one: 'чалавек падпісаў петыцыю',
    few: 'чалавекі падпісалі петыцыю',
    many: 'чалавек падпісалі петыцыю',
    other: 'чалавека падпісалі петыцыю',
  },
  'counter.signatures-near': {
    one: 'Яшчэ {count} подпіс да {goal}',
    few: 'Яшчэ {count} подпісы да {goal}',
    many: 'Яшчэ {count} подпісаў да {goal}',
    other: 'Яшчэ {count} подпісу да {goal}',
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
  'counter.stale': 'Падлічана: {moment}; навейшыя звесткі цяпер недаступныя.',
  'counter.stale-offline': 'Падлічана: {moment}; цяпер прылада не ў сетцы.',
  'counter.unknown': 'Колькасць подпісаў цяпер недаступная',
  'counter.unknown-hint': 'Падпісаць усё адно можна: кожны подпіс улічваецца.',
  'counter.not-published': 'Колькасць подпісаў пакуль не апублікаваная',
  'counter.offline': 'Прылада не ў сетцы',
  'counter.offline-hint': 'Колькасць з’явіцца, калі злучэнне адновіцца.',
  'counter.loading': 'Ідзе падлік',
  'counter.empty': {
    one: '{count} вольнае месца. Займіце першае.',
    few: '{count} вольныя месцы. Займіце першае.',
    many: '{count} вольных месцаў. Займіце першае.',
    other: '{count} вольнага месца. Займіце першае.',
  },
  'counter.first': 'Будзьце сярод першых, хто падпіша петыцыю',
  'counter.first-own': 'Вы сярод першых, хто падпісаў петыцыю',

  // seat
  'seat.sentence': 'Сектар {block}, рад {row}, месца {number}',
  'seat.beside': 'Побач: {name}',
  'seat.unknown': 'Мы пакуль не ведаем, ці вольнае гэта месца. Скажам пра гэта пры падпісанні.',

  // messages of the picker and of the outcomes that other elements use too
  'picker.beside-person': 'Сесці побач: {name}',
  'picker.sign-to-keep': 'Падпісаць і захаваць гэтае месца',
  'picker.sign-with': 'Падпісаць з гэтым месцам',
  'picker.yours': 'Ваша месца',
  'picker.chosen': 'Ваша месца: {seat}.',
  'picker.chosen-beside': 'Ваша месца: {seat}. Побач: {name}.',
  'picker.list-block': 'Сектар',
  'picker.list-row': 'Рад',
  'picker.list-seat': 'Месца',
  'outcome.seat-taken': 'Хтосьці заняў гэтае месца за імгненне да вас',
  'outcome.first': 'Ваш подпіс першы.',
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
} satisfies Translation;
