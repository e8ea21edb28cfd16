import type { Template } from '../../model/endpoint.js';
import { isObject } from '../../model/objects.js';
import { NEVER_KEYS } from '../../model/rules.js';

/** Keys of templates and rules. Each is one unit: half of a preset's and half of the author's would be neither. */
const WHOLE = new Set([
  'body',
  'graphql',
  'success',
  'seatTaken',
  'duplicate',
  'notUnique',
  'pending',
  'inProgress',
  'stored',
  'assumed',
  'refused',
]);

/** Merges `over` into `base`: objects key by key, all other values replaced; null removes a key. */
export function mergeOver(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isObject(over) || !isObject(base)) return over;
  const result: Record<string, unknown> = { ...base };
  for (const key of Object.keys(over)) {
    if (NEVER_KEYS.includes(key)) continue;
    if (over[key] === null) delete result[key];
    else result[key] = WHOLE.has(key) ? over[key] : mergeOver(result[key], over[key]);
  }
  return result;
}

/** Merges the fields of a map into a template. */
export function mergeFieldMap(body: Template | undefined, map: Readonly<Record<string, string>>): Template {
  const result = (isObject(body) ? structuredClone(body) : {}) as Record<string, unknown>;
  for (const [field, place] of Object.entries(map)) setAt(result, String(place), `$field.${field}`);
  return result as Template;
}

/**
 * Sets a value at a dotted path, creating objects and lists on the way; paths that lead to the prototype are not
 * set.
 */
export function setAt(root: Record<string, unknown>, place: string, value: unknown): void {
  const keys = place.split('.');
  if (keys.some((key) => key === '' || NEVER_KEYS.includes(key))) return;
  let at: Record<string, unknown> = root;
  keys.forEach((key, i) => {
    const after = keys[i + 1];
    if (after === undefined) return void (at[key] = value);
    const next = Object.hasOwn(at, key) ? at[key] : undefined;
    if (typeof next !== 'object' || next === null) at[key] = /^\d{1,3}$/.test(after) ? [] : {};
    at = at[key] as Record<string, unknown>;
  });
}
