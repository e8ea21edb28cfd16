import type { Translation } from '../../keys.js';

/** German with «du»: the form, its fields, and how signing ends. */
export const form = {
  'form.no-seat-hint': 'Wähl einen, oder unterschreib im Stehen: Das zählt genauso.',
  'form.full-hint': 'Du kannst im Stehen unterschreiben. Deine Unterschrift zählt genauso.',
  'form.standing': 'Du unterschreibst im Stehen',
  'form.standing-hint': 'Das zählt genauso. Du kannst immer noch einen Platz wählen.',
  'form.sending': 'Deine Unterschrift wird gesendet',
  'form.waiting': {
    one: 'Gerade unterschreiben viele Menschen. Deine Unterschrift wird in {count} Sekunde noch einmal gesendet.',
    other:
      'Gerade unterschreiben viele Menschen. Deine Unterschrift wird in {count} Sekunden noch einmal gesendet.',
  },
  'form.withdraw-note':
    'Mit dem Code, den du nach dem Unterschreiben erhältst, kannst du deine Unterschrift zurücknehmen.',
  'form.errors': {
    one: 'Bitte sieh eine Antwort noch einmal durch',
    other: 'Bitte sieh {count} Antworten noch einmal durch',
  },
  'form.errors-two': 'Bitte sieh zwei Antworten noch einmal durch',
  'form.privacy-link': 'So geht {name} mit deinen Daten um (öffnet einen neuen Tab)',
  'form.typo': 'Meintest du {email}?',
  'problem.required': 'Bitte füll dieses Feld aus',
  'problem.required-choice': 'Bitte wähl eine Antwort',
  'problem.required-checkbox': 'Bitte setz hier ein Häkchen, um fortzufahren',
  'problem.required-consent':
    'Bitte setz hier ein Häkchen, um zu unterschreiben. Ohne es darf deine Unterschrift nicht übergeben werden.',
  'problem.too-long': 'Bitte verwende höchstens {limit} Zeichen',
  'problem.format': 'Diese Antwort wird hier nicht angenommen. Bitte schreib sie anders',
  'problem.format-email': 'Bitte schreib die Adresse mit einem @, etwa ada@example.org',
  'problem.format-email-whole': 'Bitte schreib die ganze Adresse, etwa ada@example.org',
  'problem.format-tel': 'Bitte schreib die Nummer nur mit Ziffern, etwa +420 123 456 789',
  'problem.format-postcode': 'Bitte schreib die Postleitzahl so wie in deinem Land, etwa {example}',
  'problem.out-of-range': 'Bitte wähl eine andere Antwort',
  'summary.required-consent': 'Deine Zustimmung zum Unterschreiben',
  'summary.seat': 'Dein Platz: {problem}',
  'outcome.seat-taken-hint':
    'Nichts ist verloren: Deine Antworten sind noch da. Diese Plätze in der Nähe sind frei.',
  'outcome.seat-taken-full':
    'Nichts ist verloren: Deine Antworten sind noch da. Kein anderer Platz ist frei; du kannst im Stehen unterschreiben.',
  'outcome.seat-taken-elsewhere':
    'Nichts ist verloren: Deine Antworten sind noch da. Wähl einen anderen Platz, oder unterschreib im Stehen.',
  'outcome.seat-kept-hint': 'Deine Antworten sind noch da. Diese Plätze in der Nähe sind frei.',
  'outcome.unreachable':
    'Die Verbindung brach ab, bevor eine Antwort kam. Alles, was du geschrieben hast, ist noch da, nur auf dieser Seite. Ein neuer Versuch zählt dich nicht doppelt.',
  'outcome.offline':
    'Dieses Gerät ist offline. Alles, was du geschrieben hast, ist noch da, nur auf dieser Seite. Versuch es noch einmal, sobald die Verbindung wieder da ist.',
  'outcome.busy':
    'Gerade unterschreiben sehr viele Menschen. Alles, was du geschrieben hast, ist noch da, nur auf dieser Seite. Ein neuer Versuch zählt dich nicht doppelt.',
  'outcome.unsure': 'Es ist nicht sicher, ob deine Unterschrift angekommen ist',
  'outcome.unsure-hint':
    'Es kam keine Antwort, die diese Seite lesen kann. Deine Unterschrift kann schon angekommen sein: Noch einmal gesendet, könnte sie doppelt zählen. Alles, was du geschrieben hast, ist noch da, nur auf dieser Seite.',
  'fallback.hint': 'Wenn nichts hilft, sende deine Antworten selbst an die Verantwortlichen:',
  'fallback.paste': 'Füg hier deine Antworten ein: Sie sind kopiert.',
  'outcome.rejected-hint':
    'Alles, was du geschrieben hast, ist noch da. Bitte sag den Verantwortlichen dieser Seite Bescheid.',
  'outcome.not-open':
    'Diese Petition nimmt gerade keine Unterschriften an. Alles, was du geschrieben hast, ist noch da.',
  'outcome.too-large':
    'Deine Antworten sind zu lang. Bitte kürz den Kommentar, und unterschreib noch einmal.',
  'outcome.no-endpoint':
    'Diese Seite ist noch nicht angeschlossen, deshalb wurde nichts gesendet. Bitte sag ihren Verantwortlichen Bescheid.',
  'outcome.sealed-unsupported':
    'Diese Seite kann deine Antworten nicht verschlüsseln, deshalb wurde nichts gesendet. Bitte sag ihren Verantwortlichen Bescheid.',
  'outcome.signed-seat': 'Du hast deinen Platz.',
  'outcome.you-sit': 'Du sitzt in Block {block}, Reihe {row}, Platz {number}.',
  'outcome.you-sit-beside': 'Du sitzt in Block {block}, Reihe {row}, Platz {number}, neben {name}.',
  'outcome.signed-standing': 'Du hast unterschrieben.',
  'outcome.you-stand': 'Du stehst mit den anderen. Deine Unterschrift zählt genauso.',
  'outcome.signed': 'Danke. Deine Unterschrift ist gezählt.',
  'outcome.pending-hint': 'Öffne die E-Mail, die wir dir gesendet haben, und bestätige deine Unterschrift.',
  'outcome.pending-seat': 'Bis dahin wird Block {block}, Reihe {row}, Platz {number} für dich freigehalten.',
  'outcome.duplicate': 'Du hast schon unterschrieben',
  'outcome.duplicate-hint': 'Deine Unterschrift ist einmal gezählt, und sie bleibt.',
  'outcome.assumed': 'Deine Unterschrift ist unterwegs',
  'outcome.code-label': 'Dein Code, um die Unterschrift eines Tages zurückzunehmen',
  'outcome.code-hint': 'Bewahr ihn dort auf, wo nur du ihn findest. Er wird nur jetzt gezeigt.',
} satisfies Translation;
