import type { SeatPlace } from '../venue/seat-code.js';
import type { Translator } from './translator.js';

/** The seat as people read it: "Block 12, row 8, seat 15". */
export function seatSentence({ t }: Pick<Translator, 't'>, { block, row, number }: SeatPlace): string {
  // Numbers of seats are names: "1,024" is not written on a seat.
  return t('seat.sentence', { block, row, number: String(number) });
}
