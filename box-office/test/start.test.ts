import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { ID, campaign, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { readCount, runCommand, startProcess, startSample, type Ended } from './support/office.ts';
import { sign, signature } from './support/sign.ts';

/** One sentence on stderr, exit code 1, and no stack trace. */
function assertMistake({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  assert.equal(code, 1, stderr);
  assert.equal(stdout, '');
  assert.match(stderr, sentence);
  assert.match(stderr, /^grandstand-box-office: .*\n$/, 'one line');
  assert.doesNotMatch(stderr, /\n\s+at |node:internal/);
}

function folders(t: TestContext, files: Record<string, unknown>): Record<string, string> {
  const folder = temporaryFolder(t);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return { GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: join(folder, 'data') };
}

describe('a mistake at the start is one clear sentence', { concurrency: 2 }, () => {
  const document = campaign();
  const kept = (seat: string) => ({ ...document.stories[0]!, seat });
  const cases: [
    name: string,
    files: Record<string, unknown>,
    env: Record<string, string>,
    sentence: RegExp,
  ][] = [
    [
      'no campaigns',
      { 'readme.txt': 'x', 'package.json': { name: 'x' } },
      {},
      /GRANDSTAND_CAMPAIGNS: there is no campaign document in .*; put one there as <id>\.json/,
    ],
    [
      'no folder',
      {},
      { GRANDSTAND_CAMPAIGNS: '/nowhere/at/all' },
      /GRANDSTAND_CAMPAIGNS: the folder \/nowhere\/at\/all cannot be read \(ENOENT\)/,
    ],
    [
      'no JSON',
      { [`${ID}.json`]: '{"grandstand": 1,' },
      {},
      /small-hall\.json: this is not JSON \(.*\); mend it/,
    ],
    [
      'a wrong value',
      { [`${ID}.json`]: { ...document, state: 'opne' } },
      {},
      /small-hall\.json: state: "opne"/,
    ],
    ['an unknown key', { [`${ID}.json`]: { ...document, colour: 'red' } }, {}, /small-hall\.json: .*colour/],
    [
      'an unknown venue',
      { [`${ID}.json`]: { ...document, venue: 'colosseum' } },
      {},
      /small-hall\.json: venue.*colosseum/,
    ],
    [
      'a seat the venue lacks',
      { [`${ID}.json`]: { ...document, stories: [kept('Z-1-1')] } },
      {},
      /small-hall\.json: stories\[0\]\.seat: "Z-1-1" is not a seat of the venue/,
    ],
    [
      'a name that is not the id',
      { 'small-hell.json': document },
      {},
      /small-hell\.json: id: "small-hall" must be the name of the file; rename it to small-hall\.json/,
    ],
    [
      'the same id twice',
      { [`${ID}.json`]: document, [`more/${ID}.json`]: document },
      {},
      /id: "small-hall" is the id of .*small-hall\.json already/,
    ],
    [
      'PORT',
      { [`${ID}.json`]: document },
      { PORT: '80a' },
      /PORT: "80a" is not possible; use a whole number from 0 to 65535\./,
    ],
    [
      'PUBLISH_SECONDS',
      { [`${ID}.json`]: document },
      { PUBLISH_SECONDS: '11' },
      /PUBLISH_SECONDS: "11" is not possible; use a number from 0\.1 to 10\./,
    ],
    ['RATE_LIMIT', { [`${ID}.json`]: document }, { RATE_LIMIT: '-1' }, /RATE_LIMIT: "-1"/],
    [
      'ALLOWED_ORIGINS',
      { [`${ID}.json`]: document },
      { ALLOWED_ORIGINS: 'https://a.example, https://b.example/page' },
      /ALLOWED_ORIGINS: "https:\/\/b\.example\/page" has more than scheme, host and port; write https:\/\/b\.example; /,
    ],
    [
      'ALLOWED_ORIGINS *',
      { [`${ID}.json`]: document },
      { ALLOWED_ORIGINS: '*' },
      /ALLOWED_ORIGINS: "\*" has a wildcard/,
    ],
    [
      'DATABASE_URL',
      { [`${ID}.json`]: document },
      { DATABASE_URL: 'postgres://localhost' },
      /DATABASE_URL: this version keeps its data in one SQLite file/,
    ],
    [
      'a store that is no folder',
      { [`${ID}.json`]: document, data: 'x' },
      {},
      /GRANDSTAND_DATA: the store in .*data cannot be opened/,
    ],
    [
      'a store that is none',
      { [`${ID}.json`]: document, 'data/box-office.sqlite': 'x'.repeat(5000) },
      {},
      /GRANDSTAND_DATA: the store in .*data cannot be opened \(file is not a database\)/,
    ],
  ];
  for (const [name, files, env, sentence] of cases) {
    it(name, async (t) => {
      assertMistake(await runCommand([], { ...folders(t, files), ...env }), sentence);
    });
  }

  it('several mistakes: the first, and how many more', async (t) => {
    const env = folders(t, { [`${ID}.json`]: { ...document, state: 'opne', goals: 'many', colour: 1 } });
    assertMistake(
      await runCommand([], env),
      /\(and 2 more: grandstand-box-office check .*small-hall\.json\)/,
    );
  });

  it('port in use', async (t) => {
    const server = createServer().listen(0);
    await once(server, 'listening');
    t.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const env = folders(t, { [`${ID}.json`]: document });
    assertMistake(
      await runCommand([], { ...env, PORT: String(port) }),
      new RegExp(`PORT: ${port} is in use already`),
    );
  });

  it('a second server on the same data', async (t) => {
    const office = await startSample(t);
    const second = await runCommand([], office.env);
    assertMistake(
      second,
      /GRANDSTAND_DATA: another box office uses the folder .*data already; stop it, or give this one a folder/,
    );
    assert.equal((await sign(office.url, signature({ seat: 3 }))).status, 201, 'the first goes on');
    // A dead server holds nothing.
    await office.end('SIGKILL');
    const third = await startProcess(t, office.env);
    assert.equal((await readCount(third.url, ID)).seats!.taken, 1);
  });

  it('a Node without SQLite', async (t) => {
    const env = folders(t, { [`${ID}.json`]: document });
    const ended = await runCommand([], env, ['--no-experimental-sqlite']);
    assertMistake(
      ended,
      /This needs Node 22\.13 or newer, which has node:sqlite; this is Node \d+\.\d+\.\d+\./,
    );
  });

  it('an unknown command, an unknown option', async () => {
    assertMistake(
      await runCommand(['sign']),
      /"sign" is not a command; the commands are serve, export, check/,
    );
    assertMistake(await runCommand(['serve', '--prot', '80']), /Unknown option '--prot'/);
    assertMistake(await runCommand(['serve', 'here']), /Unexpected argument 'here'/);
  });

  it('a folder to serve that is missing', async (t) => {
    const env = folders(t, { [`${ID}.json`]: document });
    assertMistake(
      await runCommand(['serve', '--dist', '/nowhere/dist'], env),
      /\/nowhere\/dist: there is no such folder to serve/,
    );
  });
});

describe('a start', () => {
  it('--help', async () => {
    const { code, stdout } = await runCommand(['--help']);
    assert.equal(code, 0);
    for (const word of [
      'serve',
      'export',
      'check',
      'PORT',
      'GRANDSTAND_DATA',
      'GRANDSTAND_CAMPAIGNS',
      'ALLOWED_ORIGINS',
      'PUBLISH_SECONDS',
      'RATE_LIMIT',
    ]) {
      assert.ok(stdout.includes(word), word);
    }
  });

  it('says that only its own pages may sign', async (t) => {
    assert.match(
      (await startSample(t)).stderr(),
      /ALLOWED_ORIGINS is empty: only pages of this address may sign\./,
    );
    const listed = await startSample(t, { env: { ALLOWED_ORIGINS: 'https://ngo.example' } });
    assert.equal(listed.stderr(), '');
  });

  it('finds documents in the folder and one level below, beside other files', async (t) => {
    const env = folders(t, {
      [`${ID}.json`]: campaign(),
      // Some editors put a mark in front.
      'below/second.json': `\uFEFF${JSON.stringify(campaign({ id: 'second' }))}`,
      'below/deeper/third.json': campaign({ id: 'third' }),
      'package.json': { name: 'x' },
      '.hidden/fourth.json': campaign({ id: 'fourth' }),
      'notes.txt': 'x',
    });
    const { url } = await startProcess(t, env);
    const statuses = await Promise.all(
      [ID, 'second', 'third', 'fourth', 'package'].map(
        async (id) => (await fetch(`${url}/petitions/${id}`)).status,
      ),
    );
    assert.deepEqual(statuses, [200, 200, 404, 404, 404]);
  });

  it('two petitions have their own seats, keys and counts', async (t) => {
    const folder = writeCampaigns(temporaryFolder(t), campaign(), campaign({ id: 'other' }));
    const { url } = await startProcess(t, {
      GRANDSTAND_CAMPAIGNS: folder,
      GRANDSTAND_DATA: join(folder, 'data'),
    });
    const body = JSON.stringify(signature({ seat: 6 }));
    const post = (id: string) =>
      fetch(`${url}/petitions/${id}/signatures`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json' },
      });
    assert.deepEqual([(await post(ID)).status, (await post('other')).status], [201, 201]);
  });
});
