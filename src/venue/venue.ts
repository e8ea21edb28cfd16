/**
 * A built venue: seats as the integers `0 .. capacity-1`, in the order blocks > rows > seats, with their places in
 * typed arrays. Labels exist only here and in `seat-code.ts`.
 */

import type { BuiltInSpec, ExplicitSpec, Shape, VenueKind } from '../model/campaign.js';

export { SHAPE_ROLES, VENUE_KINDS } from '../model/campaign.js';
export type { BuiltInSpec, ExplicitSpec, Shape, ShapeRole, Spot, VenueKind } from '../model/campaign.js';

/** A run of seats in one row of one block. Seats are numbered from 1 along the run. */
export interface Row {
  /** The label on the row (model/label.ts). */
  readonly label: string;
  /** Index into `Venue.blocks`. */
  readonly block: number;
  /** The seat with number 1. */
  readonly first: number;
  /** Number of seats in the row, at least 1. */
  readonly count: number;
  /** Name on each seat, in seat order; null when the seats have their numbers. */
  readonly names: readonly string[] | null;
  /** The seats in the order in which they are beside each other; null when that is the order of their numbers. */
  readonly order: Uint32Array | null;
}

/** A block of rows; `rows[firstRow]` is the one nearest the stage. */
export interface Block {
  readonly label: string;
  readonly firstRow: number;
  readonly rowCount: number;
  /** The first seat of the first row. */
  readonly first: number;
  readonly count: number;
}

/** The scenery around and between the seats. Lengths and places in venue units (arena: metres). */
export type Scenery =
  | { readonly kind: 'none' }
  /** Drawn in this order, each over the ones before, all below the seats. */
  | { readonly kind: 'shapes'; readonly shapes: readonly Shape[] }
  | {
      readonly kind: 'rink';
      /** Half the length and half the width of the ice, and the radius of its corners; the centre is 0,0. */
      readonly ice: { readonly halfLength: number; readonly halfWidth: number; readonly corner: number };
      /** Offset of the first row, and of the edge behind the last, of each tier from the edge of the ice. */
      readonly tiers: readonly { readonly from: number; readonly to: number }[];
      /** Offset of the outer wall. */
      readonly wall: number;
    };

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A built venue. Immutable; two venues with the same `layout` have the same seats. */
export interface Venue {
  /** The kind of venue, for texts; `custom` for an author's own. */
  readonly kind: VenueKind | 'custom';
  /** The generator's name (`arena`), or the custom venue's own. */
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly rows: readonly Row[];
  readonly capacity: number;
  /** Layout id: CRC-32 of the labels and counts, 8 lower-case hex digits (docs/protocol.md). */
  readonly layout: string;
  /** Centre of each seat, in venue units; y grows downwards, the arena is seen from above. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Width of one seat with its share of the gap, in venue units. */
  readonly pitch: number;
  /** Bounds of everything: seats and scenery. */
  readonly bounds: Bounds;
  readonly scenery: Scenery;
}

/** Labels and counts of a venue, before its seats have places. */
export type Plan = readonly {
  readonly label: string;
  readonly rows: readonly {
    readonly label: string;
    readonly count: number;
    readonly names?: readonly string[] | null;
    readonly order?: Uint32Array | null;
  }[];
}[];

/** A venue of the author's own with the places separate, as typed arrays; for scripts. */
export interface TypedSpec {
  readonly name: string;
  readonly blocks: Plan;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly scenery?: readonly Shape[] | null;
}

/** A venue as the campaign document gives it. */
export type VenueSpec = string | BuiltInSpec | ExplicitSpec | TypedSpec;

/** The result of a generator, from which `layout.ts` assembles a venue. */
export interface Draft {
  readonly plan: Plan;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly pitch: number;
  readonly scenery: Scenery;
  readonly bounds: Bounds;
}

/** Thrown when the author's venue cannot be built; `message` gives the place, the problem and the fix. */
export class VenueError extends Error {
  override readonly name = 'VenueError';
}
