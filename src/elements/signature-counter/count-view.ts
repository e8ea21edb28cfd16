import { shownCount } from '../../campaign/campaign.js';
import { ownIsUncounted, statusOf, type CampaignState } from '../../campaign/state.js';
import type { MessageKey } from '../../i18n/keys.js';
import type { Values } from '../../i18n/translate.js';

/** What the page's author says; null where nothing, or nothing that can be counted with. */
export interface GivenCount {
  count: number | null;
  goal: number | null;
  capacity: number | null;
  /** A day, a moment, or any words. */
  asOf: string | null;
  compact: boolean;
}

/** A message and what stands in it. */
export interface Words {
  key: MessageKey;
  values: Values;
}

export interface CountView {
  /** `none`: nothing to say, the author's content stands alone; `first`: too few to show a number. */
  kind: 'none' | 'loading' | 'unknown' | 'first' | 'count';
  /** The figure; null where none may be shown. While loading a stand-in, of the size to expect. */
  number: number | null;
  sentence: Words | null;
  /** Who signed without a seat. */
  standing: Words | null;
  /** How far it is to the next goal. */
  goal: Words | null;
  /** Whether the next goal is so near that it is the news. */
  isNear: boolean;
  /** The row of small seats: how many are drawn (0 = no row), lit, and which is the signer's own. */
  total: number;
  filled: number;
  ownIndex: number | null;
  asOf: string | null;
  isStale: boolean;
  /** Whether the own signature is in the figure. */
  isOwn: boolean;
}

/** A goal is near at 2 % of it, and at 20 signatures in any case. */
const NEAR_SHARE = 0.02;
const NEAR_LEAST = 20;

const MAX = 1e9;

/** As wide as most counts are. */
const STAND_IN = 1000;
const STAND_IN_SEATS = 10_000;

const empty: CountView = {
  kind: 'none',
  number: null,
  sentence: null,
  standing: null,
  goal: null,
  isNear: false,
  total: 0,
  filled: 0,
  ownIndex: null,
  asOf: null,
  isStale: false,
  isOwn: false,
};

/** A whole number that may be shown, else null: never NaN, a fraction, or less than nothing. */
function whole(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX ? value : null;
}

/** What the counter shows. `state` is null while the element stands alone; `squares` is how many fit in its row. */
export function viewCount(given: GivenCount, state: CampaignState | null, squares: number): CountView {
  const count = whole(given.count);
  const total = given.compact ? 0 : squares;
  const seats = state?.count?.seats ?? null;
  const capacity = whole(given.capacity) || seats?.capacity || null;
  const goals = whole(given.goal) === null ? (state?.document?.goals ?? []) : [given.goal!];
  if (count !== null) return figure({ number: count, capacity, goals, given, total, asOf: given.asOf });
  if (!state) return empty;
  if (!state.count)
    return state.phase === 'failed' || state.freshness === 'unreachable'
      ? unknown(state, total)
      : loading(state, given, total);

  const { signing } = state;
  const isOwn = signing.outcome === 'signed';
  const sits = isOwn && signing.receipt.seat !== null;
  const signatures = shownCount(state)!;
  if (signatures < (state.document?.minimum ?? 1)) {
    if (statusOf(state) !== 'open') return empty;
    return {
      ...empty,
      kind: 'first',
      sentence: { key: isOwn ? 'counter.first-own' : 'counter.first', values: {} },
      total,
      ownIndex: isOwn ? 0 : null,
      isOwn,
    };
  }
  const added = ownIsUncounted(state) ? 1 : 0;
  return figure({
    number: seats ? seats.taken + (sits ? added : 0) : signatures,
    standing: seats ? seats.standing + (sits ? 0 : added) : 0,
    capacity,
    goals,
    given,
    total,
    asOf: given.asOf ?? state.count.asOf,
    isStale: state.freshness === 'stale',
    isOwn,
    // Who stands is counted, and has no square in a row of seats.
    hasSquare: isOwn && (sits || !seats),
  });
}

interface Facts {
  given: GivenCount;
  number: number;
  standing?: number;
  capacity: number | null;
  goals: readonly number[];
  total: number;
  asOf: string | null;
  isStale?: boolean;
  isOwn?: boolean;
  /** Whether the own signature has a square in the row. */
  hasSquare?: boolean;
}

function figure(facts: Facts): CountView {
  const {
    number,
    standing = 0,
    capacity,
    goals,
    total,
    asOf,
    isStale = false,
    isOwn = false,
    hasSquare = false,
  } = facts;
  const next = goals.filter((goal) => goal > number).sort((a, b) => a - b)[0];
  const left = next ? next - number : 0;
  const isNear = !!next && (!capacity || next < capacity) && left <= Math.max(NEAR_LEAST, next * NEAR_SHARE);
  // The row is a share of the seats; without seats, of the next goal, and of the last when all are reached.
  const row = capacity ?? next ?? Math.max(0, ...goals);
  const squares = row > 0 ? total : 0;
  // Rounded down: the row is full only when the last seat is taken.
  const filled = squares && Math.min(squares, Math.floor((number * squares) / row));
  return {
    ...empty,
    kind: 'count',
    number,
    sentence: { key: sentenceKey(facts), values: { count: number, capacity: capacity ?? '' } },
    standing:
      standing > 0
        ? {
            key: isOwn && !hasSquare ? 'counter.standing-own' : 'counter.standing',
            values: { count: standing },
          }
        : null,
    goal: next ? goalWords(next, left, isNear, capacity !== null) : null,
    isNear,
    total: squares,
    filled,
    ownIndex: hasSquare && squares > 0 ? Math.max(0, filled - 1) : null,
    asOf,
    isStale,
    isOwn,
  };
}

function sentenceKey({ given, capacity, isStale, hasSquare }: Facts): MessageKey {
  if (capacity && given.compact) return hasSquare ? 'counter.compact-own' : 'counter.compact';
  if (hasSquare) return capacity ? 'counter.seats-taken-own' : 'counter.signatures-own';
  if (isStale) return capacity ? 'counter.seats-were-taken' : 'counter.signatures-were';
  return capacity ? 'counter.seats-taken' : 'counter.signatures';
}

/** Among seats only a goal that is near is news; the row and "of 15,086 seats" say the rest. */
function goalWords(goal: number, left: number, isNear: boolean, isSeats: boolean): Words | null {
  if (isNear)
    return { key: isSeats ? 'counter.seats-near' : 'counter.signatures-near', values: { count: left, goal } };
  return isSeats ? null : { key: 'counter.goal', values: { goal } };
}

/** No number at all: what is not known is not guessed. */
function unknown(state: CampaignState, total: number): CountView {
  return {
    ...empty,
    kind: 'unknown',
    sentence: { key: 'counter.unknown', values: {} },
    goal: statusOf(state) === 'open' ? { key: 'counter.unknown-hint', values: {} } : null,
    total,
  };
}

/** Stands in, unseen, for what will come, so that the page does not jump when it does. */
function loading({ document }: CampaignState, given: GivenCount, total: number): CountView {
  const venue = document?.venue;
  const seats = typeof venue === 'object' && venue && 'capacity' in venue ? venue.capacity : null;
  const capacity = document && !venue ? null : whole(given.capacity) || seats || STAND_IN_SEATS;
  return {
    ...figure({ given, number: STAND_IN, capacity, goals: [], total, asOf: null }),
    kind: 'loading',
    // Without seats the next goal has a line of its own.
    goal:
      document?.goals.length && !capacity
        ? { key: 'counter.goal', values: { goal: document.goals[0]! } }
        : null,
    total,
    filled: 0,
  };
}
