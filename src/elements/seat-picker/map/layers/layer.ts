import type { MapScene } from '../scene.js';
import { matrixOf, type Matrix, type Size, type View } from '../viewport.js';

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

export function frameOf(scene: MapScene, view: View, size: Size, ratio: number): Frame {
  const px = view.scale * scene.index.venue.pitch;
  return { scene, view, size, ratio, matrix: matrixOf(view, size), px };
}

/**
 * A canvas that knows when it is outdated. What is painted on one canvas overlaps (floor, light, seats, labels) and can be
 * stale only together: these parts are functions of a frame, and have no staleness of their own.
 */
export interface Layer {
  isStale(frame: Frame): boolean;
  /** Paints, or continues until `deadline` (of `performance.now()`); returns true when it is done. */
  paint(frame: Frame, deadline: number): boolean;
}

/** A part of a layer that is painted at once: between two px of the map's height. */
export interface Strip {
  /** Rows that are partly or wholly in the strip. */
  readonly rows: readonly number[];
  readonly top: number;
  readonly bottom: number;
}
