import { findBeside, findSeat } from '../../venue/find.js';
import type { SeatPlace } from '../../venue/seat-code.js';
import { seatSentence } from '../base/seat-sentence.js';
import {
  addTypedKey,
  besideOf,
  blockedSeats,
  fullText,
  keptAt,
  seatByCode,
  seatByKey,
  seatLabel,
  sentenceOf,
  stateOf,
  type Seating,
  type Typed,
} from './seat-grid.js';

/** Everything a picker remembers while somebody looks for a seat. The chosen seat itself is the campaign's; each step is a function of this, an event and the seats. */
export interface SeatChoice {
  /** The seat of the grid's cursor; null until it is needed: finding the best seat takes as long as painting. */
  readonly cursor: number | null;
  /** The seat on the seat card, with a button to take it if it can be taken. `lost`: in place of a seat that somebody else has taken. */
  readonly offer: { readonly seat: number; readonly reason: 'pressed' | 'lost' } | null;
  /** The `source` of the loss handled last; each is handled once. */
  readonly handledLoss: object | null;
  /** The seat that the page's URL invites to; `isOther` where the named one was taken. */
  readonly invited: InvitedSeat | null;
  /** Seats side by side that are proposed to friends. */
  readonly proposed: readonly number[];
  /** True while the grid shows a focus ring. */
  readonly isFocusSeen: boolean;
  readonly isMenuOpen: boolean;
  readonly typed: Typed | null;
}

export const INITIAL_CHOICE: SeatChoice = {
  cursor: null,
  offer: null,
  handledLoss: null,
  invited: null,
  proposed: [],
  isFocusSeen: false,
  isMenuOpen: false,
  typed: null,
};

/** The seat that an invitation leads to. */
export interface InvitedSeat {
  readonly seat: number;
  readonly isOther: boolean;
}

/** The loss of a chosen seat to somebody else. */
export interface LostSeat {
  /** The part of the state that reports the loss; each is handled once. */
  readonly source: object;
  /** The lost seat, where it is announced here. */
  readonly place: SeatPlace | null;
  /** The nearest free seat. */
  readonly near: number | null;
}

/** A key that was pressed, as far as it matters here. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  /** Time of the press, ms. */
  readonly timeStamp: number;
}

export type ChoiceEvent =
  /** Chooses a seat, or announces why it cannot be chosen; null where none is free. `isShown`: it is also moved into view. */
  | { readonly type: 'choose'; readonly seat: number | null; readonly isShown?: boolean }
  /** Chooses the best seat. */
  | { readonly type: 'find' }
  /** Chooses a seat beside that of a person. */
  | { readonly type: 'beside'; readonly seat: number }
  /** A press on the map; null for the floor between seats. */
  | { readonly type: 'press'; readonly seat: number | null }
  /** Shows a seat that one more press takes. */
  | { readonly type: 'offer'; readonly seat: number }
  | { readonly type: 'invite'; readonly to: InvitedSeat | 'full' }
  /** Proposes these seats side by side. */
  | { readonly type: 'propose'; readonly seats: readonly number[] }
  /** Moves the cursor to a seat and the seat into view, without moving the focus; null shows the whole venue. */
  | { readonly type: 'go'; readonly seat: number | null }
  /** Moves the cursor, and the focus if it is in the grid; the map stays. */
  | { readonly type: 'cursor'; readonly seat: number }
  /** The focus came to a cell. `isSeen`: the browser shows a ring. */
  | { readonly type: 'focus'; readonly seat: number; readonly isSeen: boolean }
  | { readonly type: 'blur' }
  /** `returns`: the focus goes back to the menu's button. */
  | { readonly type: 'menu'; readonly isOpen: boolean; readonly returns?: boolean }
  /** A key that belongs to no code. */
  | { readonly type: 'other-key' }
  | { readonly type: 'venue' }
  /** The seats have changed. `lost`: the loss of the chosen one, if they report it. */
  | { readonly type: 'seating'; readonly lost: LostSeat | null };

/** The part of the picker that gets the focus. `follows`: only if the focus is in the grid already. */
export type ChoiceFocus =
  | { readonly in: 'menu' | 'blocks' }
  | { readonly in: 'card'; readonly seat: number }
  | { readonly in: 'grid'; readonly seat: number; readonly follows: boolean };

