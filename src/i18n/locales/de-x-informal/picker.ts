import type { Translation } from '../../keys.js';

/** German with «du»: the seat picker. */
export const picker = {
  'picker.beside-more': {
    one: 'und {count} mehr: Schreib einen Teil des Namens',
    other: 'und {count} mehr: Schreib einen Teil des Namens',
  },
  'picker.keys':
    'Mit den Pfeiltasten gehst du von Platz zu Platz, mit Enter nimmst du einen ein. Mit + und - vergrößerst und verkleinerst du. Um zu einem Platz zu gehen, schreib ihn, etwa 12-8-15. Mit Escape kehrst du zu den Blöcken zurück.',
  'picker.yours-beside': 'Dein Platz, neben {name}',
  'picker.you-beside': 'Dein Platz ist gleich daneben',
  'picker.cell-yours': '{seat}, dein Platz',
  'picker.cell-yours-beside': '{seat}, dein Platz, neben {name}',
  'picker.is-taken': '{seat} ist besetzt. Wähl einen freien Platz.',
  'picker.is-kept': '{seat} wird für {name} freigehalten. Wähl den Platz daneben.',
  'picker.full-hint': 'Du kannst ohne Platz unterschreiben. Das zählt genauso.',
  'picker.symbolic':
    'Mit der Zahl der Unterschriften leuchten Plätze auf. Welche davon leuchten, ist symbolisch; deinen Platz siehst nur du markiert.',
  'picker.unknown-note':
    'Wir wissen noch nicht, welche Plätze frei sind. Du kannst einen wählen, und wir sagen es dir, wenn du unterschreibst.',
  'picker.not-published':
    'Welche Plätze besetzt sind, ist noch nicht veröffentlicht, und auch die Zahl nicht. Du kannst einen Platz wählen, und wenn du unterschreibst, sagen wir dir, ob er frei ist.',
  'picker.no-picture': 'Das Bild der Plätze wurde nicht geladen. Du kannst trotzdem hier wählen.',
  'picker.not-loaded': 'Das wurde nicht geladen. Prüf die Verbindung, und öffne es noch einmal.',
  'picker.seat-yours': 'Platz {number}, deiner',
  'picker.together-count': 'Wie viele seid ihr?',
  'picker.together-friends':
    'Dein Platz ist Platz {number}. Frei daneben, für deine Begleitung: {seats}. Nichts ist reserviert: Einen Platz hat, wer zuerst unterschreibt.',
  'picker.together-beside':
    'Dein Platz ist Platz {number}. Daneben, für deine Begleitung: {seats}. Nichts ist reserviert.',
  'picker.together-none': {
    one: 'In keiner Reihe ist {count} Platz frei. Versuch es mit weniger.',
    other: 'In keiner Reihe sind {count} Plätze nebeneinander frei. Versuch es mit weniger.',
  },
  'picker.together-gone': 'Jemand hat einen dieser Plätze eingenommen. Such andere Plätze.',
  'picker.required': 'Wähl einen Platz',
  'picker.invited': 'Du bist auf diesen Platz eingeladen',
  'picker.invited-taken':
    'Der Platz, auf den du eingeladen wurdest, ist inzwischen besetzt. Dieser ist ganz in der Nähe',
  'picker.unavailable': 'Die Plätze sind gerade nicht verfügbar. Du kannst ohne Platz unterschreiben.',
} satisfies Translation;
