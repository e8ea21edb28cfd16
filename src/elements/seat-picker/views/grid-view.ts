import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { seatGrid, type Cell } from '../seat-grid.js';
import type { PickerView, ViewHost } from './view-model.js';

/** Renders the grid of seats around the cursor; it is visible where there is no map. */
export function gridView(
  { snapshot, isPlain, parts }: PickerView,
  { grid: { onKey, onClick, onFocus, onBlur }, t }: ViewHost,
): TemplateResult {
  const grid = seatGrid(snapshot.seating, snapshot.at);
  const isSeen = isPlain && typeof parts.get('plain') === 'object';
  return html`<div
      class="grid ${isSeen ? 'plain' : ''}"
      role="grid"
      aria-label=${grid.label}
      aria-describedby="keys"
      aria-rowcount=${grid.rowCount}
      aria-colcount=${grid.columnCount}
      @keydown=${onKey}
      @click=${onClick}
      @focusin=${onFocus}
      @focusout=${onBlur}
    >
      ${repeat(
        grid.rows,
        ({ row }) => row,
        ({ index, label, cells }) =>
          html`<div role="row" aria-label=${label} aria-rowindex=${index}>
            ${repeat(
              cells,
              ({ seat }) => seat,
              (cell) => cellView(cell, isSeen),
            )}
          </div>`,
      )}
    </div>
    <p id="keys" hidden>${t('picker.keys')}</p>`;
}

const cellView = (
  { seat, part, label, tabindex, column, selected, disabled }: Cell,
  isSeen: boolean,
): TemplateResult =>
  html`<div
    class="cell"
    part=${part}
    role="gridcell"
    data-seat=${seat}
    tabindex=${tabindex}
    aria-colindex=${column}
    aria-selected=${selected ? 'true' : 'false'}
    aria-disabled=${disabled ? 'true' : nothing}
    aria-label=${label}
  >
    ${isSeen ? column : nothing}
  </div>`;
