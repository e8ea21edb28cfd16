import type { MessageKey } from '../i18n/keys.js';
import type { MessageValues } from '../i18n/translate.js';
import type { Text } from '../model/campaign.js';

/** How a view or a rule speaks: messages and document texts in the element's language. */
export interface Translator {
  readonly locale: string;
  t(key: MessageKey, values?: MessageValues): string;
  text(text: Text | null | undefined): string;
}
