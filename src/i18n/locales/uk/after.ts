import type { Translation } from '../../keys.js';

/** Ukrainian: the ticket and the share row. */
export const after = {
  // ticket
  'ticket.title': 'Ваш квиток',
  'ticket.label': 'Квиток: {seat}',
  'ticket.label-beside': 'Квиток: {seat}. Поруч: {name}',
  'ticket.beside': 'поруч',
  'ticket.standing': 'Стоячи',
  'ticket.standing-with': 'разом із людьми на арені',
  'ticket.signed': 'Підпис є',
  'ticket.next-free': 'Місце поруч зі мною вільне.',
  'ticket.held': 'Моє тримають, поки немає підтвердження.',
  'ticket.chosen': 'Я вибираю це; його могли вибрати й інші.',
  'ticket.chosen-hint':
    'Ви вибрали це місце. Місця тут не роздаються по одному, тому його могли вибрати й інші.',
  'ticket.name': 'Ім’я на зображенні',
  'ticket.name-hint': 'Лише якщо хочете. Воно ніде не зберігається й нікуди не надсилається.',
  'ticket.save': 'Зберегти зображення',
  'ticket.save-svg': 'Зберегти як SVG',
  'ticket.saved': 'Квиток збережено на цьому пристрої.',
  'ticket.not-saved': 'Зробити зображення не вдалося. Спробуйте ще раз або зробіть знімок екрана.',
  'ticket.invite': 'Запросити когось на місце поруч зі мною',
  'ticket.invite-hint':
    'Хто побачить це посилання, зрозуміє, що ви підписали петицію і де сидите. Давайте його лише тим, кому можна це знати.',
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
  'share.server-hint': 'Наприклад, mastodon.social. Він не запам’ятовується.',
  'share.server-wrong': 'Запишіть лише сервер, наприклад mastodon.social',
  'share.server-go': 'Поділитися там (відкриється в новій вкладці)',
  'share.story': '{name}: {text}',
} satisfies Translation;
