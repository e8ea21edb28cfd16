/**
 * The campaign document: one JSON document that describes a campaign (docs/campaign-document.md).
 * The types are what everything else reads; `schema.ts` judges documents strictly, `read-campaign.ts` reads them leniently.
 */

import type { EndpointConfig } from './endpoint.js';

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

/** How to write to a person: where letters go, and what may be written. */
export interface Letters {
  /** As on an envelope, line by line. */
  address: Text;
  advice?: Text | null;
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
  letters?: Letters | null;
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
  /** True where the document does not say. */
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

/** The built-in venues. */
export const VENUE_KINDS = ['arena', 'hemicycle', 'amphitheatre', 'square'] as const;
export type VenueKind = (typeof VENUE_KINDS)[number];

/** A place in venue units: x to the right, y down. */
export type Spot = readonly [x: number, y: number];

/**
 * What a shape stands for; the picker gives each its colours (docs/venues.md).
 * - `ground`: everything the seats stand on, dimmer towards its rim
 * - `floor`: a way to walk on: aisles, walkways, stairs
 * - `stage`: what all look at, in cold light; lit seats are reflected on it
 * - `step`: one more level on stage or ground, a little brighter than what lies under it
 * - `mark`: something solid that stands there: a rostrum, a stage house, a monument
 * - `line`: a hairline without meaning: paving, edges
 * - `wall`: the outline of the whole
 * - `lamp`: the one warm light
 */
export type ShapeRole = (typeof SHAPE_ROLES)[number];
export const SHAPE_ROLES = ['ground', 'floor', 'stage', 'step', 'mark', 'line', 'wall', 'lamp'] as const;

/** One shape of the scenery, in venue units. `line` and `wall` are drawn as outlines, all others filled. */
export type Shape =
  /** Corners in order; closed, but for a `line`, which ends where it ends. */
  | { readonly shape: 'polygon'; readonly role: ShapeRole; readonly points: readonly Spot[] }
  | { readonly shape: 'circle'; readonly role: ShapeRole; readonly at: Spot; readonly radius: number }
  /** Part of a ring: from `inner` to `outer` (alike: an arc), from angle `start` clockwise to `end`, in degrees, 0 = right. */
  | {
      readonly shape: 'arc';
      readonly role: ShapeRole;
      readonly at: Spot;
      readonly inner: number;
      readonly outer: number;
      readonly start: number;
      readonly end: number;
    };

/** A built-in venue with parameters. Which ones a kind takes stands in docs/venues.md; null is the same as absent. */
export interface BuiltInSpec {
  readonly kind: string;
  /** Places, 20 to 1,000,000; exact to the seat. */
  readonly capacity?: number | null;
  /** Of a hemicycle: how many wedges the parties sit in, 1 to 60. */
  readonly wedges?: number | null;
}

/** A venue of the author's own, seat by seat. */
export interface ExplicitSpec {
  readonly name: string;
  readonly blocks: readonly {
    readonly label: string;
    readonly rows: readonly {
      readonly label: string;
      readonly seats: readonly Spot[];
      /** What is written on each seat; without them seats are numbered from 1. */
      readonly names?: readonly string[] | null;
    }[];
  }[];
  readonly scenery?: readonly Shape[] | null;
}

/** A key that signatures are encrypted to. */
export interface SealingKey {
  id: string;
  /** base64url of an uncompressed P-256 point. */
  publicKey: string;
  /** Moment in UTC; null: the key does not expire. */
  expires?: string | null;
}

/** How signatures are encrypted, so that the endpoint cannot read them. Where a document has it, nothing is sent as plain text. */
export interface Sealing {
  keys: readonly SealingKey[];
}

export interface CampaignDocument {
  grandstand: 1;
  id: string;
  /** BCP 47 tags; the first is the fallback. */
  languages: readonly string[];
  title: Text;
  ask: Text;
  /** What stands on the first screen, at most 200 code points; none: the first sentence of `demand`. */
  summary?: Text | null;
  /** Markdown subset. */
  demand: Text;
  target: Text;
  notice?: Text | null;
  organisers: readonly Organiser[];
  state: CampaignStatus;
  opens?: Day | null;
  closes?: Day | null;
  /** IANA name of the place whose days `opens` and `closes` are; none: the last place on earth (UTC-12). */
  timeZone?: string | null;
  /** A name, `{kind, capacity}`, or `{name, blocks}` (src/venue builds it); none: no seats. */
  venue?: string | BuiltInSpec | ExplicitSpec | null;
  stories: readonly Story[];
  fields: readonly Field[];
  consents: readonly Consent[];
  goals: readonly number[];
  /** What happens when so many have signed, or sit. */
  milestones?: readonly { at: number; text: Text }[] | null;
  /** Below this count no number is shown. */
  minimum?: number | null;
  /** A URL (the box office's protocol), or how a signature is sent and the count is read (docs/endpoints.md); null in a document that names none. */
  endpoint: null | string | EndpointConfig;
  look?: Look | null;
  share?: { url: string; text: Text; channels: readonly ShareChannel[] } | null;
  afterSign?: { action: 'stay' } | { action: 'redirect'; url: string } | null;
  messages?: Readonly<Record<string, Text>> | null;
  sealing?: Sealing | null;
}

export const TOKEN_NAME = /^[a-z0-9-]{1,64}$/;

/** Length limit of a field without `maxLength`, in code points. */
export const DEFAULT_MAX_LENGTH = 200;

/** The text in a language and in no other: the exact tag, or its base language ("de" for "de-AT"); a string is for all. */
export function textOnlyIn(text: Text | null | undefined, locale: string): string | undefined {
  if (typeof text !== 'object' || text === null) return text ?? undefined;
  const tag = [locale, locale.split('-')[0]!].find((one) => Object.hasOwn(text, one));
  return tag === undefined ? undefined : text[tag];
}

/**
 * The text in a language: the exact tag, its base language ("de" for "de-AT"), the first of the campaign's
 * languages, else whatever there is.
 */
export function textIn(
  text: Text | null | undefined,
  locale: string,
  languages: readonly string[] = [],
): string {
  const own = textOnlyIn(text, locale) ?? textOnlyIn(text, languages[0] ?? locale);
  return own ?? Object.values(text ?? {})[0] ?? '';
}
