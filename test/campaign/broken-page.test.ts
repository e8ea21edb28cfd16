import { expect } from '@open-wc/testing';
import { Campaign } from '../../src/campaign/campaign.js';
import type { EndpointConfig } from '../../src/model/endpoint.js';
import { TransportError, type Transport, type TransportReply } from '../../src/transport/send.js';
import { chance } from '../support/chance.js';
import { answerWith, fakePage, hastyClock, jsonReply, movingClock } from '../support/fakes.js';
import { sampleDocument } from '../support/samples.js';

/** Whatever a page or its endpoint does to a submission, it ends, in a state that has words. */

const SECRET = 'Ada-who-must-not-be-named';
const FORM = { fields: { given_name: SECRET, email: 'ada@example.org' }, consents: [], locale: 'en' };
const ADDRESS = 'https://box.example';
const KEYED: EndpointConfig = { preset: 'json', vars: { url: 'https://ngo.example/sign' } };
const KEYLESS: EndpointConfig = { preset: 'form', vars: { url: 'https://ngo.example/sign' } };
const ENDPOINTS: [name: string, endpoint: string | EndpointConfig][] = [
  ['the box office', ADDRESS],
  ['a described endpoint with a key', KEYED],
  ['a described endpoint without a key', KEYLESS],
];

const campaignAt = (endpoint: string | EndpointConfig, transport: Transport, petition?: string): Campaign =>
  new Campaign(
    { data: { ...sampleDocument(), endpoint }, petition },
    { transport, clock: hastyClock, page: fakePage(true) },
  );

/** Signs; what the page's author was told, and rejections that nobody handled. */
async function submit(campaign: Campaign): Promise<{ told: string[]; unhandled: unknown[] }> {
  const told: string[] = [];
  const unhandled: unknown[] = [];
  const onUnhandled = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    unhandled.push(event.reason);
  };
  const { warn } = console;
  console.warn = (line: string) => void told.push(line);
  addEventListener('unhandledrejection', onUnhandled);
  try {
    await campaign.request({ type: 'submit' }, FORM);
    // Rejections are reported in a task of their own.
    await new Promise((resolve) => setTimeout(resolve));
  } finally {
    console.warn = warn;
    removeEventListener('unhandledrejection', onUnhandled);
  }
  return { told, unhandled };
}

/** Replaces a property while `run` runs. */
async function replacing<T>(target: object, name: string, value: unknown, run: () => Promise<T>): Promise<T> {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  try {
    return await run();
  } finally {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  }
}

/** Time limits are over almost at once. */
const inHaste = <T>(run: () => Promise<T>): Promise<T> => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  return replacing(AbortSignal, 'timeout', (ms: number) => timeout(Math.min(ms, 20)), run);
};

class PagesError extends TransportError {}

