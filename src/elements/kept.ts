/** Somebody whose seat is kept, for an element without a campaign. */
export interface Kept {
  readonly seat: number;
  readonly name: string;
  /** URL of a portrait. */
  readonly portrait?: string | null;
  /** How the portrait is asked for; `anonymous`: without cookies. */
  readonly crossOrigin?: 'anonymous' | null;
}
