import { correction, generate } from 'lean-qr/nano';

/** A QR code (ISO/IEC 18004); loaded when somebody asks for one. */

/** Quiet modules around the code, as the standard asks. */
const MARGIN = 4;

export interface QrCode {
  /** Modules on a side, the margin with them. */
  readonly size: number;
  /** Path of the dark modules, one unit a module. */
  readonly d: string;
}

/**
 * The code of a text, which may be damaged by 15 %.
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
