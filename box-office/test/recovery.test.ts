import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  appendFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { parseWithdrawnList } from '../dist/store/withdrawn-list.js';
import { ID, campaign, temporaryFolder, writeCampaigns } from './support/campaign.ts';
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
import { until } from './support/until.ts';

/** Signs with a text that stands in every personal field. */
async function signMarked(url: string, mark: string, changes: Record<string, unknown> = {}, repeats = 1) {
  const { code, withdrawal } = withdrawalCode();
  const fields = { given_name: mark, email: `${mark}@mail.example`, comment: mark.repeat(repeats) };
  const { status, json } = await sign(url, signature({ withdrawal, fields, ...changes }));
  assert.equal(status, 201);
  return { code, receipt: json.receipt.id as string };
}

/** The files below a folder that hold a text, in UTF-8 or UTF-16. */
function filesWith(folder: string, text: string): string[] {
  const needles = [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
  ];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return needles.some((needle) => bytes.includes(needle));
    });
}

function modes(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
  );
}

function allPrivate(folder: string): void {
  const files = modes(folder);
  assert.ok(Object.keys(files).length > 0);
  for (const [name, mode] of Object.entries(files)) assert.equal(mode, '600', `${folder}/${name}`);
}

describe('a withdrawn signature is gone after a start', () => {
  it('one, killed right after the answer', async (t) => {
    const office = await startSample(t, { env: { PUBLISH_SECONDS: '10' } });
    const data = office.env.GRANDSTAND_DATA!;
    const mark = 'Unmistakable';
    const receipt = await signMarked(office.url, mark);
    assert.equal((await withdraw(office.url, receipt)).status, 204);
    await office.end('SIGKILL');
    assert.notDeepEqual(filesWith(data, mark), [], 'the log of the killed server holds it');
    await startProcess(t, office.env);
    assert.deepEqual(filesWith(data, mark), []);
  });

  it('many on one page and over several pages, killed at any moment, also in the backups made then', async (t) => {
    const office = await startSample(t, {
      document: campaign({ venue: 'arena', stories: [] }),
      env: { PUBLISH_SECONDS: '0.3' },
    });
    const data = office.env.GRANDSTAND_DATA!;
    const folder = temporaryFolder(t);
    let url = office.url;
    let end = office.end;
    const gone: string[] = [];
    const stays: string[] = [];
    for (let round = 0; round < 3; round++) {
      const marks = Array.from({ length: 40 }, (_, i) => `Mark${round}x${String(i).padStart(2, '0')}y`);
      const receipts = await Promise.all(
        // 1,000 code points fill the comment: such a row goes on to further pages.
        marks.map((mark, i) => signMarked(url, mark, { seat: round * 40 + i }, [1, 12, 111][i % 3])),
      );
      const leaving = marks.map((mark, i) => ({ mark, receipt: receipts[i]! })).filter((_, i) => i % 4 !== 0);
      stays.push(...marks.filter((_, i) => i % 4 === 0));
      const answered = round * 11 + 5;
      let withdrawn = 0;
      let killed: Promise<unknown> | null = null;
      await Promise.all(
        leaving.map(async ({ mark, receipt }) => {
          const answer = await withdraw(url, receipt).catch(() => null);
          if (answer?.status !== 204) return;
          gone.push(mark);
          if (++withdrawn === answered) killed = end('SIGKILL');
        }),
      );
      await killed;
      ({ url, end } = await startProcess(t, office.env));
      for (const mark of gone) assert.deepEqual(filesWith(data, mark), [], mark);
      const { code, stderr } = await runCommand(
        ['backup', '--output', join(folder, `${round}.sqlite`)],
        office.env,
      );
      assert.equal(code, 0, stderr);
      for (const mark of gone) assert.deepEqual(filesWith(folder, mark), [], mark);
    }
    for (const mark of stays) assert.notDeepEqual(filesWith(folder, mark), [], mark);
    t.diagnostic(`${gone.length} withdrawn in 3 kills: 0 found; ${stays.length} stay`);
  });

  it('also where a command reads the store at the start: as soon as it has ended', async (t) => {
    const office = await startSample(t);
    const data = office.env.GRANDSTAND_DATA!;
    const receipt = await signMarked(office.url, 'Unmistakable');
    const reader = new DatabaseSync(join(data, 'box-office.sqlite'), { readOnly: true });
    reader.exec('BEGIN; SELECT count(*) FROM signature');
    reader.prepare('SELECT count(*) FROM signature').get();
    await withdraw(office.url, receipt);
    await office.end('SIGKILL');
    await startProcess(t, office.env);
    reader.close();
    await until('the log is empty', () => filesWith(data, 'Unmistakable').length === 0);
  });
});

