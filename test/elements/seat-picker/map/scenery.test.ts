import { expect } from '@open-wc/testing';
import { paintScenery } from '../../../../src/elements/seat-picker/map/layers/scenery.js';
import type { Palette } from '../../../../src/elements/seat-picker/map/palette.js';
import type { Shape } from '../../../../src/venue/venue.js';
import { makeVenue } from '../../../../src/venue/make-venue.js';

/** Every colour differs from every other. */
const PALETTE = new Proxy({ isForced: false } as unknown as Palette, {
  get: (colours, name) =>
    Reflect.get(colours, name) ??
    { night: '#000000', bowl: '#000011', concourse: '#001122', ice: '#e4f0f8', label: '#00ff00' }[
      String(name)
    ] ??
    '#ffb04d',
});
const FORCED = new Proxy(PALETTE, {
  get: (colours, name) => (name === 'isForced' ? true : (Reflect.get(colours, name) as unknown)),
});
const SIZE = 100;
const BOUNDS = { left: -50, top: -50, right: 50, bottom: 50 };

/** Paints shapes on black, one px per unit, 0,0 in the middle; returns red, green and blue at a place. */
function paint(
  shapes: readonly Shape[],
  { palette = PALETTE, sheen = null }: { palette?: Palette; sheen?: CanvasImageSource | null } = {},
): (x: number, y: number) => [number, number, number] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const ctx = canvas.getContext('2d', { willReadFrequently: true })!;
  ctx.fillStyle = '#000000';
  ctx.fillRect(0, 0, SIZE, SIZE);
  ctx.translate(SIZE / 2, SIZE / 2);
  paintScenery(ctx, shapes, BOUNDS, palette, 1, sheen);
  return (x, y) => {
    const [r, g, b] = ctx.getImageData(x + SIZE / 2, y + SIZE / 2, 1, 1).data;
    return [r!, g!, b!];
  };
}
const sum = (colour: readonly number[]): number => colour.reduce((total, one) => total + one, 0);

const ground: Shape = {
  shape: 'polygon',
  role: 'ground',
  points: [
    [-45, -45],
    [45, -45],
    [45, 45],
    [-45, 45],
  ],
};
const stage: Shape = { shape: 'circle', role: 'stage', at: [0, 0], radius: 20 };
const lamp: Shape = { shape: 'circle', role: 'lamp', at: [0, 8], radius: 2 };

describe('scenery of shapes', () => {
  it('is brightest on its stage, dim on the ground, and nothing beyond', () => {
    const at = paint([ground, stage]);
    expect(sum(at(0, 0))).to.be.greaterThan(600);
    expect(sum(at(30, 0))).to.be.within(10, 200);
    expect(at(48, 48)).to.deep.equal([0, 0, 0]);
  });

  it('is cold, but for the light of its lamp', () => {
    const [coldRed, , coldBlue] = paint([ground, stage])(4, 10);
    expect(coldBlue).to.be.greaterThan(coldRed);
    const [red, , blue] = paint([ground, stage, lamp])(4, 10);
    expect(red).to.be.greaterThan(blue);
  });

  it('carries the reflection of the seats on the stage, and nowhere else', () => {
    const sheen = document.createElement('canvas');
    sheen.width = sheen.height = 10;
    const ctx = sheen.getContext('2d')!;
    ctx.fillStyle = '#ff8800';
    ctx.fillRect(0, 0, 10, 10);
    const [plain, lit] = [paint([ground, stage]), paint([ground, stage], { sheen })];
    expect(lit(0, 0)[2]).to.be.lessThan(plain(0, 0)[2] / 2);
    expect(lit(30, 0)).to.deep.equal(plain(30, 0));
  });

  it('draws part of a ring, and a ring without width as a line', () => {
    const half = { shape: 'arc', at: [0, 0], start: 180, end: 360 } as const;
    const at = paint([{ ...half, role: 'stage', inner: 20, outer: 30 }]);
    expect([sum(at(0, -25)) > 0, sum(at(0, 25)) > 0, sum(at(0, -10)) > 0]).to.deep.equal([
      true,
      false,
      false,
    ]);
    const line = paint([{ ...half, role: 'line', inner: 25, outer: 25 }]);
    expect([sum(line(0, -25)) > 0, sum(line(0, -20)) > 0, sum(line(0, 25)) > 0]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('leaves a line open and closes all else', () => {
    const points = [
      [-40, -40],
      [40, -40],
      [40, 40],
    ] as const;
    expect(sum(paint([{ shape: 'polygon', role: 'line', points }])(0, 0))).to.equal(0);
    expect(sum(paint([{ shape: 'polygon', role: 'wall', points }])(0, 0))).to.be.greaterThan(0);
  });

  it('is outlines of the reader’s own colour in forced colours', () => {
    const at = paint([ground, stage, lamp], { palette: FORCED });
    expect(at(0, 0)).to.deep.equal([0, 0, 0]);
    expect(at(30, 0)).to.deep.equal([0, 0, 0]);
    expect(at(20, 0)[1], 'the edge of the stage').to.be.greaterThan(100);
    expect(at(20, 0)[0]).to.equal(0);
  });

  for (const kind of ['hemicycle', 'amphitheatre', 'square'] as const) {
    it(`of the ${kind} can be painted, small and large`, () => {
      for (const capacity of [20, 100_000]) {
        const { scenery } = makeVenue({ kind, capacity });
        expect(() => paint(scenery.kind === 'shapes' ? scenery.shapes : [])).not.to.throw();
      }
    });
  }

  it('of nothing paints nothing', () => {
    expect(paint([])(0, 0)).to.deep.equal([0, 0, 0]);
    const out: Shape = { ...stage, at: [0, 0], radius: 1 };
    expect(() => paint([out, lamp])).not.to.throw();
  });
});
