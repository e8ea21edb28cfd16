/**
 * Strict validation: of campaign documents, for authors, the builder and the box office, and of the bodies that
 * sign.
 * Separate from `model/index.ts`: this is the only file that loads valibot.
 */
import * as v from 'valibot';
import {
  AUDIENCES,
  CONSENT_MODES,
  COUNTRY_CODE,
  FIELD_NAME,
  FIELD_TYPES,
  SHAPE_ROLES,
  SHARE_CHANNELS,
  STATES,
  THEMES,
  TOKEN_NAME,
  VENUE_KINDS,
  type CampaignDocument,
} from '../campaign.js';
import { isDay, isFullDay } from '../day.js';
import { checkAddress } from '../address.js';
import { IS_NO_LABEL, LABEL, labelsInCode, readLabel } from '../label.js';
import { descriptionProblems } from './description.js';
import type { Names } from './description-references.js';
import type { EndpointConfig } from '../endpoint.js';
import { shortJson, type Problem } from '../problem.js';
import {
  ID,
  IS_NO_ADDRESS,
  isFilledText,
  isInstant,
  isLanguageTag,
  isTokenValue,
  LANGUAGE,
  MAX_ADDRESS,
  MAX_ADVICE,
  MAX_CONSENTS,
  MAX_CONSENT_TEXT,
  MAX_SUMMARY,
  MAX_VERSION,
  MESSAGE_KEY,
  NEVER_KEYS,
  SEALING_KEY_ID,
  SEALING_PUBLIC_KEY,
  TIME_ZONE,
} from '../rules.js';
import { CHOICES, isKnownTimeZone, isWebAddress, TIMEOUT_MS, unknownKey } from '../declared/schema-rules.js';
import {
  MAX_FIELD_PROBLEMS,
  pointerTo,
  type FieldProblem,
  type FieldProblemCode,
  type SignatureRequest,
} from '../signature/signature.js';
import { isObject } from '../objects.js';

/** Maximum number of reported problems; nobody reads a longer list. */
const MAX_PROBLEMS = 20;
const MAX_LOCALE = 35;

const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const FULL_DAY = /^\d{4}-\d{2}-\d{2}$/;

function ownEntry(value: unknown, key: string | number): unknown {
  return (isObject(value) || Array.isArray(value)) && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function codePoints(text: string): number {
  return [...text].length;
}

// --- pieces of both schemas

/** Messages for an object with missing or unknown keys: a sentence for authors, a code for signers. */
interface KeyMessages {
  missing: string;
  notObject: string;
  unknown: (key: string, allowed: readonly string[]) => string;
  reserved: string;
}

const SENTENCES: KeyMessages = {
  missing: 'is missing',
  notObject: 'must be an object',
  unknown: unknownKey,
  reserved: 'cannot be used as a key',
};

const CODES = {
  missing: 'required',
  notObject: 'format',
  unknown: () => 'unknown',
  reserved: 'unknown',
} satisfies KeyMessages & Record<Exclude<keyof KeyMessages, 'unknown'>, FieldProblemCode>;

type IssuePath = [v.IssuePathItem, ...v.IssuePathItem[]];

/** Returns the issue path of a place inside a value. */
function pathTo(input: unknown, ...keys: (string | number)[]): IssuePath {
  return keys.map((key) => {
    const item = {
      type: 'unknown' as const,
      origin: 'value' as const,
      input,
      key,
      value: ownEntry(input, key),
    };
    input = item.value;
    return item;
  }) as unknown as IssuePath;
}

/**
 * Accepts only objects, and validates each own key. Unlike `v.strictObject`, it reports every unknown key instead
 * of the first, suggests the nearest known ones, and ignores keys that every object inherits.
 */
function onlyObjects<S extends v.GenericSchema>(
  schema: S,
  words: KeyMessages,
  messageFor: (key: string) => string | null,
): S {
  const notObject = v.custom(isObject, words.notObject);
  return {
    ...schema,
    '~run'(dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>) {
      const input = dataset.value;
      if (!isObject(input)) return notObject['~run'](dataset, config);
      const keys = v.rawCheck<unknown>(({ addIssue }) => {
        let left = MAX_FIELD_PROBLEMS;
        for (const key of Object.keys(input)) {
          const message = messageFor(key);
          if (message === null) continue;
          addIssue({ message, input: undefined, path: pathTo(input, key) });
          if (--left === 0) break;
        }
      });
      // Own values only, whatever a page has added to the prototype of all objects.
      const ownDataset: v.UnknownDataset = { value: Object.assign(Object.create(null), input) };
      return keys['~run'](
        schema['~run'](ownDataset, config) as v.OutputDataset<unknown, v.BaseIssue<unknown>>,
        config,
      );
    },
  };
}

function objectOf<E extends v.ObjectEntries>(
  entries: E,
  words: KeyMessages = SENTENCES,
): v.ObjectSchema<E, string> {
  return onlyObjects(v.object(entries, words.missing), words, (key) =>
    Object.hasOwn(entries, key) ? null : words.unknown(key, Object.keys(entries)),
  );
}

function recordOf<K extends v.GenericSchema<string, string>, S extends v.GenericSchema>(
  key: K,
  value: S,
  words: KeyMessages = SENTENCES,
): v.RecordSchema<K, S, undefined> {
  return onlyObjects(v.record(key, value), words, (name) =>
    NEVER_KEYS.includes(name) ? words.reserved : null,
  );
}

/** A text that matches a pattern. */
function string(
  pattern: RegExp,
  message: string,
): v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]> {
  return v.pipe(v.string(message), v.regex(pattern, message));
}

