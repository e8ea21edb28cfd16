import { blockAt, rowByIndex, rowsIn } from '../../venue/layout.js';
import { numberOf } from '../../venue/seat-code.js';
import { about, countFree, isFreeKnown, mayTake, type Option, type Seating } from './seat-grid.js';

/** Options for the lists of rows and seats. */

export function rowOptions(seating: Seating, block: number): Option[] {
  const { venue } = seating;
  const { firstRow } = blockAt(venue, block);
  return rowsIn(venue, blockAt(venue, block)).map(({ label, first, count }, i) => {
    const free = countFree(seating, first, first + count);
    return {
      value: firstRow + i,
      text: isFreeKnown(seating)
        ? seating.t('picker.row-free', {
            row: label,
            free: seating.figure(free),
            count: seating.figure(count),
          })
        : seating.t('picker.row', { row: label }),
      disabled: free === 0,
    };
  });
}

export function seatOptions(seating: Seating, row: number): Option[] {
  const line = rowByIndex(seating.venue, row);
  return new Array<number>(line.count).fill(0).map((_, i) => {
    const seat = line.first + i;
    return {
      value: seat,
      text: about(seating, 'seat', seat, { number: String(numberOf(line, seat)) }),
      disabled: !mayTake(seating, seat),
    };
  });
}
