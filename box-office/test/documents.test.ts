import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { CampaignDocument } from 'grandstand/model';
import { ID, KEPT, PORTRAIT, campaign, hall, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { readCount, spawnOffice, startInside, startSample } from './support/office.ts';
import { head, openRaw } from './support/raw.ts';
import { sign, signature } from './support/sign.ts';
import { until } from './support/until.ts';

const titled = (title: string, more: Partial<CampaignDocument> = {}): CampaignDocument =>
  campaign({ title: { en: title }, ...more });

/** The sample campaign, with what is logged, and a way to change files. */
async function open(t: TestContext, options: Parameters<typeof startInside>[1] = {}) {
  const lines: string[] = [];
  const started = await startInside(t, { log: (line) => lines.push(line), ...options });
  const { url, office, folder } = started;
  return {
    ...started,
    lines,
    file: join(folder, `${ID}.json`),
    write: (content: unknown, name = `${ID}.json`) =>
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content)),
    /** Two polls: a mistake is reported when it stays. */
    poll: async () => {
      await office.reload();
      await office.reload();
    },
    title: async (id = ID): Promise<string> => {
      const response = await fetch(`${url}/petitions/${id}/campaign`);
      return ((await response.json()) as CampaignDocument).title['en' as never];
    },
  };
}

describe('a changed document', () => {
  it('is served with a new revision, without a restart', async (t) => {
    const { url, write, poll, title, lines, file } = await open(t);
    const { revision } = await readCount(url, ID);
    write(titled('New', { state: 'closed' }));
    await poll();
    assert.equal(await title(), 'New');
    const count = await readCount(url, ID);
    assert.deepEqual([count.revision, count.status], [revision + 1, 'closed']);
    assert.equal((await sign(url, signature())).json.code, 'not-open');
    assert.deepEqual(lines, [`${file}: "${ID}" is served as it was read just now, revision 2.`]);
    await poll();
    assert.equal((await readCount(url, ID)).revision, revision + 1, 'once');
  });

  it('that an editor writes beside it and renames', async (t) => {
    const { write, poll, title, folder, file } = await open(t);
    await poll();
    write(titled('Renamed'), '.new');
    renameSync(join(folder, '.new'), file);
    await poll();
    assert.equal(await title(), 'Renamed');
  });

  it('with the same length and the same time', async (t) => {
    const { write, poll, title, file } = await open(t, { document: titled('aaa') });
    const time = new Date('2026-01-01T00:00:00Z');
    utimesSync(file, time, time);
    await poll();
    write(titled('bbb'));
    utimesSync(file, time, time);
    await poll();
    assert.equal(await title(), 'bbb');
  });

  it('that says the same publishes nothing', async (t) => {
    const { url, write, poll, lines } = await open(t);
    write(JSON.stringify(campaign(), null, 2));
    await poll();
    assert.equal((await readCount(url, ID)).revision, 1);
    assert.deepEqual(lines, []);
  });

  it('keeps count, seats and stored answers', async (t) => {
    const { url, write, poll } = await open(t);
    const body = signature({ seat: 7 });
    const { text } = await sign(url, body);
    write(titled('New'));
    await poll();
    assert.equal((await sign(url, body)).text, text);
    assert.equal((await sign(url, signature({ seat: 7 }))).json.code, 'seat-taken');
    const { signatures, seats } = await readCount(url, ID);
    assert.deepEqual([signatures, seats!.taken], [1, 1]);
  });

  it('after which images are others: served, and a new revision', async (t) => {
    const { url, poll, folder } = await open(t);
    const image = (): Promise<string> =>
      fetch(`${url}/petitions/${ID}/portraits/ada.svg`).then((response) => response.text());
    await poll();
    writeFileSync(join(folder, 'portraits', 'ada.svg'), PORTRAIT.replace('9', '8'));
    await poll();
    assert.match(await image(), /r="8"/);
    assert.equal((await readCount(url, ID)).revision, 2);
  });

  it('an image that comes later than its document', async (t) => {
    const { url, poll, folder, lines } = await open(t);
    const file = join(folder, 'portraits', 'ada.svg');
    rmSync(file);
    await poll();
    assert.match(lines.at(-1)!, /portrait\.src: "portraits\/ada\.svg" is not served: there is no such file/);
    writeFileSync(file, PORTRAIT);
    await poll();
    assert.equal((await fetch(`${url}/petitions/${ID}/portraits/ada.svg`)).status, 200);
  });

  it('a seat kept after it was given stays the signer’s, and it is said', async (t) => {
    const { url, write, poll, lines } = await open(t, { document: campaign({ stories: [] }) });
    assert.equal((await sign(url, signature({ seat: KEPT }))).status, 201);
    write(campaign());
    await poll();
    assert.match(lines.at(-1)!, /stories\[0\]\.seat: "A-1-3" was given to a signer before it was kept/);
    assert.equal((await readCount(url, ID)).seats!.taken, 1);
  });

  it('with other seats, while all stand: taken', async (t) => {
    const { url, write, poll } = await open(t);
    assert.equal((await sign(url, signature())).status, 201);
    write(campaign({ venue: hall(3, 11) }));
    await poll();
    assert.equal((await readCount(url, ID)).seats!.capacity, 33);
    assert.equal((await sign(url, signature({ seat: 32 }))).status, 201);
  });
});

