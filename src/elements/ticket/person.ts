import { initialsOf } from '../actions/initials.js';
import type { Ticket } from './content.js';
import { fitText, printableText, readsRtl } from './fit.js';
import { NIGHT, INK, RING, MEDALLION, type Layout } from './layout.js';
import type { Pen } from './pen.js';
import { circlePath, round } from './shapes.js';
import { chairsAround } from './surroundings.js';

/** The person beside the signer: in the medallion of the stub, and in their seat. */
export function drawPerson(pen: Pen, ticket: Ticket, layout: Layout): void {
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
  pen.fit('beside', beside, { ...setting, y: first, sizes: [name.size], limit: 1 });
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
  const middle = pen.middleOf(box);
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
