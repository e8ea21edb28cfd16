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
