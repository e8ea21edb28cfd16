// What the README shows is pasted as it stands: its campaign and page into a folder, its tag into a page of another origin.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { dataFolder, freePort, openBrowser, startBoxOffice, untilState, visit } from './support.mjs';

const root = new URL('../../', import.meta.url).pathname;
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (language) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text]) => text);

const [campaign] = blocks('json');
const [page, tag] = blocks('html');
const { id, title } = JSON.parse(campaign);
/** The tag with the address of another box office. */
const tagAt = (url) =>
  tag.replaceAll('https://sign.ngo.example/', url).replaceAll('https://sign.ngo.example', url.slice(0, -1));

describe('the campaign of the README', { timeout: 120_000 }, () => {
  let data, office, browser, file, partner;
  before(async () => {
    partner = createServer((_, response) =>
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!doctype html>${tagAt(office.url)}`),
    );
    const origin = `http://localhost:${await freePort()}`;
    await new Promise((resolve) => partner.listen(new URL(origin).port, '127.0.0.1', resolve));
    data = dataFolder();
    const folder = join(data.folder, 'campaigns');
    mkdirSync(folder);
    file = join(folder, `${id}.json`);
    writeFileSync(file, campaign);
    writeFileSync(join(folder, 'index.html'), page);
    browser = await openBrowser();
    office = await startBoxOffice('serve', {
      port: await freePort(),
      data: data.folder,
      args: ['--page', folder],
      env: { ALLOWED_ORIGINS: origin },
    });
  });
  after(async () => {
    await browser?.close();
    await office?.stop();
    partner?.close();
    partner?.closeAllConnections();
    data?.remove();
  });

  const count = async () => (await (await fetch(`${office.url}petitions/${id}`)).json()).signatures;

  /** Signs on the page that is open, and waits until the box office has published one signature more. */
  async function sign(visitor, email) {
    const before = await count();
    await visitor.getByLabel('Your name').fill('Ada Novák');
    await visitor.getByLabel('Email').fill(email);
    await visitor.getByLabel(/I sign\./).check();
    await visitor.locator('[part~="submit"]').click();
    await untilState(visitor, (state) => state.signing.outcome === 'signed');
    while ((await count()) !== before + 1) await new Promise((resolve) => setTimeout(resolve, 100));
  }

  it('has ten lines, and no mistake', () => {
    assert.equal(campaign.trim().split('\n').length, 10);
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'box-office/dist/main.js'), 'check', file],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stdout);
    assert.doesNotMatch(stdout, /^(problem|warning)/m);
  });

  it('is signed on its page, beside its person', async () => {
    const { page: visitor, context, complaints } = await visit(browser, office.url, { heading: title });
    await visitor.getByRole('button', { name: 'Sit beside Mira' }).click();
    await untilState(visitor, (state) => state.seat !== null);
    await sign(visitor, 'ada@example.org');
    const seat = await visitor.evaluate(
      () => document.querySelector('petition-campaign').campaign.state.signing.place.code,
    );
    assert.match(seat, /^1-1-[24]$/);
    // The page names no icon.
    assert.deepEqual(
      complaints.filter((text) => !/404/.test(text)),
      [],
    );
    await context.close();
  });

  it('is signed by its tag on a page of another origin', async () => {
    const context = await browser.newContext();
    const visitor = await context.newPage();
    await visitor.goto(`http://localhost:${partner.address().port}`);
    await visitor.getByRole('heading', { name: title }).waitFor();
    await visitor.getByRole('button', { name: 'Sign without a seat' }).click();
    await sign(visitor, 'bea@example.org');
    await context.close();
  });
});
