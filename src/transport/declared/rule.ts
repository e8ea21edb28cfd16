import { type Rule, type Template } from '../../model/endpoint.js';
import { readAnswer, type EndpointAnswer } from './path.js';
import { fillTemplate, type SignatureFacts } from './template.js';
import { isObject } from '../../model/objects.js';

/** Number of characters of a text that a pattern is matched against. */
export const MAX_PATTERN_TEXT = 100_000;
const MAX_DEPTH = 12;

/** Evaluates a rule against an answer. Total: a rule that makes no sense never holds. */
export function holds(
  rule: Rule | undefined,
  answer: EndpointAnswer,
  facts: SignatureFacts,
  depth = 0,
): boolean {
  if (!isObject(rule) || depth > MAX_DEPTH) return false;
  const inner = (one: Rule): boolean => holds(one, answer, facts, depth + 1);
  if ('any' in rule) return Array.isArray(rule.any) && rule.any.some(inner);
  if ('all' in rule) return Array.isArray(rule.all) && rule.all.length > 0 && rule.all.every(inner);
  if ('not' in rule) return isObject(rule.not) && !inner(rule.not);
  const { status, path, equals, exists, matches, redirected } = rule;
  if (status === undefined && path === undefined && redirected === undefined) return false;
  if (redirected !== undefined && !(redirected === true && answer.redirected)) return false;
  if (status !== undefined && !isStatus(status, answer.status)) return false;
  if (path === undefined) return true;
  const values = readAnswer(answer, path).filter((value) => value !== null && value !== undefined);
  if (exists === false) return values.length === 0;
  if (equals !== undefined) {
    const wanted = fillTemplate(equals as Template, facts);
    return wanted !== undefined && wanted !== '' && values.some((value) => isSame(value, wanted));
  }
  if (matches !== undefined) {
    const pattern = makePattern(matches);
    return (
      pattern !== null &&
      values.some(
        (value) => typeof value !== 'object' && pattern.test(String(value).slice(0, MAX_PATTERN_TEXT)),
      )
    );
  }
  return values.length > 0;
}

/** Checks whether a rule requires a redirect, alone or among other conditions. */
export function requiresRedirect(rule: Rule | undefined, depth = 0): boolean {
  if (!isObject(rule) || depth > MAX_DEPTH) return false;
  const { redirected, any, all } = rule as Readonly<Record<string, unknown>>;
  return (
    redirected === true ||
    [any, all].some(
      (list) => Array.isArray(list) && list.some((one: Rule) => requiresRedirect(one, depth + 1)),
    )
  );
}

function isSame(value: unknown, wanted: unknown): boolean {
  return (
    value === wanted ||
    (typeof value !== 'object' && typeof wanted !== 'object' && String(value) === String(wanted))
  );
}

function isStatus(wanted: number | string, status: number): boolean {
  const text = String(wanted);
  const group = /^([1-5])xx$/i.exec(text)?.[1];
  return group === undefined ? text === String(status) : status >= 100 && String(status)[0] === group;
}

/** Compiles a case-insensitive pattern, with `g` for all matches; null when it is not a valid pattern. */
export function makePattern(text: string, more: 'g' | '' = ''): RegExp | null {
  try {
    return new RegExp(text, `iu${more}`);
  } catch {
    return null;
  }
}
