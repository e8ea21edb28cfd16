/** `wide`: 1200 x 630 px, the format of link previews; `upright`: 1080 x 1920 px, the format of a phone screen. */
export type Format = 'wide' | 'upright';

export const NIGHT = '#070b12';
export const PAPER = '#f3f7fa';
export const INK = '#101926';
export const MUTED = '#4a5a6c';
export const LINE = '#c3ced8';
export const TEXT = '#edf2f8';
export const LABEL = '#a8b6c9';
/** Colours of people, in turn. */
export const WARM = ['#cd7f2c', '#d88b34', '#e2963e'] as const;

export const HEAD = '#ffd79c';
export const OUTLINE = '#62779a';
export const NEXT = '#cfe4f5';
export const YOURS = '#fff4df';
export const LAMP = '#ffb04d';
export const RING = '#eaf4fb';
export const MEDALLION = '#16243a';

/** Returns one of these colours: always the same one for the same number. */
export const warmTone = (number: number): string => WARM[number % WARM.length] ?? WARM[0];

/** Radius of the two notches in the edge, at the tear line, px. */
export const BITE = { wide: 14, upright: 24 };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The place of a text, px, and the font sizes to try, the largest first. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly sizes: readonly number[];
}

/** Positions of all parts, px, for text that reads from left to right. The `width` of a text is the space it has. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly plate: Box;
  /** Distance from seat to seat, px. */
  readonly pitch: number;
  /** The figures of the seat on the paper. `step`: from the first to the next; `standing`: the words in their place. */
  readonly stub: {
    readonly word: TextPlace;
    readonly figure: TextPlace & { edge: 'start' | 'end' };
    readonly step: { x: number; y: number };
    readonly rule: Box;
    readonly standing: TextPlace & { limit: number; ruleY: number };
  };
  readonly title: TextPlace & { leading: number };
  readonly name: TextPlace;
  readonly lines: TextPlace & { leading: number; fill: string };
  readonly person: TextPlace & { r: number; gap: number };
  readonly address: TextPlace;
}

export const LAYOUTS: Readonly<Record<Format, Layout>> = {
  wide: {
    width: 1200,
    height: 630,
    plate: { x: 0, y: 100, width: 810, height: 418 },
    pitch: 35,
    stub: {
      word: { x: 854, y: 107, width: 130, sizes: [25, 22, 19, 16] },
      figure: { x: 1156, y: 107, width: 166, sizes: [82, 66, 52, 40, 30, 22], edge: 'end' },
      step: { x: 0, y: 112 },
      rule: { x: 854, y: 135, width: 302, height: 1.5 },
      standing: { x: 854, y: 190, width: 302, sizes: [72, 60, 50, 42, 36], limit: 2, ruleY: 360 },
    },
    title: { x: 44, y: 62, width: 722, sizes: [36, 32, 28, 25, 21], leading: 31 },
    name: { x: 766, y: 62, width: 220, sizes: [22, 19] },
    lines: { x: 44, y: 564, width: 722, sizes: [27, 24, 21], leading: 36, fill: TEXT },
    person: { x: 890, y: 478, r: 36, gap: 18, width: 212, sizes: [28, 25, 22, 19] },
    address: { x: 854, y: 600, width: 302, sizes: [36, 32, 28, 25, 22, 19, 16, 14] },
  },
  upright: {
    width: 1080,
    height: 1920,
    plate: { x: 0, y: 208, width: 1080, height: 910 },
    pitch: 77,
    stub: {
      word: { x: 80, y: 1222, width: 290, sizes: [40, 35, 30] },
      figure: { x: 80, y: 1366, width: 290, sizes: [168, 132, 100, 76, 56, 40], edge: 'start' },
      step: { x: 313, y: 0 },
      rule: { x: 80, y: 1442, width: 920, height: 3 },
      standing: { x: 80, y: 1350, width: 920, sizes: [140, 116, 92, 72], limit: 1, ruleY: 1442 },
    },
    title: { x: 80, y: 124, width: 920, sizes: [64, 56, 50, 44, 37], leading: 58 },
    name: { x: 1000, y: 124, width: 260, sizes: [40, 34] },
    lines: { x: 80, y: 1708, width: 920, sizes: [42, 38, 34], leading: 54, fill: INK },
    person: { x: 156, y: 1560, r: 74, gap: 36, width: 740, sizes: [58, 52, 46, 40] },
    address: { x: 80, y: 1850, width: 920, sizes: [48, 42, 37, 32, 28] },
  },
};
