import type { PickerHost } from './picker-host.js';

/** Interface of the picker to its map, in addition to that of its lazy parts. */
export interface MapHost extends PickerHost {
  /** Called after the first painting of a venue. */
  painted(): void;
  /** Called where the browser has no 2D canvas, or does not restore a lost one. */
  failed(): void;
  /** Signatures without a seat. */
  standing(): number;
  focusBlocks(): void;
}
