import type { Translation } from '../keys.js';
import type { Review } from '../review.js';

/** Who has read these words. */
export const review: Review = 'machine';

/**
 * German, with «Sie»; what differs with «du» stands in de-x-informal.ts. People are «Menschen», never of one gender alone.
 * Names stand in the nominative, after a colon or as a subject. `one` is 1 alone.
 *
 * | English | here |
 * | --- | --- |
 * | petition, sign, signature | Petition, unterschreiben, Unterschrift |
 * | seat, take a seat, kept seat | Platz, Platz einnehmen, freigehaltener Platz |
 * | block, row | Block, Reihe |
 * | beside | neben |
 * | standing | im Stehen |
 * | take the signature back, code | Unterschrift zurücknehmen, Code |
 * | organisers, campaign team | die Verantwortlichen, Kampagnenteam |
 * | ticket, link | Ticket, Link |
 */
export const de = {
  // campaign
  'campaign.organised-by': 'Eine Petition von {name}',
  'campaign.privacy': 'So geht {name} mit Ihren Daten um',
  'campaign.language': 'Sprache',

  // story
  'story.position': '{index} von {total}',
  'story.status': '{date}: {status}',
  'story.later': 'Was später geschah',
  'story.read-more': 'Mehr über {name} lesen',
  'story.read-less': 'Weniger zeigen',
  'story.told-by': 'Erzählt von {teller}',
  'story.checked': 'Geprüft: {date}.',
  'story.sources': 'Quellen:',
  'story.seat-kept': 'Freigehaltener Platz: {seat}',
  'story.show-picture': 'Bild zeigen',

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
  'counter.seats-near': {
    one: 'Noch {count} Platz, dann sind {goal} besetzt',
    other: 'Noch {count} Plätze, dann sind {goal} besetzt',
  },
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
    one: 'Noch {count} Unterschrift, dann sind es {goal}',
    other: 'Noch {count} Unterschriften, dann sind es {goal}',
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
  'counter.today': 'heute um {time}',
  'counter.yesterday': 'gestern um {time}',
  'counter.stale': 'Stand: {moment}. Eine neuere Zahl ist gerade nicht zu erreichen.',
  'counter.stale-offline': 'Stand: {moment}. Dieses Gerät ist offline.',
  'counter.unknown': 'Die Zahl ist gerade nicht zu erreichen',
  'counter.unknown-hint': 'Sie können trotzdem unterschreiben; jede Unterschrift wird gezählt.',
  'counter.offline': 'Dieses Gerät ist offline',
  'counter.offline-hint': 'Die Zahl erscheint, sobald die Verbindung wieder da ist.',
  'counter.loading': 'Wird gezählt',
  'counter.first': 'Seien Sie unter den Ersten, die unterschreiben',
  'counter.first-own': 'Ihre Unterschrift gehört zu den ersten',

  // picker
  'picker.label': 'Plätze',
  'picker.summary': {
    one: '{count} von {capacity} Plätzen ist frei',
    other: '{count} von {capacity} Plätzen sind frei',
  },
  'picker.find': 'Platz für mich finden',
  'picker.beside': 'Platz neben',
  'picker.beside-menu': 'Platz neben …',
  'picker.beside-person': 'Platz neben {name}',
  'picker.beside-name': 'Name',
  'picker.beside-more': {
    one: 'und {count} mehr: Schreiben Sie einen Teil des Namens',
    other: 'und {count} mehr: Schreiben Sie einen Teil des Namens',
  },
  'picker.beside-none': 'Für niemanden dieses Namens wird ein Platz freigehalten.',
  'picker.wheel': 'Strg + Mausrad vergrößert',
  'picker.wheel-mac': '⌘ + Mausrad vergrößert',
  'picker.whole': 'Alle Plätze',
  'picker.zoom-in': 'Vergrößern',
  'picker.zoom-out': 'Verkleinern',
  'picker.go-to': 'Zu einem Block gehen',
  'picker.block': 'Block {block}',
  'picker.block-free': 'Block {block}, {free} von {count} frei',
  'picker.row-free': 'Reihe {row}, {free} von {count} frei',
  'picker.grid': 'Block {block}, Platz für Platz',
  'picker.keys':
    'Die Pfeiltasten führen von Platz zu Platz, Enter nimmt einen ein; + und - vergrößern und verkleinern. Um zu einem Platz zu gehen, schreiben Sie ihn, etwa 12-8-15. Escape führt zurück zu den Blöcken.',
  'picker.free': 'Frei',
  'picker.taken': 'Besetzt',
  'picker.lit': 'Leuchtet',
  'picker.kept': 'Freigehalten',
  'picker.yours': 'Ihr Platz',
  'picker.free-beside': 'Frei, neben {name}',
  'picker.yours-beside': 'Ihr Platz, neben {name}',
  'picker.kept-for': 'Freigehalten für {name}',
  'picker.you-beside': 'Ihr Platz ist gleich daneben',
  'picker.enter-takes': 'Frei. Enter nimmt ihn ein.',
  'picker.cell-free': '{seat}, frei',
  'picker.cell-free-beside': '{seat}, frei, neben {name}',
  'picker.cell-taken': '{seat}, besetzt',
  'picker.cell-kept': '{seat}, freigehalten für {name}',
  'picker.cell-yours': '{seat}, Ihr Platz',
  'picker.cell-yours-beside': '{seat}, Ihr Platz, neben {name}',
  'picker.take': 'Diesen Platz einnehmen',
  'picker.chosen': 'Ihr Platz: {seat}.',
  'picker.chosen-beside': 'Ihr Platz: {seat}, neben {name}.',
  'picker.is-taken': '{seat} ist besetzt. Wählen Sie einen freien Platz.',
  'picker.is-kept': '{seat} wird für {name} freigehalten. Wählen Sie den Platz daneben.',
  'picker.full': 'Alle Plätze sind besetzt. Sie können im Stehen unterschreiben: Das zählt genauso.',
  'picker.full-standing': {
    one: 'Alle Plätze sind besetzt, und {count} Mensch steht. Sie können im Stehen unterschreiben: Das zählt genauso.',
    other:
      'Alle Plätze sind besetzt, und {count} Menschen stehen. Sie können im Stehen unterschreiben: Das zählt genauso.',
  },
  'picker.standing': { one: 'und {count} im Stehen', other: 'und {count} im Stehen' },
  'picker.symbolic':
    'Mit der Zahl der Unterschriften leuchten Plätze auf. Welche davon leuchten, ist symbolisch, und Ihren Platz zeigen nur Sie.',
  'picker.lost': '{lost} ist nun besetzt. Der nächste freie Platz: {seat}.',
  'picker.no-picture': 'Das Bild der Plätze wurde nicht geladen. Sie können trotzdem hier wählen.',
  'picker.not-loaded': 'Das wurde nicht geladen. Prüfen Sie die Verbindung, und öffnen Sie es noch einmal.',
  'picker.again': 'Noch einmal versuchen',
  'picker.arrived': {
    one: 'Noch {count} Mensch hat Platz genommen',
    other: 'Noch {count} Menschen haben Platz genommen',
  },
  'picker.list': 'Nach Block, Reihe und Platz wählen',
  'picker.list-block': 'Block',
  'picker.list-row': 'Reihe',
  'picker.list-seat': 'Platz',
  'picker.seat-free': 'Platz {number}',
  'picker.seat-free-beside': 'Platz {number}, neben {name}',
  'picker.seat-taken': 'Platz {number}, besetzt',
  'picker.seat-kept': 'Platz {number}, freigehalten für {name}',
  'picker.seat-yours': 'Platz {number}, Ihrer',
  'picker.no-block': 'Block {block} gibt es nicht. Die Blöcke gehen von {first} bis {last}.',
  'picker.no-row': 'Reihe {row} gibt es hier nicht. Die Reihen gehen von {first} bis {last}.',
  'picker.no-seat': 'Platz {number} gibt es hier nicht. Die Plätze gehen von 1 bis {last}.',
  'picker.together': 'Mit anderen zusammensitzen',
  'picker.together-count': 'Wie viele Sie sind',
  'picker.together-find': 'Plätze nebeneinander finden',
  'picker.together-found': '{seats}: frei, nebeneinander.',
  'picker.together-take': 'Platz {number} einnehmen',
  'picker.together-friends':
    'Ihr Platz ist Platz {number}. Frei daneben, für Ihre Begleitung: {seats}. Nichts ist reserviert: Einen Platz hat, wer zuerst unterschreibt.',
  'picker.together-none': {
    one: 'In keiner Reihe ist {count} Platz frei. Versuchen Sie es mit weniger.',
    other: 'In keiner Reihe sind {count} Plätze nebeneinander frei. Versuchen Sie es mit weniger.',
  },
  'picker.together-gone': 'Dort hat jemand Platz genommen. Suchen Sie andere Plätze.',
  'picker.seats': 'Block {block}, Reihe {row}, Plätze {first} bis {last}',
  'picker.seats-two': 'Block {block}, Reihe {row}, Plätze {first} und {last}',
  'picker.required': 'Wählen Sie einen Platz',
  'picker.invited': 'Sie sind auf diesen Platz eingeladen',
  'picker.invited-taken':
    'Der Platz, auf den Sie eingeladen sind, ist inzwischen besetzt. Dieser ist in der Nähe',
  'picker.unavailable': 'Die Plätze lassen sich gerade nicht zeigen. Sie können ohne Platz unterschreiben.',

  // seat
  'seat.sentence': 'Block {block}, Reihe {row}, Platz {number}',
  'seat.beside': 'Neben {name}',

  // form
  'form.title-seat': 'Platz wählen, Petition unterstützen',
  'form.title': 'Petition unterschreiben',
  'form.no-seat': 'Noch kein Platz gewählt',
  'form.no-seat-hint': 'Wählen Sie einen, oder unterschreiben Sie im Stehen: Das zählt genauso.',
  'form.full': 'Alle Plätze sind besetzt',
  'form.full-hint': 'Sie können im Stehen unterschreiben. Ihre Unterschrift zählt genauso.',
  'form.change-seat': 'Ändern',
  'form.choose-seat': 'Platz wählen',
  'form.stand': 'Lieber stehen',
  'form.standing': 'Sie unterschreiben im Stehen',
  'form.standing-hint': 'Das zählt genauso. Sie können immer noch einen Platz wählen.',
  'form.optional': 'Freiwillig',
  'form.choose': 'Auswählen',
  'form.sign-seat': 'Unterschreiben und diesen Platz einnehmen',
  'form.sign-standing': 'Im Stehen unterschreiben',
  'form.sign': 'Unterschreiben',
  'form.sending': 'Ihre Unterschrift wird gesendet',
  'form.sending-hint': 'Bei langsamer Verbindung dauert das einige Sekunden.',
  'form.waiting': {
    one: 'Gerade unterschreiben viele Menschen. Ihre Unterschrift wird in {count} Sekunde noch einmal gesendet.',
    other:
      'Gerade unterschreiben viele Menschen. Ihre Unterschrift wird in {count} Sekunden noch einmal gesendet.',
  },
  'form.privacy-note': 'Das Bild zeigt Plätze, niemals Namen.',
  'form.withdraw-note':
    'Mit dem Code, den Sie nach dem Unterschreiben erhalten, können Sie Ihre Unterschrift zurücknehmen.',
  'form.seen-by-target': 'Das sehen das Kampagnenteam und {target}.',
  'form.seen-by-team': 'Das sieht nur das Kampagnenteam.',
  'form.seen-by-public': 'Das ist öffentlich zu sehen.',
  'form.errors': {
    one: 'Bitte sehen Sie eine Antwort noch einmal durch',
    other: 'Bitte sehen Sie {count} Antworten noch einmal durch',
  },
  'form.errors-two': 'Bitte sehen Sie zwei Antworten noch einmal durch',
  'form.in-front-of': 'Vor {name}',
  'form.behind': 'Hinter {name}',
  'form.failed': 'Diese Petition lässt sich gerade nicht lesen',
  'form.step': 'Schritt {index} von {total}',
  'form.continue': 'Weiter',
  'form.back': 'Zurück',
  'form.no': 'Nein',
  'form.privacy-link': 'So geht {name} mit Ihren Daten um (öffnet einen neuen Tab)',
  'form.typo': 'Meinten Sie {email}?',
  'form.typo-take': 'Diese Adresse verwenden',
  'form.who-sees': 'Wer was sehen wird',
  'form.seen-team': 'das Kampagnenteam',
  'form.seen-everybody': 'alle',
  'form.closes': 'Unterschreiben ist bis einschließlich {day} möglich.',
  'form.closes-soon': 'Diese Petition schließt bald. Der letzte Tag zum Unterschreiben: {day}.',

  // fields of OSDI, and what is wrong with an answer
  'field.given_name': 'Vorname',
  'field.family_name': 'Nachname',
  'field.email': 'E-Mail',
  'field.country': 'Land',
  'field.postal_code': 'Postleitzahl',
  'field.phone': 'Telefon',
  'field.comment': 'Kommentar',
  'problem.required': 'Bitte füllen Sie dieses Feld aus',
  'problem.required-choice': 'Bitte wählen Sie eine Antwort',
  'problem.required-checkbox': 'Bitte setzen Sie hier ein Häkchen, um fortzufahren',
  'problem.required-consent':
    'Bitte setzen Sie hier ein Häkchen, um zu unterschreiben. Ohne es darf Ihre Unterschrift nicht übergeben werden.',
  'problem.too-long': 'Bitte verwenden Sie höchstens {limit} Zeichen',
  'problem.format': 'Diese Antwort wird hier nicht angenommen. Bitte schreiben Sie sie anders',
  'problem.format-email': 'Bitte schreiben Sie die Adresse mit einem @, etwa ada@example.org',
  'problem.format-email-whole': 'Bitte schreiben Sie die ganze Adresse, etwa ada@example.org',
  'problem.format-tel': 'Bitte schreiben Sie die Nummer nur mit Ziffern, etwa +420 123 456 789',
  'problem.said': '{problem}. Der Dienst sagt: {text}',
  'problem.format-postcode': 'Bitte schreiben Sie die Postleitzahl so wie in Ihrem Land, etwa {example}',
  'problem.unknown': 'Nach dieser Antwort wird nicht mehr gefragt',
  'problem.out-of-range': 'Bitte wählen Sie eine andere Antwort',
  'summary.required': '{label}: noch nichts geschrieben',
  'summary.required-choice': '{label}: noch nichts ausgewählt',
  'summary.required-checkbox': '{label}: noch kein Häkchen',
  'summary.required-consent': 'Ihre Zustimmung zum Unterschreiben',
  'summary.no-at': '{label}: Das @ fehlt',
  'summary.seat': 'Ihr Platz: {problem}',
  'summary.name': 'Name',
  'summary.yes': 'Ja',
  'summary.other': '{label}: {problem}',

  // outcomes
  'outcome.seat-taken': 'Jemand hat diesen Platz einen Augenblick vor Ihnen eingenommen',
  'outcome.seat-taken-hint':
    'Nichts ist verloren: Ihre Antworten sind noch da. Diese Plätze in der Nähe sind frei.',
  'outcome.seat-taken-full':
    'Nichts ist verloren: Ihre Antworten sind noch da. Kein anderer Platz ist frei; Sie können im Stehen unterschreiben.',
  'outcome.seat-taken-elsewhere':
    'Nichts ist verloren: Ihre Antworten sind noch da. Wählen Sie einen anderen Platz, oder unterschreiben Sie im Stehen.',
  'outcome.seat-kept': 'Dieser Platz wird für {name} freigehalten',
  'outcome.seat-kept-hint': 'Ihre Antworten sind noch da. Diese Plätze in der Nähe sind frei.',
  'outcome.take-seat': 'Unterschreiben und Platz {number} einnehmen',
  'outcome.take-seat-in-row': 'Unterschreiben und Reihe {row}, Platz {number} einnehmen',
  'outcome.choose-in-arena': 'Unter allen Plätzen wählen',
  'outcome.not-sent': 'Noch nicht gesendet',
  'outcome.unreachable':
    'Die Verbindung brach ab, bevor eine Antwort kam. Alles, was Sie geschrieben haben, ist noch da, nur auf dieser Seite. Ein neuer Versuch zählt Sie nicht doppelt.',
  'outcome.offline':
    'Dieses Gerät ist offline. Alles, was Sie geschrieben haben, ist noch da, nur auf dieser Seite. Versuchen Sie es noch einmal, sobald die Verbindung wieder da ist.',
  'outcome.busy':
    'Gerade unterschreiben sehr viele Menschen. Alles, was Sie geschrieben haben, ist noch da, nur auf dieser Seite. Ein neuer Versuch zählt Sie nicht doppelt.',
  'outcome.unsure': 'Es ist nicht sicher, ob Ihre Unterschrift angekommen ist',
  'outcome.unsure-hint':
    'Es kam keine Antwort, die diese Seite lesen kann. Ihre Unterschrift kann schon angekommen sein: Noch einmal gesendet, könnte sie doppelt zählen. Alles, was Sie geschrieben haben, ist noch da, nur auf dieser Seite.',
  'outcome.send-again': 'Trotzdem noch einmal senden',
  'outcome.said': 'Der Dienst, der die Unterschriften annimmt, sagt: {text}',
  'fallback.hint': 'Wenn nichts hilft, senden Sie Ihre Antworten selbst an die Verantwortlichen:',
  'fallback.copy': 'Meine Antworten kopieren',
  'fallback.copied': 'Antworten kopiert',
  'fallback.copy-by-hand': 'Die Antworten sind markiert und können kopiert werden.',
  'fallback.email': 'E-Mail mit meinen Antworten schreiben',
  'fallback.subject': 'Unterschrift: {title}',
  'fallback.paste': 'Fügen Sie hier Ihre Antworten ein: Sie sind kopiert.',
  'outcome.try-again': 'Noch einmal versuchen',
  'outcome.change-answers': 'Meine Antworten ändern',
  'outcome.rejected': 'Die Unterschrift wurde nicht angenommen',
  'outcome.rejected-hint':
    'Alles, was Sie geschrieben haben, ist noch da. Bitte sagen Sie den Verantwortlichen dieser Seite Bescheid.',
  'outcome.tell': '{name} Bescheid sagen (öffnet einen neuen Tab)',
  'outcome.not-open':
    'Diese Petition nimmt gerade keine Unterschriften an. Alles, was Sie geschrieben haben, ist noch da.',
  'outcome.too-large':
    'Ihre Antworten sind zu lang. Bitte kürzen Sie den Kommentar, und unterschreiben Sie noch einmal.',
  'outcome.no-endpoint':
    'Diese Seite ist noch nicht angeschlossen, deshalb wurde nichts gesendet. Bitte sagen Sie ihren Verantwortlichen Bescheid.',
  'outcome.sealed-unsupported':
    'Diese Seite kann Ihre Antworten nicht verschlüsseln, deshalb wurde nichts gesendet. Bitte sagen Sie ihren Verantwortlichen Bescheid.',
  'outcome.signed-seat': 'Sie haben Ihren Platz.',
  'outcome.you-sit': 'Sie sitzen in Block {block}, Reihe {row}, Platz {number}.',
  'outcome.you-sit-beside': 'Sie sitzen in Block {block}, Reihe {row}, Platz {number}, neben {name}.',
  'outcome.signed-standing': 'Sie haben unterschrieben.',
  'outcome.you-stand': 'Sie stehen mit den anderen. Ihre Unterschrift zählt genauso.',
  'outcome.signed': 'Danke. Ihre Unterschrift ist gezählt.',
  'outcome.people': {
    one: '{count} Mensch hat einen Platz eingenommen.',
    other: '{count} Menschen haben einen Platz eingenommen.',
  },
  'outcome.people-signed': {
    one: '{count} Mensch hat unterschrieben.',
    other: '{count} Menschen haben unterschrieben.',
  },
  'outcome.pending': 'Ein Schritt fehlt noch',
  'outcome.pending-hint':
    'Öffnen Sie die E-Mail, die wir Ihnen gesendet haben, und bestätigen Sie Ihre Unterschrift.',
  'outcome.pending-seat': 'Bis dahin wird Block {block}, Reihe {row}, Platz {number} für Sie freigehalten.',
  'outcome.duplicate': 'Sie haben schon unterschrieben',
  'outcome.duplicate-hint': 'Ihre Unterschrift ist einmal gezählt, und sie bleibt.',
  'outcome.assumed': 'Ihre Unterschrift ist unterwegs',
  'outcome.assumed-hint':
    'Sie wurde gesendet. Die Antwort des Dienstes, der sie annimmt, lässt sich von dieser Seite aus nicht lesen.',
  'outcome.code-label': 'Ihr Code, um die Unterschrift eines Tages zurückzunehmen',
  'outcome.code-hint': 'Bewahren Sie ihn dort auf, wo nur Sie ihn finden. Er wird nur jetzt gezeigt.',
  'outcome.copy': 'Code kopieren',
  'outcome.copied': 'Code kopiert',
  'outcome.copy-by-hand': 'Der Code ist markiert und kann kopiert werden.',
  'outcome.go-on': 'Weiter zu {site}',

  // ticket
  'ticket.title': 'Ihr Ticket',
  'ticket.label': 'Ticket: {seat}',
  'ticket.label-beside': 'Ticket: {seat}, neben {name}',
  'ticket.beside': 'neben',
  'ticket.standing': 'Im Stehen',
  'ticket.standing-with': 'mit den Menschen in der Arena',
  'ticket.signed': 'Unterschrieben',
  'ticket.next-free': 'Der Platz neben meinem ist frei.',
  'ticket.held': 'Meiner wird freigehalten, bis ich bestätige.',
  'ticket.chosen': 'Diesen habe ich gewählt; andere vielleicht auch.',
  'ticket.chosen-hint':
    'Sie haben diesen Platz gewählt. Plätze werden hier nicht einzeln vergeben, deshalb können ihn auch andere gewählt haben.',
  'ticket.name': 'Vorname auf dem Bild',
  'ticket.name-hint': 'Nur wenn Sie möchten. Er wird nirgends gespeichert und nirgendwohin gesendet.',
  'ticket.save': 'Als Bild speichern',
  'ticket.save-svg': 'Als SVG speichern',
  'ticket.saved': 'Das Ticket ist auf diesem Gerät gespeichert.',
  'ticket.not-saved':
    'Das Bild konnte nicht erstellt werden. Versuchen Sie es noch einmal, oder machen Sie ein Bildschirmfoto.',
  'ticket.invite': 'Jemanden auf den Platz neben meinem einladen',
  'ticket.invite-hint':
    'Wer den Link sieht, kann erkennen, dass Sie unterschrieben haben und wo Sie sitzen. Geben Sie ihn nur Menschen, die das wissen dürfen.',
  'ticket.invite-link': 'Link: {seat}',

  // share
  'share.title': 'Petition teilen',
  'share.native': 'Teilen …',
  'share.copy': 'Link kopieren',
  'share.copied': 'Link kopiert',
  'share.copied-for': 'Kopiert. Fügen Sie es in {channel} ein.',
  'share.copy-by-hand': 'Der Link ist markiert und kann kopiert werden.',
  'share.link': 'Link',
  'share.email': 'E-Mail',
  'share.qr': 'QR-Code',
  'share.qr-label': 'QR-Code, der zu {address} führt',
  'share.qr-failed': 'Der Code wurde nicht geladen. Versuchen Sie es noch einmal.',
  'share.new-tab': '(öffnet einen neuen Tab)',
  'share.server': 'Ihr Mastodon-Server',
  'share.server-hint': 'Etwa mastodon.social. Er wird nicht gespeichert.',
  'share.server-wrong': 'Schreiben Sie nur den Server, etwa mastodon.social',
  'share.server-go': 'Dort teilen (öffnet einen neuen Tab)',
  'share.story': '{name}: {text}',

  // before and after the time of signing
  'closed.draft': 'Diese Petition hat noch nicht begonnen',
  'closed.opens': 'Sie beginnt am {day}.',
  'closed.closed': 'Diese Petition ist geschlossen',
  'closed.delivered': 'Diese Petition wurde übergeben',
  'closed.won': 'Diese Petition hat ihr Ziel erreicht',
  'closed.thanks': 'Danke an alle, die unterschrieben haben.',
} satisfies Translation;
