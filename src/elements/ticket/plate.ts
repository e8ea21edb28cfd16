import type { Ticket, TicketScene } from './content.js';
import {
  NIGHT,
  WARM,
  warmTone,
  HEAD,
  OUTLINE,
  NEXT,
  YOURS,
  LAMP,
  RING,
  BITE,
  type Box,
  type Format,
  type Layout,
} from './layout.js';
import type { Pen } from './pen.js';
import { circlePath, round } from './shapes.js';
import { chairsAround, type Chair } from './surroundings.js';

/** The dark part: the seats, or the standing crowd, and the background of the text above and below. */
export function drawPlate(
  pen: Pen,
  { scene }: Ticket,
  { plate: box, pitch, width, height }: Layout,
  format: Format,
): void {
  const left = pen.leftOf(box);
  const bite = BITE[format];
  const [right, bottom] = [left + box.width, format === 'wide' ? height : box.y + box.height];
  // The notches are at the tear line: at the inner corners (wide), or at the lower ones (upright).
  const ground =
    format === 'upright'
      ? `M0 0H${right}V${bottom - bite}a${bite} ${bite} 0 0 0 ${-bite} ${bite}H${bite}a${bite} ${bite} 0 0 0 ${-bite} ${-bite}z`
      : pen.rtl
        ? `M${left + bite} 0H${width}V${height}H${left + bite}a${bite} ${bite} 0 0 0 ${-bite} ${-bite}V${bite}a${bite} ${bite} 0 0 0 ${bite} ${-bite}z`
        : `M0 0H${right - bite}a${bite} ${bite} 0 0 0 ${bite} ${bite}V${height - bite}a${bite} ${bite} 0 0 0 ${-bite} ${bite}H0z`;
  pen.path('night edge', ground, { fill: NIGHT, stroke: '#26344a', width: 2 });
  const middle = pen.middleOf(box);
  const glow = {
    ...middle,
    r: pitch * 9,
    stops: [
      [0, LAMP, 0.3],
      [0.35, LAMP, 0.08],
      [1, LAMP, 0],
    ] as const,
  };
  const dusk = {
    ...middle,
    r: box.width * 0.62,
    stops: [
      [0, NIGHT, 0],
      [0.22, NIGHT, 0.06],
      [1, NIGHT, 0.5],
    ] as const,
  };
  const window =
    format === 'wide'
      ? `M${left} ${box.y}h${box.width}v${box.height}h${-box.width}z`
      : ground.replace('M0 0', `M0 ${box.y}`);
  const drawLight = (): void => {
    pen.path('light', window, { light: dusk });
    pen.path('light', window, { light: glow });
  };
  if (scene) {
    // A seat at the edge must not show through a notch.
    const isInside = ({ x, y }: Chair): boolean =>
      format === 'wide' || Math.hypot(box.width / 2 - Math.abs(x), box.height / 2 - y) > bite + pitch * 0.6;
    const chairs = chairsAround(scene.venue, scene.seat, scene.beside, { ...box, pitch })
      .filter(isInside)
      .map((chair) => ({ ...chair, x: middle.x + chair.x, y: middle.y + chair.y }));
    drawSeats(pen, scene, chairs, pitch, drawLight);
  } else drawCrowd(pen, box, pitch * 1.7, format === 'upright' ? bite : 0, drawLight);
  // Cover the seats that extend beyond the window: text goes there.
  const night = (y: number, tall: number): void =>
    pen.path('night', `M${left} ${y}h${box.width}v${tall}h${-box.width}z`, { fill: NIGHT });
  if (format === 'wide') {
    night(bite, box.y - bite);
    night(box.y + box.height, height - box.y - box.height - bite);
  } else night(2, box.y - 2);
}

/** Returns a function that writes a point of a chair, given upright from its middle, as path data: rotated by `turn`, at its place. */
function chairPointsOf(x: number, y: number, turn: number): (dx: number, dy: number) => string {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (dx, dy) => `${round(x + dx * cos - dy * sin)} ${round(y + dx * sin + dy * cos)}`;
}

/** Path data of a rounded square in the place of a chair, rotated as it is. */
function squarePath({ x, y, rotation }: Chair, side: number): string {
  const half = side / 2;
  const near = half - side * 0.24;
  const at = chairPointsOf(x, y, rotation);
  return `M${at(-near, -half)}L${at(near, -half)}Q${at(half, -half)} ${at(half, -near)}L${at(half, near)}Q${at(half, half)} ${at(near, half)}L${at(-near, half)}Q${at(-half, half)} ${at(-half, near)}L${at(-half, -near)}Q${at(-half, -half)} ${at(-near, -half)}z`;
}

/** Path data of the back rest: behind the person in the seat, who faces the stage. */
function backRestPath({ x, y, rotation }: Chair, side: number): string {
  const at = chairPointsOf(x, y, rotation);
  return `M${at(-side * 0.24, side * 0.28)}L${at(side * 0.24, side * 0.28)}`;
}

