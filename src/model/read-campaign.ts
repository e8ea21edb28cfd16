import {
  AUDIENCES,
  CONSENT_MODES,
  COUNTRY_CODE,
  FIELD_NAME,
  FIELD_TYPES,
  SHARE_CHANNELS,
  STATES,
  THEMES,
  TOKEN_NAME,
  type CampaignDocument,
  type Consent,
  type Field,
  type Letters,
  type Look,
  type Organiser,
  type Portrait,
  type Sealing,
  type SealingKey,
  type Story,
  type StorySource,
  type StoryUpdate,
  type Text,
} from './campaign.js';
import { isDay, isFullDay } from './day.js';
import { shortJson, type Problem } from './problem.js';
import {
  ID,
  isFilledText,
  isInstant,
  isLanguageTag,
  isTokenValue,
  MAX_ADDRESS,
  MAX_ADVICE,
  MAX_CONSENTS,
  MAX_CONSENT_TEXT,
  MAX_VERSION,
  MESSAGE_KEY,
  NEVER_KEYS,
  SEALING_KEY_ID,
  SEALING_PUBLIC_KEY,
  TIME_ZONE,
} from './rules.js';
import { isObject } from './objects.js';

/**
 * A reader of a value, and the default that replaces it. `read` returns the usable value, or undefined if there is
 * none; it may report the problem more precisely. A `vital` value may be missing, but not wrong.
 */
type Reader = readonly [
  read: (value: unknown, path: string, problems: Problem[]) => unknown,
  otherwise: unknown,
  vital?: boolean,
];

/** Reads a value that is present, and reports a problem whenever it is left out. */
function readOrReport([read]: Reader, value: unknown, path: string, problems: Problem[]): unknown {
  const before = problems.length;
  const usable = read(value, path, problems);
  if (usable === undefined && problems.length === before) {
    problems.push({ path, value: shortJson(value), message: 'cannot be used here' });
  }
  return usable;
}

/** Reads an object with these keys; without one of the first `needed`, it is unusable. `only`: other keys are problems. */
function readObject<T>(needed: number, keys: Record<keyof T, Reader>, only = false): Reader {
  const read: Reader[0] = (value, path, problems) => {
    if (!isObject(value)) return undefined;
    const at = (key: string): string => (path ? `${path}.${key}` : key);
    const result: Record<string, unknown> = {};
    let neededLeft = needed;
    for (const [key, reader] of Object.entries<Reader>(keys)) {
      const isNeeded = neededLeft-- > 0;
      // Own properties only; null is the same as absent. An inherited `sealing` does count: without it, plain text
      // would be sent.
      const given = Object.hasOwn(value, key) || key === 'sealing' ? value[key] : null;
      const isGiven = given !== null && given !== undefined;
      const usable = isGiven ? readOrReport(reader, given, at(key), problems) : undefined;
      if (usable === undefined && (isNeeded || (isGiven && reader[2]))) {
        if (!isGiven) problems.push({ path: at(key), value: null, message: 'is missing' });
        return undefined;
      }
      result[key] = usable ?? reader[1];
    }
    if (only)
      for (const key of Object.keys(value))
        if (!Object.hasOwn(keys, key)) readOrReport(never, value[key], at(key), problems);
    return result;
  };
  return [read, null];
}

/** Reads the usable entries of an array. */
function readList(item: Reader): Reader {
  const read: Reader[0] = (value, path, problems) =>
    Array.isArray(value)
      ? value
          .map((one, i) => readOrReport(item, one, `${path}[${i}]`, problems))
          .filter((one) => one !== undefined)
      : undefined;
  return [read, []];
}

/** Reads the usable entries of an object with free keys. */
function dictionary(name: RegExp, item: Reader): Reader {
  const read: Reader[0] = (value, path, problems) => {
    if (!isObject(value)) return undefined;
    const usable: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const isName = name.test(key) && !NEVER_KEYS.includes(key);
      const one = readOrReport(isName ? item : never, value[key], `${path}.${key}`, problems);
      if (one !== undefined) usable[key] = one;
    }
    return usable;
  };
  return [read, null];
}

function when(test: (value: never) => unknown, otherwise: unknown = null): Reader {
  const read = (value: unknown): unknown => {
    try {
      return test(value as never) ? value : undefined;
    } catch {
      return undefined;
    }
  };
  return [read, otherwise];
}

