import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { Store, storeFile, type NewSignature } from '../dist/store/store.js';
import { ID, KEPT, temporaryFolder } from './support/campaign.ts';
import { readCount, startInside } from './support/office.ts';
import { newKey, sign, signature, type Answer } from './support/sign.ts';
import { until } from './support/until.ts';

function row(changes: Partial<NewSignature> = {}): NewSignature {
  return {
    petition: ID,
    key: newKey(),
    bodyHash: new Uint8Array(32),
    response: '{}',
    receipt: newKey(),
    seat: null,
    withdrawal: null,
    locale: 'en',
    fields: {},
    consents: [],
    signedAt: new Date(),
    ...changes,
  };
}

function openStore(t: { after(run: () => unknown): void }): { store: Store; folder: string } {
  const folder = join(temporaryFolder(t), 'data');
  const store = Store.open(folder);
  t.after(() => store.close());
  store.savePetition(ID, null);
  return { store, folder };
}

/** Lets the file grow no further, as a full disk does; 0 lifts it. */
function limitPages(store: Store, pages: number): void {
  store.database.exec(`PRAGMA max_page_count = ${pages === 0 ? 1_000_000 : pages}`);
}

describe('the store', () => {
  it('syncs every commit, and overwrites what is erased', (t) => {
    const { store } = openStore(t);
    const pragma = (name: string) => Object.values(store.database.prepare(`PRAGMA ${name}`).get()!)[0];
    assert.deepEqual(['journal_mode', 'synchronous', 'secure_delete'].map(pragma), ['wal', 2, 1]);
  });

  it('is for its owner only', (t) => {
    const { folder } = openStore(t);
    assert.equal(statSync(folder).mode & 0o077, 0);
  });

  it('gives a seat once, whoever asks', (t) => {
    const { store } = openStore(t);
    assert.equal(store.insert(row({ seat: 4 })), true);
    assert.equal(store.insert(row({ seat: 4 })), false);
    assert.equal(store.insert(row({ seat: null })), true);
    assert.equal(store.insert(row({ seat: null })), true);
    assert.equal(store.count(ID), 3);
  });

  it('the index guards the seat even against a writer that goes around us', (t) => {
    const { store, folder } = openStore(t);
    store.insert(row({ seat: 4 }));
    const other = new DatabaseSync(storeFile(folder));
    t.after(() => other.close());
    assert.throws(
      () =>
        other.exec(
          `INSERT INTO signature SELECT 99, petition, 'key', 'receipt', 1, seat, withdrawal, body_hash, answer, locale, fields, consents, signed_at FROM signature`,
        ),
      /UNIQUE constraint failed: signature\.petition, signature\.seat/,
    );
  });

  it('a transaction that fails stores nothing', (t) => {
    const { store } = openStore(t);
    assert.throws(() =>
      store.transaction(() => {
        store.insert(row({ seat: 1 }));
        throw new Error('no');
      }),
    );
    assert.equal(store.count(ID), 0);
    store.transaction(() => store.insert(row({ seat: 1 })));
    assert.equal(store.count(ID), 1);
  });

  it('refuses a store of a newer version', (t) => {
    const folder = temporaryFolder(t);
    Store.open(folder).close();
    const database = new DatabaseSync(storeFile(folder));
    database.exec('PRAGMA user_version = 9');
    database.close();
    assert.throws(() => Store.open(folder), /a newer box office made this store \(version 9\)/);
  });
});

describe('group commit', () => {
  it('signings that arrive together are one transaction, and a refusal undoes nothing of the others', async (t) => {
    let store = (): void => {};
    const { url, office } = await startInside(t, { schedule: (run) => (store = run) });
    let transactions = 0;
    const { transaction } = office.store;
    office.store.transaction = (work) => {
      transactions++;
      return transaction.call(office.store, work) as never;
    };
    const wishes = [4, 4, KEPT, 5, null, 5, null];
    const answers = wishes.map((seat) => sign(url, signature({ seat })));
    await until('all wait', () => office.signingQueue.length === wishes.length);
    assert.equal(office.store.count(ID), 0);
    store();
    const results = (await Promise.all(answers)).map(({ status, json }) =>
      status === 201 ? json.receipt.seat : json.code,
    );
    assert.equal(transactions, 1);
    assert.deepEqual([...results].map(String).sort(), [
      '4',
      '5',
      'null',
      'null',
      'seat-kept',
      'seat-taken',
      'seat-taken',
    ]);
    assert.equal(office.store.count(ID), 4);
  });

  it('nobody is answered before the commit: when it fails, all are told to come back, and nothing is stored', async (t) => {
    const faults: string[] = [];
    const { url, office } = await startInside(t, { log: (line) => faults.push(line) });
    limitPages(office.store, 1);
    const bodies = Array.from({ length: 10 }, (_, seat) =>
      signature({
        seat: 10 + seat,
        fields: { given_name: 'Zofia', email: 'zofia@mail.example', comment: 'x'.repeat(900) },
      }),
    );
    const refused: Answer[] = await Promise.all(bodies.map((body) => sign(url, body)));
    const busy = refused.filter(({ status }) => status === 503);
    assert.ok(busy.length > 0);
    for (const { json, headers } of busy)
      assert.deepEqual([json.code, headers['retry-after']], ['busy', '30']);
    assert.equal(office.store.count(ID), refused.length - busy.length);
    assert.ok(
      faults.length > 0 &&
        faults.every((line) => line.startsWith('Error (SQLite 13, database or disk is full)')),
      faults.join('\n'),
    );
    office.publish();

    limitPages(office.store, 0);
    const again = await Promise.all(bodies.map((body) => sign(url, body)));
    assert.deepEqual(
      again.map(({ status }) => status),
      bodies.map(() => 201),
    );
    office.publish();
    assert.equal((await readCount(url, ID)).seats!.taken, 10);
  });
});
