import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { storeFile } from '../dist/store/store.js';
import { ID, KEPT, campaign, hall } from './support/campaign.ts';
import { readCount, startInside, startSample } from './support/office.ts';
import { newKey, send, sign, signature, type PostOptions } from './support/sign.ts';
import { until } from './support/until.ts';

const office = await startSample({ after }, { env: { ALLOWED_ORIGINS: 'https://ngo.example' } });
const { url } = office;
const closed = await startInside({ after }, { document: campaign({ state: 'closed' }) });

describe('an accepted signature', () => {
  it('is answered with its receipt', async () => {
    const body = signature({ seat: 20 });
    const { revision } = await readCount(url, ID);
    const answer = await sign(url, body);
    assert.equal(answer.status, 201);
    assert.equal(answer.headers['content-type'], 'application/json');
    assert.equal(answer.headers['cache-control'], 'no-store');
    const { receipt, ...rest } = answer.json;
    assert.deepEqual(rest, { status: 'signed', idempotencyKey: body.idempotencyKey, revision });
    assert.match(receipt.id, /^[A-Za-z0-9_-]{22}$/);
    assert.deepEqual(Object.keys(receipt), ['id', 'seat']);
    assert.equal(receipt.seat, 20);
    await until('it is published', async () => (await readCount(url, ID)).revision > revision);
    const count = await readCount(url, ID);
    assert.deepEqual([count.signatures, count.seats!.taken, count.seats!.standing], [1, 1, 0]);
  });

  it('may stand', async () => {
    assert.equal((await sign(url, signature())).json.receipt.seat, null);
  });

  it('is stored clean, with the proof of consent, and nothing of the connection', async (t) => {
    const { url, folder } = await startInside(t);
    const before = Date.now();
    const answer = await sign(
      url,
      signature({
        locale: 'be',
        fields: {
          given_name: ' \u0007Zo\u0301fia\n',
          email: '<mailto:zofia@Mail.Example>\u200b',
          country: '',
          comment: 'one\r\ntwo\u0000',
          member: true,
        },
        consents: [
          { purpose: 'sign', given: true, version: '2014-05', text: ' As it was shown. ' },
          { purpose: 'newsletter', given: false, version: '1', text: 'Write to me.' },
        ],
      }),
      { headers: { 'User-Agent': 'a-browser', 'X-Forwarded-For': '192.0.2.77' } },
    );
    assert.equal(answer.status, 201);
    const database = new DatabaseSync(storeFile(join(folder, 'data')), { readOnly: true });
    const row = database.prepare('SELECT * FROM signature').get() as Record<string, string>;
    database.close();
    assert.deepEqual(JSON.parse(row.fields!), {
      given_name: ' Zófia ',
      email: 'zofia@mail.example',
      comment: 'one\ntwo',
      member: true,
    });
    assert.deepEqual(JSON.parse(row.consents!), [
      { purpose: 'sign', given: true, version: '2014-05', text: ' As it was shown. ' },
      { purpose: 'newsletter', given: false, version: '1', text: 'Write to me.' },
    ]);
    assert.equal(row.locale, 'be');
    assert.ok(Date.parse(row.signed_at!) >= before && Date.parse(row.signed_at!) <= Date.now());
    assert.doesNotMatch(JSON.stringify(row), /a-browser|192\.0\.2\.77|127\.0\.0\.1/);
  });
});

