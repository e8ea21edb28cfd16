import { assemble } from './layout.js';
import { readSpec, type Generator, type Parameters } from './read-spec.js';
import type { Draft, Venue, VenueSpec } from './venue.js';

const LOADERS: Readonly<Record<Generator, () => Promise<(parameters: Parameters) => Draft>>> = {
  arena: async () => (await import('./kinds/arena.js')).makeArena,
  bowl: async () => (await import('./kinds/bowl.js')).makeBowl,
  hemicycle: async () => (await import('./kinds/hemicycle.js')).makeHemicycle,
  amphitheatre: async () => (await import('./kinds/amphitheatre.js')).makeAmphitheatre,
  square: async () => (await import('./kinds/square.js')).makeSquare,
};

/**
 * Builds a venue as `makeVenue` does, after loading the one generator it needs.
 * @throws VenueError the same sentences as `makeVenue`; another error when the script of the generator did not
 * load.
 */
export async function loadVenue(spec: VenueSpec): Promise<Venue> {
  const order = readSpec(spec);
  if (order.kind === 'custom') {
    const { makeCustom } = await import('./kinds/custom.js');
    return assemble(order.kind, order.spec.name, makeCustom(order.spec));
  }
  const make = await LOADERS[order.generator]();
  return assemble(order.kind, order.kind, make(order.parameters));
}
