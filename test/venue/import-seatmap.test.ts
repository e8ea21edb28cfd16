import { expect } from '@open-wc/testing';
import { besides, importSeatmap, makeVenue, seatCode, VenueError } from '../../src/venue/index.js';
import lettered from '../cases/seatmap-lettered.json';
import plan from '../cases/seatmap-plan.json';

const seat = (title: string, x: number, y: number, row?: string | number) => ({
  id: `${x}-${y}`,
  title,
  x,
  y,
  salable: true,
  note: 'never read',
  ...(row === undefined ? {} : { custom_data: { row, price: 50 } }),
});
const data = (...seats: unknown[]) => ({
  blocks: [{ id: 1, title: 'A', color: '#ff6b6b', labels: [], seats }],
});

describe('a seatmap-canvas file', () => {
  it('becomes a venue: rows by the letters of the titles, seats by their numbers', () => {
    const { venue, notes } = importSeatmap(
      data(seat('B2', 30, 40), seat('A2', 30, 0), seat('A1', 0, 0), seat('B1', 0, 40), seat('A3', 60, 0)),
      { name: 'Small theatre' },
    );
    expect(venue).to.deep.equal({
      name: 'Small theatre',
      blocks: [
        {
          label: 'A',
          rows: [
            {
              label: 'A',
              seats: [
                [0, 0],
                [30, 0],
                [60, 0],
              ],
            },
            {
              label: 'B',
              seats: [
                [0, 40],
                [30, 40],
              ],
            },
          ],
        },
      ],
    });
    expect(notes).to.deep.equal([]);
    const made = makeVenue(venue);
    expect([0, 4].map((at) => seatCode(made, at))).to.deep.equal(['A-A-1', 'A-B-2']);
  });

  it('takes the rows it names in custom_data first', () => {
    const { venue } = importSeatmap(
      data(seat('A1', 0, 0, 'P'), seat('A2', 30, 0, 'Q'), seat('B1', 60, 0, 'P')),
    );
    expect(venue.blocks[0]!.rows.map(({ label, seats }) => [label, seats.length])).to.deep.equal([
      ['P', 2],
      ['Q', 1],
    ]);
  });

  it('tells rows by height where they have no names, and seats from left to right where they have no numbers', () => {
    const { venue } = importSeatmap(
      data(seat('', 30, 2), seat('', 0, 0), seat('', 30, 40), seat('', 0, 41), seat('', 60, 1)),
    );
    expect(venue.blocks[0]!.rows).to.deep.equal([
      {
        label: '1',
        seats: [
          [0, 0],
          [30, 2],
          [60, 1],
        ],
      },
      {
        label: '2',
        seats: [
          [0, 41],
          [30, 40],
        ],
      },
    ]);
  });

  it('has row 1 next to the stage, on the side that is said', () => {
    const seats = [seat('', 0, 0), seat('', 30, 0), seat('', 0, 40), seat('', 30, 40)];
    const { venue } = importSeatmap(data(...seats), { stage: 'bottom' });
    expect(venue.blocks[0]!.rows[0]!.seats).to.deep.equal([
      [0, 40],
      [30, 40],
    ]);
  });

  it('says which labels it had to change, and keeps the numbers', () => {
    const { venue, notes } = importSeatmap([
      { title: 'Block 12', seats: [seat('2', 0, 0), seat('4', 30, 0), seat('6', 60, 0), seat('8', 90, 0)] },
      { title: 'VIP section, left side', seats: [seat('1', 0, 99)] },
      { title: 'Sector 12', seats: [seat('1', 0, 199)] },
    ]);
    const labels = venue.blocks.map(({ label }) => label);
    expect(labels[0]).to.equal('12');
    expect(new Set(labels).size).to.equal(3);
    expect(notes[0]).to.equal('Block "Block 12" has the label 12.');
    expect(venue.blocks[0]!.rows[0]!.names).to.deep.equal(['2', '4', '6', '8']);
    expect(makeVenue(venue).capacity).to.equal(6);
  });

  const table: [what: string, json: unknown][] = [
    ['nothing', null],
    ['a text', 'map'],
    ['no blocks', { blocks: [] }],
    ['a block that is none', { blocks: [null] }],
    ['an empty block', { blocks: [{ title: 'A', seats: [] }] }],
    ['a seat that is none', data(null)],
    ['a seat nowhere', data(seat('A1', 0, NaN))],
  ];
  for (const [what, json] of table) {
    it(`that holds ${what} alone is refused in one sentence`, () => {
      expect(() => importSeatmap(json)).to.throw(VenueError, /^seatmap: has no seats; give [^\n]+\.$/);
    });
  }

  for (const broken of [null, 'A1', {}, [], 7]) {
    it(`loses one seat, and no more, to ${JSON.stringify(broken)}`, () => {
      const { venue, notes } = importSeatmap(data(seat('A1', 0, 0), broken, seat('A2', 30, 0)));
      expect(makeVenue(venue).capacity).to.equal(2);
      expect(notes.filter((note) => /seats\[1\].* is left out: /.test(note)).length).to.equal(1);
    });

    it(`loses one block, and no more, to ${JSON.stringify(broken)}`, () => {
      const { venue, notes } = importSeatmap([broken, { title: 'A', seats: [seat('A1', 0, 0)] }]);
      expect(makeVenue(venue).capacity).to.equal(1);
      expect(notes.some((note) => /^blocks\[0\] is left out: /.test(note))).to.equal(true);
    });
  }
});

