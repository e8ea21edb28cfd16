import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ID } from './support/campaign.ts';
import { startInside } from './support/office.ts';
import { head, openRaw, type RawConnection } from './support/raw.ts';
import { sign, signature } from './support/sign.ts';
import { until } from './support/until.ts';

const { url, office } = await startInside({ after });
const path = `/petitions/${ID}/signatures`;
const json = { 'Content-Type': 'application/json' };
const chunked = { ...json, 'Transfer-Encoding': 'chunked' };
const wanted = JSON.stringify(signature());

const post = (headers: Record<string, string | number>, to = path): string =>
  head(`POST ${to} HTTP/1.1`, headers);

/** A signing that must never be read as one: it stands where the refused body should be. */
const smuggled = (): string => {
  const body = JSON.stringify(signature());
  return post({ ...json, 'Content-Length': body.length }) + body;
};

const statuses = ({ text }: RawConnection): string[] =>
  [...text().matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status!);

/** Refusals that are clear before the body has come. */
const REFUSALS: [name: string, start: string, status: string][] = [
  ['too large', post({ ...json, 'Content-Length': 5_000_000 }), '413'],
  ['not JSON', post({ 'Content-Type': 'text/plain', 'Content-Length': 900 }), '415'],
  ['compressed', post({ ...json, 'Content-Encoding': 'gzip', 'Content-Length': 900 }), '415'],
  ['another origin', post({ ...json, 'Content-Length': 900, Origin: 'https://evil.example' }), '403'],
  ['unknown petition', post({ ...json, 'Content-Length': 900 }, '/petitions/none/signatures'), '404'],
  ['no route', post({ ...json, 'Content-Length': 900 }, '/nowhere'), '404'],
  ['another method', post({ ...json, 'Content-Length': 900 }, '/healthz'), '405'],
  ['in chunks, another origin', post({ ...chunked, Origin: 'https://evil.example' }), '403'],
  ['in chunks, too large', `${post(chunked)}4800\r\n${'x'.repeat(0x4800)}\r\n`, '413'],
  ['reading, with a body', head(`GET /petitions/${ID} HTTP/1.1`, { 'Content-Length': 900 }), '200'],
];

describe('an answer before the body has come', { concurrency: true }, () => {
  for (const [name, start, status] of REFUSALS) {
    it(`${name}: closes the connection, and what follows is no request`, async () => {
      const before = office.store.count(ID);
      const raw = await openRaw(url, start, true);
      await until('the answer has come', () => statuses(raw).length > 0);
      assert.match(raw.text(), /^connection: close\r$/im);
      // The client has not seen it yet and goes on sending: bytes that look like signings.
      for (let i = 0; i < 20; i++) raw.socket.write(smuggled());
      raw.socket.end();
      assert.equal(await raw.closed, null, 'no reset');
      assert.deepEqual(statuses(raw), [status]);
      assert.equal(office.store.count(ID), before);
    });

    // Only the body itself tells that too many chunks come.
    if (!start.endsWith('\r\n\r\n')) continue;
    it(`${name}: a client that expects 100 Continue gets the final status at once`, async () => {
      const raw = await openRaw(url, start.replace('\r\n\r\n', '\r\nExpect: 100-continue\r\n\r\n'));
      await raw.closed;
      assert.deepEqual(statuses(raw), [status]);
    });
  }

  it('a client that sends all before it reads gets its answer', async () => {
    const raw = await openRaw(url, '', true);
    raw.socket.pause();
    raw.socket.write(post({ ...json, 'Content-Length': 900_000 }));
    for (let i = 0; i < 9; i++) {
      await new Promise((written) => raw.socket.write('x'.repeat(100_000), written));
    }
    raw.socket.resume();
    raw.socket.end();
    assert.equal(await raw.closed, null);
    assert.deepEqual(statuses(raw), ['413']);
  });

  it('a client that never stops sending is cut', async () => {
    const raw = await openRaw(url, post({ ...json, 'Content-Length': 5e9 }), true);
    const began = performance.now();
    const more = (): void => {
      if (!raw.socket.destroyed) raw.socket.write('x'.repeat(50_000), () => setImmediate(more));
    };
    more();
    await raw.closed;
    assert.deepEqual(statuses(raw), ['413']);
    assert.ok(performance.now() - began < 8000);
  });

  it('a client that neither sends nor closes is cut', async () => {
    const raw = await openRaw(
      url,
      post({ ...json, 'Content-Length': 900, Origin: 'https://evil.example' }),
      true,
    );
    const began = performance.now();
    await until('the server has let the connection go', async () => {
      if (statuses(raw).length === 0 || !raw.socket.readableEnded) return false;
      raw.socket.write('x');
      return raw.socket.destroyed;
    });
    assert.ok(performance.now() - began < 8000);
  });
});

