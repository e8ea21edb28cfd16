import type { CampaignDocument, CampaignStatus, Day } from '../model/campaign.js';
import type { Fallback } from '../model/endpoint.js';
import { statusOn } from '../model/life.js';
import type { Outcome, PublishedCount } from '../model/outcome.js';
import type { Problem } from '../model/problem.js';
import type { SeatDescription } from '../venue/describe.js';
import type { KeptSeat } from '../venue/kept.js';
import type { Venue } from '../venue/venue.js';

/** One submission: nothing yet, under way, or how it ended. "Signed with an error" cannot be written. */
export type Signing =
  | { readonly outcome: 'idle' }
  /** `waitSeconds`: the endpoint asked for a pause; the same signature is sent again after it. */
  | { readonly outcome: 'sending'; readonly seat: number | null; readonly waitSeconds: number | null }
  | Exclude<Outcome, { outcome: 'signed' | 'pending' | 'seat-taken' }>
  | (Extract<Outcome, { outcome: 'signed' | 'pending' }> & {
      readonly place: SeatDescription | null;
      /** Shown once to the signer, never sent; null where it could not be made. */
      readonly withdrawalCode: string | null;
    })
  | (Extract<Outcome, { outcome: 'seat-taken' }> & { readonly places: readonly SeatDescription[] });

/** The chosen seat was lost before sending, and why. */
export interface SeatNotice {
  readonly lost: SeatDescription;
  readonly near: readonly SeatDescription[];
}

/** Everything the elements of a campaign draw from. Never what people typed. */
export interface CampaignState {
  /** Of the document: elements keep the author's content until it is `ready`. */
  readonly phase: 'loading' | 'ready' | 'failed';
  /** What is wrong with document or venue, for the page's author. */
  readonly problems: readonly Problem[];
  readonly document: CampaignDocument | null;
  /** URL that images of the document are resolved against. */
  readonly base: string;
  /** The language of the texts, one of the document's. */
  readonly locale: string;
  readonly venue: Venue | null;
  readonly kept: readonly KeptSeat[];
  /** Of the last published count; null = never read. */
  readonly count: PublishedCount | null;
  /** The day in UTC when something was last read, by the device's clock and by the endpoint's where that is ahead; empty before. */
  readonly today: Day;
  /** `stale`: the last try to read a newer count failed. */
  readonly freshness: 'unknown' | 'fresh' | 'stale' | 'unreachable';
  /** Whether the last try failed because this device has no connection, and not because of the other side. */
  readonly offline: boolean;
  /** Occupancy bits (kept seats included) of `takenRevision`, or of the count (`areClaimed`); replaced, never changed in place. */
  readonly taken: Uint8Array | null;
  readonly takenRevision: number;
  /** The chosen seat. */
  readonly seat: SeatDescription | null;
  readonly notice: SeatNotice | null;
  readonly signing: Signing;
  /** The endpoint is described by data and gives no code to withdraw with; null: a box office, or none. */
  readonly declared: {
    readonly fallback: Fallback | null;
    /** Whether it publishes a count. */
    readonly counts: boolean;
  } | null;
}

export const initialState: CampaignState = {
  phase: 'loading',
  problems: [],
  document: null,
  base: '',
  locale: 'en',
  venue: null,
  kept: [],
  count: null,
  today: '',
  freshness: 'unknown',
  offline: false,
  taken: null,
  takenRevision: 0,
  seat: null,
  notice: null,
  signing: { outcome: 'idle' },
  declared: null,
};

/** What can happen to a campaign. */
export type Action =
  | {
      type: 'document-read';
      document: CampaignDocument;
      base: string;
      locale: string;
      problems: readonly Problem[];
      today?: Day;
    }
  | { type: 'document-failed'; problems: readonly Problem[]; isOffline?: boolean }
  | { type: 'endpoint-read'; declared: CampaignState['declared'] }
  | { type: 'locale-chosen'; locale: string }
  | {
      type: 'venue-built';
      venue: Venue;
      kept: readonly KeptSeat[];
      taken: Uint8Array;
      problems: readonly Problem[];
    }
  | { type: 'venue-failed'; problem: Problem }
  | { type: 'count-read'; count: PublishedCount; today?: Day }
  | { type: 'count-failed'; isOffline?: boolean }
  | { type: 'seats-read'; taken: Uint8Array; revision: number }
  /** Lit for a count: no revision of seats is known. */
  | { type: 'seats-derived'; taken: Uint8Array }
  /** `near`: free seats to offer in place of the lost one. */
  | { type: 'seat-lost'; near: readonly SeatDescription[] }
  | { type: 'layout-changed' }
  | { type: 'seat-chosen'; seat: SeatDescription | null }
  | { type: 'signing'; signing: Signing };