describe('backup and restore', () => {
  it('what was withdrawn stays withdrawn, and clients go on', async (t) => {
    const office = await startSample(t);
    const data = office.env.GRANDSTAND_DATA!;
    const folder = temporaryFolder(t);
    await signMarked(office.url, 'Staying', { seat: 4 });
    const leaving = await signMarked(office.url, 'Leaving', { seat: 5 });
    await until('both are published', async () => (await readCount(office.url, ID)).signatures === 2);

    const backup = await runCommand(['backup', '--output', `${folder}/`], office.env);
    assert.equal(backup.code, 0, backup.stderr);
    assert.match(backup.stdout, /^small-hall: 2 signatures, 0 withdrawn, revision \d+\n/);
    const file = join(
      folder,
      readdirSync(folder).find((name) => name.endsWith('.sqlite'))!,
    );
    allPrivate(folder);

    assert.equal((await withdraw(office.url, leaving)).status, 204);
    await until('it is published', async () => (await readCount(office.url, ID)).signatures === 1);
    const before = await readCount(office.url, ID);
    const busy = await runCommand(['restore', file, '--replace'], office.env);
    assert.equal(busy.code, 1);
    assert.match(busy.stderr, /another box office uses the folder/);
    await office.end('SIGKILL');

    const refused = await runCommand(['restore', file], office.env);
    assert.equal(refused.code, 1);
    assert.match(
      refused.stderr,
      /^grandstand-box-office: restore: there is a store in .*; add --replace, which .*\.\n$/,
    );

    const restored = await runCommand(['restore', file, '--replace'], office.env);
    assert.equal(restored.code, 0, restored.stderr);
    assert.match(restored.stdout, /small-hall: 1 signatures, 1 withdrawn, revision \d+\n/);
    assert.match(restored.stdout, /1 withdrawals, 1 of them erased in the backup\n/);
    assert.deepEqual(filesWith(data, 'Leaving'), []);
    allPrivate(data);

    const again = await startProcess(t, office.env);
    const after = await readCount(again.url, ID);
    assert.deepEqual([after.signatures, after.seats!.taken], [1, 1]);
    assert.ok(after.revision > before.revision, `${after.revision} > ${before.revision}`);
    assert.equal((await readSeats(again.url, ID, SAMPLE_VENUE, before.revision)).kind, 'full');
    await signMarked(again.url, 'Following', { seat: 6 });
    await until('it is published', async () => (await readCount(again.url, ID)).signatures === 2);
    const delta = await readSeats(again.url, ID, SAMPLE_VENUE, after.revision);
    assert.equal(delta.kind, 'delta');
  });

  it('on another machine: the newest list is the one beside the backup', async (t) => {
    const office = await startSample(t);
    const folder = temporaryFolder(t);
    const leaving = await signMarked(office.url, 'Leaving');
    const file = join(folder, 'one.sqlite');
    await runCommand(['backup', '--output', file], office.env);
    await withdraw(office.url, leaving);
    copyFileSync(join(office.env.GRANDSTAND_DATA!, 'withdrawn.txt'), join(folder, 'withdrawn.txt'));
    const { revision } = await readCount(office.url, ID);
    await office.end('SIGKILL');
    const env = { ...office.env, GRANDSTAND_DATA: join(temporaryFolder(t), 'data') };
    assert.equal((await runCommand(['restore', file], env)).code, 0);
    const again = await startProcess(t, env);
    const count = await readCount(again.url, ID);
    assert.equal(count.signatures, 0);
    assert.ok(count.revision > revision);
    assert.deepEqual(filesWith(env.GRANDSTAND_DATA, 'Leaving'), []);
  });

  it('a store copied back by hand loses what the list knows, and the start says so', async (t) => {
    const office = await startSample(t);
    const data = office.env.GRANDSTAND_DATA!;
    const leaving = await signMarked(office.url, 'Leaving', { seat: 5 });
    const file = join(temporaryFolder(t), 'one.sqlite');
    await runCommand(['backup', '--output', file], office.env);
    await withdraw(office.url, leaving);
    await until('it is published', async () => (await readCount(office.url, ID)).signatures === 0);
    const { revision } = await readCount(office.url, ID);
    await office.end('SIGTERM');
    copyFileSync(file, join(data, 'box-office.sqlite'));
    const again = await startProcess(t, office.env);
    assert.match(again.stderr(), /1 signatures in this store were withdrawn after it was saved/);
    assert.equal((await readCount(again.url, ID)).signatures, 0);
    assert.ok((await readCount(again.url, ID)).revision > revision);
    assert.deepEqual(filesWith(data, 'Leaving'), []);
  });

  it('a list that is missing or torn is made whole from the store', async (t) => {
    const office = await startSample(t);
    const data = office.env.GRANDSTAND_DATA!;
    const list = join(data, 'withdrawn.txt');
    const leaving = await signMarked(office.url, 'Leaving');
    await withdraw(office.url, leaving);
    assert.ok(readFileSync(list, 'utf8').endsWith(`\n${ID} ${leaving.receipt}\n`));
    await office.end('SIGKILL');
    appendFileSync(list, `${ID} ${leaving.receipt.slice(0, 9)}`);
    const second = await startProcess(t, office.env);
    const whole = readFileSync(list, 'utf8');
    assert.equal(whole.match(/^small-hall .*$/gm)!.join(), `${ID} ${leaving.receipt}`);
    await second.end('SIGKILL');
    rmSync(list);
    const third = await startProcess(t, office.env);
    assert.match(third.stderr(), /withdrawn\.txt is new and lists 1 withdrawals; copy it elsewhere often/);
    assert.ok(readFileSync(list, 'utf8').includes(leaving.receipt));
  });

  it('mistakes are one sentence, and change nothing', async (t) => {
    const folder = writeCampaigns(temporaryFolder(t), campaign());
    const data = join(folder, 'data');
    const env = { GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: data };
    const mistake = async (args: string[], sentence: RegExp): Promise<void> => {
      const { code, stdout, stderr } = await runCommand(args, env);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, sentence);
      assert.match(stderr, /^grandstand-box-office: .*\n$/);
    };
    await mistake(['backup', '--output', folder], /there is no store in/);
    const office = await startProcess(t, env);
    await office.end('SIGTERM');
    await mistake(['backup'], /backup: name a file or a folder/);
    await mistake(['backup', '--output', data], /is the folder of the store itself/);
    await mistake(['backup', '--output', join(folder, `${ID}.json`)], /exists already/);
    await mistake(['backup', '--output', '/nowhere/at/all.sqlite'], /there is no folder \/nowhere\/at/);
    await mistake(['restore'], /restore: name one backup, like/);
    await mistake(['restore', '/nowhere.sqlite'], /there is no store at \/nowhere\.sqlite/);
    const store = readFileSync(join(data, 'box-office.sqlite'));
    const outside = temporaryFolder(t);
    writeFileSync(join(outside, 'text.sqlite'), 'x'.repeat(5000));
    writeFileSync(join(outside, 'empty.sqlite'), '');
    writeFileSync(join(outside, 'torn.sqlite'), store.subarray(0, store.length - 4096));
    for (const name of ['text', 'torn']) {
      await mistake(['restore', join(outside, `${name}.sqlite`), '--replace'], /cannot be copied|is damaged/);
    }
    await mistake(
      ['restore', join(outside, 'empty.sqlite'), '--replace'],
      /this is not a store of a box office/,
    );
    assert.deepEqual(readFileSync(join(data, 'box-office.sqlite')), store);
    assert.deepEqual(
      readdirSync(data).filter((name) => /restoring|replaced/.test(name)),
      [],
    );

    const good = join(outside, 'good.sqlite');
    copyFileSync(join(data, 'box-office.sqlite'), good);
    rmSync(join(data, 'withdrawn.txt'));
    await mistake(['restore', good, '--replace'], /there is no withdrawn\.txt in .* or beside the backup/);
    writeFileSync(join(outside, 'withdrawn.txt'), 'who knows\n');
    await mistake(['restore', good, '--replace'], /line 1, "who knows", is neither/);
  });
});