describe('a transport of the page', () => {
  const broken: [name: string, transport: Transport, warned: boolean][] = [
    [
      'throws before it returns a promise',
      () => {
        throw new TypeError(SECRET);
      },
      true,
    ],
    ['rejects with an error of its own', () => Promise.reject(new RangeError(SECRET)), true],
    ['rejects with nothing', () => Promise.reject(undefined as unknown as Error), true],
    ['rejects with a subclass of TransportError', () => Promise.reject(new PagesError('timeout')), false],
    ['resolves with nothing', () => Promise.resolve(undefined as unknown as TransportReply), true],
    ['returns no promise', () => undefined as unknown as Promise<TransportReply>, true],
    ['resolves with a text', () => Promise.resolve('ok' as unknown as TransportReply), false],
    ['is missing', undefined as unknown as Transport, true],
  ];
  for (const [endpointName, endpoint] of ENDPOINTS)
    for (const [name, transport, warned] of broken)
      it(`that ${name} ends in words, at ${endpointName}`, async () => {
        const campaign = campaignAt(
          endpoint,
          answerWith(() => jsonReply({})),
        );
        campaign.transport = transport;
        const { told, unhandled } = await submit(campaign);
        expect(campaign.state.signing.outcome).to.be.oneOf(['unreachable', 'rejected']);
        expect(unhandled).to.deep.equal([]);
        expect(told.filter((line) => line.includes('sign: '))).to.have.length(warned ? 1 : 0);
        expect(told.join()).to.not.include(SECRET);
      });

  for (const [endpointName, endpoint] of ENDPOINTS)
    it(`that never answers and ignores its signal is given up, at ${endpointName}`, async () => {
      let sent = 0;
      const campaign = campaignAt(endpoint, (request) => {
        if (request.method === 'POST') sent++;
        return new Promise(() => undefined);
      });
      await inHaste(() => submit(campaign));
      expect(campaign.state.signing).to.deep.include({ outcome: 'unreachable', reason: 'timeout' });
      expect(sent).to.equal(endpoint === KEYLESS ? 1 : 4);
    });

  it('that answers late does not end the try after it', async () => {
    const late: ((reply: TransportReply) => void)[] = [];
    const keys: string[] = [];
    const campaign = campaignAt(ADDRESS, (request) => {
      keys.push((JSON.parse(request.body as string) as { idempotencyKey: string }).idempotencyKey);
      if (keys.length === 1) return new Promise((resolve) => late.push(resolve));
      late[0]!(jsonReply({ code: 'not-open' }, 403));
      const receipt = { id: 'r', seat: null };
      return Promise.resolve(
        jsonReply({ status: 'signed', idempotencyKey: keys[0], revision: 1, receipt }, 201),
      );
    });
    await inHaste(() => submit(campaign));
    expect(campaign.state.signing.outcome).to.equal('signed');
    expect(new Set(keys).size).to.equal(1);
  });

  it('that never reads the document does not hold up the end', async () => {
    const campaign = new Campaign(
      { src: 'https://ngo.example/petition.json' },
      { transport: () => new Promise(() => undefined), clock: hastyClock, page: fakePage(true) },
    );
    await inHaste(() => submit(campaign));
    expect(campaign.state.signing).to.deep.include({ outcome: 'unreachable' });
  });
});

describe('a page that breaks what browsers offer', () => {
  const never = new Promise(() => undefined);
  const lost = String.fromCharCode(0xd800);
  const rows: [name: string, target: object, property: string, value: unknown][] = [
    ['crypto.getRandomValues is missing', crypto, 'getRandomValues', undefined],
    ['crypto is missing', globalThis, 'crypto', undefined],
    ['crypto.subtle.digest never settles', crypto.subtle, 'digest', () => never],
    ['crypto.subtle.digest rejects', crypto.subtle, 'digest', () => Promise.reject(new Error(SECRET))],
    ['JSON.parse gives something else', JSON, 'parse', () => ({})],
    ['btoa throws', globalThis, 'btoa', null],
  ];
  for (const [name, target, property, value] of rows)
    it(`${name}: nothing is sent, and that is said`, async () => {
      const transport = answerWith(() => jsonReply({}));
      const campaign = campaignAt(ADDRESS, transport);
      const { told, unhandled } = await inHaste(() =>
        replacing(target, property, value, () => submit(campaign)),
      );
      expect(campaign.state.signing).to.deep.equal({ outcome: 'rejected', code: 'not-encoded' });
      expect(transport.requests.filter(({ method }) => method === 'POST')).to.deep.equal([]);
      expect(unhandled).to.deep.equal([]);
      expect(told.filter((line) => line.includes('before anything was sent'))).to.have.length(1);
      expect(told.join()).to.not.include(SECRET);
    });

  it('an id that cannot be written into an address: nothing is sent, and that is said', async () => {
    const transport = answerWith(() => jsonReply({}));
    const campaign = campaignAt(ADDRESS, transport, `p${lost}`);
    const { told, unhandled } = await submit(campaign);
    expect(campaign.state.signing).to.deep.equal({ outcome: 'rejected', code: 'no-endpoint' });
    expect(transport.requests).to.deep.equal([]);
    expect(unhandled).to.deep.equal([]);
    expect(told.filter((line) => /^grandstand: petition: .*cannot be a part/.test(line))).to.have.length(1);
  });

  it('such an id, where the document is asked for by it', async () => {
    const campaign = new Campaign(
      { endpoint: ADDRESS, petition: `p${lost}` },
      { transport: answerWith(() => jsonReply({})), clock: hastyClock, page: fakePage() },
    );
    const { told, unhandled } = await submit(campaign);
    expect(campaign.state.phase).to.equal('failed');
    expect(campaign.state.signing).to.deep.include({ outcome: 'unreachable' });
    expect(unhandled).to.deep.equal([]);
    expect(told.filter((line) => line.includes('cannot be a part of an address'))).to.have.length(1);
  });

  it('timers that throw do not leave "sending" behind, and the same key is sent when it is tried again', async () => {
    const transport = answerWith(() => jsonReply({}, 503));
    const clock = {
      ...hastyClock,
      sleep: () => {
        throw new RangeError(SECRET);
      },
    };
    const campaign = new Campaign(
      { data: { ...sampleDocument(), endpoint: ADDRESS } },
      { transport, clock, page: fakePage(true) },
    );
    const { told, unhandled } = await submit(campaign);
    expect(campaign.state.signing).to.deep.equal({ outcome: 'unreachable', reason: 'unreadable' });
    expect(unhandled).to.deep.equal([]);
    expect(told).to.have.length(1);
    expect(told[0]).to.include('RangeError').and.not.include(SECRET);
    await submit(campaign);
    expect(new Set(transport.requests.map(({ body }) => body)).size).to.equal(1);
  });
});

