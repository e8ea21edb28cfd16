import type { SeatPlace } from '../../venue/seat-code.js';
import type { Venue } from '../../venue/venue.js';
import { initialsOf } from '../actions/initials.js';
import { printableText, fitText, readsRtl, type Fitted, type MeasureText } from './fit.js';
import { circlePath, round, type Face, type TicketDrawing, type DrawnShape } from './shapes.js';
import { chairsAround, type Chair } from './surroundings.js';

/** `wide`: 1200 x 630 px, the format of link previews; `upright`: 1080 x 1920 px, the format of a phone screen. */
export type Format = 'wide' | 'upright';

/** The content of a ticket: texts that are ready to be set, and the seats to draw. It has no receipt, no code and no number of the signer's. */
export interface Ticket {
  readonly locale: string;
  readonly rtl: boolean;
  /** Text alternative of the ticket. */
  readonly label: string;
  readonly title: string;
  /** Null for a signer without a seat. */
  readonly place: SeatPlace | null;
  readonly words: { readonly block: string; readonly row: string; readonly seat: string };
  /** Text in place of a seat: "Standing". */
  readonly standing: string;
  /** "beside", above the name of the person; for a signer without a seat, the text in place of the name. */
  readonly beside: string;
  readonly person: { readonly name: string; readonly portrait: string | null } | null;
  /** The count of people, and whether the next seat is free. */
  readonly lines: readonly string[];
  /** Address to sign at, without `https://`. */
  readonly address: string;
  /** First name that the signer typed; empty by default. */
  readonly name: string;
  readonly scene: TicketScene | null;
  readonly fonts: TicketDrawing['fonts'];
}

/** The seats on the ticket. */
export interface TicketScene {
  readonly venue: Venue;
  readonly seat: number;
  /** The kept seat beside the signer's. */
  readonly beside: number | null;
  /** The free seat that the signer can invite another person to. */
  readonly next: number | null;
  /** State of every other seat. */
  stateOf(seat: number): 'free' | 'taken' | 'kept' | 'unknown';
}

const NIGHT = '#070b12';
const PAPER = '#f3f7fa';
const INK = '#101926';
const MUTED = '#4a5a6c';
const LINE = '#c3ced8';
const TEXT = '#edf2f8';
const LABEL = '#a8b6c9';
const WARM = ['#cd7f2c', '#d88b34', '#e2963e'];
const HEAD = '#ffd79c';
const OUTLINE = '#62779a';
const NEXT = '#cfe4f5';
const YOURS = '#fff4df';
const LAMP = '#ffb04d';
const RING = '#eaf4fb';
const MEDALLION = '#16243a';

/** Radius of the two notches in the edge, at the tear line, px. */
const BITE = { wide: 14, upright: 24 };

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Positions of all parts, px, for text that reads from left to right. The `width` of a text is the space it has. */
interface Layout {
  readonly width: number;
  readonly height: number;
  readonly plate: Box;
  /** Distance from seat to seat, px. */
  readonly pitch: number;
  readonly title: { x: number; y: number; width: number; sizes: readonly number[]; leading: number };
  readonly name: { x: number; y: number; width: number; sizes: readonly number[] };
  readonly lines: {
    x: number;
    y: number;
    width: number;
    sizes: readonly number[];
    leading: number;
    fill: string;
  };
  readonly person: { x: number; y: number; r: number; gap: number; width: number; sizes: readonly number[] };
  readonly address: { x: number; y: number; width: number; sizes: readonly number[] };
}

