import type { Scenery } from '../../../../venue/venue.js';
import type { Palette } from '../palette.js';

type Rink = Extract<Scenery, { kind: 'rink' }>;

const TURN = 2 * Math.PI;

/** Paints the bowl and the ice, in metres; the context is in venue units. `unit`: metres per CSS px. */
export function paintRink(
  ctx: CanvasRenderingContext2D,
  { ice, tiers, wall }: Rink,
  palette: Palette,
  unit: number,
): void {
  /** The outline of the ice, `offset` further out. */
  const ring = (offset: number): void => {
    const { halfLength: l, halfWidth: w, corner } = ice;
    ctx.roundRect(-l - offset, -w - offset, 2 * (l + offset), 2 * (w + offset), Math.max(0, corner + offset));
  };
  const outline = (offset: number, colour: string, width: number): void => {
    ctx.beginPath();
    ring(offset);
    ctx.lineWidth = width;
    ctx.strokeStyle = colour;
    ctx.stroke();
  };
  const band = (from: number, to: number, colour: string | CanvasGradient): void => {
    ctx.beginPath();
    ring(to);
    ring(from);
    ctx.fillStyle = colour;
    ctx.fill('evenodd');
  };
  if (palette.isForced) {
    for (const offset of [0, wall]) outline(offset, palette.label, 2 * unit);
    markings(ctx, ice, palette, unit);
    return;
  }
  // Darker towards the wall: the lamps are over the ice.
  const dusk = ctx.createRadialGradient(0, 0, ice.halfWidth, 0, 0, ice.halfLength + wall);
  dusk.addColorStop(0, '#101a27');
  dusk.addColorStop(0.6, palette.bowl);
  dusk.addColorStop(1, palette.night);
  ctx.beginPath();
  ring(wall);
  ctx.fillStyle = dusk;
  ctx.fill();
  outline(wall, '#22304499', 1.2 * unit);
  outline(wall - 1.4, '#1b273766', unit);
  tiers.slice(1).forEach(({ from }, i) => {
    const inner = tiers[i]!.to + 0.55;
    const outer = from - 0.55;
    band(inner, outer, palette.concourse);
    outline(inner, '#26344a', unit);
    outline(outer, '#26344a', unit);
  });
  // The walkway round the ice, with the benches.
  const first = tiers[0]!.from;
  band(0, first - 0.3, '#15202d');
  outline(first - 0.3, '#26344a', unit);
  outline(first - 1.5, '#1c2938', unit);
  ctx.fillStyle = '#1b293b';
  for (const [x, y, width] of [
    [-14, -1, 10],
    [4, -1, 10],
    [-9, 1, 7],
    [-1.5, 1, 3],
    [2, 1, 7],
  ] as const) {
    ctx.fillRect(x, y < 0 ? -ice.halfWidth - 2.1 : ice.halfWidth + 0.7, width, 1.4);
  }
  ctx.beginPath();
  ring(0);
  ctx.fillStyle = lamps(ctx, ice.halfLength, palette.ice);
  ctx.fill();
  ctx.save();
  ctx.clip();
  for (const x of [-0.42, 0, 0.42]) {
    const light = ctx.createRadialGradient(
      x * ice.halfLength,
      0,
      0,
      x * ice.halfLength,
      0,
      ice.halfWidth * 1.1,
    );
    light.addColorStop(0, '#ffffffb0');
    light.addColorStop(1, '#ffffff00');
    ctx.fillStyle = light;
    ctx.fillRect(-ice.halfLength, -ice.halfWidth, 2 * ice.halfLength, 2 * ice.halfWidth);
  }
  scratches(ctx, ice);
  markings(ctx, ice, palette, unit);
  ctx.restore();
}

/** Paints the boards, over the reflection of the seats on the ice. */
export function paintBoards(
  ctx: CanvasRenderingContext2D,
  { ice }: Rink,
  palette: Palette,
  unit: number,
): void {
  if (palette.isForced) return;
  const { halfLength: l, halfWidth: w, corner } = ice;
  for (const [inset, width, colour] of [
    [0.42, 0.4, '#8fb0cc'],
    [0, Math.max(0.3, 2 * unit), '#fbfeff'],
  ] as const) {
    ctx.beginPath();
    ctx.roundRect(inset - l, inset - w, 2 * (l - inset), 2 * (w - inset), corner - inset);
    ctx.lineWidth = width;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }
}

