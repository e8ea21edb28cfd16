import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ID } from './support/campaign.ts';
import { startInside, startSample } from './support/office.ts';
import { send, sign, signature, type Answer } from './support/sign.ts';
import { until } from './support/until.ts';

const LIMIT = 16 * 1024;
const office = await startSample({ after });
const target = `${office.url}/petitions/${ID}/signatures`;
const json = { 'Content-Type': 'application/json' };

/** A valid body of exactly this many bytes: JSON may be followed by spaces. */
function bodyOf(bytes: number): string {
  const body = JSON.stringify(signature());
  return body + ' '.repeat(bytes - body.length);
}

/** Without a Content-Length, in chunks. */
function startChunked(): { request: ClientRequest; answered: Promise<IncomingMessage> } {
  const chunked = request(target, { method: 'POST', headers: { ...json, 'Transfer-Encoding': 'chunked' } });
  const answered = once(chunked, 'response').then(([response]) => response as IncomingMessage);
  return { request: chunked, answered };
}

async function readJson(response: IncomingMessage): Promise<Answer['json']> {
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return JSON.parse(text);
}

describe('the size of a request', () => {
  it('16 KiB are taken', async () => {
    assert.equal((await send(target, bodyOf(LIMIT), { headers: json })).status, 201);
  });

  it('one byte more is not', async () => {
    const answer = await send(target, bodyOf(LIMIT + 1), { headers: json });
    assert.deepEqual([answer.status, answer.json.code], [413, 'too-large']);
  });

  it('a length that is only announced is refused before the body comes', async () => {
    const announced = request(target, {
      method: 'POST',
      headers: { ...json, 'Content-Length': String(5e9) },
    });
    announced.on('error', () => {});
    announced.flushHeaders();
    const [response] = (await once(announced, 'response')) as [IncomingMessage];
    assert.equal((await readJson(response)).code, 'too-large');
    announced.destroy();
  });

  it('chunked: 16 KiB are taken', async () => {
    const { request, answered } = startChunked();
    const body = bodyOf(LIMIT);
    for (let at = 0; at < LIMIT; at += 4096) request.write(body.slice(at, at + 4096));
    request.end();
    assert.equal((await answered).statusCode, 201);
  });

  it('chunked: more is refused while it is still coming', async () => {
    const { request, answered } = startChunked();
    request.on('error', () => {});
    for (let i = 0; i < 5; i++) request.write('x'.repeat(4096));
    const response = await answered;
    assert.deepEqual([response.statusCode, (await readJson(response)).code], [413, 'too-large']);
    request.destroy();
  });
});

describe('what is no JSON object', () => {
  for (const [name, body] of [
    ['nothing', ''],
    ['half', '{"seat": 4'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"hello"'],
    ['a number', '7'],
    ['deep', '['.repeat(8000)],
    ['a form', 'seat=4&locale=en'],
    ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['two', '{}{}'],
    ['16 KiB of [', '['.repeat(LIMIT)],
    ['two byte order marks', `\uFEFF\uFEFF${JSON.stringify(signature())}`],
    ['UTF-16', Buffer.from(JSON.stringify(signature()), 'utf16le')],
    ['half a surrogate', Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d])],
    ['a key twice', JSON.stringify(signature({ seat: 3 })).replace('"seat":3', '"seat":3,"seat":4')],
    [
      'a key twice, once escaped',
      JSON.stringify(signature()).replace('"seat":null', '"seat":3,"se\\u0061t":4'),
    ],
    ['a field twice', JSON.stringify(signature()).replace('"email":', '"email":"a@b.example","email":')],
  ] as const) {
    it(name, async () => {
      const answer = await send(target, body, { headers: json });
      assert.deepEqual([answer.status, answer.json.code], [400, 'malformed']);
    });
  }

  for (const [name, body] of [
    ['a byte order mark', `\uFEFF${JSON.stringify(signature())}`],
    [
      'texts that look like keys',
      JSON.stringify(
        signature({ fields: { given_name: '"seat":"\\', email: 'a@b.example', comment: '":{"' } }),
      ),
    ],
  ] as const) {
    it(`${name}: taken`, async () => {
      assert.equal((await send(target, body, { headers: json })).status, 201);
    });
  }

  for (const [name, value] of [
    ['lists in lists', `${'['.repeat(8000)}${']'.repeat(8000)}`],
    ['objects in objects', `${'{"a":'.repeat(2500)}1${'}'.repeat(2500)}`],
  ] as const) {
    it(`${name}, closed again: one error`, async () => {
      const body = JSON.stringify(signature({ seat: '@' })).replace('"@"', value);
      assert.deepEqual((await send(target, body, { headers: json })).json.errors, [
        { pointer: '#/seat', code: 'format' },
      ]);
    });
  }

  for (const encoding of ['gzip', 'br', 'x-gzip', 'identity, gzip']) {
    it(`Content-Encoding ${encoding}`, async () => {
      const answer = await send(target, gzipSync(JSON.stringify(signature())), {
        headers: { ...json, 'Content-Encoding': encoding },
      });
      assert.deepEqual([answer.status, answer.json.code], [415, 'not-json']);
      assert.equal(answer.headers['accept-encoding'], 'identity');
    });
  }

  for (const type of [
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'application/problem+json',
  ]) {
    it(`type ${type}`, async () => {
      const answer = await send(target, JSON.stringify(signature()), {
        headers: type ? { 'Content-Type': type } : {},
      });
      assert.deepEqual([answer.status, answer.json.code], [415, 'not-json']);
    });
  }

  for (const type of [
    'application/json; charset=utf-8',
    'Application/JSON',
    'application/json;charset=UTF-8',
  ]) {
    it(`type ${type} is JSON`, async () => {
      const answer = await send(target, JSON.stringify(signature()), { headers: { 'Content-Type': type } });
      assert.equal(answer.status, 201);
    });
  }
});

