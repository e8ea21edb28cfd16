import type { MapScene } from '../scene.js';
import type { Matrix, Size, View } from '../viewport.js';

/** The scene in one view of the map. */
export interface Frame {
  readonly scene: MapScene;
  readonly view: View;
  /** Size of the map, CSS px. */
  readonly size: Size;
  /** Px of the canvas per CSS px. */
  readonly ratio: number;
  /** Venue -> px of the map. */
  readonly matrix: Matrix;
  /** Width of a seat, px. */
  readonly px: number;
}

/** A part of a layer that is painted at once: between two px of the map's height. */
export interface Strip {
  /** Rows that are partly or wholly in the strip. */
  readonly rows: readonly number[];
  readonly top: number;
  readonly bottom: number;
}
