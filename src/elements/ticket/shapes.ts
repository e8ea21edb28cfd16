/**
 * A picture as values: what an SVG can hold and a canvas can paint alike, so that the ticket that is seen and the two
 * files that are saved of it are one drawing. Lengths in px of the picture, y downwards.
 */

/** Which of the two faces a text is set in. */
export type Face = 'display' | 'interface';

/** A light that gets weaker from its middle on: stops as offset (0 to 1), colour and opacity. */
export interface RadialLight {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly stops: readonly (readonly [offset: number, colour: string, opacity: number])[];
}

/** `role`: what the shape stands for, so that a sheet can colour it otherwise in print and in forced colours. */
export type DrawnShape =
  | {
      readonly kind: 'path';
      readonly role: string;
      /** Path data of SVG. */
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
      /** The baseline. */
      readonly y: number;
      readonly size: number;
      readonly face: Face;
      readonly fill: string;
      /** As `text-anchor`: by the direction of the text itself. */
      readonly anchor: 'start' | 'middle' | 'end';
      readonly rtl: boolean;
    }
  /** A portrait in a circle, cut to a square from its top. */
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
  /** Font families, as CSS writes them. */
  readonly fonts: Readonly<Record<Face, string>>;
  /** BCP 47 tag of the words, so that letters take the language's form. */
  readonly locale: string;
  /** What the picture says, in words. */
  readonly label: string;
}

/** Number of one decimal: a tenth of a px is finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The path of a circle. */
export function circlePath(x: number, y: number, r: number): string {
  return `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0z`;
}
