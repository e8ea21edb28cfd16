import { html, nothing, type TemplateResult } from 'lit';
import { invitationText } from '../choice.js';
import { portraitView, seatIcon } from '../pieces.js';
import { besideOf, keptAt, mayTake, sentenceOf, stateLine, stateOf } from '../seat-grid.js';
import type { PickerView, ViewHost } from './view-model.js';

/** Returns the seat on the seat card: the offered one, or, zoomed in, the chosen one. */
function cardSeat({ snapshot, choice, isPlain, mapView, form }: PickerView): number | null {
  if (choice.offer) return choice.offer.seat;
  if (isPlain) return form && snapshot.seat;
  if (!mapView?.map.isZoomed) return null;
  return form || (mapView.map.isNarrow && !choice.isFocusSeen) ? snapshot.seat : null;
}

/** Renders the card of the seat that is offered or chosen. */
export function cardView(view: PickerView, host: ViewHost): TemplateResult | typeof nothing {
  const { snapshot, choice, form } = view;
  const { seating, mayChoose } = snapshot;
  const { t } = host;
  const seat = cardSeat(view);
  if (seat === null) return nothing;
  const state = stateOf(seating, seat);
  const isChoosable = state !== 'yours' && mayTake(seating, seat);
  const person = keptAt(seating, seat) ?? besideOf(seating, seat);
  const { offer, invited } = choice;
  const onward = seating.claimed ? 'picker.sign-to-keep' : 'picker.sign-with';
  return html`<div class="sheet" part="sheet">
    ${person ? portraitView(person) : nothing}
    <div>
      ${offer?.reason === 'lost' ? html`<p class="gone">${t('outcome.seat-taken')}</p>` : nothing}
      <p class="place">${sentenceOf(seating, seat)}</p>
      <p>${state === 'unknown' ? t('seat.unknown') : stateLine(seating, seat)}</p>
      ${invited?.seat === seat && isChoosable ? html`<p>${invitationText(seating, invited)}</p>` : nothing}
    </div>
    ${
      isChoosable || (form && state === 'yours')
        ? html`<button
            class=${form ? 'act' : ''}
            part="take"
            type="button"
            ?disabled=${!mayChoose}
            @click=${() => host.acceptSeat(seat, form)}
          >
            ${seatIcon}${t(form ? onward : 'picker.take')}
          </button>`
        : nothing
    }
  </div>`;
}
