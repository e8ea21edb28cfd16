/**
 * An endpoint described by data: how a signature becomes a request, and what the answers mean (docs/endpoints.md).
 * The types are the model; `readEndpoint` makes one of a preset and the author's words, and says what is wrong.
 */
import { findSecret } from './secrets.js';
import { shortJson, type Problem } from './problem.js';
import { checkAddress, isPathSegment } from './address.js';
import { CHOICES, TIMEOUT_MS } from './schema-rules.js';
import { isObject } from './objects.js';

/**
 * A place in an answer. `data.0.count`; negative numbers count from the end (`path.-1`); `*` is every entry;
 * `[name=total]` chooses the entries of a list by a key of theirs, `[path.0=seat]` by a deeper one; `header:X-Total` is
 * a header, `text` and `status` are the body as text and the HTTP status where the body has no such key; `$json` reads a
 * text as JSON (`message.$json.email`); empty is the whole body.
 */
export type AnswerPath = string;

/**
 * What stands in for a value of the signature, at the start of a string of a template:
 * `$<field>` or `$field.<name>`, `$name` (given and family name, or the field of that name), `$seat` (a number),
 * `$seat.code`, `$consent.<purpose>` (true, false, or nothing where it was not asked), `$consent.<purpose>.text` (the sentence), `$consents` (all of them, with
 * the sentences that were shown), `$locale`, `$petition`, `$story` (id of the story one sits beside),
 * `$idempotencyKey`, `$var.<name>`, `$utm.source|medium|campaign`, `$page.origin`, `$page.title`. `$$x` is the text `$x`.
 */
export type Ref = string;

/** JSON with references. What refers to values of which none is there is left out, with its key. */
export type Template =
  null | boolean | number | string | readonly Template[] | { readonly [key: string]: Template | undefined };

/** An object of a template with `$`: a reference, and what is made of its value. */
export interface Expression {
  $: Ref;
  /** `json`: the value as JSON text. */
  as?: 'string' | 'number' | 'boolean' | 'json';
  /** What a yes and a no become; where only one of them stands, the other is left out. */
  true?: Template;
  false?: Template;
  /** Of a full name: the first word, or all the others. */
  part?: 'first' | 'last';
  /** Stands in where there is no value. */
  default?: Template;
  /** Sends an empty text instead of leaving the key out. */
  keepEmpty?: boolean;
}

/** All conditions that are given must hold; where a path leads to several values, for one of them. */
export type Rule =
  | {
      /** 409, or "2xx". */
      status?: number | string;
      path?: AnswerPath;
      /** A value, or a reference like `$idempotencyKey`. */
      equals?: unknown;
      exists?: boolean;
      /**
       * The answer is a redirect, of which a page can read nothing else. In `assumed` alone: whether anything was stored
       * is unknown.
       */
      redirected?: true;
      /** A regular expression, without regard to case; read over the first 100,000 characters. */
      matches?: string;
    }
  | { any: readonly Rule[] }
  | { all: readonly Rule[] }
  | { not: Rule };

/** What all requests of an endpoint may say. */
export interface Target {
  /** Absolute https, sent to as it is written. `{name}` is a variable, percent-encoded; at the very start an address. Never a value of the form. */
  url?: string;
  /** The same service under other addresses, tried in this order where the one before cannot be reached. */
  urls?: readonly string[];
  headers?: Readonly<Record<string, string>>;
  /** The query of the URL. */
  query?: Readonly<Record<string, Template>>;
  /** For the whole exchange, in ms: 1,000 to 60,000; 15,000 where it is absent. */
  timeoutMs?: number;
  /** Sends the page's origin as referrer; otherwise none is sent. */
  referrer?: 'origin';
}

export interface GraphQL {
  query: string;
  operationName?: string;
  variables?: Template;
  extensions?: Template;
}

/** What reads may say. */
export interface ReadCall extends Target {
  /** GET where it is absent. */
  method?: 'GET' | 'POST';
  /** By GET as the query of the address. */
  graphql?: GraphQL;
  /** Sent as JSON by POST; of the references only variables, campaign and language have a value. */
  body?: Template;
}