describe('the list of withdrawals', () => {
  const receipt = 'A'.repeat(22);
  for (const [name, text, withdrawals, ceiling] of [
    ['nothing', '', 0, undefined],
    ['both kinds', `revision a 7\na ${receipt}\n`, 1, 7],
    ['a petition called revision', `revision ${receipt}\n`, 1, undefined],
    [
      'repeated lines, the highest revision',
      `a ${receipt}\nrevision a 9\na ${receipt}\nrevision a 3\n`,
      1,
      9,
    ],
    ['as Windows saves it', `\uFEFF# note\r\n\r\nrevision a 7\r\na ${receipt}\r\n`, 1, 7],
    ['a torn receipt', `a ${receipt}\nb ${'B'.repeat(21)}`, 1, undefined],
    ['a whole last line without its line feed', `a ${receipt}\nb ${receipt}`, 2, undefined],
    ['a tail of zeros', `a ${receipt}\n${'\0'.repeat(99)}`, 1, undefined],
  ] as const) {
    it(name, () => {
      const list = parseWithdrawnList(text, 'withdrawn.txt');
      assert.deepEqual([list.size, list.ceilings.get('a')], [withdrawals, ceiling]);
      assert.equal(parseWithdrawnList(list.toText(), 'again').size, withdrawals);
    });
  }

  it('sets the next ceiling before half of the reserve is used', () => {
    const list = parseWithdrawnList('', 'withdrawn.txt');
    assert.equal(list.nextCeiling('a', 1), 10_001);
    list.raiseCeiling('a', 10_001);
    assert.equal(list.nextCeiling('a', 5_001), null);
    assert.equal(list.nextCeiling('a', 5_002), 15_002);
    assert.equal(list.nextCeiling('a', 4_294_967_290), 4_294_967_295);
  });
});

