import { html, nothing, type TemplateResult } from 'lit';
import type { SeatDescription } from '../../venue/describe.js';
import { seatIcon } from '../base/seat-icon.js';
import { SEAT_ID } from './error-text.js';
import { errorView } from './field-view.js';
import type { AskingModel, FormModel, SeatsView } from './form-model.js';
import { emptySeatIcon } from './icons.js';
import { seatTakenHint } from './outcome-text.js';
import { PLACES_NAME } from './remember.js';
import { seatSentence } from '../base/seat-sentence.js';

/** Renders the portrait of the person a seat is beside, else a seat. The text is next to it. */
function portraitOfSeat(
  { stories, asset, crossOriginOf }: SeatsView,
  seat: SeatDescription | null,
): TemplateResult {
  const portrait = seat && seat.beside !== null ? stories[seat.beside]?.portrait : null;
  if (!portrait)
    return html`<span class="medallion empty" part="portrait">${seat ? seatIcon : emptySeatIcon}</span>`;
  const src = asset(portrait.src);
  return html`<img
    class="medallion"
    part="portrait"
    referrerpolicy="no-referrer"
    crossorigin=${crossOriginOf(src) ?? nothing}
    src=${src}
    width="48"
    height="48"
    alt=""
  />`;
}

const standButton = ({ words, on }: FormModel): TemplateResult =>
  html`<button class="link" type="button" part="stand" @click=${on.signWithoutSeat}>
    ${words.t('form.stand')}
  </button>`;

/** Renders the seat the signer is about to take, or the text for standing. `isEditable`: with the ways to another seat. */
export function seatRow(model: FormModel, isEditable: boolean): TemplateResult {
  const { slice, session, seats, words, possible, on } = model;
  const { seat, full } = slice;
  const none = full ? 'form.full' : session.isStanding ? 'form.standing' : 'form.no-seat';
  const title = seat
    ? seatSentence(words, seat)
    : words.t(full && seats.kept.length > 0 ? 'form.full-kept' : none);
  const text = seat ? seats.near?.relationText(seats, seat) : words.t(`${none}-hint`);
  const button =
    isEditable && possible.change && (seat || !full)
      ? html`<button
          class="link"
          type="button"
          part="change"
          aria-describedby=${seat ? 'seat-text' : nothing}
          @click=${on.toPicker}
        >
          ${words.t(seat ? 'form.change-seat' : 'form.choose-seat')}
        </button>`
      : nothing;
  return html`<div class="seat" part="seat">
    ${portraitOfSeat(seats, seat)}
    <div>
      <div id="seat-text">
        <p class="strong">${title}</p>
        ${text ? html`<p class="hint">${text}</p>` : nothing}
        ${seat && isEditable && slice.isSeatUnknown ? html`<p class="hint">${words.t('seat.unknown')}</p>` : nothing}
      </div>
      ${seat ? nothing : button}
    </div>
    ${
      // While sending, neither may be pressed.
      seat && isEditable && possible.giveUpSeat
        ? html`<span class="ways">${button}${standButton(model)}</span>`
        : nothing
    }
  </div>`;
}

/** Renders the seat of a form; one that was lost before anything was sent gives way to others, while the answers stay where they are. */
export function seatView(view: AskingModel): unknown {
  const { slice, words, possible, offered, on } = view;
  const { notice, seat, full } = slice;
  if (!view.hasSeats) return nothing;
  if (seat || !notice) {
    const problem = view.problems.find(({ control }) => control === SEAT_ID);
    return html`<div id=${SEAT_ID}>${seatRow(view, true)}${errorView(SEAT_ID, problem)}</div>`;
  }
  return html`<div class="lost" id=${SEAT_ID}>
    <p class="strong" id="lost-title">${words.t('outcome.seat-taken')}</p>
    <p class="hint">${seatSentence(words, notice.lost)}</p>
    <p class="text">${words.t(seatTakenHint(offered.length, full))}</p>
    ${placesView(view, 'lost-title')}
    <p class="text ways">
      ${
        possible.change && !full
          ? html`<button class="link" type="button" part="change" @click=${on.toPicker}>
              ${words.t('outcome.choose-in-arena')}
            </button>`
          : nothing
      }
      ${possible.giveUpSeat ? standButton(view) : nothing}
    </p>
  </div>`;
}

/** Renders free seats to choose from. The button names the chosen one as well, so that nobody takes a seat unawares. `labelledby`: id of the heading that labels the list. */
export function placesView(
  { seats, words, offered, chosen, isSending, on }: FormModel,
  labelledby: string,
): unknown {
  if (offered.length === 0) return nothing;
  return html`<div class="places" part="places" role="radiogroup" aria-labelledby=${labelledby}>
    ${offered.map((place) => {
      const relation = seats.near?.relationText(seats, place);
      const isChosen = place.seat === chosen;
      return html`<label class=${isChosen ? 'place chosen' : 'place'} part="place">
        <input
          type="radio"
          name=${PLACES_NAME}
          value=${place.code}
          .checked=${isChosen}
          ?disabled=${isSending && !isChosen}
          @change=${() => on.send({ type: 'place-chosen', seat: place.seat })}
        />
        <span>
          <span class="strong">${seatSentence(words, place)}</span>
          ${relation ? html`<span class="hint">${relation}</span>` : nothing}
        </span>
      </label>`;
    })}
  </div>`;
}
