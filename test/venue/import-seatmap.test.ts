import { expect } from '@open-wc/testing';
import { importSeatmap, makeVenue, seatCode, VenueError } from '../../src/venue/index.js';

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

  it('says which labels and numbers it had to change', () => {
    const { venue, notes } = importSeatmap([
      { title: 'Block 12', seats: [seat('2', 0, 0), seat('4', 30, 0), seat('6', 60, 0), seat('8', 90, 0)] },
      { title: 'VIP section, left side', seats: [seat('1', 0, 99)] },
      { title: 'Sector 12', seats: [seat('1', 0, 199)] },
    ]);
    const labels = venue.blocks.map(({ label }) => label);
    expect(labels[0]).to.equal('12');
    expect(new Set(labels).size).to.equal(3);
    expect(notes[0]).to.equal('Block "Block 12" has the label 12.');
    expect(notes[1]).to.equal('Block 12, row 1: seats 2, 4, 6, ... are numbered from 1.');
    expect(makeVenue(venue).capacity).to.equal(6);
  });

  const table: [what: string, json: unknown, message: RegExp][] = [
    ['nothing', null, /has no blocks/],
    ['a text', 'map', /has no blocks/],
    ['no blocks', { blocks: [] }, /has no blocks/],
    ['a block that is none', { blocks: [null] }, /blocks\[0\]\.seats: undefined; a block needs/],
    ['an empty block', { blocks: [{ title: 'A', seats: [] }] }, /blocks\[0\]\.seats: \[\]; a block needs/],
    ['a seat that is none', data(null), /blocks\[0\]\.seats\[0\]\.x: undefined is not a number/],
    ['a seat nowhere', data(seat('A1', 0, NaN)), /blocks\[0\]\.seats\[0\]\.y: NaN is not a number/],
  ];
  for (const [what, json, message] of table) {
    it(`that holds ${what} is refused in one sentence`, () => {
      expect(() => importSeatmap(json))
        .to.throw(VenueError)
        .with.property('message')
        .that.matches(message);
    });
  }
});
