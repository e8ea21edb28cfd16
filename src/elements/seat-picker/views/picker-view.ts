import { html, nothing, type TemplateResult } from 'lit';
import type { PickerHost } from '../picker-host.js';
import { freeSeats, isFreeKnown, type Seating } from '../seat-grid.js';
import { keepOneStop, moveInToolbar } from '../toolbar.js';
import { blocksView } from './blocks-view.js';
import { cardView } from './card-view.js';
import { detailsView } from './details-view.js';
import { gridView } from './grid-view.js';
import { legendView, noteView } from './legend-view.js';
import { findView, besideView } from './tools-view.js';
import type { PickerView, ViewHost } from './view-model.js';

/** Renders the space that the picker is about to fill, so that nothing shifts when the seats render. */
export const waitingView = (): TemplateResult =>
  html`<div class="picker waits" part="picker"><div class="plate waiting"></div></div>`;

export const unavailableView = ({ t }: Pick<PickerHost, 't'>): TemplateResult =>
  html`<div class="picker" part="picker">
    <p class="unavailable" part="unavailable">${t('picker.unavailable')}</p>
  </div>`;

/** Typing to find a block or a person does not choose a seat: the page gets no `input` event of the picker for it. */
const keepInside = (event: Event): void => event.stopPropagation();

export function pickerView(view: PickerView, host: ViewHost): TemplateResult {
  const { snapshot, isPlain, isMapFirst, mapView } = view;
  const { seating } = snapshot;
  const isFull = freeSeats(seating) === 0;
  const { renderRoot } = host.element;
  return html`<div
    class="picker ${isPlain ? 'bare' : ''}"
    part="picker"
    role="group"
    aria-label=${summary(view, isFull)}
    @keydown=${host.onKey}
    @input=${keepInside}
  >
    <div class="visually-hidden" role="heading" aria-level=${view.headingLevel}>
      ${host.t('picker.label')}
    </div>
    <div
      class="tools"
      role="toolbar"
      @keydown=${(event: KeyboardEvent) => moveInToolbar(renderRoot, event)}
      @focusin=${(event: FocusEvent) => keepOneStop(renderRoot, event.target)}
      @focusout=${(event: FocusEvent) => keepOneStop(renderRoot, event.relatedTarget)}
    >
      ${findView(view, host, isFull)} ${seating.kept.length > 0 ? besideView(view, host, isFull) : nothing}
      ${isPlain ? nothing : (mapView?.zoomView() ?? html`<div class="zoom"></div>`)}
    </div>
    ${blocksView(view, host)}
    ${
      isPlain
        ? html`${gridView(view, host)}${cardView(view, host)}`
        : html`<div class=${mapView?.plateClass(seating) ?? 'plate waiting'} part="plate">
            ${mapView?.underlayView(snapshot)} ${isMapFirst ? nothing : gridView(view, host)}
            ${mapView?.overlayView(snapshot)} ${cardView(view, host)}
          </div>`
    }
    ${legendView(view, host)} ${noteView(view, host, isFull)} ${detailsView('list', view, host, false)}
    ${detailsView('together', view, host, isFull)}
  </div>`;
}

/** "10,873 of 15,086 seats are free". */
function summary({ snapshot, isMapFirst, slice }: PickerView, isFull: boolean): string {
  const { seating } = snapshot;
  const { t, claimed, known } = seating;
  const label = t('picker.label');
  // Where lit seats are not people, a number of free ones would not be true; for a full venue the note gives it.
  if (isMapFirst || !claimed || (slice.standing > 0 && isFull)) return label;
  return known ? figures(seating, slice.standing) : t('picker.seat-unknown', { seat: label });
}

function figures(seating: Seating, standing: number): string {
  const { t, venue } = seating;
  if (!isFreeKnown(seating)) return t('picker.standing', { count: standing });
  const free = t('picker.summary', { count: freeSeats(seating), capacity: venue.capacity });
  return standing > 0 ? `${free}, ${t('picker.standing', { count: standing })}` : free;
}
