import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ID, campaign, temporaryFolder, writeCampaigns } from './support/campaign.ts';
import { runCommand, startProcess } from './support/office.ts';
import { send } from './support/sign.ts';

const folder = temporaryFolder({ after });
const page = writeCampaigns(join(folder, 'page'), campaign());
const dist = join(folder, 'dist');
for (const sub of [join(dist, 'locales'), join(page, 'petitions'), join(page, '.secret')])
  mkdirSync(sub, { recursive: true });
for (const [file, text] of [
  [join(page, 'index.html'), '<!doctype html>'],
  [join(page, 'page.css'), 'p{}'],
  [join(page, 'healthz'), 'mine'],
  [join(page, 'notes.sqlite'), 'x'],
  [join(page, '.secret', 'a.txt'), 'x'],
  [join(page, 'petitions', `${ID}.json`), '{}'],
  [join(dist, 'grandstand.js'), 'export {}'],
  [join(dist, 'locales', 'be.js'), 'export {}'],
  [join(folder, 'outside.txt'), 'x'],
] as const) {
  writeFileSync(file, text);
}
symlinkSync(join(folder, 'outside.txt'), join(page, 'link.txt'));

// The campaign of the page is found without a setting of its own.
const { url } = await startProcess({ after }, { GRANDSTAND_DATA: join(folder, 'data') }, [
  'serve',
  '--page',
  page,
  '--dist',
  dist,
]);

describe('a page served beside the API', () => {
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/page.css?v=1', 'text/css; charset=utf-8'],
    ['/small-hall.json', 'application/json'],
    ['/portraits/ada.svg', 'image/svg+xml'],
    ['/dist/grandstand.js', 'text/javascript; charset=utf-8'],
    ['/dist/locales/be.js', 'text/javascript; charset=utf-8'],
  ] as const) {
    it(path, async () => {
      const response = await fetch(url + path);
      assert.deepEqual([response.status, response.headers.get('content-type')], [200, type]);
      assert.equal(response.headers.get('cache-control'), 'no-cache');
      const again = await send(url + path, null, {
        method: 'GET',
        headers: { 'If-None-Match': response.headers.get('etag')! },
      });
      assert.equal(again.status, 304);
      assert.equal((await fetch(url + path, { method: 'HEAD' })).status, 200);
    });
  }

  for (const path of [
    '/nothing.html',
    '/portraits/',
    '/portraits',
    '/link.txt',
    '/notes.sqlite',
    '/.secret/a.txt',
    '/%2esecret/a.txt',
    '/../outside.txt',
    '/..%2foutside.txt',
    '/dist/..%2f..%2foutside.txt',
    '/dist/%5c..%5c..%5coutside.txt',
    '/dist',
    '/dist/',
    '/%00.txt',
    '/%E0%A4%A.txt',
  ]) {
    it(`not ${path}`, async () => {
      const answer = await send(url + path, null, { method: 'GET' });
      assert.ok(answer.status === 404 || answer.status === 400, `${answer.status}`);
      assert.ok(!answer.text.includes('x<') && answer.text !== 'x');
    });
  }

  it('the API comes first', async () => {
    assert.equal(await (await fetch(`${url}/healthz`)).text(), 'ok\n');
    assert.equal((await fetch(`${url}/petitions/${ID}.json`)).status, 404);
    assert.equal((await fetch(`${url}/petitions/${ID}`)).status, 200);
  });
});

describe('pages of several campaigns', () => {
  const pages = join(folder, 'pages');
  for (const id of ['village-square', 'a hall']) {
    const inside = writeCampaigns(join(pages, id), ...(id.includes(' ') ? [] : [{ ...campaign(), id }]));
    writeFileSync(join(inside, 'index.html'), `<!doctype html>${id}`);
  }
  mkdirSync(join(pages, 'portraits'));
  mkdirSync(join(folder, 'empty'));

  it('each has an address of its own, which the start names; the first page stays at /', async (t) => {
    const office = await startProcess(t, { GRANDSTAND_DATA: join(folder, 'data-pages') }, [
      'serve',
      '--page',
      page,
      '--pages',
      pages,
    ]);
    assert.equal(await (await fetch(`${office.url}/`)).text(), '<!doctype html>');
    for (const path of ['village-square', 'a%20hall']) {
      const response = await fetch(`${office.url}/${path}/`);
      assert.equal(await response.text(), `<!doctype html>${decodeURIComponent(path)}`);
    }
    assert.equal((await fetch(`${office.url}/village-square/portraits/ada.svg`)).status, 200);
    assert.equal((await fetch(`${office.url}/village-square/../../outside.txt`)).status, 404);
    assert.equal((await fetch(`${office.url}/petitions/village-square`)).status, 200);
    const { stdout } = await office.end('SIGTERM');
    assert.deepEqual(stdout.match(/(?<=^Page: ).*$/gm), [
      `${office.url}/a%20hall/`,
      `${office.url}/village-square/`,
    ]);
  });

  it('a folder without a page is refused with a sentence', async () => {
    const { code, stderr } = await runCommand(['serve', '--pages', join(folder, 'empty')], {
      GRANDSTAND_DATA: join(folder, 'data-empty'),
      GRANDSTAND_CAMPAIGNS: pages,
    });
    assert.equal(code, 1);
    assert.match(stderr, /empty: no folder in it holds a page; put an index\.html into each\./);
  });
});
