import type { Translation } from '../../keys.js';

/** German with «du»: the ticket and the share row. */
export const after = {
  'ticket.title': 'Dein Ticket',
  'ticket.chosen-hint':
    'Du hast diesen Platz gewählt. Plätze werden hier nicht einzeln vergeben, deshalb können ihn auch andere gewählt haben.',
  'ticket.not-saved':
    'Das Bild konnte nicht erstellt werden. Versuch es noch einmal, oder mach ein Bildschirmfoto.',
  'ticket.invite-hint':
    'Dieser Link zeigt, dass du unterschrieben hast und wo du sitzt. Sende ihn nur Menschen, denen du vertraust.',
  'share.copied-for': 'Kopiert. Füg es in {channel} ein.',
  'share.qr-failed': 'Der Code wurde nicht geladen. Versuch es noch einmal.',
  'share.server': 'Dein Mastodon-Server',
  'share.server-wrong': 'Schreib nur den Server, etwa mastodon.social',
} satisfies Translation;
