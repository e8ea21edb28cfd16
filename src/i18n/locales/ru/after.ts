import type { Translation } from '../../keys.js';

/** Russian: the ticket and the share row. */
export const after = {
  // ticket
  'ticket.title': 'Ваш билет',
  'ticket.label': 'Билет: {seat}',
  'ticket.label-beside': 'Билет: {seat}. Рядом: {name}',
  'ticket.beside': 'рядом',
  'ticket.standing': 'Стоя',
  'ticket.standing-with': 'вместе со всеми, кто подписал',
  'ticket.signed': 'Подпись есть',
  'ticket.first': 'Первая подпись.',
  'ticket.next-free': 'Место рядом со мной свободно.',
  'ticket.held': 'Моё держат, пока нет подтверждения.',
  'ticket.chosen': 'Я выбираю это; его могли выбрать и другие.',
  'ticket.chosen-hint':
    'Вы выбрали это место. Места здесь не раздаются по одному, поэтому его могли выбрать и другие.',
  'ticket.name': 'Имя на билете',
  'ticket.name-hint': 'Необязательно. Оно остаётся на этом устройстве.',
  'ticket.save': 'Сохранить билет',
  'ticket.save-svg': 'Сохранить как SVG',
  'ticket.saved': 'Билет сохранён на этом устройстве.',
  'ticket.not-saved': 'Сделать изображение не удалось. Попробуйте ещё раз или сделайте снимок экрана.',
  'ticket.invite': 'Пригласить кого-нибудь на место {number}',
  'ticket.invite-hint':
    'Эта ссылка показывает, что вы подписали петицию и где сидите. Отправляйте её только тем, кому доверяете.',
  'ticket.invite-link': 'Ссылка: {seat}',

  // share
  'share.title': 'Расскажите о петиции',
  'share.native': 'Поделиться …',
  'share.copy': 'Скопировать ссылку',
  'share.copied': 'Ссылка скопирована',
  'share.copied-for': 'Скопировано. Вставьте в {channel}.',
  'share.copy-by-hand': 'Ссылка выделена, её можно скопировать.',
  'share.link': 'Ссылка',
  'share.email': 'Электронная почта',
  'share.qr': 'QR-код',
  'share.qr-label': 'QR-код ведёт на {address}',
  'share.qr-failed': 'Код не загрузился. Попробуйте ещё раз.',
  'share.new-tab': '(откроется в новой вкладке)',
  'share.server': 'Ваш сервер Mastodon',
  'share.server-hint': 'Например, mastodon.social. Мы его не сохраняем.',
  'share.server-wrong': 'Запишите только сервер, например mastodon.social',
  'share.server-go': 'Поделиться там (откроется в новой вкладке)',
  'share.story': '{name}: {text}',
} satisfies Translation;
