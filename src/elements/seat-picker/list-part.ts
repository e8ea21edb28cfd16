import { css, html, type TemplateResult } from 'lit';
import { blockAt, rowByIndex, rowOf, rowsIn } from '../../venue/layout.js';
import { labelled, numberOf, seatInRow } from '../../venue/seat-code.js';
import { firstAndLast, labelField, noBlock, styles as fieldStyles } from './blocks-part.js';
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

/** One of the three steps to a seat: a list, or a field where the list would be too long. */
interface ListStep {
  readonly id: 'block' | 'row' | 'seat';
  /** Number of options. */
  readonly count: number;
  options(): readonly Option[];
  readonly chosen: number;
  /** The chosen one as it is typed. */
  readonly text: string;
  readonly isNumber?: boolean;
  pick(value: number): void;
  /** Returns the option for a typed text, or -1. */
  find(text: string): number;
  /** The error message for a text that finds none. */
  none(text: string): string;
}

/** The choice by block, row and seat: equivalent to the map, and independent of it. */
class ListPart implements Part {
  #row = 0;
  #seat = 0;
  /** Typed text that matched nothing. */
  #wrong: { field: ListStep['id']; text: string } | null = null;
  /** Text that is being typed. */
  #typing: { field: ListStep['id']; text: string } | null = null;

  constructor(private readonly host: PickerHost) {}

  opened({ seating, at }: PickerSnapshot): void {
    this.#wrong = this.#typing = null;
    this.#seat = at;
    this.#row = rowOf(seating.venue, at);
  }

  view(snapshot: PickerSnapshot): TemplateResult {
    const { seating, mayChoose } = snapshot;
    const { venue } = seating;
    const { t } = this.host;
    // The venue has changed since the part was opened.
    if (this.#seat >= venue.capacity || rowOf(venue, this.#seat) !== this.#row) this.opened(snapshot);
    let room = MAX_OPTIONS - (areBlocksListed(venue) ? venue.blocks.length : 0);
    const steps = [this.#blockStep(snapshot), this.#rowStep(snapshot), this.#seatStep(snapshot)];
    return html`<div class="list">
      ${steps.map((step) => {
        if (step.count > room) return this.#typedView(step);
        room -= step.count;
        return this.#listedView(step);
      })}
      <button
        type="button"
        ?disabled=${!mayChoose || !mayTake(seating, this.#seat)}
        @click=${() => this.host.dispatch({ type: 'choose', seat: this.#seat, isShown: true })}
      >
        ${t('picker.take')}
      </button>
    </div>`;
  }

  #blockStep(snapshot: PickerSnapshot): ListStep {
    const { seating } = snapshot;
    const { blocks } = seating.venue;
    const { block } = rowByIndex(seating.venue, this.#row);
    return {
      id: 'block',
      count: blocks.length,
      options: () => blockOptions(seating),
      chosen: block,
      text: blockAt(seating.venue, block).label,
      pick: (value) => this.#pickBlock(snapshot, value),
      find: (text) => labelled(blocks, text),
      none: (text) => noBlock(this.host, snapshot, text),
    };
  }

  #rowStep(snapshot: PickerSnapshot): ListStep {
    const { seating } = snapshot;
    const { venue } = seating;
    const { block, label } = rowByIndex(venue, this.#row);
    const { firstRow } = blockAt(venue, block);
    const rows = rowsIn(venue, blockAt(venue, block));
    return {
      id: 'row',
      count: rows.length,
      options: () => rowOptions(seating, block),
      chosen: this.#row,
      text: label,
      pick: (value) => this.#pickRow(snapshot, value),
      find: (text) => {
        const row = labelled(rows, text);
        return row < 0 ? -1 : firstRow + row;
      },
      none: (text) => this.host.t('picker.no-row', { row: text, ...firstAndLast(rows) }),
    };
  }

  #seatStep({ seating }: PickerSnapshot): ListStep {
    const { t } = this.host;
    const line = rowByIndex(seating.venue, this.#row);
    const { count, names } = line;
    return {
      id: 'seat',
      count,
      options: () => seatOptions(seating, this.#row),
      chosen: this.#seat,
      text: String(numberOf(line, this.#seat)),
      isNumber: !names,
      pick: (value) => this.#pickSeat(value),
      find: (text) => seatInRow(line, text) ?? -1,
      none: (text) =>
        names
          ? t('picker.no-seat-named', { number: text, names: names.join(', ') })
          : t('picker.no-seat', { number: text, last: String(count) }),
    };
  }

  #listedView({ id, options, chosen, pick }: ListStep): TemplateResult {
    return html`<label
      >${this.host.t(`picker.list-${id}`)}<select
        @change=${(event: Event) => pick(Number((event.target as HTMLSelectElement).value))}
      >
        ${seatOptionsView(options(), chosen)}
      </select></label
    >`;
  }

  #typedView({ id, text, isNumber = false, pick, find, none }: ListStep): TemplateResult {
    const wrong = this.#wrong?.field === id ? this.#wrong.text : null;
    const typing = this.#typing?.field === id ? this.#typing.text : null;
    return labelField({
      id: `list-${id}`,
      label: this.host.t(`picker.list-${id}`),
      value: typing ?? wrong ?? text,
      problem: wrong === null ? null : none(wrong),
      isNumber,
      onInput: (typed) => (this.#typing = { field: id, text: typed }),
      onCommit: (typed) => {
        if (this.#typing?.field !== id) return;
        this.#typing = null;
        const found = find(typed);
        if (found >= 0) return pick(found);
        this.#wrong = { field: id, text: typed };
        this.host.announce(none(typed));
        this.host.redraw();
      },
    });
  }

  #pickBlock(snapshot: PickerSnapshot, block: number): void {
    const free = rowOptions(snapshot.seating, block).find(({ disabled }) => !disabled);
    this.#pickRow(snapshot, free?.value ?? blockAt(snapshot.seating.venue, block).firstRow);
  }

  #pickRow({ seating }: PickerSnapshot, row: number): void {
    this.#row = row;
    const { first, count } = rowByIndex(seating.venue, row);
    let seat = first;
    while (seat < first + count - 1 && !mayTake(seating, seat)) seat++;
    this.#pickSeat(mayTake(seating, seat) ? seat : first);
  }

  #pickSeat(seat: number): void {
    this.#wrong = null;
    this.#seat = seat;
    this.host.redraw();
  }
}

export const make = (host: PickerHost): Part => new ListPart(host);
