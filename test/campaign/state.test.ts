import { expect } from '@open-wc/testing';
import {
  areClaimed,
  areSeatsKnown,
  areSeatsMissing,
  hasSigned,
  initialState,
  isFull,
  mayChoose,
  ownIsUncounted,
  ownSeat,
  publishedAt,
  reduce,
  statusOf,
  type CampaignState,
  shownCount,
} from '../../src/campaign/state.js';
import type { PublishedCount } from '../../src/model/outcome.js';
import { sampleDocument } from '../support/samples.js';

const count = (revision: number, signatures: number): PublishedCount => ({
  id: 'p',
  status: 'open',
  signatures,
  revision,
  asOf: '2026-11-22T10:00:05Z',
  seats: null,
});
const seat = { seat: 3, code: 'A-1-4', block: 'A', row: '1', number: 4, beside: null };
const signed = {
  outcome: 'signed',
  receipt: { id: 'r', seat: 3 },
  revision: 7,
  place: seat,
  withdrawalCode: null,
} as const;
const state = (more: Partial<CampaignState>): CampaignState => ({ ...initialState, ...more });

describe('reduce', () => {
  it('drops a count older than the known one', () => {
    const known = state({ count: count(7, 50) });
    expect(reduce(known, { type: 'count-read', count: count(6, 40) })).to.equal(known);
  });
  it('shows a count that went down after moderation', () => {
    expect(
      reduce(state({ count: count(7, 50) }), { type: 'count-read', count: count(8, 40) }).count?.signatures,
    ).to.equal(40);
  });
  it('keeps the last good count when reading fails, and says stale', () => {
    const next = reduce(state({ count: count(7, 50), freshness: 'fresh' }), { type: 'count-failed' });
    expect(next).to.deep.include({ freshness: 'stale', count: count(7, 50) });
  });
  it('says unreachable when there never was a count', () => {
    expect(reduce(initialState, { type: 'count-failed' }).freshness).to.equal('unreachable');
  });
  it('tells a device that is offline from an endpoint that cannot be reached', () => {
    const offline = reduce(initialState, { type: 'count-failed', isOffline: true });
    expect(offline).to.deep.include({ freshness: 'unreachable', offline: true });
    const broken = reduce(offline, { type: 'count-failed' });
    expect(broken).to.deep.include({ freshness: 'unreachable', offline: false });
    expect(reduce(broken, { type: 'count-failed' }), 'nothing new').to.equal(broken);
  });
  it('is offline no more when a count comes, also an old one', () => {
    const known = state({ count: count(7, 50), freshness: 'stale', offline: true });
    expect(reduce(known, { type: 'count-read', count: count(8, 51) })).to.deep.include({
      freshness: 'fresh',
      offline: false,
    });
    expect(reduce(known, { type: 'count-read', count: count(6, 49) })).to.deep.include({
      freshness: 'stale',
      offline: false,
      count: count(7, 50),
    });
  });
  it('keeps a document when it cannot be read again for want of a connection', () => {
    const known = state({ phase: 'ready', document: { id: 'p' } as never });
    expect(reduce(known, { type: 'document-failed', problems: [], isOffline: true })).to.deep.include({
      phase: 'ready',
      offline: true,
    });
  });
  it('drops seats older than the known ones', () => {
    const known = state({ takenRevision: 5, taken: new Uint8Array([1]) });
    expect(reduce(known, { type: 'seats-read', taken: new Uint8Array([0]), revision: 4 })).to.equal(known);
  });
  it('clears the choice with a notice when the seat was lost', () => {
    expect(reduce(state({ seat }), { type: 'seat-lost', near: [] })).to.deep.include({
      seat: null,
      notice: { lost: seat, near: [] },
    });
  });
  it('keeps the choice while sending and after signing', () => {
    for (const signing of [{ outcome: 'sending', seat: 3, waitSeconds: null } as const, signed]) {
      const before = state({ seat, signing });
      expect(reduce(before, { type: 'seat-chosen', seat: null })).to.equal(before);
    }
  });
  it('marks the seat taken that the endpoint refused, and lets another be chosen', () => {
    const refused = { outcome: 'seat-taken', seat: 3, near: [4], kept: false, places: [] } as const;
    const next = reduce(state({ seat, taken: new Uint8Array([0]) }), { type: 'signing', signing: refused });
    expect(next.seat).to.equal(null);
    expect([...next.taken!]).to.deep.equal([0b1000]);
    expect(reduce(next, { type: 'seat-chosen', seat }).signing.outcome).to.equal('idle');
  });
  it('keeps a document that was good when it cannot be read again', () => {
    const good = state({ phase: 'ready', document: { id: 'p' } as never });
    expect(reduce(good, { type: 'document-failed', problems: [] }).phase).to.equal('ready');
  });
  it('takes a document away where a newer one is refused: nothing is signed under a promise that has ended', () => {
    const good = state({ phase: 'ready', document: sampleDocument() });
    const refused = reduce(good, { type: 'document-failed', problems: [], isRefused: true });
    expect([refused.phase, refused.document]).to.deep.equal(['failed', null]);
  });
});

