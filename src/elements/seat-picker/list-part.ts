import { css, html, type TemplateResult } from 'lit';
import { rowOf } from '../../venue/layout.js';
import { labelled, numberOf, seatInRow } from '../../venue/seat-code.js';
import { labelField, noBlock, styles as fieldStyles } from './blocks-part.js';
import type { PickerHost, PickerSnapshot, Part } from './picker-host.js';
import { seatOptionsView } from './pieces.js';
import { areBlocksListed, blockOptions, mayTake, type Option } from './seat-grid.js';
import { rowOptions, seatOptions } from './seat-options.js';

/** Maximum number of options in all lists of the picker together; beyond it, the signer types. */
const MAX_OPTIONS = 180;

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

type ListField = 'block' | 'row' | 'seat';

/** The choice by block, row and seat: equivalent to the map, and independent of it. */
class ListPart implements Part {
  readonly #host: PickerHost;
  #row = 0;
  #seat = 0;
  /** Typed text that matched nothing. */
  #wrong: { field: ListField; text: string } | null = null;
  /** Text that is being typed. */
  #typing: { field: ListField; text: string } | null = null;

  constructor(host: PickerHost) {
    this.#host = host;
  }

  opened({ seating, at }: PickerSnapshot): void {
    this.#wrong = this.#typing = null;
    this.#seat = at;
    this.#row = rowOf(seating.venue, at);
  }

  view(snapshot: PickerSnapshot): TemplateResult {
    const { seating, mayChoose } = snapshot;
    const { venue } = seating;
    const { t } = this.#host;
    // The venue has changed since the part was opened.
    if (this.#seat >= venue.capacity || rowOf(venue, this.#seat) !== this.#row) this.opened(snapshot);
    const line = venue.rows[this.#row]!;
    const { block, label, count, names } = line;
    const { rowCount, firstRow } = venue.blocks[block]!;
    let room = MAX_OPTIONS - (areBlocksListed(venue) ? venue.blocks.length : 0);
    const field = (
      id: ListField,
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
            ${seatOptionsView(options(), chosen)}
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
        onInput: (typed) => (this.#typing = { field: id, text: typed }),
        onCommit: (typed) => {
          if (this.#typing?.field !== id) return;
          this.#typing = null;
          const found = find(typed);
          if (found >= 0) return pick(found);
          this.#wrong = { field: id, text: typed };
          this.#host.announce(none(typed));
          this.#host.redraw();
        },
      });
    };
    return html`<div class="list">
      ${field(
        'block',
        venue.blocks.length,
        () => blockOptions(seating),
        [block, venue.blocks[block]!.label],
        (value) => this.#pickBlock(snapshot, value),
        (text) => labelled(venue.blocks, text),
        (text) => noBlock(this.#host, snapshot, text),
      )}
      ${field(
        'row',
        rowCount,
        () => rowOptions(seating, block),
        [this.#row, label],
        (value) => this.#pickRow(snapshot, value),
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
        @click=${() => this.#host.choose(this.#seat, true)}
      >
        ${t('picker.take')}
      </button>
    </div>`;
  }

  #pickBlock(snapshot: PickerSnapshot, block: number): void {
    const rows = rowOptions(snapshot.seating, block);
    this.#pickRow(snapshot, (rows.find(({ disabled }) => !disabled) ?? rows[0]!).value);
  }

  #pickRow({ seating }: PickerSnapshot, row: number): void {
    this.#row = row;
    const { first, count } = seating.venue.rows[row]!;
    let seat = first;
    while (seat < first + count - 1 && !mayTake(seating, seat)) seat++;
    this.#pickSeat(mayTake(seating, seat) ? seat : first);
  }

  #pickSeat(seat: number): void {
    this.#wrong = null;
    this.#seat = seat;
    this.#host.redraw();
  }
}

export const make = (host: PickerHost): Part => new ListPart(host);
