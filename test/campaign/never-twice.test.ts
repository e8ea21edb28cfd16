import { expect } from '@open-wc/testing';
import { Campaign, type SignForm } from '../../src/campaign/index.js';
import type { EndpointConfig } from '../../src/model/endpoint.js';
import type { SignatureRequest } from '../../src/model/signature/signature.js';
import { TransportError, type TransportReply } from '../../src/transport/send.js';
import { playBoxOffice, refusal, signed } from '../support/box-office.js';
import { chance } from '../support/chance.js';
import { answerWith, fakePage, hastyClock, jsonReply, until } from '../support/fakes.js';
import { sampleDocument } from '../support/samples.js';

/** One person, whatever becomes of the answers: never two rows, and what the page says at the end is what is stored. */

const FORM: SignForm = {
  fields: { given_name: 'Ada', email: 'ada@example.org' },
  consents: [{ purpose: 'sign', given: true, version: '1', text: 'I sign.' }],
  locale: 'en',
};
const named = (given_name: string, form = FORM): SignForm => ({
  ...form,
  fields: { ...form.fields, given_name },
});
const network = (): never => {
  throw new TransportError('network');
};

type Weather = 'good' | 'answer-lost' | 'request-lost' | 'offline' | 'down' | 'busy' | 'too-many' | 'invalid';

/** Keeps one row per key, as docs/protocol.md says: same bytes, same answer; other bytes, `key-reused`. */
function store() {
  const rows = new Map<string, string>();
  const late: string[] = [];
  let weather: Weather = 'good';
  const take = (body: string): TransportReply => {
    const request = JSON.parse(body) as SignatureRequest;
    const stored = rows.get(request.idempotencyKey);
    if (stored !== undefined && stored !== body)
      return refusal(422, 'key-reused')(request, published) as TransportReply;
    if (stored === undefined && weather === 'invalid')
      return refusal(422, 'invalid', { errors: [] })(request, published) as TransportReply;
    if (stored === undefined && weather === 'too-many')
      return refusal(429, 'rate-limited', { retryAfter: 1 })(request, published) as TransportReply;
    rows.set(request.idempotencyKey, body);
    return signed(request, published) as TransportReply;
  };
  const { transport: reads, published } = playBoxOffice(sampleDocument(), { taken: [] });
  const transport = answerWith((request) => {
    if (request.method === 'GET') return reads(request, new AbortController().signal);
    const body = request.body as string;
    switch (weather) {
      case 'answer-lost':
        take(body);
        return network();
      case 'request-lost':
        // It is held up on its way, and may arrive yet.
        late.push(body);
        return network();
      case 'offline':
        throw new TransportError('offline', undefined, false);
      case 'down':
        return jsonReply({}, 502);
      case 'busy':
        return jsonReply({ code: 'busy', retryAfter: 1 }, 503);
      default:
        return take(body);
    }
  });
  return {
    transport,
    rows: () => [...rows.values()].map((body) => JSON.parse(body) as SignatureRequest),
    posts: () => transport.requests.filter(({ method }) => method === 'POST'),
    set: (next: Weather) => void (weather = next),
    /** What was held up arrives, whoever has stopped waiting for it. */
    arriveLate: () => late.splice(0).forEach(take),
  };
}

async function person() {
  const office = store();
  const page = fakePage(true);
  const campaign = new Campaign(
    { data: { ...sampleDocument(), languages: ['en', 'de'] } },
    { transport: office.transport, clock: hastyClock, page },
  );
  // Hidden, so that nothing is read in a rhythm: its pauses end at once.
  await campaign.refresh();
  const sign = (form = FORM): Promise<SignForm | null> => campaign.request({ type: 'submit' }, form);
  return { office, page, campaign, sign };
}

