/** Wrong use that must not compile: each `@ts-expect-error` fails the check when its line is accepted. */
import type { CampaignDocument, Consent, Field, Story, Text } from '../src/model/campaign.js';
import type { BlockNode, Inline } from '../src/model/markdown.js';
import type { Outcome, OutcomeName, Receipt } from '../src/model/outcome.js';
import { readCampaign } from '../src/model/read-campaign.js';
import { parseCampaign, parseSignatureShape } from '../src/model/schema/schema.js';
import type { FieldProblem, SignatureRequest } from '../src/model/signature/signature.js';
import {
  decodeOccupancy,
  encodeDelta,
  makeVenue,
  neighbourOf,
  type Venue,
  type VenueSpec,
} from '../src/venue/index.js';

const use = (...values: unknown[]): unknown => values;

const receipt: Receipt = { id: 'r', seat: null };

// An outcome has what belongs to it, and nothing of another.
const signed: Outcome = { outcome: 'signed', receipt, revision: 1 };
// @ts-expect-error signed without a receipt
const unproved: Outcome = { outcome: 'signed', revision: 1 };
// @ts-expect-error signed without a revision
const unpublished: Outcome = { outcome: 'pending', receipt };
// @ts-expect-error a signature that was accepted has no errors
const signedInvalid: Outcome = { outcome: 'signed', receipt, revision: 1, errors: [] };
// @ts-expect-error sent blind: there is no receipt to give
const assumed: Outcome = { outcome: 'assumed', receipt };
// @ts-expect-error invalid says what is
const invalid: Outcome = { outcome: 'invalid' };
// @ts-expect-error seat-taken offers others
const taken: Outcome = { outcome: 'seat-taken', seat: 5 };
// @ts-expect-error rejected says why
const rejected: Outcome = { outcome: 'rejected' };
// @ts-expect-error nobody waits for "soon"
const limited: Outcome = { outcome: 'rate-limited', retryAfter: 'soon' };
// @ts-expect-error a reason of its own
const unreachable: Outcome = { outcome: 'unreachable', reason: 'tired' };
// @ts-expect-error there is no such outcome
const success: OutcomeName = 'success';
// @ts-expect-error standing is null, never left out
const seatless: Receipt = { id: 'r' };
use(
  signed,
  unproved,
  unpublished,
  signedInvalid,
  assumed,
  invalid,
  taken,
  rejected,
  limited,
  unreachable,
  success,
  seatless,
);

/** What an outcome holds is known only after asking which it is. */
export function peek(outcome: Outcome): void {
  // @ts-expect-error not every outcome has a receipt
  use(outcome.receipt);
  if (outcome.outcome === 'pending') use(outcome.receipt.id);
  // @ts-expect-error nor here
  if (outcome.outcome === 'duplicate') use(outcome.receipt);
}

// The campaign document.
// @ts-expect-error a state nobody knows
const state: CampaignDocument['state'] = 'opened';
// @ts-expect-error a version nobody knows
const version: CampaignDocument['grandstand'] = 2;
// @ts-expect-error a text is no number
const text: Text = { en: 5 };
// @ts-expect-error a field without an audience
const field: Field = { name: 'email', type: 'email', required: true };
// @ts-expect-error a type nobody knows
const typed: Field = { name: 'born', type: 'date', required: true, seenBy: [] };
// @ts-expect-error a consent without the sentence
const consent: Consent = { purpose: 'sign', organiser: 'ngo', required: true, version: '1' };
// @ts-expect-error a seat is a code in the document
const seat: Story['seat'] = 1234;
use(state, version, text, field, typed, consent, seat);

/** Documents are read, not written. */
export function change(document: CampaignDocument): void {
  // @ts-expect-error no story is added
  document.stories.push();
  // @ts-expect-error no goal is changed
  document.goals[0] = 5;
}

// What was judged has either a value or findings.
const parsed = parseCampaign({});
// @ts-expect-error it may not be there
use(parsed.document.title);
if (parsed.document) {
  // @ts-expect-error nothing is wrong with it
  use(parsed.problems[0]);
} else {
  // @ts-expect-error there is none
  use(parsed.document.title);
}
const shape = parseSignatureShape({});
// @ts-expect-error it may not be there
use(shape.request.fields);
// @ts-expect-error it may not be there
use(readCampaign({}).document.title);

// What signs.
// @ts-expect-error a code nobody knows
const problem: FieldProblem = { pointer: '#/seat', code: 'wrong' };
// @ts-expect-error a field is a text, or true or false
const fields: SignatureRequest['fields'] = { age: 5 };
use(problem, fields);

// Markdown.
// @ts-expect-error a link leads somewhere
const link: Inline = { type: 'link', children: [] };
// @ts-expect-error HTML is text
const html: Inline = { type: 'html', text: '<b>' };
// @ts-expect-error a list is ordered or not
const list: BlockNode = { type: 'list', items: [] };
use(link, html, list);

// Venues.
// @ts-expect-error a place has two numbers
const place: VenueSpec = { name: 'Hall', blocks: [{ label: 'A', rows: [{ label: '1', seats: [[0]] }] }] };
// @ts-expect-error counts need places apart
const counted: VenueSpec = { name: 'Hall', blocks: [{ label: 'A', rows: [{ label: '1', count: 3 }] }] };
use(place, counted);

/** A venue never changes. */
export function rebuild(venue: Venue): void {
  // @ts-expect-error not its capacity
  venue.capacity = 5;
  // @ts-expect-error not its rows
  venue.rows.pop();
  // @ts-expect-error a direction is as one sits, not as on a map
  neighbourOf(venue, 0, 'up');
  // @ts-expect-error a neighbour may be none
  neighbourOf(venue, 0, 'left').toFixed();
  // @ts-expect-error a delta builds on a revision
  encodeDelta({ layout: venue.layout, capacity: venue.capacity, revision: 1 }, [{ seat: 0, taken: true }]);
  const message = decodeOccupancy(new Uint8Array(), venue);
  // @ts-expect-error only a full message has all seats
  use(message.taken);
  // @ts-expect-error only a delta has changes
  if (message.kind === 'full') use(message.changes);
  // @ts-expect-error seats are integers inside, codes outside
  makeVenue(12);
}
