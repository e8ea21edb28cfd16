import { expect } from '@open-wc/testing';
import {
  angleFor,
  apply,
  interpolate,
  clampView,
  ease,
  fitBounds,
  glideOffset,
  glideDuration,
  invert,
  lookAt,
  matrixOf,
  multiply,
  pan,
  planeOf,
  refit,
  rubberBand,
  zoomAt,
  type Point,
  type Size,
  type View,
} from '../../../../src/elements/seat-picker/map/viewport.js';

const size: Size = { width: 800, height: 600 };
const bounds = { left: -60, top: -40, right: 60, bottom: 40 };

const near = (actual: Point | readonly number[], expected: readonly number[], by = 1e-6): void => {
  actual.forEach((value, i) => expect(value, `value ${i}`).to.be.closeTo(expected[i]!, by));
};

const views: [name: string, view: View][] = [
  ['as it is', { x: 0, y: 0, scale: 1, angle: 0 }],
  ['far', { x: 0, y: 0, scale: 7.5, angle: 0 }],
  ['upright', { x: 0, y: 0, scale: 3.2, angle: Math.PI / 2 }],
  ['near and turned', { x: 38.4, y: 21.7, scale: 55, angle: -2.4 }],
  ['off to one side', { x: -500, y: 300, scale: 0.2, angle: 7 }],
];

describe('venue and map', () => {
  for (const [name, view] of views) {
    it(`${name}: there and back again`, () => {
      const matrix = matrixOf(view, size);
      for (const [x, y] of [
        [0, 0],
        [12.5, -8],
        [-60, 40],
      ] as const)
        near(apply(invert(matrix), ...apply(matrix, x, y)), [x, y], 1e-5);
    });
    it(`${name}: the middle of the view is in the middle of the map`, () => {
      near(apply(matrixOf(view, size), view.x, view.y), [400, 300]);
    });
    it(`${name}: the place under the pointer stays when one zooms`, () => {
      const before = apply(invert(matrixOf(view, size)), 130, 510);
      const after = apply(invert(matrixOf(zoomAt(view, size, 1.7, 130, 510), size)), 130, 510);
      near(after, before, 1e-5);
    });
    it(`${name}: what is dragged goes along`, () => {
      const before = apply(invert(matrixOf(view, size)), 100, 100);
      near(apply(matrixOf(pan(view, 40, -25), size), before[0], before[1]), [140, 75], 1e-5);
    });
  }
  it('puts a point where it is asked to', () => {
    near(apply(matrixOf(lookAt(7, 9, 20, 1.1, 30, -64), size), 7, 9), [430, 236]);
  });
  it('joins two steps in one matrix', () => {
    const [one, two] = [matrixOf(views[3]![1], size), matrixOf(views[4]![1], size)];
    near(apply(multiply(two, one), 3, 4), apply(two, ...apply(one, 3, 4)), 1e-6);
  });
});

describe('map and client', () => {
  const rows: [name: string, corners: [Point, Point, Point], map: Point, client: Point][] = [
    [
      'in its place',
      [
        [0, 0],
        [800, 0],
        [0, 600],
      ],
      [80, 60],
      [80, 60],
    ],
    [
      'scrolled',
      [
        [-20, 130],
        [780, 130],
        [-20, 730],
      ],
      [80, 60],
      [60, 190],
    ],
    [
      'half as large',
      [
        [10, 10],
        [410, 10],
        [10, 310],
      ],
      [80, 60],
      [50, 40],
    ],
    [
      'turned a quarter',
      [
        [600, 0],
        [600, 800],
        [0, 0],
      ],
      [80, 60],
      [540, 80],
    ],
    [
      'mirrored',
      [
        [800, 0],
        [0, 0],
        [800, 600],
      ],
      [80, 60],
      [720, 60],
    ],
  ];
  for (const [name, corners, map, client] of rows) {
    it(`${name}: there and back again`, () => {
      const plane = planeOf(...corners, size);
      near(apply(plane, ...map), client);
      near(apply(invert(plane), ...client), map);
    });
  }
});

