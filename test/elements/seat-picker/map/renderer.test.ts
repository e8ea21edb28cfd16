import { expect, fixture, html } from '@open-wc/testing';
import { Renderer } from '../../../../src/elements/seat-picker/map/renderer.js';
import { readPalette } from '../../../../src/elements/seat-picker/map/palette.js';
import { VenueIndex, type MapScene } from '../../../../src/elements/seat-picker/map/scene.js';
import {
  apply,
  fitBounds,
  lookAt,
  matrixOf,
  type Size,
  type View,
} from '../../../../src/elements/seat-picker/map/viewport.js';
import { emptyOccupancy, setTaken } from '../../../../src/venue/occupancy.js';
import { seatFromCode } from '../../../../src/venue/seat-code.js';
import { makeVenue } from '../../../../src/venue/make-venue.js';

const arena = makeVenue('arena');
const index = new VenueIndex(arena);
const size: Size = { width: 1200, height: 800 };
const whole = fitBounds(arena.bounds, size, 0, 32);
const [LIT, FREE, KEPT] = [4000, 4013, 4026];

async function setUp(change: Partial<MapScene> = {}) {
  const plate = await fixture<HTMLElement>(
    html`<div style="position:relative;width:1200px;height:800px">
      <canvas></canvas><canvas></canvas><canvas></canvas><canvas></canvas>
    </div>`,
  );
  const canvases = [...plate.querySelectorAll('canvas')] as [
    HTMLCanvasElement,
    HTMLCanvasElement,
    HTMLCanvasElement,
    HTMLCanvasElement,
  ];
  for (const canvas of canvases) canvas.style.cssText = 'position:absolute;width:100%;height:100%';
  const renderer = Renderer.on(...canvases)!;
  const taken = emptyOccupancy(arena.capacity);
  for (const seat of [LIT, KEPT]) setTaken(taken, seat, true);
  const scene: MapScene = {
    index,
    taken,
    kept: new Set([KEPT]),
    beside: new Set(),
    palette: readPalette(plate),
    standing: 0,
    ...change,
  };
  renderer.resize(size, 1);
  renderer.setScene(scene);
  const [far, near] = canvases;
  /** Red minus blue at a seat: above 0 is warm, below is cold. */
  const warmth = (canvas: HTMLCanvasElement, view: View, seat: number): number => {
    const [x, y] = apply(matrixOf(view, size), arena.x[seat]!, arena.y[seat]!);
    const k = canvas.width / size.width;
    const [red, , blue] = canvas
      .getContext('2d')!
      .getImageData(Math.floor(x * k), Math.floor(y * k), 1, 1).data;
    return red! - blue!;
  };
  /** Red, green and blue at a place of the venue. */
  const colour = (canvas: HTMLCanvasElement, view: View, x: number, y: number): number[] => {
    const k = canvas.width / size.width;
    const at = apply(matrixOf(view, size), x, y).map((px) => Math.floor(px * k)) as [number, number];
    return [...canvas.getContext('2d')!.getImageData(...at, 1, 1).data].slice(0, 3);
  };
  return { renderer, scene, far, near, warmth, colour };
}

/** Every seat is taken. */
const full = new Uint8Array(emptyOccupancy(arena.capacity).length).fill(255);
/** Between two rows in the middle of a block of the lower tier. */
const [before, behind] = ['12-8-12', '12-9-12'].map((code) => seatFromCode(arena, code)!) as [number, number];
const between = [
  (arena.x[before]! + arena.x[behind]!) / 2,
  (arena.y[before]! + arena.y[behind]!) / 2,
] as const;

