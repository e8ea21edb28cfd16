import { learnPseudo, PSEUDO } from '../../test/support/pseudo.js';

// Called before the first story renders.
learnPseudo();

/** The languages of the toolbar; the last one mirrors English, and shows what is not translated or not mirrored. */
export const languages: readonly { tag: string; title: string; dir: 'ltr' | 'rtl' }[] = [
  { tag: 'en', title: 'English', dir: 'ltr' },
  { tag: 'be', title: 'Беларуская', dir: 'ltr' },
  { tag: 'ru', title: 'Русский', dir: 'ltr' },
  { tag: 'uk', title: 'Українська', dir: 'ltr' },
  { tag: 'pl', title: 'Polski', dir: 'ltr' },
  { tag: 'de', title: 'Deutsch (Sie)', dir: 'ltr' },
  { tag: 'de-x-informal', title: 'Deutsch (Du)', dir: 'ltr' },
  { tag: 'cs', title: 'Čeština', dir: 'ltr' },
  { tag: 'ar', title: 'العربية', dir: 'rtl' },
  { tag: PSEUDO, title: 'Pseudo, right to left', dir: 'rtl' },
];
