import { expect } from '@open-wc/testing';
import { readFacts, type TicketFacts, type TicketSources } from '../../../src/elements/ticket/facts.js';
import { makeVenue } from '../../../src/venue/make-venue.js';
import { emptyOccupancy, setTaken } from '../../../src/venue/occupancy.js';
import { placeOf, seatFromCode } from '../../../src/venue/seat-code.js';

const venue = makeVenue('arena');
const seat = seatFromCode(venue, '12-8-15')!;
const place = { ...placeOf(venue, seat), seat, code: '12-8-15', beside: null };

const taken = emptyOccupancy(venue.capacity);
setTaken(taken, seat, true);

const sources = (changes: Partial<TicketSources> = {}): TicketSources => ({
  own: { seat: null, standing: false },
  venue,
  kept: [{ seat: seat - 1, name: 'Ales' }],
  taken,
  signing: { outcome: 'idle' },
  chosen: null,
  claimed: true,
  ...changes,
});
const signed = (
  outcome: 'signed' | 'pending',
  isSeated = true,
  isKnown = isSeated,
): TicketSources['signing'] => ({
  outcome,
  receipt: { id: '1', seat: isSeated ? seat : null },
  place: isKnown ? place : null,
  revision: 1,
  withdrawalCode: null,
});

/** Returns the facts in one line: seat, person beside, next seat, and what is not certain. */
const line = (facts: TicketFacts | null): string | null =>
  facts &&
  [
    facts.place ? `${facts.place.block}-${facts.place.row}-${facts.place.number}` : 'standing',
    facts.beside?.name,
    facts.next?.code,
    facts.isPending && 'pending',
    facts.isChosen && 'chosen',
  ]
    .filter(Boolean)
    .join(' ');

describe('the facts of a ticket', () => {
  const rows: [name: string, changes: Partial<TicketSources>, expected: string | null][] = [
    ['nothing signed', {}, null],
    ['refused', { signing: { outcome: 'duplicate' } }, null],
    ['signed', { signing: signed('signed') }, '12-8-15 Ales 12-8-16'],
    ['pending', { signing: signed('pending') }, '12-8-15 Ales 12-8-16 pending'],
    ['signed without a seat', { signing: signed('signed', false) }, 'standing'],
    ['signed with a seat that the venue does not have', { signing: signed('signed', true, false) }, null],
    [
      'signed where seats are only chosen',
      { signing: signed('signed'), claimed: false },
      '12-8-15 Ales 12-8-16 chosen',
    ],
    ['nothing known of other seats', { signing: signed('signed'), taken: null }, '12-8-15 Ales'],
    [
      'assumed, seat chosen',
      { signing: { outcome: 'assumed' }, chosen: place },
      '12-8-15 Ales 12-8-16 chosen',
    ],
    ['assumed, no seat', { signing: { outcome: 'assumed' } }, 'standing'],
    ['an attribute', { own: { seat: '12-8-15', standing: false } }, '12-8-15 Ales 12-8-16'],
    [
      'an attribute before the state',
      { own: { seat: '12-8-15', standing: true }, signing: signed('pending', false) },
      '12-8-15 Ales 12-8-16',
    ],
    ['an attribute without a venue', { own: { seat: '12-8-15', standing: false }, venue: null }, '12-8-15'],
    ['an attribute that is no seat of the venue', { own: { seat: '99-1-1', standing: false } }, '99-1-1'],
    ['standing, by an attribute', { own: { seat: null, standing: true } }, 'standing'],
  ];
  for (const [name, changes, expected] of rows)
    it(name, () => expect(line(readFacts(sources(changes)))).to.equal(expected));

  it('invites to no seat that is taken or kept', () => {
    const full = emptyOccupancy(venue.capacity);
    setTaken(full, seat + 1, true);
    const facts = readFacts(sources({ signing: signed('signed'), taken: full }));
    expect(facts?.next?.code).to.equal(undefined);
  });
});
