import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createLine, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { makeCertificate } from '../../test/support/certificate.mjs';
import { sendAsPage, sendPreflight, NoResponseError } from '../dist/check/page-request.js';
import { originFault } from '../dist/origin.js';
import { campaign, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { runCommand, startSample } from './support/office.ts';

const PAGE = 'https://ngo.example';

async function listen(t: TestContext, server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that keeps what it was asked. */
async function serve(t: TestContext, answer: RequestListener) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  t.after(() => server.closeAllConnections());
  return { url: `http://${await listen(t, server)}`, asked };
}

async function check(t: TestContext, endpoint: unknown, ...flags: string[]) {
  const document = campaign({ endpoint } as never);
  const folder = writeCampaigns(temporaryFolder(t), document);
  return runCommand(['check', join(folder, `${document.id}.json`), ...flags]);
}

describe('a preflight is judged as browsers judge it', () => {
  const rows: [
    what: string,
    status: number,
    headers: Record<string, string | string[]>,
    fault: RegExp | null,
    method?: string,
    asked?: string[],
  ][] = [
    ['the origin itself', 204, { 'Access-Control-Allow-Origin': PAGE }, null],
    ['every origin', 200, { 'Access-Control-Allow-Origin': '*' }, null],
    ['no word of the origin', 204, {}, /^lacks "Access-Control-Allow-Origin: https:\/\/ngo\.example"; let/],
    [
      'another origin',
      204,
      { 'Access-Control-Allow-Origin': 'https://other.example' },
      /^says "Access-Control-Allow-Origin: https:\/\/other\.example"; it must be "Access-Control-Allow-Origin: https:\/\/ngo\.example"$/,
    ],
    [
      'the origin twice',
      204,
      { 'Access-Control-Allow-Origin': [PAGE, PAGE] },
      /but browsers take one value only; send "Access-Control-Allow-Origin: https:\/\/ngo\.example" once/,
    ],
    [
      'a redirect',
      301,
      { Location: '/there', 'Access-Control-Allow-Origin': '*' },
      /^is redirected \(301\), which browsers refuse; give the address that it leads to$/,
    ],
    [
      'a service that knows no OPTIONS',
      405,
      { 'Access-Control-Allow-Origin': '*' },
      /^is answered 405; let the service answer OPTIONS with 204 and "Access-Control-Allow-Origin: /,
    ],
    ['a server out of order', 500, { 'Access-Control-Allow-Origin': '*' }, /^is answered 500; /],
    [
      'not all headers',
      204,
      { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'X-Other, Content-Type' },
      /^does not allow x-key; add "Access-Control-Allow-Headers: content-type, x-key"$/,
      'POST',
      ['content-type', 'x-key'],
    ],
    [
      'every header',
      204,
      { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
      null,
      'POST',
      ['x-key'],
    ],
    [
      'every header, which is not Authorization',
      204,
      { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
      /^does not allow authorization; /,
      'POST',
      ['authorization'],
    ],
    [
      'no word of the method',
      204,
      { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET, POST' },
      /^does not allow PUT; add "Access-Control-Allow-Methods: PUT"$/,
      'PUT',
    ],
    [
      'the method in small letters',
      204,
      { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'put' },
      /^does not allow PUT; /,
      'PUT',
    ],
    [
      'the method among others',
      204,
      { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET,PUT' },
      null,
      'PUT',
    ],
  ];
  for (const [what, status, headers, fault, method = 'POST', names = []] of rows)
    it(what, async (t) => {
      const { url, asked } = await serve(t, (_, response) => response.writeHead(status, headers).end());
      const found = await sendPreflight(url, { method, headers: names }, PAGE);
      if (fault) assert.match(found.fault ?? '', fault);
      else assert.equal(found.fault, null);
      assert.deepEqual(
        asked.map((one) => [
          one.method,
          one.headers.origin,
          one.headers['access-control-request-method'],
          one.headers['access-control-request-headers'],
        ]),
        [['OPTIONS', PAGE, method, names.length > 0 ? names.join(',') : undefined]],
      );
    });
});

describe('an answer that does not come', () => {
  const reason = async (url: string, more = {}): Promise<string> => {
    try {
      await sendAsPage({ method: 'GET', url, ...more });
    } catch (error) {
      if (error instanceof NoResponseError) return error.message;
      throw error;
    }
    return 'it came';
  };

  it('a server that never answers', async (t) => {
    const { url } = await serve(t, () => {});
    assert.match(await reason(url, { timeoutMs: 200 }), /^does not answer within 0\.2 s; is the server/);
  });

  it('a server that never ends its answer', async (t) => {
    const { url } = await serve(t, (_, response) => void response.write('{'));
    assert.match(await reason(url, { timeoutMs: 200 }), /^does not answer within 0\.2 s; /);
  });

  it('a server that is not there', async (t) => {
    const { url } = await serve(t, () => {});
    const port = new URL(url).port;
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const gone = (server.address() as AddressInfo).port;
    assert.notEqual(String(gone), port);
    await new Promise((closed) => server.close(closed));
    assert.match(
      await reason(`http://127.0.0.1:${gone}`),
      /^cannot be reached \(ECONNREFUSED\); is the address right, and the server running\?$/,
    );
  });

  it('a connection that breaks', async (t) => {
    const line = createLine((socket) => socket.on('data', () => socket.resetAndDestroy()));
    assert.match(await reason(`http://${await listen(t, line)}`), /^cannot be reached \(\w+\); /);
  });

  it('a certificate that nobody trusts', async (t) => {
    const server = createTlsServer(makeCertificate());
    const host = await listen(t, server);
    assert.match(
      await reason(`https://${host}`),
      /^cannot be reached by TLS \([A-Z_]+\); give it a certificate that browsers accept, with its whole chain$/,
    );
  });

  it('https where nothing speaks TLS', async (t) => {
    const { url } = await serve(t, (_, response) => response.end());
    assert.match(await reason(url.replace('http:', 'https:')), /^cannot be reached by TLS \(ERR_SSL_\w+\); /);
  });

  it('an answer without measure', async (t) => {
    const { url } = await serve(t, (_, response) => response.end('x'.repeat(2000)));
    assert.match(await reason(url, { maxBytes: 1000 }), /^answers more than 1000 bytes; /);
  });
});

describe('an origin that is not written as browsers send it', () => {
  for (const [text, fault] of [
    ['https://ngo.example', null],
    ['http://localhost:8080', null],
    ['https://[::1]:3000', null],
    ['', /^is empty; /],
    ['ngo.example', /^has no scheme; write https:\/\/ngo\.example$/],
    ['ngo.example:8443/sign', /^has no scheme; write https:\/\/ngo\.example:8443$/],
    ['https://ngo.example/', /^ends in a slash; write https:\/\/ngo\.example$/],
    ['https://ngo.example/sign', /^has more than scheme, host and port; write https:\/\/ngo\.example$/],
    ['https://ngo.example?a', /^has more than scheme, host and port; write https:\/\/ngo\.example$/],
    ['https://Ngo.Example', /^has upper case letters; write https:\/\/ngo\.example$/],
    ['HTTPS://ngo.example', /^has upper case letters; write https:\/\/ngo\.example$/],
    ['https://ngo.example:443', /^is not written as browsers send it; write https:\/\/ngo\.example$/],
    [
      'https://bücher.example',
      /^is not written as browsers send it; write https:\/\/xn--bcher-kva\.example$/,
    ],
    ['https://ida:word@ngo.example', /^holds a name or a password; write https:\/\/ngo\.example$/],
    ['https://*.ngo.example', /^has a wildcard, which no browser sends; /],
    ['*', /^has a wildcard, which no browser sends; /],
    ['ftp://ngo.example', /^is not an origin of the web; /],
    ['file:///home', /^is not an origin of the web; /],
    ['ngo example', /^is not an origin; /],
  ] as const)
    it(JSON.stringify(text), () => {
      const found = originFault(text);
      if (fault) assert.match(found ?? '', fault);
      else assert.equal(found, null);
    });

  it('is one sentence of check with the fix', async () => {
    for (const [text, sentence] of [
      ['https://ngo.example/', '"https://ngo.example/" ends in a slash; write https://ngo.example.'],
      [
        'null',
        '"null" is the origin of sandboxed frames and files; write the one of a page, like https://ngo.example.',
      ],
    ]) {
      const { code, stderr } = await runCommand(['check', 'any.json', '--origin', text!]);
      assert.deepEqual([code, stderr], [1, `grandstand-box-office: check: --origin ${sentence}\n`]);
    }
  });
});

describe('check --origin', { concurrency: 2 }, () => {
  it('a box office that lets the origin sign, and one that does not', async (t) => {
    const office = await startSample(t, { env: { ALLOWED_ORIGINS: PAGE } });
    const at = `sign: the preflight of ${office.url}/petitions/small-hall/signatures for`;
    const good = await check(t, office.url, '--origin', PAGE);
    assert.equal(good.code, 0, good.stdout);
    assert.ok(good.stdout.includes(`ok      ${at} ${PAGE} (OPTIONS) is allowed, so its pages may sign\n`));
    assert.match(good.stdout, /^ok {6}seats: .*\/seats can be read/m);
    const other = 'https://other.example';
    const bad = await check(t, office.url, '--origin', other);
    assert.equal(bad.code, 1);
    assert.ok(
      bad.stdout.includes(
        `problem ${at} ${other} (OPTIONS) is answered 403, so its pages cannot sign; start the box office with ALLOWED_ORIGINS=${other}, besides the origins it already allows (`,
      ),
      bad.stdout,
    );
    const own = await check(t, office.url, '--origin', office.url);
    assert.ok(own.stdout.includes(`ok      ${at} ${office.url} (OPTIONS) is allowed`), own.stdout);
    assert.ok((await check(t, office.url)).stdout.includes('/seats can be read'));
    const count = (await (await fetch(`${office.url}/petitions/small-hall`)).json()) as {
      signatures: number;
    };
    assert.equal(count.signatures, 0);
  });

  it('a box office whose proxy redirects', async (t) => {
    const { url, asked } = await serve(t, (_, response) =>
      response.writeHead(301, { Location: 'https://box.example/' }).end(),
    );
    const { code, stdout } = await check(t, url, '--origin', PAGE);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^problem endpoint: .*\/petitions\/small-hall redirects to https:\/\/box\.example\/; give the address/m,
    );
    assert.match(stdout, /^problem sign: the preflight of .* \(OPTIONS\) is redirected \(301\), /m);
    assert.deepEqual([...new Set(asked.map(({ method }) => method))].sort(), ['GET', 'OPTIONS']);
  });

  it('a signature that no browser asks leave for is not sent, and the header line is named', async (t) => {
    const { url, asked } = await serve(t, (_, response) => response.end());
    const endpoint = { sign: { url, encoding: 'form' } };
    const { stdout } = await check(t, endpoint, '--origin', PAGE);
    assert.match(
      stdout,
      /^note {4}sign: no browser asks http.* beforehand \(no preflight\), so whether https:\/\/ngo\.example may read its answer cannot be known without signing; every answer to the POST, errors too, must have "Access-Control-Allow-Origin: https:\/\/ngo\.example"$/m,
    );
    assert.deepEqual(asked, []);
  });

  it('a page of the endpoint’s own origin needs no leave', async (t) => {
    const { url, asked } = await serve(t, (_, response) => response.end('{"signatures": 7}'));
    const { code, stdout } = await check(
      t,
      { sign: { url }, count: { url, path: 'signatures' } },
      '--origin',
      url,
    );
    assert.equal(code, 0, stdout);
    assert.match(
      stdout,
      /^ok {6}sign: http.* is on http.* itself, so browsers need no permission \(CORS\)$/m,
    );
    assert.match(stdout, /^ok {6}count: 7$/m);
    assert.deepEqual(
      asked.map(({ method }) => method),
      ['GET'],
    );
  });

  it('a count and seats that browsers ask leave for', async (t) => {
    const { url, asked } = await serve(t, (request, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (request.method === 'OPTIONS') response.setHeader('Access-Control-Allow-Headers', 'x-site');
      response.end('{"signatures": 7, "seats": ["A-1-1"]}');
    });
    const headers = { 'X-Site': 'a' };
    const count = { url, path: 'signatures', headers: { 'X-Team': 'b' } };
    const seats = { url, format: 'list', path: 'seats', headers };
    const { stdout } = await check(t, { count, seats }, '--origin', PAGE);
    assert.match(
      stdout,
      /^problem count: the preflight of .* for https:\/\/ngo\.example \(OPTIONS\) does not allow x-team; add "Access-Control-Allow-Headers: x-team"$/m,
    );
    assert.match(stdout, /^ok {6}seats: 1 are read$/m);
    assert.deepEqual(
      asked.map(({ method }) => method),
      ['OPTIONS', 'OPTIONS', 'GET'],
    );
  });
});
