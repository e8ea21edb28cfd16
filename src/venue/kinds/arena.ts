import type { Draft } from '../venue.js';

/**
 * The ice-hockey bowl of 15,086 seats, the capacity of Minsk-Arena. Lengths in metres, the centre of the ice is
 * 0,0, x to the right, y down, seen from above. Every row is an offset curve of the ice (a rounded rectangle), so
 * that rows follow the corners of the bowl.
 */
export const ICE = { halfLength: 30, halfWidth: 15, corner: 8.5 };
export const PITCH = 0.52;
export const AISLE = 1.25;
export const STEP = 0.86;
const WALL = 38.2;

interface ArenaTier {
  /** Offset of the first row from the edge of the ice. */
  from: number;
  rows: number;
  firstLabel: number;
  /**
   * Number of blocks on each piece of the outline: left end, corner, top, corner, right end, corner, bottom,
   * corner.
   */
  blocks: readonly number[];
  /** Half the width of the entrance through the first rows of each block; 0 = none. */
  portal: number;
  /** Number of last places omitted from each row, counted from the last row, on straight sides and elsewhere. */
  cut: { side: readonly number[]; corner: readonly number[] };
}

const PORTAL_ROWS = 3;

/**
 * The tiers have room for 15,452 places; 366 are omitted at the top of the upper tier, where the roof comes down:
 * 16 in each of the 8 blocks along the sides and 17 in each of the 14 others.
 */
const TIERS: readonly ArenaTier[] = [
  {
    from: 4.2,
    rows: 18,
    firstLabel: 1,
    blocks: [1, 2, 4, 2, 1, 2, 4, 2],
    portal: 0,
    cut: { side: [], corner: [] },
  },
  {
    from: 23.6,
    rows: 14,
    firstLabel: 201,
    blocks: [1, 3, 4, 3, 1, 3, 4, 3],
    portal: 1.45,
    cut: { side: [10, 4, 2], corner: [11, 4, 2] },
  },
];

/** One piece of the outline, clockwise from the left end: straight, or a quarter of a circle. */
type Piece =
  | { straight: true; fromX: number; fromY: number; dirX: number; dirY: number; length: number }
  | { straight: false; centreX: number; centreY: number; start: number };

const SIDE = 2 * (ICE.halfLength - ICE.corner);
const END = 2 * (ICE.halfWidth - ICE.corner);
const cx = ICE.halfLength - ICE.corner;
const cy = ICE.halfWidth - ICE.corner;

/**
 * The outline starts at the lower end of the left straight and runs clockwise, so block "1" is centred on the left
 * end.
 */
export const OUTLINE: readonly Piece[] = [
  { straight: true, fromX: -ICE.halfLength, fromY: cy, dirX: 0, dirY: -1, length: END },
  { straight: false, centreX: -cx, centreY: -cy, start: Math.PI },
  { straight: true, fromX: -cx, fromY: -ICE.halfWidth, dirX: 1, dirY: 0, length: SIDE },
  { straight: false, centreX: cx, centreY: -cy, start: 1.5 * Math.PI },
  { straight: true, fromX: ICE.halfLength, fromY: -cy, dirX: 0, dirY: 1, length: END },
  { straight: false, centreX: cx, centreY: cy, start: 0 },
  { straight: true, fromX: cx, fromY: ICE.halfWidth, dirX: -1, dirY: 0, length: SIDE },
  { straight: false, centreX: -cx, centreY: cy, start: 0.5 * Math.PI },
];

/** Returns the place at arc length `at` along a piece, `offset` out from the ice. */
export function place(piece: Piece, at: number, offset: number): [number, number] {
  if (piece.straight) {
    // The outside is to the left of the clockwise direction (y down).
    return [
      piece.fromX + piece.dirX * at + piece.dirY * offset,
      piece.fromY + piece.dirY * at - piece.dirX * offset,
    ];
  }
  const radius = ICE.corner + offset;
  const angle = piece.start + at / radius;
  return [piece.centreX + radius * Math.cos(angle), piece.centreY + radius * Math.sin(angle)];
}

/** Returns the labels, places and scenery of the arena. */
export function makeArena(): Draft {
  const plan: { label: string; rows: { label: string; count: number }[] }[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const tier of TIERS) {
    let label = tier.firstLabel;
    tier.blocks.forEach((blocksHere, p) => {
      const piece = OUTLINE[p]!;
      for (let b = 0; b < blocksHere; b++) {
        const rows: { label: string; count: number }[] = [];
        for (let r = 0; r < tier.rows; r++) {
          const offset = tier.from + r * STEP;
          const length = (piece.straight ? piece.length : ((ICE.corner + offset) * Math.PI) / 2) / blocksHere;
          const along = seatsAlong(length, r, tier, piece);
          for (const at of along) {
            const [x, y] = place(piece, b * length + length / 2 + at, offset);
            xs.push(x);
            ys.push(y);
          }
          rows.push({ label: String(r + 1), count: along.length });
        }
        plan.push({ label: String(label++), rows });
      }
    });
  }
  const halfLength = ICE.halfLength + WALL;
  const halfWidth = ICE.halfWidth + WALL;
  return {
    plan,
    x: Float32Array.from(xs),
    y: Float32Array.from(ys),
    pitch: PITCH,
    scenery: {
      kind: 'rink',
      ice: ICE,
      tiers: TIERS.map((tier) => ({ from: tier.from - STEP / 2, to: tier.from + (tier.rows - 0.5) * STEP })),
      wall: WALL,
    },
    bounds: { left: -halfLength, top: -halfWidth, right: halfLength, bottom: halfWidth },
  };
}

/** Returns the arc lengths of the seats of one row, from the middle of its block, clockwise. */
function seatsAlong(length: number, row: number, tier: ArenaTier, piece: Piece): number[] {
  const longSide = piece.straight && piece.length === SIDE;
  const cut = (longSide ? tier.cut.side : tier.cut.corner)[tier.rows - 1 - row] ?? 0;
  const count = Math.floor((length - AISLE) / PITCH) - cut;
  const along: number[] = [];
  for (let i = 0; i < count; i++) {
    const at = (i - (count - 1) / 2) * PITCH;
    const inPortal = row < PORTAL_ROWS && Math.abs(at) <= tier.portal - 1e-9;
    if (tier.portal === 0 || !inPortal) along.push(at);
  }
  return along;
}
