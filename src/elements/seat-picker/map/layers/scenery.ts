import type { Bounds, Shape, ShapeRole, Spot } from '../../../../venue/venue.js';
import { addCircle, fillCircle, fillPath, strokePath, withStops, type PathPaint } from '../canvas.js';
import type { Palette } from '../palette.js';

const RADIANS = Math.PI / 180;

/**
 * Paints the shapes around and between the seats, in venue units. `unit`: venue units per CSS px. `sheen`: the light of
 * the seats over the whole venue, painted on the stage; null where nothing glows.
 */
export function paintScenery(
  ctx: CanvasRenderingContext2D,
  shapes: readonly Shape[],
  bounds: Bounds,
  palette: Palette,
  unit: number,
  sheen: CanvasImageSource | null,
): void {
  if (palette.isForced) return outlineAll(ctx, shapes, palette, unit);
  const stages = shapes.filter(({ role }) => role === 'stage');
  const light = lightOver(stages.length > 0 ? stages : shapes, bounds);
  const fills = fillsOf(ctx, light, bounds, palette);
  let isStageLit = false;
  let following = 0;
  for (const shape of shapes) {
    following++;
    const { role } = shape;
    if (role === 'lamp') continue;
    const path = (): void => trace(ctx, shape);
    const fill = fills[role];
    const edge = EDGES[role];
    if (fill) fillPath(ctx, fill, path, 'evenodd');
    if (edge) strokePath(ctx, edge[0], edge[1] * unit, path);
    // After the stage itself, and before the objects on it.
    if (role === 'stage' && shapes[following]?.role !== 'stage' && !isStageLit) {
      isStageLit = true;
      boards(ctx, stages, unit);
      if (sheen) reflect(ctx, stages, bounds, sheen);
    }
  }
  for (const shape of shapes) if (shape.role === 'lamp') burn(ctx, shape, light.radius, palette);
}

/** Paints in the reader's own colours: essential shapes as outlines, no paving, no light. */
function outlineAll(
  ctx: CanvasRenderingContext2D,
  shapes: readonly Shape[],
  palette: Palette,
  unit: number,
): void {
  for (const shape of shapes) {
    if (shape.role === 'ground' || shape.role === 'floor' || shape.role === 'line') continue;
    strokePath(ctx, palette.label, (shape.role === 'step' ? 1 : 2) * unit, () => trace(ctx, shape));
  }
}

function trace(ctx: CanvasRenderingContext2D, shape: Shape): void {
  if (shape.shape === 'polygon') {
    for (const [x, y] of shape.points) ctx.lineTo(x, y);
    if (shape.role !== 'line') ctx.closePath();
    return;
  }
  const [x, y] = shape.at;
  if (shape.shape === 'circle') return addCircle(ctx, x, y, shape.radius);
  const start = shape.start * RADIANS;
  const end = shape.end * RADIANS;
  ctx.arc(x, y, shape.outer, start, end);
  // An arc with equal inner and outer radius is a line along the ring.
  if (shape.inner === shape.outer) return;
  if (shape.inner > 0) ctx.arc(x, y, shape.inner, end, start, true);
  else ctx.lineTo(x, y);
  ctx.closePath();
}

interface LampCone {
  readonly at: Spot;
  readonly radius: number;
}

/** Returns places between which a shape extends. */
function reachOf(shape: Shape): readonly Spot[] {
  if (shape.shape === 'polygon') return shape.points;
  const [x, y] = shape.at;
  if (shape.shape === 'circle')
    return [
      [x - shape.radius, y - shape.radius],
      [x + shape.radius, y + shape.radius],
    ];
  return new Array<number>(17).fill(0).map((_, i) => {
    const turn = (shape.start + ((shape.end - shape.start) * i) / 16) * RADIANS;
    return [x + shape.outer * Math.cos(turn), y + shape.outer * Math.sin(turn)];
  });
}

/** Returns the middle of some shapes, and the distance they extend from it. */
function lightOver(shapes: readonly Shape[], { left, top, right, bottom }: Bounds): LampCone {
  let [l, t, r, b] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of shapes.flatMap(reachOf)) {
    l = Math.min(l, x);
    t = Math.min(t, y);
    r = Math.max(r, x);
    b = Math.max(b, y);
  }
  if (!(r > l)) [l, t, r, b] = [left, top, right, bottom];
  return { at: [(l + r) / 2, (t + b) / 2], radius: Math.max(r - l, b - t) / 2 };
}

function fillsOf(
  ctx: CanvasRenderingContext2D,
  { at: [x, y], radius }: LampCone,
  { left, top, right, bottom }: Bounds,
  palette: Palette,
): Partial<Record<ShapeRole, PathPaint>> {
  const gradient = (size: number): CanvasGradient => ctx.createRadialGradient(x, y, 0, x, y, size);
  const reach = Math.max(right - x, x - left, bottom - y, y - top);
  return {
    // Darker towards the wall: the lamps are over the stage.
    ground: withStops(
      gradient(reach),
      [0, '#1a2838'],
      [0.45, '#101a27'],
      [0.75, palette.bowl],
      [1, palette.night],
    ),
    floor: withStops(gradient(reach), [0, '#1b2838'], [0.6, palette.concourse], [1, '#0d151f']),
    stage: withStops(gradient(radius), [0, palette.ice], [0.45, '#d3e2ed'], [1, '#9fb9cf']),
    step: '#8fb0cc26',
    mark: '#1b293b',
  };
}

/** Edge of each kind of shape: colour and width in px. */
const EDGES: Partial<Record<ShapeRole, readonly [colour: string, px: number]>> = {
  floor: ['#26344a', 1],
  step: ['#8fb0cc80', 1],
  mark: ['#46597a', 1],
  line: ['#7f9db840', 1],
  wall: ['#223044', 1.2],
};

/** Paints the bright edge of the stage, as boards edge the ice. */
function boards(ctx: CanvasRenderingContext2D, stages: readonly Shape[], unit: number): void {
  for (const [width, colour] of [
    [4, '#8fb0cc66'],
    [1.6, '#fbfeff'],
  ] as const) {
    strokePath(ctx, colour, width * unit, () => stages.forEach((stage) => trace(ctx, stage)));
  }
}

function reflect(
  ctx: CanvasRenderingContext2D,
  stages: readonly Shape[],
  bounds: Bounds,
  sheen: CanvasImageSource,
): void {
  ctx.save();
  ctx.beginPath();
  for (const stage of stages) trace(ctx, stage);
  ctx.clip();
  ctx.globalCompositeOperation = 'multiply';
  ctx.drawImage(sheen, bounds.left, bounds.top, bounds.right - bounds.left, bounds.bottom - bounds.top);
  ctx.restore();
}

/** Paints a lamp and its light, as far as it reaches. */
function burn(ctx: CanvasRenderingContext2D, shape: Shape, reach: number, palette: Palette): void {
  const { at, radius } = lightOver([shape], { left: 0, top: 0, right: 0, bottom: 0 });
  const [x, y] = at;
  const far = Math.max(7 * radius, 0.7 * reach);
  const light = ctx.createRadialGradient(x, y, 0, x, y, far);
  const lit = palette['seat-lit-1'];
  withStops(light, [0, `${lit}cc`], [0.25, `${lit}66`], [1, `${lit}00`]);
  ctx.save();
  ctx.globalCompositeOperation = 'multiply';
  fillCircle(ctx, light, x, y, far);
  ctx.restore();
  fillPath(ctx, lit, () => trace(ctx, shape));
  fillCircle(ctx, palette['seat-yours'], x, y, 0.55 * radius);
}
