// What `npm run release` makes, as those who get it use it: npm in an empty folder, a web space of another origin, a tool that
// judges packages. Made twice, since the second has to have the same bytes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { startBoxOffice } from '../faults/support.mjs';
import { openBrowser } from '../journey/support.mjs';
import { campaignDocument } from '../support/partner.mjs';

const root = new URL('../../', import.meta.url).pathname;
const release = join(root, 'release');
const run = (command, args, cwd = root) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const names = [
  `grandstand-${version}-upload.zip`,
  `grandstand-${version}.tgz`,
  `grandstand-box-office-${version}.tgz`,
  'snippet-classic.html',
  'snippet-module.html',
  'sri.json',
];
const sums = () =>
  Object.fromEntries(
    names.map((name) => [name, createHash('sha256').update(readFileSync(join(release, name))).digest('hex')]),
  );
const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html; charset=utf-8' };

describe('a release', { timeout: 900_000 }, () => {
  let first, folder;
  before(() => {
    run('npm', ['run', 'release', '--silent']);
    first = sums();
    folder = mkdtempSync(join(tmpdir(), 'grandstand-release-'));
  });
  after(() => folder && rmSync(folder, { recursive: true, force: true }));

  const upload = () => unzipSync(readFileSync(join(release, names[0])));

  it('holds what the README names, and nothing else', () => {
    assert.deepEqual(readdirSync(release).sort(), [...names].sort());
  });
  it('has the same bytes when it is made again', () => {
    run('npm', ['run', 'release', '--silent']);
    assert.deepEqual(sums(), first);
  });
  for (const name of names.slice(1, 3))
    it(`${name} passes publint`, () => run('npx', ['publint', join(release, name), '--strict']));
  it(`${names[1]} passes attw`, () => run('npx', ['attw', join(release, names[1]), '--profile', 'esm-only']));

  it('installs in an empty folder, both packages, and takes a document there', () => {
    writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
    run('npm', ['install', '--no-audit', '--no-fund', ...names.slice(1, 3).map((name) => join(release, name))], folder);
    const installed = readFileSync(join(folder, 'package-lock.json'), 'utf8');
    assert.doesNotMatch(installed, /file:\.\.(?!.*\.tgz)/);
    writeFileSync(join(folder, 'one.json'), JSON.stringify(campaignDocument({ endpoint: 'http://localhost:1/' })));
    const script = `import { readCampaign } from 'grandstand/model'; import { readFileSync } from 'node:fs';
      console.log(readCampaign(JSON.parse(readFileSync('one.json'))).problems.length);`;
    assert.equal(run(process.execPath, ['--input-type=module', '--eval', script], folder).trim(), '0');
    assert.match(run(join(folder, 'node_modules/.bin/grandstand-box-office'), ['--help'], folder), /serve/);
  });
  it('names every package of the bundle in its notices, with its licence', () => {
    const notices = new TextDecoder().decode(upload()['grandstand/THIRD-PARTY-NOTICES.txt']);
    for (const name of ['lit-html', 'lit-element', '@lit/reactive-element', '@lit/context', 'lean-qr', 'valibot'])
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'), name);
    assert.match(notices, /Redistribution and use in source and binary forms/);
  });
  it('has Storybook as a folder beside the script', () => {
    assert.ok(upload()['storybook/index.html']);
  });
  it('has a classic script of each language, with maps of the first', () => {
    const files = Object.keys(upload());
    for (const name of ['', '.ar', '.be', '.cs', '.de', '.de-x-informal', '.pl', '.ru', '.uk'])
      assert.ok(files.includes(`grandstand/grandstand.classic${name}.js`), name);
    assert.ok(files.includes('grandstand/grandstand.classic.js.map'));
  });

  describe('on a web space of another origin', () => {
    let browser, space, page, office, pageOrigin, spaceOrigin, change;
    before(async () => {
      const files = upload();
      space = createServer((req, res) => {
        const path = new URL(req.url, 'http://space.example').pathname.replace(/^\/some\/where\//, '');
        const bytes = files[path];
        if (!bytes) return res.writeHead(404).end();
        res.writeHead(200, {
          'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
          'access-control-allow-origin': '*',
        });
        return res.end(change?.(path, bytes) ?? bytes);
      });
      page = createServer((req, res) => res.setHeader('content-type', TYPES['.html']).end(page.html));
      for (const server of [space, page]) await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      spaceOrigin = `http://127.0.0.1:${space.address().port}`;
      pageOrigin = `http://127.0.0.1:${page.address().port}`;
      browser = await openBrowser();
      office = await startBoxOffice(campaignDocument({ endpoint: 'http://localhost:1/' }), pageOrigin);
    });
    after(async () => {
      await browser?.close();
      await office?.stop();
      for (const server of [space, page]) server?.close();
    });

    /** Opens a page with the snippet; resolves to it and to all that the console complains of. */
    async function open(name) {
      const snippet = readFileSync(join(release, name), 'utf8').replaceAll(
        'https://your-site.example/grandstand/',
        `${spaceOrigin}/some/where/grandstand/`,
      );
      page.html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
        <petition-campaign endpoint="${office.url}" petition="free-them"><a href="#">Sign here</a></petition-campaign>${snippet}`;
      const tab = await browser.newPage();
      const complaints = [];
      tab.on('console', (one) => ['warning', 'error'].includes(one.type()) && complaints.push(one.text()));
      await tab.goto(pageOrigin);
      return { tab, complaints };
    }

    for (const name of names.slice(3, 5)) {
      it(`${name}: draws the petition`, async () => {
        const { tab, complaints } = await open(name);
        await tab.locator('petition-sign-form').getByLabel('Email').waitFor();
        assert.deepEqual(complaints, []);
        await tab.close();
      });
      it(`${name}: runs nothing that was changed`, async () => {
        const victim = name === 'snippet-classic.html' ? /classic\.js$/ : /chunks\/core-.*\.js$/;
        change = (path, bytes) => (victim.test(path) ? Buffer.concat([bytes, Buffer.from('\n//')]) : null);
        const { tab, complaints } = await open(name);
        await tab.waitForTimeout(1000);
        change = null;
        assert.ok(complaints.some((line) => /integrity|digest/i.test(line)), complaints.join('\n'));
        assert.equal(await tab.locator('a').isVisible(), true);
        assert.equal(await tab.evaluate(() => !!document.querySelector('petition-campaign').shadowRoot), false);
        await tab.close();
      });
    }
  });
});
