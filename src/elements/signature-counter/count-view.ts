import {
  areClaimed,
  ownIsUncounted,
  statusOf,
  type CampaignState,
  shownCount,
} from '../../campaign/state.js';
import type { MessageKey } from '../../i18n/keys.js';
import type { MessageValues } from '../../i18n/translate.js';

/** The figures given by the page's author; null if not given, or not a count. */
export interface GivenCount {
  count: number | null;
  goal: number | null;
  capacity: number | null;
  /** A day, a moment, or any words. */
  asOf: string | null;
  compact: boolean;
}

/** A message key and its values. */
export interface MessageRef {
  key: MessageKey;
  values: MessageValues;
}

export interface CountView {
  /** `none`: no count, only the author's content; `first`: too few to show a number. */
  kind: 'none' | 'loading' | 'unknown' | 'first' | 'count';
  /** The figure; null if none may be shown. While loading, a stand-in of the expected size. */
  number: number | null;
  /** The meaning of the figure, in full: as it is read out. */
  sentence: MessageRef | null;
  /** The text beside the figure in a wide column, and in a narrow one, where it must fit in one line. */
  wide: MessageRef | null;
  narrow: MessageRef | null;
  /** `narrow` of an older count, or of a newer one: the line must break in both, or in neither. */
  other: MessageRef | null;
  /** Number of people who signed without a seat. */
  standing: MessageRef | null;
  /** Distance to the next goal, or that the last one is reached. */
  goal: MessageRef | null;
  /** True if the next goal is so near that it goes first. */
  isNear: boolean;
  /** True if a wide column shows `goal` beside the figure, and only a narrow one on a line of its own. */
  isGoalNarrow: boolean;
  /** The highest goal that is reached; null before the first. */
  reached: number | null;
  /** Index of the next milestone in the document; null after the last. */
  milestone: number | null;
  /** The row of small seats: number of seats (0 = no row), number of lit ones, and index of the signer's own. */
  total: number;
  filled: number;
  ownIndex: number | null;
  asOf: string | null;
  isStale: boolean;
  /** True if there is no newer count because this device has no connection. */
  isOffline: boolean;
  /** True if there is, or will be, a row, and a line under it besides the date. */
  isRoomy: boolean;
  /** True if the figure includes the signer's own signature. */
  isOwn: boolean;
}

/** A goal is near at 2 % of it, and at 20 signatures in any case. */
const NEAR_SHARE = 0.02;
const NEAR_LEAST = 20;

const MAX = 1e9;

/** A number as wide as most counts. */
const STAND_IN = 1000;
const STAND_IN_SEATS = 10_000;

const empty: CountView = {
  kind: 'none',
  number: null,
  sentence: null,
  wide: null,
  narrow: null,
  other: null,
  standing: null,
  goal: null,
  isNear: false,
  isGoalNarrow: false,
  reached: null,
  milestone: null,
  total: 0,
  filled: 0,
  ownIndex: null,
  asOf: null,
  isStale: false,
  isOffline: false,
  isRoomy: false,
  isOwn: false,
};

/** Returns a whole number that may be shown, else null: never NaN, a fraction, or less than 0. */
function wholeCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX ? value : null;
}