describe('a slow request', { concurrency: true }, () => {
  /** Milliseconds until the server ends the connection. */
  async function cutAfter(start: string): Promise<{ milliseconds: number; text: string }> {
    const { hostname, port } = new URL(office.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const began = performance.now();
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('error', () => {});
    socket.write(start);
    await once(socket, 'close');
    return { milliseconds: performance.now() - began, text };
  }

  it('is cut after 10 s in the body', async () => {
    const head = `POST /petitions/${ID}/signatures HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"sea`;
    const { milliseconds, text } = await cutAfter(head);
    assert.ok(milliseconds > 9000 && milliseconds < 13_000, `${milliseconds}`);
    assert.match(text, /^HTTP\/1\.1 408 /);
  });

  it('is cut after 10 s in the head', async () => {
    const { milliseconds } = await cutAfter('POST /petitions/x/signatures HTTP/1.1\r\nHost: loc');
    assert.ok(milliseconds > 9000 && milliseconds < 13_000, `${milliseconds}`);
  });

  it('holds nobody up meanwhile', async () => {
    assert.equal((await sign(office.url, signature())).status, 201);
  });

  it('a sender who goes away in the middle is no fault', async () => {
    const { hostname, port } = new URL(office.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `POST /petitions/${ID}/signatures HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"sea`,
    );
    socket.destroy();
    assert.equal((await sign(office.url, signature())).status, 201);
    assert.doesNotMatch(office.stderr(), /Error|internal/);
  });
});

describe('a body full of mistakes', () => {
  /** As many entries as fit into a body. */
  function list(entry: (i: number) => string): string {
    let text = entry(0);
    for (let i = 1; text.length < LIMIT - 1000; i++) text += `,${entry(i)}`;
    return text;
  }
  const part = (name: string, value: string): string =>
    JSON.stringify(signature({ [name]: '@' })).replace('"@"', value);
  const withdrawals = `${office.url}/petitions/${ID}/withdrawals`;

  for (const [name, body, count, url] of [
    ['unknown keys', `${JSON.stringify(signature()).slice(0, -1)},${list((i) => `"a${i}":1`)}}`, 50],
    ['unknown fields', part('fields', `{${list((i) => `"a${i}":""`)}}`), 50],
    ['names that no field has', part('fields', `{${list((i) => `"${i}":""`)}}`), 50],
    ['wrong types', part('fields', `{${list((i) => `"a${i}":1`)}}`), 50],
    ['consents with unknown keys', part('consents', `[{${list((i) => `"a${i}":1`)}}]`), 50],
    ['empty consents', part('consents', `[${list(() => '{}')}]`), 1],
    ['of a withdrawal', `{${list((i) => `"a${i}":1`)}}`, 50, withdrawals],
  ] as const) {
    it(`${name}: ${count} at most are told`, async () => {
      const { status, json: told } = await send(url ?? target, body, { headers: json });
      assert.equal(status, 422);
      assert.equal(told.errors.length, count);
      assert.ok(new Set(told.errors.map(({ pointer }: { pointer: string }) => pointer)).size === count);
    });
  }
});

describe('500 slow clients', () => {
  it('with half a head or half a body keep nobody waiting', async (t) => {
    const { hostname, port } = new URL(office.url);
    const starts = [
      'POST /petitions/x/signatures HTTP/1.1\r\nHost: loc',
      `POST /petitions/${ID}/signatures HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"sea`,
    ];
    const sockets = await Promise.all(
      Array.from({ length: 500 }, async (_, i) => {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => {});
        await once(socket, 'connect');
        await new Promise((written) => socket.write(starts[i % 2]!, written));
        return socket;
      }),
    );
    t.after(() => sockets.forEach((socket) => socket.destroy()));
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const began = performance.now();
      assert.equal((await sign(office.url, signature())).status, 201);
      times.push(performance.now() - began);
    }
    t.diagnostic(`slowest of 20 signings: ${Math.max(...times).toFixed(0)} ms`);
    assert.ok(
      sockets.every((socket) => !socket.readableEnded),
      'the slow ones were still there',
    );
  });
});

describe('the queue', () => {
  it('is bounded: the next is told to come back, and those who wait are answered', async (t) => {
    let store = (): void => {};
    const { url, office } = await startInside(t, { queueLimit: 3, schedule: (run) => (store = run) });
    const all = Array.from({ length: 8 }, () => sign(url, signature()));
    const refused: Answer[] = [];
    for (const one of all) void one.then((answer) => answer.status === 503 && refused.push(answer));
    await until('five are told to come back', () => refused.length === 5);
    for (const { json, headers } of refused) {
      assert.deepEqual([json.code, json.retryAfter, headers['retry-after']], ['busy', 30, '30']);
    }
    store();
    const answers = await Promise.all(all);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 201, 201, 503, 503, 503, 503, 503]);
    assert.equal(office.store.count(ID), 3);
  });
});
