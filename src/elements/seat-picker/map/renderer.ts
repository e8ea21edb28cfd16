import { isTaken } from '../../../venue/occupancy.js';
import { rowOf, seatAlong } from '../../../venue/layout.js';
import type * as Crowd from './layers/crowd.js';
import { lightMap, makeCanvas, makeLight, type LightLayers } from './layers/light.js';
import { Raster } from './layers/raster.js';
import { OverlayPainter, type Overlay } from './layers/overlay.js';
import { paintBoards, paintRink } from './layers/rink.js';
import { paintScenery } from './layers/scenery.js';
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
/** Maximum px of a canvas: beyond it, painting costs more than the eye gains. */
const MAX_PIXELS = 6e6;
/** Side in px below which seats are painted as points, since their rotation is not visible. */
const MAX_POINT_PX = 1.8;
/** Squares per path: a path for each is slow to record, a path of thousands slow to fill. */
const SQUARES_PER_PATH = 64;
/** A deadline that never passes. */
const NO_DEADLINE = Infinity;
/** Number of strips of a layer, each painted in a frame of its own: filling them all at once would stall motion. */
const STRIP_COUNT = 6;
/** Scale of the sprites over the size they are drawn at, so that rotated ones stay sharp. */
const SPRITE_SCALE = 2;

interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: CanvasRenderingContext2D;
  /** The view it shows, painted for a map of this size; null while it is empty. */
  view: View | null;
  size: Size;
  /** True while it shows outdated content, until the new content is painted. */
  isStale: boolean;
  /** The painting in progress: points in a large venue, then strips. */
  job: { readonly view: View; readonly points: Raster | null; strip: number } | null;
}

/** The part that is painted at once: between two px of the map's height. */
interface Strip {
  readonly matrix: Matrix;
  /** Width of a seat, px. */
  readonly px: number;
  /** Rows that are partly or wholly in the strip. */
  readonly rows: readonly number[];
  readonly top: number;
  readonly bottom: number;
}

/**
 * Paints the canvases of the map, and is the only one that does. There are three layers: the whole arena, painted once; the
 * zoomed view, painted when motion stops; and the overlay with the few things that move. During a gesture the compositor
 * moves the finished layers, so that its cost does not grow with the number of seats.
 */