/** Requires the entries of an array to be unique (by `key`, if it is given). */
function uniqueBy<T>(message: string, key?: string): v.RawCheckAction<T[]> {
  return v.rawCheck<T[]>(({ dataset, addIssue }) => {
    const seen = new Set<unknown>();
    entriesOf(dataset.value).forEach((entry, i) => {
      const value = key === undefined ? entry : ownEntry(entry, key);
      if (value !== undefined && seen.has(value)) {
        addIssue({
          message,
          input: value,
          path: pathTo(dataset.value, i, ...(key === undefined ? [] : [key])),
        });
      }
      seen.add(value);
    });
  });
}

/**
 * One of several schemas, chosen by inspecting the value, so that problems refer to the schema that was meant and
 * not to all of them. The JSON Schema, which has no value, includes all of them.
 */
function variantOf<const S extends readonly v.GenericSchema[]>(
  options: S,
  choose: (value: unknown) => S[number] | v.NeverSchema<string>,
): v.GenericSchema<unknown, v.InferOutput<S[number]>> {
  type Chosen = v.GenericSchema<unknown, v.InferOutput<S[number]>>;
  const any = v.union(options as unknown as v.UnionOptions) as Chosen;
  return v.lazy((value) => (value === undefined ? any : (choose(value) as Chosen)));
}

// --- the campaign document

/** A key that may be absent or null. */
function optional<S extends v.GenericSchema>(
  schema: S,
): v.ExactOptionalSchema<v.NullableSchema<S, undefined>, undefined> {
  return v.exactOptional(v.nullable(schema));
}

function describe<S extends v.GenericSchema>(
  description: string,
  schema: S,
): v.SchemaWithPipe<readonly [S, v.DescriptionAction<v.InferOutput<S>, string>]> {
  return v.pipe(schema, v.description(description));
}

function word<const W extends readonly string[]>(words: W): v.PicklistSchema<W, string> {
  return v.picklist(words, `is not one of ${words.join(', ')}`);
}

