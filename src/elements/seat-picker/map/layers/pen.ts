import { rowOf } from '../../../../venue/layout.js';
import { isNarrow } from '../camera.js';
import { setTransform, strokePath } from '../canvas.js';
import type { Palette } from '../palette.js';
import { eachSeat, portraitSize } from '../scene.js';
import { apply, IDENTITY, type Point } from '../viewport.js';
import type { Frame } from './layer.js';

/** Draws at seats, on the overlay; 1 = one px of the map. */
export class SeatPen {
  /** Diameter of a portrait, px. */
  readonly diameter: number;

  /** Width of a seat, px. */
  readonly px: number;
  readonly palette: Palette;

  constructor(
    readonly ctx: CanvasRenderingContext2D,
    readonly frame: Frame,
  ) {
    this.px = frame.px;
    this.palette = frame.scene.palette;
    this.diameter = portraitSize(frame.px, isNarrow(frame));
  }

  /** True where a portrait is wider than a seat. */
  get isFar(): boolean {
    return this.px < 14;
  }

  /** Returns the place of a seat, px of the map. */
  at(seat: number): Point {
    return apply(this.frame.matrix, ...this.frame.scene.index.placeOf(seat));
  }

  /** Draws upright, in px of the map. */
  level(): void {
    setTransform(this.ctx, this.frame.ratio, IDENTITY);
  }

  /** Runs `draw` at a seat, rotated with it. */
  atSeat(seat: number, draw: () => void, [x, y]: Point = this.at(seat)): void {
    const { scene, matrix, view, ratio } = this.frame;
    let [rx, ry] = [1, 0];
    eachSeat(scene.index, rowOf(scene.index.venue, seat), (other, _x, _y, rightX, rightY) => {
      if (other === seat) [rx, ry] = [rightX, rightY];
    });
    const [a, b, c, d] = matrix;
    const [cos, sin] = [(a * rx + c * ry) / view.scale, (b * rx + d * ry) / view.scale];
    setTransform(this.ctx, ratio, [cos, sin, -sin, cos, x, y]);
    draw();
  }

  /** Strokes a line through some places. */
  line(width: number, colour: string, ...places: readonly Point[]): void {
    strokePath(this.ctx, colour, width, () => places.forEach((place) => this.ctx.lineTo(...place)));
  }

  /** Strokes a frame round the middle. */
  box(half: number, width: number, colour: string): void {
    strokePath(this.ctx, colour, width, () =>
      this.ctx.roundRect(-half, -half, 2 * half, 2 * half, half * 0.38),
    );
  }
}
