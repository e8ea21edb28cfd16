import type { PartModule } from './picker-host.js';
import type * as MapView from './map-view.js';

/** Loaders of the map, and of the parts that load when they are opened or needed, by name. */
export const LOADERS = {
  map: (): Promise<typeof MapView> => import('./map-view.js'),
  /** The choice by block, row and seat. */
  list: (): Promise<PartModule> => import('./list-part.js'),
  /** Seats side by side, for friends. */
  together: (): Promise<PartModule> => import('./together-part.js'),
  /** The field for a block's label, where there are too many blocks to list. */
  blocks: (): Promise<PartModule> => import('./blocks-part.js'),
  /** The search for a person to sit beside, where there are too many to show. */
  people: (): Promise<PartModule> => import('./people-part.js'),
  /** The styles of the grid where it is visible itself. */
  plain: (): Promise<PartModule> => import('./plain-part.js'),
};

export type PartName = Exclude<keyof typeof LOADERS, 'map'>;
