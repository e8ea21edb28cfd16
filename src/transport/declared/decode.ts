import { type Count, type ReadyEndpoint, type Reply, type SeatsCall } from '../../model/endpoint.js';
import { MAX_FIELD_PROBLEMS, pointerTo, type FieldProblem } from '../../model/signature/signature.js';
import { decodeJson } from '../decode.js';
import { secondsAsked } from '../retry.js';
import type { TransportReply } from '../send.js';
import { readNumber } from './number.js';
import { readAll, readAnswer, readFirst, type EndpointAnswer } from './path.js';
import { requiresRedirect, holds, makePattern, MAX_PATTERN_TEXT } from './rule.js';
import { references, type SignatureFacts } from './template.js';
import { isObject } from '../../model/objects.js';

/** Decodes answers into values. Total: nothing a server sends makes these functions throw. */

const MAX_MESSAGE = 300;
const MAX_ID = 200;
const MAX_SHOWN = 10_000;

/** The interpretation of an answer, and the rule behind it, for the author's console. */
export interface Interpretation {
  readonly result: SignResult;
  /** Path of the rule, such as `sign.response.duplicate`, or a sentence when no rule held. */
  readonly because: string;
  /** Names in field errors that match no field of the campaign, so that no field shows the error. */
  readonly strayFields?: readonly string[];
}

/** The interpreted answer: an outcome, or a request to send the same bytes again. */
export type SignResult =
  | { outcome: 'signed' | 'pending'; id: string; count: number | null }
  /** An earlier try with this key is already stored. */
  | { outcome: 'stored'; id: string }
  | { outcome: 'assumed' }
  | { outcome: 'duplicate' }
  /** `isUnnamed`: the service does not say whether the seat or the person exists already. */
  | { outcome: 'seat-taken'; isUnnamed?: boolean }
  | { outcome: 'invalid'; errors: readonly FieldProblem[] }
  | { outcome: 'rejected'; code: string; message: string | null }
  /** 2xx, but no rule calls it a success: a login page, another service, a proxy. */
  | { outcome: 'unreadable' }
  | { outcome: 'again'; because: 'in-progress' | 'busy' | 'server'; askedSeconds: number | null };

/** Converts a reply into the answer that rules are evaluated against. */
export function toAnswer(reply: TransportReply): EndpointAnswer {
  return {
    status: reply.status,
    headers: {
      ...reply.headers,
      'content-type': reply.contentType,
      ...(reply.retryAfter !== null && { 'retry-after': reply.retryAfter }),
    },
    text: new TextDecoder().decode(reply.bytes),
    json: decodeJson(reply.bytes),
    redirected: reply.redirected === true || (reply.status >= 300 && reply.status < 400),
  };
}

/** Converts a service's text into the characters it stands for. */
export type ReadText = (text: string) => string;

/**
 * Interprets the answer to a signature by the rules of its endpoint. `readText`: `decodeEntities`, if the answer
 * may contain any.
 */
