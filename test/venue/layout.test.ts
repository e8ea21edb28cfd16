import { expect } from '@open-wc/testing';
import { VenueError, layoutId, makeVenue, seatCode, type VenueSpec } from '../../src/venue/index.js';
import { arena, hall } from './samples.js';

const row = (label: unknown, ...seats: unknown[]) => ({ label, seats });
const venueOf = (...blocks: unknown[]) => ({ name: 'Test', blocks });
const blockOf = (label: unknown, ...rows: unknown[]) => ({ label, rows });
const counted = (count: number, x: Float32Array, y = x) => ({
  name: 'Test',
  blocks: [{ label: 'A', rows: [{ label: '1', count }] }],
  x,
  y,
});

describe('the layout id', () => {
  it('is the CRC-32 of blocks, rows and counts', () => {
    const rows = [
      { label: '1', count: 6 },
      { label: '2', count: 4 },
    ];
    expect(layoutId([{ label: 'A', rows }])).to.equal('a006f368');
  });

  it('has eight digits, also when it begins with zeros', () => {
    const ids = Array.from({ length: 300 }, (_, i) =>
      layoutId([{ label: String(i), rows: [{ label: '1', count: 1 }] }]),
    );
    expect(ids.every((id) => /^[0-9a-f]{8}$/.test(id))).to.equal(true);
    expect(ids.some((id) => id.startsWith('0'))).to.equal(true);
  });

  it('does not change with coordinates, but with labels and counts', () => {
    const make = (label: string, ...seats: [number, number][]) =>
      makeVenue({ name: 'V', blocks: [{ label, rows: [{ label: '1', seats }] }] }).layout;
    expect(make('A', [0, 0], [1, 0])).to.equal(make('A', [9, 9], [7, 7]));
    expect(make('A', [0, 0], [1, 0])).not.to.equal(make('B', [0, 0], [1, 0]));
    expect(make('A', [0, 0], [1, 0])).not.to.equal(make('A', [0, 0]));
  });
});

describe('a venue by name', () => {
  const specs: VenueSpec[] = [
    'arena',
    { kind: 'arena' },
    { kind: 'arena', capacity: null },
    { kind: 'arena', capacity: 15086 },
  ];
  for (const spec of specs) {
    it(`${JSON.stringify(spec)} is the arena`, () => {
      expect(makeVenue(spec).layout).to.equal(arena.layout);
    });
  }
});

