import type { Point } from './viewport.js';

/** A pointer event as a plain value. */
export interface PointerSample {
  readonly type: 'down' | 'move' | 'up' | 'cancel';
  readonly id: number;
  /** Px of the map. */
  readonly at: Point;
  /** Time of the event itself, not of its handling, ms. */
  readonly time: number;
  readonly isMouse: boolean;
}

/** State of the map that decides the meaning of a pointer event. */
export interface MapMode {
  /** True while one finger moves the map. On the whole venue it scrolls the page instead, which the browser does by itself. */
  readonly isZoomed: boolean;
  /** True while the map glides after a throw: a press then only stops it. */
  readonly isGliding: boolean;
}

export type Gesture =
  /** A finger touched the map: motion stops. */
  | { readonly type: 'grab' }
  /** The point at `from` moved to `to`, and the map was scaled by `factor`. */
  | { readonly type: 'move'; readonly from: Point; readonly to: Point; readonly factor: number }
  /** `isDouble`: soon after another tap, at the same place. */
  | { readonly type: 'tap'; readonly at: Point; readonly isDouble: boolean }
  /** The last finger of a drag lifted; velocity in px/ms. */
  | { readonly type: 'release'; readonly velocity: Point };

interface TimedPoint {
  readonly at: Point;
  readonly time: number;
}

/** State kept between two pointer events. */
export interface GestureState {
  readonly fingers: readonly { readonly id: number; readonly at: Point }[];
  /** Place where the only finger touched down, while it may still be a tap. */
  readonly pressed: Point | null;
  /** True from the first move or the second finger until all fingers have lifted. */
  readonly isDragging: boolean;
  /** Latest positions of a single finger. */
  readonly trail: readonly TimedPoint[];
  readonly lastTap: TimedPoint | null;
}

export const INITIAL_GESTURE_STATE: GestureState = {
  fingers: [],
  pressed: null,
  isDragging: false,
  trail: [],
  lastTap: null,
};

/** Distance before a press becomes a drag, px: a finger trembles more than a mouse. */
const SLOP = { finger: 10, mouse: 5 };
/** Span before the release over which the speed of a throw is measured, ms. */
const SPEED_WINDOW_MS = 100;
/** Below `min` (px/ms) a release is not a throw; `max` caps the speed of a throw. */
const SPEED = { min: 0.1, max: 4 };
const DOUBLE = { time: 300, reach: 24 };

/** Returns the state after a pointer event, and the gesture it completes, if any. */
export function recognise(
  state: GestureState,
  sample: PointerSample,
  mode: MapMode,
): readonly [GestureState, Gesture | null] {
  if (sample.type === 'down') return pointerDown(state, sample, mode);
  const before = state.fingers.find(({ id }) => id === sample.id);
  if (!before) return [state, null];
  return sample.type === 'move' ? pointerMove(state, sample, mode) : pointerUp(state, sample);
}

function pointerDown(
  state: GestureState,
  { id, at, time }: PointerSample,
  { isGliding }: MapMode,
): readonly [GestureState, Gesture] {
  // The same finger again: its end was never reported.
  const fingers = [...state.fingers.filter((finger) => finger.id !== id), { id, at }];
  const isOne = fingers.length === 1;
  return [
    {
      ...state,
      fingers,
      pressed: isOne && !isGliding ? at : null,
      // A press that stops a glide drags at once, without slop.
      isDragging: !isOne || isGliding,
      trail: isOne ? [{ at, time }] : [],
    },
    { type: 'grab' },
  ];
}

function pointerMove(
  state: GestureState,
  { id, at, time, isMouse }: PointerSample,
  { isZoomed }: MapMode,
): readonly [GestureState, Gesture | null] {
  const fingers = state.fingers.map((finger) => (finger.id === id ? { id, at } : finger));
  const pinch = pinchOf(fingers);
  const before = pinchOf(state.fingers);
  if (pinch && before) {
    // A third finger moves nothing.
    if (fingers.findIndex((finger) => finger.id === id) > 1) return [{ ...state, fingers }, null];
    return [
      { ...state, fingers },
      { type: 'move', from: before.middle, to: pinch.middle, factor: pinch.span / before.span },
    ];
  }
  const trail = [...state.trail.filter((spot) => time - spot.time <= SPEED_WINDOW_MS), { at, time }];
  const [finger] = state.fingers;
  if (state.isDragging && finger) {
    return [
      { ...state, fingers, trail },
      { type: 'move', from: finger.at, to: at, factor: 1 },
    ];
  }
  const { pressed } = state;
  const slop = isMouse ? SLOP.mouse : SLOP.finger;
  if (!pressed || Math.hypot(at[0] - pressed[0], at[1] - pressed[1]) < slop)
    return [{ ...state, fingers, trail }, null];
  if (!isZoomed) return [{ ...state, fingers, trail, pressed: null }, null];
  // The drag starts from the pressed place, which makes up for the slop.
  return [
    { ...state, fingers, trail, pressed: null, isDragging: true },
    { type: 'move', from: pressed, to: at, factor: 1 },
  ];
}

function pointerUp(
  state: GestureState,
  { type, id, at, time, isMouse }: PointerSample,
): readonly [GestureState, Gesture | null] {
  const fingers = state.fingers.filter((finger) => finger.id !== id);
  // The remaining fingers continue from their present places.
  const [one, other] = fingers;
  if (one) return [{ ...state, fingers, trail: other ? [] : [{ at: one.at, time }] }, null];
  if (state.isDragging) {
    const velocity = type === 'up' ? speedOf(state.trail, { at, time }) : ([0, 0] as const);
    return [INITIAL_GESTURE_STATE, { type: 'release', velocity }];
  }
  if (type === 'cancel' || !state.pressed) return [INITIAL_GESTURE_STATE, null];
  const { lastTap } = state;
  const isDouble =
    !isMouse &&
    lastTap !== null &&
    time - lastTap.time <= DOUBLE.time &&
    Math.hypot(at[0] - lastTap.at[0], at[1] - lastTap.at[1]) <= DOUBLE.reach;
  // A third tap in a row counts as a first one again.
  return [
    { ...INITIAL_GESTURE_STATE, lastTap: isDouble ? null : { at, time } },
    { type: 'tap', at, isDouble },
  ];
}

/** The middle between the first two fingers, and their distance; null while there is only one. */
function pinchOf([one, other]: GestureState['fingers']): { middle: Point; span: number } | null {
  if (!one || !other) return null;
  const [x, y] = one.at;
  const [otherX, otherY] = other.at;
  return {
    middle: [(x + otherX) / 2, (y + otherY) / 2],
    span: Math.max(1, Math.hypot(x - otherX, y - otherY)),
  };
}

function speedOf(trail: readonly TimedPoint[], end: TimedPoint): Point {
  const start = trail.find(({ time }) => end.time - time <= SPEED_WINDOW_MS);
  const span = start ? end.time - start.time : 0;
  if (!start || span <= 0) return [0, 0];
  const velocity: Point = [(end.at[0] - start.at[0]) / span, (end.at[1] - start.at[1]) / span];
  const speed = Math.hypot(...velocity);
  if (speed < SPEED.min) return [0, 0];
  const share = Math.min(1, SPEED.max / speed);
  return [velocity[0] * share, velocity[1] * share];
}
