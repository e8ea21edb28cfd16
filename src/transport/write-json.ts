/**
 * JSON without `toJSON`: old versions of Prototype.js give arrays and strings such a method, and JSON.stringify then
 * writes arrays as strings. Primitives are safe, since JSON.stringify asks only objects for it.
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
