import { facing } from '../../../venue/geometry.js';
import type { Venue } from '../../../venue/venue.js';
import { DISTINCT, type VenueIndex } from './scene.js';
import {
  angleFor,
  apply,
  clampView,
  ease,
  fitBounds,
  glideDuration,
  glideOffset,
  interpolate,
  lookAt,
  matrixOf,
  pan,
  refit,
  rubberBand,
  zoomAt,
  type Point,
  type Size,
  type View,
} from './viewport.js';

/** Duration of a flight (docs/look.md), ms. */
const FLIGHT_MS = 420;
/** Maximum width of a seat on the screen, px. */
const MAX_PITCH = 72;
/** Width of a seat that is moved into view, px. */
const PITCH = { narrow: 44, wide: 28.5 };
/** Scale, as a multiple of the whole venue's, up to which a view counts as the whole. */
const ALMOST_WHOLE = 1.02;

/** Motion of the view: one at a time, or none. */
export type Motion =
  | { readonly type: 'still' }
  | { readonly type: 'flight'; readonly from: View; readonly to: View; readonly start: number }
  /** A throw that goes on by itself; velocity in px/ms. */
  | { readonly type: 'glide'; readonly from: View; readonly velocity: Point; readonly start: number }
  | {
      readonly type: 'held';
      /** Latest place of the fingers or the pointer, px of the map. */
      readonly at: Point;
      /** Scale the fingers ask for, also beyond the limits. */
      readonly wishedScale: number;
      /** True while the fingers, or the wheel, have paused. */
      readonly isResting: boolean;
    };

/** The view of a venue on a map of some size, and how it moves: an immutable value. */
export interface Camera {
  readonly ground: Pick<Venue, 'bounds' | 'pitch'>;
  readonly size: Size;
  /** The view of the whole venue. `view` is this very object while the map shows all of it. */
  readonly whole: View;
  readonly view: View;
  readonly motion: Motion;
}

export const STILL: Motion = { type: 'still' };

const ORIGIN: View = { x: 0, y: 0, scale: 1, angle: 0 };

/** The camera of a map without a venue and without a size. */
export const INITIAL_CAMERA: Camera = {
  ground: { bounds: { left: 0, top: 0, right: 0, bottom: 0 }, pitch: 1 },
  size: { width: 0, height: 0 },
  whole: ORIGIN,
  view: ORIGIN,
  motion: STILL,
};

/** Returns the view at which a flight arrives, else the present one. */
function goalOf({ motion, view }: Camera): View {
  return motion.type === 'flight' ? motion.to : view;
}

/** True when the map shows the whole venue. */
export function isWhole({ view, whole }: Camera): boolean {
  return view === whole;
}

/** True when the map shows less than the whole venue, or is about to. */
export function isZoomed(camera: Camera): boolean {
  return goalOf(camera) !== camera.whole;
}

/** True while a gesture or a throw moves the view. */
export function isCarried({ motion }: Camera): boolean {
  return motion.type === 'glide' || (motion.type === 'held' && !motion.isResting);
}

/** True when the view neither flies nor is moved. */
export function isAtRest(camera: Camera): boolean {
  return camera.motion.type !== 'flight' && !isCarried(camera);
}

export function isNarrow({ size }: Pick<Camera, 'size'>): boolean {
  return size.width < 480;
}

/** True where the seat card has two lines and covers the lower part of the map, as the stylesheet says. */
function isCovered({ size }: Camera): boolean {
  return size.width < 840;
}

/** Returns the width of a seat on the screen, px. */
export function seatWidth({ view, ground }: Camera): number {
  return view.scale * ground.pitch;
}

function maxScaleOf({ ground, whole }: Camera): number {
  return Math.max(MAX_PITCH / ground.pitch, whole.scale);
}

function withinLimits(camera: Camera, view: View): View {
  return clampView(view, camera.ground.bounds, camera.size, camera.whole, maxScaleOf(camera));
}