/** How a signature is sent. */
export interface SignCall extends Target {
  method?: 'POST' | 'PUT' | 'PATCH';
  encoding?: 'json' | 'form' | 'multipart' | 'graphql';
  /** In place of the encoding's own: `text/plain;charset=UTF-8` sends JSON that no server has to allow beforehand. */
  contentType?: string;
  /** All fields as they are where it is absent. */
  body?: Template;
  /** Field -> place in the body; set into the body, or the whole body where there is none. */
  map?: Readonly<Record<string, string>>;
  graphql?: GraphQL;
  /** Of form and multipart: a=1&a=2, a[]=1, a[0]=1. */
  arrays?: 'repeat' | 'brackets' | 'indices';
  /** Of form and multipart: data[email], data.email, or JSON text. */
  nesting?: 'brackets' | 'dots' | 'json';
  /** `no-cors`: sent blind, the answer cannot be read, the outcome is "assumed". */
  mode?: 'cors' | 'no-cors';
  /** Where the key of the submission travels, so that it may be sent again; without, it is sent once. */
  idempotency?: { header?: string; field?: string } | false;
  response?: Reply;
}

/** What the answer to a signature means; looked at in this order: opaque, inProgress, stored, seatTaken, pending, duplicate, notUnique, refused, success, assumed, error. */
export interface Reply {
  /** Where it is absent: status 2xx, no errors of fields, no page and no JSON that says no; with GraphQL data without `errors`. */
  success?: Rule;
  inProgress?: Rule;
  /**
   * The service has this very submission already: an earlier try was stored, and only its answer was lost. Says that the
   * key is a unique column: another seat and changed answers are sent under the same key, so that none is stored twice.
   */
  stored?: Rule;
  seatTaken?: Rule;
  duplicate?: Rule;
  /** Something that must be unique is there already, and the service does not name it: the key, the seat or the person. */
  notUnique?: Rule;
  pending?: Rule;
  /** Taken without a word about whether it was good: "assumed". Where it stands without `success`, nothing is a success. */
  assumed?: Rule;
  /**
   * No, and for good, whatever the status (2xx, or 5xx, which alone would tell of a server that is out of order) and with or
   * without a message: nothing was stored, and the same sent again is refused again.
   */
  refused?: Rule;
  /** Where the service says what is wrong; the first that leads to a text. */
  message?: readonly AnswerPath[];
  /**
   * Errors of fields. `each`: a list, or an object, whose entries are read as {key, value}; the whole body where it is
   * absent. `name`: `key` where it is absent.
   * With `pattern`, which finds every error in a text: `each` leads to the texts (`text`, the whole body, where it is
   * absent), and the groups `name` and `message`, or the first and the second, take the places of the two paths.
   */
  fields?: { each?: AnswerPath; name?: AnswerPath; message?: AnswerPath; pattern?: string };
  count?: AnswerPath;
  id?: AnswerPath;
}

/** Where the count is. Several are summed. */
export interface Count extends ReadCall {
  path?: AnswerPath;
  goal?: AnswerPath;
  /** A regular expression; its first group is the number. */
  pattern?: string;
  /** Added to the count: signatures on paper, for instance. */
  offset?: number;
  /** In ms, at least 15,000; 60,000 where it is absent. */
  pollMs?: number;
  /** After an own signature: counted on top until a newer count is read (`bump`), or read again at once. */
  afterSign?: 'bump' | 'refetch';
}

/** Where the taken seats are. */
export interface SeatsCall extends ReadCall {
  /** The bytes of docs/protocol.md, or a JSON list of codes or numbers. */
  format: 'occupancy' | 'list';
  /** To the list; the whole body where it is absent. */
  path?: AnswerPath;
  /** Within an entry of the list, to its seat; the entry itself where it is absent. */
  seat?: AnswerPath;
  /**
   * For services that give a list in pages: the key of the query that counts pages (from 1) or entries (from 0), and their
   * size. With a body the key is a place in it, like `variables.offset`.
   */
  pages?: { by: 'page' | 'offset'; key: string; size: number | string };
}

