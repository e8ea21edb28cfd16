import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { isTaken, makeVenue } from 'grandstand/venue';
import { storeFile } from '../dist/store/store.js';
import { ID, campaign } from './support/campaign.ts';
import {
  SAMPLE_VENUE,
  readCount,
  readSeats,
  startProcess,
  startSample,
  type OfficeProcess,
} from './support/office.ts';
import { sign, signature, type SignatureBody } from './support/sign.ts';
import { until } from './support/until.ts';

interface Receipt {
  receipt: string;
  seat: number | null;
}

interface Accepted {
  body: SignatureBody;
  text: string;
  seat: number | null;
}

/** Clients that sign without a pause until the server is gone; what was answered stands in `accepted`. */
function load(url: string, accepted: Accepted[], seats: () => number | null): Promise<unknown> {
  async function client(): Promise<void> {
    for (;;) {
      const body = signature({ seat: seats() });
      const answer = await sign(url, body).catch(() => null);
      if (answer === null) return;
      if (answer.status === 201) accepted.push({ body, text: answer.text, seat: answer.json.receipt.seat });
    }
  }
  return Promise.all(Array.from({ length: 32 }, client));
}

const document = campaign({ venue: 'arena', stories: [] });
const venue = makeVenue('arena');

/** Different clients want the same seats now and then; every fourth stands. */
function mixedSeats(): () => number | null {
  let next = 0;
  return () => (next++ % 4 === 0 ? null : Math.floor((next * 7) / 9) % venue.capacity);
}

/** What was published with each revision, as somebody outside sees it. */
class Witness {
  readonly #seen = new Map<number, string>();

  async look(url: string): Promise<number> {
    const count = await readCount(url, ID);
    const before = this.#seen.get(count.revision);
    const now = JSON.stringify(count);
    assert.ok(
      before === undefined || before === now,
      `revision ${count.revision} was used twice: ${before}, ${now}`,
    );
    assert.ok(count.revision >= Math.max(0, ...this.#seen.keys()), 'a revision goes on from the last one');
    this.#seen.set(count.revision, now);
    return count.signatures;
  }
}

describe('kill -9 while people sign', () => {
  it('loses nothing that was answered, gives no seat twice, uses no revision twice', async (t: TestContext) => {
    const started = await startSample(t, { document });
    let office: OfficeProcess = started;
    const accepted: Accepted[] = [];
    const seats = mixedSeats();
    const witness = new Witness();
    const kills = 4;
    for (let round = 0; round < kills; round++) {
      const target = accepted.length + 300;
      const ended = load(office.url, accepted, seats);
      await until('many have signed', async () => {
        await witness.look(office.url);
        return accepted.length >= target;
      });
      await office.end('SIGKILL');
      await ended;

      office = await startProcess(t, started.env);
      const signatures = await witness.look(office.url);
      assert.ok(signatures >= accepted.length, `${signatures} of ${accepted.length}`);
      for (const { body, text } of accepted.slice(-50))
        assert.equal((await sign(office.url, body)).text, text);
    }
    await office.end('SIGTERM');

    const database = new DatabaseSync(storeFile(started.env.GRANDSTAND_DATA!), { readOnly: true });
    const rows = database
      .prepare('SELECT receipt, seat FROM signature WHERE live = 1')
      .all() as unknown as Receipt[];
    const integrity = database.prepare('PRAGMA integrity_check').get();
    database.close();
    assert.equal(integrity!.integrity_check, 'ok');
    const receipts = new Map(rows.map(({ receipt, seat }) => [receipt, seat]));
    for (const { text } of accepted) {
      const { receipt } = JSON.parse(text);
      assert.ok(receipts.has(receipt.id), 'a lost signature');
      assert.equal(receipts.get(receipt.id), receipt.seat);
    }
    const given = rows.filter(({ seat }) => seat !== null).map(({ seat }) => seat);
    assert.equal(new Set(given).size, given.length, 'a seat given twice');
    t.diagnostic(
      `${kills} kills: ${accepted.length} answered, ${rows.length} rows, ${given.length} seats, all distinct`,
    );
  });

  it('what was not published yet comes with a new revision, and whole', async (t) => {
    const office = await startSample(t, { env: { PUBLISH_SECONDS: '10' } });
    for (const seat of [20, 21, null])
      assert.equal((await sign(office.url, signature({ seat }))).json.revision, 1);
    assert.equal((await readCount(office.url, ID)).signatures, 0);
    await office.end('SIGKILL');
    const again = await startProcess(t, office.env);
    const { revision, signatures, seats } = await readCount(again.url, ID);
    assert.deepEqual([revision, signatures, seats!.taken, seats!.standing], [2, 3, 2, 1]);
    // Nobody can tell the difference to a revision from before the crash.
    assert.equal((await readSeats(again.url, ID, SAMPLE_VENUE, 1)).kind, 'full');
  });
});

describe('SIGTERM while people sign', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`${signal}: every answer is in the store, and the end is clean`, async (t: TestContext) => {
      const started = await startSample(t, { document });
      const accepted: Accepted[] = [];
      const ended = load(started.url, accepted, mixedSeats());
      await until('many have signed', () => accepted.length >= 300);
      const began = performance.now();
      const { code, stderr } = await started.end(signal);
      const milliseconds = performance.now() - began;
      await ended;
      assert.equal(code, 0, stderr);
      assert.ok(milliseconds < 10_000, `${milliseconds} ms`);
      // Closed in order: all is in the main file, and nothing is left in the log.
      assert.ok(!existsSync(`${storeFile(started.env.GRANDSTAND_DATA!)}-wal`));

      const again = await startProcess(t, started.env);
      const count = await readCount(again.url, ID);
      assert.equal(count.signatures, accepted.length, 'each row was answered, each answer is a row');
      const full = await readSeats(again.url, ID, venue);
      assert.ok(full.kind === 'full');
      for (const { seat } of accepted) assert.ok(seat === null || isTaken(full.taken, seat));
      t.diagnostic(`${accepted.length} answered, ended after ${milliseconds.toFixed(0)} ms`);
    });
  }
});
