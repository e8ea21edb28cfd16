import { rowOf } from '../../../../venue/layout.js';
import { numberOf } from '../../../../venue/seat-code.js';
import { isTaken } from '../../../../venue/occupancy.js';
import { makeCanvas } from './light.js';
import { DISTINCT, eachSeat, hairline, markPlace, NEAR, portraitSize, type MapScene } from '../scene.js';
import { apply, IDENTITY, matrixOf, type Matrix, type Point, type Size, type View } from '../viewport.js';

const TURN = 2 * Math.PI;
/** Step between the sizes of portraits while zooming, px: drawing one for each size costs more than the rest of a frame. */
const PORTRAIT_STEP_PX = 12;

export interface PortraitMark {
  readonly seat: number;
  readonly initials: string;
  /** Null until it has loaded, and for good where there is no portrait. */
  readonly image: HTMLImageElement | null;
  /** Start or end of the name's text, px of the map; null where names are not on the map. */
  readonly name: Point | null;
}

/** The parts that change from frame to frame. */
export interface Overlay {
  readonly portraits: readonly PortraitMark[];
  readonly own: number | null;
  readonly pointer: number | null;
  readonly focus: number | null;
  /** Seats side by side that are proposed to friends. */
  readonly together: readonly number[];
  /** Seats whose rows show seat numbers. */
  readonly numbered: readonly number[];
  /** Seats that have just been taken, with their age, 0 to 1. */
  readonly arrivals: readonly { readonly seat: number; readonly age: number }[];
  /** True while the map moves: portraits are scaled from the next larger step instead of drawn at each size. */
  readonly isMoving: boolean;
  /** Lines from a tooltip to its seat. */
  readonly leaders: readonly { readonly seat: number; readonly from: Point }[];
}

/** The canvas and the view an overlay is painted in. */
interface OverlayTarget {
  readonly ctx: CanvasRenderingContext2D;
  readonly scene: MapScene;
  readonly view: View;
  readonly size: Size;
  /** Px of the canvas per CSS px. */
  readonly ratio: number;
}

/** Paints the few things over the seats that change from frame to frame. */
export class OverlayPainter {
  readonly #medallions = new Map<string, HTMLCanvasElement>();

  /** Drops cached portraits, after a change of colours. */
  forget(): void {
    this.#medallions.clear();
  }