export type ChoiceEffect =
  /** Selects a seat, and announces it unless the page cancels the event. */
  | { readonly type: 'select'; readonly seat: number; readonly announcement: string }
  | { readonly type: 'announce'; readonly text: string }
  /** Moves the map to a seat, or to the whole venue. `reveal`: the window too; `if-painted`: not on a map that is about to be seen for the first time. */
  | { readonly type: 'show'; readonly seat: number | null; readonly how: 'fly' | 'if-painted' | 'reveal' }
  | { readonly type: 'focus'; readonly target: ChoiceFocus };

/** The seats, and what the signer may do with them. */
export interface ChoiceContext {
  readonly seating: Seating;
  /** The chosen seat. */
  readonly seat: number | null;
  readonly mayChoose: boolean;
}

type ChoiceStep = readonly [SeatChoice, readonly ChoiceEffect[]];

const announcing = (text: string): ChoiceEffect => ({ type: 'announce', text });
const show = (seat: number | null, how: 'fly' | 'if-painted' | 'reveal' = 'fly'): ChoiceEffect => ({
  type: 'show',
  seat,
  how,
});
const focus = (target: ChoiceFocus): ChoiceEffect => ({ type: 'focus', target });
/** Moves a focus that is in the grid along with the cursor: its old cell may not be rendered again. */
const follow = (seat: number): ChoiceEffect => focus({ in: 'grid', seat, follows: true });

/** Returns the seat for "Find me a seat"; null where none is free. */
export function bestSeat(seating: Seating): number | null {
  return findSeat(
    seating.venue,
    blockedSeats(seating),
    seating.kept.map(({ seat }) => seat),
  );
}

/** Returns the seat of the cursor: where nothing has moved it, the chosen seat, else the best free one. */
export function cursorOf(choice: SeatChoice, { seating, seat }: Omit<ChoiceContext, 'mayChoose'>): number {
  return choice.cursor ?? seat ?? bestSeat(seating) ?? 0;
}

/** Returns the sentence of an invitation. */
export function invitationText({ t }: Seating, { isOther }: InvitedSeat): string {
  return t(isOther ? 'picker.invited-taken' : 'picker.invited');
}

/** Returns the next choice, and what has to be done for it, in this order. */
export function reduceChoice(choice: SeatChoice, event: ChoiceEvent, context: ChoiceContext): ChoiceStep {
  switch (event.type) {
    case 'choose':
      return choose(choice, event.seat, context, event.isShown);
    case 'find':
      return choose(choice, bestSeat(context.seating), context, true);
    case 'beside':
      return chooseBeside(choice, event.seat, context);
    case 'press': {
      const pressed = { ...choice, isFocusSeen: false };
      return event.seat === null ? [{ ...pressed, offer: null }, []] : choose(pressed, event.seat, context);
    }
    case 'offer':
      return offer(choice, event.seat, context);
    case 'invite':
      return invite(choice, event.to, context);
    case 'propose': {
      const [first] = event.seats;
      const proposed = { ...choice, proposed: event.seats };
      return first === undefined ? [proposed, []] : goTo(proposed, first);
    }
    case 'go':
      return goTo(choice, event.seat);
    case 'cursor':
      return [{ ...choice, cursor: event.seat }, [follow(event.seat)]];
    case 'focus':
      return [{ ...choice, cursor: event.seat, isFocusSeen: event.isSeen, offer: null }, []];
    case 'blur':
      return [{ ...choice, isFocusSeen: false }, []];
    case 'menu':
      return [{ ...choice, isMenuOpen: event.isOpen }, event.returns ? [focus({ in: 'menu' })] : []];
    case 'other-key':
      return [{ ...choice, typed: null }, []];
    case 'venue':
      return [{ ...choice, cursor: null, offer: null, invited: null, proposed: [] }, []];
    case 'seating':
      return answerLoss(
        choice.offer?.seat === context.seat ? { ...choice, offer: null } : choice,
        event.lost,
        context,
      );
  }
}

/** Chooses a seat, or announces why it cannot be chosen. */
function choose(
  choice: SeatChoice,
  seat: number | null,
  { seating, mayChoose }: ChoiceContext,
  isShown = false,
): ChoiceStep {
  if (seat === null) return [choice, [announcing(fullText(seating))]];
  if (!mayChoose) return [choice, []];
  const state = stateOf(seating, seat);
  const moved = { ...choice, cursor: seat };
  const shown = isShown ? [show(seat, 'reveal')] : [];
  const place = sentenceOf(seating, seat);
  if (state === 'taken' || state === 'kept') {
    const name = keptAt(seating, seat)?.name ?? '';
    return [
      { ...moved, offer: { seat, reason: 'pressed' } },
      [follow(seat), announcing(seating.t(`picker.is-${state}`, { seat: place, name })), ...shown],
    ];
  }
  const person = besideOf(seating, seat);
  const chosen = seating.t(person ? 'picker.chosen-beside' : 'picker.chosen', {
    seat: place,
    name: person?.name ?? '',
  });
  const announcement = state === 'unknown' ? `${chosen} ${seating.t('seat.unknown')}` : chosen;
  return [
    { ...moved, offer: null },
    [
      follow(seat),
      state === 'yours' ? announcing(announcement) : { type: 'select', seat, announcement },
      ...shown,
    ],
  ];
}

