import { correction, generate } from 'lean-qr/nano';

/** Makes a QR code (ISO/IEC 18004); loaded on request. */

/** Width of the quiet zone around the code, in modules, as the standard requires. */
const MARGIN = 4;

export interface QrCode {
  /** Modules per side, including the margin. */
  readonly size: number;
  /** Path of the dark modules, one unit per module. */
  readonly d: string;
}

/**
 * Returns the QR code of a text, readable with up to 15 % of it damaged.
 * @throws Error when the text is too long for any code (about 2,300 bytes)
 */
export function qrCode(text: string): QrCode {
  const bits = generate(text, { minCorrectionLevel: correction.M });
  let d = '';
  for (let y = 0; y < bits.size; y++)
    for (let x = 0; x < bits.size; x++) {
      if (!bits.get(x, y)) continue;
      const from = x;
      while (bits.get(x + 1, y)) x++;
      d += `M${from + MARGIN} ${y + MARGIN}h${x - from + 1}v1h${from - x - 1}z`;
    }
  return { size: bits.size + 2 * MARGIN, d };
}
