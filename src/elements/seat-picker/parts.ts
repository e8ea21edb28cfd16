import type { PartModule } from './desk.js';
import type * as Picture from './picture.js';

/** The picture, and the parts that load when they are opened or needed, by name. */
export const LOADERS = {
  picture: (): Promise<typeof Picture> => import('./picture.js'),
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

export type PartName = Exclude<keyof typeof LOADERS, 'picture'>;
