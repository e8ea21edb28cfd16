import { rowOf } from '../../../../venue/layout.js';
import { canvasWith, setTransform } from '../canvas.js';
import { NEAR, rowsInView, type MapScene, type VenueIndex } from '../scene.js';
import { paintAisles } from './aisles.js';
import { Chairs } from './chairs.js';
import { rgbOf } from './colours.js';
import type * as Crowd from './crowd.js';
import { labelReach, paintLabels } from './labels.js';
import type { Frame } from './layer.js';
import { lightMap, makeLight, paintLight, type LightLayers } from './light.js';
import type { Raster } from './raster.js';
import { paintBoards, paintRink } from './rink.js';
import { paintScenery } from './scenery.js';
import { colourRows, paintLitSquares, paintSeatsLit, paintSquares, pointsOf } from './squares.js';

/** Interface of the painter of strips to the map around it. */
interface StripHost {
  /** Called when something has loaded that makes all layers stale. */
  crowdLoaded(): void;
  /** Returns "Block 12", in the reader's language. */
  blockName(label: string): string;
}

/**
 * Paints strips of the floor with all that is on it, from the ground to the labels, and keeps what it takes for that: the
 * whole and the zoomed layer share it.
 */
export class StripPainter {
  readonly #chairs = new Chairs();
  #light: LightLayers | null = null;
  /** Colour of free squares, for each row, of the scene they were made for. */
  #freeColours: { readonly scene: MapScene; readonly rows: readonly string[] } | null = null;
  #crowd: 'unused' | 'coming' | Pick<typeof Crowd, 'standingPlaces' | 'paintCrowd'> = 'unused';
  #crowdPlaces: {
    readonly index: VenueIndex;
    readonly standing: number;
    readonly places: readonly number[];
  } | null = null;

  constructor(private readonly host: StripHost) {}

  /** Drops the light, which other seats may give now. */
  invalidate(): void {
    this.#light = null;
  }

  /** Makes the light of a scene; returns false where it is there, or where nothing glows. */
  makeLight({ index, taken, kept, palette }: MapScene): boolean {
    if (palette.isForced || this.#light) return false;
    this.#light = makeLight(lightMap(index.venue, taken, kept), {
      seat: rgbOf(palette['seat-lit-1']),
      floor: rgbOf(palette['seat-head']),
      ice: rgbOf(palette['seat-lit-3']),
    });
    return true;
  }

  /** Returns the raster of the seats as points; null where they are larger. */
  points(frame: Frame): Raster | null {
    return pointsOf(frame, this.#freeColoursOf(frame.scene));
  }

  #freeColoursOf(scene: MapScene): readonly string[] {
    const made = this.#freeColours;
    if (made?.scene.index === scene.index && made.scene.palette === scene.palette) return made.rows;
    const rows = colourRows(scene);
    this.#freeColours = { scene, rows };
    return rows;
  }

  /** Paints the part between two px of the map's height. `isBare`: without glow and labels. */
  paint(
    ctx: CanvasRenderingContext2D,
    frame: Frame,
    points: Raster | null,
    isBare: boolean,
    top: number,
    bottom: number,
  ): void {
    const { scene, matrix, px, ratio, size } = frame;
    const { palette, index } = scene;
    const isNear = px >= NEAR;
    const light = isBare ? null : this.#light;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.beginPath();
    ctx.rect(0, Math.round(top * ratio), ctx.canvas.width, Math.round((bottom - top) * ratio));
    ctx.clip();
    ctx.fillStyle = palette.night;
    ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    this.#paintFloor(ctx, frame, light);
    if (!isBare) this.#paintCrowd(ctx, frame);
    // Without glow and labels the whole is visible: finding the visible rows would take as long as painting them all.
    const reach = labelReach(px);
    const rows =
      points || isBare
        ? index.venue.rows.map((_, row) => row)
        : rowsInView(index, matrix, size.width, top - reach, bottom + reach);
    const strip = { rows, top, bottom };
    if (points) drawImageData(ctx, points.free);
    const lit = points || isNear ? null : paintSquares(ctx, frame, rows, this.#freeColoursOf(scene));
    if (light) {
      setTransform(ctx, ratio, matrix);
      // Zoomed in, only the wide glow: the narrow one would show as spots on the floor.
      paintLight(ctx, index.venue, light, isNear ? 'wide' : 'glow');
    }
    if (isNear) {
      if (!palette.isForced) paintAisles(ctx, frame, rows);
      this.#chairs.paint(ctx, frame, strip);
    }
    if (points?.lit) drawImageData(ctx, points.lit);
    if (lit) paintLitSquares(ctx, frame, lit);
    if (!isBare) paintLabels(ctx, frame, strip, (label) => this.host.blockName(label));
    ctx.restore();
  }

  #paintFloor(ctx: CanvasRenderingContext2D, frame: Frame, light: LightLayers | null): void {
    const { palette, index } = frame.scene;
    const { venue } = index;
    const { scenery } = venue;
    const unit = 1 / frame.view.scale;
    setTransform(ctx, frame.ratio, frame.matrix);
    if (scenery.kind === 'rink') {
      paintRink(ctx, scenery, palette, unit);
      if (light) paintLight(ctx, venue, light, 'sheen');
      paintBoards(ctx, scenery, palette, unit);
    } else if (scenery.kind === 'shapes') {
      paintScenery(ctx, scenery.shapes, venue.bounds, palette, unit, light?.sheen ?? null);
    }
  }

  /** Paints some newly taken seats on what is painted already. */
  paintLit(ctx: CanvasRenderingContext2D, frame: Frame, seats: readonly number[]): void {
    const { venue } = frame.scene.index;
    const only = new Set(seats);
    const rows = [...new Set(seats.map((seat) => rowOf(venue, seat)))];
    if (frame.px < NEAR) paintSeatsLit(ctx, frame, rows, only);
    else this.#chairs.paint(ctx, frame, { rows, top: 0, bottom: frame.size.height }, only);
  }

  /** Paints the standing crowd, once its code has loaded: most venues are not full. */
  #paintCrowd(ctx: CanvasRenderingContext2D, { scene, view }: Frame): void {
    const { index, standing, palette } = scene;
    if (standing === 0) return;
    if (this.#crowd === 'unused') {
      this.#crowd = 'coming';
      import('./crowd.js').then(
        (module) => {
          this.#crowd = module;
          this.host.crowdLoaded();
        },
        // The text of the picker gives their number.
        () => undefined,
      );
    }
    if (typeof this.#crowd === 'string') return;
    if (this.#crowdPlaces?.index !== index || this.#crowdPlaces.standing !== standing)
      this.#crowdPlaces = { index, standing, places: this.#crowd.standingPlaces(index, standing) };
    this.#crowd.paintCrowd(ctx, index, this.#crowdPlaces.places, palette, 1 / view.scale);
  }
}

/** Draws an image of the whole layer, px by px. */
function drawImageData(ctx: CanvasRenderingContext2D, image: ImageData): void {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(canvasWith(image), 0, 0);
}
