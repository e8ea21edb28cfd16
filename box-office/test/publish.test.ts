import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isTaken } from 'grandstand/venue';
import { ID, KEPT, campaign, hall, writeCampaigns } from './support/campaign.ts';
import {
  SAMPLE_VENUE,
  readCount,
  readSeats,
  runCommand,
  startInside,
  startProcess,
  startSample,
} from './support/office.ts';
import { sign, signature, withdraw, withdrawalCode } from './support/sign.ts';

describe('publishing', () => {
  it('in batches, and only when something changed', async (t) => {
    let now = Date.parse('2026-11-22T10:00:00.999Z');
    const { url, office } = await startInside(t, { clock: () => new Date(now) });
    const first = await readCount(url, ID);
    assert.deepEqual([first.revision, first.asOf], [1, '2026-11-22T10:00:00Z']);

    now += 5000;
    office.publish();
    assert.deepEqual(await readCount(url, ID), first);

    const { json } = await sign(url, signature({ seat: 5 }));
    assert.equal(json.revision, 1);
    assert.deepEqual(await readCount(url, ID), first);
    now += 5000;
    office.publish();
    const second = await readCount(url, ID);
    assert.deepEqual([second.revision, second.asOf, second.signatures], [2, '2026-11-22T10:00:10Z', 1]);
    now += 5000;
    office.publish();
    assert.deepEqual(await readCount(url, ID), second);
  });

  it('somebody signs and somebody leaves: the count is the same, the revision is not', async (t) => {
    const { url, office } = await startInside(t);
    const { code, withdrawal } = withdrawalCode();
    const { json } = await sign(url, signature({ withdrawal }));
    office.publish();
    const before = await readCount(url, ID);
    const { json: other } = await sign(url, signature());
    await withdraw(url, { receipt: json.receipt.id, code });
    office.publish();
    const after = await readCount(url, ID);
    assert.equal(after.signatures, before.signatures);
    assert.ok(after.revision > other.revision, 'the page waits for this');
  });

  it('a seat given and freed between two revisions is no change', async (t) => {
    const { url, office } = await startInside(t);
    const { code, withdrawal } = withdrawalCode();
    const { json } = await sign(url, signature({ withdrawal, seat: 9 }));
    await withdraw(url, { receipt: json.receipt.id, code });
    office.publish();
    const delta = await readSeats(url, ID, SAMPLE_VENUE, 1);
    assert.ok(delta.kind === 'delta');
    assert.deepEqual(delta.changes, []);

    const again = await sign(url, signature({ withdrawal, seat: 9 }));
    office.publish();
    await withdraw(url, { receipt: again.json.receipt.id, code });
    office.publish();
    const since = async (revision: number) => {
      const message = await readSeats(url, ID, SAMPLE_VENUE, revision);
      return message.kind === 'delta' && message.changes;
    };
    assert.deepEqual([await since(2), await since(3)], [[], [{ seat: 9, taken: false }]]);
  });

  it('count and seats equal a recount, after hundreds of signatures and withdrawals', async (t) => {
    const { url, office } = await startInside(t, { document: campaign({ venue: hall(20, 20) }) });
    let random = 7;
    const next = (below: number): number => (random = (random * 48_271) % 0x7fffffff) % below;
    const mine: { receipt: string; code: string }[] = [];
    for (let round = 0; round < 6; round++) {
      await Promise.all(
        Array.from({ length: 50 }, async () => {
          const { code, withdrawal } = withdrawalCode();
          const seat = next(3) === 0 ? null : next(400);
          const { status, json } = await sign(url, signature({ seat, withdrawal }));
          if (status === 201) mine.push({ receipt: json.receipt.id, code });
        }),
      );
      for (let i = 0; i < 10; i++) await withdraw(url, mine.splice(next(mine.length), 1)[0]);
      office.publish();

      const count = await readCount(url, ID);
      const { venue } = office.publications.get(ID)!.petition;
      const seats = await readSeats(url, ID, venue!);
      const recount = office.store.count(ID);
      const given = new Set(office.store.seatsGiven(ID));
      assert.equal(count.signatures, recount);
      assert.equal(count.signatures, mine.length);
      assert.deepEqual([count.seats!.taken, count.seats!.standing], [given.size, recount - given.size]);
      assert.ok(seats.kind === 'full');
      for (let seat = 0; seat < 400; seat++) {
        assert.equal(isTaken(seats.taken, seat), given.has(seat) || seat === KEPT, `seat ${seat}`);
      }
    }
  });

  it('the day changes the status', async (t) => {
    let now = Date.parse('2026-05-01T23:59:59Z');
    const document = campaign({ opens: '2026-05-02', closes: '2026-05-03', timeZone: 'UTC' });
    const { url, office } = await startInside(t, { document, clock: () => new Date(now) });
    const seen: unknown[] = [];
    for (const time of [
      '2026-05-01T23:59:59Z',
      '2026-05-02T00:00:00Z',
      '2026-05-03T23:59:59Z',
      '2026-05-04T00:00:00Z',
    ]) {
      now = Date.parse(time);
      office.publish();
      const { status, revision } = await readCount(url, ID);
      seen.push([status, revision, (await sign(url, signature({ fields: {} }))).json.code]);
    }
    assert.deepEqual(seen, [
      ['draft', 1, 'not-open'],
      ['open', 2, 'invalid'],
      ['open', 2, 'invalid'],
      ['closed', 3, 'not-open'],
    ]);
  });
});

