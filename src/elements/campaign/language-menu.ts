import { html, type TemplateResult } from 'lit';
import { languageName } from '../../i18n/intl.js';
import type { Translator } from '../base/translator.js';

/** Renders the menu of a document's languages, each under its own name. */
export function languageMenu(
  { t, locale }: Translator,
  languages: readonly string[],
  choose: (language: string) => void,
): TemplateResult {
  return html`<div class="language">
    ${globe}
    <select
      part="language"
      aria-label=${t('campaign.language')}
      @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
    >
      ${languages.map(
        (language) =>
          html`<option value=${language} lang=${language} .selected=${language === locale}>
            ${languageName(language)}
          </option>`,
      )}
    </select>
  </div>`;
}

const globe = html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
  <circle cx="10" cy="10" r="7.5"></circle>
  <path d="M2.5 10h15M10 2.5c5 4.5 5 10.5 0 15M10 2.5c-5 4.5-5 10.5 0 15"></path>
</svg>`;