function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): v.GenericSchema<number> {
  const message = `is not a whole number from ${min} ${max === Number.MAX_SAFE_INTEGER ? 'on' : `to ${max}`}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(min, message), v.maxValue(max, message));
}

function listOf<S extends v.GenericSchema>(item: S): v.ArraySchema<S, string> {
  return v.array(item, 'must be a list');
}

function filled<S extends v.GenericSchema>(
  item: S,
  message: string,
): v.SchemaWithPipe<readonly [v.ArraySchema<S, string>, v.NonEmptyAction<v.InferOutput<S>[], string>]> {
  return v.pipe(listOf(item), v.nonEmpty(message));
}

const id = string(ID, 'is not an id; use 1 to 64 of a-z, 0-9 and -');
/** A number becomes its decimal text; the pattern is for editors, `readLabel` is the rule. */
const label = v.pipe(
  v.union([string(LABEL, IS_NO_LABEL), v.number()], IS_NO_LABEL),
  v.check((value) => readLabel(value) !== null, IS_NO_LABEL),
  v.transform((value) => readLabel(value) ?? String(value)),
);
const anyText = v.string('must be a text');
const filledText = string(/\S/, 'must be a text that is not empty');
const day = v.pipe(
  string(DAY, 'is not a day; write YYYY-MM-DD, YYYY-MM or YYYY'),
  v.check((value) => isDay(value), 'is not a day of the calendar'),
);
const fullDay = v.pipe(
  string(FULL_DAY, 'is not a full day; write YYYY-MM-DD'),
  v.check((value) => isFullDay(value), 'is not a day of the calendar'),
);
const IS_NO_TIME_ZONE = 'is not a time zone; write its IANA name, like "Europe/Minsk"';
const timeZone = v.pipe(string(TIME_ZONE, IS_NO_TIME_ZONE), v.check(isKnownTimeZone, IS_NO_TIME_ZONE));

const HTTPS = 'https:// (http:// only for localhost)';
const WEB_ADDRESS = `is not a usable address; write a whole one with ${HTTPS}`;
const address = v.pipe(
  string(/^https?:\/\//, WEB_ADDRESS),
  v.check((value) => isWebAddress(value), WEB_ADDRESS),
);
const NEAR_ADDRESS = `is not a usable address; write one relative to this document, or a whole one with ${HTTPS}`;
/** An address for requests, possibly relative to the document; `isPrefix`: paths are appended to it. */
const AT_DOCUMENT = { base: 'https://relative.invalid/', isPrefix: true };
const boxOffice = v.pipe(
  v.string(IS_NO_ADDRESS),
  v.minLength(1, IS_NO_ADDRESS),
  v.rawCheck(({ dataset: { value: input }, addIssue }) => {
    const { fault } = checkAddress(input, AT_DOCUMENT);
    if (fault !== null) addIssue({ message: fault, input });
  }),
);
const nearAddress = v.pipe(
  string(/\S/, NEAR_ADDRESS),
  v.check((value) => isWebAddress(value, true), NEAR_ADDRESS),
);

/** A text of at most `max` code points that is not blank. */
const withLimits = (max: number): v.GenericSchema<string> =>
  v.pipe(
    filledText,
    v.check((value) => isFilledText(value, max), `is too long; use at most ${max} characters`),
  );

const coordinate = v.pipe(v.number('is not a number'), v.finite('is not a number'));
const seatPlace = v.strictTuple([coordinate, coordinate], 'is not a place; write [x, y], two numbers');
const IS_NO_CODE = 'is not a seat code; write block-row-number, like "12-8-14"';
const LABEL_TWICE = 'occurs twice; labels beside each other must differ';
const seatRow = v.pipe(
  objectOf({
    label,
    seats: filled(seatPlace, 'needs at least one seat'),
    names: optional(
      describe(
        'Unique name printed on each seat; without names, seats are numbered from 1',
        v.pipe(listOf(label), uniqueBy(LABEL_TWICE)),
      ),
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const { names, seats } = dataset.value as { names?: unknown; seats?: unknown };
    if (!Array.isArray(names) || !Array.isArray(seats) || names.length === seats.length) return;
    addIssue({
      message: `gives ${names.length} names to ${seats.length} seats; give each seat one`,
      input: names,
      path: pathTo(dataset.value, 'names'),
    });
  }),
);
const seatBlock = objectOf({
  label,
  rows: v.pipe(filled(seatRow, 'needs at least one row'), uniqueBy(LABEL_TWICE, 'label')),
});
const role = word(SHAPE_ROLES);
const shapes = {
  polygon: objectOf({
    shape: v.literal('polygon'),
    role,
    points: describe(
      'Corners in order; a line ends at its last point, any other shape is closed',
      listOf(seatPlace),
    ),
  }),
  circle: objectOf({ shape: v.literal('circle'), role, at: seatPlace, radius: coordinate }),
  arc: objectOf({
    shape: v.literal('arc'),
    role,
    at: seatPlace,
    inner: coordinate,
    outer: coordinate,
    start: describe('Degrees clockwise, 0 = right', coordinate),
    end: describe('Degrees clockwise, 0 = right', coordinate),
  }),
};
const shape = variantOf([shapes.polygon, shapes.circle, shapes.arc], (value) => {
  const kind = ownEntry(value, 'shape');
  if (kind === 'polygon' || kind === 'circle' || kind === 'arc') return shapes[kind];
  return v.never('is not a shape; its "shape" is polygon, circle or arc');
});
const capacity = optional(describe('Exact number of seats', wholeNumber(20, 1_000_000)));
const hemicycle = objectOf({
  kind: v.literal('hemicycle'),
  capacity,
  wedges: optional(describe('Number of wedges the parties sit in', wholeNumber(1, 60))),
});
const builtIn = objectOf({ kind: word(VENUE_KINDS), capacity });
const ownVenue = objectOf({
  name: filledText,
  blocks: v.pipe(filled(seatBlock, 'needs at least one block'), uniqueBy(LABEL_TWICE, 'label')),
  scenery: optional(describe('Shapes drawn around the seats', listOf(shape))),
});
const venueName = word(VENUE_KINDS);
const venue = variantOf([venueName, hemicycle, builtIn, ownVenue], (value) => {
  if (typeof value === 'string') return venueName;
  if (!isObject(value))
    return v.never('is not a venue; write a name, {"kind": "arena"}, or {"name", "blocks"}');
  if (!Object.hasOwn(value, 'kind')) return ownVenue;
  return value['kind'] === 'hemicycle' ? hemicycle : builtIn;
});

const flag = v.boolean('must be true or false');
/** A template may be any JSON; its references are resolved when it is filled. */
const template = v.unknown();
const texts = recordOf(v.string(), anyText);
const anyRule = recordOf(v.string(), v.unknown());
const rule = objectOf({
  status: optional(v.union([v.number(), v.string()], 'must be a status, like 409 or "2xx"')),
  path: optional(anyText),
  equals: optional(v.unknown()),
  exists: optional(flag),
  matches: optional(anyText),
  redirected: optional(v.literal(true, 'must be true')),
  any: optional(listOf(anyRule)),
  all: optional(listOf(anyRule)),
  not: optional(anyRule),
});
const target = {
  url: optional(filledText),
  urls: optional(filled(filledText, 'needs at least one address')),
  headers: optional(texts),
  query: optional(recordOf(v.string(), template)),
  timeoutMs: optional(wholeNumber(...TIMEOUT_MS)),
  referrer: optional(v.literal('origin', 'is not one of origin')),
};
const graphql = objectOf({
  query: filledText,
  operationName: optional(filledText),
  variables: optional(template),
  extensions: optional(template),
});
const idempotency = objectOf({ header: optional(filledText), field: optional(filledText) });
const noIdempotency = v.literal(false, 'must be {"header"}, {"field"} or false');
const signCall = objectOf({
  ...target,
  method: optional(word(CHOICES.sign.method)),
  encoding: optional(word(CHOICES.sign.encoding)),
  contentType: optional(filledText),
  body: optional(template),
  map: optional(recordOf(v.string(), filledText)),
  graphql: optional(graphql),
  arrays: optional(word(CHOICES.sign.arrays)),
  nesting: optional(word(CHOICES.sign.nesting)),
  mode: optional(word(CHOICES.sign.mode)),
  idempotency: optional(
    variantOf([idempotency, noIdempotency], (value) => (isObject(value) ? idempotency : noIdempotency)),
  ),
  response: optional(
    objectOf({
      success: optional(rule),
      inProgress: optional(rule),
      stored: optional(rule),
      seatTaken: optional(rule),
      duplicate: optional(rule),
      notUnique: optional(rule),
      pending: optional(rule),
      assumed: optional(rule),
      refused: optional(rule),
      message: optional(listOf(anyText)),
      fields: optional(
        objectOf({
          each: optional(anyText),
          name: optional(anyText),
          message: optional(anyText),
          pattern: optional(filledText),
        }),
      ),
      count: optional(anyText),
      id: optional(anyText),
    }),
  ),
});
const countCall = objectOf({
  ...target,
  method: optional(word(CHOICES.count.method)),
  graphql: optional(graphql),
  body: optional(template),
  path: optional(anyText),
  goal: optional(anyText),
  pattern: optional(filledText),
  offset: optional(v.pipe(v.number('is not a whole number'), v.integer('is not a whole number'))),
  pollMs: optional(wholeNumber(15_000)),
  afterSign: optional(word(['bump', 'refetch'])),
});
const countCalls = listOf(countCall);
const seatsCall = objectOf({
  ...target,
  method: optional(word(CHOICES.seats.method)),
  graphql: optional(graphql),
  body: optional(template),
  format: optional(word(CHOICES.seats.format)),
  path: optional(anyText),
  seat: optional(anyText),
  pages: optional(
    objectOf({
      by: word(['page', 'offset']),
      key: filledText,
      size: v.union([v.number(), v.string()], 'must be a number'),
    }),
  ),
});
const preset = v.pipe(
  objectOf({
    preset: optional(filledText),
    vars: optional(
      recordOf(
        v.string(),
        v.union([v.string(), v.number(), v.boolean()], 'must be a text, a number, true or false'),
      ),
    ),
    sign: optional(signCall),
    count: optional(
      variantOf([countCall, countCalls], (value) => (Array.isArray(value) ? countCalls : countCall)),
    ),
    seats: optional(seatsCall),
    fallback: optional(
      objectOf({
        copy: optional(flag),
        email: optional(string(/^[^\s@]+@[^\s@]+$/, 'is not an e-mail address')),
      }),
    ),
    allowPublicCredential: optional(flag),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const { value } = dataset;
    if (ownEntry(value, 'preset') === 'box-office') {
      const input = ownEntry(ownEntry(value, 'vars'), 'url');
      const { fault } = checkAddress(input, AT_DOCUMENT);
      if (fault !== null) addIssue({ message: fault, input, path: pathTo(value, 'vars', 'url') });
    }
    if (['preset', 'sign', 'count', 'seats'].some((key) => ownEntry(value, key) != null)) return;
    addIssue({
      message: 'is missing; name one, or write sign, count and seats yourself',
      input: undefined,
      path: pathTo(value, 'preset'),
    });
  }),
) as unknown as v.GenericSchema<unknown, EndpointConfig>;
const endpoint = variantOf([boxOffice, preset], (value) => {
  if (typeof value === 'string') return boxOffice;
  return isObject(value) ? preset : v.never('is not an endpoint; write an address, or {"preset", "vars"}');
});

const stay = objectOf({ action: v.literal('stay', 'is not one of stay, redirect') });
const redirect = objectOf({ action: v.literal('redirect'), url: address });
const afterSign = variantOf([stay, redirect], (value) =>
  ownEntry(value, 'action') === 'redirect' ? redirect : stay,
);

const TOKEN_VALUE =
  'is not a value for a token; leave out ; { } < > @ \\ and url(), and close quotes and brackets';
const look = objectOf({
  theme: optional(word(THEMES)),
  tokens: optional(
    recordOf(
      string(TOKEN_NAME, 'is not the name of a token; write it without --petition-, in a-z, 0-9 and -'),
      v.pipe(
        v.string(TOKEN_VALUE),
        v.check((value) => isTokenValue(value), TOKEN_VALUE),
      ),
    ),
  ),
});

const INSTANT = 'is not an instant in UTC; write it like "2027-01-31T12:00:00Z", or null';
const sealingKey = objectOf({
  id: string(SEALING_KEY_ID, 'is not the id of a key; use 1 to 64 letters, digits, - and _'),
  publicKey: string(
    SEALING_PUBLIC_KEY,
    'is not a public key; write the 65 bytes of an uncompressed P-256 point as base64url',
  ),
  expires: optional(
    describe(
      'Instant in UTC; null: never',
      v.pipe(
        v.string(INSTANT),
        v.check((value) => isInstant(value), INSTANT),
      ),
    ),
  ),
});

const languageList = v.pipe(
  filled(
    v.pipe(
      string(LANGUAGE, 'is not a language tag'),
      v.check((value) => isLanguageTag(value), 'is not a language tag'),
    ),
    'needs at least one language',
  ),
  uniqueBy('occurs twice'),
);
const organiserList = v.pipe(
  listOf(objectOf({ id, name: filledText, url: address, privacy: address })),
  uniqueBy('occurs twice; each organiser needs its own id', 'id'),
);
const goalList = v.pipe(
  listOf(wholeNumber(1)),
  v.rawCheck(({ dataset, addIssue }) => {
    const goals = entriesOf(dataset.value);
    goals.forEach((goal, i) => {
      const before = goals[i - 1];
      if (typeof goal !== 'number' || typeof before !== 'number' || goal > before) return;
      addIssue({
        message: 'must be greater than the goal before it',
        input: goal,
        path: pathTo(goals, i),
      });
    });
  }),
);
const sealing = objectOf({
  keys: v.pipe(filled(sealingKey, 'needs at least one key'), uniqueBy('occurs twice', 'id')),
});

/** A text for all languages, or one per language; `languages` null: for any language. */
function textSchema(
  languages: readonly string[] | null,
  content: v.GenericSchema<string, string>,
): v.GenericSchema<unknown, string | Record<string, string>> {
  const language = v.pipe(
    string(LANGUAGE, 'is not a language tag'),
    v.check(
      (tag) => languages === null || languages.includes(tag),
      `is not one of the campaign's languages; use ${languages?.join(', ')}, or add it to languages`,
    ),
  );
  const forEach = v.pipe(
    recordOf(language, content),
    v.minEntries(1, 'needs a text in at least one language'),
  );
  return variantOf([content, forEach], (value) => {
    if (typeof value === 'string') return content;
    return isObject(value)
      ? forEach
      : v.never('must be a text, or one for each language, like {"en": "..."}');
  });
}

