import { expect } from '@open-wc/testing';
import { standingPlaces } from '../../../../src/elements/seat-picker/map/layers/crowd.js';
import { lightMap, blur } from '../../../../src/elements/seat-picker/map/layers/light.js';
import { Raster, type RasterPlan } from '../../../../src/elements/seat-picker/map/layers/raster.js';
import { VenueIndex, seatNear } from '../../../../src/elements/seat-picker/map/scene.js';
import { emptyOccupancy, setTaken } from '../../../../src/venue/occupancy.js';
import { makeVenue } from '../../../../src/venue/make-venue.js';

const arena = makeVenue('arena');
const floor = new VenueIndex(arena);
const COLD = 0x443322;
const WARM = 0x4db0ff;

/** Rows of seats one unit apart. */
const field = (rows: number, count: number) =>
  makeVenue({
    name: 'Field',
    blocks: [
      {
        label: 'A',
        rows: Array.from({ length: rows }, (_, r) => ({
          label: String(r + 1),
          seats: Array.from({ length: count }, (_, i): [number, number] => [i, r * 2]),
        })),
      },
    ],
  });

describe('points by the hundred thousand', () => {
  const venue = field(60, 5);
  const plan = (pitch: number, change: Partial<RasterPlan> = {}): RasterPlan => ({
    venue,
    taken: emptyOccupancy(venue.capacity),
    kept: new Set(),
    matrix: [pitch, 0, 0, pitch, 4.5, 4.5],
    size: { width: 40, height: 260 },
    pitch,
    side: 1,
    litSide: 1.25,
    freeColours: venue.rows.map(() => COLD),
    litColours: [WARM, WARM, WARM, WARM],
    ...change,
  });
  const pixel = (image: ImageData, x: number, y: number): number =>
    new Uint32Array(image.data.buffer)[y * image.width + x]!;

  it('cold where nobody sits, warm where somebody does', () => {
    const taken = emptyOccupancy(venue.capacity);
    setTaken(taken, 6, true);
    const raster = new Raster(plan(2, { taken }));
    expect(raster.fill(Infinity)).to.equal(true);
    expect(pixel(raster.free, 4, 4) & 0xffffff).to.equal(COLD);
    expect(pixel(raster.free, 4, 4) >>> 24).to.be.greaterThan(150);
    expect(pixel(raster.lit!, 6, 8) & 0xffffff).to.equal(WARM);
    expect(pixel(raster.free, 6, 8), 'not cold as well').to.equal(0);
  });
  it('a kept seat is neither', () => {
    const taken = emptyOccupancy(venue.capacity);
    setTaken(taken, 6, true);
    const raster = new Raster(plan(2, { taken, kept: new Set([6]) }));
    raster.fill(Infinity);
    expect(raster.lit).to.equal(null);
    expect(pixel(raster.free, 6, 8)).to.equal(0);
  });
  it('stops when its time has come, and goes on where it stopped', () => {
    const whole = new Raster(plan(2));
    whole.fill(Infinity);
    const sliced = new Raster(plan(2));
    let slices = 1;
    while (!sliced.fill(-Infinity)) slices++;
    expect(slices).to.be.within(2, 60);
    expect(sliced.free.data.every((byte, i) => byte === whole.free.data[i])).to.equal(true);
  });
  it('where seats share a px, it shines as far as they are taken', () => {
    const dense = field(100, 100);
    const shine = (share: number): number => {
      const taken = emptyOccupancy(dense.capacity);
      for (let seat = 0; seat < dense.capacity; seat++)
        if ((seat * 0.618) % 1 < share) setTaken(taken, seat, true);
      const raster = new Raster(
        plan(0.3, {
          venue: dense,
          taken,
          freeColours: dense.rows.map(() => COLD),
          matrix: [0.3, 0, 0, 0.3, 4.5, 4.5],
        }),
      );
      raster.fill(Infinity);
      let sum = 0;
      for (let x = 8; x < 30; x++) for (let y = 8; y < 30; y++) sum += pixel(raster.lit!, x, y) >>> 24;
      return sum;
    };
    expect(shine(0.5) / shine(0.25)).to.be.within(1.7, 2.2);
  });
  it('seats outside of the image are left out', () => {
    const raster = new Raster(plan(2, { matrix: [2, 0, 0, 2, -1000, 4.5] }));
    expect(raster.fill(Infinity)).to.equal(true);
    expect(raster.free.data.every((byte) => byte === 0)).to.equal(true);
  });
});

describe('the light of the lit seats', () => {
  it('lies where they are, and not on kept ones', () => {
    const taken = emptyOccupancy(arena.capacity);
    for (const seat of [10, 4000, 9000]) setTaken(taken, seat, true);
    const { cells } = lightMap(arena, taken, new Set([10]));
    expect(cells.filter((cell) => cell > 0)).to.have.length(2);
  });
  it('spreads without becoming more or less', () => {
    const map = { width: 61, height: 41, fineness: 1, cells: new Float32Array(61 * 41) };
    map.cells[20 * 61 + 30] = 1;
    const spreaded = blur(map, 4);
    expect(spreaded.reduce((sum, cell) => sum + cell, 0)).to.be.closeTo(1, 1e-4);
    expect(Math.max(...spreaded)).to.equal(spreaded[20 * 61 + 30]);
    expect(spreaded[20 * 61 + 30 + 8]).to.be.greaterThan(0);
    expect(spreaded[20 * 61 + 30 + 9]).to.equal(0);
    expect(spreaded[20 * 61 + 27]).to.be.closeTo(spreaded[20 * 61 + 33]!, 1e-6);
  });
});

describe('those who stand', () => {
  const pairs = (places: readonly number[]): [number, number][] =>
    Array.from({ length: places.length / 2 }, (_, i) => [places[2 * i]!, places[2 * i + 1]!]);

  it('stand round the ice: not on it, and on nobody’s seat', () => {
    const places = pairs(standingPlaces(floor, 500));
    expect(places).to.have.length(500);
    for (const [x, y] of places) {
      const offset = Math.hypot(Math.max(0, Math.abs(x) - 21.5), Math.max(0, Math.abs(y) - 6.5)) - 8.5;
      expect(offset, `${x}, ${y}`).to.be.within(0.99, 3.8);
      expect(seatNear(floor, x, y, arena.pitch)).to.equal(null);
    }
  });
  it('are the same each time, and those who come later join them', () => {
    expect(standingPlaces(floor, 40)).to.deep.equal(standingPlaces(floor, 40));
    expect(standingPlaces(floor, 80).slice(0, 80)).to.deep.equal(standingPlaces(floor, 40));
  });
  it('as many as they are, up to what there is room for', () => {
    expect(standingPlaces(floor, 0)).to.deep.equal([]);
    expect(standingPlaces(floor, 1)).to.have.length(2);
    const most = standingPlaces(floor, 1e6);
    expect(most.length / 2).to.be.within(600, 900);
  });
  it('elsewhere stand behind the last rows', () => {
    const hall = new VenueIndex(field(8, 20));
    const places = pairs(standingPlaces(hall, 30));
    expect(places.length).to.be.greaterThan(5);
    for (const [x, y] of places) {
      expect(seatNear(hall, x, y, 1.1), `${x}, ${y}`).to.equal(null);
      expect(y, 'the stage is at the first row').to.be.greaterThan(14);
    }
  });
});
