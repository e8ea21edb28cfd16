import { expect } from '@open-wc/testing';
import { send, sendWithin, TransportError } from '../../src/transport/index.js';

/** The misbehaving box office of the test server (test/support/fault-server.mjs): real HTTP. */
let world = 0;
const post = (scenario: string) => ({
  method: 'POST' as const,
  url: `${location.origin}/faults/send-${Date.now()}-${world++}/${scenario}/petitions/p/signatures`,
  body: '{"idempotencyKey":"k","seat":null}',
  maxBytes: 1024 * 1024,
});
const never = new AbortController().signal;

async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('did not fail');
}

describe('send', () => {
  it('gives status, type and bytes', async () => {
    const reply = await send(post('good'), never);
    expect(reply).to.include({ status: 201, contentType: 'application/json' });
    expect(reply.bytes.length).to.be.greaterThan(10);
  });
  const kinds: [scenario: string, kind: string][] = [
    ['reset', 'network'],
    ['redirect', 'network'],
    ['endless', 'too-large'],
  ];
  for (const [scenario, kind] of kinds) {
    it(`${scenario} -> ${kind}`, async () => {
      const error = await failure(send(post(scenario), never));
      expect(error).to.be.instanceOf(TransportError);
      expect((error as TransportError).kind).to.equal(kind);
    });
  }
  for (const scenario of ['silent', 'stalled']) {
    it(`${scenario} -> timeout`, async () => {
      const error = await failure(sendWithin(50, post(scenario), never));
      expect((error as TransportError).kind).to.equal('timeout');
    });
  }
  describe('on a page whose fetch ignores its signal', () => {
    const { fetch } = globalThis;
    beforeEach(() => {
      globalThis.fetch = (url, options) => fetch(url, { ...options, signal: null });
    });
    afterEach(() => {
      globalThis.fetch = fetch;
    });
    for (const scenario of ['silent', 'stalled'])
      it(`${scenario} -> timeout`, async () => {
        const error = await failure(sendWithin(50, post(scenario), never));
        expect((error as TransportError).kind).to.equal('timeout');
      });
    it('throws the reason it was aborted with', async () => {
      const stop = new AbortController();
      const reason = new Error('left');
      const promise = failure(send(post('silent'), stop.signal));
      stop.abort(reason);
      expect(await promise).to.equal(reason);
    });
    it('ends the reading of a body that was given up', async () => {
      let cancelled!: () => void;
      const ended = new Promise<void>((resolve) => (cancelled = resolve));
      globalThis.fetch = () =>
        Promise.resolve(new Response(new ReadableStream({ cancel: () => cancelled() })));
      await failure(sendWithin(50, post('good'), never));
      await ended;
    });
  });
  describe('on a page whose fetch is broken', () => {
    const { fetch } = globalThis;
    afterEach(() => {
      globalThis.fetch = fetch;
    });
    const broken: [name: string, fetch: unknown][] = [
      [
        'throws',
        () => {
          throw new TypeError('of the page');
        },
      ],
      ['returns nothing', () => undefined],
      ['resolves with something else', () => Promise.resolve({ status: 201 })],
      ['is missing', undefined],
    ];
    for (const [name, replacement] of broken)
      it(`${name} -> network`, async () => {
        globalThis.fetch = replacement as typeof fetch;
        expect(((await failure(send(post('good'), never))) as TransportError).kind).to.equal('network');
      });
  });
  /** The requests that the server received, from its own log. */
  const arrived = async (url: string) => {
    const log = await fetch(url.replace(/\/good\/.*/, '/log'));
    return ((await log.json()) as { posts: { body: string; headers: Record<string, string> }[] }).posts[0]!;
  };
  it('sends a form, text, and headers of an endpoint, and the origin where it is wanted', async () => {
    const request = {
      ...post('good'),
      contentType: 'text/plain;charset=UTF-8',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      referrer: 'origin' as const,
    };
    await send(request, never);
    const { headers, body } = await arrived(request.url);
    expect(headers).to.include({
      'content-type': 'text/plain;charset=UTF-8',
      'x-requested-with': 'XMLHttpRequest',
      referer: `${location.origin}/`,
    });
    expect(headers).not.to.have.any.keys('cookie', 'authorization');
    expect(body).to.equal(request.body);
  });
  it('sends parts as multipart/form-data, with the boundary the browser chose', async () => {
    const { url, ...request } = post('form');
    await send(
      {
        ...request,
        url: url.replace('/form/', '/malformed/'),
        body: [
          ['EMAIL', 'a@b.org'],
          ['b', ''],
        ],
      },
      never,
    );
    const log = await fetch(url.replace(/\/form\/.*/, '/log'));
    const [sent] = ((await log.json()) as { posts: { body: string; headers: Record<string, string> }[] })
      .posts;
    expect(sent!.headers['content-type']).to.match(/^multipart\/form-data; boundary=/);
    expect(sent!.headers).not.to.have.property('referer');
    expect(sent!.body).to.contain('name="EMAIL"\r\n\r\na@b.org');
  });
  it('sends blind to another origin: through, and nothing to be read', async () => {
    const { url, ...request } = post('malformed');
    const elsewhere = url.replace('//localhost', '//127.0.0.1');
    const reply = await send(
      { ...request, url: elsewhere, contentType: 'text/plain', mode: 'no-cors' },
      never,
    );
    expect(reply).to.include({ opaque: true, status: 0 });
    expect(reply.bytes).to.have.length(0);
  });
  it('throws the reason it was aborted with', async () => {
    const stop = new AbortController();
    const reason = new Error('left');
    const promise = failure(send(post('silent'), stop.signal));
    stop.abort(reason);
    expect(await promise).to.equal(reason);
  });
  it('is unreachable where nothing listens', async () => {
    const error = await failure(send({ ...post('good'), url: 'http://127.0.0.1:9/' }, never));
    expect((error as TransportError).kind).to.equal('network');
  });
});
