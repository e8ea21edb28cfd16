import { makeAmphitheatre } from './kinds/amphitheatre.js';
import { makeArena } from './kinds/arena.js';
import { makeBowl } from './kinds/bowl.js';
import { makeCustom } from './kinds/custom.js';
import { makeHemicycle } from './kinds/hemicycle.js';
import { assemble } from './layout.js';
import { readSpec, type Generator, type Parameters } from './read-spec.js';
import { makeSquare } from './kinds/square.js';
import type { Draft, Venue, VenueSpec } from './venue.js';

const GENERATORS: Readonly<Record<Generator, (parameters: Parameters) => Draft>> = {
  arena: makeArena,
  bowl: makeBowl,
  hemicycle: makeHemicycle,
  amphitheatre: makeAmphitheatre,
  square: makeSquare,
};

/**
 * Builds the venue that a campaign document or a page's script describes, synchronously and with all generators
 * included; in a browser, `loadVenue` loads only the generator it needs.
 * @throws VenueError one sentence for the author: the place, the wrong value, what is allowed.
 */
export function makeVenue(spec: VenueSpec): Venue {
  const order = readSpec(spec);
  return order.kind === 'custom'
    ? assemble(order.kind, order.spec.name, makeCustom(order.spec))
    : assemble(order.kind, order.kind, GENERATORS[order.generator](order.parameters));
}
