/** The references that have a value in the description of an endpoint, and what is wrong with one that has none. Pure. */
import type { CampaignDocument } from '../campaign.js';
import { nearest } from '../declared/schema-rules.js';

/** Names that references may use. */
export interface Names {
  /** Null when no document is known: any field name is possible. */
  document: Pick<CampaignDocument, 'fields' | 'consents'> | null;
  /** Names of the variables, those of the preset included; null when they are unknown. */
  variables: readonly string[] | null;
}

/** Fields that many campaigns have: a description shared by several campaigns may name one that this campaign lacks. */
export const USUAL_FIELDS =
  'given_name additional_name family_name name honorific honorific_prefix organization email phone street street_address city locality region postal_code country comment'.split(
    ' ',
  );
/** References available to an address and to a request that reads. */
const READABLE = ['petition', 'locale'];
const OF_SIGNATURE = [
  'name',
  'seat',
  'seat.code',
  'consents',
  'story',
  'idempotencyKey',
  'utm.source',
  'utm.medium',
  'utm.campaign',
  'page.origin',
  'page.title',
];

/** References that have a value, without their dollar sign. */
export interface Known {
  signature: ReferenceScope;
  reading: ReferenceScope;
  /** Names of fields; null when any name is possible. */
  fields: readonly string[] | null;
  variables: readonly string[] | null;
}

export interface ReferenceScope {
  names: readonly string[];
  /** Names that this campaign may lack without it being a mistake. */
  tolerated: readonly string[];
  /** Prefixes after which any name is accepted, because the names are unknown: `field`, `consent`, `var`. */
  open: readonly string[];
  /** True in a request that reads, which has no value for some references. */
  isReading: boolean;
}

/** Returns the references that the names of a campaign give. */
export function knownReferences({ document, variables }: Names): Known {
  const fields = document?.fields.map(({ name }) => name) ?? null;
  const usual = USUAL_FIELDS.filter((name) => !fields?.includes(name));
  const consents =
    document?.consents.flatMap(({ purpose }) =>
      ['', '.text', '.version'].map((part) => `consent.${purpose}${part}`),
    ) ?? [];
  const vars = variables?.map((name) => `var.${name}`) ?? [];
  const byField = (list: readonly string[]): string[] => list.flatMap((name) => [name, `field.${name}`]);
  const openVars = variables ? [] : ['var'];
  return {
    fields,
    variables,
    signature: {
      names: [...byField(fields ?? []), ...READABLE, ...OF_SIGNATURE, ...consents, ...vars],
      tolerated: byField(usual),
      open: document ? openVars : [...openVars, 'field', 'consent', ''],
      isReading: false,
    },
    reading: { names: [...READABLE, ...vars], tolerated: [], open: openVars, isReading: true },
  };
}

/** Returns why a reference has no value; null when it has one, or may have. */
export function faultOf(name: string, { names, tolerated, open, isReading }: ReferenceScope): string | null {
  if (names.includes(name) || tolerated.includes(name)) return null;
  const near = nearest(name, [...names, ...tolerated]);
  const head = name.includes('.') ? name.slice(0, name.indexOf('.')) : '';
  // When no document is known, a bare name may be a field, unless it is nearly another word.
  if (open.includes(head) && (head !== '' || near === null || tolerated.includes(near))) return null;
  if (near !== null) return `is not a reference; did you mean "$${near}"?`;
  return isReading
    ? `has no value here; requests that read, and queries, have only ${names.map((one) => `$${one}`).join(', ')}`
    : `is not a reference; known references: ${names.map((one) => `$${one}`).join(', ')}`;
}
