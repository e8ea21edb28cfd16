import type { PartModule } from './picker-host.js';
import type * as MapView from './map-view.js';

/** The map, and the parts that load when they are opened or needed, by name. */
export const LOADERS = {
  map: (): Promise<typeof MapView> => import('./map-view.js'),
  /** The choice by block, row and seat. */
  list: (): Promise<PartModule> => import('./list-part.js'),
  /** Seats side by side, for friends. */
  together: (): Promise<PartModule> => import('./together-part.js'),
  /** A block by its label, where there are too many to list. */
  blocks: (): Promise<PartModule> => import('./blocks-part.js'),
  /** Beside whom, where there are too many to show. */
  people: (): Promise<PartModule> => import('./people-part.js'),
  /** How the grid looks where it is seen itself. */
  plain: (): Promise<PartModule> => import('./plain-part.js'),
};

export type PartName = Exclude<keyof typeof LOADERS, 'map'>;
