import { ContextProvider } from '@lit/context';
import { aTimeout, expect, fixture, fixtureSync, nextFrame, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { Campaign, type CampaignOptions } from '../../src/campaign/campaign.js';
import { campaignContext } from '../../src/context/campaign-context.js';
import { PetitionSeatPicker } from '../../src/elements/seat-picker/petition-seat-picker.js';
import { PetitionSignForm } from '../../src/elements/sign-form/petition-sign-form.js';
import {
  viewCount,
  type CountView,
  type GivenCount,
} from '../../src/elements/signature-counter/count-view.js';
import { PetitionSignatureCounter } from '../../src/elements/signature-counter/petition-signature-counter.js';
import { initialState, type CampaignState } from '../../src/campaign/state.js';
import type { PublishedCount } from '../../src/model/outcome.js';
import { send } from '../../src/transport/send.js';
import { fakePage, movingClock, until } from '../support/fakes.js';
import { inCampaign, sampleDocument, type InCampaignOptions, type Staged } from '../support/campaign.js';

PetitionSignatureCounter.define('petition-signature-counter');
PetitionSeatPicker.define('petition-seat-picker');
PetitionSignForm.define('petition-sign-form');

const arena = sampleDocument({
  venue: { kind: 'arena', capacity: 15086 },
  stories: [],
  goals: [1000, 5000, 15086],
  minimum: 0,
});
const petition = sampleDocument({ venue: null, goals: [1000, 5000] });

const given = (more: Partial<GivenCount> = {}): GivenCount => ({
  count: null,
  goal: null,
  capacity: null,
  asOf: null,
  compact: false,
  ...more,
});
const state = (more: Partial<CampaignState> = {}): CampaignState => ({
  ...initialState,
  phase: 'ready',
  document: petition,
  freshness: 'fresh',
  ...more,
});
const count = (
  signatures: number,
  taken: number | null = null,
  more: Partial<PublishedCount> = {},
): PublishedCount => ({
  id: 'p',
  status: 'open',
  signatures,
  revision: 7,
  asOf: '2014-05-14T18:40:00Z',
  seats:
    taken === null
      ? null
      : {
          mode: 'claimed',
          venue: 'arena',
          layout: '00000000',
          capacity: 15086,
          taken,
          standing: signatures - taken,
        },
  ...more,
});
const signed = (seat: number | null, revision = 7) =>
  ({ outcome: 'signed', receipt: { id: 'r', seat }, revision, place: null, withdrawalCode: null }) as const;

describe('what a counter shows', () => {
  const rows: [
    name: string,
    given: Partial<GivenCount>,
    state: CampaignState | null,
    view: Partial<CountView>,
  ][] = [
    // alone
    ['nothing said', {}, null, { kind: 'none', number: null, total: 0 }],
    [
      'count',
      { count: 1200 },
      null,
      {
        kind: 'count',
        number: 1200,
        sentence: { key: 'counter.signatures', values: { count: 1200, capacity: '' } },
        total: 0,
      },
    ],
    ['count 0', { count: 0 }, null, { kind: 'count', number: 0 }],
    [
      'count and goal',
      { count: 1200, goal: 5000 },
      null,
      { filled: 9, total: 40, goal: { key: 'counter.goal', values: { goal: 5000 } }, isNear: false },
    ],
    [
      'count and capacity',
      { count: 4213, capacity: 15086 },
      null,
      {
        filled: 11,
        total: 40,
        sentence: { key: 'counter.seats-taken', values: { count: 4213, capacity: 15086 } },
      },
    ],
    [
      'goal and capacity, near',
      { count: 4987, goal: 5000, capacity: 15086 },
      null,
      { goal: { key: 'counter.seats-near', values: { count: 13, goal: 5000 } }, isNear: true, filled: 13 },
    ],
    [
      'goal reached',
      { count: 5000, goal: 5000 },
      null,
      { filled: 40, goal: { key: 'counter.goal-reached', values: { goal: 5000 } }, reached: 5000 },
    ],
    ['one before the goal', { count: 4999, goal: 5000 }, null, { filled: 39, isNear: true, reached: null }],
    [
      'goal passed',
      { count: 9000, goal: 5000 },
      null,
      { filled: 40, goal: { key: 'counter.goal-reached', values: { goal: 5000 } } },
    ],
    ['goal 0 is none', { count: 3, goal: 0 }, null, { goal: null, total: 0, reached: null }],
    ['goal NaN is none', { count: 3, goal: NaN }, null, { goal: null, total: 0 }],
    ['goal less than nothing', { count: 3, goal: -5 }, null, { goal: null, total: 0 }],
    [
      'a goal beyond the capacity',
      { count: 15000, goal: 20000, capacity: 15086 },
      null,
      { goal: null, filled: 39 },
    ],
    [
      'near a goal beyond the capacity',
      { count: 15086, goal: 15100, capacity: 15086 },
      null,
      { goal: null, isNear: false, filled: 40 },
    ],
    [
      'the capacity as goal, reached',
      { count: 100, goal: 100, capacity: 100 },
      null,
      { goal: null, filled: 40, reached: 100 },
    ],
    [
      'a goal among seats that is not near',
      { count: 100, goal: 5000, capacity: 15086 },
      null,
      { goal: null, filled: 0 },
    ],
    [
      'compact',
      { count: 4213, capacity: 15086, compact: true },
      null,
      { sentence: { key: 'counter.compact', values: { count: 4213, capacity: 15086 } }, total: 0 },
    ],
    ['as-of', { count: 3, asOf: '2014-05' }, null, { asOf: '2014-05' }],
    ['NaN', { count: NaN }, null, { kind: 'none' }],
    ['less than nothing', { count: -3 }, null, { kind: 'none' }],
    ['a fraction', { count: 1.5 }, null, { kind: 'none' }],
    ['huge', { count: 1e12 }, null, { kind: 'none' }],
    [
      'capacity 0',
      { count: 3, capacity: 0 },
      null,
      { sentence: { key: 'counter.signatures', values: { count: 3, capacity: '' } }, total: 0 },
    ],
    // before and without a count
    [
      'document loading',
      {},
      state({ phase: 'loading', document: null, freshness: 'unknown' }),
      { kind: 'loading', total: 40, filled: 0 },
    ],
    [
      'count not read yet',
      {},
      state({ freshness: 'unknown' }),
      { kind: 'loading', goal: { key: 'counter.goal', values: { goal: 1000 } } },
    ],
    [
      'count not read yet, arena',
      {},
      state({ freshness: 'unknown', document: arena }),
      {
        kind: 'loading',
        goal: null,
        sentence: { key: 'counter.seats-taken', values: { count: 1000, capacity: 15086 } },
      },
    ],
    [
      'document failed',
      {},
      state({ phase: 'failed', document: null, freshness: 'unknown' }),
      { kind: 'unknown', number: null },
    ],
    [
      'unreachable',
      {},
      state({ freshness: 'unreachable' }),
      { kind: 'unknown', number: null, filled: 0, goal: { key: 'counter.unknown-hint', values: {} } },
    ],
    [
      'unreachable for want of a connection',
      {},
      state({ freshness: 'unreachable', offline: true }),
      {
        kind: 'unknown',
        number: null,
        sentence: { key: 'counter.offline', values: {} },
        goal: { key: 'counter.offline-hint', values: {} },
        isOffline: true,
      },
    ],
    [
      'a document that could not be read for want of a connection',
      {},
      state({ phase: 'failed', document: null, freshness: 'unknown', offline: true }),
      { kind: 'unknown', sentence: { key: 'counter.offline', values: {} } },
    ],
    [
      'unreachable and closed',
      {},
      state({ freshness: 'unreachable', document: { ...petition, state: 'closed' } }),
      { kind: 'unknown', goal: null },
    ],
    [
      'attributes beat the campaign',
      { count: 7 },
      state({ freshness: 'unreachable' }),
      { kind: 'count', number: 7, asOf: null, isStale: false },
    ],
    [
      'a count of the author’s does not grow old by itself',
      { count: 7, asOf: '2014' },
      state({ count: count(812), freshness: 'stale', offline: true }),
      { number: 7, asOf: '2014', isStale: false, isOffline: false },
    ],
    [
      'a goal of the author’s beats the goals',
      { goal: 900 },
      state({ count: count(812) }),
      { number: 812, goal: { key: 'counter.goal', values: { goal: 900 } } },
    ],
    [
      'a capacity of the author’s beats the endpoint’s',
      { capacity: 20000 },
      state({ document: arena, count: count(4213, 4213) }),
      { sentence: { key: 'counter.seats-taken', values: { count: 4213, capacity: 20000 } } },
    ],
    [
      'a date of the author’s beats the endpoint’s',
      { asOf: '2015' },
      state({ count: count(812) }),
      { asOf: '2015' },
    ],
    // without seats
    [
      'signatures',
      {},
      state({ count: count(812) }),
      {
        number: 812,
        sentence: { key: 'counter.signatures', values: { count: 812, capacity: '' } },
        goal: { key: 'counter.goal', values: { goal: 1000 } },
        filled: 32,
      },
    ],
    [
      'stale signatures',
      {},
      state({ count: count(812), freshness: 'stale' }),
      {
        number: 812,
        sentence: { key: 'counter.signatures-were', values: { count: 812, capacity: '' } },
        isStale: true,
      },
    ],
    [
      'near the first goal',
      {},
      state({ count: count(981) }),
      { goal: { key: 'counter.signatures-near', values: { count: 19, goal: 1000 } }, isNear: true },
    ],
    ['20 before a small goal', {}, state({ count: count(980) }), { isNear: true }],
    ['21 before a small goal', {}, state({ count: count(979) }), { isNear: false }],
    ['2 % before a large goal', {}, state({ count: count(4900) }), { isNear: true }],
    ['more than 2 % before a large goal', {}, state({ count: count(4899) }), { isNear: false }],
    [
      'the next goal',
      {},
      state({ count: count(1000) }),
      { goal: { key: 'counter.goal', values: { goal: 5000 } }, filled: 8 },
    ],
    [
      'all goals reached',
      {},
      state({ count: count(6000) }),
      { goal: { key: 'counter.goal-reached', values: { goal: 5000 } }, filled: 40, reached: 5000 },
    ],
    ['the highest goal that is reached', {}, state({ count: count(4000) }), { reached: 1000 }],
    [
      'goals that are none',
      {},
      state({ count: count(10), document: { ...petition, goals: [0, -5, 1.5, NaN, 1e300] } }),
      { goal: null, total: 0, reached: null },
    ],
    [
      'goals out of order',
      {},
      state({ count: count(10), document: { ...petition, goals: [5000, 100] } }),
      { goal: { key: 'counter.goal', values: { goal: 100 } } },
    ],
    [
      'goals out of order, one of them reached',
      {},
      state({ count: count(150), document: { ...petition, goals: [5000, 100, 300] } }),
      { goal: { key: 'counter.goal', values: { goal: 300 } }, reached: 100, filled: 20 },
    ],
    [
      'no goals',
      {},
      state({ count: count(10), document: { ...petition, goals: [] } }),
      { total: 0, filled: 0 },
    ],
    // seats
    [
      'seats',
      {},
      state({ document: arena, count: count(4213, 4100) }),
      { number: 4100, standing: { key: 'counter.standing', values: { count: 113 } }, goal: null, filled: 10 },
    ],
    [
      'nobody stands',
      {},
      state({ document: arena, count: count(4213, 4213) }),
      { standing: null, filled: 11 },
    ],
    [
      'stale seats',
      {},
      state({ document: arena, count: count(4213, 4213), freshness: 'stale' }),
      { sentence: { key: 'counter.seats-were-taken', values: { count: 4213, capacity: 15086 } } },
    ],
    [
      'stale for want of a connection',
      {},
      state({ document: arena, count: count(4213, 4213), freshness: 'stale', offline: true }),
      { isStale: true, isOffline: true, number: 4213 },
    ],
    [
      'near a goal among seats: beside the figure where there is room, else below',
      {},
      state({ document: arena, count: count(4987, 4987) }),
      {
        sentence: { key: 'counter.seats-taken', values: { count: 4987, capacity: 15086 } },
        wide: { key: 'counter.seats-near', values: { count: 13, goal: 5000 } },
        narrow: { key: 'counter.seats-taken', values: { count: 4987, capacity: 15086 } },
        isGoalNarrow: true,
      },
    ],
    ['one seat before full', {}, state({ document: arena, count: count(15085, 15085) }), { filled: 39 }],
    ['full', {}, state({ document: arena, count: count(15086, 15086) }), { filled: 40, goal: null }],
    ['more than there are', {}, state({ document: arena, count: count(16000, 16000) }), { filled: 40 }],
    [
      'near the capacity is no goal',
      {},
      state({ document: arena, count: count(15080, 15080) }),
      { isNear: false, goal: null },
    ],
    [
      'no seat yet, minimum 0',
      {},
      state({ document: arena, count: count(0, 0) }),
      {
        kind: 'first',
        number: null,
        sentence: { key: 'counter.empty', values: { count: 15086 } },
        filled: 0,
      },
    ],
    [
      'no seat yet, no minimum said',
      {},
      state({ document: { ...arena, minimum: null }, count: count(0, 0) }),
      { kind: 'first', sentence: { key: 'counter.empty', values: { count: 15086 } } },
    ],
    [
      'no seat yet, below a minimum that hides how few there are',
      {},
      state({ document: { ...arena, minimum: 25 }, count: count(0, 0) }),
      { kind: 'first', sentence: { key: 'counter.first', values: {} } },
    ],
    [
      'no seat taken, and closed: nobody is invited',
      {},
      state({ document: arena, count: count(0, 0, { status: 'closed' }) }),
      { kind: 'count', number: 0 },
    ],
    [
      'no seat taken in an old count: that all are empty is not known',
      {},
      state({ document: arena, count: count(0, 0), freshness: 'stale' }),
      { kind: 'count', number: 0 },
    ],
    // the own signature
    [
      'own, not published yet',
      {},
      state({ document: arena, count: count(4213, 4213), signing: signed(5) }),
      {
        number: 4214,
        sentence: { key: 'counter.seats-taken-own', values: { count: 4214, capacity: 15086 } },
        ownIndex: 10,
        isOwn: true,
      },
    ],
    [
      'own, in a narrow column',
      {},
      state({ document: arena, count: count(4213, 4213), signing: signed(5) }),
      { narrow: { key: 'counter.seats-taken', values: { count: 4214, capacity: 15086 } } },
    ],
    [
      'own, published',
      {},
      state({ document: arena, count: count(4214, 4214, { revision: 8 }), signing: signed(5) }),
      {
        number: 4214,
        sentence: { key: 'counter.seats-taken-own', values: { count: 4214, capacity: 15086 } },
        ownIndex: 10,
      },
    ],
    [
      'own, standing',
      {},
      state({ document: arena, count: count(4213, 4100), signing: signed(null) }),
      {
        number: 4100,
        standing: { key: 'counter.standing-own', values: { count: 114 } },
        ownIndex: null,
        isOwn: true,
      },
    ],
    [
      'own, the first of all',
      {},
      state({ document: arena, count: count(0, 0), signing: signed(5) }),
      { kind: 'first', number: null, sentence: { key: 'outcome.first', values: {} }, filled: 0, ownIndex: 0 },
    ],
    [
      'own, the first of all, standing',
      {},
      state({ document: arena, count: count(0, 0), signing: signed(null) }),
      { kind: 'first', sentence: { key: 'outcome.first', values: {} }, ownIndex: null },
    ],
    [
      'own, standing, published',
      {},
      state({ document: arena, count: count(4214, 4100, { revision: 8 }), signing: signed(null) }),
      { number: 4100, standing: { key: 'counter.standing-own', values: { count: 114 } } },
    ],
    [
      'own, the one that reaches a goal',
      {},
      state({ document: arena, count: count(4999, 4999), signing: signed(5) }),
      { number: 5000, reached: 5000 },
    ],
    [
      'own, and others were taken out since',
      {},
      state({ document: arena, count: count(4000, 4000, { revision: 9 }), signing: signed(5) }),
      { number: 4000, isOwn: true },
    ],
    [
      'own, stale',
      {},
      state({ document: arena, count: count(4213, 4213), signing: signed(5), freshness: 'stale' }),
      {
        sentence: { key: 'counter.seats-taken-own', values: { count: 4214, capacity: 15086 } },
        isStale: true,
      },
    ],
    [
      'own, no seats',
      {},
      state({ count: count(812), signing: signed(null) }),
      {
        number: 813,
        sentence: { key: 'counter.signatures-own', values: { count: 813, capacity: '' } },
        ownIndex: 31,
      },
    ],
    [
      'waiting for confirmation',
      {},
      state({ count: count(812), signing: { ...signed(null), outcome: 'pending' } }),
      { number: 812, isOwn: false },
    ],
    [
      'signed already',
      {},
      state({ count: count(812), signing: { outcome: 'duplicate' } }),
      { number: 812, isOwn: false, ownIndex: null },
    ],
    [
      'waiting for confirmation, in a seat',
      {},
      state({ document: arena, count: count(812, 812), signing: { ...signed(5), outcome: 'pending' } }),
      { number: 812, isOwn: false, ownIndex: null },
    ],
    [
      'an author’s number is never added to',
      { count: 812 },
      state({ count: count(900), signing: signed(null) }),
      { number: 812, isOwn: false, ownIndex: null },
    ],
    // too few
    [
      'below the minimum',
      {},
      state({ document: { ...petition, minimum: 25 }, count: count(24) }),
      { kind: 'first', number: null, sentence: { key: 'counter.first', values: {} }, filled: 0, asOf: null },
    ],
    [
      'at the minimum',
      {},
      state({ document: { ...petition, minimum: 25 }, count: count(25) }),
      { kind: 'count', number: 25 },
    ],
    [
      'lifted over the minimum by the own signature',
      {},
      state({ document: { ...petition, minimum: 25 }, count: count(24), signing: signed(null) }),
      { kind: 'count', number: 25 },
    ],
    [
      'own, below the minimum',
      {},
      state({ document: { ...petition, minimum: 25 }, count: count(3), signing: signed(null) }),
      { kind: 'first', number: null, sentence: { key: 'counter.first-own', values: {} }, ownIndex: 0 },
    ],
    [
      'own, standing, below the minimum of an arena',
      {},
      state({ document: { ...arena, minimum: 25 }, count: count(3, 3), signing: signed(null) }),
      { kind: 'first', number: null, sentence: { key: 'counter.first-own', values: {} } },
    ],
    [
      'below the minimum and stale',
      {},
      state({ document: { ...petition, minimum: 25 }, count: count(3), freshness: 'stale' }),
      { kind: 'first', number: null, asOf: null },
    ],
    [
      'minimum 0 shows nobody',
      {},
      state({ document: { ...petition, minimum: 0 }, count: count(0) }),
      { kind: 'count', number: 0 },
    ],
    [
      'a minimum does not hide the author’s number',
      { count: 3 },
      state({ document: { ...petition, minimum: 25 }, count: count(3) }),
      { kind: 'count', number: 3 },
    ],
    ['nobody, and no minimum said', {}, state({ count: count(0) }), { kind: 'first' }],
    [
      'below the minimum, closed',
      {},
      state({ document: { ...petition, minimum: 25 }, count: count(3, null, { status: 'closed' }) }),
      { kind: 'none', number: null },
    ],
  ];
  for (const [name, attributes, campaign, expected] of rows) {
    it(name, () => {
      expect(viewCount(given(attributes), campaign, 40)).to.deep.include(expected);
    });
  }

  it('fills the row with the same share, however many squares fit', () => {
    for (let squares = 8; squares <= 40; squares++) {
      const { filled, total } = viewCount(given({ count: 4213, capacity: 15086 }), null, squares);
      expect(filled / total).to.be.at.most(4213 / 15086);
      expect((filled + 1) / total).to.be.above(4213 / 15086);
    }
  });
});

const counter = (
  markup = html`<petition-signature-counter></petition-signature-counter>`,
  options: InCampaignOptions = {},
): Promise<Staged<PetitionSignatureCounter>> =>
  inCampaign(markup, { document: arena, signatures: 4213, ...options });

/** Returns the text for screen readers. */
const spoken = ({ shadowRoot }: PetitionSignatureCounter): string | undefined =>
  shadowRoot!.querySelector('.visually-hidden:not([role])')?.textContent?.trim();
/** Returns the visible text. */
const seen = ({ shadowRoot }: PetitionSignatureCounter): string =>
  [...shadowRoot!.querySelectorAll<HTMLElement>('[aria-hidden]')]
    // `innerText` includes the text of elements that are not rendered.
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' | ');
const seats = ({ shadowRoot }: PetitionSignatureCounter, part = 'seat'): number =>
  shadowRoot!.querySelectorAll(`[part~=${part}]`).length;
