import { html, nothing, type TemplateResult } from 'lit';
import { rowWith } from '../../../venue/layout.js';
import { seatOptionsView } from '../pieces.js';
import { areBlocksListed, blockOptions, middleOf } from '../seat-grid.js';
import type { PickerView, ViewHost } from './view-model.js';

/** Renders the list of blocks, or the field for a block's label where there are too many. */
export function blocksView(view: PickerView, host: ViewHost): TemplateResult {
  const { snapshot, mapView, isPlain, isMapFirst, parts } = view;
  const { seating } = snapshot;
  const { venue } = seating;
  if (!areBlocksListed(venue)) return html`<div class="where">${parts.view('blocks', snapshot)}</div>`;
  const isNear = mapView?.map.isZoomed || isPlain;
  const goToBlock = (event: Event): void => {
    const block = Number((event.target as HTMLSelectElement).value);
    const seat = block < 0 ? null : middleOf(seating, block);
    host.dispatch({ type: 'go', seat });
  };
  return html`<div class="where">
    <select part="blocks" aria-label=${host.t('picker.go-to')} @change=${goToBlock}>
      ${isPlain ? nothing : html`<option value="-1" .selected=${!isNear}>${host.t('picker.whole')}</option>`}
      ${seatOptionsView(isMapFirst ? [] : blockOptions(seating), isNear ? rowWith(venue, snapshot.at).block : -1)}
    </select>
  </div>`;
}