const LAYOUTS: Readonly<Record<Format, Layout>> = {
  wide: {
    width: 1200,
    height: 630,
    plate: { x: 0, y: 100, width: 810, height: 418 },
    pitch: 35,
    title: { x: 44, y: 62, width: 722, sizes: [36, 32, 28, 25, 21], leading: 31 },
    name: { x: 766, y: 62, width: 220, sizes: [22, 19] },
    lines: { x: 44, y: 564, width: 722, sizes: [27, 24, 21], leading: 36, fill: TEXT },
    person: { x: 890, y: 478, r: 36, gap: 18, width: 212, sizes: [28, 25, 22, 19] },
    address: { x: 854, y: 600, width: 302, sizes: [36, 32, 28, 25, 22, 19, 16, 14] },
  },
  upright: {
    width: 1080,
    height: 1920,
    plate: { x: 0, y: 208, width: 1080, height: 910 },
    pitch: 77,
    title: { x: 80, y: 124, width: 920, sizes: [64, 56, 50, 44, 37], leading: 58 },
    name: { x: 1000, y: 124, width: 260, sizes: [40, 34] },
    lines: { x: 80, y: 1708, width: 920, sizes: [42, 38, 34], leading: 54, fill: INK },
    person: { x: 156, y: 1560, r: 74, gap: 36, width: 740, sizes: [58, 52, 46, 40] },
    address: { x: 80, y: 1850, width: 920, sizes: [48, 42, 37, 32, 28] },
  },
};

/** Draws a ticket. A pure function: the same texts, seats and measurements give the same drawing. */
export function drawTicket(ticket: Ticket, format: Format, measure: MeasureText): TicketDrawing {
  const layout = LAYOUTS[format];
  const { width, height } = layout;
  const { rtl } = ticket;
  const pen = new Pen(rtl, width, measure);
  drawPlate(pen, ticket, layout, format);
  (format === 'wide' ? drawWideStub : drawUprightStub)(pen, ticket, layout);
  drawHeader(pen, ticket, layout);
  drawLines(pen, ticket, layout);
  drawPerson(pen, ticket, layout);
  drawAddress(pen, ticket, layout);
  const { fonts, locale, label } = ticket;
  return { width, height, shapes: pen.shapes, fonts, locale, label };
}

interface Setting {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly sizes: readonly number[];
  readonly limit: number;
  readonly face: Face;
  readonly fill: string;
  readonly leading?: number;
  /** Edge of the layout at which the text starts or ends. */
  readonly edge?: 'start' | 'middle' | 'end';
  /** Direction of the text, where its first letter does not give it. */
  readonly rtl?: boolean;
}

/** Collects shapes, and mirrors the texts where the language reads from right to left. The seats are a place and are never mirrored. */
class Pen {
  readonly shapes: DrawnShape[] = [];

  constructor(
    readonly rtl: boolean,
    readonly width: number,
    readonly measure: MeasureText,
  ) {}

  /** x measured from the edge at which reading starts. */
  at(x: number): number {
    return this.rtl ? this.width - x : x;
  }

  path(
    role: string,
    d: string,
    paint: Partial<Omit<Extract<DrawnShape, { kind: 'path' }>, 'kind' | 'role' | 'd'>>,
  ): void {
    if (d) this.shapes.push({ kind: 'path', role, d, ...paint });
  }

  /** A filled box, measured from the edge at which reading starts. */
  box(role: string, { x, y, width, height }: Box, fill: string): void {
    const left = this.rtl ? this.width - x - width : x;
    this.path(role, `M${left} ${y}h${width}v${height}h${-width}z`, { fill });
  }

  line(
    text: string,
    x: number,
    y: number,
    size: number,
    setting: Pick<Setting, 'face' | 'fill' | 'edge' | 'rtl'>,
    role: string,
  ): void {
    const { face, fill, edge = 'start' } = setting;
    const rtl = setting.rtl ?? readsRtl(text, this.rtl);
    const turned = rtl === this.rtl ? edge : edge === 'start' ? 'end' : edge === 'end' ? 'start' : edge;
    this.shapes.push({
      kind: 'text',
      role,
      text,
      x: round(this.at(x)),
      y: round(y),
      size,
      face,
      fill,
      anchor: turned,
      rtl,
    });
  }

  /** Sets a text in the space it has; returns the baseline of its last line. */
  fit(role: string, text: string, setting: Setting): number {
    const clean = printableText(text);
    if (!clean) return setting.y;
    const { size, lines } = fitText(clean, setting, this.measure);
    const leading = setting.leading ?? size * 1.25;
    const rtl = setting.rtl ?? readsRtl(clean, this.rtl);
    lines.forEach((line, i) =>
      this.line(line, setting.x, setting.y + i * leading, size, { ...setting, rtl }, role),
    );
    return setting.y + (lines.length - 1) * leading;
  }
}

