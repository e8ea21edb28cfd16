import type { Translation } from '../../keys.js';

/** German with «du»: the seat picker. */
export const picker = {
  'picker.beside-more': {
    one: 'und {count} mehr: Schreib einen Teil des Namens',
    other: 'und {count} mehr: Schreib einen Teil des Namens',
  },
  'picker.keys':
    'Die Pfeiltasten führen von Platz zu Platz, Enter nimmt einen ein; + und - vergrößern und verkleinern. Um zu einem Platz zu gehen, schreib ihn, etwa 12-8-15. Escape führt zurück zu den Blöcken.',
  'picker.yours-beside': 'Dein Platz, neben {name}',
  'picker.you-beside': 'Dein Platz ist gleich daneben',
  'picker.cell-yours': '{seat}, dein Platz',
  'picker.cell-yours-beside': '{seat}, dein Platz, neben {name}',
  'picker.is-taken': '{seat} ist besetzt. Wähl einen freien Platz.',
  'picker.is-kept': '{seat} wird für {name} freigehalten. Wähl den Platz daneben.',
  'picker.full': 'Alle Plätze sind besetzt. Du kannst im Stehen unterschreiben: Das zählt genauso.',
  'picker.full-standing': {
    one: 'Alle Plätze sind besetzt, und {count} Mensch steht. Du kannst im Stehen unterschreiben: Das zählt genauso.',
    other:
      'Alle Plätze sind besetzt, und {count} Menschen stehen. Du kannst im Stehen unterschreiben: Das zählt genauso.',
  },
  'picker.symbolic':
    'Mit der Zahl der Unterschriften leuchten Plätze auf. Welche davon leuchten, ist symbolisch, und deinen Platz zeigst nur du.',
  'picker.no-picture': 'Das Bild der Plätze wurde nicht geladen. Du kannst trotzdem hier wählen.',
  'picker.not-loaded': 'Das wurde nicht geladen. Prüf die Verbindung, und öffne es noch einmal.',
  'picker.seat-yours': 'Platz {number}, deiner',
  'picker.together-count': 'Wie viele ihr seid',
  'picker.together-friends':
    'Dein Platz ist Platz {number}. Frei daneben, für deine Begleitung: {seats}. Nichts ist reserviert: Einen Platz hat, wer zuerst unterschreibt.',
  'picker.together-none': {
    one: 'In keiner Reihe ist {count} Platz frei. Versuch es mit weniger.',
    other: 'In keiner Reihe sind {count} Plätze nebeneinander frei. Versuch es mit weniger.',
  },
  'picker.together-gone': 'Dort hat jemand Platz genommen. Such andere Plätze.',
  'picker.required': 'Wähl einen Platz',
  'picker.invited': 'Du bist auf diesen Platz eingeladen',
  'picker.invited-taken':
    'Der Platz, auf den du eingeladen bist, ist inzwischen besetzt. Dieser ist in der Nähe',
  'picker.unavailable': 'Die Plätze lassen sich gerade nicht zeigen. Du kannst ohne Platz unterschreiben.',
} satisfies Translation;