export function interpretReply(
  sign: NonNullable<ReadyEndpoint['sign']>,
  reply: TransportReply,
  facts: SignatureFacts,
  readText: ReadText = (text) => text,
): Interpretation {
  if (reply.opaque)
    return { result: { outcome: 'assumed' }, because: 'sign.mode: no-cors, the answer cannot be read' };
  const response: Reply = sign.response ?? {};
  const answer = toAnswer(reply);
  const { status } = answer;
  const holdsRule = (name: keyof Reply): boolean => holds(response[name] as never, answer, facts);
  // Neither its target nor whether anything was stored is known: at best the outcome is "assumed".
  if (answer.redirected)
    return requiresRedirect(response.assumed) && holdsRule('assumed')
      ? { result: { outcome: 'assumed' }, because: 'sign.response.assumed' }
      : { result: { outcome: 'unreadable' }, because: 'the answer is a redirect, which is an error' };
  const again = (reason: 'in-progress' | 'busy' | 'server', because: string): Interpretation => ({
    result: { outcome: 'again', because: reason, askedSeconds: secondsAsked(reply, answer.json) },
    because,
  });
  if (holdsRule('inProgress')) return again('in-progress', 'sign.response.inProgress');
  if (holdsRule('stored'))
    return { result: { outcome: 'stored', id: idOf(response, answer) }, because: 'sign.response.stored' };
  if (facts.seat && holdsRule('seatTaken'))
    return { result: { outcome: 'seat-taken' }, because: 'sign.response.seatTaken' };
  const accepted = (outcome: 'signed' | 'pending', because: string): Interpretation => ({
    result: { outcome, id: idOf(response, answer), count: countOf(response, answer) },
    because,
  });
  if (holdsRule('pending')) return accepted('pending', 'sign.response.pending');
  if (holdsRule('duplicate')) return { result: { outcome: 'duplicate' }, because: 'sign.response.duplicate' };
  if (holdsRule('notUnique'))
    return {
      // Without a seat, only the signer can exist already.
      result: facts.seat ? { outcome: 'seat-taken', isUnnamed: true } : { outcome: 'duplicate' },
      because: 'sign.response.notUnique',
    };
  const isRefused = holdsRule('refused');
  const { errors, strayFields } = problemsInAnswer(sign, response, answer, facts, readText);
  if (!isRefused) {
    // If the author gave no rule for success, an answer that reports errors is not one, whatever its status.
    const isPlain = !response.assumed && errors.length === 0 && isPlainSuccess(sign.encoding, answer);
    if (response.success ? holdsRule('success') : isPlain)
      return accepted('signed', response.success ? 'sign.response.success' : `status ${status}`);
    if (holdsRule('assumed')) return { result: { outcome: 'assumed' }, because: 'sign.response.assumed' };
  }
  const rule = response.success ? 'sign.response.success does not hold' : 'no success';
  const because = `${rule} (status ${status})`;
  if (!isRefused && (status === 429 || status === 503)) return again('busy', `status ${status}`);
  if (!isRefused && status >= 500 && status !== 501) return again('server', because);
  const message = messageOf(response, answer, readText);
  if (errors.length > 0)
    return { result: { outcome: 'invalid', errors }, because: 'sign.response.fields', strayFields };
  const isFinal = isRefused || message !== null || (sign.encoding === 'graphql' && isGraphQlRefusal(answer));
  if (status >= 200 && status < 300 && !isFinal)
    return { result: { outcome: 'unreadable' }, because, strayFields };
  return {
    result: { outcome: 'rejected', code: `status-${status}`, message },
    because: isRefused ? 'sign.response.refused' : because,
    strayFields,
  };
}

/**
 * Checks for 2xx, and with GraphQL for data without errors; otherwise for neither an HTML page nor JSON that
 * reports a failure.
 */
function isPlainSuccess(encoding: string | undefined, { status, json, text }: EndpointAnswer): boolean {
  if (status < 200 || status > 299) return false;
  if (encoding !== 'graphql')
    return json === undefined ? !PAGE.test(text.slice(0, MAX_SHOWN)) : !reportsFailure(json);
  const data = readFirst(json, 'data');
  return !hasGraphQlErrors(json) && data !== undefined && data !== null;
}

/** An HTML page: a login, a captive portal, an application that answers every address. */
const PAGE = /<(?:!doctype\s+html|html)[\s>]/i;

/** Checks whether a body reports a failure although its status does not, in the words that most services use. */
function reportsFailure(json: unknown): boolean {
  if (!isObject(json)) return false;
  const { error, errors, success, ok, status } = json;
  const isFailed = typeof status === 'string' && /^(?:error|fail(?:ed|ure)?)$/i.test(status);
  return success === false || ok === false || isFailed || [error, errors].some(isNotEmpty);
}

