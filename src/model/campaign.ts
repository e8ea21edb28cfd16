/**
 * The campaign document: one JSON document that describes a campaign (docs/campaign-document.md).
 * All other modules read these types; `schema.ts` validates documents strictly, `read-campaign.ts` reads them
 * leniently.
 */

import type { EndpointConfig } from './endpoint.js';

/** One text for all languages, or one per language: `{en: "...", be: "..."}`. */
export type Text = string | Readonly<Record<string, string>>;

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: only as precise as the known date. */
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

/** Instructions for writing to a person: the address for letters, and advice on their contents. */
export interface Letters {
  /** Lines of the address, as on an envelope. */
  address: Text;
  advice?: Text | null;
}

/** One person or case. */
export interface Story {
  id: string;
  name: Text;
  /** Code of the seat kept for the person, such as "12-8-14". */
  seat?: string | null;
  /** Introduction in the first person. */
  lede: Text;
  /** Name of the speaker, if it is not the person themselves. */
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

/** Audiences of an answer: who sees it. */
export const AUDIENCES = ['team', 'target', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface Field {
  name: string;
  type: FieldType;
  required: boolean;
  /** Maximum length in code points; default 200. */
  maxLength?: number | null;
  label?: Text | null;
  hint?: Text | null;
  /** Options of a choice. A hidden field sends the value of the first one. */
  options?: readonly { value: string; label: Text }[] | null;
  seenBy: readonly Audience[];
  /** Step of the form that shows the field, 1 or 2; default 1. */
  step?: 1 | 2 | null;
}

/**
 * Ways to ask for a consent: `box`, a box to tick; `choice`, Yes and No, of which the signer must choose one;
 * `off`, not asked. Nothing is ever preselected.
 */
export const CONSENT_MODES = ['box', 'choice', 'off'] as const;
export type ConsentMode = (typeof CONSENT_MODES)[number];

export interface Consent {
  purpose: string;
  organiser: string;
  /** True when the document does not say. */
  required: boolean;
  version: string;
  text: Text;
  /** Default `box`; a required consent is always a box. */
  mode?: ConsentMode | null;
  /** Modes that replace `mode` in some countries (ISO 3166-1 alpha-2): `{DE: 'choice'}`. */
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

/** A point in venue units: x to the right, y down. */
export type Spot = readonly [x: number, y: number];

/**
 * The role of a shape; the picker gives each role its colours (docs/venues.md).
 * - `ground`: the ground under all seats, dimmer towards its rim
 * - `floor`: walking area: aisles, walkways, stairs
 * - `stage`: the place everybody faces, in cold light; lit seats are reflected on it
 * - `step`: a raised level on stage or ground, a little brighter than what is under it
 * - `mark`: a solid object: a rostrum, a stage house, a monument
 * - `line`: a hairline without meaning: paving, edges
 * - `wall`: the outline of the whole venue
 * - `lamp`: the one warm light
 */
export type ShapeRole = (typeof SHAPE_ROLES)[number];
export const SHAPE_ROLES = ['ground', 'floor', 'stage', 'step', 'mark', 'line', 'wall', 'lamp'] as const;

/** One shape of the scenery, in venue units. `line` and `wall` are drawn as outlines, all others filled. */
export type Shape =
  /** Corners in order. The shape is closed, except a `line`, which ends at its last point. */
  | { readonly shape: 'polygon'; readonly role: ShapeRole; readonly points: readonly Spot[] }
  | { readonly shape: 'circle'; readonly role: ShapeRole; readonly at: Spot; readonly radius: number }
  /**
   * Part of a ring, from radius `inner` to `outer` (equal: an arc) and from angle `start` clockwise to `end`, in
   * degrees, 0 = right.
   */
  | {
      readonly shape: 'arc';
      readonly role: ShapeRole;
      readonly at: Spot;
      readonly inner: number;
      readonly outer: number;
      readonly start: number;
      readonly end: number;
    };

/** A built-in venue with parameters. docs/venues.md lists the parameters of each kind; null is the same as absent. */
export interface BuiltInSpec {
  readonly kind: string;
  /** Exact number of seats, 20 to 1,000,000. */
  readonly capacity?: number | null;
  /** Hemicycle only: number of wedges the parties sit in, 1 to 60. */
  readonly wedges?: number | null;
}

/** A venue defined by the author, seat by seat. */
export interface ExplicitSpec {
  readonly name: string;
  readonly blocks: readonly {
    readonly label: string;
    readonly rows: readonly {
      readonly label: string;
      readonly seats: readonly Spot[];
      /** Name printed on each seat; without names, seats are numbered from 1. */
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
  /** Instant in UTC; null: the key does not expire. */
  expires?: string | null;
}

/** Encryption of signatures, so that the endpoint cannot read them. With it, nothing is sent as plain text. */
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
  /** Summary on the first screen, at most 200 code points; without it, the first sentence of `demand`. */
  summary?: Text | null;
  /** Markdown subset. */
  demand: Text;
  target: Text;
  notice?: Text | null;
  organisers: readonly Organiser[];
  state: CampaignStatus;
  opens?: Day | null;
  closes?: Day | null;
  /** IANA time zone in which `opens` and `closes` are days; without it, the last place on earth (UTC-12). */
  timeZone?: string | null;
  /** A name, `{kind, capacity}`, or `{name, blocks}` (src/venue builds it); without it, no seats. */
  venue?: string | BuiltInSpec | ExplicitSpec | null;
  stories: readonly Story[];
  fields: readonly Field[];
  consents: readonly Consent[];
  goals: readonly number[];
  /** Texts for when this many people have signed, or taken seats. */
  milestones?: readonly { at: number; text: Text }[] | null;
  /** Smallest count that is shown; below it, no number is. */
  minimum?: number | null;
  /**
   * A URL (the box office's protocol), or a description of how to send a signature and read the count
   * (docs/endpoints.md); null when the document names none.
   */
  endpoint: null | string | EndpointConfig;
  look?: Look | null;
  share?: { url: string; text: Text; channels: readonly ShareChannel[] } | null;
  afterSign?: { action: 'stay' } | { action: 'redirect'; url: string } | null;
  messages?: Readonly<Record<string, Text>> | null;
  sealing?: Sealing | null;
}

export const TOKEN_NAME = /^[a-z0-9-]{1,64}$/;

/** Maximum length of a field without `maxLength`, in code points. */
export const DEFAULT_MAX_LENGTH = 200;

/**
 * Returns the text in this language only: the exact tag, or its base language ("de" for "de-AT"); a string serves
 * all.
 */
export function textOnlyIn(text: Text | null | undefined, locale: string): string | undefined {
  if (typeof text !== 'object' || text === null) return text ?? undefined;
  const tag = [locale, locale.replace(/-.*/s, '')].find((one) => Object.hasOwn(text, one));
  return tag === undefined ? undefined : text[tag];
}

/**
 * Returns the text in a language: the exact tag, else its base language ("de" for "de-AT"), else the first of the
 * campaign's languages, else any text there is.
 */
export function textIn(
  text: Text | null | undefined,
  locale: string,
  languages: readonly string[] = [],
): string {
  const own = textOnlyIn(text, locale) ?? textOnlyIn(text, languages[0] ?? locale);
  return own ?? Object.values(text ?? {})[0] ?? '';
}
