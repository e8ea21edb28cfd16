/**
 * The languages of the toolbar. A dictionary that is no part of the package, like the pseudo language's, is registered
 * here, before the first story is drawn.
 */
export const languages: readonly { tag: string; title: string; dir: 'ltr' | 'rtl' }[] = [
  { tag: 'en', title: 'English', dir: 'ltr' },
  { tag: 'be', title: 'Беларуская', dir: 'ltr' },
  { tag: 'ar-XB', title: 'Pseudo, right to left', dir: 'rtl' },
];
