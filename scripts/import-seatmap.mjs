// Makes a venue of a seating plan (seatmap-canvas, pretix): node scripts/import-seatmap.mjs map.json [--name=Hall] [--stage=bottom]
// Prints {"name", "blocks"} for the campaign document; every change is said beside it. Needs a build.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importSeatmap, makeVenue } from '../dist/venue.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    stage: { type: 'string', default: 'top' },
  },
});

try {
  if (positionals.length !== 1 || !['top', 'bottom'].includes(values.stage))
    throw new Error('usage: node scripts/import-seatmap.mjs map.json [--name=Hall] [--stage=top|bottom]');
  const { venue, notes } = importSeatmap(JSON.parse(readFileSync(positionals[0], 'utf8')), values);
  const { capacity } = makeVenue(venue);
  console.log(JSON.stringify(venue));
  for (const note of notes) console.error(note);
  console.error(`${capacity} seats.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
