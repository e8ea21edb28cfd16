import type { CampaignDocument, CampaignStatus } from '../model/campaign.js';
import type { Fallback } from '../model/endpoint.js';
import type { Outcome, PublishedCount } from '../model/outcome.js';
import type { Problem } from '../model/problem.js';
import type { SeatDescription } from '../venue/describe.js';
import type { KeptSeat } from '../venue/kept.js';
import type { Venue } from '../venue/venue.js';

/** One submission: nothing yet, under way, or how it ended. "Signed with an error" cannot be written. */
export type Signing =
  | { readonly outcome: 'idle' }
  /**
   * `waitSeconds`: whole seconds until the same signature is sent again, since the endpoint asked for a wait; null while it is
   * being sent. `isCheck`: nobody pressed; the page came back and asks what became of the signature it had sent.
   */
  | {
      readonly outcome: 'sending';
      readonly seat: number | null;
      readonly waitSeconds: number | null;
      readonly isCheck?: boolean;
    }
  | Exclude<Outcome, { outcome: 'signed' | 'pending' | 'seat-taken' }>
  | (Extract<Outcome, { outcome: 'signed' | 'pending' }> & {
      readonly place: SeatDescription | null;
      /** Shown once to the signer, never sent; null where it could not be made. */
      readonly withdrawalCode: string | null;
      /** The answers given before the last change are the ones that are stored. */
      readonly hasEarlierAnswers?: boolean;
    })
  | (Extract<Outcome, { outcome: 'seat-taken' }> & { readonly places: readonly SeatDescription[] });

/** The chosen seat was lost before sending, and why. */
export interface SeatNotice {
  readonly lost: SeatDescription;
  readonly near: readonly SeatDescription[];
}

/** Everything the elements of a campaign draw from. Never what people typed. */
export interface CampaignState {
  /** Phase of the document: elements show the author's content until it is `ready`. */
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Problems of document and venue, for the page's author. */
  readonly problems: readonly Problem[];
  readonly document: CampaignDocument | null;
  /** URL that images of the document are resolved against. */
  readonly base: string;
  /** The language of the texts, one of the document's. */
  readonly locale: string;
  readonly venue: Venue | null;
  readonly kept: readonly KeptSeat[];
  /** The last published count; null before the first reading. */
  readonly count: PublishedCount | null;
  /** `stale`: the last try to read a newer count failed. */
  readonly freshness: 'unknown' | 'fresh' | 'stale' | 'unreachable';
  /** True if the last try failed because this device has no connection. */
  readonly offline: boolean;
  /**
   * Occupancy bits, kept seats included: of `takenRevision`, or of the count (`areClaimed`). While the seats are not known
   * (`areSeatsKnown`) only what is known to be taken has a bit, and no seat is known to be free. Replaced, never changed in place.
   */
  readonly taken: Uint8Array | null;
  /** Revision of `taken`; NEVER_READ before any. */
  readonly takenRevision: number;
  /** The last try to read the seats failed. */
  readonly haveSeatsFailed: boolean;
  /** The chosen seat. */
  readonly seat: SeatDescription | null;
  /** Number of times the signer has chosen another seat, or none. Changes by scripts, updates and newer documents do not count. */
  readonly choices: number;
  readonly notice: SeatNotice | null;
  readonly signing: Signing;
  /** The endpoint is described by data and gives no code to withdraw with; null: a box office, or none. */
  readonly declared: {
    readonly fallback: Fallback | null;
    /** True if it publishes a count. */
    readonly counts: boolean;
    /** True if it publishes which seats are taken. */
    readonly seats: boolean;
  } | null;
  /** The endpoint is refused for what the page's author wrote, so that nobody can sign. */
  readonly endpointRefused: boolean;
}

/** `takenRevision` while no seats were read. A revision may be 0. */
export const NEVER_READ = -1;

export const initialState: CampaignState = {
  phase: 'loading',
  problems: [],
  document: null,
  base: '',
  locale: 'en',
  venue: null,
  kept: [],
  count: null,
  freshness: 'unknown',
  offline: false,
  taken: null,
  takenRevision: NEVER_READ,
  haveSeatsFailed: false,
  seat: null,
  choices: 0,
  notice: null,
  signing: { outcome: 'idle' },
  declared: null,
  endpointRefused: false,
};

