/**
 * Writes a value as JSON with the keys of its objects in one order, so that two values have the same text exactly when
 * they hold the same. A text also outlives its value: a page that changes an object in place and hands in a copy has changed it.
 * @throws TypeError, RangeError where the value cannot be written as JSON (a BigInt, an object that holds itself)
 */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}