const slotted = ({ shadowRoot }: PetitionSignatureCounter): boolean =>
  !shadowRoot!.querySelector<HTMLElement>('div.own')!.hidden;

describe('petition-signature-counter', () => {
  describe('alone', () => {
    it('shows the author’s words when there is no number', async () => {
      const element = await fixture<PetitionSignatureCounter>(
        html`<petition-signature-counter>4,000 have signed</petition-signature-counter>`,
      );
      expect(slotted(element)).to.equal(true);
      expect(spoken(element)).to.equal(undefined);
      expect(seen(element)).to.equal('');
    });
    it('shows nothing at all, not even a plate, when it knows nothing', async () => {
      const element = await fixture<PetitionSignatureCounter>(
        html`<petition-signature-counter>
          <!-- -->
        </petition-signature-counter>`,
      );
      expect(element.offsetHeight).to.equal(0);
    });
    it('shows what its attributes say', async () => {
      const element = await fixture<PetitionSignatureCounter>(
        html`<petition-signature-counter count="1200" goal="5000" as-of="2014-05-14"
          >4,000</petition-signature-counter
        >`,
      );
      expect(seen(element)).to.equal('1,200 people have signed | The next goal is 5,000 | As of 14 May 2014');
      expect(spoken(element)).to.equal(
        '1,200 people have signed. The next goal is 5,000. As of 14 May 2014.',
      );
      expect(slotted(element)).to.equal(false);
      await expect(element).to.be.accessible();
    });
    it('shows words of the author’s as the time of counting', async () => {
      const element = await fixture<PetitionSignatureCounter>(
        html`<petition-signature-counter count="3" as-of="Monday"></petition-signature-counter>`,
      );
      expect(seen(element)).to.contain('As of Monday');
    });
    for (const count of ['', 'many', '-3', '1.5', '1e3', 'NaN', '99999999999']) {
      it(`keeps the author’s words when count is "${count}"`, async () => {
        const element = await fixture<PetitionSignatureCounter>(
          html`<petition-signature-counter count=${count}>some</petition-signature-counter>`,
        );
        expect(slotted(element)).to.equal(true);
        expect(element.shadowRoot!.textContent).to.not.match(/NaN|undefined/);
      });
    }
    it('is one line without a row when compact', async () => {
      const element = await fixture<PetitionSignatureCounter>(
        html`<petition-signature-counter compact count="4213" capacity="15086"></petition-signature-counter>`,
      );
      expect(seen(element)).to.equal('4,213 have taken a seat');
      expect(seats(element)).to.equal(0);
      await expect(element).to.be.accessible();
    });
    it('puts the news of a near goal in place of the sentence, and says both to assistive technology', async () => {
      const element = await fixture<PetitionSignatureCounter>(
        html`<petition-signature-counter
          count="4987"
          goal="5000"
          capacity="15086"
        ></petition-signature-counter>`,
      );
      expect(seen(element)).to.equal('4,987 13 more to reach 5,000');
      expect(spoken(element)).to.equal('4,987 of 15,086 seats are taken. 13 more to reach 5,000.');
    });
    it('writes one in the singular', async () => {
      const element = await fixture<PetitionSignatureCounter>(
        html`<petition-signature-counter count="1" capacity="15086"></petition-signature-counter>`,
      );
      expect(seen(element)).to.equal('1 of 15,086 seats is taken');
    });
  });

  describe('in a campaign', () => {
    it('shows how many seats are taken, who stands, and when it was counted', async () => {
      const { element } = await counter(undefined, { signatures: 4213, taken: 4100, standing: 113 });
      expect(seen(element)).to.match(
        /^4,100 of 15,086 seats are taken \| and 113 people standing \| As of 14 May 2014/,
      );
      expect(spoken(element)).to.match(
        /^4,100 of 15,086 seats are taken and 113 people standing\. As of 14 May 2014.*\.$/,
      );
      await expect(element).to.be.accessible();
    });
    it('shows signatures where the endpoint only counts', async () => {
      const { element } = await counter(undefined, { document: petition, signatures: 812 });
      expect(seen(element)).to.match(/^812 people have signed \| The next goal is 1,000/);
    });
    it('shows the own signature at once, says it once, and never counts it twice', async () => {
      const { element, sign, published, refresh } = await counter();
      const region = element.shadowRoot!.querySelector('[role=status]')!;
      await sign(40);
      expect(seen(element)).to.match(/^4,214 of 15,086 seats are taken, one of them by you/);
      expect(seats(element, 'own')).to.equal(1);
      await waitUntil(() => region.textContent !== '', 'nothing was said');
      expect(region.textContent).to.match(/^4,214 of 15,086 seats are taken, one of them by you\./);
      region.textContent = '';
      Object.assign(published, { signatures: 4214, taken: 4214, revision: 6 });
      await refresh();
      expect(seen(element)).to.match(/^4,214 of 15,086 seats are taken, one of them by you/);
      Object.assign(published, { signatures: 4300, taken: 4300, revision: 7 });
      await refresh();
      expect(seen(element)).to.match(/^4,300/);
      await aTimeout(1200);
      expect(region.textContent, 'nothing is said when others sign').to.equal('');
      await expect(element).to.be.accessible();
    });
    it('counts who stands apart', async () => {
      const { element, sign } = await counter(undefined, { signatures: 4213, taken: 4100, standing: 113 });
      await sign();
      expect(seen(element)).to.match(
        /^4,100 of 15,086 seats are taken \| and 114 people standing, you among them \| As of .*, with yours$/,
      );
      expect(spoken(element)).to.match(
        /^4,100 of 15,086 seats are taken and 114 people standing, you among them\. As of .*, with yours\.$/,
      );
      expect(seats(element, 'own')).to.equal(0);
    });
    it('keeps the last good number when no newer one can be reached, and says so', async () => {
      const { element, published, refresh } = await counter();
      published.isDown = true;
      await refresh();
      expect(seen(element)).to.match(
        /^4,213 of 15,086 seats were taken \| Counted 14 May 2014.*\. We cannot get a newer count right now\.$/,
      );
      await expect(element).to.be.accessible();
    });
    it('says that the device is offline, where that is why', async () => {
      const { element, published, refresh } = await counter();
      published.isOffline = true;
      await refresh();
      expect(seen(element)).to.equal(
        '4,213 of 15,086 seats were taken | Counted 14 May 2014 at 18:40. This device is offline.',
      );
      expect(spoken(element)).to.equal(
        '4,213 of 15,086 seats were taken. Counted 14 May 2014 at 18:40. This device is offline.',
      );
      await expect(element).to.be.accessible();
      Object.assign(published, { isOffline: false, isDown: true });
      await refresh();
      expect(seen(element)).to.contain('We cannot get a newer count right now.');
      published.isDown = false;
      await refresh();
      expect(seen(element)).to.match(/^4,213 of 15,086 seats are taken \| As of/);
    });
    it('says so when there never was a count, and promises nothing', async () => {
      const { element, published, refresh } = await counter(undefined, { isOffline: true });
      expect(seen(element)).to.equal(
        'This device is offline | The count will load when the connection is back.',
      );
      expect(spoken(element)).to.equal(
        'This device is offline. The count will load when the connection is back.',
      );
      expect(seen(element)).to.not.match(/\d/);
      await expect(element).to.be.accessible();
      published.isOffline = false;
      await refresh();
      expect(seen(element)).to.match(/^4,213/);
    });
    it('shows no number at all when none was ever reached', async () => {
      const { element } = await counter(undefined, { isDown: true });
      expect(seen(element)).to.equal(
        'The count is not available right now | You can still sign; every signature is counted.',
      );
      expect(seen(element)).to.not.match(/\d/);
      expect(seats(element, 'taken')).to.equal(0);
      await expect(element).to.be.accessible();
    });
    it('does not wait for ever where there is nobody to ask', async () => {
      const { warn } = console;
      console.warn = () => undefined;
      const { element } = await counter(undefined, {
        document: { ...arena, endpoint: { preset: 'unknown' } },
      });
      console.warn = warn;
      expect(seen(element)).to.contain('The count is not available right now');
    });
    it('keeps the author’s number then, and says that the count cannot be reached', async () => {
      const { element } = await counter(
        html`<petition-signature-counter>About 4,000</petition-signature-counter>`,
        { isDown: true },
      );
      expect(slotted(element)).to.equal(true);
      expect(seen(element)).to.equal('The count is not available right now');
      await expect(element).to.be.accessible();
    });
    it('shows a count that went down', async () => {
      const { element, published, refresh } = await counter();
      Object.assign(published, { signatures: 4000, taken: 4000, revision: 6 });
      await refresh();
      expect(seen(element)).to.match(/^4,000/);
    });
    it('invites instead of showing a small number', async () => {
      const { element } = await counter(undefined, { document: { ...arena, minimum: 25 }, signatures: 3 });
      expect(seen(element)).to.equal('Be among the first to sign');
      expect(element.shadowRoot!.textContent).to.not.match(/\d/);
      await expect(element).to.be.accessible();
    });
    it('lets attributes beat the campaign', async () => {
      const { element } = await counter(
        html`<petition-signature-counter count="7" as-of="2014"></petition-signature-counter>`,
      );
      expect(seen(element)).to.equal('7 of 15,086 seats are taken | As of 2014');
    });
    it('shows the author’s words instead of ours', async () => {
      const { element } = await counter(undefined, {
        document: { ...arena, messages: { 'counter.seats-taken': 'places out of {capacity}' } },
      });
      expect(seen(element)).to.match(/^4,213 places out of 15,086/);
    });
    it('shows the author’s number while it loads', async () => {
      const { element, published } = await counter(
        html`<petition-signature-counter>About 4,000</petition-signature-counter>`,
        { isSlow: true },
      );
      expect(slotted(element)).to.equal(true);
      published.isSlow = false;
    });
  });

  describe('its milestones', () => {
    const milestones = [
      { at: 5000, text: { en: 'At 5,000 the list is handed over.' } },
      { at: 1000, text: { en: 'At 1,000 a letter is sent.' } },
    ];
    const milestone = (element: PetitionSignatureCounter): string | undefined =>
      element.shadowRoot!.querySelector('[part="milestone"]')?.textContent?.trim();
    for (const [signatures, text] of [
      [812, 'At 1,000 a letter is sent.'],
      [1000, 'At 5,000 the list is handed over.'],
      [5000, undefined],
    ] as const) {
      it(`${signatures}: ${text ?? 'none is left'}`, async () => {
        const { element } = await inCampaign<PetitionSignatureCounter>(
          html`<petition-signature-counter></petition-signature-counter>`,
          { document: { ...petition, milestones }, signatures },
        );
        expect(milestone(element)).to.equal(text);
        if (text) expect(spoken(element)).to.contain(text);
        else expect(spoken(element)).not.to.contain('handed over');
        await expect(element).to.be.accessible();
      });
    }
    it('are left out where it is compact', async () => {
      const { element } = await inCampaign<PetitionSignatureCounter>(
        html`<petition-signature-counter compact></petition-signature-counter>`,
        { document: { ...petition, milestones }, signatures: 812 },
      );
      expect(milestone(element)).to.equal(undefined);
      expect(spoken(element)).not.to.contain('letter');
    });
  });

  describe('large', () => {
    for (const width of [320, 768, 1280]) {
      it(`has a larger figure, without overflow, at ${width} px`, async () => {
        const sizeOf = async (large: boolean): Promise<number> => {
          const box = await fixture<HTMLElement>(
            html`<div style="inline-size:${width}px">
              <petition-signature-counter
                ?large=${large}
                count="1204213"
                goal="5000000"
              ></petition-signature-counter>
            </div>`,
          );
          const element = box.querySelector('petition-signature-counter')!;
          const figure = element.shadowRoot!.querySelector('.figure')!;
          expect(element.shadowRoot!.querySelector('.words')!.scrollWidth).to.be.at.most(width);
          if (large) await expect(element).to.be.accessible();
          return parseFloat(getComputedStyle(figure).fontSize);
        };
        expect(await sizeOf(true)).to.be.greaterThan(await sizeOf(false));
      });
    }
  });

  describe('when it was counted', () => {
    const at = (day: number, hour: number, minute = 0): Date => new Date(2026, 10, day, hour, minute);
    async function counted(moment: Date, now: Date, more: InCampaignOptions = {}) {
      const [clock, page] = [movingClock(now.getTime()), fakePage()];
      const staged = await counter(undefined, {
        asOf: moment.toISOString(),
        campaign: { clock, page },
        ...more,
      });
      const asOf = (): string => seen(staged.element).split(' | ').at(-1)!;
      return { ...staged, clock, page, asOf };
    }
    it('is a date and a time, on the same day too, and never a word that a wrong clock makes false', async () => {
      const { asOf, published, refresh } = await counted(at(22, 18, 40), at(22, 20));
      expect(asOf()).to.equal('As of 22 November at 18:40');
      published.isDown = true;
      await refresh();
      expect(asOf()).to.equal('Counted 22 November at 18:40. We cannot get a newer count right now.');
      for (const [now, said] of [
        [at(21, 18), 'As of 22 November at 18:40'],
        [at(23, 9), 'As of 22 November at 18:40'],
        [new Date(2027, 0, 2), 'As of 22 November 2026 at 18:40'],
        [new Date(1970, 0, 2), 'As of 22 November 2026 at 18:40'],
      ] as const)
        expect((await counted(at(22, 18, 40), now)).asOf()).to.equal(said);
    });
    it('is no date where the author wrote words that a date could be read in', async () => {
      const element = await fixture<PetitionSignatureCounter>(
        html`<petition-signature-counter count="3" as-of="May 14"></petition-signature-counter>`,
      );
      expect(seen(element)).to.contain('As of May 14');
    });
    it('is a moment of the author’s, alone', async () => {
      const element = await fixture<PetitionSignatureCounter>(
        html`<petition-signature-counter count="3" as-of="2014-05-14T18:40"></petition-signature-counter>`,
      );
      expect(seen(element)).to.contain('As of 14 May 2014 at 18:40');
    });
  });

  describe('what it tells by itself', () => {
    async function told(options: InCampaignOptions = {}) {
      const clock = movingClock();
      const staged = await counter(undefined, { campaign: { clock }, ...options });
      const region = staged.element.shadowRoot!.querySelector('[role=status]')!;
      return {
        ...staged,
        clock,
        region,
        async publish(taken: number) {
          const { published, refresh } = staged;
          Object.assign(published, { signatures: taken, taken, revision: published.revision + 1 });
          await refresh();
        },
        async heard(): Promise<string> {
          await waitUntil(() => region.textContent !== '', 'nothing was said', { timeout: 3000 });
          const text = region.textContent;
          region.textContent = '';
          return text;
        },
      };
    }
    it('is a goal when it is reached, once', async () => {
      const { publish, heard, region } = await told({ signatures: 4998 });
      await publish(5001);
      expect(await heard()).to.equal(
        'The goal of 5,000 is reached. 5,001 of 15,086 seats are taken. As of 14 May 2014 at 18:40.',
      );
      await publish(4990);
      await publish(5002);
      await aTimeout(1200);
      expect(region.textContent).to.equal('');
    });
    it('is no goal that was reached before it was there', async () => {
      const { publish, region } = await told({ signatures: 5001 });
      await publish(5002);
      await aTimeout(1200);
      expect(region.textContent).to.equal('');
    });
    it('is goals at most once a minute: the highest, when the minute is over', async () => {
      const { publish, heard, region, clock } = await told({
        document: { ...arena, goals: [100, 200, 300] },
        signatures: 90,
      });
      await publish(101);
      expect(await heard()).to.match(/^The goal of 100 is reached\./);
      await clock.go(30_000);
      await publish(201);
      await publish(301);
      await aTimeout(1200);
      expect(region.textContent, 'within the minute').to.equal('');
      await clock.go(30_000);
      // After the next poll.
      expect(await heard()).to.match(/^The goal of 300 is reached\. 301 of/);
    });
    it('is the own signature at once, with the goal it reaches', async () => {
      const { sign, heard } = await told({ signatures: 4999 });
      await sign(40);
      expect(await heard()).to.match(
        /^The goal of 5,000 is reached\. 5,000 of 15,086 seats are taken, one of them by you\./,
      );
    });
    it('is the own signature below the minimum', async () => {
      const { sign, heard } = await told({ document: { ...arena, minimum: 25 }, signatures: 3 });
      await sign(40);
      expect(await heard()).to.equal('You are among the first to sign.');
    });
    it('is nothing when the count grows old, is offline, or goes down', async () => {
      const { publish, published, refresh, region } = await told();
      published.isDown = true;
      await refresh();
      Object.assign(published, { isDown: false, isOffline: true });
      await refresh();
      published.isOffline = false;
      await publish(4000);
      await aTimeout(1200);
      expect(region.textContent).to.equal('');
    });
    it('is told once where several counters stand', async () => {
      const clock = movingClock();
      const { element, published, refresh } = await inCampaign<HTMLElement>(
        html`<div>
          <petition-signature-counter></petition-signature-counter>
          <petition-signature-counter compact></petition-signature-counter>
        </div>`,
        { document: arena, signatures: 4998, campaign: { clock } },
      );
      const regions = [...element.children].flatMap((one) => [
        ...one.shadowRoot!.querySelectorAll('[role=status]'),
      ]);
      expect(regions).to.have.length(1);
      const said: string[] = [];
      const observer = new MutationObserver(() => said.push(regions[0]!.textContent));
      observer.observe(regions[0]!, { childList: true });
      Object.assign(published, { signatures: 5001, taken: 5001, revision: 6 });
      await refresh();
      await waitUntil(() => said.length > 0);
      await aTimeout(1200);
      observer.disconnect();
      expect(said).to.have.length(1);
    });
    it('has no live region and no progress role in its sentence, and one sentence for every state', async () => {
      const { element, published, refresh, sign } = await counter();
      for (const change of [{}, { isDown: true }, { isDown: false, isOffline: true }, { isOffline: false }]) {
        Object.assign(published, change);
        await refresh();
        const texts = [...element.shadowRoot!.querySelectorAll('p:not([aria-hidden])')];
        expect(texts).to.have.length(1);
        expect(texts[0]!.closest('[aria-live], [role]')).to.equal(null);
      }
      await sign(40);
      expect(element.shadowRoot!.querySelectorAll('p:not([aria-hidden])')).to.have.length(1);
      expect(element.shadowRoot!.querySelector('progress, meter, [role=progressbar], [role=meter]')).to.equal(
        null,
      );
    });
  });

  describe('moves nothing', () => {
    /** Returns the layout shifts that the browser reports, inside and outside, while `act` runs. */
    async function shifts(act: () => Promise<void>): Promise<string[]> {
      const found: string[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources: { node: Node | null }[];
        })[])
          found.push(
            `${entry.value.toFixed(4)} ${entry.sources.map(({ node }) => (node as Element | null)?.className ?? node?.nodeName).join()}`,
          );
      });
      observer.observe({ type: 'layout-shift' });
      await act();
      await nextFrame();
      await nextFrame();
      await aTimeout(0);
      observer.disconnect();
      return found;
    }
    const frames = async (element: PetitionSignatureCounter): Promise<void> => {
      while (!(await element.updateComplete));
      await nextFrame();
      await nextFrame();
    };
    async function placed(width: number, options: InCampaignOptions, isCompact = false) {
      const staged = await inCampaign<HTMLElement>(
        html`<div style="inline-size:${width}px">
          <petition-signature-counter ?compact=${isCompact}></petition-signature-counter>
          <p style="block-size:40px">What stands below.</p>
        </div>`,
        { isSlow: true, ...options, campaign: { clock: movingClock(Date.UTC(2026, 10, 23, 9)) } },
      );
      const element = staged.element.querySelector('petition-signature-counter')!;
      await frames(element);
      return { ...staged, element, box: staged.element };
    }

    it('is seen by the browser when something does', async function () {
      // Only Chromium measures shifts; elsewhere the states below are only rendered.
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
      const { box } = await placed(400, { document: arena });
      const found = await shifts(async () => {
        box.style.paddingBlockStart = '40px';
        await nextFrame();
      });
      expect(found).to.not.deep.equal([]);
    });

    it('breaks the line of an old count where that of a fresh one breaks, from 244 px on', async () => {
      const { box, element, published, refresh } = await placed(400, {
        document: arena,
        signatures: 4213,
        isSlow: false,
      });
      const heights = (): string[] => {
        const found: string[] = [];
        for (let width = 244; width <= 340; width += 2) {
          box.style.inlineSize = `${width}px`;
          found.push(`${width}: ${element.shadowRoot!.querySelector<HTMLElement>('.words')!.offsetHeight}`);
        }
        return found;
      };
      const fresh = heights();
      expect(new Set(fresh.map((one) => one.split(' ')[1])).size, 'breaks somewhere').to.be.above(1);
      published.isDown = true;
      await refresh();
      await frames(element);
      expect(seen(element)).to.contain('were taken');
      expect(heights()).to.deep.equal(fresh);
    });

    for (const width of [288, 320, 360, 440, 512, 768])
      it(`from loading to the first signature and the own, compact, ${width} px`, async () => {
        const { element, published, sign } = await placed(width, { document: arena, signatures: 0 }, true);
        const height = element.offsetHeight;
        for (const [act, says] of [
          [() => void (published.isSlow = false), /empty seats/],
          [() => sign(40), /You are the first/],
        ] as const) {
          const found = await shifts(async () => {
            await act();
            await waitUntil(() => says.test(seen(element)));
            await frames(element);
          });
          expect(found, String(says)).to.deep.equal([]);
          expect(element.offsetHeight, String(says)).to.equal(height);
        }
      });

    const asOf = '2026-11-22T18:40:00Z';
    for (const width of [288, 320, 360, 440, 512, 768]) {
      for (const [name, options] of [
        ['an arena', { document: arena, signatures: 4213, asOf }],
        ['an arena with people standing', { document: arena, signatures: 4213, standing: 113, asOf }],
        ['a petition with goals', { document: petition, signatures: 812, asOf }],
        [
          'an arena with milestones',
          {
            document: {
              ...arena,
              milestones: [
                { at: 4214, text: 'At 4,214 a first list is handed over.' },
                { at: 5000, text: 'At 5,000 a delegation brings all the names to the embassy in Vilnius.' },
              ],
            },
            signatures: 4213,
            asOf,
          },
        ],
        ['a petition without goals', { document: { ...petition, goals: [] }, signatures: 812, asOf }],
      ] as const) {
        it(`from loading to the count, the own signature, stale, offline and back: ${name}, ${width} px`, async () => {
          const { element, published, refresh, sign } = await placed(width, options);
          expect(spoken(element)).to.equal('Counting');
          const height = element.offsetHeight;
          const steps: [string, () => Promise<void>, RegExp][] = [
            [
              'count',
              async () => {
                published.isSlow = false;
                await waitUntil(() => spoken(element) !== 'Counting');
              },
              /^(4,213|4,100|812) /,
            ],
            ['own', () => sign(options.document.venue ? 40 : undefined), /^(4,214|4,101|813) /],
            [
              'stale',
              async () => {
                published.isDown = true;
                await refresh();
              },
              /We cannot get a newer count/,
            ],
            [
              'offline',
              async () => {
                Object.assign(published, { isDown: false, isOffline: true });
                await refresh();
              },
              /This device is offline/,
            ],
            [
              'back',
              async () => {
                Object.assign(published, { isOffline: false, revision: 6 });
                await refresh();
              },
              /As of/,
            ],
          ];
          for (const [step, act, says] of steps) {
            const found = await shifts(async () => {
              await act();
              await frames(element);
            });
            expect(seen(element), step).to.match(says);
            expect(found, step).to.deep.equal([]);
            expect(element.offsetHeight, step).to.equal(height);
          }
        });
      }
    }
  });

  describe('over the wire', () => {
    let world = 0;
    /** Renders several counters, a picker and a form of one campaign, with the misbehaving box office of the test server. */
    async function page(options: CampaignOptions) {
      const token = `counter-${Date.now()}-${world++}`;
      let answered = 0;
      const campaign = new Campaign(
        { endpoint: `${location.origin}/faults/${token}/good`, petition: 'p' },
        {
          transport: async (request, signal) => {
            const reply = await send(request, signal);
            if (request.url.endsWith('/petitions/p')) answered++;
            return reply;
          },
          ...options,
        },
      );
      const host = document.createElement('div');
      new ContextProvider(host, { context: campaignContext, initialValue: campaign });
      const box = fixtureSync<HTMLElement>(
        html`<div>
          <petition-signature-counter></petition-signature-counter>
          <petition-signature-counter compact></petition-signature-counter>
          <petition-signature-counter></petition-signature-counter>
          <petition-sign-form></petition-sign-form>
        </div>`,
        { parentNode: host },
      );
      const counts = async (): Promise<number> => {
        const { reads } = (await (await fetch(`/faults/${token}/log`)).json()) as { reads: string[] };
        return reads.filter((url) => url === '/petitions/p').length;
      };
      return { box, campaign, counts, answered: () => answered };
    }

    it('everything of a campaign makes one count request in an interval', async () => {
      const clock = movingClock();
      const { box, counts, answered } = await page({ clock, page: fakePage() });
      await waitUntil(() => answered() === 1, '', { timeout: 8000 });
      await waitUntil(() => seen(box.querySelector('petition-signature-counter')!).startsWith('41 '), '', {
        timeout: 8000,
      });
      const picker = document.createElement('petition-seat-picker');
      box.prepend(picker);
      await picker.ready;
      for (let i = 0; i < 3; i++) await nextFrame();
      expect(await counts(), 'when the picker comes into view').to.equal(1);
      for (let interval = 2; interval <= 6; interval++) {
        // Every 15 s while seats are in view.
        await clock.go(15_000);
        await waitUntil(() => answered() === interval, '', { timeout: 8000 });
        await nextFrame();
        expect(await counts()).to.equal(interval);
      }
    });
    it('asks nothing while nobody sees the page, once when it is shown again, and nothing after it is gone', async () => {
      const clock = movingClock();
      let visibility = 'visible';
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
      const see = (state: string): void => {
        visibility = state;
        document.dispatchEvent(new Event('visibilitychange'));
      };
      try {
        const { box, counts, answered } = await page({ clock });
        await waitUntil(() => answered() === 1);
        see('hidden');
        await clock.go(3_600_000);
        expect(await counts(), 'hidden').to.equal(1);
        see('visible');
        await waitUntil(() => answered() === 2);
        for (let i = 0; i < 5; i++) {
          see('hidden');
          see('visible');
          await clock.go(100);
        }
        expect(await counts(), 'flipped').to.equal(2);
        box.remove();
        await clock.go(3_600_000);
        see('hidden');
        see('visible');
        await clock.go(3_600_000);
        expect(await counts(), 'removed').to.equal(2);
      } finally {
        delete (document as { visibilityState?: unknown }).visibilityState;
      }
    });
    it('asks nothing of a page that was opened in the background, until it is looked at', async () => {
      const clock = movingClock();
      const hidden = fakePage(true);
      const { campaign, counts, answered } = await page({ clock, page: hidden });
      await until(campaign, ({ state }) => state.phase === 'ready');
      await clock.go(3_600_000);
      expect(await counts()).to.equal(0);
      hidden.show();
      await waitUntil(() => answered() === 1);
      expect(await counts()).to.equal(1);
    });
  });

  describe('its row', () => {
    const rows: [width: number, squares: number][] = [
      [200, 13],
      [320, 20],
      [328, 20],
      [160, 10],
      [360, 26],
      [560, 40],
      [1200, 40],
    ];
    for (const [width, squares] of rows) {
      it(`has ${squares} squares at ${width} px, without overflow`, async () => {
        const box = fixtureSync<HTMLElement>(
          html`<div style="inline-size:${width}px">
            <petition-signature-counter count="4213" capacity="15086"></petition-signature-counter>
          </div>`,
        );
        const element = box.querySelector('petition-signature-counter')!;
        while (!(await element.updateComplete));
        expect(seats(element)).to.equal(squares);
        const row = element.shadowRoot!.querySelector('.row')!;
        expect(row.scrollWidth).to.be.at.most(row.clientWidth);
      });
    }
    it('has room for a million, also in a column of 160 px', async () => {
      for (const width of [160, 280, 400]) {
        const box = fixtureSync<HTMLElement>(
          html`<div style="inline-size:${width}px">
            <petition-signature-counter
              count="1000000"
              capacity="2000000"
              as-of="2014-05-14"
            ></petition-signature-counter>
          </div>`,
        );
        const element = box.querySelector('petition-signature-counter')!;
        while (!(await element.updateComplete));
        const figure = element.shadowRoot!.querySelector<HTMLElement>('.figure')!;
        expect(figure.innerText).to.equal('1,000,000');
        expect(figure.getClientRects(), `lines at ${width} px`).to.have.length(1);
        const plate = element.shadowRoot!.querySelector('.plate')!;
        expect(plate.scrollWidth, `at ${width} px`).to.be.at.most(plate.clientWidth);
        expect(element.shadowRoot!.querySelector('.row')!.scrollWidth).to.be.at.most(width - 40);
        await expect(element).to.be.accessible();
      }
    });
    it('gives a phone of 320 px twenty squares over the whole line', async () => {
      const box = fixtureSync<HTMLElement>(
        html`<div style="inline-size:288px;--petition-signature-counter-padding:0">
          <petition-signature-counter count="4213" capacity="15086"></petition-signature-counter>
        </div>`,
      );
      const element = box.querySelector('petition-signature-counter')!;
      while (!(await element.updateComplete));
      const squares = [...element.shadowRoot!.querySelectorAll('[part~=seat]')];
      expect(squares).to.have.length(20);
      const [first, last] = [squares[0]!, squares.at(-1)!].map((one) => one.getBoundingClientRect());
      expect(last!.right - first!.left).to.be.closeTo(288, 1);
    });
    it('fills from the right in a language written so', async () => {
      const element = await fixture<PetitionSignatureCounter>(
        html`<petition-signature-counter
          lang="ar"
          count="4213"
          capacity="15086"
        ></petition-signature-counter>`,
      );
      const [first, second] = element.shadowRoot!.querySelectorAll('[part~=seat]');
      expect(first!.getBoundingClientRect().x).to.be.above(second!.getBoundingClientRect().x);
      await expect(element).to.be.accessible();
    });
  });

  describe('right to left', () => {
    it('keeps words of another direction on the side of the counter', async () => {
      const { element, published, refresh } = await inCampaign<HTMLElement>(
        html`<div style="inline-size:320px">
          <petition-signature-counter lang="ar"></petition-signature-counter>
        </div>`,
        { document: arena, signatures: 4213 },
      );
      published.isDown = true;
      await refresh();
      const counter = element.querySelector('petition-signature-counter')!;
      await counter.updateComplete;
      const words = [...counter.shadowRoot!.querySelectorAll('.sentence, .as-of bdi')];
      expect(words).to.have.length(2);
      for (const one of words) expect(getComputedStyle(one).textAlign).to.equal('right');
      const [figure, row] = ['.figure', '.row'].map((one) =>
        counter.shadowRoot!.querySelector(one)!.getBoundingClientRect(),
      );
      expect(figure!.right).to.be.closeTo(row!.right, 1);
      await expect(counter).to.be.accessible();
    });
  });

  it('keeps what was set before it was upgraded', async () => {
    const element = document.implementation.createHTMLDocument().createElement('petition-signature-counter');
    Object.assign(element, { count: 5, capacity: 10 });
    const box = fixtureSync(html`<div></div>`);
    box.append(element);
    await element.updateComplete;
    expect(seen(element)).to.equal('5 of 10 seats are taken');
  });

  it('moves no figure', async () => {
    const { element, published, refresh } = await counter();
    Object.assign(published, { signatures: 4214, taken: 4214, revision: 6 });
    await refresh();
    expect(element.shadowRoot!.getAnimations()).to.have.length(0);
    expect(seen(element)).to.match(/^4,214/);
  });
});
