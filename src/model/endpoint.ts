/**
 * An endpoint described by data: how a signature becomes a request, and what the answers mean (docs/endpoints.md).
 * The types are the model; `readEndpoint` merges a preset and the author's description into one, and reports what
 * is wrong.
 */
import { findSecret } from './secrets.js';
import { shortJson, type Problem } from './problem.js';
import { checkAddress, isPathSegment } from './address.js';
import { CHOICES, TIMEOUT_MS } from './schema-rules.js';
import { isObject } from './objects.js';

/**
 * A path in an answer. `data.0.count`; negative numbers count from the end (`path.-1`); `*` is every entry;
 * `[name=total]` selects the entries of a list by one of their keys, `[path.0=seat]` by a deeper one;
 * `header:X-Total` is a header; `text` and `status` are the body as text and the HTTP status when the body has no
 * such key; `$json` parses a text as JSON (`message.$json.email`); the empty path is the whole body.
 */
export type AnswerPath = string;

/**
 * A reference to a value of the signature, at the start of a string in a template:
 * `$<field>` or `$field.<name>`, `$name` (given and family name, or the field of that name), `$seat` (a number),
 * `$seat.code`, `$consent.<purpose>` (true, false, or absent when it was not asked), `$consent.<purpose>.text` (the
 * sentence), `$consents` (all of them, with the sentences that were shown), `$locale`, `$petition`, `$story` (id of
 * the story the signer sits beside), `$idempotencyKey`, `$var.<name>`, `$utm.source|medium|campaign`,
 * `$page.origin`, `$page.title`. `$$x` is the text `$x`.
 */
export type Ref = string;

/** JSON with references. A part whose references all lack a value is left out, with its key. */
export type Template =
  null | boolean | number | string | readonly Template[] | { readonly [key: string]: Template | undefined };

/** An object with `$` in a template: a reference, and how to convert its value. */
export interface Expression {
  $: Ref;
  /** `json`: the value as JSON text. */
  as?: 'string' | 'number' | 'boolean' | 'json';
  /** Values for yes and no; with only one of them given, the other answer is left out. */
  true?: Template;
  false?: Template;
  /** Part of a full name: the first word, or all the others. */
  part?: 'first' | 'last';
  /** Used when there is no value. */
  default?: Template;
  /** Sends an empty text instead of omitting the key. */
  keepEmpty?: boolean;
}

/** Conditions on an answer, all of which must hold. If a path leads to several values, one of them must match. */
export type Rule =
  | {
      /** An HTTP status such as 409, or "2xx". */
      status?: number | string;
      path?: AnswerPath;
      /** A value, or a reference such as `$idempotencyKey`. */
      equals?: unknown;
      exists?: boolean;
      /**
       * The answer is a redirect, of which a page can read nothing else. Only for `assumed`: it is unknown whether
       * anything was stored.
       */
      redirected?: true;
      /** A case-insensitive regular expression, matched against the first 100,000 characters. */
      matches?: string;
    }
  | { any: readonly Rule[] }
  | { all: readonly Rule[] }
  | { not: Rule };

/** Properties of every request of an endpoint. */
export interface Target {
  /**
   * Absolute https URL, used exactly as written. `{name}` is a variable, percent-encoded, or at the very start a
   * whole address. Never contains a value of the form.
   */
  url?: string;
  /** Alternative addresses of the same service, tried in this order when the one before cannot be reached. */
  urls?: readonly string[];
  headers?: Readonly<Record<string, string>>;
  /** The query of the URL. */
  query?: Readonly<Record<string, Template>>;
  /** Timeout of the whole exchange, in ms: 1,000 to 60,000; default 15,000. */
  timeoutMs?: number;
  /** Sends the page's origin as referrer; by default none is sent. */
  referrer?: 'origin';
}

export interface GraphQL {
  query: string;
  operationName?: string;
  variables?: Template;
  extensions?: Template;
}

/** A request that reads. */
export interface ReadCall extends Target {
  /** Default GET. */
  method?: 'GET' | 'POST';
  /** With GET, sent as the query of the address. */
  graphql?: GraphQL;
  /** Sent as JSON by POST; only the references to variables, campaign and language have a value. */
  body?: Template;
}