/** The schemas of texts in these languages; null: in any. One of each, so that the JSON Schema has it once. */
function textsIn(languages: readonly string[] | null) {
  return {
    text: textSchema(languages, anyText),
    words: textSchema(languages, filledText),
    limited: (max: number) => textSchema(languages, withLimits(max)),
  };
}

type Texts = ReturnType<typeof textsIn>;

function storiesWith({ text, words, limited }: Texts) {
  const portrait = objectOf({
    src: nearAddress,
    width: wholeNumber(1),
    height: wholeNumber(1),
    alt: text,
    credit: optional(text),
  });
  const story = objectOf({
    id,
    name: words,
    seat: optional(
      describe(
        'Code of the seat kept for the person, like 12-8-14',
        v.pipe(
          string(/^[^-]+-[^-]+-[^-]+$/, IS_NO_CODE),
          v.check((value) => labelsInCode(value) !== null, IS_NO_CODE),
        ),
      ),
    ),
    lede: describe('First person', text),
    teller: optional(describe('Name of the speaker, if it is not the person themselves', text)),
    body: describe('Markdown subset', text),
    note: optional(text),
    portrait: optional(portrait),
    status: text,
    statusDate: day,
    verified: optional(describe('Day on which the story was last compared with its sources', day)),
    sources: listOf(objectOf({ title: filledText, url: address })),
    updates: optional(
      listOf(objectOf({ date: day, text: describe('Markdown subset', text), source: optional(address) })),
    ),
    letters: optional(
      describe(
        'Instructions for writing to the person',
        objectOf({
          address: describe('As on an envelope; line breaks are kept', limited(MAX_ADDRESS)),
          advice: optional(describe('Advice on the contents of a letter', limited(MAX_ADVICE))),
        }),
      ),
    ),
  });
  return v.pipe(listOf(story), uniqueBy('occurs twice; each story needs its own id', 'id'));
}

