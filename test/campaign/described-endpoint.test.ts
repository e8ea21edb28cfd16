import { expect, waitUntil } from '@open-wc/testing';
import { Campaign } from '../../src/campaign/campaign.js';
import { areClaimed, areSeatsKnown, areSeatsMissing, mayChoose, statusOf } from '../../src/campaign/state.js';
import type { EndpointConfig } from '../../src/model/endpoint.js';
import { TransportError, type TransportReply, type TransportRequest } from '../../src/transport/send.js';
import { countTaken, isTaken } from '../../src/venue/occupancy.js';
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

  for (const years of [0, -30, 30])
    it(`is as open as its document says, on a device ${years} years off: no clock closes it`, async () => {
      const clock = fakeClock();
      const now = clock.now() + years * 365 * 86_400_000;
      clock.now = () => now;
      const document = {
        ...sampleDocument(),
        endpoint: JSON_ENDPOINT,
        opens: '2026-11-01',
        closes: '2026-11-10',
      };
      const transport = answerWith(() => jsonReply({ signatures: 2 }));
      const campaign = new Campaign({ data: document }, { transport, clock, page: fakePage() });
      const stop = campaign.subscribe(() => undefined);
      await until(campaign, ({ state }) => state.count !== null);
      expect(statusOf(campaign.state)).to.equal('open');
      expect(mayChoose(campaign.state)).to.equal(true);
      stop();
    });

  const seatList: EndpointConfig = {
    ...JSON_ENDPOINT,
    seats: { url: 'https://ngo.example/seats', format: 'list' },
  } as EndpointConfig;
  const lists: [what: string, list: unknown, taken: number[] | null][] = [
    ['of seats', ['A-1-1', 5], [0, 2, 5]],
    ['of nobody', [], [2]],
    ['with some unknown ones', ['A-1-1', 'Z-9-9', 400], [0, 2]],
    ['of nothing that is a seat', ['Z-9-9', { id: 4 }, null], null],
    ['that is none', { taken: 3 }, null],
  ];
  for (const [what, list, expected] of lists)
    it(`knows its seats by a list ${what}: ${expected ? expected.join() : 'no'}`, async () => {
      const { campaign, stop } = await campaignAt(seatList, ({ url }) =>
        jsonReply(url.endsWith('/seats') ? list : { signatures: 4 }),
      );
      const { state } = campaign;
      expect([areClaimed(state), areSeatsKnown(state), areSeatsMissing(state)]).to.deep.equal([
        true,
        expected !== null,
        expected === null,
      ]);
      const bits = Array.from({ length: 10 }, (_, seat) => seat).filter((seat) =>
        isTaken(state.taken!, seat),
      );
      expect(bits).to.deep.equal(expected ?? [2]);
      expect(state.count?.seats?.taken).to.equal(expected ? expected.length - 1 : null);
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
    await waitUntil(() => clock.pauses.length >= 2);
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
    await waitUntil(() => clock.pauses.length >= 2);
    // Clamped to two minutes, and half of what may be added; what is told is what is waited.
    expect(clock.pauses.at(-1)).to.equal(150_000);
    expect(campaign.state.signing).to.deep.include({ outcome: 'sending', waitSeconds: 150 });
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

  describe('where the key is a unique column', () => {
    type Row = { key: string; seat: string | null; email: string };
    const COLUMNS: EndpointConfig = {
      preset: 'pocketbase',
      vars: { site: 'https://pb.ngo.example', seat: 'seat', key: 'key', list: 'seats' },
    };
    const NO_KEY: EndpointConfig = {
      preset: 'pocketbase',
      vars: { site: 'https://pb.ngo.example', seat: 'seat', list: 'seats' },
    };
    /** Like Parse: a unique column is violated, and nothing says which. */
    const UNNAMED: EndpointConfig = {
      sign: {
        url: 'https://parse.ngo.example/signatures',
        body: { seat: '$seat.code', email: '$email' },
        idempotency: { field: 'key' },
        response: { success: { path: 'id', exists: true }, notUnique: { path: 'code', equals: 137 } },
      },
      seats: { url: 'https://parse.ngo.example/seats', format: 'list', path: 'items', seat: 'seat' },
    };

    /** A campaign at a store with unique columns; `unique`: in the order they are named. `lose`: answers that are lost from now on. */
    async function storeWith(unique: readonly (keyof Row)[], endpoint = COLUMNS) {
      const rows: Row[] = [];
      let losing = 0;
      const { campaign, clock, stop } = await campaignAt(endpoint, ({ method, body }) => {
        if (method === 'GET') return jsonReply({ totalItems: 0, items: [] });
        const sent = { seat: null, key: '', ...(JSON.parse(body as string) as object) } as Row;
        const taken = unique.find((name) => sent[name] && rows.some((row) => row[name] === sent[name]));
        if (!taken) rows.push(sent);
        if (losing-- > 0) throw new TransportError('network');
        if (!taken) return jsonReply({ id: 'r1' });
        const data = { [taken]: { code: 'validation_not_unique', message: 'Value must be unique.' } };
        return jsonReply({ code: 137, data, message: 'Failed to create record.', status: 400 }, 400);
      });
      const press = async (form = FORM): Promise<void> => {
        let hasEnded = false;
        void campaign.request({ type: 'submit' }, form).then(() => (hasEnded = true));
        while (!hasEnded) {
          await new Promise((resolve) => setTimeout(resolve));
          await clock.pass();
        }
      };
      const choose = (seat: number | null) => campaign.request({ type: 'seat-select', seat });
      return { campaign, rows, press, choose, stop, lose: (answers: number) => (losing = answers) };
    }

    it('sends another seat under the same key after lost answers: one row, and its own seat is told', async () => {
      const { campaign, rows, press, choose, stop, lose } = await storeWith(['key', 'seat']);
      lose(4);
      await choose(4);
      await press();
      expect(campaign.state.signing.outcome).to.equal('unreachable');
      await choose(5);
      await press();
      expect(rows).to.have.length(1);
      expect(campaign.state.signing).to.deep.include({ outcome: 'signed' });
      const { signing } = campaign.state;
      expect('place' in signing && signing.place?.seat).to.equal(4);
      stop();
    });

    it('sends changed answers under the same key after lost answers', async () => {
      const { campaign, rows, press, stop, lose } = await storeWith(['key']);
      lose(4);
      await press();
      await press({ ...FORM, fields: { ...FORM.fields, given_name: 'Ada Maria' }, locale: 'de' });
      expect(rows).to.have.length(1);
      expect(campaign.state.signing.outcome).to.equal('signed');
      stop();
    });

    it('asks after the first seat before another is sent, however many answers are lost', async () => {
      const { campaign, rows, press, choose, stop, lose } = await storeWith(['key', 'seat']);
      lose(8);
      for (const seat of [4, 5]) {
        await choose(seat);
        await press();
      }
      await press();
      expect(rows).to.have.length(1);
      const { signing } = campaign.state;
      expect(signing).to.include({ outcome: 'signed', hasEarlierAnswers: true });
      expect('place' in signing && signing.place?.seat).to.equal(4);
      stop();
    });

    it('sends another seat under the same key where the first belongs to somebody else', async () => {
      const { campaign, rows, press, choose, stop } = await storeWith(['key', 'seat']);
      await choose(4);
      rows.push({ key: 'theirs', seat: campaign.state.seat!.code, email: 'ben@example.org' });
      await press();
      expect(campaign.state.signing).to.include({ outcome: 'seat-taken' });
      expect(campaign.state.signing).not.to.have.property('perhapsOwn');
      await choose(5);
      await press();
      expect(campaign.state.signing.outcome).to.equal('signed');
      expect(rows).to.have.length(2);
      stop();
    });

    it('says that the seat is perhaps the own where it is named before the key', async () => {
      const { campaign, rows, press, choose, stop, lose } = await storeWith(['seat', 'key']);
      lose(1);
      await choose(4);
      await press();
      expect(campaign.state.signing).to.include({ outcome: 'seat-taken', perhapsOwn: true });
      expect(campaign.state.signing).not.to.have.property('unsure');
      await choose(5);
      await press();
      expect(rows).to.have.length(1);
      const { signing } = campaign.state;
      expect('place' in signing && signing.place?.seat).to.equal(4);
      stop();
    });

    it('is not sure of the next try where no key travels', async () => {
      const { campaign, press, choose, stop, lose } = await storeWith(['seat'], NO_KEY);
      lose(1);
      await choose(4);
      await press();
      await press();
      expect(campaign.state.signing).to.include({ outcome: 'unreachable', unsure: true });
      await campaign.request({ type: 'submit', anyway: true }, FORM);
      expect(campaign.state.signing).to.include({ outcome: 'seat-taken', perhapsOwn: true, unsure: true });
      stop();
    });

    it('has a new key for whoever signs after somebody whose signature is in', async () => {
      const { campaign, rows, press, stop, lose } = await storeWith(['email', 'key']);
      lose(1);
      await press();
      expect(campaign.state.signing).to.deep.equal({ outcome: 'duplicate' });
      await press({ ...FORM, fields: { ...FORM.fields, email: 'ben@example.org' } });
      expect(campaign.state.signing.outcome).to.equal('signed');
      expect(rows.map(({ email }) => email)).to.deep.equal(['ada@example.org', 'ben@example.org']);
      stop();
    });

    it('says "perhaps" with a seat, and "already" without one, where the service names no column', async () => {
      const { campaign, rows, press, choose, stop, lose } = await storeWith(
        ['key', 'seat', 'email'],
        UNNAMED,
      );
      lose(1);
      await choose(4);
      await press();
      expect(campaign.state.signing).to.include({ outcome: 'seat-taken', perhapsOwn: true });
      await choose(null);
      await press();
      expect(campaign.state.signing).to.deep.equal({ outcome: 'duplicate' });
      expect(rows).to.have.length(1);
      stop();
    });
  });
});
