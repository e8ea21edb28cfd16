import {
  areClaimed,
  ownIsUncounted,
  statusOf,
  type CampaignState,
  shownCount,
} from '../../campaign/state.js';
import type { MessageKey } from '../../i18n/keys.js';
import type { MessageValues } from '../../i18n/translate.js';

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
export interface MessageRef {
  key: MessageKey;
  values: MessageValues;
}

export interface CountView {
  /** `none`: nothing to say, the author's content stands alone; `first`: too few to show a number. */
  kind: 'none' | 'loading' | 'unknown' | 'first' | 'count';
  /** The figure; null where none may be shown. While loading a stand-in, of the size to expect. */
  number: number | null;
  /** What the figure means, in full: as it is read out. */
  sentence: MessageRef | null;
  /** What stands beside the figure where there is room, and in a narrow column, where it must fit in one line. */
  wide: MessageRef | null;
  narrow: MessageRef | null;
  /** `narrow` of an old count, or of a fresh one: the line must break in both, or in neither. */
  other: MessageRef | null;
  /** Who signed without a seat. */
  standing: MessageRef | null;
  /** How far it is to the next goal, or that the last one is reached. */
  goal: MessageRef | null;
  /** Whether the next goal is so near that it is the news. */
  isNear: boolean;
  /** Whether `goal` stands beside the figure, where there is room for that, or has no room there. */
  isGoalNarrow: boolean;
  /** The highest goal that is reached; null before the first. */
  reached: number | null;
  /** Which of the document's milestones is the next one; null after the last. */
  milestone: number | null;
  /** The row of small seats: how many are drawn (0 = no row), lit, and which is the signer's own. */
  total: number;
  filled: number;
  ownIndex: number | null;
  asOf: string | null;
  isStale: boolean;
  /** Whether no newer count comes because this device has no connection. */
  isOffline: boolean;
  /** Whether there is, or will be, a row, and a line under it besides the date. */
  isRoomy: boolean;
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

/** A whole number that may be shown, else null: never NaN, a fraction, or less than nothing. */
function wholeCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX ? value : null;
}

/** What the counter shows. `state` is null while the element stands alone; `squares` is how many fit in its row. */
export function viewCount(given: GivenCount, state: CampaignState | null, squares: number): CountView {
  const count = wholeCount(given.count);
  // Where lit seats are nobody's, and where nobody knows who sits, people are counted and not seats.
  const published = state && areClaimed(state) ? state.count?.seats : null;
  const { taken = null, standing = null } = published ?? {};
  const seats = published && taken !== null && standing !== null ? { ...published, taken, standing } : null;
  const capacity = wholeCount(given.capacity) || seats?.capacity || null;
  const document = state?.document;
  // A goal of the service's own stands where neither page nor document has one.
  const theirs = document?.goals.length ? document.goals : [state?.count?.goal ?? 0];
  const goals = (wholeCount(given.goal) ? [given.goal!] : theirs).filter(wholeCount);
  const isRoomy = capacity !== null || goals.length > 0 || !document || !!document.venue;
  const total = given.compact || !isRoomy ? 0 : squares;
  const milestones = (document?.milestones ?? []).map(({ at }) => at);
  const basics = { given, capacity, goals, milestones, total, isRoomy };
  if (count !== null) return figure({ ...basics, number: count, asOf: given.asOf });
  if (!state) return empty;
  if (state.count?.signatures === null) return unknown(state, basics);
  if (!state.count)
    return state.phase === 'failed' || state.freshness === 'unreachable'
      ? unknown(state, basics)
      : loading(state, basics);

  const { signing } = state;
  const isOwn = signing.outcome === 'signed';
  const sits = isOwn && signing.receipt.seat !== null;
  const signatures = shownCount(state)!;
  const minimum = document?.minimum ?? 1;
  const isOpen = statusOf(state) === 'open';
  const first = (sentence: MessageRef): CountView => ({
    ...empty,
    kind: 'first',
    sentence,
    total,
    isRoomy,
    // Who stands has no square in a row of seats.
    ownIndex: isOwn && (sits || !seats) ? 0 : null,
    isOwn,
  });
  // A minimum hides how few there are: then neither nobody nor one is told.
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
    number: seats ? seats.taken + (sits ? added : 0) : signatures,
    standing: seats ? seats.standing + (sits ? 0 : added) : 0,
    asOf: given.asOf ?? state.count.asOf,
    isStale: state.freshness === 'stale',
    isOffline: state.offline,
    isOwn,
    // Who stands is counted, and has no square in a row of seats.
    hasSquare: isOwn && (sits || !seats),
  });
}

/** What holds whether there is a count or not. */
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
  /** Whether the own signature has a square in the row. */
  hasSquare?: boolean;
}

function figure(known: CountFacts): CountView {
  // More than there are seats cannot all have one: then people are counted.
  const isOver = known.capacity !== null && known.number > known.capacity;
  const facts = isOver ? { ...known, capacity: null } : known;
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
  const say = (key: MessageKey): MessageRef => ({ key, values: { count: number, capacity: capacity ?? '' } });
  const sentence = say(sentenceKey(facts));
  const narrow = given.compact ? sentence : say(sentenceKey({ ...facts, hasSquare: false }));
  const goal = goalWords(next, reached, left, isNear, capacity !== null);
  // Among seats the news takes the place of the sentence; without, goals have a line of their own.
  const isGoalNarrow = isNear && capacity !== null;
  return {
    ...empty,
    kind: 'count',
    number,
    sentence,
    wide: isGoalNarrow && !isOwn && !given.compact ? goal : sentence,
    narrow,
    other: say(sentenceKey({ ...facts, hasSquare: false, isStale: !isStale })),
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

/** Index of the smallest number above the count; null where there is none. */
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

/** Among seats only a goal that is near is news; the row and "of 15,086 seats" say the rest. `next`: Infinity = none. */
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

/** No number at all: what is not known is not guessed. Where the device is offline, nobody is told to sign. */
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

/** Stands in, unseen, for what will come, so that the page does not jump when it does. */
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
