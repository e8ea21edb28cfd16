import type { Translation } from '../../keys.js';

/** German: whatever is first on the page, and the messages that several elements share. */
export const page = {
  // campaign
  'campaign.organised-by': 'Eine Petition von {name}',
  'campaign.privacy': 'So geht {name} mit Ihren Daten um',
  'campaign.language': 'Sprache',
  'campaign.read': 'Petition lesen',

  // story
  'story.position': '{index} von {total}',
  'story.status': '{date}: {status}',
  'story.later': 'Was später geschah',
  'story.read-more': 'Mehr über {name} lesen',
  'story.read-less': 'Weniger zeigen',
  'story.told-by': 'Erzählt von {teller}',
  'story.checked': 'Geprüft: {date}.',
  'story.sources': 'Quellen:',
  'story.seat-kept': 'Freigehalten für {name}: Block {block}, Reihe {row}, Platz {number}',
  'story.show-picture': 'Bild zeigen',
  'story.write-to': 'An {name} schreiben',

  // deck
  'deck.label': 'Geschichten',
  'deck.previous': 'Vorherige',
  'deck.next': 'Nächste Geschichte lesen',
  'deck.coming': 'Als Nächstes: {name}',
  'deck.shown': '{name}, {index} von {total}',
  'deck.choose-seat': 'Platz wählen',
  'deck.sign': 'Petition unterschreiben',

  // counter
  'counter.seats-taken': {
    one: 'von {capacity} Plätzen ist besetzt',
    other: 'von {capacity} Plätzen sind besetzt',
  },
  'counter.seats-taken-own': {
    one: 'von {capacity} Plätzen ist besetzt: Ihrer',
    other: 'von {capacity} Plätzen sind besetzt, darunter Ihrer',
  },
  'counter.seats-were-taken': {
    one: 'von {capacity} Plätzen war besetzt',
    other: 'von {capacity} Plätzen waren besetzt',
  },
  'counter.seats-near': { one: 'Noch {count} Platz bis {goal}', other: 'Noch {count} Plätze bis {goal}' },
  'counter.standing': {
    one: 'und {count} Mensch im Stehen',
    other: 'und {count} Menschen im Stehen',
  },
  'counter.standing-own': {
    one: 'und {count} Mensch im Stehen: Sie',
    other: 'und {count} Menschen im Stehen, darunter Sie',
  },
  'counter.signatures': { one: 'Mensch hat unterschrieben', other: 'Menschen haben unterschrieben' },
  'counter.signatures-own': {
    one: 'Mensch hat unterschrieben: Sie',
    other: 'Menschen haben unterschrieben, darunter Sie',
  },
  'counter.signatures-were': { one: 'Mensch hatte unterschrieben', other: 'Menschen hatten unterschrieben' },
  'counter.signatures-near': {
    one: 'Noch {count} Unterschrift bis {goal}',
    other: 'Noch {count} Unterschriften bis {goal}',
  },
  'counter.compact': { one: 'Mensch hat einen Platz', other: 'Menschen haben einen Platz' },
  'counter.compact-own': {
    one: 'Mensch hat einen Platz: Sie',
    other: 'Menschen haben einen Platz, darunter Sie',
  },
  'counter.goal': 'Das nächste Ziel ist {goal}',
  'counter.goal-reached': 'Das Ziel von {goal} ist erreicht',
  'counter.as-of': 'Stand: {moment}',
  'counter.as-of-own': 'Stand: {moment}, mit Ihrer Unterschrift',
  'counter.stale': 'Stand: {moment}. Eine neuere Zahl ist gerade nicht verfügbar.',
  'counter.stale-offline': 'Stand: {moment}. Dieses Gerät ist offline.',
  'counter.unknown': 'Die Zahl ist gerade nicht verfügbar',
  'counter.unknown-hint': 'Sie können trotzdem unterschreiben; jede Unterschrift wird gezählt.',
  'counter.not-published': 'Die Zahl ist noch nicht veröffentlicht',
  'counter.offline': 'Dieses Gerät ist offline',
  'counter.offline-hint': 'Die Zahl erscheint, sobald die Verbindung wieder da ist.',
  'counter.loading': 'Wird gezählt',
  'counter.empty': {
    one: '{count} freier Platz. Nehmen Sie ihn ein.',
    other: '{count} freie Plätze. Nehmen Sie den ersten ein.',
  },
  'counter.first': 'Seien Sie unter den Ersten, die unterschreiben',
  'counter.first-own': 'Ihre Unterschrift gehört zu den ersten',

  // seat
  'seat.sentence': 'Block {block}, Reihe {row}, Platz {number}',
  'seat.beside': 'Neben {name}',
  'seat.unknown':
    'Wir wissen noch nicht, ob dieser Platz frei ist. Wir sagen es Ihnen, wenn Sie unterschreiben.',

  // messages of the picker and of the outcomes that other elements use too
  'picker.beside-person': 'Neben {name} sitzen',
  'picker.sign-to-keep': 'Unterschreiben und diesen Platz behalten',
  'picker.sign-with': 'Mit diesem Platz unterschreiben',
  'picker.yours': 'Ihr Platz',
  'picker.chosen': 'Ihr Platz: {seat}.',
  'picker.chosen-beside': 'Ihr Platz: {seat}, neben {name}.',
  'picker.list-block': 'Block',
  'picker.list-row': 'Reihe',
  'picker.list-seat': 'Platz',
  'outcome.seat-taken': 'Jemand hat diesen Platz einen Augenblick vor Ihnen eingenommen',
  'outcome.first': 'Ihre Unterschrift ist die erste.',
  'outcome.people': {
    one: '{count} Mensch hat einen Platz eingenommen.',
    other: '{count} Menschen haben einen Platz eingenommen.',
  },
  'outcome.people-signed': {
    one: '{count} Mensch hat unterschrieben.',
    other: '{count} Menschen haben unterschrieben.',
  },
} satisfies Translation;
