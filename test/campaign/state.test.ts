import { expect } from '@open-wc/testing';
import {
  areClaimed,
  hasSigned,
  initialState,
  isFull,
  mayChoose,
  ownIsUncounted,
  reduce,
  statusOf,
  type CampaignState,
} from '../../src/campaign/state.js';
import { shownCount } from '../../src/campaign/campaign.js';
import type { PublishedCount } from '../../src/model/outcome.js';

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

describe('days', () => {
  const document = { state: 'open', opens: '2026-05-09', closes: '2026-05-25' } as never;
  const table: [today: string, status: string][] = [
    ['', 'open'],
    ['2026-05-08', 'draft'],
    ['2026-05-10', 'open'],
    ['2026-05-26', 'closed'],
  ];
  for (const [today, status] of table) {
    it(`say ${status} on ${today || 'no day'}, where the endpoint says nothing`, () => {
      expect(statusOf(state({ document, today }))).to.equal(status);
    });
  }
  it('say nothing against the endpoint', () => {
    expect(statusOf(state({ document, today: '2026-05-26', count: count(7, 50) }))).to.equal('open');
  });
  it('are those of the device, and of the endpoint where it is ahead', () => {
    const read = (today: string): string =>
      reduce(state({}), { type: 'count-read', count: count(7, 50), today }).today;
    expect(read('2026-11-20')).to.equal('2026-11-22');
    expect(read('2026-11-25')).to.equal('2026-11-25');
  });
  it('close the seats too', () => {
    expect(mayChoose(state({ document, today: '2026-05-10' }))).to.equal(true);
    expect(mayChoose(state({ document, today: '2026-05-26' }))).to.equal(false);
  });
});