describe('an endpoint at its end', () => {
  const DATE = 'Sun, 22 Nov 2026 10:00:00 GMT';
  const rows: [
    name: string,
    status: number,
    reply: Partial<TransportReply>,
    body: object,
    seconds: number,
  ][] = [
    ['a header', 503, { retryAfter: '2' }, {}, 2],
    ['its body', 429, {}, { retryAfter: 30 }, 30],
    ['nothing', 503, {}, {}, 5],
    ['a date', 503, { retryAfter: 'Sun, 22 Nov 2026 10:00:08 GMT', headers: { date: DATE } }, {}, 8],
    ['a date without a Date', 503, { retryAfter: 'Sun, 22 Nov 2026 10:00:08 GMT' }, {}, 5],
  ];
  for (const [endpointName, endpoint] of ENDPOINTS.slice(0, 2))
    for (const [name, status, more, body, seconds] of rows)
      it(`that says how long with ${name} is left alone for ${seconds} s at least, by 20 signers, at ${endpointName}`, async () => {
        const random = chance(7);
        for (let signer = 0; signer < 20; signer++) {
          const clock = movingClock();
          clock.chance = random();
          // A device whose clock is wrong by days.
          clock.set(clock.now() - random() * 1e9);
          let posts = 0;
          const transport = answerWith((request) => {
            if (request.method !== 'POST') return jsonReply({});
            return ++posts === 1 ? { ...jsonReply(body, status), ...more } : jsonReply({ code: 'no' }, 403);
          });
          const campaign = new Campaign(
            { data: { ...sampleDocument(), venue: null, stories: [], endpoint } },
            { transport, clock, page: fakePage(true) },
          );
          const told = new Promise<number>((resolve) =>
            campaign.subscribe(() => {
              const { signing } = campaign.state;
              if (signing.outcome === 'sending' && signing.waitSeconds !== null) resolve(signing.waitSeconds);
            }),
          );
          const ended = campaign.request({ type: 'submit' }, FORM);
          const wait = await told;
          expect(wait).to.be.within(seconds, Math.ceil(seconds + Math.max(seconds / 2, 5)));
          await clock.go(Math.max(seconds, wait - 1) * 1000 - 1);
          expect(posts, 'before').to.equal(1);
          await clock.go(1000);
          await ended;
          expect(posts, 'within the second that was told').to.equal(2);
        }
      });

  it('is not read again before it asks for it', async () => {
    const clock = movingClock();
    let reads = 0;
    const transport = answerWith(() => {
      reads++;
      return { ...jsonReply({}, 503), retryAfter: '110' };
    });
    const campaign = new Campaign({ data: sampleDocument() }, { transport, clock, page: fakePage() });
    campaign.watchSeats();
    const stop = campaign.subscribe(() => undefined);
    await clock.go(0);
    expect(reads).to.equal(1);
    // Half of what may be added.
    await clock.go(137_499);
    expect(reads).to.equal(1);
    await clock.go(1);
    expect(reads).to.equal(2);
    stop();
  });
  it('nor is a document', async () => {
    const clock = movingClock();
    let reads = 0;
    const transport = answerWith(() => {
      reads++;
      return { ...jsonReply({}, 503), retryAfter: '110' };
    });
    const { warn } = console;
    console.warn = () => undefined;
    const campaign = new Campaign(
      { src: 'https://ngo.example/p.json' },
      { transport, clock, page: fakePage() },
    );
    const stop = campaign.subscribe(() => undefined);
    await clock.go(100_000);
    console.warn = warn;
    expect(reads).to.equal(1);
    stop();
  });
});
