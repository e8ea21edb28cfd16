import type { MessageKey } from '../../i18n/keys.js';
import type { Values } from '../../i18n/translate.js';
import type { Text } from '../../model/campaign.js';

/** How a view or a rule speaks: messages and document texts in the element's language. */
export interface Words {
  readonly locale: string;
  t(key: MessageKey, values?: Values): string;
  text(text: Text | null | undefined): string;
}
