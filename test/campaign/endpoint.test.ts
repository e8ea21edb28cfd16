import { expect } from '@open-wc/testing';
import { BoxOffice } from '../../src/campaign/box-office.js';
import { Described } from '../../src/campaign/described.js';
import type {
  Chosen,
  Endpoint,
  OpenSubmission,
  SigningEndpoint,
  SigningTools,
  SignForm,
} from '../../src/campaign/endpoint.js';
import type { CampaignRuntime } from '../../src/campaign/runtime.js';
import { SeatsSync } from '../../src/campaign/seats-sync.js';
import { initialState, reduce, type CampaignState } from '../../src/campaign/state.js';
import type { Problem } from '../../src/model/problem.js';
import { TransportError, type TransportReply, type TransportRequest } from '../../src/transport/send.js';
import { refusal, type Answer } from '../support/box-office.js';
import { answerWith, fakePage, hastyClock, jsonReply } from '../support/fakes.js';

/** The promises of every endpoint, kept by each adapter. Faults on the line of real ones are in test/faults. */

const FORM: SignForm = {
  fields: { given_name: 'Ada', email: 'ada@example.org' },
  consents: [{ purpose: 'sign', given: true, version: '1', text: 'I sign.' }],
  locale: 'en',
};
const SEAT: Chosen = {
  petition: 'sample',
  seat: { seat: 4, code: 'A-1-5', block: 'A', row: '1', number: 5, beside: null },
  story: null,
};
const NO_SEAT: Chosen = { ...SEAT, seat: null };

type Reply = (request: TransportRequest, n: number) => TransportReply | Promise<TransportReply>;

/** An adapter with a simulated service behind it. */
function connect(adapter: 'box office' | 'described', answer: Reply) {
  let state: CampaignState = initialState;
  const problems: Problem[] = [];
  const transport = answerWith(answer);
  const runtime: CampaignRuntime = {
    get state() {
      return state;
    },
    petition: 'sample',
    clock: hastyClock,
    page: fakePage(),
    areSeatsInView: false,
    context: { petition: 'sample', locale: 'en', status: 'open', venue: null, kept: [] },
    dispatch: (action) => void (state = reduce(state, action)),
    warn: (...found) => void problems.push(...found),
    send: transport,
    explainer: async () => undefined,
    probe: async () => null,
    mistakesIn: async () => [],
    reloadFor: async () => null,
  };
  const seats = new SeatsSync(runtime, () => null);
  const endpoint: Endpoint =
    adapter === 'box office'
      ? new BoxOffice({ endpoint: 'https://ngo.example', petition: 'sample' }, runtime, seats)
      : new Described(
          { preset: 'json', vars: { url: 'https://ngo.example/sign', count: 'https://ngo.example/count' } },
          'https://page.example',
          runtime,
          seats,
        );
  const broken: unknown[] = [];
  const tools = (signal = new AbortController().signal): SigningTools => ({
    clock: hastyClock,
    signal,
    transport,
    waiting: () => undefined,
    broken: (error) => void broken.push(error),
  });
  return { endpoint, transport, tools, problems, broken, state: () => state };
}

const keyIn = (request: TransportRequest): string =>
  (JSON.parse(request.body as string) as { idempotencyKey: string }).idempotencyKey;
const stored = (request: TransportRequest): TransportReply =>
  jsonReply(
    {
      status: 'signed',
      idempotencyKey: keyIn(request),
      revision: 5,
      receipt: { id: 'R'.repeat(22), seat: 4 },
    },
    201,
  );
/** Counts as a box office and as a service that is described do. */
const count = (signatures: unknown): TransportReply =>
  jsonReply({
    id: 'sample',
    status: 'open',
    signatures,
    revision: 5,
    asOf: '2014-05-14T18:40:00Z',
    seats: null,
  });
const refuse = (answer: Answer): TransportReply => answer({} as never, {} as never) as TransportReply;

async function opened(
  endpoint: Endpoint,
  chosen: Chosen = SEAT,
  form: SignForm = FORM,
  earlier: OpenSubmission | null = null,
): Promise<{ signing: SigningEndpoint; submission: OpenSubmission }> {
  const signing = (await endpoint.signing())!;
  const submission = await signing.open(form, chosen, earlier);
  signing.encode(submission);
  return { signing, submission };
}

