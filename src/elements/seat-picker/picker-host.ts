import type { CSSResult, TemplateResult } from 'lit';
import type { MessageKey } from '../../i18n/keys.js';
import type { MessageValues } from '../../i18n/translate.js';
import type { Kept } from '../kept.js';
import type { Seating } from './seat-grid.js';

/** The choice as it stands. */
export interface PickerSnapshot {
  readonly seating: Seating;
  readonly people: readonly Kept[];
  /** The chosen seat. */
  readonly seat: number | null;
  /** The seat at which the grid stands. */
  readonly at: number;
  /** Whether the grid has the focus, and shows it. */
  readonly isFocusSeen: boolean;
  /** The seat shown on the sheet, to be taken by its button. */
  readonly offered: number | null;
  /** Seats side by side that are proposed to friends. */
  readonly together: readonly number[];
  readonly mayChoose: boolean;
}

/** What the parts of the picker that load by themselves ask of it: they see the choice, and ask for another. */
export interface PickerHost {
  /** The picker's element. */
  readonly element: HTMLElement;
  /** Null while there is no venue. */
  now(): PickerSnapshot | null;
  t(key: MessageKey, values?: MessageValues): string;
  announce(text: string): void;
  /** Something changed that a template shows. */
  redraw(): void;
  /** Chooses a seat, or says why it cannot be; `bring`: shows it as well. Null: says that there is none. */
  choose(seat: number | null, bring?: boolean): void;
  /** Shows a seat that can be taken by one more press; null: none. */
  offer(seat: number | null): void;
  /** Proposes these seats side by side. */
  propose(seats: readonly number[]): void;
  /** Takes a free seat beside somebody. */
  beside(person: Kept): void;
  /** Bits of what may not be given. */
  blocked(): Uint8Array;
  /** Moves the grid to a seat, brings it into view, and leaves the focus where it is; null: shows the whole. */
  goToSeat(seat: number | null): void;
}

/** A part of the picker whose code comes when it is opened. */
export interface Part {
  /** Called each time it is opened. */
  opened?(snapshot: PickerSnapshot): void;
  view(snapshot: PickerSnapshot): TemplateResult;
}

/** What the file of a part exports. */
export interface PartModule {
  readonly styles: CSSResult;
  make(host: PickerHost): Part;
}
