import { isTaken } from '../../venue/occupancy.js';
import { rowOf, seatAlong } from '../../venue/layout.js';
import type * as Crowd from './painter-crowd.js';
import { lightMap, makeCanvas, makeLight, type LightLayers } from './painter-light.js';
import { Raster } from './painter-raster.js';
import { OverlayPainter, type Overlay } from './painter-overlay.js';
import { paintBoards, paintRink } from './painter-rink.js';
import { paintScenery } from './painter-scenery.js';
import type { ColourName, Palette } from './palette.js';
import {
  DISTINCT,
  eachSeat,
  labelPlace,
  NEAR,
  namePlace,
  rowsInView,
  seatNear,
  warmToneOf,
  type VenueIndex,
  type MapScene,
} from './scene.js';
import {
  apply,
  fitBounds,
  IDENTITY,
  invert,
  matrixOf,
  multiply,
  type Matrix,
  type Point,
  type Size,
  type View,
} from './viewport.js';

const TURN = 2 * Math.PI;
/** Beyond this a redraw costs more than the eye gains. */
const MAX_PIXELS = 6e6;
/** Squares of fewer px are points: how they are turned is not seen. */
const POINT = 1.8;
/** Squares in one path: one for each is slow to record, one for thousands slow to fill. */
const BATCH = 64;
/** Nothing to wait for. */
const AT_ONCE = Infinity;
/** A picture is painted in so many strips, each in a frame of its own: to fill all of it at once would hold up what moves. */
const STRIPS = 6;
/** Sprites of seats are this much larger than they are drawn: turned, they stay sharp. */
const SPRITE = 2;

interface Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: CanvasRenderingContext2D;
  /** What is painted on it, and in a map of which size; null = nothing yet. */
  view: View | null;
  size: Size;
  /** It shows what was; it stays until the new is ready. */
  isStale: boolean;
  /** What is on its way to it: in a large venue points, then strips. */
  job: { readonly view: View; readonly points: Raster | null; strip: number } | null;
}

