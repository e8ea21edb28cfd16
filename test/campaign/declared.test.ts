import { expect } from '@open-wc/testing';
import { Campaign } from '../../src/campaign/campaign.js';
import type { EndpointConfig } from '../../src/model/endpoint.js';
import { TransportError, type TransportReply, type TransportRequest } from '../../src/transport/send.js';
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