/** The parts of the state that name single seats. */
export type NamedSeats = Pick<CampaignState, 'seat' | 'notice' | 'signing'>;

/** The seats of a newer document, and what the state says of them there. */
export type NewerSeats = NamedSeats & Pick<CampaignState, 'kept'> & { venue: Venue; taken: Uint8Array };

/** An event in the life of a campaign. */
export type Action =
  /** `seats`: those of a document that takes the place of another; null where it has no venue, or one that cannot be built. */
  | {
      type: 'document-read';
      document: CampaignDocument;
      base: string;
      locale: string;
      problems: readonly Problem[];
      seats?: NewerSeats | null;
    }
  /** Another endpoint replaces the one before, whose publications are forgotten. `taken`: the kept seats. */
  | { type: 'endpoint-changed'; taken: Uint8Array | null }
  /** `isRefused`: it was read, and its duties are not well-formed, so that nothing may be sent. */
  | {
      type: 'document-failed';
      problems: readonly Problem[];
      isOffline?: boolean;
      isRefused?: boolean;
    }
  | { type: 'endpoint-read'; declared: CampaignState['declared'] }
  | { type: 'endpoint-judged'; refused: boolean }
  | { type: 'locale-chosen'; locale: string }
  | ({ type: 'venue-built'; problems: readonly Problem[] } & NewerSeats)
  | { type: 'venue-failed'; problem: Problem }
  | { type: 'count-read'; count: PublishedCount }
  | { type: 'count-failed'; isOffline?: boolean }
  | { type: 'seats-read'; taken: Uint8Array; revision: number }
  /** Lit for a count: no revision of seats is known. */
  | { type: 'seats-derived'; taken: Uint8Array }
  | { type: 'seats-failed' }
  /** Nothing is known of the seats any longer. `taken`: the kept ones. */
  | { type: 'seats-forgotten'; taken: Uint8Array }
  /** `near`: free seats to offer in place of the lost one. */
  | { type: 'seat-lost'; near: readonly SeatDescription[] }
  | { type: 'layout-changed' }
  /** `isChosen`: by the signer. */
  | { type: 'seat-chosen'; seat: SeatDescription | null; isChosen?: boolean }
  | { type: 'signing'; signing: Signing };

/** The next state. Pure: older answers are dropped here, whatever order they arrive in. */
export function reduce(state: CampaignState, action: Action): CampaignState {
  switch (action.type) {
    case 'document-read':
      return withDocument(state, action);
    case 'endpoint-changed': {
      const { count, freshness, offline, takenRevision, haveSeatsFailed, declared } = initialState;
      const { taken } = action;
      return { ...state, count, freshness, offline, taken, takenRevision, haveSeatsFailed, declared };
    }
    case 'document-failed':
      return withoutDocument(state, action);
    case 'endpoint-read':
      return { ...state, declared: action.declared };
    case 'endpoint-judged': {
      const { refused: endpointRefused } = action;
      return state.endpointRefused === endpointRefused ? state : { ...state, endpointRefused };
    }
    case 'locale-chosen':
      return state.locale === action.locale ? state : { ...state, locale: action.locale };
    case 'venue-built': {
      const { venue, kept, taken, seat, notice, signing } = action;
      const problems = [...state.problems, ...action.problems];
      return { ...state, venue, kept, taken, seat, notice, signing, takenRevision: NEVER_READ, problems };
    }
    case 'venue-failed':
      return { ...state, problems: [...state.problems, action.problem] };
    case 'count-read':
      return withCount(state, action.count);
    case 'count-failed': {
      const freshness = state.count ? 'stale' : 'unreachable';
      const { isOffline: offline = false } = action;
      return state.freshness === freshness && state.offline === offline
        ? state
        : { ...state, freshness, offline };
    }
    case 'seats-read': {
      const { taken, revision: takenRevision } = action;
      return takenRevision < state.takenRevision
        ? state
        : { ...state, taken, takenRevision, haveSeatsFailed: false };
    }
    case 'seats-derived':
    case 'seats-forgotten':
      return { ...state, taken: action.taken, takenRevision: NEVER_READ, haveSeatsFailed: false };
    case 'seats-failed':
      return state.haveSeatsFailed ? state : { ...state, haveSeatsFailed: true };
    case 'seat-lost':
      return state.seat ? { ...state, seat: null, notice: { lost: state.seat, near: action.near } } : state;
    case 'layout-changed':
      return withoutVenue(state);
    case 'seat-chosen':
      return withChoice(state, action);
    case 'signing':
      return withSigning(state, action.signing);
  }
}