/** Returns a number for a seat: always the same one, and another than its neighbours'. */
const scattered = (seat: number): number => Math.imul(seat ^ (seat >>> 7), 0x9e3779b1) >>> 16;

/** Draws the seats, and the signer's in their light. `chairs`: in px of the drawing. */
function drawSeats(
  pen: Pen,
  { seat, beside, next, stateOf }: TicketScene,
  chairs: readonly Chair[],
  pitch: number,
  drawLight: () => void,
): void {
  const side = pitch * 0.78;
  const inState = (state: ReturnType<typeof stateOf>): Chair[] =>
    chairs.filter((chair) => chair.seat !== seat && stateOf(chair.seat) === state);
  const square = (chair: Chair): string => squarePath(chair, side);
  const empty = (chair: Chair): string => square(chair) + backRestPath(chair, side);
  const [taken, free] = [inState('taken'), inState('free')];
  for (const fill of WARM) {
    const ofTone = taken.filter((chair) => warmTone(scattered(chair.seat)) === fill);
    pen.path('taken', ofTone.map(square).join(''), { fill });
  }
  const heads = taken.map(({ x, y }) => circlePath(x, y - side * 0.06, side * 0.3));
  pen.path('head', heads.join(''), { fill: HEAD });
  // Drawn without the back rest of a free seat, where nothing says that it is free.
  const others = [
    ...inState('unknown').map(square),
    ...free.filter((chair) => chair.seat !== next).map(empty),
  ];
  pen.path('free', others.join(''), { stroke: OUTLINE, width: pitch * 0.045 });
  const kept = inState('kept').filter((chair) => chair.seat !== beside);
  pen.path('kept', kept.map(({ x, y }) => circlePath(x, y, side * 0.5)).join(''), {
    fill: NIGHT,
    stroke: RING,
    width: pitch * 0.05,
  });
  drawLight();
  const invited = free.filter((chair) => chair.seat === next);
  pen.path('next', invited.map(empty).join(''), { stroke: NEXT, width: pitch * 0.06 });
  const own = chairs.find((chair) => chair.seat === seat);
  if (!own) return;
  // A dark line between the ring and the neighbours, else they merge into one warm shape.
  pen.path('night', squarePath(own, pitch * 1.22), { fill: NIGHT });
  pen.path('frame', squarePath(own, pitch * 1.12), { stroke: YOURS, width: pitch * 0.07 });
  pen.path('yours', squarePath(own, pitch * 0.84), { fill: YOURS });
  pen.path('eye', circlePath(own.x, own.y - pitch * 0.03, pitch * 0.21), { fill: LAMP });
}

/** The standing crowd, row behind row; the person in the middle is lit. */
function drawCrowd(pen: Pen, box: Box, step: number, bite: number, drawLight: () => void): void {
  const middle = pen.middleOf(box);
  const shoulders = (x: number, y: number, grow = 0): string => {
    const half = step * 0.42 + grow;
    return `M${round(x - half)} ${round(y + step * 1.5)}v${round(-step * 0.96)}a${round(half)} ${round(step * 0.34 + grow)} 0 0 1 ${round(2 * half)} 0v${round(step * 0.96)}z`;
  };
  const head = (x: number, y: number, grow = 0): string => circlePath(x, y - step * 0.08, step * 0.22 + grow);
  const keyline = { stroke: NIGHT, width: step * 0.05 };
  const columns = Math.ceil(box.width / step / 2) + 1;
  const rows = Math.ceil(box.height / step / 1.5) + 1;
  // From the last row to the first, so that people in front hide those behind.
  for (let row = -rows; row <= rows; row++) {
    const y = middle.y + row * step * 0.78;
    if (y < box.y + step * 0.3 || y > box.y + box.height) continue;
    let [bodies, heads] = ['', ''];
    for (let column = -columns; column <= columns; column++) {
      const x = middle.x + (column + (row % 2 ? 0.5 : 0)) * step;
      if (row === 0 && column === 0) continue;
      // Nobody stands in a notch at the lower edge.
      const aside = Math.abs(x - middle.x) - box.width / 2 + step * 0.5 + bite;
      if (bite && aside > 0 && y + step * 1.6 > box.y + box.height - bite) continue;
      bodies += shoulders(x, y);
      heads += head(x, y);
    }
    pen.path('taken', bodies, { fill: warmTone(Math.abs(row * 2)), ...keyline });
    pen.path('head', heads, { fill: HEAD, ...keyline });
    if (row === 0) {
      const { x } = middle;
      pen.path('night', shoulders(x, y, step * 0.1) + head(x, y, step * 0.1), { fill: NIGHT });
      pen.path('yours', shoulders(x, y) + head(x, y), { fill: YOURS });
      pen.path('eye', head(x, y, -step * 0.11), { fill: LAMP });
    }
  }
  drawLight();
}