/** What is painted at once: what lies between two px of the map's height. */
interface Strip {
  readonly matrix: Matrix;
  /** Width of a seat, px. */
  readonly px: number;
  /** Of which something is in it. */
  readonly rows: readonly number[];
  readonly top: number;
  readonly bottom: number;
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
  #picture: MapScene | null = null;
  #light: LightLayers | null = null;
  /** Of free squares, for each row. */
  #cold: readonly string[] = [];
  /** Seats that were lit while squares were on their way. */
  #late: number[] = [];
  #sprites: { readonly key: string; readonly canvas: HTMLCanvasElement } | null = null;
  #crowd: Promise<void> | null = null;
  #crowdPart: Pick<typeof Crowd, 'standingPlaces' | 'paintCrowd'> | null = null;
  #stood: {
    readonly index: VenueIndex;
    readonly standing: number;
    readonly places: readonly number[];
  } | null = null;
  #mapBase: HTMLCanvasElement | null = null;
  readonly #overlay = new OverlayPainter();

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
      return ctx && { canvas, ctx, view: null, size: { width: 0, height: 0 }, isStale: true, job: null };
    });
    return sheets.every((sheet) => sheet !== null) ? new Painter(sheets as Sheet[]) : null;
  }

  private constructor([far, near, over, map]: readonly Sheet[]) {
    this.#far = far!;
    this.#near = near!;
    this.#over = over!;
    this.#map = map!;
  }

  /** Takes a new size in CSS px; everything is stale when it differs. Sheets keep what they show until they are painted. */
  resize(size: Size, ratio: number): void {
    const capped = Math.min(ratio, Math.sqrt(MAX_PIXELS / Math.max(1, size.width * size.height)));
    if (size.width === this.#size.width && size.height === this.#size.height && capped === this.#ratio)
      return;
    // Another one, also where only the density differs: sheets know by it whether they fit.
    this.#size = { ...size };
    this.#ratio = capped;
    this.#over.view = null;
    this.#outdate();
  }

  /** Makes the canvas of a sheet as large as the map, where it is not; that empties it. */
  #fit({ canvas }: Sheet): void {
    const width = Math.round(this.#size.width * this.#ratio);
    const height = Math.round(this.#size.height * this.#ratio);
    if (canvas.width === width && canvas.height === height) return;
    canvas.width = width;
    canvas.height = height;
  }

  show(picture: MapScene): void {
    const before = this.#picture;
    this.#picture = picture;
    if (picture.index !== before?.index || picture.palette !== before.palette) {
      this.#cold = colourRows(picture);
      this.#overlay.forget();
      this.#sprites = null;
    }
    this.stale();
  }

  /** Everything has to be painted again. */
  stale(): void {
    this.#light = null;
    this.#outdate();
  }

  /** The browser gave the sheets back, empty. */
  restore(): void {
    for (const sheet of [this.#far, this.#near, this.#over]) sheet.view = null;
    this.stale();
  }

  #outdate(): void {
    this.#late = [];
    for (const sheet of [this.#far, this.#near, this.#map]) {
      sheet.isStale = true;
      sheet.job = null;
    }
  }

  /** Whether the whole arena has to be painted again in this view. */
  farIsStale(view: View): boolean {
    return this.#far.isStale || this.#far.view !== view;
  }

  nearIsStale(view: View): boolean {
    return this.#near.isStale || this.#near.view !== view;
  }

  /**
   * Paints the whole, or goes on with it until `deadline` (of `performance.now()`); whether it is painted. `isBare`: without
   * glow and labels, which take as long again, and are painted next.
   */
  paintFar(view: View, deadline = AT_ONCE, isBare = false): boolean {
    return this.#paint(this.#far, view, deadline, isBare);
  }

  /** As `paintFar`, what one looks at closer. Its canvas has no px until then: half the memory of a page that only shows the arena. */
  paintNear(view: View, deadline = AT_ONCE): boolean {
    return this.#paint(this.#near, view, deadline, false);
  }

  #paint(sheet: Sheet, view: View, deadline: number, isBare: boolean): boolean {
    const picture = this.#picture;
    if (!picture) return true;
    const { palette, index } = picture;
    const matrix = matrixOf(view, this.#size);
    const px = view.scale * index.venue.pitch;
    const isWhole = sheet === this.#far;
    if (sheet.job?.view !== view) {
      const isPoints = 0.68 * px * this.#ratio < POINT;
      sheet.job = { view, points: isPoints ? this.#points(matrix, px) : null, strip: 0 };
    }
    const { job } = sheet;
    if (job.points && !job.points.fill(deadline)) return false;
    if (!isBare && !palette.forced && !this.#light) {
      this.#light = this.#makeLight();
      if (isWhole && performance.now() > deadline) return false;
    }
    const { height } = this.#size;
    // In strips where something like it is seen meanwhile.
    const isSeen = this.#far.view !== null && this.#far.size === this.#size;
    if (!isBare && !job.points && deadline !== AT_ONCE && isSeen && (!isWhole || sheet.view === view)) {
      if (job.strip === 0 && !isWhole) this.#carry(sheet, view, matrix);
      sheet.isStale = true;
      const edge = (strip: number): number =>
        Math.round((strip * height * this.#ratio) / STRIPS) / this.#ratio;
      this.#paintStrip(sheet, view, job.points, false, edge(job.strip), edge(job.strip + 1));
      if (++job.strip < STRIPS) return false;
    } else {
      this.#fit(sheet);
      this.#paintStrip(sheet, view, job.points, isBare, 0, height);
    }
    if (!isBare) sheet.job = null;
    sheet.view = view;
    sheet.size = this.#size;
    sheet.isStale = isBare;
    if (isWhole) {
      this.#map.isStale = true;
      if (this.#late.length > 0) this.#lightOn(sheet, this.#late.splice(0));
    }
    return true;
  }

  /** Until its strips are painted, a sheet shows in this view what is there already. */
  #carry(sheet: Sheet, view: View, matrix: Matrix): void {
    const { ctx, canvas } = sheet;
    const { width, height } = this.#size;
    const lay = (from: Sheet): void => {
      this.#enter(ctx, multiply(matrix, invert(matrixOf(from.view!, from.size))));
      ctx.drawImage(from.canvas, 0, 0, width, height);
    };
    this.#fit(sheet);
    ctx.save();
    if (sheet.view && sheet.size === this.#size) {
      ctx.globalCompositeOperation = 'copy';
      lay(sheet);
      ctx.globalCompositeOperation = 'source-over';
      // Round it, the whole.
      ctx.beginPath();
      ctx.rect(0, 0, width, height);
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.rect(0, 0, canvas.width, canvas.height);
      ctx.clip('evenodd');
    }
    lay(this.#far);
    ctx.restore();
    sheet.view = view;
    sheet.size = this.#size;
  }

  /** Paints what lies between two px of the map's height. */
  #paintStrip(
    { ctx, canvas }: Sheet,
    view: View,
    points: Raster | null,
    isBare: boolean,
    top: number,
    bottom: number,
  ): void {
    const picture = this.#picture!;
    const { palette, index } = picture;
    const { venue } = index;
    const matrix = matrixOf(view, this.#size);
    const px = view.scale * venue.pitch;
    const chairs = px >= NEAR;
    const light = isBare ? null : this.#light;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.beginPath();
    ctx.rect(0, Math.round(top * this.#ratio), canvas.width, Math.round((bottom - top) * this.#ratio));
    ctx.clip();
    ctx.fillStyle = palette.night;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    this.#enter(ctx, matrix);
    if (venue.scenery.kind === 'rink') {
      paintRink(ctx, venue.scenery, palette, 1 / view.scale);
      if (light) this.#paintLightMap(ctx, light.sheen, 'source-over');
      paintBoards(ctx, venue.scenery, palette, 1 / view.scale);
    } else if (venue.scenery.kind === 'shapes') {
      paintScenery(ctx, venue.scenery.shapes, venue.bounds, palette, 1 / view.scale, light?.sheen ?? null);
    }
    if (!isBare) this.#paintCrowd(ctx, picture, 1 / view.scale);
    // Bare, the whole is seen: to find out which rows are would take as long as to draw them.
    const reach = labelReach(px);
    const rows =
      points || isBare
        ? Array.from(venue.rows.keys())
        : rowsInView(index, matrix, this.#size.width, top - reach, bottom + reach);
    const strip: Strip = { matrix, px, rows, top, bottom };
    let lit: readonly number[][] = [];
    if (points) this.#stamp(ctx, points.free);
    else if (!chairs) lit = this.#squares(ctx, rows, px);
    if (light) {
      this.#enter(ctx, matrix);
      // Near, only the wide glow: the narrow one would lie on the floor in spots.
      this.#paintLightMap(ctx, chairs ? light.wide : light.glow, 'lighter');
    }
    if (chairs) {
      if (!palette.forced) this.#stairs(ctx, strip);
      this.#chairs(ctx, strip);
    }
    if (points?.lit) this.#stamp(ctx, points.lit);
    this.#litSquares(ctx, matrix, lit, px);
    if (!isBare) this.#labels(ctx, view, strip);
    ctx.restore();
  }

  /**
   * Lights more seats on the finished sheets; their glow comes with the next whole painting. What is not seen is painted
   * when it is.
   */
  lightUp(picture: MapScene, seats: readonly number[], isWhole: boolean): void {
    this.#picture = picture;
    // One by one: a whole stadium is more than a call takes as arguments.
    if (this.#far.job) for (const seat of seats) this.#late.push(seat);
    if (isWhole) this.#lightOn(this.#far, seats);
    else this.#far.isStale = true;
    // A near picture that is not looked at is painted again when it is; strips that are still to come show them anyway.
    if (isWhole || this.#near.job?.points) {
      this.#near.isStale = true;
      this.#near.job = null;
    } else this.#lightOn(this.#near, seats);
  }

  #lightOn({ ctx, view, size }: Sheet, seats: readonly number[]): void {
    if (!view || size !== this.#size) return;
    const { index } = this.#picture!;
    const { venue } = index;
    const matrix = matrixOf(view, this.#size);
    const px = view.scale * venue.pitch;
    const only = new Set(seats);
    const rows = [...new Set(seats.map((seat) => rowOf(venue, seat)))];
    if (px >= NEAR) return this.#chairs(ctx, { matrix, px, rows, top: 0, bottom: this.#size.height }, only);
    const lit: number[] = [];
    const half = this.#litSide(px) / 2;
    for (const r of rows)
      eachSeat(index, r, (seat, x, y, rightX, rightY) => {
        if (only.has(seat))
          lit.push(x - rightX * half, y - rightY * half, x + rightX * half, y + rightY * half);
      });
    this.#litSquares(ctx, matrix, [lit], px);
  }

  /** Side of a lit square in venue units: a point of light has to be a point at least. */
  #litSide(px: number): number {
    return Math.max(0.68, 1.25 / px) * this.#picture!.index.venue.pitch;
  }

  /** An image of the whole sheet, laid on it px by px. */
  #stamp(ctx: CanvasRenderingContext2D, image: ImageData): void {
    const [canvas, own] = makeCanvas(image.width, image.height);
    own.putImageData(image, 0, 0);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(canvas, 0, 0);
  }

  /** From far, in a large venue: seats as points. */
  #points(matrix: Matrix, px: number): Raster {
    const { index, taken, kept, palette } = this.#picture!;
    const k = this.#ratio;
    const side = 0.68 * px * k;
    return new Raster({
      venue: index.venue,
      taken,
      kept,
      matrix: matrix.map((value) => value * k) as unknown as Matrix,
      size: { width: Math.round(this.#size.width * k), height: Math.round(this.#size.height * k) },
      pitch: px * k,
      side: palette.forced ? 0.44 * side : Math.max(side, k),
      litSide: Math.max(side, 1.25 * k),
      cold: this.#cold.map(rgbOf),
      warm: warmTones(palette).map(rgbOf),
    });
  }

  /**
   * From far: free seats as cold squares, each a stroke along its row as long as it is wide, which a canvas draws in half
   * the time of a square. Tells the strokes of the lit ones by tone, as x, y, x, y.
   */
  #squares(ctx: CanvasRenderingContext2D, rows: readonly number[], px: number): number[][] {
    const { index, taken, kept, palette } = this.#picture!;
    const { venue } = index;
    const { x, y, pitch } = venue;
    const side = (palette.forced ? 0.3 : Math.max(0.68, 1 / px)) * pitch;
    const litHalf = this.#litSide(px) / 2;
    const lit: number[][] = [[], [], [], []];
    ctx.lineWidth = side;
    let colour = '';
    let batch = 0;
    ctx.beginPath();
    for (const r of rows) {
      const row = venue.rows[r]!;
      if (this.#cold[r] !== colour || batch > BATCH) {
        ctx.stroke();
        ctx.beginPath();
        ctx.strokeStyle = colour = this.#cold[r]!;
        batch = 0;
      }
      for (let i = 0, last = row.count - 1; i <= last; i++) {
        const seat = seatAlong(row, i);
        if (kept.has(seat)) continue;
        const before = i > 0 ? seatAlong(row, i - 1) : seat;
        const after = i < last ? seatAlong(row, i + 1) : seat;
        const dx = x[after]! - x[before]!;
        const dy = y[after]! - y[before]!;
        const isLit = isTaken(taken, seat);
        const share = (isLit ? litHalf : side / 2) / (Math.sqrt(dx * dx + dy * dy) || 1);
        const [along, across] = before === after ? [side / 2, 0] : [dx * share, dy * share];
        if (isLit)
          lit[warmToneOf(seat)]!.push(
            x[seat]! - along,
            y[seat]! - across,
            x[seat]! + along,
            y[seat]! + across,
          );
        else {
          ctx.moveTo(x[seat]! - along, y[seat]! - across);
          ctx.lineTo(x[seat]! + along, y[seat]! + across);
          batch++;
        }
      }
    }
    ctx.stroke();
    return lit;
  }

  /** Strokes of lit seats, by tone. */
  #litSquares(ctx: CanvasRenderingContext2D, matrix: Matrix, lit: readonly number[][], px: number): void {
    const { palette } = this.#picture!;
    this.#enter(ctx, matrix);
    ctx.lineWidth = this.#litSide(px);
    lit.forEach((strokes, tone) => {
      ctx.strokeStyle = warmTones(palette)[tone]!;
      for (let i = 0; i < strokes.length;) {
        ctx.beginPath();
        for (const end = Math.min(strokes.length, i + 4 * BATCH); i < end; i += 4) {
          ctx.moveTo(strokes[i]!, strokes[i + 1]!);
          ctx.lineTo(strokes[i + 2]!, strokes[i + 3]!);
        }
        ctx.stroke();
      }
    });
  }

  /** The context in venue units. */
  #enter(ctx: CanvasRenderingContext2D, [a, b, c, d, e, f]: Matrix): void {
    const k = this.#ratio;
    ctx.setTransform(a * k, b * k, c * k, d * k, e * k, f * k);
  }

  /** A light map over the venue. */
  #paintLightMap(
    ctx: CanvasRenderingContext2D,
    image: CanvasImageSource,
    composite: GlobalCompositeOperation,
  ): void {
    const { bounds, scenery } = this.#picture!.index.venue;
    ctx.save();
    if (image === this.#light!.sheen && scenery.kind === 'rink') {
      const { halfLength, halfWidth, corner } = scenery.ice;
      ctx.beginPath();
      ctx.roundRect(-halfLength, -halfWidth, 2 * halfLength, 2 * halfWidth, corner);
      ctx.clip();
    }
    ctx.globalCompositeOperation = composite;
    ctx.imageSmoothingQuality = image === this.#light!.wide ? 'high' : 'low';
    ctx.drawImage(image, bounds.left, bounds.top, bounds.right - bounds.left, bounds.bottom - bounds.top);
    ctx.restore();
  }

  /** Those who stand, once the code for them is there: most houses are not full. */
  #paintCrowd(ctx: CanvasRenderingContext2D, { index, standing, palette }: MapScene, unit: number): void {
    if (standing === 0) return;
    if (!this.#crowd) {
      this.#crowd = import('./painter-crowd.js').then(
        (part) => {
          this.#crowdPart = part;
          this.stale();
          this.outdated();
        },
        // How many they are stands in words.
        () => undefined,
      );
    }
    const part = this.#crowdPart;
    if (!part) return;
    if (this.#stood?.index !== index || this.#stood.standing !== standing)
      this.#stood = { index, standing, places: part.standingPlaces(index, standing) };
    part.paintCrowd(ctx, index, this.#stood.places, palette, unit);
  }

  #makeLight(): LightLayers {
    const { index, taken, kept, palette } = this.#picture!;
    return makeLight(lightMap(index.venue, taken, kept), {
      seat: rgbOf(palette['seat-lit-1']),
      floor: rgbOf(palette['seat-head']),
      ice: rgbOf(palette['seat-lit-3']),
    });
  }

  /** Near: the edges of the steps along the rows, and the stairs between the blocks. */
  #stairs(ctx: CanvasRenderingContext2D, { matrix, rows, px }: Strip): void {
    const { index } = this.#picture!;
    const {
      venue,
      rows: { sides },
    } = index;
    const { pitch } = venue;
    this.#enter(ctx, matrix);
    const blocks = new Set(rows.map((r) => venue.rows[r]!.block));
    if (venue.scenery.kind === 'rink') {
      for (const b of blocks) {
        const { firstRow, rowCount } = venue.blocks[b]!;
        const from = aisle(index, firstRow);
        // The last rows may be cut short; the stairs run straight on.
        const through = aisle(index, firstRow + Math.max(0, rowCount - 4));
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
      const row = venue.rows[r]!;
      const [first, last] = [seatAlong(row, 0), seatAlong(row, row.count - 1)];
      ctx.beginPath();
      for (const back of [0.62, 0.95]) {
        let drawn = false;
        eachSeat(index, r, (seat, x, y, rightX, rightY) => {
          // Half a seat further at both ends.
          const end = ((seat === first ? -0.6 : 0) + (seat === last ? 0.6 : 0)) * sides[r]!;
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

  /** Near: outlines and solids; larger: chairs. Each kind is drawn once, and laid on its seats turned as they are. */
  #chairs(
    ctx: CanvasRenderingContext2D,
    { matrix, rows, px, top, bottom }: Strip,
    only?: ReadonlySet<number>,
  ): void {
    const { index, taken, kept, beside } = this.#picture!;
    const sprites = this.#spritesFor(px);
    const cell = sprites.height;
    const { width } = this.#size;
    ctx.imageSmoothingQuality = 'medium';
    for (const r of rows) {
      eachSeat(index, r, (seat, x, y, rightX, rightY) => {
        const [sx, sy] = apply(matrix, x, y);
        if (sx < -px || sy < top - px || sx > width + px || sy > bottom + px) return;
        if ((only && !only.has(seat)) || kept.has(seat)) return;
        const which = isTaken(taken, seat) ? 2 + warmToneOf(seat) : beside.has(seat) ? 1 : 0;
        this.#sit(ctx, matrix, x, y, rightX, rightY);
        ctx.drawImage(sprites, which * cell, 0, cell, cell, -0.6, -0.6, 1.2, 1.2);
      });
    }
  }

  /** Side by side: free, free beside a kept seat, and taken in four tones; each 1.2 pitches wide. */
  #spritesFor(px: number): HTMLCanvasElement {
    const { palette } = this.#picture!;
    const key = `${px.toFixed(2)} ${this.#ratio}`;
    if (this.#sprites?.key === key) return this.#sprites.canvas;
    const unit = Math.min(SPRITE, Math.max(1, 160 / (px * this.#ratio))) * px * this.#ratio;
    const cell = Math.ceil(1.2 * unit);
    const [canvas, ctx] = makeCanvas(6 * cell, cell);
    const large = px > DISTINCT;
    const low = palette['seat-taken-1'];
    const high = palette['seat-taken-2'];
    const shape = (x: number, y: number, width: number, height: number, corner: number): void => {
      ctx.beginPath();
      ctx.roundRect(x, y, width, height, corner);
    };
    for (let which = 0; which < 6; which++) {
      ctx.setTransform(unit, 0, 0, unit, (which + 0.5) * cell, cell / 2);
      if (which < 2) {
        const colour = palette[which === 1 ? 'seat-beside' : 'seat-outline'];
        shape(-0.41, -0.45, 0.82, 0.9, 0.15);
        ctx.fillStyle = palette.forced ? palette.night : '#0b1320';
        ctx.fill();
        ctx.lineWidth = (which === 1 || palette.forced ? 2 : 1.5) / px;
        ctx.strokeStyle = ctx.fillStyle = colour;
        ctx.stroke();
        if (!large) continue;
        shape(-0.22, 0.27, 0.44, 0.07, 0.035);
        ctx.fill();
        continue;
      }
      const tone = which - 2;
      shape(-0.43, -0.46, 0.86, 0.92, 0.13);
      ctx.fillStyle = mix(low, high, tone / 3);
      ctx.fill();
      if (!large || palette.forced) continue;
      ctx.beginPath();
      ctx.arc(0, -0.07, 0.29, 0, TURN);
      ctx.fillStyle = mix(palette['seat-head'], tone & 1 ? '#ffffff' : high, tone & 1 ? 0.22 : 0.16);
      ctx.fill();
      shape(-0.22, 0.3, 0.44, 0.07, 0.035);
      ctx.fillStyle = mix(low, '#3a1d00', 0.5);
      ctx.fill();
    }
    this.#sprites = { key, canvas };
    return canvas;
  }

  #sit(
    ctx: CanvasRenderingContext2D,
    matrix: Matrix,
    x: number,
    y: number,
    rightX: number,
    rightY: number,
  ): void {
    const { pitch } = this.#picture!.index.venue;
    this.#enter(
      ctx,
      multiply(matrix, [rightX * pitch, rightY * pitch, -rightY * pitch, rightX * pitch, x, y]),
    );
  }

  #labels(ctx: CanvasRenderingContext2D, { angle }: View, { matrix, rows, px, top, bottom }: Strip): void {
    const { index, palette, standing } = this.#picture!;
    const { venue, marks } = index;
    this.#enter(ctx, IDENTITY);
    ctx.fillStyle = palette.label;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    // Where a name has to lie on seats or among people, a rim of night keeps it readable.
    ctx.strokeStyle = palette.night;
    ctx.lineJoin = 'round';
    ctx.lineWidth = 4;
    const write = (text: string, x: number, y: number, isClear: boolean): void => {
      if (!isClear) ctx.strokeText(text, x, y);
      ctx.fillText(text, x, y);
    };
    if (px < NEAR) {
      if (px < 2) return;
      const tiers = marks.reduce((most, { tier }) => Math.max(most, tier), 0);
      ctx.font = `${px < 2.5 ? 11 : 13}px ${palette.interfaceFont}`;
      const reach = (9 * venue.pitch) / px;
      marks.forEach(({ tier, front, back }, b) => {
        // The upper tier's numbers have room only from nearer.
        if (tier > 0 && tier === tiers && px <= 5.5) return;
        const [y, otherY] = [front, back].map((place) => apply(matrix, ...place)[1]) as [number, number];
        if (Math.max(y, otherY) < top - labelReach(px) || Math.min(y, otherY) > bottom + labelReach(px))
          return;
        const { at, isClear } = labelPlace(index, b, reach);
        write(venue.blocks[b]!.label, ...apply(matrix, ...at), isClear);
      });
      return;
    }
    if (px < 14) return;
    ctx.font = `13px ${palette.interfaceFont}`;
    for (const r of rows) {
      const at = aisle(index, r);
      write(
        venue.rows[r]!.label,
        ...apply(matrix, ...at),
        seatNear(index, ...at, 0.8 * venue.pitch) === null,
      );
    }
    ctx.font = `${Math.min(24, 0.8 * px)}px ${palette.displayFont}`;
    for (const b of new Set(rows.map((row) => venue.rows[row]!.block))) {
      const place = namePlace(index, b, matrix, this.#size);
      const text = this.#blockName(venue.blocks[b]!.label);
      let turn = angle + place.facing + Math.PI / 2;
      if (Math.cos(turn) < 0) turn += Math.PI;
      this.#enter(
        ctx,
        multiply(
          [1, 0, 0, 1, ...place.at],
          [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0],
        ),
      );
      const ground = apply(invert(matrix), ...place.at);
      write(text, 0, 0, standing === 0 && seatNear(index, ...ground, 1.2 * venue.pitch) === null);
    }
  }

  /** Called when what is painted is stale by something that was loaded. */
  outdated: () => void = () => undefined;

  /** "Block 12", in the reader's language. */
  blockName: (label: string) => string = (label) => label;

  #blockName(label: string): string {
    return this.blockName(label);
  }

  /** The scale of the near picture that is there; 0 where there is none. */
  get nearScale(): number {
    return this.#near.view?.scale ?? 0;
  }

  /** Lays the whole under the overlay, on its canvas: of thousands of strokes on one, Chromium prints none, and of a picture all. */
  flatten(): void {
    const { ctx, canvas } = this.#over;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalCompositeOperation = 'destination-over';
    ctx.drawImage(this.#far.canvas, 0, 0, canvas.width, canvas.height);
    ctx.restore();
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

  #place({ canvas, view, size }: Sheet, target: Matrix, shown: boolean): void {
    canvas.style.visibility = shown && view ? 'visible' : 'hidden';
    if (!view) return;
    // A canvas that was painted for another size of the map is stretched to the present one.
    const matrix = multiply(multiply(target, invert(matrixOf(view, size))), [
      size.width / this.#size.width,
      0,
      0,
      size.height / this.#size.height,
      0,
      0,
    ]);
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
    const { ctx } = this.#over;
    this.#over.view = view;
    this.#over.size = this.#size;
    this.#fit(this.#over);
    this.#place(this.#over, matrixOf(view, this.#size), true);
    this.#overlay.paint({ ctx, picture, view, size: this.#size, ratio: this.#ratio }, overlay);
  }

  /** The small map: the whole, and the frame of what is seen of it. It lies as the arena does, also where the large one stands upright. */
  paintMap(view: View, whole: View): void {
    const picture = this.#picture;
    const { canvas, ctx } = this.#map;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (!picture || !this.#far.view || !width) return;
    const { bounds } = picture.index.venue;
    const flat = fitBounds(bounds, { width, height }, 0, 8);
    const place = multiply(matrixOf(flat, { width, height }), invert(matrixOf(whole, this.#size)));
    if (this.#map.isStale || this.#map.view !== whole) {
      // To make the whole small costs more than all the rest of a step.
      this.#map.view = whole;
      this.#map.isStale = false;
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

/** How far outside of a strip a label may begin that reaches into it, px. */
function labelReach(px: number): number {
  return 64 + 4 * px;
}

/** The middle of the stairs at a row: before the first seat along it. */
function aisle({ venue, rows: { sides, facings } }: VenueIndex, r: number): Point {
  const first = seatAlong(venue.rows[r]!, 0);
  const look = facings[r]!;
  const out = -sides[r]! * 1.95 * venue.pitch;
  return [venue.x[first]! - Math.sin(look) * out, venue.y[first]! + Math.cos(look) * out];
}

function warmTones(palette: Palette): string[] {
  return [1, 2, 3, 4].map((tone) => palette[`seat-lit-${tone}` as ColourName]);
}

/** The colour of free squares, a row at a time: brighter next to the stage, darker under the roof. */
function colourRows({ index, palette }: MapScene): string[] {
  // Few are told apart: each is worked out once.
  const steps = (from: ColourName, to: ColourName): string[] =>
    Array.from({ length: 16 }, (_, i) => mix(palette[from], palette[to], i / 15));
  const near = steps('seat-free-front', 'seat-free');
  const high = steps('seat-free', 'seat-free-upper');
  return index.venue.rows.map(({ block }, r) => {
    const { firstRow, rowCount } = index.venue.blocks[block]!;
    const depth = (r - firstRow) / rowCount;
    return index.marks[block]!.tier > 0
      ? high[Math.round(15 * (0.35 + 0.65 * depth))]!
      : near[Math.round(15 * Math.min(1, 1.3 * depth))]!;
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