/** What a signer may do when nothing else helps. */
export interface Fallback {
  /** Offers to copy the answers as text. */
  copy?: boolean;
  /** Offers an e-mail to this address, written beforehand. */
  email?: string;
}

export interface Endpoint {
  sign?: SignCall;
  count?: Count | readonly Count[];
  seats?: SeatsCall;
  fallback?: Fallback;
}

/** `endpoint` of the campaign document, where it is not the URL of a box office. */
export interface EndpointConfig {
  /** The preset that is built upon; without, everything stands here. */
  preset?: string | null;
  vars?: Readonly<Record<string, unknown>> | null;
  /** Laid upon the preset's, key by key (`body`, `graphql` and rules as a whole); null takes the preset's away. */
  sign?: SignCall | null;
  count?: Count | readonly Count[] | null;
  seats?: SeatsCall | null;
  fallback?: Fallback | null;
  /** Says that a key in the headers is one that everybody may know, like Supabase's publishable key. */
  allowPublicCredential?: boolean | null;
}

/** One variable of a preset. */
export interface Variable {
  /** What it is, as the end of a sentence. */
  what: string;
  example: string;
  /** A regular expression for the whole of it; `site` is an address, with or without a path. */
  pattern?: string;
  site?: boolean;
  default?: string;
  /** May be empty. */
  optional?: boolean;
}

/** A preset: data alone, one file each (src/transport/presets). */
export interface Preset extends Endpoint {
  vars: Readonly<Record<string, Variable>>;
}

/** An endpoint that is ready to be used: variables are filled in, addresses and patterns are good. */
export interface ReadyEndpoint extends Endpoint {
  vars: Readonly<Record<string, string>>;
  sign?: SignCall & { urls: readonly string[] };
  count?: readonly (Count & { urls: readonly string[] })[];
  seats?: SeatsCall & { urls: readonly string[] };
}

/** Keys that lead to the prototype of all objects: never followed, never written. */
export const NEVER_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** `over` laid on `base`: objects key by key, everything else in its place; null takes a key away. */
function mergeOver(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isObject(over) || !isObject(base)) return over;
  const result: Record<string, unknown> = { ...base };
  for (const key of Object.keys(over)) {
    if (NEVER_KEYS.has(key)) continue;
    if (over[key] === null) delete result[key];
    // A template is one thing: half of a preset's and half of the author's would be neither.
    else result[key] = WHOLE.has(key) ? over[key] : mergeOver(result[key], over[key]);
  }
  return result;
}
const WHOLE = new Set([
  'body',
  'graphql',
  'success',
  'seatTaken',
  'duplicate',
  'notUnique',
  'pending',
  'inProgress',
  'stored',
  'assumed',
  'refused',
]);

/** A path that leads to nothing. */
const NOWHERE = 'header:';
const VARIABLE = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/**
 * Makes an endpoint ready of a preset (null: none, the author wrote all of it) and the author's words, which may be any
 * JSON. `endpoint` is null where sending would be unsafe, or go wrong for certain. `pageOrigin`: of the page that asks,
 * whose own host may be asked by plain http; null where it is not known.
 */
export function readEndpoint(
  config: EndpointConfig,
  preset: Preset | null,
  pageOrigin: string | null = null,
): { endpoint: ReadyEndpoint | null; problems: readonly Problem[] } {
  try {
    return read(config, preset, pageOrigin);
  } catch {
    return {
      endpoint: null,
      problems: [
        {
          path: 'endpoint',
          value: shortJson(config),
          message: 'has the wrong shape; compare it with docs/endpoints.md',
        },
      ],
    };
  }
}

