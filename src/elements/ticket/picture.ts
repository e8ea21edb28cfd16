import type { Ticket } from './content.js';
import { fitText, printableText, type Fitted, type MeasureText } from './fit.js';
import { INK, TEXT, LABEL, LAYOUTS, type Format, type Layout } from './layout.js';
import { Pen } from './pen.js';
import { drawPerson } from './person.js';
import { drawPlate } from './plate.js';
import type { TicketDrawing } from './shapes.js';
import { drawFigures, drawUprightPaper, drawWidePaper } from './stub.js';

/** Draws a ticket. A pure function: the same texts, seats and measurements give the same drawing. */
export function drawTicket(ticket: Ticket, format: Format, measure: MeasureText): TicketDrawing {
  const layout = LAYOUTS[format];
  const { width, height } = layout;
  const { rtl } = ticket;
  const pen = new Pen(rtl, width, measure);
  drawPlate(pen, ticket, layout, format);
  (format === 'wide' ? drawWidePaper : drawUprightPaper)(pen, layout);
  drawFigures(pen, ticket, layout);
  drawHeader(pen, ticket, layout);
  drawLines(pen, ticket, layout);
  drawPerson(pen, ticket, layout);
  drawAddress(pen, ticket, layout);
  const { fonts, locale, label } = ticket;
  return { width, height, shapes: pen.shapes, fonts, locale, label };
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