/** Checks that a value is neither absent, false, 0 nor empty. */
function isNotEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : !!value;
}

function hasGraphQlErrors(json: unknown): boolean {
  const errors = readFirst(json, 'errors');
  return Array.isArray(errors) && errors.length > 0;
}

/** Detects errors without any value in the data: the mutation was not executed (GraphQL specification, 7.1). */
function isGraphQlRefusal({ json }: EndpointAnswer): boolean {
  const data = readFirst(json, 'data');
  const isBare = !isObject(data) || Object.values(data).every((value) => value === null);
  return hasGraphQlErrors(json) && isBare;
}

function idOf({ id }: Reply, answer: EndpointAnswer): string {
  const value = id === undefined ? undefined : readAnswer(answer, id)[0];
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, MAX_ID) : '';
}

function countOf({ count }: Reply, answer: EndpointAnswer): number | null {
  return count === undefined ? null : readNumber(readAnswer(answer, count)[0]);
}

function messageOf({ message }: Reply, answer: EndpointAnswer, readText: ReadText): string | null {
  for (const path of Array.isArray(message) ? (message as readonly string[]) : []) {
    for (const value of readAnswer(answer, path)) {
      const text = typeof value === 'string' ? plainText(value, readText) : '';
      if (text !== '') return text;
    }
  }
  return null;
}

/** Converts a server's text into one line of plain text: removes tags and decodes entities. */
export function plainText(text: string, readText: ReadText): string {
  const plain = readText(text.slice(0, MAX_SHOWN).replace(/<[^<>]*>/g, ' '))
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}\s]+/gu, ' ')
    .trim();
  return plain.length > MAX_MESSAGE
    ? `${plain.slice(0, MAX_MESSAGE).replace(/\p{Surrogate}$/u, '')} …`
    : plain;
}

function problemsInAnswer(
  sign: NonNullable<ReadyEndpoint['sign']>,
  { fields }: Reply,
  answer: EndpointAnswer,
  facts: SignatureFacts,
  readText: ReadText,
): { errors: readonly FieldProblem[]; strayFields: readonly string[] } {
  if (!fields) return { errors: [], strayFields: [] };
  const names = fieldNames(sign, facts);
  const isByPattern = fields.pattern !== undefined;
  const entries = isByPattern ? matchedErrors(fields, answer, readText) : listedErrors(fields, answer);
  const problems = new Map<string, FieldProblem>();
  const strayFields: string[] = [];
  for (const entry of entries.slice(0, MAX_FIELD_PROBLEMS)) {
    const name = readFirst(entry, isByPattern ? 'name' : (fields.name ?? 'key'));
    if (typeof name !== 'string' && typeof name !== 'number') continue;
    const field = names.get(plainName(String(name)));
    if (field === undefined) {
      strayFields.push(String(name));
      continue;
    }
    const at = isByPattern ? 'message' : fields.message;
    const reported = at === undefined ? undefined : readFirst(entry, at);
    const message =
      typeof reported === 'string'
        ? plainText(reported, readText)
        : Array.isArray(reported) && typeof reported[0] === 'string'
          ? plainText(reported[0], readText)
          : '';
    const pointer = field === '$seat' ? pointerTo('seat') : pointerTo('fields', field);
    if (!problems.has(pointer))
      problems.set(pointer, { pointer, code: 'format', ...(message && { message }) });
  }
  return { errors: [...problems.values()], strayFields };
}

type FieldErrors = NonNullable<Reply['fields']>;

/** Returns the entries of a list of errors; those of an object as {key, value}. */
function listedErrors({ each = '' }: FieldErrors, answer: EndpointAnswer): unknown[] {
  const [found] = readAll(answer.json, each);
  if (Array.isArray(found)) return found;
  return isObject(found) ? Object.entries(found).map(([key, value]) => ({ key, value })) : [];
}

