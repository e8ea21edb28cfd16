import { expect } from '@open-wc/testing';
import {
  INITIAL_GESTURE_STATE,
  recognise,
  type PointerSample,
  type Gesture,
  type MapMode,
} from '../../../../src/elements/seat-picker/map/gestures.js';

/** Parses `down 1 100,200 @0`: event, pointer id, place and time; `mouse` at the end for a mouse. */
function parseSample(line: string): PointerSample {
  const [type, id, place, time, kind] = line.split(' ') as [
    PointerSample['type'],
    string,
    string,
    string,
    string?,
  ];
  const [x, y] = place.split(',').map(Number) as [number, number];
  return { type, id: Number(id), at: [x, y], time: Number(time.slice(1)), isMouse: kind === 'mouse' };
}

const NEAR: MapMode = { isZoomed: true, isGliding: false };
const WHOLE: MapMode = { isZoomed: false, isGliding: false };
const GLIDING: MapMode = { isZoomed: true, isGliding: true };

/** The map is in `mode` at the first sample; a glide has stopped by the second. */
function gestures(lines: readonly string[], mode: MapMode): Gesture[] {
  let state = INITIAL_GESTURE_STATE;
  const recognised: Gesture[] = [];
  lines.forEach((line, i) => {
    const [next, gesture] = recognise(
      state,
      parseSample(line),
      i === 0 ? mode : { ...mode, isGliding: false },
    );
    state = next;
    if (gesture) recognised.push(gesture);
  });
  return recognised;
}

const round = (value: number): number => Number(value.toFixed(3));

/** Formats a gesture in one line, for tables of tests. */
function formatGesture(gesture: Gesture): string {
  switch (gesture.type) {
    case 'grab':
      return 'grab';
    case 'move':
      return `move ${gesture.from.map(round).join()} ${gesture.to.map(round).join()} x${round(gesture.factor)}`;
    case 'tap':
      return `${gesture.isDouble ? 'double ' : ''}tap ${gesture.at.join()}`;
    case 'release':
      return `release ${gesture.velocity.map(round).join()}`;
  }
}