  paint(target: OverlayTarget, overlay: Overlay): void {
    const { ctx, scene, view, size, ratio } = target;
    const { palette, index } = scene;
    const { venue } = index;
    const matrix = matrixOf(view, size);
    const px = view.scale * venue.pitch;
    const at = (seat: number): [number, number] => apply(matrix, venue.x[seat]!, venue.y[seat]!);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    const right = (seat: number): Point => {
      let unit: Point = [1, 0];
      eachSeat(index, rowOf(venue, seat), (other, _x, _y, x, y) => {
        if (other === seat) unit = [x, y];
      });
      return unit;
    };
    /** Runs `draw` at a seat, rotated with it; 1 = one px. */
    const atSeat = (seat: number, draw: () => void, [x, y]: Point = at(seat)): void => {
      const [rx, ry] = right(seat);
      const [cos, sin] = [
        (matrix[0] * rx + matrix[2] * ry) / view.scale,
        (matrix[1] * rx + matrix[3] * ry) / view.scale,
      ];
      setTransform(ctx, ratio, [cos, sin, -sin, cos, x, y]);
      draw();
    };
    const frame = (half: number, width: number, colour: string): void => {
      ctx.beginPath();
      ctx.roundRect(-half, -half, 2 * half, 2 * half, half * 0.38);
      ctx.lineWidth = width;
      ctx.strokeStyle = colour;
      ctx.stroke();
    };
    const isNarrow = size.width < 480;
    const diameter = portraitSize(px, isNarrow);
    for (const { seat, age } of overlay.arrivals) {
      // 200 ms of 1100 to light up, the rest to fade.
      const grown = Math.min(1, age / 0.18);
      atSeat(seat, () => {
        ctx.globalAlpha = grown;
        if (px < NEAR) {
          const side = Math.max(2, 0.68 * px);
          ctx.fillStyle = palette['seat-lit-3'];
          ctx.fillRect(-side / 2, -side / 2, side, side);
        }
        ctx.globalAlpha = (1 - age) * grown;
        ctx.beginPath();
        ctx.arc(0, 0, Math.max(7, 0.74 * px) * (0.8 + 0.2 * grown), 0, TURN);
        ctx.lineWidth = 2;
        ctx.strokeStyle = palette['seat-lit-2'];
        ctx.stroke();
        ctx.globalAlpha = 1;
      });
    }
    if (px > DISTINCT) paintNumbers(target, matrix, overlay);
    setTransform(ctx, ratio, IDENTITY);
    for (const { seat, name } of overlay.portraits) {
      if (!name) continue;
      const [start, elbow, end] = hairline(at(seat), diameter / 2, name);
      ctx.beginPath();
      ctx.moveTo(...start);
      ctx.lineTo(...elbow);
      ctx.lineTo(...end);
      ctx.lineWidth = 1;
      ctx.strokeStyle = palette.label;
      ctx.stroke();
    }
    for (const { seat, from } of overlay.leaders) {
      const [x, y] = at(seat);
      const length = Math.hypot(x - from[0], y - from[1]) || 1;
      const stop = Math.max(0, 1 - (0.6 * px) / length);
      ctx.beginPath();
      ctx.moveTo(...from);
      ctx.lineTo(from[0] + (x - from[0]) * stop, from[1] + (y - from[1]) * stop);
      ctx.lineWidth = 1.5;
      ctx.strokeStyle = palette.text;
      ctx.stroke();
    }
    const { pointer } = overlay;
    if (pointer !== null && px >= NEAR && pointer !== overlay.own && !scene.kept.has(pointer)) {
      atSeat(pointer, () => {
        ctx.beginPath();
        ctx.roundRect(-0.41 * px, -0.45 * px, 0.82 * px, 0.9 * px, 0.15 * px);
        ctx.lineWidth = palette.isForced ? 4.6 : 2.4;
        ctx.strokeStyle = palette['seat-beside'];
        if (!isTaken(scene.taken, pointer)) {
          ctx.fillStyle = palette['seat-pointer'];
          ctx.fill();
          ctx.fillStyle = palette['seat-beside'];
          ctx.fillRect(-0.2 * px, 0.27 * px, 0.4 * px, 0.07 * px);
        }
        ctx.stroke();
      });
    }
    const portraits = overlay.portraits.filter(({ seat }) => seat !== overlay.own);
    const paintPortraits = (): void => {
      setTransform(ctx, ratio, IDENTITY);
      for (const portrait of portraits) {
        const [x, y] = at(portrait.seat);
        const { width, height } = target.size;
        if (
          Math.abs(x - width / 2) > width / 2 + diameter ||
          Math.abs(y - height / 2) > height / 2 + diameter
        )
          continue;
        const size = overlay.isMoving
          ? PORTRAIT_STEP_PX * Math.ceil(diameter / PORTRAIT_STEP_PX)
          : Math.round(diameter);
        const medallion = this.#medallion(target, portrait, size);
        const side = (medallion.width / ratio) * (overlay.isMoving ? diameter / size : 1);
        ctx.drawImage(medallion, x - side / 2, y - side / 2, side, side);
      }
    };
    // Zoomed out, a portrait is wider than a seat: the own mark is over it, at its rim. Zoomed in, they are side by side.
    const isFar = px < 14;
    if (isFar) paintPortraits();
    if (overlay.own !== null) {
      const inner = isFar ? (isNarrow ? 5 : 6) : 0.43 * px;
      const half = inner + (isFar ? 3.5 : 1.5 + Math.max(3, 0.09 * px));
      const places = isFar ? portraits.map(({ seat }) => at(seat)) : [];
      const place = markPlace(at(overlay.own), places, diameter / 2 + half - 2);
      setTransform(ctx, ratio, IDENTITY);
      if (!palette.isForced) halo(ctx, place, half * (isFar ? 3.4 : 2.4), palette['seat-yours']);
      atSeat(
        overlay.own,
        () => {
          ctx.fillStyle = palette.night;
          ctx.beginPath();
          ctx.roundRect(-half - 3, -half - 3, 2 * half + 6, 2 * half + 6, half * 0.45);
          ctx.fill();
          frame(half, 2.4, palette['seat-yours']);
          ctx.beginPath();
          ctx.roundRect(-inner, -inner, 2 * inner, 2 * inner, inner * 0.28);
          ctx.fillStyle = palette['seat-yours'];
          ctx.fill();
          ctx.beginPath();
          ctx.arc(0, 0, inner * 0.57, 0, TURN);
          ctx.fillStyle = palette.isForced ? palette.night : palette['seat-lit-1'];
          ctx.fill();
        },
        place,
      );
    }
    if (!isFar) paintPortraits();
    for (const seat of overlay.together) {
      atSeat(seat, () => {
        const half = Math.max(5, 0.56 * px);
        if (!palette.isForced) frame(half, 6, palette.night);
        frame(half, 3, palette['seat-beside']);
      });
    }
    if (overlay.focus !== null) {
      atSeat(overlay.focus, () => {
        const half = Math.max(10, overlay.focus === overlay.own ? 0.78 * px : 0.62 * px);
        if (palette.isForced) {
          frame(half + 4, 2, palette.label);
          frame(half, 4, palette.focus);
        } else {
          frame(half, 8, palette.night);
          frame(half, 3, palette.focus);
        }
      });
    }
  }

