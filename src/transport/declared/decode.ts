import type { Count, ReadyEndpoint, Reply, SeatsCall } from '../../model/endpoint.js';
import type { FieldProblem } from '../../model/signature.js';
import { pointerTo } from '../../model/signature.js';
import { decodeJson } from '../decode.js';
import { retryAfterSeconds } from '../retry.js';
import type { TransportReply } from '../send.js';
import { readNumber } from './number.js';
import { readAll, readAnswer, readFirst, type Answer } from './path.js';
import { holds, makePattern } from './rule.js';
import { references, type SignatureFacts } from './template.js';

/** Answers to values. Total: nothing a server says makes these throw. */

const MAX_MESSAGE = 300;
const MAX_FIELD_PROBLEMS = 50;
const MAX_ID = 200;
const MAX_PATTERN_TEXT = 10_000;

/** What a rule said of an answer, and which rule it was, for the author's console. */
export interface Judgement {
  readonly result: SignResult;
  /** Like `sign.response.duplicate`, or a sentence where no rule held. */
  readonly because: string;
}

/** What an answer asks for: an outcome, or the same bytes once more. */
export type SignResult =
  | { outcome: 'signed' | 'pending'; id: string; count: number | null }
  | { outcome: 'assumed' }
  | { outcome: 'duplicate' }
  | { outcome: 'seat-taken' }
  | { outcome: 'invalid'; errors: readonly FieldProblem[] }
  | { outcome: 'rejected'; code: string; message: string | null }
  /** 2xx, but by no rule a success: a login page, another service, a proxy. */
  | { outcome: 'unreadable' }
  | { outcome: 'again'; because: 'in-progress' | 'busy' | 'server'; askedSeconds: number | null };

/** An answer as rules read it. */
export function toAnswer(reply: TransportReply): Answer {
  return {
    status: reply.status,
    headers: {
      ...reply.headers,
      'content-type': reply.contentType,
      ...(reply.retryAfter !== null && { 'retry-after': reply.retryAfter }),
    },
    text: new TextDecoder().decode(reply.bytes),
    json: decodeJson(reply.bytes),
  };
}

/** The answer to a signature, by the rules of its endpoint. `now`: milliseconds since 1970, for dates a server sent. */
export function judge(
  sign: NonNullable<ReadyEndpoint['sign']>,
  reply: TransportReply,
  facts: SignatureFacts,
  now: number,
): Judgement {
  if (reply.opaque)
    return { result: { outcome: 'assumed' }, because: 'sign.mode: no-cors, the answer cannot be read' };
  const response: Reply = sign.response ?? {};
  const answer = toAnswer(reply);
  const { status } = answer;
  const asked = retryAfterSeconds(
    reply.retryAfter ?? (readFirst(answer.json, 'retryAfter') as string | number | null | undefined),
    now,
  );
  const by = (name: keyof Reply): boolean => holds(response[name] as never, answer, facts);
  if (by('inProgress'))
    return {
      result: { outcome: 'again', because: 'in-progress', askedSeconds: asked },
      because: 'sign.response.inProgress',
    };
  if (by('stored'))
    return {
      result: { outcome: 'signed', id: idOf(response, answer), count: null },
      because: 'sign.response.stored',
    };
  if (facts.seat && by('seatTaken'))
    return { result: { outcome: 'seat-taken' }, because: 'sign.response.seatTaken' };
  const accepted = (outcome: 'signed' | 'pending', because: string): Judgement => ({
    result: { outcome, id: idOf(response, answer), count: countOf(response, answer) },
    because,
  });
  if (by('pending')) return accepted('pending', 'sign.response.pending');
  if (by('duplicate')) return { result: { outcome: 'duplicate' }, because: 'sign.response.duplicate' };
  if (response.success ? by('success') : !response.assumed && isPlainSuccess(sign.encoding, answer))
    return accepted('signed', response.success ? 'sign.response.success' : `status ${status}`);
  if (by('assumed')) return { result: { outcome: 'assumed' }, because: 'sign.response.assumed' };
  const rule = response.success ? 'sign.response.success does not hold' : 'no success';
  const because = `${rule} (status ${status})`;
  const isRefused = by('refused');
  if (!isRefused && (status === 429 || status === 503))
    return {
      result: { outcome: 'again', because: 'busy', askedSeconds: asked },
      because: `status ${status}`,
    };
  if (!isRefused && status >= 500 && status !== 501)
    return { result: { outcome: 'again', because: 'server', askedSeconds: asked }, because };
  const message = messageOf(response, answer);
  const errors = fieldProblems(sign, response, answer, facts);
  if (errors.length > 0) return { result: { outcome: 'invalid', errors }, because: 'sign.response.fields' };
  if (status >= 200 && status < 300 && message === null)
    return { result: { outcome: 'unreadable' }, because };
  return {
    result: { outcome: 'rejected', code: `status-${status}`, message },
    because: isRefused ? 'sign.response.refused' : because,
  };
}

