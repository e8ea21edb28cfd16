import { expect } from '@open-wc/testing';
import { Campaign } from '../../src/campaign/index.js';
import { fakePage, hastyClock, until } from '../support/fakes.js';
import { LEAST, SEALING } from '../support/samples.js';

/** One submission against the misbehaving box office of the test server (test/support/fault-server.mjs): real HTTP. */
let world = 0;
const form = {
  fields: { given_name: 'Ada', email: 'ada@example.org' },
  consents: [{ purpose: 'sign', given: true, version: '1', text: 'I sign.' }],
  locale: 'en',
};

interface Log {
  posts: { body: string; headers: Record<string, string> }[];
  stored: { idempotencyKey: string; seat: number | null }[];
  reads: string[];
}

async function against(scenario: string, seat: number | null = null) {
  const token = `campaign-${Date.now()}-${world++}`;
  const endpoint = `${location.origin}/faults/${token}/${scenario}`;
  const campaign = new Campaign({ endpoint, petition: 'p' }, { clock: hastyClock, page: fakePage(true) });
  campaign.subscribe(() => undefined);
  await until(campaign, ({ state }) => state.venue !== null);
  if (seat !== null) await campaign.request({ type: 'seat-select', seat });
  const log = async (): Promise<Log> => (await fetch(`/faults/${token}/log`)).json() as Promise<Log>;
  return { campaign, log, endpoint };
}

describe('a submission over the wire', () => {
  const rows: [scenario: string, outcome: object, posts: number, stored: number][] = [
    ['good', { outcome: 'signed' }, 1, 1],
    ['lost-answer', { outcome: 'signed' }, 2, 1],
    ['reset', { outcome: 'unreachable', reason: 'network' }, 4, 0],
    ['server-error-once', { outcome: 'signed' }, 2, 1],
    ['server-error', { outcome: 'unreachable', reason: 'server' }, 4, 0],
    ['busy-once', { outcome: 'signed' }, 2, 1],
    ['busy', { outcome: 'rate-limited', retryAfter: 1 }, 4, 0],
    ['in-progress-once', { outcome: 'signed' }, 2, 1],
    ['portal', { outcome: 'unreachable', reason: 'unreadable' }, 1, 0],
    ['redirect', { outcome: 'unreachable', reason: 'network' }, 4, 0],
    ['wrong-key', { outcome: 'unreachable', reason: 'unreadable' }, 1, 1],
    ['malformed', { outcome: 'unreachable', reason: 'unreadable' }, 1, 0],
    ['polluted', { outcome: 'unreachable', reason: 'unreadable' }, 1, 0],
    ['endless', { outcome: 'unreachable', reason: 'unreadable' }, 4, 0],
    ['invalid', { outcome: 'invalid', errors: [{ pointer: '#/fields/email', code: 'format' }] }, 1, 0],
    ['not-open', { outcome: 'rejected', code: 'not-open' }, 1, 0],
    ['missing', { outcome: 'rejected', code: 'unknown-petition' }, 1, 0],
    ['too-large', { outcome: 'rejected', code: 'too-large' }, 1, 0],
    ['key-reused', { outcome: 'rejected', code: 'key-reused' }, 1, 0],
  ];
  for (const [scenario, outcome, posts, stored] of rows) {
    it(`${scenario}: ${JSON.stringify(outcome)}`, async () => {
      const { campaign, log } = await against(scenario);
      await campaign.request({ type: 'submit' }, form);
      expect(campaign.state.signing).to.deep.include(outcome);
      const seen = await log();
      // Chromium itself sends a POST again when a kept-alive connection was reset before any answer.
      expect(seen.posts.length, 'posts').to.be.within(posts, /reset|lost/.test(scenario) ? posts * 2 : posts);
      expect(seen.stored.length, 'stored').to.equal(stored);
      expect(new Set(seen.posts.map(({ body }) => body)).size, 'different bodies').to.equal(1);
      expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    });
  }

  it('trying again after a failure sends the same key, so it cannot count twice', async () => {
    const { campaign, log } = await against('reset');
    await campaign.request({ type: 'submit' }, form);
    const before = (await log()).posts.length;
    await campaign.request({ type: 'submit' }, form);
    const { posts } = await log();
    expect(posts.length).to.be.greaterThan(before);
    expect(new Set(posts.map(({ body }) => body)).size).to.equal(1);
  });
  it('changed answers keep the key while the ones before may have been stored', async () => {
    const { campaign, log } = await against('reset');
    await campaign.request({ type: 'submit' }, form);
    await campaign.request({ type: 'submit' }, { ...form, fields: { ...form.fields, given_name: 'Ida' } });
    const { posts } = await log();
    const keys = posts.map(({ body }) => (JSON.parse(body) as { idempotencyKey: string }).idempotencyKey);
    expect(new Set(keys).size).to.equal(1);
    expect(new Set(posts.map(({ body }) => body)).size).to.equal(2);
  });
  it('changed answers after a refusal get a new key', async () => {
    const { campaign, log } = await against('invalid');
    await campaign.request({ type: 'submit' }, form);
    await campaign.request({ type: 'submit' }, { ...form, fields: { ...form.fields, given_name: 'Ida' } });
    const keys = (await log()).posts.map(
      ({ body }) => (JSON.parse(body) as { idempotencyKey: string }).idempotencyKey,
    );
    expect(new Set(keys).size).to.equal(2);
  });
  it('two presses at once send one request', async () => {
    const { campaign, log } = await against('good');
    await Promise.all([
      campaign.request({ type: 'submit' }, form),
      campaign.request({ type: 'submit' }, form),
    ]);
    await campaign.request({ type: 'submit' }, form);
    expect((await log()).posts.length).to.equal(1);
  });
  it('sends no cookie, no referrer and no header of its own', async () => {
    document.cookie = 'secret=1';
    const { campaign, log } = await against('good');
    await campaign.request({ type: 'submit' }, form);
    document.cookie = 'secret=; max-age=0';
    const { headers } = (await log()).posts[0]!;
    expect(headers).to.not.have.any.keys('cookie', 'referer', 'idempotency-key', 'authorization');
  });
  it('a seat taken meanwhile is marked, with free seats near it, and another can be taken', async () => {
    const { campaign, log } = await against('first-seat-taken', 3);
    await campaign.request({ type: 'submit' }, form);
    const { signing, seat, taken } = campaign.state;
    expect(signing).to.deep.include({ outcome: 'seat-taken', seat: 3, near: [4, 5] });
    expect('places' in signing && signing.places.map(({ code }) => code)).to.deep.equal(['A-1-5', 'A-1-6']);
    expect(seat).to.equal(null);
    expect(taken![0]! & 0b1000).to.equal(0b1000);
    await campaign.request({ type: 'seat-select', seat: 4 });
    await campaign.request({ type: 'submit' }, form);
    expect(campaign.state.signing).to.deep.include({ outcome: 'signed' });
    expect((await log()).stored.map((one) => one.seat)).to.deep.equal([4]);
  });
  it('tells the outcome as an event that carries nothing personal', async () => {
    const { campaign } = await against('good', 2);
    const target = new EventTarget();
    campaign.connect(target, true);
    const events: Event[] = [];
    for (const type of ['petition-signed', 'petition-refused', 'petition-failed'])
      target.addEventListener(type, (event) => events.push(event));
    await campaign.request({ type: 'submit' }, form);
    expect(events.map(({ type }) => type)).to.deep.equal(['petition-signed']);
    expect((events[0] as unknown as { detail: object }).detail).to.have.all.keys(
      'petition',
      'outcome',
      'signatures',
    );
  });
  it('never sends plain text where the campaign wants sealed signatures', async () => {
    const { log, endpoint } = await against('good');
    const sealed = new Campaign(
      { data: { ...LEAST, endpoint, sealing: SEALING } },
      { clock: hastyClock, page: fakePage(true) },
    );
    sealed.subscribe(() => undefined);
    await until(sealed, ({ state }) => state.phase === 'ready');
    await sealed.request({ type: 'submit' }, form);
    expect(sealed.state.signing).to.deep.include({ outcome: 'rejected', code: 'sealed-unsupported' });
    expect((await log()).posts.length).to.equal(0);
  });
});

