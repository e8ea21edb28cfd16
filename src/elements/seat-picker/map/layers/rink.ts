import type { Scenery } from '../../../../venue/venue.js';
import { addCircle, fillPath, strokePath, TURN, withStops, type PathPaint } from '../canvas.js';
import type { Palette } from '../palette.js';

type Rink = Extract<Scenery, { kind: 'rink' }>;

/** Strokes and fills along the edge of the ice, at offsets from it. */
class RinkPen {
  constructor(
    readonly ctx: CanvasRenderingContext2D,
    readonly ice: Rink['ice'],
  ) {}

  /** Adds the outline of the ice, `offset` further out. */
  ring(offset: number): void {
    const { halfLength: l, halfWidth: w, corner } = this.ice;
    const radius = Math.max(0, corner + offset);
    this.ctx.roundRect(-l - offset, -w - offset, 2 * (l + offset), 2 * (w + offset), radius);
  }

  outline(offset: number, colour: string, width: number): void {
    strokePath(this.ctx, colour, width, () => this.ring(offset));
  }

  /** Fills between two offsets; `from` null fills all within. */
  band(from: number | null, to: number, colour: PathPaint): void {
    const edges = [to, ...(from === null ? [] : [from])];
    fillPath(this.ctx, colour, () => edges.forEach((edge) => this.ring(edge)), 'evenodd');
  }
}

/** Paints the bowl and the ice, in metres; the context is in venue units. `unit`: metres per CSS px. */
export function paintRink(
  ctx: CanvasRenderingContext2D,
  { ice, tiers, wall }: Rink,
  palette: Palette,
  unit: number,
): void {
  const pen = new RinkPen(ctx, ice);
  if (palette.isForced) {
    for (const offset of [0, wall]) pen.outline(offset, palette.label, 2 * unit);
    markings(ctx, ice, palette, unit);
    return;
  }
  // Darker towards the wall: the lamps are over the ice.
  const dusk = ctx.createRadialGradient(0, 0, ice.halfWidth, 0, 0, ice.halfLength + wall);
  pen.band(null, wall, withStops(dusk, [0, '#101a27'], [0.6, palette.bowl], [1, palette.night]));
  pen.outline(wall, '#22304499', 1.2 * unit);
  pen.outline(wall - 1.4, '#1b273766', unit);
  tiers.forEach(({ from }, i) => {
    const below = tiers[i - 1];
    if (!below) return walkway(pen, from, unit);
    pen.band(below.to + 0.55, from - 0.55, palette.concourse);
    for (const offset of [below.to + 0.55, from - 0.55]) pen.outline(offset, '#26344a', unit);
  });
  pen.band(null, 0, lamps(ctx, ice.halfLength, palette.ice));
  ctx.save();
  ctx.clip();
  spotlights(ctx, ice);
  scratches(ctx, ice);
  markings(ctx, ice, palette, unit);
  ctx.restore();
}

/** Places of the benches of the teams and of the table, from the middle line: start, side, width in metres. */
const BENCHES = [
  [-14, -1, 10],
  [4, -1, 10],
  [-9, 1, 7],
  [-1.5, 1, 3],
  [2, 1, 7],
] as const;

/** Paints the walkway round the ice, with the benches. */
function walkway(pen: RinkPen, first: number, unit: number): void {
  const { ctx, ice } = pen;
  pen.band(0, first - 0.3, '#15202d');
  pen.outline(first - 0.3, '#26344a', unit);
  pen.outline(first - 1.5, '#1c2938', unit);
  ctx.fillStyle = '#1b293b';
  for (const [x, y, width] of BENCHES)
    ctx.fillRect(x, y < 0 ? -ice.halfWidth - 2.1 : ice.halfWidth + 0.7, width, 1.4);
}

function spotlights(ctx: CanvasRenderingContext2D, { halfLength: l, halfWidth: w }: Rink['ice']): void {
  for (const x of [-0.42 * l, 0, 0.42 * l]) {
    const light = ctx.createRadialGradient(x, 0, 0, x, 0, w * 1.1);
    ctx.fillStyle = withStops(light, [0, '#ffffffb0'], [1, '#ffffff00']);
    ctx.fillRect(-l, -w, 2 * l, 2 * w);
  }
}

/** Paints the boards, over the reflection of the seats on the ice. */
export function paintBoards(
  ctx: CanvasRenderingContext2D,
  { ice }: Rink,
  palette: Palette,
  unit: number,
): void {
  if (palette.isForced) return;
  const pen = new RinkPen(ctx, ice);
  pen.outline(-0.42, '#8fb0cc', 0.4);
  pen.outline(0, '#fbfeff', Math.max(0.3, 2 * unit));
}

