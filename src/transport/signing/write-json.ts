/**
 * Writes JSON without `toJSON`: old versions of Prototype.js add such a method to arrays and strings, and
 * JSON.stringify then writes arrays as strings. Primitives are safe, since JSON.stringify calls it only on objects.
 */
export function writeJson(value: unknown): string {
  if (Array.isArray(value)) {
    let items = '';
    for (let i = 0; i < value.length; i++) items += (i ? ',' : '') + writeJson(value[i]);
    return `[${items}]`;
  }
  if (value !== null && typeof value === 'object') {
    let members = '';
    for (const key of Object.keys(value)) {
      members += `${members && ','}${JSON.stringify(key)}:${writeJson((value as Record<string, unknown>)[key])}`;
    }
    return `{${members}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