for (const adapter of ['box office', 'described'] as const)
  describe(`an endpoint: ${adapter}`, () => {
    it('reads the count', async () => {
      const { endpoint, state } = connect(adapter, () => count(4213));
      expect(await endpoint.read(new AbortController().signal)).to.equal(true);
      expect(state().count?.signatures).to.equal(4213);
      expect(state().freshness).to.equal('fresh');
    });

    for (const [what, answer, isOffline] of [
      ['an answer that is no count', () => count('many'), false],
      ['an error of the server', () => jsonReply({}, 500), false],
      ['a broken line', () => Promise.reject(new TransportError('network')), false],
      ['no connection', () => Promise.reject(new TransportError('offline')), true],
    ] as const)
      it(`keeps the last good count after ${what}`, async () => {
        let isGood = true;
        const { endpoint, state } = connect(adapter, () => (isGood ? count(4213) : answer()));
        await endpoint.read(new AbortController().signal);
        isGood = false;
        expect(await endpoint.read(new AbortController().signal)).to.equal(false);
        expect(state().count?.signatures).to.equal(4213);
        expect(state().freshness).to.equal('stale');
        expect(state().offline).to.equal(isOffline);
      });

    it('says nothing of a reading that was given up', async () => {
      const stop = new AbortController();
      const { endpoint, state } = connect(adapter, () => {
        stop.abort();
        throw new TransportError('network');
      });
      expect(await endpoint.read(stop.signal)).to.equal(false);
      expect(state().freshness).to.equal('unknown');
    });

    it('opens the same answers once, writes their bytes once, and sends them', async () => {
      const { endpoint, transport, tools } = connect(adapter, stored);
      const { signing, submission } = await opened(endpoint);
      const again = await opened(endpoint, SEAT, { ...FORM }, submission);
      expect(again.submission === submission, 'the same submission').to.equal(true);
      const { outcome, submission: sent } = await signing.send(submission, tools());
      expect(outcome.outcome).to.equal('signed');
      expect(sent === submission, 'it was stored').to.equal(true);
      expect(keyIn(transport.requests[0]!)).to.equal(submission.key);
    });

    it('opens changed answers and another seat anew', async () => {
      const { endpoint } = connect(adapter, stored);
      const { submission } = await opened(endpoint);
      const keys = [submission.key];
      for (const [chosen, form] of [
        [NO_SEAT, FORM],
        [SEAT, { ...FORM, fields: { ...FORM.fields, given_name: 'Eve' } }],
      ] as const)
        keys.push((await opened(endpoint, chosen, form, submission)).submission.key);
      expect(new Set(keys).size).to.equal(3);
    });

    it('sends the same bytes again after a lost answer, with the same key', async () => {
      const { endpoint, transport, tools } = connect(adapter, (request, n) => {
        if (n === 1) throw new TransportError('network');
        return stored(request);
      });
      const { signing, submission } = await opened(endpoint);
      const { outcome } = await signing.send(submission, tools());
      expect(outcome.outcome).to.equal('signed');
      expect(new Set(transport.requests.map(({ body }) => body)).size).to.equal(1);
      expect(transport.requests.length).to.equal(2);
    });

    it('leaves a submission open whose answers were all lost', async () => {
      const { endpoint, tools } = connect(adapter, () => Promise.reject(new TransportError('network')));
      const { signing, submission } = await opened(endpoint);
      const { outcome } = await signing.send(submission, tools());
      expect(outcome).to.deep.equal({ outcome: 'unreachable', reason: 'network' });
      expect(submission.mayBeStored).to.equal(true);
    });

    it('knows that nothing was sent without a connection', async () => {
      const { endpoint, transport, tools } = connect(adapter, () =>
        Promise.reject(new TransportError('offline', undefined, false)),
      );
      const { signing, submission } = await opened(endpoint);
      const { outcome } = await signing.send(submission, tools());
      expect(outcome).to.deep.equal({ outcome: 'unreachable', reason: 'offline' });
      expect(submission.mayBeStored).to.equal(false);
      expect(transport.requests.length).to.equal(1);
    });

    it('says that a seat is taken', async () => {
      const { endpoint, tools } = connect(adapter, () =>
        refuse(refusal(409, 'seat-taken', { seat: 4, near: [], kept: false })),
      );
      const { signing, submission } = await opened(endpoint);
      const { outcome } = await signing.send(submission, tools());
      expect(outcome.outcome).to.equal('seat-taken');
      expect('seat' in outcome && outcome.seat).to.equal(4);
    });

    it('does not take a page of HTML for a signature', async () => {
      const page: TransportReply = {
        status: 200,
        contentType: 'text/html',
        retryAfter: null,
        bytes: new TextEncoder().encode('<h1>Log in to the network</h1>'),
      };
      const { endpoint, tools } = connect(adapter, () => page);
      const { signing, submission } = await opened(endpoint);
      const { outcome } = await signing.send(submission, tools());
      expect(outcome.outcome).to.equal('unreachable');
    });

    it('takes an error in the page’s own transport for a broken line, and reports it', async () => {
      const { endpoint, tools, broken } = connect(adapter, () => Promise.reject(new RangeError('mistake')));
      const { signing, submission } = await opened(endpoint);
      const { outcome } = await signing.send(submission, tools());
      expect(outcome).to.deep.equal({ outcome: 'unreachable', reason: 'network' });
      expect(broken[0]).to.be.instanceOf(RangeError);
    });

    it('throws when it is given up', async () => {
      const stop = new AbortController();
      const { endpoint, tools } = connect(adapter, () => {
        stop.abort(new Error('given up'));
        throw new TransportError('network');
      });
      const { signing, submission } = await opened(endpoint);
      const message = await signing.send(submission, tools(stop.signal)).then(
        () => 'ended',
        (error: Error) => error.message,
      );
      expect(message).to.equal('given up');
    });
  });