describe('fit', () => {
  const rows: [name: string, size: Size, angle: number, margin: number, scale: number][] = [
    ['as wide as the map', { width: 600, height: 600 }, 0, 0, 5],
    ['as high as the map', { width: 1200, height: 400 }, 0, 0, 5],
    ['with a margin', { width: 640, height: 1000 }, 0, 20, 5],
    ['upright', { width: 400, height: 1000 }, Math.PI / 2, 0, 5],
  ];
  for (const [name, map, angle, margin, scale] of rows) {
    it(`shows the whole: ${name}`, () => {
      const view = fitBounds(bounds, map, angle, margin);
      expect(view.scale).to.be.closeTo(scale, 1e-9);
      for (const [x, y] of [
        [-60, -40],
        [60, 40],
      ] as const) {
        const [px, py] = apply(matrixOf(view, map), x, y);
        expect(px).to.be.within(margin - 1e-6, map.width - margin + 1e-6);
        expect(py).to.be.within(margin - 1e-6, map.height - margin + 1e-6);
      }
    });
  }
  it('stays a view when there is no room', () =>
    expect(fitBounds(bounds, { width: 10, height: 10 }, 0, 20).scale).to.be.greaterThan(0));
});

describe('angleFor', () => {
  const rows: [name: string, facing: number][] = [
    ['right', 0],
    ['down', Math.PI / 2],
    ['left', Math.PI],
    ['up', -Math.PI / 2],
    ['aslant', 2.2],
  ];
  for (const [name, facing] of rows) {
    it(`turns up what lies ${name}`, () => {
      const [a, b, c, d] = matrixOf({ x: 0, y: 0, scale: 1, angle: angleFor(facing) }, size);
      near(
        [a * Math.cos(facing) + c * Math.sin(facing), b * Math.cos(facing) + d * Math.sin(facing)],
        [0, -1],
        1e-9,
      );
    });
  }
});

describe('clampView', () => {
  const whole = fitBounds(bounds, size, 0, 0);
  const clamp = (view: View): View => clampView(view, bounds, size, whole, 80);
  it('is never smaller than the whole', () =>
    expect(clamp({ ...whole, scale: 0.1 }).scale).to.equal(whole.scale));
  it('is never larger than the limit', () => expect(clamp({ ...whole, scale: 900 }).scale).to.equal(80));
  it('keeps the venue in the map', () => {
    const { x, y } = clamp({ x: 9999, y: -9999, scale: 50, angle: 0 });
    expect(x).to.be.within(40, 60);
    expect(y).to.be.within(-40, -20);
  });
  it('leaves alone what is well inside', () =>
    expect(clamp({ x: 20, y: 10, scale: 50, angle: 1 })).to.deep.equal({
      x: 20,
      y: 10,
      scale: 50,
      angle: 1,
    }));
});

describe('between two views', () => {
  const from: View = { x: 0, y: 0, scale: 8, angle: 0 };
  const to: View = { x: 40, y: 20, scale: 55, angle: 2.5 };
  const values = ({ x, y, scale, angle }: View): number[] => [x, y, scale, angle];
  it('begins and ends where it should', () => {
    near(values(interpolate(from, to, 0)), values(from));
    near(values(interpolate(from, to, 1)), values(to));
  });
  it('grows evenly to the eye', () =>
    expect(interpolate(from, to, 0.5).scale).to.be.closeTo(Math.sqrt(8 * 55), 1e-9));
  it('takes the short way round', () =>
    expect(interpolate({ ...from, angle: 3 }, { ...to, angle: -3 }, 1).angle).to.be.closeTo(
      2 * Math.PI - 3,
      1e-9,
    ));
  it('pans evenly where the scale stays', () =>
    expect(interpolate(from, { ...from, x: 10 }, 0.3).x).to.be.closeTo(3, 1e-9));
  it('keeps one point of the venue in its place on a straight dive', () => {
    const [start, end] = [
      { ...from, angle: 0 },
      { ...to, angle: 0 },
    ];
    // The point at the same px of both views.
    const ratio = start.scale / end.scale;
    const fixed = [(end.x - start.x * ratio) / (1 - ratio), (end.y - start.y * ratio) / (1 - ratio)] as const;
    const at = (t: number): Point => apply(matrixOf(interpolate(start, end, t), size), ...fixed);
    for (const t of [0.2, 0.5, 0.9]) near(at(t), at(0), 1e-6);
  });
});

