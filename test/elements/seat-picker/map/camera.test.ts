import { expect } from '@open-wc/testing';
import {
  advance,
  drag,
  flyTo,
  INITIAL_CAMERA,
  isAtRest,
  isCarried,
  isZoomed,
  overGround,
  release,
  resize,
  rest,
  seatWidth,
  showSeat,
  shareOf,
  stop,
  zoom,
  type Camera,
} from '../../../../src/elements/seat-picker/map/camera.js';
import { VenueIndex } from '../../../../src/elements/seat-picker/map/scene.js';
import { apply, matrixOf, type Point } from '../../../../src/elements/seat-picker/map/viewport.js';
import { makeVenue } from '../../../../src/venue/make-venue.js';

const arena = makeVenue('arena');
const index = new VenueIndex(arena);
const SEAT = 4000;
const MIDDLE: Point = [600, 400];
const START = 1000;

const over = (width: number, height: number): Camera =>
  resize(overGround(INITIAL_CAMERA, arena), { width, height });
const whole = over(1200, 800);
const close = zoom(whole, 6, MIDDLE, false, START);
const still = stop(rest(close));
const pinched = drag(still, MIDDLE, MIDDLE, 50);
const flying = zoom(still, 2, MIDDLE, true, START);
const thrown = release(drag(still, MIDDLE, [640, 400], 1), [1, 0], START);

describe('the motion of the camera', () => {
  type Row = [name: string, camera: Camera, type: Camera['motion']['type'], atRest: boolean, zoomed: boolean];
  const rows: Row[] = [
    ['the whole venue', whole, 'still', true, false],
    ['the wheel', close, 'held', false, true],
    ['the wheel, paused', rest(close), 'held', true, true],
    ['a press after it', still, 'still', true, true],
    ['a step', flying, 'flight', false, true],
    ['a step where motion is reduced', zoom(still, 2, MIDDLE, true, null), 'still', true, true],
    ['a step to the whole', zoom(still, 0.01, MIDDLE, true, START), 'flight', false, false],
    ['a step out of the whole', zoom(whole, 0.5, MIDDLE, true, START), 'still', true, false],
    ['a flight to where it is', flyTo(still, still.view, START), 'still', true, true],
    ['a drag', drag(still, MIDDLE, [640, 400], 1), 'held', false, true],
    ['a drag of the whole by two fingers', drag(whole, MIDDLE, MIDDLE, 1.5), 'held', false, true],
    ['a drag that is pressed again', stop(drag(still, MIDDLE, [640, 400], 1)), 'held', false, true],
    ['a throw', thrown, 'glide', false, true],
    [
      'a throw where motion is reduced',
      release(drag(still, MIDDLE, [640, 400], 1), [1, 0], null),
      'held',
      false,
      true,
    ],
    ['a throw that is pressed', stop(thrown), 'still', true, true],
    [
      'a release in its place',
      release(drag(still, MIDDLE, [640, 400], 1), [0, 0], START),
      'held',
      false,
      true,
    ],
    ['a release beyond the largest scale', release(pinched, [0, 0], START), 'flight', false, true],
    [
      'a release below the whole',
      release(drag(still, MIDDLE, MIDDLE, 0.01), [0, 0], START),
      'flight',
      false,
      false,
    ],
    ['a flight, pressed', stop(advance(flying, START + 100)), 'still', true, true],
    ['a flight, on its way', advance(flying, START + 100), 'flight', false, true],
    ['a flight, arrived', advance(flying, START + 420), 'still', true, true],
    ['a throw, on its way', advance(thrown, START + 100), 'glide', false, true],
    ['a throw, stopped', advance(thrown, START + 5000), 'still', true, true],
    ['a flight, in a map of another size', resize(flying, { width: 900, height: 700 }), 'still', true, true],
    ['a drag, in another venue', overGround(close, arena), 'still', true, false],
  ];
  for (const [name, camera, type, atRest, zoomed] of rows)
    it(`${name}: ${type}`, () => {
      expect(camera.motion.type).to.equal(type);
      expect(isAtRest(camera), 'at rest').to.equal(atRest);
      expect(isZoomed(camera), 'zoomed').to.equal(zoomed);
      expect(isCarried(camera), 'carried').to.equal(!atRest && type !== 'flight');
    });
});

