import type { Expression, Ref, SignCall, Template } from '../../model/endpoint.js';
import { NEVER_KEYS } from '../../model/rules.js';
import type { ConsentAnswer, FieldValues } from '../../model/signature/signature.js';
import { writeJson } from '../signing/write-json.js';
import { isObject } from '../../model/objects.js';

/** All values that a template can refer to. */
export interface SignatureFacts {
  readonly fields: FieldValues;
  readonly consents: readonly ConsentAnswer[];
  readonly locale: string;
  readonly petition: string;
  /** null = standing. */
  readonly seat: { readonly number: number; readonly code: string } | null;
  /** Id of the story the signer sits beside, or null. */
  readonly story: string | null;
  readonly idempotencyKey: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly utm: Readonly<Record<string, string>>;
  readonly page: { readonly origin: string; readonly title: string };
}

/** A value without undefined, ready to be written. Its objects have no prototype. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The result of filling a part of a template: `refs` references, of which `filled` had a value. */
interface Filled {
  readonly value: Json | undefined;
  readonly refs: number;
  readonly filled: number;
}

const MAX_DEPTH = 32;

/**
 * Fills a template. An object or list whose references all lack a value is left out with its key, so that no
 * `phone_numbers: [{}]` is sent; a part with constants only always stays. Undefined: nothing is left of it.
 */
export function fillTemplate(template: Template, facts: SignatureFacts, form?: FormPairs): Json | undefined {
  return fill(template, { facts, used: usedFields(template, facts.fields), form }, 0).value;
}

/**
 * Set when the template becomes the pairs of a form, which omits the signer's no as it would an unticked box: many
 * services read any text, even "false", as a yes. `nesting`: with `json`, nested objects are JSON, which has its
 * own false.
 */
export type FormPairs = Pick<SignCall, 'nesting'>;

interface TemplateScope {
  readonly facts: SignatureFacts;
  readonly form: FormPairs | undefined;
  /** Fields referred to by name, which `$rest` leaves out. */
  readonly used: ReadonlySet<string>;
}

const constant = (value: Json): Filled => ({ value, refs: 0, filled: 0 });

function fromReference(value: unknown, { form }: Pick<TemplateScope, 'form'> = { form: undefined }): Filled {
  const isUnticked = form !== undefined && value === false;
  const hasValue = value !== undefined && value !== null && value !== '' && !isUnticked;
  return { value: hasValue ? (value as Json) : undefined, refs: 1, filled: hasValue ? 1 : 0 };
}

function fill(template: Template | undefined, scope: TemplateScope, depth: number): Filled {
  if (template === undefined || depth > MAX_DEPTH) return constant(null);
  if (typeof template === 'string') {
    if (template.startsWith('$$')) return constant(template.slice(1));
    return isReference(template) ? fromReference(valueOf(template, scope), scope) : constant(template);
  }
  if (typeof template === 'number') return constant(Number.isFinite(template) ? template : null);
  if (template === null || typeof template === 'boolean') return constant(template);
  if (Array.isArray(template)) {
    const parts = template.map((one: Template) => fill(one, scope, depth + 1));
    return combine(
      parts,
      parts.flatMap(({ value }) => (value === undefined ? [] : [value])),
    );
  }
  if (!isObject(template)) return constant(null);
  if (isExpression(template)) return evaluate(template as unknown as Expression, scope, depth);
  if (Object.hasOwn(template, '$json')) {
    const inner = fill(template['$json'] as Template, asJson(scope), depth + 1);
    return { ...inner, value: inner.value === undefined ? undefined : writeJson(inner.value) };
  }
  if (isRest(template)) {
    const rest = restOf(template['as'] === 'json' ? asJson(scope) : inside(scope, depth), template['except']);
    const filled = fromReference(Object.keys(rest).length > 0 ? rest : undefined);
    return template['as'] === 'json' && filled.value !== undefined
      ? { ...filled, value: writeJson(filled.value) }
      : filled;
  }
  const result = Object.create(null) as Record<string, Json>;
  const parts: Filled[] = [];
  const within = inside(scope, depth);
  for (const key of Object.keys(template)) {
    if (NEVER_KEYS.includes(key)) continue;
    if (key === '$rest') {
      const rest = restOf(within, template[key]);
      parts.push(fromReference(Object.keys(rest).length > 0 ? rest : undefined));
      for (const [name, one] of Object.entries(rest)) if (!Object.hasOwn(result, name)) result[name] = one;
      continue;
    }
    const part = fill(template[key] as Template, within, depth + 1);
    parts.push(part);
    if (part.value !== undefined) result[key] = part.value;
  }
  return combine(parts, result);
}