describe('answers changed after a try whose answer was lost', () => {
  const changes: [what: string, change: (campaign: Campaign) => SignForm | Promise<SignForm>][] = [
    ['a name', () => named('Ida')],
    ['the language', () => ({ ...FORM, locale: 'de' })],
    [
      'a consent',
      () => ({
        ...FORM,
        consents: [...FORM.consents, { purpose: 'news', given: true, version: '1', text: 'N' }],
      }),
    ],
    ['the seat', async (campaign) => (await campaign.request({ type: 'seat-select', seat: 4 }), FORM)],
  ];
  for (const [what, change] of changes) {
    it(`${what}: one row, and the signer is told that the answers before are stored`, async () => {
      const { office, campaign, sign } = await person();
      office.set('answer-lost');
      expect(await sign()).to.equal(null);
      office.set('good');
      const stored = await sign(await change(campaign));
      expect(office.rows()).to.have.length(1);
      expect(campaign.state.signing).to.deep.include({ outcome: 'signed', hasEarlierAnswers: true });
      expect(stored).to.equal(FORM);
      expect(office.rows()[0]).to.deep.include({ fields: FORM.fields, locale: 'en', seat: null });
    });
    it(`${what}: where nothing had arrived, the changed answers are stored, and nothing is said of others`, async () => {
      const { office, campaign, sign } = await person();
      office.set('request-lost');
      await sign();
      office.set('good');
      const changed = await change(campaign);
      expect(await sign(changed)).to.equal(changed);
      // The first try arrives at last.
      office.arriveLate();
      expect(office.rows()).to.have.length(1);
      expect(campaign.state.signing).to.not.have.property('hasEarlierAnswers');
      expect(office.rows()[0]!.fields).to.deep.equal(changed.fields);
    });
  }

  it('the withdrawal code fits what is stored', async () => {
    const { office, campaign, sign } = await person();
    office.set('answer-lost');
    await sign();
    office.set('good');
    await sign(named('Ida'));
    const hashes = new Set(
      office.posts().map(({ body }) => (JSON.parse(body as string) as SignatureRequest).withdrawal),
    );
    expect(hashes.size).to.equal(1);
    expect(campaign.state.signing).to.have.property('withdrawalCode').that.is.a('string');
  });
  it('refused before the key was looked at: the key is kept', async () => {
    const { office, campaign, sign } = await person();
    office.set('answer-lost');
    await sign();
    const { transport } = campaign;
    campaign.transport = async () => jsonReply({ code: 'too-large' }, 413, 'application/problem+json');
    await sign(named('I'.repeat(20_000)));
    expect(campaign.state.signing).to.deep.include({ outcome: 'rejected', code: 'too-large' });
    campaign.transport = transport;
    office.set('good');
    await sign(named('Ida'));
    expect(office.rows()).to.have.length(1);
    expect(campaign.state.signing).to.deep.include({ outcome: 'signed', hasEarlierAnswers: true });
  });
  it('a press while another is settled sends nothing', async () => {
    const { office, sign } = await person();
    office.set('answer-lost');
    await sign();
    office.set('good');
    await Promise.all([sign(named('Ida')), sign(named('Eva')), sign()]);
    expect(office.rows()).to.have.length(1);
  });
  it('two forms of one campaign share what is open', async () => {
    const { office, campaign } = await person();
    office.set('answer-lost');
    await campaign.request({ type: 'submit' }, FORM, new EventTarget());
    office.set('good');
    await campaign.request({ type: 'submit' }, named('Ida'), new EventTarget());
    expect(office.rows()).to.have.length(1);
  });
});

describe('a page out of the back/forward cache', () => {
  it('asks what became of the signature, by its key and with its bytes', async () => {
    const { office, page, campaign, sign } = await person();
    office.set('answer-lost');
    await sign();
    office.set('good');
    const before = office.posts().length;
    page.comeBack();
    expect(campaign.state.signing).to.deep.include({ outcome: 'sending', isCheck: true });
    await until(campaign, ({ state }) => state.signing.outcome !== 'sending');
    expect(campaign.state.signing.outcome).to.equal('signed');
    expect(office.posts()).to.have.length(before + 1);
    expect(new Set(office.posts().map(({ body }) => body)).size).to.equal(1);
    expect(office.rows()).to.have.length(1);
  });
  it('sends again at once what was under way when the page was left', async () => {
    const { office, page, campaign, sign } = await person();
    let isHung = true;
    const { transport } = campaign;
    // The answer of the first never comes: it ends only when it is given up.
    campaign.transport = (request, signal) =>
      isHung && request.method === 'POST'
        ? new Promise((_, reject) => {
            isHung = false;
            void transport(request, signal);
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          })
        : transport(request, signal);
    const ended = sign();
    while (isHung) await new Promise((resolve) => setTimeout(resolve));
    page.comeBack();
    await ended;
    expect(campaign.state.signing.outcome).to.equal('signed');
    expect(office.posts()).to.have.length(2);
    expect(office.rows()).to.have.length(1);
  });
  for (const weather of ['offline', 'too-many'] as const)
    it(`${weather}: nothing can be stored, so nothing is sent unasked`, async () => {
      const { office, page, sign } = await person();
      office.set(weather);
      await sign();
      const before = office.posts().length;
      office.set('good');
      page.comeBack();
      await new Promise((resolve) => setTimeout(resolve));
      expect(office.posts()).to.have.length(before);
      expect(office.rows()).to.have.length(0);
    });
});

