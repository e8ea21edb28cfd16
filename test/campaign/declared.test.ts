import { expect } from '@open-wc/testing';
import { Campaign } from '../../src/campaign/campaign.js';
import { areClaimed, statusOf } from '../../src/campaign/state.js';
import type { EndpointConfig } from '../../src/model/endpoint.js';
import { TransportError, type TransportReply, type TransportRequest } from '../../src/transport/send.js';
import { countTaken } from '../../src/venue/occupancy.js';
import { answerWith, fakeClock, fakePage, jsonReply, until } from '../support/fakes.js';
import { sampleDocument } from '../support/samples.js';

const JSON_ENDPOINT: EndpointConfig = {
  preset: 'json',
  vars: { url: 'https://ngo.example/sign', count: 'https://ngo.example/count' },
};
const FORM = {
  fields: { given_name: 'Ada', email: 'ada@example.org' },
  consents: [{ purpose: 'sign', given: true, version: '1', text: 'I sign.' }],
  locale: 'en',
};

type Answer = (request: TransportRequest, n: number) => TransportReply | Promise<TransportReply>;

/** A campaign at a declared endpoint, in view, after its first reading. */
async function campaignAt(endpoint: EndpointConfig, answer: Answer, venue: unknown = undefined) {
  const clock = fakeClock();
  const transport = answerWith(answer);
  const document = { ...sampleDocument(), endpoint, ...(venue === null && { venue: null, stories: [] }) };
  const campaign = new Campaign({ data: document }, { transport, clock, page: fakePage() });
  const stop = campaign.subscribe(() => undefined);
  await until(campaign, ({ state }) => state.freshness !== 'unknown');
  return { campaign, transport, clock, stop };
}

const posts = (requests: readonly TransportRequest[]) => requests.filter(({ method }) => method === 'POST');
const keyOf = (request: TransportRequest): string =>
  (JSON.parse(request.body as string) as { idempotencyKey: string }).idempotencyKey;