describe('people who sign meanwhile', () => {
  it('what the old document judged is stored by it, answered and counted', async (t) => {
    let store = (): void => {};
    const { url, office, write, lines } = await open(t, {
      document: campaign({ stories: [] }),
      schedule: (run) => (store = run),
    });
    const answer = sign(url, signature({ seat: KEPT }));
    await until('the signing waits', () => office.signingQueue.length === 1);
    write(campaign({ title: { en: 'New' } }));
    await office.reload();
    assert.equal((await answer).status, 201);
    store();
    const { revision, signatures, seats } = await readCount(url, ID);
    assert.deepEqual([revision, signatures, seats!.taken], [2, 1, 1]);
    assert.match(lines.join('\n'), /stays theirs/);
    office.publish();
    assert.equal((await readCount(url, ID)).revision, 2, 'it was all published');
  });

  it('a body that comes across the change is judged by the new document, and counted', async (t) => {
    const { url, office, write } = await open(t);
    const bodies = [signature({ seat: 5 }), signature({ seat: 6, fields: { email: 'z@mail.example' } })];
    const texts = bodies.map((body) => JSON.stringify(body));
    const raws = await Promise.all(
      texts.map((text) => {
        const headers = { 'Content-Type': 'application/json', 'Content-Length': text.length };
        return openRaw(url, head(`POST /petitions/${ID}/signatures HTTP/1.1`, headers) + text.slice(0, 20));
      }),
    );
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    const fields = campaign().fields.filter(({ name }) => name !== 'given_name');
    write(campaign({ fields: [...fields, { ...campaign().fields[0]!, required: false }] }));
    await office.reload();
    raws.forEach(({ socket }, i) => socket.write(texts[i]!.slice(20)));
    await until('both are answered', () => raws.every(({ text }) => text().includes('"signed"')));
    office.publish();
    assert.equal((await readCount(url, ID)).signatures, 2);
    raws.forEach(({ socket }) => socket.destroy());
  });
});

describe('a broken document', () => {
  for (const [name, content, sentence] of [
    ['no JSON', '{"grandstand": 1,', /this is not JSON \(.*\); mend it/],
    ['empty', '', /this is not JSON/],
    ['a wrong value', campaign({ state: 'opne' as never }), /state: "opne"/],
    ['an unknown key', campaign({ colour: 'red' }), /colour/],
    ['another id', campaign({ id: 'other' }), /id: "other" must be the name of the file; rename it/],
    ['no campaign', { name: 'x' }, /this is not a campaign document; begin it with "grandstand": 1/],
  ] as const) {
    it(`${name}: the last good one stays, and one sentence says so, once`, async (t) => {
      const { url, write, poll, lines, title, file } = await open(t);
      write(content);
      await poll();
      await poll();
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.ok(lines[0]!.startsWith(`"${ID}" stays as it was read last: ${file}: `), lines[0]);
      assert.match(lines[0]!, sentence);
      assert.equal(await title(), 'A small hall');
      assert.equal((await sign(url, signature({ seat: 4 }))).status, 201);

      write(titled('Mended'));
      await poll();
      assert.equal(await title(), 'Mended');
      write(content);
      await poll();
      assert.equal(lines.length, 3, 'made again, said again');
    });
  }

  it('that is only half written yet is not reported', async (t) => {
    const { write, office, lines, title } = await open(t);
    write(JSON.stringify(titled('Whole')).slice(0, 200));
    await office.reload();
    write(titled('Whole'));
    await office.reload();
    assert.equal(await title(), 'Whole');
    assert.equal(lines.length, 1);
  });

  it('with other seats, while somebody sits: refused, and the store stays as it was', async (t) => {
    const { url, write, poll, lines, office } = await open(t);
    assert.equal((await sign(url, signature({ seat: 4 }))).status, 201);
    const { layout } = office.store.findPetition(ID)!;
    for (const venue of [hall(3, 11), null]) {
      write(campaign({ venue }));
      await poll();
      assert.match(
        lines.at(-1)!,
        /small-hall\.json: venue: its layout is \w+ now, but 1 signatures have seats/,
      );
    }
    assert.equal(office.store.findPetition(ID)!.layout, layout);
    assert.equal((await readCount(url, ID)).seats!.capacity, 30);
  });

  it('does not keep the others from being read', async (t) => {
    const { write, poll, title, url } = await open(t);
    write('{', 'a-broken-one.json');
    write(titled('New'));
    write(campaign({ id: 'third' }), 'third.json');
    await poll();
    assert.equal(await title(), 'New');
    assert.equal((await fetch(`${url}/petitions/third`)).status, 200);
  });
});

