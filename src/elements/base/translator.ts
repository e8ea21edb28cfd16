import type { MessageKey } from '../../i18n/keys.js';
import type { MessageValues } from '../../i18n/translate.js';
import type { Text } from '../../model/campaign.js';

/** The messages and document texts of an element in its language, for views and rules. */
export interface Translator {
  readonly locale: string;
  t(key: MessageKey, values?: MessageValues): string;
  text(text: Text | null | undefined): string;
}
