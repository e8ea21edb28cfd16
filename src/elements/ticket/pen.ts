import { fitText, printableText, readsRtl, type MeasureText } from './fit.js';
import type { Box, TextPlace } from './layout.js';
import { round, type DrawnShape, type Face } from './shapes.js';

interface Setting extends TextPlace {
  readonly limit: number;
  readonly face: Face;
  readonly fill: string;
  readonly leading?: number;
  /** Edge of the layout at which the text starts or ends. */
  readonly edge?: 'start' | 'middle' | 'end';
  /** Direction of the text, where its first letter does not give it. */
  readonly rtl?: boolean;
}

/** Collects shapes, and mirrors the texts where the language reads from right to left. The seats are a place and are never mirrored. */
export class Pen {
  readonly shapes: DrawnShape[] = [];

  constructor(
    readonly rtl: boolean,
    readonly width: number,
    readonly measure: MeasureText,
  ) {}

  /** x measured from the edge at which reading starts. */
  at(x: number): number {
    return this.rtl ? this.width - x : x;
  }

  path(
    role: string,
    d: string,
    paint: Partial<Omit<Extract<DrawnShape, { kind: 'path' }>, 'kind' | 'role' | 'd'>>,
  ): void {
    if (d) this.shapes.push({ kind: 'path', role, d, ...paint });
  }

  /** Left edge of a box measured from the edge at which reading starts. */
  leftOf({ x, width }: Box): number {
    return this.rtl ? this.width - x - width : x;
  }

  /** Middle of such a box. */
  middleOf(box: Box): { x: number; y: number } {
    return { x: this.leftOf(box) + box.width / 2, y: box.y + box.height / 2 };
  }

  /** A filled box, measured from the edge at which reading starts. */
  box(role: string, box: Box, fill: string): void {
    this.path(role, `M${this.leftOf(box)} ${box.y}h${box.width}v${box.height}h${-box.width}z`, { fill });
  }

  line(
    text: string,
    x: number,
    y: number,
    size: number,
    setting: Pick<Setting, 'face' | 'fill' | 'edge' | 'rtl'>,
    role: string,
  ): void {
    const { face, fill, edge = 'start' } = setting;
    const rtl = setting.rtl ?? readsRtl(text, this.rtl);
    const turned = rtl === this.rtl ? edge : edge === 'start' ? 'end' : edge === 'end' ? 'start' : edge;
    this.shapes.push({
      kind: 'text',
      role,
      text,
      x: round(this.at(x)),
      y: round(y),
      size,
      face,
      fill,
      anchor: turned,
      rtl,
    });
  }

  /** Sets a text in the space it has; returns the baseline of its last line. */
  fit(role: string, text: string, setting: Setting): number {
    const clean = printableText(text);
    if (!clean) return setting.y;
    const { size, lines } = fitText(clean, setting, this.measure);
    const leading = setting.leading ?? size * 1.25;
    const rtl = setting.rtl ?? readsRtl(clean, this.rtl);
    lines.forEach((line, i) =>
      this.line(line, setting.x, setting.y + i * leading, size, { ...setting, rtl }, role),
    );
    return setting.y + (lines.length - 1) * leading;
  }
}