describe('documents that come and go', () => {
  it('a new one is served, also one level below', async (t) => {
    const { url, write, poll, folder } = await open(t);
    mkdirSync(join(folder, 'below'));
    write(campaign({ id: 'second' }), 'below/second.json');
    await poll();
    assert.equal((await readCount(url, 'second')).revision, 1);
  });

  it('one that is gone stays as it was, and it is said, until it is back', async (t) => {
    const { url, poll, lines, file, write, title } = await open(t);
    rmSync(file);
    await poll();
    await poll();
    assert.deepEqual(lines, [
      `"${ID}" stays as it was read last: ${file}: the document is gone; put it back, or start again to end the petition.`,
    ]);
    assert.equal((await sign(url, signature({ seat: 4 }))).status, 201);
    write(titled('Back'));
    await poll();
    assert.equal(await title(), 'Back');
  });

  it('one that moves within the folder', async (t) => {
    const { poll, lines, file, write, title, folder } = await open(t);
    mkdirSync(join(folder, 'below'));
    rmSync(file);
    write(titled('Moved'), `below/${ID}.json`);
    await poll();
    assert.equal(await title(), 'Moved');
    assert.equal(lines.filter((line) => line.includes('is gone')).length, 0);
  });

  it('a second one of the same id is refused', async (t) => {
    const { poll, lines, write, title, folder } = await open(t);
    mkdirSync(join(folder, 'below'));
    write(titled('Twin'), `below/${ID}.json`);
    await poll();
    assert.match(lines[0]!, /below\/small-hall\.json: id: "small-hall" is the id of .* already; remove one/);
    assert.equal(await title(), 'A small hall');
  });

  it('a folder that cannot be read', async (t) => {
    const { url, poll, lines, folder, title } = await open(t, { env: {} });
    renameSync(folder, `${folder}-away`);
    t.after(() => rmSync(`${folder}-away`, { recursive: true, force: true }));
    await poll();
    await poll();
    assert.equal(lines.length, 1);
    assert.match(
      lines[0]!,
      /GRANDSTAND_CAMPAIGNS: the folder .* cannot be read \(ENOENT\), so every petition stays/,
    );
    assert.equal((await fetch(`${url}/petitions/${ID}`)).status, 200);
    renameSync(`${folder}-away`, folder);
    writeCampaigns(folder, titled('Again'));
    await poll();
    assert.equal(await title(), 'Again');
  });
});

describe('a store that cannot write', () => {
  it('a lost lock is no mistake of a document, and nothing is replaced', async (t) => {
    const { write, poll, lines, folder, title } = await open(t);
    renameSync(join(folder, 'data'), join(folder, 'data-away'));
    write(titled('New'));
    await poll();
    assert.equal(await title(), 'A small hall');
    assert.doesNotMatch(lines.join('\n'), /stays as it was/);
    renameSync(join(folder, 'data-away'), join(folder, 'data'));
    await poll();
    assert.equal(await title(), 'New', 'tried again');
  });

  it('another layout is not noted while its revision cannot be', async (t) => {
    const { url, office, write, poll } = await open(t);
    const { layout } = office.store.findPetition(ID)!;
    office.store.database.exec(`CREATE TRIGGER full BEFORE UPDATE OF revision ON petition
      BEGIN SELECT RAISE(ABORT, 'full'); END`);
    write(campaign({ venue: hall(3, 11) }));
    await poll();
    assert.equal(office.store.findPetition(ID)!.layout, layout);
    assert.equal((await readCount(url, ID)).seats!.capacity, 30);
    office.store.database.exec('DROP TRIGGER full');
    await poll();
    assert.equal((await readCount(url, ID)).seats!.capacity, 33);
  });
});

describe('in a process', () => {
  it('a change is seen within a publication', async (t) => {
    const { url, folder } = await startSample(t);
    writeCampaigns(folder, campaign({ state: 'closed' }));
    await until('the petition is closed', async () => (await readCount(url, ID)).status === 'closed');
  });

  it('SIGHUP reads all again, says every mistake again, and the process goes on', async (t) => {
    const office = await startSample(t, { env: { PUBLISH_SECONDS: '10' } });
    writeCampaigns(office.folder, campaign({ state: 'opne' as never }));
    for (let i = 1; i <= 2; i++) {
      office.signal('SIGHUP');
      await until(`it is said ${i} times`, () => office.stderr().split('state: "opne"').length - 1 === i);
    }
    writeCampaigns(office.folder, campaign({ state: 'closed' }));
    office.signal('SIGHUP');
    await until('the petition is closed', async () => (await readCount(office.url, ID)).status === 'closed');
    assert.match(office.stderr(), /1 JSON files of .* were read again; 1 petitions changed\./);
    assert.equal((await office.end('SIGTERM')).code, 0);
  });

  it('SIGHUP is heard as soon as the address is printed', async (t) => {
    const folder = writeCampaigns(temporaryFolder(t), campaign());
    const whilePrinting = `data:text/javascript,${encodeURIComponent(`
      const { log } = console;
      console.log = (line) => { log(line); process.kill(process.pid, 'SIGHUP'); };`)}`;
    const child = spawnOffice(
      ['serve'],
      { GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: temporaryFolder(t) },
      ['--import', whilePrinting],
    );
    t.after(() => child.kill('SIGKILL'));
    await until('the documents are read again', () => {
      assert.equal(child.signalCode, null);
      return child.output().stderr.includes('were read again');
    });
  });
});
