import type { Message } from '../../translate.js';

/** English: the ticket and the share row. */
export const after = {
  // ticket
  'ticket.title': 'Your ticket',
  'ticket.label': 'Ticket: {seat}',
  'ticket.label-beside': 'Ticket: {seat}, beside {name}',
  'ticket.beside': 'beside',
  'ticket.standing': 'Standing',
  'ticket.standing-with': 'with the people in the arena',
  'ticket.signed': 'Signed',
  'ticket.next-free': 'The seat next to mine is free.',
  'ticket.held': 'Mine is held until I confirm.',
  'ticket.chosen': 'I chose this one; others may have too.',
  'ticket.chosen-hint':
    'You chose this seat. Seats are not given out one by one here, so others may have chosen it too.',
  'ticket.name': 'First name on the picture',
  'ticket.name-hint': 'Only if you want. It is kept nowhere and sent nowhere.',
  'ticket.save': 'Save as picture',
  'ticket.save-svg': 'Save as SVG',
  'ticket.saved': 'The ticket is saved on this device.',
  'ticket.not-saved': 'The picture could not be made. Try again, or take a picture of the screen.',
  'ticket.invite': 'Invite someone to the seat beside mine',
  'ticket.invite-hint':
    'Whoever sees the link can tell that you have signed, and where you sit. Give it only to people who may know.',
  'ticket.invite-link': 'Link to {seat}',

  // share
  'share.title': 'Share the petition',
  'share.native': 'Share …',
  'share.copy': 'Copy the link',
  'share.copied': 'Link copied',
  'share.copied-for': 'Copied. Paste it in {channel}.',
  'share.copy-by-hand': 'The link is selected, ready to be copied.',
  'share.link': 'Link',
  'share.email': 'E-mail',
  'share.qr': 'QR code',
  'share.qr-label': 'QR code that leads to {address}',
  'share.qr-failed': 'The code did not load. Try again.',
  'share.new-tab': '(opens in a new tab)',
  'share.server': 'Your Mastodon server',
  'share.server-hint': 'Like mastodon.social. It is not remembered.',
  'share.server-wrong': 'Write only the server, like mastodon.social',
  'share.server-go': 'Share there (opens in a new tab)',
  'share.story': '{name}: {text}',
} satisfies Record<string, Message>;
