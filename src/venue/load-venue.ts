import { assemble } from './layout.js';
import { readSpec } from './read-spec.js';
import type { Venue, VenueSpec } from './venue.js';

const LOADERS = {
  arena: async () => (await import('./arena.js')).makeArena,
  hemicycle: async () => (await import('./hemicycle.js')).makeHemicycle,
  amphitheatre: async () => (await import('./amphitheatre.js')).makeAmphitheatre,
  square: async () => (await import('./square.js')).makeSquare,
};

/**
 * Builds a venue as `makeVenue` does, after loading the one generator it needs.
 * @throws VenueError the same sentences as `makeVenue`; another error where the script of the generator did not load.
 */
export async function loadVenue(spec: VenueSpec): Promise<Venue> {
  const order = readSpec(spec);
  if (order.kind === 'custom') {
    const { makeCustom } = await import('./custom.js');
    return assemble(order.kind, order.spec.name, makeCustom(order.spec));
  }
  const make = await LOADERS[order.kind]();
  return assemble(order.kind, order.kind, make(order.parameters));
}
