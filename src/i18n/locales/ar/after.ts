import type { Translation } from '../../keys.js';

/** Arabic: the ticket and the share row. */
export const after = {
  // ticket
  'ticket.title': 'تذكرتك',
  'ticket.label': 'تذكرة: {seat}',
  'ticket.label-beside': 'تذكرة: {seat}، بجانب {name}',
  'ticket.beside': 'بجانب',
  'ticket.standing': 'وقوفًا',
  'ticket.standing-with': 'مع الناس في الساحة',
  'ticket.signed': 'تم التوقيع',
  'ticket.next-free': 'المقعد المجاور لمقعدي شاغر.',
  'ticket.held': 'مقعدي محفوظ إلى أن أؤكد توقيعي.',
  'ticket.chosen': 'هذا اختياري، وربما اختاره غيري أيضًا.',
  'ticket.chosen-hint': 'هذا المقعد من اختيارك. لا تُخصَّص المقاعد هنا لكل شخص على حدة، فربما اختاره غيرك أيضًا.',
  'ticket.name': 'الاسم الأول على الصورة',
  'ticket.name-hint': 'هذا اختياري تمامًا. لا يُحفظ الاسم في أي مكان ولا يُرسَل إلى أي جهة.',
  'ticket.save': 'حفظ كصورة',
  'ticket.save-svg': 'حفظ بصيغة SVG',
  'ticket.saved': 'حُفظت التذكرة على هذا الجهاز.',
  'ticket.not-saved': 'تعذّر إعداد الصورة. تُرجى المحاولة من جديد أو التقاط صورة للشاشة.',
  'ticket.invite': 'دعوة شخص إلى المقعد المجاور لمقعدي',
  'ticket.invite-hint':
    'من يرى الرابط يعرف أن توقيعك على العريضة وأين مقعدك. يُرجى إعطاؤه فقط لمن يجوز أن يعرف ذلك.',
  'ticket.invite-link': 'رابط: {seat}',

  // share
  'share.title': 'مشاركة العريضة',
  'share.native': 'مشاركة …',
  'share.copy': 'نسخ الرابط',
  'share.copied': 'نُسخ الرابط',
  'share.copied-for': 'تم النسخ. يُرجى اللصق في {channel}.',
  'share.copy-by-hand': 'الرابط محدَّد وجاهز للنسخ.',
  'share.link': 'الرابط',
  'share.email': 'البريد الإلكتروني',
  'share.qr': 'رمز QR',
  'share.qr-label': 'رمز QR يؤدي إلى {address}',
  'share.qr-failed': 'لم يُحمَّل الرمز. تُرجى المحاولة من جديد.',
  'share.new-tab': '(يُفتح في علامة تبويب جديدة)',
  'share.server': 'خادم Mastodon الخاص بك',
  'share.server-hint': 'مثل mastodon.social. لا يُحفظ اسم الخادم.',
  'share.server-wrong': 'يُرجى كتابة اسم الخادم وحده، مثل mastodon.social',
  'share.server-go': 'المشاركة هناك (يُفتح في علامة تبويب جديدة)',
  'share.story': '{name}: {text}',
} satisfies Translation;
