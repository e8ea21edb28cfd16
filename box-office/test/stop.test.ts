import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ID, campaign, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { startInside, startProcess } from './support/office.ts';
import { head, openRaw, type RawConnection } from './support/raw.ts';
import { signature } from './support/sign.ts';
import { until } from './support/until.ts';

/** Milliseconds a stop may take while no request of ours is running: half a second, and what a busy machine adds. */
const STOP_MILLISECONDS = 4000;

const body = JSON.stringify(signature());
const signing = (length = body.length): string =>
  head(`POST /petitions/${ID}/signatures HTTP/1.1`, {
    'Content-Type': 'application/json',
    'Content-Length': length,
  });
const reading = (path: string): string => head(`GET ${path} HTTP/1.1`);

/** Everything a client can leave half done. */
const KINDS: [name: string, start: string, isReady: (raw: RawConnection) => boolean][] = [
  ['nothing sent', '', () => true],
  ['half a request line', 'POST /petit', () => true],
  ['half the headers', signing().slice(0, -30), () => true],
  ['half a body', signing() + body.slice(0, 40), () => true],
  [
    'half a chunked body',
    `${head(`POST /petitions/${ID}/signatures HTTP/1.1`, {
      'Content-Type': 'application/json',
      'Transfer-Encoding': 'chunked',
    })}ff\r\n{"sea`,
    () => true,
  ],
  [
    'a body that waits for 100 Continue',
    head(`POST /petitions/${ID}/signatures HTTP/1.1`, {
      'Content-Type': 'application/json',
      'Content-Length': body.length,
      Expect: '100-continue',
    }),
    (raw) => raw.text().includes('100 Continue'),
  ],
  ['kept alive and idle', signing() + body, (raw) => raw.text().includes('"signed"')],
  [
    'half a request behind a whole one',
    reading('/healthz') + signing().slice(0, -30),
    (raw) => raw.text().includes('ok\n'),
  ],
  ['a body that was refused and still comes', signing(5_000_000), (raw) => raw.text().includes('too-large')],
];

describe('a stop waits for no client', { concurrency: 3 }, () => {
  for (const [name, start, isReady] of KINDS) {
    it(name, async (t) => {
      const folder = writeCampaigns(temporaryFolder(t), campaign());
      const office = await startProcess(t, {
        GRANDSTAND_CAMPAIGNS: folder,
        GRANDSTAND_DATA: join(folder, 'data'),
      });
      const raw = await openRaw(office.url, start, true);
      t.after(() => raw.socket.destroy());
      await until('the server has read that much', () => isReady(raw));
      // What the server answers now, it has read everything that was sent before.
      assert.equal((await fetch(`${office.url}/healthz`)).status, 200);

      const began = performance.now();
      const { code, stderr } = await office.end('SIGTERM');
      const milliseconds = performance.now() - began;
      t.diagnostic(`${milliseconds.toFixed(0)} ms`);
      assert.equal(code, 0, stderr);
      assert.ok(milliseconds < STOP_MILLISECONDS, `${milliseconds.toFixed(0)} ms`);
    });
  }

  it('an answer that is not read', async (t) => {
    const folder = writeCampaigns(temporaryFolder(t), campaign());
    // Larger than what the system keeps for a connection.
    writeFileSync(join(folder, 'portraits', 'ada.svg'), Buffer.alloc(20_000_000, ' '));
    const office = await startProcess(t, {
      GRANDSTAND_CAMPAIGNS: folder,
      GRANDSTAND_DATA: join(folder, 'data'),
    });
    const raw = await openRaw(office.url, '', true);
    t.after(() => raw.socket.destroy());
    raw.socket.write(reading(`/petitions/${ID}/portraits/ada.svg`));
    await until('the answer has begun', () => raw.text().length > 0);
    raw.socket.pause();
    assert.equal((await fetch(`${office.url}/healthz`)).status, 200);

    const began = performance.now();
    assert.equal((await office.end('SIGTERM')).code, 0);
    const milliseconds = performance.now() - began;
    t.diagnostic(`${milliseconds.toFixed(0)} ms`);
    assert.ok(milliseconds < STOP_MILLISECONDS, `${milliseconds.toFixed(0)} ms`);
  });
});

describe('a stop answers what was accepted', () => {
  it('signings that wait for the disk, also two on one connection, and the rest of a body', async (t) => {
    let store = (): void => {};
    const { url, office, stop } = await startInside(t, { schedule: (run) => (store = run) });
    const once = await openRaw(url, signing() + body);
    const bodies = [JSON.stringify(signature()), JSON.stringify(signature())];
    const twice = await openRaw(url, bodies.map((text) => signing(text.length) + text).join(''));
    await until('three signings wait', () => office.signingQueue.length === 3);
    const late = JSON.stringify(signature());
    const arriving = await openRaw(url, signing(late.length) + late.slice(0, 40));
    assert.equal((await fetch(`${url}/healthz`)).status, 200);

    const stopped = stop();
    arriving.socket.write(late.slice(40));
    await until('four signings wait', () => office.signingQueue.length === 4);
    store();
    await Promise.all([once, twice, arriving].map(({ closed }) => closed));
    await stopped;
    const counts = [once, twice, arriving].map(({ text }) => text().split('"status":"signed"').length - 1);
    assert.deepEqual(counts, [1, 2, 1]);
    assert.match(once.text(), /^connection: close\r$/im);
  });
});