/** Reads a value that must pass a test as a whole. */
function check<T>([read, otherwise]: Reader, test: (usable: T) => unknown): Reader {
  return [
    (value, path, problems) => {
      const usable = read(value, path, problems);
      return usable !== undefined && test(usable as T) ? usable : undefined;
    },
    otherwise,
  ];
}

/** Reads a list without duplicates, compared by `key` if it is given. */
function readUnique(reader: Reader, key?: string): Reader {
  return check<readonly unknown[]>(
    reader,
    (all) => new Set(key ? all.map((one) => (one as Record<string, unknown>)[key]) : all).size === all.length,
  );
}

/**
 * Reads a key that decides what may be sent, and under which promise: all of it is well-formed, or none of it is
 * used.
 */
function duty([read, otherwise]: Reader): Reader {
  return [
    (value, path, problems) => {
      const before = problems.length;
      const usable = read(value, path, problems);
      return problems.length === before ? usable : undefined;
    },
    otherwise,
    true,
  ];
}

/** Reads a value that may be missing, but not wrong. */
function vital([read, otherwise]: Reader): Reader {
  return [read, otherwise, true];
}

function readOneOf(words: readonly unknown[], otherwise?: unknown): Reader {
  return when((value) => words.includes(value), otherwise);
}

function matching(pattern: RegExp): Reader {
  return when((value: string) => isString(value) && pattern.test(value));
}

const isString = (value: unknown): boolean => typeof value === 'string';
const isFilledString = (value: unknown): boolean => isString(value) && value !== '';
/** A web address, never a script; relative ones stay as they are. */
const isUrl = (value: string): boolean =>
  isFilledString(value) && /^https?:/.test(new URL(value, 'https://a').href);

const never = when(() => false);
const word = when(isFilledString);
const string = when(isString, '');
const url = when(isUrl);
const id = matching(ID);
const readWhole = when((value: number) => Number.isSafeInteger(value) && value > 0);
const day = when(isDay);
const fullDay = duty(when(isFullDay));
const truth = (otherwise?: boolean): Reader => when((value) => typeof value === 'boolean', otherwise);
const texts = dictionary(/^[a-z]/i, string);
const note: Reader = [
  (value, path, problems) => {
    const usable = (isObject(value) ? texts : string)[0](value, path, problems);
    return isObject(usable) && !Object.keys(usable).length ? undefined : usable;
  },
  null,
];
const text: Reader = [note[0], ''];
/** Reads a text that is not blank, of at most `max` code points in each of its languages. */
const limited = (max: number): Reader =>
  check<Text>(note, (read) =>
    (typeof read === 'string' ? [read] : Object.values(read)).every((one) => isFilledText(one, max)),
  );

/** Makes the reader of a text whose words pass a test. */
type TextReader = (test: (one: string) => unknown) => Reader;

/** Returns the reader of the form's fields; `textOf` reads their texts. */
function fieldsReader(textOf: TextReader): Reader {
  const field = readObject<Field>(
    4,
    {
      name: check(matching(FIELD_NAME), (name: string) => !NEVER_KEYS.includes(name)),
      type: readOneOf(FIELD_TYPES),
      required: truth(),
      seenBy: readUnique(readList(readOneOf(AUDIENCES))),
      maxLength: readWhole,
      label: textOf(isString),
      hint: textOf(isString),
      options: readUnique(
        readList(
          readObject(
            2,
            { value: when((value) => isFilledText(value)), label: textOf((one) => isFilledText(one)) },
            true,
          ),
        ),
        'value',
      ),
      step: readOneOf([1, 2]),
    },
    true,
  );
  return duty(
    readUnique(
      readList(check<Field>(field, ({ type, options }) => type !== 'choice' || options?.length)),
      'name',
    ),
  );
}

/** Returns the reader of the consents; `textOf` reads their sentences. */
function consentsReader(textOf: TextReader): Reader {
  const consent = readObject<Consent>(
    4,
    {
      purpose: id,
      organiser: id,
      version: when((value) => isFilledText(value, MAX_VERSION)),
      text: textOf((one) => isFilledText(one, MAX_CONSENT_TEXT)),
      required: truth(true),
      mode: readOneOf(CONSENT_MODES),
      modeByCountry: dictionary(COUNTRY_CODE, readOneOf(CONSENT_MODES)),
    },
    true,
  );
  const askable = check<Consent>(
    consent,
    ({ required, mode, modeByCountry }) => !required || ((mode ?? 'box') === 'box' && !modeByCountry),
  );
  return duty(
    check<unknown[]>(readUnique(readList(askable), 'purpose'), (all) => all.length <= MAX_CONSENTS),
  );
}

