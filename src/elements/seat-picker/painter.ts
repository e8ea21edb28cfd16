import { isTaken } from '../../venue/occupancy.js';
import { rowOf } from '../../venue/layout.js';
import { lightPlan, makeCanvas, makeLight, type Light } from './painter-light.js';
import { Raster } from './painter-raster.js';
import { paintBoards, paintRink } from './painter-rink.js';
import { paintScenery } from './painter-scenery.js';
import type { ColourName, Palette } from './palette.js';
import {
  detailAt,
  eachSeat,
  eachSquare,
  hairline,
  markPlace,
  portraitSize,
  rowsInView,
  toneOf,
  type Floor,
} from './scene.js';
import {
  apply,
  fit,
  IDENTITY,
  invert,
  matrixOf,
  multiply,
  type Matrix,
  type Point,
  type Size,
  type View,
} from './viewport.js';

type Context = CanvasRenderingContext2D;

const TURN = 2 * Math.PI;
/** Beyond this a redraw costs more than the eye gains. */
const MAX_PIXELS = 6e6;
/** Sizes of portraits while one zooms, px: to make one of each size costs more than all the rest of a step. */
const STEP = 12;

/** What is true of the seats now. */
export interface Picture {
  readonly floor: Floor;
  readonly taken: Uint8Array;
  /** Kept seats: never lit, drawn as portraits on the overlay. */
  readonly kept: ReadonlySet<number>;
  /** Free seats beside a kept one. */
  readonly beside: ReadonlySet<number>;
  /** Signatures without a seat: the people who stand. */
  readonly standing: number;
  readonly palette: Palette;
}

export interface Portrait {
  readonly seat: number;
  readonly initials: string;
  /** Null until it is loaded, and for good where there is none. */
  readonly image: HTMLImageElement | null;
  /** Where the text of its name begins or ends, px of the map; null where names stand elsewhere. */
  readonly name: Point | null;
}

/** What changes from frame to frame. */
export interface Overlay {
  readonly portraits: readonly Portrait[];
  readonly own: number | null;
  readonly pointer: number | null;
  readonly focus: number | null;
  /** Seats side by side that are proposed to friends. */
  readonly together: readonly number[];
  /** Seats whose rows carry numbers. */
  readonly numbered: readonly number[];
  /** Just taken: the seat and its age, 0 to 1. */
  readonly arrivals: readonly { readonly seat: number; readonly age: number }[];
  /** Sizes pass by: a portrait is taken as it is there, if it is large enough. */
  readonly isMoving: boolean;
  /** From a tooltip to its seat. */
  readonly leaders: readonly { readonly seat: number; readonly from: Point }[];
}

interface Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: Context;
  /** The view it was painted in; null = stale. */
  view: View | null;
}

/**
 * The only one who touches the canvas. Three sheets lie on each other: the whole arena, painted once; the near view,
 * painted when it comes to rest; and the overlay with the few things that move. During a gesture finished sheets are
 * moved by the compositor, so that its cost does not grow with the seats.
 */
export class Painter {
  readonly #far: Sheet;
  readonly #near: Sheet;
  readonly #over: Sheet;
  readonly #map: Sheet;
  #size: Size = { width: 0, height: 0 };
  #ratio = 1;
  #picture: Picture | null = null;
  #light: Light | null = null;
  #rowColours: readonly string[] = [];
  #mapBase: HTMLCanvasElement | null = null;
  readonly #medallions = new Map<string, HTMLCanvasElement>();

  /** Null where the browser has no 2D canvas: the list form then serves alone. */
  static on(
    far: HTMLCanvasElement,
    near: HTMLCanvasElement,
    over: HTMLCanvasElement,
    map: HTMLCanvasElement,
  ): Painter | null {
    const sheets = [far, near, over, map].map((canvas, i) => {
      // Far and near cover everything beneath them: an opaque sheet is cheaper to lay on.
      const ctx = canvas.getContext('2d', { alpha: i > 1 });
      return ctx && { canvas, ctx, view: null };
    });
    return sheets.every((sheet) => sheet !== null) ? new Painter(sheets as Sheet[]) : null;
  }

