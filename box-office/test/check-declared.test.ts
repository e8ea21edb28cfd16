import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { campaign, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { runCommand } from './support/office.ts';

const PAGE = 'https://ngo.example';

/** A server that answers as the test says, and keeps what it was asked. */
async function serve(t: TestContext, answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  server.listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, asked };
}

async function check(t: TestContext, endpoint: unknown, ...flags: string[]) {
  const document = campaign({ endpoint } as never);
  const folder = writeCampaigns(temporaryFolder(t), document);
  return runCommand(['check', join(folder, `${document.id}.json`), ...flags]);
}

const strict = (headers: string) => (request: IncomingMessage, response: ServerResponse) => {
  response.setHeader('Access-Control-Allow-Origin', PAGE);
  if (request.method === 'OPTIONS') response.setHeader('Access-Control-Allow-Headers', headers);
  const isSeats = request.url!.includes('fields=seat');
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ data: isSeats ? [{ seat: 'A-1-1' }] : [{ count: 3 }] }));
};

describe('check of an endpoint that is described by data', { concurrency: 2 }, () => {
  it('reads count and seats, asks for leave, says what would be sent, and sends nothing', async (t) => {
    const { url, asked } = await serve(t, strict('Content-Type,Authorization'));
    const endpoint = { preset: 'directus', vars: { site: url, seat: 'seat' } };
    const { code, stdout } = await check(t, endpoint, '--origin', PAGE);
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^ok {6}endpoint: preset directus$/m);
    assert.match(
      stdout,
      /^ok {6}sign: would send POST http.*\/items\/signatures as application\/json, with .*email/m,
    );
    assert.match(
      stdout,
      /^ok {6}sign: the preflight of .* for https:\/\/ngo\.example \(OPTIONS\) is allowed$/m,
    );
    assert.match(stdout, /^ok {6}count: 3$/m);
    assert.match(stdout, /^ok {6}seats: 1 are read$/m);
    assert.ok(
      asked.every((one) => !one.startsWith('POST')),
      asked.join(),
    );
  });

  it('names the header that a preflight must allow', async (t) => {
    const { url } = await serve(t, strict('Authorization'));
    const endpoint = { preset: 'directus', vars: { site: url } };
    const { code, stdout } = await check(t, endpoint, '--origin', PAGE);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^problem sign: .* does not allow content-type; add "Access-Control-Allow-Headers: content-type"$/m,
    );
  });

  it('names the origin that is not let through', async (t) => {
    const { url } = await serve(t, (_, response) => response.end('{"signatures": 7}'));
    const endpoint = { preset: 'static-json', vars: { url: `${url}/count.json` } };
    const { code, stdout } = await check(t, endpoint, '--origin', PAGE);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^problem count: .* lacks "Access-Control-Allow-Origin: https:\/\/ngo\.example"; let/m,
    );
    assert.match((await check(t, endpoint)).stdout, /^ok {6}count: 7$/m);
  });

  it('names the header that no page can read', async (t) => {
    const { url } = await serve(t, (_, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Access-Control-Allow-Headers', '*');
      response.setHeader('Content-Range', '0-0/9').end('[]');
    });
    const endpoint = { preset: 'postgrest', vars: { site: url, list: 'signature_seats' } };
    const { stdout } = await check(t, endpoint, '--origin', PAGE);
    assert.match(
      stdout,
      /^problem count: no page can read the header content-range; add "Access-Control-Expose-Headers: content-range"$/m,
    );
  });

  it('names a list of seats that gives e-mail addresses away, and repeats none', async (t) => {
    const { url } = await serve(t, (_, response) =>
      response.end('{"seats": [{"seat": "A-1-1", "email": "ada@mail.example"}]}'),
    );
    const { code, stdout } = await check(t, { seats: { url, format: 'list', path: 'seats', seat: 'seat' } });
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^problem seats: http.* gives email addresses to everyone who opens it; publish only a view with the seat column$/m,
    );
    assert.match(stdout, /^ok {6}seats: 1 are read$/m);
    assert.doesNotMatch(stdout, /ada/);
  });

  it('a redirect, an answer without a number, a server that is away', async (t) => {
    const { url } = await serve(t, (request, response) => {
      if (request.url === '/moved') response.writeHead(302, { Location: '/count' }).end();
      else response.end('<html>');
    });
    for (const [address, found] of [
      [`${url}/moved`, /^problem count: .* redirects to \/count; give that address$/m],
      [
        `${url}/page`,
        /^problem count: .*\/page: endpoint\.count\.path: "signatures" leads to nothing in the answer; give the path of the number$/m,
      ],
      ['http://localhost:9/', /^problem count: .* cannot be reached/m],
    ] as const) {
      const { code, stdout } = await check(t, { preset: 'static-json', vars: { url: address } });
      assert.equal(code, 1);
      assert.match(stdout, found);
    }
  });

  it('a rule that is missing: for a success, for a seat that is taken', async (t) => {
    const { url } = await serve(t, (_, response) => response.end('[]'));
    const missing = async (sign: object) => {
      const seats = { url, format: 'list' };
      const { stdout } = await check(t, { sign: { url, ...sign }, seats }, '--origin', url);
      return ['success', 'seatTaken'].filter((rule) => stdout.includes(`sign.response.${rule} is missing`));
    };
    const any = { status: '2xx' };
    assert.deepEqual(await missing({}), ['success', 'seatTaken']);
    // Parse says of a value that is there already nothing but that it is.
    assert.deepEqual(await missing({ response: { success: any, notUnique: any } }), []);
    assert.deepEqual(await missing({ response: { assumed: any, notUnique: any } }), []);
    assert.deepEqual(await missing({ mode: 'no-cors', response: { notUnique: any } }), []);
    const graphql = { query: 'mutation { sign }' };
    assert.deepEqual(await missing({ encoding: 'graphql', graphql }), ['seatTaken']);
  });

  it('mistakes of the description: references, words, rules, each once', async (t) => {
    const { url, asked } = await serve(t, (_, response) => response.end('{"n": 7}'));
    const { code, stdout } = await check(t, {
      sign: {
        url: `${url}/$petiton`,
        headers: { 'X-Form': 'Form $tokn' },
        body: { a: '$emial' },
        response: { success: { any: [{ redirected: true }] } },
      },
      vars: { token: 'a' },
      count: { url, path: 'n' },
    });
    assert.equal(code, 1);
    for (const line of [
      /^problem endpoint\.sign\.url: .* contains \$petiton, which is sent unchanged; \$petition has a value in templates only/m,
      /^problem endpoint\.sign\.headers\.X-Form: .* write the variable as \{token\}$/m,
      /^problem endpoint\.sign\.body\.a: "\$emial" is not a reference; did you mean "\$email"\?$/m,
      /^problem endpoint\.sign\.response\.success\.any\[0\]\.redirected: true never holds here/m,
      /^ok {6}count: 7$/m,
    ]) {
      assert.match(stdout, line);
      assert.equal(stdout.match(new RegExp(line.source, 'gm'))?.length, 1);
    }
    assert.deepEqual(asked, ['GET /']);
  });

  it('a text that is longer than patterns read', async (t) => {
    const { url } = await serve(t, (_, response) => response.end(`7 people${' '.repeat(100_000)}`));
    const { code, stdout } = await check(t, { count: { url, pattern: '(\\d+) people' } });
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^problem count: .*: endpoint\.count\.pattern: reads the first 100,000 of the 100,008 characters at text/m,
    );
    assert.match(stdout, /^ok {6}count: 7$/m);
  });

  it('a preset that is none, a variable that is missing, a secret, an origin that is none', async (t) => {
    for (const [endpoint, found] of [
      [
        { preset: 'salesforce' },
        /^problem endpoint\.preset: "salesforce" is not one of the presets; use box-office, /m,
      ],
      [
        { preset: 'proca' },
        /^problem endpoint\.vars\.actionPage: is missing; the number of the action page, like "1234"$/m,
      ],
      [
        { sign: { url: 'https://ngo.example/', headers: { Authorization: 'Basic abc' } } },
        /^problem endpoint\.sign\.headers\.Authorization: contains a credential, which must not be in a page/m,
      ],
    ] as const) {
      const { code, stdout } = await check(t, endpoint);
      assert.equal(code, 1);
      assert.match(stdout, found);
      assert.doesNotMatch(stdout, /Basic abc/);
    }
    const { code, stderr } = await check(t, { preset: 'form' }, '--origin', 'ngo');
    assert.equal(code, 1);
    assert.match(stderr, /"ngo" has no scheme; write https:\/\/ngo\.$/m);
  });
});