describe('ease', () => {
  it('begins at rest and ends there', () => {
    expect(ease(0)).to.be.closeTo(0, 1e-3);
    expect(ease(1)).to.be.closeTo(1, 1e-3);
  });
  it('only ever goes on', () => {
    const steps = Array.from({ length: 21 }, (_, i) => ease(i / 20));
    steps.slice(1).forEach((step, i) => expect(step).to.be.at.least(steps[i]!));
  });
  it('is past the middle by half the time', () => expect(ease(0.5)).to.be.greaterThan(0.7));
});

describe('a throw', () => {
  const velocity: Point = [1.2, -0.9];
  const way = (t: number): number => Math.hypot(...glideOffset(velocity, t));
  it('begins where it was let go, at the speed of the hand', () => {
    expect(way(0)).to.equal(0);
    expect(way(1) / 1).to.be.closeTo(1.5, 0.01);
  });
  it('goes straight on, and ever slower', () => {
    const steps = [0, 100, 200, 300, 400, 500].map((t) => way(t + 100) - way(t));
    steps.slice(1).forEach((step, i) => expect(step).to.be.within(0.1, steps[i]!));
    const [x, y] = glideOffset(velocity, 400);
    expect(x / y).to.be.closeTo(1.2 / -0.9, 1e-9);
  });
  it('is the same at a time, however often it was looked at', () =>
    expect(way(300)).to.be.closeTo(1.5 * 325 * (1 - Math.exp(-300 / 325)), 1e-9));
  for (const [speed, time] of [
    [0, 0],
    [0.02, 0],
    [0.1, 523],
    [1, 1271],
    [4, 1722],
  ] as const)
    it(`at ${speed} px a ms: stands still after ${time} ms`, () => {
      expect(glideDuration([speed, 0])).to.be.closeTo(time, 1);
      expect(glideDuration([0, -speed])).to.be.closeTo(time, 1);
    });
  it('has no way left to speak of when it stands still', () => {
    const end = glideDuration(velocity);
    expect(way(end + 1000) - way(end)).to.be.lessThan(7);
  });
});

describe('beyond the limits', () => {
  for (const [name, scale, seen] of [
    ['inside, as it is asked', 30, 30],
    ['at the least', 8, 8],
    ['at the most', 70, 70],
    ['half of the least', 4, 8 * 0.5 ** 0.3],
    ['twice the most', 140, 70 * 2 ** 0.3],
  ] as const)
    it(name, () => expect(rubberBand(scale, 8, 70)).to.be.closeTo(seen, 1e-9));
  it('goes on, and ever less', () => {
    const steps = [70, 140, 210, 280].map((scale) => rubberBand(scale, 8, 70));
    expect(steps[2]! - steps[1]!).to.be.within(0.1, steps[1]! - steps[0]!);
    expect(steps[3]! - steps[2]!).to.be.within(0.1, steps[2]! - steps[1]!);
  });
});

describe('another size', () => {
  const upright: View = { x: 0, y: 0, scale: 3, angle: Math.PI / 2 };
  const lying: View = { x: 0, y: 0, scale: 7, angle: 0 };
  it('turns what lay as the whole, about its middle', () =>
    expect(refit({ x: 12, y: 7, scale: 40, angle: Math.PI / 2 }, upright, lying)).to.deep.equal({
      x: 12,
      y: 7,
      scale: 40,
      angle: 0,
    }));
  it('leaves the ice up', () =>
    expect(refit({ x: 12, y: 7, scale: 40, angle: 2.1 }, upright, lying).angle).to.equal(2.1));
});
