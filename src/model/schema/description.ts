/**
 * Validates in the description of an endpoint what its schema cannot check: references to nothing, rules that never
 * hold, patterns without a group. Pure; for authors only, by `validateDescription`.
 */
import {
  faultOf,
  knownReferences,
  USUAL_FIELDS,
  type Known,
  type Names,
  type ReferenceScope,
} from './description-references.js';
import type { EndpointConfig } from '../endpoint.js';
import { shortJson, type Problem, type ReportProblem } from '../problem.js';
import { nearest, unknownKey } from '../declared/schema-rules.js';
import { isObject, type UnknownObject } from '../objects.js';

const RULES = [
  'success',
  'inProgress',
  'stored',
  'seatTaken',
  'duplicate',
  'notUnique',
  'pending',
  'assumed',
  'refused',
] as const;
const RULE_KEYS = ['status', 'path', 'equals', 'exists', 'matches', 'redirected', 'any', 'all', 'not'];
const EXPRESSION_KEYS = ['$', 'as', 'true', 'false', 'part', 'default', 'keepEmpty'];
const KINDS = ['string', 'number', 'boolean', 'json'];
/** OData's query options, which begin with a dollar sign too. */
const ODATA =
  /^(?:apply|batch|compute|count|crossjoin|entity|expand|filter|format|id|index|levels|metadata|orderby|ref|root|search|select|skip|skiptoken|top|value)$/i;
const MAX_DEPTH = 32;

/** Returns the mistakes in a description of any shape, in the order of its keys. */
export function descriptionProblems(config: EndpointConfig, names: Names): Problem[] {
  const problems: Problem[] = [];
  const fail: ReportProblem = (path, value, message) => {
    problems.push({
      path: `endpoint.${path}`,
      value: value === undefined ? null : shortJson(value),
      message,
    });
  };
  const known = knownReferences(names);
  const { vars, sign, count, seats } = config as UnknownObject;
  eachText(vars, 'vars', (text, path) => checkConstant(text, path, known, fail));
  if (isObject(sign)) {
    checkTarget(sign, 'sign', known, fail);
    checkTemplate(sign['body'], 'sign.body', known.signature, fail);
    checkGraphQL(sign['graphql'], 'sign.graphql', known.signature, fail);
    checkMap(sign['map'], known, fail);
    for (const key of ['contentType', 'idempotency'])
      eachText(sign[key], `sign.${key}`, (text, path) => checkConstant(text, path, known, fail));
    if (isObject(sign['response'])) checkResponse(sign['response'], known, fail);
  }
  const counts = Array.isArray(count) ? (count as unknown[]) : [count];
  counts.forEach((one, i) => checkRead(one, Array.isArray(count) ? `count[${i}]` : 'count', known, fail));
  checkRead(seats, 'seats', known, fail);
  return problems;
}

const WHOLE = /^\$[a-zA-Z][\w.-]*$/;
const INSIDE = /(?<![\w$])\$([A-Za-z][\w]*(?:\.\w+)*)/g;

/** Validates a text of a template: a whole reference, or a constant that looks as if it contained one. */
function checkText(text: string, path: string, scope: ReferenceScope, fail: ReportProblem): void {
  if (text.startsWith('$$')) return;
  if (WHOLE.test(text)) {
    const fault = faultOf(text.slice(1), scope);
    if (fault !== null) fail(path, text, fault);
    return;
  }
  for (const [whole, name = ''] of text.matchAll(INSIDE)) {
    const words = [...scope.names, ...scope.tolerated];
    const near = words.includes(name) ? name : nearest(name, words);
    // A price, or a word of another language, is not a mistake.
    if (near === null) continue;
    fail(path, text, `contains ${whole}, which is sent unchanged; a reference is the whole text: "$${near}"`);
    return;
  }
}