function fieldsWith({ text, words }: Texts) {
  const option = objectOf({ value: filledText, label: words });
  const field = v.pipe(
    objectOf({
      name: v.pipe(
        string(FIELD_NAME, 'is not the name of a field; use a-z, 0-9 and _, a letter first, at most 32'),
        v.check((value) => !NEVER_KEYS.includes(value), 'is a reserved word; use another'),
      ),
      type: word(FIELD_TYPES),
      required: flag,
      maxLength: optional(describe('In characters; default 200', wholeNumber(1))),
      label: optional(text),
      hint: optional(text),
      options: optional(
        v.pipe(listOf(option), uniqueBy('occurs twice; each option needs its own value', 'value')),
      ),
      seenBy: describe(
        'Audiences that see this answer',
        v.pipe(listOf(word(AUDIENCES)), uniqueBy('occurs twice')),
      ),
      step: optional(describe('Step of the form; default 1', v.picklist([1, 2], 'is not one of 1, 2'))),
    }),
    v.rawCheck(({ dataset, addIssue }) => {
      const { value } = dataset;
      if (ownEntry(value, 'type') !== 'choice' || entriesOf(ownEntry(value, 'options')).length > 0) return;
      addIssue({
        message: 'is missing; a choice needs options, like [{"value": "yes", "label": "Yes"}]',
        input: undefined,
        path: pathTo(value, 'options'),
      });
    }),
  );
  return v.pipe(listOf(field), uniqueBy('occurs twice; each field needs its own name', 'name'));
}