const sealingKey = readObject<SealingKey>(
  2,
  { id: matching(SEALING_KEY_ID), publicKey: matching(SEALING_PUBLIC_KEY), expires: when(isInstant) },
  true,
);
const sealing = duty(
  readObject<Sealing>(
    1,
    { keys: check<unknown[]>(readUnique(readList(sealingKey), 'id'), (all) => all.length) },
    true,
  ),
);

const story = readObject<Story>(2, {
  id: word,
  name: text,
  seat: word,
  lede: text,
  teller: note,
  body: text,
  note,
  portrait: readObject<Portrait>(3, {
    src: url,
    width: readWhole,
    height: readWhole,
    alt: text,
    credit: note,
  }),
  status: text,
  statusDate: when(isDay, ''),
  verified: day,
  sources: readList(readObject<StorySource>(2, { title: word, url })),
  updates: readList(readObject<StoryUpdate>(2, { date: day, text, source: url })),
  // Unreadable advice invalidates the address too: it may warn of things that would harm the person.
  letters: readObject<Letters>(1, {
    address: limited(MAX_ADDRESS),
    advice: vital(limited(MAX_ADVICE)),
  }),
});

/** Returns the reader of a document in these languages: the texts of a duty are in these languages and in no others. */
function campaignIn(languages: unknown): Reader {
  const textOf: TextReader = (test) =>
    check<Text>(note, (read) =>
      typeof read === 'string'
        ? test(read)
        : Object.entries(read).every(
            ([tag, one]) => Array.isArray(languages) && languages.includes(tag) && test(one),
          ),
    );
  return readObject<CampaignDocument>(7, {
    grandstand: readOneOf([1]),
    id,
    title: text,
    languages: duty(check<unknown[]>(readUnique(readList(when(isLanguageTag))), (all) => all.length)),
    state: readOneOf(STATES),
    fields: fieldsReader(textOf),
    consents: consentsReader(textOf),
    ask: text,
    summary: note,
    demand: text,
    target: text,
    notice: note,
    organisers: readList(
      readObject<Organiser>(1, { name: word, id: string, url: when(isUrl, ''), privacy: when(isUrl, '') }),
    ),
    opens: fullDay,
    closes: fullDay,
    timeZone: duty(matching(TIME_ZONE)),
    venue: when((value) => isObject(value) || isFilledString(value)),
    stories: readList(story),
    goals: readList(readWhole),
    milestones: readList(readObject(2, { at: readWhole, text })),
    minimum: when(Number.isInteger),
    // Unchanged: only the caller that knows the document's own address can validate it, and must report a refusal
    // as such.
    endpoint: [(value) => value, null],
    look: readObject<Look>(0, {
      theme: readOneOf(THEMES, 'auto'),
      tokens: dictionary(TOKEN_NAME, when(isTokenValue)),
    }),
    share: readObject<NonNullable<CampaignDocument['share']>>(1, {
      url,
      text,
      channels: readList(readOneOf(SHARE_CHANNELS)),
    }),
    afterSign: when(
      ({ action, url: address }: Record<string, unknown>) =>
        action === 'stay' || (action === 'redirect' && isUrl(address as string)),
      { action: 'stay' },
    ),
    messages: dictionary(MESSAGE_KEY, text),
    sealing,
  });
}

/**
 * Reads the usable parts of a campaign document; the rest is reported as problems. For pages, which prefer a
 * campaign with a small mistake to none; `parseCampaign` validates strictly. The result is a fresh document with
 * every key.
 *
 * Fails closed at its duties (docs/campaign-document.md): there it refuses whatever strict validation refuses, and
 * with it the document as a whole, since leaving out a duty would betray the signer.
 */
export function readCampaign(json: unknown): {
  document: CampaignDocument | null;
  problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const reader = check<CampaignDocument>(
    campaignIn(isObject(json) ? json['languages'] : null),
    ({ consents, organisers, opens, closes }) => {
      const stray = consents.find(({ organiser }) => organisers.every((one) => one.id !== organiser));
      if (stray)
        problems.push({
          path: 'consents',
          value: shortJson(stray.organiser),
          message: 'is not the id of an organiser',
        });
      const isOver = opens && closes && closes < opens;
      if (isOver)
        problems.push({ path: 'closes', value: shortJson(closes), message: `is before opens (${opens})` });
      return !stray && !isOver;
    },
  );
  return {
    document: (readOrReport(reader, json, '', problems) ?? null) as CampaignDocument | null,
    problems,
  };
}
