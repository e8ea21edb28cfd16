import type { SeatPlace } from '../../venue/seat-code.js';
import type { Translator } from './translator.js';

/** Returns a seat as people read it: "Block 12, row 8, seat 15". */
export function seatSentence({ t }: Pick<Translator, 't'>, { block, row, number }: SeatPlace): string {
  // Seat numbers are names, not quantities: no seat is labelled "1,024".
  return t('seat.sentence', { block, row, number: String(number) });
}