function consentsWith({ limited }: Texts) {
  const consent = v.pipe(
    objectOf({
      purpose: id,
      organiser: describe('The id of one of the organisers', id),
      required: describe('Default true', v.nullish(flag, true)),
      // It is sent with a signature as proof, and must also pass the validation of signatures.
      version: describe('Changes whenever the sentence changes', withLimits(MAX_VERSION)),
      text: describe('The sentence the signer agrees to', limited(MAX_CONSENT_TEXT)),
      mode: optional(describe('How to ask for the consent; default box', word(CONSENT_MODES))),
      modeByCountry: optional(
        describe(
          'Modes that replace it in some countries',
          recordOf(
            string(COUNTRY_CODE, 'is not a country; write its two letters of ISO 3166-1, like "DE"'),
            word(CONSENT_MODES),
          ),
        ),
      ),
    }),
    v.rawCheck(({ dataset, addIssue }) => {
      const { value } = dataset;
      if (ownEntry(value, 'required') !== true) return;
      for (const key of ['mode', 'modeByCountry'] as const) {
        if ((ownEntry(value, key) ?? 'box') !== 'box')
          addIssue({
            message: 'cannot be used with required; a consent that is required is a box to tick everywhere',
            input: ownEntry(value, key),
            path: pathTo(value, key),
          });
      }
    }),
  );
  return v.pipe(
    listOf(consent),
    v.maxLength(MAX_CONSENTS, `has too many entries; use at most ${MAX_CONSENTS}`),
    uniqueBy('occurs twice; each consent needs its own purpose', 'purpose'),
  );
}

function shareWith({ text }: Texts) {
  return objectOf({
    url: address,
    text,
    channels: v.pipe(filled(word(SHARE_CHANNELS), 'needs at least one channel'), uniqueBy('occurs twice')),
  });
}