/** The dark part: the seats, or the standing crowd, and the background of the text above and below. */
function drawPlate(
  pen: Pen,
  { scene }: Ticket,
  { plate: box, pitch, width, height }: Layout,
  format: Format,
): void {
  const left = pen.rtl ? width - box.x - box.width : box.x;
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
  const middle = { x: left + box.width / 2, y: box.y + box.height / 2 };
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
  if (scene) {
    const chairs = chairsAround(scene.venue, scene.seat, scene.beside, { ...box, pitch });
    // A seat at the edge must not show through a notch.
    const isInside = ({ x, y }: Chair): boolean =>
      format === 'wide' || Math.hypot(box.width / 2 - Math.abs(x), box.height / 2 - y) > bite + pitch * 0.6;
    drawSeats(pen, scene, chairs.filter(isInside), middle, pitch, window, { glow, dusk });
  } else {
    drawCrowd(pen, box, middle, pitch * 1.7, format === 'upright' ? bite : 0, window, { glow, dusk });
  }
  // Cover the seats that extend beyond the window: text goes there.
  const night = (y: number, tall: number): void =>
    pen.path('night', `M${left} ${y}h${box.width}v${tall}h${-box.width}z`, { fill: NIGHT });
  if (format === 'wide') {
    night(bite, box.y - bite);
    night(box.y + box.height, height - box.y - box.height - bite);
    return;
  }
  night(2, box.y - 2);
}

type Paint = Pick<Extract<DrawnShape, { kind: 'path' }>, 'light'>;

/** Path data of a rounded square at a place, rotated by `turn`. */
function squarePath(x: number, y: number, side: number, turn: number): string {
  const half = side / 2;
  const corner = side * 0.24;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const at = (dx: number, dy: number): string =>
    `${round(x + dx * cos - dy * sin)} ${round(y + dx * sin + dy * cos)}`;
  const near = half - corner;
  return `M${at(-near, -half)}L${at(near, -half)}Q${at(half, -half)} ${at(half, -near)}L${at(half, near)}Q${at(half, half)} ${at(near, half)}L${at(-near, half)}Q${at(-half, half)} ${at(-half, near)}L${at(-half, -near)}Q${at(-half, -half)} ${at(-near, -half)}z`;
}

/** Path data of the back rest: behind the person in the seat, who faces the stage. */
function backRestPath(x: number, y: number, side: number, turn: number): string {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const at = (dx: number, dy: number): string =>
    `${round(x + dx * cos - dy * sin)} ${round(y + dx * sin + dy * cos)}`;
  return `M${at(-side * 0.24, side * 0.28)}L${at(side * 0.24, side * 0.28)}`;
}

/** Picks a tone for a seat, always the same one. */
function rowToneOf(seat: number): number {
  return (Math.imul(seat ^ (seat >>> 7), 0x9e3779b1) >>> 16) % WARM.length;
}