/** Validates a text in which references are not replaced: an address, a header, a variable. */
function checkConstant(
  text: string,
  path: string,
  { variables, reading, signature }: Known,
  fail: ReportProblem,
): void {
  for (const [whole, name = ''] of text.matchAll(INSIDE)) {
    const isAddress = /^https?:|^\{/i.test(text);
    if (isAddress && ODATA.test(name)) continue;
    const variableName = name.replace(/^var\./, '');
    const variable = variables?.includes(variableName)
      ? variableName
      : nearest(variableName, variables ?? []);
    const words = [...reading.names, ...signature.names, ...signature.tolerated];
    const reference = words.includes(name) ? name : nearest(name, words);
    const fix =
      variable !== null
        ? `write the variable as {${variable}}`
        : reference !== null
          ? `$${reference} has a value in templates only; give what belongs here in vars, and write it as {name}`
          : 'give what belongs here in vars, and write it as {name}';
    fail(path, text, `contains ${whole}, which is sent unchanged; ${fix}`);
    return;
  }
}

function eachText(
  value: unknown,
  path: string,
  visit: (text: string, path: string) => void,
  depth = 0,
): void {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value) && depth < MAX_DEPTH)
    value.forEach((one, i) => eachText(one, `${path}[${i}]`, visit, depth + 1));
  else if (isObject(value) && depth < MAX_DEPTH)
    for (const key of Object.keys(value)) eachText(value[key], under(path, key), visit, depth + 1);
}

function checkTarget(block: UnknownObject, path: string, known: Known, fail: ReportProblem): void {
  for (const key of ['url', 'urls', 'headers'])
    eachText(block[key], `${path}.${key}`, (text, at) => checkConstant(text, at, known, fail));
  checkTemplate(block['query'], `${path}.query`, known.reading, fail, true);
}

function checkRead(block: unknown, path: string, known: Known, fail: ReportProblem): void {
  if (!isObject(block)) return;
  checkTarget(block, path, known, fail);
  checkTemplate(block['body'], `${path}.body`, known.reading, fail);
  checkGraphQL(block['graphql'], `${path}.graphql`, known.reading, fail);
  if (block['method'] !== 'POST' && block['body'] !== undefined && block['body'] !== null)
    fail(`${path}.body`, block['body'], 'is not sent by GET; add "method": "POST"');
  const { pattern } = block;
  if (typeof pattern === 'string' && hasNoGroup(pattern))
    fail(`${path}.pattern`, pattern, 'has no group, so it yields no number; put brackets around the number');
  for (const key of ['path', 'goal', 'seat']) checkPath(block[key], `${path}.${key}`, fail);
}

function checkGraphQL(graphql: unknown, path: string, scope: ReferenceScope, fail: ReportProblem): void {
  if (!isObject(graphql)) return;
  // In a GraphQL query, the dollar sign is GraphQL's own.
  for (const key of ['variables', 'extensions']) checkTemplate(graphql[key], `${path}.${key}`, scope, fail);
}

function checkMap(map: unknown, known: Known, fail: ReportProblem): void {
  if (!isObject(map)) return;
  for (const field of Object.keys(map)) {
    checkFieldName(field, under('sign.map', field), known, fail);
    const place = map[field];
    if (typeof place === 'string') checkConstant(place, under('sign.map', field), known, fail);
  }
}

/** Checks that a name is one of the fields, when the campaign's fields are known. */
function checkFieldName(
  name: unknown,
  path: string,
  { fields }: Pick<Known, 'fields'>,
  fail: ReportProblem,
): void {
  if (!fields || fields.includes(name as string) || USUAL_FIELDS.includes(name as string)) return;
  const near = nearest(String(name), [...fields, ...USUAL_FIELDS]);
  fail(
    path,
    name,
    `is not a field of the campaign; ${near ? `did you mean "${near}"?` : `it has ${fields.join(', ')}`}`,
  );
}

