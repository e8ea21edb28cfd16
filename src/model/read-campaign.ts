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
  type Consent,
  type Field,
  type Organiser,
  type Portrait,
  type Story,
  type StorySource,
  type StoryUpdate,
} from './campaign.js';
import { isDay, isFullDay } from './day.js';
import { shortJson, type Problem } from './problem.js';

/** Gives the value as it may be used, or undefined where it may not; may say more exactly what is wrong. */
type Reader = (value: unknown, path: string, problems: Problem[]) => unknown;

/** A key without which the whole is unusable, or one with what stands in its place. */
type Key = Reader | readonly [Reader, unknown];

type Values = Record<string, unknown>;

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a value and sees to it that nothing is left out without a word. */
function use(read: Reader, value: unknown, path: string, problems: Problem[]): unknown {
  const before = problems.length;
  const usable = read(value, path, problems);
  if (usable === undefined && problems.length === before) {
    problems.push({ path, value: shortJson(value), message: 'cannot be used; the attribute debug says more' });
  }
  return usable;
}

function object<T>(keys: Record<keyof T, Key>): Reader {
  return (value, path, problems) => {
    if (!isObject(value)) return undefined;
    const result: Values = {};
    for (const [name, key] of Object.entries<Key>(keys)) {
      const at = path ? `${path}.${name}` : name;
      const [read, otherwise] = typeof key === 'function' ? [key] : key;
      // Own properties only; null is the same as absent.
      const given = Object.hasOwn(value, name) ? value[name] : null;
      const usable = given === null || given === undefined ? undefined : use(read, given, at, problems);
      if (usable === undefined && read === key) {
        if (given === null || given === undefined) problems.push({ path: at, value: null, message: 'is missing' });
        return undefined;
      }
      result[name] = usable ?? otherwise;
    }
    return result;
  };
}

function list(item: Reader): Reader {
  return (value, path, problems) =>
    Array.isArray(value)
      ? value.map((one, i) => use(item, one, `${path}[${i}]`, problems)).filter((one) => one !== undefined)
      : undefined;
}

function dictionary(name: RegExp, item: Reader): Reader {
  return (value, path, problems) =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .map(([key, one]) => [key, name.test(key) ? use(item, one, `${path}.${key}`, problems) : undefined])
            .filter(([, one]) => one !== undefined),
        )
      : undefined;
}

function when(test: (value: never) => unknown): Reader {
  return (value) => {
    try {
      return test(value as never) ? value : undefined;
    } catch {
      return undefined;
    }
  };
}

function oneOf(words: readonly unknown[]): Reader {
  return when((value) => words.includes(value));
}

const string = when((value) => typeof value === 'string');
const word = when((value) => typeof value === 'string' && value);
const truth: Reader = (value) => !!value;
const whole = when((value: number) => Number.isInteger(value) && value > 0);
const day = when(isDay);
/** An address of the web, never a script; relative ones stay as they are. */
const url = when((value) => typeof value === 'string' && /^https?:/.test(new URL(value, 'https://a').href));
/** What Intl takes as a language. */
const language = when((value) => typeof value === 'string' && Intl.getCanonicalLocales(value));
const texts = dictionary(/^\w/, string);
const text: Reader = (value, path, problems) =>
  isObject(value) && Object.keys(value).length ? texts(value, path, problems) : string(value, path, problems);

const campaign = object<CampaignDocument>({
  grandstand: oneOf([1]),
  id: word,
  title: text,
  languages: [list(language), []],
  ask: [text, ''],
  demand: [text, ''],
  target: [text, ''],
  notice: [text, null],
  organisers: [list(object<Organiser>({ id: [string, ''], name: word, url: [url, ''], privacy: [url, ''] })), []],
  state: [oneOf(STATES), 'open'],
  opens: [when(isFullDay), null],
  closes: [when(isFullDay), null],
  venue: [when((value) => isObject(value) || typeof value === 'string'), null],
  stories: [
    list(
      object<Story>({
        id: word,
        name: text,
        seat: [word, null],
        lede: [text, ''],
        teller: [text, null],
        body: [text, ''],
        note: [text, null],
        portrait: [object<Portrait>({ src: url, width: whole, height: whole, alt: [text, ''], credit: [text, null] }), null],
        status: [text, ''],
        statusDate: [day, ''],
        verified: [day, null],
        sources: [list(object<StorySource>({ title: word, url })), []],
        updates: [list(object<StoryUpdate>({ date: day, text, source: [url, null] })), []],
      }),
    ),
    [],
  ],
  fields: [
    list(
      object<Field>({
        name: when((value) => FIELD_NAME.test(value)),
        type: oneOf(FIELD_TYPES),
        required: [truth, false],
        maxLength: [whole, null],
        label: [text, null],
        hint: [text, null],
        options: [list(object({ value: word, label: text })), null],
        seenBy: [list(oneOf(AUDIENCES)), []],
      }),
    ),
    [],
  ],
  consents: [
    list(object<Consent>({ purpose: word, organiser: [string, ''], required: [truth, false], version: [string, ''], text })),
    [],
  ],
  goals: [list(whole), []],
  minimum: [when(Number.isInteger), null],
  endpoint: [(value) => (isObject(value) ? value : url(value, '', [])), null],
  look: [object({ theme: [oneOf(THEMES), 'auto'], tokens: [dictionary(TOKEN_NAME, when(isTokenValue)), null] }), null],
  share: [object({ url, text: [text, ''], channels: [list(oneOf(SHARE_CHANNELS)), []] }), null],
  afterSign: [
    (value, path, problems) => object({ action: oneOf(['stay', 'redirect']), ...(isObject(value) && value['action'] === 'redirect' && { url }) })(value, path, problems),
    { action: 'stay' },
  ],
  messages: [dictionary(/^\w/, text), {}],
  // As it is: the form must see that there is a key, also a broken one, and then never sends in plain text.
  sealing: [(value) => value, null],
});

/**
 * Takes of a campaign document what can be used; the rest is told as problems. For pages, where a campaign with a small
 * mistake is better than none: `parseCampaign` is the strict judge. The result is a fresh document with every key.
 *
 * Fails closed where dropping would betray the signer: without a required field or consent there is no document.
 */
export function readCampaign(json: unknown): { document: CampaignDocument | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const document = campaign(json, '', problems) as CampaignDocument | undefined;
  if (!document) {
    const message = 'is no campaign document: that needs "grandstand": 1, "id" and "title"';
    return { document: null, problems: [{ path: '', value: shortJson(json), message }] };
  }
  for (const key of ['fields', 'consents'] as const) {
    const given = (json as Values)[key] ?? [];
    if (!Array.isArray(given) || countRequired(given) > countRequired(document[key])) {
      problems.push({ path: key, value: null, message: 'has a broken entry that is required' });
      return { document: null, problems };
    }
  }
  if (!document.languages.length) {
    document.languages = [language(Object.keys(document.title)[0], '', []) as string | undefined ?? 'en'];
  }
  document.goals = [...document.goals].sort((a, b) => a - b);
  return { document, problems };
}

function countRequired(entries: readonly ({ required?: unknown } | null)[]): number {
  return entries.filter((entry) => entry?.required).length;
}
