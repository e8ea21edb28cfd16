import { expect } from '@open-wc/testing';
import type { Ticket } from '../../../src/elements/ticket/content.js';
import type { Format } from '../../../src/elements/ticket/layout.js';
import { drawTicket } from '../../../src/elements/ticket/picture.js';
import { paint, toPng } from '../../../src/elements/ticket/paint.js';
import type { TicketDrawing, DrawnShape } from '../../../src/elements/ticket/shapes.js';
import { escapeXml, toSvg } from '../../../src/elements/ticket/svg-file.js';
import { makeVenue } from '../../../src/venue/make-venue.js';
import { seatFromCode } from '../../../src/venue/seat-code.js';

const arena = makeVenue('arena');
const seat = seatFromCode(arena, '12-8-15')!;
const measure = (text: string, size: number): number => [...text].length * size * 0.52;

const ticket = (changes: Partial<Ticket> = {}): Ticket => ({
  locale: 'en',
  rtl: false,
  label: 'The Match. Ticket: Block 12, row 8, seat 15, beside Ales Bialiatski',
  title: 'The Match',
  place: { block: '12', row: '8', number: 15 },
  words: { block: 'Block', row: 'Row', seat: 'Seat' },
  standing: 'Standing',
  beside: 'beside',
  person: { name: 'Ales Bialiatski', portrait: null },
  lines: ['4,214 people have taken a seat.', 'The seat next to mine is free.'],
  address: 'ngo.example/sign',
  name: '',
  scene: {
    venue: arena,
    seat,
    beside: seat - 1,
    next: seat + 1,
    stateOf: (one) => (one === seat - 1 ? 'kept' : one !== seat + 1 && one % 3 ? 'taken' : 'free'),
  },
  fonts: { display: '"P052", serif', interface: 'sans-serif' },
  ...changes,
});

const texts = ({ shapes }: TicketDrawing) =>
  shapes.filter((shape): shape is DrawnShape & { kind: 'text' } => shape.kind === 'text');
const parse = (text: string): Document => new DOMParser().parseFromString(text, 'image/svg+xml');
const FORMATS: [Format, number, number][] = [
  ['wide', 1200, 630],
  ['upright', 1080, 1920],
];

/** Left and right edge of a text, px. */
function extent({ text, size, anchor, rtl, x }: DrawnShape & { kind: 'text' }): [number, number] {
  const width = measure(text, size);
  if (anchor === 'middle') return [x - width / 2, x + width / 2];
  return (anchor === 'start') === !rtl ? [x, x + width] : [x - width, x];
}

