import { expect } from '@open-wc/testing';
import { Campaign } from '../../src/campaign/index.js';
import { areClaimed, areSeatsKnown, areSeatsMissing, ownSeat } from '../../src/campaign/state.js';
import { fakePage, hastyClock, until } from '../support/fakes.js';

/** What a campaign makes of nonsense, over real HTTP (test/support/fault-server.mjs). */
let world = 0;
async function against(scenario: string): Promise<Campaign> {
  const endpoint = `${location.origin}/faults/nonsense-${Date.now()}-${world++}/${scenario}`;
  const campaign = new Campaign({ endpoint, petition: 'p' }, { clock: hastyClock, page: fakePage(true) });
  campaign.subscribe(() => undefined);
  campaign.watchSeats();
  await until(campaign, ({ state }) => state.venue !== null);
  return campaign;
}
const taken = ({ state }: Campaign): number[] => [...state.taken!];

describe('nonsense between two good answers', () => {
  for (const nonsense of [
    'negative',
    'text',
    'fraction',
    'huge',
    'status-unknown',
    'as-of-word',
    'as-of-past',
    'as-of-future',
    'revision-back',
    'revision-beyond',
    'seats-text',
    'seats-list',
    'taken-negative',
    'taken-over-capacity',
    'standing-over-signatures',
    'other-capacity',
    'layout-word',
    'mode-unknown',
  ])
    it(`${nonsense}: the last good count and its seats stay whole`, async () => {
      const campaign = await against(`then-${nonsense}`);
      expect(await campaign.refresh()).to.equal(true);
      const { count } = campaign.state;
      expect(count).to.deep.include({ signatures: 41, revision: 1 });
      await campaign.refresh();
      expect(campaign.state.count).to.equal(count);
      expect([taken(campaign), areClaimed(campaign.state), areSeatsKnown(campaign.state)]).to.deep.equal([
        [1, 0],
        true,
        true,
      ]);
      expect(await campaign.refresh()).to.equal(true);
      expect(campaign.state.count).to.deep.include({ signatures: 43, revision: 3 });
      expect(campaign.state.takenRevision).to.equal(3);
    });
  it('the highest revision keeps no later answer out, nor the seats', async () => {
    const campaign = await against('then-revision-huge');
    for (let n = 0; n < 3; n++) await campaign.refresh();
    expect(campaign.state.count).to.deep.include({ signatures: 43, revision: 3 });
    expect(campaign.state.takenRevision).to.equal(3);
  });
});

describe('seats that cannot be read', () => {
  for (const damage of [
    'cut',
    'spare-bit',
    'html',
    'empty',
    'delta-of-nothing',
    'delta-of-another',
    'revision-huge',
  ]) {
    it(`${damage}: no seat is known to be free, and the count is good`, async () => {
      const campaign = await against(`seats-${damage}`);
      expect(await campaign.refresh()).to.equal(false);
      expect(campaign.state).to.deep.include({ freshness: 'fresh', takenRevision: -1 });
      expect([areSeatsKnown(campaign.state), areSeatsMissing(campaign.state)]).to.deep.equal([false, true]);
    });
    it(`${damage}, later: the last good ones stay`, async () => {
      const campaign = await against(`seats-${damage}-later`);
      expect(await campaign.refresh()).to.equal(true);
      expect(await campaign.refresh()).to.equal(false);
      expect(taken(campaign)).to.deep.equal([1, 0]);
      expect(campaign.state.takenRevision).to.equal(1);
      expect(areSeatsKnown(campaign.state)).to.equal(true);
    });
  }
  it('not published: neither count nor seats are known, and a seat can be chosen', async () => {
    const campaign = await against('hidden');
    expect(await campaign.refresh(), 'nothing is wrong').to.equal(true);
    expect(campaign.state).to.deep.include({ freshness: 'fresh', takenRevision: -1 });
    expect(campaign.state.count?.signatures).to.equal(null);
    expect([areClaimed(campaign.state), areSeatsMissing(campaign.state)]).to.deep.equal([true, true]);
    await campaign.request({ type: 'seat-select', seat: 3 });
    expect(campaign.state.seat?.code).to.equal('A-1-4');
  });
});

describe('a receipt for a seat outside the venue', () => {
  it('is a signature without a seat', async () => {
    const campaign = await against('seat-beyond');
    await campaign.request({ type: 'seat-select', seat: 3 });
    await campaign.request(
      { type: 'submit' },
      { fields: { given_name: 'Ada', email: 'ada@example.org' }, consents: [], locale: 'en' },
    );
    expect(campaign.state.signing).to.deep.include({ outcome: 'signed', place: null });
    expect(ownSeat(campaign.state)).to.equal(null);
  });
});