describe('a body that is wanted', () => {
  it('is asked for with 100 Continue, once', async () => {
    const raw = await openRaw(
      url,
      post({ ...json, 'Content-Length': wanted.length, Expect: '100-continue' }),
    );
    await until('the body is asked for', () => statuses(raw).length > 0);
    raw.socket.write(wanted);
    await until('it is answered', () => raw.text().includes('"signed"'));
    assert.deepEqual(statuses(raw), ['100', '201']);
    raw.socket.destroy();
  });

  it('in HTTP/1.0 is not asked for', async () => {
    const start = post({ ...json, 'Content-Length': wanted.length, Expect: '100-continue' });
    const raw = await openRaw(url, start.replace('HTTP/1.1', 'HTTP/1.0') + wanted);
    await raw.closed;
    assert.deepEqual(statuses(raw), ['201']);
  });

  it('and refused after it has come leaves the connection open for the next', async () => {
    const bad = '{"seat":true}';
    const raw = await openRaw(url, post({ ...json, 'Content-Length': bad.length }) + bad + smuggled());
    await until('both are answered', () => raw.text().includes('"signed"'));
    assert.deepEqual(statuses(raw), ['400', '201']);
    raw.socket.destroy();
  });
});

describe('bytes that are no request', { concurrency: true }, () => {
  const both = { ...json, 'Content-Length': 5, 'Transfer-Encoding': 'chunked' };
  for (const [name, start, status] of [
    ['no HTTP', 'hello\r\n\r\n', '400'],
    ['a length and chunks', post(both) + '0\r\n\r\n', '400'],
    [
      'two lengths',
      post(json).replace('\r\n\r\n', '\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n'),
      '400',
    ],
    ['a length that is no number', post({ ...json, 'Content-Length': '5x' }), '400'],
    ['a chunk size that is no number', `${post(chunked)}zz\r\n`, '400'],
    ['100,000 bytes of headers', head(`GET /healthz HTTP/1.1`, { Long: 'x'.repeat(100_000) }), '431'],
    ['100,000 bytes of address', head(`GET /${'x'.repeat(100_000)} HTTP/1.1`), '431'],
  ] as const) {
    it(`${name}: answered, and closed without a reset`, async () => {
      const raw = await openRaw(url, start, true);
      for (let i = 0; i < 5; i++) raw.socket.write(smuggled());
      raw.socket.end();
      assert.equal(await raw.closed, null);
      assert.deepEqual(statuses(raw), [status]);
    });
  }

  it('behind a signing do not take its answer away', async (t) => {
    let store = (): void => {};
    const held = await startInside(t, { schedule: (run) => (store = run) });
    const raw = await openRaw(held.url, `${smuggled()}no request\r\n\r\n`);
    await until('the signing waits', () => held.office.signingQueue.length === 1);
    store();
    assert.equal(await raw.closed, null);
    assert.deepEqual(statuses(raw), ['201']);
    assert.match(raw.text(), /"signed"/);
  });
});

it('all that was refused has left nothing behind', async () => {
  assert.equal((await sign(url, signature())).status, 201);
});