/** Shows all of another venue; its scale follows with the next `resize`. */
export function overGround(camera: Camera, ground: Camera['ground']): Camera {
  return { ...camera, ground, view: camera.whole, motion: STILL };
}

/** Keeps the view at the same place in a map of a new size; a flight is moved to its goal. */
export function resize(camera: Camera, size: Size): Camera {
  const { bounds, pitch } = camera.ground;
  const goal = goalOf(camera);
  const resized = { ...camera, size };
  const narrow = isNarrow(resized);
  const isUpright = narrow && bounds.right - bounds.left > bounds.bottom - bounds.top;
  const margin = narrow ? 4 : isCovered(resized) ? 12 : 32;
  const fitted = fitBounds(bounds, size, isUpright ? Math.PI / 2 : 0, margin);
  // A small venue is not enlarged: its seats are never larger than a seat that is moved into view.
  const whole = { ...fitted, scale: Math.min(fitted.scale, (1.5 * PITCH.narrow) / pitch) };
  const showsAll = goal === camera.whole || goal.scale <= whole.scale * ALMOST_WHOLE;
  const view = showsAll ? whole : withinLimits({ ...resized, whole }, refit(goal, camera.whole, whole));
  return { ...resized, whole, view, motion: STILL };
}

/** Starts a flight at `start` (ms); without one the view is there at once. */
export function flyTo(camera: Camera, to: View, start: number | null): Camera {
  if (to === camera.view) return stop(camera);
  return start === null
    ? { ...camera, view: to, motion: STILL }
    : { ...camera, motion: { type: 'flight', from: camera.view, to, start } };
}

/** Stops motion in its place. What a gesture moves stays held, and asks for the present scale. */
export function stop(camera: Camera): Camera {
  const { motion, view } = camera;
  const isHeld = motion.type === 'held' && !motion.isResting;
  return { ...camera, motion: isHeld ? { ...motion, wishedScale: view.scale } : STILL };
}

/** Marks what is held as paused. */
export function rest(camera: Camera): Camera {
  const { motion } = camera;
  return motion.type === 'held' ? { ...camera, motion: { ...motion, isResting: true } } : camera;
}

function hold(camera: Camera, view: View, at: Point, wishedScale: number): Camera {
  return { ...camera, view, motion: { type: 'held', at, wishedScale, isResting: false } };
}

/** Moves the point at `from` to `to`, scaled by `factor`. Beyond the limits the view follows a little, and returns when it is released. */
export function drag(camera: Camera, from: Point, to: Point, factor: number): Camera {
  const { ground, size, whole, view, motion } = camera;
  const wishedScale = (motion.type === 'held' ? motion.wishedScale : view.scale) * factor;
  const maxScale = maxScaleOf(camera);
  const scale = rubberBand(wishedScale, whole.scale, maxScale);
  const panned = pan(view, to[0] - from[0], to[1] - from[1]);
  const moved = factor === 1 ? panned : zoomAt(panned, size, scale / panned.scale, ...to);
  const least = { ...whole, scale: Math.min(moved.scale, whole.scale) };
  const within = clampView(moved, ground.bounds, size, least, Math.max(moved.scale, maxScale));
  return hold(camera, within, to, wishedScale);
}

/** Ends a drag: a throw glides on, and a view beyond the limits returns. `start` as of `flyTo`. */
export function release(camera: Camera, velocity: Point, start: number | null): Camera {
  const { size, whole, view, motion } = camera;
  if (!isZoomed(camera)) return camera;
  if (view.scale <= whole.scale * ALMOST_WHOLE) return flyTo(camera, whole, start);
  const most = maxScaleOf(camera) / view.scale;
  if (motion.type === 'held' && most < 1)
    return flyTo(camera, withinLimits(camera, zoomAt(view, size, most, ...motion.at)), start);
  if (Math.hypot(...velocity) === 0 || start === null) return camera;
  return { ...camera, motion: { type: 'glide', from: view, velocity, start } };
}

