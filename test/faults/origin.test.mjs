// A page whose origin the box office does not let sign: what the signer reads, and what each place says to whoever can mend
// it: the browser's console, `debug`, the box office's log, and `check`.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { openBrowser } from '../journey/support.mjs';
import { campaignDocument, startPartner, visitPartner } from '../support/partner.mjs';
import { startBoxOffice } from './support.mjs';

const MAIN = new URL('../../box-office/dist/main.js', import.meta.url).pathname;
const LISTED = 'https://ngo.example';

describe('a page of another origin', { timeout: 300_000 }, () => {
  let browser, partner, office, visitor;
  before(async () => {
    [browser, partner] = await Promise.all([openBrowser(), startPartner()]);
  });
  after(async () => {
    await browser?.close();
    await partner?.stop();
  });
  afterEach(async () => {
    await visitor?.context.close();
    await office?.stop();
    [visitor, office] = [];
  });

  /** Opens the partner's page, with or without `debug`; `lines`: all that the console says of ours, `posts`: what was posted. */
  async function visit(endpoint, attributes = 'debug') {
    const html = partnerPageWith(campaignDocument({ endpoint }), attributes);
    const [lines, posts] = [[], []];
    visitor = await visitPartner(browser, partner.html(html), {
      prepare: (context) => {
        context.on('console', (message) => lines.push(message.text()));
        context.on('request', (one) => one.method() === 'POST' && posts.push([one.url(), one.postData()]));
      },
    });
    const own = () => lines.filter((line) => line.startsWith('grandstand: '));
    return { lines, own, posts, page: visitor.page };
  }

  /** Waits until the console has said something that this matches. */
  async function said(lines, words) {
    while (!lines.some((line) => words.test(line)))
      await visitor.page.waitForEvent('console', { timeout: 15_000 });
  }

  const partnerPageWith = (document, attributes) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A partner’s page</title><link rel="icon" href="data:,">
<script type="module" src="/dist/grandstand.js"></script>
<petition-campaign ${attributes}>
<script type="application/json">${JSON.stringify(document)}</script>
<petition-signature-counter></petition-signature-counter>
<petition-sign-form></petition-sign-form>
</petition-campaign></html>`;

  async function check(endpoint, origin) {
    const folder = mkdtempSync(join(tmpdir(), 'grandstand-origin-'));
    try {
      const file = join(folder, 'free-them.json');
      writeFileSync(file, JSON.stringify(campaignDocument({ endpoint })));
      const run = promisify(execFile)(process.execPath, [MAIN, 'check', file, '--origin', origin]);
      return await run.then(
        ({ stdout }) => ({ code: 0, stdout }),
        ({ code, stdout }) => ({ code, stdout }),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('that is not listed: signer, console, debug, log and check', async () => {
    office = await startBoxOffice(campaignDocument(), LISTED);
    const petition = `${office.url}/petitions/free-them`;
    const { lines, own, posts } = await visit(office.url);

    await said(lines, /does not let pages of/);
    assert.deepEqual(
      own().filter((line) => line.includes('does not let')),
      [
        `grandstand: endpoint: "${petition}" does not let pages of ${partner.origin} sign; start the box office with ALLOWED_ORIGINS=${partner.origin}, besides the origins it already allows, and check that no proxy in front removes its CORS headers`,
      ],
    );
    assert.ok(lines.some((line) => line.includes('blocked by CORS policy')));
    const refused = () =>
      office
        .log()
        .split('\n')
        .filter((line) => line.includes('was refused'));
    const expected = [
      `grandstand-box-office: A page of ${partner.origin} was refused; if it is yours, start with ALLOWED_ORIGINS=${LISTED},${partner.origin}`,
    ];
    assert.deepEqual(refused(), expected);

    await visitor.fillIn();
    await visitor.press();
    await visitor.settled();
    await visitor.says('Not sent yet');
    await visitor.says(/Everything you wrote is still here/);
    assert.deepEqual(refused(), expected);
    assert.deepEqual(office.rows(), []);
    assert.ok(own().some((line) => line.includes(`"Access-Control-Allow-Origin: ${partner.origin}"`)));
    assert.doesNotMatch(lines.join('\n') + office.log(), /ada@example|Novák/);
    assert.deepEqual(posts[0], [`${petition}/signatures`, '{}']);

    const { code, stdout } = await check(office.url, partner.origin);
    assert.equal(code, 1);
    assert.ok(
      stdout.includes(
        `problem sign: the preflight of ${petition}/signatures for ${partner.origin} (OPTIONS) is answered 403, so its pages cannot sign; start the box office with ALLOWED_ORIGINS=${partner.origin}, besides the origins it already allows (its own pages: let the proxy pass the Host header on)\n`,
      ),
      stdout,
    );
  });

  it('that is listed: debug says so, nothing is stored, and the log is silent', async () => {
    office = await startBoxOffice(campaignDocument(), partner.origin);
    const { lines, own } = await visit(office.url);
    await said(lines, /may sign at/);
    assert.ok(
      own().includes(
        `grandstand: pages of ${partner.origin} may sign at ${office.url}/petitions/free-them/signatures`,
      ),
    );
    assert.deepEqual(office.rows(), []);
    assert.doesNotMatch(office.log(), /refused/);
    assert.equal((await check(office.url, partner.origin)).code, 0);
  });

  it('without debug nobody is asked before somebody signs', async () => {
    office = await startBoxOffice(campaignDocument(), LISTED);
    const { own, posts } = await visit(office.url, '');
    await visitor.until((state) => state.freshness === 'fresh');
    assert.deepEqual([own(), posts], [[], []]);
    assert.doesNotMatch(office.log(), /refused/);
  });

  it('before another service nobody is asked, not even with debug', async () => {
    const asked = [];
    const server = createServer((request, response) => {
      asked.push(request.method);
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.end('{"signatures": 7}');
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${server.address().port}/`;
    const { own } = await visit({ sign: { url }, count: { url, path: 'signatures' } });
    await visitor.until((state) => state.count?.signatures === 7);
    server.close();
    server.closeAllConnections();
    assert.deepEqual([...new Set(asked)], ['GET']);
    assert.ok(own().every((line) => !line.includes('may sign')));
  });

  it('before a box office that does not know the petition', async () => {
    office = await startBoxOffice(campaignDocument({ id: 'another' }), partner.origin);
    const { lines } = await visit(office.url);
    await said(
      lines,
      /^grandstand: endpoint: ".*\/petitions\/free-them" does not know the petition "free-them"; put its document into GRANDSTAND_CAMPAIGNS$/,
    );
  });
});
