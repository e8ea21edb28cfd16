import { expect } from '@open-wc/testing';
import { parseCampaign } from '../../src/model/schema/schema.js';
import {
  besides,
  findTogether,
  layoutId,
  makeVenue,
  neighbourOf,
  placeOf,
  rowOf,
  seatCode,
  seatFromCode,
  VenueError,
  type Spot,
  type Venue,
} from '../../src/venue/index.js';
import labels from '../cases/labels.json';
import oddEven from '../cases/venue-odd-even.json';

const hallOf = (rows: readonly (readonly Spot[])[]): Venue =>
  makeVenue({
    name: 'Hall',
    blocks: [{ label: 'A', rows: rows.map((seats, r) => ({ label: String(r + 1), seats })) }],
  });
const named = (names: unknown, label: unknown = '1') =>
  ({
    name: 'Hall',
    blocks: [
      {
        label: 'A',
        rows: [
          {
            label,
            seats: [
              [0, 0],
              [1, 0],
              [2, 0],
            ],
            names,
          },
        ],
      },
    ],
  }) as Parameters<typeof makeVenue>[0];

/** Problems that strict validation reports for a venue alone. */
const strict = (venue: unknown): string[] =>
  parseCampaign({ venue }).problems.flatMap(({ path, message }) =>
    path.startsWith('venue') ? [message] : [],
  );

describe('labels of blocks, rows and seats', () => {
  for (const label of labels.accepted) {
    it(`may be ${JSON.stringify(label)}, in the browser as in the strict judgement`, () => {
      for (const value of typeof label === 'string'
        ? [label, label.normalize('NFD'), label.normalize('NFC')]
        : [label]) {
        const spec = named([value, 'x', 'y'], value);
        expect(strict(spec)).to.deep.equal([]);
        const { row, number } = placeOf(makeVenue(spec), 0);
        expect([row, number]).to.deep.equal([String(label).normalize('NFC'), String(label).normalize('NFC')]);
      }
    });
  }

  for (const label of [...labels.refused, ' A', 'A ', 1.5, -1, null, ['A'], '\u0301'.repeat(3)]) {
    it(`may not be ${JSON.stringify(label)}`, () => {
      for (const spec of [named(null, label), named([label, 'x', 'y'])]) {
        expect(() => makeVenue(spec)).to.throw(VenueError, 'is not a label');
        expect(strict(spec).length).to.be.greaterThan(0);
      }
    });
  }
});

describe('seats with names', () => {
  const venue = makeVenue(named(['15', '15b', 'Loge À']));

  it('have them in their codes and places', () => {
    expect([0, 1, 2].map((seat) => seatCode(venue, seat))).to.deep.equal(['A-1-15', 'A-1-15b', 'A-1-Loge À']);
    expect([0, 1, 2].map((seat) => seatFromCode(venue, seatCode(venue, seat)))).to.deep.equal([0, 1, 2]);
  });

  it('are found in another case and form, and not by their position', () => {
    expect(
      ['a-1-15B', 'A-1-loge a\u0300', 'A-1-１５', 'A-1-1'].map((code) => seatFromCode(venue, code)),
    ).to.deep.equal([1, 2, 0, null]);
  });

  it('are not guessed where two differ in case alone', () => {
    const both = makeVenue(named(['a', 'A', 'b']));
    expect(['A-1-a', 'A-1-A', 'A-1-B'].map((code) => seatFromCode(both, code))).to.deep.equal([0, 1, 2]);
    expect(seatFromCode(makeVenue(named(['ab', 'aB', 'b'])), 'A-1-AB')).to.equal(null);
  });

  it('are part of the layout id', () => {
    const plan = [{ label: 'A', rows: [{ label: '1', count: 3, names: ['15', '15b', 'Loge À'] }] }];
    expect(venue.layout).to.equal(layoutId(plan));
    expect(venue.layout).to.equal(LAYOUT);
    expect(venue.layout).not.to.equal(makeVenue(named(null)).layout);
  });

  for (const names of [['a', 'b'], ['a', 'b', 'b'], ['e\u0301', '\u00e9', 'b'], 'abc', {}]) {
    it(`are refused as ${JSON.stringify(names)}`, () => {
      expect(() => makeVenue(named(names))).to.throw(VenueError, 'venue.blocks[0].rows[0].names');
      expect(strict(named(names)).length).to.equal(1);
    });
  }
});

