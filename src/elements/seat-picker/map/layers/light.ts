import { isTaken } from '../../../../venue/occupancy.js';
import type { Venue } from '../../../../venue/venue.js';
import { canvasWith, makePixels } from '../canvas.js';
import { floatAt } from '../read.js';

/** Cells of the light map per width of a seat; the light is smooth, and the canvas enlarges it. */
const CELLS_PER_SEAT = 0.8;
const MAX_SIDE = 320;
/** Reach of the light in pitches: over the neighbours, over the block, and over the ice as a reflection. */
const SPREAD = { near: 1.1, wide: 3.6, far: 11.5 };

/** Glow of the lit seats and its reflection, in venue space: one image draws it at any distance and rotation. */
export interface LightLayers {
  readonly glow: CanvasImageSource;
  /** The wide part of the glow alone, paler: the light on the floor between chairs. */
  readonly wide: CanvasImageSource;
  readonly sheen: CanvasImageSource;
}

/** The share of each cell of a venue that is lit, 0 to 1, as a coarse image. */
export interface LightMap {
  readonly width: number;
  readonly height: number;
  /** Cells per pitch. */
  readonly cellsPerPitch: number;
  readonly cells: Float32Array;
  /** Share of all seats that are lit, 0 to 1. */
  readonly litShare: number;
}

/** Maps the seats of `taken`, or all seats where it is null, to light over the venue. */
export function lightMap(venue: Venue, taken: Uint8Array | null, kept: ReadonlySet<number>): LightMap {
  const { bounds, pitch, x, y, capacity } = venue;
  const { left, top, right, bottom } = bounds;
  const scale = Math.min(CELLS_PER_SEAT / pitch, MAX_SIDE / Math.max(right - left, bottom - top));
  const width = Math.ceil((right - left) * scale) + 1;
  const height = Math.ceil((bottom - top) * scale) + 1;
  const cells = new Float32Array(width * height);
  const area = (0.68 * pitch * scale) ** 2;
  let lit = 0;
  for (let seat = 0; seat < capacity; seat++) {
    if ((taken && !isTaken(taken, seat)) || kept.has(seat)) continue;
    const line = Math.floor((floatAt(y, seat) - top) * scale);
    const cell = line * width + Math.floor((floatAt(x, seat) - left) * scale);
    cells[cell] = floatAt(cells, cell) + area;
    lit++;
  }
  return {
    width,
    height,
    cellsPerPitch: pitch * scale,
    cells,
    litShare: lit / Math.max(1, capacity - kept.size),
  };
}

/** Blurs with a box filter, twice in each direction: close to a Gaussian. */
export function blur(
  { width, height, cells }: Pick<LightMap, 'width' | 'height' | 'cells'>,
  reach: number,
): Float32Array {
  const span = Math.max(1, Math.round(reach));
  let from = cells;
  for (const [lines, length, line, step] of [
    [height, width, width, 1],
    [height, width, width, 1],
    [width, height, 1, width],
    [width, height, 1, width],
  ] as const) {
    const to = new Float32Array(cells.length);
    for (let l = 0; l < lines; l++) {
      const start = l * line;
      let sum = 0;
      for (let i = -span; i < length; i++) {
        if (i + span < length) sum += floatAt(from, start + (i + span) * step);
        if (i - span - 1 >= 0) sum -= floatAt(from, start + (i - span - 1) * step);
        if (i >= 0) to[start + i * step] = sum / (2 * span + 1);
      }
    }
    from = to;
  }
  return from;
}

/**
 * Makes the light of the lit seats. The fuller the venue, the less light there is between the rows, which would turn
 * brown, and the further it reaches: over the ice, and out of the bowl. Colours as `0xbbggrr`: of a seat, of its light on
 * the floor, and of its reflection on the ice.
 */
export function makeLight(
  map: LightMap,
  colours: Readonly<Record<'seat' | 'floor' | 'ice', number>>,
): LightLayers {
  // Two passes of a box of this half width have the standard deviation of the reach.
  const spread = (reach: number): Float32Array => blur(map, reach * map.cellsPerPitch * 1.2);
  const [near, wide, far] = [spread(SPREAD.near), spread(SPREAD.wide), spread(SPREAD.far)];
  const lit = (rgb: number, alphaAt: (i: number) => number): HTMLCanvasElement => {
    const { image, px } = makePixels(map);
    for (let i = 0; i < px.length; i++) px[i] = rgb | (Math.min(255, 255 * alphaAt(i)) << 24);
    return canvasWith(image);
  };
  const { litShare } = map;
  const [close, around, beyond] = [0.8 - 0.55 * litShare, 0.7 - 0.5 * litShare, 0.16 * litShare];
  return {
    glow: lit(
      colours.seat,
      (i) => close * floatAt(near, i) + around * floatAt(wide, i) + beyond * floatAt(far, i),
    ),
    wide: lit(colours.floor, (i) => 0.4 * floatAt(wide, i)),
    sheen: lit(colours.ice, (i) => (0.45 + 0.35 * litShare) * (1 - (1 - Math.min(1, floatAt(far, i))) ** 2)),
  };
}

/** Paints one kind of light over the venue. */
export function paintLight(
  ctx: CanvasRenderingContext2D,
  { bounds, scenery }: Venue,
  light: LightLayers,
  kind: keyof LightLayers,
): void {
  ctx.save();
  if (kind === 'sheen' && scenery.kind === 'rink') {
    const { halfLength, halfWidth, corner } = scenery.ice;
    ctx.beginPath();
    ctx.roundRect(-halfLength, -halfWidth, 2 * halfLength, 2 * halfWidth, corner);
    ctx.clip();
  }
  ctx.globalCompositeOperation = kind === 'sheen' ? 'source-over' : 'lighter';
  ctx.imageSmoothingQuality = kind === 'wide' ? 'high' : 'low';
  const { left, top, right, bottom } = bounds;
  ctx.drawImage(light[kind], left, top, right - left, bottom - top);
  ctx.restore();
}