/** The request that sends a signature. */
export interface SignCall extends Target {
  method?: 'POST' | 'PUT' | 'PATCH';
  encoding?: 'json' | 'form' | 'multipart' | 'graphql';
  /** Replaces the content type of the encoding: `text/plain;charset=UTF-8` sends JSON without a preflight request. */
  contentType?: string;
  /** Default: all fields as they are. */
  body?: Template;
  /** Field -> place in the body; merged into `body`, or the whole body if there is none. */
  map?: Readonly<Record<string, string>>;
  graphql?: GraphQL;
  /** Form and multipart only: a=1&a=2, a[]=1, a[0]=1. */
  arrays?: 'repeat' | 'brackets' | 'indices';
  /** Form and multipart only: data[email], data.email, or JSON text. */
  nesting?: 'brackets' | 'dots' | 'json';
  /** `no-cors`: sent blind; the answer cannot be read, and the outcome is "assumed". */
  mode?: 'cors' | 'no-cors';
  /**
   * Place of the submission's idempotency key, which makes retries safe; without it, the signature is sent only
   * once.
   */
  idempotency?: { header?: string; field?: string } | false;
  response?: Reply;
}

/**
 * Rules for the answer to a signature, evaluated in this order: opaque, inProgress, stored, seatTaken, pending,
 * duplicate, notUnique, refused, success, assumed, error.
 */
export interface Reply {
  /**
   * Default: status 2xx, no field errors, and neither an HTML page nor JSON that reports a failure; with GraphQL,
   * data without `errors`.
   */
  success?: Rule;
  inProgress?: Rule;
  /**
   * The service already has this very submission: an earlier try was stored, and only its answer was lost. Also
   * declares that the key is a unique column: another seat and changed answers are sent under the same key, so that
   * none is stored twice.
   */
  stored?: Rule;
  seatTaken?: Rule;
  duplicate?: Rule;
  /** A value that must be unique exists already, and the service does not name it: the key, the seat or the person. */
  notUnique?: Rule;
  pending?: Rule;
  /**
   * Accepted, without confirmation that it was valid: "assumed". If it is given without `success`, nothing is a
   * success.
   */
  assumed?: Rule;
  /**
   * A final refusal, whatever the status (2xx, or 5xx, which alone would mean a server that is out of order) and
   * with or without a message: nothing was stored, and sending the same again is refused again.
   */
  refused?: Rule;
  /** Paths to the service's error message; the first that leads to a text is used. */
  message?: readonly AnswerPath[];
  /**
   * Errors of fields. `each`: a list, or an object, whose entries are read as {key, value}; default: the whole
   * body.
   * `name`: default `key`.
   * With `pattern`, which finds every error in a text: `each` leads to the texts (default `text`, the whole body),
   * and the groups `name` and `message`, or the first and the second, replace the two paths.
   */
  fields?: { each?: AnswerPath; name?: AnswerPath; message?: AnswerPath; pattern?: string };
  count?: AnswerPath;
  id?: AnswerPath;
}

/** A request for the count. Several are added up. */
export interface Count extends ReadCall {
  path?: AnswerPath;
  goal?: AnswerPath;
  /** A regular expression; its first group is the number. */
  pattern?: string;
  /** Added to the count, for instance for signatures on paper. */
  offset?: number;
  /** Polling interval in ms, at least 15,000; default 60,000. */
  pollMs?: number;
  /**
   * After the visitor's own signature: add it to the count until a newer count is read (`bump`), or read again at
   * once (`refetch`).
   */
  afterSign?: 'bump' | 'refetch';
}

/** A request for the taken seats. */
export interface SeatsCall extends ReadCall {
  /** The bytes of docs/protocol.md, or a JSON list of codes or numbers. */
  format: 'occupancy' | 'list';
  /** Path to the list; default: the whole body. */
  path?: AnswerPath;
  /** Path within an entry of the list to its seat; default: the entry itself. */
  seat?: AnswerPath;
  /**
   * For services that return a list in pages: the query key that counts pages (from 1) or entries (from 0), and the
   * page size. In a request with a body, the key is a place in it, such as `variables.offset`.
   */
  pages?: { by: 'page' | 'offset'; key: string; size: number | string };
}

