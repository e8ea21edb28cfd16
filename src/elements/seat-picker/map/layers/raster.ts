import type { Venue } from '../../../../venue/venue.js';
import { makePixels, type PixelImage } from '../canvas.js';
import { itemAt, wordAt } from '../read.js';
import { warmToneOf } from '../scene.js';
import type { Matrix, Size } from '../viewport.js';

/** Positions within a px that are distinguished, in each direction. */
const PHASES = 4;
/** Distance between rows, in pitches: a seat and its share of the aisle cover one pitch by this. */
const ROWS_APART = 1.65;

/** Input of the raster: all seats of a venue as points. Colours are `0xbbggrr`. */
export interface RasterPlan {
  readonly venue: Venue;
  readonly taken: Uint8Array;
  /** Seats to leave out. */
  readonly kept: ReadonlySet<number>;
  /** Venue -> px of the image. */
  readonly matrix: Matrix;
  readonly size: Size;
  /** Width of a seat including its share of the gap, of a free point and of a lit point, px. */
  readonly pitch: number;
  readonly side: number;
  readonly litSide: number;
  /** Colour of free seats, for each row of the venue. */
  readonly freeColours: ArrayLike<number>;
  /** Colours of lit seats, in four tones. */
  readonly litColours: ArrayLike<number>;
}

/**
 * Writes hundreds of thousands of points directly into pixel data: below two px per point, a canvas takes longer to
 * record each one than to draw it. It can stop after any row and continue later. It runs once, before the browser has
 * compiled it: reads in its inner loops are checked in place, since calls would cost more than the rest.
 */
export class Raster {
  readonly #free: PixelImage;
  #lit: PixelImage | null = null;
  #next = 0;

  constructor(private readonly plan: RasterPlan) {
    this.#free = makePixels(plan.size);
  }

  get free(): ImageData {
    return this.#free.image;
  }

  /** Null while no seat is taken. */
  get lit(): ImageData | null {
    return this.#lit && this.#lit.image;
  }

  /** Continues until all rows are done or until `deadline` (of `performance.now()`), at least some rows; returns true when done. */
  fill(deadline: number): boolean {
    const { venue, taken, kept, matrix, size, pitch, side, litSide } = this.plan;
    const { x, y, rows } = venue;
    const [a, b, , , e, f] = matrix;
    const line = size.width;
    const litColours = Uint32Array.from(this.plan.litColours);
    // Seats that share a px add up their light: a block glows in proportion to how full it is.
    const stamps = pitch < 1 ? null : { free: stampsOf(side, line), lit: stampsOf(litSide, line) };
    const share = Math.max(1, Math.round(255 * ROWS_APART * pitch ** 2));
    const reach = stamps ? Math.max(stamps.free.reach, stamps.lit.reach) : 0;
    const right = size.width - reach;
    const bottom = size.height - reach;
    const hasKept = kept.size > 0;
    while (this.#next < rows.length) {
      const r = this.#next++;
      const { first, count } = itemAt(rows, r);
      const freeColour = itemAt(this.plan.freeColours, r);
      for (let seat = first, end = first + count; seat < end; seat++) {
        const seatX = x[seat];
        const seatY = y[seat];
        const byte = taken[seat >> 3];
        if (seatX === undefined || seatY === undefined || byte === undefined) continue;
        const px = a * seatX - b * seatY + e;
        const py = b * seatX + a * seatY + f;
        if (!(px >= reach && py >= reach && px < right && py < bottom)) continue;
        if (hasKept && kept.has(seat)) continue;
        const left = px | 0;
        const top = py | 0;
        const at = top * line + left;
        const isLit = (byte & (1 << (seat & 7))) !== 0;
        const target = (isLit ? (this.#lit ??= makePixels(size)) : this.#free).px;
        const colour = isLit ? wordAt(litColours, warmToneOf(seat)) : freeColour;
        if (!stamps) {
          const sum = (wordAt(target, at) >>> 24) + share;
          target[at] = colour | ((sum < 255 ? sum : 255) << 24);
          continue;
        }
        const { starts, offsets, alphas } = isLit ? stamps.lit : stamps.free;
        const which = (((py - top) * PHASES) | 0) * PHASES + (((px - left) * PHASES) | 0);
        for (let i = wordAt(starts, which), stop = wordAt(starts, which + 1); i < stop; i++) {
          const offset = offsets[i];
          const alpha = alphas[i];
          if (offset === undefined || alpha === undefined) break;
          const before = target[at + offset];
          if (before !== undefined && alpha > before >>> 24) target[at + offset] = colour | (alpha << 24);
        }
      }
      // Do at least sixteen rows, however late it is.
      if (r % 16 === 15 && performance.now() >= deadline) return this.#next === rows.length;
    }
    return true;
  }
}

/** Lists the px that a square of this side covers, and their coverage, for every phase of its centre within a px; `line`: px per line of the image. */
function stampsOf(side: number, line: number) {
  const reach = Math.ceil(side / 2 + 0.5);
  const starts = [0];
  const offsets: number[] = [];
  const alphas: number[] = [];
  const covered = (i: number, phase: number): number =>
    Math.min(1, Math.max(0, side / 2 + 0.5 - Math.abs(i + 0.5 - (phase + 0.5) / PHASES)));
  for (let phase = 0; phase < PHASES ** 2; phase++) {
    for (let y = -reach; y <= reach; y++) {
      for (let x = -reach; x <= reach; x++) {
        const alpha = Math.floor(255 * covered(x, phase % PHASES) * covered(y, Math.floor(phase / PHASES)));
        if (alpha === 0) continue;
        offsets.push(y * line + x);
        alphas.push(alpha);
      }
    }
    starts.push(offsets.length);
  }
  return {
    /** Maximum distance of a covered px from the point's own. */
    reach,
    starts: Uint32Array.from(starts),
    offsets: Int32Array.from(offsets),
    alphas: Uint8Array.from(alphas),
  };
}
