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

/** Numbers from 0 up to 1, the same in every run (mulberry32). */
export function pseudoRandom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