const rows: [name: string, mode: MapMode, lines: string[], recognised: string[]][] = [
  ['a tap', NEAR, ['down 1 100,200 @0', 'up 1 103,202 @60'], ['grab', 'tap 103,202']],
  ['a long tap', NEAR, ['down 1 100,200 @0', 'up 1 100,200 @2000'], ['grab', 'tap 100,200']],
  [
    'a trembling finger is a tap',
    NEAR,
    ['down 1 100,200 @0', 'move 1 106,206 @20', 'up 1 101,199 @60'],
    ['grab', 'tap 101,199'],
  ],
  [
    'a mouse trembles less',
    NEAR,
    ['down 1 100,200 @0 mouse', 'move 1 106,200 @20 mouse', 'up 1 106,200 @400 mouse'],
    ['grab', 'move 100,200 106,200 x1', 'release 0,0'],
  ],
  [
    'a step moves the near map, the slop made up for',
    NEAR,
    [
      'down 1 100,200 @0',
      'move 1 109,200 @20',
      'move 1 115,204 @40',
      'move 1 120,204 @50',
      'up 1 120,204 @900',
    ],
    ['grab', 'move 100,200 115,204 x1', 'move 115,204 120,204 x1', 'release 0,0'],
  ],
  [
    'the whole is not moved by one finger, and that is no tap',
    WHOLE,
    ['down 1 100,200 @0', 'move 1 130,200 @20', 'move 1 101,200 @30', 'up 1 100,200 @60'],
    ['grab'],
  ],
  ['what the browser scrolls is no tap', WHOLE, ['down 1 100,200 @0', 'cancel 1 100,200 @30'], ['grab']],
  [
    'what the browser takes away is not thrown',
    NEAR,
    ['down 1 100,200 @0', 'move 1 150,200 @20', 'cancel 1 150,200 @30'],
    ['grab', 'move 100,200 150,200 x1', 'release 0,0'],
  ],
  [
    'a throw has the speed of the last 100 ms',
    NEAR,
    ['down 1 0,0 @0', 'move 1 50,0 @500', 'move 1 70,10 @550', 'move 1 130,40 @600', 'up 1 130,40 @600'],
    ['grab', 'move 0,0 50,0 x1', 'move 50,0 70,10 x1', 'move 70,10 130,40 x1', 'release 0.8,0.4'],
  ],
  [
    'a finger that rested before it left throws nothing',
    NEAR,
    ['down 1 0,0 @0', 'move 1 80,0 @40', 'up 1 80,0 @200'],
    ['grab', 'move 0,0 80,0 x1', 'release 0,0'],
  ],
  [
    'a slow step throws nothing',
    NEAR,
    ['down 1 0,0 @0', 'move 1 11,0 @300', 'move 1 15,0 @390', 'up 1 15,0 @400'],
    ['grab', 'move 0,0 11,0 x1', 'move 11,0 15,0 x1', 'release 0,0'],
  ],
  [
    'the speed of a throw is at most 4 px/ms',
    NEAR,
    ['down 1 0,0 @0', 'move 1 0,500 @10', 'up 1 0,500 @10'],
    ['grab', 'move 0,0 0,500 x1', 'release 0,4'],
  ],
  [
    'two events in one moment have no speed',
    NEAR,
    ['down 1 0,0 @5', 'move 1 0,50 @5', 'up 1 0,50 @5'],
    ['grab', 'move 0,0 0,50 x1', 'release 0,0'],
  ],
  [
    'two fingers apart: larger about their middle, also on the whole',
    WHOLE,
    [
      'down 1 100,100 @0',
      'down 2 200,100 @10',
      'move 1 50,100 @20',
      'move 2 250,100 @30',
      'up 1 50,100 @50',
      'up 2 250,100 @60',
    ],
    ['grab', 'grab', 'move 150,100 125,100 x1.5', 'move 125,100 150,100 x1.333', 'release 0,0'],
  ],
  [
    'two fingers side by side: moved, at the end by the whole way',
    NEAR,
    ['down 1 100,100 @0', 'down 2 200,100 @10', 'move 1 100,140 @20', 'move 2 200,140 @20'],
    ['grab', 'grab', 'move 150,100 150,120 x1.077', 'move 150,120 150,140 x0.928'],
  ],
  [
    'after a pinch one finger goes on from where it is',
    NEAR,
    [
      'down 1 100,100 @0',
      'down 2 200,100 @10',
      'move 2 300,100 @20',
      'up 1 100,100 @30',
      'move 2 302,101 @200',
      'up 2 302,101 @900',
    ],
    ['grab', 'grab', 'move 150,100 200,100 x2', 'move 300,100 302,101 x1', 'release 0,0'],
  ],
  [
    'a second finger that comes back goes on as a pinch',
    NEAR,
    ['down 1 0,0 @0', 'down 2 100,0 @0', 'up 2 100,0 @50', 'down 3 200,0 @90', 'move 3 100,0 @100'],
    ['grab', 'grab', 'grab', 'move 100,0 50,0 x0.5'],
  ],
  [
    'a third finger moves nothing, and takes the place of one that leaves',
    NEAR,
    [
      'down 1 0,0 @0',
      'down 2 100,0 @0',
      'down 3 50,90 @0',
      'move 3 50,50 @9',
      'up 2 100,0 @20',
      'move 3 100,0 @30',
    ],
    ['grab', 'grab', 'grab', `move 25,25 50,0 x${round(100 / Math.hypot(50, 50))}`],
  ],
  [
    'two fingers that fall together do not divide by nothing',
    NEAR,
    ['down 1 10,0 @0', 'down 2 20,0 @0', 'move 2 10,0 @9', 'move 2 20,0 @19'],
    ['grab', 'grab', 'move 15,0 10,0 x0.1', 'move 10,0 15,0 x10'],
  ],
  [
    'two taps soon after each other: the second is double',
    NEAR,
    ['down 1 100,100 @0', 'up 1 100,100 @50', 'down 1 110,100 @200', 'up 1 110,100 @260'],
    ['grab', 'tap 100,100', 'grab', 'double tap 110,100'],
  ],
  [
    'of three the third is a first one again',
    NEAR,
    ['down 1 0,0 @0', 'up 1 0,0 @50', 'down 1 0,0 @150', 'up 1 0,0 @200', 'down 1 0,0 @300', 'up 1 0,0 @350'],
    ['grab', 'tap 0,0', 'grab', 'double tap 0,0', 'grab', 'tap 0,0'],
  ],
  [
    'too late for a double tap',
    NEAR,
    ['down 1 0,0 @0', 'up 1 0,0 @50', 'down 1 0,0 @310', 'up 1 0,0 @351'],
    ['grab', 'tap 0,0', 'grab', 'tap 0,0'],
  ],
  [
    'too far for a double tap',
    NEAR,
    ['down 1 0,0 @0', 'up 1 0,0 @50', 'down 1 25,0 @90', 'up 1 25,0 @100'],
    ['grab', 'tap 0,0', 'grab', 'tap 25,0'],
  ],
  [
    'a mouse has other ways to come nearer',
    NEAR,
    ['down 1 0,0 @0 mouse', 'up 1 0,0 @50 mouse', 'down 1 0,0 @90 mouse', 'up 1 0,0 @100 mouse'],
    ['grab', 'tap 0,0', 'grab', 'tap 0,0'],
  ],
  [
    'a drag between two taps parts them',
    NEAR,
    [
      'down 1 0,0 @0',
      'up 1 0,0 @9',
      'down 1 0,0 @19',
      'move 1 30,0 @29',
      'up 1 0,0 @150',
      'down 1 0,0 @160',
      'up 1 0,0 @170',
    ],
    ['grab', 'tap 0,0', 'grab', 'move 0,0 30,0 x1', 'release 0,0', 'grab', 'tap 0,0'],
  ],
  [
    'a press on a gliding map only stops it',
    GLIDING,
    ['down 1 100,100 @0', 'up 1 100,100 @50'],
    ['grab', 'release 0,0'],
  ],
  [
    'a press on a gliding map holds it without slop',
    GLIDING,
    ['down 1 100,100 @0', 'move 1 101,100 @9', 'up 1 101,100 @500'],
    ['grab', 'move 100,100 101,100 x1', 'release 0,0'],
  ],
  ['a finger that was never laid on is none', NEAR, ['move 9 1,1 @0', 'up 9 1,1 @1', 'cancel 9 1,1 @2'], []],
  [
    'a finger whose end was never told begins again',
    NEAR,
    ['down 1 0,0 @0', 'down 1 90,0 @900', 'up 1 90,0 @950'],
    ['grab', 'grab', 'tap 90,0'],
  ],
];

describe('gestures', () => {
  for (const [name, mode, lines, recognised] of rows)
    it(name, () => expect(gestures(lines, mode).map(formatGesture)).to.deep.equal(recognised));

  it('the steps of two fingers come to the same, in whatever order they are told', () => {
    const start = ['down 1 100,100 @0', 'down 2 300,180 @0'];
    const steps = ['move 1 60,140 @10', 'move 2 340,260 @10'];
    const end = (lines: string[]): { to: readonly number[]; factor: number } => {
      const moves = gestures([...start, ...lines], NEAR).filter((one) => one.type === 'move');
      return {
        to: moves.at(-1)!.to,
        factor: round(moves.reduce((product, { factor }) => product * factor, 1)),
      };
    };
    const factor = round(Math.hypot(280, 120) / Math.hypot(200, 80));
    expect(end(steps)).to.deep.equal({ to: [200, 200], factor });
    expect(end(steps.reverse())).to.deep.equal({ to: [200, 200], factor });
  });
});