/** Checks the rules between parts of a document: who asks for a consent, and the order of the days. */
function checkParts(
  document: unknown,
  addIssue: (issue: { message: string; input: unknown; path: IssuePath }) => void,
): void {
  const organisers = ownEntry(document, 'organisers');
  const ids = entriesOf(organisers).map((organiser) => ownEntry(organiser, 'id'));
  entriesOf(ownEntry(document, 'consents')).forEach((entry, i) => {
    const organiser = ownEntry(entry, 'organiser');
    // If an organiser is itself invalid, that problem is reported instead.
    if (!isId(organiser) || !Array.isArray(organisers) || !ids.every(isId) || ids.includes(organiser)) return;
    addIssue({
      message: `is not the id of an organiser; use ${ids.join(', ') || 'one after adding it to organisers'}`,
      input: organiser,
      path: pathTo(document, 'consents', i, 'organiser'),
    });
  });
  const [opens, closes] = [ownEntry(document, 'opens'), ownEntry(document, 'closes')];
  if (isFullDay(opens) && isFullDay(closes) && closes < opens) {
    addIssue({ message: `is before opens (${opens})`, input: closes, path: pathTo(document, 'closes') });
  }
}

/** The schema of a document in these languages; null: in any. */
function documentIn(languages: readonly string[] | null) {
  const texts = textsIn(languages);
  const { text, words, limited } = texts;
  return v.pipe(
    objectOf(
      {
        grandstand: describe('Version of the format', v.literal(1, 'is not a known version; use 1')),
        id,
        languages: describe('BCP 47 tags; the first is the fallback', languageList),
        title: words,
        ask: describe('The call to act', text),
        summary: optional(
          describe(
            'Summary on the first screen; default: the first sentence of demand',
            limited(MAX_SUMMARY),
          ),
        ),
        demand: describe('Markdown subset', text),
        target: describe('Recipient of the signatures', text),
        notice: optional(text),
        organisers: organiserList,
        state: word(STATES),
        opens: optional(describe('First day, in the timeZone', fullDay)),
        closes: optional(describe('Last day, in the timeZone', fullDay)),
        timeZone: optional(
          describe('IANA time zone of opens and closes; default: the last place on earth (UTC-12)', timeZone),
        ),
        venue: optional(describe('A name, {kind, capacity}, or {name, blocks}; default: no seats', venue)),
        stories: storiesWith(texts),
        fields: fieldsWith(texts),
        consents: consentsWith(texts),
        goals: describe('Steps of the goal, ascending', goalList),
        milestones: optional(
          describe(
            'Texts that the counter shows from a count on',
            v.pipe(listOf(objectOf({ at: wholeNumber(1), text: words })), uniqueBy('occurs twice', 'at')),
          ),
        ),
        minimum: optional(describe('Smallest count that is shown', wholeNumber(0))),
        endpoint: describe("A URL (the box office's protocol), or a preset with its variables", endpoint),
        look: optional(look),
        share: optional(shareWith(texts)),
        afterSign: optional(afterSign),
        messages: optional(
          describe(
            "Message key -> the author's text instead of ours",
            recordOf(string(MESSAGE_KEY, 'is not the key of a message'), text),
          ),
        ),
        sealing: optional(sealing),
      } satisfies Record<keyof CampaignDocument, v.GenericSchema>,
      { ...SENTENCES, notObject: 'is not a campaign document; that is an object' },
    ),
    v.rawCheck(({ dataset, addIssue }) => checkParts(dataset.value, addIssue)),
    v.title('Grandstand campaign'),
    v.description('One petition with its stories, texts, venue, endpoint and look.'),
  );
}

/**
 * The schema of the campaign document in any languages: for tools, and the JSON Schema. Its type proves that it
 * fits `CampaignDocument`.
 */
export const campaignSchema: v.GenericSchema<unknown, CampaignDocument> = documentIn(null);

/** Validates a campaign document by every rule; the returned document is a fresh one. */
export function parseCampaign(
  source: unknown,
): { document: CampaignDocument; problems: readonly [] } | { document: null; problems: readonly Problem[] } {
  // Own values only, except `sealing`: if an inherited one were overlooked, plain text would be sent.
  const json =
    isObject(source) && (source['sealing'] ?? null) !== null
      ? { ...source, sealing: source['sealing'] }
      : source;
  const languages = ownEntry(json, 'languages');
  const areLanguages = Array.isArray(languages) && languages.length > 0 && languages.every(isLanguageTag);
  const schema: typeof campaignSchema = documentIn(areLanguages ? languages : null);
  const result = v.safeParse(schema, json);
  if (result.success) return { document: result.output, problems: [] };
  return {
    document: null,
    problems: report(result.issues, problemOf, (problem) => problem.path, MAX_PROBLEMS),
  };
}