/** The next state. Pure: older answers are dropped here, whatever order they arrive in. */
export function reduce(state: CampaignState, action: Action): CampaignState {
  switch (action.type) {
    case 'document-read': {
      const { document, base, locale, problems, today = state.today } = action;
      return { ...state, phase: 'ready', document, base, locale, problems, today };
    }
    case 'document-failed':
      // A document that was good stays: a failed re-reading takes nothing away.
      return {
        ...state,
        phase: state.document ? 'ready' : 'failed',
        problems: action.problems,
        offline: action.isOffline ?? false,
      };
    case 'endpoint-read':
      return { ...state, declared: action.declared };
    case 'locale-chosen':
      return state.locale === action.locale ? state : { ...state, locale: action.locale };
    case 'venue-built':
      return {
        ...state,
        venue: action.venue,
        kept: action.kept,
        taken: action.taken,
        takenRevision: 0,
        problems: [...state.problems, ...action.problems],
      };
    case 'venue-failed':
      return { ...state, problems: [...state.problems, action.problem] };
    case 'count-read': {
      if (state.count && action.count.revision < state.count.revision)
        return state.offline ? { ...state, offline: false } : state;
      const { count, today = state.today } = action;
      const published = count.asOf.slice(0, 10);
      return {
        ...state,
        count,
        today: published > today ? published : today,
        freshness: 'fresh',
        offline: false,
      };
    }
    case 'count-failed': {
      const freshness = state.count ? 'stale' : 'unreachable';
      const { isOffline: offline = false } = action;
      return state.freshness === freshness && state.offline === offline
        ? state
        : { ...state, freshness, offline };
    }
    case 'seats-read':
      if (action.revision < state.takenRevision) return state;
      return { ...state, taken: action.taken, takenRevision: action.revision };
    case 'seats-derived':
      return { ...state, taken: action.taken, takenRevision: 0 };
    case 'seat-lost':
      return state.seat ? { ...state, seat: null, notice: { lost: state.seat, near: action.near } } : state;
    case 'layout-changed':
      return { ...state, venue: null, taken: null, takenRevision: 0, seat: null, notice: null };
    case 'seat-chosen':
      if (!mayChoose(state)) return state;
      return {
        ...state,
        seat: action.seat,
        notice: null,
        // A refusal about the old seat is answered by choosing another.
        signing: state.signing.outcome === 'seat-taken' ? { outcome: 'idle' } : state.signing,
      };
    case 'signing': {
      const { signing } = action;
      if (signing.outcome === 'seat-taken') {
        return { ...state, signing, seat: null, taken: withTaken(state.taken, signing.seat) };
      }
      return { ...state, signing, ...(signing.outcome === 'sending' && { notice: null }) };
    }
  }
}

function withTaken(taken: Uint8Array | null, seat: number): Uint8Array | null {
  if (!taken || seat < 0 || seat >> 3 >= taken.length) return taken;
  const next = taken.slice();
  next[seat >> 3]! |= 1 << (seat & 7);
  return next;
}

/** Whether the signature is in, or as good as: nothing more is asked, and what was typed must go. */
export function isIn({ outcome }: Signing): boolean {
  return outcome === 'duplicate' || isTheirs(outcome);
}

/** Whether the signature is in: the form thanks, the seat is the signer's. */
export function hasSigned({ signing }: CampaignState): boolean {
  return isTheirs(signing.outcome);
}

function isTheirs(outcome: Signing['outcome']): boolean {
  return outcome === 'signed' || outcome === 'pending' || outcome === 'assumed';
}

/** A seat can be chosen while the petition is open, until the signature is on its way. */
export function mayChoose(state: CampaignState): boolean {
  return statusOf(state) === 'open' && state.signing.outcome !== 'sending' && !hasSigned(state);
}

/** The signer's own seat: the one given, else null. */
export function ownSeat({ signing }: CampaignState): number | null {
  return signing.outcome === 'signed' || signing.outcome === 'pending' ? signing.receipt.seat : null;
}

/** Whether the own signature is not in the published count yet (docs/protocol.md, Signing). */
export function ownIsUncounted({ count, signing }: CampaignState): boolean {
  const revision =
    signing.outcome === 'signed' || signing.outcome === 'assumed' ? signing.revision : undefined;
  return revision !== undefined && (!count || count.revision <= revision);
}

/** The campaign's status: the endpoint's word wins over the document's, which is read by its days. */
export function statusOf({ count, document, today }: CampaignState): CampaignStatus {
  return count?.status ?? (document ? statusOn(document, today) : 'open');
}

/**
 * Whether the endpoint knows who sits where. False where it only counts: then lit seats are a picture of the count, each
 * may be chosen, and no choice is ever lost. True as long as nothing is known.
 */
export function areClaimed({ count }: CampaignState): boolean {
  return !count || count.seats?.mode === 'claimed';
}

/** Whether no seat is left; false while it is not known, and where seats are nobody's. The published figure leaves the kept seats out. */
export function isFull(state: CampaignState): boolean {
  const { count, kept } = state;
  return !!count?.seats && areClaimed(state) && count.seats.taken + kept.length >= count.seats.capacity;
}
