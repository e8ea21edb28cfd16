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
  const steps: Step[] = [];
  for (const [, key, where, is] of path.matchAll(/([^.[\]]+)|\[([^\]=]*)=([^\]]*)\]/g)) {
    if (key === '*') steps.push({ every: true });
    else if (key !== undefined) steps.push({ key });
    else steps.push({ where: (where ?? '').split('.').filter(Boolean), is: is ?? '' });
    if (steps.length === MAX_STEPS) break;
  }
  return steps;
}

/**
 * Returns all values that a path leads to in a JSON value, in order; own properties only. Total: any value, any
 * path.
 */
export function readAll(value: unknown, path: AnswerPath): unknown[] {
  // An author may give any value; only the empty path means the whole.
  const steps = typeof path === 'string' ? parsePath(path) : [];
  if (path !== '' && steps.length === 0) return [];
  let values: unknown[] = [value];
  for (const step of steps) {
    const next: unknown[] = [];
    for (const one of values) {
      if ('key' in step) {
        const inner = member(one, step.key);
        if (inner !== undefined) next.push(inner);
      } else {
        const entries = Array.isArray(one) ? one : isObject(one) ? Object.values(one) : [];
        for (const entry of entries) {
          if (next.length >= MAX_VALUES) break;
          if ('every' in step || entryHolds(entry, step.where, step.is)) next.push(entry);
        }
      }
    }
    values = next;
  }
  return values;
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
  if (path === 'text') return [answer.text];
  if (path === 'status') return [answer.status];
  return [];
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