function read(
  config: EndpointConfig,
  preset: Preset | null,
  pageOrigin: string | null,
): ReturnType<typeof readEndpoint> {
  const problems: Problem[] = [];
  const fail = (path: string, value: unknown, message: string): void => {
    problems.push({
      path: path && `endpoint.${path}`,
      value: value === undefined ? null : shortJson(value),
      message,
    });
  };

  const secret = findSecret(config);
  if (secret) fail(secret.path, undefined, secret.message);

  const laid = mergeOver(pick((preset ?? {}) as EndpointConfig), pick(config)) as Endpoint;
  const vars = readVariables(config.vars ?? {}, preset?.vars ?? null, {
    pageOrigin,
    isPrefix: (name) =>
      addressesOf(laid).some((text) => text !== `{${name}}` && text.startsWith(`{${name}}`)),
    fail,
  });

  /** A text with its variables; `escape` fits them to where it stands. */
  const fill = (text: string, path: string, escape: (value: string) => string = (value) => value): string =>
    text.replace(VARIABLE, (whole, name: string) => {
      if (Object.hasOwn(vars, name)) return escape(vars[name]!);
      fail(path, whole, `is no variable; give it in vars, like {"${name}": "..."}`);
      return whole;
    });
  /** Whether a text depends on a variable that was left empty. */
  const isVoid = (text: unknown): boolean =>
    typeof text === 'string' && [...text.matchAll(VARIABLE)].some(([, name]) => vars[name!] === '');

  const address = (template: unknown, path: string): string | null => {
    if (typeof template !== 'string') {
      fail(path, template, 'is missing; give the address as text');
      return null;
    }
    const [start = '', name = ''] = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(template) ?? [];
    const site = Object.hasOwn(vars, name) ? vars[name]! : null;
    let strange: string | null = null;
    const segment = (value: string): string => {
      if (isPathSegment(value)) return encodeURIComponent(value);
      strange = value;
      return '';
    };
    const rest = fill(site === null ? template : template.slice(start.length), path, segment);
    if (strange !== null) {
      fail(path, strange, 'cannot be a part of an address; give the variable another value');
      return null;
    }
    // Two slashes where a path follows are one. Without a path the address is the author's to the letter.
    const text = (rest.startsWith('/') ? (site ?? '').replace(/\/+$/, '') : (site ?? '')) + rest;
    const { url, fault } = checkAddress(text, { pageOrigin });
    // What is wrong with a variable has been told of the variable.
    const isTold = problems.some((one) => one.path === `endpoint.vars.${name}`);
    if (fault !== null && !isTold) fail(path, text, fault);
    return url;
  };

  const headers = (given: Target['headers'], path: string): Target['headers'] => {
    if (!given) return undefined;
    const result: Record<string, string> = {};
    for (const [name, value] of Object.entries(given)) {
      if (typeof value !== 'string' || !/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) {
        fail(`${path}.headers`, { [name]: value }, 'is not a header; write {"Name": "text"}');
        continue;
      }
      const filled = fill(value, `${path}.headers.${name}`);
      if (filled !== '') result[name] = filled.replace(/[\r\n\0]/g, '');
    }
    return result;
  };

  /** What all requests have. Null where nothing can be sent. */
  const target = <T extends Target>(
    block: T,
    path: string,
    choices: Readonly<Record<string, readonly string[]>>,
  ): (T & { urls: readonly string[] }) | null => {
    const given = Object.fromEntries(Object.entries(block).filter(([, value]) => value !== null)) as T;
    const isStrange = (key: string): boolean => {
      const value = (given as Record<string, unknown>)[key];
      const words = choices[key]!;
      if (value === undefined || words.includes(value as string)) return false;
      fail(`${path}.${key}`, value, `is not one of ${words.join(', ')}`);
      return true;
    };
    // Sent another way than it was meant, a signature would be lost without a word.
    if (Object.keys(choices).filter(isStrange).length > 0) return null;
    const templates = given.urls ?? [given.url];
    const urls = templates.map((one, i) => address(one, given.urls ? `${path}.urls[${i}]` : `${path}.url`));
    if (urls.length === 0) fail(`${path}.urls`, [], 'needs at least one address');
    if (urls.length === 0 || urls.some((one) => one === null)) return null;
    const result: Record<string, unknown> = { ...(given as object), urls };
    delete result['url'];
    if (given.query) result['query'] = keyed(given.query, `${path}.query`);
    const named = headers(given.headers, path);
    if (named) result['headers'] = named;
    const { timeoutMs } = given;
    if (timeoutMs !== undefined && !(timeoutMs >= TIMEOUT_MS[0] && timeoutMs <= TIMEOUT_MS[1])) {
      fail(
        `${path}.timeoutMs`,
        timeoutMs,
        `is not a time that can be used; write ${TIMEOUT_MS[0]} to ${TIMEOUT_MS[1]} ms`,
      );
      delete result['timeoutMs'];
    }
    return result as unknown as T & { urls: readonly string[] };
  };

  /** Variables in paths and patterns, at any depth; patterns that are none are taken out. */
  const resolve = (value: unknown, path: string, key = ''): unknown => {
    if (typeof value === 'string') {
      // What depends on a variable that was left empty is found nowhere.
      if (isVoid(value)) return key === 'matches' || key === 'pattern' ? '(?!)' : NOWHERE;
      if (key !== 'matches' && key !== 'pattern') return fill(value, path);
      const pattern = fill(value, path, (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      try {
        new RegExp(pattern, 'iu');
        return pattern;
      } catch {
        fail(path, value, 'is not a regular expression');
        return undefined;
      }
    }
    if (Array.isArray(value)) return value.map((one, i) => resolve(one, `${path}[${i}]`, key));
    if (!isObject(value)) return value;
    const result: Record<string, unknown> = {};
    for (const name of Object.keys(value))
      if (!NEVER_KEYS.has(name)) result[name] = resolve(value[name], `${path}.${name}`, name);
    return result;
  };

  /** A template with variables in its keys; a key that depends on an empty one is left out. */
  const keyed = (template: unknown, path: string): unknown => {
    if (Array.isArray(template)) return template.map((one, i) => keyed(one, `${path}[${i}]`));
    if (!isObject(template)) return template;
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(template))
      if (!NEVER_KEYS.has(key) && !isVoid(key))
        result[fill(key, path)] = keyed(template[key], `${path}.${key}`);
    return result;
  };

  const ready: Record<string, unknown> = { vars };
  if (laid.fallback) ready['fallback'] = readFallback(laid.fallback, fail);
  if (laid.sign !== undefined) {
    const sign = isObject(laid.sign) ? target(laid.sign as SignCall, 'sign', CHOICES.sign) : null;
    if (!isObject(laid.sign)) fail('sign', laid.sign, 'must be an object');
    if (sign) {
      const { idempotency, response } = sign;
      const { header, field } = idempotency || {};
      const key = {
        ...(header && !isVoid(header) && { header: fill(header, 'sign.idempotency.header') }),
        ...(field && !isVoid(field) && { field: fill(field, 'sign.idempotency.field') }),
      };
      const travels = 'header' in key || 'field' in key;
      if (sign.urls.length > 1 && !travels)
        fail(
          'sign.urls',
          sign.urls.length,
          'addresses need sign.idempotency: a signature whose answer was lost would be taken twice',
        );
      const body = keyed(sign.body, 'sign.body') as Template | undefined;
      ready['sign'] = {
        ...(sign as object),
        ...(sign.urls.length > 1 && !travels && { urls: sign.urls.slice(0, 1) }),
        ...(body === undefined ? {} : { body }),
        ...(sign.map && { body: mergeFieldMap(body, sign.map) }),
        idempotency: travels ? key : false,
        ...(response ? { response: resolve(response, 'sign.response') as Reply } : {}),
      };
    }
  }
  if (laid.count !== undefined) {
    const counts = (Array.isArray(laid.count) ? laid.count : [laid.count]) as readonly Count[];
    const given = counts.filter((one) => !isObject(one) || !isVoid((one as Count).url));
    const usable = given.map((one, i) => {
      const path = Array.isArray(laid.count) ? `count[${i}]` : 'count';
      if (!isObject(one)) return fail(path, one, 'must be an object') ?? null;
      const good = target(one as Count, path, CHOICES.count);
      if (!good) return null;
      const { path: place, goal, pattern, offset } = good;
      if (offset !== undefined && !Number.isInteger(offset))
        fail(`${path}.offset`, offset, 'is not a whole number');
      return {
        ...(good as object),
        offset: Number.isInteger(offset) ? offset : 0,
        ...(good.body !== undefined && { body: keyed(good.body, `${path}.body`) }),
        ...(resolve({ path: place, goal, pattern }, path) as object),
      };
    });
    // A sum that lacks a summand would be a wrong number.
    if (usable.length > 0 && usable.every((one) => one !== null)) ready['count'] = usable;
  }
  if (laid.seats !== undefined && !isVoid(laid.seats.url) && !isVoid(laid.seats.seat)) {
    if (!isObject(laid.seats)) fail('seats', laid.seats, 'must be an object');
    const seats = isObject(laid.seats)
      ? target(laid.seats as unknown as SeatsCall, 'seats', CHOICES.seats)
      : null;
    if (seats) {
      const { path, seat, pages } = seats;
      const size = Number(pages && fill(String(pages.size), 'seats.pages.size'));
      if (pages && !(Number.isInteger(size) && size > 0))
        fail('seats.pages.size', pages.size, 'is not a whole number from 1 on');
      ready['seats'] = {
        ...(seats as object),
        ...(resolve({ path, seat }, 'seats') as object),
        ...(seats.body !== undefined && { body: keyed(seats.body, 'seats.body') }),
        ...(pages && { pages: { ...pages, size: size > 0 ? size : 100 } }),
      };
    }
  }
  const refused =
    secret !== null || (preset !== null && problems.some(({ path }) => path.startsWith('endpoint.vars')));
  return { endpoint: refused ? null : (ready as unknown as ReadyEndpoint), problems };
}

/** The blocks of an endpoint, without what is only for choosing it. */
function pick(config: EndpointConfig): Endpoint {
  const { sign, count, seats, fallback } = config;
  const blocks = { sign, count, seats, fallback };
  return Object.fromEntries(Object.entries(blocks).filter(([, value]) => value !== undefined)) as Endpoint;
}

/** All addresses of an endpoint as its author wrote them. */
function addressesOf({ sign, count, seats }: Endpoint): string[] {
  return [sign, count, seats]
    .flat()
    .flatMap((block: unknown) => (isObject(block) ? [block['url'], block['urls']].flat() : []))
    .filter((text) => typeof text === 'string');
}

/** The last way to sign, without what cannot be used. */
function readFallback(
  given: unknown,
  fail: (path: string, value: unknown, message: string) => void,
): Fallback {
  const { copy, email } = isObject(given) ? given : {};
  if (!isObject(given)) fail('fallback', given, 'must be an object, like {"copy": true}');
  const isEmail = typeof email === 'string' && /^[^\s@]+@[^\s@]+$/.test(email);
  if (email !== undefined && email !== null && !isEmail)
    fail('fallback.email', email, 'is not an e-mail address; write one like "sign@ngo.example"');
  return { ...(copy === true && { copy }), ...(isEmail && { email }) };
}

/** The variables as text. `isPrefix`: whether an address continues after this one. */
function readVariables(
  given: unknown,
  known: Preset['vars'] | null,
  {
    pageOrigin,
    isPrefix,
    fail,
  }: {
    pageOrigin: string | null;
    isPrefix: (name: string) => boolean;
    fail: (path: string, value: unknown, message: string) => void;
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
        `is no variable of this preset; it has ${Object.keys(known).join(', ') || 'none'}`,
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

/** A template with the fields of a map set into it. */
function mergeFieldMap(body: Template | undefined, map: Readonly<Record<string, string>>): Template {
  const result = (isObject(body) ? structuredClone(body) : {}) as Record<string, unknown>;
  for (const [field, place] of Object.entries(map)) setAt(result, String(place), `$field.${field}`);
  return result as Template;
}

/** Sets a value at a dotted place, making objects and lists on the way; places that lead to the prototype are not set. */
export function setAt(root: Record<string, unknown>, place: string, value: unknown): void {
  const keys = place.split('.');
  if (keys.some((key) => key === '' || NEVER_KEYS.has(key))) return;
  let at: Record<string, unknown> = root;
  keys.forEach((key, i) => {
    if (i === keys.length - 1) return void (at[key] = value);
    const next = Object.hasOwn(at, key) ? at[key] : undefined;
    if (typeof next !== 'object' || next === null) at[key] = /^\d{1,3}$/.test(keys[i + 1]!) ? [] : {};
    at = at[key] as Record<string, unknown>;
  });
}
