import { html, nothing, type TemplateResult } from 'lit';
import type { Story } from '../../model/campaign.js';
import type { KeptSeat } from '../../venue/kept.js';
import type { SeatDescription } from '../../venue/describe.js';
import type { Venue } from '../../venue/venue.js';
import { seatIcon } from '../base/seat-icon.js';
import { emptySeatIcon } from './icons.js';
import type { Relation } from './relation.js';
import { PLACES_NAME } from './remember.js';
import type { Translator } from '../base/translator.js';
import { seatSentence } from '../base/seat-sentence.js';

/** The module near-seats.ts. */
export interface NearSeats {
  relationOf(venue: Venue | null, kept: readonly KeptSeat[], seat: SeatDescription): Relation | null;
  plateView(view: SeatsView, taken: Uint8Array | null, seat: number): unknown;
}

export interface SeatsView {
  readonly words: Translator;
  readonly stories: readonly Story[];
  readonly venue: Venue | null;
  readonly kept: readonly KeptSeat[];
  /** Null until it has loaded. */
  readonly near: NearSeats | null;
  /** Resolves the URL of an image in the document. */
  asset(src: string): string;
  /** Returns the `crossorigin` value for an image of that URL. */
  crossOriginOf(url: string): 'anonymous' | null;
}

/** Returns who a seat is beside, in front of or behind; empty if no kept seat is that near. */
export function relationText(
  { words, stories, venue, kept, near }: SeatsView,
  seat: SeatDescription,
): string {
  const relation = near?.relationOf(venue, kept, seat);
  const name = relation && words.text(stories[relation.story]?.name);
  if (!name) return '';
  switch (relation.how) {
    case 'beside':
      return words.t('seat.beside', { name });
    case 'in-front':
      return words.t('form.in-front-of', { name });
    case 'behind':
      return words.t('form.behind', { name });
  }
}

/** Renders the portrait of the person a seat is beside, else a seat. The text is next to it. */
export function portraitOfSeat(
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

interface SeatRow {
  readonly seat: SeatDescription | null;
  readonly full: boolean;
  /** True while it is unknown whether the chosen seat is free. */
  readonly isUnknown?: boolean;
  /** Goes to the seat picker; null if there is none, or none that works. */
  readonly change: (() => void) | null;
  /** Gives up the seat, to sign without one; null where that is not possible. */
  readonly signWithoutSeat?: (() => void) | null;
  /** True after that was done. */
  readonly isStanding?: boolean;
}

const standButton = (words: Translator, signWithoutSeat: () => void): TemplateResult =>
  html`<button class="link" type="button" part="stand" @click=${signWithoutSeat}>
    ${words.t('form.stand')}
  </button>`;

/** Renders the seat the signer is about to take, or the text for standing. */
export function seatRow(
  view: SeatsView,
  { seat, full, isUnknown, change, signWithoutSeat, isStanding }: SeatRow,
): TemplateResult {
  const { words } = view;
  const none = full ? 'form.full' : isStanding ? 'form.standing' : 'form.no-seat';
  const title = seat
    ? seatSentence(view.words, seat)
    : words.t(full && view.kept.length > 0 ? 'form.full-kept' : none);
  const text = seat ? relationText(view, seat) : words.t(`${none}-hint`);
  const button =
    change && (seat || !full)
      ? html`<button
          class="link"
          type="button"
          part="change"
          aria-describedby=${seat ? 'seat-text' : nothing}
          @click=${change}
        >
          ${words.t(seat ? 'form.change-seat' : 'form.choose-seat')}
        </button>`
      : nothing;
  return html`<div class="seat" part="seat">
    ${portraitOfSeat(view, seat)}
    <div>
      <div id="seat-text">
        <p class="strong">${title}</p>
        ${text ? html`<p class="hint">${text}</p>` : nothing}
        ${seat && isUnknown ? html`<p class="hint">${words.t('seat.unknown')}</p>` : nothing}
      </div>
      ${seat ? nothing : button}
    </div>
    ${
      seat && (change || signWithoutSeat)
        ? html`<span class="ways"
            >${button}${signWithoutSeat ? standButton(words, signWithoutSeat) : nothing}</span
          >`
        : nothing
    }
  </div>`;
}

/** Id of the title of the list of seats offered in place of a lost one. */
export const LOST_TITLE_ID = 'lost-title';

interface LostSeat {
  readonly id: string;
  readonly lost: SeatDescription;
  readonly text: string;
  /** The list of seats to choose from. */
  readonly places: unknown;
  readonly change: (() => void) | null;
  readonly signWithoutSeat: (() => void) | null;
}

/** Renders a seat that was lost before anything was sent: in place of its row, while the answers stay where they are. */
export function lostSeatView(
  view: SeatsView,
  { id, lost, text, places, change, signWithoutSeat }: LostSeat,
): TemplateResult {
  const { words } = view;
  return html`<div class="lost" id=${id}>
    <p class="strong" id=${LOST_TITLE_ID}>${words.t('outcome.seat-taken')}</p>
    <p class="hint">${seatSentence(view.words, lost)}</p>
    <p class="text">${text}</p>
    ${places}
    <p class="text ways">
      ${
        change
          ? html`<button class="link" type="button" part="change" @click=${change}>
              ${words.t('outcome.choose-in-arena')}
            </button>`
          : nothing
      }
      ${signWithoutSeat ? standButton(words, signWithoutSeat) : nothing}
    </p>
  </div>`;
}

interface Places {
  readonly places: readonly SeatDescription[];
  readonly chosen: number | null;
  readonly frozen: boolean;
  /** Id of the heading that labels the list. */
  readonly labelledby: string;
  choose(seat: number): void;
}

/** Renders free seats to choose from. The button names the chosen one as well, so that nobody takes a seat unawares. */
export function placesView(
  view: SeatsView,
  { places, chosen, frozen, labelledby, choose }: Places,
): TemplateResult {
  return html`<div class="places" part="places" role="radiogroup" aria-labelledby=${labelledby}>
    ${places.map((place) => {
      const relation = relationText(view, place);
      return html`<label class=${place.seat === chosen ? 'place chosen' : 'place'} part="place">
        <input
          type="radio"
          name=${PLACES_NAME}
          value=${place.code}
          .checked=${place.seat === chosen}
          ?disabled=${frozen && place.seat !== chosen}
          @change=${() => choose(place.seat)}
        />
        <span>
          <span class="strong">${seatSentence(view.words, place)}</span>
          ${relation ? html`<span class="hint">${relation}</span>` : nothing}
        </span>
      </label>`;
    })}
  </div>`;
}