/** CRC-32 of "A TAB 1 TAB 3 TAB 15 TAB 15b TAB Loge À LF", as in docs/protocol.md. */
const LAYOUT = 'a269b24e';

/** The nearest seats on either side, by comparing every pair. */
function besideByForce(venue: Venue, seat: number): number[] {
  const { x, y, rows } = venue;
  const nearest: number[] = [];
  for (let other = 0; other < venue.capacity; other++) {
    let best = Infinity;
    for (let third = 0; third < venue.capacity; third++)
      if (third !== other) best = Math.min(best, Math.hypot(x[third]! - x[other]!, y[third]! - y[other]!));
    nearest.push(best);
  }
  const pitch = nearest.sort((a, b) => a - b)[nearest.length >> 1]!;
  const { first, count } = rows[rowOf(venue, seat)]!;
  const near = Array.from({ length: count }, (_, i) => first + i)
    .filter((other) => other !== seat)
    .map((other) => ({ other, dx: x[other]! - x[seat]!, dy: y[other]! - y[seat]! }))
    .filter(({ dx, dy }) => Math.hypot(dx, dy) <= 1.5 * pitch + 1e-4)
    .sort((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy));
  const one = near[0];
  const two = one && near.find(({ dx, dy }) => dx * one.dx + dy * one.dy < 0);
  return [one, two].flatMap((found) => (found ? [found.other] : [])).sort((a, b) => a - b);
}

describe('beside', () => {
  const odd = makeVenue(oddEven as unknown as Parameters<typeof makeVenue>[0]);

  it('means the place where odd numbers sit on one side and even ones on the other', () => {
    expect(odd.pitch).to.be.closeTo(50, 1e-4);
    expect([0, 1, 2].map((seat) => besides(odd, seat).sort((a, b) => a - b))).to.deep.equal([
      [2],
      [3],
      [0, 4],
    ]);
  });

  it('leads findTogether and the arrows', () => {
    const found = findTogether(odd, new Uint8Array(8), [], 3)!;
    expect(new Set(found.map((seat) => seat % 2)).size).to.equal(1);
    // The stage is at the top: the left hand is at the lower x.
    expect(odd.x[neighbourOf(odd, 4, 'left')!]! - odd.x[4]!).to.equal(-50);
    expect(odd.x[neighbourOf(odd, 4, 'right')!]! - odd.x[4]!).to.equal(50);
    expect(neighbourOf(odd, 0, 'right')).to.equal(1);
  });

  const orders: Record<string, (seats: Spot[]) => Spot[]> = {
    'from the left': (seats) => seats,
    'from the right': (seats) => [...seats].reverse(),
    'odd and even': (seats) => [
      ...seats.slice(0, seats.length >> 1).reverse(),
      ...seats.slice(seats.length >> 1),
    ],
    'alternating over the aisle': (seats) => {
      const half = seats.length >> 1;
      return Array.from({ length: half }, (_, i) => [seats[half - 1 - i]!, seats[half + i]!]).flat();
    },
    shuffled: (seats) => seats.map((_, i) => seats[(i * 7) % seats.length]!),
  };
  for (const [order, sort] of Object.entries(orders)) {
    for (const bend of [0, 0.5, 2.5]) {
      for (const turn of [0, 0.7, 2]) {
        it(`is what a look at every pair finds: numbers ${order}, bend ${bend}, turned by ${turn}`, () => {
          const rows = [0, 1, 2].map((row) => {
            const seats = Array.from({ length: 16 }, (_, i): Spot => {
              // An aisle in the middle, and a missing seat.
              const along = (i - 7.5) * 50 + (i < 8 ? -40 : 40) + (i > 12 ? 50 : 0);
              const radius = 480 / (bend || 1) + row * 90;
              const angle = (along * bend) / 480;
              const [x, y] = bend ? [radius * Math.sin(angle), -radius * Math.cos(angle)] : [along, row * 90];
              return [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];
            });
            return sort(seats);
          });
          const venue = hallOf(rows);
          for (let seat = 0; seat < venue.capacity; seat++)
            expect(
              besides(venue, seat).sort((a, b) => a - b),
              `seat ${seat}`,
            ).to.deep.equal(besideByForce(venue, seat));
        });
      }
    }
  }
});