describe('drawTicket', () => {
  const cases: Record<string, Partial<Ticket>> = {
    'a seat': {},
    'a first name': { name: 'Ada' },
    'somebody who stands': { place: null, person: null, scene: null, beside: 'with everyone who signed' },
    'long names': {
      title:
        'Watch the Human Rights Match with us in Belarus and ask for the release of everybody who is in prison for what is no crime',
      person: {
        name: 'Sheikh Abdul-Rahman ibn Muhammad al-Mustafa Wolfeschlegelsteinhausenbergerdorff',
        portrait: null,
      },
      place: { block: 'ABCDEFGHIJKL', row: 'ABCDEFGHIJKL', number: 1_000_000 },
      address: 'a-very-long-name-of-an-organisation.example/campaigns/human-rights-match/in/belarus',
      name: 'Wolfeschlegelsteinhausenbergerdorffsenior',
    },
    Belarusian: {
      locale: 'be',
      title: 'Глядзіце Матч за правы чалавека разам з намі ў Беларусі!',
      words: { block: 'Сектар', row: 'Рад', seat: 'Месца' },
      beside: 'побач',
      person: { name: 'Алесь Бяляцкі', portrait: null },
    },
    Arabic: {
      locale: 'ar',
      rtl: true,
      title: 'شاهدوا معنا مباراة حقوق الإنسان',
      words: { block: 'القطاع', row: 'الصف', seat: 'المقعد' },
      beside: 'بجانب',
      person: { name: 'Ales Bialiatski', portrait: null },
      lines: ['4214'],
    },
  };
  for (const [format, width, height] of FORMATS)
    for (const [name, changes] of Object.entries(cases))
      it(`${name}, ${format}: everything stands inside, in good XML`, () => {
        const drawing = drawTicket(ticket(changes), format, measure);
        expect([drawing.width, drawing.height]).to.deep.equal([width, height]);
        for (const text of texts(drawing)) {
          const [left, right] = extent(text);
          expect(left, text.text).to.be.at.least(0);
          expect(right, text.text).to.be.at.most(width);
          expect(text.y, text.text).to.be.within(20, height);
        }
        const svg = parse(toSvg(drawing));
        expect(svg.querySelector('parsererror')).to.equal(null);
        expect(svg.documentElement.getAttribute('viewBox')).to.equal(`0 0 ${width} ${height}`);
        expect(svg.querySelector('title')?.textContent).to.equal(drawing.label);
        expect(toSvg(drawing)).to.not.match(/NaN|undefined|Infinity/);
      });

  it('says block, row and seat, the person, and where to sign', () => {
    const said = texts(drawTicket(ticket(), 'wide', measure)).map(({ text }) => text);
    for (const text of [
      '12',
      '8',
      '15',
      'Block',
      'Row',
      'Seat',
      'beside',
      'Ales Bialiatski',
      'ngo.example/sign',
    ])
      expect(said).to.include(text);
  });

  for (const [format, address, lines, size] of [
    ['wide', 'ngo.example/sign', ['ngo.example/sign'], 36],
    ['wide', 'example.org/human-rights-match', ['example.org', '/human-rights-match'], 28],
    ['wide', 'a-long-name-of-an-organisation.example', ['a-long-name-of-an-organisation.example'], 14],
    ['upright', 'ngo.example/sign', ['ngo.example/sign'], 48],
    [
      'upright',
      'example.org/campaigns/human-rights-match/in/belarus',
      ['example.org', '/campaigns/human-rights-match/in/belarus'],
      42,
    ],
  ] as const)
    it(`writes the address as large as its place lets it: ${address}, ${format}`, () => {
      const set = texts(drawTicket(ticket({ address }), format, measure)).filter(
        ({ role }) => role === 'address',
      );
      expect(set.map(({ text }) => text)).to.deep.equal(lines);
      for (const one of set) {
        expect(one.size).to.equal(size);
        expect(one.fill).to.equal('#101926');
      }
    });

  it('mirrors the words from right to left, and never the seats', () => {
    const [ltr, rtl] = [false, true].map((value) => drawTicket(ticket({ rtl: value }), 'wide', measure));
    const figure = (drawing: TicketDrawing) => texts(drawing).find(({ text }) => text === '12')!;
    expect(extent(figure(ltr!))[1]).to.equal(1156);
    expect(extent(figure(rtl!))[0]).to.equal(44);
    // The window of the seats has moved by the width of the stub; its content is not mirrored.
    const own = ({ shapes }: TicketDrawing): number[] =>
      shapes
        .filter((shape): shape is DrawnShape & { kind: 'path' } => shape.kind === 'path')
        .filter(({ role }) => role === 'yours' || role === 'next')
        .map(({ d }) => Number(/^M([-\d.]+)/.exec(d)![1]));
    const [nextLtr, ownLtr] = own(ltr!) as [number, number];
    const [nextRtl, ownRtl] = own(rtl!) as [number, number];
    expect(nextRtl - ownRtl).to.be.closeTo(nextLtr - ownLtr, 0.2);
    expect(ownRtl - ownLtr).to.be.closeTo(390, 0.2);
  });

  it('keeps a name of the other direction at the edge where reading begins', () => {
    const drawing = drawTicket(ticket({ person: { name: 'أليس', portrait: null } }), 'wide', measure);
    const [beside, name] = ['beside', 'أليس'].map((word) =>
      texts(drawing).find(({ text }) => text === word)!,
    );
    expect(extent(name!)[0]).to.be.closeTo(extent(beside!)[0], 0.2);
  });

  it('writes what looks like markup as text', () => {
    const name = '<script>alert("1")</script>&';
    const svg = parse(toSvg(drawTicket(ticket({ name, label: name }), 'upright', measure)));
    expect(svg.querySelector('script')).to.equal(null);
    expect(svg.querySelector('title')!.textContent).to.equal(name);
    expect(escapeXml(name)).to.equal('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;');
  });

  it('leaves a first name off where none is given', () => {
    const roles = (changes: Partial<Ticket>) =>
      texts(drawTicket(ticket(changes), 'wide', measure)).map(({ role }) => role);
    expect(roles({})).to.not.include('name');
    expect(roles({ name: ' \u202e ' })).to.not.include('name');
    expect(roles({ name: 'Ada' })).to.include('name');
  });
});