/**
 * Validates the description of an endpoint by every rule, for authors: wrong types, unknown keys, references to
 * nothing, rules that never hold. One problem per place; paths begin with `endpoint`.
 */
export function validateDescription(config: EndpointConfig, names: Names): readonly Problem[] {
  const { issues = [] } = v.safeParse(preset, config);
  const shape = report(issues, problemOf, (problem) => problem.path, MAX_PROBLEMS).map((problem) => ({
    ...problem,
    path: `endpoint${problem.path.startsWith('[') || problem.path === '' ? '' : '.'}${problem.path}`,
  }));
  const found = new Map<string, Problem>();
  for (const problem of [...shape, ...descriptionProblems(config, names)])
    if (!found.has(problem.path)) found.set(problem.path, problem);
  return [...found.values()].slice(0, MAX_PROBLEMS);
}

/**
 * Returns one problem per place, in order and at most `max`; any other problem of the same value follows from the
 * first.
 */
function report<T>(
  issues: readonly v.BaseIssue<unknown>[],
  make: (issue: v.BaseIssue<unknown>) => T,
  place: (found: T) => string,
  max: number,
): T[] {
  const found = new Map<string, T>();
  for (const issue of issues) {
    const one = make(issue);
    if (!found.has(place(one))) found.set(place(one), one);
    if (found.size === max) break;
  }
  return [...found.values()];
}

function problemOf({ path, input, message }: v.BaseIssue<unknown>): Problem {
  return {
    path: (path ?? []).reduce<string>((text, { key }) => text + step(key, text === ''), ''),
    value: input === undefined ? null : shortJson(input),
    message,
  };
}

/** Writes one step of a path as scripts write it: `[0]`, `.seat`, `["odd key"]`. */
function step(key: unknown, isFirst: boolean): string {
  if (typeof key === 'number') return `[${key}]`;
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(String(key))) return `[${shortJson(key)}]`;
  return isFirst ? String(key) : `.${String(key)}`;
}

// --- the body that signs

const code = <C extends FieldProblemCode>(name: C): C => name;

function proof(max: number) {
  return v.pipe(
    v.string(code('format')),
    // Proof is stored as sent; text stores cannot keep these two: NUL and lone surrogates.
    v.check((value) => !/\0|\p{Surrogate}/u.test(value), code('format')),
    v.check((value) => codePoints(value) <= max, code('too-long')),
  );
}

const signatureSchema = objectOf(
  {
    idempotencyKey: string(/^[A-Za-z0-9_-]{22}$/, code('format')),
    seat: v.nullish(
      v.pipe(
        v.number(code('format')),
        v.integer(code('format')),
        v.minValue(0, code('out-of-range')),
        v.maxValue(0x7fffffff, code('out-of-range')),
      ),
      null,
    ),
    withdrawal: v.nullish(string(/^[A-Za-z0-9_-]{43}$/, code('format')), null),
    locale: v.pipe(
      v.string(code('format')),
      v.maxLength(MAX_LOCALE, code('too-long')),
      v.regex(LANGUAGE, code('format')),
    ),
    fields: recordOf(
      string(FIELD_NAME, code('unknown')),
      v.union([v.string(), v.boolean()], code('format')),
      CODES,
    ),
    consents: v.pipe(
      // The length is checked first: thousands of consents are not worth validating.
      v.array(v.unknown(), code('format')),
      v.maxLength(MAX_CONSENTS, code('too-long')),
      v.array(
        objectOf(
          {
            purpose: string(ID, code('unknown')),
            given: v.boolean(code('format')),
            version: proof(MAX_VERSION),
            text: proof(MAX_CONSENT_TEXT),
          },
          CODES,
        ),
        code('format'),
      ),
      uniqueBy(code('format'), 'purpose'),
    ),
  },
  CODES,
);

/**
 * Validates the envelope of `POST /petitions/{id}/signatures`: the keys, their types and lengths. `validateAnswers`
 * checks the answers against the campaign; an absent seat or withdrawal code becomes null.
 */
export function parseSignatureShape(
  body: unknown,
): { request: SignatureRequest; errors: readonly [] } | { request: null; errors: readonly FieldProblem[] } {
  const result = v.safeParse(signatureSchema, body);
  if (result.success) return { request: result.output, errors: [] };
  return {
    request: null,
    errors: report(result.issues, fieldProblemOf, (problem) => problem.pointer, MAX_FIELD_PROBLEMS),
  };
}

function fieldProblemOf({ path, message }: v.BaseIssue<unknown>): FieldProblem {
  // Every message of the schema is a code.
  return {
    pointer: pointerTo(...(path ?? []).map(({ key }) => key as string | number)),
    code: message as FieldProblemCode,
  };
}
