/** A person with a kept seat, for an element without a campaign. */
export interface Kept {
  readonly seat: number;
  readonly name: string;
  /** URL of a portrait. */
  readonly portrait?: string | null;
  /** The `crossorigin` value of the portrait; `anonymous`: without cookies. */
  readonly crossOrigin?: 'anonymous' | null;
}
