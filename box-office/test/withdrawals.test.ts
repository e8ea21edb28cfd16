import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { isTaken } from 'grandstand/venue';
import { ID, campaign } from './support/campaign.ts';
import { SAMPLE_VENUE, readCount, readSeats, startInside } from './support/office.ts';
import { send, sign, signature, withdraw, withdrawalCode } from './support/sign.ts';

const { url, office, folder } = await startInside({ after });

async function signWithCode(changes: Record<string, unknown> = {}) {
  const { code, withdrawal } = withdrawalCode();
  const body = signature({ withdrawal, ...changes });
  const { json } = await sign(url, body);
  return { body, code, receipt: json.receipt.id as string };
}

describe('a withdrawal', () => {
  it('frees the seat, erases what is personal, and may be repeated', async () => {
    const fields = { given_name: 'Unmistakable', email: 'unmistakable@mail.example' };
    const { body, code, receipt } = await signWithCode({ seat: 8, fields });
    office.publish();
    const before = await readCount(url, ID);

    const answer = await withdraw(url, { receipt, code });
    assert.deepEqual([answer.status, answer.text], [204, '']);
    assert.equal((await withdraw(url, { receipt, code })).status, 204);

    office.publish();
    const after = await readCount(url, ID);
    assert.equal(after.revision, before.revision + 1);
    assert.equal(after.signatures, before.signatures - 1);
    assert.equal(after.seats!.taken, before.seats!.taken! - 1);
    const delta = await readSeats(url, ID, SAMPLE_VENUE, 0);
    assert.ok(delta.kind === 'full' && !isTaken(delta.taken, 8));
    assert.equal((await sign(url, signature({ seat: 8 }))).status, 201);

    // Not in a column, not in a free page, not in the log.
    for (const name of readdirSync(join(folder, 'data'))) {
      const bytes = readFileSync(join(folder, 'data', name), 'latin1');
      assert.ok(!/unmistakable/i.test(bytes), name);
    }
    // A retry that comes late does not bring it back.
    assert.equal((await sign(url, body)).json.code, 'key-reused');
  });

  it('is possible when the petition is closed', async (t) => {
    const { url, office } = await startInside(t);
    const { code, withdrawal } = withdrawalCode();
    const { json } = await sign(url, signature({ withdrawal }));
    office.publications.get(ID)!.petition.document.state = 'closed';
    assert.equal((await withdraw(url, { receipt: json.receipt.id, code })).status, 204);
  });

  it('reads the code as people write it', async () => {
    const spoken = [
      (code: string) => code.toLowerCase(),
      (code: string) => code.match(/.{1,4}/g)!.join('-'),
      (code: string) => ` ${code.match(/.{1,5}/g)!.join(' ')} `,
      (code: string) => code.replaceAll('1', 'l').replaceAll('0', 'o'),
      (code: string) => code.replaceAll('1', 'I').replaceAll('0', 'O'),
    ];
    for (const write of spoken) {
      const { code, receipt } = await signWithCode();
      assert.equal((await withdraw(url, { receipt, code: write(code) })).status, 204, write('01'));
    }
  });

  it('unknown and wrong are answered alike', async (t) => {
    const { url } = await startInside(t);
    const { code, withdrawal } = withdrawalCode();
    const { json } = await sign(url, signature({ withdrawal }));
    const { json: without } = await sign(url, signature());
    const receipt = json.receipt.id;
    const padded = `${code.slice(0, 25)}${code[25] === 'Z' ? 'Y' : 'Z'}`;
    const answers = [];
    for (const body of [
      { receipt, code: withdrawalCode().code },
      { receipt: 'A'.repeat(22), code },
      { receipt: without.receipt.id, code },
      { receipt, code: '' },
      { receipt, code: `${code}0` },
      { receipt, code: code.replace(/./, 'U') },
      { receipt, code: padded },
    ]) {
      answers.push(await withdraw(url, body));
    }
    for (const answer of answers) {
      assert.deepEqual([answer.status, answer.json.code, answer.text], [404, 'not-found', answers[0]!.text]);
    }
  });

  for (const [name, body, pointer] of [
    ['no code', { receipt: 'x' }, '#/code'],
    ['a number', { receipt: 7, code: 'x' }, '#/receipt'],
    ['an unknown key', { receipt: 'x', code: 'x', petition: 'x' }, '#/petition'],
  ] as const) {
    it(`invalid: ${name}`, async () => {
      const answer = await withdraw(url, body);
      assert.deepEqual(
        [answer.status, answer.json.code, answer.json.errors[0].pointer],
        [422, 'invalid', pointer],
      );
    });
  }

  it('the checks of every POST come first', async () => {
    const to = `${url}/petitions/${ID}/withdrawals`;
    assert.equal((await send(`${url}/petitions/nowhere/withdrawals`, '{}')).json.code, 'unknown-petition');
    assert.equal(
      (await send(to, '{}', { headers: { Origin: 'https://elsewhere.example' } })).json.code,
      'origin',
    );
    assert.equal((await send(to, 'x'.repeat(17_000))).json.code, 'too-large');
    assert.equal((await send(to, '{}')).json.code, 'not-json');
    assert.equal(
      (await send(to, '{', { headers: { 'Content-Type': 'application/json' } })).json.code,
      'malformed',
    );
  });

  it('ten wrong codes a minute, then nobody gets an answer from there', async (t) => {
    let now = Date.parse('2026-11-22T10:00:00Z');
    const { url } = await startInside(t, { document: campaign(), clock: () => new Date(now) });
    const { code, withdrawal } = withdrawalCode();
    const { json } = await sign(url, signature({ withdrawal }));
    const receipt = json.receipt.id;
    for (let i = 0; i < 10; i++) {
      assert.equal((await withdraw(url, { receipt, code: withdrawalCode().code })).status, 404);
    }
    now += 15_000;
    const stopped = await withdraw(url, { receipt, code });
    assert.deepEqual(
      [stopped.status, stopped.json.code, stopped.headers['retry-after']],
      [429, 'rate-limited', '45'],
    );
    now += 45_000;
    assert.equal((await withdraw(url, { receipt, code })).status, 204);
  });
});
