/** An object parsed from JSON, of unknown shape. */
export type UnknownObject = Readonly<Record<string, unknown>>;

/** Distinguishes an object from a list, null and everything else. */
export function isObject(value: unknown): value is UnknownObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
