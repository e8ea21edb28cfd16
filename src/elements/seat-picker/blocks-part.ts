import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { labelled, placeOf } from '../../venue/seat-code.js';
import type { PickerHost, PickerSnapshot, Part } from './picker-host.js';
import { middleOf } from './seat-grid.js';

interface LabelField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Error message about the typed text; null when it is valid. */
  readonly problem: string | null;
  readonly isNumber?: boolean;
  /** Called on each input. `value` must be that text from then on, so that no render overwrites it. */
  onInput(text: string): void;
  /** Called when the signer commits the text. */
  onCommit(text: string): void;
}

/** Renders a field for the label of a block or row, or for the number of a seat. */
export function labelField(field: LabelField): TemplateResult {
  const { id, label, value, problem, isNumber, onInput, onCommit } = field;
  return html`<label
    >${label}<input
      id=${id}
      type="text"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      maxlength="12"
      inputmode=${isNumber ? 'numeric' : nothing}
      .value=${live(value)}
      aria-invalid=${problem ? 'true' : 'false'}
      aria-describedby=${problem ? `${id}-problem` : nothing}
      @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
      @change=${(event: Event) => onCommit((event.target as HTMLInputElement).value.trim())}
      @keydown=${(event: KeyboardEvent) => {
        // Inside a form of the page, Enter goes to the block and does not submit the form.
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onCommit((event.target as HTMLInputElement).value.trim());
      }}
    />${problem ? html`<span class="problem" id="${id}-problem">${problem}</span>` : nothing}</label
  >`;
}

/** Returns the labels of the first and the last of blocks or rows, for a sentence. */
export function firstAndLast(things: readonly { readonly label: string }[]): { first: string; last: string } {
  const labels = things.map(({ label }) => label);
  return { first: labels.at(0) ?? '', last: labels.at(-1) ?? '' };
}

/** "There is no block 99. The blocks go from 1 to 40." */
export const noBlock = ({ t }: PickerHost, { seating }: PickerSnapshot, text: string): string =>
  t('picker.no-block', { block: text, ...firstAndLast(seating.venue.blocks) });

export const styles = css`
  input {
    min-block-size: 48px;
    inline-size: 100%;
    padding: 10px 12px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: transparent;
    color: var(--_text);
    font: 400 16px/1.5 var(--_font-interface);
  }
  input[aria-invalid='true'] {
    border-width: 2px;
  }
  .where label {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    font-size: 14px;
  }
  .where input {
    flex: 1 1 80px;
    inline-size: 100px;
    max-inline-size: 160px;
  }
  label .problem {
    flex-basis: 100%;
    color: var(--_text);
    font-size: 14px;
  }
  @media (forced-colors: active) {
    input {
      background: Field;
      color: FieldText;
    }
  }
`;

/** "Block ___": goes to the block, and explains when no block has that label. */
class BlocksPart implements Part {
  #typing: string | null = null;
  #wrong: string | null = null;

  constructor(private readonly host: PickerHost) {}

  view(snapshot: PickerSnapshot): TemplateResult {
    const { venue } = snapshot.seating;
    return labelField({
      id: 'block',
      label: this.host.t('picker.list-block'),
      value: this.#typing ?? this.#wrong ?? placeOf(venue, snapshot.at).block,
      problem: this.#wrong === null ? null : noBlock(this.host, snapshot, this.#wrong),
      onInput: (text) => (this.#typing = text),
      onCommit: (text) => this.#go(snapshot, text),
    });
  }

  #go(snapshot: PickerSnapshot, text: string): void {
    // After Enter the browser fires `change` again when the field loses the focus.
    if (this.#typing === null) return;
    this.#typing = null;
    if (text === '') {
      this.#wrong = null;
      return this.host.redraw();
    }
    const block = labelled(snapshot.seating.venue.blocks, text);
    this.#wrong = block < 0 ? text : null;
    if (block >= 0) return this.host.dispatch({ type: 'go', seat: middleOf(snapshot.seating, block) });
    this.host.announce(noBlock(this.host, snapshot, text));
    this.host.redraw();
  }
}

export const make = (host: PickerHost): Part => new BlocksPart(host);
