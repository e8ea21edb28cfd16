import { html, nothing, svg, type TemplateResult } from 'lit';
import { initialsOf } from '../actions/initials.js';
import type { Kept } from '../seats/kept.js';
import type { PickerHost } from './picker-host.js';
import type { Option } from './seat-grid.js';

/** Small templates that several parts of the picker share. */

export function seatOptionsView(options: readonly Option[], chosen: number): TemplateResult[] {
  return options.map(
    ({ value, text, disabled }) =>
      html`<option value=${value} ?disabled=${disabled} .selected=${value === chosen}>${text}</option>`,
  );
}

export function portraitView({ portrait, crossOrigin, name }: Kept): TemplateResult {
  return portrait
    ? html`<img
        class="portrait"
        referrerpolicy="no-referrer"
        crossorigin=${crossOrigin ?? nothing}
        src=${portrait}
        alt=""
        width="48"
        height="48"
      />`
    : // Text of the stylesheet, not of the tree: initials are an image.
      html`<span class="portrait" data-initials=${initialsOf(name)}></span>`;
}

export const seatIcon = html`<svg viewBox="0 0 20 20" width="22" height="22" aria-hidden="true">
  <rect x="2" y="2" width="16" height="16" rx="4" />
  <path d="M6 15h8" />
</svg>`;

const dot = svg`<circle cx="10" cy="9" r="4" />`;

/** Draws a seat of a state for the legend, as on the map. */
export function legendIcon(name: 'free' | 'taken' | 'kept' | 'yours' | 'unknown'): TemplateResult {
  return html`<svg class=${name} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    ${
      name === 'kept'
        ? svg`<circle cx="10" cy="10" r="8.5" /><circle cx="10" cy="10" r="5" />`
        : svg`<rect x="2" y="2" width="16" height="16" rx="4" />${name === 'free' || name === 'unknown' ? nothing : dot}`
    }
  </svg>`;
}

/** Renders the button to sit beside a person. */
export function personView(
  { t, dispatch }: PickerHost,
  person: Kept,
  mayChoose: boolean,
  isFull = false,
): TemplateResult {
  return html`<button
    part="person"
    type="button"
    aria-label=${t('picker.beside-person', { name: person.name })}
    aria-disabled=${isFull ? 'true' : nothing}
    aria-describedby=${isFull ? 'note' : nothing}
    ?disabled=${!mayChoose}
    @click=${() => dispatch({ type: 'beside', seat: person.seat })}
  >
    ${portraitView(person)}<bdi>${person.name}</bdi>
  </button>`;
}
