/**
 * Resolves the configuration of an endpoint: merges a preset and the author's description into one that is ready to
 * use, and reports what is wrong. Pure and total.
 */
import type {
  Count,
  EndpointDescription,
  EndpointConfig,
  Fallback,
  Preset,
  ReadyCall,
  ReadyEndpoint,
  Reply,
  SeatsCall,
  SignCall,
  Template,
} from '../../model/endpoint.js';
import { isObject } from '../../model/objects.js';
import { shortJson, type Problem, type ReportProblem } from '../../model/problem.js';
import { CHOICES } from '../../model/declared/schema-rules.js';
import { findSecret } from '../../model/declared/secrets.js';
import { mergeFieldMap, mergeOver } from './merge.js';
import { resolveTarget } from './resolve-target.js';
import {
  fillKeys,
  fillPaths,
  fillVariables,
  hasEmptyVariable,
  readVariables,
  type ResolveScope,
} from './variables.js';

/** An endpoint as far as it can be used, and the problems of its configuration. */
export interface ResolvedEndpoint {
  /** Null when sending would be unsafe, or certain to fail. */
  endpoint: ReadyEndpoint | null;
  problems: readonly Problem[];
}

/**
 * Merges a preset (null: none, the author wrote it all) and the author's description, which may be any JSON, into a
 * ready endpoint. `pageOrigin`: origin of the requesting page, which may request its own host by plain http; null
 * when it is unknown.
 */
export function readEndpoint(
  config: EndpointConfig,
  preset: Preset | null,
  pageOrigin: string | null = null,
): ResolvedEndpoint {
  try {
    return resolveDescription(config, preset, pageOrigin);
  } catch {
    const message = 'has the wrong shape; compare it with docs/endpoints.md';
    return { endpoint: null, problems: [{ path: 'endpoint', value: shortJson(config), message }] };
  }
}

function resolveDescription(
  config: EndpointConfig,
  preset: Preset | null,
  pageOrigin: string | null,
): ResolvedEndpoint {
  const problems: Problem[] = [];
  const fail: ReportProblem = (path, value, message) => {
    problems.push({
      path: path && `endpoint.${path}`,
      value: value === undefined ? null : shortJson(value),
      message,
    });
  };

  const secret = findSecret(config);
  if (secret) fail(secret.path, undefined, secret.message);

  const merged = mergeOver(
    pickBlocks((preset ?? {}) as EndpointConfig),
    pickBlocks(config),
  ) as EndpointDescription;
  const vars = readVariables(config.vars ?? {}, preset?.vars ?? null, {
    pageOrigin,
    isPrefix: (name) =>
      addressesOf(merged).some((text) => text !== `{${name}}` && text.startsWith(`{${name}}`)),
    fail,
  });
  const scope: ResolveScope = { vars, pageOrigin, problems, fail };

  const fallback = merged.fallback && resolveFallback(merged.fallback, scope);
  const sign = merged.sign !== undefined && resolveSign(merged.sign, scope);
  const count = merged.count !== undefined && resolveCounts(merged.count, scope);
  const seats = merged.seats !== undefined && resolveSeats(merged.seats, scope);
  const endpoint = {
    vars,
    ...(fallback && { fallback }),
    ...(sign && { sign }),
    ...(count && { count }),
    ...(seats && { seats }),
  };
  const isRefused =
    secret !== null || (preset !== null && problems.some(({ path }) => path.startsWith('endpoint.vars')));
  return { endpoint: isRefused ? null : endpoint, problems };
}

/** Returns the blocks of an endpoint, without the keys that only select it. */
function pickBlocks(config: EndpointConfig): EndpointDescription {
  const { sign, count, seats, fallback } = config;
  const blocks = { sign, count, seats, fallback };
  return Object.fromEntries(
    Object.entries(blocks).filter(([, value]) => value !== undefined),
  ) as EndpointDescription;
}

/** Returns all addresses of an endpoint as its author wrote them. */
function addressesOf({ sign, count, seats }: EndpointDescription): string[] {
  return [sign, count, seats]
    .flat()
    .flatMap((block: unknown) => (isObject(block) ? [block['url'], block['urls']].flat() : []))
    .filter((text) => typeof text === 'string');
}

