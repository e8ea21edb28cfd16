import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { after, describe, it } from 'node:test';
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
  ] as const) {
    it(name, async () => {
      const answer = await send(target, body, { headers: json });
      assert.deepEqual([answer.status, answer.json.code], [400, 'malformed']);
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