describe('a venue of explicit seats', () => {
  it('has the seats in document order, with their places', () => {
    expect(hall).to.include({ name: 'Hall', capacity: 10, pitch: 1, layout: 'a006f368' });
    expect([...hall.x]).to.deep.equal([0, 1, 2, 3, 4, 5, 0, 1, 2, 3]);
    expect([...hall.y]).to.deep.equal([0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
    expect(hall.bounds).to.deep.equal({ left: -1, top: -1, right: 6, bottom: 2 });
    expect(hall.scenery).to.deep.equal({ kind: 'none' });
  });

  it('may give the places apart, as typed arrays', () => {
    const x = Float32Array.of(0, 1, 2, 0, 1);
    const y = Float32Array.of(0, 0, 0, 1, 1);
    const blocks = [
      { label: 'Ж', rows: [{ label: '1', count: 3 }] },
      { label: '2', rows: [{ label: 'Б', count: 2 }] },
    ];
    const venue = makeVenue({ name: 'Typed', blocks, x, y });
    expect(venue.capacity).to.equal(5);
    expect(seatCode(venue, 2)).to.equal('Ж-1-3');
    expect(seatCode(venue, 4)).to.equal('2-Б-2');
    expect(venue.blocks).to.deep.equal([
      { label: 'Ж', firstRow: 0, rowCount: 1, first: 0, count: 3 },
      { label: '2', firstRow: 1, rowCount: 1, first: 3, count: 2 },
    ]);
  });

  it('takes the median step for its pitch, so that an aisle does not count', () => {
    const seats: [number, number][] = [
      [0, 0],
      [2, 0],
      [4, 0],
      [40, 0],
      [42, 0],
    ];
    const venue = makeVenue({ name: 'Aisle', blocks: [{ label: 'A', rows: [{ label: '1', seats }] }] });
    expect(venue.pitch).to.equal(2);
  });

  it('can be a single seat', () => {
    const venue = makeVenue({
      name: 'One',
      blocks: [{ label: 'A', rows: [{ label: '1', seats: [[3, 4]] }] }],
    });
    expect(venue).to.include({ capacity: 1, pitch: 1 });
    expect(venue.bounds).to.deep.equal({ left: 2, top: 3, right: 4, bottom: 5 });
  });

  it('can have 100,000 seats', () => {
    const x = Float32Array.from({ length: 100_000 }, (_, i) => i % 500);
    const y = Float32Array.from({ length: 100_000 }, (_, i) => Math.floor(i / 500));
    const rows = Array.from({ length: 200 }, (_, r) => ({ label: String(r + 1), count: 500 }));
    const venue = makeVenue({ name: 'Big', blocks: [{ label: 'A', rows }], x, y });
    expect(venue).to.include({ capacity: 100_000, pitch: 1 });
    expect(seatCode(venue, 99_999)).to.equal('A-200-500');
  });
});

describe('a venue that cannot be built is told in one sentence', () => {
  const labels = 'is not a label; use 1 to 12 letters or digits.';
  const table: [what: string, spec: unknown, message: string][] = [
    [
      'an unknown name',
      'colosseum',
      'venue: "colosseum" is not a built-in venue. Use "arena", or give {"name", "blocks"} with your own seats.',
    ],
    [
      'an empty name',
      '',
      'venue: "" is not a built-in venue. Use "arena", or give {"name", "blocks"} with your own seats.',
    ],
    [
      'an unknown kind',
      { kind: 'hemicycle', capacity: 100 },
      'venue: "hemicycle" is not a built-in venue. Use "arena", or give {"name", "blocks"} with your own seats.',
    ],
    [
      'the wrong capacity',
      { kind: 'arena', capacity: 15000 },
      'venue.capacity: 15000 does not fit; "arena" has exactly 15086 seats. Leave capacity out, or give {"name", "blocks"}.',
    ],
    [
      'nothing',
      null,
      'venue: null is not a venue. Use "arena", or give {"name", "blocks"} with your own seats.',
    ],
    [
      'a number',
      15086,
      'venue: 15086 is not a venue. Use "arena", or give {"name", "blocks"} with your own seats.',
    ],
    [
      'no blocks',
      { name: 'Test' },
      'venue.blocks: a venue needs at least one block, like [{"label": "A", "rows": [{"label": "1", "seats": [[0, 0]]}]}].',
    ],
    [
      'an empty list of blocks',
      venueOf(),
      'venue.blocks: a venue needs at least one block, like [{"label": "A", "rows": [{"label": "1", "seats": [[0, 0]]}]}].',
    ],
    [
      'no name',
      { blocks: [blockOf('A', row('1', [0, 0]))] },
      'venue.name: undefined is not a name; use a text that is not empty.',
    ],
    [
      'an empty block',
      venueOf(blockOf('A')),
      'venue.blocks[0].rows: a block needs at least one row, like [{"label": "1", "seats": [[0, 0]]}].',
    ],
    ['a block that is none', venueOf(null), `venue.blocks[0].label: undefined ${labels}`],
    ['a row that is none', venueOf(blockOf('A', 5)), `venue.blocks[0].rows[0].label: undefined ${labels}`],
    [
      'a label with a hyphen',
      venueOf(blockOf('A-1', row('1', [0, 0]))),
      `venue.blocks[0].label: "A-1" ${labels}`,
    ],
    [
      'a label that is too long',
      venueOf(blockOf('A', row('1234567890123', [0, 0]))),
      `venue.blocks[0].rows[0].label: "1234567890123" ${labels}`,
    ],
    [
      'a label with a space',
      venueOf(blockOf('A 1', row('1', [0, 0]))),
      `venue.blocks[0].label: "A 1" ${labels}`,
    ],
    ['an empty label', venueOf(blockOf('', row('1', [0, 0]))), `venue.blocks[0].label: "" ${labels}`],
    [
      'a label that is a number',
      venueOf(blockOf(12, row('1', [0, 0]))),
      `venue.blocks[0].label: 12 ${labels}`,
    ],
    [
      'two blocks with one label',
      venueOf(blockOf('A', row('1', [0, 0])), blockOf('A', row('1', [5, 5]))),
      'venue.blocks[1].label: "A" stands twice; labels beside each other must differ.',
    ],
    [
      'two rows with one label',
      venueOf(blockOf('A', row('1', [0, 0]), row('1', [0, 1]))),
      'venue.blocks[0].rows[1].label: "1" stands twice; labels beside each other must differ.',
    ],
    [
      'a row without seats',
      venueOf(blockOf('A', row('1', [0, 0]), row('2'))),
      'venue.blocks[0].rows[1]: 0 seats; a row needs at least one.',
    ],
    [
      'seats that are no list',
      venueOf(blockOf('A', { label: '1', seats: 5 })),
      'venue.blocks[0].rows[0].seats: 5 is no list; use [[x, y], ...].',
    ],
    [
      'a seat that is no place',
      venueOf(blockOf('A', row('1', [0, 0], 7))),
      'venue.blocks[0].rows[0].seats[1]: 7 is not a place; use [x, y].',
    ],
    [
      'NaN',
      venueOf(blockOf('A', row('1', [0, 0], [NaN, 1]))),
      'venue: seat 1 lies at NaN, 1; use numbers between -1000000 and 1000000.',
    ],
    [
      'half a place',
      venueOf(blockOf('A', row('1', [3]))),
      'venue: seat 0 lies at 3, NaN; use numbers between -1000000 and 1000000.',
    ],
    [
      'infinity',
      venueOf(blockOf('A', row('1', [0, Infinity]))),
      'venue: seat 0 lies at 0, Infinity; use numbers between -1000000 and 1000000.',
    ],
    [
      'a seat too far out',
      venueOf(blockOf('A', row('1', [2e6, 0]))),
      'venue: seat 0 lies at 2000000, 0; use numbers between -1000000 and 1000000.',
    ],
    [
      '0 seats',
      counted(0, new Float32Array(0)),
      'venue.blocks[0].rows[0]: 0 seats; a row needs at least one.',
    ],
    [
      'half a seat',
      counted(1.5, new Float32Array(1)),
      'venue.blocks[0].rows[0]: 1.5 seats; a row needs at least one.',
    ],
    [
      'fewer than 0 seats',
      counted(-3, new Float32Array(0)),
      'venue.blocks[0].rows[0]: -3 seats; a row needs at least one.',
    ],
    [
      '5 million seats',
      counted(5_000_000, new Float32Array(0)),
      'venue.blocks: 5000000 seats; at most 1000000 are drawn.',
    ],
    [
      'fewer places than seats',
      counted(3, new Float32Array(2)),
      'venue: 2 x and 2 y for 3 seats; give one of each a seat, in seat order.',
    ],
    [
      'more x than y',
      counted(3, new Float32Array(3), new Float32Array(2)),
      'venue: 3 x and 2 y for 3 seats; give one of each a seat, in seat order.',
    ],
    [
      'counts without places',
      venueOf(blockOf('A', { label: '1', count: 2 })),
      'venue: 0 x and 0 y for 2 seats; give one of each a seat, in seat order.',
    ],
  ];
  for (const [what, spec, message] of table) {
    it(what, () => {
      expect(() => makeVenue(spec as VenueSpec))
        .to.throw(VenueError)
        .with.property('message', message);
    });
  }
});
