import { css, html, nothing, type TemplateResult } from 'lit';
import { findTogether } from '../../venue/find.js';
import { placeOf } from '../../venue/seat-code.js';
import type { PickerHost, PickerSnapshot, Part } from './picker-host.js';
import { seatOptionsView } from './pieces.js';
import { blockedSeats, isFreeKnown, mayTake, sentenceOf, type Seating } from './seat-grid.js';

const MAX_FRIENDS = 6;

export const styles = css`
  .together {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: end;
    padding-block: 8px;
  }
  .together label {
    display: grid;
    gap: 6px;
    font-size: 14px;
  }
  @container (inline-size < 480px) {
    .together > :is(label, button) {
      flex: 1 0 100%;
    }
    .together select {
      inline-size: 100%;
    }
  }
  /* As high as the control beside it. */
  .together p {
    flex: 0 1 auto;
    max-inline-size: 60ch;
    padding-block: 12px;
  }
`;

/** Seats side by side: the signer's own, and those for the friends. */
type SeatRun = readonly [own: number, ...others: number[]];

/** "Block 12, row 8, seats 15 to 17", or "seats 11, 13 and 15". */
function seatsSentence(seating: Seating, seats: SeatRun): string {
  const numbers = [...seats].sort((a, b) => a - b).map((seat) => placeOf(seating.venue, seat).number);
  const last = numbers.pop();
  const [first] = numbers;
  if (first === undefined) return sentenceOf(seating, seats[0]);
  const { block, row } = placeOf(seating.venue, seats[0]);
  const values = { block, row, last: String(last) };
  if (numbers.length > 1 && [...numbers, last].every((number, i) => number === Number(first) + i))
    return seating.t('picker.seats', { ...values, first: String(first) });
  // Numbers with gaps, and names, are listed one by one.
  return seating.t('picker.seats-two', { ...values, first: numbers.join(', ') });
}

/** Seats for two to six friends side by side: the signer takes the first, and can share which seats the others can take. Nothing is reserved. */
class TogetherPart implements Part {
  #count = 2;
  #found: SeatRun | null = null;
  /** Number of friends for which no row had space. */
  #failedCount: number | null = null;

  constructor(private readonly host: PickerHost) {}

  view(snapshot: PickerSnapshot): TemplateResult {
    const { t } = this.host;
    const { mayChoose } = snapshot;
    const counts = new Array<number>(MAX_FRIENDS - 1).fill(0).map((_, i) => ({
      value: i + 2,
      text: String(i + 2),
      disabled: false,
    }));
    return html`<div class="together">
      <label
        >${t('picker.together-count')}<select
          @change=${(event: Event) => {
            this.#count = Number((event.target as HTMLSelectElement).value);
            this.#failedCount = null;
          }}
        >
          ${seatOptionsView(counts, this.#count)}
        </select></label
      >
      <button type="button" ?disabled=${!mayChoose} @click=${() => this.#find(snapshot)}>
        ${t('picker.together-find')}
      </button>
      ${this.#resultView(snapshot)}
    </div>`;
  }

  #resultView({ seating, seat, mayChoose }: PickerSnapshot): TemplateResult | typeof nothing {
    const { t } = this.host;
    if (this.#failedCount !== null)
      return html`<p>${t('picker.together-none', { count: this.#failedCount })}</p>`;
    const found = this.#found;
    if (!found || found.some((one) => one >= seating.venue.capacity)) return nothing;
    const [own] = found;
    if (seat === own) return html`<p>${this.#friends(seating, found)}</p>`;
    if (!found.every((one) => mayTake(seating, one))) return html`<p>${t('picker.together-gone')}</p>`;
    return html`<p>${this.#proposal(seating, found)}</p>
      <button type="button" part="take" ?disabled=${!mayChoose} @click=${() => this.#acceptGroup(own)}>
        ${t('picker.together-take', { number: String(placeOf(seating.venue, own).number) })}
      </button>`;
  }

  /** The sentence that proposes the seats, with a note where their state is not known. */
  #proposal(seating: Seating, found: SeatRun): string {
    const { t } = this.host;
    const seats = seatsSentence(seating, found);
    if (isFreeKnown(seating)) return t('picker.together-found', { seats });
    const side = t('picker.together-side', { seats });
    return seating.known ? side : `${side} ${t('picker.unknown-note')}`;
  }

  /** The sentence about the seats for the friends. */
  #friends(seating: Seating, [own, ...others]: SeatRun): string {
    // Only the seats next to the own one, up to the first that has been taken.
    const gone = others.findIndex((one) => !mayTake(seating, one));
    const [next, ...further] = gone < 0 ? others : others.slice(0, gone);
    const { number } = placeOf(seating.venue, own);
    return next !== undefined
      ? this.host.t(isFreeKnown(seating) ? 'picker.together-friends' : 'picker.together-beside', {
          number: String(number),
          seats: seatsSentence(seating, [next, ...further]),
        })
      : this.host.t('picker.together-gone');
  }

  #find({ seating }: PickerSnapshot): void {
    const blocked = blockedSeats(seating);
    const kept = seating.kept.map(({ seat }) => seat);
    const [own, ...others] = findTogether(seating.venue, blocked, kept, this.#count) ?? [];
    const found: SeatRun | null = own === undefined ? null : [own, ...others];
    this.#found = found;
    this.#failedCount = found ? null : this.#count;
    this.host.dispatch({ type: 'propose', seats: found ?? [] });
    this.host.announce(
      found ? this.#proposal(seating, found) : this.host.t('picker.together-none', { count: this.#count }),
    );
    this.host.redraw();
  }

  #acceptGroup(seat: number): void {
    this.host.dispatch({ type: 'choose', seat, isShown: true });
    const snapshot = this.host.snapshot();
    if (snapshot?.seat === seat && this.#found)
      this.host.announce(this.#friends(snapshot.seating, this.#found));
  }
}

export const make = (host: PickerHost): Part => new TogetherPart(host);
