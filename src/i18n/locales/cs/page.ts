import type { Translation } from '../../keys.js';

/** Czech: whatever is first on the page, and the messages that several elements share. */
export const page = {
  // campaign
  'campaign.organised-by': 'Petici pořádá {name}',
  'campaign.privacy': 'Jak se zachází s vašimi údaji: {name}',
  'campaign.language': 'Jazyk',
  'campaign.read': 'Přečíst petici',

  // story
  'story.position': '{index} z {total}',
  'story.status': '{date}: {status}',
  'story.later': 'Co se stalo později',
  'story.read-more': 'Číst dál: {name}',
  'story.read-less': 'Sbalit',
  'story.told-by': 'Vypráví {teller}',
  'story.checked': 'Ověřeno: {date}.',
  'story.sources': 'Zdroje:',
  'story.seat-kept': 'Vyhrazené místo ({name}): sektor {block}, řada {row}, místo {number}',
  'story.show-picture': 'Ukázat obrázek',
  'story.write-to': 'Napsat dopis: {name}',

  // deck
  'deck.label': 'Příběhy',
  'deck.previous': 'Předchozí',
  'deck.next': 'Další příběh',
  'deck.coming': 'Dále: {name}',
  'deck.shown': '{name}, {index} z {total}',
  'deck.choose-seat': 'Vybrat místo',
  'deck.sign': 'Podepsat petici',

  // counter
  'counter.seats-taken': {
    one: 'místo z {capacity} je obsazené',
    few: 'místa z {capacity} jsou obsazená',
    many: 'místa z {capacity} je obsazeno',
    other: 'míst z {capacity} je obsazeno',
  },
  'counter.seats-taken-own': {
    one: 'místo z {capacity} je obsazené: to vaše',
    few: 'místa z {capacity} jsou obsazená, jedno z nich je vaše',
    many: 'místa z {capacity} je obsazeno, jedno z nich je vaše',
    other: 'míst z {capacity} je obsazeno, jedno z nich je vaše',
  },
  'counter.seats-were-taken': {
    one: 'místo z {capacity} bylo obsazené',
    few: 'místa z {capacity} byla obsazená',
    many: 'místa z {capacity} bylo obsazeno',
    other: 'míst z {capacity} bylo obsazeno',
  },
  'counter.seats-near': {
    one: 'Ještě {count} místo do {goal}',
    few: 'Ještě {count} místa do {goal}',
    many: 'Ještě {count} místa do {goal}',
    other: 'Ještě {count} míst do {goal}',
  },
  'counter.standing': {
    one: 'a ještě {count} člověk stojí',
    few: 'a ještě {count} lidé stojí',
    many: 'a ještě {count} člověka stojí',
    other: 'a ještě {count} lidí stojí',
  },
  'counter.standing-own': {
    one: 'a ještě {count} člověk stojí: vy',
    few: 'a ještě {count} lidé stojí, mezi nimi vy',
    many: 'a ještě {count} člověka stojí, mezi nimi vy',
    other: 'a ještě {count} lidí stojí, mezi nimi vy',
  },
  'counter.signatures': {
    one: 'člověk podepsal petici',
    few: 'lidé podepsali petici',
    many: 'člověka podepsalo petici',
    other: 'lidí podepsalo petici',
  },
  'counter.signatures-own': {
    one: 'člověk podepsal petici: vy',
    few: 'lidé podepsali petici, mezi nimi vy',
    many: 'člověka podepsalo petici, mezi nimi vy',
    other: 'lidí podepsalo petici, mezi nimi vy',
  },
  // The language has no pluperfect; the text beside it says that the count is old.
  'counter.signatures-were': {
    one: 'člověk podepsal petici',
    few: 'lidé podepsali petici',
    many: 'člověka podepsalo petici',
    other: 'lidí podepsalo petici',
  },
  'counter.signatures-near': {
    one: 'Ještě {count} podpis do {goal}',
    few: 'Ještě {count} podpisy do {goal}',
    many: 'Ještě {count} podpisu do {goal}',
    other: 'Ještě {count} podpisů do {goal}',
  },
  'counter.compact': {
    one: 'člověk obsadil místo',
    few: 'lidé obsadili místa',
    many: 'člověka obsadilo místa',
    other: 'lidí obsadilo místa',
  },
  'counter.compact-own': {
    one: 'člověk obsadil místo: vy',
    few: 'lidé obsadili místa, mezi nimi vy',
    many: 'člověka obsadilo místa, mezi nimi vy',
    other: 'lidí obsadilo místa, mezi nimi vy',
  },
  'counter.goal': 'Další cíl: {goal}',
  'counter.goal-reached': 'Cíl je dosažen: {goal}',
  'counter.as-of': 'Sečteno: {moment}',
  'counter.as-of-own': 'Sečteno: {moment}, i s vaším podpisem',
  'counter.stale': 'Sečteno: {moment}. Novější údaj teď není k dispozici.',
  'counter.stale-offline': 'Sečteno: {moment}. Toto zařízení je teď bez připojení.',
  'counter.unknown': 'Počet podpisů teď není k dispozici',
  'counter.unknown-hint': 'Podepsat můžete i tak: každý podpis se počítá.',
  'counter.not-published': 'Počet podpisů zatím není zveřejněný',
  'counter.offline': 'Toto zařízení je bez připojení',
  'counter.offline-hint': 'Počet se objeví, až se připojení obnoví.',
  'counter.loading': 'Sčítáme',
  'counter.empty': {
    one: '{count} volné místo. Obsaďte ho.',
    few: '{count} volná místa. Obsaďte první.',
    many: '{count} volného místa. Obsaďte první.',
    other: '{count} volných míst. Obsaďte první.',
  },
  'counter.first': 'Buďte mezi prvními, kdo petici podepíše',
  'counter.first-own': 'Váš podpis je mezi prvními',

  // seat
  'seat.sentence': 'Sektor {block}, řada {row}, místo {number}',
  'seat.beside': 'Vedle: {name}',
  'seat.unknown': 'Zatím nevíme, jestli je toto místo volné. Řekneme vám to při podpisu.',

  // messages of the picker and of the outcomes that other elements use too
  'picker.beside-person': 'Sednout si vedle: {name}',
  'picker.sign-to-keep': 'Podepsat a ponechat si toto místo',
  'picker.sign-with': 'Podepsat s tímto místem',
  'picker.yours': 'Vaše místo',
  'picker.chosen': 'Vaše místo: {seat}.',
  'picker.chosen-beside': 'Vaše místo: {seat}. Vedle: {name}.',
  'picker.list-block': 'Sektor',
  'picker.list-row': 'Řada',
  'picker.list-seat': 'Místo',
  'outcome.seat-taken': 'Někdo toto místo obsadil chvíli před vámi',
  'outcome.first': 'Váš podpis je první.',
  'outcome.people': {
    one: '{count} člověk obsadil místo.',
    few: '{count} lidé obsadili místa.',
    many: '{count} člověka obsadilo místa.',
    other: '{count} lidí obsadilo místa.',
  },
  'outcome.people-signed': {
    one: '{count} člověk podepsal petici.',
    few: '{count} lidé podepsali petici.',
    many: '{count} člověka podepsalo petici.',
    other: '{count} lidí podepsalo petici.',
  },
} satisfies Translation;
