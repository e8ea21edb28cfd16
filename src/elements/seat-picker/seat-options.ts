import { about, countFree, stateOf, type Option, type Seating } from './seat-grid.js';

/** The lists of rows and seats to choose from. */

export function rowOptions(seating: Seating, block: number): Option[] {
  const { firstRow, rowCount } = seating.venue.blocks[block]!;
  return seating.venue.rows.slice(firstRow, firstRow + rowCount).map(({ label, first, count }, i) => {
    const free = countFree(seating, first, first + count);
    return {
      value: firstRow + i,
      text: seating.t('picker.row-free', {
        row: label,
        free: seating.figure(free),
        count: seating.figure(count),
      }),
      disabled: free === 0,
    };
  });
}

export function seatOptions(seating: Seating, row: number): Option[] {
  const { first, count } = seating.venue.rows[row]!;
  return Array.from({ length: count }, (_, i) => {
    const state = stateOf(seating, first + i);
    return {
      value: first + i,
      text: about(seating, 'seat', first + i, { number: String(i + 1) }),
      disabled: state === 'taken' || state === 'kept',
    };
  });
}
