import { expect } from '@open-wc/testing';
import {
  cornersFor,
  eachSeat,
  VenueIndex,
  hairline,
  labelPlace,
  markPlace,
  namePlace,
  portraitSize,
  rowsInView,
  seatNear,
  warmToneOf,
} from '../../../../src/elements/seat-picker/map/scene.js';
import {
  angleFor,
  apply,
  fitBounds,
  lookAt,
  matrixOf,
  type Point,
  type Size,
} from '../../../../src/elements/seat-picker/map/viewport.js';
import { facing } from '../../../../src/venue/geometry.js';
import { makeVenue } from '../../../../src/venue/make-venue.js';
import { seatFromCode } from '../../../../src/venue/seat-code.js';
import type { Venue } from '../../../../src/venue/venue.js';

const size = { width: 1000, height: 700 };
const arena = makeVenue('arena');
const floor = new VenueIndex(arena);

describe('how a seat is drawn', () => {
  it('in four tones, always the same for a seat', () => {
    const counts = [0, 0, 0, 0];
    for (let seat = 0; seat < 4000; seat++) counts[warmToneOf(seat)]!++;
    for (const count of counts) expect(count).to.be.within(900, 1100);
    expect([0, 1, 2, 3, 4698].map(warmToneOf)).to.deep.equal([0, 1, 2, 3, 4698].map(warmToneOf));
  });
  it('a portrait is wider than a seat from far, and as wide as the pitch allows near', () => {
    expect(portraitSize(4, false)).to.equal(52);
    expect(portraitSize(1.7, true)).to.equal(40);
    expect(portraitSize(10, false)).to.be.closeTo(33.2, 0.1);
    expect(portraitSize(44, true)).to.be.closeTo(53.7, 0.1);
    for (let px = 8; px < 60; px++) expect(portraitSize(px, false), `${px} px`).to.be.greaterThan(px);
  });
  it('a portrait grows from one size into the other without a jump', () => {
    for (const narrow of [true, false])
      for (let px = 1; px < 40; px += 0.1)
        expect(
          Math.abs(portraitSize(px + 0.1, narrow) - portraitSize(px, narrow)),
          `${px} px`,
        ).to.be.lessThan(0.8);
  });
});

describe('what is in view', () => {
  it('all rows, from far', () => {
    expect(
      rowsInView(floor, matrixOf(fitBounds(arena.bounds, size, 0, 10), size), size.width, 0, size.height),
    ).to.have.length(arena.rows.length);
  });
  it('only the rows near a seat, near', () => {
    const seat = seatFromCode(arena, '12-8-15')!;
    const rows = rowsInView(
      floor,
      matrixOf(lookAt(arena.x[seat]!, arena.y[seat]!, 55, 1), size),
      size.width,
      0,
      size.height,
    );
    expect(rows.length).to.be.within(5, 70);
    const blocks = new Set(rows.map((r) => arena.blocks[arena.rows[r]!.block]!.label));
    expect([...blocks])
      .to.include('12')
      .and.not.include('1')
      .and.not.include('5');
  });
  it('leaves out no row of which a seat is seen, however it is turned', () => {
    for (let i = 0; i < 40; i++) {
      const seat = (i * 379) % arena.capacity;
      const matrix = matrixOf(lookAt(arena.x[seat]!, arena.y[seat]!, 12 + i, i), size);
      const rows = new Set(rowsInView(floor, matrix, size.width, 0, size.height));
      arena.rows.forEach(({ first, count }, r) => {
        for (let one = first; one < first + count; one++) {
          const [x, y] = apply(matrix, arena.x[one]!, arena.y[one]!);
          if (x > 0 && y > 0 && x < size.width && y < size.height)
            expect(rows.has(r), `row ${r}`).to.equal(true);
        }
      });
    }
  });
  it('nothing, beside the venue', () => {
    expect(
      rowsInView(floor, matrixOf(lookAt(900, 900, 20, 0), size), size.width, 0, size.height),
    ).to.deep.equal([]);
  });
});

