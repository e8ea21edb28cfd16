import type { Message } from '../../translate.js';

/** English: the ticket and the share row. */
export const after = {
  // ticket
  'ticket.title': 'Your ticket',
  'ticket.label': 'Ticket: {seat}',
  'ticket.label-beside': 'Ticket: {seat}, beside {name}',
  'ticket.beside': 'beside',
  'ticket.standing': 'Standing',
  'ticket.standing-with': 'with everyone who signed',
  'ticket.signed': 'Signed',
  'ticket.first': 'The first signature.',
  'ticket.next-free': 'The seat next to mine is free.',
  'ticket.held': 'Mine is held until I confirm.',
  'ticket.chosen': 'I chose this one; others may have too.',
  'ticket.chosen-hint':
    'You chose this seat. Seats are not given out one by one here, so others may have chosen it too.',
  'ticket.name': 'First name on the ticket',
  'ticket.name-hint': 'Optional. It stays on this device.',
  'ticket.save': 'Save the ticket',
  'ticket.save-svg': 'Save as SVG',
  'ticket.saved': 'The ticket is saved on this device.',
  'ticket.not-saved': 'We could not make the picture. Try again, or take a screenshot.',
  'ticket.invite': 'Invite someone to seat {number}',
  'ticket.invite-hint':
    'This link shows that you signed and where you sit. Send it only to people you trust.',
  'ticket.invite-link': 'Link to {seat}',

  // share
  'share.title': 'Share the petition',
  'share.native': 'Share …',
  'share.copy': 'Copy the link',
  'share.copied': 'Link copied',
  'share.copied-for': 'Copied. Paste it into {channel}.',
  'share.copy-by-hand': 'The link is selected. Copy it now.',
  'share.link': 'Link',
  'share.email': 'Email',
  'share.qr': 'QR code',
  'share.qr-label': 'QR code for {address}',
  'share.qr-failed': 'The code did not load. Try again.',
  'share.new-tab': '(opens in a new tab)',
  'share.server': 'Your Mastodon server',
  'share.server-hint': 'For example mastodon.social. We do not store it.',
  'share.server-wrong': 'Type only the server, for example mastodon.social',
  'share.server-go': 'Share there (opens in a new tab)',
  'share.story': '{name}: {text}',
} satisfies Record<string, Message>;
