import { aTimeout, expect, fixture, fixtureSync, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import {
  viewCount,
  type CountView,
  type GivenCount,
} from '../../src/elements/signature-counter/count-view.js';
import { PetitionSignatureCounter } from '../../src/elements/signature-counter/petition-signature-counter.js';
import { initialState, type CampaignState } from '../../src/campaign/state.js';
import type { PublishedCount } from '../../src/model/outcome.js';
import { inCampaign, sampleDocument, type InCampaignOptions, type Staged } from '../support/campaign.js';

PetitionSignatureCounter.define('petition-signature-counter');

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
    ['goal reached', { count: 5000, goal: 5000 }, null, { filled: 40, goal: null }],
    ['goal passed', { count: 9000, goal: 5000 }, null, { filled: 40, goal: null }],
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
    ['all goals reached', {}, state({ count: count(6000) }), { goal: null, filled: 40 }],
    [
      'goals out of order',
      {},
      state({ count: count(10), document: { ...petition, goals: [5000, 100] } }),
      { goal: { key: 'counter.goal', values: { goal: 100 } } },
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
      { kind: 'count', number: 0, filled: 0 },
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
      { number: 1, filled: 0, ownIndex: 0 },
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

/** What is read out. */
const spoken = ({ shadowRoot }: PetitionSignatureCounter): string | undefined =>
  shadowRoot!.querySelector('.visually-hidden:not([role])')?.textContent?.trim();
/** What is seen. */
const seen = ({ shadowRoot }: PetitionSignatureCounter): string =>
  [...shadowRoot!.querySelectorAll<HTMLElement>('[aria-hidden]')]
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
      expect(seen(element)).to.equal('4,987 13 seats more, and 5,000 are taken');
      expect(spoken(element)).to.equal(
        '4,987 of 15,086 seats are taken. 13 seats more, and 5,000 are taken.',
      );
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
        /^4,100 of 15,086 seats are taken and 113 people standing \| As of 14 May 2014/,
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
        /^4,100 of 15,086 seats are taken and 114 people standing, you among them/,
      );
      expect(seats(element, 'own')).to.equal(0);
    });
    it('keeps the last good number when no newer one can be reached, and says so', async () => {
      const { element, published, refresh } = await counter();
      published.isDown = true;
      await refresh();
      expect(seen(element)).to.match(
        /^4,213 of 15,086 seats were taken \| Counted 14 May 2014.*\. A newer count cannot be reached just now\.$/,
      );
      await expect(element).to.be.accessible();
    });
    it('gives a stale count its day, also on the same day', async () => {
      const { element, published, refresh } = await counter(undefined, { asOf: new Date().toISOString() });
      expect(seen(element)).to.not.contain(String(new Date().getFullYear()));
      published.isDown = true;
      await refresh();
      expect(seen(element)).to.contain(String(new Date().getFullYear()));
    });
    it('shows no number at all when none was ever reached', async () => {
      const { element } = await counter(undefined, { isDown: true });
      expect(seen(element)).to.equal(
        'The count cannot be reached | You can sign all the same; every signature is counted.',
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
      expect(seen(element)).to.contain('The count cannot be reached');
    });
    it('keeps the author’s number then, and says that the count cannot be reached', async () => {
      const { element } = await counter(
        html`<petition-signature-counter>About 4,000</petition-signature-counter>`,
        { isDown: true },
      );
      expect(slotted(element)).to.equal(true);
      expect(seen(element)).to.equal('The count cannot be reached');
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
    it('reserves the place of the number, so that nothing jumps when it comes', async () => {
      for (const width of [280, 320, 350, 600]) {
        const staged = await inCampaign<HTMLElement>(
          html`<div style="inline-size:${width}px">
            <petition-signature-counter></petition-signature-counter>
          </div>`,
          { document: arena, signatures: 4213, isSlow: true },
        );
        const element = staged.element.querySelector('petition-signature-counter')!;
        await element.updateComplete;
        expect(spoken(element)).to.equal('Counting');
        await expect(element).to.be.accessible();
        const before = element.offsetHeight;
        staged.published.isSlow = false;
        await aTimeout(20);
        await staged.refresh();
        await element.updateComplete;
        expect(seen(element)).to.match(/^4,213/);
        expect(element.offsetHeight, `at ${width} px`).to.equal(before);
      }
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

  describe('its row', () => {
    const rows: [width: number, squares: number][] = [
      [200, 13],
      [328, 24],
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