/** `isQuery`: keys may begin with a dollar sign, as those of OData do. */
function checkTemplate(
  template: unknown,
  path: string,
  scope: ReferenceScope,
  fail: ReportProblem,
  isQuery = false,
  depth = 0,
): void {
  if (depth > MAX_DEPTH) return fail(path, undefined, `is nested deeper than ${MAX_DEPTH} levels`);
  const into = (value: unknown, key: string): void =>
    checkTemplate(value, under(path, key), scope, fail, isQuery, depth + 1);
  if (typeof template === 'string') return checkText(template, path, scope, fail);
  if (Array.isArray(template))
    return template.forEach((one, i) => checkTemplate(one, `${path}[${i}]`, scope, fail, isQuery, depth + 1));
  if (!isObject(template)) return;
  if (Object.hasOwn(template, '$')) return checkExpression(template, path, scope, fail, into);
  for (const key of Object.keys(template)) {
    const value = template[key];
    if (key === '$rest') checkRest(template, path, scope, fail);
    else if (key === '$json' || !key.startsWith('$') || isQuery) {
      const isPart = Object.hasOwn(template, '$rest') && (key === 'as' || key === 'except');
      if (!isPart) into(value, key);
    } else {
      const near = nearest(key, ['$rest', '$json']);
      if (near !== null) fail(under(path, key), value, `unknown key; did you mean ${near}?`);
      into(value, key);
    }
  }
}

function checkRest(template: UnknownObject, path: string, scope: ReferenceScope, fail: ReportProblem): void {
  const { $rest, except, as } = template;
  const at = under(path, '$rest');
  if (scope.isReading) return fail(at, $rest, 'has no value here: a request that reads has no fields');
  if ($rest !== true && !Array.isArray($rest))
    fail(at, $rest, 'must be true, or a list of the fields that are left out');
  const fields = scope.open.includes('field')
    ? null
    : scope.names.flatMap((name) => (name.startsWith('field.') ? name.slice(6) : []));
  for (const [list, place] of [
    [$rest, at],
    [except, under(path, 'except')],
  ] as const)
    if (Array.isArray(list))
      list.forEach((name, i) => checkFieldName(name, `${place}[${i}]`, { fields }, fail));
  const isWhole = Object.keys(template).every((key) => key === '$rest' || key === 'as' || key === 'except');
  if (isWhole && as !== undefined && as !== 'json') fail(under(path, 'as'), as, 'is not one of json');
}

function checkExpression(
  expression: UnknownObject,
  path: string,
  scope: ReferenceScope,
  fail: ReportProblem,
  into: (value: unknown, key: string) => void,
): void {
  const { $, as, part, keepEmpty } = expression;
  if (typeof $ !== 'string' || !/^\$?[a-zA-Z][\w.-]*$/.test($))
    fail(under(path, '$'), $, 'must be a reference, like "$email"');
  else checkText($.replace(/^\$?/, '$'), under(path, '$'), scope, fail);
  for (const key of Object.keys(expression))
    if (!EXPRESSION_KEYS.includes(key))
      fail(under(path, key), expression[key], unknownKey(key, EXPRESSION_KEYS));
  if (as !== undefined && !KINDS.includes(as as string))
    fail(under(path, 'as'), as, `is not one of ${KINDS.join(', ')}`);
  if (part !== undefined && part !== 'first' && part !== 'last')
    fail(under(path, 'part'), part, 'is not one of first, last');
  if (keepEmpty !== undefined && typeof keepEmpty !== 'boolean')
    fail(under(path, 'keepEmpty'), keepEmpty, 'must be true or false');
  for (const key of ['true', 'false', 'default']) into(expression[key], key);
}