function chooseBeside(choice: SeatChoice, seat: number, context: ChoiceContext): ChoiceStep {
  const { seating } = context;
  const beside = findBeside(seating.venue, blockedSeats(seating), [seat]);
  const [next, effects] = choose({ ...choice, isMenuOpen: false }, beside, context, true);
  return [next, choice.isMenuOpen ? [focus({ in: 'menu' }), ...effects] : effects];
}

/** Shows a seat that one more press takes. */
function offer(choice: SeatChoice, seat: number, { seating, seat: own }: ChoiceContext): ChoiceStep {
  return [
    { ...choice, cursor: seat, offer: seat === own ? null : { seat, reason: 'pressed' } },
    [follow(seat), announcing(seatLabel(seating, seat)), show(seat)],
  ];
}

function invite(choice: SeatChoice, to: InvitedSeat | 'full', context: ChoiceContext): ChoiceStep {
  if (!context.mayChoose) return [choice, []];
  const { seating } = context;
  if (to === 'full') return [choice, [announcing(fullText(seating))]];
  const { seat } = to;
  const [offered, effects] = offer({ ...choice, invited: to }, seat, context);
  const text = `${invitationText(seating, to)}: ${seatLabel(seating, seat)}`;
  return [offered, [...effects, announcing(text), focus({ in: 'card', seat })]];
}

const goTo = (choice: SeatChoice, seat: number | null): ChoiceStep => [
  { ...choice, offer: null, cursor: seat ?? choice.cursor },
  [show(seat)],
];

/** Offers the nearest free seat at once when another person has taken the chosen one. */
function answerLoss(choice: SeatChoice, lost: LostSeat | null, { seating, seat }: ChoiceContext): ChoiceStep {
  if (!lost) {
    const { offer } = choice;
    return [{ ...choice, handledLoss: null, offer: offer && { ...offer, reason: 'pressed' } }, []];
  }
  const { source, place, near } = lost;
  if (source === choice.handledLoss || seat !== null) return [choice, []];
  if (near === null) return [{ ...choice, handledLoss: source, offer: null }, []];
  const text =
    place &&
    seating.t('picker.lost', { lost: seatSentence(seating, place), seat: sentenceOf(seating, near) });
  return [
    { ...choice, handledLoss: source, cursor: near, offer: { seat: near, reason: 'lost' } },
    [...(text ? [announcing(text)] : []), show(near, 'if-painted')],
  ];
}

/** Returns the step of a key in the grid; null where the key has no meaning there. */
export function reduceGridKey(
  choice: SeatChoice,
  { key, ctrlKey }: PressedKey,
  context: ChoiceContext,
): ChoiceStep | null {
  const at = cursorOf(choice, context);
  const next = seatByKey(context.seating.venue, at, key, ctrlKey);
  if (next !== null) return moveByKey(choice, next, null);
  if (key === 'Enter' || key === ' ') return choose(choice, at, context);
  return key === 'Escape' ? [choice, [show(null), focus({ in: 'blocks' })]] : null;
}

/** Returns the step of a key anywhere in the picker: a code is typed, Escape closes; null where the key has no meaning. */
export function reduceKey(
  choice: SeatChoice,
  { key, timeStamp }: PressedKey,
  context: ChoiceContext,
): ChoiceStep | null {
  const { venue } = context.seating;
  const at = cursorOf(choice, context);
  const typed = addTypedKey(venue, choice.typed, key, timeStamp, at);
  if (typed) return moveByKey(choice, seatByCode(venue, typed) ?? at, typed);
  const { isMenuOpen, offer } = choice;
  if (key !== 'Escape' || (!isMenuOpen && !offer)) return null;
  return [
    { ...choice, isMenuOpen: false, offer: null, typed: null },
    isMenuOpen ? [focus({ in: 'menu' })] : [],
  ];
}

const moveByKey = (choice: SeatChoice, seat: number, typed: Typed | null): ChoiceStep => [
  { ...choice, cursor: seat, offer: null, isFocusSeen: true, typed },
  [focus({ in: 'grid', seat, follows: false })],
];
