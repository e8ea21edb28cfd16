/** Variables of an endpoint: reads them as text, and fills them into addresses, keys, paths and patterns. Pure. */
import { checkAddress } from '../../model/address.js';
import type { Preset } from '../../model/endpoint.js';
import { isObject } from '../../model/objects.js';
import type { Problem, ReportProblem } from '../../model/problem.js';
import { NEVER_KEYS } from '../../model/rules.js';

/** Shared by all parts of one resolution. */
export interface ResolveScope {
  /** Values of the variables; an object without a prototype. */
  readonly vars: Readonly<Record<string, string>>;
  /** Origin of the requesting page; null when it is unknown. */
  readonly pageOrigin: string | null;
  /** Problems reported so far. */
  readonly problems: readonly Problem[];
  readonly fail: ReportProblem;
}

const VARIABLE = /\{([A-Za-z][A-Za-z0-9]*)\}/g;
/** A path that leads to nothing. */
const NOWHERE = 'header:';
/** A pattern that matches nothing. */
const NEVER_MATCHES = '(?!)';

/**
 * Reads the variables as text and validates them against those of the preset. `isPrefix`: true for a variable at
 * the start of an address that continues after it.
 */
export function readVariables(
  given: unknown,
  known: Preset['vars'] | null,
  {
    pageOrigin,
    isPrefix,
    fail,
  }: {
    pageOrigin: string | null;
    isPrefix: (name: string) => boolean;
    fail: ReportProblem;
  },
): Record<string, string> {
  const vars: Record<string, string> = Object.create(null) as Record<string, string>;
  if (!isObject(given)) {
    fail('vars', given, 'must be an object, like {"form": "..."}');
    return vars;
  }
  for (const name of Object.keys(given)) {
    const value = given[name];
    const isUsable = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (!isUsable) fail(`vars.${name}`, value, 'must be a text, a number, true or false');
    else if (known && !Object.hasOwn(known, name))
      fail(
        `vars.${name}`,
        value,
        `is not a variable of this preset; it has ${Object.keys(known).join(', ') || 'none'}`,
      );
    else if (/^[A-Za-z][A-Za-z0-9]*$/.test(name)) vars[name] = String(value).trim();
    else fail(`vars.${name}`, value, 'is not the name of a variable; use letters and digits');
  }
  for (const [name, { what, example, pattern, site, optional, default: otherwise }] of Object.entries(
    known ?? {},
  )) {
    const value = vars[name] ?? '';
    if (value === '') {
      vars[name] = otherwise ?? '';
      if (otherwise === undefined && !optional)
        fail(`vars.${name}`, undefined, `is missing; ${what}, like "${example}"`);
    } else if (site) {
      const { fault } = checkAddress(value, { pageOrigin, isPrefix: isPrefix(name) });
      if (fault !== null) fail(`vars.${name}`, value, `${fault}: ${what}, like "${example}"`);
    } else if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) {
      fail(`vars.${name}`, value, `is not ${what}; it looks like "${example}"`);
    }
  }
  return vars;
}

/** Checks whether a text depends on a variable that was left empty. */
export function hasEmptyVariable(text: unknown, { vars }: Pick<ResolveScope, 'vars'>): boolean {
  return typeof text === 'string' && [...text.matchAll(VARIABLE)].some(([, name = '']) => vars[name] === '');
}

/** Fills the variables into a text; `escape` encodes them for their place in it. */
export function fillVariables(
  text: string,
  path: string,
  { vars, fail }: ResolveScope,
  escape: (value: string) => string = (value) => value,
): string {
  return text.replace(VARIABLE, (whole, name: string) => {
    const value = vars[name];
    if (value !== undefined) return escape(value);
    fail(path, whole, `is not a variable; define it in vars, like {"${name}": "..."}`);
    return whole;
  });
}

/** Fills variables into the keys of a template; a key that depends on an empty one is left out. */
export function fillKeys(template: unknown, path: string, scope: ResolveScope): unknown {
  if (Array.isArray(template)) return template.map((one, i) => fillKeys(one, `${path}[${i}]`, scope));
  if (!isObject(template)) return template;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(template))
    if (!NEVER_KEYS.includes(key) && !hasEmptyVariable(key, scope))
      result[fillVariables(key, path, scope)] = fillKeys(template[key], `${path}.${key}`, scope);
  return result;
}

/**
 * Fills variables into paths and patterns, at any depth, and removes invalid patterns. A path or pattern that
 * depends on an empty variable finds nothing. `key`: that of the value, which tells patterns from paths.
 */
export function fillPaths(value: unknown, path: string, scope: ResolveScope, key = ''): unknown {
  if (typeof value === 'string') {
    const isPattern = key === 'matches' || key === 'pattern';
    if (hasEmptyVariable(value, scope)) return isPattern ? NEVER_MATCHES : NOWHERE;
    return isPattern ? fillPattern(value, path, scope) : fillVariables(value, path, scope);
  }
  if (Array.isArray(value)) return value.map((one, i) => fillPaths(one, `${path}[${i}]`, scope, key));
  if (!isObject(value)) return value;
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(value))
    if (!NEVER_KEYS.includes(name)) result[name] = fillPaths(value[name], `${path}.${name}`, scope, name);
  return result;
}

/** Fills variables into a regular expression, where they match themselves; undefined when it is invalid. */
function fillPattern(value: string, path: string, scope: ResolveScope): string | undefined {
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = fillVariables(value, path, scope, escape);
  try {
    new RegExp(pattern, 'iu');
    return pattern;
  } catch {
    scope.fail(path, value, 'is not a regular expression');
    return undefined;
  }
}
