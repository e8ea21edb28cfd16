import assert from 'node:assert/strict';
import { Agent } from 'node:http';
import { describe, it } from 'node:test';
import { isTaken, makeVenue } from 'grandstand/venue';
import { ID, campaign, hall } from './support/campaign.ts';
import { runCommand, readCount, readSeats, startSample } from './support/office.ts';
import { sign, signature, type Answer } from './support/sign.ts';
import { until } from './support/until.ts';

const CLIENTS = 200;
const SEATS = 50;

describe('200 clients race for 50 seats', () => {
  it('each seat is given once, the others are shown free ones', async (t) => {
    // 70 seats, none kept; all clients want one of the first 50.
    const document = campaign({ venue: hall(7, 10), stories: [] });
    const venue = makeVenue(document.venue!);
    const { url, env } = await startSample(t, { document });
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    t.after(() => agent.destroy());

    const answers: Answer[] = await Promise.all(
      Array.from({ length: CLIENTS }, (_, client) =>
        sign(url, signature({ seat: client % SEATS }), { agent }),
      ),
    );

    const given = answers
      .filter(({ status }) => status === 201)
      .map(({ json }) => json.receipt.seat as number);
    assert.equal(given.length, SEATS);
    assert.equal(new Set(given).size, SEATS);

    const refused = answers.filter(({ status }) => status !== 201);
    for (const { status, json } of refused) {
      assert.deepEqual([status, json.code, json.near.length], [409, 'seat-taken', 8]);
      assert.ok(!json.near.includes(json.seat));
    }
    // Who is refused last sees the house as it stands: only the last two rows are free.
    assert.ok(refused.at(-1)!.json.near.every((seat: number) => seat >= SEATS || given.includes(seat)));

    await until('all is published', async () => (await readCount(url, ID)).signatures === SEATS);
    const seats = await readSeats(url, ID, venue);
    assert.ok(seats.kind === 'full');
    for (let seat = 0; seat < venue.capacity; seat++) assert.equal(isTaken(seats.taken, seat), seat < SEATS);

    const rows = (await runCommand(['export'], env)).stdout.trim().split('\r\n').slice(1);
    assert.equal(rows.length, SEATS);
    t.diagnostic(
      `${CLIENTS} clients: ${given.length} seats given, ${refused.length} refused, ${rows.length} rows`,
    );
  });

  it('for one seat', async (t) => {
    const { url } = await startSample(t);
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, () => sign(url, signature({ seat: 17 }))),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    assert.equal(answers.filter(({ json }) => json.code === 'seat-taken').length, CLIENTS - 1);
  });
});