type ActionOf<T extends Action['type']> = Extract<Action, { type: T }>;

function withDocument(
  state: CampaignState,
  { document, base, locale, problems, seats }: ActionOf<'document-read'>,
): CampaignState {
  const read: CampaignState = { ...state, phase: 'ready', document, base, locale, problems };
  if (!seats) return seats === null ? withoutVenue(read) : read;
  // Seats that were read are known in a newer venue too, as long as it numbers them alike.
  const takenRevision = state.venue?.layout === seats.venue.layout ? state.takenRevision : NEVER_READ;
  return { ...read, ...seats, takenRevision };
}

/** A document that was good stays where a newer one does not come; one that is refused takes its place. */
function withoutDocument(
  state: CampaignState,
  { problems, isOffline: offline = false, isRefused }: ActionOf<'document-failed'>,
): CampaignState {
  const document = isRefused ? null : state.document;
  const { venue, kept, taken, takenRevision } = initialState;
  return {
    ...state,
    // Kept seats are named by the stories of their document.
    ...(isRefused && { venue, kept, taken, takenRevision }),
    document,
    phase: document ? 'ready' : 'failed',
    problems,
    offline,
  };
}

function withCount(state: CampaignState, count: PublishedCount): CampaignState {
  const { count: before, offline } = state;
  const isEarlier = before !== null && count.revision < before.revision;
  // A lower revision that was published later: the higher one was a mistake, or the numbers begin anew. Else one
  // answer with the highest number there is would keep every later one out.
  if (isEarlier && !(Date.parse(count.asOf) > Date.parse(before.asOf)))
    return offline ? { ...state, offline: false } : state;
  const takenRevision = isEarlier ? Math.min(state.takenRevision, 0) : state.takenRevision;
  return { ...state, count, takenRevision, freshness: 'fresh', offline: false };
}

function withChoice(state: CampaignState, { seat, isChosen }: ActionOf<'seat-chosen'>): CampaignState {
  if (!mayChoose(state)) return state;
  return {
    ...state,
    seat,
    choices: state.choices + (isChosen && seat?.seat !== state.seat?.seat ? 1 : 0),
    notice: null,
    // A refusal about the old seat is answered by choosing another.
    signing: state.signing.outcome === 'seat-taken' ? { outcome: 'idle' } : state.signing,
  };
}

function withSigning(state: CampaignState, signing: Signing): CampaignState {
  if (signing.outcome === 'seat-taken')
    return { ...state, signing, seat: null, taken: withTaken(state.taken, signing.seat) };
  return { ...state, signing, ...(signing.outcome === 'sending' && { notice: null }) };
}

function withoutVenue(state: CampaignState): CampaignState {
  const { venue, kept, taken, takenRevision, seat, notice } = initialState;
  return { ...state, venue, kept, taken, takenRevision, seat, notice };
}

function withTaken(taken: Uint8Array | null, seat: number): Uint8Array | null {
  if (!taken || seat < 0 || seat >> 3 >= taken.length) return taken;
  return taken.map((bits, at) => (at === seat >> 3 ? bits | (1 << (seat & 7)) : bits));
}

/** True if the signature is stored, or was before: the form asks nothing more and forgets what was typed. */
export function isAccepted({ outcome }: Signing): boolean {
  return outcome === 'duplicate' || isTheirs(outcome);
}

/** True if the signature is stored: the form says thank you, and the seat is the signer's. */
export function hasSigned({ signing }: CampaignState): boolean {
  return isTheirs(signing.outcome);
}

function isTheirs(outcome: Signing['outcome']): boolean {
  return outcome === 'signed' || outcome === 'pending' || outcome === 'assumed';
}

