import { css, html, nothing, type TemplateResult } from 'lit';
import type { PickerHost, PickerSnapshot, Part } from './picker-host.js';
import { personView } from './pieces.js';

/** Maximum number of people shown at once. */
const MAX_SHOWN = 8;

export const styles = css`
  .people label {
    display: grid;
    gap: 6px;
    padding: 4px 8px 8px;
    font-size: 14px;
  }
  .people input {
    min-block-size: 48px;
    inline-size: 100%;
    padding: 10px 12px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: transparent;
    color: var(--_text);
    font: 400 16px/1.5 var(--_font-interface);
  }
  .people p {
    padding: 8px;
    font-size: 14px;
  }
  @media (forced-colors: active) {
    .people input {
      background: Field;
      color: FieldText;
    }
  }
`;

/** Strips marks and case from letters, so that "lukashuk" finds "Łukašuk" as far as Unicode decomposes its letters. */
const foldForSearch = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The search by part of a name for a person to sit beside, where more people have a kept seat than can be shown. */
class PeoplePart implements Part {
  #typed = '';

  constructor(private readonly host: PickerHost) {}

  opened(): void {
    this.#typed = '';
  }

  view({ seating, mayChoose }: PickerSnapshot): TemplateResult {
    const { t } = this.host;
    const wanted = foldForSearch(this.#typed.trim());
    const found = seating.kept.filter(({ name }) => foldForSearch(name).includes(wanted));
    const more = found.length - MAX_SHOWN;
    return html`<label
        >${t('picker.beside-name')}<input
          type="text"
          autocomplete="off"
          spellcheck="false"
          .value=${this.#typed}
          @input=${(event: Event) => {
            this.#typed = (event.target as HTMLInputElement).value;
            this.host.redraw();
          }}
          @keydown=${(event: KeyboardEvent) => {
            // Inside a form of the page, Enter chooses the only match and does not submit the form.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            const [only, another] = found;
            if (wanted && only && !another && mayChoose)
              this.host.dispatch({ type: 'beside', seat: only.seat });
          }}
      /></label>
      ${found.slice(0, MAX_SHOWN).map((person) => personView(this.host, person, mayChoose))}
      <p role="status">
        ${found.length === 0 ? t('picker.beside-none') : more > 0 ? t('picker.beside-more', { count: more }) : nothing}
      </p>`;
  }
}

export const make = (host: PickerHost): Part => new PeoplePart(host);