function asJson(scope: TemplateScope): TemplateScope {
  return { ...scope, form: undefined };
}

/** Returns the scope of an object's contents: below the first level, a form may contain JSON. */
function inside(scope: TemplateScope, depth: number): TemplateScope {
  return depth > 0 && scope.form?.nesting === 'json' ? asJson(scope) : scope;
}

/** Combines parts into a whole: nothing, when it refers to values and none of them exists. */
function combine(parts: readonly Filled[], value: Json): Filled {
  const refs = parts.reduce((sum, part) => sum + part.refs, 0);
  const filled = parts.reduce((sum, part) => sum + part.filled, 0);
  return { value: refs > 0 && filled === 0 ? undefined : value, refs, filled };
}

function isExpression(template: Readonly<Record<string, unknown>>): boolean {
  return typeof template['$'] === 'string';
}

/** `{"$rest": true}` alone is all other fields; beside other keys, `$rest` adds them to the object. */
function isRest(template: Readonly<Record<string, unknown>>): boolean {
  return (
    template['$rest'] === true &&
    Object.keys(template).every((key) => key === '$rest' || key === 'as' || key === 'except')
  );
}

function evaluate(expression: Expression, scope: TemplateScope, depth: number): Filled {
  const { $, as, part, keepEmpty } = expression;
  let { value } = fromReference(valueOf($, as === 'json' ? asJson(scope) : scope));
  if (part && typeof value === 'string') {
    const words = value.trim().split(/\s+/);
    value = (part === 'first' ? words[0] : words.slice(1).join(' ')) || undefined;
  }
  const isYes = value !== undefined && value !== false && value !== 'false';
  const isNo = value !== undefined && !isYes;
  if (expression.true !== undefined || expression.false !== undefined) {
    const chosen = isYes ? expression.true : isNo ? expression.false : undefined;
    value = chosen === undefined ? undefined : fill(chosen, scope, depth + 1).value;
  }
  if (value !== undefined && as) value = convert(value, as);
  if (value === undefined && expression.default !== undefined) {
    // A default is the author's constant: it does not keep an object whose other values are missing.
    return { value: fill(expression.default, scope, depth + 1).value, refs: 0, filled: 0 };
  }
  const result = fromReference(value, scope);
  return result.value === undefined && keepEmpty ? constant('') : result;
}

function convert(value: Json, as: NonNullable<Expression['as']>): Json | undefined {
  switch (as) {
    case 'json':
      return writeJson(value);
    case 'number': {
      const number = typeof value === 'object' ? NaN : Number(value);
      return Number.isFinite(number) ? number : undefined;
    }
    case 'boolean':
      return value !== false && value !== 'false' && value !== 0 && value !== '0';
    default:
      return typeof value === 'object' ? writeJson(value) : String(value);
  }
}

function isReference(text: string): boolean {
  return /^\$[a-zA-Z][\w.-]*$/.test(text);
}

