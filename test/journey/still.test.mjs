// What nobody pressed for moves nothing: the browser's own measure of layout shifts, over the whole petition with a slow
// box office, from load through errors and the signature.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillIn, openHouse, untilState, visit } from './support.mjs';

const SIZES = [
  [320, 640],
  [412, 915],
  [768, 1024],
  [1280, 900],
];

/** Longer than the half second after a press in which the browser lets things move. */
const ANSWER_MS = 900;

/**
 * Keeps every shift that no press explains, with where something was and is: inside the form's box, or outside of it.
 * What stands in a shadow tree has no name there.
 */
const watch = () => {
  window.shifts = [];
  const form = () =>
    document
      .querySelector('petition-campaign')
      ?.shadowRoot?.querySelector('petition-sign-form')
      ?.getBoundingClientRect();
  const text = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      const box = form();
      const isInside = ({ x, y, right, bottom, width }) =>
        box &&
        width > 0 &&
        x >= box.x - 1 &&
        right <= box.right + 1 &&
        y >= box.y - 1 &&
        bottom <= box.bottom + 1;
      for (const { node, previousRect, currentRect } of sources)
        window.shifts.push(
          `${value.toFixed(4)} ${isInside(currentRect) || isInside(previousRect) ? 'inside' : 'outside'} ${node?.localName ?? ''}: ${text(previousRect)} -> ${text(currentRect)}`,
        );
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

const taken = async (page) => {
  // The observer is told after the frame in which something moved.
  await page.evaluate(async () => {
    for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
  });
  return page.evaluate(() => window.shifts.splice(0));
};

describe('the page at rest', { timeout: 300_000 }, () => {
  const house = openHouse();

  it('is moved by what moves: the measure works', async () => {
    const { page, context } = await visit(house.browser, house.office.url);
    await page.evaluate(watch);
    await page.evaluate(() => {
      document.querySelector('petition-campaign').style.marginTop = '80px';
    });
    assert.notDeepEqual(await taken(page), []);
    await context.close();
  });

  for (const [width, height] of SIZES) {
    it(`at ${width} x ${height}: nothing outside the form moves from load through errors to the signature`, async () => {
      const context = await house.browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      await page.addInitScript(watch);
      let refuses = true;
      // A slow line, and an answer that finds something wrong the first time.
      await page.route('**/signatures', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
        if (!refuses) return route.continue();
        refuses = false;
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
      await page.goto(house.office.url);
      await page.getByRole('heading', { name: /Watch the Human Rights Match/ }).waitFor();
      await untilState(page, (state) => state.freshness === 'fresh');
      const form = page.locator('petition-sign-form');
      const found = { load: await taken(page) };

      const sign = form.getByRole('button', { name: 'Sign standing' });
      await sign.scrollIntoViewIfNeeded();
      await taken(page);
      await sign.click();
      await form.getByText(/answers need another look/).waitFor();
      found.errors = await taken(page);

      await fillIn(page, { email: `ada${width}@example.org` });
      await sign.click();
      await form.getByText('One answer needs another look').waitFor();
      found['errors of the box office'] = await taken(page);

      await sign.click();
      await form.getByRole('heading', { name: 'You have signed.' }).waitFor();
      found.signed = await taken(page);
      const outside = Object.fromEntries(
        Object.entries(found).map(([step, shifts]) => [
          step,
          shifts.filter((shift) => shift.includes('outside')),
        ]),
      );
      assert.deepEqual(outside, { load: [], errors: [], 'errors of the box office': [], signed: [] });
      await context.close();
    });
  }
});
