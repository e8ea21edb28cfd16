import { css, html, type TemplateResult } from 'lit';
import { rowOf } from '../../venue/layout.js';
import { labelled, numberOf, seatInRow } from '../../venue/seat-code.js';
import { labelField, noBlock, styles as fieldStyles } from './blocks-part.js';
import type { Desk, Moment, Part } from './desk.js';
import { optionsView } from './pieces.js';
import { areBlocksListed, blockOptions, mayTake, type Option } from './seat-grid.js';
import { rowOptions, seatOptions } from './seat-options.js';

/** So many lines all lists of the picker have together; beyond, one types. */
const LINES = 180;

export const styles = css`
  ${fieldStyles}
  .list {
    display: grid;
    gap: 12px 16px;
    padding-block: 8px;
  }
  .list label {
    display: grid;
    gap: 6px;
    font-size: 14px;
  }
  .list select {
    inline-size: 100%;
  }
  @container (inline-size >= 480px) {
    .list {
      grid-template-columns: repeat(3, 1fr) auto;
      align-items: end;
    }
  }
`;

type Field = 'block' | 'row' | 'seat';

/** The choice by block, row and seat: equal to the picture, and without it. */
class ListPart implements Part {
  readonly #desk: Desk;
  #row = 0;
  #seat = 0;
  /** What was typed and is none. */
  #wrong: { field: Field; text: string } | null = null;
  /** What is being typed. */
  #typing: { field: Field; text: string } | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  opened({ seating, at }: Moment): void {
    this.#wrong = this.#typing = null;
    this.#seat = at;
    this.#row = rowOf(seating.venue, at);
  }

  view(moment: Moment): TemplateResult {
    const { seating, mayChoose } = moment;
    const { venue } = seating;
    const { t } = this.#desk;
    // Of another venue than the one it was opened in.
    if (this.#seat >= venue.capacity || rowOf(venue, this.#seat) !== this.#row) this.opened(moment);
    const line = venue.rows[this.#row]!;
    const { block, label, count, names } = line;
    const { rowCount, firstRow } = venue.blocks[block]!;
    let room = LINES - (areBlocksListed(venue) ? venue.blocks.length : 0);
    const field = (
      id: Field,
      lines: number,
      options: () => readonly Option[],
      [chosen, text]: [number, string],
      pick: (value: number) => void,
      find: (text: string) => number,
      none: (text: string) => string,
    ): TemplateResult => {
      if (lines <= room) {
        room -= lines;
        return html`<label
          >${t(`picker.list-${id}`)}<select
            @change=${(event: Event) => pick(Number((event.target as HTMLSelectElement).value))}
          >
            ${optionsView(options(), chosen)}
          </select></label
        >`;
      }
      const wrong = this.#wrong?.field === id ? this.#wrong.text : null;
      const typing = this.#typing?.field === id ? this.#typing.text : null;
      return labelField({
        id: `list-${id}`,
        label: t(`picker.list-${id}`),
        value: typing ?? wrong ?? text,
        problem: wrong === null ? null : none(wrong),
        isNumber: id === 'seat' && !names,
        typing: (typed) => (this.#typing = { field: id, text: typed }),
        typed: (typed) => {
          if (this.#typing?.field !== id) return;
          this.#typing = null;
          const found = find(typed);
          if (found >= 0) return pick(found);
          this.#wrong = { field: id, text: typed };
          this.#desk.say(none(typed));
          this.#desk.redraw();
        },
      });
    };
    return html`<div class="list">
      ${field(
        'block',
        venue.blocks.length,
        () => blockOptions(seating),
        [block, venue.blocks[block]!.label],
        (value) => this.#pickBlock(moment, value),
        (text) => labelled(venue.blocks, text),
        (text) => noBlock(this.#desk, moment, text),
      )}
      ${field(
        'row',
        rowCount,
        () => rowOptions(seating, block),
        [this.#row, label],
        (value) => this.#pickRow(moment, value),
        (text) => {
          const row = labelled(venue.rows.slice(firstRow, firstRow + rowCount), text);
          return row < 0 ? -1 : firstRow + row;
        },
        (text) =>
          t('picker.no-row', {
            row: text,
            first: venue.rows[firstRow]!.label,
            last: venue.rows[firstRow + rowCount - 1]!.label,
          }),
      )}
      ${field(
        'seat',
        count,
        () => seatOptions(seating, this.#row),
        [this.#seat, String(numberOf(line, this.#seat))],
        (value) => this.#pickSeat(value),
        (text) => seatInRow(line, text) ?? -1,
        (text) =>
          names
            ? t('picker.no-seat-named', { number: text, names: names.join(', ') })
            : t('picker.no-seat', { number: text, last: String(count) }),
      )}
      <button
        type="button"
        ?disabled=${!mayChoose || !mayTake(seating, this.#seat)}
        @click=${() => this.#desk.choose(this.#seat, true)}
      >
        ${t('picker.take')}
      </button>
    </div>`;
  }

  #pickBlock(moment: Moment, block: number): void {
    const rows = rowOptions(moment.seating, block);
    this.#pickRow(moment, (rows.find(({ disabled }) => !disabled) ?? rows[0]!).value);
  }

  #pickRow({ seating }: Moment, row: number): void {
    this.#row = row;
    const { first, count } = seating.venue.rows[row]!;
    let seat = first;
    while (seat < first + count - 1 && !mayTake(seating, seat)) seat++;
    this.#pickSeat(mayTake(seating, seat) ? seat : first);
  }

  #pickSeat(seat: number): void {
    this.#wrong = null;
    this.#seat = seat;
    this.#desk.redraw();
  }
}

export const make = (desk: Desk): Part => new ListPart(desk);