/** Returns the value of a reference; undefined when there is none. */
function valueOf(ref: Ref, { facts, form }: Pick<TemplateScope, 'facts' | 'form'>): unknown {
  const name = ref.replace(/^\$/, '');
  const [head = '', ...others] = name.split('.');
  const rest = others.join('.');
  switch (head) {
    case 'seat':
      if (rest === 'code') return facts.seat?.code;
      return rest === '' && !Object.hasOwn(facts.fields, 'seat')
        ? facts.seat?.number
        : ownValue(facts.fields, name);
    case 'consent':
      return consentOf(rest, facts);
    case 'consents':
      return facts.consents.length > 0
        ? facts.consents.map((one) => withoutPrototype(consentForForm(one, form)))
        : undefined;
    case 'locale':
    case 'petition':
    case 'story':
    case 'idempotencyKey':
      return facts[head];
    case 'var':
      return ownValue(facts.vars, rest);
    case 'utm':
      return ownValue(facts.utm, rest);
    case 'page':
      return rest === 'origin' ? facts.page.origin : rest === 'title' ? facts.page.title : undefined;
    case 'field':
      return ownValue(facts.fields, rest);
    case 'name':
      return ownValue(facts.fields, 'name') ?? fullName(facts.fields);
    default:
      return rest === '' ? ownValue(facts.fields, head) : undefined;
  }
}

function consentOf(name: string, { consents }: SignatureFacts): unknown {
  const [purpose, part] = name.split('.');
  const consent = consents.find((one) => one.purpose === purpose);
  return part === undefined
    ? consent?.given
    : part === 'text' || part === 'version'
      ? consent?.[part]
      : undefined;
}

function fullName(fields: FieldValues): string | undefined {
  const names = [ownValue(fields, 'given_name'), ownValue(fields, 'family_name')].filter(
    (name) => typeof name === 'string' && name !== '',
  );
  return names.length > 0 ? names.join(' ') : undefined;
}

function ownValue<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** Returns a consent as a form sends it: without `given` when the box was left unticked. */
function consentForForm(consent: ConsentAnswer, form: FormPairs | undefined): object {
  const { given, ...others } = consent;
  return given || !form || form.nesting === 'json' ? consent : others;
}

function withoutPrototype(value: object): Json {
  return Object.assign(Object.create(null) as object, value) as Json;
}

function restOf({ facts, used, form }: TemplateScope, except: unknown): Record<string, Json> {
  const rest = Object.create(null) as Record<string, Json>;
  for (const name of Object.keys(facts.fields)) {
    const value = facts.fields[name];
    const isLeftOut =
      used.has(name) ||
      (form !== undefined && value === false) ||
      (Array.isArray(except) && except.includes(name));
    if (!isLeftOut && !NEVER_KEYS.includes(name) && value !== undefined && value !== '') rest[name] = value;
  }
  return rest;
}

/** Returns the fields that a template refers to by name. */
export function usedFields(template: unknown, fields: FieldValues): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { ref } of references(template)) {
    const [head = '', rest] = ref.slice(1).split('.');
    if (head === 'field' && rest) used.add(rest);
    else if (head === 'name' && !Object.hasOwn(fields, 'name'))
      ['given_name', 'family_name'].forEach((one) => used.add(one));
    else if (!rest) used.add(head);
  }
  return used;
}

/** One reference of a template: its path, and the constant texts beside it (`name` of `{name, value}`). */
export interface ReferencePlace {
  readonly ref: Ref;
  readonly path: readonly string[];
  readonly beside: readonly string[];
}

/** Returns all references of a template. */
export function references(
  template: unknown,
  path: readonly string[] = [],
  beside: readonly string[] = [],
): ReferencePlace[] {
  if (path.length > MAX_DEPTH) return [];
  if (typeof template === 'string')
    return isReference(template) && !template.startsWith('$$') ? [{ ref: template, path, beside }] : [];
  if (Array.isArray(template)) return template.flatMap((one, i) => references(one, [...path, String(i)]));
  if (!isObject(template)) return [];
  if (isExpression(template)) return [{ ref: template['$'] as string, path, beside }];
  const texts = Object.values(template).filter(
    (value): value is string => typeof value === 'string' && !value.startsWith('$'),
  );
  return Object.keys(template).flatMap((key) =>
    references(template[key], key === '$json' ? path : [...path, key], texts),
  );
}
