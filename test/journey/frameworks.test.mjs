// What docs/frameworks.md says about pages that render again: its examples are taken out of it, bundled, and used by a signer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openBrowser } from './support.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(`${root}${path}`, 'utf8');
const manual = read('docs/frameworks.md');
const campaign = read('examples/human-rights-match/human-rights-match.json');

/** The one example of a language. */
const example = (language) => new RegExp('```' + language + '\\n([^]*?)```').exec(manual)[1];

/** How each is told to render; `render` is called by the test whenever the page is to render. */
const PAGES = {
  'React 19': {
    code: `${example('jsx')}
      import { createRoot } from 'react-dom/client';
      import { flushSync } from 'react-dom';
      const app = createRoot(document.querySelector('#app'));
      globalThis.render = (campaign) => flushSync(() => app.render(<Petition campaign={campaign} />));`,
    loader: 'jsx',
  },
  'a script that renders': {
    code: `${example('js')}
      globalThis.render = (campaign) => render({ campaign });`,
    loader: 'js',
  },
};

describe('a page that renders again', { timeout: 240_000 }, () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser?.close());

  for (const [name, { code, loader }] of Object.entries(PAGES))
    it(`${name}: seat, answers and focus outlive a render with a new object, and a newer document`, async () => {
      const bundle = await build({
        stdin: { contents: code, resolveDir: root, loader },
        bundle: true,
        format: 'esm',
        jsx: 'automatic',
        conditions: ['browser'],
        define: { 'process.env.NODE_ENV': '"production"' },
        write: false,
        logLevel: 'error',
      });
      const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
      const errors = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.route('https://partner.example/**', (route) =>
        new URL(route.request().url()).pathname === '/app.js'
          ? route.fulfill({ contentType: 'text/javascript', body: bundle.outputFiles[0].text })
          : route.fulfill({
              contentType: 'text/html; charset=utf-8',
              body: '<!doctype html><title>App</title><div id="app"></div><script type="module" src="/app.js"></script>',
            }),
      );
      await page.goto('https://partner.example/');
      const render = (change = '') =>
        page.evaluate(
          ([text, title]) => {
            const document = JSON.parse(text);
            if (title) document.title = title;
            globalThis.render(document);
          },
          [campaign, change],
        );
      await page.waitForFunction(() => 'render' in globalThis);
      await page.evaluate(() => globalThis.render(null));
      await render();
      await page.getByLabel('Given name').fill('Ada');
      await page.getByRole('button', { name: 'Find me a seat' }).click();
      const seat = page.locator('p', { hasText: /^Seat: / });
      await page.waitForFunction(() => /^Seat: \S+-\S+-\S+$/m.test(document.body.innerText));
      const chosen = await seat.textContent();
      await page.getByLabel('Family name').focus();
      await page.keyboard.type('No');
      for (const title of ['', 'Another title', '']) {
        await render(title);
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
      await page.keyboard.type('vák');
      assert.equal(await page.getByLabel('Given name').inputValue(), 'Ada');
      assert.equal(await page.getByLabel('Family name').inputValue(), 'Novák');
      assert.equal(await seat.textContent(), chosen);
      assert.equal(
        await page.evaluate(() => `Seat: ${document.querySelector('petition-seat-picker').value}`),
        chosen,
      );
      assert.deepEqual(errors, []);
      await page.close();
    });
});
