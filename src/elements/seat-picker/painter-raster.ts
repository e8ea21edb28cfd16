import type { Venue } from '../../venue/venue.js';
import { toneOf } from './scene.js';
import type { Matrix, Size } from './viewport.js';

/** Directions a square is told apart in within a quarter turn, and places of its middle within a px, each way. */
const TURNS = 24;
const PHASES = 4;
/** How far rows are from each other, in pitches: what a seat covers with its share of the way. */
const ROWS_APART = 1.65;

/** What is rastered: rows of a venue, and the colours as `0xbbggrr`. */
export interface RasterPlan {
  readonly venue: Venue;
  /** Indexes of the rows, in order. */
  readonly rows: ArrayLike<number>;
  readonly taken: Uint8Array;
  /** Seats that are left out, and the rows they are in. */
  readonly kept: ReadonlySet<number>;
  readonly keptRows: ReadonlySet<number>;
  /** Venue -> px of the image. */
  readonly matrix: Matrix;
  readonly size: Size;
  /** Width of a seat with its share of the gap, px. */
  readonly pitch: number;
  /** Of the free squares in px, and of the lit ones. */
  readonly side: number;
  readonly litSide: number;
  /** For each row of the venue. */
  readonly cold: Uint32Array;
  /** Four tones. */
  readonly warm: ArrayLike<number>;
}

/**
 * Small squares by the thousand, written into the px directly: a call of the canvas for each of 15,000 seats takes twice
 * as long, and it is the first thing a visitor waits for. The px that a square covers are worked out once for each
 * direction and phase; a seat then adds some dozen bytes. Can be stopped after any row and go on later.
 */
export class Raster {
  /** So many px of the images lie outside on each side, so that squares need no clipping. */
  readonly pad: number;
  readonly free: ImageData;
  /** Null as long as nobody sits. */
  lit: ImageData | null = null;
  #next = 0;
  readonly #plan: RasterPlan;
  readonly #stamps: readonly [Stamps, Stamps];

  constructor(plan: RasterPlan) {
    this.#plan = plan;
    const { width, height } = plan.size;
    // Where several seats share a px, their light is added up: a block glows as far as it is full.
    const share = plan.pitch < 1 ? plan.pitch ** 2 * ROWS_APART : 0;
    this.pad = Math.ceil(0.71 * Math.max(plan.side, plan.litSide) + 1);
    const line = width + 2 * this.pad;
    this.free = new ImageData(line, height + 2 * this.pad);
    this.#stamps = [new Stamps(plan.side, line, share), new Stamps(plan.litSide, line, share)];
  }

