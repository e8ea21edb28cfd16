import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ID } from './support/campaign.ts';
import { readCount, startInside, startProcess, startSample } from './support/office.ts';
import { newKey, sign, signature } from './support/sign.ts';
import { until } from './support/until.ts';

const { url } = await startSample({ after });

describe('the idempotency key', () => {
  it('same key and bytes: the same answer, counted once', async () => {
    const before = (await readCount(url, ID)).signatures;
    const body = signature({ seat: 11 });
    const first = await sign(url, body);
    const second = await sign(url, body);
    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.equal(second.text, first.text);
    await until('it is published', async () => (await readCount(url, ID)).signatures > before);
    assert.equal((await readCount(url, ID)).signatures, before + 1);
  });

  it('same key and other bytes: refused, whatever the difference', async () => {
    const body = signature({ seat: 12 });
    assert.equal((await sign(url, body)).status, 201);
    for (const other of [{ ...body, seat: 13 }, `${JSON.stringify(body)} `, { ...body, fields: {} }]) {
      const answer = await sign(url, other);
      assert.deepEqual([answer.status, answer.json.code], [422, 'key-reused']);
    }
  });

  it('after a refusal the key is free', async () => {
    const idempotencyKey = newKey();
    assert.equal((await sign(url, signature({ idempotencyKey, fields: {} }))).json.code, 'invalid');
    assert.equal((await sign(url, signature({ idempotencyKey, seat: 11 }))).json.code, 'seat-taken');
    assert.equal((await sign(url, signature({ idempotencyKey, seat: 14 }))).status, 201);
  });

  it('may come in the header, with or without quotes', async () => {
    const { idempotencyKey, ...body } = signature();
    const bare = await sign(url, body, { headers: { 'Idempotency-Key': String(idempotencyKey) } });
    const quoted = await sign(url, body, { headers: { 'Idempotency-Key': `"${idempotencyKey}"` } });
    assert.deepEqual([bare.status, bare.json.idempotencyKey], [201, idempotencyKey]);
    assert.equal(quoted.text, bare.text);
  });

  it('may come in both, alike', async () => {
    const body = signature();
    const answer = await sign(url, body, { headers: { 'Idempotency-Key': `"${body.idempotencyKey}"` } });
    assert.equal(answer.status, 201);
    assert.equal(
      (await sign(url, signature(), { headers: { 'Idempotency-Key': newKey() } })).json.code,
      'key-mismatch',
    );
  });

  for (const key of ['short', `${'a'.repeat(21)}=`, 'a'.repeat(23), 7, {}, '']) {
    it(`malformed: ${JSON.stringify(key)}`, async () => {
      const answer = await sign(url, signature({ idempotencyKey: key }));
      assert.deepEqual([answer.status, answer.json.code], [400, 'malformed']);
    });
  }

  for (const key of [undefined, null]) {
    it(`missing: ${key}`, async () => {
      const answer = await sign(url, signature({ idempotencyKey: key }));
      assert.deepEqual([answer.status, answer.json.code], [400, 'key-missing']);
    });
  }

  it('in progress: told so, then the answer', async (t) => {
    let store = (): void => {};
    const { url, office } = await startInside(t, { schedule: (run) => (store = run) });
    const body = signature();
    const first = sign(url, body);
    await until('the first waits for the disk', () => office.signingQueue.length === 1);
    const meanwhile = await sign(url, body);
    assert.deepEqual([meanwhile.status, meanwhile.json.code], [409, 'in-progress']);
    // Before anything else is judged: what becomes of the key is not known yet.
    assert.equal((await sign(url, { ...body, fields: {} })).json.code, 'in-progress');
    store();
    const { status, text } = await first;
    assert.equal(status, 201);
    assert.equal((await sign(url, body)).text, text);
  });

  it('is of one petition', async (t) => {
    const { url: other } = await startInside(t);
    const body = signature();
    const answers = await Promise.all([sign(url, body), sign(other, body)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201],
    );
  });

  it('holds across a restart', async (t) => {
    const first = await startSample(t);
    const bodies = [signature({ seat: 0 }), signature()];
    const answers = [];
    for (const body of bodies) answers.push(await sign(first.url, body));
    await first.end('SIGTERM');
    const second = await startProcess(t, first.env);
    for (const [i, body] of bodies.entries())
      assert.equal((await sign(second.url, body)).text, answers[i]!.text);
    assert.equal((await sign(second.url, { ...bodies[0], seat: 1 })).json.code, 'key-reused');
    assert.equal((await readCount(second.url, ID)).signatures, 2);
  });
});
