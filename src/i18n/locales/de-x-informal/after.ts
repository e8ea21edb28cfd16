import type { Translation } from '../../keys.js';

/** German with «du»: the ticket and the share row. */
export const after = {
  'ticket.title': 'Dein Ticket',
  'ticket.chosen-hint':
    'Du hast diesen Platz gewählt. Plätze werden hier nicht einzeln vergeben, deshalb können ihn auch andere gewählt haben.',
  'ticket.name-hint': 'Nur wenn du möchtest. Er wird nirgends gespeichert und nirgendwohin gesendet.',
  'ticket.not-saved':
    'Das Bild konnte nicht erstellt werden. Versuch es noch einmal, oder mach ein Bildschirmfoto.',
  'ticket.invite-hint':
    'Wer den Link sieht, kann erkennen, dass du unterschrieben hast und wo du sitzt. Gib ihn nur Menschen, die das wissen dürfen.',
  'share.copied-for': 'Kopiert. Füg es in {channel} ein.',
  'share.qr-failed': 'Der Code wurde nicht geladen. Versuch es noch einmal.',
  'share.server': 'Dein Mastodon-Server',
  'share.server-wrong': 'Schreib nur den Server, etwa mastodon.social',
} satisfies Translation;