describe('refusals', () => {
  const answers = { given_name: 'Zofia', email: 'zofia@mail.example' };
  const consent = { purpose: 'sign', given: true, version: '1', text: 'Hand my name over.' };
  const cases: { name: string; changes: Record<string, unknown>; errors: unknown[] }[] = [
    {
      name: 'a field is missing',
      changes: { fields: { email: 'a@b.example' } },
      errors: [{ pointer: '#/fields/given_name', code: 'required' }],
    },
    {
      name: 'a field is too long',
      changes: { fields: { ...answers, given_name: 'x'.repeat(21) } },
      errors: [{ pointer: '#/fields/given_name', code: 'too-long' }],
    },
    {
      name: 'no address',
      changes: { fields: { ...answers, email: 'zofia' } },
      errors: [{ pointer: '#/fields/email', code: 'format' }],
    },
    {
      name: 'an unknown field',
      changes: { fields: { ...answers, age: '7' } },
      errors: [{ pointer: '#/fields/age', code: 'unknown' }],
    },
    {
      name: 'a checkbox as text',
      changes: { fields: { ...answers, member: 'yes' } },
      errors: [{ pointer: '#/fields/member', code: 'format' }],
    },
    {
      name: 'consent not given',
      changes: { consents: [{ ...consent, given: false }] },
      errors: [{ pointer: '#/consents/0', code: 'required' }],
    },
    {
      name: 'consent missing',
      changes: { consents: [] },
      errors: [{ pointer: '#/consents/0', code: 'required' }],
    },
    {
      name: 'consent unknown',
      changes: { consents: [consent, { ...consent, purpose: 'more' }] },
      errors: [{ pointer: '#/consents/1', code: 'unknown' }],
    },
    {
      name: 'consent twice',
      changes: { consents: [consent, { ...consent, given: true }] },
      errors: [{ pointer: '#/consents/1/purpose', code: 'format' }],
    },
    {
      name: 'a seat beyond the venue',
      changes: { seat: 30 },
      errors: [{ pointer: '#/seat', code: 'out-of-range' }],
    },
    {
      name: 'several at once',
      changes: { seat: 99, fields: { email: 'no' }, consents: [] },
      errors: [
        { pointer: '#/fields/given_name', code: 'required' },
        { pointer: '#/fields/email', code: 'format' },
        { pointer: '#/consents/0', code: 'required' },
        { pointer: '#/seat', code: 'out-of-range' },
      ],
    },
  ];
  for (const { name, changes, errors } of cases) {
    it(`invalid: ${name}`, async () => {
      const answer = await sign(url, signature(changes));
      assert.equal(answer.headers['content-type'], 'application/problem+json');
      assert.deepEqual(answer.json, {
        type: '/problems/invalid',
        title: 'There is a problem with some answers',
        status: 422,
        code: 'invalid',
        errors,
      });
    });
  }

  for (const [name, changes, pointer] of [
    ['an unknown key', { ip: '1' }, '#/ip'],
    ['a seat as text', { seat: '4' }, '#/seat'],
    ['a seat between two', { seat: 1.5 }, '#/seat'],
    ['a short withdrawal', { withdrawal: 'abc' }, '#/withdrawal'],
    ['no fields', { fields: undefined }, '#/fields'],
    ['fields as a list', { fields: [] }, '#/fields'],
    ['consents as an object', { consents: {} }, '#/consents'],
    ['no locale', { locale: undefined }, '#/locale'],
  ] as const) {
    it(`invalid: ${name}`, async () => {
      const answer = await sign(url, signature(changes));
      assert.deepEqual([answer.status, answer.json.code], [422, 'invalid']);
      assert.ok(
        answer.json.errors.some((error: { pointer: string }) => error.pointer === pointer),
        answer.text,
      );
    });
  }

  it('never repeat a value', async () => {
    const secret = 'Bialiatski';
    const bodies = [
      signature({ fields: { given_name: secret.repeat(3), email: secret, country: secret } }),
      signature({ locale: [secret], seat: secret, withdrawal: secret }),
      signature({
        consents: [{ purpose: secret.toLowerCase(), given: secret, version: secret, text: secret }],
      }),
      `{"idempotencyKey": "${secret}", "${newKey()}`,
      signature({ idempotencyKey: secret }),
    ];
    for (const body of bodies) {
      const answer = await sign(url, body, { headers: { 'Idempotency-Key': secret } });
      assert.ok(answer.status >= 400 && answer.status < 500);
      assert.ok(!answer.text.toLowerCase().includes(secret.toLowerCase()), answer.text);
    }
    assert.ok(!office.stderr().includes(secret));
  });

  it('a taken seat, with the nearest free ones', async (t) => {
    const { url } = await startInside(t);
    assert.equal((await sign(url, signature({ seat: 15 }))).status, 201);
    const answer = await sign(url, signature({ seat: 15 }));
    assert.deepEqual(answer.json, {
      type: '/problems/seat-taken',
      title: 'The seat is taken',
      status: 409,
      code: 'seat-taken',
      seat: 15,
      // Straight above and below, left and right; then the diagonals; ties by number.
      near: [5, 14, 16, 25, 4, 6, 24, 26],
    });
  });

  it('a kept seat, with the nearest free ones', async (t) => {
    const { url } = await startInside(t);
    const answer = await sign(url, signature({ seat: KEPT }));
    assert.deepEqual(
      [answer.status, answer.json.code, answer.json.seat, answer.json.near.slice(0, 3)],
      [409, 'seat-kept', KEPT, [1, 3, 12]],
    );
  });

  it('a full house has no near seats, and one can still stand', async (t) => {
    const { url } = await startInside(t, { document: campaign({ venue: hall(1, 3) }) });
    for (const seat of [0, 1]) assert.equal((await sign(url, signature({ seat }))).status, 201);
    assert.deepEqual((await sign(url, signature({ seat: 1 }))).json.near, []);
    assert.equal((await sign(url, signature())).status, 201);
  });

  it('a petition without a venue has no seat to give', async (t) => {
    const { url } = await startInside(t, { document: campaign({ venue: null }) });
    assert.deepEqual((await sign(url, signature({ seat: 0 }))).json.errors, [
      { pointer: '#/seat', code: 'out-of-range' },
    ]);
    assert.equal((await sign(url, signature())).status, 201);
  });

  for (const [name, changes] of [
    ['closed', { state: 'closed' }],
    ['won', { state: 'won' }],
    ['not open yet', { opens: '2999-01-01' }],
    ['closed by its day', { closes: '2014-05-25' }],
  ] as const) {
    it(`not open: ${name}`, async (t) => {
      const { url } = await startInside(t, { document: campaign(changes) });
      const answer = await sign(url, signature());
      assert.deepEqual([answer.status, answer.json.code], [403, 'not-open']);
    });
  }

  it('sealed', async () => {
    const { fields, consents, locale, ...rest } = signature();
    assert.ok(fields && consents && locale);
    const answer = await sign(url, { ...rest, sealed: 'gs1.key.enc.text' });
    assert.deepEqual([answer.status, answer.json.code], [422, 'sealed-unsupported']);
  });

  it('plain text, where the petition wants sealed signatures: nothing is stored', async (t) => {
    const keys = [{ id: 'k1', publicKey: `BA${'A'.repeat(85)}`, expires: null }];
    const { url, folder } = await startInside(t, { document: campaign({ sealing: { keys } }) });
    const plain = await sign(url, signature());
    assert.deepEqual([plain.status, plain.json.code], [403, 'sealed-only']);
    // Who sends both has sent plain text.
    const both = await sign(url, { ...signature(), sealed: 'gs1.k1.enc.text' });
    assert.deepEqual([both.status, both.json.code], [422, 'sealed-unsupported']);
    const store = new DatabaseSync(storeFile(join(folder, 'data')), { readOnly: true });
    t.after(() => store.close());
    assert.equal(store.prepare('SELECT count(*) AS stored FROM signature').get()!['stored'], 0);
  });

  it('keys that would change the prototype of objects', async () => {
    const body = JSON.stringify(signature({ fields: { given_name: 'Z', email: 'z@mail.example' } }));
    for (const poisoned of [
      body.replace('{', '{"__proto__":{"admin":true},'),
      body.replace('{', '{"constructor":{"prototype":{"admin":true}},'),
      body.replace('"given_name"', '"__proto__":{"admin":true},"given_name"'),
      body.replace('"given_name"', '"__proto__":"x","given_name"'),
      body.replace('"given_name"', '"toString":"x","given_name"'),
      body.replace('"purpose"', '"__proto__":{"given":true},"purpose"'),
    ]) {
      const answer = await sign(url, poisoned);
      assert.deepEqual([answer.status, answer.json?.code], [422, 'invalid'], poisoned);
    }
    assert.equal((await sign(url, body)).status, 201);
  });
});