function lamps(ctx: CanvasRenderingContext2D, half: number, ice: string): CanvasGradient {
  const light = ctx.createLinearGradient(-half, 0, half, 0);
  light.addColorStop(0, '#b7cfe1');
  light.addColorStop(0.22, '#dbe8f2');
  light.addColorStop(0.5, ice);
  light.addColorStop(0.78, '#dbe8f2');
  light.addColorStop(1, '#b7cfe1');
  return light;
}

/** Paints traces of skates, always the same ones. */
function scratches(ctx: CanvasRenderingContext2D, { halfLength, halfWidth }: Rink['ice']): void {
  ctx.beginPath();
  for (let i = 1; i < 40; i++) {
    const x = (((i * 0.618) % 1) * 2 - 1) * halfLength;
    const y = (((i * 0.4142) % 1) * 2 - 1) * halfWidth;
    const start = (i * 2.4) % TURN;
    const radius = 2 + (i % 7) * 1.7;
    ctx.moveTo(x + radius * Math.cos(start), y + radius * Math.sin(start));
    ctx.arc(x, y, radius, start, start + 0.35 + (i % 5) * 0.12);
  }
  ctx.lineWidth = 0.06;
  ctx.strokeStyle = '#7f9db82e';
  ctx.stroke();
}

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
    ctx.beginPath();
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    draw();
    ctx.stroke();
    ctx.globalAlpha = 1;
  };
  const line = (x1: number, y1: number, x2: number, y2: number): void => {
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
  };
  const circle = (x: number, y: number, radius: number): void => {
    ctx.moveTo(x + radius, y);
    ctx.arc(x, y, radius, 0, TURN);
  };
  const dots = (colour: string, radius: number, places: readonly (readonly [number, number])[]): void => {
    ctx.beginPath();
    ctx.fillStyle = colour;
    for (const [x, y] of places) circle(x, y, radius);
    ctx.fill();
  };
  const goal = halfLength - 4;
  const spot = goal - 6;
  const zone = 7.14;
  // Goal creases, under the goal lines.
  for (const side of [-1, 1]) {
    if (!palette.isForced) {
      ctx.beginPath();
      ctx.arc(side * goal, 0, 1.8, side < 0 ? -TURN / 4 : TURN / 4, side < 0 ? TURN / 4 : (3 * TURN) / 4);
      ctx.fillStyle = '#93c0e2';
      ctx.fill();
    }
    stroke(
      red,
      thin,
      () =>
        ctx.arc(side * goal, 0, 1.8, side < 0 ? -TURN / 4 : TURN / 4, side < 0 ? TURN / 4 : (3 * TURN) / 4),
      0.7,
    );
    // The line ends where the corner of the boards starts.
    const reach = halfWidth - corner + Math.sqrt(corner ** 2 - (corner - 4) ** 2);
    stroke(red, Math.max(0.08, thin), () => line(side * goal, -reach, side * goal, reach), 0.65);
    stroke('#6b7c8f', thin, () => ctx.rect(side < 0 ? -goal - 1.12 : goal, -0.92, 1.12, 1.84));
    stroke(blue, 0.3, () => line(side * zone, -halfWidth, side * zone, halfWidth), 0.85);
  }
  stroke(red, Math.max(0.3, 2 * unit), () => line(0, -halfWidth, 0, halfWidth), 0.85);
  if (!palette.isForced) {
    ctx.setLineDash([0.3, 0.75]);
    stroke('#ffffffc0', 0.18, () => line(0, -halfWidth, 0, halfWidth));
    ctx.setLineDash([]);
  }
  stroke(blue, thin, () => circle(0, 0, 4.5));
  stroke(red, thin, () => ctx.arc(0, halfWidth, 3, -TURN / 2, 0), 0.8);
  dots(blue, 0.3, [[0, 0]]);
  const quarters = [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ] as const;
  dots(red, 0.3, [
    ...quarters.map(([x, y]) => [x * (zone - 1.5), y * 7] as const),
    ...quarters.map(([x, y]) => [x * spot, y * 7] as const),
  ]);
  stroke(
    red,
    thin,
    () => {
      for (const [sx, sy] of quarters) {
        const x = sx * spot;
        const y = sy * 7;
        circle(x, y, 4.5);
        for (const [h, v] of quarters) {
          line(x + h * 0.85, y + v * 4.45, x + h * 0.85, y + v * 5.1);
          ctx.moveTo(x + h * 1.5, y + v * 0.5);
          ctx.lineTo(x + h * 0.5, y + v * 0.5);
          ctx.lineTo(x + h * 0.5, y + v * 1);
        }
      }
    },
    0.75,
  );
}