/** 2xx, and with GraphQL no errors. */
function isPlainSuccess(encoding: string | undefined, { status, json }: Answer): boolean {
  if (status < 200 || status > 299) return false;
  if (encoding !== 'graphql') return true;
  const errors = readFirst(json, 'errors');
  const data = readFirst(json, 'data');
  return !(Array.isArray(errors) && errors.length > 0) && data !== undefined && data !== null;
}

function idOf({ id }: Reply, answer: Answer): string {
  const value = id === undefined ? undefined : readAnswer(answer, id)[0];
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, MAX_ID) : '';
}

function countOf({ count }: Reply, answer: Answer): number | null {
  return count === undefined ? null : readNumber(readAnswer(answer, count)[0]);
}

function messageOf({ message }: Reply, answer: Answer): string | null {
  for (const path of Array.isArray(message) ? (message as readonly string[]) : []) {
    for (const value of readAnswer(answer, path)) {
      const text = typeof value === 'string' ? plainText(value) : '';
      if (text !== '') return text;
    }
  }
  return null;
}

/** A text of a server as plain text of one line: tags are taken out, not obeyed. */
export function plainText(text: string): string {
  const plain = text
    .slice(0, MAX_PATTERN_TEXT)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}\s]+/gu, ' ')
    .trim();
  return plain.length > MAX_MESSAGE
    ? `${plain.slice(0, MAX_MESSAGE).replace(/\p{Surrogate}$/u, '')} …`
    : plain;
}

function fieldProblems(
  sign: NonNullable<ReadyEndpoint['sign']>,
  { fields }: Reply,
  answer: Answer,
  facts: SignatureFacts,
): FieldProblem[] {
  if (!fields) return [];
  const names = fieldNames(sign, facts);
  const [found] = readAll(answer.json, fields.each);
  const entries: unknown[] = Array.isArray(found)
    ? found
    : found !== null && typeof found === 'object'
      ? Object.entries(found).map(([key, value]) => ({ key, value: value as unknown }))
      : [];
  const problems = new Map<string, FieldProblem>();
  for (const entry of entries.slice(0, MAX_FIELD_PROBLEMS)) {
    const name = readFirst(entry, fields.name);
    const field =
      typeof name === 'string' || typeof name === 'number' ? names.get(plainName(String(name))) : undefined;
    if (field === undefined) continue;
    const said = fields.message === undefined ? undefined : readFirst(entry, fields.message);
    const message =
      typeof said === 'string'
        ? plainText(said)
        : Array.isArray(said) && typeof said[0] === 'string'
          ? plainText(said[0])
          : '';
    const pointer = field === '$seat' ? pointerTo('seat') : pointerTo('fields', field);
    if (!problems.has(pointer))
      problems.set(pointer, { pointer, code: 'format', ...(message && { message }) });
  }
  return [...problems.values()];
}

/** `#/data/given_name`, `data.givenName` and `given-name` are one name, by their last part. */
function plainName(name: string): string {
  const parts = name
    .replace(/^#?\/?/, '')
    .split(/[./[\]]+/)
    .filter((part) => part !== '');
  return (parts.at(-1) ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a service may call a field -> the campaign's name for it, by where the template puts the field. */
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
      // `input_7` is what a service calls 7.
      add(/\d+/.exec(last)?.[0] ?? '', field);
    }
    beside.forEach((text) => add(text, field));
  }
  Object.keys(facts.fields).forEach((field) => add(field, field));
  return names;
}

/** One summand of a count; null when there is none in the answer, so that the last good one stays. */
export function decodeCount(
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

/** The seats of a list, as they stand there: codes or numbers; null when there is no list. */
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