describe('a restart', () => {
  it('keeps revision and asOf when nothing is new', async (t) => {
    const office = await startSample(t);
    const before = await readCount(office.url, ID);
    await office.end('SIGTERM');
    const again = await startProcess(t, office.env);
    assert.deepEqual(await readCount(again.url, ID), before);
    assert.equal((await readSeats(again.url, ID, SAMPLE_VENUE, before.revision)).kind, 'delta');
  });

  it('publishes a new revision with a changed document', async (t) => {
    const office = await startSample(t);
    const { revision } = await readCount(office.url, ID);
    const etag = (await fetch(`${office.url}/petitions/${ID}/campaign`)).headers.get('etag');
    await office.end('SIGTERM');
    writeCampaigns(office.folder, campaign({ title: { en: 'Another title' } }));
    const again = await startProcess(t, office.env);
    assert.equal((await readCount(again.url, ID)).revision, revision + 1);
    assert.notEqual((await fetch(`${again.url}/petitions/${ID}/campaign`)).headers.get('etag'), etag);
  });

  it('a closed petition still gives a stored answer back', async (t) => {
    const office = await startSample(t);
    const body = signature({ seat: 7 });
    const { text } = await sign(office.url, body);
    await office.end('SIGTERM');
    writeCampaigns(office.folder, campaign({ closes: '2026-01-01' }));
    const again = await startProcess(t, office.env);
    assert.equal((await readCount(again.url, ID)).status, 'closed');
    assert.equal((await sign(again.url, body)).text, text);
    assert.equal((await sign(again.url, signature())).json.code, 'not-open');
  });

  it('a seat kept after it was given stays the signer’s', async (t) => {
    const office = await startSample(t, { document: campaign({ stories: [] }) });
    assert.equal((await sign(office.url, signature({ seat: KEPT }))).status, 201);
    await office.end('SIGTERM');
    writeCampaigns(office.folder, campaign());
    const again = await startProcess(t, office.env);
    assert.match(
      again.stderr(),
      /stories\[0\]\.seat: "A-1-3" was given to a signer before it was kept and stays theirs/,
    );
    const served = (await (await fetch(`${again.url}/petitions/${ID}/campaign`)).json()) as ReturnType<
      typeof campaign
    >;
    assert.equal(served.stories[0]!.seat, null);
    assert.equal(served.stories[0]!.id, 'ada');
    const { seats } = await readCount(again.url, ID);
    assert.equal(seats!.taken, 1);
    assert.equal((await sign(again.url, signature({ seat: KEPT }))).json.code, 'seat-taken');
  });

  it('with another layout: refused while somebody sits, taken when all stand', async (t) => {
    const office = await startSample(t);
    assert.equal((await sign(office.url, signature())).status, 201);
    await office.end('SIGTERM');
    writeCampaigns(office.folder, campaign({ venue: hall(3, 11) }));
    const wider = await startProcess(t, office.env);
    const { seats, signatures } = await readCount(wider.url, ID);
    assert.deepEqual([seats!.capacity, signatures], [33, 1]);
    assert.equal((await sign(wider.url, signature({ seat: 32 }))).status, 201);
    await wider.end('SIGTERM');

    for (const venue of [hall(3, 10), null]) {
      writeCampaigns(office.folder, campaign({ venue }));
      const { code, stderr } = await runCommand([], office.env);
      assert.equal(code, 1);
      assert.match(
        stderr,
        /small-hall\.json: venue: its layout is \w+ now, but 1 signatures have seats of layout [0-9a-f]{8}; give/,
      );
      assert.equal(stderr.trim().split('\n').length, 1);
    }
  });

  it('a petition whose document is gone is not served, and comes back with it', async (t) => {
    const office = await startSample(t);
    writeCampaigns(office.folder, campaign({ id: 'other' }));
    assert.equal((await sign(office.url, signature({ seat: 1 }))).status, 201);
    await office.end('SIGTERM');
    rmSync(join(office.folder, `${ID}.json`));
    const without = await startProcess(t, office.env);
    assert.equal((await sign(without.url, signature())).json.code, 'unknown-petition');
    await without.end('SIGTERM');
    writeFileSync(join(office.folder, `${ID}.json`), JSON.stringify(campaign()));
    const again = await startProcess(t, office.env);
    assert.equal((await readCount(again.url, ID)).seats!.taken, 1);
  });
});