/**
 * Each row breaks its own check and all those after it, so that an answer with any other code means a wrong order.
 */
describe('the order of the checks', () => {
  const bad = { Origin: 'https://elsewhere.example', 'Content-Type': 'text/plain' };
  const good = { Origin: 'https://ngo.example', 'Content-Type': 'application/json' };
  const large = 'x'.repeat(16 * 1024 + 1);
  const invalid = (changes: Record<string, unknown> = {}): string =>
    JSON.stringify(signature({ fields: {}, consents: [], seat: KEPT, ...changes }));

  const rows: [code: string, to: string, body: string, headers: Record<string, string>][] = [
    ['unknown-petition', `${closed.url}/petitions/nowhere/signatures`, large, bad],
    ['origin', `${closed.url}/petitions/${ID}/signatures`, large, bad],
    ['too-large', `${closed.url}/petitions/${ID}/signatures`, large, { 'Content-Type': 'text/plain' }],
    ['not-json', `${closed.url}/petitions/${ID}/signatures`, '{"seat":', { 'Content-Type': 'text/plain' }],
    [
      'malformed',
      `${closed.url}/petitions/${ID}/signatures`,
      '{"seat":',
      { 'Content-Type': 'application/json' },
    ],
    [
      'key-missing',
      `${closed.url}/petitions/${ID}/signatures`,
      invalid({ idempotencyKey: undefined }),
      { 'Content-Type': 'application/json' },
    ],
    [
      'key-mismatch',
      `${closed.url}/petitions/${ID}/signatures`,
      invalid(),
      { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() },
    ],
    [
      'not-open',
      `${closed.url}/petitions/${ID}/signatures`,
      invalid(),
      { 'Content-Type': 'application/json' },
    ],
    ['sealed-unsupported', `${url}/petitions/${ID}/signatures`, invalid({ sealed: 'gs1.a.b.c' }), good],
    ['invalid', `${url}/petitions/${ID}/signatures`, invalid(), good],
    ['seat-kept', `${url}/petitions/${ID}/signatures`, JSON.stringify(signature({ seat: KEPT })), good],
  ];
  for (const [code, to, body, headers] of rows) {
    it(code, async () => {
      const answer = await send(to, body, { headers });
      assert.equal(answer.json.code, code);
    });
  }

  it('rate before seat, consents before rate', async (t) => {
    const { url } = await startInside(t, { env: { RATE_LIMIT: '1' } });
    assert.equal((await sign(url, signature())).status, 201);
    assert.equal((await sign(url, signature({ seat: KEPT }))).json.code, 'rate-limited');
    assert.equal((await sign(url, signature({ seat: KEPT, consents: [] }))).json.code, 'invalid');
  });

  it('a stored answer comes before open, schema and rate', async (t) => {
    const { url, office } = await startInside(t, { env: { RATE_LIMIT: '1' } });
    const body = signature({ seat: 4 });
    const first = await sign(url, body);
    const { document } = office.publications.get(ID)!.petition;
    document.state = 'closed';
    const again = await sign(url, body);
    assert.deepEqual([again.status, again.text], [201, first.text]);
    assert.equal((await sign(url, signature())).json.code, 'not-open');
  });
});

