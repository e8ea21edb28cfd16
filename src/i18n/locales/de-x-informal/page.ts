import type { Translation } from '../../keys.js';

/** German with «du»: whatever is first on the page, and the messages that several elements share. */
export const page = {
  'campaign.privacy': 'So geht {name} mit deinen Daten um',
  'counter.seats-taken-own': {
    one: 'von {capacity} Plätzen ist besetzt: deiner',
    other: 'von {capacity} Plätzen sind besetzt, darunter deiner',
  },
  'counter.standing-own': {
    one: 'und {count} Mensch im Stehen: du',
    other: 'und {count} Menschen im Stehen, darunter du',
  },
  'counter.signatures-own': {
    one: 'Mensch hat unterschrieben: du',
    other: 'Menschen haben unterschrieben, darunter du',
  },
  'counter.compact-own': {
    one: 'Mensch hat einen Platz: du',
    other: 'Menschen haben einen Platz, darunter du',
  },
  'counter.as-of-own': 'Stand: {moment}, mit deiner Unterschrift',
  'counter.unknown-hint': 'Du kannst trotzdem unterschreiben; jede Unterschrift wird gezählt.',
  'seat.unknown':
    'Wir wissen noch nicht, ob dieser Platz frei ist. Wir sagen es dir, wenn du unterschreibst.',
  'counter.first': 'Sei unter den Ersten, die unterschreiben',
  'counter.empty': {
    one: '{count} freier Platz. Nimm ihn ein.',
    other: '{count} freie Plätze. Nimm den ersten ein.',
  },
  'counter.first-own': 'Deine Unterschrift gehört zu den ersten',
  'picker.yours': 'Dein Platz',
  'picker.chosen': 'Dein Platz: {seat}.',
  'picker.chosen-beside': 'Dein Platz: {seat}, neben {name}.',
  'outcome.seat-taken': 'Jemand hat diesen Platz einen Augenblick vor dir eingenommen',
  'outcome.first': 'Deine Unterschrift ist die erste.',
} satisfies Translation;