describe('the name of a block, near', () => {
  const wide: Size = { width: 1280, height: 868 };
  const seat = seatFromCode(arena, '12-8-15')!;
  const block = (label: string): number => arena.blocks.findIndex((one) => one.label === label);
  const matrix = matrixOf(
    lookAt(arena.x[seat]!, arena.y[seat]!, 28 / arena.pitch, angleFor(facing(arena, seat)), 0, 148),
    wide,
  );
  it('stands before its first row, also of the neighbours whose middle is out of the map', () => {
    for (const label of ['11', '12', '13']) {
      const [x, y] = namePlace(floor, block(label), matrix, wide).at;
      expect(x).to.be.within(40, 1240);
      expect(y).to.be.within(20, 840);
      expect(y > 76 || (x > 240 && x < 1040), `${label} beside the button`).to.equal(true);
    }
    const far = floor.marks[block('13')]!.front;
    expect(apply(matrix, ...far)[1] < 76 || apply(matrix, ...far)[0] < 56, 'its middle').to.equal(true);
  });
  it('stays out of the map with a block that is', () => {
    const [x, y] = namePlace(floor, block('1'), matrix, wide).at;
    expect(x < 0 || x > wide.width || y < 0 || y > wide.height).to.equal(true);
  });
});

describe('each seat of a row', () => {
  const rights = (venue: Venue, r: number): Map<number, Point> => {
    const found = new Map<number, Point>();
    eachSeat(new VenueIndex(venue), r, (seat, _x, _y, x, y) => found.set(seat, [x, y]));
    return found;
  };
  it('has its right hand square to where it looks, for every seat of the arena', () => {
    arena.rows.forEach((_, r) => {
      for (const [seat, [x, y]] of rights(arena, r)) {
        if (seat % 7) continue;
        const look = facing(arena, seat);
        expect(x, `seat ${seat}`).to.be.closeTo(-Math.sin(look), 1e-3);
        expect(y, `seat ${seat}`).to.be.closeTo(Math.cos(look), 1e-3);
      }
    });
  });
  it('also where numbers run the other way, and where a row has one seat', () => {
    const hall = makeVenue({
      name: 'hall',
      blocks: [
        {
          label: 'A',
          rows: [
            {
              label: '1',
              seats: [
                [0, 0],
                [1, 0],
                [2, 0],
              ],
            },
            {
              label: '2',
              seats: [
                [0, 1],
                [1, 1],
                [2, 1],
              ],
            },
          ],
        },
        {
          label: 'B',
          rows: [
            {
              label: '1',
              seats: [
                [9, 0],
                [8, 0],
                [7, 0],
              ],
            },
            { label: '2', seats: [[8, 1]] },
          ],
        },
      ],
    });
    // The seats face up, so the right hand is on the right.
    for (const r of [0, 1, 2, 3])
      for (const [seat, [x, y]] of rights(hall, r))
        expect(
          [x, y].map((v) => Math.round(v) + 0),
          `seat ${seat}`,
        ).to.deep.equal([1, 0]);
  });
});