describe('a submission before the document is known', () => {
  it('waits for it, so that a campaign that wants sealing never gets plain text', async () => {
    const { endpoint, log } = await against('good');
    const document = { ...LEAST, endpoint, sealing: SEALING };
    const src = URL.createObjectURL(new Blob([JSON.stringify(document)]));
    const campaign = new Campaign(
      { src, endpoint, petition: 'p' },
      { clock: hastyClock, page: fakePage(true) },
    );
    await campaign.request({ type: 'submit' }, form);
    expect(campaign.state.signing).to.deep.include({ outcome: 'rejected', code: 'sealed-unsupported' });
    expect((await log()).posts.length).to.equal(0);
  });
  it('sends nothing when it cannot be read', async () => {
    const { endpoint, log } = await against('good');
    const campaign = new Campaign(
      { src: `${endpoint}/nowhere`, endpoint, petition: 'p' },
      { page: fakePage(true) },
    );
    await campaign.request({ type: 'submit' }, form);
    expect(campaign.state.signing).to.deep.include({ outcome: 'unreachable' });
    expect((await log()).posts.length).to.equal(0);
  });
});

describe('a page that makes mistakes', () => {
  it('whose listener throws does not lose a signature', async () => {
    const { campaign, log } = await against('good');
    const told: unknown[] = [];
    const { reportError } = globalThis;
    globalThis.reportError = (error) => told.push(error);
    try {
      campaign.subscribe(() => {
        throw new Error('of the page');
      });
      await campaign.request({ type: 'submit' }, form);
    } finally {
      globalThis.reportError = reportError;
    }
    expect(campaign.state.signing.outcome).to.equal('signed');
    expect((await log()).stored.length).to.equal(1);
    expect(told.length).to.be.greaterThan(0);
  });
  it('that takes one of two hosts away still hears the other', async () => {
    const { campaign } = await against('good');
    const [one, other] = [new EventTarget(), new EventTarget()];
    let heard = 0;
    one.addEventListener('petition-signed', () => heard++);
    campaign.connect(one, true);
    campaign.connect(other, true)();
    await campaign.request({ type: 'submit' }, form);
    expect(heard).to.equal(1);
  });
});

describe('counts over the wire', () => {
  for (const scenario of [
    'count-negative',
    'count-text',
    'count-fraction',
    'count-huge',
    'count-of-another',
    'count-down',
    'count-html',
  ]) {
    it(`${scenario} is no count`, async () => {
      const { campaign } = await against(scenario);
      expect(await campaign.refresh()).to.equal(false);
      expect(campaign.state).to.deep.include({ count: null, freshness: 'unreachable' });
    });
  }
  it('many who ask at once make one request', async () => {
    const { campaign, log } = await against('good');
    await Promise.all([campaign.refresh(), campaign.refresh(), campaign.refresh()]);
    expect((await log()).reads.filter((url) => url === '/petitions/p').length).to.equal(1);
    expect(campaign.state.count?.signatures).to.equal(41);
  });
});
