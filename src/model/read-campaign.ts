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
  type Look,
  type Organiser,
  type Portrait,
  type Story,
  type StorySource,
  type StoryUpdate,
} from './campaign.js';
import { isDay, isFullDay } from './day.js';
import { shortJson, type Problem } from './problem.js';

type Values = Record<string, unknown>;

/**
 * How a value is read, and what stands in its place. `read` gives the value as it may be used, or undefined where it
 * may not; it may say more exactly what is wrong. What is `vital` may be missing, but not wrong.
 */
type Reader = readonly [
  read: (value: unknown, path: string, problems: Problem[]) => unknown,
  otherwise: unknown,
  vital?: boolean,
];

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a value that is there, and sees to it that nothing is left out without a word. */
function use([read]: Reader, value: unknown, path: string, problems: Problem[]): unknown {
  const before = problems.length;
  const usable = read(value, path, problems);
  if (usable === undefined && problems.length === before) {
    problems.push({ path, value: shortJson(value), message: 'cannot be used here' });
  }
  return usable;
}

/** An object with these keys; without one of the first `needed` it is unusable. */
function object<T>(needed: number, keys: Record<keyof T, Reader>): Reader {
  const read: Reader[0] = (value, path, problems) => {
    if (!isObject(value)) return undefined;
    const result: Values = {};
    for (const [i, [key, reader]] of Object.entries<Reader>(keys).entries()) {
      const at = path ? `${path}.${key}` : key;
      // Own properties only; null is the same as absent.
      const given = Object.hasOwn(value, key) ? value[key] : null;
      const isGiven = given !== null && given !== undefined;
      const usable = isGiven ? use(reader, given, at, problems) : undefined;
      if (usable === undefined && (i < needed || (isGiven && reader[2]))) {
        if (!isGiven) problems.push({ path: at, value: null, message: 'is missing' });
        return undefined;
      }
      result[key] = usable ?? reader[1];
    }
    return result;
  };
  return [read, null];
}

/** The usable entries of an array. Where a required one would be lost, the whole is unusable. */
function list(item: Reader, vital = false): Reader {
  const read: Reader[0] = (value, path, problems) => {
    if (!Array.isArray(value)) return undefined;
    const usable = value.map((one, i) => use(item, one, `${path}[${i}]`, problems));
    const isLost = usable.some((one, i) => one === undefined && value[i]?.required);
    return isLost ? undefined : usable.filter((one) => one !== undefined);
  };
  return [read, [], vital];
}

/** The usable entries of an object with free keys. */
function dictionary(name: RegExp, item: Reader): Reader {
  const read: Reader[0] = (value, path, problems) => {
    if (!isObject(value)) return undefined;
    const usable: Values = {};
    for (const key of Object.keys(value)) {
      const one = name.test(key) ? use(item, value[key], `${path}.${key}`, problems) : undefined;
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

function oneOf(words: readonly unknown[], otherwise?: unknown): Reader {
  return when((value) => words.includes(value), otherwise);
}

const isString = (value: unknown): boolean => typeof value === 'string';
const isFilled = (value: unknown): boolean => isString(value) && value !== '';
/** An address of the web, never a script; relative ones stay as they are. */
const isUrl = (value: string): boolean =>
  isFilled(value) && /^https?:/.test(new URL(value, 'https://a').href);

const word = when(isFilled);
const string = when(isString, '');
const url = when(isUrl);
/** What Intl takes as a language. */
const language = when((value: string) => isString(value) && Intl.getCanonicalLocales(value));
const whole = when((value: number) => Number.isInteger(value) && value > 0);
const day = when(isDay);
const truth: Reader = [(value) => !!value, false];
const texts = dictionary(/^[a-z]/i, string);
const note: Reader = [
  (value, path, problems) => {
    const usable = (isObject(value) ? texts : string)[0](value, path, problems);
    return isObject(usable) && !Object.keys(usable).length ? undefined : usable;
  },
  null,
];
const text: Reader = [note[0], ''];

const campaign = object<CampaignDocument>(3, {
  grandstand: oneOf([1]),
  id: word,
  title: text,
  languages: list(language),
  ask: text,
  demand: text,
  target: text,
  notice: note,
  organisers: list(
    object<Organiser>(1, { name: word, id: string, url: when(isUrl, ''), privacy: when(isUrl, '') }),
  ),
  state: oneOf(STATES, 'open'),
  opens: when(isFullDay),
  closes: when(isFullDay),
  venue: when((value) => isObject(value) || isFilled(value)),
  stories: list(
    object<Story>(2, {
      id: word,
      name: text,
      seat: word,
      lede: text,
      teller: note,
      body: text,
      note,
      portrait: object<Portrait>(3, { src: url, width: whole, height: whole, alt: text, credit: note }),
      status: text,
      statusDate: when(isDay, ''),
      verified: day,
      sources: list(object<StorySource>(2, { title: word, url })),
      updates: list(object<StoryUpdate>(2, { date: day, text, source: url })),
    }),
  ),
  fields: list(
    object<Field>(2, {
      name: when((value: string) => isString(value) && FIELD_NAME.test(value)),
      type: oneOf(FIELD_TYPES),
      required: truth,
      maxLength: whole,
      label: note,
      hint: note,
      options: list(object(2, { value: word, label: text })),
      seenBy: list(oneOf(AUDIENCES)),
      step: oneOf([1, 2]),
    }),
    true,
  ),
  consents: list(
    object<Consent>(2, {
      purpose: word,
      text,
      organiser: string,
      required: truth,
      version: string,
      mode: oneOf(CONSENT_MODES),
      modeByCountry: dictionary(COUNTRY_CODE, oneOf(CONSENT_MODES)),
    }),
    true,
  ),
  goals: list(whole),
  milestones: list(object(2, { at: whole, text })),
  minimum: when(Number.isInteger),
  endpoint: when((value) => isObject(value) || isUrl(value)),
  look: object<Look>(0, { theme: oneOf(THEMES, 'auto'), tokens: dictionary(TOKEN_NAME, string) }),
  share: object<NonNullable<CampaignDocument['share']>>(1, {
    url,
    text,
    channels: list(oneOf(SHARE_CHANNELS)),
  }),
  afterSign: when(
    ({ action, url: address }: Values) =>
      action === 'stay' || (action === 'redirect' && isUrl(address as string)),
    { action: 'stay' },
  ),
  messages: dictionary(/^[a-z]/i, text),
  // As it is: the form must see that there is a key, a broken one too, and then never sends in plain text.
  sealing: [(value) => value, null],
});

/**
 * Takes of a campaign document what can be used; the rest is told as problems. For pages, where a campaign with a small
 * mistake is better than none; `parseCampaign` is the strict judge. The result is a fresh document with every key.
 *
 * Fails closed where leaving out would betray the signer: a broken field or consent that is required breaks the whole.
 */
export function readCampaign(json: unknown): {
  document: CampaignDocument | null;
  problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const document = (use(campaign, json, '', problems) ?? null) as CampaignDocument | null;
  if (document && !document.languages.length) {
    document.languages = [Object.keys(document.title).find((key) => language[0](key, '', [])) ?? 'en'];
  }
  return { document, problems };
}
