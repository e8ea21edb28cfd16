import { expect } from '@open-wc/testing';
import { Campaign } from '../../src/campaign/index.js';
import { send, TransportError, type Transport } from '../../src/transport/send.js';
import { fakePage, jsonReply, movingClock } from '../support/fakes.js';
import { LEAST } from '../support/samples.js';

const document = {
  ...LEAST,
  endpoint: 'https://box.example/',
};
const count = {
  id: 'p',
  status: 'open',
  signatures: 41,
  revision: 1,
  asOf: '2026-11-22T10:00:05Z',
  seats: null,
};

/** A campaign on a device that loses its connection when the test says so; `lines` is what its author is told. */
function setUp() {
  const [clock, page, world] = [movingClock(), fakePage(), { isOffline: false, requests: 0 }];
  const transport: Transport = async ({ url }) => {
    world.requests++;
    if (world.isOffline) throw new TransportError('offline');
    return jsonReply(url.endsWith('.json') ? document : count);
  };
  const campaign = new Campaign({ src: 'https://ngo.example/p.json' }, { transport, clock, page });
  return {
    campaign,
    clock,
    world,
    go: (isOffline: boolean) => {
      world.isOffline = isOffline;
      if (isOffline) page.goOffline();
      else page.goOnline();
    },
  };
}

describe('a device without a connection', () => {
  it('is told from an endpoint that cannot be reached, and both are over when a count comes', async () => {
    const { campaign, clock, go } = setUp();
    campaign.subscribe(() => undefined);
    await clock.go(0);
    expect(campaign.state).to.deep.include({ freshness: 'fresh', offline: false });
    go(true);
    await clock.go(0);
    expect(campaign.state).to.deep.include({ freshness: 'stale', offline: true });
    expect(campaign.state.count?.signatures).to.equal(41);
    go(false);
    await clock.go(10_000);
    expect(campaign.state).to.deep.include({ freshness: 'fresh', offline: false });
  });

  it('reads the document when the connection is there, and tells the page’s author nothing', async () => {
    const lines: unknown[] = [];
    const { warn } = console;
    console.warn = (line: unknown) => lines.push(line);
    try {
      const { campaign, clock, go } = setUp();
      go(true);
      campaign.subscribe(() => undefined);
      await clock.go(0);
      expect(campaign.state).to.deep.include({ phase: 'failed', offline: true, problems: [] });
      go(false);
      await clock.go(10_000);
      expect(campaign.state).to.deep.include({ phase: 'ready', freshness: 'fresh', offline: false });
      expect(lines).to.deep.equal([]);
    } finally {
      console.warn = warn;
    }
  });

  it('is known by the device’s own word when a real request fails', async () => {
    const endpoint = `${location.origin}/faults/offline-${Date.now()}/count-down`;
    const campaign = new Campaign(
      { endpoint, petition: 'p' },
      { transport: send, clock: movingClock(), page: fakePage() },
    );
    // The document comes, the count does not.
    expect(await campaign.refresh()).to.equal(false);
    expect(campaign.state.freshness).to.equal('unreachable');
    expect(campaign.state.offline).to.equal(false);
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      await campaign.refresh();
      expect(campaign.state.offline).to.equal(true);
    } finally {
      delete (navigator as { onLine?: unknown }).onLine;
    }
  });
});