function checkResponse(response: UnknownObject, known: Known, fail: ReportProblem): void {
  const at = 'sign.response';
  for (const name of RULES) {
    const rule = response[name];
    if (rule !== undefined && rule !== null)
      checkRule(rule, `${at}.${name}`, name === 'assumed', known, fail);
  }
  const { fields } = response;
  if (isObject(fields)) {
    const { pattern } = fields;
    if (typeof pattern === 'string' && hasNoGroup(pattern))
      fail(
        `${at}.fields.pattern`,
        pattern,
        'has no group, so it names no field; write (?<name>...) and (?<message>...)',
      );
    for (const key of ['each', 'name', 'message']) checkPath(fields[key], `${at}.fields.${key}`, fail);
  }
  for (const key of ['message', 'count', 'id'])
    eachText(response[key], `${at}.${key}`, (path, place) => checkPath(path, place, fail));
}

function checkRule(
  rule: unknown,
  path: string,
  isAssumed: boolean,
  known: Known,
  fail: ReportProblem,
  depth = 0,
): void {
  if (depth > 12) return fail(path, undefined, 'is nested deeper than 12 rules, and never holds');
  if (!isObject(rule)) return fail(path, rule, 'must be an object');
  for (const key of Object.keys(rule))
    if (!RULE_KEYS.includes(key)) fail(under(path, key), rule[key], unknownKey(key, RULE_KEYS));
  const given = (key: string): boolean => rule[key] !== undefined && rule[key] !== null;
  const into = (inner: unknown, at: string): void => checkRule(inner, at, isAssumed, known, fail, depth + 1);
  for (const key of ['any', 'all'] as const) {
    const list = rule[key];
    if (Array.isArray(list)) list.forEach((one, i) => into(one, `${path}.${key}[${i}]`));
    else if (given(key)) fail(`${path}.${key}`, list, 'must be a list');
  }
  if (given('not')) into(rule['not'], `${path}.not`);
  const { status, redirected } = rule;
  if (given('status') && !/^(?:[1-5]\d\d|[1-5]xx)$/i.test(String(status as string)))
    fail(`${path}.status`, status, 'must be a status, like 409 or "2xx"');
  for (const key of ['path', 'matches'])
    if (given(key) && typeof rule[key] !== 'string') fail(`${path}.${key}`, rule[key], 'must be a text');
  checkPath(rule['path'], `${path}.path`, fail);
  if (given('exists') && typeof rule['exists'] !== 'boolean')
    fail(`${path}.exists`, rule['exists'], 'must be true or false');
  if (given('equals')) checkTemplate(rule['equals'], `${path}.equals`, known.signature, fail);
  if (given('redirected')) {
    const at = `${path}.redirected`;
    if (redirected !== true) fail(at, redirected, 'must be true');
    else if (!isAssumed)
      fail(at, redirected, 'never holds here: whether anything was stored is unknown; write it in assumed');
    else if (given('status') || given('path'))
      fail(
        at,
        redirected,
        'never holds together with status or path: nothing else of a redirect can be read; remove them',
      );
  }
  const isJoined = given('any') || given('all') || given('not');
  if (!isJoined && !given('status') && !given('path') && !given('redirected'))
    fail(
      path,
      rule,
      `never holds; it needs one of ${RULE_KEYS.filter((key) => !/equals|exists|matches/.test(key)).join(', ')}`,
    );
}

/** Validates a path in an answer, whose keys may contain a dollar sign of the service's own. */
function checkPath(value: unknown, path: string, fail: ReportProblem): void {
  if (typeof value !== 'string') return;
  for (const key of value.split('.'))
    if (/^\$\w+$/.test(key) && key !== '$json' && nearest(key, ['$json']) !== null)
      return fail(path, value, `contains ${key}, which is not a step of a path; did you mean $json?`);
}

function hasNoGroup(pattern: string): boolean {
  try {
    return new RegExp(`${pattern}|`, 'iu').exec('')?.length === 1;
  } catch {
    // Reported elsewhere: it is not a regular expression.
    return false;
  }
}

/** Appends a key to a path, as scripts write it. */
function under(path: string, key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key) ? `${path}.${key}` : `${path}[${shortJson(key)}]`;
}
