import type { AnswerPath } from '../../model/endpoint.js';
import { isObject } from '../../model/objects.js';
import { NEVER_KEYS } from '../../model/rules.js';

/** An answer as rules read it. */
export interface EndpointAnswer {
  readonly status: number;
  /** Headers with lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** True for a redirect, of which a page can read nothing else. */
  readonly redirected?: boolean;
  /** The body as JSON, whatever the content type; undefined when it is not JSON. */
  readonly json: unknown;
}

type Step = { key: string } | { every: true } | { where: readonly string[]; is: string };

/** Maximum length of a path in steps, and maximum number of values it leads to. */
const MAX_STEPS = 32;
const MAX_VALUES = 20_000;

/** Splits a path into its steps: dots separate keys, brackets select entries. */
export function parsePath(path: AnswerPath): readonly Step[] {
  return [...path.matchAll(/([^.[\]]+)|\[([^\]=]*)=([^\]]*)\]/g)]
    .slice(0, MAX_STEPS)
    .map(([, key, where = '', is = '']) =>
      key === '*'
        ? { every: true }
        : key !== undefined
          ? { key }
          : { where: where.split('.').filter(Boolean), is },
    );
}

/**
 * Returns all values that a path leads to in a JSON value, in order; own properties only. Total: any value, any
 * path.
 */
export function readAll(value: unknown, path: AnswerPath): unknown[] {
  // An author may give any value; only the empty path means the whole.
  const steps = typeof path === 'string' ? parsePath(path) : [];
  if (path !== '' && steps.length === 0) return [];
  return steps.reduce<unknown[]>(
    (values, step) => values.flatMap((one) => valuesAt(one, step)).slice(0, MAX_VALUES),
    [value],
  );
}

/** Returns the values that one step leads to. */
function valuesAt(value: unknown, step: Step): readonly unknown[] {
  if ('key' in step) {
    const inner = member(value, step.key);
    return inner === undefined ? [] : [inner];
  }
  const entries = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return 'every' in step ? entries : entries.filter((entry) => entryHolds(entry, step.where, step.is));
}

/** Returns the first value that a path leads to, or undefined. */
export function readFirst(value: unknown, path: AnswerPath): unknown {
  return readAll(value, path)[0];
}

/** Returns the values that a path leads to in a whole answer: its JSON, a header, its text or its status. */
export function readAnswer(answer: EndpointAnswer, path: AnswerPath): unknown[] {
  if (typeof path !== 'string') return [];
  if (path.startsWith('header:')) {
    const name = path.slice(7).trim().toLowerCase();
    return Object.hasOwn(answer.headers, name) ? [answer.headers[name]] : [];
  }
  const found = answer.json === undefined ? [] : readAll(answer.json, path);
  if (found.length > 0) return found;
  return path === 'text' ? [answer.text] : path === 'status' ? [answer.status] : [];
}

function member(value: unknown, key: string): unknown {
  if (typeof value === 'string' && key === '$json') return parseJson(value);
  if (value === null || typeof value !== 'object' || NEVER_KEYS.includes(key)) return undefined;
  if (Array.isArray(value) && /^-?\d{1,9}$/.test(key)) return value.at(Number(key)) as unknown;
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

/** Parses a text as JSON; undefined when it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function entryHolds(entry: unknown, where: readonly string[], is: string): boolean {
  const found = where.reduce<unknown>((value, key) => member(value, key), entry);
  return found !== undefined && typeof found !== 'object' && String(found) === is;
}