  /** Goes on until it is done or this time (of `performance.now()`) has come; whether it is done. */
  fill(deadline: number): boolean {
    const { venue, rows, taken, kept, keptRows, matrix, size, cold, warm } = this.#plan;
    const { x, y } = venue;
    const [a, b, , , e, f] = matrix;
    const [freeStamps, litStamps] = this.#stamps;
    const { pad } = this;
    const { width, height } = size;
    const line = width + 2 * pad;
    const freePx = new Uint32Array(this.free.data.buffer);
    let litPx = this.lit && new Uint32Array(this.lit.data.buffer);
    for (; this.#next < rows.length; this.#next++) {
      if ((this.#next & 7) === 7 && performance.now() >= deadline) return false;
      const r = rows[this.#next]!;
      const { first, count } = venue.rows[r]!;
      const last = first + count - 1;
      const isGuarded = keptRows.has(r);
      for (let seat = first; seat <= last; seat++) {
        const px = a * x[seat]! - b * y[seat]! + e;
        const py = b * x[seat]! + a * y[seat]! + f;
        if (!(px > 0 && py > 0 && px < width && py < height) || (isGuarded && kept.has(seat))) continue;
        const isLit = (taken[seat >> 3]! & (1 << (seat & 7))) !== 0;
        const stamps = isLit ? litStamps : freeStamps;
        const left = Math.floor(px);
        const top = Math.floor(py);
        let turn = 0;
        if (stamps.isTurned) {
          const before = seat > first ? seat - 1 : seat;
          const after = seat < last ? seat + 1 : seat;
          const dx = x[after]! - x[before]!;
          const dy = y[after]! - y[before]!;
          // A square looks the same after a quarter turn; how far it is between two of them grows with this share.
          const cos = Math.abs(a * dx - b * dy);
          const sin = Math.abs(b * dx + a * dy);
          const isOdd = a * dx - b * dy < 0 !== b * dx + a * dy < 0;
          if (cos + sin > 0) turn = Math.round(((isOdd ? cos : sin) / (cos + sin)) * TURNS) % TURNS;
        }
        const which = (turn * PHASES + (((py - top) * PHASES) | 0)) * PHASES + (((px - left) * PHASES) | 0);
        if (stamps.counts[which] === 0) stamps.make(which);
        if (isLit && !litPx) {
          this.lit = new ImageData(this.free.width, this.free.height);
          litPx = new Uint32Array(this.lit.data.buffer);
        }
        const target = isLit ? litPx! : freePx;
        const colour = isLit ? warm[toneOf(seat)]! : cold[r]!;
        const at = (top + pad) * line + left + pad;
        const start = which * stamps.room;
        for (let i = start, end = start + stamps.counts[which]!; i < end; i++) {
          const to = at + stamps.offsets[i]!;
          const there = target[to]! >>> 24;
          const here = stamps.isAdded ? Math.min(255, there + stamps.alphas[i]!) : stamps.alphas[i]!;
          if (here > there) target[to] = colour | (here << 24);
        }
      }
    }
    return true;
  }
}

/** The px a square of this side covers, and how far, for every direction and phase; each made when it is needed. */
class Stamps {
  readonly isTurned: boolean;
  readonly isAdded: boolean;
  /** Px of the largest. */
  readonly room: number;
  readonly counts = new Uint8Array(TURNS * PHASES * PHASES);
  readonly offsets: Int32Array;
  readonly alphas: Uint8Array;
  readonly #reach: number;

  constructor(
    readonly side: number,
    /** Px of a line of the image. */
    readonly line: number,
    /** What a seat adds to its px where seats are smaller than those. */
    readonly share: number,
  ) {
    // Smaller ones look alike, however they are turned.
    this.isTurned = side > 1.8;
    this.isAdded = share > 0;
    this.#reach = Math.ceil(0.71 * side + 0.5);
    this.room = (2 * this.#reach + 1) ** 2;
    this.offsets = new Int32Array(this.counts.length * this.room);
    this.alphas = new Uint8Array(this.offsets.length);
  }

  make(which: number): void {
    const start = which * this.room;
    if (this.isAdded) {
      this.alphas[start] = Math.max(1, Math.round(255 * this.share));
      this.counts[which] = 1;
      return;
    }
    const phase = which % PHASES ** 2;
    const share = Math.floor(which / PHASES ** 2) / TURNS;
    const length = Math.hypot(share, 1 - share);
    const [cos, sin] = [(1 - share) / length, share / length];
    const half = this.side / 2 + 0.5;
    let count = 0;
    // A px is covered as far as its middle lies inside both pairs of edges: smooth edges at a few multiplications.
    for (let y = -this.#reach; y <= this.#reach; y++) {
      for (let x = -this.#reach; x <= this.#reach; x++) {
        const dx = x + 0.5 - ((phase % PHASES) + 0.5) / PHASES;
        const dy = y + 0.5 - (Math.floor(phase / PHASES) + 0.5) / PHASES;
        const along = Math.min(1, half - Math.abs(dx * cos + dy * sin));
        const across = Math.min(1, half - Math.abs(dy * cos - dx * sin));
        const alpha = along > 0 && across > 0 ? Math.floor(along * across * 255) : 0;
        if (alpha === 0) continue;
        this.offsets[start + count] = y * this.line + x;
        this.alphas[start + count] = alpha;
        count++;
      }
    }
    this.counts[which] = count;
  }
}