describe('the files of a ticket', () => {
  const DRAWING = '/examples/human-rights-match/portraits/ales-bialiatski.svg';
  const withPortrait = ticket({ person: { name: 'Ales Bialiatski', portrait: DRAWING } });
  const load = async (src: string): Promise<HTMLImageElement> => {
    const image = new Image();
    image.src = src;
    await image.decode();
    return image;
  };

  for (const [format, width, height] of FORMATS)
    it(`PNG, ${format}: ${width} x ${height} px, dark plate, light stub, a lit seat`, async () => {
      const blob = await toPng(drawTicket(ticket(), format, measure), new Map());
      const bytes = new Uint8Array(await blob.arrayBuffer());
      expect([...bytes.slice(0, 8)]).to.deep.equal([137, 80, 78, 71, 13, 10, 26, 10]);
      const head = new DataView(bytes.buffer);
      expect([head.getUint32(16), head.getUint32(20)]).to.deep.equal([width, height]);
      const image = await load(URL.createObjectURL(blob));
      const pixel = pixelsOf(image);
      expect(pixel(10, 60)).to.deep.equal([7, 11, 18, 255]);
      expect(pixel(width - 20, height - 20)).to.deep.equal([243, 247, 250, 255]);
      // The notch at the tear line is transparent.
      expect(format === 'wide' ? pixel(810, 4)[3] : pixel(3, 1118)[3]).to.equal(0);
      const [x, y] = format === 'wide' ? [405 - 17, 309] : [540 - 38, 663];
      const lamp = pixel(x, y);
      expect(lamp[0], 'the own seat is warm').to.be.above(240);
      expect(lamp[2]).to.be.below(120);
    });

  it('PNG and SVG are one picture', async () => {
    const portrait = await load(DRAWING);
    const { portraitData } = await import('../../../src/elements/ticket/paint.js');
    const drawing = drawTicket(withPortrait, 'wide', measure);
    const canvas = paint(drawing, new Map([[DRAWING, portrait]]));
    const text = toSvg(drawing, (href) => (href === DRAWING ? portraitData(portrait) : null));
    expect(text).to.contain('data:image/png;base64,');
    expect(text).to.not.contain(DRAWING);
    const image = await load(URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' })));
    const [one, other] = [pixelsOf(canvas, 1200, 630), pixelsOf(image, 1200, 630)];
    let different = 0;
    for (let y = 3; y < 630; y += 7)
      for (let x = 3; x < 1200; x += 7) {
        const [a, b] = [one(x, y), other(x, y)];
        if (a.some((value, i) => Math.abs(value - b[i]!) > 60)) different++;
      }
    // Antialiasing of letters differs; no shape is missing or displaced.
    expect(different / ((630 / 7) * (1200 / 7))).to.be.below(0.01);
  });

  it('shows initials where a portrait may not be read', () => {
    const text = toSvg(drawTicket(withPortrait, 'wide', measure));
    expect(text).to.not.contain('<image');
    expect(parse(text).documentElement.textContent).to.contain('AB');
  });

  function pixelsOf(
    source: CanvasImageSource & {
      width: number | SVGAnimatedLength;
      naturalWidth?: number;
      naturalHeight?: number;
    },
    width = source.naturalWidth!,
    height = source.naturalHeight!,
  ): (x: number, y: number) => number[] {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const ctx = canvas.getContext('2d', { willReadFrequently: true })!;
    ctx.drawImage(source, 0, 0);
    const { data } = ctx.getImageData(0, 0, width, height);
    return (x, y) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4)];
  }
});