describe('files are for their owner only', () => {
  it('in a folder that others can open, whatever they were before', async (t) => {
    const folder = writeCampaigns(temporaryFolder(t), campaign());
    const data = join(folder, 'data');
    mkdirSync(data);
    chmodSync(data, 0o755);
    const env = { GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: data };
    const office = await startProcess(t, env);
    const receipt = await signMarked(office.url, 'Ada');
    await signMarked(office.url, 'Zofia');
    await withdraw(office.url, receipt);
    assert.equal((await runCommand(['export'], env)).code, 0);
    const backups = temporaryFolder(t);
    assert.equal((await runCommand(['backup', '--output', backups], env)).code, 0);
    allPrivate(data);
    allPrivate(backups);
    assert.ok(
      ['box-office.sqlite', 'box-office.sqlite-wal', 'server.lock', 'withdrawn.txt'].every(
        (name) => name in modes(data),
      ),
    );
    await office.end('SIGKILL');

    for (const name of readdirSync(data)) chmodSync(join(data, name), 0o644);
    writeFileSync(join(data, 'notes.txt'), 'not ours', { mode: 0o644 });
    const again = await startProcess(t, env);
    const { 'notes.txt': notOurs, ...ours } = modes(data);
    assert.deepEqual(new Set(Object.values(ours)), new Set(['600']));
    assert.equal(notOurs, '644');
    assert.match(
      again.stderr(),
      /box-office\.sqlite had mode 644, so that others on this machine could read it/,
    );
  });
});

