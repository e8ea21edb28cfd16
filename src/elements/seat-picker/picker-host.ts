import type { CSSResult, TemplateResult } from 'lit';
import type { MessageKey } from '../../i18n/keys.js';
import type { MessageValues } from '../../i18n/translate.js';
import type { ChoiceContext, ChoiceEvent } from './choice.js';

/** The current choice, as the parts of the picker read it. */
export interface PickerSnapshot extends ChoiceContext {
  /** The seat of the grid's cursor. */
  readonly at: number;
  /** True while the grid shows a focus ring. */
  readonly isFocusSeen: boolean;
  /** The seat on the seat card, with a button to take it if it can be taken. */
  readonly offered: number | null;
  /** Seats side by side that are proposed to friends. */
  readonly together: readonly number[];
}

/** Interface of the picker to its lazy parts: they read the choice, and request another. */
export interface PickerHost {
  /** The picker's element. */
  readonly element: HTMLElement;
  /** Returns the current choice; null while there is no venue. */
  snapshot(): PickerSnapshot | null;
  t(key: MessageKey, values?: MessageValues): string;
  announce(text: string): void;
  /** Requests a render after a change that a template shows. */
  redraw(): void;
  /** Takes the choice a step on. */
  dispatch(event: ChoiceEvent): void;
}

/** A part of the picker whose code loads when it is opened. */
export interface Part {
  /** Called each time the part is opened. */
  opened?(snapshot: PickerSnapshot): void;
  view(snapshot: PickerSnapshot): TemplateResult;
}

/** Exports of a part's module. */
export interface PartModule {
  readonly styles: CSSResult;
  make(host: PickerHost): Part;
}
