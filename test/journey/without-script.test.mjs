// The author's content where the script does not come, comes late, or comes in part; and the petition on paper.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { fillIn, openHouse, untilState, visit } from './support.mjs';

/** A page of a partner: the snippet of the README between a header and a footer, with the page's own dark colours. */
const PARTNER = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Partner</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>body { margin: 0; background: #222; color: #ddd; font: 16px/1.5 sans-serif }</style></head><body>
<header>Partner of the campaign</header>
<petition-campaign src="human-rights-match.json" style="display:block;min-height:100vh">
  <a href="https://ngo.example/sign">Watch the Human Rights Match: choose your seat, sign the petition</a>
</petition-campaign>
<footer>Foot of the page</footer>
<script type="module" src="/dist/grandstand.js"></script></body></html>`;

const LINK = 'Watch the Human Rights Match: choose your seat, sign the petition';

/** In the page, before anything else: what moves, and by how much, outside the petition's box. */
function watchShifts() {
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      for (const { node } of sources)
        globalThis.shifts.push({
          value,
          at: (node?.closest?.('header, footer, petition-campaign') ?? node)?.nodeName,
        });
  }).observe({ type: 'layout-shift', buffered: true });
}

describe('without the script', { timeout: 300_000 }, () => {
  const house = openHouse();

  /** The partner's page; `routes` are set before it is opened. */
  async function open({ routes = {}, ...options } = {}) {
    const context = await house.browser.newContext({ viewport: { width: 412, height: 740 }, ...options });
    const page = await context.newPage();
    await page.addInitScript(watchShifts);
    await page.route('**/partner.html', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: PARTNER }),
    );
    for (const [pattern, answer] of Object.entries(routes)) await page.route(pattern, answer);
    const warnings = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    page.on('pageerror', (error) => warnings.push(String(error)));
    await page.goto(`${house.office.url}partner.html`, { waitUntil: 'commit' });
    return { context, page, warnings };
  }

  /** The author's link is to be seen, and the snippet keeps the room. */
  async function assertOwnContent(page) {
    await page.getByRole('link', { name: LINK }).waitFor();
    const box = await page.locator('petition-campaign').boundingBox();
    assert.ok(box.height >= 740, `${box.height} px are kept`);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 412);
  }

  const abort = (route) => route.abort();

  for (const [name, options] of [
    ['scripts are switched off', { javaScriptEnabled: false }],
    ['the script is blocked', { routes: { '**/dist/grandstand.js': abort } }],
    [
      'the script is no script',
      { routes: { '**/dist/grandstand.js': (route) => route.fulfill({ status: 404, body: 'Gone' }) } },
    ],
    ['what the script imports is blocked', { routes: { '**/dist/chunks/**': abort } }],
    ['the document does not come', { routes: { '**/human-rights-match.json': abort } }],
  ]) {
    it(`${name}: the author's content stays`, async () => {
      const { page, context } = await open(options);
      await page.waitForLoadState('networkidle');
      await assertOwnContent(page);
      assert.equal(await page.getByRole('heading', { name: /Human Rights Match/ }).count(), 0);
      await context.close();
    });
  }

  it("the example's page without scripts: title and text of the author, in both languages", async () => {
    const context = await house.browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 568 },
    });
    const page = await context.newPage();
    await page.goto(house.office.url);
    await page.getByRole('heading', { name: 'Watch the Human Rights Match with us in Belarus!' }).waitFor();
    await page.getByText('This page needs scripts to show the arena.').waitFor();
    await page.getByText('Каб паказаць арэну, старонцы патрэбныя скрыпты.').waitFor();
    assert.ok((await page.locator('petition-campaign').boundingBox()).height >= 568);
    await context.close();
  });

  for (const example of readdirSync(new URL('../../examples/', import.meta.url)))
    for (const width of [320, 1280])
      it(`${example} without scripts at ${width} px: one left edge, and a link to where one can sign`, async () => {
        const context = await house.browser.newContext({
          javaScriptEnabled: false,
          viewport: { width, height: 740 },
        });
        const page = await context.newPage();
        await page.goto(new URL(`../../examples/${example}/index.html`, import.meta.url).href);
        const texts = await page.locator('petition-campaign > *').all();
        const lefts = new Set();
        for (const text of texts) {
          const { x } = await text.boundingBox();
          lefts.add(x);
          if (await text.evaluate(({ localName }) => localName === 'p'))
            assert.match(await text.locator('a').getAttribute('href'), /^https:/);
        }
        assert.equal(lefts.size, 1, `left edges: ${[...lefts]}`);
        await context.close();
      });

  for (const [name, pattern] of [
    ['the script', '**/dist/grandstand.js'],
    ['what the script imports', '**/dist/chunks/core-*'],
    ['the document', '**/human-rights-match.json'],
  ]) {
    it(`${name} comes late: the author's content meanwhile, then the petition, and nothing around it moves`, async () => {
      const held = [];
      let release = () => undefined;
      const released = new Promise((resolve) => (release = resolve));
      const { page, context, warnings } = await open({
        routes: {
          [pattern]: async (route) => {
            held.push(route.request().url());
            await released;
            await route.continue();
          },
        },
      });
      await page.getByRole('link', { name: LINK }).waitFor();
      await assertOwnContent(page);
      await page.waitForFunction(() => document.readyState !== 'loading');
      assert.equal(await page.getByRole('heading', { name: /Human Rights Match/ }).count(), 0);
      release();
      await page.getByRole('heading', { name: /Human Rights Match/ }).waitFor();
      await untilState(page, (state) => state.freshness === 'fresh');
      await page.waitForLoadState('networkidle');
      assert.equal(held.length > 0, true, `${pattern} was asked for`);
      assert.equal(await page.getByRole('link', { name: LINK }).isVisible(), false);
      assert.deepEqual(
        await page.evaluate(() => globalThis.shifts.filter(({ at }) => at !== 'PETITION-CAMPAIGN' && at)),
        [],
      );
      assert.deepEqual(warnings, []);
      await context.close();
    });
  }

  it('an element whose script is blocked takes nothing else with it', async () => {
    const { page, context } = await open({ routes: { '**/chunks/petition-seat-picker-*': abort } });
    await page.getByRole('heading', { name: /Human Rights Match/ }).waitFor();
    await page.getByLabel('Given name').waitFor();
    await page.getByRole('button', { name: 'Sign without a seat' }).waitFor();
    await context.close();
  });
});