function drawSeats(
  pen: Pen,
  scene: TicketScene,
  chairs: readonly Chair[],
  middle: { x: number; y: number },
  pitch: number,
  window: string,
  { glow, dusk }: Record<'glow' | 'dusk', NonNullable<Paint['light']>>,
): void {
  const side = pitch * 0.78;
  const solid = WARM.map(() => '');
  const [free, next, heads, kept] = [[''], [''], [''], ['']];
  let own: Chair | null = null;
  const others: { x: number; y: number }[] = [];
  for (const chair of chairs) {
    const [x, y] = [middle.x + chair.x, middle.y + chair.y];
    if (chair.seat === scene.seat) {
      own = chair;
      continue;
    }
    const state = scene.stateOf(chair.seat);
    if (state === 'kept') {
      if (chair.seat === scene.beside) others.push({ x, y });
      else kept.push(circlePath(x, y, side * 0.5));
    } else if (state === 'unknown') {
      // Drawn without the back rest of a free seat, since nothing says that it is free.
      free.push(squarePath(x, y, side, chair.rotation));
    } else if (state === 'free') {
      (chair.seat === scene.next ? next : free).push(
        squarePath(x, y, side, chair.rotation) + backRestPath(x, y, side, chair.rotation),
      );
    } else {
      solid[rowToneOf(chair.seat)] += squarePath(x, y, side, chair.rotation);
      heads.push(circlePath(x, y - side * 0.06, side * 0.3));
    }
  }
  WARM.forEach((fill, tone) => pen.path('taken', solid[tone]!, { fill }));
  pen.path('head', heads.join(''), { fill: HEAD });
  pen.path('free', free.join(''), { stroke: OUTLINE, width: pitch * 0.045 });
  pen.path('kept', kept.join(''), { fill: NIGHT, stroke: RING, width: pitch * 0.05 });
  pen.path('light', window, { light: dusk });
  pen.path('light', window, { light: glow });
  pen.path('next', next.join(''), { stroke: NEXT, width: pitch * 0.06 });
  if (own) {
    const [x, y] = [middle.x + own.x, middle.y + own.y];
    // A dark line between the ring and the neighbours, else they merge into one warm shape.
    pen.path('night', squarePath(x, y, pitch * 1.22, own.rotation), { fill: NIGHT });
    pen.path('frame', squarePath(x, y, pitch * 1.12, own.rotation), { stroke: YOURS, width: pitch * 0.07 });
    pen.path('yours', squarePath(x, y, pitch * 0.84, own.rotation), { fill: YOURS });
    pen.path('eye', circlePath(x, y - pitch * 0.03, pitch * 0.21), { fill: LAMP });
  }
}

/** The standing crowd, row behind row; the person in the middle is lit. */
function drawCrowd(
  pen: Pen,
  box: Box,
  middle: { x: number; y: number },
  step: number,
  bite: number,
  window: string,
  { glow, dusk }: Record<'glow' | 'dusk', NonNullable<Paint['light']>>,
): void {
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
    pen.path('taken', bodies, { fill: WARM[Math.abs(row * 2) % WARM.length]!, ...keyline });
    pen.path('head', heads, { fill: HEAD, ...keyline });
    if (row === 0) {
      const { x } = middle;
      pen.path('night', shoulders(x, y, step * 0.1) + head(x, y, step * 0.1), { fill: NIGHT });
      pen.path('yours', shoulders(x, y) + head(x, y), { fill: YOURS });
      pen.path('eye', head(x, y, -step * 0.11), { fill: LAMP });
    }
  }
  pen.path('light', window, { light: dusk });
  pen.path('light', window, { light: glow });
}

function drawHeader(pen: Pen, { title, name }: Ticket, { title: at, name: end }: Layout): void {
  const own = printableText(name);
  let room = at.width;
  if (own) {
    const setting = { ...end, limit: 1, face: 'interface', fill: LABEL, edge: 'end' } as const;
    const fitted = fitText(own, setting, pen.measure);
    pen.fit('name', own, setting);
    room -= pen.measure(fitted.lines[0] ?? '', fitted.size, 'interface') + 32;
  }
  const setting = { ...at, width: room, face: 'display', fill: TEXT } as const;
  const whole = printableText(title);
  const one = { ...setting, limit: 1, sizes: at.sizes.slice(0, -1) };
  // One line if it fits; otherwise two smaller ones, around the same middle.
  if (!fitText(whole, one, pen.measure).lines[0]?.endsWith('…')) return void pen.fit('title', whole, one);
  const two = { ...setting, limit: 2, sizes: at.sizes.slice(-2) };
  const { lines: set } = fitText(whole, two, pen.measure);
  pen.fit('title', whole, { ...two, y: at.y - ((set.length - 1) * at.leading) / 2 });
}

function drawLines(pen: Pen, ticket: Ticket, { lines: at, address }: Layout): void {
  const { fill, leading } = at;
  const last = fill === INK ? address.y - 1.3 * leading : Infinity;
  let { y } = at;
  for (const line of ticket.lines.slice(0, 2)) {
    if (y > last) return;
    y = pen.fit('line', line, { ...at, y, limit: 1, face: 'display', fill }) + leading;
  }
}

