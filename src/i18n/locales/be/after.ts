import type { Translation } from '../../keys.js';

/** Belarusian: the ticket and the share row. */
export const after = {
  // ticket
  'ticket.title': 'Ваш білет',
  'ticket.label': 'Білет: {seat}',
  'ticket.label-beside': 'Білет: {seat}. Побач: {name}',
  'ticket.beside': 'побач',
  'ticket.standing': 'Стоячы',
  'ticket.standing-with': 'разам з усімі, хто падпісаў',
  'ticket.signed': 'Подпіс ёсць',
  'ticket.first': 'Першы подпіс.',
  'ticket.next-free': 'Месца побач са мной вольнае.',
  'ticket.held': 'Маё трымаюць, пакуль я не пацверджу.',
  'ticket.chosen': 'Я выбіраю гэтае; яго маглі выбраць і іншыя.',
  'ticket.chosen-hint':
    'Вы выбралі гэтае месца. Тут месцы не раздаюцца па адным, таму яго маглі выбраць і іншыя.',
  'ticket.name': 'Імя на білеце',
  'ticket.name-hint': 'Неабавязкова. Яно застаецца на гэтай прыладзе.',
  'ticket.save': 'Захаваць білет',
  'ticket.save-svg': 'Захаваць як SVG',
  'ticket.saved': 'Білет захаваны на гэтай прыладзе.',
  'ticket.not-saved': 'Малюнак зрабіць не ўдалося. Паспрабуйце яшчэ раз або зрабіце здымак экрана.',
  'ticket.invite': 'Запрасіць кагосьці на месца {number}',
  'ticket.invite-hint':
    'Гэтая спасылка паказвае, што вы падпісалі петыцыю і дзе сядзіце. Дасылайце яе толькі тым, каму давяраеце.',
  'ticket.invite-link': 'Спасылка: {seat}',

  // share
  'share.title': 'Раскажыце пра петыцыю',
  'share.native': 'Падзяліцца …',
  'share.copy': 'Скапіраваць спасылку',
  'share.copied': 'Спасылка скапіравана',
  'share.copied-for': 'Скапіравана. Устаўце ў {channel}.',
  'share.copy-by-hand': 'Спасылка вылучана, яе можна скапіраваць.',
  'share.link': 'Спасылка',
  'share.email': 'Электронная пошта',
  'share.qr': 'QR-код',
  'share.qr-label': 'QR-код вядзе на {address}',
  'share.qr-failed': 'Код не загрузіўся. Паспрабуйце яшчэ раз.',
  'share.new-tab': '(адкрыецца ў новай укладцы)',
  'share.server': 'Ваш сервер Mastodon',
  'share.server-hint': 'Напрыклад, mastodon.social. Мы яго не захоўваем.',
  'share.server-wrong': 'Запішыце толькі сервер, напрыклад mastodon.social',
  'share.server-go': 'Падзяліцца там (адкрыецца ў новай укладцы)',
  'share.story': '{name}: {text}',
} satisfies Translation;
