import { readPalette, type Palette } from './palette.js';
import { present } from './read.js';
import { Renderer } from './renderer.js';
import { apply, planeOf, type Matrix, type Point, type Size } from './viewport.js';

/** Distance from the window within which the map is painted, px. */
export const NEAR_WINDOW_PX = 200;

/** The part of the page that the map is on: its canvases, its place in the window, its colours. */
export class Plate {
  #palette: Palette;

  private constructor(
    readonly element: HTMLElement,
    readonly renderer: Renderer,
  ) {
    this.#palette = readPalette(element);
  }

  /** Returns null where the browser has no 2D canvas. */
  static on(element: HTMLElement): Plate | null {
    const renderer = Renderer.on(...element.querySelectorAll('canvas'));
    return renderer && new Plate(element, renderer);
  }

  /** The colours as they were last read. */
  get palette(): Palette {
    return this.#palette;
  }

  /** Reads the colours again, those of paper if `isPaper`; returns true where they have changed. */
  updatePalette(isPaper = false): boolean {
    const palette = readPalette(this.element, isPaper);
    if (JSON.stringify(palette) === JSON.stringify(this.#palette)) return false;
    this.#palette = palette;
    return true;
  }

  get size(): Size {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  /** True when it is in the window or close to it, in a visible page. An element in a closed `details` has a box and is not visible. */
  get isNear(): boolean {
    if (document.hidden || !(this.element.checkVisibility?.() ?? true)) return false;
    const { top, bottom, left, right } = this.element.getBoundingClientRect();
    return (
      top < innerHeight + NEAR_WINDOW_PX &&
      bottom > -NEAR_WINDOW_PX &&
      left < innerWidth + NEAR_WINDOW_PX &&
      right > -NEAR_WINDOW_PX
    );
  }

  /** Px of a map of this size -> client px. */
  plane(size: Size): Matrix {
    const corner = (selector: string): Point => {
      const { left, top } = present(this.element.querySelector(selector)).getBoundingClientRect();
      return [left, top];
    };
    return planeOf(corner('.corner'), corner('.corner.right'), corner('.corner.bottom'), size);
  }

  /** Returns the box in client px round a square of the map, of this side round this place. */
  boxAround([x, y]: Point, side: number, size: Size): DOMRect {
    const plane = this.plane(size);
    const corners = [-side / 2, side / 2].flatMap((dx) =>
      [-side / 2, side / 2].map((dy) => apply(plane, x + dx, y + dy)),
    );
    const xs = corners.map((corner) => corner[0]);
    const ys = corners.map((corner) => corner[1]);
    const left = Math.min(...xs);
    const top = Math.min(...ys);
    return new DOMRect(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
  }
}