/** The address to sign at: on one line, or, where that allows much larger text, the host and the path on two. */
function drawAddress(pen: Pen, { address: text }: Ticket, { address: at }: Layout): void {
  const setting = { ...at, limit: 1, face: 'interface', fill: INK, rtl: false } as const;
  const fitted = (part: string): Fitted => fitText(printableText(part), setting, pen.measure);
  const slash = text.indexOf('/');
  const parts = slash < 0 ? [text] : [text.slice(0, slash), text.slice(slash)];
  const size = Math.min(...parts.map((part) => fitted(part).size));
  const whole = fitted(text);
  if (whole.size * 1.3 >= size && !whole.lines[0]?.endsWith('…'))
    return void pen.fit('address', text, setting);
  parts.forEach((part, i) =>
    pen.fit('address', part, { ...setting, y: at.y - (parts.length - 1 - i) * size * 1.25, sizes: [size] }),
  );
}

function drawWideStub(pen: Pen, ticket: Ticket, { height }: Layout): void {
  const bite = BITE.wide;
  const [from, to] = [pen.at(810), pen.at(1200)];
  const by = pen.rtl ? -bite : bite;
  const turn = pen.rtl ? 0 : 1;
  pen.path(
    'paper',
    `M${from + by} 0H${to}V${height}H${from + by}a${bite} ${bite} 0 0 ${1 - turn} ${-by} ${-bite}V${bite}a${bite} ${bite} 0 0 ${1 - turn} ${by} ${-bite}z`,
    // Keeps the edge visible on a page as light as the paper.
    { fill: PAPER, stroke: LINE, width: 2 },
  );
  pen.path('tear', `M${from} ${bite + 6}V${height - bite - 6}`, {
    stroke: '#8593a3',
    width: 2,
    dash: [2, 7],
  });
  const { place, words, standing } = ticket;
  if (!place) {
    pen.fit('figure', standing, {
      x: 854,
      y: 190,
      width: 302,
      sizes: [72, 60, 50, 42, 36],
      limit: 2,
      face: 'display',
      fill: INK,
    });
    pen.box('rule', { x: 854, y: 360, width: 302, height: 1.5 }, LINE);
    return;
  }
  const rows = [
    [words.block, place.block],
    [words.row, place.row],
    [words.seat, String(place.number)],
  ] as const;
  rows.forEach(([word, figure], i) => {
    const y = 107 + i * 112;
    pen.fit('word', word, {
      x: 854,
      y,
      width: 130,
      sizes: [25, 22, 19, 16],
      limit: 1,
      face: 'interface',
      fill: MUTED,
    });
    // A label is a name: it keeps the direction it has on the seat itself.
    pen.fit('figure', figure, {
      x: 1156,
      y,
      width: 166,
      sizes: [82, 66, 52, 40, 30, 22],
      limit: 1,
      face: 'display',
      fill: INK,
      edge: 'end',
      rtl: false,
    });
    pen.box('rule', { x: 854, y: 135 + i * 112, width: 302, height: 1.5 }, LINE);
  });
}

function drawUprightStub(
  pen: Pen,
  ticket: Ticket,
  { width, height, plate: { y, height: tall } }: Layout,
): void {
  const bite = BITE.upright;
  const top = y + tall;
  pen.path(
    'paper',
    `M${bite} ${top}H${width - bite}a${bite} ${bite} 0 0 0 ${bite} ${bite}V${height}H0V${top + bite}a${bite} ${bite} 0 0 0 ${bite} ${-bite}z`,
    { fill: PAPER, stroke: LINE, width: 2 },
  );
  pen.path('tear', `M${bite + 10} ${top}H${width - bite - 10}`, {
    stroke: '#8593a3',
    width: 3,
    dash: [3, 11],
  });
  const { place, words, standing } = ticket;
  if (place) {
    const columns = [
      [words.block, place.block, 80],
      [words.row, place.row, 393],
      [words.seat, String(place.number), 706],
    ] as const;
    for (const [word, figure, x] of columns) {
      pen.fit('word', word, {
        x,
        y: 1222,
        width: 290,
        sizes: [40, 35, 30],
        limit: 1,
        face: 'interface',
        fill: MUTED,
      });
      // At the edge where reading starts, whatever the direction of the label.
      pen.fit('figure', figure, {
        x,
        y: 1366,
        width: 290,
        sizes: [168, 132, 100, 76, 56, 40],
        limit: 1,
        face: 'display',
        fill: INK,
        rtl: false,
      });
    }
  } else {
    pen.fit('figure', standing, {
      x: 80,
      y: 1350,
      width: 920,
      sizes: [140, 116, 92, 72],
      limit: 1,
      face: 'display',
      fill: INK,
    });
  }
  pen.box('rule', { x: 80, y: 1442, width: width - 160, height: 3 }, LINE);
}

