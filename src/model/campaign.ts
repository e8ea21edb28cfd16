/**
 * The campaign document: one JSON document that describes a campaign (docs/campaign-document.md).
 * The types are what everything else reads; `schema.ts` judges documents strictly, `read-campaign.ts` reads them leniently.
 */

/** One text for all languages, or one for each: `{en: "...", be: "..."}`. */
export type Text = string | Readonly<Record<string, string>>;

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: as exactly as it is known. */
export type Day = string;

export const STATES = ['draft', 'open', 'closed', 'delivered', 'won'] as const;
export type CampaignStatus = (typeof STATES)[number];

export interface Organiser {
  id: string;
  name: string;
  url: string;
  privacy: string;
}

export interface Portrait {
  src: string;
  width: number;
  height: number;
  alt: Text;
  credit?: Text | null;
}

export interface StoryUpdate {
  date: Day;
  /** Markdown subset. */
  text: Text;
  source?: string | null;
}

export interface StorySource {
  title: string;
  url: string;
}

/** One person or case. */
export interface Story {
  id: string;
  name: Text;
  /** Code of the seat kept for the person, like "12-8-14". */
  seat?: string | null;
  /** First person. */
  lede: Text;
  /** Who speaks, where it is somebody else. */
  teller?: Text | null;
  /** Markdown subset. */
  body: Text;
  note?: Text | null;
  portrait?: Portrait | null;
  status: Text;
  statusDate: Day;
  verified?: Day | null;
  sources: readonly StorySource[];
  updates?: readonly StoryUpdate[] | null;
}

export const FIELD_TYPES = [
  'text',
  'email',
  'tel',
  'country',
  'postcode',
  'choice',
  'checkbox',
  'textarea',
  'hidden',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** ISO 3166-1 alpha-2. */
export const COUNTRY_CODE = /^[A-Z]{2}$/;

export const FIELD_NAME = /^[a-z][a-z0-9_]{0,31}$/;

/** Who sees what a signer writes. */
export const AUDIENCES = ['team', 'target', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface Field {
  name: string;
  type: FieldType;
  required: boolean;
  /** Code points; 200 where it is not given. */
  maxLength?: number | null;
  label?: Text | null;
  hint?: Text | null;
  /** Of a choice. Of a hidden field: the value of the first one is what is sent. */
  options?: readonly { value: string; label: Text }[] | null;
  seenBy: readonly Audience[];
  /** In which of the form's two steps it stands; 1 where it is not given. */
  step?: 1 | 2 | null;
}

/**
 * How a consent is asked for: a box to tick, or Yes and No of which one must be chosen; `off`: not asked. Nothing is ever
 * chosen beforehand.
 */
export const CONSENT_MODES = ['box', 'choice', 'off'] as const;
export type ConsentMode = (typeof CONSENT_MODES)[number];

export interface Consent {
  purpose: string;
  organiser: string;
  required: boolean;
  version: string;
  text: Text;
  /** `box` where it is not given; a consent that is required is always a box. */
  mode?: ConsentMode | null;
  /** In some countries (ISO 3166-1 alpha-2) another one: `{DE: 'choice'}`. */
  modeByCountry?: Readonly<Record<string, ConsentMode>> | null;
}

export const THEMES = ['auto', 'light', 'dark'] as const;

export interface Look {
  theme?: (typeof THEMES)[number] | null;
  /** `--petition-*` names without the prefix. */
  tokens?: Readonly<Record<string, string>> | null;
}

export const SHARE_CHANNELS = [
  'native',
  'copy',
  'whatsapp',
  'telegram',
  'signal',
  'bluesky',
  'mastodon',
  'email',
  'qr',
] as const;
export type ShareChannel = (typeof SHARE_CHANNELS)[number];

export interface CampaignDocument {
  grandstand: 1;
  id: string;
  /** BCP 47 tags; the first is the fallback. */
  languages: readonly string[];
  title: Text;
  ask: Text;
  /** Markdown subset. */
  demand: Text;
  target: Text;
  notice?: Text | null;
  organisers: readonly Organiser[];
  state: CampaignStatus;
  opens?: Day | null;
  closes?: Day | null;
  /** A name, `{kind, capacity}`, or `{name, blocks}` (src/venue builds it); none: no seats. */
  venue?:
    | string
    | { kind: string; capacity?: number | null }
    | {
        name: string;
        blocks: readonly {
          label: string;
          rows: readonly { label: string; seats: readonly (readonly [number, number])[] }[];
        }[];
      }
    | null;
  stories: readonly Story[];
  fields: readonly Field[];
  consents: readonly Consent[];
  goals: readonly number[];
  /** What happens when so many have signed, or sit. */
  milestones?: readonly { at: number; text: Text }[] | null;
  /** Below this count no number is shown. */
  minimum?: number | null;
  /** A URL (the box office's protocol), or a preset with its variables; null in a document that names none. */
  endpoint:
    | null
    | string
    | {
        preset: string;
        vars?: Readonly<Record<string, unknown>> | null;
        sign?: unknown;
        count?: unknown;
        seats?: unknown;
      };
  look?: Look | null;
  share?: { url: string; text: Text; channels: readonly ShareChannel[] } | null;
  afterSign?: { action: 'stay' } | { action: 'redirect'; url: string } | null;
  messages?: Readonly<Record<string, Text>> | null;
  sealing?: { keys: readonly { id: string; publicKey: string; expires: Day }[] } | null;
}

export const TOKEN_NAME = /^[a-z0-9-]{1,64}$/;

/** Length limit of a field without `maxLength`, in code points. */
export const DEFAULT_MAX_LENGTH = 200;

/**
 * The text in a language: the exact tag, its base language ("de" for "de-AT"), the first of the campaign's
 * languages, else whatever there is.
 */
export function textIn(
  text: Text | null | undefined,
  locale: string,
  languages: readonly string[] = [],
): string {
  if (text === null || text === undefined) return '';
  if (typeof text === 'string') return text;
  const own = (tag: string | undefined): string | undefined =>
    tag !== undefined && Object.hasOwn(text, tag) ? text[tag] : undefined;
  return own(locale) ?? own(locale.split('-')[0]) ?? own(languages[0]) ?? Object.values(text)[0] ?? '';
}
