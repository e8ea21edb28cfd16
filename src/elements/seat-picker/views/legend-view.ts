import { html, nothing, type TemplateResult } from 'lit';
import { legendIcon } from '../pieces.js';
import { fullText, isFreeKnown, type Seating } from '../seat-grid.js';
import type { PickerView, ViewHost } from './view-model.js';

/** Renders the legend. Its entries keep their places during the first reading, when no seat is drawn as any of them. */
export function legendView({ snapshot, slice }: PickerView, { t }: ViewHost): TemplateResult {
  const { claimed, known } = snapshot.seating;
  const isMissing = slice.missing && !known;
  const first = isMissing ? 'picker.unknown' : claimed ? 'picker.free' : 'picker.unlit';
  return html`<ul class="legend" part="legend">
    <li>${legendIcon(isMissing ? 'unknown' : 'free')}${t(first)}</li>
    <li>${legendIcon('taken')}${t(claimed ? 'picker.taken' : 'picker.lit')}</li>
    <li>${legendIcon('kept')}${t('picker.kept')}</li>
    <li>${legendIcon('yours')}${t('picker.yours')}</li>
  </ul>`;
}

/** The note of a full venue; until the map has painted, the sentence without figures, whose formats load in a task of their own. */
const fullNote = (seating: Seating, isMapFirst: boolean, standing: number): string =>
  isMapFirst ? fullText({ ...seating, kept: [] }) : fullText(seating, isFreeKnown(seating) ? standing : 0);

/** Renders the note about exceptions: a full venue, lights that are not people, a map that did not load. */
export function noteView(view: PickerView, host: ViewHost, isFull: boolean): TemplateResult | typeof nothing {
  const { snapshot, slice, hasMapFailed, isMapFirst } = view;
  const { seating } = snapshot;
  const { t } = host;
  const { standing, missing, isUnpublished } = slice;
  const words = [
    isFull ? fullNote(seating, isMapFirst, standing) : '',
    seating.claimed ? '' : t('picker.symbolic'),
    missing && !seating.known ? t(isUnpublished ? 'picker.not-published' : 'picker.unknown-note') : '',
    hasMapFailed ? t('picker.no-picture') : '',
  ].filter((text) => text);
  if (words.length === 0) return nothing;
  return html`<p class="note" id="note" part="note">
    ${words.join(' ')}
    ${
      hasMapFailed
        ? html`<button class="link" type="button" @click=${host.retryMap}>${t('picker.again')}</button>`
        : nothing
    }
  </p>`;
}