/** Returns the view of the counter. `state` is null while the element has no campaign; `squares` is the number that fit in its row. */
export function viewCount(given: GivenCount, state: CampaignState | null, squares: number): CountView {
  const count = wholeCount(given.count);
  // If lit seats belong to nobody, or nobody knows who has a seat, the counter counts people, not seats.
  const published = state && areClaimed(state) ? state.count?.seats : null;
  const { taken = null, standing = null } = published ?? {};
  const seats = published && taken !== null && standing !== null ? { ...published, taken, standing } : null;
  const capacity = wholeCount(given.capacity) || seats?.capacity || null;
  const document = state?.document;
  // The service's own goal applies if neither page nor document has one.
  const campaignGoals = document?.goals.length ? document.goals : [state?.count?.goal ?? 0];
  const goals = [wholeCount(given.goal) || campaignGoals].flat().filter(wholeCount);
  const isRoomy = capacity !== null || goals.length > 0 || !document || !!document.venue;
  const total = given.compact || !isRoomy ? 0 : squares;
  const milestones = (document?.milestones ?? []).map(({ at }) => at);
  const basics = { given, capacity, goals, milestones, total, isRoomy };
  if (count !== null) return figure({ ...basics, number: count, asOf: given.asOf });
  if (!state) return empty;
  const signatures = shownCount(state);
  if (signatures === null || !state.count)
    return state.count || state.phase === 'failed' || state.freshness === 'unreachable'
      ? unknown(state, basics)
      : loading(state, basics);

  const { signing } = state;
  const isOwn = signing.outcome === 'signed';
  const hasSeat = isOwn && signing.receipt.seat !== null;
  const minimum = document?.minimum ?? 1;
  const isOpen = statusOf(state) === 'open';
  const first = (sentence: MessageRef): CountView => ({
    ...empty,
    kind: 'first',
    sentence,
    total,
    isRoomy,
    // A person standing has no square in a row of seats.
    ownIndex: isOwn && (hasSeat || !seats) ? 0 : null,
    isOwn,
  });
  // A minimum hides a small count: then neither "nobody" nor "one" is shown.
  if (minimum <= 1 && isOpen) {
    if (signatures === 1 && isOwn) return first({ key: 'outcome.first', values: {} });
    if (signatures === 0 && seats && capacity && state.freshness !== 'stale')
      return first({ key: 'counter.empty', values: { count: capacity } });
  }
  if (signatures < minimum) {
    if (!isOpen) return empty;
    return first({ key: isOwn ? 'counter.first-own' : 'counter.first', values: {} });
  }
  const added = ownIsUncounted(state) ? 1 : 0;
  return figure({
    ...basics,
    number: seats ? seats.taken + (hasSeat ? added : 0) : signatures,
    standing: seats ? seats.standing + (hasSeat ? 0 : added) : 0,
    asOf: given.asOf ?? state.count.asOf,
    isStale: state.freshness === 'stale',
    isOffline: state.offline,
    isOwn,
    // A person standing is counted, but has no square in a row of seats.
    hasSquare: isOwn && (hasSeat || !seats),
  });
}

/** Facts that apply with or without a count. */
interface Basics {
  given: GivenCount;
  capacity: number | null;
  goals: readonly number[];
  milestones: readonly number[];
  total: number;
  isRoomy: boolean;
}

interface CountFacts extends Basics {
  number: number;
  standing?: number;
  asOf: string | null;
  isStale?: boolean;
  isOffline?: boolean;
  isOwn?: boolean;
  /** True if the signer's own signature has a square in the row. */
  hasSquare?: boolean;
}

function figure(known: CountFacts): CountView {
  // More people than seats cannot all have one: then the counter counts people.
  const exceedsSeats = known.capacity !== null && known.number > known.capacity;
  const facts = exceedsSeats ? { ...known, capacity: null } : known;
  const {
    given,
    number,
    standing = 0,
    capacity,
    goals,
    milestones,
    total,
    asOf,
    isStale = false,
    isOffline = false,
    isRoomy,
    isOwn = false,
    hasSquare = false,
  } = facts;
  const next = Math.min(...goals.filter((goal) => goal > number));
  const reached = Math.max(0, ...goals.filter((goal) => goal <= number));
  const left = next - number;
  const isNear = next < (capacity ?? MAX) && left <= Math.max(NEAR_LEAST, next * NEAR_SHARE);
  // The row is a share of the seats; without seats, of the next goal, and of the last when all are reached.
  const row = capacity ?? (Number.isFinite(next) ? next : reached);
  const squares = row > 0 ? total : 0;
  // Rounded down: the row is full only when the last seat is taken.
  const filled = squares && Math.min(squares, Math.floor((number * squares) / row));
  const message = (key: MessageKey): MessageRef => ({
    key,
    values: { count: number, capacity: capacity ?? '' },
  });
  const sentence = message(sentenceKey(facts));
  const narrow = given.compact ? sentence : message(sentenceKey({ ...facts, hasSquare: false }));
  const goal = goalWords(next, reached, left, isNear, capacity !== null);
  // With seats a near goal replaces the sentence; without, goals have a line of their own.
  const isGoalNarrow = isNear && capacity !== null;
  return {
    ...empty,
    kind: 'count',
    number,
    sentence,
    wide: isGoalNarrow && !isOwn && !given.compact ? goal : sentence,
    narrow,
    other: message(sentenceKey({ ...facts, hasSquare: false, isStale: !isStale })),
    standing:
      standing > 0
        ? {
            key: isOwn && !hasSquare ? 'counter.standing-own' : 'counter.standing',
            values: { count: standing },
          }
        : null,
    goal,
    isNear,
    isGoalNarrow,
    reached: reached || null,
    milestone: nextGoalIndex(milestones, number),
    total: squares,
    filled,
    ownIndex: hasSquare && squares > 0 ? Math.max(0, filled - 1) : null,
    asOf,
    isStale,
    isOffline,
    isRoomy,
    isOwn,
  };
}

