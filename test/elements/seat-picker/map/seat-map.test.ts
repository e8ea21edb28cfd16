import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { VenueIndex } from '../../../../src/elements/seat-picker/map/scene.js';
import { SeatMap } from '../../../../src/elements/seat-picker/map/seat-map.js';
import { emptyOccupancy } from '../../../../src/venue/occupancy.js';
import { makeVenue } from '../../../../src/venue/make-venue.js';

const arena = makeVenue('arena');

/** A painted map, and what its page does. */
async function setUp() {
  const plate = await fixture<HTMLElement>(
    html`<div style="position:relative;width:600px;height:400px">
      <canvas></canvas><canvas></canvas><canvas></canvas><canvas></canvas> <span class="corner"></span
      ><span class="corner right"></span><span class="corner bottom"></span>
    </div>`,
  );
  let changeTheme = (): void => undefined;
  let scenes = 0;
  let isPainted = false;
  const map = new SeatMap({
    scene: () => {
      scenes++;
      return { taken: emptyOccupancy(arena.capacity), kept: new Set(), beside: new Set(), standing: 0 };
    },
    overlay: () => ({
      portraits: [],
      own: 4000,
      pointer: null,
      focus: null,
      together: [],
      numbered: [],
      leaders: [],
    }),
    followTheme: (follower) => {
      changeTheme = follower;
      return () => undefined;
    },
    blockName: (label) => label,
    stateChanged: () => undefined,
    viewMoved: () => undefined,
    atRest: () => undefined,
    painted: () => void (isPainted = true),
  });
  const read = getComputedStyle;
  let reads = 0;
  window.getComputedStyle = (...args) => {
    reads++;
    return read.apply(window, args);
  };
  map.connect(plate);
  map.setVenue(new VenueIndex(arena));
  map.attach(plate);
  map.sync();
  while (!isPainted) await nextFrame();
  return {
    map,
    plate,
    reads: () => reads,
    scenes: () => scenes,
    changeTheme: () => changeTheme(),
    close: () => {
      map.disconnect();
      window.getComputedStyle = read;
    },
  };
}

describe('the colours of the map', () => {
  it('are read once, however many frames are painted', async () => {
    const { map, reads, close } = await setUp();
    for (let i = 0; i < 12; i++) {
      map.move([300, 200], [300 + i, 200], i < 6 ? 1.2 : 1);
      map.sync();
      await nextFrame();
    }
    map.repaint();
    await nextFrame();
    map.lightUp([4000]);
    close();
    expect(map.isZoomed).to.equal(true);
    expect(reads()).to.equal(1);
  });

  it('are read again when the page changes its own, and painted only if they differ', async () => {
    const { map, plate, reads, scenes, changeTheme, close } = await setUp();
    const before = scenes();
    changeTheme();
    expect([reads(), scenes() - before]).to.deep.equal([2, 0]);
    plate.style.setProperty('--_arena-ice', '#123456');
    changeTheme();
    expect([reads(), scenes() - before]).to.deep.equal([3, 1]);
    for (let i = 0; i < 3; i++) await nextFrame();
    close();
    expect(reads()).to.equal(3);
    expect(map.isPainted).to.equal(true);
  });
});
