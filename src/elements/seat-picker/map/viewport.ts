import type { Bounds } from '../../../venue/venue.js';

/** The part of the venue on the map: this point in the middle, this many CSS px per venue unit, rotated by this angle (radians, clockwise). */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly angle: number;
}

/** Size of the map, in its own CSS px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `[a, b, c, d, e, f]` as in CSS: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export type Point = readonly [x: number, y: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Combines two transforms: first `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    ...apply(outer, inner[4], inner[5]),
  ];
}

export function invert([a, b, c, d, e, f]: Matrix): Matrix {
  const det = a * d - b * c;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

/** Venue -> px of the map. */
export function matrixOf({ x, y, scale, angle }: View, { width, height }: Size): Matrix {
  const a = scale * Math.cos(angle);
  const b = scale * Math.sin(angle);
  return [a, b, -b, a, width / 2 - a * x + b * y, height / 2 - b * x - a * y];
}

/**
 * Px of the map -> client px, from the client positions of three of its corners: the only way that also works inside
 * ancestors that are rotated, scaled or zoomed.
 */
export function planeOf(topLeft: Point, topRight: Point, bottomLeft: Point, { width, height }: Size): Matrix {
  return [
    (topRight[0] - topLeft[0]) / width,
    (topRight[1] - topLeft[1]) / width,
    (bottomLeft[0] - topLeft[0]) / height,
    (bottomLeft[1] - topLeft[1]) / height,
    ...topLeft,
  ];
}

/** Fits the whole venue into the map, rotated by `angle`, with a margin in px. */
export function fitBounds(
  { left, top, right, bottom }: Bounds,
  size: Size,
  angle: number,
  margin: number,
): View {
  const cos = Math.abs(Math.cos(angle));
  const sin = Math.abs(Math.sin(angle));
  const width = (right - left) * cos + (bottom - top) * sin;
  const height = (right - left) * sin + (bottom - top) * cos;
  const scale = Math.min((size.width - 2 * margin) / width, (size.height - 2 * margin) / height);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(scale, 1e-6), angle };
}

/** Returns the view in which a point of the venue is `dx`, `dy` px off the middle. */
export function lookAt(x: number, y: number, scale: number, angle: number, dx = 0, dy = 0): View {
  const [offX, offY] = apply(invert(matrixOf({ x: 0, y: 0, scale, angle }, { width: 0, height: 0 })), dx, dy);
  return { x: x - offX, y: y - offY, scale, angle };
}

/** Moves the view by px of the map: the place under the pointer stays under it. */
export function pan(view: View, dx: number, dy: number): View {
  return lookAt(view.x, view.y, view.scale, view.angle, dx, dy);
}

/** Scales the view by `factor`; the place at px `px`, `py` of the map stays there. */
export function zoomAt(view: View, size: Size, factor: number, px: number, py: number): View {
  const [x, y] = apply(invert(matrixOf(view, size)), px, py);
  return lookAt(x, y, view.scale * factor, view.angle, px - size.width / 2, py - size.height / 2);
}

/** Returns the angle at which direction `facing` (radians, venue) is up. */
export function angleFor(facing: number): number {
  return nearAngle(-Math.PI / 2 - facing, 0);
}

/** Returns the same direction, at most half a turn from `from`. */
function nearAngle(angle: number, from: number): number {
  const turn = 2 * Math.PI;
  return angle - turn * Math.round((angle - from) / turn);
}

/** Keeps the view within the venue: the middle of the map stays over it, and the smaller the scale, the closer to the centre. */
export function clampView(view: View, bounds: Bounds, size: Size, whole: View, maxScale: number): View {
  const scale = Math.min(Math.max(view.scale, whole.scale), maxScale);
  const cos = Math.abs(Math.cos(view.angle));
  const sin = Math.abs(Math.sin(view.angle));
  const slack = (extent: number, seen: number): number => Math.max(0, extent - (0.6 * seen) / scale) / 2;
  const slackX = slack(bounds.right - bounds.left, size.width * cos + size.height * sin);
  const slackY = slack(bounds.bottom - bounds.top, size.width * sin + size.height * cos);
  const within = (value: number, middle: number, room: number): number =>
    Math.min(Math.max(value, middle - room), middle + room);
  return { x: within(view.x, whole.x, slackX), y: within(view.y, whole.y, slackY), scale, angle: view.angle };
}

/** Lets a scale pass its limits by less and less (rubber banding), so that the fingers feel the limit. */
export function rubberBand(scale: number, min: number, max: number): number {
  const limit = Math.min(Math.max(scale, min), max);
  return limit * (scale / limit) ** 0.3;
}

/** Time in which the speed of a throw falls to a third, ms. */
const SLOWDOWN_MS = 325;
/** Speed at which a throw stops, px/ms: slower motion is not visible. */
const MIN_SPEED = 0.02;

/** Distance, in px, of a throw at `velocity` (px/ms) after `t` ms. */
export function glideOffset([x, y]: Point, t: number): Point {
  const distance = SLOWDOWN_MS * (1 - Math.exp(-t / SLOWDOWN_MS));
  return [x * distance, y * distance];
}

/** Duration of a throw until it stops, ms. */
export function glideDuration([x, y]: Point): number {
  return SLOWDOWN_MS * Math.log(Math.max(1, Math.hypot(x, y) / MIN_SPEED));
}

/**
 * Adapts a view to another size of the map, with the same place in the middle. A view at the angle of the whole venue
 * rotates with it; a view of a seat keeps the ice up.
 */
export function refit(view: View, before: View, whole: View): View {
  return view.angle === before.angle ? { ...view, angle: whole.angle } : view;
}

/**
 * Interpolates between two views, `t` from 0 to 1. The scale grows evenly to the eye, and the middle moves so that one
 * point of the venue keeps its place: the motion is straight.
 */
export function interpolate(from: View, to: View, t: number): View {
  const scale = from.scale * (to.scale / from.scale) ** t;
  const ratio = from.scale / to.scale;
  const progress = Math.abs(1 - ratio) < 1e-3 ? t : (1 - from.scale / scale) / (1 - ratio);
  const mix = (a: number, b: number, share: number): number => a + (b - a) * share;
  return {
    x: mix(from.x, to.x, progress),
    y: mix(from.y, to.y, progress),
    scale,
    angle: mix(from.angle, nearAngle(to.angle, from.angle), t),
  };
}

/** cubic-bezier(.2, 0, 0, 1), the only easing of all elements. */
export function ease(t: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 12; i++) {
    const s = (low + high) / 2;
    // x(s) with control points .2 and 0.
    if (0.6 * (1 - s) ** 2 * s + s ** 3 < t) low = s;
    else high = s;
  }
  return 3 * low ** 2 * (1 - low) + low ** 3;
}