  private constructor([far, near, over, map]: readonly Sheet[]) {
    this.#far = far!;
    this.#near = near!;
    this.#over = over!;
    this.#map = map!;
  }

  /** Takes a new size in CSS px; everything is stale when it differs. */
  resize(size: Size, ratio: number): void {
    const capped = Math.min(ratio, Math.sqrt(MAX_PIXELS / Math.max(1, size.width * size.height)));
    if (size.width === this.#size.width && size.height === this.#size.height && capped === this.#ratio)
      return;
    this.#size = size;
    this.#ratio = capped;
    for (const { canvas } of [this.#far, this.#over]) this.#fitCanvas(canvas);
    this.#over.view = null;
    this.stale();
  }

  #fitCanvas(canvas: HTMLCanvasElement): void {
    canvas.width = Math.round(this.#size.width * this.#ratio);
    canvas.height = Math.round(this.#size.height * this.#ratio);
  }

  show(picture: Picture): void {
    const before = this.#picture;
    this.#picture = picture;
    if (picture.floor !== before?.floor || picture.palette !== before.palette) {
      this.#rowColours = colourRows(picture);
      this.#medallions.clear();
    }
    this.stale();
  }

  /** Everything has to be painted again. */
  stale(): void {
    this.#light = null;
    this.#far.view = this.#near.view = this.#map.view = null;
  }

  /** Whether the whole arena has to be painted again in this view. */
  farIsStale(view: View): boolean {
    return this.#far.view !== view;
  }

  nearIsStale(view: View): boolean {
    return this.#near.view !== view;
  }

  paintFar(view: View): void {
    this.#paint(this.#far, view);
  }

  paintNear(view: View): void {
    // Not there until somebody looks closer: half the memory of a page that only shows the arena.
    const { canvas } = this.#near;
    if (canvas.width !== this.#far.canvas.width || canvas.height !== this.#far.canvas.height)
      this.#fitCanvas(canvas);
    this.#paint(this.#near, view);
  }

  #paint(sheet: Sheet, view: View): void {
    const picture = this.#picture;
    if (!picture) return;
    sheet.view = view;
    const { ctx } = sheet;
    const { palette, floor } = picture;
    const { venue } = floor;
    const matrix = matrixOf(view, this.#size);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = palette.night;
    ctx.fillRect(0, 0, sheet.canvas.width, sheet.canvas.height);
    const px = view.scale * venue.pitch;
    const chairs = px >= 8;
    // From far every row is seen.
    const rows = chairs ? rowsInView(floor, matrix, this.#size) : [...venue.rows.keys()];
    const squares = chairs ? null : this.#squares(sheet.canvas, matrix, this.#ratio, rows);
    const light = palette.forced ? null : (this.#light ??= this.#makeLight());
    this.#enter(ctx, matrix);
    if (venue.scenery.kind === 'rink') {
      paintRink(ctx, venue.scenery, palette, 1 / view.scale);
      if (light) this.#laid(ctx, light.sheen, 'multiply', 1);
      paintBoards(ctx, venue.scenery, palette, 1 / view.scale);
    } else if (venue.scenery.kind === 'shapes') {
      paintScenery(ctx, venue.scenery.shapes, venue.bounds, palette, 1 / view.scale, light?.sheen ?? null);
    }
    if (squares) this.#stamp(ctx, squares.free);
    if (light) {
      this.#enter(ctx, matrix);
      // Near, only the wide glow: the narrow one would lie on the floor in spots.
      this.#laid(ctx, chairs ? light.wide : light.glow, 'lighter', 1);
    }
    if (chairs) {
      if (!palette.forced) this.#stairs(ctx, matrix, rows, px);
      this.#chairs(ctx, matrix, rows, px);
    }
    if (squares) this.#stamp(ctx, squares.lit);
    this.#labels(ctx, view, matrix, rows, px);
  }

  /** Lights more seats on the finished sheets; their glow comes with the next whole painting. */
  lightUp(picture: Picture, seats: readonly number[]): void {
    this.#picture = picture;
    const { venue } = picture.floor;
    const only = new Set(seats);
    const rows = [...new Set(seats.map((seat) => rowOf(venue, seat)))];
    for (const { ctx, view } of [this.#far, this.#near]) {
      if (!view) continue;
      const matrix = matrixOf(view, this.#size);
      const px = view.scale * venue.pitch;
      if (px >= 8) this.#chairs(ctx, matrix, rows, px, only);
      else {
        const lit: number[] = [];
        for (const r of rows)
          eachSeat(picture.floor, r, (seat, ...place) => only.has(seat) && lit.push(...place));
        ctx.fillStyle = picture.palette['seat-lit-1'];
        this.#shapes(
          ctx,
          matrix,
          lit,
          () => ctx.rect(-0.34, -0.34, 0.68, 0.68),
          () => ctx.fill(),
        );
      }
    }
  }

  /** An image of the whole sheet, laid on it px by px. */
  #stamp(ctx: Context, image: ImageData): void {
    const [canvas, own] = makeCanvas(image.width, image.height);
    own.putImageData(image, 0, 0);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(canvas, 0, 0);
  }

  /** From far: free seats as cold squares, lit ones as warm squares. */
  #squares(
    { width, height }: Size,
    [a, b, , , e, f]: Matrix,
    k: number,
    rows: readonly number[],
  ): { free: ImageData; lit: ImageData } {
    const { floor, taken, kept, palette } = this.#picture!;
    const scale = Math.hypot(a, b);
    const free = new Raster(width, height);
    const lit = new Raster(width, height);
    const warm = tones(palette, 'seat-lit').map(rgbOf);
    const side = 0.68 * floor.venue.pitch * scale * k;
    for (const r of rows) {
      const cold = rgbOf(this.#rowColours[r]!);
      eachSquare(floor, r, (seat, x, y, rightX, rightY) => {
        if (kept.has(seat)) return;
        const isLit = isTaken(taken, seat);
        (isLit ? lit : free).square(
          (a * x - b * y + e) * k,
          (b * x + a * y + f) * k,
          (a * rightX - b * rightY) / scale,
          (b * rightX + a * rightY) / scale,
          // A point of light has to be a point at least.
          isLit ? Math.max(side, 1.25 * k) : palette.forced ? 0.44 * side : Math.max(side, k),
          isLit ? warm[toneOf(seat)]! : cold,
        );
      });
    }
    return { free: free.image, lit: lit.image };
  }

  /** The context in venue units. */
  #enter(ctx: Context, [a, b, c, d, e, f]: Matrix): void {
    const k = this.#ratio;
    ctx.setTransform(a * k, b * k, c * k, d * k, e * k, f * k);
  }

  /** A light map over the venue. */
  #laid(ctx: Context, image: CanvasImageSource, composite: GlobalCompositeOperation, alpha: number): void {
    const { bounds, scenery } = this.#picture!.floor.venue;
    ctx.save();
    if (composite === 'multiply' && scenery.kind === 'rink') {
      const { halfLength, halfWidth, corner } = scenery.ice;
      ctx.beginPath();
      ctx.roundRect(-halfLength, -halfWidth, 2 * halfLength, 2 * halfWidth, corner);
      ctx.clip();
    }
    ctx.globalCompositeOperation = composite;
    ctx.globalAlpha = alpha;
    ctx.imageSmoothingQuality = image === this.#light!.wide ? 'high' : 'low';
    ctx.drawImage(image, bounds.left, bounds.top, bounds.right - bounds.left, bounds.bottom - bounds.top);
    ctx.restore();
  }

  #makeLight(): Light {
    const { venue } = this.#picture!.floor;
    const { size, matrix } = lightPlan(venue.bounds, venue.pitch);
    return makeLight(this.#squares(size, matrix, 1, [...venue.rows.keys()]).lit);
  }

  /** Near: the edges of the steps along the rows, and the stairs between the blocks. */
  #stairs(ctx: Context, matrix: Matrix, rows: readonly number[], px: number): void {
    const { floor } = this.#picture!;
    const {
      venue,
      rows: { sides },
    } = floor;
    const { pitch } = venue;
    this.#enter(ctx, matrix);
    const blocks = new Set(rows.map((r) => venue.rows[r]!.block));
    if (venue.scenery.kind === 'rink') {
      for (const b of blocks) {
        const { firstRow, rowCount } = venue.blocks[b]!;
        const from = aisle(floor, firstRow);
        // The last rows may be cut short; the stairs run straight on.
        const through = aisle(floor, firstRow + Math.max(0, rowCount - 4));
        const far = (rowCount - 0.5) / Math.max(1, rowCount - 4);
        const to: Point = [from[0] + (through[0] - from[0]) * far, from[1] + (through[1] - from[1]) * far];
        const start: Point = [from[0] - (to[0] - from[0]) * 0.035, from[1] - (to[1] - from[1]) * 0.035];
        for (const [colour, dash] of [
          ['#0f1926', []],
          ['#1c2b40', [1.6 / (px / pitch), 0.43 - 1.6 / (px / pitch)]],
        ] as const) {
          ctx.beginPath();
          ctx.moveTo(...start);
          ctx.lineTo(...to);
          ctx.lineWidth = 1.12;
          ctx.strokeStyle = colour;
          ctx.setLineDash([...dash]);
          ctx.stroke();
        }
        ctx.setLineDash([]);
      }
    }
    ctx.lineWidth = pitch / px;
    ctx.strokeStyle = '#8fa8c824';
    for (const r of rows) {
      const { first, count } = venue.rows[r]!;
      ctx.beginPath();
      for (const back of [0.62, 0.95]) {
        let drawn = false;
        eachSeat(floor, r, (seat, x, y, rightX, rightY) => {
          // Half a seat further at both ends.
          const end = ((seat === first ? -0.6 : 0) + (seat === first + count - 1 ? 0.6 : 0)) * sides[r]!;
          const px = x + (rightX * end - rightY * back) * pitch;
          const py = y + (rightY * end + rightX * back) * pitch;
          if (drawn) ctx.lineTo(px, py);
          else ctx.moveTo(px, py);
          drawn = true;
        });
      }
      ctx.stroke();
    }
  }

  /** Near: outlines and solids; larger: chairs. A path for each colour, never one for each seat. */
  #chairs(
    ctx: Context,
    matrix: Matrix,
    rows: readonly number[],
    px: number,
    only?: ReadonlySet<number>,
  ): void {
    const { floor, taken, kept, beside, palette } = this.#picture!;
    const free: number[] = [];
    const special: number[] = [];
    const lit: number[][] = [[], [], [], []];
    const { width, height } = this.#size;
    for (const r of rows) {
      eachSeat(floor, r, (seat, x, y, rightX, rightY) => {
        const [sx, sy] = apply(matrix, x, y);
        if (
          sx < -px ||
          sy < -px ||
          sx > width + px ||
          sy > height + px ||
          kept.has(seat) ||
          (only && !only.has(seat))
        )
          return;
        (isTaken(taken, seat) ? lit[toneOf(seat)]! : beside.has(seat) ? special : free).push(
          x,
          y,
          rightX,
          rightY,
        );
      });
    }
    const large = detailAt(px) === 'chairs';
    const solid = (seats: readonly number[], colour: string, shape: () => void): void => {
      ctx.fillStyle = colour;
      this.#shapes(ctx, matrix, seats, shape, () => ctx.fill());
    };
    for (const [seats, colour] of [
      [free, palette['seat-outline']],
      [special, palette['seat-beside']],
    ] as const) {
      ctx.fillStyle = palette.forced ? palette.night : '#0b1320';
      ctx.lineWidth = (seats === special || palette.forced ? 2 : 1.5) * this.#ratio;
      ctx.strokeStyle = colour;
      this.#shapes(
        ctx,
        matrix,
        seats,
        () => ctx.roundRect(-0.41, -0.45, 0.82, 0.9, 0.15),
        () => {
          ctx.fill();
          ctx.stroke();
        },
      );
      if (large) solid(seats, colour, () => ctx.roundRect(-0.22, 0.27, 0.44, 0.07, 0.035));
    }
    const low = palette['seat-taken-1'];
    const high = palette['seat-taken-2'];
    lit.forEach((seats, tone) => {
      solid(seats, mix(low, high, tone / 3), () => ctx.roundRect(-0.43, -0.46, 0.86, 0.92, 0.13));
      if (!large || palette.forced) return;
      solid(seats, mix(palette['seat-head'], tone & 1 ? '#ffffff' : high, tone & 1 ? 0.22 : 0.16), () => {
        ctx.moveTo(0.29, -0.07);
        ctx.arc(0, -0.07, 0.29, 0, TURN);
      });
      solid(seats, mix(low, '#3a1d00', 0.5), () => ctx.roundRect(-0.22, 0.3, 0.44, 0.07, 0.035));
    });
  }

  /**
   * A shape at every seat of a list of x, y, rightX, rightY; one pitch is 1, up is towards the stage. A path for some
   * dozens: one for each seat is slow to record, one for thousands is slow to fill.
   */
  #shapes(
    ctx: Context,
    matrix: Matrix,
    seats: readonly number[],
    shape: () => void,
    paint: () => void,
  ): void {
    for (let i = 0; i < seats.length;) {
      ctx.beginPath();
      for (const end = Math.min(seats.length, i + 4 * 24); i < end; i += 4) {
        this.#sit(ctx, matrix, seats[i]!, seats[i + 1]!, seats[i + 2]!, seats[i + 3]!);
        shape();
      }
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      paint();
    }
  }

  #sit(ctx: Context, matrix: Matrix, x: number, y: number, rightX: number, rightY: number): void {
    const { pitch } = this.#picture!.floor.venue;
    this.#enter(
      ctx,
      multiply(matrix, [rightX * pitch, rightY * pitch, -rightY * pitch, rightX * pitch, x, y]),
    );
  }

  #labels(ctx: Context, { angle }: View, matrix: Matrix, rows: readonly number[], px: number): void {
    const { floor, palette } = this.#picture!;
    const { venue, marks } = floor;
    this.#enter(ctx, IDENTITY);
    ctx.fillStyle = palette.label;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    if (px < 8) {
      const tiers = Math.max(...marks.map(({ tier }) => tier));
      ctx.font = `${px < 2.5 ? 11 : 13}px ${palette.interfaceFont}`;
      if (px < 2) return;
      marks.forEach(({ back, tier }, b) => {
        // The upper tier's numbers have room only from nearer.
        if (tier === 0 || tier < tiers || px > 5.5)
          ctx.fillText(venue.blocks[b]!.label, ...apply(matrix, ...back));
      });
      return;
    }
    if (px < 14) return;
    ctx.font = `13px ${palette.interfaceFont}`;
    for (const r of rows) ctx.fillText(venue.rows[r]!.label, ...apply(matrix, ...aisle(floor, r)));
    ctx.font = `${Math.min(24, 0.8 * px)}px ${palette.displayFont}`;
    for (const b of new Set(rows.map((row) => venue.rows[row]!.block))) {
      const { front, facing } = marks[b]!;
      const text = this.#blockName(venue.blocks[b]!.label);
      let turn = angle + facing + Math.PI / 2;
      if (Math.cos(turn) < 0) turn += Math.PI;
      this.#enter(
        ctx,
        multiply(
          [1, 0, 0, 1, ...apply(matrix, ...front)],
          [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0],
        ),
      );
      ctx.fillText(text, 0, 0);
    }
  }

  /** "Block 12", in the reader's language. */
  blockName: (label: string) => string = (label) => label;

  #blockName(label: string): string {
    return this.blockName(label);
  }

  /** The scale of the near picture that is there; 0 where there is none. */
  get nearScale(): number {
    return this.#near.view?.scale ?? 0;
  }

  /** Moves the finished sheets so that they show this view, until it is painted. */
  move(view: View, whole: View, nearOpacity: number): void {
    const target = matrixOf(view, this.#size);
    const far = view === whole;
    this.#place(this.#far, target, true);
    this.#place(this.#near, target, !far);
    this.#place(this.#over, target, true);
    this.#near.canvas.style.opacity = String(nearOpacity);
  }

  #place({ canvas, view }: Sheet, target: Matrix, shown: boolean): void {
    canvas.style.visibility = shown && view ? 'visible' : 'hidden';
    if (!view) return;
    const matrix = multiply(target, invert(matrixOf(view, this.#size)));
    canvas.style.transform = matrix.every((value, i) => Math.abs(value - IDENTITY[i]!) < 1e-9)
      ? 'none'
      : `matrix(${matrix.map((value) => value.toFixed(6)).join()})`;
  }

  /** Whether the overlay can go along by being moved: nothing in it changes its size. */
  canMoveOverlay(view: View): boolean {
    return this.#over.view?.scale === view.scale && this.#over.view.angle === view.angle;
  }

  /** Portraits, own seat, pointer, focus, arrivals. */
  paintOverlay(view: View, overlay: Overlay): void {
    const picture = this.#picture;
    if (!picture) return;
    const { ctx, canvas } = this.#over;
    this.#over.view = view;
    this.#place(this.#over, matrixOf(view, this.#size), true);
    const { palette, floor } = picture;
    const { venue } = floor;
    const matrix = matrixOf(view, this.#size);
    const px = view.scale * venue.pitch;
    const at = (seat: number): [number, number] => apply(matrix, venue.x[seat]!, venue.y[seat]!);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    const right = (seat: number): Point => {
      let unit: Point = [1, 0];
      eachSeat(floor, rowOf(venue, seat), (other, _x, _y, x, y) => {
        if (other === seat) unit = [x, y];
      });
      return unit;
    };
    /** Runs `draw` at a seat, turned with it; 1 = one px. */
    const atSeat = (seat: number, draw: () => void, [x, y]: Point = at(seat)): void => {
      const [rx, ry] = right(seat);
      const [cos, sin] = [
        (matrix[0] * rx + matrix[2] * ry) / view.scale,
        (matrix[1] * rx + matrix[3] * ry) / view.scale,
      ];
      this.#enter(ctx, [cos, sin, -sin, cos, x, y]);
      draw();
    };
    const frame = (half: number, width: number, colour: string): void => {
      ctx.beginPath();
      ctx.roundRect(-half, -half, 2 * half, 2 * half, half * 0.38);
      ctx.lineWidth = width;
      ctx.strokeStyle = colour;
      ctx.stroke();
    };
    const narrow = this.#size.width < 480;
    const diameter = portraitSize(px, narrow);
    for (const { seat, age } of overlay.arrivals) {
      // 200 ms of 1100 to light up, the rest to fade.
      const grown = Math.min(1, age / 0.18);
      atSeat(seat, () => {
        ctx.globalAlpha = grown;
        if (px < 8) {
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
    if (px > 18) this.#numbers(ctx, matrix, overlay);
    this.#enter(ctx, IDENTITY);
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
    if (pointer !== null && px >= 8 && pointer !== overlay.own && !picture.kept.has(pointer)) {
      atSeat(pointer, () => {
        ctx.beginPath();
        ctx.roundRect(-0.41 * px, -0.45 * px, 0.82 * px, 0.9 * px, 0.15 * px);
        ctx.lineWidth = palette.forced ? 4.6 : 2.4;
        ctx.strokeStyle = palette['seat-beside'];
        if (!isTaken(picture.taken, pointer)) {
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
      this.#enter(ctx, IDENTITY);
      for (const portrait of portraits) {
        const [x, y] = at(portrait.seat);
        const { width, height } = this.#size;
        if (
          Math.abs(x - width / 2) > width / 2 + diameter ||
          Math.abs(y - height / 2) > height / 2 + diameter
        )
          continue;
        const size = overlay.isMoving ? STEP * Math.ceil(diameter / STEP) : Math.round(diameter);
        const medallion = this.#medallion(portrait, size);
        const side = (medallion.width / this.#ratio) * (overlay.isMoving ? diameter / size : 1);
        ctx.drawImage(medallion, x - side / 2, y - side / 2, side, side);
      }
    };
    // From far a portrait is wider than a seat: the own mark lies over it, at its rim. Near they sit side by side.
    const far = px < 14;
    if (far) paintPortraits();
    if (overlay.own !== null) {
      const inner = far ? (narrow ? 5 : 6) : 0.43 * px;
      const half = inner + (far ? 3.5 : 1.5 + Math.max(3, 0.09 * px));
      const places = far ? portraits.map(({ seat }) => at(seat)) : [];
      const place = markPlace(at(overlay.own), places, diameter / 2 + half - 2);
      this.#enter(ctx, IDENTITY);
      if (!palette.forced) halo(ctx, place, half * (far ? 3.4 : 2.4), palette['seat-yours']);
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
          ctx.fillStyle = palette.forced ? palette.night : palette['seat-lit-1'];
          ctx.fill();
        },
        place,
      );
    }
    if (!far) paintPortraits();
    for (const seat of overlay.together) {
      atSeat(seat, () => {
        const half = Math.max(5, 0.56 * px);
        if (!palette.forced) frame(half, 6, palette.night);
        frame(half, 3, palette['seat-beside']);
      });
    }
    if (overlay.focus !== null) {
      atSeat(overlay.focus, () => {
        const half = Math.max(10, overlay.focus === overlay.own ? 0.78 * px : 0.62 * px);
        if (palette.forced) {
          frame(half + 4, 2, palette.label);
          frame(half, 4, palette.focus);
        } else {
          frame(half, 8, palette.night);
          frame(half, 3, palette.focus);
        }
      });
    }
  }

  /** Seat numbers behind the rows of the own and of the focused seat. */
  #numbers(ctx: Context, matrix: Matrix, { numbered, own, focus }: Overlay): void {
    const { floor, palette, kept } = this.#picture!;
    const { venue } = floor;
    const { pitch } = venue;
    this.#enter(ctx, IDENTITY);
    ctx.font = `13px ${palette.interfaceFont}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    for (const r of new Set(numbered.map((seat) => rowOf(venue, seat)))) {
      eachSeat(floor, r, (seat, x, y, rightX, rightY) => {
        if (kept.has(seat)) return;
        const chosen = seat === own || seat === focus;
        // Clear of the frame round a seat.
        const back = (chosen ? 0.93 : 0.76) * pitch;
        ctx.fillStyle = chosen ? palette.text : palette.label;
        ctx.globalAlpha = chosen || palette.forced ? 1 : 0.85;
        const text = String(seat - venue.rows[r]!.first + 1);
        ctx.fillText(text, ...apply(matrix, x - rightY * back, y + rightX * back));
      });
    }
    ctx.globalAlpha = 1;
  }

  /** A portrait in its ring, drawn once for each size. */
  #medallion({ image, initials }: Portrait, size: number): HTMLCanvasElement {
    const key = `${size} ${image?.src ?? initials}`;
    const made = this.#medallions.get(key);
    if (made) return made;
    if (this.#medallions.size > 60) this.#medallions.clear();
    const { palette } = this.#picture!;
    const side = (size + 8) * this.#ratio;
    const [canvas, ctx] = makeCanvas(side, side);
    ctx.setTransform(this.#ratio, 0, 0, this.#ratio, side / 2, side / 2);
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
    disc(radius - ring, palette.forced ? palette.night : '#16243a');
    if (palette.forced) {
      disc(radius - ring - 1.5, palette['kept-ring']);
      disc(radius - ring - 3, palette.night);
    }
    if (image && !palette.forced) {
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

  /** The small map: the whole, and the frame of what is seen of it. It lies as the arena does, also where the large one stands upright. */
  paintMap(view: View, whole: View): void {
    const picture = this.#picture;
    const { canvas, ctx } = this.#map;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (!picture || !this.#far.view || !width) return;
    const { bounds } = picture.floor.venue;
    const flat = fit(bounds, { width, height }, 0, 8);
    const place = multiply(matrixOf(flat, { width, height }), invert(matrixOf(whole, this.#size)));
    if (this.#map.view !== whole) {
      // To make the whole small costs more than all the rest of a step.
      this.#map.view = whole;
      const [base, baseCtx] = makeCanvas(width * this.#ratio, height * this.#ratio);
      this.#mapBase = base;
      baseCtx.fillStyle = picture.palette.night;
      baseCtx.fillRect(0, 0, base.width, base.height);
      this.#enter(baseCtx, place);
      baseCtx.imageSmoothingQuality = 'high';
      baseCtx.drawImage(this.#far.canvas, 0, 0, this.#size.width, this.#size.height);
      canvas.width = base.width;
      canvas.height = base.height;
    }
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(this.#mapBase!, 0, 0);
    this.#enter(ctx, IDENTITY);
    const back = multiply(matrixOf(flat, { width, height }), invert(matrixOf(view, this.#size)));
    const { width: w, height: h } = this.#size;
    ctx.beginPath();
    for (const [x, y] of [
      [0, 0],
      [w, 0],
      [w, h],
      [0, h],
    ] as const)
      ctx.lineTo(...apply(back, x, y));
    ctx.closePath();
    ctx.lineWidth = 2;
    ctx.strokeStyle = picture.palette.text;
    ctx.stroke();
  }
}

/** `#rrggbb` as the canvas keeps a px, without its opacity; white where the browser wrote the colour in another way. */
function rgbOf(colour: string): number {
  const hex =
    /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(colour) ?? /^rgb\((\d+), (\d+), (\d+)\)/.exec(colour);
  const [red, green, blue] = hex
    ? hex.slice(1).map((part) => parseInt(part, colour[0] === '#' ? 16 : 10))
    : [255, 255, 255];
  return red! | (green! << 8) | (blue! << 16);
}

function halo(ctx: Context, [x, y]: Point, radius: number, colour: string): void {
  const light = ctx.createRadialGradient(x, y, 0, x, y, radius);
  light.addColorStop(0.2, `${colour}55`);
  light.addColorStop(1, `${colour}00`);
  ctx.fillStyle = light;
  ctx.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}

/** The middle of the stairs at a row: before its first seat. */
function aisle({ venue, rows: { sides, facings } }: Floor, r: number): Point {
  const { first } = venue.rows[r]!;
  const look = facings[r]!;
  const out = -sides[r]! * 1.95 * venue.pitch;
  return [venue.x[first]! - Math.sin(look) * out, venue.y[first]! + Math.cos(look) * out];
}

function tones(palette: Palette, name: 'seat-lit'): string[] {
  return [1, 2, 3, 4].map((tone) => palette[`${name}-${tone}` as ColourName]);
}

/** The colour of free squares, a row at a time: brighter next to the stage, darker under the roof. */
function colourRows({ floor, palette }: Picture): string[] {
  return floor.venue.rows.map(({ block }, r) => {
    const { firstRow, rowCount } = floor.venue.blocks[block]!;
    const depth = (r - firstRow) / rowCount;
    return floor.marks[block]!.tier > 0
      ? mix(palette['seat-free'], palette['seat-free-upper'], 0.35 + 0.65 * depth)
      : mix(palette['seat-free-front'], palette['seat-free'], Math.min(1, 1.3 * depth));
  });
}

/** Between two colours `#rrggbb`; the first where the browser wrote one of them in another way. */
function mix(from: string, to: string, share: number): string {
  if (!/^#[\da-f]{6}$/i.test(from) || !/^#[\da-f]{6}$/i.test(to)) return from;
  const channel = (at: number): string => {
    const [a, b] = [from, to].map((colour) => parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