describe('the rate', () => {
  it('is per address and minute', async (t) => {
    let now = Date.parse('2026-11-22T10:00:00Z');
    const { url } = await startInside(t, { env: { RATE_LIMIT: '2' }, clock: () => new Date(now) });
    assert.equal((await sign(url, signature())).status, 201);
    now += 10_000;
    assert.equal((await sign(url, signature())).status, 201);
    const answer = await sign(url, signature());
    assert.deepEqual([answer.status, answer.json.code, answer.json.retryAfter], [429, 'rate-limited', 50]);
    assert.equal(answer.headers['retry-after'], '50');
    now += 50_000;
    assert.equal((await sign(url, signature())).status, 201);
  });

  it('is off where nothing is set', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => sign(url, signature())));
    assert.ok(answers.every(({ status }) => status === 201));
  });
});

describe('cross-origin', () => {
  const from = (Origin: string, more: PostOptions['headers'] = {}) =>
    sign(url, signature(), { headers: { Origin, ...more } });
  const host = new URL(url).host;

  for (const origin of ['https://ngo.example', `http://${host}`, `https://${host}`]) {
    it(`allowed: ${origin.replace(host, 'own host')}`, async () => {
      const { status, headers } = await from(origin);
      assert.equal(status, 201);
      assert.equal(headers['access-control-allow-origin'], origin);
      assert.equal(headers['access-control-expose-headers'], 'Retry-After, Date');
      assert.ok(!Number.isNaN(Date.parse(headers.date ?? '')));
      assert.equal(headers.vary, 'Origin');
      assert.equal(headers['access-control-allow-credentials'], undefined);
    });
  }

  for (const origin of [
    'https://elsewhere.example',
    'http://ngo.example',
    'https://ngo.example.evil.example',
    'https://ngo.example:8443',
    'null',
    '*',
    '',
    'https://NGO.example',
    `http://${host}/page`,
  ]) {
    it(`refused: "${origin.replace(host, 'own host')}"`, async () => {
      const { status, json, headers } = await from(origin);
      assert.deepEqual([status, json.code, headers.vary], [403, 'origin', 'Origin']);
      assert.equal(headers['access-control-allow-origin'], undefined);
    });
  }

  it('own behind a proxy that keeps the host, with the default port left out', async () => {
    assert.equal((await from('https://petition.example', { Host: 'petition.example' })).status, 201);
    assert.equal((await from('https://petition.example', { Host: 'petition.example:443' })).status, 201);
    assert.equal((await from('https://petition.example', { Host: 'petition.example:8080' })).status, 403);
  });

  it('no origin is no browser', async () => {
    const { status, headers } = await sign(url, signature());
    assert.deepEqual(
      [status, headers.vary, headers['access-control-allow-origin']],
      [201, 'Origin', undefined],
    );
  });

  it('null only where it is listed', async (t) => {
    const { url } = await startInside(t, { env: { ALLOWED_ORIGINS: 'null, https://ngo.example' } });
    const answer = await sign(url, signature(), { headers: { Origin: 'null' } });
    assert.deepEqual([answer.status, answer.headers['access-control-allow-origin']], [201, 'null']);
  });

  it('refusals can be read by the page, with Retry-After', async () => {
    const answer = await sign(url, '{', { headers: { Origin: 'https://ngo.example' } });
    assert.equal(answer.json.code, 'malformed');
    assert.equal(answer.headers['access-control-allow-origin'], 'https://ngo.example');
    const unknown = await send(`${url}/petitions/nowhere/signatures`, '{}', {
      headers: { Origin: 'https://ngo.example' },
    });
    assert.deepEqual(
      [unknown.status, unknown.headers['access-control-allow-origin']],
      [404, 'https://ngo.example'],
    );
  });

  for (const path of ['signatures', 'withdrawals']) {
    it(`preflight for ${path}`, async () => {
      const ask = (Origin: string) =>
        send(`${url}/petitions/${ID}/${path}`, null, {
          method: 'OPTIONS',
          headers: {
            Origin,
            'Access-Control-Request-Method': 'POST',
            'Access-Control-Request-Headers': 'content-type',
          },
        });
      const { status, headers } = await ask('https://ngo.example');
      assert.equal(status, 204);
      assert.equal(headers['access-control-allow-origin'], 'https://ngo.example');
      assert.equal(headers['access-control-allow-methods'], 'POST');
      assert.equal(headers['access-control-allow-headers'], 'content-type, idempotency-key');
      assert.equal(headers['access-control-max-age'], '7200');
      assert.equal(headers.vary, 'Origin');
      const refused = await ask('https://elsewhere.example');
      assert.deepEqual([refused.status, refused.headers['access-control-allow-origin']], [403, undefined]);
    });
  }
});