describe('names and marks', () => {
  it('tells upper from lower blocks of the arena', () => {
    expect(
      new Set(
        arena.blocks.map(({ label }, b) => `${label.length > 2 ? 'upper' : 'lower'} ${floor.marks[b]!.tier}`),
      ),
    ).to.deep.equal(new Set(['lower 0', 'upper 1']));
  });
  it('writes a block in front of its first row and behind its last', () => {
    const b = arena.blocks.findIndex(({ label }) => label === '5');
    const { front, back } = floor.marks[b]!;
    expect(front[1]).to.be.within(-19, -16);
    expect(back[1]).to.be.within(-38.2, -34);
  });
  const corners: [name: string, points: Point[], expected: number[]][] = [
    [
      'three people of the arena',
      [
        [880, 600],
        [300, 100],
        [200, 500],
      ],
      [3, 0, 2],
    ],
    [
      'two in one corner: the nearer has it',
      [
        [100, 100],
        [20, 20],
      ],
      [2, 0],
    ],
    [
      'three above a stage: the middle one does not reach across it',
      [
        [520, 310],
        [630, 130],
        [950, 290],
      ],
      [0, 1, 3],
    ],
    ['nobody', [], []],
    [
      'a fifth has none',
      [
        [0, 0],
        [1000, 0],
        [0, 700],
        [1000, 700],
        [500, 350],
      ],
      [0, 1, 2, 3, -1],
    ],
  ];
  for (const [name, points, expected] of corners)
    it(`gives corners to ${name}`, () => expect(cornersFor(points, size)).to.deep.equal(expected));

  it('draws the hairline from the rim, steep first, then level to the name', () => {
    const [start, elbow, end] = hairline([593, 275], 26, [246, 60]);
    expect(end).to.deep.equal([246, 60]);
    expect(elbow[1]).to.equal(60);
    expect(elbow[0]).to.be.within(400, 450);
    expect(Math.hypot(start[0] - 593, start[1] - 275)).to.be.closeTo(26, 1e-6);
  });
  it('marks the own seat where it is, or on the rim of the portrait that would hide it', () => {
    expect(markPlace([10, 10], [[100, 100]], 36)).to.deep.equal([10, 10]);
    const [x, y] = markPlace([96, 100], [[100, 100]], 36);
    expect([x, y]).to.deep.equal([64, 100]);
  });
});

describe('the seat nearest to a point', () => {
  const brute = (
    x: number,
    y: number,
    reach: number,
    accept = (_: number): boolean => true,
  ): number | null => {
    let best: number | null = null;
    let bestDistance = reach;
    for (let seat = 0; seat < arena.capacity; seat++) {
      const distance = Math.hypot(arena.x[seat]! - x, arena.y[seat]! - y);
      if (accept(seat) && (distance < bestDistance || (distance === bestDistance && best === null)))
        [best, bestDistance] = [seat, distance];
    }
    return best;
  };
  for (const [name, reach] of [
    ['within a tenth of a pitch', 0.1],
    ['within a pitch', 1],
    ['within ten pitches', 10],
  ] as const)
    it(`${name}, as if all were looked at`, () => {
      for (let i = 0; i < 200; i++) {
        const x = (((i * 0.618) % 1) * 2 - 1) * 70;
        const y = (((i * 0.4142) % 1) * 2 - 1) * 55;
        expect(seatNear(floor, x, y, reach * arena.pitch), `${x}, ${y}`).to.equal(
          brute(x, y, reach * arena.pitch),
        );
      }
    });
  it('that is accepted', () => {
    const isOdd = (seat: number): boolean => seat % 2 === 1;
    for (let seat = 0; seat < arena.capacity; seat += 501)
      expect(seatNear(floor, arena.x[seat]!, arena.y[seat]!, 2, isOdd)).to.equal(
        brute(arena.x[seat]!, arena.y[seat]!, 2, isOdd),
      );
  });
  it('none where there is none', () => expect(seatNear(floor, 0, 0, 5)).to.equal(null));
});

describe('where the name of a block is written', () => {
  it('clear of all seats in the arena', () => {
    for (let b = 0; b < arena.blocks.length; b++) {
      const { at, isClear } = labelPlace(floor, b, 1);
      expect(isClear, arena.blocks[b]!.label).to.equal(true);
      expect(seatNear(floor, ...at, 1)).to.equal(null);
    }
  });
  it('over its own seats where blocks leave no room', () => {
    const rows = (top: number): { label: string; seats: [number, number][] }[] =>
      [0, 1, 2].map((r) => ({
        label: String(r + 1),
        seats: Array.from({ length: 9 }, (_, i): [number, number] => [i, top + r]),
      }));
    const packed = makeVenue({
      name: 'Packed',
      blocks: [0, 3, 6, 9, 12].map((top, b) => ({ label: String(b + 1), rows: rows(top) })),
    });
    const { at, isClear } = labelPlace(new VenueIndex(packed), 2, 0.6);
    expect(isClear).to.equal(false);
    expect(at).to.deep.equal([4, 7]);
  });
});
