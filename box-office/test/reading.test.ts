import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { OCCUPANCY_TYPE, decodeOccupancy, isTaken } from 'grandstand/venue';
import { ID, KEPT, PORTRAIT, campaign, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { SAMPLE_VENUE, readCount, readSeats, startInside, startProcess } from './support/office.ts';
import { send, sign, signature } from './support/sign.ts';

const STANDING = 'standing-only';
const READS = ['', '/seats', '/campaign', '/portraits/ada.svg'].map((path) => `/petitions/${ID}${path}`);

const folder = writeCampaigns(
  temporaryFolder({ after }),
  campaign(),
  campaign({ id: STANDING, venue: null, stories: [] }),
);
writeFileSync(join(folder, 'secret.svg'), PORTRAIT);
const { url } = await startProcess(
  { after },
  { GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: join(folder, 'data') },
);

describe('the count', () => {
  it('says what the protocol says', async () => {
    const response = await fetch(`${url}/petitions/${ID}`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'application/json');
    const { asOf, ...count } = (await response.json()) as { asOf: string };
    assert.match(asOf, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.deepEqual(count, {
      id: ID,
      status: 'open',
      signatures: 0,
      revision: 1,
      seats: {
        mode: 'claimed',
        venue: 'hall',
        layout: SAMPLE_VENUE.layout,
        capacity: 30,
        taken: 0,
        standing: 0,
      },
    });
  });

  it('has no seats where the petition has no venue', async () => {
    assert.equal((await readCount(url, STANDING)).seats, null);
    const response = await fetch(`${url}/petitions/${STANDING}`);
    assert.equal(response.headers.get('etag'), '"0-1"');
    const seats = await send(`${url}/petitions/${STANDING}/seats`, null, { method: 'GET' });
    assert.deepEqual([seats.status, seats.json.code], [404, 'not-found']);
  });
});

describe('headers of what everybody may read', () => {
  for (const path of READS) {
    it(path, async () => {
      const response = await fetch(url + path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.equal(response.headers.get('cache-control'), 'public, max-age=5');
      assert.equal(response.headers.get('vary'), null);
      assert.equal(response.headers.get('access-control-allow-credentials'), null);
      const etag = response.headers.get('etag')!;
      assert.match(etag, /^"[\w-]+"$/);

      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await send(url + path, null, { method: 'GET', headers: { 'If-None-Match': known } });
        assert.deepEqual([again.status, again.text, again.headers.etag], [304, '', etag], known);
        assert.equal(again.headers['cache-control'], 'public, max-age=5');
        assert.equal(again.headers['access-control-allow-origin'], '*');
      }
      const other = await send(url + path, null, { method: 'GET', headers: { 'If-None-Match': '"other"' } });
      assert.equal(other.status, 200);
    });

    it(`HEAD ${path}`, async () => {
      const [get, head] = await Promise.all([fetch(url + path), fetch(url + path, { method: 'HEAD' })]);
      assert.equal(head.status, 200);
      assert.equal(await head.text(), '');
      for (const name of ['content-type', 'etag', 'cache-control', 'access-control-allow-origin']) {
        assert.equal(head.headers.get(name), get.headers.get(name), name);
      }
    });
  }

  it('count and seats carry layout and revision', async () => {
    for (const path of READS.slice(0, 2)) {
      const { headers } = await fetch(url + path);
      assert.equal(headers.get('etag'), `"${SAMPLE_VENUE.layout}-1"`);
    }
  });
});

describe('the campaign', () => {
  it('is the document', async () => {
    const response = await fetch(`${url}/petitions/${ID}/campaign`);
    assert.equal(response.headers.get('content-type'), 'application/json');
    assert.deepEqual(await response.json(), JSON.parse(JSON.stringify(campaign())));
  });
});

describe('images', () => {
  it('may draw and nothing else', async () => {
    const response = await fetch(`${url}/petitions/${ID}/portraits/ada.svg`);
    assert.equal(await response.text(), PORTRAIT);
    assert.equal(response.headers.get('content-type'), 'image/svg+xml');
    assert.equal(
      response.headers.get('content-security-policy'),
      "default-src 'none'; style-src 'unsafe-inline'",
    );
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  });

  for (const path of [
    'secret.svg',
    `${ID}.json`,
    'portraits/',
    'portraits/..%2fsecret.svg',
    '..%2f..%2fetc%2fpasswd',
    'portraits/%2e%2e/secret.svg',
    'portraits//ada.svg',
    'data/box-office.sqlite',
    '%00',
    '%E0%A4%A',
    '__proto__',
  ]) {
    it(`nothing else of the folder: ${path}`, async () => {
      const answer = await send(`${url}/petitions/${ID}/${path}`, null, { method: 'GET' });
      assert.deepEqual([answer.status, answer.json.code], [404, 'not-found']);
    });
  }

  it('a link that leads out of the folder is not followed, and said at the start', async (t) => {
    const outside = temporaryFolder(t);
    writeFileSync(join(outside, 'passwd.svg'), 'secret');
    const inside = temporaryFolder(t);
    const portrait = { ...campaign().stories[0]!.portrait!, src: 'linked.svg' };
    writeCampaigns(inside, campaign({ stories: [{ ...campaign().stories[0]!, portrait }] }));
    symlinkSync(join(outside, 'passwd.svg'), join(inside, 'linked.svg'));
    const office = await startProcess(t, {
      GRANDSTAND_CAMPAIGNS: inside,
      GRANDSTAND_DATA: join(inside, 'data'),
    });
    assert.equal((await fetch(`${office.url}/petitions/${ID}/linked.svg`)).status, 404);
    assert.match(office.stderr(), /stories\[0\]\.portrait\.src: "linked\.svg" is not served/);
  });

  it('names with spaces and other scripts', async (t) => {
    const inside = temporaryFolder(t);
    const portrait = { ...campaign().stories[0]!.portrait!, src: 'more/Ада%20one.svg' };
    writeCampaigns(inside, campaign({ stories: [{ ...campaign().stories[0]!, portrait }] }));
    mkdirSync(join(inside, 'more'));
    writeFileSync(join(inside, 'more', 'Ада one.svg'), PORTRAIT);
    const office = await startProcess(t, {
      GRANDSTAND_CAMPAIGNS: inside,
      GRANDSTAND_DATA: join(inside, 'data'),
    });
    assert.equal((await fetch(`${office.url}/petitions/${ID}/more/Ада one.svg`)).status, 200);
  });
});

describe('seats', () => {
  it('the kept seat is taken in the bits, and not in the figure', async () => {
    const response = await fetch(`${url}/petitions/${ID}/seats`);
    assert.equal(response.headers.get('content-type'), OCCUPANCY_TYPE);
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.equal(bytes.length, 24 + 4);
    const message = decodeOccupancy(bytes, SAMPLE_VENUE);
    assert.ok(message.kind === 'full');
    for (let seat = 0; seat < 30; seat++)
      assert.equal(isTaken(message.taken, seat), seat === KEPT, `seat ${seat}`);
    assert.equal((await readCount(url, ID)).seats!.taken, 0);
  });

  it('differences', async (t) => {
    // 320 seats: 40 bytes whole, so that up to 10 changes are shorter.
    const hall = campaign({
      venue: {
        name: 'long',
        blocks: [
          {
            label: 'A',
            rows: [{ label: '1', seats: Array.from({ length: 320 }, (_, x) => [x, 0] as const) }],
          },
        ],
      },
    });
    const { url, office } = await startInside(t, { document: hall });
    const venue = office.publications.get(ID)!.petition.venue!;
    const seatsSince = (since: number | string) => readSeats(url, ID, venue, since as number);
    const take = async (...seats: number[]): Promise<void> => {
      for (const seat of seats) assert.equal((await sign(url, signature({ seat }))).status, 201);
      office.publish();
    };

    await take(100, 7, 50);
    assert.deepEqual(await seatsSince(1), {
      kind: 'delta',
      layout: venue.layout,
      capacity: 320,
      revision: 2,
      base: 1,
      // In the order of their numbers: nobody learns who sat down first.
      changes: [7, 50, 100].map((seat) => ({ seat, taken: true })),
    });
    const empty = await seatsSince(2);
    assert.deepEqual([empty.kind, empty.revision, empty.kind === 'delta' && empty.changes], ['delta', 2, []]);
    assert.equal((await (await fetch(`${url}/petitions/${ID}/seats?since=2`)).arrayBuffer()).byteLength, 24);

    await take(9);
    assert.deepEqual((await seatsSince(1)).kind === 'delta' && (await seatsSince(1)), {
      kind: 'delta',
      layout: venue.layout,
      capacity: 320,
      revision: 3,
      base: 1,
      changes: [7, 9, 50, 100].map((seat) => ({ seat, taken: true })),
    });

    for (const unknown of ['0', '4', '4294967295', '99999999999', '-1', '1.5', 'x', '']) {
      assert.equal((await seatsSince(unknown)).kind, 'full', `since=${unknown}`);
    }

    await take(200, 201, 202, 203, 204, 205);
    assert.equal((await seatsSince(1)).kind, 'delta', 'ten changes are as long as the whole');
    await take(206);
    assert.equal((await seatsSince(1)).kind, 'full', 'eleven are longer');
    assert.equal((await seatsSince(2)).kind, 'delta');
  });

  it('differences reach 100 revisions back', async (t) => {
    const { url, office } = await startInside(t, { document: campaign({ id: ID }) });
    for (let i = 0; i < 101; i++) {
      office.publications.get(ID)!.live.hasChanged = true;
      office.publish();
    }
    assert.equal((await readCount(url, ID)).revision, 102);
    assert.equal((await readSeats(url, ID, SAMPLE_VENUE, 2)).kind, 'delta');
    assert.equal((await readSeats(url, ID, SAMPLE_VENUE, 1)).kind, 'full');
  });
});

describe('what is not there', () => {
  for (const path of [
    '/petitions/nowhere',
    '/petitions/nowhere/seats',
    '/petitions/nowhere/campaign',
    '/petitions/__proto__',
    '/petitions/nowhere/a.svg',
  ]) {
    it(`GET ${path}`, async () => {
      const answer = await send(url + path, null, { method: 'GET' });
      assert.deepEqual(answer.json, {
        type: '/problems/unknown-petition',
        title: 'There is no such petition',
        status: 404,
        code: 'unknown-petition',
      });
      assert.equal(answer.headers['content-type'], 'application/problem+json');
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      assert.equal(answer.headers['cache-control'], 'no-store');
    });
  }

  for (const path of [
    '/',
    '/petitions',
    '/petitions/',
    `/petitions/${ID}/`,
    '/nothing',
    '/../../etc/passwd',
  ]) {
    it(`GET ${path}`, async () => {
      const answer = await send(url + path, null, { method: 'GET' });
      assert.deepEqual([answer.status, answer.json.code], [404, 'not-found']);
    });
  }

  for (const [method, path, allow] of [
    ['POST', `/petitions/${ID}`, 'GET, HEAD, OPTIONS'],
    ['PUT', `/petitions/${ID}/seats`, 'GET, HEAD, OPTIONS'],
    ['DELETE', `/petitions/${ID}/campaign`, 'GET, HEAD, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
    ['GET', `/petitions/${ID}/signatures`, 'POST, OPTIONS'],
    ['HEAD', `/petitions/${ID}/signatures`, 'POST, OPTIONS'],
    ['PATCH', `/petitions/${ID}/withdrawals`, 'POST, OPTIONS'],
  ] as const) {
    it(`${method} ${path} is not allowed`, async () => {
      const answer = await send(url + path, null, { method });
      assert.equal(answer.status, 405);
      assert.equal(answer.headers.allow, allow);
      assert.equal(answer.headers['content-type'], 'application/problem+json');
    });
  }

  it('OPTIONS says what is allowed', async () => {
    const answer = await send(`${url}/petitions/${ID}`, null, { method: 'OPTIONS' });
    assert.deepEqual([answer.status, answer.headers.allow], [204, 'GET, HEAD, OPTIONS']);
  });
});

describe('health', () => {
  for (const path of ['/healthz', '/readyz']) {
    it(`${path} says nothing but that it is well`, async () => {
      const response = await fetch(url + path);
      assert.deepEqual([response.status, await response.text()], [200, 'ok\n']);
      assert.equal(response.headers.get('cache-control'), 'no-store');
    });
  }

  it('/readyz says when the end is near', async (t) => {
    const { url, office } = await startInside(t);
    office.markStopping();
    const answer = await send(`${url}/readyz`, null, { method: 'GET' });
    assert.deepEqual([answer.status, answer.json.code, answer.headers['retry-after']], [503, 'busy', '30']);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
  });
});
