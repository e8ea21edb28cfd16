import type { Shape, ShapeRole, Spot } from '../venue.js';

/** Shapes of scenery that the generators share. */

const DEGREES = 180 / Math.PI;

/** Returns the point at a distance from 0,0 in a direction (radians). */
export function polar(radius: number, angle: number): Spot {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

export function polygon(role: ShapeRole, ...points: Spot[]): Shape {
  return { shape: 'polygon', role, points };
}

export function rectangle(role: ShapeRole, left: number, top: number, right: number, bottom: number): Shape {
  return polygon(role, [left, top], [right, top], [right, bottom], [left, bottom]);
}

export function circleShape(role: ShapeRole, x: number, y: number, radius: number): Shape {
  return { shape: 'circle', role, at: [x, y], radius };
}

/** Returns an arc around 0,0; angles in radians. */
export function arc(role: ShapeRole, inner: number, outer: number, start: number, end: number): Shape {
  return { shape: 'arc', role, at: [0, 0], inner, outer, start: start * DEGREES, end: end * DEGREES };
}

/** Returns a way of this width, straight out from 0,0 in a direction. */
export function ray(role: ShapeRole, from: number, to: number, angle: number, width: number): Shape {
  const [ax, ay] = polar(width / 2, angle + Math.PI / 2);
  const [fx, fy] = polar(from, angle);
  const [tx, ty] = polar(to, angle);
  return polygon(role, [fx + ax, fy + ay], [tx + ax, ty + ay], [tx - ax, ty - ay], [fx - ax, fy - ay]);
}

/** Returns points along a circle around 0,0, for polygons with a round side. */
export function bend(radius: number, start: number, end: number, corners = 72): Spot[] {
  return new Array<number>(corners + 1)
    .fill(0)
    .map((_, i) => polar(radius, start + ((end - start) * i) / corners));
}