describe('a seating plan as houses draw it', () => {
  it('keeps letters behind the number of the row', () => {
    const { venue, notes } = importSeatmap(lettered);
    const made = makeVenue(venue);
    expect([0, 15].map((at) => seatCode(made, at))).to.deep.equal(['Coach-1-1A', 'Coach-4-4D']);
    expect(notes).to.deep.equal([]);
  });

  it('is read as zones, rows and seats, where two stands have rows of one name', () => {
    const { venue, notes } = importSeatmap(plan);
    const made = makeVenue(venue);
    expect(venue.name).to.equal('Two stands');
    expect(venue.blocks.map(({ label, rows }) => [label, rows[0]!.label])).to.deep.equal(
      plan.zones.map(({ name }) => [name, 'A']),
    );
    expect([made.x[0], made.y[0], made.x[1], made.y[8]]).to.deep.equal([40, 40, 70, 80]);
    expect(notes).to.deep.equal([]);
  });

  it('keeps odd and even numbers, and who sits beside whom', () => {
    const seats = [1, 2, 3, 4, 5, 6].map((number) =>
      seat(`A${number}`, (number % 2 ? -1 : 1) * (60 + 50 * ((number - 1) >> 1)), 0),
    );
    const made = makeVenue(importSeatmap(data(...seats)).venue);
    expect(besides(made, 0)).to.deep.equal([2]);
    expect(seatCode(made, 2)).to.equal('A-A-3');
  });

  it('is one list of seats in sections', () => {
    const seats = ['West', 'East'].map((section, s) => ({
      section,
      row: 'A',
      seat_number: '7',
      x: s * 500,
      y: 0,
    }));
    const made = makeVenue(importSeatmap({ seats }).venue);
    expect([0, 1].map((at) => seatCode(made, at))).to.deep.equal(['West-A-7', 'East-A-7']);
  });

  for (const [what, bend, turn] of [
    ['turned', 0, 0.5],
    ['bent', 1.5, 0],
    ['bent and turned', 1.5, 0.4],
  ] as const) {
    it(`has its rows found where they are ${what} and have no names`, () => {
      const seats = [0, 1, 2, 3].flatMap((row) =>
        Array.from({ length: 12 }, (_, i) => {
          const radius = 400 + row * 90;
          const along = (i - 5.5) * 50;
          const angle = (along * bend) / 600;
          const [x, y] = bend ? [radius * Math.sin(angle), radius * Math.cos(angle)] : [along, radius];
          return seat('', x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn));
        }),
      );
      const { venue, notes } = importSeatmap(data(...seats));
      expect(venue.blocks[0]!.rows.map(({ seats: own }) => own.length)).to.deep.equal([12, 12, 12, 12]);
      expect(notes).to.deep.equal([
        'Block A: rows have no names; by place there are 4, numbered from the stage.',
      ]);
    });
  }

  it('in degrees becomes metres, so that no two seats fall together', () => {
    const seats = Array.from({ length: 8 }, (_, i) => seat(`A${i + 1}`, 27.5615 + i * 8e-6, 53.9045));
    const { venue, notes } = importSeatmap(data(...seats));
    const made = makeVenue(venue);
    expect(made.pitch).to.be.closeTo(0.525, 0.01);
    expect(besides(made, 3).sort()).to.deep.equal([2, 4]);
    expect(notes).to.deep.equal(['Places in degrees are metres, from the middle of the hall; north is up.']);
  });

  it('says of a stray seat, of one seat on another and of two seats of one name', () => {
    const { venue, notes } = importSeatmap(
      data(
        seat('A1', 0, 0),
        seat('A2', 30, 0),
        seat('A2', 31, 0),
        seat('A4', 90, 0),
        seat('A5', 9000, 0),
        seat('A6', 120, 0),
      ),
    );
    expect(makeVenue(venue).capacity).to.equal(6);
    expect(notes.some((note) => /"A5" lies far from all others/.test(note))).to.equal(true);
    expect(notes.some((note) => / lies on /.test(note))).to.equal(true);
    expect(notes.some((note) => /"A2" has the name /.test(note))).to.equal(true);
  });

  it('leaves out a seat that lies where nothing can be drawn, and says so', () => {
    const { venue, notes } = importSeatmap(data(seat('A1', 0, 0), seat('A2', 30, 0), seat('A3', 1e9, 0)));
    expect(makeVenue(venue).capacity).to.equal(2);
    expect(notes.some((note) => /seat "A3" is left out/.test(note))).to.equal(true);
  });

  it('keeps printed names where one seat is there twice: only the double gets another', () => {
    const { venue, notes } = importSeatmap(
      data(seat('A1', 0, 0), seat('A1', 1, 0), seat('A2', 30, 0), seat('A3', 60, 0)),
    );
    const made = makeVenue(venue);
    const codes = Array.from({ length: made.capacity }, (_, at) => seatCode(made, at));
    expect(codes).to.include.members(['A-A-1', 'A-A-2', 'A-A-3']);
    expect(notes.filter((note) => /has the name|is named/.test(note))).to.have.length(1);
  });

  it('keeps the names of the rows where one seat has none', () => {
    const { venue, notes } = importSeatmap(
      data(
        seat('1', 0, 0, 'A'),
        seat('2', 30, 0, 'A'),
        seat('3', 60, 0),
        seat('1', 0, 40, 'B'),
        seat('2', 30, 40, 'B'),
      ),
    );
    expect(venue.blocks[0]!.rows.map(({ label, seats }) => [label, seats.length])).to.deep.equal([
      ['A', 3],
      ['B', 2],
    ]);
    expect(notes).to.have.length(1);
  });

  it('does not take a file of a few seats on one place for degrees', () => {
    const { venue, notes } = importSeatmap(data(seat('A1', 5, 5)));
    expect(venue.blocks[0]!.rows[0]!.seats).to.deep.equal([[5, 5]]);
    expect(notes).to.deep.equal([]);
  });

  for (const turn of [0, 3, 20])
    it(`finds level rows without names, turned by ${turn} degrees, on a square grid`, () => {
      const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
      const seats = Array.from({ length: 48 }, (_, i) => {
        const [x, y] = [(i % 12) * 50 + (i % 12 > 5 ? 90 : 0), Math.floor(i / 12) * 90];
        return seat(String(i + 1), x * cos - y * sin, x * sin + y * cos);
      });
      const { venue } = importSeatmap(data(...seats));
      expect(venue.blocks[0]!.rows.map((row) => row.seats.length)).to.deep.equal([12, 12, 12, 12]);
    });

  it('finds rows round a centre, without names', () => {
    const seats = [0, 1, 2, 3].flatMap((r) =>
      Array.from({ length: 20 }, (_, i) => {
        const [angle, radius] = [(i * Math.PI) / 19, 300 + 60 * r];
        return seat(String(20 * r + i + 1), radius * Math.cos(angle), radius * Math.sin(angle));
      }),
    );
    const { venue } = importSeatmap(data(...seats));
    expect(venue.blocks[0]!.rows.map((row) => row.seats.length)).to.deep.equal([20, 20, 20, 20]);
  });
});