/** Options for the signer when nothing else helps. */
export interface Fallback {
  /** Offers to copy the answers as text. */
  copy?: boolean;
  /** Offers a prefilled email to this address. */
  email?: string;
}

export interface Endpoint {
  sign?: SignCall;
  count?: Count | readonly Count[];
  seats?: SeatsCall;
  fallback?: Fallback;
}

/** `endpoint` of the campaign document, unless it is the URL of a box office. */
export interface EndpointConfig {
  /** The preset to extend; without it, the whole description is here. */
  preset?: string | null;
  vars?: Readonly<Record<string, unknown>> | null;
  /** Merged over the preset's, key by key (`body`, `graphql` and rules as a whole); null removes the preset's. */
  sign?: SignCall | null;
  count?: Count | readonly Count[] | null;
  seats?: SeatsCall | null;
  fallback?: Fallback | null;
  /** Declares that a key in the headers is public, like Supabase's publishable key. */
  allowPublicCredential?: boolean | null;
}

/** One variable of a preset. */
export interface Variable {
  /** Description of the variable, as the end of a sentence. */
  what: string;
  example: string;
  /** A regular expression for the whole value; `site` is an address, with or without a path. */
  pattern?: string;
  site?: boolean;
  default?: string;
  /** True when it may be empty. */
  optional?: boolean;
}

/** A preset: data only, one file each (src/transport/presets). */
export interface Preset extends Endpoint {
  vars: Readonly<Record<string, Variable>>;
}

/** An endpoint that is ready to use: its variables are filled in, its addresses and patterns are valid. */
export interface ReadyEndpoint extends Endpoint {
  vars: Readonly<Record<string, string>>;
  sign?: SignCall & { urls: readonly string[] };
  count?: readonly (Count & { urls: readonly string[] })[];
  seats?: SeatsCall & { urls: readonly string[] };
}