describe('the renderer', () => {
  it('lights taken seats, and neither free nor kept ones', async () => {
    const { renderer, far, warmth } = await setUp();
    expect(renderer.paintFar(whole)).to.equal(true);
    expect(warmth(far, whole, LIT)).to.be.greaterThan(80);
    expect(warmth(far, whole, FREE)).to.be.lessThan(-10);
    expect(warmth(far, whole, KEPT)).to.be.lessThan(20);
  });

  it('shows the seats first, and is not done before the glow', async () => {
    const { renderer, far, warmth } = await setUp();
    renderer.paintFar(whole, Infinity, true);
    expect(warmth(far, whole, LIT)).to.be.greaterThan(80);
    expect(renderer.farIsStale(whole)).to.equal(true);
    renderer.paintFar(whole);
    expect(renderer.farIsStale(whole)).to.equal(false);
  });

  for (const [name, pitch] of [
    ['squares', 5],
    ['outlines', 12],
    ['chairs', 30],
  ] as const)
    it(`near, as ${name}: taken is warm, free is not`, async () => {
      const { renderer, near, warmth } = await setUp();
      const view = (seat: number): View => lookAt(arena.x[seat]!, arena.y[seat]!, pitch / arena.pitch, 0.7);
      for (const [seat, isWarm] of [
        [LIT, true],
        [FREE, false],
      ] as const) {
        renderer.paintNear(view(seat));
        expect(warmth(near, view(seat), seat) > 40, String(seat)).to.equal(isWarm);
      }
    });

  it('a full house keeps dark lines between its rows, and ice that is light and a little warm', async () => {
    const { renderer, far, near, colour } = await setUp({ taken: full, kept: new Set() });
    const closer = lookAt(...between, 6 / arena.pitch, 0);
    renderer.paintNear(closer);
    expect(Math.max(...colour(near, closer, ...between)), 'a line between rows').to.be.lessThan(90);
    renderer.paintFar(whole);
    const [red, , blue] = colour(far, whole, 28, 12) as [number, number, number];
    expect(red, 'the ice').to.be.greaterThan(185);
    const empty = await setUp();
    empty.renderer.paintFar(whole);
    const [coldRed, , coldBlue] = empty.colour(empty.far, whole, 28, 12) as [number, number, number];
    expect(red - blue, 'warmer than in an empty house').to.be.greaterThan(coldRed - coldBlue);
    expect(red, 'and not darker').to.be.at.least(coldRed - 2);
  });

  it('the ground is night where one is near, also in a full house', async () => {
    const { renderer, near, colour } = await setUp({ taken: full, kept: new Set() });
    const view = lookAt(...between, 28 / arena.pitch, 0);
    renderer.paintNear(view);
    const [red, green, blue] = colour(near, view, ...between) as [number, number, number];
    expect(Math.max(red, green, blue)).to.be.within(24, 56);
    expect(red - blue, 'not brown').to.be.lessThan(12);
  });

  it('lights up who sits down, on what is seen; the rest is painted when it is', async () => {
    const { renderer, scene, far, warmth } = await setUp();
    renderer.paintFar(whole);
    const taken = scene.taken.slice();
    setTaken(taken, FREE, true);
    renderer.lightUp({ ...scene, taken }, [FREE], true);
    expect(warmth(far, whole, FREE)).to.be.greaterThan(80);
    expect(renderer.farIsStale(whole)).to.equal(false);
    renderer.lightUp({ ...scene, taken }, [FREE], false);
    expect(renderer.farIsStale(whole)).to.equal(true);
  });

  it('keeps the old picture, stretched, until the one of another size is painted', async () => {
    const { renderer, far, warmth } = await setUp();
    renderer.paintFar(whole);
    renderer.resize({ width: 600, height: 400 }, 1);
    expect(renderer.farIsStale(whole)).to.equal(true);
    expect(warmth(far, whole, LIT)).to.be.greaterThan(80);
    const half = fitBounds(arena.bounds, { width: 600, height: 400 }, 0, 16);
    renderer.move(half, half, 1);
    expect(far.style.visibility).to.equal('visible');
    // Half the size in a box of half the size: no transform of its own.
    expect(far.style.transform).to.match(/^(none|matrix\(1(\.0+)?,0(\.0+)?,-?0(\.0+)?,1(\.0+)?,)/);
    renderer.paintFar(half);
    expect(far.width).to.equal(600);
  });

  for (const [ratio, width, height] of [
    [0.5, 1200, 800],
    [4, 1200, 800],
    [4, 5000, 3000],
  ] as const)
    it(`${width} x ${height} px at ${ratio} px a px: never more than a browser gives`, async () => {
      const { renderer, far } = await setUp();
      renderer.resize({ width, height }, ratio);
      renderer.paintFar(fitBounds(arena.bounds, { width, height }, 0, 32));
      expect(far.width * far.height).to.be.within(1, 6.1e6);
      expect(far.width / far.height).to.be.closeTo(width / height, 0.01);
      expect(far.width).to.be.at.most(width * ratio);
    });

  it('a large venue is painted a piece at a time, and nothing is shown before it is whole', async () => {
    const many = 120_000;
    const x = Float32Array.from({ length: many }, (_, seat) => seat % 400);
    const y = Float32Array.from({ length: many }, (_, seat) => 1.6 * Math.floor(seat / 400));
    const rows = Array.from({ length: 300 }, (_, r) => ({ label: String(r + 1), count: 400 }));
    const venue = makeVenue({ name: 'Field', blocks: [{ label: 'A', rows }], x, y });
    const taken = emptyOccupancy(many).fill(255);
    const { renderer, far } = await setUp({ index: new VenueIndex(venue), taken, kept: new Set() });
    const view = fitBounds(venue.bounds, size, 0, 32);
    expect(renderer.paintFar(view, 0)).to.equal(false);
    expect(far.width, 'as a canvas is').to.equal(300);
    expect(renderer.paintFar(view)).to.equal(true);
    const [red, , blue] = far.getContext('2d')!.getImageData(600, 400, 1, 1).data;
    expect(red! - blue!).to.be.greaterThan(60);
  });

  for (const [name, pitch] of [
    ['squares', 5],
    ['chairs', 30],
  ] as const)
    it(`near, as ${name}: in strips, meanwhile over what is there, and in the end as at once`, async () => {
      const { renderer, near, warmth } = await setUp();
      const view = lookAt(arena.x[LIT]!, arena.y[LIT]!, pitch / arena.pitch, 0);
      const pixels = (): Uint8ClampedArray =>
        near.getContext('2d')!.getImageData(0, 0, near.width, near.height).data;
      renderer.paintFar({ ...whole, angle: 0 });
      renderer.paintNear(view);
      const atOnce = pixels();
      renderer.paintNear({ ...view, x: view.x + 9 });
      const strips: boolean[] = [];
      do {
        strips.push(renderer.paintNear(view, performance.now()));
        expect(warmth(near, view, LIT), `after strip ${strips.length}`).to.be.greaterThan(40);
        expect(renderer.nearIsStale(view)).to.equal(!strips.at(-1));
      } while (!strips.at(-1) && strips.length < 20);
      expect(strips).to.have.lengthOf.within(2, 12);
      const after = pixels();
      // Antialiasing differs a little with the strips painted together.
      const differences = after.map((value, i) => Math.abs(value - atOnce[i]!));
      expect(differences.reduce((sum, value) => sum + value, 0) / after.length).to.be.lessThan(0.05);
      expect(Math.max(...new Set(differences))).to.be.lessThan(80);
    });

  it('is none where there is no 2D canvas', async () => {
    const plate = await fixture(
      html`<div><canvas></canvas><canvas></canvas><canvas></canvas><canvas></canvas></div>`,
    );
    const canvases = [...plate.querySelectorAll('canvas')];
    canvases[2]!.getContext('webgl') ?? canvases[2]!.getContext('bitmaprenderer');
    expect(Renderer.on(canvases[0]!, canvases[1]!, canvases[2]!, canvases[3]!)).to.equal(null);
  });
});