describe('the lock is the file that was locked', () => {
  const lock = (data: string): string => join(data, 'server.lock');
  for (const [name, change] of [
    ['removed', (data: string) => rmSync(lock(data))],
    ['moved', (data: string) => renameSync(lock(data), `${lock(data)}.old`)],
    [
      'replaced',
      (data: string) => {
        writeFileSync(`${lock(data)}.new`, '');
        renameSync(`${lock(data)}.new`, lock(data));
      },
    ],
    [
      'the whole folder replaced',
      (data: string) => {
        renameSync(data, `${data}.old`);
        mkdirSync(data);
        writeFileSync(lock(data), '');
      },
    ],
    ['the whole folder removed', (data: string) => rmSync(data, { recursive: true })],
    ['the store removed', (data: string) => rmSync(join(data, 'box-office.sqlite'))],
    ['the log removed', (data: string) => rmSync(join(data, 'box-office.sqlite-wal'))],
  ] as const) {
    it(`${name}: the server stops and says why`, async (t: TestContext) => {
      const office = await startSample(t, { env: { ALLOWED_ORIGINS: 'https://ngo.example' } });
      await signMarked(office.url, 'Ada');
      change(office.env.GRANDSTAND_DATA!);
      const { code, stderr } = await office.ended();
      assert.equal(code, 1);
      assert.match(
        stderr,
        /^grandstand-box-office: GRANDSTAND_DATA: .* was removed or replaced while this box office was running; .*\n$/m,
      );
    });
  }

  it('nothing is accepted any more, even before the next publication', async (t) => {
    const { url, folder, office } = await startInside(t);
    const receipt = await signMarked(url, 'Ada');
    renameSync(join(folder, 'data', 'server.lock'), join(folder, 'data', 'server.lock.old'));
    assert.equal((await sign(url, signature())).json.code, 'busy');
    assert.equal((await withdraw(url, receipt)).json.code, 'busy');
    office.publish();
    assert.match((await office.lost).message, /server\.lock was removed or replaced/);
  });
});

describe('readiness', () => {
  it('no after a failed commit, until one succeeds without anybody signing', async (t) => {
    const { url, office } = await startInside(t);
    const ready = async (): Promise<number> => (await fetch(`${url}/readyz`)).status;
    assert.equal(await ready(), 200);
    office.store.database.exec('PRAGMA max_page_count = 1');
    const fields = { given_name: 'Zofia', email: 'z@mail.example', comment: 'x'.repeat(1000) };
    let answer = await sign(url, signature({ fields }));
    for (let i = 0; i < 30 && answer.status === 201; i++) answer = await sign(url, signature({ fields }));
    assert.equal(answer.status, 503);
    assert.equal(await ready(), 503);
    office.publish();
    assert.equal(await ready(), 503, 'the disk is still full');
    office.store.database.exec('PRAGMA max_page_count = 1000000');
    assert.equal(await ready(), 503, 'nothing has been tried');
    office.publish();
    assert.equal(await ready(), 200);
    assert.equal(office.store.findPetition(''), null);
  });

  it('a withdrawal that cannot be noted is not answered as done', async (t) => {
    const { url, office, folder } = await startInside(t);
    const receipt = await signMarked(url, 'Ada');
    const list = join(folder, 'data', 'withdrawn.txt');
    // A folder in its place fails every writer, also one that may do everything.
    renameSync(list, `${list}.away`);
    mkdirSync(list);
    assert.equal((await withdraw(url, receipt)).status, 500);
    assert.equal(office.store.count(ID), 1);
    rmSync(list, { recursive: true });
    assert.equal((await withdraw(url, receipt)).status, 204);
    assert.ok(existsSync(list), 'a list that was removed is written whole');
    assert.ok(readFileSync(list, 'utf8').includes(receipt.receipt));
    assert.match(readFileSync(list, 'utf8'), /^revision small-hall \d+$/m);
  });
});