/** Resolves the request that signs; null when nothing can be sent. */
function resolveSign(given: SignCall, scope: ResolveScope): ReadyCall<SignCall> | null {
  const sign = resolveTarget(given, 'sign', CHOICES.sign, scope);
  if (!sign) return null;
  const { urls, map, response } = sign;
  const key = resolveKey(sign.idempotency, scope);
  const isIdempotent = 'header' in key || 'field' in key;
  if (urls.length > 1 && !isIdempotent)
    scope.fail(
      'sign.urls',
      urls.length,
      'addresses need sign.idempotency: a signature whose answer was lost would be counted twice',
    );
  const body = fillKeys(sign.body, 'sign.body', scope) as Template | undefined;
  return {
    ...sign,
    urls: isIdempotent ? urls : urls.slice(0, 1),
    ...(body !== undefined && { body }),
    ...(map && { body: mergeFieldMap(body, map) }),
    idempotency: isIdempotent ? key : false,
    ...(response && { response: fillPaths(response, 'sign.response', scope) as Reply }),
  };
}

/** Returns the places of the idempotency key, without those that depend on an empty variable. */
function resolveKey(
  given: SignCall['idempotency'],
  scope: ResolveScope,
): Exclude<SignCall['idempotency'], false | undefined> {
  const { header, field } = given || {};
  const isUsed = (name: string | undefined): name is string => !!name && !hasEmptyVariable(name, scope);
  return {
    ...(isUsed(header) && { header: fillVariables(header, 'sign.idempotency.header', scope) }),
    ...(isUsed(field) && { field: fillVariables(field, 'sign.idempotency.field', scope) }),
  };
}

/** Resolves the summands of the count; null when there is none, or when one of them cannot be read. */
function resolveCounts(
  given: Count | readonly Count[],
  scope: ResolveScope,
): readonly ReadyCall<Count>[] | null {
  const counts: readonly Count[] = Array.isArray(given) ? given : [given];
  const ready = counts.flatMap((one, i) => {
    if (isObject(one) && hasEmptyVariable(one['url'], scope)) return [];
    return [resolveCount(one, Array.isArray(given) ? `count[${i}]` : 'count', scope)];
  });
  // A sum that lacks a summand would be a wrong number.
  return ready.length > 0 && ready.every((one) => one !== null) ? ready : null;
}

/** Resolves one request for the count; null when nothing can be sent. */
function resolveCount(given: Count, path: string, scope: ResolveScope): ReadyCall<Count> | null {
  const count = resolveTarget(given, path, CHOICES.count, scope);
  if (!count) return null;
  const { path: place, goal, pattern, offset, body } = count;
  if (offset !== undefined && !Number.isInteger(offset))
    scope.fail(`${path}.offset`, offset, 'is not a whole number');
  return {
    ...count,
    offset: offset !== undefined && Number.isInteger(offset) ? offset : 0,
    ...(body !== undefined && { body: fillKeys(body, `${path}.body`, scope) as Template }),
    ...(fillPaths({ path: place, goal, pattern }, path, scope) as object),
  };
}

/** Resolves the request for the taken seats; null when nothing can be sent, or when it needs an empty variable. */
function resolveSeats(given: SeatsCall, scope: ResolveScope): ReadyCall<SeatsCall> | null {
  if (hasEmptyVariable(given.url, scope) || hasEmptyVariable(given.seat, scope)) return null;
  const seats = resolveTarget(given, 'seats', CHOICES.seats, scope);
  if (!seats) return null;
  const { path, seat, pages, body } = seats;
  const size = Number(pages && fillVariables(String(pages.size), 'seats.pages.size', scope));
  if (pages && !(Number.isInteger(size) && size > 0))
    scope.fail('seats.pages.size', pages.size, 'is not a whole number from 1 on');
  return {
    ...seats,
    ...(fillPaths({ path, seat }, 'seats', scope) as object),
    ...(body !== undefined && { body: fillKeys(body, 'seats.body', scope) as Template }),
    ...(pages && { pages: { ...pages, size: size > 0 ? size : 100 } }),
  };
}

/** Resolves the options for the signer when nothing else helps, without those that cannot be used. */
function resolveFallback(given: unknown, { fail }: ResolveScope): Fallback {
  const { copy, email } = isObject(given) ? given : {};
  if (!isObject(given)) fail('fallback', given, 'must be an object, like {"copy": true}');
  const isEmail = typeof email === 'string' && /^[^\s@]+@[^\s@]+$/.test(email);
  if (email !== undefined && email !== null && !isEmail)
    fail('fallback.email', email, 'is not an email address; write one like "sign@ngo.example"');
  return { ...(copy === true && { copy }), ...(isEmail && { email }) };
}