describe('the shown count', () => {
  const rows: [
    name: string,
    published: PublishedCount | null,
    signing: CampaignState['signing'],
    shown: number | null,
  ][] = [
    ['is unknown before it was read', null, { outcome: 'idle' }, null],
    ['is what is published', count(7, 50), { outcome: 'idle' }, 50],
    ['has the own signature while it is not published', count(7, 50), signed, 51],
    ['does not count it twice once it is', count(8, 51), signed, 51],
    ['has it while the published revision is older still', count(6, 50), signed, 51],
    ['goes down when others are taken out', count(9, 40), signed, 40],
    ['does not count who signed before', count(7, 50), { outcome: 'duplicate' } as never, 50],
    [
      'does not count one whose answer never came',
      count(7, 50),
      { outcome: 'unreachable', reason: 'network' },
      50,
    ],
    [
      'does not count one that is on its way',
      count(7, 50),
      { outcome: 'sending', seat: 3, waitSeconds: null },
      50,
    ],
    ['does not count a pending one', count(7, 50), { ...signed, outcome: 'pending' }, 50],
  ];
  for (const [name, published, signing, shown] of rows) {
    it(name, () => expect(shownCount(state({ count: published, signing }))).to.equal(shown));
  }
});

describe('the own signature', () => {
  /** Every order of a list. */
  function orders<T>(list: readonly T[]): T[][] {
    if (list.length < 2) return [[...list]];
    return list.flatMap((one, i) =>
      orders([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [one, ...rest]),
    );
  }
  // The box office publishes 50 before it, 51 with it, and 51 after one more came and one was taken out.
  const published = [count(6, 50), count(7, 50), count(8, 51), count(9, 51)];
  for (const [where, seat] of [
    ['in a seat', 3],
    ['standing', null],
  ] as const) {
    it(`${where} is counted once, in whatever order answers come`, () => {
      const signing = { ...signed, receipt: { id: 'r', seat } } as const;
      const actions = [
        ...published.map((one) => ({ type: 'count-read', count: one }) as const),
        { type: 'signing', signing } as const,
      ];
      for (const order of orders(actions)) {
        let now = initialState;
        let hasIt = false;
        for (const action of order) {
          now = reduce(now, action);
          hasIt ||= action.type === 'signing';
          const shown = shownCount(now);
          const newest = now.count?.revision ?? 0;
          const without = newest === 0 ? null : 50;
          // Seen before the answer to the own signing came, the newer revisions have it already.
          const expected = without === null ? null : newest > 7 || hasIt ? 51 : 50;
          expect(shown, JSON.stringify(order.map(({ type }) => type))).to.equal(expected);
        }
      }
    });
  }
});

describe('selectors', () => {
  it("take the endpoint's status before the document's", () => {
    expect(
      statusOf(state({ count: { ...count(1, 1), status: 'closed' }, document: { state: 'open' } as never })),
    ).to.equal('closed');
  });
  it('know when a signature is in', () => {
    expect(hasSigned(state({ signing: signed }))).to.equal(true);
    expect(mayChoose(state({ signing: signed }))).to.equal(false);
    expect(mayChoose(state({ signing: { outcome: 'rejected', code: 'x' } }))).to.equal(true);
    expect(ownIsUncounted(state({ signing: signed }))).to.equal(true);
  });
  const seats = (more: object) => ({
    mode: 'claimed' as const,
    venue: 'Hall',
    layout: 'a006f368',
    capacity: 10,
    taken: 0,
    standing: 0,
    ...more,
  });
  const published = (more: object | null) =>
    state({
      count: { ...count(7, 50), seats: more && seats(more) },
      kept: [
        { seat: 3, story: 0 },
        { seat: 5, story: 1 },
      ],
    });
  const houses: [what: string, state: CampaignState, full: boolean, claimed: boolean][] = [
    ['nothing is known', initialState, false, true],
    ['seats are left', published({ taken: 7 }), false, true],
    ['all seats are given but the kept ones', published({ taken: 8 }), true, true],
    ['more are given than there are', published({ taken: 12 }), true, true],
    ['seats are derived from the count', published({ mode: 'derived', taken: 8 }), false, false],
    ['the endpoint says nothing of seats', published(null), false, false],
  ];
  for (const [what, house, full, claimed] of houses) {
    it(`say ${full ? '' : 'not '}full and ${claimed ? '' : 'not '}claimed where ${what}`, () => {
      expect([isFull(house), areClaimed(house)]).to.deep.equal([full, claimed]);
    });
  }
});

describe('what a campaign is', () => {
  const document = { state: 'open', opens: '2026-05-09', closes: '2026-05-25' } as never;
  it('is the word of the document until the endpoint has spoken, whatever its days', () => {
    expect(statusOf(state({ document }))).to.equal('open');
    expect(mayChoose(state({ document }))).to.equal(true);
    expect(statusOf(state({ document: { state: 'closed' } as never }))).to.equal('closed');
    expect(statusOf(state({ document, count: { ...count(7, 50), status: 'closed' } }))).to.equal('closed');
  });
  it('has the moment of the last publication, by the endpoint’s clock alone', () => {
    const declared = { fallback: null, counts: true, seats: false };
    const published = { ...count(7, 50), asOf: '2026-11-22T23:30:00-05:00' };
    expect(publishedAt(state({ count: published }))).to.equal(Date.UTC(2026, 10, 23, 4, 30));
    expect(publishedAt(state({ count: count(7, 50), declared })), 'the device’s').to.equal(null);
    expect(publishedAt(initialState)).to.equal(null);
  });
});

describe('a revision that goes back', () => {
  const known = state({
    count: count(0xffffffff, 50),
    takenRevision: 0xffffffff,
    taken: new Uint8Array([1]),
  });
  it('is an old answer, when it was not published later', () =>
    expect(reduce(known, { type: 'count-read', count: count(8, 40) })).to.equal(known));
  it('begins anew when it was published later, and the seats are read again', () => {
    const later = { ...count(8, 51), asOf: '2026-11-22T10:01:05Z' };
    expect(reduce(known, { type: 'count-read', count: later })).to.deep.include({
      count: later,
      takenRevision: 0,
      taken: known.taken,
    });
  });
});

describe('whether seats are known', () => {
  const claimed = {
    ...count(7, 50),
    seats: { mode: 'claimed', venue: 'H', layout: 'a006f368', capacity: 10, taken: 4, standing: 0 },
  } as const;
  const hidden = { ...count(7, 50), signatures: null };
  const declared = { fallback: null, counts: true, seats: false };
  const rows: [what: string, more: Partial<CampaignState>, known: boolean, missing: boolean][] = [
    ['nothing was read', {}, false, false],
    ['the endpoint cannot be reached', { freshness: 'unreachable' }, false, true],
    ['only the count was read', { count: claimed, freshness: 'fresh' }, false, false],
    ['the seats could not be read', { count: claimed, haveSeatsFailed: true }, false, true],
    ['seats were read', { count: claimed, takenRevision: 0 }, true, false],
    ['later readings fail', { count: claimed, takenRevision: 7, haveSeatsFailed: true }, true, false],
    ['nothing is published yet', { count: hidden }, false, true],
    ['the endpoint only counts', { count: count(7, 50) }, true, false],
    ['it is described, and only counts', { declared }, true, false],
  ];
  for (const [what, more, known, missing] of rows)
    it(`${known ? '' : 'not '}known${missing ? ', nor soon' : ''}: ${what}`, () => {
      expect([areSeatsKnown(state(more)), areSeatsMissing(state(more))]).to.deep.equal([known, missing]);
      if (!known) expect([isFull(state(more)), areClaimed(state(more))]).to.deep.equal([false, true]);
    });
  it('a seat that was refused is taken while the others are unknown', () => {
    const refused = { outcome: 'seat-taken', seat: 3, near: null, kept: false, places: [] } as const;
    const next = reduce(state({ seat, taken: new Uint8Array([0]) }), { type: 'signing', signing: refused });
    expect([[...next.taken!], areSeatsKnown(next)]).to.deep.equal([[0b1000], false]);
  });
  it('the own seat is one of the venue, or none', () => {
    expect(ownSeat(state({ signing: signed }))).to.equal(3);
    expect(
      ownSeat(state({ signing: { ...signed, receipt: { id: 'r', seat: 20_000 }, place: null } })),
    ).to.equal(null);
  });
});
