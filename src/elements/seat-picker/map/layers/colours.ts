import type { Palette } from '../palette.js';

/** Converts `#rrggbb` to a px of the canvas, without its opacity; white where the browser writes the colour in another form. */
export function rgbOf(colour: string): number {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(colour);
  const parts = hex ?? /^rgb\((\d+), (\d+), (\d+)\)/.exec(colour);
  if (!parts) return 0xffffff;
  // The blue part is the highest byte.
  return parts.slice(1).reduceRight((rgb, part) => (rgb << 8) | parseInt(part, hex ? 16 : 10), 0);
}

/** Mixes two colours `#rrggbb`; returns the first where the browser writes one of them in another form. */
export function mix(from: string, to: string, share: number): string {
  if (!/^#[\da-f]{6}$/i.test(from) || !/^#[\da-f]{6}$/i.test(to)) return from;
  const channel = (at: number): string => {
    const a = parseInt(from.slice(at, at + 2), 16);
    const b = parseInt(to.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** The colours of lit seats, by tone. */
export function warmTones(palette: Palette): string[] {
  return [palette['seat-lit-1'], palette['seat-lit-2'], palette['seat-lit-3'], palette['seat-lit-4']];
}
