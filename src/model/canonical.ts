/**
 * Writes a value as JSON with sorted object keys, so that two values have the same text exactly when their contents
 * are the same. Compare the texts, not the values: a page may change an object in place and pass it in again.
 * @throws TypeError, RangeError when the value cannot be written as JSON (a BigInt, an object that contains itself)
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