export class Renderer {
  readonly #far: Layer;
  readonly #near: Layer;
  readonly #over: Layer;
  readonly #map: Layer;
  #size: Size = { width: 0, height: 0 };
  #ratio = 1;
  #scene: MapScene | null = null;
  #light: LightLayers | null = null;
  /** Colour of free squares, for each row. */
  #freeColours: readonly string[] = [];
  /** Seats that were taken while squares were being painted. */
  #pendingSeats: number[] = [];
  #sprites: { readonly key: string; readonly canvas: HTMLCanvasElement } | null = null;
  #crowdLoading: Promise<void> | null = null;
  #crowdModule: Pick<typeof Crowd, 'standingPlaces' | 'paintCrowd'> | null = null;
  #crowdPlaces: {
    readonly index: VenueIndex;
    readonly standing: number;
    readonly places: readonly number[];
  } | null = null;
  #mapBase: HTMLCanvasElement | null = null;
  readonly #overlayPainter = new OverlayPainter();

  /** Returns null where the browser has no 2D canvas: then the list serves alone. */
  static on(...canvases: HTMLCanvasElement[]): Renderer | null {
    const layers = canvases.map((canvas, i) => {
      // The whole and the zoomed layer cover everything beneath them: an opaque layer is cheaper to composite.
      const ctx = canvas.getContext('2d', { alpha: i > 1 });
      return ctx && { canvas, ctx, view: null, size: { width: 0, height: 0 }, isStale: true, job: null };
    });
    return layers.every((layer) => layer !== null) ? new Renderer(layers as Layer[]) : null;
  }

  private constructor([far, near, over, map]: readonly Layer[]) {
    this.#far = far!;
    this.#near = near!;
    this.#over = over!;
    this.#map = map!;
  }

  /** Applies a size in CSS px; a different one makes all layers stale. Layers keep their content until they are painted. */
  resize(size: Size, ratio: number): void {
    const capped = Math.min(ratio, Math.sqrt(MAX_PIXELS / Math.max(1, size.width * size.height)));
    if (size.width === this.#size.width && size.height === this.#size.height && capped === this.#ratio)
      return;
    // A new object, also where only the density differs: layers compare it to know whether their canvas fits.
    this.#size = { ...size };
    this.#ratio = capped;
    this.#over.view = null;
    this.#markStale();
  }

  /** Resizes the canvas of a layer to the map's size, where it differs; that clears it. */
  #resizeCanvas({ canvas }: Layer): void {
    const width = Math.round(this.#size.width * this.#ratio);
    const height = Math.round(this.#size.height * this.#ratio);
    if (canvas.width === width && canvas.height === height) return;
    canvas.width = width;
    canvas.height = height;
  }

  setScene(scene: MapScene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (scene.index !== before?.index || scene.palette !== before.palette) {
      this.#freeColours = colourRows(scene);
      this.#overlayPainter.forget();
      this.#sprites = null;
    }
    this.invalidate();
  }

  /** Marks everything for painting, the light included. */
  invalidate(): void {
    this.#light = null;
    this.#markStale();
  }

  /** Marks everything for painting after the browser has restored lost canvases, which are empty. */
  restore(): void {
    for (const layer of [this.#far, this.#near, this.#over]) layer.view = null;
    this.invalidate();
  }

  #markStale(): void {
    this.#pendingSeats = [];
    for (const layer of [this.#far, this.#near, this.#map]) {
      layer.isStale = true;
      layer.job = null;
    }
  }

  /** True when the whole arena has to be painted for this view. */
  farIsStale(view: View): boolean {
    return this.#far.isStale || this.#far.view !== view;
  }

  nearIsStale(view: View): boolean {
    return this.#near.isStale || this.#near.view !== view;
  }

  /**
   * Paints the whole arena, or continues until `deadline` (of `performance.now()`); returns true when it is done. `isBare`:
   * without glow and labels, which take as long again and are painted next.
   */
  paintFar(view: View, deadline = NO_DEADLINE, isBare = false): boolean {
    return this.#paint(this.#far, view, deadline, isBare);
  }

  /** Like `paintFar`, for the zoomed view. Its canvas has no px until then: half the memory of a page that only shows the arena. */
  paintNear(view: View, deadline = NO_DEADLINE): boolean {
    return this.#paint(this.#near, view, deadline, false);
  }

  #paint(layer: Layer, view: View, deadline: number, isBare: boolean): boolean {
    const scene = this.#scene;
    if (!scene) return true;
    const { palette, index } = scene;
    const matrix = matrixOf(view, this.#size);
    const px = view.scale * index.venue.pitch;
    const isWhole = layer === this.#far;
    if (layer.job?.view !== view) {
      const isPoints = 0.68 * px * this.#ratio < MAX_POINT_PX;
      layer.job = { view, points: isPoints ? this.#points(matrix, px) : null, strip: 0 };
    }
    const { job } = layer;
    if (job.points && !job.points.fill(deadline)) return false;
    if (!isBare && !palette.isForced && !this.#light) {
      this.#light = this.#makeLight();
      if (isWhole && performance.now() > deadline) return false;
    }
    const { height } = this.#size;
    // In strips, where a similar image is visible meanwhile.
    const isSeen = this.#far.view !== null && this.#far.size === this.#size;
    if (!isBare && !job.points && deadline !== NO_DEADLINE && isSeen && (!isWhole || layer.view === view)) {
      if (job.strip === 0 && !isWhole) this.#paintPreview(layer, view, matrix);
      layer.isStale = true;
      const edge = (strip: number): number =>
        Math.round((strip * height * this.#ratio) / STRIP_COUNT) / this.#ratio;
      this.#paintStrip(layer, view, job.points, false, edge(job.strip), edge(job.strip + 1));
      if (++job.strip < STRIP_COUNT) return false;
    } else {
      this.#resizeCanvas(layer);
      this.#paintStrip(layer, view, job.points, isBare, 0, height);
    }
    if (!isBare) layer.job = null;
    layer.view = view;
    layer.size = this.#size;
    layer.isStale = isBare;
    if (isWhole) {
      this.#map.isStale = true;
      if (this.#pendingSeats.length > 0) this.#paintLit(layer, this.#pendingSeats.splice(0));
    }
    return true;
  }

  /** Fills a layer with what is already painted, transformed to the new view, until its strips are painted. */
  #paintPreview(layer: Layer, view: View, matrix: Matrix): void {
    const { ctx, canvas } = layer;
    const { width, height } = this.#size;
    const drawLayer = (from: Layer): void => {
      this.#setTransform(ctx, multiply(matrix, invert(matrixOf(from.view!, from.size))));
      ctx.drawImage(from.canvas, 0, 0, width, height);
    };
    this.#resizeCanvas(layer);
    ctx.save();
    if (layer.view && layer.size === this.#size) {
      ctx.globalCompositeOperation = 'copy';
      drawLayer(layer);
      ctx.globalCompositeOperation = 'source-over';
      // Around it, the whole arena.
      ctx.beginPath();
      ctx.rect(0, 0, width, height);
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.rect(0, 0, canvas.width, canvas.height);
      ctx.clip('evenodd');
    }
    drawLayer(this.#far);
    ctx.restore();
    layer.view = view;
    layer.size = this.#size;
  }

  /** Paints the part between two px of the map's height. */
  #paintStrip(
    { ctx, canvas }: Layer,
    view: View,
    points: Raster | null,
    isBare: boolean,
    top: number,
    bottom: number,
  ): void {
    const scene = this.#scene!;
    const { palette, index } = scene;
    const { venue } = index;
    const matrix = matrixOf(view, this.#size);
    const px = view.scale * venue.pitch;
    const drawsChairs = px >= NEAR;
    const light = isBare ? null : this.#light;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.beginPath();
    ctx.rect(0, Math.round(top * this.#ratio), canvas.width, Math.round((bottom - top) * this.#ratio));
    ctx.clip();
    ctx.fillStyle = palette.night;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    this.#setTransform(ctx, matrix);
    if (venue.scenery.kind === 'rink') {
      paintRink(ctx, venue.scenery, palette, 1 / view.scale);
      if (light) this.#paintLightMap(ctx, light.sheen, 'source-over');
      paintBoards(ctx, venue.scenery, palette, 1 / view.scale);
    } else if (venue.scenery.kind === 'shapes') {
      paintScenery(ctx, venue.scenery.shapes, venue.bounds, palette, 1 / view.scale, light?.sheen ?? null);
    }
    if (!isBare) this.#paintCrowd(ctx, scene, 1 / view.scale);
    // Without glow and labels the whole is visible: finding the visible rows would take as long as painting them all.
    const reach = labelReach(px);
    const rows =
      points || isBare
        ? Array.from(venue.rows.keys())
        : rowsInView(index, matrix, this.#size.width, top - reach, bottom + reach);
    const strip: Strip = { matrix, px, rows, top, bottom };
    let lit: readonly number[][] = [];
    if (points) this.#drawImageData(ctx, points.free);
    else if (!drawsChairs) lit = this.#squares(ctx, rows, px);
    if (light) {
      this.#setTransform(ctx, matrix);
      // Zoomed in, only the wide glow: the narrow one would show as spots on the floor.
      this.#paintLightMap(ctx, drawsChairs ? light.wide : light.glow, 'lighter');
    }
    if (drawsChairs) {
      if (!palette.isForced) this.#stairs(ctx, strip);
      this.#chairs(ctx, strip);
    }
    if (points?.lit) this.#drawImageData(ctx, points.lit);
    this.#litSquares(ctx, matrix, lit, px);
    if (!isBare) this.#labels(ctx, view, strip);
    ctx.restore();
  }

  /**
   * Paints newly taken seats on the finished layers; their glow follows with the next full painting. A layer that is not
   * visible is painted when it becomes visible.
   */
  lightUp(scene: MapScene, seats: readonly number[], isWhole: boolean): void {
    this.#scene = scene;
    // Pushed in a loop: a whole stadium exceeds the maximum number of arguments.
    if (this.#far.job) for (const seat of seats) this.#pendingSeats.push(seat);
    if (isWhole) this.#paintLit(this.#far, seats);
    else this.#far.isStale = true;
    // A zoomed layer that is not visible is painted when it becomes visible; strips that are still due include these seats anyway.
    if (isWhole || this.#near.job?.points) {
      this.#near.isStale = true;
      this.#near.job = null;
    } else this.#paintLit(this.#near, seats);
  }

  #paintLit({ ctx, view, size }: Layer, seats: readonly number[]): void {
    if (!view || size !== this.#size) return;
    const { index } = this.#scene!;
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

  /** Side of a lit square in venue units: at least a visible point of light. */
  #litSide(px: number): number {
    return Math.max(0.68, 1.25 / px) * this.#scene!.index.venue.pitch;
  }

  /** Draws an image of the whole layer, px by px. */
  #drawImageData(ctx: CanvasRenderingContext2D, image: ImageData): void {
    const [canvas, own] = makeCanvas(image.width, image.height);
    own.putImageData(image, 0, 0);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(canvas, 0, 0);
  }

  /** Zoomed out, in a large venue: rasters seats as points. */
  #points(matrix: Matrix, px: number): Raster {
    const { index, taken, kept, palette } = this.#scene!;
    const k = this.#ratio;
    const side = 0.68 * px * k;
    return new Raster({
      venue: index.venue,
      taken,
      kept,
      matrix: matrix.map((value) => value * k) as unknown as Matrix,
      size: { width: Math.round(this.#size.width * k), height: Math.round(this.#size.height * k) },
      pitch: px * k,
      side: palette.isForced ? 0.44 * side : Math.max(side, k),
      litSide: Math.max(side, 1.25 * k),
      freeColours: this.#freeColours.map(rgbOf),
      litColours: warmTones(palette).map(rgbOf),
    });
  }

  /**
   * Zoomed out: paints free seats as squares, each a stroke along its row as long as it is wide, which a canvas draws in
   * half the time of a square. Returns the strokes of the lit seats by tone, as x, y, x, y.
   */
  #squares(ctx: CanvasRenderingContext2D, rows: readonly number[], px: number): number[][] {
    const { index, taken, kept, palette } = this.#scene!;
    const { venue } = index;
    const { x, y, pitch } = venue;
    const side = (palette.isForced ? 0.3 : Math.max(0.68, 1 / px)) * pitch;
    const litHalf = this.#litSide(px) / 2;
    const lit: number[][] = [[], [], [], []];
    ctx.lineWidth = side;
    let colour = '';
    let batch = 0;
    ctx.beginPath();
    for (const r of rows) {
      const row = venue.rows[r]!;
      if (this.#freeColours[r] !== colour || batch > SQUARES_PER_PATH) {
        ctx.stroke();
        ctx.beginPath();
        ctx.strokeStyle = colour = this.#freeColours[r]!;
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

  /** Paints strokes of lit seats, by tone. */
  #litSquares(ctx: CanvasRenderingContext2D, matrix: Matrix, lit: readonly number[][], px: number): void {
    const { palette } = this.#scene!;
    this.#setTransform(ctx, matrix);
    ctx.lineWidth = this.#litSide(px);
    lit.forEach((strokes, tone) => {
      ctx.strokeStyle = warmTones(palette)[tone]!;
      for (let i = 0; i < strokes.length;) {
        ctx.beginPath();
        for (const end = Math.min(strokes.length, i + 4 * SQUARES_PER_PATH); i < end; i += 4) {
          ctx.moveTo(strokes[i]!, strokes[i + 1]!);
          ctx.lineTo(strokes[i + 2]!, strokes[i + 3]!);
        }
        ctx.stroke();
      }
    });
  }

  /** Sets the transform so that drawing is in venue units. */
  #setTransform(ctx: CanvasRenderingContext2D, [a, b, c, d, e, f]: Matrix): void {
    const k = this.#ratio;
    ctx.setTransform(a * k, b * k, c * k, d * k, e * k, f * k);
  }

  /** Draws a light map over the venue. */
  #paintLightMap(
    ctx: CanvasRenderingContext2D,
    image: CanvasImageSource,
    composite: GlobalCompositeOperation,
  ): void {
    const { bounds, scenery } = this.#scene!.index.venue;
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

  /** Paints the standing crowd, once its code has loaded: most venues are not full. */
  #paintCrowd(ctx: CanvasRenderingContext2D, { index, standing, palette }: MapScene, unit: number): void {
    if (standing === 0) return;
    if (!this.#crowdLoading) {
      this.#crowdLoading = import('./layers/crowd.js').then(
        (module) => {
          this.#crowdModule = module;
          this.invalidate();
          this.requestPaint();
        },
        // The text of the picker gives their number.
        () => undefined,
      );
    }
    const module = this.#crowdModule;
    if (!module) return;
    if (this.#crowdPlaces?.index !== index || this.#crowdPlaces.standing !== standing)
      this.#crowdPlaces = { index, standing, places: module.standingPlaces(index, standing) };
    module.paintCrowd(ctx, index, this.#crowdPlaces.places, palette, unit);
  }

  #makeLight(): LightLayers {
    const { index, taken, kept, palette } = this.#scene!;
    return makeLight(lightMap(index.venue, taken, kept), {
      seat: rgbOf(palette['seat-lit-1']),
      floor: rgbOf(palette['seat-head']),
      ice: rgbOf(palette['seat-lit-3']),
    });
  }

  /** Zoomed in: paints the edges of the steps along the rows, and the stairs between the blocks. */
  #stairs(ctx: CanvasRenderingContext2D, { matrix, rows, px }: Strip): void {
    const { index } = this.#scene!;
    const {
      venue,
      rows: { sides },
    } = index;
    const { pitch } = venue;
    this.#setTransform(ctx, matrix);
    const blocks = new Set(rows.map((r) => venue.rows[r]!.block));
    if (venue.scenery.kind === 'rink') {
      for (const b of blocks) {
        const { firstRow, rowCount } = venue.blocks[b]!;
        const from = aisle(index, firstRow);
        // The last rows may be shortened; the stairs continue straight.
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

  /** Zoomed in: paints outlines and solid seats; larger, chairs. Each kind is drawn once, as a sprite, and painted at its seats with their rotation. */
  #chairs(
    ctx: CanvasRenderingContext2D,
    { matrix, rows, px, top, bottom }: Strip,
    only?: ReadonlySet<number>,
  ): void {
    const { index, taken, kept, beside } = this.#scene!;
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
        this.#enterSeat(ctx, matrix, x, y, rightX, rightY);
        ctx.drawImage(sprites, which * cell, 0, cell, cell, -0.6, -0.6, 1.2, 1.2);
      });
    }
  }

  /** Sprites in a row: free, free beside a kept seat, and taken in four tones; each 1.2 pitches wide. */
  #spritesFor(px: number): HTMLCanvasElement {
    const { palette } = this.#scene!;
    const key = `${px.toFixed(2)} ${this.#ratio}`;
    if (this.#sprites?.key === key) return this.#sprites.canvas;
    const unit = Math.min(SPRITE_SCALE, Math.max(1, 160 / (px * this.#ratio))) * px * this.#ratio;
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
        ctx.fillStyle = palette.isForced ? palette.night : '#0b1320';
        ctx.fill();
        ctx.lineWidth = (which === 1 || palette.isForced ? 2 : 1.5) / px;
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
      if (!large || palette.isForced) continue;
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

  #enterSeat(
    ctx: CanvasRenderingContext2D,
    matrix: Matrix,
    x: number,
    y: number,
    rightX: number,
    rightY: number,
  ): void {
    const { pitch } = this.#scene!.index.venue;
    this.#setTransform(
      ctx,
      multiply(matrix, [rightX * pitch, rightY * pitch, -rightY * pitch, rightX * pitch, x, y]),
    );
  }

  #labels(ctx: CanvasRenderingContext2D, { angle }: View, { matrix, rows, px, top, bottom }: Strip): void {
    const { index, palette, standing } = this.#scene!;
    const { venue, marks } = index;
    this.#setTransform(ctx, IDENTITY);
    ctx.fillStyle = palette.label;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    // A dark outline keeps a name readable where it has to overlap seats or people.
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
        // The numbers of the upper tier only have space at a larger scale.
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
      this.#setTransform(
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

  /** Called when something has loaded that makes a layer stale. */
  requestPaint: () => void = () => undefined;

  /** Returns "Block 12", in the reader's language. */
  blockName: (label: string) => string = (label) => label;

  #blockName(label: string): string {
    return this.blockName(label);
  }

  /** Scale of the painted zoomed layer; 0 where there is none. */
  get nearScale(): number {
    return this.#near.view?.scale ?? 0;
  }

  /** Draws the whole arena beneath the overlay, on the overlay's canvas: with thousands of strokes on a canvas Chromium prints none of them, but it prints an image. */
  flatten(): void {
    const { ctx, canvas } = this.#over;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalCompositeOperation = 'destination-over';
    ctx.drawImage(this.#far.canvas, 0, 0, canvas.width, canvas.height);
    ctx.restore();
  }

  /** Transforms the finished layers so that they show this view, until it is painted. */
  move(view: View, whole: View, nearOpacity: number): void {
    const target = matrixOf(view, this.#size);
    const far = view === whole;
    this.#transformLayer(this.#far, target, true);
    this.#transformLayer(this.#near, target, !far);
    this.#transformLayer(this.#over, target, true);
    this.#near.canvas.style.opacity = String(nearOpacity);
  }

  #transformLayer({ canvas, view, size }: Layer, target: Matrix, isShown: boolean): void {
    canvas.style.visibility = isShown && view ? 'visible' : 'hidden';
    if (!view) return;
    // A canvas that was painted for another size of the map is stretched to the present size.
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

  /** True when the overlay can follow a view by being moved, since nothing in it changes its size. */
  canMoveOverlay(view: View): boolean {
    return this.#over.view?.scale === view.scale && this.#over.view.angle === view.angle;
  }

  /** Paints portraits, own seat, pointer, focus and arrivals. */
  paintOverlay(view: View, overlay: Overlay): void {
    const scene = this.#scene;
    if (!scene) return;
    const { ctx } = this.#over;
    this.#over.view = view;
    this.#over.size = this.#size;
    this.#resizeCanvas(this.#over);
    this.#transformLayer(this.#over, matrixOf(view, this.#size), true);
    this.#overlayPainter.paint({ ctx, scene, view, size: this.#size, ratio: this.#ratio }, overlay);
  }

  /** Paints the overview map: the whole arena, and a frame round the visible part. It is never rotated, also where the large map is upright. */
  paintMap(view: View, whole: View): void {
    const scene = this.#scene;
    const { canvas, ctx } = this.#map;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (!scene || !this.#far.view || !width) return;
    const { bounds } = scene.index.venue;
    const flat = fitBounds(bounds, { width, height }, 0, 8);
    const place = multiply(matrixOf(flat, { width, height }), invert(matrixOf(whole, this.#size)));
    if (this.#map.isStale || this.#map.view !== whole) {
      // Scaling the whole arena down costs more than the rest of a frame.
      this.#map.view = whole;
      this.#map.isStale = false;
      const [base, baseCtx] = makeCanvas(width * this.#ratio, height * this.#ratio);
      this.#mapBase = base;
      baseCtx.fillStyle = scene.palette.night;
      baseCtx.fillRect(0, 0, base.width, base.height);
      this.#setTransform(baseCtx, place);
      baseCtx.imageSmoothingQuality = 'high';
      baseCtx.drawImage(this.#far.canvas, 0, 0, this.#size.width, this.#size.height);
      canvas.width = base.width;
      canvas.height = base.height;
    }
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(this.#mapBase!, 0, 0);
    this.#setTransform(ctx, IDENTITY);
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
    ctx.strokeStyle = scene.palette.text;
    ctx.stroke();
  }
}

/** Converts `#rrggbb` to a px of the canvas, without its opacity; white where the browser writes the colour in another form. */
function rgbOf(colour: string): number {
  const hex =
    /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(colour) ?? /^rgb\((\d+), (\d+), (\d+)\)/.exec(colour);
  const [red, green, blue] = hex
    ? hex.slice(1).map((module) => parseInt(module, colour[0] === '#' ? 16 : 10))
    : [255, 255, 255];
  return red! | (green! << 8) | (blue! << 16);
}

/** Maximum distance outside a strip from which a label can extend into it, px. */
function labelReach(px: number): number {
  return 64 + 4 * px;
}

/** Returns the middle of the stairs at a row: before its first seat. */
function aisle({ venue, rows: { sides, facings } }: VenueIndex, r: number): Point {
  const first = seatAlong(venue.rows[r]!, 0);
  const direction = facings[r]!;
  const out = -sides[r]! * 1.95 * venue.pitch;
  return [venue.x[first]! - Math.sin(direction) * out, venue.y[first]! + Math.cos(direction) * out];
}

function warmTones(palette: Palette): string[] {
  return [1, 2, 3, 4].map((tone) => palette[`seat-lit-${tone}` as ColourName]);
}

/** Colours of free squares, row by row: brighter next to the stage, darker under the roof. */
function colourRows({ index, palette }: MapScene): string[] {
  // Few steps are distinguishable: each is computed once.
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

/** Mixes two colours `#rrggbb`; returns the first where the browser writes one of them in another form. */
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