/** How many letters are set and how many images are laid on each page of a PDF as Chromium writes it. */
function pagesOf(pdf) {
  const text = pdf.toString('latin1');
  const streamOf = (id) => {
    const start = text.search(new RegExp(`(^|\\n)${id} 0 obj`));
    const from = text.indexOf('stream', start) + 'stream'.length;
    const begin = from + (text[from] === '\r' ? 2 : 1);
    const bytes = pdf.subarray(begin, text.indexOf('endstream', begin));
    return inflateSync(bytes, { finishFlush: 2 }).toString('latin1');
  };
  return [...text.matchAll(/\/Type \/Page\n[^]*?\/Contents (\d+) 0 R/g)].map(([, id]) => {
    const content = streamOf(id);
    return {
      letters: (content.match(/T[jJ]\n/g) ?? []).length,
      images: (content.match(/\/X\d+ Do\n/g) ?? []).length,
    };
  });
}

describe('on paper', { timeout: 300_000 }, () => {
  const house = openHouse();

  /** The share of ink on the canvases of the arena as they are when the page is printed, and what is looked at on the screen. */
  const watchPrint = (page) =>
    page.evaluate(() => {
      const { shadowRoot } = [...document.querySelectorAll('*')]
        .flatMap((one) => [...(one.shadowRoot?.querySelectorAll('petition-seat-picker') ?? [])])
        .at(0);
      const colours = () => {
        const canvas = shadowRoot.querySelectorAll('.plate canvas')[2];
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let [ink, paper] = [0, 0];
        for (let i = 0; i < data.length; i += 4)
          if (data[i + 3] > 200) {
            if (data[i] + data[i + 1] + data[i + 2] < 120) ink++;
            else if (data[i] + data[i + 1] + data[i + 2] > 720) paper++;
          }
        return { ink: ink / (data.length / 4), paper: paper / (data.length / 4) };
      };
      globalThis.printed = null;
      addEventListener('beforeprint', () => (globalThis.printed = colours()));
      globalThis.onScreen = colours;
    });

  for (const [name, { width, height, isNear, signs }] of Object.entries({
    'nobody has come near the arena': { width: 360, height: 740, isNear: false, signs: false },
    'one looks at seats closely': { width: 1280, height: 900, isNear: true, signs: false },
    'the signature is in': { width: 1280, height: 900, isNear: true, signs: true },
  }))
    it(`the arena is drawn whole, with ink, and no page has the footer alone: ${name}`, async () => {
      const { page, context } = await visit(house.browser, house.office.url, {
        viewport: { width, height },
        colorScheme: 'dark',
        reducedMotion: 'reduce',
      });
      const picker = page.locator('petition-seat-picker');
      await page.waitForFunction(() => customElements.get('petition-seat-picker'));
      await picker.locator('.plate canvas').first().waitFor({ state: 'attached' });
      await untilState(page, (state) => state.venue !== null);
      if (isNear) {
        await picker.scrollIntoViewIfNeeded();
        await untilState(page, (state) => state.takenRevision > 0);
        await picker.evaluate((element) => element.ready);
        await picker.evaluate((element) => element.shadowRoot.querySelector('.find').click());
        await picker.locator('.plate.zoomed').waitFor();
      }
      if (signs) {
        await fillIn(page);
        await page.locator('petition-sign-form [part~="submit"]').click();
        await page.locator('petition-ticket [part~="picture"]').waitFor();
      }
      await watchPrint(page);
      const pdf = await page.pdf({ format: 'A4' });
      const { ink, paper } = await page.evaluate(() => globalThis.printed);
      assert.ok(ink > 0.02 && paper > 0.5, `ink ${ink}, paper ${paper}`);
      assert.ok(pdf.includes('/Width 2160\n/Height 1728'), 'the drawing came onto the paper');
      const pages = pagesOf(pdf);
      assert.equal(pages.length, 5, JSON.stringify(pages));
      // The footer has some 60 letters.
      for (const { letters, images } of pages) assert.ok(letters > 150 || images > 0, JSON.stringify(pages));
      assert.ok(pages[0].images > 0, 'the arena stands under the title');
      // What was looked at before is there again.
      if (isNear) {
        assert.equal(await picker.locator('.plate.zoomed').count(), 1);
        assert.ok((await page.evaluate(() => globalThis.onScreen())).paper < 0.1);
      }
      await context.close();
    });

  it('every story is whole, and all words are dark enough on white, also of a page that is dark', async () => {
    const { page, context } = await visit(house.browser, house.office.url, {
      viewport: { width: 794, height: 1123 },
      colorScheme: 'dark',
    });
    await untilState(page, (state) => state.freshness === 'fresh');
    await page.addStyleTag({
      content: ':root { --petition-color-text: #ffffff; --petition-color-link: #ffee99 }',
    });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const text of [
      'sews garments six days a week',
      'by telephone through glass',
      'he has learned welding',
    ])
      await page.getByText(text).waitFor();
    const pale = await page.evaluate(() => {
      const within = (root) =>
        [...root.querySelectorAll('*')].flatMap((one) => [
          one,
          ...(one.shadowRoot ? within(one.shadowRoot) : []),
        ]);
      /** Relative luminance (WCAG 2). */
      const luminance = ([r, g, b]) => {
        const [x, y, z] = [r, g, b].map((c) =>
          c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
      };
      return within(document)
        .filter((one) => {
          const hasText = [...one.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim(),
          );
          if (!hasText || one.matches('style, script, option, title, .visually-hidden, .visually-hidden *'))
            return false;
          if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
          const colour = getComputedStyle(one)
            .color.match(/[\d.]+/g)
            .map(Number);
          return 1.05 / (luminance(colour) + 0.05) < 4.5;
        })
        .map(
          (one) => `${one.localName} ${one.textContent.trim().slice(0, 40)} ${getComputedStyle(one).color}`,
        );
    });
    assert.deepEqual(pale, []);
    assert.equal(await page.getByRole('button', { name: 'Read the next story' }).isVisible(), false);
    await context.close();
  });

  it('the author’s content stands there where the script did not come', async () => {
    const context = await house.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(house.office.url);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { name: /Watch the Human Rights Match/ }).waitFor();
    await context.close();
  });
});