/** Keys that lead to the prototype of all objects: never followed, never written. */
export const NEVER_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Merges `over` into `base`: objects key by key, all other values replaced; null removes a key. */
function mergeOver(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isObject(over) || !isObject(base)) return over;
  const result: Record<string, unknown> = { ...base };
  for (const key of Object.keys(over)) {
    if (NEVER_KEYS.has(key)) continue;
    if (over[key] === null) delete result[key];
    // A template is one unit: half of a preset's and half of the author's would be neither.
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
 * Merges a preset (null: none, the author wrote it all) and the author's description, which may be any JSON, into a
 * ready endpoint. `endpoint` is null when sending would be unsafe, or certain to fail. `pageOrigin`: origin of the
 * requesting page, which may request its own host by plain http; null when it is unknown.
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

  const merged = mergeOver(pick((preset ?? {}) as EndpointConfig), pick(config)) as Endpoint;
  const vars = readVariables(config.vars ?? {}, preset?.vars ?? null, {
    pageOrigin,
    isPrefix: (name) =>
      addressesOf(merged).some((text) => text !== `{${name}}` && text.startsWith(`{${name}}`)),
    fail,
  });

  /** Fills the variables into a text; `escape` encodes them for their place in it. */
  const fill = (text: string, path: string, escape: (value: string) => string = (value) => value): string =>
    text.replace(VARIABLE, (whole, name: string) => {
      if (Object.hasOwn(vars, name)) return escape(vars[name]!);
      fail(path, whole, `is not a variable; define it in vars, like {"${name}": "..."}`);
      return whole;
    });
  /** Checks whether a text depends on a variable that was left empty. */
  const isVoid = (text: unknown): boolean =>
    typeof text === 'string' && [...text.matchAll(VARIABLE)].some(([, name]) => vars[name!] === '');

  const address = (template: unknown, path: string): string | null => {
    if (typeof template !== 'string') {
      fail(path, template, 'is missing; give the address as text');
      return null;
    }
    const [start = '', name = ''] = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(template) ?? [];
    const site = Object.hasOwn(vars, name) ? vars[name]! : null;
    let invalidSegment: string | null = null;
    const segment = (value: string): string => {
      if (isPathSegment(value)) return encodeURIComponent(value);
      invalidSegment = value;
      return '';
    };
    const rest = fill(site === null ? template : template.slice(start.length), path, segment);
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

  /** Reads the properties that all requests share. Null when nothing can be sent. */
  const target = <T extends Target>(
    block: T,
    path: string,
    choices: Readonly<Record<string, readonly string[]>>,
  ): (T & { urls: readonly string[] }) | null => {
    const given = Object.fromEntries(Object.entries(block).filter(([, value]) => value !== null)) as T;
    const isUnknownChoice = (key: string): boolean => {
      const value = (given as Record<string, unknown>)[key];
      const words = choices[key]!;
      if (value === undefined || words.includes(value as string)) return false;
      fail(`${path}.${key}`, value, `is not one of ${words.join(', ')}`);
      return true;
    };
    // A signature sent in another way than the author meant would be lost silently.
    if (Object.keys(choices).filter(isUnknownChoice).length > 0) return null;
    const templates = given.urls ?? [given.url];
    const urls = templates.map((one, i) => address(one, given.urls ? `${path}.urls[${i}]` : `${path}.url`));
    if (urls.length === 0) fail(`${path}.urls`, [], 'needs at least one address');
    if (urls.length === 0 || urls.some((one) => one === null)) return null;
    const result: Record<string, unknown> = { ...(given as object), urls };
    delete result['url'];
    if (given.query) result['query'] = fillKeys(given.query, `${path}.query`);
    const named = headers(given.headers, path);
    if (named) result['headers'] = named;
    const { timeoutMs } = given;
    if (timeoutMs !== undefined && !(timeoutMs >= TIMEOUT_MS[0] && timeoutMs <= TIMEOUT_MS[1])) {
      fail(
        `${path}.timeoutMs`,
        timeoutMs,
        `is not a usable timeout; write ${TIMEOUT_MS[0]} to ${TIMEOUT_MS[1]} ms`,
      );
      delete result['timeoutMs'];
    }
    return result as unknown as T & { urls: readonly string[] };
  };

  /** Fills variables into paths and patterns, at any depth, and removes invalid patterns. */
  const resolve = (value: unknown, path: string, key = ''): unknown => {
    if (typeof value === 'string') {
      // A path or pattern that depends on an empty variable finds nothing.
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

  /** Fills variables into the keys of a template; a key that depends on an empty one is left out. */
  const fillKeys = (template: unknown, path: string): unknown => {
    if (Array.isArray(template)) return template.map((one, i) => fillKeys(one, `${path}[${i}]`));
    if (!isObject(template)) return template;
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(template))
      if (!NEVER_KEYS.has(key) && !isVoid(key))
        result[fill(key, path)] = fillKeys(template[key], `${path}.${key}`);
    return result;
  };

  const ready: Record<string, unknown> = { vars };
  if (merged.fallback) ready['fallback'] = readFallback(merged.fallback, fail);
  if (merged.sign !== undefined) {
    const sign = isObject(merged.sign) ? target(merged.sign as SignCall, 'sign', CHOICES.sign) : null;
    if (!isObject(merged.sign)) fail('sign', merged.sign, 'must be an object');
    if (sign) {
      const { idempotency, response } = sign;
      const { header, field } = idempotency || {};
      const key = {
        ...(header && !isVoid(header) && { header: fill(header, 'sign.idempotency.header') }),
        ...(field && !isVoid(field) && { field: fill(field, 'sign.idempotency.field') }),
      };
      const isIdempotent = 'header' in key || 'field' in key;
      if (sign.urls.length > 1 && !isIdempotent)
        fail(
          'sign.urls',
          sign.urls.length,
          'addresses need sign.idempotency: a signature whose answer was lost would be counted twice',
        );
      const body = fillKeys(sign.body, 'sign.body') as Template | undefined;
      ready['sign'] = {
        ...(sign as object),
        ...(sign.urls.length > 1 && !isIdempotent && { urls: sign.urls.slice(0, 1) }),
        ...(body === undefined ? {} : { body }),
        ...(sign.map && { body: mergeFieldMap(body, sign.map) }),
        idempotency: isIdempotent ? key : false,
        ...(response ? { response: resolve(response, 'sign.response') as Reply } : {}),
      };
    }
  }
  if (merged.count !== undefined) {
    const counts = (Array.isArray(merged.count) ? merged.count : [merged.count]) as readonly Count[];
    const given = counts.filter((one) => !isObject(one) || !isVoid((one as Count).url));
    const usable = given.map((one, i) => {
      const path = Array.isArray(merged.count) ? `count[${i}]` : 'count';
      if (!isObject(one)) return fail(path, one, 'must be an object') ?? null;
      const good = target(one as Count, path, CHOICES.count);
      if (!good) return null;
      const { path: place, goal, pattern, offset } = good;
      if (offset !== undefined && !Number.isInteger(offset))
        fail(`${path}.offset`, offset, 'is not a whole number');
      return {
        ...(good as object),
        offset: Number.isInteger(offset) ? offset : 0,
        ...(good.body !== undefined && { body: fillKeys(good.body, `${path}.body`) }),
        ...(resolve({ path: place, goal, pattern }, path) as object),
      };
    });
    // A sum that lacks a summand would be a wrong number.
    if (usable.length > 0 && usable.every((one) => one !== null)) ready['count'] = usable;
  }
  if (merged.seats !== undefined && !isVoid(merged.seats.url) && !isVoid(merged.seats.seat)) {
    if (!isObject(merged.seats)) fail('seats', merged.seats, 'must be an object');
    const seats = isObject(merged.seats)
      ? target(merged.seats as unknown as SeatsCall, 'seats', CHOICES.seats)
      : null;
    if (seats) {
      const { path, seat, pages } = seats;
      const size = Number(pages && fill(String(pages.size), 'seats.pages.size'));
      if (pages && !(Number.isInteger(size) && size > 0))
        fail('seats.pages.size', pages.size, 'is not a whole number from 1 on');
      ready['seats'] = {
        ...(seats as object),
        ...(resolve({ path, seat }, 'seats') as object),
        ...(seats.body !== undefined && { body: fillKeys(seats.body, 'seats.body') }),
        ...(pages && { pages: { ...pages, size: size > 0 ? size : 100 } }),
      };
    }
  }
  const refused =
    secret !== null || (preset !== null && problems.some(({ path }) => path.startsWith('endpoint.vars')));
  return { endpoint: refused ? null : (ready as unknown as ReadyEndpoint), problems };
}

/** Returns the blocks of an endpoint, without the keys that only select it. */
function pick(config: EndpointConfig): Endpoint {
  const { sign, count, seats, fallback } = config;
  const blocks = { sign, count, seats, fallback };
  return Object.fromEntries(Object.entries(blocks).filter(([, value]) => value !== undefined)) as Endpoint;
}

/** Returns all addresses of an endpoint as its author wrote them. */
function addressesOf({ sign, count, seats }: Endpoint): string[] {
  return [sign, count, seats]
    .flat()
    .flatMap((block: unknown) => (isObject(block) ? [block['url'], block['urls']].flat() : []))
    .filter((text) => typeof text === 'string');
}

/** Reads the fallback for signing, without the parts that cannot be used. */
function readFallback(
  given: unknown,
  fail: (path: string, value: unknown, message: string) => void,
): Fallback {
  const { copy, email } = isObject(given) ? given : {};
  if (!isObject(given)) fail('fallback', given, 'must be an object, like {"copy": true}');
  const isEmail = typeof email === 'string' && /^[^\s@]+@[^\s@]+$/.test(email);
  if (email !== undefined && email !== null && !isEmail)
    fail('fallback.email', email, 'is not an email address; write one like "sign@ngo.example"');
  return { ...(copy === true && { copy }), ...(isEmail && { email }) };
}

/** Reads the variables as text. `isPrefix`: true for a variable at the start of an address that continues after it. */
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
        `is not a variable of this preset; it has ${Object.keys(known).join(', ') || 'none'}`,
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

/** Merges the fields of a map into a template. */
function mergeFieldMap(body: Template | undefined, map: Readonly<Record<string, string>>): Template {
  const result = (isObject(body) ? structuredClone(body) : {}) as Record<string, unknown>;
  for (const [field, place] of Object.entries(map)) setAt(result, String(place), `$field.${field}`);
  return result as Template;
}

/**
 * Sets a value at a dotted path, creating objects and lists on the way; paths that lead to the prototype are not
 * set.
 */
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
