import type { Translation } from '../../keys.js';

/** Polish: whatever is first on the page, and the messages that several elements share. */
export const page = {
  // campaign
  'campaign.organised-by': 'Petycję prowadzi {name}',
  'campaign.privacy': 'Jak przetwarzane są twoje dane: {name}',
  'campaign.language': 'Język',
  'campaign.read': 'Przeczytaj petycję',

  // story
  'story.position': '{index} z {total}',
  'story.status': 'Stan na {date}: {status}',
  'story.later': 'Co stało się później',
  'story.read-more': 'Czytaj dalej: {name}',
  'story.read-less': 'Zwiń',
  'story.told-by': 'Opowiada {teller}',
  'story.checked': 'Sprawdzono: {date}.',
  'story.sources': 'Źródła:',
  'story.seat-kept': 'Zachowane miejsce ({name}): sektor {block}, rząd {row}, miejsce {number}',
  'story.show-picture': 'Pokaż obraz',
  'story.write-to': 'Napisz list: {name}',

  // deck
  'deck.label': 'Historie',
  'deck.previous': 'Poprzednia',
  'deck.next': 'Następna historia',
  'deck.coming': 'Dalej: {name}',
  'deck.shown': '{name}, {index} z {total}',
  'deck.choose-seat': 'Wybierz miejsce',
  'deck.sign': 'Podpisz petycję',

  // counter
  'counter.seats-taken': {
    one: 'miejsce z {capacity} jest zajęte',
    few: 'miejsca z {capacity} są zajęte',
    many: 'miejsc z {capacity} jest zajętych',
    other: 'miejsca z {capacity} jest zajęte',
  },
  'counter.seats-taken-own': {
    one: 'miejsce z {capacity} jest zajęte: twoje',
    few: 'miejsca z {capacity} są zajęte, jedno z nich jest twoje',
    many: 'miejsc z {capacity} jest zajętych, jedno z nich jest twoje',
    other: 'miejsca z {capacity} jest zajęte, jedno z nich jest twoje',
  },
  'counter.seats-were-taken': {
    one: 'miejsce z {capacity} było zajęte',
    few: 'miejsca z {capacity} były zajęte',
    many: 'miejsc z {capacity} było zajętych',
    other: 'miejsca z {capacity} było zajęte',
  },
  'counter.seats-near': {
    one: 'Jeszcze {count} miejsce do {goal}',
    few: 'Jeszcze {count} miejsca do {goal}',
    many: 'Jeszcze {count} miejsc do {goal}',
    other: 'Jeszcze {count} miejsca do {goal}',
  },
  'counter.standing': {
    one: 'i jeszcze {count} osoba stoi',
    few: 'i jeszcze {count} osoby stoją',
    many: 'i jeszcze {count} osób stoi',
    other: 'i jeszcze {count} osoby stoi',
  },
  'counter.standing-own': {
    one: 'i jeszcze {count} osoba stoi: ty',
    few: 'i jeszcze {count} osoby stoją, wśród nich ty',
    many: 'i jeszcze {count} osób stoi, wśród nich ty',
    other: 'i jeszcze {count} osoby stoi, wśród nich ty',
  },
  'counter.signatures': {
    one: 'osoba podpisała petycję',
    few: 'osoby podpisały petycję',
    many: 'osób podpisało petycję',
    other: 'osoby podpisało petycję',
  },
  'counter.signatures-own': {
    one: 'osoba podpisała petycję: ty',
    few: 'osoby podpisały petycję, wśród nich ty',
    many: 'osób podpisało petycję, wśród nich ty',
    other: 'osoby podpisało petycję, wśród nich ty',
  },
  // The language has no pluperfect; the text beside it says that the count is old.
  'counter.signatures-were': {
    one: 'osoba podpisała petycję',
    few: 'osoby podpisały petycję',
    many: 'osób podpisało petycję',
    other: 'osoby podpisało petycję',
  },
  'counter.signatures-near': {
    one: 'Jeszcze {count} podpis do {goal}',
    few: 'Jeszcze {count} podpisy do {goal}',
    many: 'Jeszcze {count} podpisów do {goal}',
    other: 'Jeszcze {count} podpisu do {goal}',
  },
  'counter.compact': {
    one: 'osoba zajęła miejsce',
    few: 'osoby zajęły miejsca',
    many: 'osób zajęło miejsca',
    other: 'osoby zajęło miejsca',
  },
  'counter.compact-own': {
    one: 'osoba zajęła miejsce: ty',
    few: 'osoby zajęły miejsca, wśród nich ty',
    many: 'osób zajęło miejsca, wśród nich ty',
    other: 'osoby zajęło miejsca, wśród nich ty',
  },
  'counter.goal': 'Następny cel: {goal}',
  'counter.goal-reached': 'Cel osiągnięty: {goal}',
  'counter.as-of': 'Policzono: {moment}',
  'counter.as-of-own': 'Policzono: {moment}, razem z twoim',
  'counter.stale': 'Policzono: {moment}. Nowsze dane są teraz niedostępne.',
  'counter.stale-offline': 'Policzono: {moment}. To urządzenie nie ma teraz połączenia.',
  'counter.unknown': 'Liczba podpisów jest teraz niedostępna',
  'counter.unknown-hint': 'Mimo to możesz podpisać: każdy podpis się liczy.',
  'counter.not-published': 'Liczba podpisów nie jest jeszcze opublikowana',
  'counter.offline': 'To urządzenie nie ma połączenia',
  'counter.offline-hint': 'Liczba pojawi się, gdy połączenie wróci.',
  'counter.loading': 'Trwa liczenie',
  'counter.empty': {
    one: '{count} wolne miejsce. Zajmij je.',
    few: '{count} wolne miejsca. Zajmij pierwsze.',
    many: '{count} wolnych miejsc. Zajmij pierwsze.',
    other: '{count} wolnego miejsca. Zajmij pierwsze.',
  },
  'counter.first': 'Podpisz wśród pierwszych osób',
  'counter.first-own': 'Twój podpis jest wśród pierwszych',

  // seat
  'seat.sentence': 'Sektor {block}, rząd {row}, miejsce {number}',
  'seat.beside': 'Obok: {name}',
  'seat.unknown': 'Nie wiemy jeszcze, czy to miejsce jest wolne. Powiemy ci o tym przy podpisywaniu.',

  // messages of the picker and of the outcomes that other elements use too
  'picker.beside-person': 'Usiądź obok: {name}',
  'picker.sign-to-keep': 'Podpisz, aby zachować to miejsce',
  'picker.sign-with': 'Podpisz z tym miejscem',
  'picker.yours': 'Twoje miejsce',
  'picker.chosen': 'Twoje miejsce: {seat}.',
  'picker.chosen-beside': 'Twoje miejsce: {seat}. Obok: {name}.',
  'picker.list-block': 'Sektor',
  'picker.list-row': 'Rząd',
  'picker.list-seat': 'Miejsce',
  'outcome.seat-taken': 'Ktoś zajął to miejsce chwilę przed tobą',
  'outcome.first': 'Twój podpis jest pierwszy.',
  'outcome.people': {
    one: '{count} osoba zajęła miejsce.',
    few: '{count} osoby zajęły miejsca.',
    many: '{count} osób zajęło miejsca.',
    other: '{count} osoby zajęło miejsca.',
  },
  'outcome.people-signed': {
    one: '{count} osoba podpisała petycję.',
    few: '{count} osoby podpisały petycję.',
    many: '{count} osób podpisało petycję.',
    other: '{count} osoby podpisało petycję.',
  },
} satisfies Translation;
