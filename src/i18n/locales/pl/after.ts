import type { Translation } from '../../keys.js';

/** Polish: the ticket and the share row. */
export const after = {
  // ticket
  'ticket.title': 'Twój bilet',
  'ticket.label': 'Bilet: {seat}',
  'ticket.label-beside': 'Bilet: {seat}. Obok: {name}',
  'ticket.beside': 'obok',
  'ticket.standing': 'Na stojąco',
  'ticket.standing-with': 'ze wszystkimi, którzy podpisali',
  'ticket.signed': 'Podpis złożony',
  'ticket.first': 'Pierwszy podpis.',
  'ticket.next-free': 'Miejsce obok mojego jest wolne.',
  'ticket.held': 'Moje czeka na potwierdzenie.',
  'ticket.chosen': 'Wybieram to miejsce; mogły je wybrać też inne osoby.',
  'ticket.chosen-hint':
    'To miejsce z twojego wyboru. Miejsc nie przydziela się tu pojedynczo, więc mogły je wybrać też inne osoby.',
  'ticket.name': 'Imię na bilecie',
  'ticket.name-hint': 'Opcjonalnie. Zostaje na tym urządzeniu.',
  'ticket.save': 'Zapisz bilet',
  'ticket.save-svg': 'Zapisz jako SVG',
  'ticket.saved': 'Bilet jest zapisany na tym urządzeniu.',
  'ticket.not-saved': 'Nie udało się utworzyć obrazu. Spróbuj ponownie albo zrób zrzut ekranu.',
  'ticket.invite': 'Zaproś kogoś na miejsce {number}',
  'ticket.invite-hint':
    'Ten link pokazuje, że petycja ma twój podpis i gdzie siedzisz. Wyślij go tylko osobom, którym ufasz.',
  'ticket.invite-link': 'Link: {seat}',

  // share
  'share.title': 'Udostępnij petycję',
  'share.native': 'Udostępnij …',
  'share.copy': 'Skopiuj link',
  'share.copied': 'Link skopiowany',
  'share.copied-for': 'Skopiowano. Wklej w: {channel}.',
  'share.copy-by-hand': 'Link jest zaznaczony, można go skopiować.',
  'share.link': 'Link',
  'share.email': 'E-mail',
  'share.qr': 'Kod QR',
  'share.qr-label': 'Kod QR prowadzi do {address}',
  'share.qr-failed': 'Kod się nie wczytał. Spróbuj ponownie.',
  'share.new-tab': '(otworzy się w nowej karcie)',
  'share.server': 'Twój serwer Mastodon',
  'share.server-hint': 'Na przykład mastodon.social. Nie zapisujemy go.',
  'share.server-wrong': 'Wpisz tylko serwer, na przykład mastodon.social',
  'share.server-go': 'Udostępnij tam (otworzy się w nowej karcie)',
  'share.story': '{name}: {text}',
} satisfies Translation;
