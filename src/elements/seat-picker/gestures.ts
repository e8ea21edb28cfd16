import type { Point } from './viewport.js';

/** A pointer event as a value. */
export interface PointerSample {
  readonly type: 'down' | 'move' | 'up' | 'cancel';
  readonly id: number;
  /** Px of the map. */
  readonly at: Point;
  /** ms, of the event itself and not of its handling. */
  readonly time: number;
  readonly isMouse: boolean;
}

/** What decides how a contact is meant. */
export interface MapMode {
  /** One finger moves the map; on the whole it scrolls the page, which the browser does by itself. */
  readonly isZoomed: boolean;
  /** The map goes on after a throw: the press that stops it means only that. */
  readonly isGliding: boolean;
}

export type Gesture =
  /** A finger was laid on: what moves by itself stops. */
  | { readonly type: 'grab' }
  /** What was at `from` is at `to` now, larger by `factor`. */
  | { readonly type: 'move'; readonly from: Point; readonly to: Point; readonly factor: number }
  /** `isDouble`: soon after another one, at the same place. */
  | { readonly type: 'tap'; readonly at: Point; readonly isDouble: boolean }
  /** The last finger of a movement is gone; px a ms. */
  | { readonly type: 'release'; readonly velocity: Point };

interface TimedPoint {
  readonly at: Point;
  readonly time: number;
}

/** All that is remembered of the fingers between two events. */
export interface GestureState {
  readonly fingers: readonly { readonly id: number; readonly at: Point }[];
  /** Where one finger was laid down, as long as it may be a tap. */
  readonly pressed: Point | null;
  /** From the first step or the second finger on, until all are gone. */
  readonly isDragging: boolean;
  /** The last way of one finger. */
  readonly trail: readonly TimedPoint[];
  readonly lastTap: TimedPoint | null;
}

export const EMPTY_HAND: GestureState = {
  fingers: [],
  pressed: null,
  isDragging: false,
  trail: [],
  lastTap: null,
};

/** A finger trembles more than a mouse; px. */
const SLOP = { finger: 10, mouse: 5 };
/** The speed of a throw is that of the last moments, ms. */
const MOMENT = 100;
/** Slower than this, px a ms, nothing was thrown; no hand is faster than that. */
const SPEED = { least: 0.1, most: 4 };
const DOUBLE = { time: 300, reach: 24 };

/** The hand after a contact, and what the contact means, where it means anything. */
export function recognise(
  hand: GestureState,
  contact: PointerSample,
  ground: MapMode,
): readonly [GestureState, Gesture | null] {
  if (contact.type === 'down') return pointerDown(hand, contact, ground);
  const before = hand.fingers.find(({ id }) => id === contact.id);
  if (!before) return [hand, null];
  return contact.type === 'move' ? move(hand, contact, ground) : lift(hand, contact);
}

function pointerDown(
  hand: GestureState,
  { id, at, time }: PointerSample,
  { isGliding }: MapMode,
): readonly [GestureState, Gesture] {
  // The same finger again: its end was never told.
  const fingers = [...hand.fingers.filter((finger) => finger.id !== id), { id, at }];
  const isOne = fingers.length === 1;
  return [
    {
      ...hand,
      fingers,
      pressed: isOne && !isGliding ? at : null,
      // After a throw the map is in the hand already: no slop.
      isDragging: !isOne || isGliding,
      trail: isOne ? [{ at, time }] : [],
    },
    { type: 'grab' },
  ];
}

function move(
  hand: GestureState,
  { id, at, time, isMouse }: PointerSample,
  { isZoomed }: MapMode,
): readonly [GestureState, Gesture | null] {
  const fingers = hand.fingers.map((finger) => (finger.id === id ? { id, at } : finger));
  if (fingers.length > 1) {
    // A third finger moves nothing.
    if (fingers.findIndex((finger) => finger.id === id) > 1) return [{ ...hand, fingers }, null];
    const [from, wide] = pinchOf(hand.fingers);
    const [to, wider] = pinchOf(fingers);
    return [
      { ...hand, fingers },
      { type: 'move', from, to, factor: wider / wide },
    ];
  }
  const trail = [...hand.trail.filter((spot) => time - spot.time <= MOMENT), { at, time }];
  if (hand.isDragging) {
    const from = hand.fingers[0]!.at;
    return [
      { ...hand, fingers, trail },
      { type: 'move', from, to: at, factor: 1 },
    ];
  }
  const { pressed } = hand;
  const slop = isMouse ? SLOP.mouse : SLOP.finger;
  if (!pressed || Math.hypot(at[0] - pressed[0], at[1] - pressed[1]) < slop)
    return [{ ...hand, fingers, trail }, null];
  if (!isZoomed) return [{ ...hand, fingers, trail, pressed: null }, null];
  // What was pressed goes along: the slop is made up for.
  return [
    { ...hand, fingers, trail, pressed: null, isDragging: true },
    { type: 'move', from: pressed, to: at, factor: 1 },
  ];
}

function lift(
  hand: GestureState,
  { type, id, at, time, isMouse }: PointerSample,
): readonly [GestureState, Gesture | null] {
  const fingers = hand.fingers.filter((finger) => finger.id !== id);
  // The others go on from where they are.
  if (fingers.length > 0)
    return [{ ...hand, fingers, trail: fingers.length === 1 ? [{ at: fingers[0]!.at, time }] : [] }, null];
  if (hand.isDragging) {
    const velocity = type === 'up' ? speedOf(hand.trail, { at, time }) : ([0, 0] as const);
    return [EMPTY_HAND, { type: 'release', velocity }];
  }
  if (type === 'cancel' || !hand.pressed) return [EMPTY_HAND, null];
  const { lastTap } = hand;
  const isDouble =
    !isMouse &&
    lastTap !== null &&
    time - lastTap.time <= DOUBLE.time &&
    Math.hypot(at[0] - lastTap.at[0], at[1] - lastTap.at[1]) <= DOUBLE.reach;
  // The third of three is a first one again.
  return [
    { ...EMPTY_HAND, lastTap: isDouble ? null : { at, time } },
    { type: 'tap', at, isDouble },
  ];
}

/** The middle between the first two fingers, and their distance. */
function pinchOf([one, other]: GestureState['fingers']): readonly [Point, number] {
  const [x, y] = one!.at;
  const [otherX, otherY] = other!.at;
  return [[(x + otherX) / 2, (y + otherY) / 2], Math.max(1, Math.hypot(x - otherX, y - otherY))];
}

function speedOf(trail: readonly TimedPoint[], end: TimedPoint): Point {
  const start = trail.find(({ time }) => end.time - time <= MOMENT);
  const span = start ? end.time - start.time : 0;
  if (!start || span <= 0) return [0, 0];
  const velocity: Point = [(end.at[0] - start.at[0]) / span, (end.at[1] - start.at[1]) / span];
  const speed = Math.hypot(...velocity);
  if (speed < SPEED.least) return [0, 0];
  const share = Math.min(1, SPEED.most / speed);
  return [velocity[0] * share, velocity[1] * share];
}
