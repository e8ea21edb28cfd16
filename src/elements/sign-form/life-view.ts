import { html, nothing } from 'lit';
import { formatDay } from '../../i18n/format.js';
import type { MessageKey } from '../../i18n/keys.js';
import { closesSoon } from '../../model/life.js';
import type { Words } from './words.js';

/**
 * Until when one can sign, where the campaign has a last day: a date, and nothing that ticks. Days as `YYYY-MM-DD`.
 * `languageOf`: the language a message is said in, which its date follows.
 */
export function lifeView(
  words: Words,
  closes: string | null | undefined,
  today: string,
  languageOf: (key: MessageKey) => string,
): unknown {
  if (!closes || today > closes) return nothing;
  const isSoon = closesSoon({ closes }, today);
  const key = isSoon ? 'form.closes-soon' : 'form.closes';
  return html`<p class=${isSoon ? 'life soon' : 'life hint'} part="life">
    ${words.t(key, { day: formatDay(closes, languageOf(key)) })}
  </p>`;
}