describe('any schedule of lost answers and changes', () => {
  for (let seed = 1; seed <= 120; seed++)
    it(`number ${seed} ends in at most one row, and the truth`, async () => {
      const random = chance(seed);
      const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
      const { office, page, campaign, sign } = await person();
      let [form, stored]: [SignForm, SignForm | null] = [FORM, null];
      const press = async (): Promise<void> => void (stored = (await sign(form)) ?? stored);
      const steps: (() => unknown)[] = [
        press,
        press,
        () => (form = named(pick(['Ada', 'Ida', 'Eva']), form)),
        () => (form = { ...form, locale: pick(['en', 'de']) }),
        () => campaign.request({ type: 'seat-select', seat: pick([null, 4, 5, 6]) }),
        () => page.comeBack(),
        () => office.arriveLate(),
        () => Promise.all([press(), press()]),
        () => (page.comeBack(), press()),
      ];
      for (let step = 0; step < 14; step++) {
        office.set(
          pick([
            'good',
            'answer-lost',
            'answer-lost',
            'request-lost',
            'offline',
            'down',
            'busy',
            'too-many',
            'invalid',
          ]),
        );
        await pick(steps)();
      }
      office.set('good');
      while (campaign.state.signing.outcome === 'sending')
        await new Promise((resolve) => setTimeout(resolve));
      await press();
      office.arriveLate();
      expect(office.rows()).to.have.length(1);
      const { signing } = campaign.state;
      const [row] = office.rows();
      expect(signing).to.deep.include({ outcome: 'signed' });
      expect('receipt' in signing && signing.receipt.seat).to.equal(row!.seat);
      // After a page came back, nobody pressed, and nobody was handed the answers.
      if (stored) expect((stored as SignForm).fields).to.deep.equal(row!.fields);
    });
});

describe('an endpoint described by data', () => {
  type Take = (body: { idempotencyKey?: string }) => TransportReply;
  async function at(endpoint: EndpointConfig) {
    const sent: string[] = [];
    let take: Take = () => network();
    const transport = answerWith((request) => {
      if (request.method === 'GET') return jsonReply({ signatures: 1 });
      const body = request.body as string;
      sent.push(body);
      return take(body.startsWith('{') ? (JSON.parse(body) as object) : {});
    });
    const page = fakePage(true);
    const campaign = new Campaign(
      { data: { ...sampleDocument({ venue: null, stories: [] }), endpoint } },
      { transport, clock: hastyClock, page },
    );
    return { campaign, page, sent, taking: (next: Take) => void (take = next) };
  }
  const KEYED: EndpointConfig = { preset: 'json', vars: { url: 'https://ngo.example/sign' } };
  const KEYLESS: EndpointConfig = { preset: 'form', vars: { url: 'https://ngo.example/sign' } };

  it('whose key travels is asked by the same bytes first, and the answers before are told of', async () => {
    const { campaign, sent, taking } = await at(KEYED);
    await campaign.request({ type: 'submit' }, FORM);
    taking(({ idempotencyKey }) => jsonReply({ idempotencyKey, receipt: { id: 'r' } }, 201));
    const stored = await campaign.request({ type: 'submit' }, named('Ida'));
    expect(new Set(sent).size).to.equal(1);
    expect(campaign.state.signing).to.deep.include({ outcome: 'signed', hasEarlierAnswers: true });
    expect(stored).to.equal(FORM);
  });
  it('whose key travels gets the changed answers once it has refused the ones before', async () => {
    const { campaign, sent, taking } = await at(KEYED);
    await campaign.request({ type: 'submit' }, FORM);
    const keys = new Set<string>();
    taking(({ idempotencyKey }) => {
      keys.add(idempotencyKey!);
      return keys.size === 1 ? jsonReply({}, 400) : jsonReply({ idempotencyKey, receipt: { id: 'r' } }, 201);
    });
    await campaign.request({ type: 'submit' }, named('Ida'));
    expect(keys.size).to.equal(2);
    expect(sent.at(-1)).to.contain('Ida');
    expect(campaign.state.signing).to.not.have.property('hasEarlierAnswers');
    expect(campaign.state.signing.outcome).to.equal('signed');
  });
  it('that cannot be reached yet gets nothing under another key', async () => {
    const { campaign, sent } = await at(KEYED);
    await campaign.request({ type: 'submit' }, FORM);
    await campaign.request({ type: 'submit' }, named('Ida'));
    expect(campaign.state.signing.outcome).to.equal('unreachable');
    expect(new Set(sent).size).to.equal(1);
  });
  it('without a key gets nothing a second time, unless the signer says so, also after changes and refusals', async () => {
    const { campaign, page, sent, taking } = await at(KEYLESS);
    await campaign.request({ type: 'submit' }, FORM);
    expect(sent).to.have.length(1);
    const unsure = { outcome: 'unreachable', unsure: true };
    for (const form of [named('Ida'), FORM]) {
      await campaign.request({ type: 'submit' }, form);
      expect(campaign.state.signing).to.deep.include(unsure);
    }
    page.comeBack();
    expect(sent).to.have.length(1);
    taking(() => jsonReply({}, 422));
    await campaign.request({ type: 'submit', anyway: true }, named('Ida'));
    expect(sent).to.have.length(2);
    // That these were refused says nothing about the first.
    await campaign.request({ type: 'submit' }, named('Eva'));
    expect(sent).to.have.length(2);
    expect(campaign.state.signing).to.deep.include(unsure);
  });
});
