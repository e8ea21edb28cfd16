/** An object read from JSON, of which nothing is known yet. */
export type UnknownObject = Readonly<Record<string, unknown>>;

/** Tells an object from a list, null and everything else. */
export function isObject(value: unknown): value is UnknownObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
