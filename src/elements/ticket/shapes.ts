/**
 * A drawing as plain values that SVG and canvas can both render, so that the ticket on the page and its two file formats
 * are the same drawing. Lengths in px of the drawing, y downwards.
 */

/** The face a text is set in. */
export type Face = 'display' | 'interface';

/** A radial gradient of light that fades outwards: stops as offset (0 to 1), colour and opacity. */
export interface RadialLight {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly stops: readonly (readonly [offset: number, colour: string, opacity: number])[];
}

/** `role`: the meaning of the shape, by which the stylesheet can recolour it in print and in forced colours. */
export type DrawnShape =
  | {
      readonly kind: 'path';
      readonly role: string;
      /** SVG path data. */
      readonly d: string;
      readonly fill?: string;
      readonly light?: RadialLight;
      readonly stroke?: string;
      readonly width?: number;
      readonly dash?: readonly number[];
    }
  | {
      readonly kind: 'text';
      readonly role: string;
      readonly text: string;
      readonly x: number;
      /** y of the baseline. */
      readonly y: number;
      readonly size: number;
      readonly face: Face;
      readonly fill: string;
      /** As `text-anchor`: relative to the direction of the text itself. */
      readonly anchor: 'start' | 'middle' | 'end';
      readonly rtl: boolean;
    }
  /** A portrait in a circle, cropped to the square at its top. */
  | {
      readonly kind: 'portrait';
      readonly href: string;
      readonly x: number;
      readonly y: number;
      readonly r: number;
    };

export interface TicketDrawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly DrawnShape[];
  /** Font families, in CSS notation. */
  readonly fonts: Readonly<Record<Face, string>>;
  /** BCP 47 tag of the ticket's language, so that letters take its forms. */
  readonly locale: string;
  /** Text alternative of the drawing. */
  readonly label: string;
}

/** Rounds to one decimal: a tenth of a px is finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Path data of a circle. */
export function circlePath(x: number, y: number, r: number): string {
  return `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0z`;
}