/** A signature is on its way. */
export function isSending({ signing }: CampaignState): boolean {
  return signing.outcome === 'sending';
}

/** A seat can be chosen while the petition is open, until the signature is on its way. */
export function mayChoose(state: CampaignState): boolean {
  return statusOf(state) === 'open' && state.signing.outcome !== 'sending' && !hasSigned(state);
}

/** The signer's own seat: the one given, if the venue has it, else null. */
export function ownSeat({ signing }: CampaignState): number | null {
  return signing.outcome === 'signed' || signing.outcome === 'pending' ? (signing.place?.seat ?? null) : null;
}

/** True while the signer's signature is not in the published count (docs/protocol.md, Signing). */
export function ownIsUncounted({ count, signing }: CampaignState): boolean {
  const revision =
    signing.outcome === 'signed' || signing.outcome === 'assumed' ? signing.revision : undefined;
  return revision !== undefined && (!count || count.revision <= revision);
}

/** The campaign's status: the endpoint's word, else the document's. The device's clock opens and closes nothing. */
export function statusOf({ count, document }: CampaignState): CampaignStatus {
  return count?.status ?? document?.state ?? 'open';
}

/** The moment of the last publication by the endpoint's clock, milliseconds since 1970; null where the endpoint gives none. */
export function publishedAt({ count, declared }: CampaignState): number | null {
  return count && !declared ? Date.parse(count.asOf) : null;
}

/**
 * True if the endpoint knows who sits where. False if it only counts: then lit seats are a picture of the count, each
 * may be chosen, and no choice is ever lost. True as long as nothing is known.
 */
export function areClaimed({ count, declared }: CampaignState): boolean {
  if (declared && !declared.seats) return false;
  return !count || (count.seats ? count.seats.mode === 'claimed' : count.signatures === null);
}

/**
 * True if a seat without a bit in `taken` is free. False before the first reading, while none succeeds, and while seats are
 * not published: then the endpoint decides when somebody signs.
 */
export function areSeatsKnown(state: CampaignState): boolean {
  return state.takenRevision >= 0 || !areClaimed(state);
}

/** True if the seats are not known, and the next reading is not expected to change that. */
export function areSeatsMissing(state: CampaignState): boolean {
  const { freshness, haveSeatsFailed, count } = state;
  const isMissing =
    haveSeatsFailed || freshness === 'unreachable' || freshness === 'stale' || count?.signatures === null;
  return isMissing && !areSeatsKnown(state);
}

/** True if no seat is left; false while that is not known, and if seats are nobody's. The published figure excludes kept seats. */
export function isFull(state: CampaignState): boolean {
  const { count, kept } = state;
  if (!count?.seats || count.seats.taken === null || !areClaimed(state)) return false;
  return count.seats.taken + kept.length >= count.seats.capacity;
}

/** True if the seats of the document cannot be built: elements say so in their place. */
export function areSeatsBroken({
  phase,
  document,
  venue,
  problems,
}: Pick<CampaignState, 'phase' | 'document' | 'venue' | 'problems'>): boolean {
  return (
    phase === 'ready' &&
    !venue &&
    !!document?.venue &&
    problems.some(({ path, message }) => (path || message).startsWith('venue'))
  );
}

/** True if the petition has seats, and one may be free. */
export function hasSeatsToChoose(state: CampaignState): boolean {
  return !!state.document?.venue && !isFull(state) && !areSeatsBroken(state);
}

/** True if everybody who has signed has a seat. */
export function areAllSeated(state: CampaignState): boolean {
  return areClaimed(state) && state.count?.seats?.standing === 0;
}

/** The count as it is shown: what is published, and the own signature while that is not in it. */
export function shownCount(state: CampaignState): number | null {
  const signatures = state.count?.signatures ?? null;
  return signatures === null ? null : signatures + (ownIsUncounted(state) ? 1 : 0);
}

/** The first wanted language that the campaign has (exactly, or the same base language), else its first. */
export function pickLocale(has: readonly string[], wanted: readonly string[]): string {
  for (const tag of wanted) {
    const found =
      has.find((own) => own === tag) ?? has.find((own) => own.split('-')[0] === tag.split('-')[0]);
    if (found) return found;
  }
  return has[0] ?? 'en';
}