describe('a campaign at a declared endpoint', () => {
  it('signs, counts its own signature once, and gives no code', async () => {
    let count = 41;
    const { campaign, transport, stop } = await campaignAt(JSON_ENDPOINT, (request) => {
      if (request.method === 'GET') return jsonReply({ signatures: count });
      count++;
      return jsonReply({ idempotencyKey: keyOf(request), receipt: { id: 'r1' } }, 201);
    });
    expect(campaign.state.count?.signatures).to.equal(41);
    await campaign.request({ type: 'submit' }, FORM);
    expect(campaign.state.signing).to.include({ outcome: 'signed', withdrawalCode: null });
    await until(campaign, ({ state }) => state.count?.signatures === 42);
    expect(posts(transport.requests)).to.have.length(1);
    stop();
  });

  it('lights as many seats as there are signatures, and takes no choice away', async () => {
    let signatures = 2;
    const { campaign, stop } = await campaignAt(JSON_ENDPOINT, () => jsonReply({ signatures }));
    const lit = () => countTaken(campaign.state.taken!, 0, campaign.state.venue!.capacity);
    const kept = campaign.state.kept.length;
    expect(lit()).to.equal(2 + kept);
    expect(areClaimed(campaign.state)).to.equal(false);
    const free = campaign.state.venue!.capacity - 1;
    await campaign.request({ type: 'seat-select', seat: free });
    const seat = campaign.state.seat?.seat;
    signatures = campaign.state.venue!.capacity - kept;
    await campaign.refresh();
    expect(lit()).to.equal(campaign.state.venue!.capacity);
    expect(campaign.state.seat?.seat).to.equal(seat);
    stop();
  });

  it('is closed after its last day, since the endpoint has no word for it', async () => {
    const clock = fakeClock();
    const closes = new Date(clock.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    const document = { ...sampleDocument(), endpoint: JSON_ENDPOINT, closes };
    const transport = answerWith(() => jsonReply({ signatures: 2 }));
    const campaign = new Campaign({ data: document }, { transport, clock, page: fakePage() });
    const stop = campaign.subscribe(() => undefined);
    await until(campaign, ({ state }) => state.count !== null);
    expect(statusOf(campaign.state)).to.equal('closed');
    stop();
  });

  it('sends the same bytes again after a lost answer, where the key travels', async () => {
    const stored = new Set<string>();
    const { campaign, transport, clock, stop } = await campaignAt(JSON_ENDPOINT, (request) => {
      if (request.method === 'GET') return jsonReply({ signatures: 1 });
      const isFirst = stored.size === 0;
      stored.add(keyOf(request));
      if (isFirst) throw new TransportError('network');
      return jsonReply({ idempotencyKey: keyOf(request) }, 201);
    });
    const ended = campaign.request({ type: 'submit' }, FORM);
    while (clock.pauses.length < 2) await Promise.resolve();
    await clock.pass();
    await ended;
    expect(campaign.state.signing.outcome).to.equal('signed');
    expect(posts(transport.requests).map(({ body }) => body)).to.have.length(2);
    expect(stored.size).to.equal(1);
    stop();
  });

  it('sends once where no key travels, and says that it may have arrived', async () => {
    const endpoint = { preset: 'form', vars: { url: 'https://ngo.example/sign' } };
    const { campaign, transport, stop } = await campaignAt(endpoint, () => {
      throw new TransportError('network');
    });
    await campaign.request({ type: 'submit' }, FORM);
    expect(campaign.state.signing).to.deep.equal({ outcome: 'unreachable', reason: 'network', unsure: true });
    expect(transport.requests).to.have.length(1);
    stop();
  });

  it('goes to the next address at once where one cannot be reached, with the same bytes', async () => {
    const urls = ['https://blocked.example/sign', 'https://mirror.example/sign'];
    const endpoint: EndpointConfig = { ...JSON_ENDPOINT, sign: { urls } };
    const { campaign, transport, clock, stop } = await campaignAt(endpoint, (request) => {
      if (request.method === 'GET') return jsonReply({ signatures: 1 });
      if (request.url === urls[0]) throw new TransportError('network');
      return jsonReply({ idempotencyKey: keyOf(request) }, 201);
    });
    const before = clock.pauses.length;
    await campaign.request({ type: 'submit' }, FORM);
    expect(campaign.state.signing.outcome).to.equal('signed');
    const sent = posts(transport.requests);
    expect(sent.map(({ url }) => url)).to.deep.equal(urls);
    expect(sent[0]!.body).to.equal(sent[1]!.body);
    // No pause to wait out lies between the two.
    expect(clock.pauses.slice(before).filter((pause) => pause < 15_000)).to.deep.equal([]);
    stop();
  });

  it('waits and sends again after 503, where the key travels; not at all where none does', async () => {
    let isBusy = true;
    const busy: Answer = (request) => {
      if (request.method === 'GET') return jsonReply({ signatures: 1 });
      if (!isBusy) return jsonReply({ idempotencyKey: keyOf(request) }, 201);
      isBusy = false;
      return { ...jsonReply({}, 503), retryAfter: '600' };
    };
    const { campaign, clock, stop } = await campaignAt(JSON_ENDPOINT, busy);
    const ended = campaign.request({ type: 'submit' }, FORM);
    while (clock.pauses.length < 2) await Promise.resolve();
    // Clamped to two minutes, and up to a fifth more.
    expect(clock.pauses.at(-1)).to.equal(132_000);
    expect(campaign.state.signing).to.deep.include({ outcome: 'sending', waitSeconds: 120 });
    await clock.pass();
    await ended;
    expect(campaign.state.signing.outcome).to.equal('signed');
    stop();
    const form = { preset: 'form', vars: { url: 'https://ngo.example/sign' } };
    isBusy = true;
    const once = await campaignAt(form, busy);
    await once.campaign.request({ type: 'submit' }, FORM);
    expect(once.campaign.state.signing).to.deep.equal({
      outcome: 'unreachable',
      reason: 'server',
      unsure: true,
    });
    expect(posts(once.transport.requests)).to.have.length(1);
    once.stop();
  });

  it('gives claimed seats, by the list of the service', async () => {
    const endpoint = { preset: 'directus', vars: { site: 'https://cms.ngo.example', seat: 'seat' } };
    const rows = [{ seat: 'A-1-2' }, { seat: 'nowhere' }, { seat: null }];
    const notUnique = {
      errors: [{ message: 'x', extensions: { field: 'seat', code: 'RECORD_NOT_UNIQUE' } }],
    };
    const { campaign, stop } = await campaignAt(endpoint, ({ method, url }) => {
      if (method === 'POST') return jsonReply(notUnique, 400);
      return jsonReply({ data: url.includes('aggregate') ? [{ count: rows.length }] : rows });
    });
    const { count, taken } = campaign.state;
    expect(count?.seats).to.include({ mode: 'claimed', taken: 1, standing: 2 });
    expect(taken![0]! & 0b10).to.equal(0b10);
    await campaign.request({ type: 'seat-select', seat: 4 });
    await campaign.request({ type: 'submit' }, FORM);
    expect(campaign.state.signing).to.deep.include({ outcome: 'seat-taken', seat: 4, kept: false });
    expect(campaign.state.seat).to.equal(null);
    stop();
  });

  it('keeps the last good sum where a summand cannot be read', async () => {
    const count = [
      { url: 'https://a.example/', path: 'n' },
      { url: 'https://b.example/', path: 'n', offset: 100 },
    ];
    let second: unknown = '1,000';
    const { campaign, stop } = await campaignAt({ count }, ({ url }) =>
      jsonReply({ n: url.includes('//a.') ? 7 : second }),
    );
    expect(campaign.state.count?.signatures).to.equal(1107);
    // The first reading ends before another begins.
    await campaign.refresh();
    second = 'many';
    await campaign.refresh();
    expect(campaign.state).to.deep.include({ freshness: 'stale' });
    expect(campaign.state.count?.signatures).to.equal(1107);
    stop();
  });

  it('says nothing of doubt where the device was offline before', async () => {
    const endpoint = { preset: 'form', vars: { url: 'https://ngo.example/sign' } };
    const { campaign, stop } = await campaignAt(endpoint, () => {
      throw new TransportError('offline', {}, false);
    });
    await campaign.request({ type: 'submit' }, FORM);
    expect(campaign.state.signing).to.deep.equal({ outcome: 'unreachable', reason: 'offline' });
    stop();
  });
});
