import type { Translation } from '../../keys.js';

/** German with «du»: the form, its fields, and how signing ends. */
export const form = {
  'form.no-seat-hint': 'Wähl einen, oder unterschreib ohne Platz. Das zählt genauso.',
  'form.full-hint': 'Du kannst ohne Platz unterschreiben. Deine Unterschrift zählt genauso.',
  'form.standing': 'Du unterschreibst ohne Platz',
  'form.standing-hint': 'Das zählt genauso. Du kannst immer noch einen Platz wählen.',
  'form.sending': 'Deine Unterschrift wird gesendet',
  'form.checking': 'Wir prüfen, ob deine Unterschrift angekommen ist',
  'form.withdraw-note':
    'Mit dem Code, den wir dir nach dem Unterschreiben geben, kannst du deine Unterschrift jederzeit zurücknehmen.',
  'form.privacy-link': 'So geht {name} mit deinen Daten um (öffnet einen neuen Tab)',
  'form.typo': 'Meintest du {email}?',
  'form.who-sees': 'Wer deine Antworten sieht',
  'problem.required-choice': 'Bitte wähl eine Antwort',
  'problem.required-checkbox': 'Bitte setz hier ein Häkchen, um fortzufahren',
  'problem.required-consent':
    'Bitte setz hier ein Häkchen, um zu unterschreiben. Ohne es können wir deine Unterschrift nicht übergeben.',
  'problem.too-long': 'Bitte verwende höchstens {limit} Zeichen',
  'problem.format': 'Bitte prüf diese Antwort, und versuch es noch einmal',
  'problem.format-email': 'Bitte schreib die Adresse mit einem @, etwa ada@example.org',
  'problem.format-email-whole': 'Bitte schreib die ganze Adresse, etwa ada@example.org',
  'problem.format-tel': 'Bitte schreib die Nummer nur mit Ziffern, etwa +420 123 456 789',
  'problem.format-postcode': 'Bitte schreib die Postleitzahl so wie in deinem Land, etwa {example}',
  'problem.out-of-range': 'Bitte wähl eine andere Antwort',
  'summary.required-consent': 'Bitte setz das Häkchen, um zu unterschreiben',
  'summary.seat': 'Dein Platz: {problem}',
  'outcome.seat-taken-hint':
    'Nichts ist verloren: Deine Antworten sind noch da. Diese Plätze in der Nähe sind frei.',
  'outcome.seat-taken-full':
    'Nichts ist verloren: Deine Antworten sind noch da. Kein anderer Platz ist frei; du kannst ohne Platz unterschreiben.',
  'outcome.seat-taken-elsewhere':
    'Nichts ist verloren: Deine Antworten sind noch da. Wähl einen anderen Platz, oder unterschreib ohne Platz.',
  'outcome.seat-kept-hint': 'Deine Antworten sind noch da. Diese Plätze in der Nähe sind frei.',
  'outcome.seat-perhaps-own': 'Dieser Platz ist besetzt, vielleicht durch deine eigene Unterschrift',
  'outcome.seat-perhaps-own-hint':
    'Deine Antworten sind noch da. Wähl einen anderen Platz, oder unterschreib ohne Platz: Du wirst so oder so einmal gezählt.',
  'outcome.seat-perhaps-own-unsure':
    'Deine Antworten sind noch da. Deine Unterschrift kann schon angekommen sein: Mit einem anderen Platz könnte sie doppelt zählen. Frag die Verantwortlichen, bevor du noch einmal unterschreibst.',
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
  'outcome.rejected': 'Deine Unterschrift wurde nicht angenommen',
  'outcome.not-open':
    'Diese Petition nimmt gerade keine Unterschriften an. Alles, was du geschrieben hast, ist noch da.',
  'outcome.too-large':
    'Deine Antworten sind zu lang. Bitte kürz den Kommentar, und unterschreib noch einmal.',
  'form.unconnected-hint':
    'Diese Seite ist noch nicht mit dem Dienst verbunden, der Unterschriften sammelt. Bitte sag ihren Verantwortlichen Bescheid.',
  'outcome.no-endpoint':
    'Diese Seite ist noch nicht angeschlossen, deshalb wurde nichts gesendet. Bitte sag ihren Verantwortlichen Bescheid.',
  'outcome.sealed-unsupported':
    'Diese Seite kann deine Antworten nicht verschlüsseln, deshalb wurde nichts gesendet. Bitte sag ihren Verantwortlichen Bescheid.',
  'outcome.signed-seat': 'Du hast unterschrieben.',
  'outcome.you-sit': 'Dein Platz: Block {block}, Reihe {row}, Platz {number}.',
  'outcome.you-sit-beside': 'Dein Platz: Block {block}, Reihe {row}, Platz {number}, neben {name}.',
  'outcome.signed-standing': 'Du hast unterschrieben.',
  'outcome.you-stand': 'Du stehst hier mit allen anderen. Deine Unterschrift zählt genauso.',
  'outcome.signed': 'Danke. Deine Unterschrift ist gezählt.',
  'outcome.pending-hint': 'Öffne die E-Mail, die wir dir gesendet haben, und bestätige deine Unterschrift.',
  'outcome.pending-seat': 'Bis dahin wird Block {block}, Reihe {row}, Platz {number} für dich freigehalten.',
  'outcome.duplicate': 'Du hast schon unterschrieben',
  'outcome.duplicate-hint': 'Deine Unterschrift ist einmal gezählt, und sie bleibt.',
  'outcome.assumed': 'Deine Unterschrift ist unterwegs',
  'outcome.earlier-answers':
    'Deine Unterschrift ist mit den Antworten angekommen, die du vor der Änderung gegeben hast. Sie zählt einmal.',
  'outcome.code-label': 'Dein Code, um die Unterschrift zurückzunehmen',
  'outcome.code-hint': 'Bewahr ihn dort auf, wo nur du ihn findest. Wir zeigen ihn nur einmal.',
  'outcome.print-card-hint':
    'Auf der Karte steht nur die Adresse. Schalte im Druckfenster Kopf- und Fußzeilen aus: Sie würden diese Seite nennen.',
} satisfies Translation;