/** The person beside the signer: in the medallion of the stub, and in their seat. */
function drawPerson(pen: Pen, ticket: Ticket, layout: Layout): void {
  const { x, y, r, gap, width, sizes } = layout.person;
  const { person: neighbour, beside } = ticket;
  if (!neighbour) {
    if (beside)
      pen.fit('person', beside, {
        x: x - r,
        y: y - r / 3,
        width: width + 2 * r,
        sizes,
        limit: 2,
        face: 'display',
        fill: INK,
      });
    return;
  }
  drawMedallion(pen, neighbour, pen.at(x), y, r, INK);
  const left = x + r + gap;
  const setting = { x: left, width, sizes, face: 'display', fill: INK } as const;
  const whole = printableText(neighbour.name);
  const one = fitText(whole, { ...setting, sizes: sizes.slice(0, -1), limit: 1 }, pen.measure);
  // One line, if it fits.
  const name = one.lines[0]?.endsWith('…') ? fitText(whole, { ...setting, limit: 2 }, pen.measure) : one;
  const leading = name.size * 1.22;
  // The texts are centred on the middle of the medallion.
  const first = y - (name.lines.length * leading) / 2 + name.size * 0.32;
  pen.fit('beside', beside, { ...setting, y: first, sizes: [Math.min(name.size, sizes[0]!)], limit: 1 });
  pen.fit('person', neighbour.name, {
    ...setting,
    y: first + leading,
    leading,
    sizes: [name.size],
    limit: 2,
  });
  const { scene } = ticket;
  if (!scene || scene.beside === null) return;
  const { plate: box, pitch } = layout;
  const chair = chairsAround(scene.venue, scene.seat, scene.beside, { ...box, pitch }).find(
    ({ seat }) => seat === scene.beside,
  );
  if (!chair) return;
  const middle = {
    x: (pen.rtl ? layout.width - box.x - box.width : box.x) + box.width / 2,
    y: box.y + box.height / 2,
  };
  const [cx, cy] = [middle.x + chair.x, middle.y + chair.y];
  pen.path('night', circlePath(cx, cy, pitch * 0.66), { fill: NIGHT });
  drawMedallion(pen, neighbour, cx, cy, pitch * 0.58, RING);
}

/** Initials, and the portrait over them where there is one. */
function drawMedallion(
  pen: Pen,
  { name, portrait }: NonNullable<Ticket['person']>,
  x: number,
  y: number,
  r: number,
  ring: string,
): void {
  pen.path('medallion', circlePath(x, y, r), { fill: MEDALLION });
  const initials = initialsOf(printableText(name));
  const size = round(r * (initials.length > 1 ? 0.8 : 1));
  pen.shapes.push({
    kind: 'text',
    role: 'initials',
    text: initials,
    x: round(x),
    y: round(y + size * 0.35),
    size,
    face: 'interface',
    fill: RING,
    anchor: 'middle',
    rtl: readsRtl(initials, false),
  });
  if (portrait) pen.shapes.push({ kind: 'portrait', href: portrait, x: round(x), y: round(y), r: round(r) });
  pen.path('ring', circlePath(x, y, r), { stroke: ring, width: Math.max(2, r * 0.07) });
}
