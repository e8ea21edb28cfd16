import type { Translation } from '../../keys.js';

/** Czech: the ticket and the share row. */
export const after = {
  // ticket
  'ticket.title': 'Vaše vstupenka',
  'ticket.label': 'Vstupenka: {seat}',
  'ticket.label-beside': 'Vstupenka: {seat}. Vedle: {name}',
  'ticket.beside': 'vedle',
  'ticket.standing': 'Vestoje',
  'ticket.standing-with': 'se všemi, kdo podepsali',
  'ticket.signed': 'Podepsáno',
  'ticket.first': 'První podpis.',
  'ticket.next-free': 'Místo vedle mého je volné.',
  'ticket.held': 'Moje čeká, než podpis potvrdím.',
  'ticket.chosen': 'Vybírám si toto; mohli si ho vybrat i jiní.',
  'ticket.chosen-hint':
    'Toto místo je váš výběr. Místa se tu nepřidělují po jednom, takže si ho mohli vybrat i jiní.',
  'ticket.name': 'Křestní jméno na vstupence',
  'ticket.name-hint': 'Nepovinné. Zůstane v tomto zařízení.',
  'ticket.save': 'Uložit vstupenku',
  'ticket.save-svg': 'Uložit jako SVG',
  'ticket.saved': 'Vstupenka je uložená v tomto zařízení.',
  'ticket.not-saved': 'Obrázek se nepodařilo vytvořit. Zkuste to znovu, nebo si uložte snímek obrazovky.',
  'ticket.invite': 'Pozvat někoho na místo {number}',
  'ticket.invite-hint':
    'Tento odkaz ukazuje, že petice má váš podpis a kde sedíte. Pošlete ho jen lidem, kterým věříte.',
  'ticket.invite-link': 'Odkaz: {seat}',

  // share
  'share.title': 'Sdílejte petici',
  'share.native': 'Sdílet …',
  'share.copy': 'Zkopírovat odkaz',
  'share.copied': 'Odkaz je zkopírovaný',
  'share.copied-for': 'Zkopírováno. Vložte do: {channel}.',
  'share.copy-by-hand': 'Odkaz je označený a připravený ke zkopírování.',
  'share.link': 'Odkaz',
  'share.email': 'E-mail',
  'share.qr': 'QR kód',
  'share.qr-label': 'QR kód vede na {address}',
  'share.qr-failed': 'Kód se nenačetl. Zkuste to znovu.',
  'share.new-tab': '(otevře se v nové kartě)',
  'share.server': 'Váš server Mastodon',
  'share.server-hint': 'Například mastodon.social. Neukládáme ho.',
  'share.server-wrong': 'Napište jen server, například mastodon.social',
  'share.server-go': 'Sdílet tam (otevře se v nové kartě)',
  'share.story': '{name}: {text}',
} satisfies Translation;
