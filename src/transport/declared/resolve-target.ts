/** Resolves the properties that all requests of an endpoint share: addresses, query, headers and timeout. Pure. */
import { checkAddress, isPathSegment } from '../../model/address.js';
import type { ReadyCall, Target } from '../../model/endpoint.js';
import { isObject } from '../../model/objects.js';
import { TIMEOUT_MS } from '../../model/declared/schema-rules.js';
import { fillKeys, fillVariables, type ResolveScope } from './variables.js';

/** Values allowed for the options of a request. */
type Choices = Readonly<Record<string, readonly string[]>>;

/** Resolves the shared properties of one block, which may be any JSON; null when nothing can be sent. */
export function resolveTarget<T extends Target>(
  block: T,
  path: string,
  choices: Choices,
  scope: ResolveScope,
): ReadyCall<T> | null {
  if (!isObject(block as unknown)) {
    scope.fail(path, block, 'must be an object');
    return null;
  }
  const given = Object.fromEntries(Object.entries(block).filter(([, value]) => value !== null)) as T;
  if (hasUnknownChoice(given, path, choices, scope)) return null;
  const templates = given.urls ?? [given.url];
  const urls = templates.map((one, i) =>
    resolveAddress(one, given.urls ? `${path}.urls[${i}]` : `${path}.url`, scope),
  );
  if (urls.length === 0) scope.fail(`${path}.urls`, [], 'needs at least one address');
  if (urls.length === 0 || urls.some((one) => one === null)) return null;
  const result: Record<string, unknown> = { ...(given as object), urls };
  delete result['url'];
  if (given.query) result['query'] = fillKeys(given.query, `${path}.query`, scope);
  if (given.headers) result['headers'] = resolveHeaders(given.headers, `${path}.headers`, scope);
  const { timeoutMs } = given;
  if (timeoutMs !== undefined && !(timeoutMs >= TIMEOUT_MS[0] && timeoutMs <= TIMEOUT_MS[1])) {
    const fix = `is not a usable timeout; write ${TIMEOUT_MS[0]} to ${TIMEOUT_MS[1]} ms`;
    scope.fail(`${path}.timeoutMs`, timeoutMs, fix);
    delete result['timeoutMs'];
  }
  return result as unknown as ReadyCall<T>;
}

/**
 * Checks whether an option has a value that is not allowed: a signature sent in another way than the author meant
 * would be lost silently.
 */
function hasUnknownChoice(given: object, path: string, choices: Choices, { fail }: ResolveScope): boolean {
  const unknown = Object.entries(choices).filter(([key, allowed]) => {
    const value = (given as Record<string, unknown>)[key];
    if (value === undefined || allowed.includes(value as string)) return false;
    fail(`${path}.${key}`, value, `is not one of ${allowed.join(', ')}`);
    return true;
  });
  return unknown.length > 0;
}

/** Returns an address with its variables filled in; null when nothing may be requested from it. */
function resolveAddress(template: unknown, path: string, scope: ResolveScope): string | null {
  const { vars, pageOrigin, problems, fail } = scope;
  if (typeof template !== 'string') {
    fail(path, template, 'is missing; give the address as text');
    return null;
  }
  const [start = '', name = ''] = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(template) ?? [];
  const site = vars[name];
  let invalidSegment: string | null = null;
  const segment = (value: string): string => {
    if (isPathSegment(value)) return encodeURIComponent(value);
    invalidSegment = value;
    return '';
  };
  const afterSite = site === undefined ? template : template.slice(start.length);
  const rest = fillVariables(afterSite, path, scope, segment);
  if (invalidSegment !== null) {
    fail(path, invalidSegment, 'cannot be a part of an address; give the variable another value');
    return null;
  }
  // Trailing slashes of the variable are removed before a path. Without a path, the address is exactly the
  // author's.
  const text = (rest.startsWith('/') ? (site ?? '').replace(/\/+$/, '') : (site ?? '')) + rest;
  const { url, fault } = checkAddress(text, { pageOrigin });
  // A fault of a variable is reported once, at the variable.
  const isReported = problems.some((one) => one.path === `endpoint.vars.${name}`);
  if (fault !== null && !isReported) fail(path, text, fault);
  return url;
}

/** Returns the valid headers with their variables filled in, without those that are empty. */
function resolveHeaders(
  given: NonNullable<Target['headers']>,
  path: string,
  scope: ResolveScope,
): NonNullable<Target['headers']> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string' || !/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) {
      scope.fail(path, { [name]: value }, 'is not a header; write {"Name": "text"}');
      continue;
    }
    const filled = fillVariables(value, `${path}.${name}`, scope);
    if (filled !== '') result[name] = filled.replace(/[\r\n\0]/g, '');
  }
  return result;
}