function lamps(ctx: CanvasRenderingContext2D, half: number, ice: string): CanvasGradient {
  const [end, side] = ['#b7cfe1', '#dbe8f2'];
  const light = ctx.createLinearGradient(-half, 0, half, 0);
  return withStops(light, [0, end], [0.22, side], [0.5, ice], [0.78, side], [1, end]);
}

/** Paints traces of skates, always the same ones. */
function scratches(ctx: CanvasRenderingContext2D, { halfLength, halfWidth }: Rink['ice']): void {
  strokePath(ctx, '#7f9db82e', 0.06, () => {
    for (let i = 1; i < 40; i++) {
      const x = (((i * 0.618) % 1) * 2 - 1) * halfLength;
      const y = (((i * 0.4142) % 1) * 2 - 1) * halfWidth;
      const start = (i * 2.4) % TURN;
      const radius = 2 + (i % 7) * 1.7;
      ctx.moveTo(x + radius * Math.cos(start), y + radius * Math.sin(start));
      ctx.arc(x, y, radius, start, start + 0.35 + (i % 5) * 0.12);
    }
  });
}

/** Signs of the four quarters of the ice. */
const QUARTERS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;
/** Places by the rule book, from the middle, m. */
const ZONE = 7.14;

/** Paints the lines of the game, by the rule book (metres). */
function markings(
  ctx: CanvasRenderingContext2D,
  { halfLength, halfWidth, corner }: Rink['ice'],
  palette: Palette,
  unit: number,
): void {
  const blue = palette['ice-blue'];
  const red = palette['ice-red'];
  const thin = Math.max(0.06, 1.1 * unit);
  const stroke = (colour: string, width: number, draw: () => void, alpha = 1): void => {
    ctx.globalAlpha = palette.isForced ? 1 : alpha;
    strokePath(ctx, colour, width, draw);
    ctx.globalAlpha = 1;
  };
  /** Adds a line across the ice, or as far as `reach` on both sides. */
  const across = (x: number, reach = halfWidth): void => line(ctx, x, -reach, x, reach);
  const goal = halfLength - 4;
  // The line ends where the corner of the boards starts.
  const goalReach = halfWidth - corner + Math.sqrt(corner ** 2 - (corner - 4) ** 2);
  for (const side of [-1, 1]) {
    const crease = (): void => {
      const start = (side * TURN) / 4;
      ctx.arc(side * goal, 0, 1.8, start, start + TURN / 2);
    };
    // Goal creases, under the goal lines.
    if (!palette.isForced) fillPath(ctx, '#93c0e2', crease);
    stroke(red, thin, crease, 0.7);
    stroke(red, Math.max(0.08, thin), () => across(side * goal, goalReach), 0.65);
    stroke('#6b7c8f', thin, () => ctx.rect(side < 0 ? -goal - 1.12 : goal, -0.92, 1.12, 1.84));
    stroke(blue, 0.3, () => across(side * ZONE), 0.85);
  }
  stroke(red, Math.max(0.3, 2 * unit), () => across(0), 0.85);
  if (!palette.isForced) {
    ctx.setLineDash([0.3, 0.75]);
    stroke('#ffffffc0', 0.18, () => across(0));
    ctx.setLineDash([]);
  }
  stroke(blue, thin, () => addCircle(ctx, 0, 0, 4.5));
  stroke(red, thin, () => ctx.arc(0, halfWidth, 3, -TURN / 2, 0), 0.8);
  const spots = QUARTERS.map(([x, y]) => [x * (goal - 6), y * 7] as const);
  const dots = (colour: string, places: readonly (readonly [number, number])[]): void =>
    fillPath(ctx, colour, () => places.forEach(([x, y]) => addCircle(ctx, x, y, 0.3)));
  dots(blue, [[0, 0]]);
  dots(red, [...QUARTERS.map(([x, y]) => [x * (ZONE - 1.5), y * 7] as const), ...spots]);
  stroke(red, thin, () => spots.forEach(([x, y]) => faceOff(ctx, x, y)), 0.75);
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
}

/** Adds a circle for face-offs, with the marks where the players stand. */
function faceOff(ctx: CanvasRenderingContext2D, x: number, y: number): void {
  addCircle(ctx, x, y, 4.5);
  for (const [h, v] of QUARTERS) {
    line(ctx, x + h * 0.85, y + v * 4.45, x + h * 0.85, y + v * 5.1);
    line(ctx, x + h * 1.5, y + v * 0.5, x + h * 0.5, y + v * 0.5);
    ctx.lineTo(x + h * 0.5, y + v * 1);
  }
}
