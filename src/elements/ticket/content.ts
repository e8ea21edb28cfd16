import { isTaken } from '../../venue/occupancy.js';
import type { SeatPlace } from '../../venue/seat-code.js';
import type { Venue } from '../../venue/venue.js';
import { seatSentence } from '../base/seat-sentence.js';
import type { Translator } from '../base/translator.js';
import type { TicketFacts } from './facts.js';
import type { TicketDrawing } from './shapes.js';

/** The content of a ticket: texts that are ready to be set, and the seats to draw. It has no receipt, no code and no number of the signer's. */
export interface Ticket {
  readonly locale: string;
  readonly rtl: boolean;
  /** Text alternative of the ticket. */
  readonly label: string;
  readonly title: string;
  /** Null for a signer without a seat. */
  readonly place: SeatPlace | null;
  readonly words: { readonly block: string; readonly row: string; readonly seat: string };
  /** Text in place of a seat: "Standing". */
  readonly standing: string;
  /** "beside", above the name of the person; for a signer without a seat, the text in place of the name. */
  readonly beside: string;
  readonly person: { readonly name: string; readonly portrait: string | null } | null;
  /** The count of people, and whether the next seat is free. */
  readonly lines: readonly string[];
  /** Address to sign at, without `https://`. */
  readonly address: string;
  /** First name that the signer typed; empty by default. */
  readonly name: string;
  readonly scene: TicketScene | null;
  readonly fonts: TicketDrawing['fonts'];
}

/** The seats on the ticket. */
export interface TicketScene {
  readonly venue: Venue;
  readonly seat: number;
  /** The kept seat beside the signer's. */
  readonly beside: number | null;
  /** The free seat that the signer can invite another person to. */
  readonly next: number | null;
  /** State of every other seat. */
  stateOf(seat: number): 'free' | 'taken' | 'kept' | 'unknown';
}

/** Words and wishes around the facts of a ticket. */
export interface TicketContext extends Pick<Ticket, 'rtl' | 'title' | 'name' | 'fonts'> {
  readonly translator: Translator;
  /** URL to sign at. */
  readonly url: string;
  /** The count of people, where it may be shown; a signer has no number of their own. */
  readonly signatures: number | null;
  /** True where everyone who signed has a seat. */
  readonly allSeated: boolean;
  /** True where the petition has seats, so that a signer without one stands. */
  readonly hasSeats: boolean;
  /** True where the signer may invite to the seat beside. */
  readonly mayInvite: boolean;
  /** Returns a portrait's URL once it can be drawn; until then, and where it cannot, null. */
  portrait(url: string): string | null;
}

/** Returns the content of a ticket. */
export function contentOf(facts: TicketFacts, context: TicketContext): Ticket {
  const { place, beside } = facts;
  const { translator, rtl, title, name, fonts, url, hasSeats } = context;
  const { t, locale } = translator;
  const standing = t(hasSeats ? 'ticket.standing' : 'ticket.signed');
  const seat = place ? seatSentence(translator, place) : standing;
  const label = t(place && beside ? 'ticket.label-beside' : 'ticket.label', {
    seat,
    name: beside?.name ?? '',
  });
  return {
    locale,
    rtl,
    label: `${title}${/[^\p{P}]$/u.test(title) ? '.' : ''} ${label}`.trim(),
    title,
    place,
    words: { block: t('picker.list-block'), row: t('picker.list-row'), seat: t('picker.list-seat') },
    standing,
    beside: place ? (beside ? t('ticket.beside') : '') : hasSeats ? t('ticket.standing-with') : '',
    person: beside && {
      name: beside.name,
      portrait: beside.portrait ? context.portrait(beside.portrait) : null,
    },
    lines: linesOf(facts, context),
    address: url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''),
    name,
    fonts,
    scene: sceneOf(facts, context.mayInvite),
  };
}

function linesOf(
  { place, next, isPending, isChosen }: TicketFacts,
  { translator: { t }, signatures, allSeated, mayInvite }: TicketContext,
): string[] {
  const key =
    signatures === 1
      ? 'ticket.first'
      : place && !isChosen && allSeated
        ? 'outcome.people'
        : 'outcome.people-signed';
  const people = signatures === null ? '' : t(key, { count: signatures });
  const second = isPending
    ? place && t('ticket.held')
    : isChosen
      ? t('ticket.chosen')
      : next && mayInvite && t('ticket.next-free');
  return [people, second || ''].filter(Boolean);
}

function sceneOf(
  { venue, seat, beside, kept, taken, isChosen, next }: TicketFacts,
  mayInvite: boolean,
): TicketScene | null {
  if (!venue || seat === null) return null;
  const stateOf = (one: number): ReturnType<TicketScene['stateOf']> => {
    if (kept.some((person) => person.seat === one)) return 'kept';
    return taken ? (isTaken(taken, one) ? 'taken' : 'free') : 'unknown';
  };
  const invited = isChosen || !mayInvite ? null : (next?.seat ?? null);
  return { venue, seat, beside: beside?.seat ?? null, next: invited, stateOf };
}
