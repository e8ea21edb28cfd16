import { type Count, type Reply, type SignCall } from '../../model/endpoint.js';
import { shortJson, type Problem } from '../../model/problem.js';
import type { TransportReply } from '../send.js';
import { countInAnswer, toAnswer, type Interpretation } from '../declared/decode.js';
import { readAnswer, type EndpointAnswer } from '../declared/path.js';
import { makePattern, MAX_PATTERN_TEXT } from '../declared/rule.js';
import type { SignatureFacts } from '../declared/template.js';
import { isObject } from '../../model/objects.js';

/**
 * Checks an answer for the description's mistakes that it reveals, for authors: paths and names that lead to
 * nothing. Pure.
 */

/** Returns the problems of a description that the answer to a signature reveals; repeats nothing the signer wrote. */
export function answerProblems(
  sign: SignCall,
  reply: TransportReply,
  { strayFields = [] }: Interpretation,
  facts: Pick<SignatureFacts, 'fields'>,
): Problem[] {
  const typed = Object.values(facts.fields).filter((value) => typeof value === 'string' && value !== '');
  const strays = [...new Set(strayFields)].map((name) => ({
    path: 'endpoint.sign.response.fields',
    value: typed.some((value) => name.includes(String(value))) ? null : shortJson(name),
    message:
      'in an answer names no field of the campaign, so its error is shown at none; send a field under that name in sign.body, or let name lead to the name of a field',
  }));
  const answer = toAnswer(reply);
  const long = patternPaths(sign.response ?? {}).flatMap(([path, at]) =>
    longTextProblems(answer, at, `endpoint.sign.response.${path}`),
  );
  return [...strays, ...long];
}

/**
 * Explains why an answer is not a count, or why its pattern reads only part of it. `path`: that of the count block,
 * such as `count[0]`.
 */
export function countProblems(count: Count, reply: TransportReply, path: string): Problem[] {
  if (reply.opaque) return [];
  const at = `endpoint.${path}`;
  if (reply.status < 200 || reply.status > 299)
    return [
      { path: `${at}.url`, value: null, message: `answers with status ${reply.status}; a count has 2xx` },
    ];
  const answer = toAnswer(reply);
  const long =
    count.pattern === undefined ? [] : longTextProblems(answer, count.path ?? 'text', `${at}.pattern`);
  if (countInAnswer(count, reply)) return long;
  const place = count.path ?? 'text';
  const [value] = readAnswer(answer, place);
  const found = count.pattern === undefined ? undefined : makePattern(count.pattern)?.exec(quoted(value));
  const part = count.pattern === undefined || value === undefined ? 'path' : 'pattern';
  const yields =
    value === undefined
      ? `leads to nothing in the answer${place.startsWith('header:') ? ', or to a header that pages may not read (Access-Control-Expose-Headers)' : ''}`
      : part === 'path'
        ? `leads to ${shortJson(value)}, which is not a whole number`
        : found
          ? `yields ${shortJson(found[1] ?? null)}, which is not a whole number`
          : `matches nothing in the first ${MAX_PATTERN_TEXT.toLocaleString('en')} characters of ${place}`;
  const shown = part === 'path' ? place : count.pattern;
  return [
    ...long,
    { path: `${at}.${part}`, value: shortJson(shown), message: `${yields}; give the path of the number` },
  ];
}

/** Returns the paths in an answer that patterns read, each with the pattern's place in the description. */
function patternPaths(response: Reply): [place: string, path: string][] {
  const found: [string, string][] = [];
  const collect = (rule: unknown, place: string, depth: number): void => {
    if (depth > 12) return;
    if (Array.isArray(rule)) return rule.forEach((one, i) => collect(one, `${place}[${i}]`, depth + 1));
    if (!isObject(rule)) return;
    if (typeof rule['matches'] === 'string' && typeof rule['path'] === 'string')
      found.push([`${place}.matches`, rule['path']]);
    for (const key of ['any', 'all', 'not']) collect(rule[key], `${place}.${key}`, depth + 1);
  };
  for (const [name, rule] of Object.entries(response)) collect(rule, name, 0);
  const { fields } = response;
  if (fields?.pattern !== undefined) found.push(['fields.pattern', fields.each ?? 'text']);
  return found;
}

function longTextProblems(answer: EndpointAnswer, path: string, at: string): Problem[] {
  const longest = Math.max(
    0,
    ...readAnswer(answer, path)
      .flat()
      .map((value) => quoted(value).length),
  );
  if (longest <= MAX_PATTERN_TEXT) return [];
  const [limit, length] = [MAX_PATTERN_TEXT, longest].map((number) => number.toLocaleString('en'));
  return [
    {
      path: at,
      value: null,
      message: `reads the first ${limit} of the ${length} characters at ${path}; let the path lead to a shorter text`,
    },
  ];
}

function quoted(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
