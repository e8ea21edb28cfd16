/**
 * The strict judges: of campaign documents, for authors, the builder and the box office, and of the bodies that sign.
 * Kept out of `model/index.ts`: this is the only file that brings valibot along.
 */
import * as v from 'valibot';
import {
  AUDIENCES,
  FIELD_NAME,
  FIELD_TYPES,
  SHARE_CHANNELS,
  STATES,
  THEMES,
  TOKEN_NAME,
  isTokenValue,
  type CampaignDocument,
} from './campaign.js';
import { isDay, isFullDay } from './day.js';
import { shortJson, type Problem } from './problem.js';
import { pointerTo, type FieldProblem, type FieldProblemCode, type SignatureRequest } from './signature.js';

/** A longer list of mistakes is not read. */
const MAX_PROBLEMS = 20;
const MAX_CONSENTS = 20;
const MAX_CONSENT_TEXT = 2000;
const MAX_VERSION = 64;
const MAX_LOCALE = 35;

const ID = /^[a-z0-9-]{1,64}$/;
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
const SEAT_CODE = /^[\p{L}\p{N}]{1,12}-[\p{L}\p{N}]{1,12}-[1-9]\d{0,6}$/u;
const LABEL = /^[\p{L}\p{N}]{1,12}$/u;
const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const FULL_DAY = /^\d{4}-\d{2}-\d{2}$/;

type Values = Record<string, unknown>;

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(value: unknown, key: string | number): unknown {
  return (isObject(value) || Array.isArray(value)) && Object.hasOwn(value, key) ? (value as Values)[key] : undefined;
}

function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function codePoints(text: string): number {
  return [...text].length;
}

// --- pieces of both schemas

/** What is said about an object that has not the right keys: a sentence for authors, a code for signers. */
interface Words {
  missing: string;
  notObject: string;
  unknown: (key: string, allowed: readonly string[]) => string;
}

const SENTENCES: Words = {
  missing: 'is missing',
  notObject: 'must be an object',
  unknown: (key, allowed) => {
    const near = nearest(key, allowed);
    return `unknown key; ${near === null ? `allowed are ${allowed.join(', ')}` : `did you mean ${near}?`}`;
  },
};

/** Keys that `v.record` leaves out, because they lead to the prototype. */
const NEVER_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

type Path = [v.IssuePathItem, ...v.IssuePathItem[]];

/** The issue path of a place inside a value. */
function pathTo(input: unknown, ...keys: (string | number)[]): Path {
  return keys.map((key) => {
    const item = { type: 'unknown' as const, origin: 'value' as const, input, key, value: own(input, key) };
    input = item.value;
    return item;
  }) as unknown as Path;
}

/**
 * Lets only objects through, and has each own key judged. Beside `v.strictObject` it tells every unknown key instead of
 * the first, with its neighbours, and is not deceived by keys that every object inherits.
 */
function onlyObjects<S extends v.GenericSchema>(schema: S, words: Words, judge: (key: string) => string | null): S {
  const notObject = v.custom(isObject, words.notObject);
  return {
    ...schema,
    '~run'(dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>) {
      const input = dataset.value;
      if (!isObject(input)) return notObject['~run'](dataset, config);
      const keys = v.rawCheck<unknown>(({ addIssue }) => {
        for (const key of Object.keys(input)) {
          const message = judge(key);
          if (message !== null) addIssue({ message, input: undefined, path: pathTo(input, key) });
        }
      });
      return keys['~run'](schema['~run'](dataset, config) as v.OutputDataset<unknown, v.BaseIssue<unknown>>, config);
    },
  };
}

function object<E extends v.ObjectEntries>(entries: E, words: Words = SENTENCES): v.ObjectSchema<E, string> {
  return onlyObjects(v.object(entries, words.missing), words, (key) =>
    Object.hasOwn(entries, key) ? null : words.unknown(key, Object.keys(entries)),
  );
}

function record<K extends v.GenericSchema<string, string>, S extends v.GenericSchema>(
  key: K,
  value: S,
  words: Words = SENTENCES,
): v.RecordSchema<K, S, undefined> {
  return onlyObjects(v.record(key, value), words, (name) => (NEVER_KEYS.includes(name) ? words.unknown(name, []) : null));
}
