import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkDays } from '../dist/check/check-days.js';
import { statusAt } from '../dist/petition/days.js';
import { campaign, ID, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { readCount, runCommand, startInside, startSample } from './support/office.ts';
import { sign, signature } from './support/sign.ts';

/** A box office at a moment, which the test can move. */
async function officeAt(t: Parameters<typeof startInside>[0], changes: Record<string, unknown>) {
  let now = Date.parse('2026-05-01T00:00:00Z');
  const { url, office } = await startInside(t, {
    document: campaign(changes),
    clock: () => new Date(now),
  });
  /** The published status, and how it answers somebody who signs. */
  return async (moment: string): Promise<[status: string, answer: string]> => {
    now = Date.parse(moment);
    office.publish();
    const [{ status }, answer] = [await readCount(url, ID), await sign(url, signature())];
    return [status, answer.status === 201 ? 'signed' : answer.json.code];
  };
}

describe('the days of a petition', () => {
  it('ends the last day at midnight of its time zone, everywhere', async (t) => {
    const at = await officeAt(t, { closes: '2026-05-31', timeZone: 'Europe/Minsk' });
    assert.deepEqual(await at('2026-05-31T20:59:59Z'), ['open', 'signed']);
    assert.deepEqual(await at('2026-05-31T21:00:00Z'), ['closed', 'not-open']);
  });

  it('ends the last day at noon of the next in UTC where there is no time zone', async (t) => {
    const at = await officeAt(t, { closes: '2026-05-31' });
    // 23:30 on 31 May in São Paulo.
    assert.deepEqual(await at('2026-06-01T02:30:00Z'), ['open', 'signed']);
    assert.deepEqual(await at('2026-06-01T11:59:59Z'), ['open', 'signed']);
    assert.deepEqual(await at('2026-06-01T12:00:00Z'), ['closed', 'not-open']);
  });

  it('begins the first day at noon in UTC where there is no time zone, and at midnight of the zone else', async (t) => {
    const at = await officeAt(t, { opens: '2026-06-01' });
    // 08:00 on 1 June in Seoul.
    assert.deepEqual(await at('2026-05-31T23:00:00Z'), ['draft', 'not-open']);
    assert.deepEqual(await at('2026-06-01T11:59:59Z'), ['draft', 'not-open']);
    assert.deepEqual(await at('2026-06-01T12:00:00Z'), ['open', 'signed']);
    const inSeoul = await officeAt(t, { opens: '2026-06-01', timeZone: 'Asia/Seoul' });
    assert.deepEqual(await inSeoul('2026-05-31T14:59:59Z'), ['draft', 'not-open']);
    assert.deepEqual(await inSeoul('2026-05-31T15:00:00Z'), ['open', 'signed']);
  });

  for (const [what, timeZone, opens, closes, before, first, last, after] of [
    // Clocks go forward at midnight: 24 April begins at 01:00.
    [
      'a day without midnight',
      'Africa/Cairo',
      '2026-04-24',
      '2026-04-24',
      '2026-04-23T21:59:59Z',
      '2026-04-23T22:00:00Z',
      '2026-04-24T20:59:59Z',
      '2026-04-24T21:00:00Z',
    ],
    [
      'a day of 23 hours',
      'Europe/Berlin',
      '2026-03-29',
      '2026-03-29',
      '2026-03-28T22:59:59Z',
      '2026-03-28T23:00:00Z',
      '2026-03-29T21:59:59Z',
      '2026-03-29T22:00:00Z',
    ],
    [
      'a day of 25 hours',
      'America/New_York',
      '2026-11-01',
      '2026-11-01',
      '2026-11-01T03:59:59Z',
      '2026-11-01T04:00:00Z',
      '2026-11-02T04:59:59Z',
      '2026-11-02T05:00:00Z',
    ],
    // Clocks go back at midnight, to 23:00 of the same day.
    [
      'a day with two last hours',
      'Asia/Beirut',
      '2026-10-24',
      '2026-10-24',
      '2026-10-23T20:59:59Z',
      '2026-10-23T21:00:00Z',
      '2026-10-24T21:59:59Z',
      '2026-10-24T22:00:00Z',
    ],
    [
      'a zone of quarter hours',
      'Asia/Kathmandu',
      '2026-06-01',
      '2026-06-02',
      '2026-05-31T18:14:59Z',
      '2026-05-31T18:15:00Z',
      '2026-06-02T18:14:59Z',
      '2026-06-02T18:15:00Z',
    ],
    [
      'the furthest east',
      'Pacific/Kiritimati',
      '2026-06-01',
      '2026-06-01',
      '2026-05-31T09:59:59Z',
      '2026-05-31T10:00:00Z',
      '2026-06-01T09:59:59Z',
      '2026-06-01T10:00:00Z',
    ],
  ] as const) {
    it(`opens and closes ${what} (${timeZone})`, () => {
      const document = { state: 'open', opens, closes, timeZone } as const;
      assert.deepEqual(
        [before, first, last, after].map((moment) => statusAt(document, new Date(moment))),
        ['draft', 'open', 'open', 'closed'],
      );
    });
  }

  it('says at the start what days without a time zone mean, and nothing where it is named', async (t) => {
    const env = { ALLOWED_ORIGINS: 'https://ngo.example' };
    const zoneless = await startSample(t, {
      env,
      document: campaign({ opens: '2026-05-01', closes: '2999-05-31' }),
    });
    assert.match(
      zoneless.stderr(),
      /small-hall\.json: timeZone: is missing, .*: opens "2026-05-01" is 2026-05-01T12:00:00Z, closes "2999-05-31" ends at 2999-06-01T12:00:00Z; name the place .*"timeZone": "Europe\/Minsk"\.\n$/,
    );
    const placed = await startSample(t, {
      env,
      document: campaign({ closes: '2999-05-31', timeZone: 'Europe/Minsk' }),
    });
    assert.equal(placed.stderr(), '');
  });
});

describe('check of the days', { concurrency: 2 }, () => {
  const check = async (t: Parameters<typeof startInside>[0], changes: Record<string, unknown>) => {
    const folder = writeCampaigns(temporaryFolder(t), campaign(changes));
    return runCommand(['check', join(folder, `${ID}.json`)]);
  };

  it('warns of days without a time zone', async (t) => {
    const { code, stdout } = await check(t, { closes: '2026-05-31' });
    assert.match(
      stdout,
      /^note {4}timeZone: is missing, .* closes "2026-05-31" ends at 2026-06-01T12:00:00Z/m,
    );
    assert.equal(code, 0, stdout);
    for (const changes of [{}, { closes: '2026-05-31', timeZone: 'Europe/Minsk' }])
      assert.doesNotMatch((await check(t, changes)).stdout, /timeZone/);
  });

  it('refuses a time zone that there is not', async (t) => {
    for (const timeZone of ['Europe/Minks', 'Minsk', '+03:00', 'europe/minsk', 3]) {
      const { code, stdout } = await check(t, { timeZone });
      assert.equal(code, 1, stdout);
      assert.ok(
        stdout.includes(
          `problem timeZone: ${JSON.stringify(timeZone)} is not a time zone; write its IANA name, like "Europe/Minsk"`,
        ),
        stdout,
      );
    }
  });

  it('says that an endpoint described by data never closes by itself', async (t) => {
    const endpoint = { sign: { url: 'http://127.0.0.1:9/', body: { email: '$email' } } };
    const { stdout } = await check(t, { closes: '2020-05-31', timeZone: 'Europe/Minsk', endpoint });
    assert.match(
      stdout,
      /^problem closes: "2020-05-31" is over, .* never closes by itself; set "state": "closed"/m,
    );
  });

  const timeZone = 'Europe/Minsk';
  for (const [document, now, expected] of [
    [
      { state: 'open', closes: '2026-05-31', timeZone },
      '2026-05-31T20:59:59Z',
      ['note closes: set "state": "closed" when the day is over'],
    ],
    [
      { state: 'open', closes: '2026-05-31', timeZone },
      '2026-05-31T21:00:00Z',
      ['problem closes: set "state": "closed"'],
    ],
    [
      { state: 'open', closes: '2026-05-31' },
      '2026-06-01T11:59:59Z',
      ['note closes: set "state": "closed" when the day is over'],
    ],
    [{ state: 'closed', closes: '2026-05-31', timeZone }, '2026-06-02T00:00:00Z', []],
    [
      { state: 'open', opens: '2026-06-01', timeZone },
      '2026-05-31T20:59:59Z',
      ['problem opens: set "state": "draft" until then'],
    ],
    [{ state: 'open', opens: '2026-06-01', timeZone }, '2026-05-31T21:00:00Z', []],
    [
      { state: 'draft', opens: '2026-06-01', timeZone },
      '2026-05-01T00:00:00Z',
      ['note opens: set "state": "open" when the day begins'],
    ],
  ] as const) {
    it(`described by data: ${JSON.stringify(document)} at ${now}`, () => {
      const said = checkDays(document, new Date(now)).map(
        ({ kind, text }) => `${kind} ${text.replace(/: .*; /, ': ')}`,
      );
      assert.deepEqual(said, expected);
    });
  }
});
