import type { Translation } from '../keys.js';
import type { Review } from '../review.js';

/** Who has read these words. */
export const review: Review = 'machine';

/**
 * Polish. «Ty» in small letters, in the present tense and the imperative only: no verb says whether a man or a woman
 * signed, and who is counted is an «osoba». Names, seats and days stand in the nominative, after a colon or as a subject.
 * `other` is for fractions.
 *
 * | English | here |
 * | --- | --- |
 * | petition, sign, signature | petycja, podpisać petycję, podpis |
 * | seat, take a seat, kept seat | miejsce, zająć miejsce, zachowane miejsce |
 * | block, row | sektor, rząd |
 * | beside | obok |
 * | standing | na stojąco |
 * | take the signature back, code | wycofać podpis, kod |
 * | organisers, campaign team | organizatorzy, zespół kampanii |
 */
export const pl = {
  // campaign
  'campaign.organised-by': 'Petycję prowadzi {name}',
  'campaign.privacy': 'Jak przetwarzane są twoje dane: {name}',
  'campaign.language': 'Język',

  // story
  'story.position': '{index} z {total}',
  'story.status': 'Stan na {date}: {status}',
  'story.later': 'Co stało się później',
  'story.read-more': 'Czytaj dalej: {name}',
  'story.read-less': 'Zwiń',
  'story.told-by': 'Opowiada {teller}',
  'story.checked': 'Sprawdzono: {date}.',
  'story.sources': 'Źródła:',
  'story.seat-kept': 'Zachowane miejsce: {seat}',

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
    one: 'Jeszcze {count} miejsce i zajętych będzie {goal}',
    few: 'Jeszcze {count} miejsca i zajętych będzie {goal}',
    many: 'Jeszcze {count} miejsc i zajętych będzie {goal}',
    other: 'Jeszcze {count} miejsca i zajętych będzie {goal}',
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
  // The language has no earlier past; that the count is old is said beside it.
  'counter.signatures-were': {
    one: 'osoba podpisała petycję',
    few: 'osoby podpisały petycję',
    many: 'osób podpisało petycję',
    other: 'osoby podpisało petycję',
  },
  'counter.signatures-near': {
    one: 'Jeszcze {count} podpis i będzie ich {goal}',
    few: 'Jeszcze {count} podpisy i będzie ich {goal}',
    many: 'Jeszcze {count} podpisów i będzie ich {goal}',
    other: 'Jeszcze {count} podpisu i będzie ich {goal}',
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
  'counter.today': 'dzisiaj o {time}',
  'counter.yesterday': 'wczoraj o {time}',
  'counter.stale': 'Policzono: {moment}. Nowsze dane są teraz niedostępne.',
  'counter.stale-offline': 'Policzono: {moment}. To urządzenie nie ma teraz połączenia.',
  'counter.unknown': 'Liczba podpisów jest teraz niedostępna',
  'counter.unknown-hint': 'Mimo to możesz podpisać: każdy podpis się liczy.',
  'counter.offline': 'To urządzenie nie ma połączenia',
  'counter.offline-hint': 'Liczba pojawi się, gdy połączenie wróci.',
  'counter.loading': 'Trwa liczenie',
  'counter.first': 'Podpisz wśród pierwszych osób',
  'counter.first-own': 'Twój podpis jest wśród pierwszych',

  // picker
  'picker.label': 'Miejsca',
  'picker.summary': {
    one: '{count} miejsce z {capacity} jest wolne',
    few: '{count} miejsca z {capacity} są wolne',
    many: '{count} miejsc z {capacity} jest wolnych',
    other: '{count} miejsca z {capacity} jest wolne',
  },
  'picker.find': 'Znajdź mi miejsce',
  'picker.beside': 'Usiądź obok',
  'picker.beside-menu': 'Usiądź obok …',
  'picker.beside-person': 'Usiądź obok: {name}',
  'picker.whole': 'Cała arena',
  'picker.zoom-in': 'Przybliż',
  'picker.zoom-out': 'Oddal',
  'picker.go-to': 'Przejdź do sektora',
  'picker.block': 'Sektor {block}',
  'picker.block-free': 'Sektor {block}, wolne: {free} z {count}',
  'picker.row-free': 'Rząd {row}, wolne: {free} z {count}',
  'picker.grid': 'Sektor {block}, miejsce po miejscu',
  'picker.keys':
    'Strzałki prowadzą od miejsca do miejsca, Enter zajmuje miejsce, Escape pokazuje całą arenę.',
  'picker.free': 'Wolne',
  'picker.taken': 'Zajęte',
  'picker.kept': 'Zachowane',
  'picker.yours': 'Twoje miejsce',
  'picker.free-beside': 'Wolne, obok: {name}',
  'picker.yours-beside': 'Twoje miejsce, obok: {name}',
  'picker.kept-for': 'Zachowane miejsce: {name}',
  'picker.you-beside': 'Twoje miejsce jest tuż obok',
  'picker.enter-takes': 'Wolne. Aby zająć, naciśnij Enter.',
  'picker.cell-free': '{seat}, wolne',
  'picker.cell-free-beside': '{seat}, wolne, obok: {name}',
  'picker.cell-taken': '{seat}, zajęte',
  'picker.cell-kept': '{seat}, zachowane: {name}',
  'picker.cell-yours': '{seat}, twoje',
  'picker.cell-yours-beside': '{seat}, twoje, obok: {name}',
  'picker.take': 'Zajmij to miejsce',
  'picker.chosen': 'Twoje miejsce: {seat}.',
  'picker.chosen-beside': 'Twoje miejsce: {seat}. Obok: {name}.',
  'picker.is-taken': '{seat}: zajęte. Wybierz wolne miejsce.',
  'picker.is-kept': '{seat}: zachowane ({name}). Wybierz miejsce obok.',
  'picker.full': 'Wszystkie miejsca są zajęte. Możesz podpisać bez miejsca.',
  'picker.arrived': {
    one: 'Jeszcze {count} osoba zajęła miejsce',
    few: 'Jeszcze {count} osoby zajęły miejsca',
    many: 'Jeszcze {count} osób zajęło miejsca',
    other: 'Jeszcze {count} osoby zajęło miejsca',
  },
  'picker.list': 'Wybierz z listy: sektor, rząd, miejsce',
  'picker.list-block': 'Sektor',
  'picker.list-row': 'Rząd',
  'picker.list-seat': 'Miejsce',
  'picker.seat-free': 'Miejsce {number}',
  'picker.seat-free-beside': 'Miejsce {number}, obok: {name}',
  'picker.seat-taken': 'Miejsce {number}, zajęte',
  'picker.seat-kept': 'Miejsce {number}, zachowane: {name}',
  'picker.seat-yours': 'Miejsce {number}, twoje',
  'picker.required': 'Wybierz miejsce',
  'picker.unavailable': 'Nie można teraz pokazać miejsc. Możesz podpisać bez miejsca.',

  // seat
  'seat.sentence': 'Sektor {block}, rząd {row}, miejsce {number}',
  'seat.beside': 'Obok: {name}',

  // form
  'form.title-seat': 'Wybierz miejsce, poprzyj petycję',
  'form.title': 'Podpisz petycję',
  'form.no-seat': 'Brak wybranego miejsca',
  'form.no-seat-hint': 'Wybierz je na arenie albo podpisz na stojąco: taki podpis liczy się tak samo.',
  'form.full': 'Wszystkie miejsca są zajęte',
  'form.full-hint': 'Możesz podpisać na stojąco. Twój podpis liczy się tak samo.',
  'form.change-seat': 'Zmień',
  'form.choose-seat': 'Wybierz miejsce',
  'form.optional': 'Opcjonalnie',
  'form.choose': 'Wybierz',
  'form.sign-seat': 'Podpisz i zajmij to miejsce',
  'form.sign-standing': 'Podpisz na stojąco',
  'form.sign': 'Podpisz',
  'form.sending': 'Wysyłamy twój podpis',
  'form.sending-hint': 'Przy wolnym połączeniu trwa to kilka sekund.',
  'form.waiting': {
    one: 'Petycję podpisuje teraz wiele osób. Twój podpis zostanie wysłany ponownie za {count} sekundę.',
    few: 'Petycję podpisuje teraz wiele osób. Twój podpis zostanie wysłany ponownie za {count} sekundy.',
    many: 'Petycję podpisuje teraz wiele osób. Twój podpis zostanie wysłany ponownie za {count} sekund.',
    other: 'Petycję podpisuje teraz wiele osób. Twój podpis zostanie wysłany ponownie za {count} sekundy.',
  },
  'form.privacy-note': 'Arena pokazuje miejsca, nigdy nazwiska.',
  'form.withdraw-note': 'Podpis możesz wycofać za pomocą kodu, który otrzymasz po podpisaniu petycji.',
  'form.seen-by-target': 'Zobaczą to zespół kampanii i {target}.',
  'form.seen-by-team': 'Zobaczy to tylko zespół kampanii.',
  'form.seen-by-public': 'Zobaczą to wszyscy.',
  'form.errors': {
    one: 'Sprawdź jeszcze raz jedną odpowiedź',
    few: 'Sprawdź jeszcze raz {count} odpowiedzi',
    many: 'Sprawdź jeszcze raz {count} odpowiedzi',
    other: 'Sprawdź jeszcze raz {count} odpowiedzi',
  },
  'form.errors-two': 'Sprawdź jeszcze raz dwie odpowiedzi',
  // Seen from the signer's seat: who sits before somebody has them behind.
  'form.in-front-of': 'Tuż za tobą: {name}',
  'form.behind': 'Tuż przed tobą: {name}',
  'form.failed': 'Nie można teraz odczytać petycji',

  // fields of OSDI, and what is wrong with an answer
  'field.given_name': 'Imię',
  'field.family_name': 'Nazwisko',
  'field.email': 'E-mail',
  'field.country': 'Kraj',
  'field.postal_code': 'Kod pocztowy',
  'field.phone': 'Telefon',
  'field.comment': 'Komentarz',
  'problem.required': 'Wypełnij to pole',
  'problem.required-choice': 'Wybierz jedną odpowiedź',
  'problem.required-checkbox': 'Zaznacz to pole, aby przejść dalej',
  'problem.required-consent':
    'Zaznacz to pole, aby podpisać. Bez tej zgody nie wolno przekazać twojego podpisu.',
  // Before a figure that may be any, a noun would have to agree with it.
  'problem.too-long': 'Skróć odpowiedź. Największa liczba znaków: {limit}',
  'problem.format': 'Taka odpowiedź nie jest tu przyjmowana. Zapisz ją inaczej',
  'problem.format-email': 'Zapisz adres ze znakiem @, na przykład ada@example.org',
  'problem.format-email-whole': 'Zapisz cały adres, na przykład ada@example.org',
  'problem.format-tel': 'Zapisz numer samymi cyframi, na przykład +420 123 456 789',
  'problem.unknown': 'Ta odpowiedź nie jest już potrzebna',
  'problem.out-of-range': 'Wybierz inną odpowiedź',
  'summary.required': '{label}: jeszcze nic nie wpisano',
  'summary.required-choice': '{label}: jeszcze nic nie wybrano',
  'summary.required-checkbox': '{label}: jeszcze nie zaznaczono',
  'summary.required-consent': 'Twoja zgoda na podpisanie petycji',
  'summary.no-at': '{label}: brakuje znaku @',
  'summary.seat': 'Twoje miejsce: {problem}',
  'summary.name': 'Imię i nazwisko',
  'summary.yes': 'Tak',
  'summary.other': '{label}: {problem}',

  // outcomes
  'outcome.seat-taken': 'Ktoś zajął to miejsce chwilę przed tobą',
  'outcome.seat-taken-hint':
    'Nic nie przepadło: twoje odpowiedzi są nadal tutaj. Te miejsca w pobliżu są wolne.',
  'outcome.seat-taken-full':
    'Nic nie przepadło: twoje odpowiedzi są nadal tutaj. Innych wolnych miejsc nie ma; możesz podpisać na stojąco.',
  'outcome.seat-taken-elsewhere':
    'Nic nie przepadło: twoje odpowiedzi są nadal tutaj. Wybierz inne miejsce albo podpisz na stojąco.',
  'outcome.seat-kept': 'To jest zachowane miejsce: {name}',
  'outcome.seat-kept-hint': 'Twoje odpowiedzi są nadal tutaj. Te miejsca w pobliżu są wolne.',
  'outcome.take-seat': 'Podpisz i zajmij miejsce {number}',
  'outcome.take-seat-in-row': 'Podpisz i zajmij miejsce {number} w rzędzie {row}',
  'outcome.choose-in-arena': 'Wybierz na arenie',
  'outcome.not-sent': 'Jeszcze nie wysłano',
  'outcome.unreachable':
    'Połączenie zostało przerwane, zanim przyszła odpowiedź. Wszystko, co jest w formularzu, zostało tutaj, tylko na tej stronie. Ponowna próba nie policzy cię dwa razy.',
  'outcome.offline':
    'To urządzenie nie ma połączenia. Wszystko, co jest w formularzu, zostało tutaj, tylko na tej stronie. Spróbuj ponownie, gdy połączenie wróci.',
  'outcome.busy':
    'Petycję podpisuje teraz bardzo wiele osób. Wszystko, co jest w formularzu, zostało tutaj, tylko na tej stronie. Ponowna próba nie policzy cię dwa razy.',
  'outcome.try-again': 'Spróbuj ponownie',
  'outcome.change-answers': 'Zmień moje odpowiedzi',
  'outcome.rejected': 'Podpis nie został przyjęty',
  'outcome.rejected-hint':
    'Wszystko, co jest w formularzu, zostało tutaj. Daj o tym znać organizatorom tej strony.',
  'outcome.tell': 'Daj znać: {name} (otworzy się w nowej karcie)',
  'outcome.not-open':
    'Ta petycja nie przyjmuje teraz podpisów. Wszystko, co jest w formularzu, zostało tutaj.',
  'outcome.too-large': 'Twoje odpowiedzi są za długie. Skróć komentarz i podpisz jeszcze raz.',
  'outcome.no-endpoint':
    'Ta strona nie jest jeszcze podłączona, więc nic nie wysłano. Daj o tym znać jej organizatorom.',
  'outcome.sealed-unsupported':
    'Ta strona nie może zaszyfrować twoich odpowiedzi, więc nic nie wysłano. Daj o tym znać jej organizatorom.',
  'outcome.signed-seat': 'Masz swoje miejsce.',
  'outcome.you-sit': 'Siedzisz w sektorze {block}, rząd {row}, miejsce {number}.',
  'outcome.you-sit-beside': 'Siedzisz w sektorze {block}, rząd {row}, miejsce {number}. Obok: {name}.',
  'outcome.signed-standing': 'Petycja ma twój podpis.',
  'outcome.you-stand': 'Stoisz na arenie razem z innymi. Twój podpis liczy się tak samo.',
  'outcome.signed': 'Dziękujemy. Twój podpis jest policzony.',
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
  'outcome.pending': 'Został jeden krok',
  'outcome.pending-hint': 'Otwórz wiadomość, którą do ciebie wysłaliśmy, i potwierdź swój podpis.',
  'outcome.pending-seat': 'Do tego czasu czeka na ciebie sektor {block}, rząd {row}, miejsce {number}.',
  'outcome.duplicate': 'Petycja ma już twój podpis',
  'outcome.duplicate-hint': 'Twój podpis jest policzony raz i zostaje.',
  'outcome.assumed': 'Twój podpis jest w drodze',
  'outcome.assumed-hint':
    'Został wysłany. Odpowiedzi usługi, która go przyjmuje, nie da się odczytać z tej strony.',
  'outcome.code-label': 'Twój kod, aby w razie potrzeby wycofać podpis',
  'outcome.code-hint': 'Przechowuj go tam, gdzie tylko ty go znajdziesz. Jest pokazywany tylko teraz.',
  'outcome.copy': 'Skopiuj kod',
  'outcome.copied': 'Kod skopiowany',
  'outcome.copy-by-hand': 'Kod jest zaznaczony, można go skopiować.',
  'closed.draft': 'Zbieranie podpisów jeszcze się nie zaczęło',
  'closed.opens': 'Zbieranie podpisów zacznie się {day}.',
  'closed.closed': 'Zbieranie podpisów jest zakończone',
  'closed.delivered': 'Petycja została przekazana adresatowi',
  'closed.won': 'Petycja osiągnęła swój cel',
  'closed.thanks': 'Dziękujemy wszystkim, którzy podpisali.',
} satisfies Translation;
