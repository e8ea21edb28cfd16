import type { Ticket } from './content.js';
import { PAPER, INK, MUTED, LINE, BITE, type Layout } from './layout.js';
import type { Pen } from './pen.js';

/** The paper of a wide ticket, beside the seats. */
export function drawWidePaper(pen: Pen, { height }: Layout): void {
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
}

/** The paper of an upright ticket, below the seats. */
export function drawUprightPaper(pen: Pen, { width, height, plate: { y, height: tall } }: Layout): void {
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
}

/** The seat in figures, with rules under them; for a signer without one, words in their place. */
export function drawFigures(pen: Pen, { place, words, standing }: Ticket, { stub }: Layout): void {
  const { word, figure, step, rule } = stub;
  const shown = { limit: 1, face: 'display', fill: INK } as const;
  if (!place) {
    pen.fit('figure', standing, { ...shown, ...stub.standing });
    return pen.box('rule', { ...rule, y: stub.standing.ruleY }, LINE);
  }
  const figures = [
    [words.block, place.block],
    [words.row, place.row],
    [words.seat, String(place.number)],
  ] as const;
  figures.forEach(([label, text], i) => {
    const [dx, dy] = [i * step.x, i * step.y];
    const at = { ...word, x: word.x + dx, y: word.y + dy };
    pen.fit('word', label, { ...at, limit: 1, face: 'interface', fill: MUTED });
    // A label is a name: it keeps the direction it has on the seat itself.
    pen.fit('figure', text, { ...figure, ...shown, x: figure.x + dx, y: figure.y + dy, rtl: false });
    // Under each figure, or once under figures in a row.
    if (step.y || i === figures.length - 1) pen.box('rule', { ...rule, y: rule.y + dy }, LINE);
  });
}