describe('the view of the camera', () => {
  it('is the very view of the whole, after any way back', () => {
    const back = zoom(still, 0.01, MIDDLE, true, START);
    expect(advance(back, START + 420).view).to.equal(back.whole);
    expect(resize(whole, { width: 360, height: 500 }).view.angle).to.be.closeTo(Math.PI / 2, 1e-9);
    const smaller = resize(whole, { width: 900, height: 700 });
    expect(smaller.view).to.equal(smaller.whole);
  });
  it('flies with the share of its time, and is there in the end', () => {
    if (flying.motion.type !== 'flight') throw new Error('no flight');
    expect(shareOf(flying.motion, START - 5)).to.be.closeTo(0, 1e-3);
    expect(shareOf(flying.motion, START + 999)).to.be.closeTo(1, 1e-3);
    expect(advance(flying, START + 420).view).to.equal(flying.motion.to);
    expect(advance(flying, START + 100).view.scale).to.be.within(flying.view.scale, flying.motion.to.scale);
  });
  it('starts the next step from the goal of a flight', () => {
    const next = zoom(advance(flying, START + 50), 1.5, MIDDLE, true, START + 50);
    expect(next.motion.type === 'flight' && next.motion.to.scale / still.view.scale).to.be.closeTo(3, 1e-6);
  });
  it('follows fingers beyond the limit by less and less, from where they paused', () => {
    expect(seatWidth(pinched)).to.be.greaterThan(72);
    const on = drag(rest(pinched), MIDDLE, MIDDLE, 1.1);
    const atOnce = drag(still, MIDDLE, MIDDLE, 55);
    expect(on.view.scale).to.be.closeTo(atOnce.view.scale, 1e-6);
    const back = release(pinched, [0, 0], null);
    expect(seatWidth(back)).to.be.closeTo(72, 1e-6);
  });
  it('is thrown until it meets the edge of the venue', () => {
    const far = release(drag(still, MIDDLE, [640, 400], 1), [4, 0], START);
    let [camera, frames] = [far, 0];
    while (camera.motion.type === 'glide' && frames < 200) camera = advance(camera, START + 16 * ++frames);
    expect(camera.motion.type).to.equal('still');
    expect(camera.view.x).to.be.within(arena.bounds.left, arena.bounds.right);
  });
});

describe('a seat in view', () => {
  for (const [width, height] of [
    [360, 500],
    [700, 600],
    [1200, 800],
    [1200, 300],
  ] as const)
    it(`${width} x ${height}: is where it is brought`, () => {
      const camera = over(width, height);
      const there = showSeat(camera, index, SEAT, null);
      expect(there.view).not.to.equal(camera.view);
      expect(showSeat(there, index, SEAT, null), 'it stays').to.equal(there);
      const [x, y] = apply(matrixOf(there.view, there.size), ...index.placeOf(SEAT));
      expect(x).to.be.closeTo(width / 2, 1e-3);
      expect(y).to.be.within(0.2 * height, 0.8 * height);
      expect(seatWidth(there)).to.be.closeTo(width < 480 ? 44 : 28.5, 1e-3);
    });
  it('is in view on the whole of a small venue', () => {
    const hall = makeVenue({
      name: 'Hall',
      blocks: [{ label: 'A', rows: [{ label: '1', seats: [0, 1, 2].map((x): [number, number] => [x, 0]) }] }],
    });
    const camera = resize(overGround(INITIAL_CAMERA, hall), { width: 1200, height: 800 });
    expect(showSeat(camera, new VenueIndex(hall), 1, START)).to.equal(camera);
  });
});
