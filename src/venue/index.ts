/** Venues: blocks, rows and seats as numbers. Runs without a document. */
export * from './venue.js';
export { makeVenue } from './make-venue.js';
export { loadVenue } from './load-venue.js';
export { layoutId, rowOf, isSeat } from './layout.js';
export { placeInCode, placeOf, seatCode, seatFromCode, seatAt, type SeatPlace } from './seat-code.js';
export { seatAtPoint, seatIndex, facing, distance, type SeatIndex } from './geometry.js';
export { neighbourOf, nearestInRow, besides, type Direction } from './neighbours.js';
export { nearestFree, nearestFreeTo, findBeside, findSeat, findTogether } from './find.js';
export { keptSeats, type KeptSeat, type KeptProblem } from './kept.js';
export * from './occupancy.js';
export { describeSeat, type SeatDescription } from './describe.js';
export { derivedOrder, derivedSeats } from './derived.js';
export { overlap } from './overlaps.js';
export { importSeatmap, type ImportOptions } from './import-seatmap.js';
