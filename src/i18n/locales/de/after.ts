import type { Translation } from '../../keys.js';

/** German: the ticket and the share row. */
export const after = {
  // ticket
  'ticket.title': 'Ihr Ticket',
  'ticket.label': 'Ticket: {seat}',
  'ticket.label-beside': 'Ticket: {seat}, neben {name}',
  'ticket.beside': 'neben',
  'ticket.standing': 'Im Stehen',
  'ticket.standing-with': 'mit allen, die unterschrieben haben',
  'ticket.signed': 'Unterschrieben',
  'ticket.first': 'Die erste Unterschrift.',
  'ticket.next-free': 'Der Platz neben meinem ist frei.',
  'ticket.held': 'Meiner wird freigehalten, bis ich bestätige.',
  'ticket.chosen': 'Diesen habe ich gewählt; andere vielleicht auch.',
  'ticket.chosen-hint':
    'Sie haben diesen Platz gewählt. Plätze werden hier nicht einzeln vergeben, deshalb können ihn auch andere gewählt haben.',
  'ticket.name': 'Vorname auf dem Ticket',
  'ticket.name-hint': 'Freiwillig. Er bleibt auf diesem Gerät.',
  'ticket.save': 'Ticket speichern',
  'ticket.save-svg': 'Als SVG speichern',
  'ticket.saved': 'Das Ticket ist auf diesem Gerät gespeichert.',
  'ticket.not-saved':
    'Das Bild konnte nicht erstellt werden. Versuchen Sie es noch einmal, oder machen Sie ein Bildschirmfoto.',
  'ticket.invite': 'Jemanden auf Platz {number} einladen',
  'ticket.invite-hint':
    'Dieser Link zeigt, dass Sie unterschrieben haben und wo Sie sitzen. Senden Sie ihn nur Menschen, denen Sie vertrauen.',
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
  'share.server-hint': 'Etwa mastodon.social. Wir speichern ihn nicht.',
  'share.server-wrong': 'Schreiben Sie nur den Server, etwa mastodon.social',
  'share.server-go': 'Dort teilen (öffnet einen neuen Tab)',
  'share.story': '{name}: {text}',
} satisfies Translation;
