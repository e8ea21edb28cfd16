// What nobody pressed for moves nothing: the browser's own measure of layout shifts, over the whole petition, from load
// through errors to the signature, on a slow line as well, and in another language.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillIn, openHouse, ownPage, untilState, visit } from './support.mjs';

const SIZES = [
  [320, 640],
  [412, 915],
  [768, 1024],
  [1280, 900],
];

/** Longer than the half second after a press in which the browser lets things move. */
const SLOW_MS = 900;

/** What the page says itself, around the petition. */
const around = (html) =>
  html
    .replace('<main>', '<p class="page">Above the petition.</p><main>')
    .replace('</main>', '</main><p class="page">Below the petition.</p>');

/** Keeps every shift that no press explains, with where something was and is. What stands in a shadow tree has a path. */
const watch = () => {
  window.shifts = [];
  const text = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
  const path = (node) => {
    const names = [];
    for (let at = node; at; at = at.parentNode ?? at.host) if (at.localName) names.unshift(at.localName);
    return names.slice(-4).join(' ');
  };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      for (const { node, previousRect, currentRect } of sources) {
        const form = document
          .querySelector('petition-campaign')
          ?.shadowRoot?.querySelector('petition-sign-form')
          ?.getBoundingClientRect();
        const isInForm = [previousRect, currentRect].some(
          ({ x, y, right, bottom, width }) =>
            form &&
            width > 0 &&
            x >= form.x - 1 &&
            right <= form.right + 1 &&
            y >= form.y - 1 &&
            bottom <= form.bottom + 1,
        );
        const isPage = node?.className === 'page';
        window.shifts.push({
          where: isPage ? 'page' : isInForm ? 'form' : 'petition',
          what: `${value.toFixed(4)} ${path(node)}: ${text(previousRect)} -> ${text(currentRect)}`,
        });
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

const frames = (page, count = 4) =>
  page.evaluate(async (many) => {
    for (let i = 0; i < many; i++) await new Promise(requestAnimationFrame);
  }, count);

/** What has moved since this was asked last, without what moved in one of these places. */
const taken = async (page, ...places) => {
  // The observer is told after the frame in which something moved.
  await frames(page);
  const all = await page.evaluate(() => window.shifts.splice(0));
  return all.filter(({ where }) => !places.includes(where)).map(({ where, what }) => `${where}: ${what}`);
};

/**
 * Where the page's own words are seen, around the petition. The browser names the five largest of what it moved only, so
 * that small ones are asked for themselves.
 */
const pagesOwn = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.page')]
      .map((element) => [element.textContent, element.getBoundingClientRect()])
      .filter(([, { bottom, top }]) => bottom > 0 && top < innerHeight)
      .map(([text, { x, y, width, height }]) => [text, x, y, width, height]),
  );

describe('the page at rest', { timeout: 300_000 }, () => {
  const house = openHouse({
    page: (folder) => ownPage(folder, (document) => document, around),
  });

  it('is moved by what moves: the measure works', async () => {
    const { page, context } = await visit(house.browser, house.office.url);
    await page.evaluate(watch);
    await page.evaluate(() => {
      document.querySelector('petition-campaign').style.marginTop = '80px';
    });
    assert.notDeepEqual(await taken(page), []);
    assert.deepEqual(await taken(page), []);
    const before = await pagesOwn(page);
    assert.equal(before.length, 1, 'what stands above is in view');
    await page.evaluate(() => {
      document.querySelector('.page').style.marginBlockStart = '160px';
    });
    assert.notDeepEqual(await pagesOwn(page), before);
    await context.close();
  });

  /** A box office whose answer takes its time; `refuses` has the next one find something wrong. */
  async function slowly(page) {
    const line = { ms: 0, refuses: false };
    await page.route('**/signatures', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, line.ms));
      if (!line.refuses) return route.continue();
      line.refuses = false;
      return route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: '/problems/invalid',
          title: 'Invalid',
          status: 422,
          code: 'invalid',
          errors: [{ pointer: '#/fields/email', code: 'format' }],
        }),
      });
    });
    return line;
  }

  for (const [width, height] of SIZES) {
    it(`at ${width} x ${height}: nothing moves unless somebody has just pressed, from load through errors to the signature`, async () => {
      const context = await house.browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      await page.addInitScript(watch);
      const line = await slowly(page);
      // What is loaded later comes later.
      await page.route(/\/(count|seats|chunks|portraits)/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return route.continue();
      });
      await page.goto(house.office.url);
      await page.getByRole('heading', { name: /Watch the Human Rights Match/ }).waitFor();
      await untilState(page, (state) => state.freshness === 'fresh');
      const found = { load: await taken(page) };

      const end = await page.evaluate(() => document.documentElement.scrollHeight);
      for (let top = 0; top < end; top += height / 2) {
        await page.evaluate((y) => scrollTo(0, y), top);
        await frames(page);
      }
      await untilState(page, (state) => state.takenRevision > 0);
      await page.locator('petition-seat-picker').evaluate((picker) => picker.ready);
      await page.waitForLoadState('networkidle');
      found['what comes near'] = await taken(page);

      const form = page.locator('petition-sign-form');
      const sign = form.getByRole('button', { name: 'Sign without a seat' });
      await sign.scrollIntoViewIfNeeded();
      await sign.click();
      await form.getByRole('group', { name: /^There is a problem with .* answers$/ }).waitFor();
      found.errors = await taken(page);

      await fillIn(page, { email: `ada${width}@example.org` });
      line.refuses = true;
      await sign.click();
      await form.getByRole('group', { name: 'There is a problem with one answer' }).waitFor();
      found['errors of the box office'] = await taken(page);

      // The same on a slow line: the answer to a press comes when the browser has forgotten the press. It stands where
      // somebody waits for it, and moves nothing but the form.
      line.ms = SLOW_MS;
      line.refuses = true;
      await sign.click();
      await form
        .getByRole('group', { name: 'There is a problem with one answer' })
        .waitFor({ state: 'detached' });
      await form.getByRole('group', { name: 'There is a problem with one answer' }).waitFor();
      found['errors of the box office, late'] = await taken(page, 'form');

      await sign.click();
      await form.getByRole('heading', { name: 'You have signed.' }).waitFor();
      await page.locator('petition-ticket').getByRole('img').waitFor();
      await page.waitForLoadState('networkidle');
      found.signed = await taken(page);
      assert.deepEqual(
        Object.entries(found).filter(([, shifts]) => shifts.length > 0),
        [],
      );
      await context.close();
    });

    it(`at ${width} x ${height}: another language moves nothing outside the petition`, async () => {
      const { page, context } = await visit(house.browser, house.office.url, {
        viewport: { width, height },
      });
      await untilState(page, (state) => state.freshness === 'fresh');
      await page.evaluate(watch);
      const campaign = page.locator('petition-campaign');
      const speaks = (language) => page.locator(`petition-sign-form .base[lang="${language}"]`).waitFor();
      const menu = page.locator('[part="language"]');
      const check = async (language, change) => {
        const before = await pagesOwn(page);
        await change();
        await speaks(language);
        assert.deepEqual(await taken(page, 'petition', 'form'), [], language);
        assert.deepEqual(await pagesOwn(page), before, language);
      };
      assert.equal((await pagesOwn(page)).length, 1, 'what stands above is in view');
      for (const language of ['de', 'ar', 'en']) await check(language, () => menu.selectOption(language));
      for (const part of [0, 0.5]) {
        await page.evaluate((share) => scrollTo(0, document.documentElement.scrollHeight * share), part);
        for (const language of ['uk', 'ar', 'en'])
          await check(language, () => campaign.evaluate((element, tag) => (element.lang = tag), language));
      }
      await context.close();
    });
  }
});
