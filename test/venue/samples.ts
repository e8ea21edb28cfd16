import { makeVenue, type Venue } from '../../src/venue/index.js';

/** The arena, built once for all tests of a file: a venue never changes. */
export const arena: Venue = makeVenue('arena');

/** The venue of the protocol's vectors: block A with a row of six and a row of four behind it, one unit apart. */
export const hall: Venue = makeVenue({
  name: 'Hall',
  blocks: [
    {
      label: 'A',
      rows: [
        { label: '1', seats: [0, 1, 2, 3, 4, 5].map((x): [number, number] => [x, 0]) },
        { label: '2', seats: [0, 1, 2, 3].map((x): [number, number] => [x, 1]) },
      ],
    },
  ],
});