/** Returns the index of the smallest number above the count; null if there is none. */
function nextGoalIndex(numbers: readonly number[], count: number): number | null {
  const next = Math.min(...numbers.filter((at) => at > count));
  return Number.isFinite(next) ? numbers.indexOf(next) : null;
}

function sentenceKey({ given, capacity, isStale, hasSquare }: CountFacts): MessageKey {
  if (capacity && given.compact) return hasSquare ? 'counter.compact-own' : 'counter.compact';
  if (hasSquare) return capacity ? 'counter.seats-taken-own' : 'counter.signatures-own';
  if (isStale) return capacity ? 'counter.seats-were-taken' : 'counter.signatures-were';
  return capacity ? 'counter.seats-taken' : 'counter.signatures';
}

/** Returns the message of the next goal. With seats only a near goal is shown; the row and "of 15,086 seats" say the rest. `next`: Infinity = none. */
function goalWords(
  next: number,
  reached: number,
  left: number,
  isNear: boolean,
  isSeats: boolean,
): MessageRef | null {
  if (isNear)
    return {
      key: isSeats ? 'counter.seats-near' : 'counter.signatures-near',
      values: { count: left, goal: next },
    };
  if (isSeats) return null;
  if (Number.isFinite(next)) return { key: 'counter.goal', values: { goal: next } };
  return reached ? { key: 'counter.goal-reached', values: { goal: reached } } : null;
}

/** Returns a view without a number: an unknown count is not guessed. While the device is offline, it does not ask anyone to sign. */
function unknown(state: CampaignState, { total, isRoomy }: Basics): CountView {
  const { offline, count } = state;
  const key = offline ? 'counter.offline' : count ? 'counter.not-published' : 'counter.unknown';
  const hint = offline ? 'counter.offline-hint' : statusOf(state) === 'open' ? 'counter.unknown-hint' : null;
  return {
    ...empty,
    kind: 'unknown',
    sentence: { key, values: {} },
    goal: hint && { key: hint, values: {} },
    total,
    isOffline: offline,
    isRoomy,
  };
}

/** Returns an invisible stand-in for the view that follows, so that the page does not jump. */
function loading({ document }: CampaignState, basics: Basics): CountView {
  const { goals, total } = basics;
  const venue = document?.venue;
  const seats = typeof venue === 'object' && venue && 'capacity' in venue ? venue.capacity : null;
  const capacity = document && !venue ? basics.capacity : (basics.capacity ?? seats ?? STAND_IN_SEATS);
  return {
    ...figure({ ...basics, number: STAND_IN, capacity, goals: [], asOf: null }),
    kind: 'loading',
    // Without seats the next goal has a line of its own.
    goal: goals.length && !capacity ? { key: 'counter.goal', values: { goal: Math.min(...goals) } } : null,
    milestone: null,
    total,
    filled: 0,
  };
}
