import type { Translation } from '../../keys.js';

/** Ukrainian: the ticket and the share row. */
export const after = {
  // ticket
  'ticket.title': 'Ваш квиток',
  'ticket.label': 'Квиток: {seat}',
  'ticket.label-beside': 'Квиток: {seat}. Поруч: {name}',
  'ticket.beside': 'поруч',
  'ticket.standing': 'Стоячи',
  'ticket.standing-with': 'разом з усіма, хто підписав',
  'ticket.signed': 'Підпис є',
  'ticket.first': 'Перший підпис.',
  'ticket.next-free': 'Місце поруч зі мною вільне.',
  'ticket.held': 'Моє тримають, поки немає підтвердження.',
  'ticket.chosen': 'Я вибираю це; його могли вибрати й інші.',
  'ticket.chosen-hint':
    'Ви вибрали це місце. Місця тут не роздаються по одному, тому його могли вибрати й інші.',
  'ticket.name': 'Ім’я на квитку',
  'ticket.name-hint': 'Необов’язково. Воно залишається на цьому пристрої.',
  'ticket.save': 'Зберегти квиток',
  'ticket.save-svg': 'Зберегти як SVG',
  'ticket.saved': 'Квиток збережено на цьому пристрої.',
  'ticket.not-saved': 'Зробити зображення не вдалося. Спробуйте ще раз або зробіть знімок екрана.',
  'ticket.invite': 'Запросити когось на місце {number}',
  'ticket.invite-hint':
    'Це посилання показує, що ви підписали петицію і де сидите. Надсилайте його лише тим, кому довіряєте.',
  'ticket.invite-link': 'Посилання: {seat}',

  // share
  'share.title': 'Розкажіть про петицію',
  'share.native': 'Поділитися …',
  'share.copy': 'Скопіювати посилання',
  'share.copied': 'Посилання скопійовано',
  'share.copied-for': 'Скопійовано. Вставте в {channel}.',
  'share.copy-by-hand': 'Посилання виділено, його можна скопіювати.',
  'share.link': 'Посилання',
  'share.email': 'Електронна пошта',
  'share.qr': 'QR-код',
  'share.qr-label': 'QR-код веде на {address}',
  'share.qr-failed': 'Код не завантажився. Спробуйте ще раз.',
  'share.new-tab': '(відкриється в новій вкладці)',
  'share.server': 'Ваш сервер Mastodon',
  'share.server-hint': 'Наприклад, mastodon.social. Ми його не зберігаємо.',
  'share.server-wrong': 'Запишіть лише сервер, наприклад mastodon.social',
  'share.server-go': 'Поділитися там (відкриється в новій вкладці)',
  'share.story': '{name}: {text}',
} satisfies Translation;