  /** A portrait in its ring, drawn once for each size. */
  #medallion(
    { scene: { palette }, ratio }: OverlayTarget,
    { image, initials }: PortraitMark,
    size: number,
  ): HTMLCanvasElement {
    const key = `${size} ${image?.src ?? initials}`;
    const cached = this.#medallions.get(key);
    if (cached) return cached;
    if (this.#medallions.size > 60) this.#medallions.clear();
    const side = (size + 8) * ratio;
    const [canvas, ctx] = makeCanvas(side, side);
    ctx.setTransform(ratio, 0, 0, ratio, side / 2, side / 2);
    const disc = (radius: number, colour: string): void => {
      ctx.beginPath();
      ctx.arc(0, 0, radius, 0, TURN);
      ctx.fillStyle = colour;
      ctx.fill();
    };
    const radius = size / 2;
    const ring = size < 30 ? 1.5 : 2.5;
    disc(radius + 2.5, palette.night);
    disc(radius, palette['kept-ring']);
    disc(radius - ring, palette.isForced ? palette.night : '#16243a');
    if (palette.isForced) {
      disc(radius - ring - 1.5, palette['kept-ring']);
      disc(radius - ring - 3, palette.night);
    }
    if (image && !palette.isForced) {
      ctx.clip();
      const width = image.naturalWidth || 480;
      const height = image.naturalHeight || 600;
      const crop = Math.min(width, height) * 0.86;
      const inner = 2 * (radius - ring);
      ctx.imageSmoothingQuality = 'high';
      // Faces are in the upper part of a portrait.
      ctx.drawImage(
        image,
        (width - crop) / 2,
        (height - crop) * 0.28,
        crop,
        crop,
        -inner / 2,
        -inner / 2,
        inner,
        inner,
      );
    } else {
      ctx.font = `600 ${Math.max(9, size * 0.34)}px ${palette.interfaceFont}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillStyle = palette['kept-ring'];
      ctx.fillText(initials, 0, size * 0.03);
    }
    this.#medallions.set(key, canvas);
    return canvas;
  }
}

/** Draws seat numbers behind the rows of the own and of the focused seat. */
function paintNumbers(
  { ctx, scene, ratio }: OverlayTarget,
  matrix: Matrix,
  { numbered, own, focus }: Overlay,
): void {
  const { index, palette, kept } = scene;
  const { venue } = index;
  const { pitch } = venue;
  setTransform(ctx, ratio, IDENTITY);
  ctx.font = `13px ${palette.interfaceFont}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  // A dark outline: where rows are uneven, a number may overlap a seat of the next row.
  ctx.strokeStyle = palette.night;
  ctx.lineWidth = 3;
  ctx.lineJoin = 'round';
  for (const r of new Set(numbered.map((seat) => rowOf(venue, seat)))) {
    eachSeat(index, r, (seat, x, y, rightX, rightY) => {
      if (kept.has(seat)) return;
      const isChosen = seat === own || seat === focus;
      // Clear of the frame round a seat.
      const back = (isChosen ? 0.93 : 0.76) * pitch;
      ctx.fillStyle = isChosen ? palette.text : palette.label;
      ctx.globalAlpha = isChosen || palette.isForced ? 1 : 0.85;
      const text = String(numberOf(venue.rows[r]!, seat));
      const place = apply(matrix, x - rightY * back, y + rightX * back);
      ctx.strokeText(text, ...place);
      ctx.fillText(text, ...place);
    });
  }
  ctx.globalAlpha = 1;
}

function halo(ctx: CanvasRenderingContext2D, [x, y]: Point, radius: number, colour: string): void {
  const light = ctx.createRadialGradient(x, y, 0, x, y, radius);
  light.addColorStop(0.2, `${colour}55`);
  light.addColorStop(1, `${colour}00`);
  ctx.fillStyle = light;
  ctx.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}

/** Sets the transform so that drawing is in px of the map. */
function setTransform(ctx: CanvasRenderingContext2D, k: number, [a, b, c, d, e, f]: Matrix): void {
  ctx.setTransform(a * k, b * k, c * k, d * k, e * k, f * k);
}
