import {
  VENUE_KINDS,
  VenueError,
  type BuiltInSpec,
  type ExplicitSpec,
  type TypedSpec,
  type VenueKind,
} from './venue.js';

/** Maximum number of seats; more is a mistake of the author. */
export const MAX_SEATS = 1_000_000;
/** Minimum number of seats; fewer do not form rows and blocks. */
const MIN_SEATS = 20;
const MAX_WEDGES = 60;

/** The parameters of a generator; null = its own default. */
export interface Parameters {
  readonly capacity: number | null;
  /** Hemicycle only. */
  readonly wedges: number | null;
}

/** Seats of the hand-drawn arena; other capacities are bowls around the same ice. */
const ARENA_SEATS = 15_086;

/** The generators of venues, one file each: one per kind, and `bowl` for an arena of another size. */
export type Generator = VenueKind | 'bowl';

/** The generator of a venue, and its input. */
export type VenueRecipe =
  | { readonly kind: VenueKind; readonly generator: Generator; readonly parameters: Parameters }
  | { readonly kind: 'custom'; readonly spec: ExplicitSpec | TypedSpec };

/** The parameters of each kind besides `kind` itself, with their ranges. */
const PARAMETERS: Readonly<Record<VenueKind, Readonly<Partial<Record<keyof Parameters, [number, number]>>>>> =
  {
    arena: { capacity: [MIN_SEATS, MAX_SEATS] },
    hemicycle: { capacity: [MIN_SEATS, MAX_SEATS], wedges: [1, MAX_WEDGES] },
    amphitheatre: { capacity: [MIN_SEATS, MAX_SEATS] },
    square: { capacity: [MIN_SEATS, MAX_SEATS] },
  };

const QUOTED = VENUE_KINDS.map((kind) => `"${kind}"`);
const CHOICES = `${QUOTED.slice(0, -1).join(', ')} or ${QUOTED.at(-1)}, or give {"name", "blocks"} with your own seats.`;

/**
 * Validates a venue as the campaign document gives it, without building it. `custom.ts` validates the author's own
 * seats when it reads them.
 * @throws VenueError one sentence for the author: the place, the wrong value, what is allowed.
 */
export function readSpec(spec: unknown): VenueRecipe {
  if (typeof spec === 'string') return readKind({ kind: spec });
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
    throw new VenueError(`venue: ${formatValue(spec)} is not a venue. Use ${CHOICES}`);
  }
  if ('kind' in spec) return readKind(spec as BuiltInSpec);
  return { kind: 'custom', spec: spec as ExplicitSpec | TypedSpec };
}

function readKind(spec: BuiltInSpec): VenueRecipe {
  const kind = VENUE_KINDS.find((known) => known === spec.kind);
  if (!kind) throw new VenueError(`venue: ${formatValue(spec.kind)} is not a built-in venue. Use ${CHOICES}`);
  const ranges = PARAMETERS[kind];
  for (const key of Object.keys(spec)) {
    if (key === 'kind' || Object.hasOwn(ranges, key)) continue;
    throw new VenueError(
      `venue.${key}: "${kind}" has no such parameter; it takes ${Object.keys(ranges).join(' and ')}.`,
    );
  }
  const read = (name: keyof Parameters): number | null => {
    const value = spec[name] ?? null;
    const range = ranges[name];
    if (value === null || !range) return null;
    const [from, to] = range;
    if (!Number.isInteger(value) || value < from || value > to) {
      throw new VenueError(
        `venue.${name}: ${formatValue(value)} does not fit; use a whole number from ${from} to ${to}.`,
      );
    }
    return value;
  };
  const parameters = { capacity: read('capacity'), wedges: read('wedges') };
  const isOther = kind === 'arena' && (parameters.capacity ?? ARENA_SEATS) !== ARENA_SEATS;
  return { kind, generator: isOther ? 'bowl' : kind, parameters };
}

/** Formats a wrong value for an error message: NaN and Infinity too, and nothing long. */
export function formatValue(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
