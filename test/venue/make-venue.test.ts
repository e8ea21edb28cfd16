import { expect } from '@open-wc/testing';
import { VenueError, loadVenue, makeVenue, seatCode, type VenueSpec } from '../../src/venue/index.js';
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

describe('a venue by name', () => {
  const specs: VenueSpec[] = [
    'arena',
    { kind: 'arena' },
    { kind: 'arena', capacity: null },
    { kind: 'arena', capacity: 15086 },
  ];
  for (const spec of specs) {
    it(`${JSON.stringify(spec)} is the arena`, () => {
      expect(makeVenue(spec)).to.include({ layout: arena.layout, kind: 'arena', name: 'arena' });
    });
  }
  for (const [kind, capacity] of [
    ['hemicycle', 600],
    ['amphitheatre', 6000],
    ['square', 10000],
  ] as const) {
    it(`"${kind}" alone has ${capacity} places`, () => {
      expect(makeVenue(kind)).to.include({ kind, name: kind, capacity });
      expect(makeVenue({ kind, capacity: null }).layout).to.equal(makeVenue({ kind, capacity }).layout);
    });
  }
});

describe('a venue of explicit seats', () => {
  it('has the seats in document order, with their places', () => {
    expect(hall).to.include({ name: 'Hall', capacity: 10, pitch: 1, layout: 'a006f368' });
    expect([...hall.x]).to.deep.equal([0, 1, 2, 3, 4, 5, 0, 1, 2, 3]);
    expect([...hall.y]).to.deep.equal([0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
    expect(hall.bounds).to.deep.equal({ left: -5, top: -5, right: 10, bottom: 6 });
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
    expect(venue.bounds).to.deep.equal({ left: -2, top: -1, right: 8, bottom: 9 });
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
  const labels =
    'is not a label; use 1 to 12 letters or digits, with single spaces between words and without "-".';
  const table: [what: string, spec: unknown, message: string][] = [
    [
      'an unknown name',
      'colosseum',
      'venue: "colosseum" is not a built-in venue. Use "arena", "hemicycle", "amphitheatre" or "square", or give {"name", "blocks"} with your own seats.',
    ],
    [
      'an empty name',
      '',
      'venue: "" is not a built-in venue. Use "arena", "hemicycle", "amphitheatre" or "square", or give {"name", "blocks"} with your own seats.',
    ],
    [
      'an unknown kind',
      { kind: 'stadium', capacity: 100 },
      'venue: "stadium" is not a built-in venue. Use "arena", "hemicycle", "amphitheatre" or "square", or give {"name", "blocks"} with your own seats.',
    ],
    [
      'a name every object has',
      'constructor',
      'venue: "constructor" is not a built-in venue. Use "arena", "hemicycle", "amphitheatre" or "square", or give {"name", "blocks"} with your own seats.',
    ],
    [
      'a list',
      [],
      'venue: [] is not a venue. Use "arena", "hemicycle", "amphitheatre" or "square", or give {"name", "blocks"} with your own seats.',
    ],
    [
      'an unknown parameter',
      { kind: 'square', rows: 12 },
      'venue.rows: "square" has no such parameter; it takes capacity.',
    ],
    [
      'a parameter of another kind',
      { kind: 'amphitheatre', wedges: 7 },
      'venue.wedges: "amphitheatre" has no such parameter; it takes capacity.',
    ],
    [
      'wedges out of range',
      { kind: 'hemicycle', wedges: 61 },
      'venue.wedges: 61 does not fit; use a whole number from 1 to 60.',
    ],
    [
      '0 places',
      { kind: 'arena', capacity: 0 },
      'venue.capacity: 0 does not fit; use a whole number from 20 to 1000000.',
    ],
    [
      '19 places',
      { kind: 'hemicycle', capacity: 19 },
      'venue.capacity: 19 does not fit; use a whole number from 20 to 1000000.',
    ],
    [
      'half places',
      { kind: 'square', capacity: 20.5 },
      'venue.capacity: 20.5 does not fit; use a whole number from 20 to 1000000.',
    ],
    [
      'NaN places',
      { kind: 'amphitheatre', capacity: NaN },
      'venue.capacity: NaN does not fit; use a whole number from 20 to 1000000.',
    ],
    [
      '1,000,001 places',
      { kind: 'arena', capacity: 1_000_001 },
      'venue.capacity: 1000001 does not fit; use a whole number from 20 to 1000000.',
    ],
    [
      '5 million places',
      { kind: 'square', capacity: 5_000_000 },
      'venue.capacity: 5000000 does not fit; use a whole number from 20 to 1000000.',
    ],
    [
      'endless places',
      { kind: 'square', capacity: Infinity },
      'venue.capacity: Infinity does not fit; use a whole number from 20 to 1000000.',
    ],
    [
      'written places',
      { kind: 'square', capacity: '600' },
      'venue.capacity: "600" does not fit; use a whole number from 20 to 1000000.',
    ],
    [
      'nothing',
      null,
      'venue: null is not a venue. Use "arena", "hemicycle", "amphitheatre" or "square", or give {"name", "blocks"} with your own seats.',
    ],
    [
      'a number',
      15086,
      'venue: 15086 is not a venue. Use "arena", "hemicycle", "amphitheatre" or "square", or give {"name", "blocks"} with your own seats.',
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
      'a label with two spaces',
      venueOf(blockOf('A  1', row('1', [0, 0]))),
      `venue.blocks[0].label: "A  1" ${labels}`,
    ],
    ['an empty label', venueOf(blockOf('', row('1', [0, 0]))), `venue.blocks[0].label: "" ${labels}`],
    [
      'a label that is a broken number',
      venueOf(blockOf(1.5, row('1', [0, 0]))),
      `venue.blocks[0].label: 1.5 ${labels}`,
    ],
    [
      'two blocks with one label',
      venueOf(blockOf('A', row('1', [0, 0])), blockOf('A', row('1', [5, 5]))),
      'venue.blocks[1].label: "A" occurs twice; labels beside each other must differ.',
    ],
    [
      'two rows with one label',
      venueOf(blockOf('A', row('1', [0, 0]), row('1', [0, 1]))),
      'venue.blocks[0].rows[1].label: "1" occurs twice; labels beside each other must differ.',
    ],
    [
      'a row without seats',
      venueOf(blockOf('A', row('1', [0, 0]), row('2'))),
      'venue.blocks[0].rows[1]: 0 seats; a row needs at least one.',
    ],
    [
      'seats that are no list',
      venueOf(blockOf('A', { label: '1', seats: 5 })),
      'venue.blocks[0].rows[0].seats: 5 is not a list; use [[x, y], ...].',
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
      'venue: 2 x and 2 y for 3 seats; give one of each per seat, in seat order.',
    ],
    [
      'more x than y',
      counted(3, new Float32Array(3), new Float32Array(2)),
      'venue: 3 x and 2 y for 3 seats; give one of each per seat, in seat order.',
    ],
    [
      'counts without places',
      venueOf(blockOf('A', { label: '1', count: 2 })),
      'venue: 0 x and 0 y for 2 seats; give one of each per seat, in seat order.',
    ],
    [
      'scenery that is no list',
      { ...venueOf(blockOf('A', row('1', [0, 0]))), scenery: 'ice' },
      'venue.scenery: "ice" is not a list; use [{"shape": "circle", "role": "stage", "at": [0, 0], "radius": 5}].',
    ],
    ...(
      [
        [null, 'shape: undefined is not a shape; use polygon, circle or arc.'],
        [{ shape: 'star', role: 'stage' }, 'shape: "star" is not a shape; use polygon, circle or arc.'],
        [
          { shape: 'circle', role: 'ice', at: [0, 0], radius: 5 },
          'role: "ice" is not a role; use ground, floor, stage, step, mark, line, wall or lamp.',
        ],
        [
          { shape: 'circle', role: 'stage', at: [0, NaN], radius: 5 },
          'at: [0,null] cannot be drawn; places are [x, y], lengths numbers up to 1000000, angles degrees.',
        ],
        [
          { shape: 'circle', role: 'stage', at: [0, 0], radius: 0 },
          'radius: 0 cannot be drawn; places are [x, y], lengths numbers up to 1000000, angles degrees.',
        ],
        [
          { shape: 'polygon', role: 'stage', points: [[0, 0]] },
          'points: [[0,0]] cannot be drawn; places are [x, y], lengths numbers up to 1000000, angles degrees.',
        ],
        [
          { shape: 'arc', role: 'stage', at: [0, 0], inner: 0, outer: 5, start: 0, end: '90' },
          'end: "90" cannot be drawn; places are [x, y], lengths numbers up to 1000000, angles degrees.',
        ],
      ] as const
    ).map(([shape, rest]): [string, unknown, string] => [
      `the shape ${JSON.stringify(shape)}`,
      { ...venueOf(blockOf('A', row('1', [0, 0]))), scenery: [shape] },
      `venue.scenery[0].${rest}`,
    ]),
  ];
  for (const [what, spec, message] of table) {
    it(what, async () => {
      expect(() => makeVenue(spec as VenueSpec))
        .to.throw(VenueError)
        .with.property('message', message);
      const error: unknown = await loadVenue(spec as VenueSpec).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(VenueError).with.property('message', message);
    });
  }
});

describe('a venue that is loaded', () => {
  const specs: VenueSpec[] = [
    'arena',
    { kind: 'arena', capacity: 300 },
    { kind: 'hemicycle', capacity: 99, wedges: 4 },
    { kind: 'amphitheatre', capacity: 300 },
    { kind: 'square', capacity: 77 },
    {
      name: 'Own',
      blocks: [
        {
          label: 'A',
          rows: [
            {
              label: '1',
              seats: [
                [0, 0],
                [1, 0],
              ],
            },
          ],
        },
      ],
    },
  ];
  for (const spec of specs) {
    it(`is the one that is made at once: ${JSON.stringify(spec)}`, async () => {
      expect(await loadVenue(spec)).to.deep.equal(makeVenue(spec));
    });
  }
});

describe('scenery of an author’s own venue', () => {
  it('is drawn as it is given', () => {
    const scenery = [{ shape: 'circle', role: 'stage', at: [0, -5], radius: 3 }] as const;
    const venue = makeVenue({
      name: 'Stage',
      blocks: [{ label: 'A', rows: [{ label: '1', seats: [[0, 0]] }] }],
      scenery,
    });
    expect(venue.scenery).to.deep.equal({ kind: 'shapes', shapes: scenery });
    // Bounds of everything: seats and scenery.
    expect(venue.bounds).to.deep.equal({ left: -5, top: -9, right: 5, bottom: 5 });
  });
});