/** Finds the errors that match a pattern in the texts of an answer. */
function matchedErrors(
  { each = 'text', pattern = '' }: FieldErrors,
  answer: EndpointAnswer,
  readText: ReadText,
): unknown[] {
  const all = makePattern(pattern, 'g');
  const errors: unknown[] = [];
  if (!all) return errors;
  for (const text of readAnswer(answer, each).flat()) {
    if (typeof text !== 'string') continue;
    for (const { groups, 1: first, 2: second } of text.slice(0, MAX_PATTERN_TEXT).matchAll(all)) {
      const { name, message } = groups ?? { name: first, message: second };
      errors.push({ name: readText(name ?? ''), message });
      if (errors.length === MAX_FIELD_PROBLEMS) return errors;
    }
  }
  return errors;
}

/**
 * Normalises a field's name to its last part: `#/data/given_name`, `data.givenName` and `given-name` are the same
 * name.
 */
function plainName(name: string): string {
  const parts = name
    .replace(/^#?\/?/, '')
    .split(/[./[\]]+/)
    .filter((part) => part !== '');
  return (parts.at(-1) ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Maps a service's possible names for a field to the campaign's name for it, by the field's places in the template. */
export function fieldNames(
  sign: NonNullable<ReadyEndpoint['sign']>,
  facts: SignatureFacts,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, field: string): void => {
    const plain = plainName(name);
    if (plain !== '' && !names.has(plain)) names.set(plain, field);
  };
  const places = references(sign.encoding === 'graphql' ? sign.graphql?.variables : sign.body);
  for (const { ref, path, beside } of places) {
    const name = ref.replace(/^\$(?:field\.)?/, '');
    const field =
      /^seat(?:\.|$)/.test(name) && !Object.hasOwn(facts.fields, 'seat')
        ? '$seat'
        : name === 'name' && !Object.hasOwn(facts.fields, 'name')
          ? 'given_name'
          : name;
    if (field !== '$seat' && !Object.hasOwn(facts.fields, field)) continue;
    const last = path.findLast((key) => !/^\d+$/.test(key) && key !== 'value');
    if (last) {
      add(last, field);
      // A service may report `input_7` as 7.
      add(/\d+/.exec(last)?.[0] ?? '', field);
    }
    beside.forEach((text) => add(text, field));
  }
  Object.keys(facts.fields).forEach((field) => add(field, field));
  return names;
}

/** Returns one summand of a count; null when the answer has none, so that the last good one is kept. */
export function countInAnswer(
  count: Count,
  reply: TransportReply,
): { signatures: number; goal: number | null } | null {
  if (reply.opaque || reply.status < 200 || reply.status > 299) return null;
  const answer = toAnswer(reply);
  const read = (path: string): number | null => {
    const [value] = readAnswer(answer, path);
    if (count.pattern === undefined || path !== (count.path ?? 'text')) return readNumber(value);
    const text =
      typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, MAX_PATTERN_TEXT) : '';
    return readNumber(makePattern(count.pattern)?.exec(text)?.[1]);
  };
  const signatures = read(count.path ?? 'text');
  const sum = signatures === null ? null : readNumber(Math.max(0, signatures + (count.offset ?? 0)));
  return sum === null ? null : { signatures: sum, goal: count.goal === undefined ? null : read(count.goal) };
}

/** Returns the seats of a list unchanged, as codes or numbers; null when there is not a list. */
export function decodeSeatList(seats: SeatsCall, reply: TransportReply): (string | number)[] | null {
  if (reply.opaque || reply.status < 200 || reply.status > 299) return null;
  const json = decodeJson(reply.bytes);
  const list = seats.path ? readFirst(json, seats.path) : json;
  if (!Array.isArray(list)) return null;
  return list.map((entry) => {
    const seat = seats.seat ? readFirst(entry, seats.seat) : (entry as unknown);
    return typeof seat === 'string' || typeof seat === 'number' ? seat : '';
  });
}