/** Zooms at a place of the map: at once, as the wheel does, or as a step, which flies. `start` as of `flyTo`. */
export function zoom(
  camera: Camera,
  factor: number,
  at: Point,
  isStep: boolean,
  start: number | null,
): Camera {
  const { size, whole } = camera;
  const goal = goalOf(camera);
  if (goal.scale * factor <= whole.scale * ALMOST_WHOLE)
    return isZoomed(camera) ? flyTo(camera, whole, start) : camera;
  const next = withinLimits(
    camera,
    zoomAt(goal, size, Math.min(factor, maxScaleOf(camera) / goal.scale), ...at),
  );
  return isStep ? flyTo(camera, next, start) : hold(camera, next, at, next.scale);
}

/** Returns how far a flight has come, eased, 0 to 1. */
export function shareOf({ start }: { readonly start: number }, now: number): number {
  return ease(Math.min(1, Math.max(0, (now - start) / FLIGHT_MS)));
}

/** Moves the view on: a flight until it arrives, a throw until it stops or meets an edge. */
export function advance(camera: Camera, now: number): Camera {
  const { motion, view } = camera;
  if (motion.type === 'flight') {
    const { from, to, start } = motion;
    if (now - start >= FLIGHT_MS) return { ...camera, view: to, motion: STILL };
    return { ...camera, view: interpolate(from, to, shareOf(motion, now)) };
  }
  if (motion.type !== 'glide') return camera;
  const duration = glideDuration(motion.velocity);
  const t = Math.min(duration, Math.max(0, now - motion.start));
  const next = withinLimits(camera, pan(motion.from, ...glideOffset(motion.velocity, t)));
  const isAtEdge = t > 0 && next.x === view.x && next.y === view.y;
  return { ...camera, view: next, motion: t < duration && !isAtEdge ? motion : STILL };
}

/** Returns the zoomed view of a seat, with the ice up. */
function viewOfSeat(camera: Camera, index: VenueIndex, seat: number): View {
  const { venue } = index;
  const { size, whole } = camera;
  const near = DISTINCT / venue.pitch;
  // A small venue shows its seats as chairs already.
  if (whole.scale > near) return whole;
  const narrow = isNarrow(camera);
  const { scale } = goalOf(camera);
  // Clear of the seat card; where there is space, with the ice visible.
  const down = narrow
    ? -Math.min(64, size.height * 0.2)
    : (isCovered(camera) || size.height < 400 ? -0.12 : 0.17) * size.height;
  return lookAt(
    ...index.placeOf(seat),
    scale > near ? scale : (narrow ? PITCH.narrow : PITCH.wide) / venue.pitch,
    angleFor(facing(venue, seat)),
    0,
    down,
  );
}

/** True when a seat is distinct from its neighbours, upright, and well inside the map. */
function isInView(camera: Camera, index: VenueIndex, seat: number): boolean {
  const { venue } = index;
  const view = goalOf(camera);
  if (view.scale * venue.pitch <= DISTINCT) return false;
  if (view === camera.whole) return true;
  const { width, height } = camera.size;
  const [x, y] = apply(matrixOf(view, camera.size), ...index.placeOf(seat));
  const turned = Math.cos(view.angle - angleFor(facing(venue, seat)));
  const [roof, floor] = isNarrow(camera)
    ? [Math.min(70, height * 0.15), Math.min(150, height * 0.5)]
    : [Math.min(70, height * 0.25), isCovered(camera) ? height * 0.5 : Math.min(140, height * 0.3)];
  return x > width * 0.12 && x < width * 0.88 && y > roof && y < height - floor && turned > 0.93;
}

/** Moves a seat into view, unless it is there; `start` as of `flyTo`. */
export function showSeat(camera: Camera, index: VenueIndex, seat: number, start: number | null): Camera {
  return isInView(camera, index, seat) ? camera : flyTo(camera, viewOfSeat(camera, index, seat), start);
}
